"""What a registry of speakers knows."""

from collections import defaultdict
from dataclasses import dataclass, field

from quotes.identify.bodies import Bodies
from quotes.identify.common import Common
from quotes.identify.linking import Blocks
from quotes.identify.nodes import PERSON, Node
from quotes.identify.resolution import Kept, Place


@dataclass(slots=True)
class State:
    """The speakers known so far.

    Attributes:
        nodes: People and bodies by identifier, as told by name and evidence alone.
        links: What joins them, by pair.
        common: How widespread names are in the articles seen.
        run: How often articles were added.
        seen: The articles.
        placed: Where a speaker is not the one that the identifier found would be.
        authority_ids: Who people are in an authority file, as far as it is clear.
        candidates: Who they may be there, where it isn't.
        others: Identifiers of no person or named body that people decided about; first run.
        heads: For those that lead to an older one, which.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    links: dict[tuple[str, str], Kept] = field(default_factory=dict)
    common: Common = field(default_factory=Common)
    run: int = 0
    seen: set[str] = field(default_factory=set)
    placed: dict[Place, str] = field(default_factory=dict)
    authority_ids: dict[str, str] = field(default_factory=dict)
    candidates: dict[str, tuple[str, ...]] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    blocks: Blocks = field(default_factory=Blocks)
    bodies: Bodies = field(default_factory=Bodies)
    namesakes: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def enter(self, node: Node) -> None:
        """Let somebody be found by name.

        Args:
            node: The person or body, whose identifier is in ``nodes``.
        """
        if node.kind != PERSON:
            self.bodies.add(node)
            return
        self.blocks.add(node)
        if node.is_full and node.form is not None:
            self.namesakes[node.form.key].append(node.id)
