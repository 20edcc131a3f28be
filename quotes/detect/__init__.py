"""Stage 1: quotation marks, cues, contents."""

from quotes.detect.blocks import dateline_end, paragraphs
from quotes.detect.find import find_attributions
from quotes.detect.marks import Quoted, find_quoted
from quotes.detect.pipeline import DEFAULT_MODEL, load_pipeline, make_doc

__all__ = [
    "DEFAULT_MODEL",
    "Quoted",
    "dateline_end",
    "find_attributions",
    "find_quoted",
    "load_pipeline",
    "make_doc",
    "paragraphs",
]
