"""Choices made of a fuzzer's bytes: the first decides first, and zeros when none are left."""

from collections.abc import Sequence
from typing import TypeVar

Value = TypeVar("Value")


class Draw:
    """Takes choices off the front of some bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def __bool__(self) -> bool:
        return self.at < len(self.data)

    def byte(self) -> int:
        found = self.data[self.at] if self.at < len(self.data) else 0
        self.at += 1
        return found

    def below(self, count: int) -> int:
        """A number from 0 up to, not including, ``count``, which is 65,536 at most."""
        number = self.byte()
        if count > 256:
            number = 256 * number + self.byte()
        return number % count

    def one(self, values: Sequence[Value]) -> Value:
        return values[self.below(len(values))]

    def some(self, values: Sequence[Value], most: int) -> tuple[Value, ...]:
        return tuple(self.one(values) for _ in range(self.below(most + 1)))

    def chance(self) -> float:
        return self.byte() / 255

    def rest(self) -> bytes:
        found = self.data[self.at :]
        self.at = len(self.data)
        return found

    def words(self) -> str:
        """The next line as text; characters that no text may hold are possible in it."""
        line, _, _ = self.data[self.at :].partition(b"\n")
        self.at += len(line) + 1
        return line.decode("utf-8", "surrogateescape")


def text_of(data: bytes) -> str:
    """Bytes as text, whatever they are; a good text in UTF-8 is itself."""
    return data.decode("utf-8", "replace")
