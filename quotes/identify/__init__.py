"""One identity per speaker across articles, and families of the same words quoted again."""

from quotes.errors import ContradictionError
from quotes.identify.authority import Authority, read_authority
from quotes.identify.clusters import Link
from quotes.identify.decisions import Decision, read_decisions
from quotes.identify.differences import family_differences
from quotes.identify.families import family_ids
from quotes.identify.families_outofcore import Families, families_by_shares
from quotes.identify.identities import Identities, identify, rows_of
from quotes.identify.keeping import load_registry, save_registry
from quotes.identify.mentions import Mention, mentions_of
from quotes.identify.outofcore import identify_by_blocks
from quotes.identify.registry import Registry
from quotes.identify.resolution import Resolution
from quotes.identify.speakers import speaker_ids

__all__ = [
    "Authority",
    "ContradictionError",
    "Decision",
    "Families",
    "Identities",
    "Link",
    "Mention",
    "Registry",
    "Resolution",
    "families_by_shares",
    "family_differences",
    "family_ids",
    "identify",
    "identify_by_blocks",
    "load_registry",
    "mentions_of",
    "read_authority",
    "read_decisions",
    "rows_of",
    "save_registry",
    "speaker_ids",
]
