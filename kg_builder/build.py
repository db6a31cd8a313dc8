"""The whole road: articles in, a validated and reasoned graph out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from kg_builder import identity
from kg_builder.articles import articles
from kg_builder.digests import Digests
from kg_builder.errors import UnreadableInput, UsageError
from kg_builder.ground import infer as inferred_anew
from kg_builder.ground import laid
from kg_builder.model import Article, Failure
from kg_builder.reasoning import Reasoner, rules_of
from kg_builder.resolution import Laid, Together, resolve
from kg_builder.settings import Settings
from kg_builder.store import Store, Writer
from kg_builder.workers import Outcome, Read, outcomes, seldom_collected

_INFERRED = "SELECT (COUNT(*) AS ?count) { GRAPH graph:inferred { ?s ?p ?o } }"


@dataclass(frozen=True, slots=True)
class Line:
    """What came of one article; ``reason`` is that of a failure."""

    article: str
    outcome: Literal["read", "unchanged", "failed"]
    facts: int = 0  #: in the graph
    set_aside: int = 0  #: that broke a shape
    reason: str | None = None


@dataclass(slots=True)
class Report:
    """What came of a build."""

    read: int = 0  #: articles read anew
    unchanged: int = 0  #: articles that the store held already
    facts: int = 0  #: of the articles read anew, those in the graph
    set_aside: int = 0  #: of the articles read anew, those that broke a shape
    inferred: int = 0  #: triples that follow now and did not before, less those that follow no more
    contradictions: list[str] = field(default_factory=list)  #: that what was read anew brought in, with their facts
    articles: list[Line] = field(default_factory=list)
    crashed: bool = False  #: whether one of the failures is our own fault

    def add(self, line: Line) -> None:
        self.articles.append(line)
        self.read += line.outcome == "read"
        self.unchanged += line.outcome == "unchanged"
        self.facts += line.facts
        self.set_aside += line.set_aside

    @property
    def failed(self) -> list[Failure]:
        """Those of ``articles`` that could not be read."""
        return [Failure(line.article, line.reason or "") for line in self.articles if line.outcome == "failed"]

    @property
    def exit_code(self) -> int:
        return 3 if self.crashed else UnreadableInput.exit_code if self.failed else 0

    def as_dict(self) -> dict[str, Any]:
        """For JSON: the counts, ``failed`` as ``{"article": .., "reason": ..}``, and ``articles``, a line for each."""
        return asdict(self) | {"failed": [asdict(one) for one in self.failed]}


def build(
    paths: Sequence[Path],
    folder: Path,
    settings: Settings | None = None,
    *,
    modules: Sequence[Path] = (),
    workers: int = 1,
    read: Read | None = None,
    begun: Callable[[str], None] | None = None,
    done: Callable[[Report], None] | None = None,
) -> Report:
    """Reads what is new or changed at ``paths`` into the store at ``folder``, which is made if need be.

    An article that fails is reported, and the rest goes on. What an interrupted build has read stays read, and the next
    one goes on from there. ``modules`` are a user's own parts of the ontology, ``workers`` the processes that read;
    neither their number nor the order of the articles shows in the store. ``read`` stands in for our own reading of an
    article, ``begun`` hears the name of each article to be read, ``done`` the report after each. Raises UsageError,
    InvalidLexicon, InvalidOntology and StoreError.
    """
    settings, report = settings or Settings(), Report()

    def told(line: Line) -> None:
        report.add(line)
        if done is not None:
            done(report)

    with seldom_collected(), Store.create_or_open(folder) as store:
        reasoner = laid(store, modules)
        work = _changed(articles(paths, settings), Digests(settings).of, store, told)
        with Together(store) as together:
            for outcome in outcomes(work, settings, read, workers, begun):
                if outcome.laid is not None:
                    together.lay(outcome.laid)
                report.crashed |= outcome.crashed
                told(_line(outcome))
        _conclude(store)
        report.inferred = store.inferred
        report.contradictions = [str(clash) for clash in reasoner.contradictions]
    return report


def remove(names: Sequence[str], folder: Path) -> None:
    """Leaves the store as if these articles had never been read. Raises UsageError for a name that it does not hold."""
    Store.open(folder).close()  # a store must be there: removing makes none
    with Store.create_or_open(folder) as store:
        held = store.articles()
        for name in names:
            if identity.article(name) not in held:
                raise UsageError(f"{name}: no such article in {folder}; kg-builder stats --articles lists them")
        store.follow(Reasoner(store, rules_of(store)))
        with Together(store) as together:
            for name in names:
                together.lay(Laid(name))
        _conclude(store)


def infer(folder: Path) -> int:
    """Infers anew all that follows from what a store asserts; how many triples do. Raises StoreError."""
    Store.open(folder).close()
    with Store.create_or_open(folder) as store:
        inferred_anew(store)
        _conclude(store)
        ((counted,),) = store.select(_INFERRED)
        return int(str(counted))


def _changed(
    found: Iterable[Article | Failure], digest_of: Callable[[Article], str], store: Store, told: Callable[[Line], None]
) -> Iterator[tuple[Article, str]]:
    """The articles that the store does not hold as they are, with their digests; tells of the others."""
    held = store.articles()
    for article in found:
        if isinstance(article, Failure):
            told(Line(article.article, "failed", reason=article.reason))
            continue
        digest = digest_of(article)
        if held.get(identity.article(article.id)) == digest:
            told(Line(article.id, "unchanged"))
        else:
            yield article, digest


def _line(outcome: Outcome) -> Line:
    if outcome.reason is not None:
        return Line(outcome.article, "failed", reason=outcome.reason)
    return Line(outcome.article, "read", outcome.facts, outcome.set_aside)


def _conclude(store: Writer) -> None:
    """Settles who is who, and lets readers see it all."""
    resolve(store)
    store.publish()
