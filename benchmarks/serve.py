"""What HTTP costs: the named queries through a running server against the same queries in pyoxigraph, in one run.

    python benchmarks/serve.py [--articles 10000] [--store DIR] [--rounds 20]

The store is made of generated articles (benchmarks/facts.py) where it is not there yet, which takes minutes for
thousands. A line for each query: bytes of the answer, median and 95th percentile in milliseconds both ways, and whether
the median through HTTP is at most 1.5 times the direct one plus 5 ms.
"""

import argparse
import http.client
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

import facts
import pyoxigraph as ox

from kg_builder.build import build
from kg_builder.questions import questions
from kg_builder.store import Store
from kg_builder.vocabulary import PREFIXES

JSON = "application/sparql-results+json"


def measured(ask: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        ask()
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    return statistics.median(times), times[min(len(times) - 1, round(len(times) * 0.95))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--store", type=Path, default=Path(".build/benchmark-serve"))
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    folder = options.store
    if not folder.exists():
        make(folder, options.articles)
    command = [sys.executable, "-m", "kg_builder", "serve", "--store", str(folder), "--port", "0"]
    command += ["--rows", "10000000", "--timeout", "300"]
    with tempfile.TemporaryFile("w+") as log, subprocess.Popen(command, stderr=log, text=True) as server:
        try:
            return compared(folder, address(log), options.rounds)
        finally:
            server.terminate()


def make(folder: Path, count: int) -> None:
    """A store of ``count`` generated articles, by the ordinary build but for the reading."""
    read = {article.id: told for article, told in facts.articles(count)}
    with tempfile.TemporaryDirectory() as texts:
        lines = []
        for article, _ in facts.articles(count):
            Path(texts, article.id).write_text(article.text, encoding="utf-8")
            lines.append(json.dumps({"article": article.id, "published": article.published}) + "\n")
        Path(texts, "index.jsonl").write_text("".join(lines), encoding="utf-8")
        build([Path(texts)], folder, read=lambda article, settings: read[article.id])


def address(log: IO[str]) -> str:
    while True:
        log.seek(0)
        for line in log:
            if line.startswith("serving "):
                return urlsplit(line.split(" at ")[1].strip()).netloc
        time.sleep(0.1)


def compared(folder: Path, netloc: str, rounds: int) -> int:
    store = Store.open(folder)
    connection = http.client.HTTPConnection(netloc, timeout=600)
    print(f"{'query':<20} {'bytes':>10} {'direct':>9} {'p95':>9} {'HTTP':>9} {'p95':>9}  within")
    missed = 0
    for question in questions():

        def direct(text: str = question.text) -> bytes | None:
            found = store._db.query(text, prefixes=dict(PREFIXES))
            return found.serialize(format=ox.QueryResultsFormat.JSON)

        def through(name: str = question.name) -> bytes:
            connection.request("GET", f"/queries/{name}", headers={"Accept": JSON})
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, body[:300]
            return body

        size = len(through())
        direct()
        ours, theirs = measured(through, rounds), measured(direct, rounds)
        fits = ours[0] <= 1.5 * theirs[0] + 5
        missed += not fits
        figures = " ".join(f"{figure:>9.1f}" for figure in (*theirs, *ours))
        print(f"{question.name:<20} {size:>10,} {figures}  {'yes' if fits else 'NO'}", flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
