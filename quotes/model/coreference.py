"""Identity across documents scored on given mentions of people, as in ECB+.

A file is JSON Lines, plain or gzipped, one document a line: ``doc``, ``tokens``, and ``persons``,
each with ``chain`` (who it is), ``tok`` ([first, last] token) and ``text``. Mentions that contain
a capitalised word are scored with B-cubed over all documents. Only the mentions are given; who is
who, within a document and across them, is for the system to tell.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from quotes.attribute.lexicon import GROUP_NOUNS, PERSON_NOUNS, SUFFIXES, word_set
from quotes.attribute.names import is_given
from quotes.detect.pipeline import DEFAULT_MODEL, load_pipeline
from quotes.errors import ReadError
from quotes.identify.callings import HIGH
from quotes.identify.forms import agree, form_of
from quotes.identify.mentions import Mention, setting_of
from quotes.identify.registry import Registry
from quotes.identify.speakers import speaker_ids
from quotes.model.given import meant_by, name_in
from quotes.model.gold import read_rows
from quotes.model.scores import Prf, prf
from quotes.model.speaker_scores import b_cubed
from quotes.types import Speaker, SpeakerKind

_PRONOUNS = frozenset({"he", "his", "him", "she", "her", "hers"})
_OTHER_NOUNS = word_set(
    """
    man woman men women boy girl one two three both body employee worker co-worker community jury
    police host ceo suspect president president-elect they who
    """
)
_TITLE = re.compile(rf"^(?:(?:{'|'.join(sorted(HIGH))})\b)", re.I)
_APPOSED = 3


class Given(NamedTuple):
    """A mention as annotated: its document, its words, and whose it is."""

    document: str
    text: str
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreferenceScores:
    """How well given mentions were told apart and together.

    Attributes:
        mentions: How many were scored.
        b3: B-cubed over all documents.
        merges: Groups that hold more than one person, with the words of each.
        splits: How many people are in more than one group.
    """

    mentions: int
    b3: Prf
    merges: Sequence[Sequence[str]]
    splits: int

    def as_dict(self) -> dict[str, Any]:
        """The scores as plain values, for JSON."""
        return {
            "mentions": self.mentions,
            "b3": self.b3._asdict(),
            "merges": [list(one) for one in self.merges],
            "splits": self.splits,
        }


def is_coreference(path: str | Path) -> bool:
    """Whether a file has given mentions rather than annotated articles.

    Args:
        path: The file.
    """
    for _, row in read_rows(path):
        return "persons" in row and "tokens" in row
    return False


def score_coreference(path: str | Path, *, model: str | None = None) -> CoreferenceScores:
    """Score who is who on given mentions.

    Args:
        path: The file.
        model: The spaCy pipeline to read the documents with.

    Returns:
        The scores.

    Raises:
        UsageError: There is no such file.
        ReadError: A line is not such a document.
        ModelError: There is no such pipeline.
    """
    nlp = load_pipeline(model or DEFAULT_MODEL)
    given: list[Given] = []
    places: list[tuple[str, str]] = []
    mentions: list[Mention] = []
    for where, row in read_rows(path):
        try:
            persons = sorted(row["persons"], key=lambda p: p["tok"])
            tokens = row["tokens"]
            meant = meant_by(nlp, tokens, persons) if persons else []
            scored = [
                (Given(row["doc"], p["text"], p["chain"]), whom, p["tok"])
                for p, whom in zip(persons, meant, strict=True)
                if any(word[:1].isupper() for word in p["text"].split())
            ]
            sentences = row.get("sent_ids", range(len(tokens)))
            at = [(tok[0], sentences[tok[0]]) for _, _, tok in scored]
        except (KeyError, TypeError, IndexError) as error:
            raise ReadError(f"{where}: not given mentions: {error!r}", code="gold") from error
        here = [one for one, _, _ in scored]
        names = _named([name_in(one.text) for one in here], [whom.name for _, whom, _ in scored])
        entities = _entities(names, at)
        kinds = {
            one.text: whom.kind for one, whom, _ in scored if whom.kind not in ("person", "unknown")
        }
        found = _mentions(row["doc"], entities, " ".join(tokens), kinds)
        mentions += found
        by_name = {
            name: one.found for one, names in zip(found, entities, strict=True) for name in names
        }
        given += here
        places += [(row["doc"], by_name[name]) for name in names]
    ids = Registry().add(mentions).ids
    items = [
        (one.chain, ids.get(place, place[1])) for one, place in zip(given, places, strict=True)
    ]
    return CoreferenceScores(
        mentions=len(given),
        b3=prf(*b_cubed(items)),
        merges=_merges(given, [one for _, one in items]),
        splits=_splits(items),
    )


def coreference_report(scores: CoreferenceScores) -> str:
    """The scores as lines of text, with every merge of several people.

    Args:
        scores: What to report.
    """
    precision, recall, f1 = scores.b3
    lines = [
        f"{'':22}{'P':>7}{'R':>7}{'F1':>7}",
        f"{'identity (B3)':22}{precision:7}{recall:7}{f1:7}   {scores.mentions} mentions",
        f"{scores.splits} people are in several groups; {len(scores.merges)} groups hold several:",
    ]
    return "\n".join([*lines, *(f"  {' | '.join(merge)}" for merge in scores.merges)])


def _named(names: Sequence[str], meant: Sequence[str | None]) -> list[str]:
    """The mentions' names, and for those that have none or a part of it what the text says.

    A surname goes to a full name among the mentions before one that is in the text alone.
    """
    full = [name for name in names if (form := form_of(name)) and form.is_full and _is_name(name)]
    found = []
    for name, other in zip(names, meant, strict=True):
        form = form_of(name)
        whole = form is not None and form.is_full
        fits = _is_name(name) and not whole and any(_same(name, one) for one in full)
        # "Oscar Host" is no name to tell a host by.
        own = other is not None and not _is_name(name) and name in other
        found.append(name if other is None or fits or own else name_in(other))
    return found


def _entities(names: Sequence[str], at: Sequence[tuple[int, int]]) -> list[list[str]]:
    """The people of one document, given their mentions in order, each with token and sentence.

    A surname joins the one full name that has it; a pronoun the person named most often before
    it, of several the last; a description of one person the only one named at all, unless that
    is by name beside it only: of "the president named Dr. Ray" one is not the other.
    """
    groups: list[list[str]] = []
    named = [name for name in names if _is_name(name)]
    for name in sorted(dict.fromkeys(named), key=lambda n: (-len(n.split()), n)):
        fits = [group for group in groups if any(_same(name, other) for other in group)]
        if len(fits) == 1:
            fits[0].append(name)
        else:
            groups.append([name])
    people = list(groups)
    before: list[list[str]] = []
    for number, name in enumerate(names):
        if _is_name(name):
            before.append(next(group for group in people if name in group))
        elif not any(name in group for group in groups):
            meant = people[0] if len(people) == 1 else None
            if meant is None and before and name.split()[-1].casefold() in _PRONOUNS:
                meant = max(reversed(before), key=before.count)
            elif meant is not None and _beside(number, names, meant, at):
                meant = None
            if meant is not None and _is_one(name):
                meant.append(name)
            else:
                groups.append([name])
    return groups


def _beside(
    number: int, names: Sequence[str], person: Sequence[str], at: Sequence[tuple[int, int]]
) -> bool:
    """Whether a person is named in a description's own sentence alone, and not in apposition."""
    token, sentence = at[number]
    places = [place for place, name in zip(at, names, strict=True) if name in person]
    near = [abs(place[0] - token) <= _APPOSED for place in places]
    return all(place[1] == sentence for place in places) and not any(near)


def _is_name(text: str) -> bool:
    """Whether a mention names somebody, rather than calling them "Mafia boss" or "his body"."""
    words = [word.strip("'’\"“”.") for word in text.split()]
    last = next((w for w in reversed(words) if w.casefold().rstrip(".") not in SUFFIXES), "")
    if any(is_given(word) for word in words[:-1]):
        return True
    common = PERSON_NOUNS | GROUP_NOUNS | _PRONOUNS | _OTHER_NOUNS
    return last[:1].isupper() and not any(
        word.casefold() in common for word in (last, last.removesuffix("s"))
    )


def _is_one(text: str) -> bool:
    last = text.split()[-1].casefold()
    if last in _PRONOUNS:
        return True
    plural = last.endswith("s") and not last.endswith("ss")
    return not (plural or last in GROUP_NOUNS or last in ("police", "men", "women"))


def _same(name: str, other: str) -> bool:
    a, b = form_of(name), form_of(other)
    if a is None or b is None:
        return name == other
    if a.is_full and b.is_full:
        return agree(a, b) is not None
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return False
    return a.tail == b.tail or (not a.given and a.surname in b.given[:1])


def _mentions(
    document: str,
    entities: Sequence[Sequence[str]],
    text: str,
    kinds: Mapping[str, SpeakerKind],
) -> list[Mention]:
    around = setting_of([text])
    found = []
    keys = {}
    for names in entities:
        name = names[0]
        form = form_of(name)
        if form is not None and form.is_full:
            keys[name] = form.key
    for names in entities:
        name = names[0]
        # Whoever is called by no name in a document is nobody's namesake in another.
        named = any(map(_is_name, names))
        kind: SpeakerKind = "person" if named else kinds.get(name, "anonymous")
        speaker = Speaker(key=name.casefold(), name=name, kind=kind)
        found.append(
            Mention(
                article_id=document,
                found=speaker_ids(document, speaker),
                name=name,
                kind=kind,
                company=frozenset(key for other, key in keys.items() if other != name),
                roles=_roles(names),
                setting=around,
                quotes=len(names),
            )
        )
    return found


def _roles(names: Sequence[str]) -> tuple[str, ...]:
    """What a document calls somebody besides the name: titles before it, and descriptions."""
    titles = [match[0] for name in names if (match := _TITLE.match(name))]
    described = [n for n in names[1:] if not _is_name(n) and n.casefold() not in _PRONOUNS]
    return tuple(dict.fromkeys((*titles, *described)))


def _merges(given: Iterable[Given], ids: Iterable[str]) -> list[list[str]]:
    groups: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one, speaker_id in zip(given, ids, strict=True):
        groups[speaker_id][one.chain].add(f"{one.text} ({one.document})")
    return [
        [" + ".join(sorted(texts)[:3]) for texts in chains.values()]
        for _, chains in sorted(groups.items())
        if len(chains) > 1
    ]


def _splits(items: Iterable[tuple[str, str]]) -> int:
    by_chain: defaultdict[str, set[str]] = defaultdict(set)
    for chain, speaker_id in items:
        by_chain[chain].add(speaker_id)
    return sum(len(ids) > 1 for ids in by_chain.values())
