"""Why a source has no name, in the article's words; and its description without them."""

import re

_PATTERNS = (
    # asked not to be identified; asked that her name not be used
    r"(?:(?:has|have|had|also|both|all)\s+)?(?:ask|request|wish|want|prefer|insist|agree|chose)\w*"
    r"\s+(?:not\s+to|to\s+not|that\s+(?:[\w'’]+\s+){1,4}?not|(?:on\s+)?not)\s+"
    r"be(?:ing)?\s+(?:further\s+)?(?:identified|named|quoted|used|published)",
    # declined to be named; refused to give her name; wished to remain anonymous
    r"(?:(?:has|have|had|also|both|all)\s+)?(?:declin|refus)\w*\s+to\s+be\s+"
    r"(?:further\s+)?(?:identified|named|quoted)",
    r"(?:ask|request|wish|want|prefer|declin|refus|insist|agree|chose|choos)\w*\s+"
    r"(?:\w+\s+){0,3}?(?:(?:give|provide|reveal|use|disclose|remain|stay)\s+"
    r"(?:[\w'’]+\s+){0,3}?(?:names?|surnames?|identity|identities|anonymous|unnamed|unidentified)"
    r"|anonymity)",
    # did not want his name used
    r"(?:did|do|does)(?:\s*n['’]t|\s+not)\s+want\s+(?:his|her|their)\s+(?:full\s+)?names?"
    r"(?:\s+to\s+be)?\s+(?:used|published|given|printed)",
    # on condition that neither he nor his country be named
    r"(?:on|under)\s+(?:the\s+)?condition\s+that\s+neither\s+(?:[\w'’]+\s+){1,8}?"
    r"be\s+(?:named|identified|quoted)",
    # spoke on condition of anonymity; on the condition that he not be named
    r"(?:(?:speaking|spoke|speaks|talking|talked|commenting|commented)\s+)?(?:only\s+)?"
    r"(?:on|under)\s+(?:the\s+|a\s+)?(?:condition|promise|guarantee)\s+(?:of|that)\s+"
    r"(?:(?:strict|complete|full)\s+)?(?:anonymity|(?:[\w'’]+\s+){1,4}?not\s+be\s+\w+ed)",
    r"(?:(?:was|were|been)\s+)?(?:granted|given|promised|guaranteed|offered)\s+anonymity",
    r"(?:speaking|spoke|talking|talked)\s+(?:only\s+)?"
    r"(?:anonymously|off\s+the\s+record|on\s+background)",
    # because he was not authorized to speak publicly
    r"(?:because\s+[\w'’]+\s+)?(?:(?:was|were|is|are)\s*n(?:o|['’])t|not)\s+(?:\w+ly\s+)?"
    r"(?:authori[sz]ed|permitted|allowed|cleared|empowered)\s+to\s+(?:\w+ly\s+)?"
    r"(?:speak|talk|comment|discuss|brief|be\s+quoted|be\s+named|disclose|release|address|give)",
    r"(?:can\s*not|could\s+not|was\s+not|were\s+not|is\s+not|are\s+not|not)\s+be(?:ing)?\s+"
    r"(?:identified|named)",
)
_CLAUSE = re.compile(rf"\b(?:{'|'.join(_PATTERNS)})\b[^.;,“”\"\n—–()]*", re.IGNORECASE)
_SPEAKING = re.compile(
    r"(?:speaking|spoke|speaks|talking|talked|commenting|commented)\s+(?:only\s+)?(?=on\b|under\b)",
    re.IGNORECASE,
)
#: *Was* not authorised, *was* granted anonymity.
_AUXILIARY = re.compile(r"(?:was|were|been|is|are)\s+", re.IGNORECASE)
_LINK = re.compile(
    r"[\s,;(—–-]*(?:\b(?:who|whom|and|but|both|all|of|because|as|since)\b[\s,]*)*$", re.IGNORECASE
)


def anonymity_clause(text: str) -> str | None:
    """Find the words that say why a source is not named.

    Args:
        text: A source's wording, or a sentence.

    Returns:
        The clause as written, without *who was*, *speaking* or commas around it; None where there
        is none.
    """
    match = _CLAUSE.search(text)
    if match is None:
        return None
    lead = _SPEAKING.match(match.group()) or _AUXILIARY.match(match.group())
    return match.group()[lead.end() if lead else 0 :].strip(" -")


def without_anonymity(text: str) -> str:
    """Give an anonymous source's description without the clause on anonymity.

    Args:
        text: The source's wording.

    Returns:
        The description; the text itself where nothing else would be left.
    """
    match = _CLAUSE.search(text)
    if match is None:
        return text.strip()
    before = text[: match.start()]
    # A link is a few short words: looking for one from far before it would take quadratic time.
    link = _LINK.search(before, max(0, len(before) - 80))
    rest = before[: link.start()] if link else before
    return rest.strip() or text.strip()
