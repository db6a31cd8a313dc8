"""A SELECT's rows as a table for people, or one under the other where a table would not fit the screen."""

import json
from collections.abc import Mapping, Sequence
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

#: Characters below which a column of words is no longer read but deciphered.
_READABLE = 16


def render(results: bytes, prefixes: Mapping[str, str], width: int) -> str:
    """``results`` are SPARQL 1.1 Query Results JSON; IRIs become prefixed names, unbound variables nothing.

    Where ``width`` characters leave too little for each column, every row is a list of its values instead.
    """
    content = json.loads(results)
    if "boolean" in content:
        return "yes\n" if content["boolean"] else "no\n"
    names = content["head"]["vars"]
    rows = content["results"]["bindings"]
    columns = {name: [_cell(row.get(name), prefixes) for row in rows] for name in names}
    shown = _table(columns) if _needed(columns) <= width else _list(columns)
    console = Console(file=StringIO(), width=width, color_system=None, legacy_windows=False)
    console.print(shown)
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


def _table(columns: Mapping[str, Sequence[str]]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="", collapse_padding=True)
    for name, cells in columns.items():
        table.add_column(name, overflow="fold", no_wrap=not _wraps(cells))
    for cells in zip(*columns.values(), strict=True):
        table.add_row(*map(Text, cells))
    return table


def _list(columns: Mapping[str, Sequence[str]]) -> Table:
    """A line for each value, its name before it; rows are told apart by their number."""
    listed = Table.grid(padding=(0, 2, 0, 0))
    listed.add_column(no_wrap=True)
    listed.add_column(overflow="fold")
    for number, cells in enumerate(zip(*columns.values(), strict=True), 1):
        listed.add_row(f"{number}.")
        for name, cell in zip(columns, cells, strict=True):
            if cell:
                listed.add_row(Padding(name, (0, 0, 0, 3)), Text(cell))
    return listed


def _needed(columns: Mapping[str, Sequence[str]]) -> int:
    """Characters for a table in which words are wrapped, but still read, and what has no spaces stays whole."""
    return sum(2 + max(len(name), _least(cells)) for name, cells in columns.items())


def _least(cells: Sequence[str]) -> int:
    longest = max(map(len, cells), default=0)
    return min(longest, _READABLE) if _wraps(cells) else longest


def _wraps(cells: Sequence[str]) -> bool:
    return any(" " in cell for cell in cells)


def _cell(term: Mapping[str, str] | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    return shortened(term["value"], prefixes) if term["type"] == "uri" else term["value"]
