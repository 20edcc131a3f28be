"""How widespread names are, so that what is rare can weigh more."""

from collections import Counter
from collections.abc import Callable, Mapping
from math import log

_MANY = 50


class Common:
    """How widespread names are in the articles seen, so that what is rare can weigh more.

    Attributes:
        articles: How many articles were counted.
        counts: In how many of them each name stands.
    """

    def __init__(
        self,
        articles: int = 0,
        counts: Mapping[str, int] | None = None,
        *,
        look_up: Callable[[str], int] | None = None,
    ) -> None:
        """Begin with what is known.

        Args:
            articles, counts: As above.
            look_up: Tells the count of a name that is not in ``counts``; else it is new.
        """
        self.articles = articles
        self.counts = Counter(counts or {})
        self._look_up = look_up
        self._looked_up: dict[str, int] = {}
        self._rarities: dict[int, float] = {}
        self._rarities_of = articles

    def rarity(self, name: str) -> float:
        """How much sharing a name tells: 1 for the rarest, 0 for one in every tenth article.

        Args:
            name: A key of company or setting.
        """
        if self._rarities_of != self.articles:
            self._rarities.clear()
            self._rarities_of = self.articles
        seen = self.counts.get(name) or self._elsewhere(name)
        known = self._rarities.get(seen)
        if known is None:
            known = self._rarities[seen] = self._rarity(seen)
        return known

    def rarest_first(self, name: str) -> tuple[float, str]:
        """What to sort names by, so that the rarest come first.

        Args:
            name: A key of company or setting.
        """
        return -self.rarity(name), name

    def _elsewhere(self, name: str) -> int:
        if self._look_up is None:
            return 1
        seen = self._looked_up.get(name)
        if seen is None:
            seen = self._looked_up[name] = self._look_up(name) or 1
        return seen

    def _rarity(self, seen: int) -> float:
        if self.articles < _MANY:
            return 0.7 if seen * 2 <= self.articles or self.articles < 8 else 0.3
        return max(0.0, min(1.0, log(self.articles / (10 * seen)) / log(self.articles / 20)))
