"""What the command line tells people, on stderr, a line each."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from quotes.cli.streams import let_go
from quotes.types import Problem

if TYPE_CHECKING:
    from quotes.identify import Identities


def say(message: str) -> None:
    """Write one line to stderr.

    Args:
        message: What to tell.
    """
    try:
        sys.stderr.write(f"{as_line(message)}\n")
        sys.stderr.flush()
    except OSError:
        # Nobody can be told, as with a log on a full disk; the work is worth more than its log.
        let_go(sys.stderr)


def as_line(message: str) -> str:
    """A message on one line, with who says it, and nothing in it that a terminal would obey.

    Args:
        message: What to tell; it may quote an article or a file's name.
    """
    plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in message)
    return f"quotes: {plain}"


class Reporter:
    """Tells of problems as they come, and counts the articles lost.

    Args:
        tell: Writes a line.
        keep: Called with each problem, for the problems table.
        quiet: Leave out remarks on articles that were kept.
    """

    def __init__(
        self,
        *,
        tell: Callable[[str], None],
        keep: Callable[[Problem], None],
        quiet: bool = False,
    ) -> None:
        self.lost = 0
        self._tell = tell
        self._keep = keep
        self._quiet = quiet

    def __call__(self, problem: Problem) -> None:
        """Tell of one problem.

        Args:
            problem: What happened.
        """
        self._keep(problem)
        self.lost += problem.lost
        if problem.lost or not self._quiet:
            self._tell(problem_line(problem))


def problem_line(problem: Problem) -> str:
    """One line for people: where, which article, what.

    Args:
        problem: What happened.
    """
    where = problem.input
    if problem.article_id and problem.article_id not in where:
        where += f" [{problem.article_id}]"
    return f"{'' if problem.lost else 'note: '}{where}: {problem.message}"


def tell_waiting(who: "Identities") -> None:
    """Tell of decisions about nobody who speaks in these articles.

    Args:
        who: Who the speakers are.
    """
    for waiting in who.resolution.waiting:
        say(f"{waiting.where}: nobody here is {waiting.a!r} or {waiting.b!r}: not applied")
