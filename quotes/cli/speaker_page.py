"""One speaker as the terminal shows them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quotes.cli.showing import marked, show, show_speakers
from quotes.index.joined import JoinedName, by_name
from quotes.index.pages import AuthorityEntry, Period, SpeakerPage
from quotes.index.reasons import in_words

if TYPE_CHECKING:
    from rich.text import Text


def show_page(page: SpeakerPage) -> None:
    """Show all that is known of a speaker, but the quotations.

    Args:
        page: The speaker.
    """
    show_speakers([page.row])
    for title, periods in (
        ("also called", page.aliases),
        ("role", page.roles),
        ("outlet", page.outlets),
    ):
        if periods:
            show((title, "quotes", "first", "last"), map(_period, periods))
    if page.months:
        most = max(month.quotes for month in page.months)
        show(
            ("month", "quotes", ""),
            [_cells(m.value, f"{m.quotes:,}", "█" * max(1, 40 * m.quotes // most))
             for m in page.months],
        )  # fmt: skip
    if page.joined:
        head = ("met as", "articles", "score", "identifier, and why it is this speaker")
        show(head, map(_name, by_name(page.joined)))
    for title, entries in (
        ("authority file", [page.authority] if page.authority else []),
        ("perhaps one of", page.candidates),
    ):
        if entries:
            show((title, "name", "role", "years", "born"), map(_entry, entries))


def _period(one: Period) -> "Sequence[Text]":
    return _cells(one.value, f"{one.quotes:,}", one.first_seen, one.last_seen)


def _name(one: JoinedName) -> "Sequence[Text]":
    """One line for a name: of many identifiers the least sure."""
    least, scores = one.joined[0], [j.score for j in one.joined if j.score is not None]
    sure = f"{scores[0]:.1f}" if scores else ""
    if len(scores) > 1 and scores[-1] > scores[0]:
        sure = f"{sure} to {scores[-1]:.1f}"
    more = f" and {len(one.joined) - 1:,} more" if len(one.joined) > 1 else ""
    cells = _cells(one.name, f"{one.articles:,}", sure, f"{least.speaker_id}{more}")
    # A line break in what articles say would come out as a blank.
    why = "; ".join(map(in_words, least.reasons))
    told = f"the least sure: {why}" if more else why
    cells[-1].append("\n").append_text(marked(told, ""))
    return cells


def _entry(one: AuthorityEntry) -> "Sequence[Text]":
    years = f"{one.since or ''}–{one.until or ''}" if one.since or one.until else ""
    return _cells(one.authority_id, one.name, one.role, years, one.born)


def _cells(*values: Any) -> "list[Text]":
    return [marked("" if value is None else str(value), "") for value in values]
