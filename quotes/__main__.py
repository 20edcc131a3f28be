"""``python -m quotes``: the command `quotes`, where it is not on the path."""

import sys

from quotes.cli import main

if __name__ == "__main__":
    sys.exit(main())
