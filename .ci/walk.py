"""The way that README shows a newcomer, walked: a person, their quotations, one of them, the CSV.

python .ci/walk.py ADDRESS. Ends with status 1 and what was missing.
"""

import csv
import html
import io
import re
import sys
import time
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import urlopen

PERSON = "Duarte Pinho"


def main(address: str) -> None:
    """Walk it."""
    see(read(address, patience=300), "Who said what")
    person = read(f"{address}/search?q=pinho")
    see(person, f"<h1>{PERSON}</h1>", "Captain")
    found = re.findall(r'href="(/quotation/[^"]+)"', person)
    if not found:
        sys.exit(f"{PERSON} has no quotations")
    quotation = read(urljoin(address, html.unescape(found[0])))
    see(quotation, '<mark class="content"', '<span class="cue">', '<span class="source">', PERSON)
    link = re.search(r'href="([^"]+\.csv[^"]*)"', person)
    if link is None:
        sys.exit("there is no link to a CSV")
    for place in (html.unescape(link[1]), "/speaker/duarte%20pinho.csv"):
        rows = list(csv.DictReader(io.StringIO(read(urljoin(address, place)))))
        if len(rows) < 2 or any(PERSON not in row["speaker"] for row in rows):
            sys.exit(f"the CSV at {place} has other rows: {rows}")
    print(f"{PERSON}: {len(rows)} quotations, one seen in its article, and as CSV")


def read(address: str, *, patience: float = 0) -> str:
    """What is at an address; waits while nobody answers there."""
    until = time.monotonic() + patience
    while True:
        try:
            with urlopen(address, timeout=60) as answer:
                return answer.read().decode()
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def see(page: str, *wanted: str) -> None:
    """End where a page lacks something."""
    for text in wanted:
        if text not in page:
            sys.exit(f"the page lacks {text!r}")


if __name__ == "__main__":
    main(sys.argv[1])
