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
from typing import cast

BIAS = ""


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


def probability(names: Iterable[str], table: Mapping[str, float]) -> float:
    """How likely a frame with these features is an attribution, from 0 to 1.

    Args:
        names: The frame's features.
        table: Weights by feature; an unknown feature weighs nothing.
    """
    total = table.get(BIAS, 0.0) + sum(table.get(name, 0.0) for name in names)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
