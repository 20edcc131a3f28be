"""What befalls articles on their way: each function gives the bytes of a file, damaged."""

import unicodedata
from collections.abc import Callable, Sequence
from random import Random

Damage = Callable[[Sequence[str], int, Random], bytes]
"""Of articles, the number of one of them, and chance, the bytes of a file."""


def _of_text(change: Callable[[str], str]) -> Damage:
    return lambda texts, number, chance: change(texts[number]).encode()


def _cut(texts: Sequence[str], number: int, chance: Random) -> bytes:
    data = bytearray(texts[number].encode())
    for _ in range(20):
        at = chance.randrange(len(data))
        del data[at : at + chance.randint(1, 3)]
        if len(data) < 10:
            break
    return bytes(data)


def _changed(texts: Sequence[str], number: int, chance: Random) -> bytes:
    data = bytearray(texts[number].encode())
    for _ in range(20):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _two_encodings(texts: Sequence[str], number: int, chance: Random) -> bytes:
    return b"".join(
        c.encode(
            "windows-1252" if ord(c) > 127 and chance.random() < 0.5 else "utf-8", errors="ignore"
        )
        for c in texts[number]
    )


def _half_a_character_lost(texts: Sequence[str], number: int, chance: Random) -> bytes:
    data = texts[number].encode("utf-16-le")
    at = chance.randrange(len(data))
    return data[:at] + data[at + 1 :]


def _ten_in_one(texts: Sequence[str], number: int, chance: Random) -> bytes:
    return "\n\n".join(texts[(number + i) % len(texts)] for i in range(10)).encode()


def _read_wrongly(text: str) -> str:
    return "".join(bytes([b]).decode("windows-1252", "ignore") or chr(b) for b in text.encode())


def _unpunctuated(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c)[0] != "P")


def _plain_marks(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')


def _never_closed(text: str) -> str:
    parts = text.replace("”", "").split('"')
    return "".join(part + '"' * (i % 2 == 0) for i, part in enumerate(parts))


def _never_opened(text: str) -> str:
    parts = text.replace("“", "").split('"')
    return "".join(part + '"' * (i % 2) for i, part in enumerate(parts))


DAMAGES: dict[str, Damage] = {
    "nothing": _of_text(lambda text: text),
    "bytes cut out": _cut,
    "bytes changed": _changed,
    "Windows-1252": lambda texts, number, _: texts[number].encode("windows-1252", "replace"),
    "Windows-1252 within UTF-8": _two_encodings,
    "UTF-16 without a mark": lambda texts, number, _: texts[number].encode("utf-16-be"),
    "UTF-16, a byte lost": _half_a_character_lost,
    "UTF-8 read as Windows-1252": _of_text(_read_wrongly),
    "all capitals": _of_text(str.upper),
    "no capitals": _of_text(str.lower),
    "no punctuation": _of_text(_unpunctuated),
    "straight marks": _of_text(_plain_marks),
    "marks never closed": _of_text(_never_closed),
    "marks never opened": _of_text(_never_opened),
    "one line": _of_text(lambda text: " ".join(text.split())),
    "a word a line": _of_text(lambda text: "\n".join(text.split())),
    "hard spaces": _of_text(lambda text: text.replace(" ", "\N{NO-BREAK SPACE}")),
    "soft hyphens": _of_text(lambda text: "\N{SOFT HYPHEN}".join(text)),
    "ten in one": _ten_in_one,
    "backwards": _of_text(lambda text: text[::-1]),
}
