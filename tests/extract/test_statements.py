"""Criticism, requests, rejections and threats, in made-up sentences."""

from collections.abc import Callable

import pytest
from made_up import not_yet, told

from kg_builder.model import Fact

TOLD = [
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
    "the parser takes the subject for an adverb": [
        ("Sweden voiced concern over Turkey's detention of a journalist.", "criticism SWE -> TUR occurred"),
    ],
    "particles and verbs of refusing that no frame has": [
        ("Armenia froze its membership in the CSTO in February.", "rejection ARM -> CSTO occurred 2024-02"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *not_yet(NOT_YET)])
def test_what_is_told(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_event(read: Callable[[str], tuple[Fact, ...]], text: str) -> None:
    assert told(read(text)) == ""
