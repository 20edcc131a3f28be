import pytest

from quotes.model.same_name import same_person


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Bernie Sanders", "Bernard Sanders", True),
        ("B. Sanders", "Bernard Sanders", True),
        ("Donald J. Trump", "Donald Trump", True),
        ("José Peña", "Jose Pena", True),
        ("Trump", "Trump", True),
        ("Trump", "Donald Trump", False),
        ("Ivanka Trump", "Donald Trump", False),
        ("Donald Trump Jr.", "Donald Trump", False),
        ("Donald Trump Jr.", "Donald Trump, Jr", True),
        ("John Roberts III", "John Roberts", True),
        ("Beto O’Rourke", "Beto O'Rourke", True),
        ("", "", False),
        ("Bill Clinton", "Hillary Clinton", False),
    ],
)
def test_same_person(first: str, second: str, same: bool) -> None:
    assert same_person(first, second) is same
    assert same_person(second, first) is same
