"""Good inputs to begin with, made of the golden articles."""

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path

GOLDEN = Path(__file__).parents[2] / "golden" / "articles"

DECISIONS = (
    "decision,a,b,who,when,why\nsame,p-ann-lee,p-bob-day,Ann,2024-05-01,twins\n",
    "decision,a,b\ndifferent,p-ann-lee,p-bob-day\nname,p-ann-lee,Dr. Ann Lee\n",
    "\ufeffdecision,a,b,undone\nunsure,p-ann-lee@a1,p-bob-day,\nsame,x,y,2024\n",
    "decision,a,b\nwrong,a1:0,\nsame,p-ann-lee@a1,p-bob-day@a2\n",
    "decision,a,b\nsame,p-ann-lee,p-cy-poe\nsame,p-cy-poe,p-bob-day\n"
    "different,p-ann-lee,p-bob-day\n",
)
AUTHORITY = (
    "authority_id,name,aliases,role,start,end,born\n"
    "Q1,Ann Lee,Annie Lee|Dr. A. Lee,mayor of Leeds,1999,2010-05-01,1961\n",
    'name,authority_id\nNATO,Q7184\n"Day, Bob",Q2\n',
    "authority_id,name,aliases,born\nQ3,Cy Poe,; |,-0044\n",
)
QUERIES = (
    "red line", '"red line" -war', "sanct* OR oil", "“open", "-x", "don’t", "a OR OR b", "Zürich",
    "( ) AND NOT NEAR/2", "quote: x", "*", "ﬁre ß İ",
)  # fmt: skip
ADDRESSES = (
    "q=red+line&speaker=ann+lee&type=direct&since=2024&until=2024-05&sort=relevance",
    "q=%22red+line%22+-war&outlet=The+Post&outlet=Delta+Wire&min_confidence=0.5&page=2&size=3",
    "speaker=lee&any_speaker=1&kind=person&kind=group&cue=statement&sort=oldest",
    "affiliation=NATO&reason=because&family=f&article=a&q=<x-fuzz>&sort=confidence",
    "q=%ff%00&since=0001-01-01&until=9999-12",
)
QUERIES_OF_REFINE = b'queries={"q0":{"query":"ann lee","limit":3,"type":"person"}}'
NAMES = (
    "Mr. Donald J. Trump Jr.’s\nDonald Trump", "Ludwig van der Rohe\nVan der Rohe",
    "William “Bill” O’Neill (né Smith)\nBill O'Neill", "Kim Jong-un\nJong Un Kim",
    "Сергей Лавров\nSergei Lavrov", "Pope Francis\nFrancis", "al-Assad\nBashar al-Assad",
    "J. R. R. Tolkien III\nJohn Tolkien", "Goldman Sachs Group, Inc.\nThe U.S. Treasury’s",
    "a spokesman who asked not to be identified because he was not authorised\nan aide",
    "National Rifle Association\nthe NRA\nThe National Rifle Association (NRA) won",
    "Amnesty International\nAmnesty", "U.S. Dept. of Defense\nDoD\nof the United States (USDD)",
    "No 10\nDowning Street", "China Airlines\nChina",
)  # fmt: skip
DATES = (
    "2007-10-12T09:30:00Z", "20071012", "1192147200", "October 12, 2007", "Fri, 12 Oct. 2007",
    "10/31/2007", "31.10.2007", "1192147200000", "the 1st of May 1997",
)  # fmt: skip

PAGE = """<!DOCTYPE html><html lang="en"><head>{}<title>No bridge | The Paper</title>
<meta property="og:site_name" content="The Paper"><link rel="canonical" href="http://example.org/b">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "No bridge",
"datePublished": "2020-01-02", "author": [{"name": "A. Writer"}, {"name": "B. Writer"}]}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>No bridge</h1>
<p>“We will not build it,” said <a href="/lee">Ann Lee</a>.<br>She <em>left</em>.<br/></p>
<blockquote><p>“It is too dear.”</p><p>“And too late.”</p></blockquote>
<ul><li>“No,” said Bob Day.<li>“Never,” he added.</ul>
<table><tr><td>For</td><td>2</td></tr><tr><th>Against</th><td>3 said no</td></tr></table>
<figure><img src="a.png" alt="A bridge"><figcaption>The bridge. AP</figcaption></figure>
<p>A spokesman, who asked not to be identified, said that the city would pay &mdash; in May.</p>
<pre>Q: Why?
A: Because.</pre></article><footer>Copyright</footer></body></html>
"""


def seeds_of(name: str) -> Iterator[bytes]:
    """Good inputs for a target."""
    base, _, zipped = name.partition(".")
    if zipped:
        yield from map(gzip.compress, seeds_of(base))
    elif name in _MADE:
        yield from _MADE[name]()
    elif name in _LISTED:
        yield from (one if isinstance(one, bytes) else one.encode() for one in _LISTED[name])
    elif name in ("layouts", "grammar", "network", "identities"):
        yield from (bytes((7 * i * i + 31 * n) % 256 for i in range(60 * n)) for n in range(1, 6))
    elif name in ("decoding", "lines"):
        yield from (b"\x00" + story for story in stories())
        yield from (b"\x01" + story.decode().encode("utf-16") for story in [*stories()][:3])
    elif name == "html":
        yield from html()
    else:
        yield from stories()


def stories() -> Iterator[bytes]:
    """The golden articles in plain text."""
    return (path.read_bytes() for path in sorted(GOLDEN.glob("*.txt")))


def _records(count: int = 3, *, prefix: str = "a") -> list[dict[str, str]]:
    return [
        {
            "id": f"{prefix}{n}",
            "date": f"2020-01-0{n + 1}",
            "author": "A. Writer",
            "text": story.decode(),
        }
        for n, story in enumerate([*stories()][:count])
    ]


def html() -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted(GOLDEN.glob("*.html")))
    yield PAGE.encode()
    yield PAGE.replace("{}", '<meta charset="windows-1252">').encode("windows-1252")


def jsonl() -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted(GOLDEN.glob("*.jsonl")))
    yield "".join(json.dumps(record) + "\n" for record in _records()).encode()


def csv() -> Iterator[bytes]:
    import polars as pl

    yield from (path.read_bytes() for path in sorted(GOLDEN.glob("*.csv")))
    yield pl.DataFrame(_records()).write_csv().encode()
    yield pl.DataFrame(_records(1, prefix="b")).write_csv(separator=";").encode("utf-16")


def parquet() -> Iterator[bytes]:
    yield _parquet(_records())
    yield _parquet([{"text": "“We won,” said Ann Lee.", "authors": ["A", "B"], "published": 1}])


def authority_parquet() -> Iterator[bytes]:
    yield _parquet([{"authority_id": "Q1", "name": "Ann Lee", "aliases": ["Lee"], "start": 1999}])
    yield _parquet([{"authority_id": 1, "name": 2, "aliases": 3.5, "role": True, "born": "no"}])


def _parquet(records: list[dict[str, object]]) -> bytes:
    import polars as pl

    file = io.BytesIO()
    pl.DataFrame(records).write_parquet(file, compression="uncompressed")
    return file.getvalue()


def columns() -> Iterator[bytes]:
    """Who it is of, how many rows; of each column its type and a value a row."""
    for n in range(17):
        others = [bytes((102 + (n + i) % 17, n % 5, (n + i) % 7)) for i in range(11)]
        yield b"\x00\x02" + b"\x01\x02\x0d" + b"".join(others)
        yield b"\x03\x02" + b"\x01\x0d\x0e" * 2 + b"".join(others[:6])


def warc() -> Iterator[bytes]:
    pages = [path.read_bytes() for path in sorted(GOLDEN.glob("*.html"))]
    yield from map(_response, pages, range(9))
    yield b"".join(map(_response, pages, range(10, 19)))


def _response(page: bytes, number: int) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/a\r\n"
        f"WARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def registry() -> Iterator[bytes]:
    from fuzz_people import registries

    yield from registries()


def sniffed() -> Iterator[bytes]:
    for made in (stories, jsonl, csv, warc, parquet):
        yield next(made())
    yield next(seeds_of("html"))


def pages() -> Iterator[bytes]:
    """A byte for the kind of address, a line for what it names, then parameters."""
    for kind in range(24):
        yield bytes((kind,)) + b"Irina Castellanos\n" + ADDRESSES[kind % len(ADDRESSES)].encode()
        yield bytes((kind,)) + b"zz\n" + QUERIES_OF_REFINE
    yield bytes((17,)) + b"\n" + QUERIES_OF_REFINE
    yield bytes((17 + 140,)) + b"\n" + QUERIES_OF_REFINE


def saved() -> Iterator[bytes]:
    for n, query in enumerate(QUERIES):
        yield b"mine\n" + query.encode() + b"\nann lee\nThe Post\n" + bytes(range(n, n + 16))


_MADE = {
    "jsonl": jsonl, "csv": csv, "parquet": parquet, "authority_parquet": authority_parquet,
    "columns": columns, "warc": warc, "sniffed": sniffed, "pages": pages, "saved": saved,
    "registry": registry,
}  # fmt: skip
_LISTED = {
    "decisions": DECISIONS, "decided": DECISIONS, "authority": AUTHORITY, "query": QUERIES,
    "params": ADDRESSES, "postgres": ADDRESSES, "names": NAMES, "forms": NAMES,
    "organisations": NAMES, "dates": DATES,
}  # fmt: skip
