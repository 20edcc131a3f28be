"""What can be said of the optimisation without training anything."""

import pytest

torch = pytest.importorskip("torch", reason="the extra train is not installed")

from quotes.model.network.pieces import vocabulary  # noqa: E402
from quotes.model.training.loop import hidden  # noqa: E402


def test_pieces_are_hidden_but_not_edges_and_padding():
    numbers = vocabulary()
    kept = [numbers[piece] for piece in ("[CLS]", "[SEP]", "[PAD]")]
    ids = torch.tensor([[kept[0], *[2000] * 400, kept[1], *[kept[2]] * 50]] * 8)
    torch.manual_seed(0)
    found = hidden(ids, 0.1)
    changed = found != ids
    assert (found[changed] == numbers["[MASK]"]).all()
    assert (ids[changed] == 2000).all()
    assert 0.05 < changed.sum() / (8 * 400) < 0.15
    assert (hidden(ids, 0.0) == ids).all()
