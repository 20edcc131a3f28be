import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles import find_furniture
from quotes.articles.furniture import line_reason

FURNITURE = {
    "navigation": [
        "Accessibility links",
        "Breaking News",
        "Related Coverage",
        "RELATED STORIES:",
        "Advertisement",
        "ADVERTISEMENT",
        "Story Continued Below",
        "Story continues below advertisement",
        "Advertisement Continue reading the main story",
        "[pullquote]",
        "Comments are closed.",
        "Skip to main content",
        "Read more:",
        "Skip to article",
        "Scroll down for video",
        "More On This...",
        "Share this story",
        "Leave a comment",
        "ANALYSIS/OPINION:",
        "Loading...",
        "You might also like",
    ],
    "updated": [
        ". Last Updated: 07/27/2016",
        "Last updated on Jan. 8 at 7:15 a.m.",
        "Updated at 8:11 a.m. ET",
        "--Updated 10:05 a.m.",
        "Published: 12 October 2007",
        "7 years ago",
        "This article is more than 3 years old",
        "5 min read",
    ],
    "comments": ["0 Comments To This Article", "(12 Comments)", "View all 1,024 comments"],
    "copyright": [
        "© 2011 AFP",
        "(c) 2019 Some Agency, LLC",
        "Copyright 2018 The Associated Press. All rights reserved.",
        "Copyright © 2019 The Paper, LLC. Click here for reprint permission.",
        "All rights reserved.",
        "Our Standards: The Thomson Reuters Trust Principles.",
    ],
    "slideshow": ["Slideshow ( 3 images )", "Slideshow (9 Images)", "next Image 1 of 2"],
    "player": [
        "JUST WATCHED Talks 'failed' Replay More Videos ... MUST WATCH Talks 'failed' 02:48",
        "LISTEN TO ARTICLE 5:42 SHARE THIS ARTICLE Share Tweet Post Email",
        "Play Video 1:07 Minister: ‘we will not go back’ – video",
        "Media playback is unsupported on your device",
    ],
    "sharing": [
        "Read or Share this story: http://example.org/1s7iW0C",
        "Share This Story Tweet Share Share Pin Email",
        "Facebook Twitter Email",
        "158 shares",
        "1.2k Shares",
    ],
    "caption": [
        "FILE PHOTO: A view of the Capitol in Washington, June 20, 2019. REUTERS/Jane Doe",
        "FILE - In this Dec. 1, 2016, file photo, the minister speaks in Oslo. (AP Photo/Jane Doe)",
        "The minister (C) and her aide (L) meet in Oslo October 12, 2007. REUTERS/Pool",
        "The minister arrives in Oslo. (Jane Doe/Reuters)",
        "The minister arrives in Oslo. Photograph: Jane Doe/EPA",
        "The minister arrives in Oslo. | Getty",
        "Smoke rises above Oslo, March 8, 2011. OTHERNEWS/Jane Doe",
        "The ministers speak. REUTERS/Jane Doe, Joe Roe/Files",
        "The minister arrives in Oslo on Friday. (Photo: Jane Doe, Getty Images)",
        "A woman holds a sign reading “No more” in Oslo. (Photo: Jane Doe, AFP/Getty Images)",
        "Enlarge this image toggle caption Jane Doe/AP Jane Doe/AP",
        "Hide caption The minister arrives in Oslo. Previous Next Jane Doe/AP",
        "Facebook Twitter Pinterest The minister in Oslo. Photograph: Jane Doe/AP",
        "Image copyright Getty Images Image caption The minister arrives in Oslo",
        "Photo by Jane Doe",
        "AP Photo/Jane Doe",
        "Photo: Jane Doe/AP",
        "In this image from video provided by the ministry, the minister speaks.",
    ],
    "credit line": [
        "Additional reporting by Guy Example",
        "(Reporting by Jane Doe in Oslo; Editing by Joe Roe)",
        "Reporting by Jane Doe; Additional reporting by Joe Roe; Editing by A. N. Other",
        "The Associated Press contributed to this report.",
        "Jane Doe and Joe Roe contributed.",
        "Jane Doe contributed reporting from Oslo.",
        "— With assistance by Jane Doe",
        "Contributing: Jane Doe, The Paper",
        "With Post wires",
        "This report contains material from the Associated Press.",
    ],
    "editor's note": [
        "This story has been updated with additional developments Thursday.",
        "Editor’s note: This article was first published in May.",
        "CORRECTION: An earlier version of this story misspelled Oslo.",
        "The opinions expressed by columnists are their own.",
    ],
    "newsletter": [
        "Sign up for our newsletter",
        "Sign up for Daily Newsletters Manage Newsletters",
        "Get the Paper Stories delivered to your inbox. By signing up, you agree to our terms",
        "Thank you for subscribing!",
        "Download the Paper app for breaking news",
    ],
    "cookies": [
        "We use cookies to improve your experience.",
        "By continuing to use this site you agree to our use of cookies.",
        "Please enable Javascript to watch this video",
    ],
    "follow": [
        "Follow Jane Doe on Twitter",
        "Follow us on Twitter @ThePaper.",
        "Follow @ThePaper",
        "Send letters to letters@example.org.",
        "Like us on Facebook.",
        "Reach Jane Doe at jane@example.org or on Twitter @jane.",
    ],
    "links": [
        "Get the latest updates as we post them — right on your browser",
        "( Also on THE PAPER: Minister: No vote on bill)",
        "( PHOTOS: 10 great debate moments)",
        "Read more: Talks fail in Oslo",
        "More:Talks fail in Oslo",
        "WATCH: Minister speaks in Oslo",
        "RELATED: Talks fail",
        "Click here for more.",
        "Can't see the video? Click here.",
        "Minister leaves Oslo as talks fail Read more",
        "Click for more from The Paper.",
        "https://example.org/talks",
        "These are external links and will open in a new window",
    ],
    "separator": ["___", "***", "* * *", "• • •", "—"],
    "byline": ["By Jane Doe", "By JANE DOE and JOE ROE"],
}

STORY = [
    "The talks failed.",
    "“Breaking news,” she said.",
    "“I think the talks failed,” the minister said.",
    '"Click here to say no," said the page, according to Jane Doe.',
    "...",
    "Wow.",
    "Why?",
    "Follow the money, the minister said, and the talks will not fail.",
    "Read the bill before you vote on it, she told senators on Tuesday.",
    "Watch what we do, not what we say, the official said.",
    "Updated figures showed that sales rose.",
    "The lack of progress has frustrated voters and contributed to the tone of the campaign.",
    "Officials said the storm contributed to the delay.",
    "She contributed $500 to this campaign.",
    "Reporting by The Paper showed that the ministry knew.",
    "Comments by the minister drew criticism.",
    "Share prices fell on Friday, the exchange said.",
    "Copyright law should change, he said.",
    "Advertisement revenue fell.",
    "The photo by Jane Doe won a prize, the jury said on Friday, and the other did not.",
    "More: she wants the talks to go on. And so does he.",
    "By then the talks had failed.",
    "By Friday it was over, officials said.",
    "Subscribers to the plan will pay more, she said.",
    "The Associated Press reported the story first.",
    "According to Reuters, the talks failed.",
    "The talks failed, a source told Reuters.",
    "He tweeted the picture, said a spokesman for Getty Images.",
    "MOSCOW (Reuters) - The talks failed, officials told AP.",
    "Join us on Facebook, says Jane Doe. — Jane Doe (@jane) August 16, 2018",
    "Like the motto says: Ever upward https://t.co/x — Jane Doe (@jane) August 16, 2018",
    "“Sign up for our newsletter,” the page says.",
    "“We use cookies,” the company said in a statement.",
    "MINISTER: We will not go back.",
    "Q: Will you go back?",
    "Jane Doe",
    "What comes next?",
    "Photos showed the minister leaving, and officials confirmed it.",
    "This story was told by the minister at a dinner in Oslo.",
    "File your taxes early, the agency said.",
    "The Editing of Genes",
    "Shares rose 158 points.",
    "\x1c",
    "\u3000\u2003",
    "He spoke to the AFL-CIO. The NEWS/Talk host left.",
]


@pytest.mark.parametrize(
    ("reason", "line"), [(reason, line) for reason in FURNITURE for line in FURNITURE[reason]]
)
def test_is_furniture(reason: str, line: str) -> None:
    text = f"The talks failed.\n\n  {line}\t\r\n\r\n“No,” she said."
    start = text.index(line)
    assert find_furniture(text) == ((start, start + len(line), reason),)


@pytest.mark.parametrize("line", STORY)
def test_is_not_furniture(line: str) -> None:
    assert find_furniture(f"A title\n\n{line}\n\nHe left.") == ()


def test_caption_before_a_headline() -> None:
    text = (
        "He left.\n\nMinisters have said talks will fail. | Jane Doe/AP Photos Talks: A history\n"
    )
    ((start, end, reason),) = find_furniture(text)
    assert (reason, text[end:]) == ("caption", " Talks: A history\n")
    assert text[start:].startswith("Ministers have")
    assert find_furniture("“A | B,” she said, and left. | AP Photos “We fail,” he said") == ()


def test_links_under_their_heading() -> None:
    text = "He left.\n\nRelated Stories:\n\nTalks fail\nMinister: No vote\n\nShe stayed.\nA head"
    assert [text[s:e] for s, e, _ in find_furniture(text)] == [
        "Related Stories:",
        "Talks fail",
        "Minister: No vote",
    ]


@pytest.mark.parametrize(
    ("before", "junk", "after"),
    [
        ("Sen. Jane Doe", " Jane Ann DoeTalks fail Doe: 'No vote' MORE", " (D-Ohio) said no."),
        ("Sen. Jane Doe", " Jane Ann Doe Talks fail Two 'no' votes MORE", "’s bill."),
        ("Nancy Roe", " Nancy RoeGiuliani: We failed | More talks MORE", " said no."),
        ("President Roe", " Joe (Jo) Max Roe2020 Democrats fail MORE", " said no."),
    ],
)
def test_headlines_behind_a_name(before: str, junk: str, after: str) -> None:
    text = f"“No,” {before}{junk}{after}"
    found = find_furniture(text)
    assert [text[s:e] for s, e, _ in found] == [junk]
    assert find_furniture(f"“No,” {before}{after} MORE is needed.") == ()


@pytest.mark.parametrize(
    "unit", ["a", "A ", "By A, ", "and ", "(", "- ", ". ", "A/", "Joe Roe Joe "]
)
@pytest.mark.parametrize(
    "start", ["", "Sign up ", "Reporting by ", "( Also on ", "In this ", "Photos: ", "FILE - "]
)
def test_hostile_lines_take_time_in_proportion(start: str, unit: str) -> None:
    begun = time.process_time()
    for size in (890, 100_000):
        text = start + unit * (size // len(unit))
        find_furniture(text + " MORE")
        line_reason(text[:900])
    assert time.process_time() - begun < 1


@given(st.text(alphabet='aA .\n\r\u2028—(“"@/©|:1', max_size=400))
def test_spans_are_inside_in_order_and_whole_lines(text: str) -> None:
    before = 0
    for start, end, reason in find_furniture(text):
        assert before <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert reason
        before = end
