"""Adds and replaces articles until it is killed; says when it begins."""

import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from index_fakes import entry, fill, row

from quotes.index import open_index

with open_index(sys.argv[1], create=True) as index:
    first = index.stats().articles // 7
    for batch in count(first):
        names = [f"{batch}-{n}" for n in range(7)]
        for version in ("Red", "Corrected"):
            fill(
                index,
                *(entry(name, row(f"{version} {name}", f"Ann Lee{batch % 5}")) for name in names),
            )
        if batch == first:  # loading what the first batch needs takes longer than all the rest
            sys.stdout.write("begun\n")
            sys.stdout.flush()
