"""What can be fuzzed, by name; each part is loaded only where it is asked for."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

Target = Callable[[bytes], None]

READERS = ("txt", "html", "jsonl", "csv", "parquet", "warc")
ZIPPED = ("txt.gz", "html.gz", "jsonl.gz", "csv.gz", "warc.gz")
_PLACES = {
    "fuzz_readers": ("sniffed", "decoding", "lines"),
    "fuzz_columns": ("columns",),
    "fuzz_texts": ("marks", "furniture", "header", "dates", "blocks", "words"),
    "fuzz_docs": ("layouts", "grammar", "network"),
    "fuzz_names": ("names", "forms", "organisations"),
    "fuzz_identities": ("identities",),
    "fuzz_people": ("decisions", "decided", "authority", "authority_parquet", "registry"),
    "fuzz_searches": ("query", "params", "saved", "postgres"),
    "fuzz_web": ("pages",),
    "fuzz_whole": ("whole", "default"),
}
PARQUET = ("parquet", "authority_parquet", "columns", "sniffed")
"""What may be taken for a Parquet file here."""

_PLACE = {name: place for place, names in _PLACES.items() for name in names}
NAMES = (*READERS, *ZIPPED, *_PLACE)

_TESTS = Path(__file__).parents[1]
# For helpers that other tests have: small indexes, and a server of one's own.
sys.path += [str(path) for path in (_TESTS, _TESTS / "index", _TESTS / "web")]


def load(name: str) -> Target:
    """The function that takes a fuzzer's bytes, and fails where something is wrong."""
    if name in READERS or name in ZIPPED:
        return import_module("fuzz_readers").reader(f".{name}")
    return getattr(import_module(_PLACE[name]), name)
