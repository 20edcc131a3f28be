import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles.decode import decode_bytes, decode_file, decode_html, misread
from quotes.errors import ReadError

TEXT = "“It’s a café,” she said — twice.\nNaïve."


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), "UTF-8 with a byte order mark"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("windows-1252"), "Windows-1252"),
    ],
)
def test_encodings(data: bytes, note: str | None) -> None:
    text, told = decode_file(data)
    assert text == TEXT
    assert (told is None) if note is None else (told is not None and note in told)


def test_utf16_without_mark() -> None:
    text = "Plain words, he said.\n" * 4
    assert decode_file(text.encode("utf-16-le")) == (text, "decoded as UTF-16")
    assert decode_file(text.encode("utf-16-be")) == (text, "decoded as UTF-16")


def test_one_bad_byte_does_not_turn_the_rest_into_windows_1252() -> None:
    text, note = decode_bytes(TEXT.encode() + b" \xff end")
    assert text == TEXT + " \ufffd end"
    assert note is not None
    assert "1 wrong" in note


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 \x00\x01",
        b"PK\x03\x04abc",
        b"\x89PNG\r\n\x1a\n",
        b"{\\rtf1 hello}",
        bytes(range(256)) * 20,
        b"\x00" * 100,
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="convert it") as caught:
        decode_file(data)
    assert caught.value.code == "binary"


def test_marks_of_windows_1252_among_utf8_stay_marks() -> None:
    data = TEXT.encode() + b" \x93Yes,\x94 he said \x97 it\x92s \xe9, \x85"
    text, note = decode_bytes(data)
    assert text == TEXT + " “Yes,” he said — it’s \ufffd, …"
    assert note is not None
    assert "6 wrong" in note


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT, False),
        ("“It”: Ânimo! São Paulo, â, Ã, € 20", False),
        (TEXT.encode().decode("latin-1"), True),
        (TEXT.encode().decode("windows-1252", "ignore"), True),
        ("One â€™ alone may be meant.", False),
    ],
)
def test_utf8_that_somebody_read_as_windows_1252_is_told(text: str, told: bool) -> None:
    assert (misread(text) is not None) == told


def test_a_few_nuls_are_still_text() -> None:
    assert decode_file(b"He said\x00 no. " * 4).note is None


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="iso-8859-1">', "windows-1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "cp1251"),
        ('<meta charset="no-such-charset">', "windows-1252"),
        ('<meta charset="unicode_escape">', "windows-1252"),
        ("", "windows-1252"),
    ],
)
def test_html_charset(head: str, codec: str) -> None:
    word = "Мир" if codec == "cp1251" else "“café”"
    page = f"<html><head>{head}</head><body>{word}</body></html>"
    text, note = decode_html(page.encode(codec))
    assert word in text
    assert note


@pytest.mark.parametrize(
    "charset", ["punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "hex"]
)
def test_codecs_of_pythons_own_are_no_charsets(charset: str) -> None:
    page = b"<p>\x93caf\xe9 \\u0041\x94 a-bcd</p>"
    expected = "<p>“café \\u0041” a-bcd</p>"
    assert decode_html(page, charset=charset).text == expected


def test_utf8_wins_over_a_wrong_label() -> None:
    assert decode_html("<meta charset=latin1>é".encode()) == ("<meta charset=latin1>é", None)


@given(
    st.binary()
    | st.binary(max_size=2).map(lambda data: 2 * data + TEXT.encode() + data)
    | st.text(max_size=9).map(lambda text: (text + TEXT).encode("utf-16-le", "replace"))
)
def test_any_bytes(data: bytes) -> None:
    assert isinstance(decode_bytes(data).text, str)
    for decode in (decode_file, decode_html):
        try:
            text = decode(data).text
        except ReadError:
            continue
        text.encode("utf-8")  # no lone surrogates
