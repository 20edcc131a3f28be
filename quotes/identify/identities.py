"""Quote tables with one identity per speaker across their articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from quotes.identify.authority import Authority
from quotes.identify.decisions import Decision
from quotes.identify.mentions import JOINT, mentions_of, speakers_of
from quotes.identify.registry import Registry
from quotes.identify.resolution import Resolution

COLUMNS = (
    *("article_id", "title", "outlet", "published", "quote_type", "quote", "source"),
    *("speaker_id", "speaker", "speaker_kind", "speaker_role", "context"),
)
"""What identities are made from."""


@dataclass(frozen=True, slots=True)
class Identities:
    """Who the speakers of a quote table are.

    Attributes:
        resolution: What was found in this run.
        registry: All that is known; to be saved, or added to.
    """

    resolution: Resolution
    registry: Registry

    def applied(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Rows with the identities in place of what extraction found.

        Args:
            frame: Rows with ``article_id``, ``speaker_id`` and ``speaker``.

        Returns:
            The same with these two columns as they are across articles.
        """
        columns = ("article_id", "speaker_id", "speaker")
        found = [self.of(row) for row in frame.select(columns).iter_rows(named=True)]
        return frame.with_columns(
            pl.Series("speaker_id", [one for one, _ in found], dtype=pl.String),
            pl.Series("speaker", [name for _, name in found], dtype=pl.String),
        )

    def of(self, row: Mapping[str, Any]) -> tuple[str | None, str | None]:
        """The identifier and name of a row's speaker, or speakers, across articles.

        Args:
            row: A row of the quote table, as extraction made it.
        """
        each = self.each(row)
        if not any(changed for *_, changed in each):
            return row["speaker_id"], row["speaker"]
        ordered = sorted({one: name for one, name, _ in each}.items(), key=lambda p: (p[1], p[0]))
        return JOINT.join(one for one, _ in ordered), JOINT.join(name for _, name in ordered)

    def each(self, row: Mapping[str, Any]) -> list[tuple[str, str, bool]]:
        """Each speaker of a row: identifier, name, and whether these are not as found.

        Args:
            row: A row of the quote table, as extraction made it.
        """
        ids, names = self.resolution.ids, self.resolution.names
        found = []
        for speaker_id, name in speakers_of(row):
            place = (row["article_id"], speaker_id)
            changed = place in ids or place in names
            found.append((ids.get(place, speaker_id), names.get(place, name), changed))
        return found


def identify(
    rows: Iterable[Mapping[str, Any]],
    *,
    registry: Registry | None = None,
    decisions: Sequence[Decision] = (),
    authority: Authority | None = None,
) -> Identities:
    """Tell who the speakers of a quote table are, across its articles.

    Args:
        rows: The rows as extraction made them, with the columns `COLUMNS`; those of one article
            follow one another.
        registry: Who is known from before; it learns from these articles.
        decisions: All decisions of people that hold.
        authority: Identifiers of others, to link speakers to.

    Returns:
        Who they are.

    Raises:
        ContradictionError: The decisions contradict each other.
    """
    registry = Registry() if registry is None else registry
    resolution = registry.add(mentions_of(rows), decisions=decisions, authority=authority)
    return Identities(resolution, registry)


def rows_of(frames: Iterable[pl.DataFrame]) -> Iterator[dict[str, Any]]:
    """Rows of a table in parts, with no more than `COLUMNS`.

    Args:
        frames: The parts.
    """
    for frame in frames:
        yield from frame.select(COLUMNS).iter_rows(named=True)
