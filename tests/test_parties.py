"""Who acts, and upon whom, in the ways in which news and statements name parties; the sentences are made up."""

from collections.abc import Callable

import pytest
from made_up import not_yet, told

from kg_builder.model import Fact

Read = Callable[[str], tuple[Fact, ...]]

#: More doers than the subject names.
ALONG = [
    (
        "Canada, together with Britain, imposed sanctions on Belarus on Tuesday.",
        "restriction CAN, GBR -> BLR occurred 2024-06-25",
    ),
    ("The EU, along with the United States, urged Serbia to reform.", "request EU, USA -> SRB occurred"),
    ("In coordination with Japan, the US sanctioned Iran.", "restriction JPN, USA -> IRN occurred"),
    ("Norway, joined by Sweden, condemned Iran.", "criticism NOR, SWE -> IRN occurred"),
    ("Japan, alongside Australia and India, pledged to open more ports.", "agreement AUS, IND, JPN occurred"),
    ("Australia joined the United States in imposing sanctions on Myanmar.", "restriction AUS, USA -> MMR occurred"),
    ("Norway, with elections ahead, condemned Iran.", "criticism NOR -> IRN occurred"),
]
#: Acts that only say more of what another verb or sentence says: whoever does that does them.
INCLUDED = [
    (
        "Kenya is holding Chad to account, including by imposing sanctions on Chadian banks.",
        "restriction KEN -> TCD ongoing",
    ),
    (
        "The United States will help its ally, including by delivering helicopters to Kenya.",
        "aid USA -> KEN planned",
    ),
    (  # what is promised is no act of its own, nor the way in which it is to be done
        "The leaders of Kenya and Chad agreed to deepen ties, including by launching a dialogue on trade.",
        "agreement KEN, TCD occurred",
    ),
    ("Kenya has taken action. This includes banning imports of Chadian oil.", "restriction KEN -> TCD ongoing"),
    (
        "Kenya has acted. These steps include banning imports of Chadian oil.",
        "restriction KEN -> TCD ongoing",
    ),
    ("Kenya's steps included banning imports of Chadian oil.", "restriction KEN -> TCD occurred"),
    ("Kenya is one of several states which have banned imports from Chad.", "restriction KEN -> TCD occurred"),
    ("Kenya has become the third state to ban imports from Chad.", "restriction KEN -> TCD occurred"),
]
#: Whom a text takes up again without naming them.
TAKEN_UP = [
    ("A senior Norwegian official spoke. The official urged Kenya to free the crew.", "request NOR -> KEN occurred"),
    (
        "A spokesperson for Norway's foreign ministry spoke. The spokesperson urged Kenya to free the crew.",
        "request NOR -> KEN occurred",
    ),
    ("Norway's embassy in Kenya spoke. The embassy urged Kenya to free the crew.", "request NOR -> KEN occurred"),
    (  # of two nobody says which
        "A Norwegian official and a Malian official left. The official urged Kenya to free the crew.",
        "",
    ),
    ("A former Norwegian official spoke. The official urged Kenya to free the crew.", ""),
    ("ECOWAS grew. The 15-member bloc urged Mali to hold elections.", "request ECOWAS -> MLI occurred"),
    ("NATO grew. The 32-nation alliance urged Mali to hold elections.", "request NATO -> MLI occurred"),
]
#: Talks of which only the text before says whose they are.
GOING_ON = [
    (
        "Norway and Kenya held talks on Monday. The next round of talks is due to begin in July.",
        "meeting KEN, NOR occurred 2024-06-24 | meeting KEN, NOR planned 2024-07",
    ),
    (
        "Norway and Kenya held talks on Monday. Talks will resume in July.",
        "meeting KEN, NOR occurred 2024-06-24 | meeting KEN, NOR planned 2024-07",
    ),
    (
        "Norway and the EU have a long border. Tea is dear. Tea is scarce. "
        "Tea is old. Tea is cold. The next round of talks will take place in July.",
        "meeting EU, NOR planned 2024-07",
    ),
]
#: Who does what is told in the passive, without a doer.
AGENTLESS = [
    ("Kenyan tea has been banned in Norway.", "restriction NOR -> KEN occurred"),
    ("Norway's trade minister said Kenyan tea would be banned.", "restriction NOR -> KEN planned"),
    ("Tariffs will be imposed on Kenya, Norway said.", "restriction NOR -> KEN planned"),
    ("Kenya said tariffs would be imposed on its tea.", ""),  # whom they hit does not impose them
    ("Kenya unveiled a package of measures against Norway.", "policy KEN occurred"),  # and no aid
]
#: National bodies of states that do not have them alone.
BODIES = [
    ("South Korea's National Security Council condemned Kenya.", "criticism KOR -> KEN occurred"),
    ("CFIUS blocked the purchase of a chipmaker by Kenya.", "restriction USA -> KEN occurred"),
    ("The Philippine Coast Guard accused Kenya of ramming its ship.", "criticism PHL -> KEN occurred"),
]
#: Governments called by those who lead them: the first named of two.
LED = [
    ("The Biden-Harris Administration imposed sanctions on Kenya.", "restriction USA -> KEN occurred"),
    (
        "The Biden-Harris Administration acted against Kenya. The Administration urged Kenya to free the crew.",
        "request USA -> KEN occurred",
    ),
]
#: Acts told by a noun: whose the measure or the force is that it is of.
NOMINAL = [
    ("The lifting of Norwegian sanctions on Kenya took effect.", "easing NOR -> KEN occurred"),
    (
        "Mali regretted the imposition of tariffs on Kenyan tea by Norway.",
        "criticism MLI -> NOR occurred | restriction NOR -> KEN ongoing",
    ),
    ("The deployment of Norwegian troops to Kenya was a surprise.", "military NOR -> KEN occurred"),
]
#: What a noun tells, whose parties its own phrase does not all name.
OCCASIONS = [
    (
        "Kenya's trade minister spoke of a railway after talks with his Ugandan and Rwandan counterparts.",
        "meeting KEN, RWA, UGA occurred",
    ),
    (
        "Following a meeting with Prime Minister Ana Duarte of Portugal, Spanish Foreign Minister Luis Cabrera "
        "said trade would grow.",
        "meeting ESP, PRT occurred",
    ),
    (
        "U.S. officials gave a map to Indian Commerce Minister Ravi Menon in meetings in New Delhi.",
        "meeting IND, USA occurred",
    ),
    (
        "On a visit to Hungary, Chinese Premier Wang Bo spoke of a new railway.",
        "visit CHN -> HUN occurred",
    ),
    (
        "Iran's oil minister told reporters at a briefing following talks with his Algerian counterpart.",
        "meeting DZA, IRN occurred",
    ),
    ("Chinese Premier Wang Bo, on a visit to Hungary, pledged to plant trees.", "visit CHN -> HUN occurred"),
    ("Prices fell after talks with Peru.", ""),
    (
        "It will take time, said Peruvian Foreign Minister Luis Cabrera, following a five-day visit to Hungary.",
        "visit PER -> HUN occurred",
    ),
    ("Peru's foreign minister spoke of a railway after a visit to Hungary.", "visit PER -> HUN occurred"),
    (
        "Peru's foreign minister Luis Cabrera during a visit to Hungary has discussed a railway.",
        "visit PER -> HUN occurred",
    ),
    (
        "Peruvian Foreign Minister Luis Cabrera said on Tuesday, at the end of a visit to Hungary, that it was over.",
        "visit PER -> HUN occurred",
    ),
    ("Prices fell after a visit to Hungary.", ""),
]
#: Whom "they" and "the two sides" mean.
TOGETHER = [
    (
        "Peruvian Foreign Minister Luis Cabrera met Chad's trade minister Ann Roe and Togo's trade minister Ali Mba. "
        "He also met Kenya's trade minister Otieno Oro, and they agreed to plant trees.",
        "agreement KEN, PER occurred | meeting KEN, PER occurred | meeting PER, TCD, TGO occurred",
    ),
    (
        "Peru and Chad signed a pact, said Peruvian Foreign Minister Luis Cabrera after attending the East Asia "
        "Summit. The two sides agreed to plant trees.",
        "agreement PER, TCD occurred | agreement PER, TCD occurred | meeting East Asia Summit, PER occurred",
    ),
]
#: Documents speak for who issues them.
ISSUED = [
    (
        "A joint statement issued by Poland, Lithuania and Latvia condemned Belarus.",
        "criticism LTU, LVA, POL -> BLR occurred",
    ),
    ("A letter from Ghana urged Togo to reopen the border.", "request GHA -> TGO occurred"),
    (
        "Signed by the presidents of Bolivia and Paraguay, the treaty opens the river to trade.",
        "agreement BOL, PRY occurred",
    ),
    (
        "Japan and Fiji issued a statement on Monday. The statement condemned Belarus.",
        "criticism FJI, JPN -> BLR occurred 2024-06-24",
    ),
    ("A statement condemned Belarus.", ""),
]
#: Lists, however the parser takes them.
LISTS = [
    (
        "Officials from Iran, Saudi Arabia, Oman, Qatar met in Muscat on Sunday.",
        "meeting IRN, OMN, QAT, SAU occurred 2024-06-23",
    ),
    (
        "The foreign ministers of the Nordic countries - Denmark, Finland, Iceland, Norway and Sweden - met in Oslo.",
        "meeting DNK, FIN, ISL, NOR, SWE occurred",
    ),
    ("Three countries, Austria, Slovenia and Croatia, signed a memorandum.", "agreement AUT, HRV, SVN occurred"),
    (
        "Six ASEAN members including Vietnam, Laos and Thailand signed a power accord.",
        "agreement LAO, THA, VNM occurred",
    ),
    ("The chiefs of general staff of Finland and Estonia met in Tallinn.", "meeting EST, FIN occurred"),
]
#: Whom a measure hits, by the words behind those whom it names.
LINKED = [
    (
        "The United States imposed sanctions on four people supporting Iran's weapons programme.",
        "restriction USA -> IRN occurred",
    ),
    ("The United States added eleven companies based in China to the Entity List.", "restriction USA -> CHN occurred"),
]
#: The phrase that names a party hangs on another word than the act's.
DEEPER = [
    ("Norway signed a memorandum of understanding with Poland on hydrogen.", "agreement NOR, POL occurred"),
    ("Canada imposed tariffs of 25 percent on Chinese steel.", "restriction CAN -> CHN occurred"),
    ("Norway unveiled a sanctions package against Belarus.", "restriction NOR -> BLR occurred"),
    (
        "Canada joined other NATO members in imposing a host of new sanctions on Belarus.",
        "restriction CAN, NATO -> BLR occurred",
    ),
    (
        "Canada announced the lifting of Canadian sanctions on Japanese goods.",
        "easing CAN -> JPN occurred",
    ),
    (
        "Canada imposed tariffs in retaliation for Peru's ban on salmon.",
        "restriction CAN -> PER occurred | restriction PER -> CAN ongoing",
    ),
    (
        "Indian Foreign Minister Ravi Menon and Kenyan President Amos Kiprono co-chaired the dialogue.",
        "meeting IND, KEN occurred",
    ),
    (
        "German Foreign Minister Anna Vogel discussed the war with Saudi Arabia's foreign minister, Omar Faraj.",
        "meeting DEU, SAU occurred",
    ),
]
#: A target is not looked for in what another clause tells of others.
OTHERS = [
    ("Peru agreed to protect its forests, and Chile said that Bolivia was willing.", "commitment PER occurred"),
    (
        "Norway threatened to impose tariffs if Peru does not act.",
        "threat NOR -> PER occurred",
    ),
    (
        "Norway rejected the accord because members such as Chad had left.",
        "rejection NOR occurred",
    ),
]
#: Who is there, and what names the occasion.
PRESENT = [
    (
        "I have spoken to Turkish Foreign Minister Emre Kaya and to Greek Foreign Minister Eleni Markou, "
        "Spanish Foreign Minister Luis Cabrera said.",
        "meeting ESP, GRC, TUR occurred",
    ),
    (
        "Danish Foreign Minister Mette Holm met Fijian Foreign Minister Jone Tora. They spoke of the summit that was "
        "held between Danish Prime Minister Lars Krag and Fijian President Sitiveni Ratu in May.",
        "meeting DNK, FJI occurred | meeting DNK, FJI occurred 2024-05",
    ),
    (
        "Danish Foreign Minister Mette Holm met separately with Fijian Foreign Minister Jone Tora and Thai Foreign "
        "Minister Niran Suksai on Monday.",
        "meeting DNK, FJI occurred 2024-06-24 | meeting DNK, THA occurred 2024-06-24",
    ),
    (
        "Talks were held in Doha between Gulf producers and the largest consumers - China, India and Japan.",
        "meeting CHN, IND, JPN occurred",
    ),
    (
        "Chile met Peru in Lima. Chile thanked Peru. Peru thanked Chile. In the end an agreement was reached.",
        "agreement CHL, PER occurred | meeting CHL, PER occurred | support CHL -> PER occurred | "
        "support PER -> CHL occurred",
    ),
    ("Japan and Norway deepened the NATO partnership.", "cooperation JPN, NOR occurred"),
]
#: Calls: on an official, from one, on one to act.
CALLS = [
    (
        "Pakistani Foreign Minister Ali Dar called on Afghan Prime Minister Karim Noor in Kabul.",
        "meeting AFG, PAK occurred",
    ),
    (
        "Pakistani Foreign Minister Ali Dar called on Afghan Prime Minister Karim Noor to free him.",
        "request PAK -> AFG occurred",
    ),
    (
        "Pakistani Foreign Minister Ali Dar received a telephone call from Afghan Prime Minister Karim Noor.",
        "meeting AFG, PAK occurred",
    ),
]
#: Two one-sided acts stay two, whoever is on the other side.
APART = [
    (
        "Chile promised to respect the rights of Peru. Peru promised to respect the rights of Chile.",
        "commitment CHL -> PER occurred | commitment PER -> CHL occurred",
    ),
]
#: A clause that says when, or what else happened, is no part of what is said.
BESIDE = [
    (
        "Norwegian Prime Minister Kari Berg met Chadian President Ali Deby in Oslo. The two signed a pact on oil.",
        "agreement NOR, TCD occurred | meeting NOR, TCD occurred",
    ),
    (
        "Norwegian Prime Minister Kari Berg met Chadian President Ali Deby on Monday. The two last met in May 2019.",
        "meeting NOR, TCD occurred 2019-05 | meeting NOR, TCD occurred 2024-06-24",
    ),
    ("The two signed a pact on oil.", ""),
    ("The UN special envoy for Chad condemned Mali.", "criticism United Nations -> MLI occurred"),
    ("Hong Kong paused. The territory condemned Mali.", "criticism HKG -> MLI occurred"),
    (
        "Chad regretted Norway's tariffs and urged it to lift them.",
        "criticism TCD -> NOR occurred | request TCD -> NOR occurred",
    ),
    (
        "Chad regretted the tariffs of Norway and Mali and urged it to act.",
        "criticism TCD -> MLI, NOR occurred | request TCD occurred",
    ),
    ("A number of Chadian diplomats condemned Peru.", "criticism TCD -> PER occurred"),
    ("ASEAN said so. The group signed an agreement with China.", "agreement ASEAN, CHN occurred"),
    ("ASEAN said so. A group of firms paid. The group signed an agreement with China.", ""),
    (
        "The NSAs of Norway, Chad and Peru met in Oslo. The three NSAs condemned Mali.",
        "criticism NOR, PER, TCD -> MLI occurred | meeting NOR, PER, TCD occurred",
    ),
    (
        "Norway welcomed Chad's launch of its Energy Transition Plan.",
        "policy TCD occurred | support NOR -> TCD occurred",
    ),
    ("Norway submitted a letter to the UN Security Council accusing Chad of theft.", "criticism NOR -> TCD occurred"),
    ("A round of negotiations for a trade pact between Norway and Chad took place.", "meeting NOR, TCD occurred"),
    ("Norway held talks with Mali about a deal between Chad and Peru.", "meeting MLI, NOR occurred"),
    ("A joint exercise among Norway, Chad and Peru was held.", "cooperation NOR, PER, TCD occurred"),
    (
        "On the phone with Chad's Ali Deby, Norwegian President Kari Berg condemned Mali.",
        "criticism NOR -> MLI occurred",
    ),
    ("Norway is dumping steel, Kenya said, calling it unacceptable.", "criticism KEN -> NOR occurred"),
    ("Norway sells steel, Kenya said, adding that it would impose tariffs on Chad.", "restriction KEN -> TCD planned"),
    ("Norway sells steel, Kenya's minister said, adding that it would impose tariffs on Chad.", ""),
    ("Rights groups accused Norway of arming Chad.", ""),
    (
        "China accused the Philippines of ramming its ship, while Manila blamed China.",
        "criticism CHN -> PHL occurred | criticism PHL -> CHN occurred",
    ),
]
#: Lines of a list share the subject at its head.
LINES = [
    (
        "The United States and the Philippines:\n\n- Condemned China's use of water cannon.\n\n"
        "- Agreed to expand cooperation on semiconductors.",
        "agreement PHL, USA occurred | criticism PHL, USA -> CHN occurred",
    ),
]
#: What the sentence is about, before its subject.
MATTERS = [
    ("DFC will provide a $20 million loan to Peru.", "aid USA -> PER planned"),
    ("On Peru, Norway and Chad agreed to coordinate.", "agreement NOR, TCD occurred"),
]
NOT_YET = {
    "an adjective behind its noun is taken for an adverb": [
        (
            "The United Kingdom froze the assets of five oligarchs close to the Kremlin.",
            "restriction GBR -> RUS occurred",
        )
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *ALONG,
        *INCLUDED,
        *TAKEN_UP,
        *NOMINAL,
        *AGENTLESS,
        *LED,
        *GOING_ON,
        *BODIES,
        *OCCASIONS,
        *TOGETHER,
        *ISSUED,
        *LISTS,
        *LINKED,
        *DEEPER,
        *CALLS,
        *OTHERS,
        *PRESENT,
        *APART,
        *BESIDE,
        *LINES,
        *MATTERS,
        *not_yet(NOT_YET),
    ],
)
def test_who_acts_upon_whom(read: Read, text: str, expected: str) -> None:
    assert told(read(text)) == expected
