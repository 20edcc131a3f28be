import pytest
from hypothesis import given
from hypothesis import strategies as st
from index_fakes import entry, fill, row

from quotes.errors import UsageError
from quotes.index import Search, highlight, open_index
from quotes.index.text import fold, tokens
from quotes.index.words import parse, to_fts5, to_tsquery


@pytest.mark.parametrize(
    ("text", "fts5", "tsquery"),
    [
        ("peace", '{quote} : ((("peace")))', "('peace')"),
        ("Peace now", '{quote} : ((("peace") AND ("now")))', "('peace') & ('now')"),
        ('"red line"', '{quote} : ((("red line")))', "('red' <-> 'line')"),
        ("“red line” x", '{quote} : ((("red line") AND ("x")))', "('red' <-> 'line') & ('x')"),
        ("don’t", '{quote} : ((("don t")))', "('don' <-> 't')"),
        ("sanct*", '{quote} : ((("sanct" *)))', "('sanct':*)"),
        ('"red li*"', '{quote} : ((("red li" *)))', "('red' <-> 'li':*)"),
        ("a OR b c", '{quote} : ((("a" OR "b") AND ("c")))', "('a' | 'b') & ('c')"),
        ("war -oil", '{quote} : ((("war")) NOT ("oil"))', "('war') & !('oil')"),
        (
            'war -"red line"',
            '{quote} : ((("war")) NOT ("red line"))',
            "('war') & !('red' <-> 'line')",
        ),
        ("OR war OR", '{quote} : ((("war")))', "('war')"),
        ('"open phrase', '{quote} : ((("open phrase")))', "('open' <-> 'phrase')"),
        ("well-known", '{quote} : ((("well known")))', "('well' <-> 'known')"),
        ("and or not near", None, "('and') & ('or') & ('not') & ('near')"),
        ("quote: * ^ (x", '{quote} : ((("quote") AND ("x")))', "('quote') & ('x')"),
        ("Zürich", '{quote} : ((("zürich")))', "('zurich')"),
    ],
)
def test_queries(text, fts5, tsquery):
    query = parse(text)
    if fts5 is not None:
        assert to_fts5(query) == fts5
    assert to_tsquery(query) == tsquery


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("!!!", "nothing to look for in '!!!': give a word"),
        ('""', "nothing to look for in '\"\"': give a word"),
        ("-war", "give a word to look for beside those to leave out"),
        ("a " * 41, "too many words to look for: give at most 40"),
    ],
)
def test_queries_refused(text, message):
    with pytest.raises(UsageError) as error:
        parse(text)
    assert str(error.value) == message


@pytest.mark.parametrize("text", ["", "  "])
def test_no_query(text):
    assert parse(text) is None


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Sergei Lavrov", "sergei lavrov"),
        ("  ŁUKASZ  O'Brien-Müller ", "lukasz o brien muller"),
        ("Søren Kierkegård", "soren kierkegard"),
        ("Dvořák", "dvorak"),
        ("J. R. R. Tolkien", "j r r tolkien"),
        ("山田太郎", "山田太郎"),
        ("…", ""),
    ],
)
def test_fold(name, folded):
    assert fold(name) == folded


def test_tokens_where_they_stand():
    assert [tuple(t) for t in tokens("“Été-là,” 1st")] == [
        ("ete", 1, 4),
        ("la", 5, 7),
        ("1st", 10, 13),
    ]


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("The Red Line is red", "red", ["Red", "red"]),
        ("The Red Line is red", '"red line"', ["Red Line"]),
        ("Sanctions, sanctioned", "sanction*", ["Sanctions", "sanctioned"]),
        ("café Café", "cafe", ["café", "Café"]),
        ("a b c", "a OR c -b", ["a", "c"]),
        ("a b", "!!!", []),
        ("a b", "", []),
        ("we don’t", "don't", ["don’t"]),
    ],
)
def test_highlight(text, words, marked):
    pieces = highlight(text, words)
    assert [piece for piece, wanted in pieces if wanted] == marked
    assert "".join(piece for piece, _ in pieces) == text


@given(st.text(max_size=60), st.text(max_size=30))
def test_highlight_keeps_any_text(text, words):
    assert "".join(piece for piece, _ in highlight(text, words)) == text


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    with open_index(str(tmp_path_factory.mktemp("words") / "a.db"), create=True) as index:
        fill(index, entry("a", row("the red line, AND or NOT near quote")))
        yield index


QUERY = st.text(
    st.one_of(st.sampled_from(" \"*-():^+{}ORANDNOTNEAR'\\“”\0"), st.characters()), max_size=40
)


@given(QUERY)
def test_no_query_is_a_syntax_error(small, text):
    try:
        small.search(Search(words=text))
        small.facets(Search(words=text, speaker=("ann lee",)))
    except UsageError as error:
        assert "give" in str(error)


LETTERS = st.characters(max_codepoint=0x24F, exclude_categories=["Cs", "Cc"])


@given(st.text(LETTERS, max_size=30))
def test_what_is_marked_is_what_is_found(small, text):
    """Our words are SQLite's: the text's own words, as a phrase, find it."""
    words = [text[token.start : token.end] for token in tokens(text)]
    database = small.database
    database.run("DROP TABLE IF EXISTS temp.t")
    database.run(
        "CREATE VIRTUAL TABLE temp.t USING fts5(x, tokenize='unicode61 remove_diacritics 2')"
    )
    database.run("INSERT INTO temp.t VALUES (?)", (text,))
    if words:
        found = database.one(
            "SELECT count(*) FROM temp.t WHERE t MATCH ?", (f'"{" ".join(words)}"',)
        )
        assert found == (1,)
