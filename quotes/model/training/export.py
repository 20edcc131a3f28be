"""From a trained network to the one file that runs without PyTorch: ONNX, weights in 8 bits."""

import copy
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import nn
from torch.nn import functional

from quotes.model.network.inputs import Batch, Names
from quotes.model.training.loop import tensors
from quotes.model.training.net import Net
from quotes.table.atomic import replacing

if TYPE_CHECKING:
    from collections.abc import Mapping

INPUTS = ("ids", "features", "first", "frames", "numbers")
OUTPUTS = ("right", "tags", "heads", "query", "key", "lean")
OPSET = 17


class _Attention(torch.autograd.Function):
    """Attention among all pieces of a window, one operator in the file.

    ONNX Runtime computes it by blocks (Dao et al., "FlashAttention", NeurIPS 2022), but only
    where nothing is masked: windows are read one at a time and have no padding.
    """

    @staticmethod
    def forward(
        ctx: Any, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, heads: int
    ) -> torch.Tensor:
        """The attended values, (windows, pieces, size) like the other three."""
        q, k, v = (x.unflatten(-1, (heads, -1)).transpose(1, 2) for x in (query, key, value))
        seen = functional.scaled_dot_product_attention(q, k, v)
        return seen.transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        """The operator that stands for it."""
        made = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        return made.setType(query.type())


class _SelfAttention(nn.Module):
    """A layer's self-attention with `_Attention` at its heart."""

    def __init__(self, given: Any) -> None:
        super().__init__()
        self.query, self.key, self.value = given.query, given.key, given.value
        self.heads: int = given.num_attention_heads

    def forward(self, hidden: torch.Tensor, *_: Any, **__: Any) -> tuple[torch.Tensor, None]:
        """What the layer expects: the attended values, and no weights."""
        seen = _Attention.apply(
            self.query(hidden), self.key(hidden), self.value(hidden), self.heads
        )
        return seen, None


class _Whole(nn.Module):
    """All heads at once, probabilities where probabilities are read."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = copy.deepcopy(net)
        for layer in self.net.bert.encoder.layer:
            layer.attention.self = _SelfAttention(layer.attention.self)

    def forward(
        self,
        ids: torch.Tensor,
        features: torch.Tensor,
        first: torch.Tensor,
        frames: torch.Tensor,
        numbers: torch.Tensor,
    ) -> tuple[torch.Tensor, ...]:
        """The outputs, in the order of `OUTPUTS`, for windows of one length."""
        tokens = self.net.tokens(ids, features, torch.ones(ids.shape), first)
        tags, heads = self.net.tagged(tokens)
        right = self.net.judged(tokens, frames, numbers)
        return right, torch.softmax(tags, -1), torch.sigmoid(heads), *self.net.keys(tokens)


def export(
    net: Net, path: Path, *, sample: Batch, names: Names, about: "Mapping[str, object]"
) -> None:
    """Write a network as ONNX with 8-bit weights.

    Args:
        net: The trained network.
        path: The file to be made.
        sample: A window with frames, for tracing.
        names: Numbers of constructions and source classes; they travel in the file.
        about: What else the file says of itself: its recipe and data.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    net.eval()
    given = tensors(sample)
    dynamic = {
        "ids": {0: "windows", 1: "pieces"},
        "features": {0: "windows", 1: "pieces"},
        "first": {0: "tokens"},
        "frames": {0: "frames"},
        "numbers": {0: "frames"},
    }
    with tempfile.TemporaryDirectory() as folder:
        whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        with torch.no_grad():
            torch.onnx.export(
                _Whole(net),
                tuple(given[name] for name in INPUTS),
                str(whole),
                input_names=list(INPUTS),
                output_names=list(OUTPUTS),
                dynamic_axes={
                    **dynamic,
                    "right": {0: "frames"},
                    **{name: {0: "tokens"} for name in OUTPUTS[1:]},
                },
                opset_version=OPSET,
                dynamo=False,
            )
        quantize_dynamic(whole, small, per_channel=True, weight_type=QuantType.QInt8)
        model = onnx.load(small)
        says = {
            "shapes": names.shapes,
            "whos": names.whos,
            "distance": [[round(float(v), 5) for v in row] for row in net.distance.weight.detach()],
            "about": about,
        }
        for key, value in says.items():
            entry = model.metadata_props.add()
            entry.key, entry.value = key, json.dumps(value, ensure_ascii=False, sort_keys=True)
        with replacing(path) as file:
            file.write(model.SerializeToString())
