"""The optimisation: examples in, a trained network out, saved as it goes."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from quotes.model.network.inputs import Batch, Names, joined
from quotes.model.network.links import distances
from quotes.model.network.pieces import FIRST, LAST, vocabulary
from quotes.model.training.config import Config
from quotes.model.training.examples import NOTHING, Example
from quotes.model.training.net import Net, pretrained
from quotes.table.atomic import replacing

PADDING, HIDDEN = "[PAD]", "[MASK]"

SAVED_EVERY = 100  # steps
_TOLD_EVERY = 50
_SORTED = 160  # windows among which those of like length go together


def new_net(config: Config, names: Names) -> Net:
    """A network before training.

    Args:
        config: The recipe.
        names: Numbers of constructions and source classes.
    """
    torch.manual_seed(config.training.seed)
    return Net(
        pretrained(config),
        shapes=len(names.shapes),
        whos=len(names.whos),
        frame=config.heads.frame,
        link=config.heads.link,
        dropout=config.heads.dropout,
    )


def train(
    net: Net,
    examples: Sequence[Example],
    config: Config,
    *,
    checkpoint: Path,
    tell: Callable[[str], None],
) -> None:
    """Train a network in place.

    Every step's randomness follows from the seed and the step's number, so that a run that goes
    on from a checkpoint does the steps an unbroken one would have done.

    Args:
        net: From `new_net`.
        examples: Windows with their answers.
        config: The recipe.
        checkpoint: Where the state is kept; if it is there, training goes on from it.
        tell: Called with a line of progress now and then.
    """
    recipe = config.training
    torch.set_num_threads(recipe.threads)
    steps = _steps(examples, config)
    encoder = [p for name, p in net.named_parameters() if name.startswith("bert.")]
    heads = [p for name, p in net.named_parameters() if not name.startswith("bert.")]
    groups = [{"params": encoder, "times": 1.0}, {"params": heads, "times": recipe.heads_rate}]
    optimizer = torch.optim.AdamW(
        groups, lr=recipe.rate, weight_decay=recipe.decay, betas=(0.9, 0.98), fused=True
    )
    done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["step"]
        tell(f"going on from step {done}")
    net.train()
    losses: list[list[float]] = []
    for step, chosen in enumerate(_batches(examples, recipe.pieces, seed=recipe.seed)):
        if step >= steps:
            break
        if step < done:
            continue
        torch.manual_seed(recipe.seed * 1_000_003 + step)
        share = min(1.0, (step + 1) / recipe.warmup) * max(0.02, 1 - step / steps)
        for group in optimizer.param_groups:
            group["lr"] = recipe.rate * group["times"] * share
        parts = _losses(net, chosen, bfloat16=recipe.bfloat16, masked=recipe.masked)
        weights = (config.loss.tags, config.loss.frames, config.loss.links, config.loss.cues)
        loss = sum(w * part for w, part in zip(weights, parts, strict=True))
        assert isinstance(loss, torch.Tensor)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), recipe.clip)
        optimizer.step()
        losses.append([part.item() for part in parts])
        if (step + 1) % _TOLD_EVERY == 0:
            means = np.mean(losses[-_TOLD_EVERY:], axis=0)
            named = zip(("tags", "frames", "links", "cues"), means, strict=True)
            tell(f"step {step + 1} of {steps}: " + ", ".join(f"{n} {v:.4f}" for n, v in named))
        if (step + 1) % SAVED_EVERY == 0 or step + 1 == steps:
            _save(checkpoint, net, optimizer, step + 1)


def _save(checkpoint: Path, net: Net, optimizer: Any, step: int) -> None:
    state = {"net": net.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
    with replacing(checkpoint) as file:
        torch.save(state, file)


def _steps(examples: Sequence[Example], config: Config) -> int:
    pieces = sum(len(example.part.ids) for example in examples)
    # Windows of a step are padded to one length, which costs about a twelfth.
    return max(1, int(config.training.epochs * pieces * 1.08 / config.training.pieces))


def _batches(examples: Sequence[Example], pieces: int, *, seed: int) -> Iterator[list[Example]]:
    """Batches without end, each epoch in another order, windows of like length together."""
    chance = random.Random(seed)
    while True:
        order = list(examples)
        chance.shuffle(order)
        for at in range(0, len(order), _SORTED):
            near = sorted(order[at : at + _SORTED], key=lambda e: len(e.part.ids))
            batches: list[list[Example]] = [[]]
            for example in near:
                longest = max([len(example.part.ids), *(len(e.part.ids) for e in batches[-1])])
                if batches[-1] and (len(batches[-1]) + 1) * longest > pieces:
                    batches.append([])
                batches[-1].append(example)
            chance.shuffle(batches)
            yield from batches


def tensors(batch: Batch) -> dict[str, torch.Tensor]:
    """A batch's arrays as tensors, by name."""
    names = ("ids", "features", "mask", "first", "frames", "numbers")
    return {name: torch.from_numpy(getattr(batch, name)) for name in names}


def hidden(ids: torch.Tensor, share: float) -> torch.Tensor:
    """Hide some word pieces, so that the network learns to do without any single one.

    Args:
        ids: Numbers of word pieces, windows by pieces.
        share: How many of them, from 0 to 1.

    Returns:
        The same with the mask's number in places; padding and edges stay.
    """
    numbers = vocabulary()
    kept = torch.tensor([numbers[piece] for piece in (PADDING, FIRST, LAST)])
    chosen = (torch.rand(ids.shape) < share) & ~torch.isin(ids, kept)
    return ids.masked_fill(chosen, numbers[HIDDEN])


def _losses(
    net: Net, chosen: Sequence[Example], *, bfloat16: bool, masked: float
) -> list[torch.Tensor]:
    """The losses of tags, frames, links and cue heads."""
    batch = joined([example.part for example in chosen])
    given = tensors(batch)
    given["ids"] = hidden(given["ids"], masked)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        tokens = net.tokens(given["ids"], given["features"], given["mask"], given["first"])
        tags, heads = net.tagged(tokens)
        frames = net.judged(tokens, given["frames"], given["numbers"])
        query, key, lean = net.keys(tokens)
    zero = torch.zeros(())
    wanted = torch.tensor([tag for example in chosen for tag in example.tags])
    right = torch.tensor([r for example in chosen for r in example.right])
    cues = torch.zeros(len(wanted))
    links, pairs = zero, 0
    for (offset, count), example in zip(batch.spans, chosen, strict=True):
        if not example.links:
            continue
        at = torch.tensor([link.cue for link in example.links])
        cues[at + offset] = 1.0
        answer = torch.zeros(len(at), count, 2)
        for row, link in enumerate(example.links):
            answer[row, link.content, 0] = 1.0
            answer[row, link.source, 1] = 1.0
        window = slice(offset, offset + count)
        asked = query[window][at].view(len(at), 2, net.link)
        score = torch.einsum("iad,jad->ija", asked, key[window].view(count, 2, net.link))
        far = np.stack([distances(link.cue, count) for link in example.links])
        odds = (score / net.link**0.5 + lean[window]).float() + net.distance(torch.from_numpy(far))
        links = links + functional.binary_cross_entropy_with_logits(odds, answer, reduction="sum")
        pairs += answer[..., 0].numel()
    return [
        functional.cross_entropy(tags, wanted, ignore_index=NOTHING),
        functional.binary_cross_entropy_with_logits(frames, right) if len(right) else zero,
        links / max(pairs, 1),
        functional.binary_cross_entropy_with_logits(heads, cues),
    ]
