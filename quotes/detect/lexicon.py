"""The lexicon of cues: how surely a frame reports, by its words and its construction.

A log-linear model over named features (`quotes.detect.features`), one weight a feature, kept in
``cues.json.gz``. The weights are fitted on annotated news by `quotes.model.cues`.
"""

import gzip
import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import repeat
from typing import cast

BIAS = ""
_SURE = 14.0  # log-odds beyond which nothing is surer


@cache
def weights() -> Mapping[str, float]:
    """The weight of every feature; the empty name is the bias."""
    packed = files("quotes.detect").joinpath("cues.json.gz").read_bytes()
    return cast(Mapping[str, float], json.loads(gzip.decompress(packed)))


@cache
def reporting_verbs() -> frozenset[str]:
    """Verbs of reporting, in every inflected form, as textacy lists them for English."""
    from textacy.constants import REPORTING_VERBS

    return frozenset(REPORTING_VERBS["en"])


#: Constructions that report whatever the annotated news shows of them: too rare to be counted.
_KNOWN: Mapping[str, float] = {
    "per|prep": 0.6,
    "put|as": 0.7,
    "say|as": 0.7,
    "see|as": 0.6,
    "tell|as": 0.6,
    "note|as": 0.6,
    "explain|as": 0.6,
    "describe|as": 0.5,
    "in view|prep:owner": 0.7,
    "in opinion|prep:owner": 0.7,
    "in word|prep:owner": 0.6,
    "in eye|prep:owner": 0.5,
    "in judgment|prep:owner": 0.6,
    "in estimation|prep:owner": 0.6,
    ":|layout:interview": 0.98,
    "say|layout:headline": 0.7,
    "warn|layout:headline": 0.7,
    "claim|layout:headline": 0.7,
    "find|layout:headline": 0.6,
    "show|layout:headline": 0.6,
    "suggest|layout:headline": 0.6,
    "tell|layout:headline:told": 0.7,
    "hear|layout:headline:told": 0.7,
    "-|q:signoff": 0.8,
    "-|q:signoff:line": 0.8,
}


def known(lemma: str, shape: str) -> float:
    """The least probability of a construction that rules know surely; 0 for all others."""
    return _KNOWN.get(f"{lemma}|{shape}", 0.0)


def log_odds(names: Iterable[str], table: Mapping[str, float]) -> float:
    """How likely a frame with these features is an attribution, as log-odds.

    Args:
        names: The frame's features.
        table: Weights by feature; an unknown feature weighs nothing.
    """
    total = table.get(BIAS, 0.0) + sum(map(table.get, names, repeat(0.0)))
    return max(-_SURE, min(_SURE, total))


def sigmoid(odds: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def calibrated(p: float, slope: float, shift: float) -> float:
    """The chance that a chosen frame's content and source are right.

    Args:
        p: Its probability before the choice, from 0 to 1.
        slope, shift: Of its log-odds (Platt, 1999).
    """
    p = max(0.01, min(0.99, p))
    return sigmoid(slope * math.log(p / (1.0 - p)) + shift)
