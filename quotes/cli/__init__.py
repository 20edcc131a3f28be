"""The command `quotes`: one module a command, each named ``NAME_cli`` with a function ``NAME``."""

from quotes.cli.app import main

__all__ = ["main"]
