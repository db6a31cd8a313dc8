"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from kg_builder.settings import Settings

Store = Annotated[Path, typer.Option("--store", help="Folder of the store.", envvar="KG_BUILDER_STORE")]
Output = Annotated[Path | None, typer.Option("--out", "-o", help="File to write; standard output when left out or -.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Published = Annotated[str | None, typer.Option("--published", help="Date of articles that carry none, as 2024-06-26.")]
Encoding = Annotated[str, typer.Option("--encoding", help="Encoding of the articles' files.")]
Model = Annotated[str, typer.Option("--model", help="Name of an installed English spaCy pipeline.")]
Lexicons = Annotated[Path | None, typer.Option("--lexicons", help="Folder of lexicons that extend the shipped ones.")]
Ontology = Annotated[
    list[Path] | None, typer.Option("--ontology", help="Turtle file of your own that extends the ontology; repeatable.")
]
Json = Annotated[bool, typer.Option("--json", help="Print figures as JSON.")]

STORE = Path("store")
DEFAULTS = Settings()
