"""Reads articles up to what may go into a store, one by one or in several processes, with the same outcome.

All that costs time happens here: language, extraction, the shapes, the triples. Whoever writes only writes.
"""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TypeAlias

from kg_builder.errors import KgBuilderError, UnreadableInput, UsageError
from kg_builder.model import Article, Fact
from kg_builder.quads import said
from kg_builder.resolution import Laid, laid
from kg_builder.settings import Settings
from kg_builder.validation import Gate

Read: TypeAlias = Callable[[Article, Settings], Iterable[Fact]]
#: An article to be read, and its digest.
Work: TypeAlias = tuple[Article, str]
#: Articles that wait for each worker, so that none is idle while hundreds are written at once, and memory stays flat.
_AHEAD = 100
#: New objects after which Python looks for cycles, and how many such looks before one at older objects: a look at all
#: goes through the language model as well, and at Python's own numbers they took a twelfth of a build.
_COLLECTED = (50_000, 10, 10)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article: what may go in, or the reason why there is nothing."""

    article: str
    laid: Laid | None = None
    facts: int = 0
    set_aside: int = 0
    reason: str | None = None
    crashed: bool = False  #: whether the reason is our own fault


def outcomes(
    work: Iterable[Work],
    settings: Settings,
    read: Read | None = None,
    workers: int = 1,
    begun: Callable[[str], None] | None = None,
) -> Iterator[Outcome]:
    """In the order of ``work``, of which no more is taken than is soon needed; ``begun`` hears each article's name.

    ``read`` stands in for our own reading; with several workers it must be a function of a module. Raises UsageError,
    InvalidLexicon and whatever else would fail every article alike.
    """
    if workers < 1:
        raise UsageError(f"--workers {workers}: nobody would work; give 1 or more")
    if begun is not None:
        work = _announced(work, begun)
    if workers == 1:
        yield from (outcome(article, digest, settings, read) for article, digest in work)
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), gc.set_threshold, _COLLECTED) as pool:
        waiting: deque[Future[Outcome]] = deque()
        came = False
        try:
            for article, digest in work:
                waiting.append(pool.submit(outcome, article, digest, settings, read))
                if len(waiting) > _AHEAD * workers:
                    yield waiting.popleft().result()
                    came = True
            while waiting:
                yield waiting.popleft().result()
                came = True
        except BrokenProcessPool as error:
            why = "a worker was killed, perhaps for want of memory; build again with fewer, what was read is kept"
            if not came:  # each worker imports the script that began it, and would begin again
                why += "; a script of yours must build below if __name__ == '__main__'"
            raise UsageError(f"--workers {workers}: {why}") from error
        finally:
            for future in waiting:
                future.cancel()


@contextmanager
def seldom_collected() -> Iterator[None]:
    """For as long as articles are read, Python looks for cycles less often in this process."""
    before = gc.get_threshold()
    gc.set_threshold(*_COLLECTED)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def outcome(article: Article, digest: str, settings: Settings, read: Read | None = None) -> Outcome:
    """Reads one article. Raises what would fail every article alike, such as a missing model or a bad lexicon."""
    try:
        verdict = Gate().check(article, tuple((read or _read)(article, settings)))
    except UnreadableInput as error:
        return Outcome(article.id, reason=str(error))
    except KgBuilderError:
        raise
    except Exception as error:
        reason = f"internal error: {type(error).__name__}: {' '.join(str(error).split())}; please report it"
        return Outcome(article.id, reason=reason, crashed=True)
    if verdict.about_article:
        return Outcome(article.id, reason="; ".join(finding.message for finding in verdict.about_article))
    ready = laid(article.id, said(article, verdict.described, digest), verdict.quarantine)
    return Outcome(article.id, ready, len(verdict.accepted), len(verdict.set_aside))


def _announced(work: Iterable[Work], begun: Callable[[str], None]) -> Iterator[Work]:
    for article, digest in work:
        begun(article.id)
        yield article, digest


def _read(article: Article, settings: Settings) -> Iterable[Fact]:
    from kg_builder import extract, language  # slow to load, and of no use where nothing has changed

    return (fact for doc in language.docs([article], settings) for fact in extract.facts(doc))
