"""The journal of a run beside its output, there until the run is complete."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from quotes.engines import journal as journals
from quotes.engines.journal import Journal
from quotes.errors import UsageError


@contextmanager
def kept_beside(
    outputs: Sequence[str],
    *,
    made_by: Mapping[str, str],
    resume: bool = False,
    tell: Callable[[str], None],
) -> Iterator[Journal | None]:
    """The journal of a run, in ``FILE.part`` beside the first file that it is to write.

    When the block ends well the run is complete, and the journal is removed; else it stays. It
    ends well, too, when nobody reads standard output any more.

    Args:
        outputs: What the run is to write; ``-`` is standard output.
        made_by: What the results depend on but for the articles.
        resume: Go on with what is there.
        tell: Called with a line on what is gone on with or thrown away, and on how to go on.

    Yields:
        The journal; None where nothing but standard output is written.

    Raises:
        UsageError: There can be nothing to go on with, it was made by something else, or another
            run is at it.
    """
    file = next((name for name in outputs if name != "-"), None)
    if file is None:
        if resume:
            raise UsageError("--resume needs a file to go on with: name it with -o")
        yield None
        return
    path = Path(file).resolve()
    journal = Journal(path.with_name(f"{path.name}.part"), made_by=made_by, resume=resume)
    if resume:
        tell(f"{len(journal)} articles were done before")
    elif journal.is_of_another_run:
        # Nothing is gone until there is something to take its place.
        tell(
            f"starting over: what an interrupted run left in {str(journal.folder)!r} is thrown "
            f"away in {journals.FLUSH_SECONDS:g} seconds; press Ctrl-C and add --resume to go on "
            "with it"
        )
    try:
        yield journal
    except BrokenPipeError:
        # Standard output comes last, so that what was to be kept is whole.
        journal.discard()
        raise
    except BaseException:
        journal.close()
        if len(journal) and journal.folder.is_dir():
            tell(f"{len(journal)} articles are done: add --resume to go on with the others")
        raise
    journal.discard()
