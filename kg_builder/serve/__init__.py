"""Serves a store on the network: SPARQL for tools, pages for people. docs/serve.md tells how to use it.

Answers come from published snapshots, so builds go on beside it, and a new snapshot is picked up by the next request.
Everything that a request asks of the store happens in a process of its own that can be killed.
"""

import asyncio
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from kg_builder.errors import UsageError
from kg_builder.serve.access import loopback
from kg_builder.serve.app import create, print_line
from kg_builder.settings import Serving

__all__ = ["loopback", "serve"]
_BACKLOG = 2048


def serve(path: Path, settings: Serving, begun: Callable[[str], None]) -> None:
    """Until it is interrupted; ``begun`` hears the address once it can be asked.

    Raises StoreError where there is nothing to serve, UsageError for an address that cannot be had.
    """
    app = create(path, settings, print_line)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=settings.connections,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=3,
    )
    server = uvicorn.Server(config)
    with _listening(settings) as listening:
        _ended_by(server, signal.SIGINT, signal.SIGTERM)
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        begun(f"http://{host}:{listening.getsockname()[1]}/")
        asyncio.run(server.serve([listening]))


def _ended_by(server: uvicorn.Server, *signals: signal.Signals) -> None:
    """Before uvicorn listens to signals they end it as well, and those that it raises again at its end do no harm."""
    for number in signals:
        signal.signal(number, lambda number, frame: setattr(server, "should_exit", True))


def _listening(settings: Serving) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # By its protocol asyncio knows a TCP socket, on which it does not wait to send small pieces.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((settings.host, settings.port))
        listening.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        listening.close()
        where = f"{settings.host}:{settings.port}"
        raise UsageError(f"{where}: cannot listen there ({error}); choose another --port") from error
    return listening
