"""The command that serves a store."""

import os
from typing import Annotated

import typer

from kg_builder.cli import options
from kg_builder.cli.streams import talk
from kg_builder.settings import Serving

DEFAULTS = Serving()
_TOKEN = "KG_BUILDER_TOKEN"


def serve(
    store: options.Store = options.STORE,
    host: Annotated[str, typer.Option("--host", help="Address to listen at.")] = DEFAULTS.host,
    port: Annotated[int, typer.Option("--port", help="Port to listen at; 0 takes a free one.")] = DEFAULTS.port,
    timeout: Annotated[float, typer.Option("--timeout", help="Seconds that a query may take.")] = DEFAULTS.timeout,
    rows: Annotated[int, typer.Option("--rows", help="Rows or triples that an answer may have.")] = DEFAULTS.rows,
    memory: Annotated[int, typer.Option("--memory", help="Megabytes that one query may use.")] = DEFAULTS.memory
    // 1_000_000,
    quick: Annotated[int, typer.Option("--quick", help="Queries that run side by side.")] = DEFAULTS.quick,
    slow: Annotated[int, typer.Option("--slow", help="Slow queries that run side by side.")] = DEFAULTS.slow,
    origin: Annotated[
        list[str] | None, typer.Option("--allow-origin", help="Web origin that may read answers (CORS); * is any.")
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", help="Another name under which this machine is reached.")
    ] = None,
) -> None:
    """Serve a store: SPARQL endpoint, pages to look at, descriptions of every IRI. It only reads.

    With KG_BUILDER_TOKEN in the environment every request must bear that token. One line of JSON for each request goes
    to standard error.
    """
    from kg_builder.serve import loopback
    from kg_builder.serve import serve as served

    settings = Serving(
        host=host,
        port=port,
        token=os.environ.get(_TOKEN) or None,
        origins=tuple(origin or ()),
        hosts=tuple(allow_host or ()),
        timeout=timeout,
        rows=rows,
        memory=memory * 1_000_000,
        quick=quick,
        slow=slow,
    )
    if settings.token is None and not loopback(host):
        talk(f"kg-builder: warning: {host} is reached from other machines, and everybody may ask; set {_TOKEN}")
    served(store, settings, lambda address: talk(f"serving {store} at {address}"))
