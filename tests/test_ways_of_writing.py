"""Short texts in the ways of news and official statements, made up, with every event that a careful reader finds."""

from collections.abc import Callable

import pytest
from made_up import told

from kg_builder.model import Fact

NOT_YET = {
    "a report": "what a deal promises is told besides",
    "a measure with its history": "criticism of a decision whose party was named before",
    "a law": "presenting a strategy in a season to come",
}
WAYS = [
    (
        "a report",
        "LIMA — Peru and Chile agreed on Tuesday to build a joint power line, a step that both "
        "countries hope will cut prices.\n\n"
        "The deal was signed by Peruvian Energy Minister Rosa Quispe and her Chilean counterpart, "
        "Diego Rojas, in the Peruvian capital.\n\n"
        "Chile will also lend Peru $200 million for the project, Rojas said.",
        [
            "agreement CHL, PER occurred 2024-06-25",
            "aid CHL -> PER planned",
        ],
    ),
    (
        "a readout",
        "Secretary of State John Carver spoke today with Danish Foreign Minister Mette Holm. The "
        "Secretary thanked Denmark for its help in the Arctic. They discussed the security of the "
        "region.",
        [
            "meeting DNK, USA occurred 2024-06-26",
            "support USA -> DNK occurred 2024-06-26",
        ],
    ),
    (
        "a joint statement",
        "Joint Statement by Japan and Australia\n\n"
        "We, the foreign ministers of Japan and Australia, met in Perth on June 20, 2024.\n\n"
        "We condemn North Korea for its missile launches. We call on China to resume exports of "
        "gallium. We intend to hold a joint exercise next year.",
        [
            "cooperation AUS, JPN planned 2025",
            "criticism AUS, JPN -> PRK occurred 2024-06-20",
            "meeting AUS, JPN occurred 2024-06-20",
            "request AUS, JPN -> CHN occurred 2024-06-20",
        ],
    ),
    (
        "blow and counterblow",
        "Canada on Monday imposed sanctions on three Iranian generals.\n\n"
        "Ottawa accused Tehran of arming Russia. Iran condemned Canada and said that it would "
        "respond.",
        [
            "criticism CAN -> IRN occurred 2024-06-24",
            "criticism IRN -> CAN occurred",
            "restriction CAN -> IRN occurred 2024-06-24",
        ],
    ),
    (
        "an incident",
        "Two Chinese warships entered waters near the Philippines on Wednesday, Manila said.\n\n"
        "The Philippines lodged a protest with Beijing and asked the United States for help.",
        [
            "criticism PHL -> CHN occurred",
            "military CHN -> PHL occurred 2024-06-26",
            "request PHL -> USA occurred",
        ],
    ),
    (
        "a visit",
        "Indian Prime Minister Arvind Rao arrived in Hanoi on Monday for a three-day visit to "
        "Vietnam.\n\n"
        "India will supply Vietnam with patrol boats under an accord that the two countries signed "
        "in 2016.",
        [
            "agreement IND, VNM occurred 2016",
            "aid IND -> VNM planned",
            "visit IND -> VNM occurred 2024-06-24",
        ],
    ),
    (
        "a measure with its history",
        "Indonesia will ban exports of bauxite from June next year, President Budi Hartono "
        "announced on Friday.\n\n"
        "The European Union, which had complained about Indonesia's ban on nickel exports in 2020, "
        "criticized the decision.",
        [
            "criticism EU -> IDN occurred",
            "criticism EU -> IDN occurred 2020",
            "restriction IDN occurred 2020",
            "restriction IDN planned 2025-06",
        ],
    ),
    (
        "a law",
        "The Norwegian parliament on Thursday adopted a law on deep-sea mining. Greenpeace called "
        "it a mistake.\n\n"
        "The government in Oslo will present a strategy for critical minerals in the autumn.",
        [
            "policy NOR occurred 2024-06-20",
            "policy NOR planned 2024",
        ],
    ),
    (
        "no event at all",
        "The festival in Cannes opened with a film from Iran about a chess match between a Russian "
        "and an American.\n\n"
        "Critics praised the actors, and many hoped that it would win.\n\n"
        "Spain and Portugal play each other on Sunday.",
        [],
    ),
    (
        "analysis",
        "If China and the United States failed to agree, tariffs could rise again, analysts say.\n\n"
        "Trade between the two countries matters to everybody. Much will depend on whether Beijing "
        "wants a deal.",
        [],
    ),
]


def cases() -> list[object]:
    return [
        pytest.param(
            text,
            expected,
            id=name,
            marks=[pytest.mark.xfail(strict=True, reason=NOT_YET[name])] if name in NOT_YET else [],
        )
        for name, text, expected in WAYS
    ]


@pytest.mark.parametrize(("text", "expected"), cases())
def test_every_event_of_a_text(read: Callable[[str], tuple[Fact, ...]], text: str, expected: list[str]) -> None:
    assert told(read(text)) == " | ".join(sorted(expected))
