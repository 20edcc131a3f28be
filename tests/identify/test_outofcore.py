"""A share of the blocks at a time gives what all at once gives."""

import random
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import test_golden_identity as golden
import test_scale

from quotes.identify import Decision, Mention, Registry, speaker_ids
from quotes.identify.authority import Record, authority
from quotes.identify.outofcore import identify_by_blocks
from quotes.identify.spilled import Spilled
from quotes.types import Speaker


def told(resolution: Any) -> dict[str, Any]:
    its = asdict(resolution)
    its.pop("touched")
    return {
        key: sorted(value, key=str) if isinstance(value, list) else value
        for key, value in its.items()
    }


def check(mentions: list[Mention], folder: Path, shares: int = 7, **given: Any) -> None:
    registry = Registry()
    expected = told(registry.add(mentions, **given))
    resolution, known = identify_by_blocks(mentions, folder=folder, shares=shares, **given)
    assert told(resolution) == expected
    assert known.links == registry.links
    assert known.aliases() == registry.aliases()
    assert known.authority_ids == registry.authority_ids
    assert known.candidates == registry.candidates


@pytest.mark.parametrize("path", golden.CASES, ids=lambda path: path.stem)
def test_golden_cases(path: Path, tmp_path: Path) -> None:
    case = golden.read(path)
    rows = sorted(case["mentions"], key=lambda row: str(row["article"]))
    check([golden.mention(row) for row in rows], tmp_path, decisions=golden.decisions(case))


@pytest.mark.parametrize("shares", [1, 64])
def test_many_mentions(shares: int, tmp_path: Path) -> None:
    mentions = [*test_scale.mentions(4000), *_bodies()]
    check(mentions, tmp_path, shares)


def test_decisions_and_an_authority_file(tmp_path: Path) -> None:
    mentions = list(test_scale.mentions(1000))
    rng = random.Random(3)
    some = rng.sample(mentions, 8)
    decisions = [
        Decision("same", some[0].found, some[1].found),
        Decision("different", f"{some[2].found}@{some[2].article_id}", some[2].found),
        Decision("name", some[3].found, "Somebody Else"),
        Decision("same", "p-nobody-000000000000", some[4].found),
    ]
    names = sorted({one.name for one in mentions if " " in one.name})[:200]
    records = [
        Record(f"Q{n}", name, (names[n - 1],) if n % 9 == 0 else (), None, None, None, None)
        for n, name in enumerate(names)
    ]
    check(mentions, tmp_path, decisions=decisions, authority=authority(records))


def _bodies() -> list[Mention]:
    found = []
    for number, (name, *also) in enumerate(
        [("National Rifle Association", "nra")] * 4 + [("NRA",), ("No 10",), ("Downing Street",)]
    ):
        speaker = Speaker(key=name, name=name, kind="organization")
        its = speaker_ids(f"b{number}", speaker)
        found.append(
            Mention(f"b{number}", its, name, "organization", day=735_000, also=frozenset(also))
        )
    return found


def test_shares_keep_the_order_of_what_is_put(tmp_path: Path) -> None:
    spilled: Spilled[int] = Spilled(tmp_path, 3)
    for number in range(1000):
        spilled.put(number % 2, number)
    assert list(spilled.take(1)) == list(range(1, 1000, 2))
    spilled.put(1, 5)
    assert list(spilled.take(1))[-2:] == [999, 5]
    assert list(spilled.take(2)) == []
    assert spilled.share_of("smith") == spilled.share_of("smith") < 3
