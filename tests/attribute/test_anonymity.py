import pytest

from quotes.attribute.anonymity import anonymity_clause, without_anonymity


@pytest.mark.parametrize(
    ("text", "clause", "description"),
    [
        (
            "one NATO diplomat, who asked not to be identified",
            "asked not to be identified",
            "one NATO diplomat",
        ),
        (
            "a senior official who declined to be named because the talks are private",
            "declined to be named because the talks are private",
            "a senior official",
        ),
        (
            "two aides, speaking on condition of anonymity to discuss internal matters,",
            "on condition of anonymity to discuss internal matters",
            "two aides",
        ),
        (
            "an intelligence source, who was not authorized to speak on the record",
            "not authorized to speak on the record",
            "an intelligence source",
        ),
        (
            "officials who weren’t authorized to speak publicly",
            "weren’t authorized to speak publicly",
            "officials",
        ),
        (
            "a banker, who cannot be named for legal reasons",
            "cannot be named for legal reasons",
            "a banker",
        ),
        ("a man who wished to remain anonymous", "wished to remain anonymous", "a man"),
        (
            "One aide, who asked that her name not be used",
            "asked that her name not be used",
            "One aide",
        ),
        ("a donor who requested anonymity", "requested anonymity", "a donor"),
        ("on the condition of anonymity", "on the condition of anonymity", None),
    ],
)
def test_clause(text, clause, description):
    assert anonymity_clause(text) == clause
    assert without_anonymity(text) == (description or text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a source",
        "the mayor, who asked for help",
        "he asked to be named in the will",
        "a fan who was not allowed to enter",
        "the painting, identified as a Vermeer",
        "a woman of no name",
    ],
)
def test_no_clause(text):
    assert anonymity_clause(text) is None
    assert without_anonymity(text) == text
