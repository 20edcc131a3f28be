import pytest

from quotes.identify.alignment import same_words
from quotes.identify.words import quoted_part, words_of

STRIKE = (
    "We will not leave this table until every driver has a contract and a pension. We are tired."
)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("We will fight on.", "we will fight on", True),
        ("We’ll fight on, whatever", "We'll fight on whatever", True),
        ("they [the drivers] will fight on", "they will fight on", True),
        (
            "We must organise the whole labour movement",
            "We must organize the whole labor movement",
            True,
        ),
        (
            "We’re going to win this election by far",
            "We are going to win this election by far",
            True,
        ),
        ("I want to thank the people of Ohio", "I just want to thank the people of Ohio", True),
        ("We’re going to win this election", "We’re going to lose this election", False),
        ("The president of the United States", "The president of the United States lied.", False),
        (STRIKE, "We will not leave this table until every driver has a contract", True),
        (STRIKE, "We will not leave this table until every driver has", False),
        # A negation, wherever it was lost.
        ("We will leave this table today", "We will not leave this table today", False),
        ("We will leave this table today", "We won’t leave this table today", False),
        (STRIKE, "leave this table until every driver has a contract", False),
        ("I don’t think that we should attack Iran", "we should attack Iran", False),
        # A negation in a sentence of its own was not cut off.
        (
            "No. The plan will cost us all a great deal",
            "The plan will cost us all a great deal",
            True,
        ),
        # Numbers are facts.
        ("We lost 5 ships and all the crew", "We lost 6 ships and all the crew", False),
        # Too short a part of too much else.
        (STRIKE, "We are tired", False),
        ("We will fight on the beaches", "We shall walk on the moon", False),
        ("", "We will fight on", False),
        ("", "", False),
    ],
)
def test_same_words(first: str, second: str, same: bool) -> None:
    assert same_words(words_of(first), words_of(second)) is same
    assert same_words(words_of(second), words_of(first)) is same


def test_words_know_their_sentence() -> None:
    words = words_of("“It’s over,” he said (again). “Mr. Smith paid 1,000 dollars…”")
    assert words.words == ("it's", "over", "he", "said", "mr", "smith", "paid", "1,000", "dollars")
    assert words.sentence[:4] == (0, 0, 0, 0)
    assert words.sentence[-1] > 0


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("They told us it couldn't be done. We did it.", "They told us it could not be done", True),
        ("They told us it could be done. We did it.", "They told us it could not be done", False),
        ("It was what it was, and I am glad", "It was what it was", True),
        ("It was what it was, and I am glad", "and I am glad", False),
    ],
)
def test_one_speaker_repeats_herself(first: str, second: str, same: bool) -> None:
    assert same_words(words_of(first), words_of(second), same_speaker=True) is same
    assert not same_words(words_of(first), words_of(second))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I can’t, you won't; we cannot", "i can not you will not we can not"),
        ("they're, I'm, we've, she’ll, don’t", "they are i am we have she will do not"),
        ("it's Bob's", "it's bob's"),
        ("n't 'll", "n't ll"),
    ],
)
def test_contractions_are_written_out(text: str, words: str) -> None:
    assert " ".join(words_of(text).words) == words


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("that they were “deeply concerned” about “the plan”", "deeply concerned the plan"),
        ('was "very bad" and "sad"', "very bad sad"),
        ("“never closed", "never closed"),
        ("no marks", ""),
    ],
)
def test_quoted_part(quote: str, expected: str) -> None:
    assert quoted_part(quote) == expected
