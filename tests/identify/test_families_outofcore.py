"""A share of the quotations at a time gives the families that all at once give."""

import random
import resource
import signal
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_families_in_parts import TABLE

from quotes.errors import QuotesError
from quotes.identify import families as at_once
from quotes.identify import families_by_shares, family_ids
from quotes.identify import families_outofcore as outofcore
from quotes.identify.families_outofcore import _Links
from quotes.identify.spoken import Own, is_same
from quotes.table import QUOTES, read_table

GOLDEN = Path(__file__).parents[2] / "golden" / "tables"
COLUMNS = ["quote_id", "quote_type", "quote", "speaker_id"]
Row = tuple[str, str, str | None]


def table(rows: list[Row]) -> pl.DataFrame:
    numbered = [(f"{n:020x}", *row) for n, row in enumerate(rows)]
    return pl.DataFrame(numbered, schema=dict.fromkeys(COLUMNS, pl.String), orient="row")


def check(frame: pl.DataFrame, *, shares: int = 7, height: int = 100, least: int = 1) -> pl.Series:
    """All at once and by shares, of parts of some height; the folder is left with numbers only."""
    expected = family_ids(frame)
    with TemporaryDirectory() as name:
        parts = frame.iter_slices(height) if frame.height else iter([frame])
        found = families_by_shares(parts, folder=Path(name, "new"), shares=shares, least=least)
        assert len(found) == frame.height
        assert found.slice(0, len(found)).equals(expected, check_dtypes=True, check_names=True)
        assert found.slice(0, 0).equals(expected.clear(), check_dtypes=True)
        for start in range(0, frame.height, 1 + frame.height // 5):
            some = expected.slice(start, 9)
            assert found.slice(start, len(some)).equals(some)
        left = [path.name for path in Path(name, "new").rglob("*") if path.is_file()]
        assert left == ["numbers"]
    return expected


def printings(count: int, seed: int) -> Iterator[Row]:
    """News as it is printed again: edited, spelled otherwise, cut, and cut short of a “not”."""
    chance = random.Random(seed)
    words = [f"word{n}" for n in range(400)] + ["not", "never", "would", "the", "organise", "12"]
    said: list[list[str]] = []
    while len(said) < count:
        if not said or chance.random() < 0.4:
            made = [chance.choice(words) for _ in range(chance.randrange(2, 40))]
            for at in range(7, len(made), chance.randrange(5, 12)):
                made[at] += "."
        else:
            made = list(chance.choice(said))
            at = chance.randrange(len(made))
            change = chance.randrange(5)
            if change == 0:
                made[at] = chance.choice(words)
            elif change == 1:
                made = made[at:] if at < len(made) // 2 else made[:at]
            elif change == 2:
                made = [word for word in made if word not in ("not", "never")]
            elif change == 3:
                made = [word.replace("organise", "organize") for word in made]
        if made:
            said.append(made)
            kind = chance.choice(["direct", "direct", "mixed", "indirect"])
            text = " ".join(made).replace(". ", ". W").capitalize()
            quote = {"direct": f"“{text}”", "mixed": f"that he “{text}”"}.get(kind, text)
            yield kind, quote, chance.choice(["p-1", "p-2", None])


def test_golden_articles() -> None:
    tables = [read_table(path, schema=QUOTES) for path in sorted(GOLDEN.glob("*.csv"))]
    check(pl.concat(tables).select(COLUMNS))


@pytest.mark.parametrize(("shares", "height"), [(1, 10_000), (7, 100), (64, 1)])
def test_printed_again(shares: int, height: int) -> None:
    families = check(table(list(printings(1500, seed=shares))), shares=shares, height=height)
    assert families.n_unique() < 1200


@pytest.mark.parametrize("rows", [[], [("direct", "…", None)], [("indirect", "a b c d e", None)]])
def test_nothing_to_compare(rows: list[Row]) -> None:
    check(table(rows))


def test_no_parts(tmp_path: Path) -> None:
    found = families_by_shares([], folder=tmp_path)
    assert found.slice(0, len(found)).equals(family_ids([]), check_dtypes=True)


@pytest.mark.parametrize(("pairs", "arrays"), [(1, 1), (7, 3)])
def test_pairs_a_few_at_a_time(pairs: int, arrays: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outofcore, "_PAIRS", pairs)
    monkeypatch.setattr(outofcore, "_ARRAYS", arrays)
    check(table(list(printings(400, seed=5))), shares=9)


def test_parts_that_differ_in_size() -> None:
    check(table(list(printings(400, seed=6))), shares=64, least=50)


def test_the_same_words_cut_into_sentences_in_two_ways() -> None:
    stem = "the council did not say that it would close the harbour road for good"
    rows: list[Row] = [
        ("direct", f"“{stem}, and nobody there has asked for it in all these years.”", None),
        ("direct", f"“{stem}. And nobody there has asked for it in all these years.”", None),
        ("direct", "“Close the harbour road for good, and nobody there has asked for it.”", None),
        ("direct", f"“{stem.capitalize()}.”", None),
    ]
    assert check(table(rows)).equals(check(table(rows[::-1])).reverse())
    check(TABLE)
    check(TABLE.reverse())


def test_what_is_longest_in_an_earlier_share_and_in_a_later_one() -> None:
    """What sorts far apart is compared all the same."""
    stem = "we will stay at this table until every driver has a contract"
    cuts = [f"{first} {stem}" for first in ("and", "listen", "yesterday", "zebras")]
    families = check(table([("direct", f"“{cut}.”", "p-1") for cut in [stem, *cuts]]), shares=5)
    assert families.n_unique() == 1


WORDS = st.sampled_from(["we", "will", "not", "stay", "today.", "Yes!", "5", "[no]", "é", "\x00"])
ROW = st.tuples(
    st.sampled_from(["direct", "mixed", "indirect"]),
    st.lists(WORDS, max_size=9).map(" ".join) | st.text(max_size=30),
    st.sampled_from(["p-1", "p-2", None]),
)


@settings(max_examples=60)
@given(st.lists(ROW, max_size=12), st.integers(1, 40), st.integers(1, 5), st.integers(1, 9))
def test_anything(rows: list[Row], shares: int, height: int, least: int) -> None:
    check(table(rows), shares=shares, height=height, least=least)


def counted(monkeypatch: pytest.MonkeyPatch, module: object) -> list[int]:
    compared = [0]

    def counting(*texts: Own) -> bool:
        compared[0] += 1
        return is_same(*texts)

    monkeypatch.setattr(module, "is_same", counting)
    return compared


@pytest.mark.parametrize("room", [0, 100, 3000])
def test_a_full_disk_is_told_in_one_line(room: int, tmp_path: Path) -> None:
    rows: list[Row] = [("direct", f"“{LINE} {n}.”", None) for n in range(300)]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    try:
        with pytest.raises(QuotesError, match="set TMPDIR to a folder with more room"):
            families_by_shares([table(rows)], folder=tmp_path, shares=1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


LINE = "we will stay at this table until every single driver here has a fair contract"


def test_a_line_printed_five_thousand_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each printing edited, and by another speaker; comparing all with all would be 12 million."""
    line = LINE.split()
    rows: list[Row] = []
    for n in range(5000):
        words = [*line[: n % 14], f"x{n}", *line[n % 14 + n % 2 :]]
        rows.append(("direct", f"“{' '.join(words)}.”", f"p-{n}"))
    compared = [counted(monkeypatch, module) for module in (outofcore, at_once)]
    families = check(table(rows), shares=16, height=500)
    assert families.n_unique() < 10
    assert max(count for (count,) in compared) < 10 * len(rows)


def test_the_same_words_by_as_many_speakers() -> None:
    quote = "“We will stay at this table until every driver has a contract.”"
    rows: list[Row] = [("direct", quote, f"p-{n}") for n in range(20_000)]
    assert check(table(rows), height=5000).n_unique() == 1


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_links_lead_to_the_first(pairs: list[tuple[int, int]]) -> None:
    links, together = _Links(), {n: {n} for n in range(21)}
    for a, b in pairs:
        links.add(a, b, a + 100, b + 100)
        assert links.are_one(a, b)
        joined = together[a] | together[b]
        together.update(dict.fromkeys(joined, joined))
    was, now = links.joined()
    found = dict(zip(was.tolist(), now.tolist(), strict=True))
    assert found == {n + 100: min(of) + 100 for n, of in together.items() if n != min(of)}
    assert was.tolist() == sorted(was.tolist())
