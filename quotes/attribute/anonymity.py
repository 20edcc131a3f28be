"""Why a source has no name, in the article's words; and its description without them."""

import re

_CLAUSE = re.compile(
    r"""
    (?P<lead>[,;(—–-]*\s*)
    (?P<clause>
      (?:(?:who|whom|and|but|both\s+of\s+whom|all\s+of\s+whom)\s+)?
      (?:
        (?:has|have|had|was|were|is|are|also|both|all|would|could|did)?\s*
        (?:asked|asking|requested|requesting|wished|wishing|wanted|wanting|preferred|preferring
          |declined|declining|refused|refusing|insisted|insisting|agreed|agreeing|chose|choosing)
        \s+(?:\w+\s+){0,3}?
        (?:(?:not\s+)?(?:to\s+)?(?:be|being)\s+(?:further\s+)?(?:identified|named|quoted)
          |to\s+(?:give|provide|reveal|use|disclose|remain|stay)\s+(?:[\w'’]+\s+){0,3}?
             (?:name|names|surname|identity|anonymous|unnamed|anonymously)
          |anonymity|(?:that\s+)?(?:[\w'’]+\s+){1,4}?not\s+be\s+(?:identified|named|used|published))
      | (?:speaking|spoke|speaks|talking|talked|granted|given|guaranteed|promised|commenting|discussed)?
        \s*(?:only\s+)?(?:on|under|with)?\s*(?:the\s+|a\s+)?(?:condition|conditions|promise|grant|guarantee)
        \s+(?:of|that)\s+(?:strict\s+|complete\s+|full\s+)?(?:anonymity|[\w'’]+\s+(?:\w+\s+){0,2}not\s+be\s+(?:named|identified))
      | (?:speaking|spoke|talking)\s+(?:only\s+)?(?:anonymously|off\s+the\s+record|on\s+background)
      | (?:(?:because|as|since)\s+)?(?:[\w'’]+\s+){0,3}?
        (?:was|were|is|are|not|n['’]t|isn['’]t|wasn['’]t|weren['’]t|aren['’]t)\s+
        (?:not\s+)?(?:authori[sz]ed|permitted|allowed|cleared|empowered)\s+to\s+
        (?:speak|talk|comment|discuss|brief|be\s+quoted|disclose|release|address|give)
      | (?:not|cannot|could\s+not|can\s+not|who\s+was\s+not|was\s+not)\s+(?:be\s+)?(?:identified|named)
        \s+(?:for|because|due|as|under|by)
      )
      [^.;“”"\n]*?
    )
    (?=\s*(?:[.;“”"\n]|,\s*(?:said|says|told|according|added)|$|[,—–]\s|\)))
    """,
    re.VERBOSE | re.IGNORECASE,
)


def anonymity_clause(text: str) -> str | None:
    """Find the words that say why a source is not named.

    Args:
        text: A source's wording, or a sentence.

    Returns:
        The clause as written, without *who* or commas around it; None where there is none.
    """
    match = _CLAUSE.search(text)
    if match is None:
        return None
    clause = match["clause"].strip(" ,;—–-()\n")
    clause = re.sub(r"^(?:who|whom|and|but|as|because|since)\s+(?=\S)", "", clause, flags=re.I)
    return clause or None


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
    rest = text[: match.start()].strip(" ,;—–-(")
    return rest or text.strip()
