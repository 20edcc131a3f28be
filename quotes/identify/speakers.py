"""One identity per speaker across articles: the first version, which joins equal names only.

An identifier reads ``p-sergei-lavrov-4f1c09ab52d7``: the kind's first letter, the name in plain
letters for people, and a hash of what decides identity. It depends on nothing but its arguments,
so that the same speaker has the same identifier in every run, whatever else is read.

What decides identity errs towards keeping people apart, because words put into the wrong mouth
do more harm than a speaker who appears twice:

- A person: the fullest name of the article, whatever its case, accents and titles. A name of one
  part (a surname alone) joins nobody across articles.
- An organisation: its name, whatever its case, accents, dots, article ("the"), possessive and
  legal form. What only describes one ("the company", "police", "the health ministry") joins
  nobody across articles.
- Anyone else: the article and the speaker's key in it; nobody without a name is ever the same as
  somebody in another article.
"""

import re
from functools import lru_cache
from hashlib import blake2b

from quotes.attribute.lexicon import ORG_NOUNS, REGNAL, word_set
from quotes.attribute.names import fold, parse_name
from quotes.attribute.organisations import org_key
from quotes.types import Speaker

_SLUG_LENGTH = 40
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
# Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_LEGAL_FORMS = word_set(
    "inc incorporated corp corporation co ltd limited plc llc llp gmbh ag sa nv"
)
_GROUPS = frozenset({"group", "holding", "holdings"})
_ARTICLES = frozenset({"the", "a", "an"})
#: Nouns that with a capital name one body, in the papers of one country at least.
_OWN_BODIES = frozenset({"congress", "house", "kremlin", "parliament", "pentagon", "senate"})
_WORD = re.compile(r"[^\W_][\w.&’'-]*")


def speaker_ids(article_id: str, speaker: Speaker) -> str:
    """The identifier of one speaker across all articles.

    Args:
        article_id: The article in which the speaker was found.
        speaker: Who it is, within that article.

    Returns:
        The identifier; equal for equal speakers, and only for these.
    """
    across = _across_articles(speaker)
    identity = across or f"{article_id}\n{speaker.key}"
    key = f"{speaker.kind}\n{identity}".encode("utf-8", "surrogatepass")
    digest = blake2b(key, digest_size=6).hexdigest()
    # Names of one body are written in many ways, those of one person in one.
    name = across if across and speaker.kind == "organization" else speaker.name
    return "-".join(part for part in (speaker.kind[0], _slug(name), digest) if part)


def namesake_id(found: str, article_id: str) -> str:
    """The identifier of somebody who has another's name, as the evidence says.

    Args:
        found: What `speaker_ids` gives for the name.
        article_id: The first article that names this one.
    """
    digest = _digest("\n".join((found, article_id)))
    return f"{found.rpartition('-')[0]}-{digest}"


def cut_id(node: str) -> str:
    """The identifier of a speaker whom people told apart within an article.

    Args:
        node: ``ID@ARTICLE``.
    """
    return f"{node.partition('@')[0]}-{_digest(node)}"


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _across_articles(speaker: Speaker) -> str | None:
    """What is equal for one speaker in different articles; None for one who can't be told."""
    if speaker.kind == "person":
        return _person(speaker.name)
    if speaker.kind == "organization" and names_a_body(speaker.name):
        return organization_key(speaker.name) or None
    return None


def names_a_body(name: str) -> bool:
    """Whether an organisation is named, rather than called "police" or "The company".

    Args:
        name: As written.
    """
    words = _WORD.findall(name)
    if words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    if not words or all(word.islower() for word in words):
        return False
    # At a sentence's beginning any noun has a capital.
    return len(words) > 1 or words[0].casefold() not in ORG_NOUNS - _OWN_BODIES


def _person(name: str) -> str | None:
    parsed = parse_name(name)
    if parsed is None:
        return None
    # Popes and monarchs are known by one name and their title.
    full = parsed.given or parsed.surname.partition(" ")[0] in REGNAL
    return parsed.key.translate(_PLAIN) if full else None


@lru_cache(maxsize=100_000)
def organization_key(name: str) -> str:
    """An organisation's name for comparison.

    Args:
        name: As written: "The U.S. Treasury Department’s".

    Returns:
        The name without case, accents, dots, article, possessive and legal form:
        "us treasury department", "goldman sachs" for "Goldman Sachs Group, Inc.", and
        "samsung electronics" for "Samsung Electronics Co., Ltd.".
    """
    plain = org_key(name).translate(_PLAIN)
    words = _NOT_PLAIN.sub(" ", plain).split()
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    while len(words) > 1 and (
        words[-1] in _LEGAL_FORMS or (len(words) > 2 and words[-1] in _GROUPS)
    ):
        words.pop()
    return " ".join(words) or plain


def _slug(name: str) -> str:
    """The name in lower-case letters and digits without accents, cut at a word's end."""
    plain = _NOT_PLAIN.sub("-", fold(name).translate(_PLAIN).replace("'", "")).strip("-")
    if len(plain) <= _SLUG_LENGTH:
        return plain
    return plain[: _SLUG_LENGTH + 1].rpartition("-")[0] or plain[:_SLUG_LENGTH]
