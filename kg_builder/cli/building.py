"""Commands that change a store."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg_builder.cli import options
from kg_builder.cli.streams import bar, output, talk
from kg_builder.settings import Settings

if TYPE_CHECKING:
    from kg_builder.build import Report


def build(
    paths: Annotated[list[Path], typer.Argument(help="Articles: text, HTML, JSON lines, folders of them, or -.")],
    store: options.Store = options.STORE,
    published: options.Published = None,
    encoding: options.Encoding = options.DEFAULTS.encoding,
    model: options.Model = options.DEFAULTS.model,
    lexicons: options.Lexicons = None,
    ontology: options.Ontology = None,
    workers: Annotated[int, typer.Option("--workers", "-w", help="Processes that read articles side by side.")] = 1,
    report: Annotated[Path | None, typer.Option("--report", help="File for a report as JSON, or -.")] = None,
    quiet: options.Quiet = False,
) -> None:
    """Read articles into a store; what it holds unchanged already is not read again.

    Exit code 2 if an article could not be read; the others are built all the same.
    """
    from kg_builder.articles import expected
    from kg_builder.build import build as road

    settings = Settings(model=model, lexicons=lexicons, encoding=encoding, published=published)
    with bar(quiet, None if quiet else expected(paths)) as moved:
        done = road(
            paths,
            store,
            settings,
            modules=ontology or (),
            workers=workers,
            done=lambda so_far: moved(len(so_far.articles), _counts(so_far)),
        )
    for failure in done.failed:
        talk(f"kg-builder: {failure.article}: {failure.reason}")
    for contradiction in done.contradictions:
        talk(f"kg-builder: contradiction: {contradiction}")
    if report is not None:
        with output(report) as stream:
            stream.write(json.dumps(done.as_dict(), ensure_ascii=False, indent=2).encode() + b"\n")
    if not quiet:
        talk(_summary(done))
    raise typer.Exit(done.exit_code)


def remove(
    articles: Annotated[list[str], typer.Argument(help="Names of articles, as stats --articles lists them.")],
    store: options.Store = options.STORE,
) -> None:
    """Take articles out of a store, with all that only they said."""
    from kg_builder.build import remove as removing

    removing(articles, store)


def backup(
    copy: Annotated[Path, typer.Argument(help="Folder to be made.")],
    store: options.Store = options.STORE,
) -> None:
    """Copy what readers of a store see to a new folder; a build may go on meanwhile."""
    from kg_builder.store import Store

    Store.backup(store, copy)


def restore(
    copy: Annotated[Path, typer.Argument(help="Folder that backup made.")],
    store: options.Store = options.STORE,
) -> None:
    """Make a store of a backup, checked file by file; where something is already, nothing is done."""
    from kg_builder.store import Store

    Store.restore(copy, store)


def infer(store: options.Store = options.STORE, quiet: options.Quiet = False) -> None:
    """Infer everything anew; a build infers only what its articles change, to the same result."""
    from kg_builder.build import infer as inferring

    count = inferring(store)
    if not quiet:
        talk(f"inferred: {count} triples")


def _summary(done: "Report") -> str:
    return f"articles: {done.read} read, {done.unchanged} unchanged, {_counts(done)}; inferred: {done.inferred} triples"


def _counts(done: "Report") -> str:
    failed = len(done.articles) - done.read - done.unchanged
    return f"{failed} failed; facts: {done.facts}, {done.set_aside} set aside"
