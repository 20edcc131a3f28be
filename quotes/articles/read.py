"""Articles from any inputs, one after another; what can't be read is reported and passed over."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b

from quotes.articles._csv import read_csv
from quotes.articles._html import read_html
from quotes.articles._jsonl import read_jsonl
from quotes.articles._parquet import read_parquet
from quotes.articles._txt import read_txt
from quotes.articles._warc import read_warc
from quotes.articles.fields import MAX_CHARS, Draft, finish
from quotes.articles.inputs import Input, find_inputs
from quotes.articles.streams import Stream, open_stream
from quotes.errors import ReadError, is_panic
from quotes.types import Article, Problem

_READERS = {
    "txt": read_txt,
    "html": read_html,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "warc": read_warc,
}


def read_articles(
    inputs: Sequence[str | Input],
    *,
    on_problem: Callable[[Problem], None],
    max_chars: int = MAX_CHARS,
    input_format: str | None = None,
    on_bytes: Callable[[int], None] | None = None,
) -> Iterator[Article]:
    """Yield the articles of the inputs, in bounded memory.

    The inputs are looked up at once, so that wrong use is refused before any work; they are read
    as the articles are asked for. Nothing that is wrong with one article or file keeps the
    others from being read.

    Args:
        inputs: Files, folders, glob patterns, or ``-``; or what ``find_inputs`` made of them.
        on_problem: Called with whatever could not be read, or was read only in part.
        max_chars: The longest article; a longer one is a problem.
        input_format: The format of standard input and of files whose suffix says nothing.
        on_bytes: Called with the number of bytes read from disk, for a progress bar.

    Returns:
        An iterator over the articles, whose ids all differ.

    Raises:
        UsageError: No input is given, one does not exist, or its format is unknown.
    """
    sources = [item for item in inputs if isinstance(item, Input)]
    names = [item for item in inputs if not isinstance(item, Input)]
    if names or not sources:
        sources += find_inputs(names, input_format=input_format)
    placed = read_placed(sources, on_problem=on_problem, max_chars=max_chars, on_bytes=on_bytes)
    return (article for _, article in placed)


def read_placed(
    sources: Sequence[Input],
    *,
    on_problem: Callable[[Problem], None],
    max_chars: int = MAX_CHARS,
    on_bytes: Callable[[int], None] | None = None,
) -> Iterator[tuple[str, Article]]:
    """Yield the articles of inputs, each with the place that a problem of it names.

    Args:
        sources: What ``find_inputs`` made of inputs.
        on_problem, max_chars, on_bytes: As for `read_articles`.

    Yields:
        The file, with ``:LINE`` where there are several in it, and the article.
    """
    seen: dict[int, int] = {}
    for source in sources:
        for item in _drafts(source, max_chars, on_bytes):
            if isinstance(item, Problem):
                on_problem(item)
                continue
            article_id = item.fallback_id
            try:
                article, remarks = finish(item, max_chars=max_chars)
                article_id = article.article_id
                _check_duplicate(article, seen)
            except ReadError as error:
                on_problem(_problem(item.where, error, article_id))
                continue
            for remark in remarks:
                on_problem(
                    Problem(
                        input=item.where,
                        article_id=article.article_id,
                        code=remark.code,
                        message=remark.message,
                        lost=False,
                    )
                )
            yield item.where, article


def _drafts(
    source: Input, max_chars: int, on_bytes: Callable[[int], None] | None
) -> Iterator[Draft | Problem]:
    """Yield what one input holds; whatever goes wrong in it ends as a problem."""
    name = source.name
    try:
        if source.problem is not None:
            yield source.problem
        elif source.format == "parquet":
            yield from read_parquet(name, on_bytes=on_bytes)
        else:
            with open_stream(name, on_bytes=on_bytes) as stream:
                kind = _sniff(stream) if source.format == "auto" else source.format
                yield from _READERS[kind](stream, name=name, max_chars=max_chars)
    except ReadError as error:
        yield _problem(name, error)
    except FileNotFoundError:
        yield Problem(input=name, code="vanished", message="The file is no longer there.")
    except OSError as error:
        why = error.strerror or type(error).__name__
        message = f"The file can't be read ({why}): check its permissions."
        yield Problem(input=name, code="unreadable", message=message)
    except BaseException as error:  # one file's surprise must not cost the others
        if not isinstance(error, Exception) and not is_panic(error):
            raise
        message = f"The rest of the file can't be read ({type(error).__name__}: {error})."
        yield Problem(input=name, code="unreadable", message=_one_line(message)[:300])


def _sniff(stream: Stream) -> str:
    """Return the format of what comes on standard input, by its first bytes."""
    first = stream.peek(1 << 12)
    if first.startswith(b"PAR1"):
        message = "Parquet on standard input must be named: use the input format parquet."
        raise ReadError(message, code="format")
    if first.startswith(b"WARC/"):
        return "warc"
    text = first.decode("utf-8-sig", "replace").lstrip()
    if text.startswith("{"):
        return "jsonl"
    if text[:100].lower().startswith(("<!doctype html", "<html", "<?xml", "<head")):
        return "html"
    names = text.split("\n", 1)[0].lower().replace('"', "").replace(";", ",").replace("\t", ",")
    return "csv" if "text" in (n.strip() for n in names.split(",")) and "," in names else "txt"


def _check_duplicate(article: Article, seen: dict[int, int]) -> None:
    """Refuse an id that came before. Kept are short hashes: some 120 bytes an article."""
    key, text = id_hashes(article)
    if key in seen:
        raise duplicate(article.article_id, same_text=seen[key] == text)
    seen[key] = text


def id_hashes(article: Article) -> tuple[int, int]:
    """What tells whether an article came before: a hash of its id, and one of its text.

    Args:
        article: The article.

    Returns:
        A number of 64 bits and one of 32.
    """
    return hash_of_id(article.article_id), _hash(article.text, 4)


def hash_of_id(article_id: str) -> int:
    """A number of 64 bits for an article's id.

    Args:
        article_id: The id.
    """
    return _hash(article_id, 8)


def duplicate(article_id: str, *, same_text: bool) -> ReadError:
    """What is wrong with an article whose id came before.

    Args:
        article_id: The id.
        same_text: Whether it is the same article again.
    """
    if same_text:
        message = "The same article, with the same id, came before: this one is left out."
        return ReadError(message, code="duplicate")
    message = f"Another article came before with the id {article_id[:80]}: give each its own."
    return ReadError(message, code="duplicate-id")


def _hash(text: str, size: int) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=size).digest())


def _problem(where: str, error: ReadError, article_id: str | None = None) -> Problem:
    return Problem(
        input=where, article_id=article_id, code=error.code, message=_one_line(str(error))
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
