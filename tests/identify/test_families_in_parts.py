"""A table may come in parts, and in any order."""

import random

import polars as pl
import pytest

from quotes.identify import families, family_ids, signatures

CHANCE = random.Random(3)
WORDS = [f"word{n}" for n in range(60)]
STEM = "Republicrats should stop wasting their time until after the vote in November"
QUOTES = [
    # The same words, cut into sentences in two ways; and a part of them.
    ("direct", f"“{STEM}. Then the others play games and have no plan for the roads.”"),
    ("direct", f"“{STEM},” “then the others play games and have no plan for the roads.”"),
    ("mixed", f"that they “{STEM}”"),
    *(("direct", f"“{' '.join(CHANCE.choices(WORDS, k=9))}.”") for _ in range(40)),
    *(("indirect", " ".join(CHANCE.choices(WORDS[:6], k=4))) for _ in range(40)),
]
TABLE = pl.DataFrame(
    {
        "quote_id": [f"{n:020x}" for n in range(len(QUOTES))],
        "quote_type": [kind for kind, _ in QUOTES],
        "quote": [quote for _, quote in QUOTES],
        "speaker_id": [f"p-{n % 3}" for n in range(len(QUOTES))],
    }
)


@pytest.mark.parametrize("rows", [1, 7, 1000])
def test_in_parts(rows):
    whole = family_ids(TABLE).to_list()
    assert family_ids(TABLE.iter_slices(rows)).to_list() == whole
    assert family_ids(part for part in [TABLE.clear(), TABLE]).to_list() == whole


def test_signatures_made_some_at_a_time(monkeypatch):
    whole = family_ids(TABLE).to_list()
    monkeypatch.setattr(signatures, "_AT_ONCE", 5)
    monkeypatch.setattr(families, "_AT_ONCE", 7)
    assert family_ids(TABLE).to_list() == whole


def test_no_parts():
    assert family_ids([]).to_list() == []


def test_how_words_are_cut_into_sentences_does_not_hang_on_the_order():
    whole = dict(zip(TABLE["quote_id"], family_ids(TABLE), strict=True))
    turned = TABLE.reverse()
    assert dict(zip(turned["quote_id"], family_ids(turned), strict=True)) == whole
    assert len({whole[f"{n:020x}"] for n in range(3)}) == 1
