import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.detect import find_quoted, paragraphs
from quotes.types import Skipped, Span


def quoted(text, skipped=()):
    """Every quotation as written; the pieces of one joined by ' | ', an unclosed one with ' …'."""
    return [
        " | ".join(text[start:end] for start, end in q.spans) + ("" if q.closed else " …")
        for q in find_quoted(text, paragraphs(text, skipped))
    ]


# Text, and what must be found in it.
DOUBLE = [
    ("“We won,” she said.", ["“We won,”"]),
    ('"We won," she said. "We did."', ['"We won,"', '"We did."']),
    ("He called it “a mess”.", ["“a mess”"]),
    ("He called it “a mess” and “a farce”.", ["“a mess”", "“a farce”"]),
    ("“A,” she said. “B,” he said. “C.”", ["“A,”", "“B,”", "“C.”"]),
    ('"No"', ['"No"']),
    ('"No", he said.', ['"No"']),
    ("(“No,” he said.)", ["“No,”"]),
    ('He said ("no").', ['"no"']),
    ('He left["sic"].', ['"sic"']),
    ('It was him—"the boss"—who left.', ['"the boss"']),
    ('It was him -- "the boss" -- who left.', ['"the boss"']),
    ('He said: "No."', ['"No."']),
    ('He said:"No."', ['"No."']),
    ('and/or "either"/"or"', ['"either"', '"or"']),
    ('"...and then it fell," he said.', ['"...and then it fell,"']),
    ("“…and then it fell…”", ["“…and then it fell…”"]),
    ('"I was about to—" he said. "To go."', ['"I was about to—"', '"To go."']),
    ('"—and go," he said.', ['"—and go,"']),
    ('"$5 million," he said.', ['"$5 million,"']),
    ('"@realname is #1," he wrote.', ['"@realname is #1,"']),
    ('"Is it?" "It is."', ['"Is it?"', '"It is."']),
    ("＂No,＂ he said.", ["＂No,＂"]),
]

LOW_AND_ANGLED = [
    ("«No,» he said. «Never.»", ["«No,»", "«Never.»"]),
    ("« Oui », dit-il. « Non. »", ["« Oui »", "« Non. »"]),
    ("«\u00a0Oui\u00a0», dit-il. «\u202fNon.\u202f»", ["«\u00a0Oui\u00a0»", "«\u202fNon.\u202f»"]),
    ("Er sagte »so« und »nein!« dazu.", ["»so«", "»nein!«"]),
    ("»So«, sagte er. »Nein.«", ["»So«", "»Nein.«"]),
    ("»Joo», hän sanoi. »Ei.»", ["»Joo»", "»Ei.»"]),
    ("”Ja”, sade han. ”Nej.”", ["”Ja”", "”Nej.”"]),
    ("„So,“ she said. „No.“", ["„So,“", "„No.“"]),
    ("„So,” she said. „No.”", ["„So,”", "„No.”"]),
    ("„She was wrong, “ he said.", ["„She was wrong, “"]),
    ("‚So,‘ she said. ‚No.‘", ["‚So,‘", "‚No.‘"]),
    ("„Er sagte ‚so‘ dazu,“ sagte sie.", ["„Er sagte ‚so‘ dazu,“"]),
    ("‹So›, sagte sie. ›So‹, sagte er.", ["‹So›", "›So‹"]),
    ("«Il a dit “non” à tout», dit-elle.", ["«Il a dit “non” à tout»"]),
    ("«Il a dit «non» à tout», dit-elle.", ["«Il a dit «non» à tout»"]),
]

DOUBLED = [
    ("''No,'' he said. ''Never.''", ["''No,''", "''Never.''"]),
    ("``No,'' he said. ``Never.''", ["``No,''", "``Never.''"]),
    ("``No,'' said O'Neill, who'd gone.", ["``No,''"]),
    ('``No," he said.', ['``No,"']),
    ("``He said `no','' she said.", ["``He said `no',''"]),
    ("''He said 'no',''", ["''He said 'no',''"]),
    ("''He said 'no'''", ["''He said 'no'''"]),
    ("‘‘No,’’ he said.", ["‘‘No,’’"]),
    ("‚‚No,‘‘ he said.", ["‚‚No,‘‘"]),
    ('""No,"" he said.', ['""No,""']),
]

SINGLE = [
    ("‘We won,’ she said.", ["‘We won,’"]),
    ("'We won,' she said. 'We did.'", ["'We won,'", "'We did.'"]),
    ("He called it ‘a mess’ and left.", ["‘a mess’"]),
    ("He called it 'a mess' and left.", ["'a mess'"]),
    ("'I don't know,' she said.", ["'I don't know,'"]),
    ("‘I don’t know,’ she said.", ["‘I don’t know,’"]),
    ("'The workers' union is strong,' he said.", ["'The workers' union is strong,'"]),
    ("‘The workers’ union is strong,’ he said.", ["‘The workers’ union is strong,’"]),
    ("‘The workers’ and bosses’ clubs won,’ he said.", ["‘The workers’ and bosses’ clubs won,’"]),
    ("'We're runnin' late,' he said.", ["'We're runnin' late,'"]),
    ("'Tell 'em to go,' he said.", ["'Tell 'em to go,'"]),
    ("‘I was born in the ’60s,’ he said.", ["‘I was born in the ’60s,’"]),
    ("‘Til death,’ they said.", ["‘Til death,’"]),
    ("'Round the bend,' he said.", ["'Round the bend,'"]),
    ("'12 people died,' he said.", ["'12 people died,'"]),
    ("They are called 'workers' and 'bosses' here.", ["'workers'", "'bosses'"]),
    ("the so-called 'success' of it", ["'success'"]),
    ("He said: 'No.' Then: 'Yes.'", ["'No.'", "'Yes.'"]),
    ("‘Is it?’ ‘It is.’", ["‘Is it?’", "‘It is.’"]),
    ("Is this 'it'?", ["'it'"]),
    ("the film ‘Jaws’, and ‘Alien’.", ["‘Jaws’", "‘Alien’"]),
    ("James’s book ‘Jaws’ and O’Neill’s ‘Alien’", ["‘Jaws’", "‘Alien’"]),
    ("the workers' 'union' won", ["'union'"]),
    ("’I am going,’ he said.", ["’I am going,’"]),
]

APOSTROPHES = [
    "'Tis the season, and 'twas ever so.",
    "’Tis the season, and ’twas ever so.",
    "the ’90s and the '80s, not the ‘70s",
    "the class of '68 and the class of ’72 met",
    "the workers’ union and the bosses' club",
    "the workers' union",
    "the James' house and the boss' car",
    "rock ’n’ roll and rock 'n' roll and rock ‘n’ roll, drum'n'bass",
    "O’Neill, O'Brien and d'Artagnan",
    "James’s and James's",
    "get 'em, get ’em, leave ‘em",
    "it’s, it's, it`s, don’t, y’all’d’ve",
    "goin' and runnin' and doin' it",
    "Obama 's plan did n't work , and they 're done",
    "the Joneses' house, the Smiths', and others'.",
    "At 6' he is tall; at 5' 11 she is too.",
    "the Qur'an, the Ka‘ba, Hawai‘i",
    "'tis and the workers' union",
    "he’s in the ’burbs with his parents’ car",
    "three years' time, two weeks' notice and a day's work",
    "O' the times, th' people, an' all",
]

NESTED = [
    ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
    ("\"He said 'no' to me,\" she said.", ["\"He said 'no' to me,\""]),
    ("\"'No,' he said,\" she said.", ["\"'No,' he said,\""]),
    ("“She told me, ‘No.’”", ["“She told me, ‘No.’”"]),
    ("“She told me, ‘No.’ ”", ["“She told me, ‘No.’ ”"]),
    ("“\u2009‘No,’ he said,” she said.", ["“\u2009‘No,’ he said,”"]),
    ("‘He said “no” to me,’ she said.", ["‘He said “no” to me,’"]),
    ("'He said \"no\" to me,' she said.", ["'He said \"no\" to me,'"]),
    ("'He told me, \"No.\"'", ["'He told me, \"No.\"'"]),
    ("“a “b” c,” he said.", ["“a “b” c,”"]),
    ("“a “b” and “c” d,” he said.", ["“a “b” and “c” d,”"]),
    ('"a "b" c," he said.', ['"a "b" c,"']),
    ('"a "b""', ['"a "b""']),
    ('""a" b"', ['""a" b"']),
    ("“a ‘b “c ‘d’ e” f’ g” h", ["“a ‘b “c ‘d’ e” f’ g”"]),
    ("‘a “b ‘c’ d” e,’ f", ["‘a “b ‘c’ d” e,’"]),
    ("“" * 40 + "a" + "”" * 40 + " b", ["“" * 40 + "a" + "”" * 40]),
    ("“The '80s, rock 'n' roll, s' s,” he said.", ["“The '80s, rock 'n' roll, s' s,”"]),
    ("“He said ‘no,” she said. “Yes.”", ["“He said ‘no,”", "“Yes.”"]),
    ("“He said no,’ ” she said. “Yes.”", ["“He said no,’ ”", "“Yes.”"]),
]

PARAGRAPHS = [
    ("“One.\n\n“Two.\n\n“Three,” he said.", ["“One. | “Two. | “Three,”"]),
    ('"One.\n"Two," he said. "Three."', ['"One. | "Two,"', '"Three."']),
    ("‘One.\n\n‘Two.\n\n‘Three,’ he said.", ["‘One. | ‘Two. | ‘Three,’"]),
    ("'One's.\n\n'Two,' he said.", ["'One's. | 'Two,'"]),
    ("«Un.\n\n«Deux», dit-il.", ["«Un. | «Deux»"]),
    ("``One.\n\n``Two,'' he said.", ["``One. | ``Two,''"]),
    ("He said: “One.\n\n“Two.”\n\n“Three,” she said.", ["“One. | “Two.”", "“Three,”"]),
    ("“A ‘b’ c.\n\n“D ‘e,’” he said.", ["“A ‘b’ c. | “D ‘e,’”"]),
    ("“She said, ‘A.\n\n“ ‘B,’ and left.”", ["“She said, ‘A. | “ ‘B,’ and left.”"]),
    ("“One,” he said.\n\n“Two,” she said.", ["“One,”", "“Two,”"]),
    ("“One.\n\nHe left.\n\n“Two,” she said.", ["“One. …", "“Two,”"]),
    ("“One.\n\n“Two.\n\nHe left “early”.", ["“One. | “Two. …", "“early”"]),
    ("“we will not\nback down,” he said.", ["“we will not | back down,”"]),
    ("‘we will not\nback down,’ he said.", ["‘we will not | back down,’"]),
    ("“We will go.\n\nWe will not stay,” he said.", ["“We will go. …"]),
    ('"We will go.\n\nAnn Lee, farmer."', ['"We will go. …']),
    ('He said: "We go. "We stay. "We sit," he said.', ['"We go. "We stay. "We sit,"']),
    ("He said: “We go. “We stay.” “We sit.”", ["“We go. “We stay.”", "“We sit.”"]),
    ("“We go,” he said. “Now. “And here,” he said.", ["“We go,”", "“Now. “And here,”"]),
    ("the workers' union\n'Tis the season,' he said.", []),
]

UNCLOSED = [
    ("“No, he said.", ["“No, he said. …"]),
    ("He said: “No.", ["“No. …"]),
    ('He said: "No.', ['"No. …']),
    ("He said: ‘No.", ["‘No. …"]),
    ("‘We should go.\n\nShe left.", ["‘We should go. …"]),
    ("„Nein, sagte er.", ["„Nein, sagte er. …"]),
    ("“No, he said. “Yes,” she said.", ["“No, he said. …", "“Yes,”"]),
    ('"No, he said. "Yes," she said.', ['"No, he said. …', '"Yes,"']),
    ("“No, he told us on Friday. “Yes,” she said.", ["“No, he told us on Friday. …", "“Yes,”"]),
    ('"It may allow a "burger" here.', ['"It may allow a "burger" here. …']),
    (
        '"It may allow a “burger” and a “bun” here.',
        ['"It may allow a “burger” and a “bun” here. …'],
    ),
    ("“No, he said. ‘Yes’ it is.", ["“No, he said. ‘Yes’ it is. …"]),
    ("“No, he said.\n\nShe said: “Yes.”", ["“No, he said. …", "“Yes.”"]),
]

STRAY = [
    ("It rises 4 percent.” It is “flat”.", ["“flat”"]),
    ('It rises." It is "flat".', ['"flat"']),
    ("It rises.’ It is ‘flat’.", ["‘flat’"]),
    ("It rises.» It is «flat».", ["«flat»"]),
    ('Cast the vote. " She said it was “a lottery.”', ["“a lottery.”"]),
    ('Cast the vote. " She said it was "a lottery."', ['"a lottery."']),
    ("A stray \" here.\n\n'Yes,' she said.", ["'Yes,'"]),
    ("A stray ' here, and 'this' is not.", ["'this'"]),
    ("A stray ‘ here, and ‘this’ is not.", ["‘this’"]),
    ('A stray "\n\n"Yes," she said.', ['"Yes,"']),
    ("“No,” he said.”\n\n“Yes,” she said.", ["“No,”", "“Yes,”"]),
    ('"\n\n"Yes," she said.', ['"Yes,"']),
    ('"No," he said".\n"Yes," she said.', ['"No,"', '"Yes,"']),
    ("", []),
    ("No marks.", []),
    ('"', []),
    ("“”", []),
    ('He said "" and " ".', []),
    ("“ ” ‘ ’ « » ''''", []),
]

SPACED = [
    ('" We won, " she said. " We did. "', ['" We won, "', '" We did. "']),
    ('He called it " a mess " and " a farce " .', ['" a mess "', '" a farce "']),
    ('He called it " a mess " and "a farce".', ['" a mess "', '"a farce"']),
    ("“ We won, ” she said. “ We did. ”", ["“ We won, ”", "“ We did. ”"]),
    ('"We won, " she said. " We did."', ['"We won, "', '" We did."']),
    ('She said " we won. "', ['" we won. "']),
    ("`` We won , '' she said .", ["`` We won , ''"]),
    ('He said"No" and left.', ['"No"']),
    ('He said "No"and left.', ['"No"']),
    ('He said,"No,"and left. "Yes."', ['"No,"', '"Yes."']),
    ('"No,"he said."Yes," she said.', ['"No,"', '"Yes,"']),
    ("“No,”he said.“Yes,” she said.", ["“No,”", "“Yes,”"]),
    ("He said“No”and left.", ["“No”"]),
    ("'No,'he said. 'Yes.'", ["'No,'", "'Yes.'"]),
    ('"No""Yes"', ['"No"', '"Yes"']),
]

WRONG_WAY = [
    ("”No” and “yes“ and ”maybe“.", ["”No”", "“yes“", "”maybe“"]),
    ("“No“, he said. “Yes“.", ["“No“", "“Yes“"]),
    ("”No,” he said. ”Yes.”", ["”No,”", "”Yes.”"]),
    ('“No," he said. "Yes,” she said.', ['“No,"', '"Yes,”']),
    ("‘No,' he said. 'Yes,’ she said.", ["‘No,'", "'Yes,’"]),
    ("‘No,‘ he said.", ["‘No,‘"]),
    ("She said ”no” to it.", ["”no”"]),
]

MEASURES = [
    ("He is 6'2\" and she is 5' 10\" tall.", []),
    ('a 12" vinyl and a 7" single', []),
    ('a 12" vinyl, "Blue", and a 7" single', ['"Blue"']),
    ('"It was 12" wide," he said.', ['"It was 12" wide,"']),
    ('"He is 6\'2" and strong," she said.', ['"He is 6\'2" and strong,"']),
    ("“He is 6'2\" and strong,” she said.", ["“He is 6'2\" and strong,”"]),
    ('"I was born in 1980" he said. "In May."', ['"I was born in 1980"', '"In May."']),
    ('He wore "number 10".', ['"number 10"']),
    ('She scored "10" and "9".', ['"10"', '"9"']),
    ('The 2"x4" board was "fine".', ['"fine"']),
    ('at 51°30\'26" north, "the line"', ['"the line"']),
    ('The 6\'2" guard said "no" to a 5\'9" rival.', ['"no"']),
    ('"He is 6\'2".', ['"He is 6\'2"']),
    ('A 6-foot, 12" pipe burst.\n\n"Yes," she said.', ['"Yes,"']),
]

GROUPS = {
    "double": DOUBLE,
    "low": LOW_AND_ANGLED,
    "doubled": DOUBLED,
    "single": SINGLE,
    "apostrophes": [(text, []) for text in APOSTROPHES],
    "nested": NESTED,
    "paragraphs": PARAGRAPHS,
    "unclosed": UNCLOSED,
    "stray": STRAY,
    "spaced": SPACED,
    "wrong-way": WRONG_WAY,
    "measures": MEASURES,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(*case, id=f"{name}-{n}")
        for name, cases in GROUPS.items()
        for n, case in enumerate(cases)
    ],
)
def test_what_stands_in_marks(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "furniture", "expected"),
    [
        ("“One.\n\nAdvertisement\n\n“Two,” he said.", "Advertisement", ["“One. | “Two,”"]),
        (
            "“We will\n\nAdvertisement\n\nnot go,” he said.",
            "Advertisement",
            ["“We will | not go,”"],
        ),
        ("‘One.\n\nRead more: “x\n\n‘Two,’ he said.", "Read more: “x", ["‘One. | ‘Two,’"]),
        ("“We [ad] will go,” he said.", "[ad]", ["“We | will go,”"]),
        ("“One,” he said. Share “this\n“Two.”", "Share “this", ["“One,”", "“Two.”"]),
    ],
)
def test_furniture_between_is_passed_over(text, furniture, expected):
    at = text.index(furniture)
    assert quoted(text, [Skipped(at, at + len(furniture), "x")]) == expected


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("“a”", "double"),
        ('"a"', "double"),
        ("«a»", "double"),
        ("„a“", "double"),
        ("''a''", "double"),
        ("``a''", "double"),
        ("‘a’", "single"),
        ("'a'", "single"),
        ("‚a‘", "single"),
        ("‹a›", "single"),
        ("‘a “b” c’", "single"),
        ("“a ‘b’ c”", "double"),
    ],
)
def test_style_is_that_of_the_outermost_marks(text, style):
    (q,) = find_quoted(text, paragraphs(text))
    assert (q.style, q.closed, q.start, q.end) == (style, True, 0, len(text))


BEFORE = "“One,” she said. ‘Two,’ he said.\n\n"
AFTER = '\n\nHe said: “Three.” She said: ‘Four.’ It’s the workers’ union\'s.\n\n"Five."'


@pytest.mark.parametrize("mark", [*"“”\"‘’'«»„‚`", "''", "``", "6'2\"", "'90s", "s'"])
@pytest.mark.parametrize("line", ["It {} was.", "It {}was.", "It was{}.", "It was.{}", "{}It was."])
def test_one_stray_mark_spoils_only_its_paragraph(mark, line):
    found = quoted(BEFORE + line.format(mark) + AFTER)
    others = [q for q in found if "was" not in q]
    assert others == ["“One,”", "‘Two,’", "“Three.”", "‘Four.’", '"Five."']


@pytest.mark.parametrize(
    ("first", "second", "goes_on"),
    [
        ("“", "“", True),
        ('"', "“", True),
        ("‘", "'", True),
        ("«", "»", True),
        ("“", "‘", False),
        ("«", "“", False),
        ("''", "“", False),
        ("“", "(", False),
    ],
)
def test_a_paragraph_goes_on_with_the_same_marks(first, second, goes_on):
    found = find_quoted(text := f"{first}One.\n\n{second}Two.", paragraphs(text))
    assert len(found[0].spans) == 1 + goes_on


MARKS = "“”\"‘’'«»„‚‹›`"
TEXTS = st.one_of(
    st.text(MARKS + " ab\n.,S5", max_size=60),
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                *MARKS,
                "''",
                "``",
                " ",
                " ",
                "\n",
                "\n\n",
                "a",
                "No",
                "s",
                ".",
                ",",
                "—",
                "12",
                "he said",
            ]
        ),
        max_size=50,
    ).map("".join),
)


@given(TEXTS)
@example("'''")
@example("“\n“\n”")
def test_any_text_gives_disjoint_spans_in_order_one_a_paragraph(text):
    blocks = paragraphs(text)
    found = find_quoted(text, blocks)
    spans = [span for q in found for span in q.spans]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for start, end in spans:
        assert start < end
        assert text[start:end] == text[start:end].strip()
        assert sum(b.start <= start and end <= b.end for b in blocks) == 1
    for q in found:
        assert q.spans
        assert any(c.isalnum() for c in text[q.start : q.end])
        assert text[q.start] in MARKS + "‟＂〝〞"
        for before, after in pairwise(q.spans):
            assert [b.end for b in blocks].index(before.end) + 1 == [b.start for b in blocks].index(
                after.start
            )
    assert found == find_quoted(text, blocks)


@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from(["“ab”", '"ab."', "‘a", "b’", "“a", " ", "\n"])).map("".join),
    st.lists(st.integers(0, 12), max_size=5),
)
def test_any_stretches_may_be_paragraphs(text, cuts):
    edges = sorted({min(cut, len(text)) for cut in cuts})
    blocks = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    for q in find_quoted(text, blocks):
        assert all(any(b.start <= s and e <= b.end for b in blocks) for s, e in q.spans)


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        '" ',
        "‘a ",
        "a’ ",
        "s' 't",
        "“a ‘b \"c 'd «e ",
        "“a.\n",
        '"\n',
        "  “",
        ".''' ",
        "6'2\" ",
    ],
)
def test_time_is_linear(unit):
    def seconds(length):
        text = (unit * length)[:length]
        blocks = paragraphs(text)
        best = float("inf")
        for _ in range(2):
            began = time.process_time()
            find_quoted(text, blocks)
            best = min(best, time.process_time() - began)
        return best

    assert seconds(20_000) < 4 * seconds(10_000) + 0.05


def test_no_paragraphs_no_quotations():
    assert find_quoted("“a”", []) == []
