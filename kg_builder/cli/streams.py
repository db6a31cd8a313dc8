"""Where data and talk go."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from kg_builder.errors import UsageError


def talk(line: str) -> None:
    """One line to standard error."""
    print(line, file=sys.stderr)


@contextmanager
def output(path: Path | None) -> Iterator[BinaryIO]:
    """The file at ``path``, or standard output for none and for ``-``.

    Whoever reads our output may have enough of it and close the pipe: that ends the command, and is no fault.
    """
    if path is not None and str(path) != "-":
        try:
            file = path.open("wb")
        except OSError as error:
            raise UsageError(f"{path}: cannot be written: {error.strerror}; choose another file") from error
        with file:
            yield file
        return
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError as closed:
        # The interpreter flushes standard output once more at its end, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from closed


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """To be called with the name of each thing begun, which is shown where standard error is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console

    done = 0
    with Console(stderr=True).status("starting") as status:

        def begun(name: str) -> None:
            nonlocal done
            done += 1
            status.update(f"{done}: {name}", spinner="dots")

        yield begun
