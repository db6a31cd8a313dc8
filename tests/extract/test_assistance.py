"""Aid and support, in made-up sentences."""

from collections.abc import Callable

import pytest
from made_up import not_yet, told

from kg_builder.model import Fact

TOLD = [
    ("The U.S. Senate passed a $95 billion aid package for Ukraine and Israel.", "aid USA -> ISR, UKR occurred"),
    ("The United States approved the sale of missiles to Poland.", "aid USA -> POL occurred"),
    (
        "The World Bank announced $400 million in loans to support projects in Chad, Niger and Mali.",
        "aid World Bank -> MLI, NER, TCD occurred",
    ),
    (
        "The United States hiked tariffs on 200 billion dollars worth of Chinese goods on Monday.",
        "restriction USA -> CHN occurred 2024-06-24",
    ),
    ("Germany sent air-defence missiles to Ukraine on Tuesday.", "aid DEU -> UKR occurred 2024-06-25"),
    ("The World Bank approved a loan of $300 million to Kenya.", "aid World Bank -> KEN occurred"),
    ("Japan will provide 20 billion yen to Papua New Guinea for new ports.", "aid JPN -> PNG planned"),
    ("Norway pledged 5 billion kroner in aid for Ukraine.", "aid NOR -> UKR planned"),
    ("Qatar donated fuel to Lebanon's army.", "aid QAT -> LBN occurred"),
    ("China has invested $2 billion in Zambia's copper mines.", "aid CHN -> ZMB occurred"),
    ("Hungary did not send weapons to Ukraine.", "aid HUN -> UKR not-occurred"),
    ("The United States is considering sending fighter jets to Poland.", "aid USA -> POL proposed"),
    ("Russia supplies wheat to Egypt.", "aid RUS -> EGY ongoing"),
    ("South Korea extended a $500 million loan to Uzbekistan for railways.", "aid KOR -> UZB occurred"),
    ("Toyota will invest in a battery plant in Brazil.", "aid org:Toyota -> BRA planned"),
    ("The EU disbursed 1.5 billion euros to Moldova last week.", "aid EU -> MDA occurred 2024-06"),
    ("Bangladesh received 10,000 tonnes of rice from Myanmar in April.", "aid MMR -> BGD occurred 2024-04"),
    ("Paraguay praised Taiwan for its vaccine programme.", "support PRY -> TWN occurred"),
    ("Ireland recognized the State of Palestine in May.", "support IRL -> PSE occurred 2024-05"),
    ("Iceland's foreign minister expressed solidarity with Georgia.", "support ISL -> GEO occurred"),
    ("Costa Rica welcomed Ecuador's decision to join the pact.", "support CRI -> ECU occurred"),
    ("Australia thanked Fiji for its help after the cyclone.", "support AUS -> FJI occurred"),
    ("Kyiv will receive 20 Leopard tanks from Spain by August.", "aid ESP -> UKR planned"),
    (
        "The African Development Bank granted Malawi $50 million for roads.",
        "aid African Development Bank -> MWI occurred",
    ),
    ("Samsung is investing $17 billion in a chip plant in the United States.", "aid org:Samsung -> USA ongoing"),
    ("Luxembourg has promised to fund schools in Niger.", "aid LUX -> NER planned"),
    ("The Czech foreign minister reaffirmed Prague's support for Taiwan.", "support CZE -> TWN occurred"),
    ("The prime minister of Vanuatu thanked Japan for the new wharf.", "support VUT -> JPN occurred"),
    ("Saudi Arabia deposited $2 billion in Pakistan's central bank.", "aid SAU -> PAK occurred"),
    ("Turkey sent rescue teams and tents to Morocco after the earthquake.", "aid TUR -> MAR occurred"),
    ("Japan will provide 10 billion yen to Vietnam for railways.", "aid JPN -> VNM planned"),
    ("The World Bank approved a $500 million loan to Kenya.", "aid World Bank -> KEN occurred"),
    ("The IMF disbursed $1.1 billion to Pakistan.", "aid IMF -> PAK occurred"),
    ("Washington announced a $300 million arms package for Ukraine.", "aid USA -> UKR occurred"),
    ("China financed a port in Sri Lanka.", "aid CHN -> LKA occurred"),
    ("China is building a railway in Laos.", "aid CHN -> LAO ongoing"),
    ("China built a railway in Kenya.", "aid CHN -> KEN occurred"),
    ("Russia is supplying Iran with fighter jets.", "aid RUS -> IRN ongoing"),
    ("Iran supplied Russia with drones.", "aid IRN -> RUS occurred"),
    ("Germany handed over 18 tanks to Ukraine.", "aid DEU -> UKR occurred"),
    ("Poland gave Ukraine 14 tanks.", "aid POL -> UKR occurred"),
    ("India gifted a corvette to Vietnam.", "aid IND -> VNM occurred"),
    ("The United States welcomed Japan's decision.", "support USA -> JPN occurred"),
    ("France reaffirmed its support for Armenia's territorial integrity.", "support FRA -> ARM occurred"),
    (
        "Ireland, Norway and Spain recognized the State of Palestine in May.",
        "support ESP, IRL, NOR -> PSE occurred 2024-05",
    ),
    ("China voiced support for Pakistan's sovereignty.", "support CHN -> PAK occurred"),
    ("India expressed its solidarity with Turkey after the quake.", "support IND -> TUR occurred"),
    ("The UN chief paid tribute to Jordan for hosting refugees.", "support United Nations -> JOR occurred"),
    ("Russia hailed China's peace plan.", "support RUS -> CHN occurred"),
    ("Japan offered condolences to Iran over the death of its president.", "support JPN -> IRN occurred"),
    ("Canada congratulated Mexico on its election.", "support CAN -> MEX occurred"),
    ("Saudi Arabia thanked China for its mediation.", "support SAU -> CHN occurred"),
    ("The Prime Minister of Japan expressed gratitude to India for its hospitality.", "support JPN -> IND occurred"),
    ("Finland endorsed Estonia's candidate.", "support FIN -> EST occurred"),
    ("South Korea will contribute $10 million to the United Nations.", "aid KOR -> United Nations planned"),
    ("Australia has committed A$600 million to Papua New Guinea.", "aid AUS -> PNG planned"),
    ("India extended a $1 billion credit line to Sri Lanka.", "aid IND -> LKA occurred"),
    ("The EU unveiled a 7.4 billion euro package for Egypt in March.", "aid EU -> EGY occurred 2024-03"),
    ("The EU granted Moldova candidate status in June 2022.", "support EU -> MDA occurred 2022-06"),
    ("Egypt lent its backing to Sudan's army.", "support EGY -> SDN occurred"),
    ("Kosovo was recognized by Israel in 2020.", "support ISR -> XKX occurred 2020"),
    ("Turkey ratified Finland's accession to NATO.", "support TUR -> FIN occurred"),
    ("Norway will train Ukrainian pilots.", "aid NOR -> UKR planned"),
    ("Britain is training Ukrainian soldiers.", "aid GBR -> UKR ongoing"),
    ("Qatar agreed to fund salaries in Lebanon.", "aid QAT -> LBN planned"),
    ("The Asian Development Bank will lend Bangladesh $400 million.", "aid Asian Development Bank -> BGD planned"),
    ("TSMC is building a chip plant in Germany.", "aid org:TSMC -> DEU ongoing"),
    ("The United States has allocated $50 million for clean energy in Indonesia.", "aid USA -> IDN occurred"),
    ("Japan will write off Ethiopia's debt.", "aid JPN -> ETH planned"),
    ("Canada donated four howitzers to Ukraine.", "aid CAN -> UKR occurred"),
    ("Oman received 2 million vaccine doses from China.", "aid CHN -> OMN occurred"),
    ("Ukraine received its first F-16s from the Netherlands.", "aid NLD -> UKR occurred"),
    ("Venezuela ships oil to Cuba.", "aid VEN -> CUB ongoing"),
    ("Chile launched a Peru Recovery Fund.", "aid CHL -> PER occurred"),
    ("Norway doubled its aid to Ukraine.", "aid NOR -> UKR occurred"),
    ("Spain will send Patriot missiles to Ukraine.", "aid ESP -> UKR planned"),
    ("The Emirates pledged $10 billion of investment in Kenya.", "aid ARE -> KEN planned"),
]
#: Sport, culture, nature, questions, conditions, what is only mentioned.
NO_EVENT = [
    "The Louvre lent a statue to a museum in Russia.",
    "Norway stands by its decision on Chile.",
    "Shell sold its petrol stations in Argentina.",
    "Fans in Germany donated money to a Polish zoo.",
    "Swedish critics praised the Iranian film.",
    "Nobody in Madagascar expects help from Mauritius.",
    "The gift of music unites Cuba and Spain.",
    "Two thick walls support the old bridge in Bosnia.",
    "A fan club in Chile backs Real Madrid.",
    "Rain supplies most of the water in Ireland.",
    "The bank gave a loan to a bakery in Vienna.",
]
NOT_YET = {
    "giving told in words that no frame has": [
        (
            "Military aid worth $1 billion for Israel was approved by Congress on Saturday.",
            "aid USA -> ISR occurred 2024-06-22",
        ),
        (
            "Berlin has delivered a third air defence system to Kyiv, the German government said.",
            "aid DEU -> UKR occurred",
        ),
    ],
    "what is backed is told besides": [("Brazil backs Argentina's bid to join BRICS.", "support BRA -> ARG occurred")],
}


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *not_yet(NOT_YET)])
def test_what_is_told(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_event(read: Callable[[str], tuple[Fact, ...]], text: str) -> None:
    assert told(read(text)) == ""
