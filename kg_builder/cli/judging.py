"""Commands that judge: what was read against gold, what a store holds against the shapes."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from kg_builder.cli import options
from kg_builder.cli.streams import output, progress, talk
from kg_builder.settings import Settings


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold annotations: NAME.json for each NAME.txt.")],
    articles: Annotated[Path | None, typer.Option("--articles", help="Folder of the texts, if not beside.")] = None,
    floors: Annotated[Path | None, typer.Option("--floors", help="YAML file with the least value per measure.")] = None,
    as_json: options.Json = False,
    differences: Annotated[bool, typer.Option("--details", help="List what was missed and what was spurious.")] = False,
    published: options.Published = None,
    encoding: options.Encoding = options.DEFAULTS.encoding,
    model: options.Model = options.DEFAULTS.model,
    lexicons: options.Lexicons = None,
    quiet: options.Quiet = False,
) -> None:
    """Build the texts of a gold folder and compare what was read with the annotations."""
    from kg_builder.build import build
    from kg_builder.evaluate import comparer, details, read_floors, read_gold
    from kg_builder.evaluate import evaluate as compared
    from kg_builder.records import records
    from kg_builder.store import Store

    annotated = read_gold(gold, articles)
    least = read_floors(floors) if floors else {}
    settings = Settings(model=model, lexicons=lexicons, encoding=encoding, published=published)
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        with progress(quiet) as begun:
            report = build([articles or gold], store, settings, begun=begun)
        with Store.open(store) as opened:
            found = {record["article"]: record for record in records(opened)}
    for failure in report.failed:
        talk(f"kg-builder: {failure.article}: {failure.reason}")
    compare = comparer(lexicons)
    table = compared(annotated, found, compare)
    with output(None) as stream:
        if differences:
            for name, one in annotated.items():
                for line in details(one.record, found[name], compare) if name in found else ["not built"]:
                    stream.write(f"{name}: {line}\n".encode())
        stream.write((json.dumps(table.as_dict(), indent=2) + "\n" if as_json else table.render()).encode())
    table.require(least)
    raise typer.Exit(report.exit_code)


def validate(
    store: options.Store = options.STORE,
    ontology: options.Ontology = None,
    out: options.Output = None,
) -> None:
    """Check what a store holds against shapes and ontology; exit code 1 where it does not conform.

    With --ontology it is checked under these modules, whichever it was built with.
    """
    from kg_builder.errors import Nonconforming
    from kg_builder.store import Store
    from kg_builder.validation import validate as checked

    with Store.open(store) as opened:
        report = checked(opened, ontology or ())
    with output(out) as stream:
        stream.writelines(f"{line}\n".encode() for line in report.lines())
    if not report.conforms:
        raise Nonconforming(f"{store}: does not conform to shapes and ontology; see the findings above")
