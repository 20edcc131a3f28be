"""Whether two quotations are the same words, allowing for edits, spelling and a cut."""

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from quotes.identify.words import Words, is_content, is_negation, is_number

EDITS = 0.2
"""What share of the shorter quotation's words may be left out, put in or replaced."""

SPELLING = 0.75
"""How alike two words must be to be one word spelled twice: organise and organize, 0.875."""

MIN_WORDS = 5
"""How many words a cut must have, even if one speaker said both."""

MIN_CONTENT = 3
"""With fewer content words two quotations that are almost equal say different things."""

MIN_CUT = 4
"""With fewer content words a quotation is part of many others that are not the same: "the right
thing to do"."""


def same_words(first: Words, second: Words, *, same_speaker: bool = False) -> bool:
    """Tell whether two quotations are the same words.

    The shorter must be found in the longer with few words changed. What is never an edit: a
    negation put in, left out or cut off from its sentence, and a number that differs.

    Args:
        first, second: The words of each.
        same_speaker: Whether one speaker said both, so that fewer words will do.

    Returns:
        Whether they are the same; the order of the arguments does not matter.
    """
    if first.words == second.words:
        return bool(first.words)
    short, long = sorted((first, second), key=lambda one: (len(one.words), one.words))
    content = sum(map(is_content, short.words))
    if content < MIN_CONTENT and not same_speaker:
        return False
    if _few_edits(short.words, long.words, content=content):
        return True
    if len(short.words) < MIN_WORDS or (content < MIN_CUT and not same_speaker):
        return False
    cut = fuzz.partial_ratio_alignment(short.words, long.words)
    return (
        cut is not None
        and _few_edits(short.words, long.words[cut.dest_start : cut.dest_end], content=content)
        and not _cuts_negation(long, cut.dest_start, cut.dest_end)
    )


def _few_edits(short: tuple[str, ...], window: tuple[str, ...], *, content: int) -> bool:
    """Whether two stretches of words differ by spelling and few words, none of them decisive.

    As few of the ``content`` words in ``short`` may change, in proportion, as of all its words.
    """
    allowed, allowed_content = EDITS * len(short), EDITS * content
    if len(window) - len(short) > allowed:
        return False
    edits = content_edits = 0
    for edit in Levenshtein.editops(short, window):
        old = short[edit.src_pos] if edit.tag != "insert" else None
        new = window[edit.dest_pos] if edit.tag != "delete" else None
        if _is_decisive(old, new):
            return False
        if old and new and Indel.normalized_similarity(old, new) >= SPELLING:
            continue
        edits += 1
        content_edits += any(map(is_content, filter(None, (old, new))))
        if edits > allowed or content_edits > allowed_content:
            return False
    return True


def _is_decisive(old: str | None, new: str | None) -> bool:
    """Whether an edit gives or takes a negation, or makes one number another."""
    if is_negation(old or "") != is_negation(new or ""):
        return True
    return old is not None and new is not None and is_number(old) and is_number(new)


def _cuts_negation(long: Words, start: int, end: int) -> bool:
    """Whether a negation stands outside a cut but in a sentence that the cut belongs to."""
    sentences = set(long.sentence[start:end])
    outside = (*range(start), *range(end, len(long.words)))
    return any(long.sentence[i] in sentences and is_negation(long.words[i]) for i in outside)
