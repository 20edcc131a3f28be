"""All regular expressions of the package, and strings made to hold them up."""

import ast
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import quotes

LENGTH = 100_000

# Where `re`'s functions take their flags, if not by keyword.
_FLAGS = {"compile": 1, "match": 2, "search": 2, "fullmatch": 2, "findall": 2, "finditer": 2,
          "split": 3, "sub": 4, "subn": 4}  # fmt: skip


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every pattern of the package, by where it is.

    Those that its modules hold, however deep in tables, classes, closures and objects of the
    package; and those that stand in calls of `re` within functions.
    """
    found: dict[str, re.Pattern[Any]] = {}
    seen: set[re.Pattern[Any]] = set()
    passed: set[int] = set()
    for module in loaded():
        for key, value in vars(module).items():
            inside = list(_inside(value, passed))
            for number, pattern in enumerate(inside):
                if pattern not in seen:
                    seen.add(pattern)
                    many = f"[{number}]" if len(inside) > 1 else ""
                    found[f"{module.__name__}.{key}{many}"] = pattern
        for line, source, flags in _calls(module):
            if source is not None and (pattern := re.compile(source, flags)) not in seen:
                seen.add(pattern)
                found[f"{module.__name__}:{line}"] = pattern
    return found


def put_together() -> set[str]:
    """The modules in which a function puts a pattern together; nobody else knows which."""
    return {
        module.__name__ for module in loaded() for _, source, _ in _calls(module) if source is None
    }


@cache
def loaded() -> list[ModuleType]:
    """All modules of the package that can be imported here."""
    found = []
    for name in modules():
        try:
            found.append(import_module(name))
        except ModuleNotFoundError as error:
            if error.name not in ("torch", "ray", "pyarrow"):  # of extras
                raise
    return found


def modules() -> Iterator[str]:
    """The names of all modules of the package."""
    for module in pkgutil.walk_packages(quotes.__path__, "quotes."):
        if not module.name.endswith("__main__"):
            yield module.name


def _inside(value: Any, passed: set[int]) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
        return
    if isinstance(value, (str, bytes, int, float, ModuleType)) or id(value) in passed:
        return
    passed.add(id(value))
    for one in _held(value):
        yield from _inside(one, passed)


def _held(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, (list, tuple, set, frozenset)):
        return value
    if hasattr(value, "__wrapped__"):
        return [value.__wrapped__]
    if isinstance(value, FunctionType):
        cells = [cell.cell_contents for cell in value.__closure__ or ()]
        return [*cells, *(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values()]
    kind = value if isinstance(value, type) else type(value)
    if kind.__module__.startswith("quotes"):
        slots = getattr(kind, "__slots__", ())
        return [*getattr(value, "__dict__", {}).values(), *(getattr(value, s, 0) for s in slots)]
    return []


def _calls(module: ModuleType) -> Iterator[tuple[int, str | bytes | None, int]]:
    """Calls of `re` within functions: the line, the pattern if it stands there, the flags."""
    assert module.__file__ is not None
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    functions = [node for node in ast.walk(tree) if isinstance(node, kinds)]
    for call in {call for function in functions for call in ast.walk(function)}:
        if isinstance(call, ast.Call) and _is_of_re(call.func) and call.args:
            place = _FLAGS[call.func.attr]
            given = [word.value for word in call.keywords if word.arg == "flags"]
            given += call.args[place : place + 1]
            if isinstance(call.args[0], ast.Constant):
                flags = eval(ast.unparse(given[0]), {"re": re}) if given else 0
                yield call.lineno, call.args[0].value, flags
            else:
                yield call.lineno, None, 0


def _is_of_re(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
        and function.attr in _FLAGS
    )


@cache
def _one(piece: str) -> str:
    return (piece * LENGTH)[:LENGTH] + "\x00"


def long_strings(pieces: Iterable[str]) -> dict[str, str]:
    """Each piece repeated to the full length, with a last character that spoils a match."""
    return {repr(piece): _one(piece) for piece in pieces}


PIECES = [
    *(" ", "\n", "\t ", "\r\n", " \n", "a", "A", "Aa", "A ", "a ", "Ab ", "A. ", "a.", ".", ". "),
    *(
        "0",
        "0 ",
        "1,",
        "1-",
        "-",
        "- ",
        "—",
        "—a",
        "“",
        "”",
        "“a",
        "a”",
        '"',
        '" ',
        "'",
        "' ",
        "''",
    ),
    *(
        "``",
        "‘",
        "’",
        "’s ",
        "(",
        "(a",
        ")",
        "[",
        "«",
        "»a",
        ":",
        "A: ",
        "Q: A: ",
        ", ",
        "a, ",
        "&",
    ),
    *("and ", "Mr. ", "Mr. A ", "de ", "van de ", "of the ", "said ", "said, ", "\n- ", "|", " | "),
    *(
        "©",
        "http://",
        "www.a.",
        "@a ",
        "a@b.",
        "#",
        "Photo: ",
        "Jan. 1, ",
        "12:00 ",
        "<a ",
        "&amp;",
    ),
    *(
        "é",
        "e\N{COMBINING ACUTE ACCENT}",
        "\N{NO-BREAK SPACE}",
        "\N{ZERO WIDTH SPACE}",
        "ß",
        "中",
        "🙂",
    ),
    *("LONDON ", "LONDON, ", "(Reuters) - ", "A-", "O'", "A'a ", "and A ", "A, B and ", "U.S. "),
    *("last updated ", "more than ", "By ", "By A and ", "the ", "The A ", "1st ", "$1 "),
]

OFTEN_SLOW = [
    *(" ", "\t ", "\n", "a", "Aa", "A ", "0", "(", "(a", "[", "“a", "‘", "'", "' ", "- ", "—", "-"),
    *(
        ". ",
        ".",
        "’s ",
        "A, B and ",
        "a, ",
        "van de ",
        "Mr. A ",
        "and ",
        "a.",
        "by ",
        "<a ",
        "LONDON ",
    ),
]
"""The pieces that held up patterns before they were bounded, and their likes."""
