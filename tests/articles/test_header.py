import pytest

from quotes.articles import dateline_end, find_header


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("MOSCOW (Reuters) - ", "The United States"),
        ("BRUSSELS -- ", "The United States"),
        ("WASHINGTON (AP) — ", "Lysol is"),
        ("WASHINGTON — ", "President Obama"),
        ("WASHINGTON – ", "President Obama"),
        ("HEMPSTEAD, N.Y., Sept. 26 (UPI) — ", "Green Party"),
        ("LONDON, April 3 (Reuters) - ", "Shares rose"),
        ("PALM BEACH, Fla. – ", "A federal"),
        ("ORANGE, Texas/HOUSTON (Reuters) - ", "Rescuers"),
        ("LOS ANGELES/CHARLESTON, S.C. (Reuters) - ", "Democratic"),
        ("NEW YORK (CNNMoney) -- ", "Millions"),
        ("Washington (CNN) ", "President"),
        ("Washington (CNN)", "President"),
        ("(CNN) -- ", "Polls show"),
        ("(Reuters) - ", "Actor"),
        ("Des Moines, Iowa (CNN) ", "As Christians"),
        ("CHARLOTTE, N.C.–", "Watching"),
        ("NEW YORK (AP) _ ", "Stocks"),
        ("ROME -- ", "“We agree,” he said."),
    ],
)
def test_dateline(dateline: str, rest: str) -> None:
    assert dateline_end(dateline + rest) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The talks failed.",
        "NATO -- the alliance -- agreed.",
        "FILE - In this April 5, 2017 photo",
        "UPDATE - Prices rose.",
        "MINISTER: We will not go back.",
        "Q: Why? A: Because.",
        "TRUMP: I said no.",
        "He said (Reuters) - no.",
        "US-led forces",
        "BP – which said",
        "“MOSCOW — no,” he said.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


def test_header() -> None:
    text = (
        "Accessibility links\n\nBreaking News\n\nTalks fail in Oslo\n\n"
        "By Jane Doe and Joe Roe, The Paper\n\n OSLO, Norway (AFP) - They failed, he said.\n"
    )
    header = find_header(text)
    assert header.title == "Talks fail in Oslo"
    assert header.author == "Jane Doe, Joe Roe"
    assert header.outlet == "AFP"
    for span, words in (
        (header.title_span, "Talks fail in Oslo"),
        (header.byline_span, "By Jane Doe and Joe Roe, The Paper"),
        (header.dateline_span, "OSLO, Norway (AFP) - "),
    ):
        assert span is not None
        assert text[span.start : span.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "One line only",
        "The talks failed on Friday, the minister said.\n\nHe left.",
        "“We failed,” he said.\n\nHe left.",
    ],
)
def test_no_title(text: str) -> None:
    assert find_header(text).title is None


@pytest.mark.parametrize(
    "line",
    ["By then it was over.", "By 2012 the talks had failed", "By the way", "by Jane Doe said no."],
)
def test_no_byline(line: str) -> None:
    assert find_header(f"A title\n\n{line}\n\nMore.").author is None
