"""The whole road: articles in, a validated and reasoned graph out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from rdflib import Graph, Literal
from rdflib.term import Node

from kg_builder import digests, identity, inference, resources
from kg_builder.articles import articles
from kg_builder.derivations import described
from kg_builder.digests import Digests
from kg_builder.errors import KgBuilderError, UnreadableInput, UsageError
from kg_builder.model import Article, Fact, Failure
from kg_builder.quads import quads
from kg_builder.resolution import laid_down, resolve
from kg_builder.settings import Settings
from kg_builder.store import Store, Triple, Writer
from kg_builder.validation import Gate, Verdict
from kg_builder.vocabulary import ID, KGB

_GROUND = (identity.ONTOLOGY_GRAPH, identity.REFERENCE_GRAPH)
#: Names of the graphs of what articles say begin so.
_ARTICLES = str(ID["graph/article/"])
_RECORDED = "SELECT ?graph ?digest { GRAPH graph:derivations { ?graph kgb:digest ?digest } }"
Read: TypeAlias = Callable[[Article, Settings], Iterable[Fact]]


@dataclass(slots=True)
class Report:
    """What came of a build."""

    read: int = 0  #: articles read anew
    unchanged: int = 0  #: articles that the store held already
    facts: int = 0  #: of the articles read anew, those in the graph
    set_aside: int = 0  #: of the articles read anew, those that broke a shape
    inferred: int = 0  #: triples that follow, in the whole store
    failed: list[Failure] = field(default_factory=list)
    crashed: bool = False  #: whether one of the failures is our own fault

    @property
    def exit_code(self) -> int:
        return 3 if self.crashed else UnreadableInput.exit_code if self.failed else 0

    def as_dict(self) -> dict[str, Any]:
        """For JSON; a failure is ``{"article": .., "reason": ..}``."""
        return asdict(self)


def build(
    paths: Sequence[Path],
    folder: Path,
    settings: Settings | None = None,
    *,
    read: Read | None = None,
    begun: Callable[[str], None] | None = None,
) -> Report:
    """Reads what is new or changed at ``paths`` into the store at ``folder``, which is made if need be.

    An article that fails is reported, and the rest goes on. What an interrupted build has read stays read, and the next
    one goes on from there. ``read`` stands in for our own reading of an article, ``begun`` hears the name of each
    article. Raises UsageError, InvalidLexicon and StoreError.
    """
    settings, report = settings or Settings(), Report()
    with Store.create_or_open(folder) as store:
        _lay_ground(store)
        for article, digest in _changed(articles(paths, settings), Digests(settings).of, store, report):
            if begun is not None:
                begun(article.id)
            for verdict in _verdicts(article, settings, read or _read, report):
                said = (quad[:3] for quad in quads(article, verdict.accepted, digest))
                store.replace(laid_down(store, article.id, said, verdict.quarantine))
        report.inferred = _conclude(store)
    return report


def remove(names: Sequence[str], folder: Path) -> None:
    """Leaves the store as if these articles had never been read. Raises UsageError for a name that it does not hold."""
    Store.open(folder).close()  # a store must be there: removing makes none
    with Store.create_or_open(folder) as store:
        held = store.articles()
        for name in names:
            if identity.article(name) not in held:
                raise UsageError(f"{name}: no such article in {folder}; kg-builder stats --articles lists them")
        for name in names:
            store.replace(laid_down(store, name, ()))
        _conclude(store)


def _read(article: Article, settings: Settings) -> Iterable[Fact]:
    from kg_builder import extract, language  # slow to load, and of no use where nothing has changed

    return (fact for doc in language.docs([article], settings) for fact in extract.facts(doc))


def _changed(
    found: Iterable[Article | Failure], digest_of: Callable[[Article], str], store: Store, report: Report
) -> Iterator[tuple[Article, str]]:
    """The articles that the store does not hold as they are, with their digests."""
    held = store.articles()
    for article in found:
        if isinstance(article, Failure):
            report.failed.append(article)
            continue
        digest = digest_of(article)
        if held.get(identity.article(article.id)) == digest:
            report.unchanged += 1
        else:
            yield article, digest


def _verdicts(article: Article, settings: Settings, read: Read, report: Report) -> Iterator[Verdict]:
    """What may go in of an article: one verdict, or none where reading it failed."""
    try:
        verdict = Gate().check(article, tuple(read(article, settings)))
    except UnreadableInput as error:
        report.failed.append(Failure(article.id, str(error)))
        return
    except KgBuilderError:  # a missing model or a bad lexicon fails every article alike
        raise
    except Exception as error:
        report.crashed = True
        reason = f"internal error: {type(error).__name__}: {' '.join(str(error).split())}; please report it"
        report.failed.append(Failure(article.id, reason))
        return
    if verdict.about_article:
        report.failed.append(Failure(article.id, "; ".join(finding.message for finding in verdict.about_article)))
        return
    report.read += 1
    report.facts += len(verdict.accepted)
    report.set_aside += len(verdict.set_aside)
    yield verdict


def _lay_ground(store: Writer) -> None:
    """The ontology and the reference data of this version, if they are not there."""
    if _recorded(store).get(identity.REFERENCE_GRAPH) == digests.of_ground():
        return
    reference = Graph()
    for file in sorted(resources.path("data", "reference").glob("*.ttl")):
        reference.parse(file)
    store.replace_graph(identity.ONTOLOGY_GRAPH, inference.ontology())
    store.replace_graph(identity.REFERENCE_GRAPH, reference)


def _order(triple: Triple) -> tuple[str, str, str]:
    subject, predicate, obj = triple
    return subject.n3(), predicate.n3(), obj.n3()


def _conclude(store: Writer) -> int:
    """Infers anew from all that is asserted, so that what an article alone had implied goes with it; how many follow.

    Triples go in sorted: which derivation of several is kept then depends on nothing but the content.
    """
    resolve(store)
    ground = digests.of_ground()
    state = digests.of_all(ground, store.articles())
    if _recorded(store).get(identity.INFERRED_GRAPH) != state:
        closure = inference.Rules.from_ontology(inference.ontology()).closure()
        for graph in store.graphs():
            if graph in _GROUND or graph.startswith(_ARTICLES):
                closure.add(sorted(store.triples(graph), key=_order))
        derived = list(closure.inferred)
        record = ((identity.REFERENCE_GRAPH, ground), (identity.INFERRED_GRAPH, state))
        told = [*described(derived), *((graph, KGB.digest, Literal(digest)) for graph, digest in record)]
        store.replace({identity.INFERRED_GRAPH: [one.triple for one in derived], identity.DERIVATIONS_GRAPH: told})
    store.publish()
    return sum(1 for _ in store.triples(identity.INFERRED_GRAPH))


def _recorded(store: Store) -> dict[Node | None, str]:
    """What the reference data and the inferred triples that the store holds were made from."""
    return {graph: str(digest) for graph, digest in store.select(_RECORDED)}
