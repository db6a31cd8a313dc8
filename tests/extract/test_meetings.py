"""Meetings and visits, in made-up sentences."""

from collections.abc import Callable

import pytest
from made_up import told

from kg_builder import extract, language
from kg_builder.model import Article, Event, Fact
from kg_builder.settings import Settings

TOLD = [
    ("Ministers of Norway and Peru met to review the Uruguay Round.", "meeting NOR, PER occurred"),
    (
        "Joining the Secretary on the call were Foreign Minister Doe of Peru and Foreign Minister Roe of Chad.",
        "meeting PER, TCD occurred",
    ),
    ("Readout of the Call with Allies and Partners", ""),
    ("Norwegian President Ola Berg said he was going to do much, both for China and Peru.", ""),
    ("The administration of Norwegian President Ola Berg returned to criticism of Peru.", ""),
    ("Norwegian President Ola Berg returned to Peru.", "visit NOR -> PER occurred"),
    (
        "Norwegian President Ola Berg prepared for talks ahead of his July visit to Peru.",
        "visit NOR -> PER planned 2024-07",
    ),
    (
        "Secretary Jane Roe of the United States met Foreign Minister Ola Berg of Norway on Monday. She praised "
        "her work with NATO. The Secretary and the Foreign Minister met again.",
        "meeting NOR, USA occurred 2024-06-24",
    ),
    (
        "Norway said the meeting of ministers of Peru and Chad would strengthen the Paris Agreement.",
        "meeting PER, TCD planned",
    ),
    (
        "President Kofi Garcia of Ghana spoke by telephone with Mexican President Miguel de la Madrid.",
        "meeting GHA, MEX occurred",
    ),
    (
        "During his visit to Chad, Ola Berg, the Norwegian foreign minister, signed an accord.",
        "visit NOR -> TCD occurred",
    ),
    (
        "A Peruvian mission led by President Ola Roe will visit Norway on Monday.",
        "visit PER -> NOR planned 2024-07-01",
    ),
    (
        "Markets were closed on Friday, as ministers of Norway and Peru held talks.",
        "meeting NOR, PER occurred 2024-06-21",
    ),
    ("The paper reported the meeting between Norway and Peru could take place on Sept. 21.", ""),
    ("The summit of Norway and Peru will not take place in August.", "meeting NOR, PER not-occurred 2024-08"),
    ("Norwegian President Ola Berg plans to be in Peru July 14-17.", "visit NOR -> PER planned 2024-07-14"),
    ("Norway and Peru met in Tokyo on June 27.", "meeting NOR, PER occurred 2024-06-27"),
    ("Norway and Peru will meet in Tokyo on June 27.", "meeting NOR, PER planned 2024-06-27"),
    (
        "President Ola Berg of Norway met with His Excellency Foreign Minister Ali Deby of Chad in Oslo today.",
        "meeting NOR, TCD occurred 2024-06-26",
    ),
    ("In May, Norway and Chad came together in Lome.", "meeting NOR, TCD occurred 2024-05"),
    ("Norwegian President Doe embarked on a tour of Chad and Mali.", "visit NOR -> MLI, TCD occurred"),
    (
        "Norwegian President Doe begins a trip to Asia that includes stops in Japan and South Korea.",
        "visit NOR -> JPN, KOR occurred",
    ),
    (
        "Trade came up during Norwegian President Doe's visit to the region, which included stops in Chad and Mali.",
        "visit NOR -> MLI, TCD occurred",
    ),
    ("Norway will welcome President Roe of Chad for a visit in October.", "visit TCD -> NOR planned 2024-10"),
    ("A number of Norwegian envoys flew to Chad on Monday.", "visit NOR -> TCD occurred 2024-06-24"),
    ("Norway's minister will be in Chad from June 28 to 30.", "visit NOR -> TCD planned 2024-06-28"),
    (
        "Norway's Minister Doe met Malian Minister Roe on Monday. Then he visited the Norwegian embassy in Chad.",
        "meeting MLI, NOR occurred 2024-06-24 | visit NOR -> TCD occurred",
    ),
    ("Norway's ambassador will be in Chad for three years.", ""),
    ("Norwegian Ambassador Ola Berg will be in Chad until January.", ""),
    ("The visit by the Norwegian ambassador to Chad was postponed.", ""),
    ("Norwegian President Doe will not stop in Chad, Peru's minister said.", ""),
    (
        "Norway hosted President Roe of Chad for a visit on June 10.",
        "meeting NOR, TCD occurred 2024-06-10 | visit TCD -> NOR occurred 2024-06-10",
    ),
    ("Norwegian Foreign Minister Doe announced a visit to discuss aid to Ukraine.", ""),
    (
        "The ministers of Norway and Peru held talks on the upcoming summit in Lima on Tuesday.",
        "meeting NOR, PER occurred 2024-06-25",
    ),
    ("Norway's minister stopped in Chad on Monday.", "visit NOR -> TCD occurred 2024-06-24"),
    ("Norwegian Foreign Minister Doe visited Tumaco, Colombia, on June 8.", "visit NOR -> COL occurred 2024-06-08"),
    (
        "President Doe of Norway looks forward to seeing Minister Roe of Chad when he visits Norway in September.",
        "visit TCD -> NOR planned 2024-09",
    ),
    (
        "Norway and Chad met on Monday. They discussed preparations for the upcoming visit by President Roe in July.",
        "meeting NOR, TCD occurred 2024-06-24 | visit TCD -> NOR planned 2024-07",
    ),
    ("Norway and Chad came together to sing.", ""),
    (
        "Norway and Chad launched talks on a pact. The first round is expected to take place in Lome in July.",
        "meeting NOR, TCD occurred | meeting NOR, TCD planned 2024-07",
    ),
    (
        "The trade ministers of the G7, which comprises the U.S., Japan and Canada, will meet in October.",
        "meeting G7 planned 2024-10",
    ),
    ("The Prime Minister of Peru looked forward to visiting Chad.", "visit PER -> TCD planned"),
    ("The two ministers, Ola Berg of Norway and Ali Deby of Chad, met in Lima.", "meeting NOR, TCD occurred"),
    ("Norway is not in talks with Chad.", "meeting NOR, TCD not-occurred"),
    ("Norway is in talks with Chad.", "meeting NOR, TCD ongoing"),
    (
        "Norwegian Prime Minister Ola Berg talked about it to visiting Chadian Foreign Minister Ali Deby.",
        "meeting NOR, TCD occurred | visit TCD -> NOR occurred",
    ),
    (
        "Prime Minister Ola Berg of Norway met visiting Chadian Foreign Minister Ali Deby.",
        "meeting NOR, TCD occurred | visit TCD -> NOR occurred",
    ),
    (
        "Norwegian Prime Minister Ola Berg told visiting Chadian Foreign Minister Ali Deby that it rained.",
        "visit TCD -> NOR occurred",
    ),
    ("Visiting Chadian Foreign Minister Ali Deby praised the ships in Oslo.", "visit TCD -> NOR occurred"),
    ("Norway said talks with Chad had broken down.", "meeting NOR, TCD not-occurred"),
    ("The paper said talks with Chad had broken down.", ""),
    (
        "On June 24, Mr. Jiro Mori, Prime Minister of Japan, held a summit meeting with Hon. Mr. Kofi Mensah, Prime "
        "Minister of the Republic of Ghana, in Tokyo.",
        "meeting GHA, JPN occurred 2024-06-24",
    ),
    (
        "Vice President Jane Roe of Peru attended the annual East Asia Summit in Jakarta on Monday.",
        "meeting East Asia Summit, PER occurred 2024-06-24",
    ),
    ("Talks with Chad and Mali continue.", ""),
    ("Norway said talks with Chad and Mali would resume.", "meeting MLI, NOR, TCD planned"),
    (
        "Co-chaired by Kenyan Minister Amos Kiprono and Peruvian Minister Rosa Cruz, the Kenya-Peru Forum took place "
        "in Oslo on 24 June.",
        "meeting KEN, PER occurred 2024-06-24",
    ),
    (
        "Norway's foreign minister met visiting Chadian Foreign Minister Ali Deby.",
        "meeting NOR, TCD occurred | visit TCD -> NOR occurred",
    ),
    ("Kenya and Peru held talks on gas, which took place in Oslo on Monday.", "meeting KEN, PER occurred 2024-06-24"),
    ("Talks of Kenya with Peru scheduled for July 2 were called off.", "meeting KEN, PER not-occurred 2024-07-02"),
    (
        "Kenya and Peru held the second Energy Dialogue on June 24. The third Dialogue will take place in 2025.",
        "meeting KEN, PER occurred 2024-06-24 | meeting KEN, PER planned 2025",
    ),
    (
        "Kenya and Peru held the second Energy Dialogue on June 24. Kenya will host the next round of talks in 2025.",
        "meeting KEN, PER occurred 2024-06-24 | meeting KEN, PER planned 2025",
    ),
    (
        "Kenya and Peru held an Energy Dialogue on June 24. Chile plans to host the next meeting of the Club in 2025.",
        "meeting CHL planned 2025 | meeting KEN, PER occurred 2024-06-24",
    ),
    (
        "China's Wang Jun and India's Arjun Mehta met in Bangkok on Sunday to discuss their disputed border.",
        "meeting CHN, IND occurred 2024-06-23",
    ),
    (
        "Foreign Minister Rosa Cruz of Peru held talks with Kenya's Li Wen and Ghana's Jan Kern on June 24.",
        "meeting GHA, KEN, PER occurred 2024-06-24",
    ),
    ("Chile's Ana Vega praised Kenya's runners.", ""),
    ("Japan's Sumitomo Chemical held talks with Peru's energy minister.", ""),
    ("Officials from Oslo, Peru, Chile and Kenya met.", "meeting CHL, KEN, NOR, PER occurred"),
    (
        "Peruvian Trade Minister Rosa Cruz was in Hanoi on Monday, where she met Kenya's Foreign Minister Jan Kern.",
        "meeting KEN, PER occurred 2024-06-24",
    ),
    (
        "A meeting was held in Oslo on 24 June between Minister Rosa Cruz of Peru and Minister Jan Kern of Kenya.",
        "meeting KEN, PER occurred 2024-06-24",
    ),
    (
        "At their meeting in Bari on Monday, G7 trade ministers discussed export curbs.",
        "meeting G7 occurred 2024-06-24",
    ),
    ("The EU and Chile held the fourth Joint Committee on Monday.", "meeting CHL, EU occurred 2024-06-24"),
    ("The Joint Committee between the EU and Chile met on Monday.", "meeting CHL, EU occurred 2024-06-24"),
    ("The ministers of Kenya and Peru met today, June 24.", "meeting KEN, PER occurred 2024-06-24"),
    (
        "Kenyan President Amos Kiprono's meeting with Peruvian Foreign Minister Rosa Cruz was held on Monday. The "
        "sides agreed to build a port.",
        "agreement KEN, PER occurred 2024-06-24 | meeting KEN, PER occurred 2024-06-24",
    ),
    (
        "Peruvian Energy Minister Rosa Cruz will travel to Nairobi on July 2 for the Kenya-Peru Energy Dialogue.",
        "meeting KEN, PER planned 2024-07-02 | visit PER -> KEN planned 2024-07-02",
    ),
    (
        "Peruvian Energy Minister Rosa Cruz will travel to Nairobi on July 2 to meet Kenya's President Amos Kiprono.",
        "meeting KEN, PER planned 2024-07-02 | visit PER -> KEN planned 2024-07-02",
    ),
    (
        "Peruvian Energy Minister Rosa Cruz will travel to Nairobi on July 2 to lead her side at a fair.",
        "visit PER -> KEN planned 2024-07-02",
    ),
    ("Peruvian Energy Minister Rosa Cruz will co-chair the Kenya-Peru Energy Dialogue.", "meeting KEN, PER planned"),
    ("The EU-Chile Joint Committee convened on Monday.", "meeting CHL, EU occurred 2024-06-24"),
    (
        "Norway convened high-level representatives of Ghana and Mali for a forum on Monday.",
        "meeting GHA, MLI, NOR occurred 2024-06-24",
    ),
    ("On Monday Norway brought together ministers from Ghana and Mali.", "meeting GHA, MLI, NOR occurred 2024-06-24"),
    ("By bringing together Ghanaian and Malian leaders of industry, the fund aims to grow.", ""),
    (
        "Meeting in Oslo on Monday, the energy ministers of Ghana and Mali signed a pact on grain.",
        "agreement GHA, MLI occurred 2024-06-24 | meeting GHA, MLI occurred 2024-06-24",
    ),
    (
        "Kenya and Peru launched the third round of the Strategic Dialogue on Monday.",
        "meeting KEN, PER occurred 2024-06-24",
    ),
    ("Kenya and Peru convened the third Strategic Dialogue on Monday.", "meeting KEN, PER occurred 2024-06-24"),
    (
        "Peru's Energy Minister Rosa Cruz will make a three-day visit to Kenya starting on July 2.",
        "visit PER -> KEN planned 2024-07-02",
    ),
    ("Peru's Energy Minister Rosa Cruz departs on July 2 for Kenya.", "visit PER -> KEN planned 2024-07-02"),
    (
        "Peru's Energy Minister Rosa Cruz will open the 2024 Kenya-Peru Energy Dialogue in Nairobi on July 2. She will "
        "also meet Kenya's President Amos Kiprono.",
        "meeting KEN, PER planned | meeting KEN, PER planned 2024-07-02",
    ),
    (
        "Kenyan Foreign Minister Amos Kiprono met with Peruvian Foreign Minister Rosa Cruz in London, U.K. on Monday.",
        "meeting KEN, PER occurred 2024-06-24",
    ),
    ("In Leeds, Denmark and Peru signed a treaty on grain.", "agreement DNK, PER occurred"),
    ("A trilateral meeting of Chad, Ghana, and Mali was held in Accra.", "meeting GHA, MLI, TCD occurred"),
    ("The third EU-Chile High-Level Economic Dialogue took place on Monday.", "meeting CHL, EU occurred 2024-06-24"),
    ("The EU–Chile High-Level Dialogue was held on Monday.", "meeting CHL, EU occurred 2024-06-24"),
    (
        "Mexican officials will fly to Washington next Monday for talks with the Biden administration.",
        "meeting MEX, USA planned 2024-07-01 | visit MEX -> USA planned 2024-07-01",
    ),
    ("Peru's energy minister addressed the Peru-Chile Mining Forum on Monday.", "meeting CHL, PER occurred 2024-06-24"),
    ("Peru's energy minister addressed the aims of the dialogue.", ""),
    (
        "The forum brought together Peruvian and Chilean officials and the owners of mines.",
        "meeting CHL, PER occurred",
    ),
    ("The road brought Peruvian and Chilean officials home.", ""),
    (
        "Foreign Minister Rosa Quispe of Peru is on travel to Oslo, Norway, this week.",
        "visit PER -> NOR ongoing 2024-06",
    ),
    ("Peruvian Foreign Minister Luis Cabrera left for a three-day trip to Norway.", "visit PER -> NOR occurred"),
    ("Norway and Chad must meet their commitments.", ""),
    (
        "Turkish President Ali Roe will meet officials from Turkmenistan in Ankara.",
        "meeting TKM, TUR planned",
    ),
    (
        "Norwegian Foreign Minister Jane Doe was in New Delhi this week to discuss trade.",
        "visit NOR -> IND occurred 2024-06",
    ),
    ("Norwegian Foreign Minister Jane Doe was in New Delhi in her youth.", ""),
    ("Talks between Norway and Chad failed to resolve the dispute.", "meeting NOR, TCD occurred"),
    ("Talks between Norway and Chad failed.", "meeting NOR, TCD not-occurred"),
    (
        "President Ali Roe of Chad invited President Joe Doe of Norway to visit Chad in July, and he accepted.",
        "request TCD -> NOR occurred | visit NOR -> TCD planned 2024-07",
    ),
    (
        "President Ali Roe of Chad invited President Joe Doe of Norway to visit Chad. He did not accept.",
        "request TCD -> NOR occurred",
    ),
    (
        "President Joe Doe of Norway accepted President Ali Roe of Chad's invitation to visit Chad.",
        "visit NOR -> TCD planned",
    ),
    (
        "President Joe Doe of Norway will welcome President Ali Roe of Chad on July 10. During the meeting, leaders "
        "plan to discuss trade.",
        "meeting NOR, TCD planned 2024-07-10",
    ),
    (
        "Kenyan President Amos Kiprono and Ghanaian President Ama Boateng called for the Malian army to respect the "
        "truce.",
        "request GHA, KEN -> MLI occurred",
    ),
    (
        "Kenyan President Amos Kiprono and Ghanaian President Ama Boateng discussed deepening ties and noted President "
        "Boateng's plan to build a port.",
        "meeting GHA, KEN occurred | policy GHA planned",
    ),
    (
        "Peruvian Minister Rosa Quispe will travel to Oslo, Norway; Turin, Italy; and Busan, South Korea.",
        "visit PER -> ITA, KOR, NOR planned",
    ),
    (
        "Peruvian Minister Rosa Quispe led an interagency delegation to Norway and Chad.",
        "visit PER -> NOR, TCD occurred",
    ),
    ("Peru will dispatch a trade mission to Ghana.", "visit PER -> GHA planned"),
    ("Norway's prime minister will make a historic stop in Mali.", "visit NOR -> MLI planned"),
    (
        "Chilean President Pablo Soto is honored to welcome Peruvian President Ana Diaz to Santiago.",
        "meeting CHL, PER ongoing",
    ),
    (
        "The Chilean minister joined Peruvian officials in urging Mali to hold elections.",
        "request CHL, PER -> MLI occurred",
    ),
    (
        "Prime Minister Idris Saleh of Chad led the Chadian delegation to the talks with Mali in Lima.",
        "meeting MLI, TCD occurred",
    ),
    ("The EU's foreign policy chief is in Moldova for talks.", "visit EU -> MDA occurred"),
    ("Norway's and Sweden's prime ministers dined together in Oslo on Monday.", "meeting NOR, SWE occurred 2024-06-24"),
    ("The North Korean leader crossed into Russia by train on Monday.", "visit PRK -> RUS occurred 2024-06-24"),
    ("Norway is consulting with Sweden on the fisheries dispute.", "meeting NOR, SWE ongoing"),
    ("Peru's foreign minister consulted her Chilean counterpart before the vote.", "meeting CHL, PER occurred"),
    ("Fuel was short before an African Union summit in Lome on Monday.", "meeting African Union occurred 2024-06-24"),
    ("Norway spoke of fuel ahead of OPEC's meeting in Algiers next month.", "meeting OPEC planned 2024-07"),
    ("Chile asked for an emergency meeting of OPEC ministers in Vienna.", "request CHL -> OPEC occurred"),
    (
        "Talks will be followed by a conference call on Friday between energy ministers of the G20.",
        "meeting G20 planned 2024-06-28",
    ),
    (
        "The Kenyan president set off on a trip to Asia, including Japan, South Korea and Indonesia.",
        "visit KEN -> IDN, JPN, KOR occurred",
    ),
    ("The Kenyan president embarked on a tour that will take her to Ghana and Togo.", "visit KEN -> GHA, TGO planned"),
    ("Kenya's president is due in Cairo on Thursday.", "visit KEN -> EGY planned 2024-06-27"),
    ("Egypt sent a delegation to Turkey for talks on trade.", "visit EGY -> TUR occurred"),
    ("The Ghanaian foreign minister landed in Cairo on Monday.", "visit GHA -> EGY occurred 2024-06-24"),
    (
        "Chile condemned Peruvian President Ana Diaz, calling President Diaz a traitor.",
        "criticism CHL -> PER occurred",
    ),
    ("The Secretary-General arrived in Lima this morning.", "visit United Nations -> PER occurred 2024-06-26"),
    (
        "Chile and Peru quarrelled. The two foreign ministers agreed during a phone call on Friday to share water.",
        "agreement CHL, PER occurred 2024-06-21 | meeting CHL, PER occurred 2024-06-21",
    ),
    (
        "Egyptian Foreign Minister Adel Fahmy contacted his Greek counterpart Nikos Levidis on Monday.",
        "meeting EGY, GRC occurred 2024-06-24",
    ),
    (
        "Iraqi Foreign Minister Karim Saleh met his Jordanian counterpart, Omar Haddad, in Amman on Monday.",
        "meeting IRQ, JOR occurred 2024-06-24",
    ),
    ("Talks between Ethiopia and Sudan on the dam opened in Cairo on Friday.", "meeting ETH, SDN occurred 2024-06-21"),
    (
        "Polish President Jan Nowicki spoke by phone with Lithuanian President Rasa Petraitis on Tuesday.",
        "meeting LTU, POL occurred 2024-06-25",
    ),
    ("The leaders of Brazil and Colombia will meet next week in Leticia.", "meeting BRA, COL planned 2024-07"),
    ("Talks between Canada and Iran were cancelled.", "meeting CAN, IRN not-occurred"),
    ("NATO defence ministers gathered in Brussels on Thursday.", "meeting NATO occurred 2024-06-20"),
    ("Saudi Arabia and Iran held a second round of talks in Muscat.", "meeting IRN, SAU occurred"),
    ("The Uzbek and Tajik presidents discussed water sharing at a summit in Dushanbe.", "meeting TJK, UZB occurred"),
    (
        "Pakistan's prime minister received the Qatari emir in Islamabad on Monday.",
        "meeting PAK, QAT occurred 2024-06-24",
    ),
    ("Japan proposed a summit with North Korea.", "meeting JPN, PRK proposed"),
    ("A meeting of the G20 takes place in Rio de Janeiro next month.", "meeting G20 planned 2024-07"),
    (
        "Belarus's president held a video call with his Chinese counterpart on Tuesday.",
        "meeting BLR, CHN occurred 2024-06-25",
    ),
    (
        "Spanish Prime Minister Lucia Ortega arrived in Rabat on Tuesday for a two-day visit to Morocco.",
        "visit ESP -> MAR occurred 2024-06-25",
    ),
    ("Thai Foreign Minister Niran Suksai will travel to Laos on July 3.", "visit THA -> LAO planned 2024-07-03"),
    ("Israel's prime minister postponed his trip to Hungary.", "visit ISR -> HUN planned"),
    ("Dutch Trade Minister Pieter de Groot visited South Korea last year.", "visit NLD -> KOR occurred 2023"),
    (
        "Angolan President Paulo Neto wrapped up a state visit to Namibia on Sunday.",
        "visit AGO -> NAM occurred 2024-06-23",
    ),
    (
        "On the sidelines of the United Nations General Assembly, Kenyan President Amos Kiprono held "
        "talks with his Ugandan counterpart.",
        "meeting KEN, UGA occurred",
    ),
    (
        "The foreign ministers of Austria, Hungary and Slovakia are due to meet in Bratislava on Friday.",
        "meeting AUT, HUN, SVK planned 2024-06-28",
    ),
    (
        "Senegal hosted leaders from Mali, Niger and Burkina Faso at a summit in Dakar last week.",
        "meeting BFA, MLI, NER, SEN occurred 2024-06",
    ),
    ("No meeting is planned between Pyongyang and Seoul.", "meeting KOR, PRK not-occurred"),
    ("A phone call between the Finnish and Estonian presidents lasted an hour.", "meeting EST, FIN occurred"),
    ("South Africa's president called off a trip to Kyiv.", "visit ZAF -> UKR not-occurred"),
    (
        "The foreign ministers of Greece and Turkey sat down for talks in Athens on Monday.",
        "meeting GRC, TUR occurred 2024-06-24",
    ),
    ("Iran and the United States held indirect talks in Oman.", "meeting IRN, USA occurred"),
    (
        "The trade ministers of Japan and Australia held a video conference on Friday.",
        "meeting AUS, JPN occurred 2024-06-21",
    ),
    (
        "The Indian prime minister had a telephone conversation with the Ukrainian president.",
        "meeting IND, UKR occurred",
    ),
    ("Negotiators from Serbia and Kosovo gathered in Brussels.", "meeting SRB, XKX occurred"),
    ("Serbia's president is due to meet Kosovo's prime minister on Thursday.", "meeting SRB, XKX planned 2024-06-27"),
    ("Singapore will host a summit of ASEAN leaders in October.", "meeting ASEAN, SGP planned 2024-10"),
    ("The Chinese premier received the New Zealand prime minister in Beijing.", "meeting CHN, NZL occurred"),
    ("The Danish foreign minister paid a visit to India last week.", "visit DNK -> IND occurred 2024-06"),
    ("The British foreign secretary is visiting Kazakhstan this week.", "visit GBR -> KAZ ongoing 2024-06"),
    ("The Argentine president flew to Spain on Friday.", "visit ARG -> ESP occurred 2024-06-21"),
    ("A Malaysian delegation toured nuclear plants in South Korea.", "visit MYS -> KOR occurred"),
    ("The summit between Armenia and Azerbaijan has been postponed to September.", "meeting ARM, AZE planned 2024-09"),
    (
        "The German chancellor and the French president discussed the war by telephone on Monday.",
        "meeting DEU, FRA occurred 2024-06-24",
    ),
    (
        "Turkish President Kemal Arslan arrives in Baghdad on Thursday on his first visit to Iraq in a decade.",
        "visit TUR -> IRQ planned 2024-06-27",
    ),
    ("The Polish president begins a state visit to China on Saturday.", "visit POL -> CHN planned 2024-06-29"),
    ("The Emir of Kuwait left for Jordan on Tuesday.", "visit KWT -> JOR occurred 2024-06-25"),
    ("The finance ministers of the G7 met virtually on Monday.", "meeting G7 occurred 2024-06-24"),
    ("The trade ministers of India and Britain exchanged views on tariffs.", "meeting GBR, IND occurred"),
    ("Mongolia's foreign minister and the US secretary of state spoke by phone.", "meeting MNG, USA occurred"),
    ("Officials from Chad and Sudan are meeting in Doha this week.", "meeting SDN, TCD ongoing 2024-06"),
    (
        "The leaders of Egypt and Jordan are scheduled to hold talks in Cairo next week.",
        "meeting EGY, JOR planned 2024-07",
    ),
    (
        "The first round of talks between Guyana and Venezuela took place in December.",
        "meeting GUY, VEN occurred 2023-12",
    ),
    ("Moldova's president met with EU leaders on the sidelines of the summit.", "meeting EU, MDA occurred"),
    ("Kenya and Uganda kicked off trade talks on Tuesday.", "meeting KEN, UGA occurred 2024-06-25"),
    ("The Korean and Japanese leaders will hold a summit on Thursday.", "meeting JPN, KOR planned 2024-06-27"),
    ("Egypt and Greece co-hosted a forum on gas.", "meeting EGY, GRC occurred"),
    ("The announcement came just before the Japanese foreign minister visits India.", "visit JPN -> IND planned"),
    ("Thailand and Cambodia resumed talks over oil.", "meeting KHM, THA occurred"),
    ("Mongolia's president is to visit Japan in September.", "visit MNG -> JPN planned 2024-09"),
    ("The Swiss president wrapped up a visit to Uzbekistan on Friday.", "visit CHE -> UZB occurred 2024-06-21"),
    (
        "At the invitation of His Excellency Joe Roe, President of Chad, His Excellency, Sam Poe, President of Mali, "
        "undertook an Official Visit to Chad in May.",
        "visit MLI -> TCD occurred 2024-05",
    ),
    (
        "Norway and Chad discussed convening the leaders in May.",
        "",
    ),
    (
        "On Monday Norway and Chad held talks. They discussed President Doe of Chad's planned visit to Laos in August.",
        "meeting NOR, TCD occurred 2024-06-24 | visit TCD -> LAO planned 2024-08",
    ),
    (
        "Leaders of ASEAN met on Monday. The summit was chaired by President Joe Doe of Laos.",
        "meeting ASEAN occurred 2024-06-24",
    ),
    (
        "Kenyan President Ali Roe left Oslo. As he arrived in Lima, Chadian Foreign Minister Ali Deby smiled.",
        "visit KEN -> NOR occurred | visit KEN -> PER occurred",
    ),
    (
        "Norway cancelled a planned meeting with Chad, saying it did not expect the talks to yield results.",
        "meeting NOR, TCD not-occurred | rejection NOR -> TCD occurred",
    ),
]
MORE = [
    ("Canada hosted Mexico and Peru in Ottawa for talks.", "meeting CAN, MEX, PER occurred"),
    ("Chad participated in the security conference convened by Peru.", "meeting PER, TCD occurred"),
    ("The leaders of Norway and Peru discussed the war in Ukraine.", "meeting NOR, PER occurred"),
    ("The leaders discussed the war in Ukraine. Norway and Peru are far away.", ""),
    ("UN envoy Ann Poe and Norwegian Minister Jan Doe spoke on the need for peace.", ""),
    ("Norwegian Minister Jan Doe and Peruvian Minister Ali Roe spoke on the telephone.", "meeting NOR, PER occurred"),
    (
        "The pact follows a call between Norway and Peru last week, in which the leaders reached an accord.",
        "agreement NOR, PER occurred 2024-06 | meeting NOR, PER occurred 2024-06",
    ),
    (
        "Norwegian Minister Jan Doe hosted talks with a Peruvian delegation led by Ali Roe in Oslo on June 3, 2024.",
        "meeting NOR, PER occurred 2024-06-03",
    ),
    ("Today's leaders' summit of the G7 focused on grain.", "meeting G7 occurred 2024-06-26"),
    (
        "Norway condemned Tuesday's missile launch by Chad.",
        "criticism NOR -> TCD occurred | military TCD occurred 2024-06-25",
    ),
    ("The forum hosted by Peru will no longer be held.", "meeting PER not-occurred"),
    ("Norway and Peru held the second Joint Working Group on Monday.", "meeting NOR, PER occurred 2024-06-24"),
    ("Norway held a group of Peruvian soldiers.", ""),
    (
        "Peru and the EU met on June 24, 2024 in Lima. Peru and the European Commission met on June 24, 2024 on grain.",
        "meeting EU, PER occurred 2024-06-24",
    ),
    (
        "Today, Chad, Fiji and the Quad held a summit in Lima. Today's Quad summit focused on grain.",
        "meeting FJI, Quad, TCD occurred 2024-06-26",
    ),
]
#: Where the text sets it.
PLACES = [
    ("Norwegian President Ana Doe signed an order on the emergency declared in E.O. 13219 of 2001.", "None"),
    ("On Monday in Lima, Norwegian Foreign Minister Ana Doe signed a pact with Peru.", "Lima"),
    ("The ministers of Norway and Peru, meeting Thursday in Lima, signed a pact.", "Lima"),
    ("Norwegian Foreign Minister Ana Doe, speaking in Lima, accused Chad of dumping steel.", "Lima"),
    ("The pact was signed by Norwegian Minister Ana Doe and Peruvian Minister Luis Vega in Lima.", "Lima"),
    ("Norwegian Minister Ana Doe met Peru's minister. They discussed peace in the Middle East.", "None"),
    ("Chad announced it will host talks between Norway and Peru.", "Chad"),
    (
        "Chad hosted a White House summit with President Ali Roe of Peru and Prime Minister Jan Poe of Mali where Roe "
        "signed a pact with Mali.",
        "White House",
    ),
    (
        "In Guyana, Norwegian Minister Ana Doe met President Ali Roe of Guyana. Doe also met Peru's minister Jan Poe.",
        "Guyana",
    ),
    ("In Guyana, Norwegian Minister Ana Doe praised Peru. Kenya met Fiji.", "Guyana None"),
    (
        "Norwegian Minister Ana Doe met Peru's minister. In Guyana, she praised Peru.\n\nShe met Kenya's envoy.",
        "Guyana None",
    ),
]
#: Sport, culture, nature, questions, conditions, what is only mentioned.
NO_EVENT = [
    "Norway's minister is in favour of talks with Peru.",
    "The Kenyan president's daughter is in Peru for a course.",
    "Norway's minister took the matter to Sweden.",
    "The Ethiopian prime minister is expected in opinion polls to win, a paper in Kenya wrote.",
    "Chile consulted a lawyer.",
    "Germany and Japan will meet in the group stage on Wednesday.",
    "Peru won its qualifier in Lima. Chile drew its qualifier. Peru and Chile will meet on Sunday.",
    "In Lima the Norwegian minister discussed relations with Peru.",
    "Peru's president Ana Diaz and Chile's president Luis Vega spoke to reporters.",
    "Croatia meets Italy in the quarter-finals on Saturday.",
    "The port must meet European Union standards, officials in Albania said.",
    "Tourists who visit Greece and Turkey in summer pay more.",
    "Would Cuba ever meet the United States halfway?",
    "He once met a Norwegian skier in Canada.",
    "The two rivers meet in northern Zambia, near the border with Botswana.",
    "Denmark met its climate goal last year.",
    "The prime minister visited a school in Oslo.",
    "Storks from Poland visit Nigeria every winter.",
]


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *MORE])
def test_what_is_told(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    assert told(read(text)) == expected


def test_a_day_of_the_month_of_publication_is_past() -> None:
    text = "Norway and Chad held the third round of talks on June 14, 2024."
    (doc,) = language.docs([Article("a", text, published="2024-06")], Settings())
    (event,) = [fact for fact in extract.facts(doc) if isinstance(fact, Event)]
    assert (event.status, event.date) == ("occurred", "2024-06-14")


def test_a_place_is_one_line(read: Callable[[str], tuple[Fact, ...]]) -> None:
    text = """The ministers of Norway and Chad met on Tuesday in New
    York. The talks on copper, which had begun in Oslo a year
    ago, went on until the evening, and will be continued in
    the summer. The sun shone all day, and the many visitors
    of the city stood in long lines before the ships, which
    go around the island every hour."""
    (event,) = [fact for fact in read(text) if isinstance(fact, Event)]
    assert event.place == "New York"


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_where_it_happens(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    places = {str(event.place) for event in read(text) if isinstance(event, Event)}
    assert " ".join(sorted(places)) == expected


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_event(read: Callable[[str], tuple[Fact, ...]], text: str) -> None:
    assert told(read(text)) == ""
