"""What HTTP costs: the named queries through a running server against the same queries in pyoxigraph, in one run.

    python benchmarks/serve.py [--articles 10000] [--store DIR] [--rounds 20]

The store is laid down by benchmarks/archive.py where it is not there yet. Each query asks about what most articles are
about. A line for each query: bytes of the answer, milliseconds of the processor that it takes directly, median and 95th
percentile on the clock in milliseconds both ways, and whether the median through HTTP is at most 1.5 times the direct
one plus 5 ms.
"""

import argparse
import http.client
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO
from urllib.parse import urlencode, urlsplit

import archive
import facts
import pyoxigraph as ox

from kg_builder.query import prepared
from kg_builder.questions import questions
from kg_builder.store import Store
from kg_builder.vocabulary import KGB, PREFIXES

JSON = "application/sparql-results+json"
LEAST, ENOUGH = 5, 20_000  #: rounds, and milliseconds after which there are no more of them


def measured(asks: Sequence[Callable[[], object]], rounds: int) -> list[tuple[float, float]]:
    """Median and 95th percentile in milliseconds of each; they take turns, so that other work meets all alike."""
    times: list[list[float]] = [[] for _ in asks]
    while len(times[0]) < LEAST or (len(times[0]) < rounds and sum(map(sum, times)) < ENOUGH):
        for ask, taken in zip(asks, times, strict=True):
            began = time.perf_counter()
            ask()
            taken.append((time.perf_counter() - began) * 1000)
    return [(statistics.median(taken), sorted(taken)[min(len(taken) - 1, round(len(taken) * 0.95))]) for taken in times]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--store", type=Path, default=Path(".build/benchmark-serve"))
    parser.add_argument("--only", nargs="*", default=[], help="names of queries")
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    folder = options.store
    if not folder.exists():
        archive.stored(options.articles, folder)
    command = [sys.executable, "-m", "kg_builder", "serve", "--store", str(folder), "--port", "0"]
    command += ["--rows", "10000000", "--timeout", "300"]
    with tempfile.TemporaryFile("w+") as log, subprocess.Popen(command, stderr=log, text=True) as server:
        try:
            return compared(folder, address(log), options.rounds, options.only)
        finally:
            server.terminate()


def given(store: Store) -> dict[str, str]:
    """Values of the parameters of the named queries."""
    states, goods = facts._ids("states", KGB.State), facts._ids("goods", KGB.StrategicGood)
    ((event,),) = store.select("SELECT ?event { ?event a kgb:Agreement } LIMIT 1")
    known = {
        "party": states[0],
        "a": states[0],
        "b": states[1],
        "good": goods[0],
        "by": states[0],
        "fact": f"<{event}>",
    }
    return known | {"relation": "agreesWith", "until": "2024-01-01", "on": "2024-01-01", "year": "2020"}


def address(log: IO[str]) -> str:
    while True:
        log.seek(0)
        for line in log:
            if line.startswith("serving "):
                return urlsplit(line.split(" at ")[1].strip()).netloc
        time.sleep(0.1)


def compared(folder: Path, netloc: str, rounds: int, only: list[str]) -> int:
    store = Store.open(folder)
    connection = http.client.HTTPConnection(netloc, timeout=600)
    print(f"{'query':<20} {'bytes':>10} {'processor':>9} {'direct':>9} {'p95':>9} {'HTTP':>9} {'p95':>9}  within")
    missed, known = 0, given(store)
    for question in (one for one in questions() if not only or one.name in only):
        values = {one.name: known[one.name] for one in question.parameters if one.name in known}

        def direct(text: str = prepared(question.name, values)) -> bytes | None:
            found = store._db.query(text, prefixes=dict(PREFIXES))
            return found.serialize(format=ox.QueryResultsFormat.JSON)

        def through(address: str = f"/queries/{question.name}?{urlencode(values)}") -> bytes:
            connection.request("GET", address, headers={"Accept": JSON})
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, body[:300]
            return body

        direct()
        began = time.process_time()
        direct()
        processor = (time.process_time() - began) * 1000
        connection.close()  # the server has closed what was idle for long
        size = len(through())
        theirs, ours = measured((direct, through), rounds)
        fits = ours[0] <= 1.5 * theirs[0] + 5
        missed += not fits
        figures = " ".join(f"{figure:>9.1f}" for figure in (processor, *theirs, *ours))
        print(f"{question.name:<20} {size:>10,} {figures}  {'yes' if fits else 'NO'}", flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
