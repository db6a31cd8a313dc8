"""A server of its own process on a free port of this machine, as a user starts it."""

import http.client
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

pytest.importorskip("uvicorn", reason="the packages that serve are not installed")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


class Server:
    """A running ``kg-builder serve``."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.lines: list[str] = []
        assert process.stderr is not None
        for line in process.stderr:
            self.lines.append(line)
            if line.startswith("serving "):
                break
        else:
            raise AssertionError(f"no server: {''.join(self.lines)}")
        self.address = self.lines[-1].split(" at ")[1].strip()
        self._reader = threading.Thread(target=lambda: self.lines.extend(process.stderr or ()), daemon=True)
        self._reader.start()

    def ask(self, method: str, path: str, body: bytes | str | None = None, **headers: str) -> Answer:
        """Header names are written with underscores."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, **headers)

    def query(self, text: str, accept: str = "application/sparql-results+json", **parameters: Any) -> Answer:
        return self.get(f"/sparql?{urlencode({'query': text, **parameters}, doseq=True)}", Accept=accept)

    def log(self) -> list[dict[str, Any]]:
        """The lines of the access log, read to the end: the server is stopped for it."""
        self.stop()
        return [json.loads(line) for line in self.lines if line.startswith("{")]

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=30)
        self._reader.join(timeout=30)


@contextmanager
def serving(store: Path, *options: str, **environment: str) -> Iterator[Server]:
    command = [sys.executable, "-m", "kg_builder", "serve", "--store", str(store), "--port", "0", *options]
    known = {name: value for name, value in os.environ.items() if name != "KG_BUILDER_TOKEN"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=known | environment) as process:
        try:
            server = Server(process)
            try:
                yield server
            finally:
                server.stop()
        finally:
            process.kill()


@pytest.fixture(scope="session")
def server(read_store: Path) -> Iterator[Server]:
    """A server of the five articles, for tests that only ask."""
    with serving(read_store) as running:
        yield running
