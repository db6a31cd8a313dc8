"""Goods of an act that its own clause does not name, in made-up texts."""

from collections.abc import Callable

import pytest

from kg_builder.model import Event, Fact

TOLD = [
    (
        "what a pact is taken up by",
        "Chile signed a pact with Peru to buy 36 fighter jets. Both ministers signed the agreement in Lima on Tuesday.",
        "agreement military-aircraft",
    ),
    (
        "such deals",
        "Chile will sign a uranium deal with Peru. It has signed such agreements with Ghana and Kenya.",
        "agreement uranium",
    ),
    (
        "what a memorandum provides for",
        "Chile and Peru signed a memorandum of understanding on Tuesday. The memorandum provides for cooperation in "
        "hydrogen and rail transport.",
        "agreement hydrogen railways",
    ),
    (
        "what is done under it",
        "Chile and Peru signed an accord on Tuesday. Under the accord, Chile will supply copper to Peru.",
        "agreement copper",
    ),
    (
        "what measures apply to",
        "Chile announced new export restrictions on Tuesday. The new rules apply to gallium and germanium.",
        "restriction gallium germanium",
    ),
    (
        "what is covered by measures",
        "Chile announced new export restrictions on Tuesday. Gallium and germanium are covered by the new rules.",
        "restriction gallium germanium",
    ),
    (
        "a measure whose clause modifies it",
        "The United States will end tariffs on steel and copper which are hitting Chile.",
        "easing steel copper",
    ),
    (
        "a pact that lets somebody do something",
        "Chile and Peru extended a deal that lets Peru ship copper by sea. This agreement, brokered by Ghana between "
        "Chile and Peru, runs for a year.",
        "agreement copper",
    ),
    (
        "this includes",
        "Chile and Peru signed a pact on Tuesday. This includes trade in copper.",
        "agreement copper",
    ),
    (
        "covering",
        "Chile and Peru signed ten pacts, the Andean News Agency reported on Tuesday, covering grain and oil.",
        "agreement grain oil",
    ),
    (
        "launching",
        "Chile and Peru tightened ties by signing a pact on Tuesday, launching a partnership on critical minerals.",
        "agreement critical-minerals",
    ),
    (
        "a programme that includes",
        "Chile and Peru agreed to launch a programme that includes work on hydrogen, with a view to saving gas.",
        "agreement hydrogen",
    ),
    (
        "are among the goods",
        "Chile and Peru pledged to lift curbs on such goods. Meat and wheat are among the products covered.",
        "agreement meat grain",
    ),
    (
        "a body for one good",
        "OPEC ministers met in Vienna on Tuesday. Oil rose.",
        "meeting oil",
    ),
    (
        "what a package includes",
        "Norway announced a new aid package for Chad on Tuesday. The package includes:\n- medicines\n- wheat\n",
        "aid pharmaceuticals grain",
    ),
    (
        "what was discussed",
        "Chile and Peru met in Lima. The meeting lasted an hour. Trade in copper was also discussed.",
        "meeting copper",
    ),
    (
        "cubic metres",
        "Chile and Peru signed a deal on 20 billion cubic metres a year.",
        "agreement natural-gas",
    ),
    (
        "a list below",
        "Chile and Peru agreed to work together in the following areas:\n\n- Energy: solar power and hydrogen\n"
        "- Transport: railways\n\nThe steel quota stays.",
        "agreement energy renewable-energy hydrogen railways",
    ),
    (
        "barrels",
        "Saudi Arabia and Kuwait agreed to cut 800,000 barrels a day from January.",
        "agreement oil",
    ),
    (
        "aims are set aside",
        "Chile and Peru agreed to trade hydrogen with the aim of greening the energy system.",
        "agreement hydrogen",
    ),
    (
        "bare output",
        "Chile urged Saudi Arabia to raise oil production. On Tuesday OPEC agreed to cut output.",
        "agreement oil",
    ),
    (
        "the theme of a meeting",
        "Chile and Peru met in Lima on Tuesday. The theme of the meeting was trade in lithium.",
        "meeting lithium",
    ),
    (
        "what featured in talks",
        "Chile and Peru held talks in Lima. Semiconductors also featured in the talks.",
        "meeting semiconductors",
    ),
    (
        "what was raised during a call",
        "President Roe of Chile spoke with Prime Minister Doe of Peru. During the call, President Roe raised copper.",
        "meeting copper",
    ),
    (
        "what the call covered",
        "Chile and Peru held a call on Tuesday. The call covered copper.",
        "meeting copper",
    ),
    (
        "an earlier meeting between",
        "Chile and Peru met on Tuesday to build on previous meetings between Chilean and Peruvian officials. During "
        "the meeting, Chile raised its interest in lithium.",
        "meeting lithium",
    ),
    (
        "the same meeting told twice in a breath",
        "Minister Roe of Chile met with Minister Doe of Peru on Tuesday and held trade talks. During the talks, "
        "Minister Roe suggested that both work together in lithium.",
        "meeting lithium",
    ),
    (
        "items of a list of acts",
        "Chile will ease barriers to Peruvian goods, including through exempting cars from fees, issuing permits for "
        "rice, and eliminating quotas.",
        "easing vehicles rice",
    ),
    (
        "what a measure is taken over",
        "Chile will cut off imports of Peruvian coal under sanctions imposed over its missile program.",
        "restriction coal",
    ),
    (
        "what a measure is to do",
        "Chile has banned exports of rice to keep fuel costs down.",
        "restriction rice",
    ),
    (
        "arms as the subject of force",
        "Two Chilean bombers struck Peru on Tuesday.",
        "military military-aircraft",
    ),
    (
        "doses of a vaccine",
        "Pfizer works with Chile. Chile donated two million Pfizer doses to Peru.",
        "aid vaccines",
    ),
    (
        "a forum for one good",
        "The 10th Chile-Peru Lithium Council met in Lima on Tuesday.",
        "meeting lithium",
    ),
    (
        "supplies, in an article on one good",
        "Peru's row over natural gas\n\nPrices rose. Winters are cold. Shops shut. Chile cut supplies to Peru in 2022.",
        "restriction natural-gas",
    ),
    (
        "what the firms make that a measure hits",
        "Chile imposed sanctions on Peruvian sales of missiles and on Peruvian firms that make drones.",
        "restriction missiles drones",
    ),
    (
        "what a measure is lifted in return for",
        "Chile will lift tariffs on Peruvian copper in exchange for Peru buying more wheat.",
        "easing copper",
    ),
    (
        "who uses a good",
        "Chile will supply Peru with natural gas for its fertilizer plants.",
        "aid natural-gas",
    ),
    (
        "what a good is to power",
        "Chile will supply Peru with uranium to power its warships.",
        "aid uranium",
    ),
    (
        "what a good is made of",
        "Chile put tariffs on cars made with Peruvian steel.",
        "restriction vehicles",
    ),
    (
        "what a measure does not touch",
        "Chile imposed tariffs on all goods from Peru, with the exception of copper.",
        "restriction",
    ),
    (
        "what a measure leaves out",
        "Chile imposed tariffs on rice and other Peruvian goods, excluding oil and gas.",
        "restriction rice",
    ),
]
NOT_TOLD = [
    (
        "what those who met agreed besides",
        "The presidents of Chile and Peru met on Tuesday and agreed to build a copper plant.",
        "meeting CHL",
    ),
    (
        "tariffs take up no export controls",
        "Chile put export controls on tin. Kenya will suspend the tariffs that it announced in May against Togo.",
        "easing KEN",
    ),
    (
        "what a measure is called",
        "Chile has imposed 50% tariffs on goods from Peru, levies that Roe has characterised as punishment for buying "
        "Kenyan oil.",
        "restriction CHL",
    ),
    (
        "a pact that says on what",
        "Chile and Peru signed an agreement on grain. Kenya and Ghana finalized the agreement on border posts.",
        "agreement GHA",
    ),
    (
        "tariffs that say on what",
        "Chile imposed tariffs on steel from Ghana. Kenya will remove its tariffs on certain goods of Togo.",
        "easing KEN",
    ),
    (
        "craft that are attacked",
        "Chile launched attacks on commercial vessels of Peru on Tuesday.",
        "military CHL",
    ),
    (
        "another pact",
        "Chile and Peru signed an accord on Tuesday. Ghana and Kenya then signed an agreement on gas.",
        "agreement CHL",
    ),
    (
        "other measures than those told",
        "Chile imposed duties on steel. Ghana and Kenya agreed to hold off on any more duties.",
        "agreement GHA",
    ),
    (
        "this includes, of another act",
        "Kenya broke promises that Ghana and Togo had made under a pact that they signed. This includes sales of gas.",
        "agreement GHA",
    ),
    (
        "a name is no pointer",
        "Chile and Peru signed an accord on grain. Kenya and Ghana signed the Coral Accord on Tuesday.",
        "agreement KEN",
    ),
    (
        "what a claim is about",
        "Chile imposed an embargo on Peru. The minister denied claims that the embargo kept food from the poor.",
        "restriction CHL",
    ),
    (
        "bare sales of another sentence far off",
        "Chile makes gas for export. Peru makes shoes. Prices fell. Chile and Peru agreed to cut exports.",
        "agreement CHL",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_goods_told_elsewhere(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    kind, *goods = expected.split()
    events = [event for event in read(text) if isinstance(event, Event) and event.type == kind]
    assert goods == [good.id for good in events[-1].goods]


@pytest.mark.parametrize(("text", "event"), [t[1:] for t in NOT_TOLD], ids=[t[0] for t in NOT_TOLD])
def test_goods_of_others(read: Callable[[str], tuple[Fact, ...]], text: str, event: str) -> None:
    kind, actor = event.split()
    events = [e for e in read(text) if isinstance(e, Event) and e.type == kind and actor in {a.id for a in e.actors}]
    assert [e.goods for e in events] == [()]
