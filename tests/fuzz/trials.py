"""One process that tries Parquet files for a fuzzer, one after another.

The package starts a new one for each file, which takes a hundred times as long as most files do.
"""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

_LOOP = """
import sys
from quotes.articles.trial import main
for line in sys.stdin:
    main(line.rstrip("\\n"))
    print(flush=True)
"""


def in_one_process(put: Callable[[object, str, object], None] = setattr) -> "Trials":
    """Have all files tried so from now on; what is returned is to be closed."""
    import quotes.articles._parquet as reader
    import quotes.identify.authority as authority

    trials = Trials()
    for module in (reader, authority):
        put(module, "try_parquet", trials)
    return trials


class Trials:
    """Tries one file after the other."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="quotes-fuzz-")
        self._process = self._start()

    def __call__(self, source: Path | bytes) -> None:
        from quotes.errors import ReadError

        if isinstance(source, bytes):
            path = Path(self._folder.name) / "f.parquet"
            path.write_bytes(source)
            source = path
        self._process.stdin.write(f"{source}\n")
        self._process.stdin.flush()
        if not self._process.stdout.readline():
            self.close()
            self._process = self._start()
            raise ReadError("Decoding it ends the process.", code="bad-parquet")

    def close(self) -> None:
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def _start(self) -> "subprocess.Popen[str]":
        return subprocess.Popen(  # ends with this process, when nothing is left to read
            [sys.executable, "-c", _LOOP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
