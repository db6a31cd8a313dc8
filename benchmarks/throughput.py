"""What the whole road costs beside the language model alone, over the same texts in one run.

    python benchmarks/throughput.py FOLDER [FOLDER ...] [--copies N] [--rounds N]

The road is: read, extract, validate, infer, store, publish. Bare is ``nlp.pipe`` of the same spaCy pipeline over the
same texts in one process. Prints the least time of so many rounds, words a second, and the ratio; a first build of
nothing, which loads model, ontology and shapes, is counted apart. Each copy of a text gets a name of its own, so that
nothing is read once.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy

from kg_builder.articles import articles
from kg_builder.build import build
from kg_builder.language import reading
from kg_builder.model import Article
from kg_builder.settings import Settings


def least(rounds: int, work: Callable[[], object]) -> float:
    """Seconds of the quickest round."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def copied(folders: list[Path], copies: int, place: Path) -> list[str]:
    """Writes the copies to ``place``; gives the texts as the pipeline reads them."""
    found = [a for a in articles(folders, Settings()) if isinstance(a, Article)]
    for n in range(copies):
        for article in found:
            (place / f"{n:03d}-{Path(article.id).stem}.txt").write_text(article.text, encoding="utf-8")
    return [reading(article) for _ in range(copies) for article in found]


def road(place: Path, workers: int) -> None:
    with TemporaryDirectory() as store:
        report = build([place], Path(store) / "store", Settings(published="2024-06-26"), workers=workers)
        if report.failed:
            raise SystemExit(f"{report.failed[0]}: not read; the figures would not be of all texts")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--copies", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with TemporaryDirectory() as one, TemporaryDirectory() as many:
        first = Path(one) / "only.txt"
        first.write_text(
            "Norway signed a treaty with Chile on Monday, officials of both countries said.", encoding="utf-8"
        )
        texts = copied(given.folder, given.copies, Path(many))
        words = sum(len(text.split()) for text in texts)
        nlp = spacy.load(Settings().model)
        bare = least(given.rounds, lambda: list(nlp.pipe(texts)))
        fixed = least(given.rounds, lambda: road(Path(one), 1))
        single = least(given.rounds, lambda: road(Path(many), 1))
        double = least(given.rounds, lambda: road(Path(many), 2))
    print(f"{len(texts)} articles, {words:,} words")
    print(f"bare nlp.pipe     {bare:6.1f} s  {words / bare:7,.0f} words/s")
    print(f"the whole road    {single:6.1f} s  {words / single:7,.0f} words/s  ratio {single / bare:.2f}")
    print(f"  of which fixed  {fixed:6.1f} s; without it the ratio is {(single - fixed) / bare:.2f}")
    print(f"with two workers  {double:6.1f} s  {words / double:7,.0f} words/s  {single / double:.2f} times one")


if __name__ == "__main__":
    main()
