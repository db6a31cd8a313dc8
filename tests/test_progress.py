"""What long work shows of itself: on a terminal, elsewhere, and when told to be quiet."""

import fcntl
import os
import pty
import re
import struct
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest
from line_reader import ARCHIVE, read, write

from kg_builder import workers
from kg_builder.cli import run, streams
from kg_builder.model import Article, Event, Evidence, Fact
from kg_builder.settings import Settings

COLUMNS = 140


class Terminal:
    """A pseudo-terminal as standard error, and what was written to it; read as it comes, so that it has room."""

    def __init__(self) -> None:
        self._screen, self.end = pty.openpty()
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
        self._bytes = b""
        self._reader = Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        with suppress(OSError):  # which is how the screen tells that the other end is closed
            while part := os.read(self._screen, 1 << 16):
                self._bytes += part

    @property
    def shown(self) -> str:
        """All of it, once the other end is closed, without the sequences that move the cursor and colour the text."""
        self._reader.join()
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self._bytes.decode())


@contextmanager
def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    terminal = Terminal()
    for name in ("COLUMNS", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    with os.fdopen(terminal.end, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        yield terminal
        monkeypatch.undo()


def careless(article: Article, settings: Settings) -> Iterator[Fact]:
    """What the article says, and an agreement of one party with nobody, which a shape sets aside."""
    yield from read(article, settings)
    if article.id == "a.txt":
        yield Event("agreement", (), evidence=(Evidence(0, 4, article.text[:4]),))


@pytest.fixture
def archive(small_ground: None, tmp_path: Path) -> Path:
    write(tmp_path / "articles", dict.fromkeys(ARCHIVE, 0))
    return tmp_path / "articles"


def test_a_terminal_shows_how_far_how_fast_and_how_much_is_left(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_read", careless)
    with on_a_terminal(monkeypatch) as terminal:
        assert run(["build", str(archive), "--store", str(tmp_path / "store")]) == 0
    assert re.search(r"━.* 4/4 .*0 failed; facts: 13, 1 set aside", terminal.shown)
    assert "articles: 4 read, 0 unchanged, 0 failed; facts: 13, 1 set aside; inferred: " in terminal.shown


def test_the_bar_tells_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 100_000, 2))  # two seconds at each look
    monkeypatch.setattr("rich.console.monotonic", lambda: float(next(clock)))
    with on_a_terminal(monkeypatch) as terminal, streams.bar(quiet=False, total=1000) as moved:
        for done in range(1, 5):
            moved(done * 10, f"0 failed; facts: {done}, 0 set aside")
    assert re.search(r"━.* 40/1000 \d+\.\d/s \d:\d\d:\d\d 0 failed; facts: 4, 0 set aside", terminal.shown)


def test_without_a_total_the_bar_tells_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    with on_a_terminal(monkeypatch) as terminal, streams.bar(quiet=False, total=None) as moved:
        moved(7, "0 failed; facts: 3, 0 set aside")
        moved(8, "0 failed; facts: 4, 0 set aside")
    assert re.search(r"8/\? .*0 failed; facts: 4, 0 set aside", terminal.shown)


def test_nothing_is_shown_when_quiet(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_read", read)
    with on_a_terminal(monkeypatch) as terminal:
        assert run(["build", str(archive), "--store", str(tmp_path / "store"), "--quiet"]) == 0
    assert terminal.shown == ""


def test_elsewhere_there_is_a_line_a_minute(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter((0.0, 30.0, 61.0, 90.0, 125.0))
    monkeypatch.setattr(streams, "monotonic", lambda: next(clock))
    with streams.bar(quiet=False, total=300) as moved:
        for done in (50, 122, 150, 250):
            moved(done, f"0 failed; facts: {done}, 0 set aside")
    assert capsys.readouterr().err.splitlines() == [
        "122 of 300 articles, 2.0 a second, 1 min left; 0 failed; facts: 122, 0 set aside",
        "250 of 300 articles, 2.0 a second, 0 min left; 0 failed; facts: 250, 0 set aside",
    ]
