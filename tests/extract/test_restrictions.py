"""Restrictions and easings, in made-up sentences."""

from collections.abc import Callable

import pytest
from made_up import not_yet, told

from kg_builder.model import Fact

TOLD = [
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
]
#: Sport, culture, nature, questions, conditions, what is only mentioned.
NO_EVENT = [
    "The referee banned the Portuguese striker for two games.",
    "Doctors in Norway say patients should limit salt.",
    "Sanctions on North Korea have failed, analysts say.",
    "If inflation rose, Argentina might limit beef exports.",
    "Snow blocked the road between Austria and Italy.",
]
NOT_YET = {
    "when it takes effect is told by a relative clause": [
        (
            "The EU announced tariffs on Chinese electric cars that will take effect on 4 July.",
            "restriction EU -> CHN planned 2024-07-04",
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *not_yet(NOT_YET)])
def test_what_is_told(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_event(read: Callable[[str], tuple[Fact, ...]], text: str) -> None:
    assert told(read(text)) == ""
