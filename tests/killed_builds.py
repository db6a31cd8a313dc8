"""Builds that are killed at random moments: ``killed_builds.py FOLDER ROOT TIMES SEED``.

One process loads everything once and forks: each child builds, or takes out articles, and is killed; the next one
builds to the end, and what the store then holds is compared with that of a fresh build. Prints how many were killed in
their work, and how many came to their end first. It opens no store itself, since an engine's threads do not live on in
a fork.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from line_reader import ARCHIVE, read, write

from kg_builder import inference, resolution, resources
from kg_builder import store as stores
from kg_builder.build import build, remove
from kg_builder.export import export
from kg_builder.store import Store, journal
from kg_builder.validation import Gate

Versions = dict[str, int]
#: So many sets of articles the builds go back and forth between.
_ARCHIVES = 8


def content(folder: Path) -> str:
    out = BytesIO()
    with Store.open(folder) as store:
        export(store, "nq", out)
        export(store, "nt", out)
    return sha256(out.getvalue()).hexdigest()


def brought_to(store: Path, articles: Path, versions: Versions) -> None:
    """Builds what is in ``articles`` and takes out what is not."""
    report = build([articles], store, read=read)
    assert not report.failed, report.failed
    with Store.open(store) as opened:
        held = {str(iri).rpartition("/id/article/")[2] for iri in opened.articles()}
    if gone := sorted(held - set(versions)):
        remove(gone, store)


def forked(work: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        os._exit(1)
    os._exit(0)


def finished(work: Callable[[], None]) -> None:
    _, status = os.waitpid(forked(work), 0)
    if status:
        sys.exit(f"a build that was not killed failed with {status}")


def cut_up(store: Path, articles: Path, versions: Versions, chance: random.Random) -> None:
    """``brought_to``, each article in a transaction of its own or all in one, and each way of writing."""
    resolution._FEWEST = chance.choice([1, resolution._FEWEST])
    stores._LARGE = chance.choice([0, stores._LARGE])
    journal._AT_ONCE = chance.choice([50_000, journal._AT_ONCE])
    brought_to(store, articles, versions)


def main(folder: Path, root: Path, times: int, seed: int) -> None:
    resources.root = lambda: root  # type: ignore[assignment]
    inference.ontology()
    Gate()
    chance, store, articles = random.Random(seed), folder / "store", folder / "articles"
    digest = folder / "digest"

    def to_the_end(place: Path, versions: Versions) -> str:
        def work() -> None:
            brought_to(place, articles, versions)
            digest.write_text(content(place))

        finished(work)
        return digest.read_text()

    archives: list[tuple[Versions, str]] = []
    killed = ended = 0
    while killed < times:
        number = killed + ended
        if len(archives) < _ARCHIVES:
            names = chance.sample(sorted(ARCHIVE), chance.randint(1, len(ARCHIVE)))
            versions = write(articles, {name: chance.randrange(len(ARCHIVE[name])) for name in names})
            began = time.monotonic()
            archives.append((versions, to_the_end(folder / f"fresh{number}", versions)))
            whole = time.monotonic() - began
        versions, expected = chance.choice(archives)
        write(articles, versions)
        child = forked(lambda versions=versions: cut_up(store, articles, versions, chance))  # type: ignore[misc]
        time.sleep(chance.uniform(0, whole))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        ended += os.WIFEXITED(status)
        whole *= 1.1 if os.WIFSIGNALED(status) else 0.8  # how long a build takes changes with what else is going on
        if to_the_end(store, versions) != expected:
            sys.exit(f"kill {number} of seed {seed}: another content than that of a fresh build of {versions}")
    print(killed, ended)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
