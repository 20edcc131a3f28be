"""Articles that nobody wrote, with quotations as they are distributed in news: to measure with.

Words and speakers follow Zipf's law; one quotation in twelve is a wire story's, printed by
several outlets. The same seed gives the same articles.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple
from zlib import crc32

from quotes.index.types import Row
from quotes.index.write import Entry

QUOTES_PER_ARTICLE = 10

_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnprstvwz"
_FIRST = date(2008, 1, 1)
_DAYS = 16 * 365


class World(NamedTuple):
    """What generated articles are about.

    Attributes:
        words, word_weights: The vocabulary, the most frequent first, and cumulative weights.
        people, people_weights: The same for speakers' names.
        outlets: Names of outlets.
    """

    words: list[str]
    word_weights: list[float]
    people: list[str]
    people_weights: list[float]
    outlets: list[str]


def make_world(*, words: int = 40_000, people: int = 60_000, outlets: int = 150) -> World:
    """Make up a vocabulary, people and outlets.

    Args:
        words: How many words.
        people: How many speakers.
        outlets: How many outlets.
    """
    random = Random("world")
    vocabulary = list(dict.fromkeys(_word(random) for _ in range(words)))
    given = [_word(random).capitalize() for _ in range(400)]
    surnames = [_word(random).capitalize() for _ in range(20_000)]
    names = {f"{random.choice(given)} {random.choice(surnames)}": None for _ in range(people)}
    return World(
        words=vocabulary,
        word_weights=_zipf(len(vocabulary), 8),
        people=list(names),
        people_weights=_zipf(len(names), 20),
        outlets=[f"The {_word(random).capitalize()} {kind}" for kind in _titles(outlets)],
    )


def entries(count: int, *, world: World, seed: int = 0) -> Iterator[Entry]:
    """Make up articles with their rows of the quote table.

    Args:
        count: How many articles.
        world: What they are about.
        seed: Another seed gives other articles.

    Yields:
        Articles as `quotes.index.write.Batch` takes them.
    """
    random = Random(seed)
    wire: list[str] = []
    for number in range(count):
        article_id = f"generated-{seed}-{number}"
        published = _FIRST + timedelta(days=random.randrange(_DAYS))
        outlet = random.choice(world.outlets)
        shared: Row = {
            "article_id": article_id,
            "title": " ".join(_some(random, world, 7)).capitalize(),
            "outlet": outlet,
            "author": None,
            "url": None,
            "published": published,
        }
        rows = [
            {**shared, **_row(random, world, wire, article_id, place)}
            for place in range(QUOTES_PER_ARTICLE)
        ]
        article = {**shared, "text": "\n\n".join(r["context"] for r in rows)}
        yield Entry(article={**article, "skipped": [], "notes": []}, rows=rows, digest=article_id)


def _row(random: Random, world: World, wire: list[str], article_id: str, place: int) -> Row:
    quote = random.choice(wire) if wire and random.random() < 1 / 12 else _quote(random, world)
    if random.random() < 1 / 50:
        wire.append(quote)
        del wire[:-200]
    kind = random.choices(("person", "anonymous", "organization", "group"), (70, 15, 10, 5))[0]
    name = random.choices(world.people, cum_weights=world.people_weights)[0]
    body = name.split()[1]
    speaker = {
        "person": name,
        "organization": f"{body} Council",
        "anonymous": f"a senior {body} official",
        "group": "residents",
    }[kind]
    across = kind in ("person", "organization")
    slug = speaker.lower().replace(" ", "-")
    quote_type = random.choices(("direct", "mixed", "indirect"), (40, 15, 45))[0]
    return {
        "quote_id": f"{article_id}-{place}",
        "quote_type": quote_type,
        "cue_class": random.choices(
            ("statement", "belief", "intention", "attitude", "decision", "evidence", None),
            (70, 8, 6, 5, 4, 4, 3),
        )[0],
        "quote": quote,
        "content_spans": [{"start": place * 1000, "end": place * 1000 + len(quote)}],
        "cue": "said",
        "cue_spans": [{"start": place * 1000 + 500, "end": place * 1000 + 504}],
        "source": speaker,
        "source_spans": [{"start": place * 1000 + 510, "end": place * 1000 + 520}],
        "speaker_id": f"{kind[0]}-{slug}" if across else f"{kind[0]}-{slug}-{article_id}-{place}",
        "speaker": speaker,
        "speaker_kind": kind,
        "speaker_role": f"{body} minister" if kind == "person" and place % 3 == 0 else None,
        "anonymity": "asked not to be named" if kind == "anonymous" and place % 2 else None,
        "resolved_by": "name",
        "confidence": round(random.random(), 3),
        "context": f"“{quote},” said {speaker}. {' '.join(_some(random, world, 20))}.",
        "context_start": place * 1000,
        "family_id": f"{crc32(quote.encode()):08x}",
        "unresolved": None,
        "source_affiliation": body if kind == "anonymous" else None,
        "source_rank": "senior" if kind == "anonymous" else None,
        "source_number": "1" if kind == "anonymous" else None,
    }


def _quote(random: Random, world: World) -> str:
    return " ".join(_some(random, world, random.randrange(6, 35)))


def _some(random: Random, world: World, count: int) -> list[str]:
    return random.choices(world.words, cum_weights=world.word_weights, k=count)


def _word(random: Random) -> str:
    syllables = range(random.randrange(2, 5))
    return "".join(random.choice(_CONSONANTS) + random.choice(_VOWELS) for _ in syllables)


def _zipf(count: int, flat: float) -> list[float]:
    return list(accumulate(1 / (rank + flat) for rank in range(count)))


def _titles(count: int) -> Sequence[str]:
    kinds = ("Times", "Post", "Courier", "Gazette", "Herald", "Tribune")
    return [kinds[number % len(kinds)] for number in range(count)]
