from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from quotes.table import QUOTES, article_row, problem_row, quote_id, quote_rows
from quotes.types import Article, Attribution, Problem, Skipped, Span, Speaker

TEXT = "“Yes,” Ann Lee said.\n“No.” Said by two."
ARTICLE = Article(article_id="a1", text=TEXT, title="T", outlet="", published=date(2020, 2, 3))
FOUND = Attribution(
    content=(Span(0, 6), Span(21, 26)),
    cue=(Span(15, 19),),
    source=(Span(7, 14),),
    quote_type="direct",
    cue_class="statement",
    confidence=0.876543,
    context=Span(0, 40),
    speakers=(Speaker(key="ann lee", name="Ann Lee", kind="person", role="minister"),),
    resolved_by="name",
)


def row(found=FOUND, article=ARTICLE):
    (one,) = quote_rows(article, [found])
    return one


def test_row_has_the_columns_in_order_and_fits_the_schema():
    assert list(row()) == QUOTES.names()
    assert pl.DataFrame([row()], schema=QUOTES).height == 1


def test_values():
    got = row()
    assert got["quote"] == "“Yes,” “No.”"
    assert (got["cue"], got["source"]) == ("said", "Ann Lee")
    assert got["content_spans"] == [{"start": 0, "end": 6}, {"start": 21, "end": 26}]
    assert (got["speaker"], got["speaker_kind"], got["speaker_role"]) == (
        "Ann Lee",
        "person",
        "minister",
    )
    assert got["speaker_id"]
    assert got["confidence"] == 0.8765
    assert (got["context"], got["context_start"]) == (TEXT[:40], 0)
    assert got["outlet"] is None  # nothing is null, not empty
    assert got["published"] == date(2020, 2, 3)


def test_no_speaker():
    got = row(replace(FOUND, speakers=(), resolved_by="none", unresolved="no name near"))
    assert (got["speaker"], got["speaker_id"], got["speaker_kind"]) == (None, None, "unknown")
    assert got["unresolved"] == "no name near"


def test_joint_speakers_in_alphabetical_order_ids_likewise():
    bob = Speaker(key="bob", name="Bob Day", kind="person", role="mayor", anonymity=None)
    ann = FOUND.speakers[0]
    both = row(replace(FOUND, speakers=(bob, ann)))
    alone = {s.name: row(replace(FOUND, speakers=(s,)))["speaker_id"] for s in (ann, bob)}
    assert both["speaker"] == "Ann Lee | Bob Day"
    assert both["speaker_id"] == f"{alone['Ann Lee']} | {alone['Bob Day']}"
    assert both["speaker_role"] == "minister | mayor"


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["group", "person"], "person"),
        (["organization", "anonymous"], "anonymous"),
        (["document"], "document"),
    ],
)
def test_kind_of_joint_speakers(kinds, expected):
    speakers = tuple(Speaker(key=k, name=k, kind=k) for k in kinds)
    assert row(replace(FOUND, speakers=speakers))["speaker_kind"] == expected


def test_quote_id_depends_on_article_and_spans_alone():
    same = replace(FOUND, confidence=0.1, speakers=(), quote_type="mixed")
    assert quote_id("a1", FOUND) == quote_id("a1", same)
    others = [
        quote_id("a2", FOUND),
        quote_id("a1", replace(FOUND, content=FOUND.content[:1])),
        quote_id("a1", replace(FOUND, cue=())),
        quote_id("a1", replace(FOUND, cue=FOUND.source, source=FOUND.cue)),
    ]
    assert len({quote_id("a1", FOUND), *others}) == 5


def test_min_confidence():
    assert len(quote_rows(ARTICLE, [FOUND], min_confidence=0.88)) == 0
    assert len(quote_rows(ARTICLE, [FOUND], min_confidence=0.87)) == 1


def test_half_a_surrogate_pair_keeps_the_offsets():
    text = "“\ud800es,” Ann Lee said.\n“No.” Said by two."
    got = row(article=replace(ARTICLE, text=text, title="\udfff"))
    assert len(got["quote"]) == len("“Yes,” “No.”")
    assert pl.DataFrame([got], schema=QUOTES)["quote"].to_list() == [got["quote"]]


def test_articles_and_problems():
    read = article_row(replace(ARTICLE, skipped=(Skipped(0, 3, "caption"),), notes=("x",)))
    assert read["skipped"] == [{"start": 0, "end": 3, "reason": "caption"}]
    assert read["notes"] == ["x"]
    problem = Problem(input="f:3", code="json", message="broken")
    assert problem_row(problem) == {
        "input": "f:3",
        "article_id": None,
        "code": "json",
        "message": "broken",
        "lost": True,
    }


def test_anonymous_sources_are_counted_by_whose_they_are():
    aides = Speaker(
        key="anonymous: aides",
        name="two senior NATO officials",
        kind="anonymous",
        affiliation="NATO",
        rank="senior",
        number="2",
    )
    got = row(replace(FOUND, speakers=(aides,)))
    assert (got["source_affiliation"], got["source_rank"], got["source_number"]) == (
        *("NATO", "senior", "2"),
    )
    assert row()["source_affiliation"] is None
