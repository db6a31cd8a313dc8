"""What parties do together, in made-up sentences."""

from collections.abc import Callable

import pytest
from made_up import not_yet, told

from kg_builder.model import Fact

TOLD = [
    ("President Jane Roe relaunched the Norway-Peru Economic Dialogue.", "cooperation NOR, PER occurred"),
    ("Norway and Chad engaged in close collaboration on fisheries.", "cooperation NOR, TCD occurred"),
    ("Norway engaged in close collaboration on fisheries.", ""),
    (
        "This statement affirms the shared intention of Norway and Chad to promote trade.",
        "cooperation NOR, TCD planned",
    ),
    ("This statement affirms the shared intention of Norway to promote trade.", ""),
    ("Norway and Chad announced a new partnership on cobalt.", "cooperation NOR, TCD occurred"),
    ("Norway and Chad announced the Norway-Chad Cobalt Partnership.", "cooperation NOR, TCD occurred"),
    ("Norway and Chad celebrated the Norway-Chad Cobalt Partnership.", ""),
    ("Norway announced a new partnership on cobalt.", ""),
    (
        "A joint exercise of Kenyan and Peruvian forces was held on Monday.",
        "cooperation KEN, PER occurred 2024-06-24",
    ),
    (
        "Kenya's and Peru's ministers met on Monday. A commission was set up in 1995 to settle the dispute.",
        "meeting KEN, PER occurred 2024-06-24",
    ),
    ("Kenya and Peru convened a meeting of ministers at the Chilean Mission.", "meeting KEN, PER occurred"),
    (
        "Kenya and Peru held talks on June 24. A Supply Chain Working Group was established.",
        "cooperation KEN, PER occurred 2024-06-24 | meeting KEN, PER occurred 2024-06-24",
    ),
    (
        "Kenya and Peru announced on June 24 the elevation of their ties to a Strategic Partnership.",
        "cooperation KEN, PER occurred 2024-06-24",
    ),
    ("The Kenya-Peru Minerals Partnership was launched on Monday.", "cooperation KEN, PER occurred 2024-06-24"),
    ("The second Kenya-Peru Minerals Forum was inaugurated on Monday.", ""),
    ("Saudi Arabia reopened its embassy in Syria.", "cooperation SAU, SYR occurred"),
    ("The United States joined Kenya in a new partnership on forests.", "cooperation KEN, USA occurred"),
    ("Belarus announced the creation of a joint brigade with Russia.", "cooperation BLR, RUS occurred"),
    ("Kenya and Japan welcomed the establishment of a joint commission.", "cooperation JPN, KEN occurred"),
    ("Norway and Chile postponed joint military drills.", "cooperation CHL, NOR planned"),
    (
        "India and France held a joint naval exercise in the Arabian Sea last week.",
        "cooperation FRA, IND occurred 2024-06",
    ),
    ("Oman and Iran restored diplomatic ties in 2023.", "cooperation IRN, OMN occurred 2023"),
    ("Estonia and Latvia launched a joint cyber defence centre on Monday.", "cooperation EST, LVA occurred 2024-06-24"),
    ("The United Kingdom shares intelligence with Ukraine.", "cooperation GBR, UKR ongoing"),
    ("Chile and Argentina intend to build a lithium processing hub together.", "cooperation ARG, CHL planned"),
    ("Morocco and Spain plan joint patrols in the Strait of Gibraltar.", "cooperation ESP, MAR planned"),
    ("Indonesia and Malaysia formed a palm oil council.", "cooperation IDN, MYS occurred"),
    ("Turkey and Egypt will restore full diplomatic relations next month.", "cooperation EGY, TUR planned 2024-07"),
    ("Rwanda and Tanzania are jointly building a railway.", "cooperation RWA, TZA ongoing"),
    ("South Africa and China staged naval drills off Durban on Friday.", "cooperation CHN, ZAF occurred 2024-06-21"),
    (
        "Vietnam and Japan upgraded their relationship to a comprehensive strategic partnership in November 2023.",
        "cooperation JPN, VNM occurred 2023-11",
    ),
    ("Finland joined NATO in 2023.", "cooperation FIN, NATO occurred 2023"),
    ("Sweden and Norway have set up a task force on undersea cables.", "cooperation NOR, SWE occurred"),
    ("The navies of Kenya and Madagascar are patrolling the channel together.", "cooperation KEN, MDG ongoing"),
    (
        "Panama and Costa Rica exchanged information on smugglers last Thursday.",
        "cooperation CRI, PAN occurred 2024-06-20",
    ),
    (
        "Ankara and Cairo exchanged ambassadors on Tuesday, restoring ties after a decade.",
        "cooperation EGY, TUR occurred 2024-06-25",
    ),
    (
        "Troops from Japan and Australia trained together near Darwin last month.",
        "cooperation AUS, JPN occurred 2024-05",
    ),
    ("The United States, Britain and Australia formed AUKUS in 2021.", "cooperation AUS, GBR, USA occurred 2021"),
    ("Cooperation between Peru and Chile deepened in 2022.", "cooperation CHL, PER occurred 2022"),
    (
        "Brazil and Argentina launched a joint satellite programme in March, officials said.",
        "cooperation ARG, BRA occurred 2024-03",
    ),
    ("The German and Polish armies began a joint exercise on Monday.", "cooperation DEU, POL occurred 2024-06-24"),
    ("Ghana and Ivory Coast will create a joint cocoa board.", "cooperation CIV, GHA planned"),
    ("Singapore is sharing cyber threat data with Malaysia.", "cooperation MYS, SGP ongoing"),
    ("Russia and China conducted a joint naval patrol in July.", "cooperation CHN, RUS occurred 2023-07"),
    ("Saudi Arabia and Iran reopened their embassies.", "cooperation IRN, SAU occurred"),
    ("Syria and Turkey restored diplomatic ties.", "cooperation SYR, TUR occurred"),
    ("Israel and Morocco normalized relations in December 2020.", "cooperation ISR, MAR occurred 2020-12"),
    ("Japan and Italy are jointly developing a fighter jet.", "cooperation ITA, JPN ongoing"),
    ("The US and Japan are working together to build a chip supply chain.", "cooperation JPN, USA ongoing"),
    (
        "Vietnam and Australia upgraded ties to a comprehensive strategic partnership in March.",
        "cooperation AUS, VNM occurred 2024-03",
    ),
    ("Japan, the United States and India took part in the Malabar exercise.", "cooperation IND, JPN, USA occurred"),
    (
        "South Korea joined the Minerals Security Partnership.",
        "cooperation KOR, Minerals Security Partnership occurred",
    ),
    ("Finland joined NATO in April 2023.", "cooperation FIN, NATO occurred 2023-04"),
    ("Sweden became a member of NATO in March.", "cooperation NATO, SWE occurred 2024-03"),
    (
        "Egypt, Iran and the UAE became members of BRICS in January.",
        "cooperation ARE, BRICS, EGY, IRN occurred 2024-01",
    ),
    ("India and France launched a joint satellite.", "cooperation FRA, IND occurred"),
    ("Norway and Germany set up a hydrogen task force.", "cooperation DEU, NOR occurred"),
    ("India and the US inaugurated a joint research centre.", "cooperation IND, USA occurred"),
    ("The navies of India and Vietnam held drills in the South China Sea.", "cooperation IND, VNM occurred"),
    ("Australia, Britain and the United States formed AUKUS in 2021.", "cooperation AUS, GBR, USA occurred 2021"),
    ("Uganda and Tanzania are building an oil pipeline.", "cooperation TZA, UGA ongoing"),
    (
        "The US and Philippine militaries kicked off their Balikatan exercises on Monday.",
        "cooperation PHL, USA occurred 2024-06-24",
    ),
    ("Nauru established diplomatic relations with China in January.", "cooperation CHN, NRU occurred 2024-01"),
    ("Turkey and Armenia opened their border crossing.", "cooperation ARM, TUR occurred"),
    ("Russia and Iran linked their payment systems.", "cooperation IRN, RUS occurred"),
    ("Ethiopia and Eritrea re-established relations in 2018.", "cooperation ERI, ETH occurred 2018"),
    ("Ukraine and Britain will jointly produce drones.", "cooperation GBR, UKR planned"),
    ("Chile and Peru will undertake joint research on copper.", "cooperation CHL, PER planned"),
]
#: Sport, culture, nature, questions, conditions, what is only mentioned.
NO_EVENT = [
    "Norway liked the Norway-Peru fishing law, which will strengthen Peruvian security.",
    "Chile and Peru welcomed the launch of the rocket.",
    "A Brazilian guitarist and a Cuban singer worked together on an album.",
    "The exercise of power in Hungary and Poland worries scholars.",
    "The film was made in cooperation with studios in Canada and Ireland.",
    "Nature formed a ring of islands between Italy and Tunisia.",
    "French and Thai chefs worked together in a kitchen in Lyon.",
    "The network of rivers connects Brazil and Bolivia.",
]
NOT_YET = {
    "without is a condition": [("Without Brazil and India working together, the rice market would collapse.", "")]
}


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *not_yet(NOT_YET)])
def test_what_is_told(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_event(read: Callable[[str], tuple[Fact, ...]], text: str) -> None:
    assert told(read(text)) == ""
