import random

import polars as pl
import pytest
from index_fakes import check, entry, fill, quotes_of, row

from quotes.errors import UsageError
from quotes.identify import family_ids
from quotes.index import Search, open_index, runs
from quotes.index.write import Batch
from quotes.table import QUOTES
from quotes.types import Problem


def test_the_same_again_is_nothing(index):
    one = entry("a", row("We will win this in the end"))
    assert fill(index, one).added == 1
    before = index.database.all("SELECT id FROM quotations")
    again = fill(index, one)
    assert (again.added, again.replaced, again.unchanged, again.quotations) == (0, 0, 1, 0)
    assert index.database.all("SELECT id FROM quotations") == before
    check(index)


def test_what_others_write_is_noticed(url):
    with open_index(url, create=True) as writer, open_index(url, readonly=True) as reader:
        before = reader.changed()
        assert reader.changed() == before
        fill(writer, entry("a", row("We will win this in the end")))
        after = reader.changed()
        assert after != before
        reader.search(Search(words="win"))
        assert reader.changed() == after


def test_how_often_families_were_printed(index):
    words = "We will win this in the end, whatever it costs"
    fill(
        index,
        entry("a", row(words), outlet="The Post"),
        entry("b", row(words), outlet="The Times"),
        entry("c", row("Never again will we see it")),
    )
    twice, once = (
        index.search(Search(words=word)).rows[0]["family_id"] for word in ("win", "never")
    )
    found = index.family_sizes([twice, once, "nowhere", twice])
    assert found == {twice: (2, 2, 2), once: (1, 1, 1), "nowhere": (1, 1, 1)}


def test_a_corrected_article_replaces_its_rows(index):
    fill(
        index,
        entry("a", row("We will win"), row("Never again", "Bob Roe", speaker_role="mayor")),
        entry("b", row("We will see", "Bob Roe")),
    )
    done = fill(index, entry("a", row("We will lose", "Bob Roe"), outlet="The Times"))
    assert (done.added, done.replaced, done.quotations) == (0, 1, 1)
    assert quotes_of(index.rows(Search(words="we"))) == ["We will lose", "We will see"]
    assert list(index.rows(Search(words="never"))) == []
    assert index.speaker("bob roe").roles == []
    assert not index.match_name("ann lee").speakers
    assert [s.speaker for s in index.speakers()] == ["Bob Roe"]
    check(index)


def test_again_replaces_what_is_the_same(index):
    fill(index, entry("a", row("We will win")))
    done = fill(index, entry("a", row("We will win"), again=True))
    assert (done.replaced, done.unchanged) == (1, 0)
    assert fill(index, entry("a", row("We will win"))).unchanged == 1
    check(index)


def test_withdrawn(index):
    fill(index, entry("a", row("One two three four")), entry("b", row("One two three four")))
    assert index.stats().articles == 2
    assert index.withdraw(["a"]) == 1
    assert [r["article_id"] for r in index.rows(Search())] == ["b"]
    check(index)
    with pytest.raises(UsageError, match="no article 'a' in the index: nothing was taken out"):
        index.withdraw(["b", "a"])
    assert index.stats().quotations == 1
    index.withdraw(["b"])
    assert (index.stats().quotations, index.stats().speakers, index.stats().outlets) == (0, 0, 0)
    check(index)


def test_an_article_without_quotations_and_without_anything(index):
    fill(index, entry("a", published=None, outlet=None, title=None), entry("b"))
    assert index.stats().articles == 2
    assert index.article("a").rows == []
    check(index)


def test_families_do_not_depend_on_the_order(url, index, tmp_path):
    said = "We shall defend our island, whatever the cost may be. We shall fight on the beaches."
    entries = [
        entry("a", row(said), published="2024-05-02"),
        entry("b", row(said.partition(". ")[0]), published="2024-05-01"),
        entry("c", row("Something else entirely was said about the weather that day")),
        entry("d", row(said.replace("our island", "the island")), outlet="The Times"),
    ]
    for one in entries:
        fill(index, one)
    check(index)
    with open_index(str(tmp_path / "other.db"), create=True) as other:
        fill(other, *reversed(entries))
        check(other)
        both = [
            {r["article_id"]: r["family_id"] for r in one.rows(Search())} for one in (index, other)
        ]
    assert both[0] == both[1]
    table = pl.DataFrame([r for one in entries for r in one.rows], schema=QUOTES)
    assert both[0] == dict(zip(table["article_id"], family_ids(table), strict=True))
    assert len({both[0][name] for name in "abd"}) == 1
    assert both[0]["c"] != both[0]["a"]
    family = index.family(both[0]["a"])
    assert (family.quotes, family.articles, family.outlets) == (3, 3, 2)
    assert [v.row["article_id"] for v in family.versions] == ["b", "d", "a"]
    assert [c.now for c in family.versions[2].changes if not c.same] == [
        "be. We shall fight on the beaches."
    ]
    assert index.family("nothing") is None


def test_joint_speakers(index):
    fill(index, entry("a", row("We agree on it", "Ann Lee | Bob Roe")))
    [found] = index.rows(Search(speaker=("bob roe",)))
    assert found["speaker"] == "Ann Lee | Bob Roe"
    assert found["speaker_id"] == "p-ann-lee | p-bob-roe"
    assert [c.label for c in index.counts(Search(speaker=("bob roe",)), "speaker")] == [
        "Ann Lee",
        "Bob Roe",
    ]
    assert index.stats().speakers == 2
    check(index)


def test_a_row_comes_out_as_it_went_in(index):
    went_in = entry(
        "a",
        row(
            "“A” – ‘b’\n\t=c",
            None,
            kind="unknown",
            unresolved="no cue near it",
            cue_class=None,
            cue_spans=[],
            cue="",
            context_start=7,
            source_affiliation="NATO",
        ),
        published=None,
    )
    fill(index, went_in)
    [found] = index.rows(Search())
    assert {k: v for k, v in went_in.rows[0].items() if k != "family_id"} == {
        k: v for k, v in found.items() if k != "family_id"
    }


def test_problems_and_runs_are_kept(index):
    run = runs.begin(index.database, inputs=["x.txt"], model="m")
    problem = Problem(input="x.txt", code="empty", message="nothing in it")
    index.add(Batch(run=run, problems=[problem], unchanged=3))
    assert index.database.all("SELECT inputs, model, finished, unchanged FROM runs") == [
        ('["x.txt"]', "m", None, 3)
    ]
    runs.finish(index.database, run)
    assert index.database.one("SELECT finished FROM runs")[0] is not None
    assert index.database.all("SELECT input, code, lost FROM problems") == [("x.txt", "empty", 1)]


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_changes_leaves_it_right(url, seed):
    """Many random changes; what is kept always agrees with what it is counted from."""
    dice = random.Random(seed)
    people = ["Ann Lee", "ANN LEE", "Bob Roe", "Carl Poe", "Ann Lee | Bob Roe", None]
    with open_index(url, create=True) as index:
        for step in range(12):
            entries = [
                entry(
                    name,
                    *(
                        row(
                            dice.choice(
                                ("We will win the war at last", "No", "It is over, all over")
                            ),
                            dice.choice(people),
                            quote_type=dice.choice(("direct", "indirect")),
                            speaker_role=dice.choice((None, "mayor", "judge")),
                        )
                        for _ in range(dice.randrange(4))
                    ),
                    outlet=dice.choice(("The Post", "The Times", None)),
                    published=dice.choice(("2024-05-01", "2023-01-31", None)),
                )
                for name in dice.sample("abcdefgh", dice.randrange(1, 4))
            ]
            fill(index, *entries)
            if step % 3 == 2:
                there = [name for (name,) in index.database.all("SELECT article_id FROM articles")]
                index.withdraw(dice.sample(there, 1))
        check(index)
