"""From a trained network to the one file that runs without PyTorch: ONNX, weights in 8 bits."""

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import nn

from quotes.model.network.inputs import Batch, Names
from quotes.model.training.loop import tensors
from quotes.model.training.net import Net
from quotes.table.atomic import replacing

if TYPE_CHECKING:
    from collections.abc import Mapping

INPUTS = ("ids", "features", "mask", "first", "frames", "numbers")
OUTPUTS = ("right", "tags", "heads", "query", "key", "lean")
OPSET = 17


class _Whole(nn.Module):
    """All heads at once, probabilities where probabilities are read."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(
        self,
        ids: torch.Tensor,
        features: torch.Tensor,
        mask: torch.Tensor,
        first: torch.Tensor,
        frames: torch.Tensor,
        numbers: torch.Tensor,
    ) -> tuple[torch.Tensor, ...]:
        """The outputs, in the order of `OUTPUTS`."""
        tokens = self.net.tokens(ids, features, mask, first)
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
        sample: Any batch with frames, for tracing.
        names: Numbers of constructions and source classes; they travel in the file.
        about: What else the file says of itself: its recipe and data.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    net.eval()
    net.bert.config._attn_implementation = "eager"
    given = tensors(sample)
    dynamic = {
        "ids": {0: "windows", 1: "pieces"},
        "features": {0: "windows", 1: "pieces"},
        "mask": {0: "windows", 1: "pieces"},
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
