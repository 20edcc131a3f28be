"""Fuzzing by hand, with coverage: ``fuzz.py TARGET FOLDER [OPTION...]``. See docs/robustness.md."""

import gzip
import random
import sys
import time
import zlib
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path

import atheris
from seeds import seeds_of
from targets import NAMES, PARQUET, ZIPPED, Target, load
from trials import in_one_process

LIMIT = 8.0
"""CPU seconds for one input: libFuzzer's own limit is by the clock, which others set back."""

DICTIONARY = Path(__file__).with_name("dictionary.txt")


def main() -> None:
    if len(sys.argv) < 3 or sys.argv[1] not in NAMES:
        sys.exit(f"usage: fuzz.py {'|'.join(NAMES)} FOLDER [OPTION...]")
    name, folder = sys.argv.pop(1), Path(sys.argv[1])
    with atheris.instrument_imports(include=["quotes"]):
        target = load(name)
        if name in PARQUET:
            in_one_process()
        for seed in _filled(folder, name):  # what is imported only when it is needed, too
            target(seed)
    how = {"custom_mutator": _zipped} if name in (*ZIPPED, "registry") else {}
    atheris.Setup([*sys.argv, f"-dict={DICTIONARY}"], _timed(target), **how)
    atheris.Fuzz()


def _timed(target: Target) -> Target:
    def run(data: bytes) -> None:
        start = time.process_time()
        target(data)
        taken = time.process_time() - start
        assert taken < LIMIT, f"{taken:.1f} CPU seconds for {len(data)} bytes"

    return run


def _filled(folder: Path, name: str) -> Iterator[bytes]:
    """The seeds, put into the folder too, where some may be new to it."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds_of(name):
        (folder / f"seed-{sha1(seed).hexdigest()}").write_bytes(seed)
        yield seed


def _zipped(data: bytes, most: int, seed: int) -> bytes:
    """Change what is in a gzip file; now and then the file itself."""
    if random.Random(seed).random() < 0.2:
        return atheris.Mutate(data, most)
    try:
        inner = zlib.decompress(data, wbits=31)
    except zlib.error:
        return atheris.Mutate(data, most)
    changed = gzip.compress(atheris.Mutate(inner, most), compresslevel=1, mtime=0)
    return changed if len(changed) <= most else atheris.Mutate(data, most)


if __name__ == "__main__":
    main()
