"""The application: all routes behind ``Access``, with their workers."""

import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg_builder.errors import KgBuilderError
from kg_builder.serve import endpoint, pages
from kg_builder.serve.access import Access
from kg_builder.serve.problems import Problem, problem
from kg_builder.serve.workers import Workers
from kg_builder.settings import Serving
from kg_builder.store import Store


def create(path: Path, settings: Serving, log: Callable[[dict[str, Any]], None]) -> Access:
    """The ASGI application that serves the store at ``path``; ``log`` hears of every request.

    Raises StoreError where there is nothing to serve.
    """
    Store.open(path).close()
    workers = Workers(path, settings)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await workers.start()
        try:
            yield
        finally:
            await workers.close()

    app = Starlette(
        routes=[*endpoint.routes(), *pages.routes()],
        exception_handlers={KgBuilderError: _ours, HTTPException: _http, Exception: _fault},
        lifespan=lifespan,
    )
    app.state.path, app.state.settings, app.state.workers, app.state.counts = path, settings, workers, {}
    return Access(app, settings, log)


def print_line(line: dict[str, Any]) -> None:
    """A request as one line of JSON on standard error."""
    print(json.dumps(line, ensure_ascii=False), file=sys.stderr, flush=True)


async def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, KgBuilderError)
    return pages.failure(request, problem(error))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = {404: f"{request.url.path}: nothing here; / is where to begin"}.get(error.status_code, error.detail)
    return pages.failure(request, Problem(error.status_code, detail), dict(error.headers or {}))


async def _fault(request: Request, error: Exception) -> Response:
    return pages.failure(request, Problem(500, "server: our own fault; its log tells more"))
