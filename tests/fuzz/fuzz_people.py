"""Files of people's decisions, authority files and registries: whatever is in them."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from index_fakes import entry, fill, row

from quotes.errors import QuotesError, ReadError, UsageError
from quotes.identify import (
    Authority,
    ContradictionError,
    identify,
    load_registry,
    mentions_of,
    read_authority,
    read_decisions,
    save_registry,
)
from quotes.identify.nodes import Node
from quotes.identify.registry import Registry
from quotes.index import open_index
from quotes.index.decisions_csv import read_decisions as read_for_index

FOLDER = TemporaryDirectory(prefix="quotes-fuzz-")
PEOPLE = ("Ann Lee", "Bob Day", "Cy Poe", "Annie Lee", "Lee")


def entries():
    """Five people, each in two articles."""
    for n, name in enumerate(PEOPLE * 2):
        yield entry(f"a{n}", row(f"We will see the red line number {n}", name))


def decisions(data: bytes) -> None:
    """What is read is what both readers take; what holds, holds of the identities made with it."""
    path = _file("decisions.csv", data)
    try:
        found = read_decisions(path)
    except UsageError as error:
        assert str(error)
        # Whatever is wrong with it but for contradictions is wrong for an index too.
        if not isinstance(error, ContradictionError) and b"wrong" not in data:
            _refused(path)
        return
    if b"wrong" in data:  # what says so is for an index alone to check
        return
    known = {(one.decision, one.a, one.b, one.where) for one in found}
    there = {(one.decision, one.a, one.b or "", one.where) for one in read_for_index(path)}
    assert {one for one in there if one[0] != "unsure"} == known
    rows = [made for one in entries() for made in one.rows]
    who = identify(rows, decisions=found)
    ids = {made["speaker_id"]: who.of(made)[0] for made in rows}
    # What is said of a speaker in one article may take that article away from the rest.
    for one in found if not any("@" in one.a + one.b for one in found) else ():
        if one.a in ids and one.b in ids and one.decision != "name":
            assert (ids[one.a] == ids[one.b]) == (one.decision == "same"), one


def _refused(path: Path) -> None:
    try:
        read_for_index(path)
    except UsageError:
        return
    raise AssertionError("an index takes it")


def decided(data: bytes) -> None:
    """Decisions applied to an index, and taken back: it is as before."""
    index = _index()
    try:
        found = read_for_index(_file("decided.csv", data))
        written = index.decide(found, waiting=True)
    except UsageError:
        assert _people(index) == _before()
        return
    for one in index.decisions():
        assert one.decision and one.a
    if written:
        index.undo([one.number for one in written])
    assert _people(index) == _before()


def authority(data: bytes) -> None:
    hold_authority(_file("authority.csv", data))


def authority_parquet(data: bytes) -> None:
    hold_authority(_file("authority.parquet", data))


def hold_authority(path: Path) -> None:
    """An authority file is used, or refused in one line."""
    try:
        found = read_authority(path)
    except UsageError as error:
        assert str(error) and "\n" not in str(error)
        return
    assert isinstance(found, Authority)
    for person in _nodes():
        match = found.person(person)
        assert match.authority_id is None or not match.candidates
    for body in ("NATO", "The U.S. Treasury’s", ""):
        found.body(body)


def registry(data: bytes) -> None:
    """A kept registry; a damaged one is told as such."""
    try:
        found = load_registry(_file("registry.jsonl.gz", data))
    except (ReadError, UsageError) as error:
        assert str(error)
        return
    found.add(mentions_of(made for one in entries() for made in one.rows))


def registries():
    """Good ones, to begin with."""
    path = Path(FOLDER.name) / "seed.jsonl.gz"
    known = Registry()
    save_registry(known, path)
    yield path.read_bytes()
    known.add(mentions_of(made for one in entries() for made in one.rows))
    save_registry(known, path)
    yield path.read_bytes()


def _file(name: str, data: bytes) -> Path:
    path = Path(FOLDER.name) / name
    path.write_bytes(data)
    return path


@cache
def _nodes() -> tuple[Node, ...]:
    known = Registry()
    known.add(mentions_of(made for one in entries() for made in one.rows))
    return tuple(known.nodes.values())


@cache
def _index():
    index = open_index(str(Path(FOLDER.name) / "people.db"), create=True)
    fill(index, *entries())
    return index


@cache
def _before():
    return _people(_index())


def _people(index):
    try:
        return [
            (one.speaker_id, one.speaker, one.quotes, one.articles)
            for one in index.speakers(limit=100)
        ]
    except QuotesError as error:  # nothing that was decided may make it unreadable
        raise AssertionError(error) from error
