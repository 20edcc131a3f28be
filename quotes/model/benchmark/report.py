"""The benchmark as a page and as data."""

from collections.abc import Iterable, Sequence
from typing import Any

from quotes.model.benchmark.run import FAST, JOBS, OTHERS, OWN, SUBJECTS, Benchmark
from quotes.model.benchmark.usage import Usage


def as_dict(measured: Benchmark) -> dict[str, Any]:
    """Everything that was measured, for JSON.

    Args:
        measured: From `benchmark`.
    """
    corpus = measured.corpus
    return {
        "versions": dict(measured.versions),
        "machine": dict(measured.machine),
        "corpus": {
            "articles": corpus.articles,
            "distinct": corpus.distinct,
            "words": corpus.words,
            "megabytes": round(corpus.megabytes, 3),
        },
        "ratios": {
            own: {
                other: {
                    "work": round(measured.ratio(other, own=own), 3),
                    "whole": round(measured.ratio(other, own=own, whole=True), 3),
                }
                for other in OTHERS
            }
            for own in (OWN, FAST)
        },
        "start": {name: _usage(usage) for name, usage in measured.start.items()},
        "used": [
            {"subject": name, "processes": jobs, **_usage(usage), **_rates(measured, usage)}
            for (name, jobs), usage in measured.used.items()
        ],
        "speed_up_of_two": round(_speed_up(measured, OWN), 3),
        "stages": {name: round(seconds, 4) for name, seconds in measured.stages.items()},
        "growth": [
            {"articles": size.articles, "words": size.words, **_usage(usage)}
            for size, usage in measured.growth
        ],
    }


def markdown(measured: Benchmark) -> str:
    """The tables of a page, in Markdown.

    Args:
        measured: From `benchmark`.
    """
    parts = [_setting(measured), _ratios(measured), _used(measured), _stages(measured)]
    if measured.growth:
        parts.append(_growth(measured))
    return "\n".join(parts)


def _setting(measured: Benchmark) -> str:
    corpus, kind = measured.corpus, measured.machine
    versions = ", ".join(f"{name} {number}" for name, number in measured.versions.items())
    load = f", load {kind['load']} at the start" if "load" in kind else ""
    return (
        f"{corpus.articles:,} articles ({corpus.distinct:,} distinct), {corpus.words:,} words, "
        f"{corpus.megabytes:.2f} MB of text; {kind['processor']}, {kind['cores']} cores, "
        f"{kind['system']}{load}; {versions}.\n"
    )


def _ratios(measured: Benchmark) -> str:
    rows = [
        (
            f"{own} / {other}",
            f"{measured.ratio(other, own=own):.2f}",
            f"{measured.ratio(other, own=own, whole=True):.2f}",
        )
        for own in (OWN, FAST)
        for other in OTHERS
    ]
    head = ("CPU time, one process", "the articles alone", "with starting and loading")
    return _table(head, rows)


def _used(measured: Benchmark) -> str:
    head = (
        *("", "processes", "CPU s", "wall s", "articles/s", "words/s", "MB/s"),
        *("CPU ms per 1,000 words", "peak MB a process"),
    )
    rows: list[tuple[object, ...]] = []
    for name in SUBJECTS:
        for jobs in JOBS:
            usage = measured.used[name, jobs]
            rates = _rates(measured, usage)
            rows.append(
                (
                    *(name, jobs, f"{usage.cpu:.1f}", f"{usage.wall:.1f}"),
                    *(f"{rates['articles_a_second']:.1f}", f"{rates['words_a_second']:,.0f}"),
                    f"{rates['megabytes_a_second']:.3f}",
                    f"{usage.cpu / measured.corpus.words * 1e6:.0f}",
                    f"{usage.peak_mb:.0f}",
                )
            )
        usage = measured.start[name]
        start = (f"{name}, one article", 1, f"{usage.cpu:.1f}", f"{usage.wall:.1f}")
        rows.append((*start, "", "", "", "", f"{usage.peak_mb:.0f}"))
    speed_up = f"Two processes are {_speed_up(measured, OWN):.2f} times as fast as one.\n"
    return _table(head, rows) + "\n" + speed_up


def _stages(measured: Benchmark) -> str:
    total = sum(measured.stages.values())
    rows = [
        (name, f"{seconds:.2f}", f"{seconds / total:.1%}")
        for name, seconds in measured.stages.items()
    ]
    return _table(("stage", "CPU s", "share"), [*rows, ("all", f"{total:.2f}", "100%")])


def _growth(measured: Benchmark) -> str:
    rows = [
        (
            *(f"{size.articles:,}", f"{size.words:,}", f"{usage.cpu:.1f}"),
            *(f"{usage.cpu / size.words * 1e6:.0f}", f"{usage.peak_mb:.0f}"),
        )
        for size, usage in measured.growth
    ]
    head = ("articles", "words", "CPU s", "CPU ms per 1,000 words", "peak MB")
    return _table(head, rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def _usage(usage: Usage) -> dict[str, float]:
    return {
        "cpu_seconds": round(usage.cpu, 2),
        "wall_seconds": round(usage.wall, 2),
        "peak_mb": round(usage.peak_mb, 1),
    }


def _rates(measured: Benchmark, usage: Usage) -> dict[str, float]:
    corpus = measured.corpus
    return {
        "articles_a_second": round(corpus.articles / usage.wall, 2),
        "words_a_second": round(corpus.words / usage.wall, 1),
        "megabytes_a_second": round(corpus.megabytes / usage.wall, 4),
    }


def _speed_up(measured: Benchmark, subject: str) -> float:
    return measured.used[subject, 1].wall / measured.used[subject, 2].wall
