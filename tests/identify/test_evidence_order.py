import random
from collections import Counter

import pytest

from quotes.identify.common import Common
from quotes.identify.evidence import weigh
from quotes.identify.nodes import Node

NAMES = [f"name{n}" for n in range(40)]
COMMON = Common(1000, {name: 1 + 7 * n for n, name in enumerate(NAMES)})


def node(number: int, names: list[str]) -> Node:
    return Node(
        id=f"p-{number}",
        name="Jane Roe",
        found=f"p-{number}",
        run=1,
        setting=Counter(names),
        articles=1,
    )


@pytest.mark.parametrize("seed", range(20))
def test_what_is_shared_weighs_the_same_in_any_order(seed: int) -> None:
    # Numbers whose sum's last bit depends on their order, as it would on that of a set.
    chance = random.Random(seed)
    some = chance.sample(NAMES[:12], 6)
    orders = [chance.sample(some, len(some)) for _ in range(30)]
    told = [weigh(node(1, one), node(2, one), COMMON) for one in orders]
    assert told[0]
    assert len({tuple(weight.weight for weight in weights) for weights in told}) == 1
