"""Slots of the one event that a made-up text tells: date, place, name, goods, officials, evidence."""

from collections.abc import Callable

import pytest

from kg_builder.model import Event, Fact

Read = Callable[[str], tuple[Fact, ...]]

DATED = [
    ("Chile and Peru signed a pact on Monday.", "2024-06-24"),
    ("Chile and Peru signed a pact that was drafted in May.", None),
    ("On 2 March 2021, Chile condemned Peru.", "2021-03-02"),
    ("Chile condemned Peru, which will hold elections in July.", None),
    ("Chile will host a summit with Peru on July 9.", "2024-07-09"),
    ("Chile praised Peru for its 2019 reform.", None),
    ("The UN Security Council today voted to extend the ban on diamonds from Liberia.", "2024-06-26"),
    ("Chile imposed tariffs on steel from Peru, effective July 1.", "2024-07-01"),
    ("Chile announced tariffs on steel from Peru. The tariffs will take effect on 1 August.", "2024-08-01"),
    ("Chile banned exports of copper to Peru. A law on lakes takes effect on 1 August.", None),
    ("Chile recalled the Declaration of 2 March 2021, signed by Norway, Peru and Ghana.", "2021-03-02"),
    ("Following the third round of the Chile-Peru Dialogue, held March 2, 2021, in Lima, trade grew.", "2021-03-02"),
    ("After talks with Peru on Monday, Chile was calm.", "2024-06-24"),
    ("After talks with Peru, Chile was calm on Monday.", None),
    ("The ministers welcomed the signing today of the pact between Chile and Peru.", "2024-06-26"),
    ("Held on Monday, the talks between Chile and Peru were led by Ana Diaz.", "2024-06-24"),
    ("Signed in May, the agreement between Chile and Peru covers trade.", "2024-05"),
    ("Founded in 1990, the dialogue between Chile and Peru was led by Ana Diaz.", None),
    ("The meeting followed the Oslo summit between Chile and Peru in November 2023.", "2023-11"),
    ("In November 2023 the meeting followed the Oslo summit between Chile and Peru.", None),
    ("Chile and Peru met at last year's forum on 2 June.", "2023-06-02"),
    ("Chile pledged to strengthen its ties with Peru on Wednesday.", "2024-06-26"),
    ("Chile said on Monday that it will ban exports of copper to Peru.", "2024-06-24"),
    ("The EU's Chips Act entered into force in May.", "2024-05"),
    ("The talks between Chile and Peru were postponed to September.", "2024-09"),
    ("Chile's president arrives in Peru on Saturday.", "2024-06-29"),
    ("Chile adopted a budget for 2026.", None),
    ("A Chilean strike on Peru killed four people on Tuesday.", "2024-06-25"),
    ("Norway agreed on Monday to extend the ban on fish from Russia.", None),
    ("Iran said on Thursday that it would not comply with the U.S. sanctions.", "2024-06-20"),
    ("When Chile raised its fees in March, Peru denounced the move as illegal.", "2024-03"),
    ("As it tested the waters on Monday, Chile accused Peru of lying.", "2024-06-24"),
    ("While it grew strong in March, Chile accused Peru of lying.", None),
    ("On the anniversary of the flood of May 3, 2023, Chile condemned Peru.", None),
    ("In response to the attack of May 3, Chile imposed sanctions on Peru.", None),
    ("In a response on Monday, Chile condemned Peru.", "2024-06-24"),
    ("LIMA, June 25 (LNA) -- Peru condemned the tests by Chile.", "2024-06-25"),
    ("Lines of anger\n\nLIMA, June 25 - Peru and Chile have signed a pact, officials said.", "2024-06-25"),
    ("LIMA, June 25. /LNA/. Peru rejected a demand by Chile.", "2024-06-25"),
    ("LIMA, June 25 (LNA) -- Peru on Monday condemned Chile.", "2024-06-24"),
    ("LIMA, June 25 (LNA) -- Peru will visit Chile.", None),
    ("LIMA, June 25 (LNA) -- Prices rose. Peru condemned Chile.", None),
    ("LIMA (LNA) -- Peru condemned Chile.", None),
    ("Talks between Chile and Peru are scheduled for Thursday.", "2024-06-27"),
    ("Talks between Chile and Peru are due in Lima on Thursday.", "2024-06-27"),
    ("Talks between Chile and Peru are due to take place on Thursday.", "2024-06-27"),
    ("Talks between Chile and Peru were held on Thursday.", "2024-06-20"),
    ("Talks between Chile and Peru got under way on Monday.", "2024-06-24"),
    ("Talks between Chile and Peru failed to resolve the dispute in April.", "2024-04"),
    ("The talks between Chile and Peru were their first since 2017.", None),
    ("Chile and Peru held their first talks since 2017.", None),
    ("In its conclusions of 19 December 2023, the European Council condemned Peru.", "2023-12-19"),
    ("In its review of 19 December 2023, the European Council condemned Peru.", None),
    ("Chile has banned imports of steel from Peru from July 20.", "2024-07-20"),
    ("Chile will suspend for a year, starting on 10 November, imports of steel from Peru.", "2024-11-10"),
    ("Chile vowed on Monday to ban imports of steel from Peru.", "2024-06-24"),
    ("Chile said last month that it would lift its tariffs on steel from Peru.", "2024-05"),
    ("The Chilean minister will leave on Friday on a trip that will begin with a visit to Peru.", "2024-06-28"),
    ("Chile and Peru will hold a summit by the end of 2024.", "2024"),
    ("Chile's executive order bans imports of steel from Peru from mid-September.", "2024-09"),
    ("In a declaration signed on Monday, Chile condemned Peru.", "2024-06-24"),
    ("Chile planned a law that will override the pact with Peru made last year.", None),
    ("Chile's foreign minister is to meet her Peruvian counterpart in Lima this coming Tuesday.", "2024-07-02"),
    ("Beginning July 1, Chile will impose tariffs on steel from Peru.", "2024-07-01"),
    ("Speaking to reporters in Lima on Tuesday, Chile's president accused Peru of lying.", "2024-06-25"),
    ("Having lost an ally on Tuesday, Chile's president accused Peru of lying.", None),
    ("Chile's president accused Peru of lying at a news conference on Tuesday.", "2024-06-25"),
    ("In a letter sent on Tuesday, Chile urged Peru to lift tariffs.", "2024-06-25"),
    ("In a letter to Peru dated June 25, Chile urged it to lift tariffs.", "2024-06-25"),
    ("Chile launched strikes on Peru overnight on Tuesday.", "2024-06-25"),
    ("Today marks the signing of an agreement between Chile and Peru on lithium.", "2024-06-26"),
    ("Chile announced today that it is providing $20 million in aid to Peru.", "2024-06-26"),
    ("Chile's president invited the president of Peru to a summit in Lima on July 9.", None),
    ("Chile is pleased to announce that it has agreed with Peru on a pact.", None),
    ("On Monday Chile's president signed an order that bans imports of steel from Peru.", "2024-06-24"),
    ("Chile and Peru will hold a summit by the end of 2030.", None),
    ("Lawmakers of Chile will on Thursday approve a law on lithium.", "2024-06-27"),
    ("Norway will suspend the tariffs on Chad announced since 4 March 2024.", None),
    ("Washington, DC - Chilean Foreign Minister Ana Diaz spoke today with Peruvian Foreign Minister Luis Vega.",
     "2024-06-26"),
]  # fmt: skip
PLACED = [
    ("Norway launched missiles from Peru on Monday.", None),
    ("Norway will withdraw its troops from Peru within weeks.", "Peru"),
    ("Peru struck Chad.", None),
    ("The British prime minister met Peruvian President Ana Diaz in Downing Street on Monday.", "Downing Street"),
    ("German Chancellor Jan Roe met Peruvian President Ana Diaz at the Chancellery today.", "Chancellery"),
    ("President Doe of Chad met Peruvian President Ana Diaz at the Kremlin today.", "Kremlin"),
    ("The United States hosted a White House summit with Peru.", "White House"),
    ("Norway and Peru met in Tumaco, Colombia, on Monday.", "Tumaco"),
    ("Norway and Peru met today to launch a dialogue in Tumaco, Colombia.", "Tumaco"),
    ("Norway and Peru met on Monday at the United States Naval Academy.", "United States Naval Academy"),
    ("Norway is concerned by the drills of Chad, its foreign minister said on Friday in Geneva.", "Geneva"),
    ("Norway and Chad signed a pact in May, the Norwegian foreign minister said on Friday in Geneva.", None),
    ("In January, Norway signed a pact with Peru.", None),
    ("In Parliament, Norway accused Chad of lying.", None),
    ("The ministers of Norway and Chad met on Monday to launch an office in Goma.", None),
    ("Norway met Peru's minister and Ana Roe, a professor at Lund University, on Monday.", None),
    ("In Malaysia, Peru met Chad, and Peru announced a pact with Thailand.", "Malaysia"),
    ("The United States sanctioned four scientists at the Kurchatov Institute.", None),
    ("The foreign ministers of Norway and Peru met in N'Djamena on Monday.", "N'Djamena"),
    ("The foreign ministers of Norway and Peru met in Santo Domingo on Monday.", "Santo Domingo"),
    ("The foreign ministers of Norway and Peru met in The Hague on Monday.", "The Hague"),
    ("Norway lashed out at Egypt over tariffs.", None),
    ("Chile and Peru signed a pact in Lima on Monday.", "Lima"),
    ("In Geneva, Iran and Oman agreed to reopen embassies.", "Geneva"),
    ("Chile condemned Peru.", None),
    ("Talks between Chile and Peru are under way in Oslo.", "Oslo"),
    ("Talks between Chile and Peru are due to take place in Oslo on Thursday.", "Oslo"),
    (
        "In Leeds, U.K., on June 24, 2024, Norwegian Foreign Minister Joe Doe met with Peru's Foreign Minister Ana "
        "Roe.",
        "Leeds",
    ),
    (
        "On the margins of a summit in Leeds, on June 24, Norwegian Foreign Minister Joe Doe met with Peru's Foreign "
        "Minister Ana Roe.",
        "Leeds",
    ),
    ("The Kenyan and Malian foreign ministers met in Accra on June 24.", "Accra"),
    ("The energy ministers of Chile and Peru met in Oslo on June 24 and signed a pact on grain.", "Oslo"),
    ("Talks between Chile and Peru were important for peace in Mali.", None),
    ("Thai Foreign Minister Niran Suksai visited Laos on Monday.", "Laos"),
    ("Ghana and Togo held talks in Washington, D.C., on Friday.", "Washington, D.C."),
    ("Chile and Peru signed a pact on mines in Bolivia at a ceremony in Lima.", "Lima"),
    ("Chile and Peru signed a pact at the Hotel Bolivar in Lima.", "Lima"),
    ("Spain and Morocco held talks at the Royal Palace in Rabat on Monday.", "Rabat"),
    ("Chile condemned the coup in Mali.", None),
    ("Chile and Peru signed a pact at COP27 in Egypt.", "Egypt"),
    ("Iraq expressed support for elections in Libya.", None),
    ("The United States sanctioned three firms based in Dubai.", None),
    ("Chile and Peru agreed to build a port in Bolivia.", None),
    ("Russia launched missiles at a depot in Odesa.", "Odesa"),
    ("The Geneva talks between Iran and Oman ended on Friday.", "Geneva"),
    ("Ministers from Chile and Peru met on the sidelines of the General Assembly in New York.", "New York"),
    ("While visiting Hanoi, Philippine President Jose Cruz signed an accord with Vietnam.", "Hanoi"),
    ("At a press conference in Ankara, Turkish President Ali Demir condemned Syria.", "Ankara"),
    ("Speaking at a ceremony in Lima, Peruvian President Luis Vega praised Chile.", "Lima"),
    ("Officials from Iran and Oman gathered in Muscat for talks on gas.", "Muscat"),
    ("Japan and India held their annual summit in the Japanese city of Nagoya.", "Nagoya"),
    ("Chile's foreign minister met his Peruvian counterpart in the Peruvian capital on Monday.", "Lima"),
    ("Iranian and Iraqi ministers met in the southern port city of Basra.", "Basra"),
    ("China sent troops into Tibet in 1950.", "Tibet"),
    ("Serbia pledged to deepen ties with Chile by opening consulates in Valparaiso.", None),
    ("Ghana will host a summit with Togo in May.", "Ghana"),
    (
        "Chilean Foreign Minister Ana Diaz welcomed Peruvian Foreign Minister Luis Vega and his delegation to "
        "Washington.",
        "Washington",
    ),
    ("Chile's president will travel to Lima, where she will meet Peru's president.", "Lima"),
    ("US President Joe Tan hosted German Chancellor Olaf Berg in the Oval Office on Friday.", "Oval Office"),
    ("US President Joe Tan hosted a summit with British Prime Minister Ann Lee in May.", None),
]
NAMED = [
    ("Chile and Peru signed the Arica Treaty in 2019.", "Arica Treaty"),
    ("Chile and Peru signed a treaty in 2019.", None),
    ("India passed the National Quarries Act in 2020.", "National Quarries Act"),
    ("Chile and Peru held the Andes Dialogue on Monday.", "Andes Dialogue"),
    ("Chile and Peru concluded the third Chile-Peru Economic Dialogue.", "Chile-Peru Economic Dialogue"),
    ("The Chile-Peru Strategic Dialogue was held on Monday.", "Chile-Peru Strategic Dialogue"),
    ("Chile and Peru met on Monday at the Pacific Energy Summit in Lima.", "Pacific Energy Summit"),
    ("Chile and Peru launched the Andes Copper Initiative on Monday.", "Andes Copper Initiative"),
    ("Chile and Peru signed the Lima Declaration on Migration and Protection.",
     "Lima Declaration on Migration and Protection"),
    ("Chile and Peru agreed to a Framework for Copper Supply.", "Framework for Copper Supply"),
    ("Chile and Peru signed a Memorandum of Understanding on copper.", None),
    ("Chile and Peru signed a Free Trade Agreement.", None),
    ("President Diaz of Chile signed an Executive Order on copper.", None),
    ("Japan, South Korea, Taiwan and the U.S. have established the Chip 4 Alliance.", "Chip 4 Alliance"),
    ("Chile joined NATO on Monday.", None),
]  # fmt: skip
GOODS = [
    ("Chile and Peru signed a pact on lithium and copper.", "copper lithium"),
    ("China banned exports of gallium to Japan.", "gallium"),
    ("Qatar, an exporter of oil, condemned Iraq.", ""),
    ("Chile and Peru signed a pact on lithium, which is needed for batteries.", "lithium"),
    ("Chile and Peru, both copper producers, signed a pact on wheat.", "grain"),
    ("Chile threatened tariffs on Peru's cars if Peru did not end its duties on rice.", "vehicles"),
    ("The United States lifted tariffs on Japanese cars as soon as Japan complied with a pact on chips.", "vehicles"),
    ("Chile and Peru signed a pact on gallium, advancing their lead in chips.", "gallium"),
    ("Chile and Peru signed a plan to remove barriers that slow trade in wheat.", "grain"),
    ("Chile exports copper and lithium. On Monday, it banned exports of such metals.", "copper lithium"),
    ("Copper is dear. These goods matter. On Monday, Chile banned the export of such goods to Peru.", ""),
    ("A gas pipeline crosses Iran. Iran and Iraq signed a contract to operate the pipeline.", "natural-gas"),
    ("Chile and Peru met in Lima on Monday. The talks focused on lithium and copper.", "copper lithium"),
    ("Chile and Peru met in Lima on Monday. Chile's parliament discussed lithium.", ""),
    ("China announced new export controls on several metal products. These include tungsten.", "tungsten"),
    ("China announced new export controls on several metal products. Shops sell tungsten.", ""),
    ("Amid a row over wheat, Ghana and Togo signed a pact on lithium.", "lithium"),
    ("Norway will ban imports of oil from Chad in retaliation for tariffs on fish.", "oil"),
    ("Norway criticised Chad after talks on missiles.", "missiles"),
    ("Norway sanctioned Chad in response to a strike with missiles.", ""),
    ("Norway urged Chad, an oil producer, to respect human rights.", ""),
    ("Norway called on Chad and other nuclear-weapon states to hold talks.", ""),
    ("Norway sent Chad drones to protect its power grid.", "drones"),
    ("Ghana and Togo signed a pact to protect undersea cables.", "telecommunications"),
    ("Norway imposed tariffs on oil exporters in Chad.", "oil"),
    ("Norway lifted tariffs on farm products from Chad.", ""),
    ("Norway will lift duties for all Chadian industrial and agricultural goods exported to Norway.", ""),
]
OFFICIALS = [
    (
        "Greek Prime Minister Eleni Markou met Bulgarian President Petar Donev.",
        ["Eleni Markou", "Petar Donev"],
    ),
    ("Greek Prime Minister Eleni Markou condemned Bulgarian President Petar Donev.", ["Eleni Markou"]),
    ("Greece condemned Bulgaria.", []),
    ("Greek Prime Minister Eleni Markou said Greece will ban imports of steel.", ["Eleni Markou"]),
    ("Greek Prime Minister Eleni Markou said Bulgaria will ban imports of steel.", []),
]
ATTRIBUTED = [
    ("China has banned exports of gallium to Japan, Tokyo said on Monday.", "JPN"),
    ("Japanese Trade Minister Ken Mori said China had banned exports of gallium to Japan.", "JPN"),
    ("China banned exports of gallium to Japan, according to the European Commission.", "European Commission"),
    ("According to Japan, China has banned exports of gallium.", "JPN"),
    ("China said it will restrict exports of gallium to Japan.", "CHN"),
    ('"Chile and Peru have agreed to share water," Chile\'s foreign ministry said in a statement.', "CHL"),
    ("China banned exports of gallium to Japan in May, Reuters reported.", "org:Reuters"),
    ("Chile announced sanctions on Peru.", ""),
    ("China banned exports of gallium to Japan.", ""),
    ("Rice traders said China had banned exports of gallium to Japan.", ""),
    ("Chile and Peru signed a pact that Bolivia said would harm trade.", ""),
    ("Chile said on Monday that Peru had banned imports of steel. Peru banned imports of steel on Monday.", ""),
]
STATUSES = [
    ("Chile will work to lower tariffs on Peruvian rice.", "planned"),
    ("Chile will seek to ban Peruvian steel.", "planned"),
    ("Chile will endeavor to promote and support investments in Peru.", "planned"),
    ("Chile is likely to block exports of copper to Peru.", "planned"),
    ("Chile said its sanctions on Peru will remain until it withdraws.", "ongoing"),
    ("President Roe of Chile is on a visit to Peru.", "ongoing"),
    ("Chile's president is on a tour which has taken her to Peru.", "ongoing"),
    ("Chile's senators will introduce a bill to protect forests.", "planned"),
]

QUOTED = [
    ("Rain fell. Chile’s “iron” cabinet condemned Peru.  Snow fell.", "Chile’s “iron” cabinet condemned Peru"),
    ("Chile condemned Peru.", "Chile condemned Peru"),
]


@pytest.fixture
def one(read: Read) -> Callable[[str], Event]:
    """The event of a text that tells just one."""

    def only(text: str) -> Event:
        (event,) = (fact for fact in read(text) if isinstance(fact, Event))
        return event

    return only


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_date(one: Callable[[str], Event], text: str, expected: str | None) -> None:
    assert one(text).date == expected


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_place(read: Read, text: str, expected: str | None) -> None:
    assert {event.place for event in read(text) if isinstance(event, Event)} == {expected}


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_name(one: Callable[[str], Event], text: str, expected: str | None) -> None:
    assert one(text).name == expected


@pytest.mark.parametrize(("text", "expected"), GOODS)
def test_goods(one: Callable[[str], Event], text: str, expected: str) -> None:
    assert " ".join(sorted(good.id for good in one(text).goods)) == expected


@pytest.mark.parametrize(("text", "expected"), OFFICIALS)
def test_officials(one: Callable[[str], Event], text: str, expected: list[str]) -> None:
    assert [official.name for official in one(text).officials] == expected


@pytest.mark.parametrize(("text", "expected"), ATTRIBUTED)
def test_whose_account_it_is(one: Callable[[str], Event], text: str, expected: str) -> None:
    assert " ".join(sorted(party.record for party in one(text).attributed_to)) == expected


@pytest.mark.parametrize(("text", "expected"), STATUSES)
def test_status(one: Callable[[str], Event], text: str, expected: str) -> None:
    assert one(text).status == expected


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_evidence_is_the_clause_as_the_article_has_it(one: Callable[[str], Event], text: str, expected: str) -> None:
    (evidence,) = one(text).evidence
    assert evidence.quote == expected == text[evidence.start : evidence.end]


def test_confidence_grows_with_what_supports_an_event(one: Callable[[str], Event]) -> None:
    weak, strong = one("Chile may ban exports of gold."), one("Chile banned exports of gold to Peru.")
    assert 0.5 < weak.confidence < strong.confidence < 1.0
