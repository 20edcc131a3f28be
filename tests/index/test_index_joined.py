"""Why identifiers are one speaker: told for each, by names, and in words."""

import pytest
from index_fakes import entry, fill, row

from quotes.index import Decision
from quotes.index.joined import by_name
from quotes.index.pages import Joined
from quotes.index.reasons import in_words


def said(name, article, **given):
    return entry(article, row(f"{name} said so", name, **given))


def test_by_evidence(index):
    fill(index, said("Sergei Lavrov", "a"), said("Sergey Lavrov", "b"), said("Sergey Lavrov", "c"))
    page = index.speaker("p-sergei-lavrov")
    (one,) = page.joined
    assert (one.speaker_id, one.speaker, one.articles) == ("p-sergey-lavrov", "Sergey Lavrov", 2)
    assert (one.example, one.beside) == ("c:0", "Sergei Lavrov")
    assert one.score == 2.0
    assert one.reasons == [
        "sergey and sergei: one name, two spellings",
        "in one outlet within a week or so",
    ]
    assert page.ids == ["p-sergei-lavrov", one.speaker_id]


def test_by_people(index):
    fill(index, said("Maria Holt", "a"), said("Bess Brandt", "b"), said("Bess Brandt", "c"))
    assert index.speaker("Maria Holt").joined == []
    decided = {"decision": "same", "a": "p-maria-holt", "who": "ES", "made": "2024-05-01T10:00:00"}
    index.decide([Decision(b="p-bess-brandt", why="she married", **decided)])
    (one,) = index.speaker("Maria Holt").joined
    assert (one.speaker, one.score, one.articles) == ("Bess Brandt", None, 2)
    assert one.reasons == ["decided by ES on 2024-05-01: she married"]
    index.undo()
    assert index.speaker("Maria Holt").joined == []
    # Only what is said of one article.
    index.decide([Decision(b="p-bess-brandt@c", **{**decided, "who": ""})])
    (one,) = index.speaker("Maria Holt").joined
    assert (one.beside, one.reasons) == ("Maria Holt", ["decided by somebody on 2024-05-01"])
    assert index.speaker("p-bess-brandt").joined == []


def test_over_a_third(index):
    fill(index, said("Ann Lee", "a"), said("Ann Bobson", "b"), said("Ann Carr", "c"))
    ids = ["p-ann-lee", "p-ann-bobson", "p-ann-carr"]
    index.decide([Decision(decision="same", a=ids[n], b=ids[n + 1]) for n in (0, 1)])
    joined = {one.speaker: one.beside for one in index.speaker("Ann Lee").joined}
    assert joined == {"Ann Bobson": "Ann Carr", "Ann Carr": "Ann Bobson"}


def made(name, articles, score):
    return Joined(
        speaker_id=f"p-{name}-{score}",
        speaker=name,
        articles=articles,
        example=None,
        beside=None,
        score=score,
        reasons=[],
    )


def test_by_names():
    found = [
        made("Lee", 1, 3.0),
        made("Ann Lee", 2, None),
        made("Lee", 1, 2.0),
        made("Lee", 1, 5.0),
    ]
    names = by_name(found)
    assert [(n.name, n.articles, [j.score for j in n.joined]) for n in names] == [
        ("Lee", 3, [2.0, 3.0, 5.0]),
        ("Ann Lee", 2, [None]),
    ]
    assert by_name([]) == []


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("surname alone", "the article gives the surname alone"),
        ("role in both: senator", "the role has the same words: senator"),
        ("spoke beside ann lee, nato", "both are quoted together with ann lee, nato"),
        ("president of that name", "known as the president of that surname"),
        ("the only one of that name", "nobody else of that surname is quoted then"),
        ("both are Q1", "both are Q1"),
        ("", ""),
    ],
)
def test_in_words(reason, words):
    assert in_words(reason) == words
