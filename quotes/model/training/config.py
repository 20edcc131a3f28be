"""The recipe of the network's training, as a file says it."""

import tomllib
from dataclasses import dataclass, fields
from importlib.resources import files
from pathlib import Path
from typing import Any

from quotes.errors import UsageError


@dataclass(frozen=True, slots=True)
class Encoder:
    """Which pretrained encoder, and how many of its layers."""

    package: str
    folder: str
    layers: int


@dataclass(frozen=True, slots=True)
class Heads:
    """Sizes of what is trained on top of it."""

    frame: int
    link: int
    dropout: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How the lexicon of cues is asked for training articles."""

    folds: int
    min_frames: int


@dataclass(frozen=True, slots=True)
class Training:
    """The optimisation."""

    seed: int
    epochs: float
    pieces: int
    masked: float
    rate: float
    heads_rate: float
    warmup: int
    decay: float
    clip: float
    bfloat16: bool
    threads: int


@dataclass(frozen=True, slots=True)
class Loss:
    """What each of the four losses weighs."""

    tags: float
    frames: float
    links: float
    cues: float


@dataclass(frozen=True, slots=True)
class Config:
    """The whole recipe."""

    encoder: Encoder
    heads: Heads
    lexicon: Lexicon
    training: Training
    loss: Loss


def read_config(path: str | Path | None = None) -> Config:
    """Read a recipe.

    Args:
        path: A TOML file like the package's own ``network.toml``, which is read by default.

    Returns:
        The recipe.

    Raises:
        UsageError: The file is missing, is not TOML, or lacks an entry or has one too many.
    """
    if path is None:
        text = files("quotes.model.training").joinpath("network.toml").read_text("utf-8")
    else:
        try:
            text = Path(path).read_text("utf-8")
        except OSError as error:
            raise UsageError(f"can't read {path}: {error.strerror}") from error
    name = path or "network.toml"
    try:
        found: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name} is not TOML: {error}") from error
    sections = {field.name: field.type for field in fields(Config)}
    _same(str(name), set(found), set(sections))
    made = {}
    for section, kind in sections.items():
        assert isinstance(kind, type)
        _same(f"[{section}] of {name}", set(found[section]), {f.name for f in fields(kind)})
        made[section] = kind(**found[section])
    return Config(**made)


def _same(where: str, found: set[str], wanted: set[str]) -> None:
    if missing := sorted(wanted - found):
        raise UsageError(f"{where} lacks {', '.join(missing)}")
    if unknown := sorted(found - wanted):
        raise UsageError(f"{where} has what nobody reads: {', '.join(unknown)}")
