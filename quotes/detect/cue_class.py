"""What a cue reports: speech, thought, intention, stance, a ruling, or a finding.

A reporter who wants what was *said* can leave out what was merely believed or decided.
"""

from functools import cache

from quotes.detect.frame import Frame
from quotes.types import CueClass

_BELIEF = """
assume believe belief conclude consider convinced doubt dream estimate expect expectation
expected feel feeling figure forget guess hear idea imagine impression judge know knowledge
learn notice opinion perceive perception picture ponder predict presume realise realize reckon
recognise recognize regard remember see seem appear sense speculate suspect suspicion sure
certain confident aware unaware skeptical sceptical think thought understand understanding
unclear clear view wonder deem anticipate interpret foresee theory assumption mistake likely
unlikely unsure uncertain unconvinced look eye watch weigh
"""
_INTENTION = """
aim desire eager hope intend intention keen long mean plan prepare ready seek strategy try want
willing wish determined reluctant unwilling ambition goal bid effort hopeful poised prefer need
contemplate
"""
_ATTITUDE = """
abhor admire advocate angry appreciate afraid attitude back blame care concern concerned
confidence criticise despise detest disappoint disappointed disapprove dislike disagree
distrust embrace enjoy enthusiasm envy favor favour fear fond frustrated frustration fury glad
grateful happy hate like love loathe mind mistrust mourn oppose opposed opposition outrage
pleased prefer pride proud regret resent respect sad satisfied shock shocked support supportive
surprise surprised tired trust upset worried worry endorse endorsement thrilled excited angered
unhappy alarmed alarm anxious anger comfortable value tolerate sympathise sympathize
"""
_DECISION = """
acquit adopt approve approval authorise authorize ban choose convict decide decision decline
decree dismiss elect enact grant indict mandate nominate opt order overrule overturn pass pick
refuse reject resolve rule ruling select sentence sign uphold veto vote block pardon refusal
permit allow require forbid prohibit
"""
_EVIDENCE = """
demonstrate evidence finding find indicate indication proof prove reveal sign show signal chart
data measure record track
"""
_INANIMATE = """
analysis article audit book chart data document dossier email evidence experiment figure
figures filing footage graph image index investigation law ledger letter map model number
numbers paper photo photograph picture poll polling probe record research result review sample
scan screenshot statistic statistics statute study survey table test trial trend video work
findings average census estimate
"""


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TABLE: tuple[tuple[CueClass, frozenset[str]], ...] = (
    ("evidence", _words(_EVIDENCE)),
    ("decision", _words(_DECISION)),
    ("attitude", _words(_ATTITUDE)),
    ("intention", _words(_INTENTION)),
    ("belief", _words(_BELIEF)),
)


@cache
def _by_lemma() -> dict[str, CueClass]:
    return {word: label for label, words in _TABLE for word in words}


def cue_class(frame: Frame, source_head: str | None) -> CueClass:
    """Classify a cue.

    Args:
        frame: The frame that was chosen.
        source_head: Lemma of the source's head word, lower case, where there is a source.

    Returns:
        The class; ``statement`` where the lexicon has no other.
    """
    inanimate = _words(_INANIMATE)
    words = frame.lemma.split()
    lemma = words[0]
    if lemma in ("be", "feel", "become", "remain", "make", "sound", "look") and len(words) > 1:
        lemma = words[-1]
    if source_head in inanimate and frame.shape != "q:signoff":
        if lemma in ("say", "state", "read", "write", "warn", "recommend", "call"):
            return (
                "statement" if source_head in ("letter", "email", "book", "article") else "evidence"
            )
        if lemma in (
            "suggest",
            "find",
            "show",
            "reveal",
            "indicate",
            "confirm",
            "put",
            "estimate",
            "according",
        ):
            return "evidence"
    if lemma in ("decline", "refuse", "agree", "vow", "pledge", "promise", "threaten", "offer"):
        # Refusing to say is a speech act; refusing to leave, a decision.
        return "decision" if lemma in ("decline", "refuse") else "statement"
    if lemma == "reveal" and frame.who in ("pron", "who", "name"):
        return "statement"
    if lemma in ("suggest", "indicate", "signal"):
        return "statement" if source_head not in inanimate else "evidence"
    return _by_lemma().get(lemma, "statement")
