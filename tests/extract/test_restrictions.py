"""Restrictions and easings, in made-up sentences."""

from collections.abc import Callable

import pytest
from made_up import told

from kg_builder.model import Fact

TOLD = [
    ("Peru sanctioned energy companies Roeneft and Doegas.", "restriction PER -> org:Doegas, org:Roeneft occurred"),
    ("Norway tightened its border controls after the attack.", ""),
    ("Ghana will apply a tariff rate of 18 percent on goods from Togo.", "restriction GHA -> TGO planned"),
    ("Ghana reduced the tariff rate on Togolese goods to 12 percent.", "easing GHA -> TGO occurred"),
    ("Togo will face Ghanaian tariffs.", "restriction GHA -> TGO planned"),
    ("Togo would face tariffs.", ""),
    ("Togo will pay Ghana a tariff rate of 12 percent.", "restriction GHA -> TGO planned"),
    (
        "Ghana and Togo have reached a deal. Imports from Togo will be subject to a tariff of 12 percent.",
        "agreement GHA, TGO occurred | restriction GHA -> TGO planned",
    ),
    (
        "Ghana and Togo have reached a deal. Togo will receive a preferential tariff rate quota for cars.",
        "agreement GHA, TGO occurred | easing GHA -> TGO planned",
    ),
    (
        "Ghana will identify products from Togo to receive a zero percent tariff rate.",
        "easing GHA -> TGO planned",
    ),
    ("Ghana will identify the sailors from Togo.", ""),
    ("Ghana will provide preferential market access for Togolese cocoa.", "easing GHA -> TGO planned"),
    ("Ghana will expand the access of aid convoys to Togo.", ""),
    ("Ghana will address non-tariff barriers to Togolese cocoa.", "easing GHA -> TGO planned"),
    ("Ghana will address the barriers that girls face at school.", ""),
    ("Ghana will establish tariff-rate quotas on Togolese beef.", "easing GHA -> TGO planned"),
    ("Ghana suspended the countermeasures taken against Togo.", "easing GHA -> TGO occurred"),
    ("Ghana will remove the measures it took against Togo in March.", "easing GHA -> TGO planned"),
    ("Ghana will terminate its investigations targeting Togolese steel exporters.", "easing GHA -> TGO planned"),
    ("Ghana closed its investigation into a murder in Togo.", ""),
    ("Ghana will extend certain tariff exclusions for Togo until 2026.", "easing GHA -> TGO planned"),
    ("Ghana will suspend the implementation of the new rules on Togolese firms.", "easing GHA -> TGO planned"),
    ("Ghana suspended the implementation of the deal with Togo.", ""),
    (
        "Ghana will suspend the tariffs on Togolese steel. Ghana will drop its ban on Togolese beef.",
        "easing GHA -> TGO planned | easing GHA -> TGO planned",
    ),
    (
        "Chadian President Ali Issa signed a decree on Monday. The decree prohibits exports of zinc to Mali.",
        "policy TCD occurred 2024-06-24 | restriction TCD -> MLI occurred",
    ),
    (
        "Chadian President Ali Issa issued a proclamation on Monday. The proclamation lifts the tariffs on Togo.",
        "easing TCD -> TGO occurred | policy TCD occurred 2024-06-24",
    ),
    ("Kenya will maintain its tariffs on Peruvian zinc.", "restriction KEN -> PER ongoing"),
    (
        "Ottawa slapped a 100% tariff on Chinese-made electric vehicles, effective Oct. 1.",
        "restriction CAN -> CHN planned 2024-10-01",
    ),
    ("Iran seized a Greek-owned tanker in the Gulf of Oman.", "restriction IRN -> GRC occurred"),
    ("Norway banned the Chilean firm Doegas from its ports.", "restriction NOR -> org:Doegas occurred"),
    ("Norway imposed sanctions on ten ships that carry oil of Mali.", "restriction NOR -> MLI occurred"),
    (
        "Norway and Peru signed a pact. Norway will remove its tariffs.",
        "agreement NOR, PER occurred | easing NOR -> PER planned",
    ),
    (
        "Britain removed 12 Syrian entities, including two ministries, from its sanctions list.",
        "easing GBR -> SYR occurred",
    ),
    ("The new EU sanctions package against Belarus hits potash.", "restriction EU -> BLR ongoing"),
    ("Chile discussed the EU sanctions package with Peru.", ""),
    (
        "Gazprom, a Russian gas producer, raised prices. Gazprom halted deliveries to Poland on Monday.",
        "restriction org:Gazprom -> POL occurred 2024-06-24",
    ),
    ("The storm cut gas supplies to Peru.", ""),
    ("Workers halted gas deliveries to Peru.", ""),
    (
        "The sanctions the EU imposed on Belarus in May were extended on Monday.",
        "restriction EU -> BLR occurred 2024-05",
    ),
    ("The curbs Beijing introduced on gallium hurt Japan.", "restriction CHN occurred"),
    (
        "The tariffs Mr Dahl imposed on foreign steel hurt Peru. Norwegian Prime Minister Tor Dahl spoke.",
        "restriction NOR occurred",
    ),
    (
        "Ghana welcomed the EU decision to impose sanctions on Belarus.",
        "restriction EU -> BLR occurred | support GHA -> EU occurred",
    ),
    (
        "An alliance comprising Ghana, Togo and Mali imposed sanctions on Chad.",
        "restriction GHA, MLI, TGO -> TCD occurred",
    ),
    ("Kenya imposed tariffs on 60 countries, including Japan and Vietnam.", "restriction KEN -> JPN, VNM occurred"),
    ("Russian diamonds are banned from the EU.", "restriction EU -> RUS occurred"),
    ("Canada ordered three Chinese firms to sell their stakes in lithium miners.", "restriction CAN -> CHN occurred"),
    ("Norway blocked the takeover of a chip firm by a Chinese company.", "restriction NOR -> CHN occurred"),
    ("Britain ordered the removal of Chinese equipment from its 5G network.", "restriction GBR -> CHN occurred"),
    (
        "The order, which allows the US to block the assets of Ghanaian officials, was signed in June.",
        "restriction USA -> GHA occurred",
    ),
    ("The United States restricted the issuance of visas for Ghanaian officials.", "restriction USA -> GHA occurred"),
    ("The US announced visa bans for five Ghanaian officials.", "restriction USA -> GHA occurred"),
    ("Norway is pushing for sanctions on Chad.", "restriction NOR -> TCD proposed"),
    ("China's suspension of visas for Japanese travellers has angered Tokyo.", "restriction CHN -> JPN ongoing"),
    ("Iran seized a tanker in the Gulf of Oman.", "restriction IRN occurred"),
    ("Washington released $6 billion in frozen Iranian funds.", "easing USA -> IRN occurred"),
    ("China will grant visa-free entry to Polish citizens.", "easing CHN -> POL planned"),
    ("Thailand scrapped visas for Indian travellers.", "easing THA -> IND occurred"),
    (
        "Chad will ease trade through the removal of tariffs on Kenyan goods.",
        "easing TCD -> KEN planned",
    ),
    ("In August, China initiated export controls on gallium.", "restriction CHN occurred 2023-08"),
    ("Two Chinese agencies on Thursday announced new export control measures.", "restriction CHN occurred 2024-06-20"),
    (
        "EU countries approved a 14th package of sanctions against Belarus on Thursday.",
        "restriction EU -> BLR occurred 2024-06-20",
    ),
    (
        "China's commerce ministry said on Thursday it would bar the export of graphite to Japan.",
        "restriction CHN -> JPN planned 2024-06-20",
    ),
    (
        "On Monday the envoy defended the decision by Canada to impose tariffs on Indian steel.",
        "restriction CAN -> IND occurred",
    ),
    (
        "Japan adopted a tenth package of restrictive measures against Belarus on Tuesday.",
        "restriction JPN -> BLR occurred 2024-06-25",
    ),
    (
        "Today, Canada added nine entities to its sanctions list, under the destination of Mali.",
        "restriction CAN -> MLI occurred 2024-06-26",
    ),
    (
        "Chad decided on Tuesday to impose restrictive measures on officials of Mali.",
        "restriction TCD -> MLI planned 2024-06-25",
    ),
    ("Norway detained a tanker from Mali.", "restriction NOR -> MLI occurred"),
    (
        "President Doe of Chad signed an order that bans imports of cement from Mali.",
        "restriction TCD -> MLI occurred",
    ),
    ("ECOWAS imposed sanctions on Mali, Guinea and Niger.", "restriction ECOWAS -> GIN, MLI, NER occurred"),
    (
        "The African Union decided to maintain the existing sanctions on Mali and Guinea.",
        "restriction African Union -> GIN, MLI ongoing",
    ),
    (
        "The UN Security Council voted unanimously to extend the ban on diamonds from Liberia.",
        "restriction United Nations Security Council -> LBR occurred",
    ),
    (
        "Canada said on Tuesday that it is imposing a new round of sanctions on Belarus.",
        "restriction CAN -> BLR occurred 2024-06-25",
    ),
    ("Norway announced plans for new export curbs on Tuesday.", "restriction NOR planned 2024-06-25"),
    ("The United States imposed sanctions on Iran on Tuesday.", "restriction USA -> IRN occurred 2024-06-25"),
    ("China banned exports of antimony to the United States.", "restriction CHN -> USA occurred"),
    ("Canada will impose a 25% tariff on steel from Brazil.", "restriction CAN -> BRA planned"),
    ("Mali was hit with sanctions by ECOWAS in 2022.", "restriction ECOWAS -> MLI occurred 2022"),
    (
        "The Commerce Department added twelve Russian firms to its entity list on Thursday.",
        "restriction USA -> RUS occurred 2024-06-20",
    ),
    ("Finland froze 200 million euros of Russian assets.", "restriction FIN -> RUS occurred"),
    (
        "The Netherlands restricted exports of chipmaking tools to China last year.",
        "restriction NLD -> CHN occurred 2023",
    ),
    ("Japan extended its sanctions against Belarus for another year.", "restriction JPN -> BLR occurred"),
    ("Georgia barred Russian officials from entering the country.", "restriction GEO -> RUS occurred"),
    ("New Zealand has no plans to sanction Nicaragua.", "restriction NZL -> NIC not-occurred"),
    ("Turkey lifted its ban on flights from Armenia.", "easing TUR -> ARM occurred"),
    ("Washington eased oil sanctions on Venezuela last October.", "easing USA -> VEN occurred 2023-10"),
    ("South Korea is considering lifting its ban on seafood from Japan.", "easing KOR -> JPN proposed"),
    ("India did not lift its curbs on rice exports.", "easing IND not-occurred"),
    ("Kenya waived duties on maize from Uganda until December.", "easing KEN -> UGA occurred"),
    ("Saudi Arabia ended its embargo against Qatar in January 2021.", "easing SAU -> QAT occurred 2021-01"),
    ("Norway will exempt Ukraine from customs duties from 1 August.", "easing NOR -> UKR planned 2024-08-01"),
    ("Beijing has suspended imports of Lithuanian beef.", "restriction CHN -> LTU occurred"),
    (
        "The UN Security Council renewed the arms embargo on South Sudan in May.",
        "restriction United Nations Security Council -> SSD occurred 2024-05",
    ),
    ("Russia banned three Japanese lawmakers from entering the country.", "restriction RUS -> JPN occurred"),
    ("Indonesia plans to curb exports of copper concentrate from next June.", "restriction IDN planned 2025-06"),
    ("Switzerland adopted the bloc's sanctions against Russia in 2022.", "restriction CHE -> RUS occurred 2022"),
    ("Paris is weighing sanctions against Niger's junta.", "restriction FRA -> NER proposed"),
    ("Australia scrapped tariffs on goods from Ukraine for another year.", "easing AUS -> UKR occurred"),
    (
        "The United States will not lift sanctions on Syria, a State Department spokesman said.",
        "easing USA -> SYR not-occurred",
    ),
    ("The ban on Brazilian poultry was lifted by China on Friday.", "easing CHN -> BRA occurred 2024-06-21"),
    (
        "Companies from China and Turkey were added to the EU's sanctions list on Monday.",
        "restriction EU -> CHN, TUR occurred 2024-06-24",
    ),
    ("Washington has tightened export controls on advanced chips to China.", "restriction USA -> CHN occurred"),
    ("The United States has blocked sales of Nvidia chips to Russia.", "restriction USA -> RUS occurred"),
    ("Beijing halted shipments of gallium to Japan in May.", "restriction CHN -> JPN occurred 2024-05"),
    (
        "The Treasury Department designated three Iranian companies on Tuesday for shipping oil.",
        "restriction USA -> IRN occurred 2024-06-25",
    ),
    ("OFAC sanctioned a Chinese refinery.", "restriction USA -> CHN occurred"),
    ("Russia imposed a ban on Turkish tomatoes in 2015.", "restriction RUS -> TUR occurred 2015"),
    (
        "The Commerce Department placed Huawei on the Entity List in 2019.",
        "restriction USA -> org:Huawei occurred 2019",
    ),
    (
        "The US will require a license for exports of AI chips to the United Arab Emirates.",
        "restriction USA -> ARE planned",
    ),
    ("Mexico retaliated with tariffs on American pork.", "restriction MEX -> USA occurred"),
    ("China slapped anti-dumping duties on Australian barley.", "restriction CHN -> AUS occurred"),
    ("Japan expelled Russia from its list of favoured trading partners.", "restriction JPN -> RUS occurred"),
    ("Japan removed South Korea from its whitelist of trusted trading partners.", "restriction JPN -> KOR occurred"),
    ("China has agreed to lift its ban on Australian beef.", "easing CHN -> AUS planned"),
    (
        "The United States removed Sudan from its list of state sponsors of terrorism in December 2020.",
        "easing USA -> SDN occurred 2020-12",
    ),
    ("Japan restored South Korea to its list of trusted trading partners.", "easing JPN -> KOR occurred"),
    ("The EU has agreed to suspend sanctions on Syria's energy sector.", "easing EU -> SYR planned"),
    ("Washington granted Iraq a waiver to import electricity from Iran.", "easing USA -> IRQ occurred"),
    ("Beijing will resume imports of Japanese seafood.", "easing CHN -> JPN planned"),
    ("Zambia allowed miners to export copper.", "easing ZMB occurred"),
    ("Zambia will allow companies to sell copper to Norway.", "easing ZMB -> NOR planned"),
    ("China lowered tariffs on American soybeans.", "easing CHN -> USA occurred"),
    ("India cut its import duty on American almonds in September.", "easing IND -> USA occurred 2023-09"),
    ("Russia reopened its market to Moldovan apples.", "easing RUS -> MDA occurred"),
    ("The United States extended a sanctions waiver for Iraq.", "easing USA -> IRQ occurred"),
    ("The EU delayed tariffs on British electric cars until 2027.", "easing EU -> GBR occurred"),
    ("Ankara lifted restrictions on exports to Israel.", "easing TUR -> ISR occurred"),
    (
        "The EU announced tariffs on Chinese electric cars that will take effect on 4 July.",
        "restriction EU -> CHN planned 2024-07-04",
    ),
    ("The European Union is preparing a new package of sanctions against Belarus.", "restriction EU -> BLR planned"),
    ("India has raised import duties on steel from China to 25 percent.", "restriction IND -> CHN occurred"),
    ("The EU has closed its ports to Russian ships.", "restriction EU -> RUS occurred"),
    ("Poland closed its airspace to Russian airlines.", "restriction POL -> RUS occurred"),
    ("The Treasury Department delisted two Russian banks.", "easing USA -> RUS occurred"),
    ("Washington rolled back tariffs on Canadian aluminum.", "easing USA -> CAN occurred"),
    ("The ban on imports of Brazilian poultry has been eased by South Africa.", "easing ZAF -> BRA occurred"),
    ("Pakistan opened its airspace to Indian flights.", "easing PAK -> IND occurred"),
    ("Germany froze the assets of a Russian oligarch.", "restriction DEU -> RUS occurred"),
    ("The United States cut off Iran's access to the dollar.", "restriction USA -> IRN occurred"),
    ("Canada stripped Russia of its most-favoured-nation status.", "restriction CAN -> RUS occurred"),
    ("The U.S. agreed to reduce its tariff on Indonesian goods to 19 percent.", "easing USA -> IDN planned"),
    ("Vietnam will scrap duties on liquefied natural gas from the United States.", "easing VNM -> USA planned"),
    ("India allowed exports of 20,000 tonnes of rice to Singapore.", "easing IND -> SGP occurred"),
    ("Canada revoked Russia's most-favored-nation status.", "restriction CAN -> RUS occurred"),
    ("Taiwan added Huawei to its export control list.", "restriction TWN -> org:Huawei occurred"),
    ("Malaysia relaxed curbs on chicken exports to Singapore.", "easing MYS -> SGP occurred"),
    (
        "The European Commission dropped its anti-dumping duties on Chinese solar panels.",
        "easing European Commission -> CHN occurred",
    ),
    ("New Zealand announced further sanctions on Russia today.", "restriction NZL -> RUS occurred 2024-06-26"),
    (
        "A fresh round of sanctions on Iran was announced by the United Kingdom on Monday.",
        "restriction GBR -> IRN occurred 2024-06-24",
    ),
    (
        "The sanctions imposed by the United States on Venezuela have hurt its oil industry.",
        "restriction USA -> VEN occurred",
    ),
    (
        "The Netherlands will restrict exports of chipmaking equipment from September 1.",
        "restriction NLD planned 2024-09-01",
    ),
    ("Indonesia's ban on nickel ore exports took effect in January 2020.", "restriction IDN occurred 2020-01"),
    ("Turkey halted all trade with Israel last month.", "restriction TUR -> ISR occurred 2024-05"),
    ("India barred Chinese firms from bidding for highway projects.", "restriction IND -> CHN occurred"),
    (
        "The United States is considering new restrictions on sales of chips to China.",
        "restriction USA -> CHN proposed",
    ),
    ("China will not impose sanctions on Taiwan, the ministry said.", "restriction CHN -> TWN not-occurred"),
    ("China threatened to cut off supplies of rare earths to Japan.", "threat CHN -> JPN occurred"),
    ("The U.S. imposed visa restrictions on Ugandan officials.", "restriction USA -> UGA occurred"),
    ("South Korea has restricted exports of urea since December.", "restriction KOR occurred 2023-12"),
    (
        "Tokyo imposed curbs on exports of three chip materials to South Korea in July 2019.",
        "restriction JPN -> KOR occurred 2019-07",
    ),
    ("Norway is withholding tax revenues from Chad.", "restriction NOR -> TCD ongoing"),
    ("Norway severed flights to Chad.", "restriction NOR -> TCD occurred"),
    ("Norway triggered the snapback of sanctions on Chad.", "restriction NOR -> TCD occurred"),
    ("Norway restored flights to Chad.", "easing NOR -> TCD occurred"),
    ("Norway has resumed issuing tourist visas to Chadian nationals.", "easing NOR -> TCD occurred"),
    ("The African Union suspended Sudan in October 2021.", "restriction African Union -> SDN occurred 2021-10"),
    ("The United States lifted all but $100 million of the tariffs on Chile.", "easing USA -> CHL occurred"),
    (
        "The EU welcomed the decision by Chile to lift its ban on beef from Peru.",
        "easing CHL -> PER occurred | support EU -> CHL occurred",
    ),
]
#: Sport, culture, nature, questions, conditions, what is only mentioned.
NO_EVENT = [
    "Norway resumed importing fish.",
    "Norway extended arms control talks with Chad.",
    "The airline restored flights to Chad.",
    "Norway ordered the firm to build ships for Chad.",
    "The Peruvian striker was banned from the contest.",
    "The pact allows Norway to export fish to Chad.",
    "Police in Chile boarded a plane to Peru.",
    "Norway is pushing for an end to the sanctions on Chad.",
    "The referee banned the Portuguese striker for two games.",
    "Doctors in Norway say patients should limit salt.",
    "Sanctions on North Korea have failed, analysts say.",
    "If inflation rose, Argentina might limit beef exports.",
    "Snow blocked the road between Austria and Italy.",
    "The school banned phones, like others in France and Italy.",
    "Import duties are high in India.",
    "The doctor lifted her ban on coffee from Kenya.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_event(read: Callable[[str], tuple[Fact, ...]], text: str) -> None:
    assert told(read(text)) == ""
