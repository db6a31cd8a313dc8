"""SPARQL 1.1 Protocol, section 2: what a request asks, and in which format."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import Request

from kg_builder.serve.negotiation import MEDIA, by_form
from kg_builder.serve.problems import Problem
from kg_builder.store.answers import Dataset

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_READ_ONLY = "this endpoint only reads; kg-builder build and kg-builder remove change a store"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, its dataset, and the format wanted for each form of answer."""

    text: str
    dataset: Dataset
    formats: Mapping[str, str | None]


async def asked(request: Request) -> Asked | None:
    """None for a GET that asks nothing: the service description is meant then.

    Raises Problem: 400 for what the protocol does not allow, 403 for an update, 415 for another content type.
    """
    values = parameters(request.url.query)
    text = None
    if request.method == "POST":
        type, body = await _body(request)
        if type == UPDATE:
            raise Problem(403, f"update: {_READ_ONLY}")
        if type == QUERY:
            text = body
        else:
            values = {**values, **parameters(body)}
    if "update" in values:
        raise Problem(403, f"update: {_READ_ONLY}")
    if text is not None and "query" in values:
        raise Problem(400, "query: asked both in the body and in the address; leave one away")
    if text is None:
        text = single(values, "query")
    if text is None:
        if request.method == "POST":
            raise Problem(400, "query: missing; send it as the parameter query or as application/sparql-query")
        return None
    dataset = Dataset(*(_graphs(values, f"{kind}-graph-uri") for kind in ("default", "named")))
    return Asked(text, dataset, formats(request, values))


def formats(request: Request, values: Mapping[str, list[str]]) -> dict[str, str | None]:
    """By the parameter ``format`` where a link chooses, else by the Accept header."""
    return by_form(accept(request), format(values))


def format(values: Mapping[str, list[str]]) -> str | None:
    """The parameter ``format``. Raises Problem for one that we do not write."""
    wanted = single(values, "format")
    if wanted is not None and wanted not in MEDIA:
        raise Problem(406, f"format: {wanted} is none of {', '.join(MEDIA)}")
    return wanted


def accept(request: Request) -> str:
    return ",".join(request.headers.getlist("accept"))


def parameters(encoded: str) -> dict[str, list[str]]:
    """The values of each parameter of an address or a form. Raises Problem for what is not UTF-8."""
    try:
        return parse_qs(encoded, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise Problem(400, "request: its parameters are not UTF-8, or too many; mend them") from error


def single(values: Mapping[str, list[str]], name: str) -> str | None:
    """The value of a parameter that may be given once."""
    found = values.get(name, [])
    if len(found) > 1:
        raise Problem(400, f"{name}: given {len(found)} times; give it once")
    return found[0] if found else None


async def _body(request: Request) -> tuple[str, str]:
    type, _, rest = request.headers.get("content-type", "").partition(";")
    type = type.strip().lower()
    if type not in (FORM, QUERY, UPDATE):
        raise Problem(415, f"content type {type or '(none)'}: send {QUERY} or {FORM}")
    if "charset" in rest.lower() and "utf-8" not in rest.lower() and "utf8" not in rest.lower():
        raise Problem(415, f"content type {type}:{rest}: send it in UTF-8")
    try:
        return type, (await request.body()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem(400, f"request: not UTF-8 at byte {error.start} of its body; send it in UTF-8") from error


def _graphs(values: Mapping[str, list[str]], name: str) -> tuple[str, ...]:
    found = tuple(values.get(name, ()))
    for iri in found:
        check_iri(iri, name)
    return found


def check_iri(iri: str, name: str) -> None:
    """Raises Problem for what is no absolute IRI."""
    scheme, colon, rest = iri.partition(":")
    if not (colon and rest and scheme[:1].isalpha()) or any(char in '<>"{}|^`\\' or char <= " " for char in iri):
        raise Problem(400, f"{name}: {iri!r} is no absolute IRI; write one such as https://example.org/g")
