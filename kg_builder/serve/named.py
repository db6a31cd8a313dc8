"""The named queries over HTTP, and the OpenAPI description of all that is served."""

from collections.abc import Mapping
from typing import Any, Final

from kg_builder import __version__
from kg_builder.questions import Parameter, Question, questions
from kg_builder.serve.negotiation import MEDIA
from kg_builder.serve.problems import Problem
from kg_builder.serve.protocol import single
from kg_builder.store.answers import FORMATS
from kg_builder.vocabulary import PREFIXES

#: What every operation may answer besides.
PROBLEMS: Final[Mapping[str, str]] = {
    "400": "The request or its query is not right; detail says where.",
    "401": "The token is missing or wrong.",
    "403": "It would change the store or leave the machine.",
    "404": "There is no such thing.",
    "406": "No format that is accepted can hold the answer.",
    "413": "The request is too large.",
    "415": "The content type is not one of the protocol's.",
    "421": "The server does not answer to this host name.",
    "422": "The answer is larger than allowed, or needs more memory than a query may use.",
    "503": "Too many requests wait, or the slow ones took all the time.",
    "504": "The query was stopped after its time limit.",
}


def text(question: Question, values: Mapping[str, list[str]]) -> str:
    """The SPARQL of a question with the values of a request; empty ones, as forms send them, are left out."""
    given = {name: single(values, name) for name in values if name != "format"}
    return question.asked({name: value for name, value in given.items() if value}, PREFIXES)


def named(name: str) -> Question:
    """Raises Problem where there is no such question."""
    for question in questions():
        if question.name == name:
            return question
    raise Problem(404, f"{name}: no such query; see /queries")


def openapi() -> dict[str, Any]:
    """OpenAPI 3.1."""
    paths = {
        "/sparql": {"get": _sparql_get(), "post": _sparql_post()},
        **{f"/queries/{one.name}": {"get": _question(one)} for one in questions()},
        "/graphs": {"get": _operation("Graph Store Protocol: one graph", "graph", [_GRAPH, _DEFAULT, _FORMAT])},
        "/describe": {"get": _operation("What the store says of an IRI", "graph", [_IRI, _FORMAT])},
        "/id/{path}": {"get": _thing("What https://w3id.org/kg-builder/id/PATH names", [_PATH])},
        "/ontology": {"get": _thing("The ontology", [])},
        "/queries": {"get": _page("The named queries", [], "application/json")},
        "/": {"get": _page("Where people begin: counts and the newest events", [])},
        "/search": {"get": _page("Search over labels", [_text("q"), _text("type")])},
        "/between": {"get": _page("What passed between two parties", [_text("a"), _text("b"), *_NARROWED])},
        "/editor": {"get": _page("SPARQL editor", [_text("query")])},
        "/facts": {"get": _operation("The facts of a page", "facts", [_ABOUT, *_NARROWED, _text("format")])},
        "/neighbours": {"get": _operation("What an IRI is related to", "json", [_IRI])},
        "/openapi.json": {"get": _operation("This description", "json", [])},
        "/.well-known/void": {"get": _operation("VoID description of the data", "graph", [])},
        "/health": {"get": _operation("Whether the server answers, and from which snapshot", "json", [])},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "kg-builder", "version": __version__, "license": {"name": "Apache-2.0"}},
        "paths": paths,
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def _operation(summary: str, form: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    formats = {**FORMATS, "facts": ("turtle", "jsonld", "csv")}.get(form, (form,))
    problems = {status: {"description": meaning, "content": _PROBLEM} for status, meaning in PROBLEMS.items()}
    content: dict[str, Any] = {MEDIA[format][-1 if form == "json" else 0]: {} for format in formats}
    return {
        "summary": summary,
        "parameters": parameters,
        "responses": {"200": {"description": "The answer", "content": content}, **problems},
    }


def _page(summary: str, parameters: list[dict[str, Any]], *others: str) -> dict[str, Any]:
    """A page for people; programs may have it as the media types ``others``."""
    described = _operation(summary, "html", parameters)
    described["responses"]["200"]["content"] |= {other: {} for other in others}
    return described


def _thing(summary: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    return _page(summary, [*parameters, _FORMAT], *(MEDIA[format][0] for format in FORMATS["graph"]))


def _question(question: Question) -> dict[str, Any]:
    parameters = [_parameter(parameter) for parameter in question.parameters]
    rows = {"name": "format", "in": "query", "schema": {"enum": [*FORMATS["rows"], "html"]}}
    described = _page(question.title, [*parameters, rows], *(MEDIA[format][0] for format in FORMATS["rows"]))
    return {"operationId": question.name, "description": question.description, **described}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if parameter.kind == "integer":
        schema = {"type": "integer"}
    elif parameter.kind == "iri":
        schema = {"type": "string", "format": "iri"}
    elif parameter.kind in PREFIXES:
        schema["description"] = f"a name below {PREFIXES[parameter.kind]}, a prefixed name, or <IRI>"
    return {"name": parameter.name, "in": "query", "description": parameter.meaning, "schema": schema}


def _text(name: str, **schema: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": "string", **schema}}


def _sparql_get() -> dict[str, Any]:
    described = _operation("SPARQL 1.1 Protocol; without query the service description", "rows", _PROTOCOL)
    return {"operationId": "sparql-get", **described}


def _sparql_post() -> dict[str, Any]:
    form = {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]}
    content = {
        "application/sparql-query": {"schema": {"type": "string"}},
        "application/x-www-form-urlencoded": {"schema": form},
    }
    described = _operation("SPARQL 1.1 Protocol", "rows", _PROTOCOL[1:])
    return {"operationId": "sparql-post", "requestBody": {"required": True, "content": content}, **described}


_IRI = {**_text("iri", format="iri"), "required": True}
_GRAPH = _text("graph", format="iri")
_DEFAULT = _text("default")
_FORMAT = {"name": "format", "in": "query", "schema": {"enum": list(FORMATS["graph"])}}
_PATH = {**_text("path"), "in": "path", "required": True}
_ABOUT = {**_text("about"), "schema": {"type": "array", "items": {"type": "string", "format": "iri"}}}
#: How a page's facts are narrowed.
_NARROWED = [*map(_text, ("type", "status", "good", "first", "last", "page"))]
_GRAPHS = {"type": "array", "items": {"type": "string", "format": "iri"}}
_PROTOCOL = [
    _text("query"),
    {"name": "default-graph-uri", "in": "query", "schema": _GRAPHS},
    {"name": "named-graph-uri", "in": "query", "schema": _GRAPHS},
]
_PROBLEM = {"application/problem+json": {"schema": {"type": "object", "properties": {"detail": {"type": "string"}}}}}
