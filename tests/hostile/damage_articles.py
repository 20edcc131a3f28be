"""Real articles, damaged: ``python tests/hostile/damage_articles.py FILE COUNT [--fast]``.

Prints a row for each kind of damage: what was read, lost, remarked on, and found. Ends with the
status 1 if an article stops the run, or a row isn't what its spans say.
"""

import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from damage import DAMAGES, Damage

sys.path.append(str(Path(__file__).parents[1]))

from attribution_checks import hold_attributions

from quotes.articles import read_articles
from quotes.articles.language import in_english
from quotes.engines.work import Extract, attempt, loader
from quotes.pipeline import default_model
from quotes.types import Problem

EACH = 20
"""Every so-manieth article is taken."""


def texts_of(file: str, count: int) -> list[str]:
    articles = read_articles([file], on_problem=lambda problem: None)
    return [article.text for article in islice(articles, 0, EACH * count, EACH)]


def trial(extract: Extract, damage: Damage, texts: list[str], folder: Path) -> tuple[str, int]:
    problems: list[Problem] = []
    for number in range(len(texts)):
        data = damage(texts, number, Random(number))
        (folder / f"{number:05}.txt").write_bytes(data)
    done = rows = wrong = 0
    read = read_articles([str(folder)], on_problem=problems.append)
    for article in in_english(read, on_problem=problems.append):
        found = attempt(extract, article)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        done, rows = done + 1, rows + len(found)
        try:
            hold_attributions(article, found)
        except AssertionError as error:
            wrong += 1
            print(f"{article.article_id}: {error!r}", file=sys.stderr)
    lost = Counter(problem.code for problem in problems if problem.lost)
    told = Counter(problem.code for problem in problems if not problem.lost)
    wrong += lost["failed"]
    for problem in problems:
        if problem.code == "failed":
            print(problem.message, file=sys.stderr)
    return f"{done} | {_shown(lost)} | {_shown(told)} | {rows}", wrong


def _shown(counts: Counter[str]) -> str:
    return ", ".join(f"`{code}` {count}" for code, count in counts.most_common()) or "–"


def main() -> int:
    file, count = sys.argv[1], int(sys.argv[2])
    extract = loader(fast="--fast" in sys.argv)(default_model())
    texts = texts_of(file, count)
    print("| damage | articles done | lost | remarks | rows |\n|---|---:|---|---|---:|")
    wrong = 0
    for name, damage in DAMAGES.items():
        with TemporaryDirectory() as folder:
            row, bad = trial(extract, damage, texts, Path(folder))
        print(f"| {name} | {row} |", flush=True)
        wrong += bad
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
