"""Goods that a text names or plainly describes, and words that only look like it."""

from collections.abc import Callable

import pytest

from kg_builder.extract.goods import goods
from kg_builder.mentions import Mentions
from kg_builder.tokens import Doc


@pytest.fixture(scope="module")
def component() -> Mentions:
    return Mentions(None)


NAMED = [
    ("They agreed on cross-border data flows.", "data"),
    ("The power grid failed and power plants shut.", "electricity"),
    ("The gas pipeline will open in May.", "natural-gas"),
    ("Gold and copper exports rose.", "copper gold"),
    ("Fuel shortages spread.", "refined-petroleum"),
    ("The arms embargo was lifted and arms sales resumed.", "arms"),
    ("An aircraft carrier sailed by.", "warships"),
    ("They will build ships together.", "ships"),
    ("Carmakers worried about tariffs on cars.", "vehicles"),
    ("The chip industry needs advanced chips and chipmaking tools.",
     "advanced-semiconductors chipmaking-equipment semiconductors"),
    ("Rare-earth magnets and rare earths", "rare-earth-magnets rare-earths"),
    ("Palm oil, soybeans and rice", "palm-oil rice soybeans"),
    ("Lithium-ion batteries for EVs", "batteries electric-vehicles"),
    ("Cancer drugs are exempt from tariffs.", "pharmaceuticals"),
    ("LNG, coal and crude oil imports", "coal lng oil"),
    ("Several aircraft entered the airspace.", "military-aircraft"),
    ("They discussed quantum and space technologies.", "quantum-technology space-technology"),
    ("Nuclear and ballistic missile tests", "missiles nuclear-weapons"),
    ("Curbs on materials needed for making semiconductors", "semiconductor-materials semiconductors"),
    ("Vital and developing technologies", "critical-technologies"),
    ("Clean water and sanitation", "water"),
    ("They rebuilt roads, ports and airports.", "ports"),
    ("Iran stopped enrichment.", "uranium"),
    ("They stopped two oil tankers.", "oil"),
    ("They sent surgical equipment.", "medical-supplies"),
    ("They will accept auto standards.", "vehicles"),
    ("They shared doses against Covid-19.", "vaccines"),
    ("The port of Piraeus", "ports"),
    ("Solar and wind projects", "renewable-energy"),
    ("Nuclear and missile tests by the North", "missiles nuclear-weapons"),
    ("Low-enriched uranium makes fuel for reactors; weapons-grade uranium is enriched further.", "uranium"),
    ("Kazakhstan and Uzbekistan will share water.", "water"),
    ("Zambia wants more copper, coltan and tin.", "copper tantalum tin"),
    ("Cocoa, tea, bananas and shrimp", "coffee-cocoa fruit-vegetables seafood"),
    ("A coking coal railway, and potash by rail", "coal fertilizer railways"),
    ("Indonesia taxed nickel ore and ferronickel.", "nickel"),
    ("Bhutan sells hydropower; Namibia sells green hydrogen.", "electricity hydrogen"),
    ("Congo halted exports of cassiterite; Nauru has polymetallic nodules.", "critical-minerals tin"),
    ("Cashew nuts and trucks are taxed.", "fruit-vegetables vehicles"),
    ("Malaria drugs are scarce.", "pharmaceuticals"),
]  # fmt: skip
NOT_NAMED = [
    "The moratorium on duties on electronic transmissions ended.",
    "They combat trade in illegally harvested forest products.",
    "He received the Gold Insignia award, and applied for a gold card.",
    "Data showed that exports rose.",
    "Parliament has the power to veto.",
    "Greenhouse gas emissions fell.",
    "He won a gold medal.",
    "Fears fuel inflation.",
    "She raised her arms.",
    "Refuelling rights were granted.",
    "Other donors will chip in.",
    "Former adviser Susan Rice said so.",
    "The energy minister resigned.",
    "The Minister of Energy and Mineral Resources signed.",
    "Food for thought, he said.",
    "Drug trafficking and illegal drugs were discussed.",
    "The vessel sank off the coast.",
    "He drank water.",
    "The space for compromise is small.",
    "He was in hot water over the plan.",
    "The think tank met in Silicon Valley.",
    "Its weapons inspectors left.",
    "She heads the Arms Trade Association.",
    "He works for the National Steel Corporation.",
    "Non-oil trade and non-automobile goods grew.",
    "They work on fuel cells and synthetic fuels.",
    "De Beers opened a shop.",
    "He used trade as a weapon.",
    "A car crashed into a truck near Lusaka.",
    "Silver in the 400 metres was hers; the gold went to a Kenyan.",
    "Her energy impressed the coach.",
    "They came by bus and by train.",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_goods_are_named(nlp: Callable[[str], Doc], component: Mentions, text: str, expected: str) -> None:
    assert " ".join(sorted(reference.entity.id for reference in goods(component(nlp(text))))) == expected


@pytest.mark.parametrize("text", NOT_NAMED)
def test_words_of_another_sense_name_no_good(nlp: Callable[[str], Doc], component: Mentions, text: str) -> None:
    assert [reference.entity.id for reference in goods(component(nlp(text)))] == []


def test_a_pact_does_not_hide_the_good_that_it_is_about(nlp: Callable[[str], Doc], component: Mentions) -> None:
    found = list(goods(component(nlp("Turkey wants the Black Sea grain deal renewed."))))
    assert [reference.entity.id for reference in found] == ["grain"]


def test_evidence_of_all_mentions_in_order(nlp: Callable[[str], Doc], component: Mentions) -> None:
    doc = component(nlp("Lithium is scarce. Cobalt and lithium prices rose."))
    found = [(r.entity.id, [e.quote for e in r.evidence]) for r in goods(doc)]
    assert found == [("lithium", ["Lithium", "lithium"]), ("cobalt", ["Cobalt"])]
