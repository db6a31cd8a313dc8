"""Who may ask, how much, and from where; and a line of JSON for each request."""

import base64
import binascii
import hmac
import time
from collections.abc import Callable
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg_builder.serve.problems import Problem, response
from kg_builder.settings import Serving

#: Scripts, styles and data come from us alone, and nobody frames us.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_SECURITY = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_OPEN = frozenset({"/health"})
_LONGEST = 300  #: characters of an address in the log


class Access:
    """ASGI middleware around everything."""

    def __init__(self, app: ASGIApp, settings: Serving, log: Callable[[dict[str, Any]], None]) -> None:
        self._app = app
        self._settings = settings
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status, size = time.perf_counter(), 0, 0
        headers = Headers(scope=scope)

        async def answered(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                self._finish(MutableHeaders(scope=message), headers)
            else:
                size += len(message.get("body", b""))
            await send(message)

        try:
            refused = self._refused(scope, headers)
            if refused is not None:
                await response(*refused)(scope, receive, answered)
            elif _preflight(scope, headers):
                await _allowed(answered)
            else:
                await self._app(scope, self._bounded(receive), answered)
        finally:
            self._log(_line(scope, status, size, time.perf_counter() - began))

    def _refused(self, scope: Scope, headers: Headers) -> tuple[Problem, dict[str, str]] | None:
        """The problem with the request and the headers of its answer."""
        settings = self._settings
        if settings.token is None and loopback(settings.host) and not self._ours(headers.get("host", "")):
            return Problem(421, "host: this server answers to its own address only; serve with --allow-host"), {}
        if scope["path"] not in _OPEN and not _preflight(scope, headers) and not self._let_in(headers):
            wanted = {"WWW-Authenticate": 'Bearer realm="kg-builder", Basic realm="kg-builder"'}
            return Problem(401, "token: missing or wrong; send Authorization: Bearer TOKEN"), wanted
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length) > settings.request_bytes:
            return self._too_large(), {}
        return None

    def _ours(self, host: str) -> bool:
        """Scripts of strangers reach us under their own name (DNS rebinding), never under ours."""
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
        return name.strip("[]") in {self._settings.host, "127.0.0.1", "localhost", "::1", *self._settings.hosts}

    def _let_in(self, headers: Headers) -> bool:
        """By ``Bearer TOKEN``, or for browsers by ``Basic`` with the token as password."""
        if self._settings.token is None:
            return True
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "basic":
            try:
                given = base64.b64decode(given, validate=True).decode().partition(":")[2]
            except (binascii.Error, UnicodeDecodeError):
                return False
        elif scheme.lower() != "bearer":
            return False
        return hmac.compare_digest(given.strip().encode(), self._settings.token.encode())

    def _bounded(self, receive: Receive) -> Receive:
        """Bodies that do not tell their length are counted."""
        size = 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self._settings.request_bytes:
                raise self._too_large()
            return message

        return counted

    def _too_large(self) -> Problem:
        return Problem(413, f"request: more than {self._settings.request_bytes:,} bytes; ask for less at a time")

    def _finish(self, answer: MutableHeaders, request: Headers) -> None:
        for name, value in _SECURITY.items():
            answer.setdefault(name, value)
        origin = request.get("origin")
        if self._settings.origins:
            answer.add_vary_header("Origin")
            if origin is not None and ("*" in self._settings.origins or origin in self._settings.origins):
                answer["Access-Control-Allow-Origin"] = origin


def loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _preflight(scope: Scope, headers: Headers) -> bool:
    return scope["method"] == "OPTIONS" and "origin" in headers and "access-control-request-method" in headers


async def _allowed(send: Send) -> None:
    """The answer to a preflight (Fetch, CORS protocol); whether the origin may is told by the header set later."""
    allowed = {
        "access-control-allow-methods": "GET, HEAD, POST",
        "access-control-allow-headers": "Accept, Authorization, Content-Type",
        "access-control-max-age": "600",
    }
    headers = [(name.encode(), value.encode()) for name, value in allowed.items()]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def _line(scope: Scope, status: int, size: int, seconds: float) -> dict[str, Any]:
    raw = scope.get("raw_path") or scope["path"].encode()
    address = raw + (b"?" + scope["query_string"] if scope["query_string"] else b"")
    return {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "client": (scope.get("client") or ("",))[0],
        "method": scope["method"],
        "address": address.decode("latin-1")[:_LONGEST],
        "status": status,
        "bytes": size,
        "ms": round(seconds * 1000, 1),
    }
