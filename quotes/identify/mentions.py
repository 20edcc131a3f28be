"""What an article says of a speaker, as far as it tells who that is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from zlib import crc32

from quotes.attribute.lexicon import word_set
from quotes.identify.bodynames import declared
from quotes.identify.callings import HIGH
from quotes.identify.forms import form_of
from quotes.identify.speakers import organization_key
from quotes.identify.words import is_content, quoted_part, words_of

JOINT = " | "
KINDS = {"p": "person", "a": "anonymous", "o": "organization", "g": "group", "d": "document"}

_NOTHING: frozenset[str] = frozenset()
_SKETCH = 4
_SHINGLE = 5
_MIN_WORDS = 9
_SETTING = 24
_CAPITALISED = re.compile(r"(?<![.!?“\"'‘’] )(?<!^)\b[A-Z][\w’'-]{2,}")
_AGE = re.compile(r",? ?(?:aged? )?\b([1-9]\d)\b(?=,| years old|-year-old|\)|$)")
#: Capitalised words that stand in any article.
_EVERYWHERE = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december mr mrs ms dr president the and but for this
    that there they what when where which who why how his her she you your our their its new
    american americans united states u.s america british english god
    """
)


class Mention(NamedTuple):
    """A speaker in one article.

    Attributes:
        article_id: The article.
        found: The identifier that extraction gave; equal for equal speakers in the article.
        name: As the article has it, the fullest form.
        kind: A speaker kind.
        roles: As the article words them.
        outlet: Where it appeared.
        day: The day it appeared, counted as Python does; None where unknown.
        company: Keys of the other people named in full who speak in the article.
        setting: Names of people, places and bodies that stand around the quotations.
        words: Hashes of what is quoted; near-copies of a quotation share some.
        born: The year of birth that an age in the article makes likely.
        quotes: How many quotations.
        also: Keys of what else the article calls a body: its acronym, a short form.
    """

    article_id: str
    found: str
    name: str
    kind: str
    roles: tuple[str, ...] = ()
    outlet: str | None = None
    day: int | None = None
    company: frozenset[str] = frozenset()
    setting: frozenset[str] = frozenset()
    words: frozenset[int] = frozenset()
    born: int | None = None
    quotes: int = 1
    also: frozenset[str] = frozenset()


class _Seen(NamedTuple):
    names: Counter[str]
    roles: dict[str, None]
    words: set[int]
    kind: str
    ages: list[int]
    cited: dict[str, None]


def mentions_of(rows: Iterable[Mapping[str, Any]]) -> Iterator[Mention]:
    """The speakers of articles.

    Args:
        rows: Rows of the quote table; those of one article follow one another. The columns
            ``context`` and ``title`` may be missing.

    Yields:
        Each speaker of an article once.
    """
    its: list[Mapping[str, Any]] = []
    for row in rows:
        if its and row["article_id"] != its[0]["article_id"]:
            yield from _article(its)
            its = []
        its.append(row)
    if its:
        yield from _article(its)


def speakers_of(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The identifiers and names of a row's speakers.

    Args:
        row: A row of the quote table.

    Returns:
        A pair each; none where the speaker is unknown.
    """
    if not row["speaker_id"]:
        return []
    name = row["speaker"] or row["speaker_id"]
    ids, names = row["speaker_id"].split(JOINT), name.split(JOINT)
    if len(ids) != len(names):
        ids, names = [row["speaker_id"]], [name]
    return list(zip(ids, names, strict=True))


def _article(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mention]:
    seen: dict[str, _Seen] = {}
    for row in rows:
        speakers = speakers_of(row)
        said = sketch(row["quote"], row["quote_type"]) if speakers else ()
        for found, name in speakers:
            kind = KINDS.get(found[:1], "unknown") if len(speakers) > 1 else row["speaker_kind"]
            one = seen.setdefault(found, _Seen(Counter(), {}, set(), kind, [], {}))
            one.names[name] += 1
            one.words.update(said)
            if len(speakers) == 1:
                if row["speaker_role"]:
                    one.roles[row["speaker_role"]] = None
                source = row.get("source") or ""
                one.ages.extend(int(age) for age in _AGE.findall(source))
                one.cited[source] = None
    published: date | None = rows[0]["published"]
    company = {found: key for found, one in seen.items() if (key := _company_key(one)) is not None}
    texts = [text for row in rows if (text := row.get("context"))]
    around = setting_of([rows[0].get("title"), *texts])
    for found, one in seen.items():
        name = max(one.names, key=lambda n: (len(n), n))
        if one.kind == "person":
            one.roles.update(dict.fromkeys(_titles(name, texts)))
        yield Mention(
            article_id=rows[0]["article_id"],
            found=found,
            name=name,
            kind=one.kind,
            roles=tuple(one.roles),
            outlet=rows[0]["outlet"],
            day=published.toordinal() if published else None,
            company=frozenset(key for other, key in company.items() if other != found),
            setting=around,
            words=frozenset(one.words),
            born=published.year - one.ages[0] if published and one.ages else None,
            quotes=sum(one.names.values()),
            also=declared(name, one.cited, texts) if one.kind == "organization" else _NOTHING,
        )


def _company_key(seen: _Seen) -> str | None:
    if seen.kind == "organization":
        return organization_key(next(iter(seen.names))) or None
    if seen.kind != "person":
        return None
    form = form_of(next(iter(seen.names)))
    return form.key if form is not None and form.is_full else None


def _titles(name: str, texts: Sequence[str]) -> list[str]:
    """High titles that stand before a surname alone somewhere in the article."""
    form = form_of(name)
    if form is None or form.is_full:
        return []
    titled = re.compile(rf"\b({'|'.join(sorted(HIGH))})\s+{re.escape(name)}\b", re.I)
    return sorted({match[1].capitalize() for text in texts for match in titled.finditer(text)})


def setting_of(texts: Iterable[str | None]) -> frozenset[str]:
    """The names that stand in texts, as far as capitals tell; the most frequent ones.

    Args:
        texts: Paragraphs, a headline.
    """
    counts = Counter(
        word.lower().replace("’", "'").removesuffix("'s")
        for text in dict.fromkeys(texts)
        if text
        for word in _CAPITALISED.findall(text)
    )
    for word in _EVERYWHERE & counts.keys():
        del counts[word]
    return frozenset(sorted(counts, key=lambda word: (-counts[word], word))[:_SETTING])


def sketch(quote: str, quote_type: str = "direct") -> tuple[int, ...]:
    """A few numbers that near-copies of a quotation are likely to share.

    The smallest hashes of runs of words, a bottom-k sketch (Broder, "On the resemblance and
    containment of documents", 1997).

    Args:
        quote: The quotation.
        quote_type: Of a mixed one only the quoted words count, where they are enough.

    Returns:
        The numbers; none for a quotation too short to tell anything.
    """
    if len(quote) < 40:
        return ()
    words = words_of(quoted_part(quote) if quote_type == "mixed" else quote).words
    if len(words) < _MIN_WORDS or sum(map(is_content, words)) < 4:
        return ()
    runs = {
        crc32(" ".join(words[i : i + _SHINGLE]).encode("utf-8", "replace"))
        for i in range(len(words) - _SHINGLE + 1)
    }
    return tuple(sorted(runs)[:_SKETCH])
