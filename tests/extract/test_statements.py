"""Criticism, requests, rejections and threats, in made-up sentences."""

from collections.abc import Callable

import pytest
from made_up import not_yet, told

from kg_builder.model import Fact

TOLD = [
    ("Sweden voiced concern over Turkey's detention of a journalist.", "criticism SWE -> TUR occurred"),
    ("Iran said that it would not comply with the U.S. sanctions.", "rejection IRN -> USA occurred"),
    ("Serbia did not comply with the EU sanctions.", ""),
    ("Ukraine condemned Hungary's remarks on Monday.", "criticism UKR -> HUN occurred 2024-06-24"),
    ("The Philippines lodged a protest with China over the collision.", "criticism PHL -> CHN occurred"),
    ("Algeria summoned the Spanish ambassador on Friday.", "criticism DZA -> ESP occurred 2024-06-21"),
    ("Armenia accused Azerbaijan of breaking its word.", "criticism ARM -> AZE occurred"),
    ("Austria has not criticized Serbia.", "criticism AUT -> SRB not-occurred"),
    ("Japan urged China to release the detained businessman.", "request JPN -> CHN occurred"),
    ("Moldova asked the European Union for gas.", "request MDA -> EU occurred"),
    ("Ukraine called on Germany to send tanks.", "request UKR -> DEU occurred"),
    ("Georgia applied for membership in the European Union in March 2022.", "request GEO -> EU occurred 2022-03"),
    ("South Sudan appealed to the United Nations for more peacekeepers.", "request SSD -> United Nations occurred"),
    ("Peru rejected Bolivia's offer of mediation.", "rejection PER -> BOL occurred"),
    ("Burkina Faso withdrew from ECOWAS in January.", "rejection BFA -> ECOWAS occurred 2024-01"),
    ("Colombia severed ties with Israel in May.", "rejection COL -> ISR occurred 2024-05"),
    ("Ecuador expelled Mexico's ambassador.", "rejection ECU -> MEX occurred"),
    ("North Korea refused to attend talks with South Korea.", "rejection PRK -> KOR occurred"),
    ("Iran threatened to attack Israel.", "threat IRN -> ISR occurred"),
    ("China warned Lithuania that it would retaliate.", "threat CHN -> LTU occurred"),
    ("Pakistan threatened to bomb Afghanistan.", "threat PAK -> AFG occurred"),
    ("Indonesia will ask Malaysia to return the relics.", "request IDN -> MYS planned"),
    ("Lebanon's foreign minister blasted Israel over its silence.", "criticism LBN -> ISR occurred"),
    ("France and Germany condemned Iran for the verdict.", "criticism DEU, FRA -> IRN occurred"),
    ("The Dutch ambassador was summoned by Turkey on Monday.", "criticism TUR -> NLD occurred 2024-06-24"),
    ("The G7 called on Russia to withdraw its troops from Ukraine.", "request G7 -> RUS occurred"),
    ("Kosovo has again asked to join the Council of Europe.", "request XKX -> Council of Europe occurred"),
    ("NATO Secretary General Erik Lund urged members to spend more.", "request NATO occurred"),
    ("Bhutan turned down China's invitation.", "rejection BTN -> CHN occurred"),
    ("Moscow pulled out of the grain deal in July 2023.", "rejection RUS occurred 2023-07"),
    ("Niger broke off military cooperation with the United States in March.", "rejection NER -> USA occurred 2024-03"),
    ("Thailand has rejected calls by Cambodia for arbitration.", "rejection THA -> KHM occurred"),
    ("Algiers warned Paris of consequences.", "threat DZA -> FRA occurred"),
    ("The United States threatened Mexico with tariffs.", "threat USA -> MEX occurred"),
    ("China slammed the United States for its arms sale to Taiwan.", "criticism CHN -> USA occurred"),
    ("Beijing lashed out at Australia.", "criticism CHN -> AUS occurred"),
    ("Tokyo lodged a strong protest with Beijing over the incursion.", "criticism JPN -> CHN occurred"),
    ("Moscow expressed deep concern about NATO's expansion.", "criticism RUS -> NATO occurred"),
    ("Japan said China's export ban was regrettable.", "criticism JPN -> CHN occurred"),
    (
        "China's foreign ministry said the US move was a serious violation of international law.",
        "criticism CHN -> USA occurred",
    ),
    ("Germany is deeply concerned about Russia's nuclear rhetoric.", "criticism DEU -> RUS occurred"),
    ("South Korea voiced regret over Japan's claim to the islands.", "criticism KOR -> JPN occurred"),
    ("The EU deplored the execution by Iran of a Swedish national.", "criticism EU -> IRN occurred"),
    ("India took strong exception to Canada's remarks.", "criticism IND -> CAN occurred"),
    ("Turkey summoned the Swedish ambassador on Friday.", "criticism TUR -> SWE occurred 2024-06-21"),
    ("Washington accused Beijing of stealing trade secrets.", "criticism USA -> CHN occurred"),
    ("Kyiv asked Germany for more air defence systems.", "request UKR -> DEU occurred"),
    ("Japan urged China to lift its ban on seafood.", "request JPN -> CHN occurred"),
    ("The Philippines called on China to withdraw its ships.", "request PHL -> CHN occurred"),
    ("Brussels pressed Beijing to open its market.", "request EU -> CHN occurred"),
    ("The United States pushed India to cut tariffs.", "request USA -> IND occurred"),
    ("Ukraine appealed to its allies for weapons.", "request UKR occurred"),
    ("Washington demanded that Iran release the tanker.", "request USA -> IRN occurred"),
    ("Argentina sought a $10 billion loan from the IMF.", "request ARG -> IMF occurred"),
    ("Pakistan has requested help from China.", "request PAK -> CHN occurred"),
    ("Kosovo applied to join the Council of Europe.", "request XKX -> Council of Europe occurred"),
    ("South Korea requested consultations with the United States at the WTO.", "request KOR -> USA occurred"),
    ("The Vietnamese trade minister encouraged Japan to invest in his country.", "request VNM -> JPN occurred"),
    ("Iran rejected a US proposal for direct talks.", "rejection IRN -> USA occurred"),
    ("Iran rejected the UN's offer.", "rejection IRN -> United Nations occurred"),
    ("China refused to meet the US defense secretary in Singapore.", "rejection CHN -> USA occurred"),
    ("The United States withdrew from the Paris Agreement in 2020.", "rejection USA -> Paris Agreement occurred 2020"),
    ("Britain left the European Union in January 2020.", "rejection GBR -> EU occurred 2020-01"),
    ("Serbia ruled out joining NATO.", "rejection SRB -> NATO occurred"),
    ("Hungary vetoed EU aid to Ukraine.", "rejection HUN -> EU occurred"),
    ("Hungary blocked a 50 billion euro package for Ukraine in December.", "rejection HUN -> UKR occurred 2023-12"),
    ("Colombia broke off diplomatic relations with Israel in May.", "rejection COL -> ISR occurred 2024-05"),
    ("Saudi Arabia severed ties with Iran in 2016.", "rejection SAU -> IRN occurred 2016"),
    ("Mexico turned down an offer of help from the United States.", "rejection MEX -> USA occurred"),
    ("Ecuador expelled the Mexican ambassador.", "rejection ECU -> MEX occurred"),
    ("China threatened to retaliate against the EU.", "threat CHN -> EU occurred"),
    ("The United States warned Iran of severe consequences.", "threat USA -> IRN occurred"),
    ("Russia vowed to respond to Finland's accession to NATO.", "threat RUS -> FIN occurred"),
    ("China warned that it would take countermeasures against Japan.", "threat CHN -> JPN occurred"),
    ("Israel warned it would strike Hezbollah in Lebanon.", "threat ISR -> LBN occurred"),
    ("North Korea has threatened South Korea with nuclear attack.", "threat PRK -> KOR occurred"),
    ("China reserves the right to take further measures against the Philippines.", "threat CHN -> PHL occurred"),
    ("Beijing warned Manila not to play with fire.", "threat CHN -> PHL occurred"),
    ("Russia warned the United States against supplying Ukraine with missiles.", "threat RUS -> USA occurred"),
    ("The United States cautioned China against arming Russia.", "threat USA -> CHN occurred"),
    ("Turkey issued an ultimatum to Syria.", "threat TUR -> SYR occurred"),
    ("The EU threatened Georgia with the loss of its candidate status.", "threat EU -> GEO occurred"),
    ("Ukraine blamed Russia for the attack.", "criticism UKR -> RUS occurred"),
    ("Iran charged that the United States had violated the accord.", "criticism IRN -> USA occurred"),
    ("The United States took issue with Mexico's energy policy.", "criticism USA -> MEX occurred"),
    ("Pakistan strongly objected to India's decision.", "criticism PAK -> IND occurred"),
    ("Armenia invited the EU to send monitors.", "request ARM -> EU occurred"),
    ("NATO asked Turkey to ratify the accession of Sweden.", "request NATO -> TUR occurred"),
    ("Sweden must extradite the suspects, Turkey said.", "request TUR -> SWE occurred"),
    ("China should stop supporting Russia's war, Germany's foreign minister said.", "request DEU -> CHN occurred"),
    ("South Africa dismissed the US criticism.", "rejection ZAF -> USA occurred"),
    ("China dismissed the accusations by the United States.", "rejection CHN -> USA occurred"),
    ("Taiwan rejected China's claims as nonsense.", "rejection TWN -> CHN occurred"),
    ("Moscow denied US accusations of election meddling.", "rejection RUS -> USA occurred"),
    ("Moscow has warned Moldova of retaliation.", "threat RUS -> MDA occurred"),
    ("The United Nations sounded the alarm over Sudan.", "criticism United Nations -> SDN occurred"),
    (
        "South Korea's unification ministry expressed strong regret over North Korea's launch.",
        "criticism KOR -> PRK occurred",
    ),
    (
        "Poland has complained to the European Commission about grain imports from Ukraine.",
        "criticism POL -> European Commission occurred",
    ),
    ("Iran needs to cooperate with the IAEA, Britain said.", "request GBR -> IRN occurred"),
    ("Canada's prime minister told India to cooperate with the investigation.", "request CAN -> IND occurred"),
    (
        "South Africa asked the International Court of Justice for an order against Israel.",
        "request ZAF -> International Court of Justice occurred",
    ),
    ("Greece cancelled a visit by the Turkish foreign minister.", "rejection GRC -> TUR occurred"),
    ("Israel boycotted talks with the UN.", "rejection ISR -> United Nations occurred"),
    ("Niger ended its military agreement with the United States.", "rejection NER -> USA occurred"),
    ("If Peru bans its copper, Chile will retaliate.", "threat CHL -> PER occurred"),
    (
        "Japan and Australia opposed China's use of coercion in the South China Sea.",
        "criticism AUS, JPN -> CHN occurred",
    ),
    ("China criticized the move by Japan as wrong.", "criticism CHN -> JPN occurred"),
    (
        "Nigeria's president reiterated his call for the UN to reform the council.",
        "request NGA -> United Nations occurred",
    ),
    (
        "Washington exerted pressure on the Netherlands to stop servicing chip tools in China.",
        "request USA -> NLD occurred",
    ),
    ("Qatar quit OPEC in January 2019.", "rejection QAT -> OPEC occurred 2019-01"),
    ("Angola said it would leave OPEC.", "rejection AGO -> OPEC planned"),
    ("Should Peru attack Bolivia, Chile will take action.", "threat CHL -> PER occurred"),
]
#: Sport, culture, nature, questions, conditions, what is only mentioned.
NO_EVENT = [
    "Critics in Paris slammed the Italian opera.",
    "The coach blamed a Dutch defender.",
    "A storm threatens Japan and Taiwan.",
    "Would Canada dare to criticize the United States?",
    "The jury rejected a song from Malta.",
    "Teachers in Kenya demanded higher pay.",
    "The chef rejected tomatoes from Spain.",
    "Drought threatens harvests in Italy and Greece.",
    "A Swedish student asked her Finnish teacher for advice.",
]
NOT_YET = {
    "particles and verbs of refusing that no frame has": [
        ("Armenia froze its membership in the CSTO in February.", "rejection ARM -> CSTO occurred 2024-02")
    ]
}


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *not_yet(NOT_YET)])
def test_what_is_told(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_event(read: Callable[[str], tuple[Fact, ...]], text: str) -> None:
    assert told(read(text)) == ""
