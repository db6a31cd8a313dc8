"""What an archive costs: made-up articles in the sentence frames of the five shipped ones, built as users build them.

    python benchmarks/archive.py make 1000 FILE.jsonl      writes articles
    python benchmarks/archive.py build 1000 [--workers 2]  reads them; --told: facts told directly, no language model
    python benchmarks/archive.py add 1000                  one article more, against that article alone
    python benchmarks/archive.py store 100000              triples laid down directly, then the named queries
    python benchmarks/archive.py ask 100000 --store DIR    the named queries of a store that is there

States, goods, persons and dates are put in the places of others, so that names and events meet across articles as in
the news. Figures are of cost and never of accuracy. Seconds are of the processor, since other work may go on beside;
those of the clock stand behind. Memory is that of the parent, on Linux also the peak of each part; the size is that of
the folder with its snapshots.
"""

import argparse
import json
import os
import re
import resource
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import facts
import yaml

from kg_builder import identity, resources
from kg_builder.build import Report, build
from kg_builder.model import Article, Fact
from kg_builder.quads import quads
from kg_builder.query import prepared
from kg_builder.questions import questions
from kg_builder.settings import Settings
from kg_builder.store import Store
from kg_builder.vocabulary import KGB

_SURNAMES = ("Ando", "Baker", "Cho", "Dahl", "Eriksen", "Fuchs", "Garcia", "Haddad", "Ito", "Jung", "Keller", "Lopez")
_GIVEN = ("Mina", "Oskar", "Petra", "Rana", "Sora", "Tomas", "Uma", "Viktor", "Wendy", "Yuto")


def made(count: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """Articles as JSON lines hold them; those of a smaller count are the first of a larger one."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(resources.path("data", "articles").glob("*.txt"))]
    people = _people()
    states = _states()
    goods = [str(entry["label"]) for entry in _lexicon("goods", "goods")]
    for number in range(count):
        chance = Random(f"{seed} {number}")
        text = chance.choice(texts)
        text = _swapped(text, dict(_renamed_states(text, states, chance)))
        text = _swapped(text, {good: chance.choice(goods) for good in goods if good in text})
        names = {name: _name(chance) for name in people if name in text}
        names |= {old.split()[-1]: new.split()[-1] for old, new in names.items()}
        day = date(2015, 1, 1) + timedelta(days=number % 4000)
        yield {"id": f"{number:05}", "published": day.isoformat(), "text": _swapped(text, names)}


def told(article: Article, settings: Settings) -> Iterable[Fact]:
    """The facts of an article of ``facts.articles``, by its name."""
    if not _TOLD:
        _TOLD.extend([facts._ids("states", KGB.State), facts._ids("goods", KGB.StrategicGood)])
    number = int(article.id)
    return facts._article(number, Random(f"0 {number}"), *_TOLD)[1]


_TOLD: list[list[str]] = []


def _lexicon(name: str, key: str) -> list[dict[str, list[str]]]:
    entries: list[dict[str, list[str]]] = yaml.safe_load(
        resources.path("data", "lexicons", f"{name}.yaml").read_text(encoding="utf-8")
    )[key]
    return entries


def _states() -> list[tuple[str, str, str]]:
    """Name, demonym and capital of states that have each."""
    return [
        (state["names"][0], state["demonyms"][0], state["capitals"][0])
        for state in _lexicon("states", "states")
        if state["names"] and state["demonyms"] and state["capitals"]
    ]


def _people() -> list[str]:
    records = sorted(resources.path("data", "gold").glob("0*.json"))
    return sorted({one["name"] for file in records for one in json.loads(file.read_text("utf-8"))["officials"]})


def _renamed_states(text: str, states: list[tuple[str, str, str]], chance: Random) -> Iterator[tuple[str, str]]:
    for forms in states:
        if any(form in text for form in forms):
            yield from zip(forms, chance.choice(states[:40]), strict=True)


def _name(chance: Random) -> str:
    return f"{chance.choice(_GIVEN)} {chance.choice(_SURNAMES)}"


def _swapped(text: str, changes: dict[str, str]) -> str:
    if not changes:
        return text
    words = "|".join(re.escape(word) for word in sorted(changes, key=len, reverse=True))
    return re.sub(rf"\b(?:{words})\b", lambda found: changes[found[0]], text)


def write(count: int, file: Path, *, bare: bool = False) -> None:
    with file.open("w", encoding="utf-8") as out:
        for article in made(count) if not bare else _bare(count):
            out.write(json.dumps(article, ensure_ascii=False) + "\n")


def _bare(count: int) -> Iterator[dict[str, str]]:
    for number in range(count):
        day = date(2015, 1, 1) + timedelta(days=number % 4000)
        yield {"id": f"{number:05}", "published": day.isoformat(), "text": facts._WORDS * 30}


def processor(*, workers: bool = True) -> float:
    """Seconds of this process, with those that its workers, ended or at work, have used so far."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN) if workers else None
    parts = [part for part in (resource.getrusage(resource.RUSAGE_SELF), ended) if part is not None]
    return sum(part.ru_utime + part.ru_stime for part in parts) + (_at_work() if workers else 0)


def _at_work() -> float:
    ticks = os.sysconf("SC_CLK_TCK")
    found = 0.0
    for children in Path("/proc/self/task").glob("*/children"):
        for child in children.read_text().split():
            with suppress(FileNotFoundError):  # it has just ended
                stat = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
                found += (int(stat[11]) + int(stat[12])) / ticks
    return found


def size(folder: Path) -> float:
    """In MB; a file of several names counts once."""
    files = {file.stat().st_ino: file.stat().st_size for file in folder.rglob("*") if file.is_file()}
    return sum(files.values()) / 1e6


def memory() -> float:
    """The peak of this process in MB since this was last asked, where the system lets that be asked (Linux)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return peak


def memory_now() -> float:
    """In MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


class Watch:
    """Prints what each next part of a long build costs, so that one that is cut short tells something as well."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._done, self._began = 0, self._now()
        self.peaks: list[float] = []  #: of memory in each part, in MB

    def _now(self) -> tuple[float, float, float]:
        return processor(workers=False), processor(), time.monotonic()

    def told(self, report: Report) -> None:
        done = len(report.articles)
        if done not in (100, 200) and done % 500:
            return
        now = self._now()
        self.peaks.append(memory())
        parent, all_, clock = ((late - soon) / (done - self._done) for soon, late in zip(self._began, now, strict=True))
        print(
            f"{done:6} articles; each of the last {done - self._done}: {all_:.3f} s of the processor, of which the "
            f"parent {parent:.3f}, {clock:.3f} of the clock; parent {memory_now():.0f} MB, "
            f"at most {self.peaks[-1]:.0f}; {size(self._store):.0f} MB",
            flush=True,
        )
        self._done, self._began = done, now


def built(file: Path, store: Path, workers: int, *, directly: bool) -> tuple[Report, float, float, list[float]]:
    """The report, seconds of the processor and of the clock, and the peaks of memory, last that of the conclusion."""
    began, clock, watch = processor(), time.monotonic(), Watch(store)
    report = build([file], store, read=told if directly else None, workers=workers, done=watch.told)
    return report, processor() - began, time.monotonic() - clock, [*watch.peaks, memory()]


def cost(count: int, workers: int, store: Path, *, directly: bool) -> None:
    file = store.with_suffix(".jsonl")
    write(count, file, bare=directly)
    report, seconds, clock, peaks = built(file, store, workers, directly=directly)
    print(
        f"{count} articles, {workers} workers: {seconds / count:.3f} s of the processor each, {clock / count:.3f} s of "
        f"the clock; parent at most {max(peaks):.0f} MB, in the conclusion {peaks[-1]:.0f}; "
        f"store {size(store):.0f} MB, {size(store) / count * 1000:.0f} kB each; "
        f"facts {report.facts}, failed {len(report.failed)}"
    )


def add(count: int, store: Path, *, directly: bool) -> None:
    """One article more than ``count``, which the store holds already, and the same article alone."""
    file = store.with_suffix(".one.jsonl")
    write(count + 1, file, bare=directly)
    file.write_text(file.read_text(encoding="utf-8").splitlines()[-1] + "\n", encoding="utf-8")
    shutil.rmtree(store.with_suffix(".one"), ignore_errors=True)
    _, alone, clock_alone, _ = built(file, store.with_suffix(".one"), 1, directly=directly)
    _, added, clock, _ = built(file, store, 1, directly=directly)
    print(f"alone {alone:.2f} s ({clock_alone:.2f} of the clock), added to {count}: {added:.2f} s ({clock:.2f})")


def stored(count: int, store: Path, sample: int = 200) -> None:
    """Lays triples down with the engine's own bulk loader: a sample of articles, each under many names."""
    import pyoxigraph as ox

    patterns = []
    for article, its_facts in facts.articles(sample):
        said = [quad[:3] for quad in quads(article, its_facts, "digest")]
        patterns.append("".join(f"{' '.join(term.n3() for term in triple)} .\n" for triple in said))
    Store.create_or_open(store).close()
    build([], store)
    began = time.monotonic()
    db = ox.Store(str(store / "current"))
    for start in range(0, count, 2000):
        numbers = range(start, min(start + 2000, count))
        lines = (line for n in numbers for line in _relabelled(patterns[n % sample], n % sample, n))
        db.bulk_load("".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
        if start % 20_000 == 0:
            print(f"{start:7} {time.monotonic() - began:.0f} s, {processor() / (start + 2000):.4f} s each", flush=True)
    db.flush()
    quads_there = len(db)
    del db
    print(f"{count} articles, {quads_there:,} quads loaded in {time.monotonic() - began:.0f} s, {memory():.0f} MB")
    with Store.create_or_open(store) as opened:
        began = time.monotonic()
        opened.publish()
        print(f"published in {time.monotonic() - began:.2f} s; {size(store):,.0f} MB")
    _asked(store)


def _relabelled(lines: str, pattern: int, number: int) -> Iterator[str]:
    """The lines of an article under another number, its events with it: in the default graph, and in its own."""
    text = lines.replace(f"{pattern:05}.txt", f"{number:05}.txt")
    text = re.sub(r"/id/(event|participation)/([a-z]+-)([0-9a-f]{16})", rf"/id/\1/\g<2>\g<3>{number // 200}", text)
    yield text
    yield text.replace(" .\n", f" <{identity.article_graph(f'{number:05}.txt')}> .\n")


def _asked(store: Path) -> None:
    """Each named query about what most articles are about, with as many rows as that gives."""
    states, goods = facts._ids("states", KGB.State), facts._ids("goods", KGB.StrategicGood)
    given = {"party": states[0], "a": states[0], "b": states[1], "good": goods[0], "by": states[0]}
    given |= {"relation": "agreesWith", "until": "2024-01-01", "on": "2024-01-01", "year": "2020"}
    with Store.open(store) as opened:
        ((event,),) = opened.select("SELECT ?event { ?event a kgb:Agreement } LIMIT 1")
        given["fact"] = f"<{event}>"
        for question in questions():
            values = {one.name: given[one.name] for one in question.parameters if one.name in given}
            began = time.monotonic()
            rows = sum(1 for _ in opened.select(prepared(question.name, values)))
            print(f"{question.name:20} {rows:8} rows {time.monotonic() - began:8.2f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("make", "build", "add", "store", "ask"))
    parser.add_argument("count", type=int)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--told", action="store_true")
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    with TemporaryDirectory() as place:
        store = options.store or Path(place) / "store"
        if options.what == "make":
            write(options.count, options.file)
        elif options.what == "build":
            cost(options.count, options.workers, store, directly=options.told)
        elif options.what == "add":
            if not store.exists():
                cost(options.count, options.workers, store, directly=options.told)
            add(options.count, store, directly=options.told)
        elif options.what == "store":
            stored(options.count, store)
        else:
            _asked(store)


if __name__ == "__main__":
    main()
