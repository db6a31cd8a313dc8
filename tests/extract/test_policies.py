"""Policies, in made-up sentences."""

from collections.abc import Callable

import pytest
from made_up import not_yet, told

from kg_builder.model import Fact

TOLD = [
    ("Norwegian legislation could bar Peruvian dealers.", "restriction NOR -> PER proposed"),
    ("Canada outlines GATT reform plan", "policy CAN planned"),
    ("Norway established a task force to combat smuggling.", "policy NOR occurred"),
    ("Norway and Peru will create a joint task force.", "cooperation NOR, PER planned"),
    ("Peru's imposition of a sweeping security law drew fire.", "policy PER occurred"),
    ("Peru's adoption of a child drew fire.", ""),
    ("The European Union decided to extend the mandate of its mission in Chad.", "policy EU occurred"),
    (
        "The African Union agreed on Monday to renew the mandate of its force in Chad.",
        "policy African Union occurred 2024-06-24",
    ),
    ("NATO extended the mandate of its mission in Chad.", "policy NATO occurred"),
    ("The Otto Banking Restrictions Involving North Korea Act is long.", ""),
    ("Chad's Lithium Act helps miners.", "policy TCD occurred"),
    (
        "Norway sanctioned Ola Doe, a Chadian businessman who has built a network of front companies.",
        "restriction NOR -> TCD occurred",
    ),
    ("Norway has built a network of roads.", "policy NOR occurred"),
    ("Norway announced a policy that applies to Chadian officials.", "policy NOR occurred"),
    ("Ghana began an anti-dumping investigation into Togolese steel.", "restriction GHA -> TGO occurred"),
    ("Ghana created a cobalt reserve.", "policy GHA occurred"),
    ("Ghana's president directed the initiation of an investigation of zinc imports.", "policy GHA occurred"),
    (
        "Ghana's president signed an order imposing tariffs on Malian gold on Monday.",
        "restriction GHA -> MLI occurred 2024-06-24",
    ),
    ("Ghana's president signed an order creating a mining agency.", "policy GHA occurred"),
    ("Japan will double its defence spending by 2027.", "policy JPN planned"),
    ("Japan set aside 2 trillion yen for chip makers.", "policy JPN occurred"),
    ("Poland is to expand its army to 300,000 soldiers.", "policy POL planned"),
    ("Peru and Chile moved to boost oil production.", "policy CHL, PER planned"),
    ("Norway will cut oil output by 100,000 barrels a day.", "policy NOR planned"),
    ("Ghana is building its first nuclear power plant.", "policy GHA ongoing"),
    ("India adopted a national semiconductor strategy in 2021.", "policy IND occurred 2021"),
    ("France's parliament passed a law on critical minerals on Tuesday.", "policy FRA occurred 2024-06-25"),
    ("Congress approved a budget of $886 billion for defence.", "policy USA occurred"),
    ("Brazil's president signed a decree on gold mining last Friday.", "policy BRA occurred 2024-06-21"),
    ("The Mexican Senate failed to pass the energy bill.", "policy MEX not-occurred"),
    ("Vietnam plans to adopt a new defence strategy next year.", "policy VNM planned 2025"),
    ("Kazakhstan launched a programme to expand uranium mining.", "policy KAZ occurred"),
    ("Italy published its strategy for the Indo-Pacific in January.", "policy ITA occurred 2024-01"),
    ("Australia's government released a defence white paper on Monday.", "policy AUS occurred 2024-06-24"),
    ("Poland is considering a law on foreign agents.", "policy POL proposed"),
    ("The Philippines enacted legislation that defines its maritime zones.", "policy PHL occurred"),
    ("A law on data protection was adopted by Ghana's parliament in 2012.", "policy GHA occurred 2012"),
    ("Turkey declared a state of emergency in the border provinces.", "policy TUR occurred"),
    ("Tokyo's new economic security law, passed in May 2022, protects supply chains.", "policy JPN occurred 2022-05"),
    ("Egypt's parliament has approved legislation on renewable energy.", "policy EGY occurred"),
    ("Seoul announced a $19 billion support package for its chip industry.", "policy KOR occurred"),
    ("Kuwait amended its citizenship law.", "policy KWT occurred"),
    ("Thailand's cabinet on Tuesday endorsed a plan to build a land bridge.", "policy THA occurred 2024-06-25"),
    ("Norway scrapped a plan for deep-sea mining.", "policy NOR not-occurred"),
    ("Japan's Diet enacted a law on economic security in May 2022.", "policy JPN occurred 2022-05"),
    ("India launched a production-linked incentive scheme for semiconductors.", "policy IND occurred"),
    ("The White House released its national security strategy.", "policy USA occurred"),
    ("Indonesia amended its mining law.", "policy IDN occurred"),
    ("South Korea will spend $19 billion to support its chip industry.", "policy KOR planned"),
    ("China set a growth target of 5 percent.", "policy CHN occurred"),
    ("Mexico nationalized its lithium deposits in 2022.", "policy MEX occurred 2022"),
    ("Zambia has drawn up a strategy for critical minerals.", "policy ZMB occurred"),
    ("Australia will establish a strategic reserve of critical minerals.", "policy AUS planned"),
    ("The Taiwanese government raised its defence budget to 3 percent of GDP.", "policy TWN occurred"),
    ("Vietnam adopted a semiconductor strategy.", "policy VNM occurred"),
    ("Britain published its critical minerals strategy in July 2022.", "policy GBR occurred 2022-07"),
    ("The EU's Critical Raw Materials Act entered into force in May.", "policy EU occurred 2024-05"),
    ("Chile unveiled a plan to nationalize its lithium mines.", "policy CHL occurred"),
    ("Germany's parliament passed a budget for 2025.", "policy DEU occurred"),
    ("Kazakhstan introduced a tax on crypto mining.", "policy KAZ occurred"),
    ("The Indian cabinet cleared a national critical mineral mission.", "policy IND occurred"),
    ("Argentina devalued its currency in December.", "policy ARG occurred 2023-12"),
    ("The Philippines is drafting a bill on maritime zones.", "policy PHL planned"),
    ("The U.S. House of Representatives passed a bill that would ban TikTok.", "policy USA occurred"),
    ("Russia declared a state of emergency in Kursk.", "policy RUS occurred"),
    ("China released a white paper on Taiwan.", "policy CHN occurred"),
    ("The Malaysian government issued guidelines on rare earths.", "policy MYS occurred"),
    ("Congress is debating a bill on biotech.", "policy USA proposed"),
    ("Namibia's cabinet banned the export of unprocessed lithium.", "restriction NAM occurred"),
    ("The Danish government has proposed a tax on farm emissions.", "policy DNK proposed"),
    ("Saudi Arabia unveiled a new mining law on Sunday.", "policy SAU occurred 2024-06-23"),
    ("Canada's parliament passed a bill on rail transport.", "policy CAN occurred"),
    ("The Malaysian prime minister launched a national semiconductor strategy in May.", "policy MYS occurred 2024-05"),
    ("France plans to build six nuclear reactors.", "policy FRA planned"),
    ("Chile's president announced a national lithium strategy.", "policy CHL occurred"),
    ("Latvia will bring back conscription next year.", "policy LVA planned 2025"),
    ("Beijing issued a white paper on arms control.", "policy CHN occurred"),
    ("The Netherlands increased its defence budget.", "policy NLD occurred"),
    ("Ghana's cabinet approved a green minerals policy.", "policy GHA occurred"),
]
#: Sport, culture, nature, questions, conditions, what is only mentioned.
NO_EVENT = [
    "Critics in Sweden oppose conscription.",
    "Norway intends to build supply chains that last.",
    "Norway runs a programme that aims to train teachers.",
    "Inflation boosted spending in Chad.",
    "Norway set aside the dispute with Sweden.",
    "Falling demand cut oil output in Norway.",
    "Norway's oil production increased to 2 million barrels.",
    "Chad's lawyers read section 5 of its Water Act aloud.",
    "The team changed its strategy after losing to Ghana.",
    "Under a Swiss law, banks keep secrets.",
    "The laws of physics hold in Japan as in Peru.",
    "The museum in Prague announced a new programme of concerts.",
    "If Malaysia passes the bill, exports would fall.",
    "The company adopted a new policy on remote work in its Dublin office.",
    "Murphy's law holds in Ireland too.",
    "A review of the French film appeared in a Canadian paper.",
    "Kenya also plans to discuss Norwegian concerns about Chad's activities.",
    "Kenya plans to raise the matter with Chad.",
]
NOT_YET = {
    "a policy's verb or noun that no frame has": [
        (
            "The European Commission will present a new chips act in September.",
            "policy European Commission planned 2024-09",
        )
    ]
}


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *not_yet(NOT_YET)])
def test_what_is_told(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_event(read: Callable[[str], tuple[Fact, ...]], text: str) -> None:
    assert told(read(text)) == ""
