"""The reference data: complete, consistent, and the RDF made from the lexicons as they stand."""

import csv
import importlib.util
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import DCTERMS, RDF, RDFS, SKOS, Graph, Literal

from kg_builder import identity, lexicons, resources
from kg_builder.gazetteer import Gazetteer, Good, Goods, Organization, Organizations, State, States
from kg_builder.vocabulary import KGB

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
STATES = lexicons.read("states", States).states
ORGANIZATIONS = lexicons.read("organizations", Organizations).organizations
GOODS = lexicons.read("goods", Goods).goods
STATE = {state.code: state for state in STATES}
ORGANIZATION = {organization.name: organization for organization in ORGANIZATIONS}
GOOD = {good.id: good for good in GOODS}
KINDS = {"union", "body", "alliance", "grouping", "pact", "bank", "regime", "forum", "court"}


def state_forms(state: State) -> set[str]:
    return {
        *(state.name, state.official, *state.names),
        *(*state.abbreviations, *state.demonyms, *state.capitals, *state.seats),
    }


def organization_forms(organization: Organization) -> set[str]:
    return {organization.name, *organization.names, *organization.abbreviations, *organization.adjectives}


def good_forms(good: Good) -> set[str]:
    return {good.label, *good.names}


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_rdf", resources.path("data", "generate", "rdf.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=["states", "organizations", "goods"])
def graph(request: pytest.FixtureRequest) -> Graph:
    return Graph().parse(resources.path("data", "reference", f"{request.param}.ttl"))


def rows(name: str) -> list[dict[str, str]]:
    if not (GOLD / name).exists():
        pytest.skip("the gold lists are not beside the project")
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_every_iso_state_is_there() -> None:
    pycountry = pytest.importorskip("pycountry")
    expected = {country.alpha_3: country.alpha_2 for country in pycountry.countries} | {"XKX": "XK"}
    assert {state.code: state.alpha2 for state in STATES} == expected


def test_states_are_listed_once_in_order() -> None:
    codes = [state.code for state in STATES]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Britain", "GBR"), ("U.K.", "GBR"), ("Britons", "GBR"), ("Downing Street", "GBR"),
        ("U.S.", "USA"), ("America", "USA"), ("Americans", "USA"), ("Washington, D.C.", "USA"), ("White House", "USA"),
        ("PRC", "CHN"), ("People's Republic of China", "CHN"), ("Beijing", "CHN"),
        ("ROK", "KOR"), ("Republic of Korea", "KOR"), ("South Koreans", "KOR"),
        ("DPRK", "PRK"), ("North Korean", "PRK"), ("Pyongyang", "PRK"),
        ("Burma", "MMR"), ("Türkiye", "TUR"), ("Turkey", "TUR"), ("Côte d'Ivoire", "CIV"), ("Ivory Coast", "CIV"),
        ("DRC", "COD"), ("Czechia", "CZE"), ("UAE", "ARE"), ("Emirati", "ARE"), ("Macau", "MAC"), ("Holland", "NLD"),
        ("The Hague", "NLD"), ("Palestinians", "PSE"), ("Holy See", "VAT"), ("Swaziland", "SWZ"), ("East Timor", "TLS"),
        ("Saudi", "SAU"), ("Turkmen", "TKM"), ("Kyrgyz Republic", "KGZ"), ("Kingdom of Bahrain", "BHR"),
        ("State of Qatar", "QAT"), ("Republic of Ghana", "GHA"), ("Kyiv", "UKR"), ("Kiev", "UKR"), ("Kremlin", "RUS"),
        ("Taipei", "TWN"), ("Kosovar", "XKX"), ("Swiss Confederation", "CHE"), ("Brasilia", "BRA"), ("Danes", "DNK"),
    ],
)  # fmt: skip
def test_usual_forms_name_their_state_alone(form: str, code: str) -> None:
    assert [state.code for state in STATES if form in state_forms(state)] == [code]


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Kirghiz", None), ("French", "FRA"), ("Chinese", "CHN"), ("Dutch", "NLD"),
        ("Indian", "IND"), ("Norwegian", "NOR"), ("Jerusalem", "ISR"),
    ],
)  # fmt: skip
def test_what_packages_have_wrong_is_mended(form: str, code: str | None) -> None:
    owners = [state.code for state in STATES if form in state.demonyms or form in state.capitals]
    assert owners == ([code] if code else [])


def test_a_form_of_two_states_is_marked_in_both() -> None:
    owners = defaultdict(list)
    for state in STATES:
        for form in state_forms(state):
            owners[form].append(state)
    shared = {form: states for form, states in owners.items() if len(states) > 1}
    assert {"Congo", "Dominican"} <= shared.keys()
    assert [form for form, states in shared.items() if any(form not in state.ambiguous for state in states)] == []


def test_no_form_names_a_state_and_an_organization() -> None:
    ours = {form for organization in ORGANIZATIONS for form in organization_forms(organization)}
    assert sorted(form for state in STATES for form in state_forms(state) & ours) == []


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.code)
def test_state_is_whole(state: State) -> None:
    assert state.eu == f"http://publications.europa.eu/resource/authority/country/{state.code}"
    assert (state.dbpedia or "").startswith("http://dbpedia.org/resource/")
    assert (state.wikidata or "")[:1] == "Q"
    assert set(state.ambiguous) <= state_forms(state)
    assert len(set(state.names)) == len(state.names)
    assert all(form == form.strip() and not form.startswith("the ") for form in state_forms(state))


def test_links_out_belong_to_one_state_each() -> None:
    assert Counter(link for state in STATES for link in (state.wikidata, state.dbpedia)).most_common(1)[0][1] == 1


def test_organizations_do_not_share_names_or_iris() -> None:
    owners = Counter(form for organization in ORGANIZATIONS for form in organization_forms(organization))
    assert [form for form, times in owners.items() if times > 1] == []
    assert len({identity.organization(organization.name) for organization in ORGANIZATIONS}) == len(ORGANIZATIONS)


@pytest.mark.parametrize("organization", ORGANIZATIONS, ids=lambda organization: organization.name)
def test_organization_is_whole(organization: Organization) -> None:
    assert organization.kind in KINDS
    assert organization.parent is None or organization.parent in ORGANIZATION
    assert list(organization.members) == sorted(set(organization.members) & STATE.keys())
    assert set(organization.ambiguous) <= organization_forms(organization)


def test_organs_lead_to_a_whole() -> None:
    for organization in ORGANIZATIONS:
        seen = [organization.name]
        while parent := ORGANIZATION[seen[-1]].parent:
            assert parent not in seen
            seen.append(parent)


@pytest.mark.parametrize(
    ("name", "count", "member", "stranger"),
    [
        ("EU", 27, "HRV", "GBR"), ("NATO", 32, "SWE", "AUT"), ("G7", 7, "JPN", "RUS"), ("ASEAN", 10, "VNM", "PNG"),
        ("Quad", 4, "IND", "KOR"), ("AUKUS", 3, "AUS", "NZL"), ("BRICS", 10, "IDN", "ARG"), ("GCC", 6, "OMN", "YEM"),
        ("CPTPP", 12, "GBR", "USA"), ("RCEP", 15, "KOR", "IND"), ("OPEC", 12, "VEN", "AGO"), ("OECD", 38, "CRI", "BRA"),
        ("Eurasian Economic Union", 5, "ARM", "UZB"), ("Arab League", 22, "COM", "IRN"), ("C5+1", 6, "USA", "AZE"),
        ("Wassenaar Arrangement", 42, "IND", "CHN"), ("Nuclear Suppliers Group", 48, "CHN", "IND"),
        ("Missile Technology Control Regime", 35, "IND", "CHN"), ("Council of Europe", 46, "TUR", "RUS"),
    ],
)  # fmt: skip
def test_members(name: str, count: int, member: str, stranger: str) -> None:
    members = ORGANIZATION[name].members
    assert (len(members), member in members, stranger in members) == (count, True, False)


def test_every_gold_organization_is_there_with_its_other_names() -> None:
    for row in rows("organizations.tsv"):
        others = {other.strip().removeprefix("the ") for other in (row["also called"] or "").split(";")} - {""}
        assert {other for other in others if "(" not in other} <= organization_forms(ORGANIZATION[row["name"]])


def test_every_gold_good_is_there_as_listed() -> None:
    listed = {row["id"]: (row["label"], row["broader"] or None) for row in rows("goods.tsv")}
    assert {good.id: (good.label, good.broader) for good in GOODS} == listed


def test_goods_are_unique_and_broader_goods_exist() -> None:
    assert len(GOOD) == len(GOODS) == len({good.label for good in GOODS})
    owners = Counter(form for good in GOODS for form in good_forms(good))
    assert [form for form, times in owners.items() if times > 1] == []
    assert {good.broader for good in GOODS if good.broader} <= GOOD.keys()


@pytest.mark.parametrize("good", GOODS, ids=lambda good: good.id)
def test_good_is_whole(good: Good) -> None:
    assert good.definition.endswith(".")
    assert [form for form in good.names if form != form.lower()] == []
    assert set(good.ambiguous) <= set(good.names)
    assert all(part.isdigit() and len(part) % 2 == 0 for heading in good.hs for part in heading.split("."))
    seen = [good.id]
    while broader := GOOD[seen[-1]].broader:
        assert broader not in seen
        seen.append(broader)


def test_every_form_can_be_searched() -> None:
    gazetteer: Gazetteer[str] = Gazetteer()
    forms = {form for state in STATES for form in state_forms(state)}
    forms |= {form for organization in ORGANIZATIONS for form in organization_forms(organization)}
    forms |= {form for good in GOODS for form in good_forms(good)}
    for form in sorted(forms):
        gazetteer.add(form, form)
        assert [hit.value for hit in gazetteer.find(f"{form} agreed")] == [form]


def test_committed_rdf_is_what_the_lexicons_give(generator: ModuleType) -> None:
    texts = generator.texts()
    assert sorted(texts) == ["goods.ttl", "organizations.ttl", "states.ttl"]
    for name, text in texts.items():
        assert resources.path("data", "reference", name).read_bytes() == text.encode(), (
            f"run data/generate/rdf.py: {name}"
        )


@pytest.mark.parametrize("name", ["states", "organizations", "goods"])
def test_two_readers_agree(name: str) -> None:
    file = resources.path("data", "reference", f"{name}.ttl")
    assert len(Graph().parse(file)) == sum(1 for _ in parse(path=file, format=RdfFormat.TURTLE))


def test_each_thing_has_one_label(graph: Graph) -> None:
    labels = [(subject, label) for subject, label in graph.subject_objects(RDFS.label)]
    assert {subject for subject, _ in labels} == set(graph.subjects(RDF.type, None))
    assert len({subject for subject, _ in labels}) == len({label for _, label in labels}) == len(labels)
    alternatives = {(subject, str(label)) for subject, label in graph.subject_objects(SKOS.altLabel)}
    assert alternatives.isdisjoint({(subject, str(label)) for subject, label in labels})


def test_a_state_in_rdf() -> None:
    graph = Graph().parse(resources.path("data", "reference", "states.ttl"))
    japan = identity.state("JPN")
    assert graph.value(japan, RDFS.label) == Literal("Japan")
    assert graph.value(japan, DCTERMS.identifier) == Literal("JPN")
    assert (japan, KGB.capital, Literal("Tokyo")) in graph
    assert (japan, KGB.demonym, Literal("Japanese")) in graph
    assert len(list(graph.objects(japan, SKOS.exactMatch))) == 3


def test_an_organ_and_members_in_rdf() -> None:
    graph = Graph().parse(resources.path("data", "reference", "organizations.ttl"))
    assert (identity.organization("European Commission"), KGB.partOf, identity.organization("EU")) in graph
    assert (identity.organization("C5+1"), KGB.hasMember, identity.state("KAZ")) in graph


def test_the_scheme_of_goods_in_rdf() -> None:
    graph = Graph().parse(resources.path("data", "reference", "goods.ttl"))
    for good in GOODS:
        iri = identity.good(good.id)
        assert (iri, SKOS.inScheme, identity.GOODS) in graph
        assert ((iri, SKOS.topConceptOf, identity.GOODS) in graph) is (good.broader is None)
        assert list(graph.objects(iri, SKOS.broader)) == [identity.good(one) for one in (good.broader,) if one]
    magnets, minerals = identity.good("rare-earth-magnets"), identity.good("critical-minerals")
    assert minerals in graph.transitive_objects(magnets, SKOS.broader)
