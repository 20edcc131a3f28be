"""How well predicted speakers match labelled ones, within and across articles.

Attributions are paired by content as in ``quotes.model.scores``, so everything here is end to
end: an attribution that was not found has no speaker.

- ``named``: F1 of naming the person. Precision over all pairs in which the system said person,
  recall over all labelled persons.
- ``anonymous``: F1 of recognising an anonymous source.
- ``kind``: per cent of paired attributions of a known kind whose kind is right.
- ``by_kind``: for each labelled kind, how many there are and the per cent found with that kind.
- ``b3``: B-cubed (Bagga and Baldwin, "Algorithms for Scoring Coreference Chains", LREC 1998) of
  the identities of paired persons and organisations across all articles; ``b3_recall`` counts a
  labelled attribution without a pair as one that was missed.
- ``b3_anonymous``: the same for anonymous sources, which must not merge across articles.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from quotes.errors import UsageError
from quotes.model.gold import GoldArticle, Label, Predictions, SpeakerLabels
from quotes.model.same_name import same_person
from quotes.model.scores import Prf, paired_units, prf, share
from quotes.types import SPEAKER_KINDS

_NOBODY = Label(None, None, None)
_JOINT = " | "
Identities = tuple[Hashable, Hashable]


class KindScore(NamedTuple):
    """Of ``gold`` labelled attributions of a kind, the per cent found and given that kind."""

    gold: int
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerScores:
    """The measures described in this module's docstring.

    ``paired`` of the ``gold`` labelled persons and organisations were found.
    """

    named: Prf
    anonymous: Prf
    kind: float
    b3: Prf
    b3_recall: float
    b3_anonymous: Prf
    paired: int
    gold: int
    by_kind: dict[str, KindScore]

    def as_dict(self) -> dict[str, Any]:
        """The scores as plain dictionaries, for JSON."""
        return {
            "named": self.named._asdict(),
            "anonymous": self.anonymous._asdict(),
            "kind": self.kind,
            "b3": self.b3._asdict(),
            "b3_recall": self.b3_recall,
            "b3_anonymous": self.b3_anonymous._asdict(),
            "paired": self.paired,
            "gold": self.gold,
            "by_kind": {kind: score._asdict() for kind, score in self.by_kind.items()},
        }


def score_speakers(
    gold: Iterable[GoldArticle], labels: SpeakerLabels, predictions: Predictions
) -> SpeakerScores:
    """Score who predicted attributions are attributed to.

    Args:
        gold: Annotated articles.
        labels: Who the source is, by article id and attribution id; an attribution without a
            source has no label.
        predictions: The attributions of each article id, with speakers.

    Returns:
        The scores.

    Raises:
        UsageError: Something is predicted for an article that is not among the annotated, or
            the labels are of other articles altogether.
    """
    gold = list(gold)
    if labels and not {article_id for article_id, _ in labels} & {a.article_id for a in gold}:
        raise UsageError("the speaker labels are of other articles than the gold file's")
    tally = _Tally()
    for article, golds, predicted, pairs in paired_units(gold, predictions):
        label_of = [
            labels.get((article.article_id, unit.marked.attribution_id or "")) for unit in golds
        ]
        paired = {g for g, _ in pairs}
        for g, label in enumerate(label_of):
            if label:
                tally.labelled[label.kind] += 1
                tally.missed[label.kind] += g not in paired
        for g, p in pairs:
            speaker = predicted[p].marked.speaker or _NOBODY
            tally.count(article.article_id, label_of[g], speaker)
    return tally.scores()


def b_cubed(items: Sequence[Identities]) -> tuple[float, float]:
    """B-cubed precision and recall.

    Args:
        items: The labelled and the predicted identity of each item.

    Returns:
        Precision and recall, 0 to 1.
    """
    labelled, predicted, both = Counter[Hashable](), Counter[Hashable](), Counter[Identities]()
    for gold, guess in items:
        labelled[gold] += 1
        predicted[guess] += 1
        both[gold, guess] += 1
    number = len(items)
    precision = share(sum(both[pair] / predicted[pair[1]] for pair in items), number)
    recall = share(sum(both[pair] / labelled[pair[0]] for pair in items), number)
    return precision, recall


@dataclass(slots=True)
class _Tally:
    """What paired attributions add up to."""

    labelled: Counter[str | None] = field(default_factory=Counter)
    missed: Counter[str | None] = field(default_factory=Counter)
    predicted: Counter[str | None] = field(default_factory=Counter)
    right_kind: Counter[str | None] = field(default_factory=Counter)
    of_known_kind: int = 0
    named: int = 0
    known: list[Identities] = field(default_factory=list)
    unnamed: list[Identities] = field(default_factory=list)

    def count(self, article_id: str, label: Label | None, speaker: Label) -> None:
        """Count a pair; an attribution without a source has no label and only weighs on persons."""
        if label is None:
            self.predicted["person"] += speaker.kind == "person"
            return
        identity: Hashable = speaker.identity or object()
        self.predicted[speaker.kind] += 1
        self.right_kind[label.kind] += speaker.kind == label.kind
        self.of_known_kind += label.kind != "unknown"
        if label.kind == "person":
            self.named += speaker.kind == "person" and is_named(label, speaker)
        if label.kind in ("person", "organization"):
            self.known.append((label.identity, identity))
        if label.kind == "anonymous":
            self.unnamed.append(((article_id, label.identity), identity))

    def scores(self) -> SpeakerScores:
        precision, recall = b_cubed(self.known)
        missed = self.missed["person"] + self.missed["organization"]
        found = share(len(self.known), len(self.known) + missed)
        right = sum(number for kind, number in self.right_kind.items() if kind != "unknown")
        return SpeakerScores(
            named=self._against(self.named, "person"),
            anonymous=self._against(self.right_kind["anonymous"], "anonymous"),
            kind=round(100 * share(right, self.of_known_kind), 1),
            b3=prf(precision, recall),
            b3_recall=round(100 * recall * found, 1),
            b3_anonymous=prf(*b_cubed(self.unnamed)),
            paired=len(self.known),
            gold=self.labelled["person"] + self.labelled["organization"],
            by_kind={
                kind: KindScore(
                    self.labelled[kind],
                    round(100 * share(self.right_kind[kind], self.labelled[kind]), 1),
                )
                for kind in SPEAKER_KINDS
                if self.labelled[kind]
            },
        )

    def _against(self, right: int, kind: str) -> Prf:
        return prf(share(right, self.predicted[kind]), share(right, self.labelled[kind]))


def is_named(label: Label, speaker: Label) -> bool:
    """Whether one of the predicted names is one of the labelled people's.

    Args:
        label: Who it is; joint speakers joined by `` | ``.
        speaker: Who the system says it is, likewise.

    Returns:
        Whether any two names agree.
    """
    return any(
        same_person(true, guess)
        for true in (label.name or "").split(_JOINT)
        for guess in (speaker.name or "").split(_JOINT)
    )
