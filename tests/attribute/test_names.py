import pytest

from quotes.attribute.names import (
    compatible,
    fold,
    gender_of_given,
    gender_of_word,
    is_given,
    parse_name,
    surname_tail,
)


@pytest.mark.parametrize(
    ("text", "given", "surname", "suffix", "gender"),
    [
        ("Jaap de Hoop Scheffer", ("jaap",), "de hoop scheffer", None, None),
        ("Mr. Donald J. Trump Jr.’s", ("donald", "j"), "trump", "jr", "m"),
        ("Martin Luther King, Jr.", ("martin", "luther"), "king", "jr", None),
        ("Olivia Perez-Cubas", ("olivia",), "perez-cubas", None, None),
        ("Crown Prince Mohammed bin Salman", ("mohammed",), "bin salman", None, "m"),
        ("BILL DE BLASIO", ("bill",), "de blasio", None, None),
        ('William "Bill" Clinton', ("william", "bill"), "clinton", None, None),
        ("Pope Francis", (), "pope francis", None, None),
        ("Mrs. Clinton", (), "clinton", None, "f"),
        ("Al Gore", ("al",), "gore", None, None),
        ("O’Malley", (), "o'malley", None, None),
        ("Ludwig van der Rohe", ("ludwig",), "van der rohe", None, None),
        ("José Pérez", ("jose",), "perez", None, None),
        ("José Pérez \u037a", ("jose",), "perez", None, None),
    ],
)
def test_parts(text, given, surname, suffix, gender):
    name = parse_name(text)
    assert name is not None
    assert (name.given, name.surname, name.suffix, name.gender) == (given, surname, suffix, gender)


@pytest.mark.parametrize("text", ["", "   ", "…", "“”", "—"])
def test_no_name(text):
    assert parse_name(text) is None


def test_text_is_as_written_without_titles():
    name = parse_name("Former Sen. John D. Rockefeller IV")
    assert name is not None and name.text.endswith("John D. Rockefeller IV")
    assert parse_name("Mr. Malatras").text == "Malatras"


@pytest.mark.parametrize(
    ("one", "other", "strength"),
    [
        ("Jane Roe", "Roe", 2),
        ("Jane Roe", "Ms. Roe", 2),
        ("Jane Roe", "Jane", 1),
        ("Jane Roe", "J. Roe", 3),
        ("Bob Dole", "Robert Dole", 3),
        ("Donald J. Trump", "Donald Trump", 3),
        ("Bashar al-Assad", "Assad", 2),
        ("Jaap de Hoop Scheffer", "Scheffer", 2),
        ("Bill Clinton", "Hillary Clinton", 0),
        ("John Doe Jr.", "John Doe Sr.", 0),
        ("Mr. Roe", "Mrs. Roe", 0),
        ("Jane Roe", "Doe", 0),
        ("Smith", "Smithson", 0),
    ],
)
def test_compatible(one, other, strength):
    a, b = parse_name(one), parse_name(other)
    assert a is not None and b is not None
    assert compatible(a, b) == compatible(b, a) == strength


def test_words():
    assert fold("  José  O’Neill ") == "jose o'neill"
    assert (gender_of_word("spokeswoman"), gender_of_word("mr."), gender_of_word("aide")) == (
        "f",
        "m",
        None,
    )
    assert (gender_of_given("Mary"), gender_of_given("Kim"), gender_of_given("Xq")) == (
        "f",
        None,
        None,
    )
    assert is_given("Kim") and not is_given("Party")
    assert surname_tail("al-assad") == "assad" and surname_tail("perez-cubas") == "perez-cubas"
