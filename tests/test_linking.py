"""Whom phrases and pronouns of made-up sentences stand for."""

from collections.abc import Callable

import pytest

from kg_builder.tokens import Doc, Token

#: Text, the last word of a phrase in it (its last occurrence), the parties.
NAMED = [
    ("ECOWAS met in May. The 15-member body protested.", "body", "ECOWAS"),
    ("ECOWAS met NATO in May. The 15-member body protested.", "body", ""),
    ("Niger's military rulers protested.", "rulers", "NER"),
    ("U.S officials protested.", "officials", "USA"),
    (
        "The Norwegian government banned rice exports.\n\nPrices rose.\n\nThe government lifted the ban.",
        "government",
        "NOR",
    ),
    ("Tokyo and Seoul agreed to cut tariffs.", "Tokyo", "JPN, KOR"),
    ("The Chinese side left early.", "side", "CHN"),
    ("Vietnam's foreign ministry protested.", "ministry", "VNM"),
    ("The leaders of Ghana and Togo met.", "leaders", "GHA, TGO"),
    ("The Pentagon denied the report.", "Pentagon", "USA"),
    ("The Knesset passed a law.", "Knesset", "ISR"),
    ("French President Luc Moreau arrived in Dakar.", "Moreau", "FRA"),
    ("Officials from Angola, Zambia and Namibia signed.", "Officials", "AGO, NAM, ZMB"),
    ("The Kremlin rejected the offer.", "Kremlin", "RUS"),
    ("Delegations from Laos and Cambodia arrived.", "Delegations", "KHM, LAO"),
    ("The European Commission and Norway agreed.", "Commission", "European Commission, NOR"),
    ("The farmers protested.", "farmers", ""),
    ("A coalition made up of Ghana and Mali protested.", "coalition", "GHA, MLI"),
    ("The mission made progress of note in Mali.", "mission", ""),
    (
        "Peruvian President Ana Diaz and Chile President Luis Vega on Friday signed a pact.",
        "Vega",
        "CHL, PER",
    ),
    ("The EU's trade commissioner, Norwegian envoy Kari Dahl, left.", "commissioner", "NOR"),
    ("A Chinese restaurant opened.", "restaurant", ""),
    ("The Secretary-General left.", "General", "United Nations"),
    ("NATO met. The Secretary-General left.", "General", ""),
    ("The Secretary-General of the party left.", "General", ""),
]
GROUPS = [
    (
        "Foreign Minister Ana Diaz of Peru met Foreign Minister Kari Dahl of Norway and Foreign Minister Aldo Rossi of "
        "Italy. The Minister and Foreign Ministers signed a memorandum.",
        "Ministers",
        "ITA, NOR",
    ),
    (
        "Peru's foreign minister Ana Diaz met Norway's foreign minister Kari Dahl and Italy's foreign minister Aldo "
        "Rossi. Ms. Diaz thanked her counterparts.",
        "counterparts",
        "ITA, NOR",
    ),
    (
        "Peruvian Foreign Minister Ana Diaz met Norwegian Foreign Minister Kari Dahl. Ms. Diaz and leaders from "
        "industry ate.",
        "leaders",
        "",
    ),
    (
        "Peruvian Foreign Minister Ana Diaz met Norwegian Foreign Minister Kari Dahl. They discussed Chad and Mali. "
        "Both sides left.",
        "sides",
        "NOR, PER",
    ),
    (
        "President Ana Diaz of Peru called President Kari Dahl of Norway, Chancellor Olaf Muster of Germany, and Prime "
        "Minister John Roe of the United Kingdom.",
        "Dahl",
        "DEU, GBR, NOR",
    ),
    ("Chile, Peru and Cuba met. Peru's three allies left.", "allies", ""),
    ("The Ministry of Economy, Trade and Industry of Japan left.", "Ministry", "JPN"),
    ("The Ministry of Foreign Affairs of Norway left.", "Ministry", "NOR"),
    ("A former Norwegian minister left.", "minister", ""),
    ("Norway's opposition leader Jane Doe left.", "leader", ""),
    ("The leader of Norway's opposition left.", "leader", ""),
    ("A Norwegian minister left.", "minister", "NOR"),
    ("The U.N.'s refugee agency left.", "agency", "United Nations High Commissioner for Refugees"),
    ("The EU executive arm met.", "arm", "European Commission"),
    ("The members of the Quint (Chad, Fiji, Mali and Peru) met.", "members", "FJI, MLI, PER, TCD"),
    ("Chile and Peru share a desert. Both countries mine copper.", "countries", "CHL, PER"),
    ("Egypt, Sudan and Ethiopia share a river. The three states quarrel.", "states", "EGY, ETH, SDN"),
    ("Japan, South Korea and China will meet. The trio last met in May.", "trio", "CHN, JPN, KOR"),
    ("Kenya signed a pact with Uganda. The two sides will share power.", "sides", "KEN, UGA"),
    (
        "Greek Prime Minister Eleni Markou met Bulgarian President Petar Donev. The two leaders discussed gas.",
        "leaders",
        "BGR, GRC",
    ),
    (
        "Brazil met Chile and Peru. Both countries mine copper, a farmer said. The three nations agreed.",
        "nations",
        "BRA, CHL, PER",
    ),
    ("Two countries are poor.", "countries", ""),
    ("Spain is warm. Both brothers like it.", "brothers", ""),
]
#: Branches of government without their state: of whom the same was named before, else of where the text comes from.
BRANCHES = [
    ("Norway's foreign ministry protested. The ministry accused Russia.", "ministry", "NOR"),
    ("BANGKOK, June 25 (Reuters) - The government on Tuesday banned exports.", "government", "THA"),
    ("BANGKOK, June 25 (Reuters) - In Laos, the government banned exports.", "government", ""),
    ("ISLAMABAD: The government on Tuesday banned exports.", "government", "PAK"),
    ("BRUSSELS, June 25 (Reuters) - The government resigned.", "government", ""),
    ("Peru's parliament met, as did Chile's parliament. The parliament voted.", "parliament", ""),
    ("The government resigned.", "government", ""),
]
PRONOUNS = [
    (
        "Peruvian Foreign Minister Ana Diaz met Norwegian Foreign Minister Kari Dahl. They discussed Chad and Mali. "
        "Both agreed to meet again.",
        "Both",
        "NOR, PER",
    ),
    (
        "Peruvian Foreign Minister Ana Diaz met Norwegian Foreign Minister Kari Dahl. The foreign minister of Peru "
        "affirmed support for the unity of Chad and Mali. They agreed to meet again.",
        "They",
        "NOR, PER",
    ),
    (
        "Peruvian Foreign Minister Ana Diaz, Norwegian Foreign Minister Kari Dahl and Malian Foreign Minister Ali Deby "
        "met. The ministers spoke of fish. Mali and Peru stressed their ties. The ministers left.",
        "ministers",
        "MLI, NOR, PER",
    ),
    ("Peruvian diplomats blamed Mali. The diplomats also warned Chad.", "diplomats", "PER"),
    ("Peruvian diplomats met the Malian minister. The diplomats also warned Chad.", "diplomats", "MLI, PER"),
    ("Peru affirmed support for the unity of Chad and Mali. They agreed to meet again.", "They", "MLI, TCD"),
    (
        "Peruvian Foreign Minister Ana Diaz met Norwegian Foreign Minister Kari Dahl. The talks were long. They "
        "discussed trade. Ms. Diaz welcomed ties between Chad and Mali. She left early. The two agreed to meet again.",
        "two",
        "NOR, PER",
    ),
    ("Kenya and Uganda met. Peru's envoy Ana Diaz said we are working on it.", "we", "PER"),
    ("Kenya signed a pact with Uganda. They will share power.", "They", "KEN, UGA"),
    ("Canada raised its tariffs.", "its", "CAN"),
    ("Brazil's foreign minister, Ana Costa, spoke on Monday. She criticized Peru.", "She", "BRA"),
    ("Norway's finance minister, Kari Dahl, spoke on Monday. The minister praised Peru.", "minister", "NOR"),
    ("Poland summoned the envoy. It also closed the border.", "It", "POL"),
    ("Moldova asked the EU for help. The bloc agreed.", "bloc", "EU"),
    (
        "The International Criminal Court opened a case. Peru criticized the court.",
        "court",
        "International Criminal Court",
    ),
    ("The International Criminal Court sat. A Kenyan court sat. Peru criticized the court.", "court", ""),
    ("The UN Security Council met on Monday. The body condemned Belarus.", "body", "United Nations Security Council"),
    ("NATO met on Monday. The alliance condemned Belarus.", "alliance", "NATO"),
    ("NATO, the Western military alliance, met. The alliance condemned Belarus.", "alliance", "NATO"),
    ("A labour union struck. The EU met on Monday. The union is angry.", "union", ""),
    ("Inspectors of the IAEA left Iran. The agency is worried.", "agency", "IAEA"),
    ("The WHO met. The news agency Interfax reported it. The agency is sure.", "agency", ""),
    ("OPEC met. Wagner, a military group, left Mali. The group left Chad.", "group", ""),
    ('"We condemn Iran," Danish Foreign Minister Mette Holm said.', "We", "DNK"),
    (
        "The German chancellor, Anna Vogel, met the Polish prime minister, Marek Nowak. Mr. Nowak thanked her.",
        "her",
        "DEU",
    ),
    ("It rained in Cuba.", "It", ""),
    ("EU ministers met on Monday. They condemned Belarus.", "They", "EU"),
    ("Kenyan officials left. They were angry.", "They", "KEN"),
    ("Chinese companies left Mali. They condemned France.", "They", ""),
    ("Farmers are angry. They blame the rain.", "They", ""),
]
OFFICIALS = [
    ("Danish Foreign Minister Mette Holm signed.", "Holm", "Mette Holm"),
    (
        "Danish Foreign Minister Mette Holm and her Fijian counterpart, Jone Tora, met. The ministers signed.",
        "ministers",
        "Jone Tora, Mette Holm",
    ),
    ("Denmark signed.", "Denmark", ""),
    (
        "Danish Vice President Mette Holm met Fijian President Jone Tora in Suva. The two leaders signed.",
        "leaders",
        "Jone Tora, Mette Holm",
    ),
    (
        "Danish Minister Mette Holm met Fijian Minister Jone Tora, Danish spokesperson Ove Lund said. "
        "The officials left.",
        "officials",
        "Jone Tora, Mette Holm",
    ),
]


def phrase(doc: Doc, word: str) -> Token:
    return [token for token in doc if token.text == word][-1]


@pytest.mark.parametrize(("text", "word", "expected"), [*NAMED, *GROUPS, *BRANCHES, *PRONOUNS])
def test_parties(annotated: Callable[[str], Doc], text: str, word: str, expected: str) -> None:
    doc = annotated(text)
    assert ", ".join(sorted(p.record for p in doc._.referents.of(phrase(doc, word)).parties)) == expected


@pytest.mark.parametrize(("text", "word", "expected"), OFFICIALS)
def test_officials(annotated: Callable[[str], Doc], text: str, word: str, expected: str) -> None:
    doc = annotated(text)
    assert ", ".join(sorted(o.name for o in doc._.referents.of(phrase(doc, word)).officials)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Japan's tariffs hurt.", "tariffs", "JPN"),
        ("The US-Mexico summit opened.", "summit", "MEX, USA"),
        ("Turkish forces left.", "forces", "TUR"),
        ("Canada raised its tariffs.", "tariffs", "CAN"),
        ("The tariffs hurt.", "tariffs", ""),
    ],
)
def test_parties_beside_a_noun(annotated: Callable[[str], Doc], text: str, word: str, expected: str) -> None:
    doc = annotated(text)
    assert ", ".join(sorted(p.record for p in doc._.referents.beside(phrase(doc, word)).parties)) == expected
