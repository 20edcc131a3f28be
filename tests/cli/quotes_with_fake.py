"""The command `quotes` with a stand-in for the language pipeline, to run as a process."""

import os
import sys
from pathlib import Path

for folder in Path(__file__).parents[1:3]:
    sys.path.insert(0, str(folder))

from engine_fakes import load_fake  # noqa: E402

from quotes import pipeline  # noqa: E402
from quotes.cli import main  # noqa: E402
from quotes.engines import journal, local  # noqa: E402

pipeline.loader = lambda *, fast: load_fake

journal.FLUSH_SECONDS = float(os.environ.get("FAKE_FLUSH_SECONDS", journal.FLUSH_SECONDS))
local.BATCH_ARTICLES = int(os.environ.get("FAKE_BATCH", local.BATCH_ARTICLES))

if __name__ == "__main__":
    sys.exit(main())
