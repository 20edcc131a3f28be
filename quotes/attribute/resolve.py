"""Who each source is, within its article."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from quotes.attribute.anonymity import anonymity_clause, without_anonymity
from quotes.attribute.kinds import kind_of
from quotes.attribute.lexicon import (
    FEMININE,
    FIRST,
    GROUP_NOUNS,
    INSIDER_NOUNS,
    MASCULINE,
    NEUTER,
    ORG_NOUNS,
    PERSON_NOUNS,
    PLURAL,
    PRONOUNS,
    RELATIVE,
    SECOND,
    word_set,
)
from quotes.attribute.mentions import people
from quotes.attribute.names import fold, gender_of_word, parse_name
from quotes.attribute.organisations import org_key, organisations
from quotes.attribute.phrases import Phrase, conjuncts, read_phrase, singular
from quotes.attribute.pronouns import Discourse, choose, following, gender_of_pronoun
from quotes.attribute.referents import Found, Referent
from quotes.attribute.roles import role_at
from quotes.attribute.words import Words, read_words
from quotes.types import Attribution, ResolvedBy, Skipped, Span, Speaker

#: Said of people the article brings up without a name, not of those it has named.
_NEW_PEOPLE = word_set(
    """
    boy customer employee father girl judge man mother narrator neighbor neighbour person
    reader resident soldier staffer student user victim viewer voter woman worker
    """
)
_STOPS = frozenset(",;:()—–")
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))


class _Article:
    """One article on its way through: its names, and who has been met so far."""

    def __init__(self, w: Words) -> None:
        self.w = w
        self.people, self.person_at = people(w)
        self.orgs, self.org_at = organisations(w, self.person_at)
        self.named: dict[int, object] = {**self.org_at, **self.person_at}
        self.described: list[Referent] = []
        self.d = Discourse(w, [*self.people, *self.orgs])
        self.pronouns: dict[int, Referent] = {}

    # -- reading on -------------------------------------------------------------------------

    def read_pronouns(self, start: int, end: int) -> None:
        """Settle the pronouns that stand between two sources, so that they count as mentions."""
        w = self.w
        for i in range(start, end):
            if w.lower[i] in MASCULINE or w.lower[i] in FEMININE:
                if w.quoted[i] or w.skipped[i]:
                    continue
                self.personal(i)

    def personal(self, i: int) -> Referent | None:
        """Settle *he* or *she* at a token."""
        if i in self.pronouns:
            return self.pronouns[i]
        gender = gender_of_pronoun(self.w.lower[i])
        pool = [
            *self.people,
            *(r for r in self.described if r.kind == "anonymous" and not r.plural),
        ]
        referent = choose(self.d, pool, i, gender)
        if referent is None:
            referent = following(self.d, self.people, i, gender)
        if referent is not None:
            if i not in referent.places:
                insort(referent.places, i)
            if referent.gender is None:
                referent.gender = gender
            self.pronouns[i] = referent
        return referent

    # -- one source -------------------------------------------------------------------------

    def source(self, spans: Sequence[Span]) -> Found:
        """Tell who a source is."""
        w = self.w
        start = w.tokens(spans[0])[0]
        end = max(w.tokens(s)[1] for s in spans)
        if end > w.tokens(spans[0])[1] and len(spans) > 1:
            end = w.tokens(spans[0])[1] if end - start > 60 else end
        phrase = read_phrase(w, start, end, self.named)
        if phrase is None:
            return Found([], "none", "the source has no words")
        together = self.listed(phrase)
        if together:
            return Found(together, "name")
        parts = conjuncts(w, phrase, self.named)
        found = [self.phrase(p) for p in parts]
        if len(found) == 1:
            return found[0]
        for kind in ("person", "organization"):
            if any(r.kind == kind for f in found for r in f.referents):
                chosen = [f for f in found if any(r.kind == kind for r in f.referents)]
                together: list[Referent] = []
                for f in chosen:
                    together.extend(r for r in f.referents if not any(r is t for t in together))
                return Found(together, chosen[0].by)
        return self.description(phrase)

    def phrase(self, p: Phrase) -> Found:
        """Tell who one noun phrase means."""
        w = self.w
        if w.lower[p.head] in PRONOUNS and p.core_end - p.start <= 2 and w.tags[p.head] != "NNP":
            return self.pronoun(p)
        person = self.named_in(p)
        if person is not None:
            return Found([person], "name")
        if p.head in self.org_at and kind_of(w, p) == "organization":
            return Found([self.org_at[p.head]], "name")
        return self.description(p)

    def named_in(self, p: Phrase) -> Referent | None:
        """The person whose name a phrase holds as its head or in apposition."""
        w = self.w
        if p.head in self.person_at:
            return self.person_at[p.head]
        if w.pos[p.head] in ("NOUN", "PROPN", "ADJ", "NUM", "") and not p.plural:
            for i in range(p.core_end, p.end):
                if i not in self.person_at or self.person_at.get(i - 1) is self.person_at[i]:
                    continue
                stop = i
                while stop < p.end and self.person_at.get(stop) is self.person_at[i]:
                    stop += 1
                begin = i
                while begin > p.core_end and w.words[begin - 1] not in ",—–-:(":
                    begin -= 1
                plain = all(w.pos[k] in ("PROPN", "NOUN", "ADJ", "DET") for k in range(begin, i))
                closed = stop >= p.end or w.words[stop] in ",—–-()" or w.lower[stop] in ("who",)
                before = w.words[begin - 1] if begin else ""
                closed = closed or begin < i or before in ",—–-:"
                if plain and closed and (before in ",—–-:" or begin == i) and before != "":
                    if w.pos[i - 1] != "ADP" and w.lower[i - 1] not in (
                        "of",
                        "for",
                        "with",
                        "to",
                        "and",
                    ):
                        return self.person_at[i]
        inner = self.titled(p)
        if inner is not None:
            return inner
        text = w.slice(p.start, p.core_end)
        if text.isupper() and len(text) > 3:
            name = parse_name(text.title())
            for r in self.people:
                if name and any(n.surname == name.surname for n in r.names):
                    return r
        return None

    def titled(self, p: Phrase) -> Referent | None:
        """The person behind a title that holds a preposition: *Secretary of State Jane Roe*."""
        w = self.w
        if p.core_end >= p.end or w.pos[p.core_end] != "ADP":
            return None
        stop = p.core_end
        while stop < p.end and w.words[stop] not in _STOPS:
            stop += 1
        last = stop - 1
        if last not in self.person_at or p.noun not in PERSON_NOUNS | ORG_NOUNS:
            return None
        first = last
        while self.person_at.get(first - 1) is self.person_at[last]:
            first -= 1
        inside = [i for i in range(p.start, stop) if not p.start <= w.heads[i] < stop]
        root = any(first <= i <= last for i in inside)
        state = w.lower[first - 1] in ("state", "defense", "defence", "treasury") and (
            p.noun == "secretary"
        )
        return self.person_at[last] if root or state else None

    def listed(self, p: Phrase) -> list[Referent]:
        """The people a plural names in apposition: *her rivals, Ted Cruz and Marco Rubio*."""
        w = self.w
        if not p.plural or p.head in self.named or p.core_end >= p.end:
            return []
        begin = p.core_end
        if w.words[begin] not in (",", "-", "--", "—", "–", ":"):
            return []
        begin += 1
        example = w.lower[begin] in ("including", "like", "such") if begin < p.end else False
        while example and w.lower[begin] in ("including", "like", "such", "as"):
            begin += 1
        found: list[Referent] = []
        for i in range(begin, p.end):
            if i in self.person_at:
                if not any(r is self.person_at[i] for r in found):
                    found.append(self.person_at[i])
            elif not found and (
                w.pos[i] not in ("PROPN", "NOUN", "ADJ", "DET") or w.tags[i] == "NNS"
            ):
                return []
        return found if len(found) > 1 or example else []

    # -- pronouns ---------------------------------------------------------------------------

    def pronoun(self, p: Phrase) -> Found:
        w, i = self.w, p.head
        word = w.lower[i]
        if word in MASCULINE or word in FEMININE:
            referent = self.personal(i)
            if referent is None:
                return Found([], "none", f"no one for “{w.words[i]}” to mean, or several")
            return Found([referent], "pronoun")
        if word in RELATIVE and w.tags[i] in ("WP", "WDT", "WP$", "IN"):
            return self.relative(i)
        if word in PLURAL:
            return self.plural(i)
        if word in NEUTER:
            return self.neuter(i)
        if word in FIRST:
            return Found([], "none", f"“{w.words[i]}” is the writer or a speaker not named here")
        if word in SECOND:
            return Found([], "none", "“you” names no one")
        return self.neuter(i)

    def relative(self, i: int) -> Found:
        """*who*, *which*, *that*: what the relative clause hangs on."""
        w = self.w
        top, noun = i, None
        for _ in range(4):
            if w.deps[top] in ("relcl", "acl"):
                noun = w.heads[top]
                break
            if w.heads[top] == top:
                break
            top = w.heads[top]
        if noun is None or noun >= i:
            noun = i - 1
            while noun > 0 and not (w.pos[noun] in ("NOUN", "PROPN", "PRON") or noun in self.named):
                noun -= 1
            if w.sentence[noun] != w.sentence[i]:
                return Found([], "none", f"nothing for “{w.words[i]}” to mean")
        if w.lower[noun] in ("those", "others", "ones", "many", "some", "all"):
            p = Phrase(noun, noun + 1, noun + 1, noun, w.lower[noun], True, "")
            return Found([self.introduce(p, "group")], "pronoun")
        if w.lower[noun] in PRONOUNS:
            inner = read_phrase(w, noun, noun + 1, self.named)
            return self.pronoun(inner) if inner else Found([], "none", "unknown")
        start = noun
        while start > 0 and w.sentence[start - 1] == w.sentence[i]:
            if (
                (
                    w.heads[start - 1] == noun
                    and w.deps[start - 1]
                    in (
                        "det",
                        "amod",
                        "compound",
                        "poss",
                        "nummod",
                        "quantmod",
                        "nmod",
                        "advmod",
                    )
                )
                or ((start - 1) in self.named and self.named[start - 1] is self.named.get(start))
            ) or (
                w.deps[start - 1]
                in (
                    "compound",
                    "case",
                    "det",
                    "amod",
                    "poss",
                    "punct",
                )
                and w.heads[start - 1] in range(start, noun + 1)
            ):
                start -= 1
            else:
                break
        inner = read_phrase(w, start, i, self.named)
        if inner is None:
            return Found([], "none", f"nothing for “{w.words[i]}” to mean")
        found = self.phrase(inner)
        if w.lower[i] == "which" and any(r.kind == "person" for r in found.referents):
            return self.neuter(i)
        if found.referents:
            found.by = "pronoun"
        return found

    def plural(self, i: int) -> Found:
        """*they*: the latest speakers if several, else the nearest plural subject."""
        w = self.w
        for turn in (self.d.last,):
            if turn and (
                len(turn) > 1
                or (turn[0].plural and turn[0].kind != "document")
                or turn[0].kind in ("group", "organization")
            ):
                place = (
                    max(r.spoken[-1] for r in turn if r.spoken)
                    if any(r.spoken for r in turn)
                    else -1
                )
                if place >= 0 and w.paragraph[i] - w.paragraph[place] <= 1:
                    return Found(list(turn), "pronoun")
        for k in range(i - 1, max(-1, i - 120), -1):
            if w.quoted[k] and not w.quoted[i]:
                continue
            if k in self.person_at and w.deps[k] == "conj" and w.heads[k] in self.person_at:
                pair = [self.person_at[w.heads[k]], self.person_at[k]]
                if pair[0] is not pair[1] and w.sentence[i] - w.sentence[k] <= 2:
                    return Found(pair, "pronoun")
            plural = w.tags[k] in ("NNS", "NNPS") or w.labels[k] == "NORP"
            if plural and is_subject_like(w, k) and not self.inert(k):
                start = k
                while start > 0 and w.heads[start - 1] == k:
                    start -= 1
                inner = read_phrase(w, start, k + 1, self.named)
                if inner is not None:
                    found = self.description(inner)
                    found.by = "pronoun"
                    return found
        return Found([], "none", f"no one for “{w.words[i]}” to mean")

    def inert(self, i: int) -> bool:
        """Whether a plural is of things that do not speak."""
        w = self.w
        noun = singular(w.lower[i], w.doc[i].lemma_)
        speaks = noun in PERSON_NOUNS or noun in GROUP_NOUNS or noun in ORG_NOUNS
        return not (speaks or w.labels[i] == "NORP" or noun.endswith(("er", "or", "ist", "ian")))

    def neuter(self, i: int) -> Found:
        """*it*: an organisation or document, the latest speaker before others."""
        orgs = [r for r in self.orgs if r.spoken or self.w.labels[r.places[0]] == "ORG"]
        pool = [
            *orgs,
            *(r for r in self.described if r.kind in ("organization", "document", "group")),
        ]
        referent = choose(self.d, pool, i)
        if referent is None:
            return Found([], "none", f"nothing for “{self.w.words[i]}” to mean, or several things")
        return Found([referent], "pronoun")

    # -- descriptions -----------------------------------------------------------------------

    def description(self, p: Phrase) -> Found:
        """Someone described: again someone named, or met before, or new."""
        w = self.w
        kind = kind_of(w, p)
        if kind == "anonymous" and not p.plural:
            referent = self.described_person(p)
            if referent is not None:
                return Found([referent], "description")
        if p.determiner in _DEFINITE and kind in ("anonymous", "document", "group", "organization"):
            for r in reversed(self.described):
                if r.kind == kind and r.plural == p.plural and p.noun in r.nouns:
                    return Found([r], "description")
        if kind == "organization" and p.determiner in _DEFINITE and p.noun in ORG_NOUNS:
            fits = [r for r in self.orgs if p.noun in r.nouns]
            referent = choose(self.d, fits or [r for r in self.orgs if r.spoken], p.head)
            if referent is not None:
                return Found([referent], "description")
        return Found([self.introduce(p, kind)], "description")

    def described_person(self, p: Phrase) -> Referent | None:
        """Whom *the senator* or *the coach* means."""
        w = self.w
        if p.determiner not in ("the", "this") and not w.headline[p.head]:
            return None
        if p.plural or p.noun in GROUP_NOUNS:
            return None
        if p.core_end < p.end and w.lower[p.core_end] in ("for", "at", "with"):
            return None
        gender = gender_of_word(p.noun)
        met = [
            r
            for r in self.described
            if r.kind == "anonymous" and not r.plural and p.noun in r.nouns
        ]
        fits = [r for r in self.people if p.noun in r.nouns]
        referent = choose(self.d, [*met, *fits], p.head, gender)
        if referent is not None or met:
            return referent or met[-1]
        if p.noun in INSIDER_NOUNS or p.noun in _NEW_PEOPLE:
            return None
        return choose(self.d, self.people, p.head, gender) or (
            following(self.d, self.people, p.head, gender) if w.headline[p.head] else None
        )

    def introduce(self, p: Phrase, kind: str) -> Referent:
        """Meet someone new, or again by the very same words."""
        w = self.w
        text = w.slice(p.start, p.end)
        sentence = text
        name = without_anonymity(text) if kind == "anonymous" else text
        name = " ".join(name.split())
        key = org_key(name) or fold(name)
        for r in self.described:
            if r.key == key and r.kind == kind:
                return r
        nouns = {p.noun} | {w.lower[i] for i in range(p.start, p.core_end) if w.pos[i] == "NOUN"}
        referent = Referent(key, name, kind, plural=p.plural, nouns=nouns)  # type: ignore[arg-type]
        referent.gender = gender_of_word(p.noun)
        if kind == "anonymous":
            referent.anonymity = anonymity_clause(sentence) or anonymity_clause(
                self.sentence(p.head)
            )
        self.described.append(referent)
        return referent

    def sentence(self, i: int) -> str:
        """The text of the sentence around a token."""
        w, number = self.w, self.w.sentence[i]
        start, end = i, i + 1
        while start > 0 and w.sentence[start - 1] == number:
            start -= 1
        while end < len(w) and w.sentence[end] == number:
            end += 1
        return w.slice(start, end)

    # -- after each -------------------------------------------------------------------------

    def remember(self, found: Found, at: int) -> None:
        """Note who has spoken, and where."""
        if not found.referents:
            return
        for r in found.referents:
            insort(r.spoken, at)
            if at not in r.places:
                insort(r.places, at)
        self.d.last = found.referents
        self.d.turns[self.w.paragraph[at]] = found.referents

    def speaker(self, r: Referent) -> Speaker:
        """The speaker as the outside sees it."""
        kind = r.kind
        return Speaker(
            key=r.key if kind in ("person", "organization") else f"{kind}: {r.key}",
            name=r.name,
            kind=kind,
            role=r.role,
            anonymity=r.anonymity,
        )


def is_subject_like(w: Words, i: int) -> bool:
    """Whether a token heads a subject, or nothing is known of its role."""
    return w.deps[i] in ("nsubj", "nsubjpass", "")


def _continued(article: _Article, a: Attribution, at: int) -> Found:
    """Who speaks in a quotation that names no one: whoever spoke before, nearby."""
    w, d = article.w, article.d
    if a.quote_type == "indirect" or (a.cue and not d.last):
        return Found([], "none", "no source is given")
    if d.last:
        place = max((r.spoken[-1] for r in d.last if r.spoken), default=-1)
        if place >= 0 and 0 <= w.paragraph[at] - w.paragraph[place] <= 3:
            return Found(list(d.last), "continuation")
    return Found([], "none", "no source is given, and no one speaks just before")


def _roles(article: _Article) -> None:
    """Find each person's role at the first mention that shows one."""
    w, before = article.w, -1
    tokens = sorted(article.person_at)
    for i in tokens:
        referent = article.person_at[i]
        if referent.role is None and not (
            i - 1 == before and article.person_at.get(before) is referent
        ):
            end = i + 1
            while article.person_at.get(end) is referent:
                end += 1
            floor = i
            while floor > 0 and w.sentence[floor - 1] == w.sentence[i]:
                floor -= 1
            referent.role = role_at(w, i, end, floor=floor)
        before = i


def resolve(
    doc: Doc, attributions: Sequence[Attribution], *, skipped: Sequence[Skipped] = ()
) -> list[Attribution]:
    """Tell who the sources of an article's attributions are.

    Args:
        doc: The article, parsed; its tokens' offsets are offsets in the article's text.
        attributions: What is attributed, in text order, without speakers.
        skipped: Page furniture, which names no one.

    Returns:
        The same attributions with ``speakers``, ``resolved_by`` and ``unresolved``.
    """
    w = read_words(doc, skipped=skipped)
    if not len(w) or not attributions:
        return [replace(a, unresolved="the article has no words") for a in attributions]
    article = _Article(w)
    _roles(article)
    found: dict[int, Found] = {}
    order = sorted(
        range(len(attributions)),
        key=lambda k: (attributions[k].source or attributions[k].content)[0].start,
    )
    read = 0
    for k in order:
        a = attributions[k]
        at = min(w.tokens((a.source or a.content)[0])[0], len(w) - 1)
        article.read_pronouns(read, at)
        read = max(read, at)
        f = article.source(a.source) if a.source else _continued(article, a, at)
        article.remember(f, at)
        found[k] = f
    out = []
    for k, a in enumerate(attributions):
        f = found[k]
        speakers = tuple(article.speaker(r) for r in f.referents)
        why = None if speakers else (f.why or "the source cannot be told")
        by: ResolvedBy = f.by if speakers else "none"
        out.append(replace(a, speakers=speakers, resolved_by=by, unresolved=why))
    return out
