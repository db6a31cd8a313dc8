"""The pages for people: what is asked of a worker, and the template that shows it."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode

import jinja2
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg_builder import sparql
from kg_builder.questions import questions
from kg_builder.serve import endpoint, jobs, named, negotiation, protocol
from kg_builder.serve.access import POLICY
from kg_builder.serve.between import between as passed_between
from kg_builder.serve.finding import KINDS, search, start
from kg_builder.serve.listing import ROLES, Asked, download, facts, rows
from kg_builder.serve.problems import Problem, response
from kg_builder.serve.reading import article
from kg_builder.serve.things import neighbours, thing
from kg_builder.store.answers import FORMATS
from kg_builder.table import shortened
from kg_builder.vocabulary import EVENT_CLASS, ID, ONTOLOGY, PREFIXES

_HERE = Path(__file__).parent
_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_HERE / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TYPES: Final = tuple(iri.rpartition("#")[2] for iri in EVENT_CLASS.values())
STATUSES: Final = ("occurred", "ongoing", "planned", "proposed", "not-occurred")
#: The one style sheet that the editor adds by script, for columns that can be made wider.
_RESIZER: Final = "sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk="
_ROWS: Final = 500  #: of an answer that a page shows
_YEAR = re.compile(r"\d{1,4}")
_DOWNLOADS: Final = ("turtle", "jsonld", "csv")
_ROLE_WORDS: Final = {
    "actor": "by", "target": "towards", "good": "about", "official": "with", "attributedTo": "according to",
    "holder": "held by", "of": "of",
}  # fmt: skip


def local(iri: str) -> str:
    """The address at which an IRI can be opened here."""
    if iri.startswith(str(ID)) and not re.search(r"[#?]", iri):
        return f"/id/{iri.removeprefix(str(ID))}"
    if iri == str(ONTOLOGY):
        return "/ontology"
    return f"/describe?iri={quote(iri, safe='')}"


async def first(request: Request) -> Response:
    """Where one begins."""
    counts, events = await endpoint.run(request, start)
    return _page("start.html", counts=counts, events=events)


async def searched(request: Request) -> Response:
    values = protocol.parameters(request.url.query)
    text, kind = (protocol.single(values, name) or "" for name in ("q", "type"))
    if kind and kind not in KINDS:
        raise Problem(400, f"type: {kind} is none of {', '.join(KINDS)}")
    hits = await endpoint.run(request, search, text.strip(), kind) if text.strip() else []
    return _page("search.html", text=text, kind=kind, hits=hits)


async def opened(request: Request) -> Response:
    """Whatever an IRI names, as RDF or as a page."""
    iri = endpoint.requested_iri(request)
    values = protocol.parameters(request.url.query)
    format = protocol.format(values) or negotiation.chosen(protocol.accept(request), (*FORMATS["graph"], "html"))
    if format != "html":
        return await endpoint.description(request, iri)
    protocol.check_iri(iri, "iri")
    if iri.startswith(f"{ID}article/"):
        told = await endpoint.run(request, article, iri)
        if told is not None:
            return _page("article.html", **told)
    asked = _asked(values, (iri,))
    known = await endpoint.run(request, thing, iri, asked)
    if known is None:
        raise Problem(404, f"{iri}: nothing in this store is called so")
    return _page("thing.html", **known, asked=asked)


async def between(request: Request) -> Response:
    """Two parties, and what passed between them."""
    values = protocol.parameters(request.url.query)
    chosen = tuple(_iri(protocol.single(values, name) or "", "state") for name in ("a", "b"))
    asked = _asked(values, tuple(filter(None, chosen)))
    told = await endpoint.run(request, passed_between, asked)
    return _page("between.html", **told, asked=asked, chosen=chosen, path="/between")


async def listed(request: Request) -> Response:
    """The facts of a page, to be taken home."""
    values = protocol.parameters(request.url.query)
    about = tuple(_iri(iri, "iri") for iri in values.get("about", []) if iri)
    format, asked = protocol.single(values, "format") or "turtle", _asked(values, about)
    if format not in _DOWNLOADS:
        raise Problem(406, f"format: {format} is none of {', '.join(_DOWNLOADS)}")
    if format == "csv":
        written = io.StringIO()
        csv.writer(written).writerows(rows((await endpoint.run(request, facts, asked)).shown))
        body = written.getvalue().encode()
    else:
        body = await endpoint.run(request, download, asked, format)
    ending = {"turtle": "ttl"}.get(format, format)
    return endpoint.answered(body, format, {"Content-Disposition": f'attachment; filename="facts.{ending}"'})


async def drawn(request: Request) -> Response:
    """What an IRI is related to, for the drawing."""
    iri = endpoint.requested_iri(request)
    protocol.check_iri(iri, "iri")
    found = await endpoint.run(request, neighbours, iri)
    if found is None:
        raise Problem(404, f"{iri}: nothing in this store is called so")
    for node in found["nodes"]:
        node["href"] = local(node["iri"])
    return JSONResponse(found)


async def editor(request: Request) -> Response:
    """SPARQL, with the named queries as examples."""
    query = protocol.single(protocol.parameters(request.url.query), "query") or ""
    settings = {"query": query, "prefixes": dict(PREFIXES), "ids": str(ID)}
    page = _page("editor.html", questions=list(questions()), settings=json.dumps(settings))
    page.headers["Content-Security-Policy"] = POLICY.replace("style-src 'self'", f"style-src 'self' '{_RESIZER}'")
    return page


async def asked_by_name(request: Request) -> Response:
    """The named queries, for people or for programs."""
    if negotiation.chosen(protocol.accept(request), ("json", "html")) == "html":
        return _page("queries.html", questions=list(questions()))
    return await endpoint.index(request)


async def answered(request: Request) -> Response:
    """The answer to a named query: a table for people, or what programs accept."""
    values = protocol.parameters(request.url.query)
    offered = (*FORMATS["rows"], "html")
    if (protocol.format(values) or negotiation.chosen(protocol.accept(request), offered)) != "html":
        return await endpoint.question(request)
    asked = named.named(request.path_params["name"])
    text = named.text(asked, values)
    _, body = await endpoint.run(request, jobs.sparql, text, {"rows": "json"}, None)
    answer = json.loads(body)
    given = {one.name: protocol.single(values, one.name) or "" for one in asked.parameters}
    return _page(
        "answer.html",
        question=asked,
        given=given,
        query=urlencode({name: value for name, value in given.items() if value}),
        text=text,
        columns=answer["head"]["vars"],
        rows=answer["results"]["bindings"][:_ROWS],
        total=len(answer["results"]["bindings"]),
    )


def failure(request: Request, problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """What went wrong, for programs or for people."""
    if negotiation.chosen(protocol.accept(request), ("json", "html")) != "html":
        return response(problem, headers)
    page = _page("failure.html", problem=problem)
    page.status_code = problem.status
    page.headers.update(headers or {})
    return page


def routes() -> list[Route | Mount]:
    return [
        Route("/", first),
        Route("/search", searched),
        Route("/between", between),
        Route("/facts", listed),
        Route("/neighbours", drawn),
        Route("/editor", editor),
        Route("/queries", asked_by_name),
        Route("/queries/{name}", answered),
        Route("/id/{path:path}", opened),
        Route("/ontology", opened),
        Route("/describe", opened),
        Mount("/static", StaticFiles(directory=_HERE / "static")),
    ]


def _asked(values: dict[str, list[str]], about: tuple[str, ...]) -> Asked:
    """What a form narrows the facts by. Raises Problem for what it cannot have sent."""
    given = {name: protocol.single(values, name) or "" for name in ("type", "status", "good", "first", "last", "page")}
    for name, known in (("type", TYPES), ("status", STATUSES)):
        if given[name] and given[name] not in known:
            raise Problem(400, f"{name}: {given[name]} is none of {', '.join(known)}")
    for name in ("first", "last", "page"):
        if given[name] and not _YEAR.fullmatch(given[name]):
            raise Problem(400, f"{name}: {given[name]} is no number of up to four digits")
    page = int(given["page"] or "0")
    good = _iri(given["good"], "good")
    return Asked(about, given["type"], good, given["status"], given["first"], given["last"], page)


def _iri(value: str, kind: str) -> str:
    iri = sparql.term(value, kind, PREFIXES)[1:-1] if value else ""
    if iri:
        protocol.check_iri(iri, "iri")
    return iri


def _page(template: str, **told: Any) -> Response:
    body = _TEMPLATES.get_template(template).render(told)
    headers = {"Content-Type": "text/html; charset=utf-8", "Vary": "Accept", "Cache-Control": "no-cache"}
    return Response(body, headers=headers)


def _same(asked: Asked, **changed: Any) -> str:
    """The parameters of an address that asks the same but for what is changed."""
    fields = {name: changed.get(name, getattr(asked, name)) for name in ("type", "status", "good", "first", "last")}
    fields["page"] = changed.get("page", 0)
    return urlencode({name: value for name, value in fields.items() if value})


_TEMPLATES.globals.update(
    local=local, types=TYPES, statuses=STATUSES, kinds=tuple(KINDS), roles=(*ROLES, "holder", "of"),
    role_words=_ROLE_WORDS, same=_same, downloads=_DOWNLOADS, shortened=lambda iri: shortened(iri, PREFIXES),
)  # fmt: skip
