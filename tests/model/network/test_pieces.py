import pytest

from quotes.model.network.pieces import MOST, UNKNOWN, Pieces, vocabulary


def pieces_of(token: str) -> list[str]:
    by_number = {number: piece for piece, number in vocabulary().items()}
    return [by_number[number] for number in Pieces()(token)]


@pytest.mark.parametrize(
    ("token", "pieces"),
    [
        ("said", ["said"]),
        ("SAID", ["said"]),
        ("naïve", ["naive"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("'s", ["'", "s"]),
        ("”", ["”"]),
        ("£5", ["£5"]),
        ("co-chair", ["co", "-", "chair"]),
        ("embeddings", ["em", "##bed", "##ding", "##s"]),
        ("北京", ["北", "京"]),
        ("\N{GRINNING FACE}", [UNKNOWN]),
        ("x" * 101, [UNKNOWN]),
        ("\u200b", []),
        ("\ufffd", []),
        ("", []),
    ],
)
def test_tokens_are_cut_as_the_encoder_was_trained_to_read_them(token, pieces):
    assert pieces_of(token) == pieces


def test_a_long_token_is_cut_short():
    assert len(pieces_of("-".join("abcdefghij"))) == MOST


def test_forgetting_changes_nothing():
    small, large = Pieces(most=1), Pieces()
    words = ["said", "denied", "said", "un-American"]
    assert [small(w) for w in words] == [large(w) for w in words]
