"""What the whole road costs beside the language model alone, over the same texts in one run.

    python benchmarks/throughput.py FOLDER [FOLDER ...] [--copies N] [--rounds N]

The road is: read, extract, validate, infer, store, publish. Bare is ``nlp.pipe`` of the same spaCy model, as it comes,
over the same texts. Figures are of processor time in one process, the least of so many rounds, each of which does all
in turn, so that a busy machine is busy for all alike; two workers are compared by the clock. Loading model, shapes and
rules is in none of them but the two workers', as it is not in that of bare ``nlp.pipe``; laying the ground of a new
store is told apart. Each copy of a text gets a name of its own, so that nothing is read once.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy

from kg_builder import extract, language
from kg_builder.articles import articles
from kg_builder.build import build
from kg_builder.model import Article
from kg_builder.quads import said
from kg_builder.resolution import laid
from kg_builder.settings import Settings
from kg_builder.validation import Gate

SETTINGS = Settings(published="2024-06-26")
SENTENCE = "Norway signed a treaty with Chile on Monday, officials of both countries said."


class Times:
    """Least seconds of each work so far."""

    def __init__(self) -> None:
        self.least: dict[str, float] = {}

    def of(self, name: str, clock: Callable[[], float], work: Callable[[], object]) -> None:
        begun = clock()
        work()
        taken = clock() - begun
        self.least[name] = min(taken, self.least.get(name, taken))


def copied(folders: list[Path], copies: int, place: Path) -> list[Article]:
    """Writes the copies to ``place``; gives them as they are read there."""
    for article in articles(folders, SETTINGS):
        if isinstance(article, Article):
            for n in range(copies):
                (place / f"{n:03d}-{Path(article.id).stem}.txt").write_text(article.text, encoding="utf-8")
    return [article for article in articles([place], SETTINGS) if isinstance(article, Article)]


def road(place: Path, workers: int = 1) -> None:
    with TemporaryDirectory() as folder:
        report = build([place], Path(folder) / "store", SETTINGS, workers=workers)
        if report.failed:
            raise SystemExit(f"{report.failed[0]}: not read; the figures would not be of all texts")


def parts(times: Times, found: list[Article]) -> None:
    """The steps of reading one by one; what they leave of the road is the store's: identity, inference, writing."""
    pipeline, clock = language.load(SETTINGS), time.process_time
    with pipeline.matrices.limit(limits=1):
        times.of("model", clock, lambda: [pipeline.model(language.reading(article)) for article in found])
    facts = []
    times.of("words", clock, lambda: facts.extend(tuple(extract.facts(pipeline(article))) for article in found))
    verdicts = []
    told = list(zip(found, facts, strict=True))
    times.of("shapes", clock, lambda: verdicts.extend(Gate().check(*one) for one in told))
    judged = list(zip(found, verdicts, strict=True))
    times.of("triples", clock, lambda: [laid(a.id, said(a, v.described, ""), v.quarantine) for a, v in judged])


def measured(found: list[Article], one: Path, many: Path, rounds: int) -> dict[str, float]:
    times, nlp = Times(), spacy.load(SETTINGS.model)
    road(one)  # loads
    texts = [language.reading(article) for article in found]
    for _ in range(rounds):
        times.of("bare", time.process_time, lambda: list(nlp.pipe(texts)))
        times.of("ground", time.process_time, lambda: road(one))
        times.of("road", time.process_time, lambda: road(many))
        parts(times, found)
        times.of("one by the clock", time.perf_counter, lambda: road(many))
        times.of("two by the clock", time.perf_counter, lambda: road(many, 2))
    return times.least


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--copies", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with TemporaryDirectory() as one, TemporaryDirectory() as many:
        (Path(one) / "only.txt").write_text(SENTENCE, encoding="utf-8")
        found = copied(given.folder, given.copies, Path(many))
        words = sum(len(article.text.split()) for article in found)
        spent = measured(found, Path(one), Path(many), given.rounds)
    bare, whole, ground = spent["bare"], spent["road"], spent["ground"]
    shares = {
        "our model, numpy's BLAS": spent["model"],
        "mentions, people, events": spent["words"] - spent["model"],
        "shapes": spent["shapes"],
        "triples": spent["triples"],
        "ground of a new store": ground,
        "identity, inference, store": whole - ground - spent["words"] - spent["shapes"] - spent["triples"],
    }
    print(f"{len(found)} articles, {words:,} words")
    print(f"bare nlp.pipe               {bare:6.2f} s  {words / bare:7,.0f} words/s")
    print(f"the whole road              {whole:6.2f} s  {words / whole:7,.0f} words/s  ratio {whole / bare:.2f}")
    print(f"  into a store that is there                           ratio {(whole - ground) / bare:.2f}")
    for name, seconds in shares.items():
        print(f"  {name:26s}{seconds:6.2f} s                   ratio {seconds / bare:.2f}")
    one_clock, two_clock = spent["one by the clock"], spent["two by the clock"]
    print(f"by the clock, one worker    {one_clock:6.2f} s  {words / one_clock:7,.0f} words/s")
    print(f"by the clock, two workers   {two_clock:6.2f} s  {words / two_clock:7,.0f} words/s")


if __name__ == "__main__":
    main()
