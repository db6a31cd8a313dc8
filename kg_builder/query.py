"""Asks a store: any SPARQL 1.1 query, or a named one, in a process that can be stopped.

The engine cannot interrupt a query, so each runs in a child process on a reader's view of the store; when its time is
over the child is killed, and the store is none the worse for it.
"""

import signal
import sys
from collections.abc import Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

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


def answer(text: str, store: Path, format: str = "table", *, timeout: float = 60.0, width: int = 120) -> bytes:
    """The answer in one of FORMATS; ``width`` is that of a table, in characters.

    ``table`` gives Turtle for CONSTRUCT and DESCRIBE. Raises InvalidQuery for what does not parse, would leave the
    machine, or takes more than ``timeout`` seconds; StoreError as ``Store.open`` does.
    """
    if format not in FORMATS:
        raise InvalidQuery(f"--format {format}: no such format; take one of {', '.join(FORMATS)}")
    gives_graph = sparql.check(text, PREFIXES) in {"CONSTRUCT", "DESCRIBE"}
    if format == "table" and gives_graph:
        format = "turtle"
    receiver, sender = _SPAWN.Pipe(duplex=False)
    child = _SPAWN.Process(target=_run, args=(sender, text, store, format, width), daemon=True)
    child.start()
    sender.close()
    try:
        if not receiver.poll(timeout):
            raise InvalidQuery(f"query: stopped after {timeout:g} s; narrow it, add LIMIT, or pass a longer --timeout")
        told: bytes | Exception = receiver.recv()
    except EOFError as error:
        raise InvalidQuery("query: its process was ended, perhaps for lack of memory; narrow it") from error
    finally:
        child.kill()
        child.join()
        receiver.close()
    if isinstance(told, Exception):
        raise told
    return told


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


def _run(sender: "Connection[bytes | Exception, object]", text: str, folder: Path, format: str, width: int) -> None:
    """In the child: sends the answer, or the error that kept it from being found."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's to answer, which ends us
    from kg_builder.store import Store

    try:
        with Store.open(folder) as store:
            if format == "table":
                sender.send(render(store.serialize_results(text, "json"), PREFIXES, width).encode())
            else:
                sender.send(store.serialize_results(text, format))
    except Exception as error:
        sender.send(error)
