"""The pages for people."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg_builder.serve import endpoint
from kg_builder.serve.problems import Problem, response


async def thing(request: Request) -> Response:
    """Whatever an IRI names, as RDF or as a page."""
    return await endpoint.description(request, endpoint.requested_iri(request))


def failure(request: Request, problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """What went wrong, for programs or for people."""
    return response(problem, headers)


def routes() -> list[Route]:
    return [
        Route("/id/{path:path}", thing),
        Route("/ontology", thing),
        Route("/describe", thing),
        Route("/queries", endpoint.index),
    ]
