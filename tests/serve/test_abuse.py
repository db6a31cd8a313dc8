"""What strangers send: nonsense by the thousand, and queries that never end."""

import os
import random
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote, urlencode, urlsplit

import pytest

from .conftest import serving

Request: TypeAlias = tuple[str, str, bytes | None, dict[str, str]]  # method, address, body, headers

PROC = Path("/proc")
REQUESTS = 1000
#: What a fuzzer tries for a text, beside what is right.
NASTY = [
    "", "JPN", "state:JPN", "semiconductors", "<https://w3id.org/kg-builder/id/state/JPN>", "https://a.b/c", "2024",
    "-1", "9" * 400, "\x00", "\ud7ff\ue000", "'\"<>{}|\\^`", "} UNION { ?s ?p ?o", "%", "%2e%2e%2f", "../../etc/passwd",
    "ASK {}", "SELECT * { ?s ?p ?o } LIMIT 3", "SELECT * { ?s ?p", "DROP ALL", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 2",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "((" * 3000, "{" * 3000, "SELECT * { ?s ?p '''",
    "SELECT * { SERVICE ?s { ?s ?p ?o } }", "<script>alert(1)</script>", "\u202e\U0001f600", "a" * 5000, "?x",
    "\r\nX: y",
]  # fmt: skip
ACCEPT = ["*/*", "text/csv", "text/html", "text/turtle;q=0.3, */*;q=0.1", "q=;;,", "application/ld+json", "\xff", ""]
ENDLESS = "SELECT (COUNT(*) AS ?n{n}) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }}"
QUICK = "SELECT ?label {{ state:JPN rdfs:label ?label FILTER(?label != '{n}') }}"


def requests(
    described: dict[str, Any], chance: random.Random
) -> Iterator[tuple[str, str, bytes | None, dict[str, str]]]:
    """Requests without end over the operations of an OpenAPI description."""
    operations = [
        (path, method, operation) for path, each in described["paths"].items() for method, operation in each.items()
    ]
    while True:
        path, method, operation = chance.choice(operations)
        given = [(one["name"], chance.choice(NASTY)) for one in operation["parameters"] if chance.random() < 0.6]
        if chance.random() < 0.1:
            given.append((chance.choice(["format", "update", "x", *(name for name, _ in given)]), chance.choice(NASTY)))
        headers, body = {"Accept": chance.choice(ACCEPT)}, None
        if "requestBody" in operation:
            headers["Content-Type"] = chance.choice([*operation["requestBody"]["content"], "text/plain", "\xff"])
            text = chance.choice(NASTY)
            body = (urlencode({"query": text}) if "urlencoded" in headers["Content-Type"] else text).encode()
        if chance.random() < 0.1:
            path = f"/id/{quote(chance.choice(NASTY), safe='%/')}"
        yield method.upper(), f"{path}?{urlencode(given)}" if given else path, body, headers


def test_a_thousand_random_requests_are_all_answered(read_store: Path) -> None:
    with serving(read_store, "--timeout", "0.5") as server:
        found = requests(server.get("/openapi.json").json, random.Random(4021))
        statuses: dict[int, int] = {}
        for _ in range(REQUESTS):
            method, path, body, headers = next(found)
            answer = server.ask(method, path, body, **headers)
            statuses[answer.status] = statuses.get(answer.status, 0) + 1
            assert answer.status < 500 or answer.status in {503, 504}, (method, path, body, answer.text)
        assert {200, 400, 403, 404, 406, 415} <= set(statuses)
        assert server.get("/health").status == 200


@pytest.mark.skipif(not (PROC / "self" / "status").exists(), reason="needs /proc to count processes and memory")
def test_queries_that_never_end_do_not_delay_the_others(read_store: Path) -> None:
    endless, quick, askers = 50, 1000, 8
    longest = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))  # a second, more where others use the machine
    with serving(read_store, "--timeout", "6") as server:
        server.query(QUICK.format(n="warm"))
        known, most = set(map(birth, family(server.process.pid))), 0
        stop = threading.Event()

        def watch() -> None:
            nonlocal most
            while not stop.wait(0.1):
                here = family(server.process.pid)
                known.update(map(birth, here))
                most = max(most, sum(map(memory, here)))

        def asked(number: int) -> tuple[int, float]:
            began = time.monotonic()
            status = server.query(QUICK.format(n=number)).status
            return status, time.monotonic() - began

        watcher = threading.Thread(target=watch)
        watcher.start()
        with ThreadPoolExecutor(endless) as hogs, ThreadPoolExecutor(askers) as people:
            ended = [hogs.submit(server.query, ENDLESS.format(n=n)) for n in range(endless)]
            answers = list(people.map(asked, range(quick)))
            refusals = {one.result().status for one in ended}
        stop.set()
        watcher.join()
        assert {status for status, _ in answers} == {200}
        assert max(seconds for _, seconds in answers) < longest
        assert refusals <= {503, 504}
        assert 504 in refusals
        assert 0 < most < 1_500_000_000
        assert server.query(QUICK.format(n="after")).status == 200
        server.stop()
        deadline = time.monotonic() + 10  # a killed process is gone when the system has come to it
        while (left := sorted(one for one in known if alive(one))) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert left == []


@pytest.mark.skipif(not (PROC / "self" / "stat").exists(), reason="needs /proc to see priorities")
def test_a_slow_query_gives_way_as_soon_as_there_is_another(read_store: Path) -> None:
    with serving(read_store, "--timeout", "20") as server, ThreadPoolExecutor(1) as hog:
        server.query(QUICK.format(n="warm"))
        ended = hog.submit(server.query, ENDLESS.format(n=0))
        while not (busy := [pid for pid in sorted(family(server.process.pid)) if spent(pid) > 100]):
            time.sleep(0.05)
        time.sleep(0.1)
        slow = max(busy, key=spent)
        assert priority(slow) == priority(server.process.pid)
        assert server.query(QUICK.format(n="other")).status == 200
        assert priority(slow) > priority(server.process.pid)
        server.stop()
        assert ended.result().status == 503


def test_an_asker_who_goes_away_stops_the_query(read_store: Path) -> None:
    with serving(read_store, "--slow", "1", "--timeout", "20") as server:
        address = urlsplit(server.address)
        for number in range(3):
            with socket.create_connection((str(address.hostname), int(address.port or 0))) as connection:
                path = f"/sparql?query={quote(ENDLESS.format(n=number))}"
                connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode())
                time.sleep(0.3)
        slow = "SELECT (COUNT(*) AS ?n) { ?a a kgb:State . ?b a kgb:State . ?c a kgb:StrategicGood }"
        assert server.query(slow, timeout=20).status == 200  # its turn came: nobody else is slow


def family(pid: int) -> set[int]:
    """A process and all that descend from it."""
    parents = {}
    for status in PROC.glob("[0-9]*/stat"):
        try:
            parents[int(status.parent.name)] = int(status.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):  # gone in between
            continue
    found = {pid}
    while grown := {child for child, parent in parents.items() if parent in found} - found:
        found |= grown
    return found


def memory(pid: int) -> int:
    """Bytes of a process; what it shares with others (forked ones share nearly all) is divided among them."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def spent(pid: int) -> int:
    """Processor time of a process in its own account, in ticks of the system's clock (1/100 s)."""
    return sum(map(int, fields(pid)[11:13]))


def priority(pid: int) -> int:
    """How much a process lets others go before: 19 at most."""
    return int(fields(pid)[16])


def fields(pid: int) -> list[str]:
    """What proc(5) tells of a process from its state on."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["Z"] + ["0"] * 20


def birth(pid: int) -> tuple[int, str]:
    """A process and when it began: its number alone may be another's soon after."""
    return pid, fields(pid)[19]


def alive(process: tuple[int, str]) -> bool:
    pid, began = process
    return fields(pid)[0] != "Z" and fields(pid)[19] == began
