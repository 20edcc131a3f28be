"""Evidence of who is who, as `quotes.identify` notes it, in words for people."""

_WHOLE = {
    "surname alone": "the article gives the surname alone",
    "equal surnames": "the same surname",
    "the same words in both": "quoted with the same words",
    "in one outlet within a week or so": "in the same outlet within a week or so",
    "within a week": "quoted within a week of each other",
    "the only one of that name": "nobody else of that surname is quoted then",
    "by far the best known of that name then": "by far the most quoted of that surname then",
    "a household name": "so well known that papers need not explain the name",
    "both speak in one article": "both speak in one article, as two",
}
_BEFORE = {
    "role in both: ": "the role has the same words: ",
    "spoke beside ": "both are quoted together with ",
    "in the text: ": "both texts have the names ",
}
_OFFICE = " of that name"


def in_words(reason: str) -> str:
    """One piece of evidence as a reporter would say it.

    Args:
        reason: As a link or a suggestion has it; one that is not known stays as it is.
    """
    if reason in _WHOLE:
        return _WHOLE[reason]
    for start, said in _BEFORE.items():
        if reason.startswith(start):
            return f"{said}{reason.removeprefix(start)}"
    if reason.endswith(_OFFICE):
        return f"known as the {reason.removesuffix(_OFFICE)} of that surname"
    return reason
