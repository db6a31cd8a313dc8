"""A SELECT's rows as a table for people."""

import json
from collections.abc import Mapping
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text


def render(results: bytes, prefixes: Mapping[str, str], width: int) -> str:
    """``results`` are SPARQL 1.1 Query Results JSON; IRIs become prefixed names, unbound variables nothing."""
    content = json.loads(results)
    if "boolean" in content:
        return "yes\n" if content["boolean"] else "no\n"
    names = content["head"]["vars"]
    rows = content["results"]["bindings"]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="", collapse_padding=True)
    columns = {name: [_cell(row.get(name), prefixes) for row in rows] for name in names}
    for name, cells in columns.items():
        table.add_column(name, overflow="fold", no_wrap=not any(" " in cell for cell in cells))
    for cells in zip(*columns.values(), strict=True):
        table.add_row(*map(Text, cells))
    console = Console(file=StringIO(), width=width, color_system=None, legacy_windows=False)
    console.print(table)
    written: str = console.file.getvalue()  # type: ignore[attr-defined]
    lines = [line.rstrip() for line in written.splitlines() if line.strip()]
    return "\n".join([*lines, f"({len(rows)} row{'' if len(rows) == 1 else 's'})"]) + "\n"


def shortened(iri: str, prefixes: Mapping[str, str]) -> str:
    """``state:JPN`` for the IRI that the longest fitting prefix begins; the IRI itself where none does."""
    fitting = [(len(space), prefix) for prefix, space in prefixes.items() if iri.startswith(space) and iri != space]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"


def _cell(term: Mapping[str, str] | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    return shortened(term["value"], prefixes) if term["type"] == "uri" else term["value"]
