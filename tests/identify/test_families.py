import random
import time

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.identify import family_ids


def table(*quotes: tuple[str, str], speakers: list[str | None] | None = None) -> pl.DataFrame:
    columns: dict[str, list[str] | list[str | None]] = {
        "quote_id": [f"q{i}" for i in range(len(quotes))],
        "quote_type": [quote_type for quote_type, _ in quotes],
        "quote": [quote for _, quote in quotes],
    }
    if speakers:
        columns["speaker_id"] = speakers
    schema = dict.fromkeys((*columns, "speaker_id") if speakers else columns, pl.String)
    return pl.DataFrame(columns, schema=schema)


def joined(*quotes: tuple[str, str], speakers: list[str | None] | None = None) -> bool:
    return family_ids(table(*quotes, speakers=speakers)).n_unique() == 1


LONG = "“We will stay at this table until every driver has a contract.”"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("direct", LONG), ("direct", LONG.strip("“”").upper()), True),
        (("direct", LONG), ("direct", LONG.replace("stay at", "stay here at")), True),
        (
            ("direct", LONG),
            ("mixed", "that they would “stay at this table until every driver has a contract”"),
            True,
        ),
        (
            ("direct", "“stay at this table until every driver”"),
            ("mixed", "they did not “stay at this table until every driver”"),
            False,
        ),
        (
            ("indirect", "they would stay at this table"),
            ("indirect", "They would stay at this table"),
            True,
        ),
        (
            ("indirect", "they would stay at this table"),
            ("direct", "“they would stay at this table”"),
            True,
        ),
        (
            ("indirect", "they would stay at this table today"),
            ("indirect", "they would stay at this table"),
            False,
        ),
        (("direct", "“Yes, we can.”"), ("direct", "“Yes, we can.”"), False),
        (
            ("direct", LONG),
            ("direct", "“The weather in Lisbon was fine and the food was better.”"),
            False,
        ),
    ],
)
def test_two_quotations(first: tuple[str, str], second: tuple[str, str], same: bool) -> None:
    assert joined(first, second) is same
    assert joined(second, first) is same


def test_a_short_quotation_needs_the_same_speaker() -> None:
    short = ("direct", "“Yes, we can.”")
    assert joined(short, short, speakers=["p-1", "p-1"])
    assert not joined(short, short, speakers=["p-1", "p-2"])
    assert not joined(short, short, speakers=[None, None])


def test_a_sentence_of_a_longer_quotation() -> None:
    speech = "“Thank you all for coming. " + LONG.strip("“”") + " God bless you and good night.”"
    assert joined(("direct", speech), ("direct", LONG))


def test_an_empty_table() -> None:
    assert family_ids(table()).to_list() == []
    assert family_ids(table(("direct", "…"), ("direct", "…"))).n_unique() == 2


WORDS = st.lists(st.sampled_from(["we", "will", "not", "stay", "today.", "Yes!", "5", "[no]"]))
CUT = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(
    lambda cut: " ".join(LONG.split()[cut[0] : len(LONG.split()) - cut[1]])
)
ROWS = st.lists(
    st.tuples(st.sampled_from(["direct", "mixed", "indirect"]), WORDS.map(" ".join) | CUT),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    rows: list[tuple[str, str]], chance: random.Random
) -> None:
    ordered = table(*rows)
    shuffled = ordered.sample(fraction=1, shuffle=True, seed=chance.randrange(1000))
    families = dict(zip(ordered["quote_id"], family_ids(ordered), strict=True))
    assert families == dict(zip(shuffled["quote_id"], family_ids(shuffled), strict=True))


def made_up(count: int) -> pl.DataFrame:
    chance = random.Random(1)
    vocabulary = [f"word{int(chance.paretovariate(0.6)) % 5000}" for _ in range(20000)]
    quotes = [" ".join(chance.choices(vocabulary, k=chance.randint(5, 30))) for _ in range(count)]
    return table(*(("direct", quote) for quote in quotes))


@pytest.mark.long
def test_time_grows_about_linearly() -> None:
    seconds = []
    for count in (5_000, 20_000):
        rows = made_up(count)
        start = time.perf_counter()
        family_ids(rows)
        seconds.append(time.perf_counter() - start)
    assert seconds[1] < 8 * seconds[0]
