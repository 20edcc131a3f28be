"""A stand-in for the language pipeline: fast, and able to fail in every way on demand."""

import os
import re
import signal
import time
from pathlib import Path

from quotes.engines.work import Extract
from quotes.errors import ModelError
from quotes.types import Article, Attribution, Span, Speaker

MARKED = re.compile(r"“[^”]*”")
WHO = re.compile(r"(said) ([A-Z]\w+)")


def load_fake(model: str) -> Extract:
    """What is in quotation marks, said by who stands after the first "said" behind it."""
    if model == "no-such-model":
        raise ModelError("no such model")
    if model == "dies-at-start":
        os.kill(os.getpid(), signal.SIGKILL)
    if model == "little-memory":
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        size = pages * resource.getpagesize() + (256 << 20)
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    return extract_fake


def load_masks(model: str) -> Extract:
    """Whether Ctrl-C was kept from a process from its very start."""
    blocked = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    return lambda article: [blocked]


def extract_fake(article: Article) -> list[Attribution]:
    text = article.text
    if "RAISE" in text:
        raise ValueError("asked\nto")
    if "KILL" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "SLEEP" in text:
        Path(os.environ["FAKE_BEGUN"]).touch()
        time.sleep(60)
    if "PAUSE" in text:
        time.sleep(0.02)
    if "HANG" in text:
        re.match(r"(a+)+$", "a" * 60 + "b")
    if "STUCK" in text:  # as native code that never comes back: no signal reaches it
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(60)
    if "HUGE" in text:
        bytearray(64 << 30)
    if "GROW" in text:
        held = []
        while True:
            held.append(bytearray(1 << 24))
    found = []
    for quote in MARKED.finditer(text):
        who = WHO.search(text, quote.end())
        speaker = Speaker(key=who[2].lower(), name=who[2], kind="person") if who else None
        found.append(
            Attribution(
                content=(Span(*quote.span()),),
                cue=(Span(*who.span(1)),) if who else (),
                source=(Span(*who.span(2)),) if who else (),
                quote_type="direct",
                cue_class="statement" if who else None,
                confidence=0.9 if who else 0.4,
                context=Span(0, len(text)),
                speakers=(speaker,) if speaker else (),
                resolved_by="name" if speaker else "none",
                unresolved=None if speaker else "no cue near it",
            )
        )
    return found
