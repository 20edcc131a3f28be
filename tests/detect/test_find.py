"""What must be found in a sentence or two: content, cue, source, quote type, class of cue."""

import pytest

from quotes.detect import find_attributions, load_pipeline, make_doc
from quotes.detect.frame import Frame
from quotes.detect.grammar import Tokens
from quotes.detect.verdict import Verdict
from quotes.types import Article, Skipped


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


def find(nlp, text, skipped=()):
    article = Article(article_id="x", text=text, skipped=tuple(skipped))
    return find_attributions(nlp(make_doc(nlp, article)), skipped=skipped)


def words(text, spans):
    return " … ".join(text[start:end] for start, end in spans)


CASES = [
    # direct, in every order
    ("“It’s too early,” said one diplomat.", "“It’s too early,”", "said", "one diplomat"),
    ("“It’s too early,” the minister said.", "“It’s too early,”", "said", "the minister"),
    ("The minister said: “It’s too early.”", "“It’s too early.”", "said:", "The minister"),
    ('Ms. Lee told reporters, "We lost."', '"We lost."', "told", "Ms. Lee"),
    (
        "Nadia Khoury, prosecuting, said: “This was not a muddle.”",
        "“This was not a muddle.”",
        "said:",
        "Nadia Khoury, prosecuting",
    ),
    ("‘I can’t swim,’ said Mrs Hale.", "‘I can’t swim,’", "said", "Mrs Hale"),
    ("«We lost,» said the coach.", "«We lost,»", "said", "the coach"),
    ("„We lost,“ said the coach.", "„We lost,“", "said", "the coach"),
    ("``We lost,'' said the coach.", "``We lost,''", "said", "the coach"),
    # interrupted
    (
        "“We tried,” she said. “We failed.”",
        "“We tried,” … “We failed.”",
        "said",
        "she",
    ),
    (
        "“We tried,” said the minister, who had flown in on Monday, “and we failed.”",
        "“We tried,” … “and we failed.”",
        "said",
        "the minister, who had flown in on Monday",
    ),
    # mixed
    (
        "Mr. Ames said the plan was “a disaster” for the town.",
        "the plan was “a disaster” for the town",
        "said",
        "Mr. Ames",
    ),
    (
        "The plan “is dead in the water,” Mr. Ames said.",
        "The plan “is dead in the water,”",
        "said",
        "Mr. Ames",
    ),
    # indirect complements
    (
        "Lavrov said on Tuesday that Moscow had no interest.",
        "that Moscow had no interest",
        "said",
        "Lavrov",
    ),
    ("Rice said the talks would continue.", "the talks would continue", "said", "Rice"),
    ("The talks failed, he said.", "The talks failed", "said", "he"),
    (
        "The senator did not say whether she would run.",
        "whether she would run",
        "did not say",
        "The senator",
    ),
    ("Mr. Obey vowed to fight the bill.", "to fight the bill", "vowed", "Mr. Obey"),
    (
        "Sales fell 3 percent, according to the company.",
        "Sales fell 3 percent",
        "according to",
        "the company",
    ),
    (
        "According to the company, sales fell 3 percent.",
        "sales fell 3 percent",
        "According to",
        "the company",
    ),
    (
        "In the view of the ministry, sales fell 3 percent.",
        "sales fell 3 percent",
        "In the view of",
        "the ministry",
    ),
    (
        "Per the department's website, repairs will start in June.",
        "repairs will start in June",
        "Per",
        "the department's website",
    ),
    (
        "As the coach put it, the match was lost before it began.",
        "the match was lost before it began",
        "put",
        "the coach",
    ),
    (
        "His refusal to resign angered the town.",
        "to resign",
        "refusal",
        "His",
    ),
    (
        "Smith was accused by prosecutors of lying to the court.",
        "Smith … of lying to the court",
        "was accused by",
        "prosecutors",
    ),
    (
        "Voters believe the economy is getting worse.",
        "the economy is getting worse",
        "believe",
        "Voters",
    ),
    (
        "Aides fear that the deal will collapse.",
        "that the deal will collapse",
        "fear",
        "Aides",
    ),
    (
        "The court ruled that the ban was unlawful.",
        "that the ban was unlawful",
        "ruled",
        "The court",
    ),
    ("A poll shows that support has fallen.", "that support has fallen", "shows", "A poll"),
    ("She hopes to win in March.", "to win in March", "hopes", "She"),
    # layouts
    (
        "LEDGER: Will you publish them?\n\nREIS: Yes, this week.\n\nLEDGER: When?\n\nREIS: Soon.",
        "Yes, this week",
        ":",
        "REIS",
    ),
    ("Q: Did you know?\n\nA: I did not know.\n\nQ: And then?\n\nA: I left.", "I left", ":", "A"),
    (
        "“Grantley kept its nerve.” – Matt Sorrell, governor",
        "“Grantley kept its nerve.”",
        "–",
        "Matt Sorrell, governor",
    ),
    (
        "“Grantley kept its nerve.”\n\n— Matt Sorrell, governor",
        "“Grantley kept its nerve.”",
        "—",
        "Matt Sorrell, governor",
    ),
    (
        "Deal on hostages is near, sources say\n\nNegotiators met on Friday.",
        "Deal on hostages is near",
        "say",
        "sources",
    ),
    (
        "MOSCOW (Reuters) - The talks failed, a spokesman said.",
        "The talks failed",
        "said",
        "a spokesman",
    ),
    (
        "The mayor added:\n\n“We will rebuild the school.”",
        "“We will rebuild the school.”",
        "added:",
        "The mayor",
    ),
    # a mark that is never closed
    (
        "“He talked the whole way, said Lucille Pratt.\n\nShe sat down.",
        "“He talked the whole way",
        "said",
        "Lucille Pratt",
    ),
]


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"), CASES, ids=[c[0][:40] for c in CASES]
)
def test_found(nlp, text, content, cue, source):
    found = [
        (words(text, a.content).rstrip(","), words(text, a.cue), words(text, a.source))
        for a in find(nlp, text)
    ]
    assert (content.rstrip(","), cue, source) in found


NOTHING = [
    "“The Salt Ledger” is her third novel.",
    "Raymond “Big Ray” Tully bought a bus in 1974.",
    'The 6\'2" striker scored twice and the 12" single sold out.',
    "The so-called “experts” were in the hall.",
    "The workers’ union met at five o’clock.",
    "It rained all day in Calder Bay.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_found(nlp, text):
    assert [words(text, a.content) for a in find(nlp, text)] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We lost,” she said.", "direct"),
        ("She said they had “lost badly” again.", "mixed"),
        ("She said they had lost.", "indirect"),
    ],
)
def test_quote_type(nlp, text, kind):
    assert [a.quote_type for a in find(nlp, text)] == [kind]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("She said that they had lost.", "statement"),
        ("She denied that they had lost.", "statement"),
        ("She believes that they will lose.", "belief"),
        ("She hopes to win in March.", "intention"),
        ("She plans to leave the party.", "intention"),
        ("The court ruled that the ban was unlawful.", "decision"),
        ("A poll shows that support has fallen.", "evidence"),
        ("The study found that sleep helps.", "evidence"),
    ],
)
def test_cue_class(nlp, text, label):
    assert [a.cue_class for a in find(nlp, text)] == [label]


def test_a_paragraph_in_marks_without_a_cue_is_a_row(nlp):
    text = "“We tried,” she said.\n\n“We tried everything we could.”\n\nThe rain went on."
    rows = [(words(text, a.content), bool(a.cue), bool(a.source)) for a in find(nlp, text)]
    assert ("“We tried everything we could.”", False, False) in rows


def test_one_stray_mark_spoils_its_paragraph_only(nlp):
    text = 'It cost 6" too much.\n\n"We lost," she said.\n\nHe left" early.\n\n"We won," he said.'
    quoted = [words(text, a.content) for a in find(nlp, text) if a.quote_type == "direct"]
    assert quoted == ['"We lost,"', '"We won,"']


def test_furniture_neither_speaks_nor_breaks_a_quotation(nlp):
    text = "“We tried,” she said.\n\nRelated Coverage\n\nHe said the talks had failed."
    at = text.index("Related")
    skipped = [Skipped(at, at + len("Related Coverage"), "related")]
    found = find(nlp, text, skipped)
    assert len(found) == 2
    assert all("Related" not in words(text, [*a.content, *a.source, *a.cue]) for a in found)


def test_a_quotation_over_paragraphs_is_one_attribution(nlp):
    text = "“We tried.\n\n“We failed,” she said."
    assert [words(text, a.content) for a in find(nlp, text)] == ["“We tried. … “We failed,”"]


def test_words_inside_a_quotation_report_nothing(nlp):
    text = "“He said that they believe the plan will fail,” she said."
    assert [words(text, a.source) for a in find(nlp, text)] == ["she"]


def test_confidence_falls_with_doubt(nlp):
    sure, unsure = find(nlp, "“It’s over,” said Ann Lee."), find(nlp, "“We lost it all.” He left.")
    assert sure[0].confidence > 0.8
    assert all(a.confidence <= 0.6 for a in unsure)


def test_a_doc_without_a_parse_has_nothing(nlp):
    assert find_attributions(nlp.make_doc("“It’s over,” said Ann Lee.")) == []


def test_a_cue_that_is_a_mere_mark_reports_nothing(nlp):
    """A network may take a question mark for a cue; found by fuzzing."""

    def judge(doc, page, frames, odds):
        frame = Frame(2, "?", "read", (Tokens(3, 7),), Tokens(2, 3), None, "none")
        return Verdict([(0.9, frame)], 0.3, 1.0, 0.0)

    article = Article(article_id="x", text="Who won? The harbour board met.")
    [found] = find_attributions(nlp(make_doc(nlp, article)), judge=judge)
    assert (found.cue, found.cue_class) == ((), None)
