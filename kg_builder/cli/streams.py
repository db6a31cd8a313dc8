"""Where data and talk go."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
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


@contextmanager
def bar(quiet: bool, total: int | None) -> Iterator[Callable[[int, str], None]]:
    """To be called with how many things are done and what to say of them.

    On a terminal that is a bar with rate and time left, where ``total`` is known; elsewhere a line a minute.
    """
    if quiet:
        yield lambda done, told: None
    elif sys.stderr.isatty():
        with _terminal_bar(total) as moved:
            yield moved
    else:
        yield _Minutes(total).told


@contextmanager
def _terminal_bar(total: int | None) -> Iterator[Callable[[int, str], None]]:
    from rich import progress as rich
    from rich.console import Console

    columns = (
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TextColumn("{task.fields[rate]}"),
        rich.TimeRemainingColumn(),
        rich.TextColumn("{task.fields[told]}"),
    )
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total, rate="", told="starting")

        def moved(done: int, told: str) -> None:
            speed = shown.tasks[0].speed
            shown.update(task, completed=done, told=told, rate=f"{speed:.1f}/s" if speed else "")

        yield moved


class _Minutes:
    """A line a minute."""

    def __init__(self, total: int | None) -> None:
        self._of = f" of {total:,}" if total else ""
        self._total = total
        self._began = self._last = monotonic()

    def told(self, done: int, told: str) -> None:
        now = monotonic()
        if now - self._last < 60:
            return
        self._last = now
        rate = done / (now - self._began)
        left = f", {(self._total - done) / rate / 60:.0f} min left" if self._total else ""
        talk(f"{done:,}{self._of} articles, {rate:.1f} a second{left}; {told}")
