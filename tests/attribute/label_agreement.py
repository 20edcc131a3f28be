"""Count how annotated articles label several people who are described by the same noun.

    python tests/attribute/label_agreement.py GOLD TSV [GOLD TSV ...]

*Officials* are anonymous sources here and a group there; no rule can be right about both.
"""

import sys
from collections import Counter, defaultdict

from quotes.attribute.phrases import read_phrase
from quotes.attribute.reading import open_reading
from quotes.attribute.words import read_words
from quotes.model.ranker import read_training

KINDS = ("anonymous", "group")


def main(files: list[str]) -> None:
    """Print the count by noun, and how many labels are the rarer of their noun's two.

    Args:
        files: Annotated articles and their speaker labels, in turn.
    """
    readings, labels = read_training(files[::2], files[1::2])
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for gold, doc, skipped in readings:
        r = open_reading(read_words(doc, skipped=skipped))
        for marked in gold.attributions:
            label = labels.get((gold.article_id, marked.attribution_id or ""))
            if label is None or label.kind not in KINDS or not marked.source:
                continue
            phrase = read_phrase(r.w, *r.w.tokens(marked.source[0]), r.named)
            if phrase is not None and phrase.plural and phrase.head not in r.person_at:
                found[phrase.noun][label.kind] += 1
    both = {noun: n for noun, n in found.items() if len(n) == 2}
    for noun, n in sorted(both.items(), key=lambda one: -min(one[1].values())):
        print(f"{noun:14} {n['anonymous']:4} anonymous {n['group']:4} group")
    anonymous = sum(n["anonymous"] for n in found.values())
    mixed = sum(n["anonymous"] for n in both.values())
    rarer = sum(min(n.values()) for n in both.values())
    print(f"{anonymous} anonymous plurals, {mixed} of them with a noun that is a group's as well;")
    print(f"{rarer} labels are the rarer of their noun's two")


if __name__ == "__main__":
    main(sys.argv[1:])
