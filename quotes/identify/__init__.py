"""One identity per speaker across articles, and families of the same words quoted again."""

from quotes.identify.families import family_ids
from quotes.identify.speakers import speaker_ids

__all__ = ["family_ids", "speaker_ids"]
