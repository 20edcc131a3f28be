"""Fit the lexicon of cues on annotated news.

Every frame of every training article is an example: right to the degree its content overlaps
with an annotated one (intersection over union, from 0.5 up) whose source it shares, else wrong.
A logistic regression (L2) over the frame's named features gives one weight a feature; what the
system reads at run time is that table of weights and nothing else.
"""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.detect.candidates import candidates, read_page
from quotes.detect.features import Features
from quotes.detect.frame import Frame
from quotes.detect.grammar import Tokens
from quotes.detect.lexicon import BIAS, reporting_verbs
from quotes.detect.pipeline import DEFAULT_MODEL, load_pipeline, make_doc
from quotes.model.gold import GoldArticle, read_gold
from quotes.model.letters import Unit, letters, overlap, same_source, units
from quotes.model.predict import as_read
from quotes.table.atomic import replacing
from quotes.types import Skipped, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Example = tuple[list[str], float]


def examples(gold: GoldArticle, doc: "Doc", skipped: Sequence[Skipped] = ()) -> Iterator[Example]:
    """The frames of one annotated article as training examples.

    Args:
        gold: The article with its reference annotation.
        doc: The same, parsed.
        skipped: Its page furniture.

    Yields:
        Features of a frame, and how right it is, from 0 to 1.
    """
    page = read_page(doc, skipped=skipped)
    inside = [number >= 0 for number in page.quoted]
    described = Features(doc, inside, reporting_verbs())
    at = by_letter(gold)
    for frame in candidates(doc, page):
        yield described(frame), rightness(gold.text, doc, frame, at)


def examples_of(paths: Sequence[str | Path], *, model: str = DEFAULT_MODEL) -> Iterator[Example]:
    """The frames of annotated files, as training examples.

    Args:
        paths: Annotated articles, as `quotes.model.gold.read_gold` reads them.
        model: The spaCy pipeline to parse them with.

    Yields:
        Features of a frame, and how right it is, from 0 to 1.

    Raises:
        UsageError: A file is missing or not of that form.
    """
    articles = [gold for path in paths for gold in read_gold(path)]
    nlp = load_pipeline(model)
    for gold in articles:
        article = as_read(gold)
        doc = nlp(make_doc(nlp, article))
        yield from examples(gold, doc, article.skipped)


def _spans(doc: "Doc", ranges: Iterable[Tokens]) -> list[Span]:
    return [Span(doc[s].idx, doc[e - 1].idx + len(doc[e - 1])) for s, e in ranges if e > s]


def by_letter(gold: GoldArticle) -> dict[int, list[Unit]]:
    """The annotated attributions at each letter's place, for `rightness`.

    Args:
        gold: The annotated article.

    Returns:
        For the place of each letter of a content the attributions whose content has it.
    """
    at: dict[int, list[Unit]] = defaultdict(list)
    for unit in units(gold.attributions, gold.text):
        for i in unit.content:
            at[i].append(unit)
    return at


def rightness(text: str, doc: "Doc", frame: Frame, at: Mapping[int, Sequence[Unit]]) -> float:
    """How right a frame is: the overlap of its content with an annotated one of the same source.

    Args:
        text: The article's text.
        doc: The same, parsed.
        frame: The frame.
        at: From `by_letter`.

    Returns:
        Intersection over union of the contents' letters, 0 below a half.
    """
    content = letters(_spans(doc, frame.content), text)
    source = letters(_spans(doc, [frame.source]), text) if frame.source else frozenset()
    near = {id(unit): unit for i in content for unit in at.get(i, ())}
    best = 0.0
    for unit in near.values():
        share = overlap(content, unit.content)
        if share >= 0.5 and same_source(unit.source, source):
            best = max(best, share)
    return best


def fit(
    found: Iterable[Example], *, c: float = 0.3, min_count: int = 3, digits: int = 3
) -> dict[str, float]:
    """Fit the weights.

    Args:
        found: Examples of all training articles.
        c: Inverse strength of the L2 penalty.
        min_count: Features seen in fewer frames are left out.
        digits: Decimals that are kept; weights that round to zero are dropped.

    Returns:
        Weight by feature; the bias under the empty name.
    """
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    names, rightness = zip(*found, strict=True)
    counts = Counter(name for row in names for name in row)
    rows = [{n: 1.0 for n in row if counts[n] >= min_count} for row in names]
    # A frame that is right to the degree r counts r times as right and 1 - r times as wrong.
    partly = [i for i, r in enumerate(rightness) if 0 < r < 1]
    labels = [int(r > 0) for r in rightness] + [0] * len(partly)
    shares = [r if r > 0 else 1.0 for r in rightness] + [1 - rightness[i] for i in partly]
    vectorizer = DictVectorizer(dtype=np.float32)
    matrix = vectorizer.fit_transform([*rows, *(rows[i] for i in partly)])
    matrix.indices = matrix.indices.astype(np.int32)
    matrix.indptr = matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=c, solver="liblinear", max_iter=300, random_state=0)
    model.fit(matrix, labels, sample_weight=shares)
    table = {
        name: round(float(weight), digits)
        for name, weight in zip(vectorizer.feature_names_, model.coef_[0], strict=True)
    }
    table = {name: weight for name, weight in sorted(table.items()) if weight}
    return {BIAS: round(float(model.intercept_[0]), digits), **table}


def write_weights(table: Mapping[str, float], path: str | Path) -> None:
    """Write a table of weights, the same bytes for the same table.

    Args:
        table: Weight by feature.
        path: A ``.json.gz`` file.
    """
    packed = gzip.compress(json.dumps(table, ensure_ascii=False).encode(), mtime=0)
    with replacing(Path(path)) as file:
        file.write(packed)
