"""The command line's frame: its commands, its exit statuses, its one-line errors."""

import pkgutil
import signal
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from importlib import import_module
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer
from typer.main import get_command

import quotes.cli
from quotes import __version__
from quotes.cli.messages import say
from quotes.cli.streams import hold_places, let_go
from quotes.errors import ModelError, QuotesError, UsageError

DONE, SOME_FAILED, WRONG_USE = 0, 1, 2
INTERRUPTED = 128 + signal.SIGINT

# A shutdown, and a terminal that closes; Windows has only the first.
_ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]

_HELP = {"help_option_names": ["-h", "--help"]}

# What Typer raises for a wrong command line; its home differs between Typer's versions.
_WrongCommandLine: Any = typer.BadParameter.__mro__[1]


def commands() -> dict[str, Callable[..., None]]:
    """All commands by name: of each module ``quotes.cli.NAME_cli`` its function ``NAME``."""
    names = (module.name for module in pkgutil.iter_modules(quotes.cli.__path__))
    found = sorted(name.removesuffix("_cli") for name in names if name.endswith("_cli"))
    return {name: getattr(import_module(f"quotes.cli.{name}_cli"), name) for name in found}


def make_app() -> typer.Typer:
    """The Typer app with all commands."""
    app = typer.Typer(
        name="quotes",
        help="Find who said what in news articles.",
        epilog="Exit status: 0 done, 1 some articles failed, 2 wrong use.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_HELP,
    )
    app.callback()(_options)
    for name, command in commands().items():
        app.command(name, context_settings=_HELP)(_quiet_at_broken_pipe(command))
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Those after the command's own name; by default the process's.

    Returns:
        The exit status.
    """
    hold_places()
    for number in _ENDS:
        if signal.getsignal(number) == signal.SIG_DFL:  # nohup has SIGHUP ignored
            signal.signal(number, _terminate)
    try:
        status = get_command(make_app())(
            args=list(sys.argv[1:] if arguments is None else arguments),
            prog_name="quotes",
            standalone_mode=False,
        )
    except _WrongCommandLine as error:
        say(f"error: {_sentence(error.format_message())} See: quotes --help")
        return WRONG_USE
    except (UsageError, ModelError) as error:
        say(f"error: {error}")
        return WRONG_USE
    except QuotesError as error:
        say(f"error: {error}")
        let_go(sys.stdout)
        return SOME_FAILED
    except OSError as error:
        say(f"error: {error}")
        let_go(sys.stdout)
        return SOME_FAILED
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    return status if isinstance(status, int) else DONE


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"quotes {__version__}\n")
        raise typer.Exit(DONE)


_Version = Annotated[
    bool,
    typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end."),
]


def _options(version: _Version = False) -> None:
    """What stands before the command's name."""


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?")) else f"{text}."


def _quiet_at_broken_pipe(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command end well when whoever reads its output has had enough (``| head``)."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
            sys.stdout.flush()
        except BrokenPipeError:
            let_go(sys.stdout)

    return run


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    # Raised rather than ended by, so that no half-written file stays.
    raise SystemExit(128 + number)
