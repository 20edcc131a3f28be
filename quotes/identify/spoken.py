"""What of a quotation is compared with others, and what its family has its name from."""

from collections import Counter
from collections.abc import Collection, Iterator
from hashlib import blake2b
from itertools import chain, count, repeat
from typing import NamedTuple

import polars as pl

from quotes.identify.alignment import same_words
from quotes.identify.words import Words, is_negation, quoted_part, words_of

MIN_WORDS = 4
"""“Yes, of course” in two articles is not one quotation: below this the speaker must be equal."""


class Said(NamedTuple):
    """A quotation as it is compared.

    Attributes:
        text: Its words with spaces between them; of too few words also the speaker or, where
            there is none, the quotation's identifier instead. Those of equal text are a family.
        sentences: How many words each of its sentences has, where these are a speaker's own
            words, which may be somewhat different elsewhere; else nothing.
        speaker: Who said it.
    """

    text: str
    sentences: tuple[int, ...]
    speaker: str | None


class Own(NamedTuple):
    """A text that is some speakers' own words.

    Attributes:
        text: The words, with spaces between them.
        sentences: How many of them each sentence has.
        speakers: Who said them.
    """

    text: str
    sentences: tuple[int, ...]
    speakers: Collection[str]

    @property
    def words(self) -> Words:
        """As `same_words` wants them."""
        numbers = chain.from_iterable(map(repeat, count(), self.sentences))
        return Words(tuple(self.text.split(" ")), tuple(numbers))


def said_in(frame: pl.DataFrame) -> Iterator[Said]:
    """What is compared of each quotation of a table.

    Args:
        frame: With the columns ``quote_id``, ``quote_type`` and ``quote``, and ``speaker_id``
            where it is known.

    Yields:
        It, a row each.
    """
    speakers = frame["speaker_id"] if "speaker_id" in frame.columns else [None] * frame.height
    rows = zip(frame["quote_id"], frame["quote_type"], frame["quote"], speakers, strict=True)
    for quote_id, quote_type, quote, speaker in rows:
        spoken, is_own = _spoken(quote, quote_type)
        text = " ".join(spoken.words)
        if len(spoken.words) < MIN_WORDS:
            yield Said(quote_id if speaker is None else f"{speaker}\n{text}", (), speaker)
        else:
            yield Said(text, _sentences(spoken) if is_own else (), speaker)


def is_same(first: Own, second: Own) -> bool:
    """Tell whether two texts are the same words but for edits, spelling, or a cut.

    Args:
        first, second: The texts; their order does not matter.
    """
    both = set(first.speakers) & set(second.speakers)
    return same_words(first.words, second.words, same_speaker=bool(both))


def number_of(text: str) -> int:
    """A family's number, 64 bits, by the text that it has its name from.

    Args:
        text: Of one of its quotations.
    """
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest())


def _sentences(spoken: Words) -> tuple[int, ...]:
    if spoken.sentence[0] == spoken.sentence[-1]:
        return (len(spoken.words),)
    return tuple(Counter(spoken.sentence).values())


def _spoken(quote: str, quote_type: str) -> tuple[Words, bool]:
    """The words to compare, and whether they are the speaker's own rather than a paraphrase."""
    everything = words_of(quote)
    if quote_type != "mixed":
        return everything, quote_type == "direct"
    quoted = words_of(quoted_part(quote))
    # The reporter's "not" may be half of what was said.
    reporters = Counter(everything.words) - Counter(quoted.words)
    if len(quoted.words) < MIN_WORDS or any(map(is_negation, reporters)):
        return everything, False
    return quoted, True
