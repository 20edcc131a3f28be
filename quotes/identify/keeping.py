"""A registry in a file: JSON Lines, gzipped; what it knows, and nothing that can be derived."""

import gzip
import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quotes.errors import ReadError, UsageError
from quotes.identify.clusters import Link
from quotes.identify.common import Common
from quotes.identify.nodes import Node
from quotes.identify.registry import Registry
from quotes.identify.resolution import Kept
from quotes.table.atomic import replacing

FORMAT = 1


def save_registry(registry: Registry, path: str | os.PathLike[str]) -> None:
    """Keep what a registry knows; the file appears whole or not at all.

    Args:
        registry: The registry.
        path: The file.

    Raises:
        UsageError: It can't be written.
    """
    try:
        with (
            replacing(Path(path)) as raw,
            gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as file,
        ):
            for row in _rows(registry):
                file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
    except OSError as error:
        raise UsageError(f"can't write {os.fspath(path)!r}: {error.strerror}") from error


def load_registry(path: str | os.PathLike[str]) -> Registry:
    """Get back what `save_registry` kept.

    Args:
        path: The file.

    Returns:
        The registry.

    Raises:
        UsageError: There is no such file.
        ReadError: It isn't such a file, or of another version.
    """
    name = os.fspath(path)
    registry = Registry()
    try:
        with gzip.open(name, "rt", encoding="utf-8") as file:
            header = json.loads(next(file))
            if header["format"] != FORMAT:
                raise ReadError(f"{name}: of another version: start anew", code="registry")
            registry.run = header["run"]
            registry.seen = set(header["seen"])
            registry.common = Common(header["articles"], header["common"])
            registry.others = header["others"]
            for line in file:
                _take(registry, json.loads(line))
    except OSError as error:
        raise UsageError(f"can't read {name!r}: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, StopIteration, EOFError, zlib.error) as error:
        raise ReadError(f"{name}: not a registry: {error!r}", code="registry") from error
    registry.restore()
    return registry


def _rows(registry: Registry) -> Iterator[dict[str, Any]]:
    yield {
        "format": FORMAT,
        "run": registry.run,
        "seen": sorted(registry.seen),
        "articles": registry.common.articles,
        "common": dict(sorted(registry.common.counts.items())),
        "others": registry.others,
    }
    for node in registry.nodes.values():
        yield {"node": node.brief() | node.around()}
    for kept in registry.links.values():
        yield {"link": [*kept.link], "run": kept.run}
    for (article_id, found), node_id in registry.placed.items():
        yield {"placed": [article_id, found, node_id]}


def _take(registry: Registry, row: dict[str, Any]) -> None:
    if "node" in row:
        node = Node.from_row(row["node"])
        registry.nodes[node.id] = node
    elif "link" in row:
        a, b, score, reasons = row["link"]
        registry.links[a, b] = Kept(Link(a, b, score, tuple(reasons)), row["run"])
    else:
        article_id, found, node_id = row["placed"]
        registry.placed[article_id, found] = node_id
