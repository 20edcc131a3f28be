"""Stage 2: the source of each content, and who that is in this article."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotes.types import Attribution, Skipped
from quotes.uncollected import uncollected

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotes.detect.verdict import Judge

__all__ = ["attributions"]


def attributions(
    doc: "Doc",
    *,
    skipped: Sequence[Skipped] = (),
    author: str | None = None,
    judge: "Judge | None" = None,
) -> list[Attribution]:
    """Stages 1 and 2: find an article's attributions and say who speaks.

    Args:
        doc: The article, as `quotes.detect.make_doc` built it and a pipeline parsed it. Token
            offsets are the article's.
        skipped: Page furniture, in order and disjoint.
        author: The article's byline: who *I* is in a column that names no writer.
        judge: Says how likely each reading of each predicate is; by default the lexicon alone.

    Returns:
        Attributions in text order, with speakers.
    """
    from quotes.attribute.resolve import resolve
    from quotes.detect.find import find_attributions
    from quotes.detect.verdict import by_lexicon

    # A few dozen objects of an article are garbage in cycles, of hundreds of thousands made.
    with uncollected():
        found = find_attributions(doc, skipped=skipped, judge=judge or by_lexicon)
        return resolve(doc, found, skipped=skipped, author=author)
