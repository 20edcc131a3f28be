"""Computes the judged tables ``golden/judged/NAME.csv`` from their readable source ``NAME.q``.

A person judges in a ``.q`` file; this script only counts characters. It needs this package
installed for the articles that are web pages:

    python golden/judge.py            write every CSV afresh
    python golden/judge.py --check    change nothing; exit 1 if a CSV is out of date
    python golden/judge.py --show X   print the rows of articles/X.* for reading over

The form of a ``.q`` file is described in ``golden/README.md``.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

GOLDEN = Path(__file__).resolve().parent
ARTICLES = GOLDEN / "articles"
JUDGED = GOLDEN / "judged"

COLUMNS = (
    "article_id",
    "quote_type",
    "cue_class",
    "content_spans",
    "cue_spans",
    "source_spans",
    "speaker",
    "speaker_kind",
    "speaker_role",
    "anonymity",
    "resolved_by",
    "quote",
    "cue",
    "source",
)

# V: verbatim by layout (an interview turn, a block quote) without quotation marks of its own.
# By the table's definition no mark means indirect; should that change, it changes here alone.
TYPES = {"D": "direct", "M": "mixed", "I": "indirect", "V": "indirect"}

Span = tuple[int, int]


class JudgementError(Exception):
    """A ``.q`` file that cannot be read against its article; the text names file and line."""


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker as declared by an ``@`` line.

    Attributes:
        kind: One of the speaker kinds.
        name: The speaker's name or description; empty where unknown.
        role: Title or affiliation as the article words it.
        anonymity: Why no name is given.
    """

    kind: str = "unknown"
    name: str = ""
    role: str = ""
    anonymity: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One judged attribution with its spans counted."""

    article_id: str
    text: str
    quote_type: str
    content: tuple[Span, ...]
    cue_class: str
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    resolved_by: str
    who: Who

    def cells(self) -> dict[str, str]:
        """The row as the strings of a CSV line."""
        return {
            "article_id": self.article_id,
            "quote_type": self.quote_type,
            "cue_class": self.cue_class,
            "content_spans": spans_cell(self.content),
            "cue_spans": spans_cell(self.cue),
            "source_spans": spans_cell(self.source),
            "speaker": self.who.name,
            "speaker_kind": self.who.kind,
            "speaker_role": self.who.role,
            "anonymity": self.who.anonymity,
            "resolved_by": self.resolved_by,
            "quote": spans_text(self.text, self.content),
            "cue": spans_text(self.text, self.cue),
            "source": spans_text(self.text, self.source),
        }


def spans_cell(spans: Iterable[Span]) -> str:
    """Spans as ``12-40;52-80``."""
    return ";".join(f"{start}-{end}" for start, end in spans)


def spans_text(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans, joined by a space."""
    return " ".join(text[start:end] for start, end in spans)


def read_texts(path: Path) -> dict[str, str]:
    """The articles of one golden file, by id, as the readers of this project yield them.

    Args:
        path: A file of ``golden/articles``.

    Returns:
        The text of each article. A file of one article has the file's name for its id.

    Raises:
        JudgementError: The suffix is none that the collection uses.
    """
    if path.suffix == ".txt":
        return {path.name: path.read_text(encoding="utf-8")}
    if path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
        return {row["id"]: row["text"] for row in rows}
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as lines:
            return {row["id"]: row["text"] for row in csv.DictReader(lines)}
    if path.suffix == ".html":
        from quotes.articles import read_articles

        (article,) = read_articles([str(path)], on_problem=lambda _: None)
        return {path.name: article.text}
    raise JudgementError(f"{path.name}: no reader for {path.suffix!r}")


def _matches(text: str, pattern: str) -> Iterator[Span]:
    """Each stretch of the text that a pattern can mean, in order.

    ``first words .. last words`` means the stretch from the one to the other, ``before [these]``
    only what is in the brackets. Part of a longer word is never meant: "he" in "the".
    """
    framed = re.fullmatch(r"(.*)\[(.+)\](.*)", pattern)
    before, plain, behind = framed.groups() if framed else ("", pattern, "")
    first, dots, last = (before + plain + behind).partition(" .. ")
    for found in re.finditer(re.escape(first), text):
        end = text.find(last, found.end()) if dots else found.end()
        if end < 0:
            continue
        start, end = found.start(), end + len(last)
        inside = text[start - 1 : start + 1].isalnum() and start > 0
        if not inside and not (text[end - 1 : end + 1].isalnum() and end < len(text)):
            yield start + len(before), end - len(behind)


def _locate(text: str, pattern: str, *, after: int) -> Span:
    """The stretch meant by a content pattern: the first one at or after an offset.

    Raises:
        JudgementError: There is none.
    """
    for span in _matches(text, pattern):
        if span[0] >= after:
            return span
    raise JudgementError(f"not in the text from character {after} on: {pattern!r}")


def _nearest(text: str, pattern: str, content: tuple[Span, ...]) -> Span:
    """The stretch meant by a cue or source pattern: the nearest to the content, outside it.

    Raises:
        JudgementError: There is none.
    """
    outside = [
        (start, end)
        for start, end in _matches(text, pattern)
        if not any(start < e and s < end for s, e in content)
    ]
    if not outside:
        raise JudgementError(f"not in the text outside the content: {pattern!r}")
    return min(outside, key=lambda x: (min(max(s - x[1], x[0] - e) for s, e in content), x[0]))


def _parts(field: str) -> list[str]:
    return [part.strip() for part in field.split(" // ") if part.strip()]


def _attribution(
    article: tuple[str, str], head: str, body: str, people: dict[str, Who], after: int
) -> Row:
    article_id, text = article
    letter, _, pattern = head.partition(" ")
    if letter not in TYPES:
        raise JudgementError(f"a row starts with one of {', '.join(TYPES)}, not {letter!r}")
    content: list[Span] = []
    for part in _parts(pattern):
        content.append(_locate(text, part, after=content[-1][1] if content else after))
    fields = [field.strip() for field in body.split("|")]
    if len(fields) != 3:
        raise JudgementError("the second line of a row is: class cue | source | how speaker")
    cue_class, _, cue = fields[0].partition(" ")
    resolved_by, _, key = fields[2].partition(" ")
    if key and key not in people:
        raise JudgementError(f"no @ line for {key!r}")
    spans = tuple(content)
    cue_spans = tuple(sorted(_nearest(text, part, spans) for part in _parts(cue)))
    # The source stands beside its cue where there is one, else beside the content.
    beside = cue_spans or spans
    sources = tuple(sorted(_nearest(text, part, beside) for part in _parts(fields[1])))
    return Row(
        article_id=article_id,
        text=text,
        quote_type=TYPES[letter],
        content=spans,
        cue_class=cue_class,
        cue=cue_spans,
        source=sources,
        resolved_by=resolved_by,
        who=people[key] if key else Who(),
    )


def judge(path: Path, texts: dict[str, str]) -> list[Row]:
    """Reads one ``.q`` file against the articles it judges.

    Args:
        path: The ``.q`` file.
        texts: The articles by id.

    Returns:
        The rows, in the order of the articles and of their first content characters.

    Raises:
        JudgementError: A line that can't be read or words that are not in the article.
    """
    people: dict[str, Who] = {}
    rows: list[Row] = []
    article_id = next(iter(texts)) if len(texts) == 1 else ""
    head, after = "", 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith("["):
                article_id, people, after = line.strip("[] "), {}, 0
            elif line.startswith("@"):
                key, _, declared = line[1:].partition("=")
                people[key.strip()] = Who(*(part.strip() for part in declared.split(";")))
            elif not line.startswith(" "):
                head = line
            else:
                article = (article_id, texts[article_id])
                row = _attribution(article, head, line, people, after)
                rows.append(row)
                after = row.content[0][0]
        except (JudgementError, KeyError, TypeError) as error:
            raise JudgementError(f"{path.name}:{number}: {error}") from error
    order = list(texts)
    return sorted(rows, key=lambda row: (order.index(row.article_id), row.content[0]))


def as_csv(rows: Iterable[Row]) -> str:
    """The rows as the text of a CSV file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row.cells() for row in rows)
    return out.getvalue()


def article_files() -> list[Path]:
    """The golden articles' files, in order."""
    return sorted(p for p in ARTICLES.iterdir() if not p.name.startswith("."))


def judged_rows(article_file: Path) -> list[Row]:
    """The judged rows of one golden article file."""
    return judge(JUDGED / f"{article_file.stem}.q", read_texts(article_file))


def show(rows: Iterable[Row], out: TextIO) -> None:
    """Writes rows for reading over by eye."""
    for row in rows:
        cells = row.cells()
        out.write(f"{cells['quote_type']:8} {cells['quote']}\n")
        out.write(f"         {cells['cue_class']}: [{cells['cue']}]  source [{cells['source']}]")
        out.write(f"  = {cells['resolved_by']}: {cells['speaker'] or '-'}")
        extra = [cells["speaker_kind"], cells["speaker_role"], cells["anonymity"]]
        out.write(f" ({'; '.join(x for x in extra if x)})\n")


def main() -> int:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing, report only")
    parser.add_argument("--show", metavar="NAME", help="print one article's rows")
    options = parser.parse_args()
    stale = 0
    for path in article_files():
        if options.show and path.stem != options.show:
            continue
        try:
            rows = judged_rows(path)
        except (JudgementError, OSError, ImportError) as error:
            sys.stderr.write(f"{path.name}: {error}\n")
            stale += 1
            continue
        if options.show:
            show(rows, sys.stdout)
            continue
        target = JUDGED / f"{path.stem}.csv"
        fresh = as_csv(rows)
        if target.exists() and target.read_text(encoding="utf-8") == fresh:
            continue
        if options.check:
            sys.stderr.write(f"{target.name} is out of date: run golden/judge.py\n")
            stale += 1
        else:
            target.write_text(fresh, encoding="utf-8")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
