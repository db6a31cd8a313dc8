"""Commands that ask a store."""

import json
import shutil
import sys
from typing import Annotated

import typer

from kg_builder.cli import options
from kg_builder.cli.streams import output
from kg_builder.errors import UsageError

#: Of a table that goes into a file or a pipe, in characters.
_WIDTH = 160


def query(
    query: Annotated[
        str | None, typer.Argument(help="A SPARQL query, the name of a named query, a file, or - for standard input.")
    ] = None,
    store: options.Store = options.STORE,
    format: Annotated[
        str, typer.Option("--format", "-f", help="table, csv, tsv, json or xml; turtle for CONSTRUCT and DESCRIBE.")
    ] = "table",
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="NAME=VALUE of a query's parameter; may be repeated.")
    ] = None,
    timeout: Annotated[float, typer.Option("--timeout", help="Seconds after which the query is stopped.")] = 60.0,
    out: options.Output = None,
    names: Annotated[bool, typer.Option("--list", help="List the named queries and their parameters.")] = False,
) -> None:
    """Ask a store in SPARQL, or by the name of a query; common prefixes need no declaration."""
    from kg_builder import query as asking

    if names:
        _list(out)
        return
    if query is None:
        raise UsageError("query: nothing asked; give a query, one of the names that --list shows, a file or -")
    text = asking.prepared(query, dict(_assignment(given) for given in param or ()))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() and out is None else _WIDTH
    answer = asking.answer(text, store, format, timeout=timeout, width=width)
    with output(out) as stream:
        stream.write(answer)


def explain(
    iri: Annotated[str, typer.Argument(help="A fact, an entity or a derivation; the subject of an inferred triple.")],
    predicate: Annotated[str | None, typer.Argument(help="Predicate of an inferred triple.")] = None,
    object: Annotated[str | None, typer.Argument(help="Object of an inferred triple.")] = None,
    store: options.Store = options.STORE,
) -> None:
    """Show the words behind a fact, or the rule and premises behind an inferred triple.

    IRIs are written whole or with a prefix: event:meeting-0123456789abcdef, state:JPN kgb:agreesWith state:KOR.
    """
    from kg_builder import explain as explaining
    from kg_builder.store import Store

    if (predicate is None) != (object is None):
        raise UsageError("explain: give one IRI, or subject, predicate and object of a triple")
    with Store.open(store) as opened:
        if predicate is None or object is None:
            lines = list(explaining.explain(opened, iri))
        else:
            lines = list(explaining.explain_triple(opened, iri, predicate, object))
    with output(None) as stream:
        stream.writelines(f"{line}\n".encode() for line in lines)


def stats(
    store: options.Store = options.STORE,
    as_json: options.Json = False,
    articles: Annotated[bool, typer.Option("--articles", help="List the names of the articles instead.")] = False,
) -> None:
    """Count what a store holds, and who and what is in most events."""
    from kg_builder import stats as counting
    from kg_builder.store import Store

    with Store.open(store) as opened:
        names = list(counting.articles(opened)) if articles else []
        counts = {} if articles else counting.stats(opened)
    with output(None) as stream:
        if articles:
            stream.writelines(f"{name}\n".encode() for name in names)
        else:
            stream.write((json.dumps(counts, indent=2) + "\n" if as_json else counting.render(counts)).encode())


def _list(out: options.Output) -> None:
    from kg_builder.questions import questions

    with output(out) as stream:
        stream.writelines(f"{question.usage()}\n".encode() for question in questions())


def _assignment(given: str) -> tuple[str, str]:
    name, sign, value = given.partition("=")
    if not name or not sign:
        raise UsageError(f"--param {given}: not NAME=VALUE; write for example --param party=JPN")
    return name, value
