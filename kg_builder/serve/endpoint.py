"""The answers for programs: SPARQL, graphs, named queries, descriptions of IRIs, of the service and of the data."""

import asyncio
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from kg_builder import __version__
from kg_builder.questions import questions
from kg_builder.serve import jobs, named, negotiation, protocol, service
from kg_builder.serve.problems import Problem
from kg_builder.serve.workers import Workers
from kg_builder.settings import Serving
from kg_builder.store import Store, folder
from kg_builder.store.answers import FORMATS
from kg_builder.vocabulary import ID, ONTOLOGY

P = ParamSpec("P")
T = TypeVar("T")
_WRITING = ("PUT", "POST", "DELETE", "PATCH")


async def run(
    request: Request,
    function: Callable[Concatenate[Store, Serving, P], T],
    *arguments: P.args,
    **none: P.kwargs,
) -> T:
    """As ``Workers.run``; stopped when the asker goes away. The request's body must have been read."""
    workers: Workers = request.app.state.workers
    answer = asyncio.ensure_future(workers.run(function, *arguments, **none))
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not answer.done():
            raise Problem(408, "request: its asker went away")
        return answer.result()
    except asyncio.CancelledError as error:
        raise Problem(503, "server: it is being stopped; try again later") from error
    finally:
        gone.cancel()
        answer.cancel()
        await asyncio.gather(gone, answer, return_exceptions=True)


async def sparql(request: Request) -> Response:
    """SPARQL 1.1 Protocol, and without a query SPARQL 1.1 Service Description."""
    query = await protocol.asked(request)
    if query is None:
        return _described(request)
    format, body = await run(request, jobs.sparql, query.text, query.formats, query.dataset)
    return answered(body, format)


async def graphs(request: Request) -> Response:
    """SPARQL 1.1 Graph Store HTTP Protocol, what reads (section 5.2)."""
    if request.method in _WRITING:
        raise Problem(403, "graph: this endpoint only reads; kg-builder build and kg-builder remove change a store")
    values = protocol.parameters(request.url.query)
    name = protocol.single(values, "graph")
    if (name is None) == ("default" not in values):
        raise Problem(400, "graph: name one as ?graph=IRI, or write ?default")
    if name is not None:
        protocol.check_iri(name, "graph")
    format = _graph_format(request)
    body = await run(request, jobs.graph, name, format)
    if body is None:
        raise Problem(404, f"{name}: no such graph; SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} }} lists them")
    return answered(body, format)


async def question(request: Request) -> Response:
    """A named query with its parameters."""
    name = request.path_params["name"]
    values = protocol.parameters(request.url.query)
    text = named.text(named.named(name), values)
    format, body = await run(request, jobs.sparql, text, protocol.formats(request, values), None)
    return answered(body, format)


async def index(request: Request) -> Response:
    """The named queries, for programs."""
    base = f"{request.base_url}queries/"
    told = [
        {"name": one.name, "title": one.title, "description": one.description, "address": f"{base}{one.name}"}
        for one in questions()
    ]
    return JSONResponse({"queries": told, "description": f"{request.base_url}openapi.json"})


async def description(request: Request, iri: str) -> Response:
    """What the store says of an IRI."""
    protocol.check_iri(iri, "iri")
    format = _graph_format(request)
    body = await run(request, jobs.description, iri, format)
    if body is None:
        raise Problem(404, f"{iri}: nothing in this store is called so")
    return answered(body, format, {"Vary": "Accept"})


async def void(request: Request) -> Response:
    """VoID; its counts are taken once for each snapshot."""
    state, snapshot = request.app.state, folder.published(request.app.state.path).name
    if state.counts.get("snapshot") != snapshot:
        state.counts = {"snapshot": snapshot, "counts": await run(request, jobs.counts)}
    format = _graph_format(request, tuple(service.WRITTEN))
    return answered(service.written(service.void(str(request.base_url), state.counts["counts"]), format), format)


async def health(request: Request) -> Response:
    """200 as long as a store can be read; needs no token."""
    snapshot = folder.published(request.app.state.path).name
    return JSONResponse({"status": "ok", "version": __version__, "snapshot": snapshot})


async def openapi(request: Request) -> Response:
    return JSONResponse(named.openapi())


def requested_iri(request: Request) -> str:
    """The IRI that an address stands for: ``/id/...``, ``/ontology`` or ``/describe?iri=...``."""
    path = request.scope["raw_path"].decode("ascii", "replace").partition("?")[0]
    if path.startswith("/id/"):
        return f"{ID}{path.removeprefix('/id/')}"
    if path == "/ontology":
        return str(ONTOLOGY)
    iri = protocol.single(protocol.parameters(request.url.query), "iri")
    if not iri:
        raise Problem(400, "iri: missing; write /describe?iri=IRI")
    return iri


def answered(body: bytes, format: str, headers: dict[str, str] | None = None) -> Response:
    return Response(
        body, headers={"Content-Type": negotiation.content_type(format), "Vary": "Accept"} | (headers or {})
    )


def routes() -> list[Route]:
    return [
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/graphs", graphs, methods=["GET", *_WRITING]),
        Route("/.well-known/void", void),
        Route("/openapi.json", openapi),
        Route("/health", health),
    ]


def _described(request: Request) -> Response:
    offered = (*service.WRITTEN, "html")
    format = negotiation.chosen(protocol.accept(request), offered)
    if format == "html":
        return RedirectResponse("/editor", 303, {"Vary": "Accept"})
    if format is None:
        raise Problem(406, f"service description: can be had as {', '.join(offered)}; accept one of them")
    return answered(service.written(service.service(str(request.base_url)), format), format)


def _graph_format(request: Request, offered: tuple[str, ...] = FORMATS["graph"]) -> str:
    format = protocol.format(protocol.parameters(request.url.query))
    format = format or negotiation.chosen(protocol.accept(request), offered)
    if format not in offered:
        raise Problem(406, f"graph: can be had as {', '.join(offered)}; accept one of them")
    return format


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
