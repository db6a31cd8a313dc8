"""Commands that hand on what a store holds."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg_builder.cli import options
from kg_builder.cli.streams import output


def export(
    store: options.Store = options.STORE,
    format: Annotated[str, typer.Option("--format", "-f", help="turtle, trig, nt, nq, jsonld or rdfxml.")] = "turtle",
    out: options.Output = None,
) -> None:
    """Write the graph in a standard format, sorted: the same bytes every time."""
    from kg_builder import export as exporting
    from kg_builder.store import Store

    with Store.open(store) as opened, output(out) as stream:
        exporting.export(opened, format, stream)


def records(
    store: options.Store = options.STORE,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="Folder for one NAME.json per article; without it, JSON lines."),
    ] = None,
) -> None:
    """Write one JSON record per article: what it names and tells, with the words."""
    from kg_builder.records import records as reading
    from kg_builder.records import write
    from kg_builder.store import Store

    with Store.open(store) as opened:
        if out is not None and str(out) != "-":
            write(reading(opened), out)
            return
        with output(None) as stream:
            for record in reading(opened):
                stream.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
