"""What the pages say of a quotation, in words for people."""

from quotes.index.pages import Change
from quotes.index.types import Row, SpeakerRow

_MARKS = str.maketrans("", "", "\"'“”‘’„«»`")

TYPES = {
    "direct": "word for word",
    "mixed": "partly word for word",
    "indirect": "paraphrased",
}
KINDS = {
    "person": "person",
    "anonymous": "unnamed source",
    "organization": "organisation",
    "group": "group",
    "document": "document",
    "unknown": "unknown",
}
FACETS = {
    "outlet": "Outlet",
    "year": "Year",
    "type": "Type",
    "cue": "What it reports",
    "kind": "Speakers",
    "affiliation": "Affiliation",
    "reason": "Reason given",
}
CUES = {
    "statement": "what was said",
    "belief": "what is believed",
    "intention": "what is intended",
    "attitude": "for or against",
    "decision": "what was decided",
    "evidence": "what was shown",
}
_HOW = {
    "name": "The article names the speaker right there",
    "pronoun": "The article says only {source} here; who that is follows from the text before it",
    "description": "The article describes the speaker here, as {source}",
    "continuation": "These words have no cue of their own; they go on from the quotation before",
    "none": "Nobody could be made out as the speaker",
}


def sure(confidence: float) -> str:
    """How sure, in a word: of rows at 0.8, four in five are right.

    Args:
        confidence: 0 to 1.
    """
    for least, word in ((0.9, "very sure"), (0.75, "sure"), (0.5, "likely")):
        if confidence >= least:
            return word
    return "unsure"


def value_label(by: str, value: str) -> str:
    """What a facet's value is called.

    Args:
        by: What was counted by.
        value: A value of it.
    """
    names = {"type": TYPES, "kind": KINDS, "cue": CUES}.get(by, {})
    return names.get(value, value)


def has_words(text: str) -> bool:
    """Whether there is more in a text than marks; a cue may be a mere colon.

    Args:
        text: Any text.
    """
    return any(c.isalpha() for c in text)


def changed(change: Change) -> bool:
    """Whether two printings have other words here, and not only other quotation marks.

    Args:
        change: A stretch of both.
    """
    return change.was.translate(_MARKS) != change.now.translate(_MARKS)


def how_found(row: Row, found_speaker: str | None, speakers: list[SpeakerRow]) -> list[str]:
    """How a quotation's speaker was found, and why so: a sentence each.

    Args:
        row: The quotation.
        found_speaker: The name within its article.
        speakers: Who that is across articles.
    """
    source = f"“{' '.join(row['source'].split())}”" if row["source"] else "no words"
    told = [_HOW[row["resolved_by"]].format(source=source) + "."]
    if row["resolved_by"] == "name" and row["source"]:
        told[0] = f"{_HOW['name']}: {source}."
    if row["unresolved"]:
        told.append(f"Why not: {row['unresolved']}.")
    if found_speaker and found_speaker not in row["source"] and row["resolved_by"] != "none":
        told.append(f"Within this article that is {found_speaker}.")
    names = [speaker.speaker for speaker in speakers]
    if found_speaker and names and " | ".join(sorted(names)) != found_speaker:
        told.append(f"Across articles this speaker goes by {' and '.join(names)}.")
    if row["speaker_role"]:
        told.append(f"The article gives the role as “{row['speaker_role']}”.")
    if row["anonymity"]:
        told.append(f"No name is given because, as the article puts it: “{row['anonymity']}”.")
    if has_words(row["cue"]):
        cue = f"The words that report are “{row['cue']}”"
        what = CUES.get(row["cue_class"] or "")
        told.append(f"{cue}, which tell {what}." if what else f"{cue}.")
    told.append(
        f"Of quotations rated as this one, about {round(row['confidence'] * 100)} in 100 have "
        "both the words and the speaker right."
    )
    return told
