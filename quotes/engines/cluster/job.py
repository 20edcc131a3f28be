"""What all machines of a run are told, and what they tell of each block that is done."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from quotes.engines.cluster.store import Store
from quotes.engines.fingerprint import code_digest
from quotes.engines.limits import MAX_SECONDS
from quotes.engines.work import Load, load_extract
from quotes.types import Problem

WORK = "work"
"""The folder, in a run's output, of what is done so far."""

DONE, QUOTES, MENTIONS, READ = (f"{WORK}/{name}" for name in ("done", "quotes", "mentions", "read"))
"""Its folders, with a file a block in each: what it found, and last of all that it is done."""

FAILED = ("failed", "timeout", "memory")
"""Codes of problems that may not come again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """How a block is to be worked on.

    Attributes:
        store: Where what is found goes.
        model: A spaCy pipeline, by package name or path.
        min_confidence: Leave out what is less certain.
        any_language: Also take articles that are not in English.
        max_seconds: How long one article may take.
        keep_articles: Also keep the articles as read.
        metadata: What made it, for the files' own metadata.
        load: Makes the function that does the work; tests give one of their own.
    """

    store: Store
    model: str
    min_confidence: float = 0.0
    any_language: bool = False
    max_seconds: float = MAX_SECONDS
    keep_articles: bool = False
    metadata: dict[str, str] = field(default_factory=dict)
    load: Load = load_extract

    @property
    def made_by(self) -> dict[str, str]:
        """What results depend on but for the articles; another run may go on only with the same."""
        return {
            **self.metadata,
            "code": code_digest(),
            "min_confidence": str(self.min_confidence),
            "any_language": str(self.any_language),
            "keep_articles": str(self.keep_articles),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What there is to know of a block that is done, but for what was found in it.

    Attributes:
        digest: The block's hash, under which its files are kept.
        articles: How many articles were worked on well.
        rows: How many quotations were found.
        read: Of each article read its id, a hash of its text, and its place, to find those that
            come twice.
        problems: What could not be read or processed.
        hashes: SHA-256 of the block's files, by folder.
    """

    digest: str
    articles: int
    rows: int
    read: list[tuple[str, int, str]]
    problems: list[Problem]
    hashes: dict[str, str]

    @property
    def complete(self) -> bool:
        """Whether nothing would come of doing it again: no article failed in its own time."""
        return not any(one.code in FAILED for one in self.problems)

    def packed(self) -> bytes:
        """As bytes, to be kept."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> "Done":
        """What `packed` packed.

        Args:
            data: What it returned.
        """
        read: dict[str, Any] = json.loads(data)
        read["read"] = [(article_id, text, where) for article_id, text, where in read["read"]]
        read["problems"] = [Problem(**problem) for problem in read["problems"]]
        return cls(**read)
