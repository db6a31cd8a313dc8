"""What inference and validation cost beside the libraries themselves, on the same data in the same run.

    python benchmarks/reasoning.py [--articles 100,300] [--linear 100,1000,10000] [--texts FOLDER]

Prints Markdown for docs/benchmarks.md. Times are of the processor, so that others who use the machine count little;
what is told are ratios. Articles are those of ``facts``; for the share of a build, real texts are read.
"""

import argparse
import gc
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

import owlrl
import pyshacl
from facts import articles
from rdflib import Graph

from kg_builder import extract, ground, language, resources
from kg_builder.articles import articles as texts
from kg_builder.inference import Rules, Triple, ontology
from kg_builder.judges import Judge, PySHACL, Turbo, reported, shapes
from kg_builder.model import Article
from kg_builder.quads import quads
from kg_builder.quads import said as described
from kg_builder.settings import Settings
from kg_builder.store import Store
from kg_builder.validation import Gate

Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    gc.collect()
    start = process_time()
    result = work()
    return process_time() - start, result


def said(count: int, skip: int = 0) -> Iterator[list[Triple]]:
    for article, facts in islice(articles(count + skip), skip, None):
        yield [quad[:3] for quad in quads(article, facts)]


def closed(rules: Rules, data: Iterable[list[Triple]]) -> set[Triple]:
    closure = rules.closure()
    for triples in data:
        closure.add(triples)
    return set(closure.following)


def judged(data: Iterable[list[Triple]]) -> Graph:
    graph = Graph()
    for triple in ontology():
        graph.add(triple)
    for triples in data:
        for triple in triples:
            graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def beside_owlrl(counts: Iterable[int]) -> Iterator[str]:
    yield "| articles | triples | owlrl | ours | times faster | inferred, by both |"
    yield "|---|---|---|---|---|---|"
    rules = Rules.from_ontology(ontology())  # read and compiled once, whatever comes
    for count in counts:
        data = list(said(count))
        rounds = [timed(lambda data=data: closed(rules, data)) for _ in range(5)]  # type: ignore[misc]
        ours, inferred = median(seconds for seconds, _ in rounds), rounds[0][1]  # one second alone says little
        theirs, graph = timed(lambda data=data: judged(data))  # type: ignore[misc]
        asserted = {triple for triples in data for triple in triples}
        both = sum(triple in graph for triple in inferred)
        row = f"{theirs:.1f} s | {ours:.2f} s | {theirs / ours:.0f} | {both} of {len(inferred)}"
        yield f"| {count} | {len(asserted)} | {row} |"


def linear(counts: Iterable[int]) -> Iterator[str]:
    yield "| articles | closure | an article |"
    yield "|---|---|---|"
    for count in counts:
        closure, spent = Rules.from_ontology(ontology()).closure(), 0.0
        for triples in said(count):
            start = process_time()
            closure.add(triples)
            spent += process_time() - start
        yield f"| {count} | {spent:.2f} s | {spent / count * 1000:.2f} ms |"


def in_a_store(counts: Iterable[int]) -> Iterator[str]:
    yield "| articles there | one more, what follows included | without inference | one taken away |"
    yield "|---|---|---|---|"
    with TemporaryDirectory() as folder, Store.create_or_open(Path(folder) / "store") as store:
        reasoner, there = ground.laid(store), 0
        for count in counts:
            for number, triples in enumerate(said(count - there, there), there):
                store.replace_article(f"{number:05}.txt", triples)
            there = count
            added, removed, bare = list[float](), list[float](), list[float]()
            for number, triples in enumerate(said(20, count)):
                name = f"more-{number}.txt"
                added.append(timed(lambda: store.replace_article(name, triples))[0])  # noqa: B023
                removed.append(timed(lambda: store.remove_article(name))[0])  # noqa: B023
                store.follow(None)
                bare.append(timed(lambda: store.replace_article(name, triples))[0])  # noqa: B023
                store.remove_article(name)
                store.follow(reasoner)
            yield f"| {count} | {' | '.join(f'{median(each) * 1000:.1f} ms' for each in (added, bare, removed))} |"


def shacl(count: int) -> Iterator[str]:
    graphs = []
    for triples in said(count):
        graph = Graph()
        for triple in triples:
            graph.add(triple)
        graphs.append(graph)

    def plain(graph: Graph) -> object:
        return reported(pyshacl.validate(graph, shacl_graph=shapes())[1])

    judges: dict[str, Callable[[Graph], object]] = {
        "pySHACL as it is": plain,
        "ours, default installation": PySHACL(shapes()).findings,
    }
    try:
        fast: Judge = Turbo(shapes())
        judges["the extra `fast` alone"] = fast.findings
    except ImportError:
        yield "The extra `fast` is not installed, so its judge is not measured."
        yield ""
    yield "| judge | an article | times faster | same report |"
    yield "|---|---|---|---|"
    expected, base = [plain(graph) for graph in graphs], 0.0
    for name, judge in judges.items():
        judge(graphs[0])
        spent, found = timed(lambda judge=judge: [judge(graph) for graph in graphs])  # type: ignore[misc]
        base = base or spent
        same = "yes" if found == expected else "no"
        yield f"| {name} | {spent / count * 1000:.1f} ms | {base / spent:.1f} | {same} |"


def share(folder: Path) -> Iterator[str]:
    read = [one for one in texts([folder], Settings()) if isinstance(one, Article)]
    list(language.docs(read[:1], Settings()))  # what is loaded once is no article's cost
    gate, spent = Gate(), {"read": 0.0, "check": 0.0, "store": 0.0, "infer": 0.0}
    gate.check(read[0], ())
    with (
        TemporaryDirectory() as place,
        Store.create_or_open(Path(place) / "store") as store,
        Store.create_or_open(Path(place) / "bare") as bare,
    ):
        ground.laid(store)
        ground.laid(bare)
        bare.follow(None)
        for article in read:
            seconds, facts = timed(lambda article=article: facts_of(article))  # type: ignore[misc]
            spent["read"] += seconds
            seconds, verdict = timed(lambda article=article, facts=facts: gate.check(article, facts))  # type: ignore[misc]
            spent["check"] += seconds
            triples = described(article, verdict.described)
            stored, _ = timed(lambda article=article, triples=triples: bare.replace_article(article.id, triples))  # type: ignore[misc]
            seconds, _ = timed(lambda article=article, triples=triples: store.replace_article(article.id, triples))  # type: ignore[misc]
            spent["store"] += stored
            spent["infer"] += seconds - stored
    whole = sum(spent.values())
    yield "| " + " | ".join(("articles", *spent, "validation and inference")) + " |"
    yield "|---" * (len(spent) + 2) + "|"
    each = " | ".join(f"{seconds / len(read) * 1000:.0f} ms" for seconds in spent.values())
    yield f"| {len(read)} | {each} | {(spent['check'] + spent['infer']) / whole:.0%} of a build |"


def facts_of(article: Article) -> list[object]:
    return [fact for doc in language.docs([article], Settings()) for fact in extract.facts(doc)]


def main() -> None:
    def numbers(text: str) -> list[int]:
        return [int(part) for part in text.split(",") if part]

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=numbers, default=[100, 300])
    parser.add_argument("--linear", type=numbers, default=[100, 1000, 10000])
    parser.add_argument("--stores", type=numbers, default=[100, 1000])
    parser.add_argument("--shacl", type=int, default=50)
    parser.add_argument("--texts", type=Path, default=resources.path("data", "articles"))
    chosen = parser.parse_args()
    for title, lines in (
        ("Closure beside owlrl", beside_owlrl(chosen.articles)),
        ("Closure, any number of articles", linear(chosen.linear)),
        ("One article more in a store", in_a_store(chosen.stores)),
        ("SHACL, an article", shacl(chosen.shacl)),
        ("Share of a build", share(chosen.texts)),
    ):
        print(f"\n### {title}\n", flush=True)
        for line in lines:
            print(line, flush=True)


if __name__ == "__main__":
    main()
