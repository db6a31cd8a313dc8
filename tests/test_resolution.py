"""One IRI over all articles: any sequence of comings, changes and goings leaves what a fresh build gives."""

from collections.abc import Mapping
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDFS, SKOS, Literal

from kg_builder import identity, neighbourhood, query, resolution
from kg_builder.export import export
from kg_builder.model import Article, Entity, Event, Evidence, Fact, OfficeClass, Official, Tenure, TenureStatus
from kg_builder.quads import quads
from kg_builder.resolution import Laid, Together, laid, resolve
from kg_builder.store import Store, Writer
from kg_builder.vocabulary import KGB

JPN, KOR, NATO = Entity("state", "JPN"), Entity("state", "KOR"), Entity("organization", "NATO")
GALLIUM, COBALT = Entity("good", "gallium"), Entity("good", "cobalt")
WORDS = (Evidence(0, 4, "text"),)


def holds(
    name: str,
    of: Entity = KOR,
    office: str = "president",
    class_: OfficeClass = "head-of-state",
    status: TenureStatus = "incumbent",
) -> Tenure:
    return Tenure(Official(name, of), office, class_, status, WORDS)


def agreed(date: str | None, *goods: Entity, by: tuple[Official, ...] = (), name: str | None = None) -> Event:
    return Event("agreement", (JPN, KOR), goods=goods, date=date, officials=by, name=name, evidence=WORDS)


def met(date: str, *officials: Official) -> Event:
    return Event("meeting", (JPN, KOR), date=date, officials=officials, evidence=WORDS)


HAN, SHORT = Official("Han Min-seo", KOR), Official("Han", KOR)
MORI = Official("Kenji Mori", JPN)
#: Facts that an article of the made-up archive may tell, several at a time.
POOL: tuple[Fact, ...] = (
    holds("Han Min-seo"),
    holds("Han Min Seo"),
    holds("Han Ji-ho"),
    holds("Han Min"),
    holds("Han"),
    holds("Han", office="trade minister", class_="minister"),
    holds("Han", status="former"),
    holds("Kenji Mori", JPN, "prime minister", "head-of-government"),
    holds("Mori", JPN, "prime minister", "head-of-government"),
    holds("Kenji Mori", NATO, "secretary general", "organization-head"),
    agreed("2024-05-03", GALLIUM, by=(HAN, MORI)),
    agreed("2024-05", GALLIUM, by=(SHORT,)),
    agreed("2024-05-20", GALLIUM),
    agreed("2024", COBALT, GALLIUM),
    agreed("2024-05-03", name="Busan Pact"),
    agreed(None, GALLIUM),
    met("2024-05-03", HAN, MORI),
    met("2024-05-03", Official("Aiko Sato", JPN)),
    met("2024-05", SHORT),
    met("2024-05-20", HAN),
)
NAMES = ("a.txt", "b.txt", "c.txt", "d/e.txt")
YEARS = ("2024-05-21", "2026-01-02", None)


def ready(name: str, told: tuple[tuple[Fact, ...], str | None]) -> Laid:
    article = Article(name, "text", published=told[1])
    return laid(name, (quad[:3] for quad in quads(article, told[0], "digest")))


def lay(store: Writer, name: str, told: tuple[tuple[Fact, ...], str | None] | None) -> None:
    if told is None:
        store.replace(Laid(name).graphs(store))
        return
    store.replace(ready(name, told).graphs(store))


def content(store: Store) -> bytes:
    out = BytesIO()
    export(store, "nq", out)
    export(store, "nt", out)
    return out.getvalue()


def fresh(path: Path, articles: Mapping[str, tuple[tuple[Fact, ...], str | None]]) -> bytes:
    with Store.create_or_open(path) as store:
        for name, told in sorted(articles.items()):
            lay(store, name, told)
        resolve(store)
        return content(store)


TOLD = st.none() | st.tuples(
    st.lists(st.sampled_from(POOL), min_size=1, max_size=4, unique=True).map(tuple), st.sampled_from(YEARS)
)
BATCH = st.lists(st.tuples(st.sampled_from(NAMES), TOLD), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(batches=st.lists(BATCH, min_size=1, max_size=5), stopped=st.sets(st.integers(0, 4)))
def test_any_sequence_gives_what_a_fresh_build_gives(
    tmp_path_factory: pytest.TempPathFactory,
    batches: list[list[tuple[str, tuple[tuple[Fact, ...], str | None] | None]]],
    stopped: set[int],
) -> None:
    folder = tmp_path_factory.mktemp("stores")
    last: dict[str, tuple[tuple[Fact, ...], str | None]] = {}
    with Store.create_or_open(folder / "worn") as store:
        for number, batch in enumerate(batches):
            for name, told in batch:
                lay(store, name, told)
                last.pop(name, None)
                if told is not None:
                    last[name] = told
            if number not in stopped:  # a build that was stopped resolves nothing; the next one takes it up
                resolve(store)
        resolve(store)
        worn = content(store)
    assert worn == fresh(folder / "fresh", last)


def together(path: Path) -> bytes:
    """Each fact of the pool in an article of its own, two of a surname in another one, then all but one."""
    with Store.create_or_open(path) as store:
        with Together(store) as several:
            for number, fact in enumerate(POOL):
                several.lay(ready(f"{number:02}.txt", ((fact,), YEARS[number % 2])))
            several.lay(ready("han.txt", ((holds("Han Ji-ho"), holds("Han")), YEARS[0])))
        resolve(store)
        with Together(store) as several:
            several.lay(Laid("han.txt"))
        resolve(store)
        return content(store)


@pytest.mark.parametrize(
    "fewer",
    [
        {resolution: {"_DECIDED": 1, "_REWRITTEN": 1}},
        {resolution: {"_FEWEST": 1, "_MOST": 1}, neighbourhood: {"_KEPT": 0}},
        {resolution: {"_DECIDED": 1, "_REWRITTEN": 1}, neighbourhood: {"_KEPT": 0, "_REMEMBERED": 0}},
        {resolution: {"_LARGE": 0}},
    ],
)
def test_however_few_are_laid_decided_and_rewritten_at_once(
    tmp_path: Path, fewer: Mapping[ModuleType, Mapping[str, int]]
) -> None:
    expected = together(tmp_path / "all")
    with ExitStack() as patched:
        for module, limits in fewer.items():
            patched.enter_context(patch.multiple(module, **limits))
        assert together(tmp_path / "few") == expected


def iris(store: Store, *names: str) -> list[set[str]]:
    """The officials of each article."""
    return [
        {str(one) for one, predicate, _ in store.triples(identity.article_graph(name)) if predicate == KGB.officialOf}
        for name in names
    ]


def test_one_person_under_every_form_of_the_name(tmp_path: Path) -> None:
    full = str(identity.official(Official("Han Min-seo", KOR)))
    with Store.create_or_open(tmp_path / "store") as store:
        lay(store, "a.txt", ((holds("Han"),), "2024-05-03"))
        resolve(store)
        assert iris(store, "a.txt") == [{f"{identity.official(SHORT)}/president/2024"}]
        lay(store, "b.txt", ((holds("Min-seo Han"),), "2024-06-03"))
        lay(store, "c.txt", ((holds("Han Min-seo"), met("2024-06-01", HAN, MORI)), "2024-07-03"))
        assert resolve(store) == 2
        assert iris(store, "a.txt", "b.txt") == [{full}, {full}]
        assert [{*store.triples(identity.article_graph("a.txt"))} >= {(identity.official(HAN), *said)} for said in (
            (RDFS.label, Literal("Han Min-seo")), (SKOS.altLabel, Literal("Han")),
        )] == [True, True]  # fmt: skip
        assert len({tenure for tenure, _, _ in store.matches(None, KGB.holder, None)}) == 1
        # A second Han in the same office makes the surname ambiguous again.
        lay(store, "d.txt", ((holds("Han Ji-ho"),), "2026-05-03"))
        resolve(store)
        assert iris(store, "a.txt") == [{f"{identity.official(SHORT)}/president/2024"}]
        lay(store, "d.txt", None)
        resolve(store)
        assert iris(store, "a.txt") == [{full}]


def test_each_article_keeps_its_own_account_of_one_happening(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path / "store") as store:
        lay(store, "a.txt", ((agreed("2024-05", GALLIUM, by=(SHORT,)), holds("Han")), "2024-06-01"))
        lay(store, "b.txt", ((agreed("2024-05-03", GALLIUM, by=(HAN,)), holds("Han Min-seo")), "2024-06-01"))
        resolve(store)
        dated = {(event, graph): str(date) for event, date, graph in store.matches(None, KGB.date, None)}
        (event,) = {event for event, _ in dated}
        assert event == identity.event(agreed("2024-05-03", GALLIUM), "b.txt")
        assert dated == {
            (event, identity.article_graph("a.txt")): "2024-05",
            (event, identity.article_graph("b.txt")): "2024-05-03",
        }
        parts = {part for part, _, _ in store.matches(None, KGB.inEvent, None)}
        assert parts == {identity.participation(event, identity.state(code)) for code in ("JPN", "KOR")}


def test_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path / "store") as store:
        lay(store, "a.txt", ((holds("Han Min-seo"), agreed("2024-05-03", GALLIUM)), "2024-06-01"))
        resolve(store)
        lay(store, "b.txt", ((holds("Han Min-seo"), agreed("2024-05-03", GALLIUM)), "2024-06-01"))
        assert resolve(store) == 0
        assert resolve(store) == 0
        assert not store.matches(None, KGB.pendingKey, None)


def test_tenures_put_together_over_articles(tmp_path: Path) -> None:
    office = KGB["office-head-of-state"]
    ground = [(identity.entity(KOR), RDFS.label, Literal("South Korea")), (office, SKOS.notation, Literal("head"))]
    with Store.create_or_open(tmp_path / "store") as store:
        store.replace_graph(identity.REFERENCE_GRAPH, ground)
        for name, held, issued in (
            ("a.txt", holds("Han Min-seo", status="designate"), "2024-01-05"),
            ("b.txt", holds("Han"), "2024-05-05"),
            ("c.txt", holds("Min-seo Han"), "2026-05-05"),
            ("d.txt", holds("Han Min-seo", status="former"), "2027-05-05"),
            ("e.txt", holds("Han Min-seo"), "2029-05-05"),
            ("f.txt", holds("Ko Ji-ho"), "2028-01-05"),
        ):
            lay(store, name, ((held,), issued))
        resolve(store)

        def told(**values: str) -> list[tuple[str, ...]]:
            found = store.select(query.prepared("tenures", values))
            columns = [
                found.variables.index(column) for column in ("name", "held_from", "held_to", "not_after", "told")
            ]
            return [tuple(str(row[column] or "") for column in columns) for row in found]

        first = ("Han Min-seo", "2024-05-05", "2026-05-05", "2027-05-05")
        assert told() == [
            (*first, ""),
            ("Ko Ji-ho", "2028-01-05", "2028-01-05", "", ""),
            ("Han Min-seo", "2029-05-05", "2029-05-05", "", ""),
        ]
        assert told(on="2025-01-01") == [(*first, "on that day")]
        assert told(on="2028-06-01") == [("Ko Ji-ho", "2028-01-05", "2028-01-05", "", "the last before")]
        assert told(on="2023-01-01") == []
        assert told(person="KOR/ko-ji-ho", on="2028-01-05")[0][-1] == "on that day"
