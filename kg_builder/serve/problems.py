"""What goes wrong between a request and its answer, as HTTP tells it (RFC 9457)."""

import re
from http import HTTPStatus
from typing import Any

from starlette.responses import JSONResponse

from kg_builder.errors import KgBuilderError, RefusedQuery, StoreError
from kg_builder.store.answers import TooLarge, Unacceptable


class Problem(KgBuilderError):
    """An answer that is no success: its status, and what to do about it. ``more`` are further members of the answer."""

    def __init__(self, status: int, detail: str, more: dict[str, Any] | None = None) -> None:
        super().__init__(status, detail, more)
        self.status, self.detail, self.more = status, detail, more or {}

    def __str__(self) -> str:
        return self.detail


#: Statuses of our own errors, the first that fits; others of ours are the asker's fault.
_STATUS: tuple[tuple[type[KgBuilderError], int], ...] = (
    (RefusedQuery, 403),
    (Unacceptable, 406),
    (TooLarge, 422),
    (StoreError, 503),
    (KgBuilderError, 400),
)
_PLACE = re.compile(r"line (\d+), column (\d+)")
_RETRY = {503: {"Retry-After": "5"}}


def problem(error: KgBuilderError) -> Problem:
    """The error as HTTP tells it, with the place in the query and the parser's own words where there are any."""
    if isinstance(error, Problem):
        return error
    more: dict[str, Any] = {}
    if place := _PLACE.search(str(error)):
        more = {"line": int(place[1]), "column": int(place[2])}
    if isinstance(error.__cause__, SyntaxError):
        more["parser"] = str(error.__cause__)
    return Problem(next(status for kind, status in _STATUS if isinstance(error, kind)), str(error), more)


def response(told: Problem, headers: dict[str, str] | None = None) -> JSONResponse:
    """``application/problem+json``."""
    content = {"title": HTTPStatus(told.status).phrase, "status": told.status, "detail": told.detail, **told.more}
    return JSONResponse(
        content, told.status, {**_RETRY.get(told.status, {}), **(headers or {})}, "application/problem+json"
    )
