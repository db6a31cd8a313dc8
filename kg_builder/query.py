"""Asks a store: any SPARQL 1.1 query, or a named one, in a process that can be stopped.

The engine cannot interrupt a query, so each runs in a child process on a reader's view of the store; when its time is
over the child is killed, and the store is none the worse for it.
"""

import sys
from collections.abc import Iterator, Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from kg_builder import questions, sparql
from kg_builder.errors import InvalidQuery, UnreadableInput
from kg_builder.table import render
from kg_builder.vocabulary import PREFIXES

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")
_SPAWN = get_context("spawn")


def prepared(given: str, values: Mapping[str, str]) -> str:
    """The SPARQL text that ``given`` stands for: a query, a question's name, a file, ``-`` for standard input.

    ``values`` are its parameters as a user types them; raises InvalidQuery for one that the query does not take, and
    UnreadableInput for a file that cannot be read.
    """
    if questions.NAME.fullmatch(given) and not Path(given).is_file():
        return questions.question(given).asked(values, PREFIXES)
    text = _read(given)
    return sparql.bind(text, {name: sparql.term(value, "any", PREFIXES) for name, value in values.items()})


def answer(
    text: str, store: Path, format: str = "table", *, timeout: float = 60.0, width: int = 120
) -> Iterator[bytes]:
    """The answer piece by piece, in one of FORMATS; ``width`` is of a table, in characters.

    ``table`` gives Turtle for CONSTRUCT and DESCRIBE. Raises InvalidQuery for what does not parse, would leave the
    machine, or takes more than ``timeout`` seconds of waiting; StoreError as ``Store.open`` does.
    """
    if format not in FORMATS:
        raise InvalidQuery(f"--format {format}: no such format; take one of {', '.join(FORMATS)}")
    graph = sparql.check(text, PREFIXES) in {"CONSTRUCT", "DESCRIBE"}
    if format == "table" and graph:
        format = "turtle"
    receiver, sender = _SPAWN.Pipe(duplex=False)
    child = _SPAWN.Process(target=_run, args=(sender, text, store, format, width), daemon=True)
    child.start()
    sender.close()
    try:
        yield from _received(receiver, timeout)
    finally:
        child.kill()
        child.join()
        receiver.close()


def _read(given: str) -> str:
    """A text with white space, or with a brace, is the query itself; anything else names a file."""
    if given == "-":
        return sys.stdin.read()
    if "{" in given or (len(given.split()) > 1 and not Path(given).is_file()):
        return given
    try:
        return Path(given).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"{given}: neither a query nor a file that can be read ({error}); see --list") from error


def _received(receiver: "Connection[object, bytes | Exception]", timeout: float) -> Iterator[bytes]:
    left = timeout
    while True:
        began = monotonic()
        if not receiver.poll(max(left, 0.0)):
            raise InvalidQuery(f"query: stopped after {timeout:g} s; narrow it, add LIMIT, or pass a longer --timeout")
        left -= monotonic() - began
        piece = receiver.recv()
        if isinstance(piece, Exception):
            raise piece
        if not piece:
            return
        yield piece


def _run(sender: "Connection[bytes | Exception, object]", text: str, folder: Path, format: str, width: int) -> None:
    """In the child: sends the answer's pieces and then an empty one, or the error that ended it."""
    from kg_builder.store import Store

    try:
        with Store.open(folder) as store:
            if format == "table":
                results = store.serialize_results(text, "json")
                sender.send(render(results, PREFIXES, width).encode())
            else:
                sender.send(store.serialize_results(text, format))
        sender.send(b"")
    except Exception as error:
        sender.send(error)
