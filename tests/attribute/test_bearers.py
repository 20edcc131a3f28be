import pytest

from quotes.attribute.people import people
from quotes.attribute.words import read_words


def bearers(nlp, text):
    """The full names of those whom the last word of each name means, in text order."""
    w = read_words(nlp(text))
    _, at = people(w)
    return [at[i].name for i in range(len(w)) if i in at and at.get(i + 1) is not at[i]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Jane Roe met Peter Marsh. Roe said it rained.",
            ["Jane Roe", "Peter Marsh", "Jane Roe"],
        ),
        # Two who bear it: the title tells.
        (
            "Bill Clinton met Hillary Clinton. Mrs. Clinton said it rained.",
            ["Bill Clinton", "Hillary Clinton", "Hillary Clinton"],
        ),
        # A slip of the pen, where nobody bears the name.
        (
            "Anthony Kiedis sang on Monday. Keidis said it rained.",
            ["Anthony Kiedis", "Anthony Kiedis"],
        ),
        # Two people's names, not a slip: both stand in full.
        (
            "Ann Marsh met Paul Harsh. Harsh said it rained.",
            ["Ann Marsh", "Paul Harsh", "Paul Harsh"],
        ),
    ],
)
def test_whose_a_bare_name_is(nlp, text, names):
    assert bearers(nlp, text) == names


def test_a_surname_long_before_the_only_bearer_is_somebody_elses(nlp):
    filler = "\n".join("It rained all day, and the streets were wet." for _ in range(6))
    text = f"Mr. Marsh said the bridge was safe.\n{filler}\nLara Marsh said it was late."
    assert bearers(nlp, text) == ["Marsh", "Lara Marsh"]


def test_a_gender_shown_ties_a_surname_to_a_bearer_named_much_later(nlp):
    filler = "\n".join("It rained all day, and the streets were wet." for _ in range(6))
    text = f"Mr. Marsh said the bridge was safe.\n{filler}\nPeter Marsh said it was late."
    assert bearers(nlp, text) == ["Peter Marsh", "Peter Marsh"]
    text = f"Mr. Marsh said the bridge was safe.\n{filler}\nHis son Peter Marsh was late."
    assert bearers(nlp, text) == ["Marsh", "Peter Marsh"]


def test_second_halves_of_names_are_those_peoples(nlp):
    text = (
        "On Monday Ildefonso Guajardo Villarreal spoke in Oslo. "
        "Mr. Guajardo Villarreal said it rained. Then Guajardo Villarreal left."
    )
    assert set(bearers(nlp, text)) == {"Ildefonso Guajardo Villarreal"}


def test_a_sentence_begins_with_no_name(nlp):
    text = "Does Bernie Sanders know it? Bernie Sanders said it rained."
    assert set(bearers(nlp, text)) == {"Bernie Sanders"}
