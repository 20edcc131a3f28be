"""The golden articles give the pinned tables, and scores no lower than the pinned floors."""

import re

import gate
import pin
import pytest

REPIN = "If this is what you meant, pin it: python golden/pin.py --update"


@pytest.fixture(scope="module")
def produced() -> pin.Produced:
    return pin.produce()


@pytest.fixture(scope="module")
def floors() -> gate.Floors:
    return gate.read_floors(pin.FLOORS)


@pytest.mark.parametrize("stem", [path.stem for path in sorted(pin.ARTICLES.iterdir())])
def test_table(produced: pin.Produced, stem: str) -> None:
    path = pin.TABLES / f"{stem}.csv"
    pinned = path.read_bytes() if path.exists() else b""
    difference = gate.difference(pinned, produced.tables[stem], name=f"golden/tables/{path.name}")
    if difference:
        pytest.fail(f"{difference}\n{REPIN}", pytrace=False)


def test_no_table_is_left_over() -> None:
    assert {path.stem for path in pin.TABLES.glob("*")} == {
        path.stem for path in pin.ARTICLES.iterdir()
    }


def test_floors(produced: pin.Produced, floors: gate.Floors) -> None:
    lost = gate.below(produced.scores, floors.scores)
    if lost:
        pytest.fail("\n".join(lost), pytrace=False)


def test_the_floors_are_of_this_corpus_and_these_scores(
    produced: pin.Produced, floors: gate.Floors
) -> None:
    assert floors.corpus_sha256 == gate.corpus_sha256(pin.corpus_files()), REPIN
    assert floors.scores.keys() == produced.scores.keys(), REPIN


def test_no_machine_path_is_pinned() -> None:
    for path in pin.TABLES.glob("*.csv"):
        assert not re.search(r"(^|[\s,\"])/(home|root|work|tmp|Users)/", path.read_text()), path
