"""Agreements and commitments, in made-up sentences."""

from collections.abc import Callable

import pytest
from made_up import not_yet, told

from kg_builder.model import Fact

TOLD = [
    (
        "U.S. Secretary of State Jane Roe met Foreign Minister Kim Doe of South Korea and Foreign Minister Ken Mori of "
        "Japan on Monday. The Secretary stressed working with ASEAN on trade. The Secretary and Foreign Ministers "
        "agreed to cooperate.",
        "agreement JPN, KOR, USA occurred 2024-06-24 | cooperation ASEAN, USA occurred | "
        "meeting JPN, KOR, USA occurred 2024-06-24",
    ),
    ("One year ago today, Norway and Peru signed a pact.", "agreement NOR, PER occurred 2023-06-26"),
    ("Two years ago this week, Norway and Peru signed a pact.", "agreement NOR, PER occurred 2022-06"),
    (
        "President Ola Berg of Norway said on Monday that Norway's agreement with Peru works.",
        "agreement NOR, PER occurred",
    ),
    (
        "Leaders of Peru, Chad and Mali met in Lima. The Japanese announced their intention to sign an agreement.",
        "meeting MLI, PER, TCD occurred",
    ),
    (
        "Crowds gathered on Monday while the presidents of Norway and Peru signed the treaty.",
        "agreement NOR, PER occurred 2024-06-24",
    ),
    (
        "It follows the Norwegian prime minister's meeting last month with President Ola Roe of Peru, where the "
        "leaders condemned Chad's launches this year and resolved to deepen their ties.",
        "agreement NOR, PER occurred 2024-05 | criticism NOR, PER -> TCD occurred 2024-05 | "
        "meeting NOR, PER occurred 2024-05",
    ),
    ("Norway and Peru support efforts to de-escalate tensions and reach a deal.", "agreement NOR, PER proposed"),
    ("Norway and Peru are exploring a trade agreement.", "agreement NOR, PER proposed"),
    ("Norway awarded a contract to Siemens.", "agreement NOR, org:Siemens occurred"),
    ("Gazprom signed an agreement with CNPC to supply gas.", "agreement org:CNPC, org:Gazprom occurred"),
    (
        "Russia's Gazprom signed an agreement with China's CNPC to supply gas.",
        "agreement org:CNPC, org:Gazprom occurred",
    ),
    (
        "This is the second lane that Norway has opened in as many days, after a pact with Chad on Tuesday.",
        "agreement NOR, TCD occurred 2024-06-25",
    ),
    ("Norway and Chad announced details of a fishing agreement.", "agreement NOR, TCD occurred"),
    (
        "Chad, Mali and Peru met. The three NSAs resolved to make common efforts.",
        "agreement MLI, PER, TCD occurred | meeting MLI, PER, TCD occurred",
    ),
    ("Chad agreed to ban strikes on Mali's ports.", "commitment TCD -> MLI occurred"),
    (
        "Attending a fair in Peru, Minister Ana Roe of Fiji and Kofi Mensah, Prime Minister of Ghana, signed a pact.",
        "agreement FJI, GHA occurred",
    ),
    ("The company has an agreement with Chad and Mali.", ""),
    ("The trade deal with Chad and Mali took effect in May.", ""),
    ("Norway also has an agreement with Chad and Mali.", "agreement MLI, NOR, TCD occurred"),
    ("Norway has sealed a pact with Chad and Mali.", "agreement MLI, NOR, TCD occurred"),
    ("Goods qualifying for treatment under the Norway-Chad Free Trade Agreement pay nothing.", ""),
    ("Fishing is allowed in line with the Norway-Chad agreement.", ""),
    ("Under an agreement between Norway and Chad, miners will pay less.", "agreement NOR, TCD occurred"),
    ("President Berg is keeping his promise to stop the flood of drugs into Norway from Chad.", ""),
    (
        "ExxonMobil signed a memorandum of understanding with Pertamina on liquefied natural gas.",
        "agreement org:ExxonMobil, org:Pertamina occurred",
    ),
    (
        "Norway and Chad met to reaffirm their commitment to free trade.",
        "agreement NOR, TCD occurred | meeting NOR, TCD occurred",
    ),
    ("Norway agreed to normalise its relations with Chad.", "agreement NOR, TCD occurred"),
    ("Norway agreed to buy grain from Chad.", "commitment NOR -> TCD occurred"),
    ("Norway and Chad met to prepare an agreement on trade.", "meeting NOR, TCD occurred"),
    ("Boeing signed a memorandum with Ana Roe on jets.", ""),
    ("Ghana became the first country to sign a cocoa deal with Togo.", "agreement GHA, TGO occurred"),
    ("The deal commits Ghana to buying fish from Togo.", "commitment GHA -> TGO occurred"),
    ("The agreement requires Ghana to buy 20 ferries from Togo.", "commitment GHA -> TGO occurred"),
    ("The law requires Ghana to buy ferries from Togo.", ""),
    ("Under the deal, Ghana would buy fish from Togo.", "commitment GHA -> TGO occurred"),
    ("Ghana would buy fish from Togo if prices fell.", ""),
    ("Ghana has committed to $10 million in purchases of Togolese cocoa.", "commitment GHA -> TGO occurred"),
    ("Ghana has agreed to zero tariffs on Togolese fish.", "commitment GHA -> TGO occurred"),
    ("The deal includes purchases of Togolese cocoa by Ghana.", "commitment GHA -> TGO occurred"),
    (
        "The Ministry of Trade of Fiji and the Ministry of Fisheries and Mines of Palau signed a pact.",
        "agreement FJI, PLW occurred",
    ),
    ("The Department of Energy of Fiji and Palau's government signed a pact.", "agreement FJI, PLW occurred"),
    ("Fiji signed a memorandum of understanding on cobalt with Palau.", "agreement FJI, PLW occurred"),
    ("Fiji announced plans to restrict exports of cobalt to Palau.", "restriction FJI -> PLW planned"),
    ("Fiji and Palau adopted a plan on cobalt.", "agreement FJI, PLW occurred"),
    (
        "Kenya and Peru issued a joint statement on Monday in which they agreed to build a port.",
        "agreement KEN, PER occurred 2024-06-24",
    ),
    (
        "Kenyan Foreign Minister Amos Kiprono and Peruvian Foreign Minister Rosa Cruz met on Monday. The Foreign "
        "Ministers agreed to build a port.",
        "agreement KEN, PER occurred 2024-06-24 | meeting KEN, PER occurred 2024-06-24",
    ),
    (
        "Kenya's and Peru's ministers met on Monday. The meeting ended with the signing of a pact.",
        "agreement KEN, PER occurred 2024-06-24 | meeting KEN, PER occurred 2024-06-24",
    ),
    (
        "Kenya's and Peru's ministers met on Monday. It was agreed to expand cooperation on grain.",
        "agreement KEN, PER occurred 2024-06-24 | meeting KEN, PER occurred 2024-06-24",
    ),
    (
        "In the presence of President Amos Kiprono of Kenya and President Rosa Cruz of Peru, a pact was signed Monday.",
        "agreement KEN, PER occurred 2024-06-24",
    ),
    (
        "Norway reached accords with four states - Chile, Peru, Mali and Chad - on steel.",
        "agreement CHL, MLI, NOR, PER, TCD occurred",
    ),
    (
        "Ghana signed agreements on trade with Togo and Mali.",
        "agreement GHA, MLI occurred | agreement GHA, TGO occurred",
    ),
    ("Ghana signed an agreement with Togo and Mali.", "agreement GHA, MLI, TGO occurred"),
    ("Agreements with Togo and Mali will protect the river.", ""),
    (
        "Ghana signed a pact with Togo and Mali, and Kenya announced a framework for trade with Chad.",
        "agreement GHA, MLI, TGO occurred | agreement KEN, TCD occurred",
    ),
    ("Ghana agreed not to restrict exports of cocoa to Togo.", "commitment GHA -> TGO occurred"),
    ("Ghana will resume purchases of Togolese maize.", "commitment GHA -> TGO occurred"),
    ("Ghana will increase imports of rice from Togo.", "commitment GHA -> TGO occurred"),
    ("Ghana will address Togo's concerns over fishing.", "commitment GHA -> TGO occurred"),
    ("Ghana secured a commitment from Togo to protect the river.", "commitment TGO -> GHA occurred"),
    (
        "Ghana has agreed to buy Togolese oil and make new investments of $5 million in Togo.",
        "aid GHA -> TGO planned | commitment GHA -> TGO occurred",
    ),
    (
        "Norwegian minister Tor Dahl met with Ana Diaz, Peru's foreign minister, to prepare a trip to Chad and Mali. "
        "They agreed to share data on piracy.",
        "agreement NOR, PER occurred | meeting NOR, PER occurred",
    ),
    (
        "Norway has agreed to buy energy from Chad and lend Chad money.",
        "aid NOR -> TCD planned | commitment NOR -> TCD occurred",
    ),
    (
        "The G7 leaders discussed Ukraine. They agreed to set up a fund which will help those who respond to the "
        "crisis in Ukraine.",
        "agreement G7 occurred",
    ),
    (
        "Chile and Peru have talked about a trade deal for years. The deal is expected to be signed in May 2025.",
        "agreement CHL, PER planned 2025-05 | meeting CHL, PER occurred",
    ),
    ("The IEA member countries agreed to release oil.", "agreement International Energy Agency occurred"),
    ("Members of ASEAN agreed to build a power grid.", "agreement ASEAN occurred"),
    ("Norway and Peru have come to terms on a gas pipeline.", "agreement NOR, PER occurred"),
    ("Norway and Peru cannot come to terms on a gas pipeline.", "agreement NOR, PER not-occurred"),
    ("World Bank officials agreed to review the rules.", "commitment World Bank occurred"),
    (
        "The contract for the plant was signed between Chile and the Chinese company Sinopec.",
        "agreement CHL, org:Sinopec occurred",
    ),
    (
        "Foreign ministers from 13 countries, including Ghana, Chad and Mali, agreed to keep trade open.",
        "agreement GHA, MLI, TCD occurred",
    ),
    (
        "The nations that have pledged to join the force, including Ghana and Mali, will send police.",
        "agreement GHA, MLI occurred",
    ),
    ("Leaders of 40 countries, including Ghana, signed a pact in Accra.", ""),
    (
        "Norwegian Foreign Minister Kari Holm and Trade Minister Tor Dahl held talks with Polish Foreign Minister Jan "
        "Nowak and Trade Minister Ewa Mazur. The four ministers decided to build a road.",
        "agreement NOR, POL occurred | meeting NOR, POL occurred",
    ),
    (
        "Norway and Chile announced on Monday the signing of a trade agreement.",
        "agreement CHL, NOR occurred 2024-06-24",
    ),
    (
        "Under an accord signed on 3 May 2023, Iceland and Portugal share fishing grounds.",
        "agreement ISL, PRT occurred 2023-05-03",
    ),
    ("Chile and Peru are finalizing a trade agreement.", "agreement CHL, PER planned"),
    ("Chile and Peru are signing a trade agreement today.", "agreement CHL, PER occurred 2024-06-26"),
    ("The ministers of Japan and Germany shared the view that trade must grow.", "agreement DEU, JPN occurred"),
    ("The ministers of Japan and Germany shared views on trade.", ""),
    (
        "Commission President Ana Muster and Chile's President Luis Vega signed a pact between the EU and Chile.",
        "agreement CHL, EU occurred",
    ),
    (
        "Norwegian Foreign Minister Kari Holm participated in a loan guarantee agreement with Poland.",
        "agreement NOR, POL occurred",
    ),
    ("Chile and Peru agreed on Tuesday to share data on copper mining.", "agreement CHL, PER occurred 2024-06-25"),
    ("Kenya signed a trade pact with the United Arab Emirates on Monday.", "agreement ARE, KEN occurred 2024-06-24"),
    ("Norway, Sweden and Finland pledged to keep the Baltic cables safe.", "agreement FIN, NOR, SWE occurred"),
    (
        "A gas supply deal between Qatar and Bangladesh was sealed in Doha last month.",
        "agreement BGD, QAT occurred 2024-05",
    ),
    (
        "Vietnam is expected to sign a defence accord with the Philippines next month.",
        "agreement PHL, VNM planned 2024-07",
    ),
    ("Serbia and Kosovo failed to reach an agreement on licence plates.", "agreement SRB, XKX not-occurred"),
    (
        "Greek Prime Minister Eleni Markou and Bulgarian President Petar Donev signed a memorandum of "
        "understanding on gas storage in Sofia on Friday.",
        "agreement BGR, GRC occurred 2024-06-21",
    ),
    ("The European Union and Mexico concluded a free trade agreement.", "agreement EU, MEX occurred"),
    ("Mongolia's parliament ratified the treaty with Kazakhstan.", "agreement KAZ, MNG occurred"),
    ("The pact that Fiji signed with Tonga in 2019 covers fisheries.", "agreement FJI, TON occurred 2019"),
    ("India and Sri Lanka are considering an agreement to link their power grids.", "agreement IND, LKA proposed"),
    ("Switzerland and India announced they would set up a joint fund for clean energy.", "agreement CHE, IND occurred"),
    ("Belgium did not sign the declaration with Rwanda.", "agreement BEL, RWA not-occurred"),
    ("Tunisia and Libya have reached a deal to reopen their main border crossing.", "agreement LBY, TUN occurred"),
    ("Singapore promised Indonesia that it would respect the new border.", "commitment SGP -> IDN occurred"),
    ("Ghana offered Togo access to its port.", "commitment GHA -> TGO occurred"),
    ("Azerbaijan assured the European Union that gas would keep flowing.", "commitment AZE -> EU occurred"),
    (
        "Canberra and Jakarta have finalised a defence cooperation agreement, Australian Defence "
        "Minister Paul Reid said.",
        "agreement AUS, IDN occurred",
    ),
    (
        "An agreement to end the fishing dispute was reached between Senegal and Mauritania in Dakar on Saturday.",
        "agreement MRT, SEN occurred 2024-06-22",
    ),
    (
        "Uganda, along with Kenya and Rwanda, signed the railway protocol in 2013.",
        "agreement KEN, RWA, UGA occurred 2013",
    ),
    (
        "Slovenia and Croatia are to sign an accord on the Adriatic border next week.",
        "agreement HRV, SVN planned 2024-07",
    ),
    (
        '"We have reached an agreement with Armenia," Azerbaijani President Rauf Karimov told parliament.',
        "agreement ARM, AZE occurred",
    ),
    ("Lithuania ratifies defence pact with Germany", "agreement DEU, LTU occurred"),
    ("Jordan denied that it had signed any pact with Israel.", "agreement ISR, JOR not-occurred"),
    ("The treaty, which Spain and Morocco signed in 1991, expires soon.", "agreement ESP, MAR occurred 1991"),
    (
        "Rolls-Royce won a contract to supply small nuclear reactors to the Czech Republic.",
        "agreement CZE, org:Rolls-Royce occurred",
    ),
    (
        "India and Chile signed a memorandum of understanding on critical minerals on Tuesday.",
        "agreement CHL, IND occurred 2024-06-25",
    ),
    (
        "The mayor welcomed the agreement on 2 May between Chile and Peru on fish.",
        "agreement CHL, PER occurred 2024-05-02",
    ),
    ("Japan and the Philippines inked a defence pact.", "agreement JPN, PHL occurred"),
    ("The United States struck a trade deal with Kenya.", "agreement KEN, USA occurred"),
    ("Armenia and Azerbaijan came to an agreement on their border.", "agreement ARM, AZE occurred"),
    ("Egypt and Ethiopia failed to reach an agreement over the dam.", "agreement EGY, ETH not-occurred"),
    ("Australia and Tuvalu entered into a treaty in November 2023.", "agreement AUS, TUV occurred 2023-11"),
    ("A ceasefire between Israel and Lebanon took effect on Wednesday.", "agreement ISR, LBN occurred 2024-06-26"),
    ("Poland and Ukraine have yet to sign the agreement.", "agreement POL, UKR not-occurred"),
    (
        "South Korea and the UAE are expected to sign a free trade agreement this week.",
        "agreement ARE, KOR planned 2024-06",
    ),
    ("China and Russia agreed to expand trade in national currencies.", "agreement CHN, RUS occurred"),
    ("The presidents of Chile and Peru agreed on Monday to share water.", "agreement CHL, PER occurred 2024-06-24"),
    ("Brazil ratified the agreement with Bolivia.", "agreement BOL, BRA occurred"),
    ("Russia offered India a discount on oil.", "commitment RUS -> IND occurred"),
    ("Britain undertook to return the islands to Mauritius.", "commitment GBR -> MUS occurred"),
    ("Pakistan gave an assurance to China that its workers would be protected.", "commitment PAK -> CHN occurred"),
    ("South Korea decided to send observers to Ukraine.", "commitment KOR -> UKR occurred"),
    ("Vietnam agreed to buy more goods from the United States.", "commitment VNM -> USA occurred"),
    ("Indonesia will purchase $15 billion of American energy.", "commitment IDN -> USA occurred"),
    ("The agreement between Spain and Morocco entered into force in 2023.", "agreement ESP, MAR occurred 2023"),
    ("Iraq awarded a contract to TotalEnergies to develop a gas field.", "agreement IRQ, org:TotalEnergies occurred"),
    ("Poland chose Westinghouse to build its first nuclear plant.", "agreement POL, org:Westinghouse occurred"),
    (
        "Germany and Namibia signed a joint declaration on green hydrogen during a visit in May.",
        "agreement DEU, NAM occurred 2024-05",
    ),
    ("Canada and Germany have joined forces to secure critical minerals.", "cooperation CAN, DEU occurred"),
    (
        "Russia and North Korea signed a comprehensive strategic partnership treaty last week.",
        "agreement PRK, RUS occurred 2024-06",
    ),
    ("Peru and Ecuador renewed their gas agreement.", "agreement ECU, PER occurred"),
    ("Saudi Arabia and Iran agreed in March 2023 to restore ties.", "agreement IRN, SAU occurred 2023-03"),
    ("Serbia and Kosovo reached a deal on licence plates.", "agreement SRB, XKX occurred"),
    (
        "President Doe of Chad and President Roe of Mali witnessed the signing of three memoranda of understanding.",
        "agreement MLI, TCD occurred",
    ),
    ("Norway and Chad spoke on Monday about how to resolve the dispute.", "meeting NOR, TCD occurred 2024-06-24"),
    (
        "Foreign Minister Doe of Chad met Foreign Minister Roe of Mali on Monday near the Togo-Ghana border. "
        "The two foreign ministers confirmed that they would cooperate on water.",
        "agreement MLI, TCD occurred 2024-06-24 | meeting MLI, TCD occurred 2024-06-24",
    ),
    (
        "Laos praised the Chad-Mali pact reached in May.",
        "agreement MLI, TCD occurred 2024-05 | support LAO -> MLI, TCD occurred",
    ),
    ("Japan will make annual purchases of Kenyan tea.", "commitment JPN -> KEN occurred"),
    ("Japan will recognize Kenyan standards for tea.", "easing JPN -> KEN planned"),
    ("The EU and New Zealand have agreed a free trade deal.", "agreement EU, NZL occurred"),
    ("Kazakhstan has concluded an agreement with France on uranium.", "agreement FRA, KAZ occurred"),
    ("The accord was signed by Greece and Egypt in August 2020.", "agreement EGY, GRC occurred 2020-08"),
    ("OPEC agreed to cut oil output by 1 million barrels per day.", "agreement OPEC occurred"),
    ("OPEC members agreed on Sunday to extend production cuts.", "agreement OPEC occurred 2024-06-23"),
    ("G7 leaders agreed to phase out coal.", "agreement G7 occurred"),
    ("Norway and Chile signed a letter of intent on hydrogen.", "agreement CHL, NOR occurred"),
    ("The Norway-Chile Action Plan covers hydrogen.", "agreement CHL, NOR occurred"),
    ("Norway remains committed to the defence of Chad.", "commitment NOR -> TCD occurred"),
    ("Ghana said it would allow ships of Togo into its waters.", "commitment GHA -> TGO occurred"),
    ("Ghana said it would honour its debt when it had the means to pay.", "commitment GHA occurred"),
    ("Ghana will meet its obligations to the World Bank, its premier said.", "commitment GHA -> World Bank occurred"),
    ("Togo left the club. Ghana's mines minister said the country would stick to the pact.", "commitment GHA occurred"),
    ("Norway remains committed to fulfilling its obligations to the IAEA.", "commitment NOR -> IAEA occurred"),
    ("Norway stands ready to work with Chad on the dispute.", "commitment NOR -> TCD occurred"),
    ("Norway and Chad remain committed to the treaty.", "agreement NOR, TCD occurred"),
    ("ASEAN leaders adopted a declaration on food.", "agreement ASEAN occurred"),
    ("Norway reaffirmed its commitment to the security of Chad.", "commitment NOR -> TCD occurred"),
    ("Norway said it was open to cooperation with Chad.", "commitment NOR -> TCD occurred"),
    ("Norway and its allies agreed to raise output.", "agreement NOR occurred"),
    ("Kenya is not going to offer any discounts to Chad.", "commitment KEN -> TCD not-occurred"),
    (
        "Last September Norway agreed to give up its nuclear ambitions in return for aid.",
        "commitment NOR occurred 2023-09",
    ),
    ("In March Norway signed a pact with Chad.", "agreement NOR, TCD occurred 2024-03"),
]
#: Sport, culture, nature, questions, conditions, what is only mentioned.
NO_EVENT = [
    "Members of the African Union will talk to other countries committed to these values.",
    "Peru offered protection to migrants within the framework of the Paris Agreement.",
    "Peru offered to cut emissions in line with the Paris Agreement.",
    "Norway reaffirmed the importance of acting on Chad's regime.",
    "Norway reaffirms the ruling, which found that Chad's claims have no basis.",
    "The initiative of Peru promises benefits for Chad.",
    "Peru and Norway share a border. The leaders welcome their countries' plans to prioritize trade.",
    "Negotiations on the Chad-Mali water treaty are long, a fisherman said.",
    "Most Italians agree with the French that bread matters.",
    "If Turkey and Armenia sign a peace treaty, trade will grow.",
    "The band signed a deal with a label in Sweden.",
    "A great deal of rain fell on Spain and Portugal.",
    "Will Cyprus and Turkey ever agree to share the island's gas?",
    "Observers agree that Nigeria and Ghana play the best football.",
    "A marriage contract was signed by a Danish prince.",
    "Norway is determined.",
    "Norway is prepared for winter.",
    "ASEAN leaders reached no agreement.",
    "The open market in Chad pleases Norway.",
    "Chad and Kenya made an effort to reach a deal.",
    "The rules are a part of Norway's commitment to hold Chad accountable.",
    "Norway is open to visitors from Chad.",
    "Norwegian troops undertook measures to strengthen their positions and thwart Chadian moves.",
]
NOT_YET = {
    "a company that the model does not know": [
        (
            "Dangote Refinery signed a contract to buy crude oil from Angola.",
            "agreement AGO, org:Dangote Refinery occurred",
        )
    ]
}


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *not_yet(NOT_YET)])
def test_what_is_told(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_event(read: Callable[[str], tuple[Fact, ...]], text: str) -> None:
    assert told(read(text)) == ""
