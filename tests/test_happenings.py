"""Which tellings of a made-up text are one happening, and what a side event takes from its occasion."""

from collections.abc import Callable

import pytest
from made_up import told

from kg_builder import identity
from kg_builder.model import Event, Fact

Read = Callable[[str], tuple[Fact, ...]]

ONE = [
    (
        "Chile and Peru signed a copper pact on Monday. The pact was signed in Lima.",
        "agreement CHL, PER occurred 2024-06-24",
    ),
    (
        "The United States imposed sanctions on Iran on Tuesday.\n\n"
        "Washington imposed the sanctions on Iran after months of talk.",
        "restriction USA -> IRN occurred 2024-06-25",
    ),
    (
        "Kenya and Uganda held talks on Monday. The talks between Kenya and Uganda ended.",
        "meeting KEN, UGA occurred 2024-06-24",
    ),
    (
        "Japan met Chile and Peru in Lima. The meeting between Japan, Chile and Peru lasted hours.",
        "meeting CHL, JPN, PER occurred",
    ),
    (
        "U.N. chief Ana Ruiz met an Iranian delegation on Monday. "
        "The U.N. chief met Iranian Deputy Foreign Minister Reza Karimi.",
        "meeting IRN, United Nations occurred 2024-06-24",
    ),
    (
        "US, Canada condemn attack on shipping by Yemen\n\n"
        "The United States and Canada condemned the attack on shipping by Yemen on Monday.",
        "criticism CAN, USA -> YEM occurred 2024-06-24",
    ),
    (
        "Norway and Chad signed a pact on fish on Monday. "
        "Norwegian Trade Minister Tor Dahl and Chadian Trade Minister Ali Abakar signed the agreement.",
        "agreement NOR, TCD occurred 2024-06-24",
    ),
    (
        "Foreign Minister Doe of Chad's telephone conversation with Foreign Minister Roe of Mali\n\n"
        "On Monday, Foreign Minister Doe of Chad had a telephone conversation with Foreign Minister Roe of Mali.",
        "meeting MLI, TCD occurred 2024-06-24",
    ),
]
SEVERAL = [
    (
        "Norway and Chad signed a memorandum of understanding on traffic safety. "
        "Norway and Chad signed a memorandum of understanding on student exchanges.",
        "agreement NOR, TCD occurred | agreement NOR, TCD occurred",
    ),
    ("Chile condemned Peru on Monday. In May, Chile condemned Bolivia.",
     "criticism CHL -> BOL occurred 2024-05 | criticism CHL -> PER occurred 2024-06-24"),
    ("Chile sanctioned Peru in 2019. Chile sanctioned Peru again in 2021.",
     "restriction CHL -> PER occurred 2019 | restriction CHL -> PER occurred 2021"),
    ("Kenya met Uganda in May. Kenya will meet Uganda again in October.",
     "meeting KEN, UGA occurred 2024-05 | meeting KEN, UGA planned 2024-10"),
    ("Chile imposed tariffs on Peru in March. Chile lifted the tariffs on Peru in June.",
     "easing CHL -> PER occurred 2024-06 | restriction CHL -> PER occurred 2024-03"),
    ("Ghana and Togo agreed on Monday to build a dam. Ghana and Togo reaffirmed their commitment to peace in Mali.",
     "agreement GHA, TGO occurred 2024-06-24 | agreement GHA, TGO occurred 2024-06-24"),
    ("Ghana and Togo signed a pact on gas. Ghana and Togo signed a second pact on rice.",
     "agreement GHA, TGO occurred | agreement GHA, TGO occurred"),
    ("Norway on Monday imposed sanctions on Chad. Oslo also urged Ghana to join.",
     "request NOR -> GHA occurred 2024-06-24 | restriction NOR -> TCD occurred 2024-06-24"),
    ("Norway on Monday imposed sanctions on Chad. Chile urged Ghana to join.",
     "request CHL -> GHA occurred | restriction NOR -> TCD occurred 2024-06-24"),
    ("Norway on Monday imposed sanctions on Chad. After the war began, Oslo urged Ghana to help.",
     "request NOR -> GHA occurred | restriction NOR -> TCD occurred 2024-06-24"),
    ("Norway imposed sanctions on Chad in 2019. Oslo also urged Ghana to join.",
     "request NOR -> GHA occurred | restriction NOR -> TCD occurred 2019"),
    ("Chile condemned Peru on Monday. In May Chile condemned Bolivia.",
     "criticism CHL -> BOL occurred 2024-05 | criticism CHL -> PER occurred 2024-06-24"),
    ("Norway has met Chad for talks. It is in no hurry for talks agreed at the last meeting with Chad and Peru in May.",
     "meeting NOR, PER, TCD occurred 2024-05 | meeting NOR, TCD occurred"),
    ("Norway and Chad met in Lima on Monday. It was unlike their previous meeting in May.",
     "meeting NOR, TCD occurred 2024-05 | meeting NOR, TCD occurred 2024-06-24"),
]  # fmt: skip
SUMMIT = (
    "Chilean President Ana Diaz met Peruvian President Luis Vega in Lima on Monday. "
    "They agreed to link their power grids."
)


def test_a_meeting_of_months_ago_elsewhere_is_another(read: Read) -> None:
    found = read(
        "Chilean and Peruvian ministers met in Lima. They welcomed the Chile-Peru Dialogue held in Oslo in May."
    )
    assert [(e.date, e.place) for e in found if isinstance(e, Event)] == [(None, "Lima"), ("2024-05", "Oslo")]


def test_a_meeting_that_is_welcomed_lends_nothing(read: Read) -> None:
    text = "They welcomed their summit held in Oslo in May. They condemned Mali."
    criticism = events(read(f"Chile and Peru issued a joint statement. {text}"))["criticism"]
    assert (criticism.date, criticism.place) == (None, None)


@pytest.mark.parametrize(("text", "expected"), [*ONE, *SEVERAL])
def test_one_happening_is_one_event(read: Read, text: str, expected: str) -> None:
    assert told(read(text)) == expected


def events(facts: tuple[Fact, ...]) -> dict[str, Event]:
    return {fact.type: fact for fact in facts if isinstance(fact, Event)}


def test_what_is_agreed_at_a_meeting_takes_its_day_city_and_officials(read: Read) -> None:
    found = events(read(SUMMIT))
    assert sorted(found) == ["agreement", "meeting"]
    for event in found.values():
        assert (event.date, event.place) == ("2024-06-24", "Lima")
        assert sorted(official.name for official in event.officials) == ["Ana Diaz", "Luis Vega"]


def test_what_is_agreed_today_takes_no_year_of_an_earlier_meeting(read: Read) -> None:
    found = events(read("Chile and Peru had launched talks on uranium in 2012. The two sides agreed to share data."))
    assert (found["meeting"].date, found["agreement"].date) == ("2012", None)


def test_what_is_agreed_now_takes_no_year_of_an_earlier_meeting_told_before(read: Read) -> None:
    found = events(read("Norway and Chad met in Oslo in May 2012. Norway and Chad agree to share data."))
    assert (found["meeting"].date, found["agreement"].date, found["agreement"].place) == ("2012-05", None, None)


def test_who_arrives_ahead_of_another_has_no_day_of_the_other(read: Read) -> None:
    found = read("Ghanaian minister Ama Addo arrived in Nairobi ahead of a visit by President Kofi Mensah on Sunday.")
    assert [e.date for e in found if isinstance(e, Event) and "Ama Addo" in {o.name for o in e.officials}] == [None]


def test_a_meeting_takes_no_day_of_an_old_deal(read: Read) -> None:
    found = events(read("Kenya and Ghana held talks in Accra. In March 2021, Kenya and Ghana signed a fishing pact."))
    assert (found["meeting"].date, found["agreement"].date) == (None, "2021-03")


def test_a_day_of_its_own_is_kept(read: Read) -> None:
    found = events(read(SUMMIT.replace("They agreed", "In May they agreed")))
    assert (found["meeting"].date, found["agreement"].date) == ("2024-06-24", "2024-05")


def test_what_is_said_to_hold_at_a_meeting_has_its_officials(read: Read) -> None:
    found = events(read(SUMMIT + " They said that Chile and Peru are concerned about the sanctions of Bolivia."))
    assert sorted(official.name for official in found["criticism"].officials) == ["Ana Diaz", "Luis Vega"]


NEWS = [
    # the same speaker, in the sentence before or in the lead
    ("Peru's foreign ministry on Friday defended its guards. It also accused Chile of arming rebels.", "2024-06-21"),
    ("Peru's president Ana Diaz said on Friday (June 21) that prices rise. Rain fell. Rice is dear. Fish is not. "
     "Ms Diaz condemned Chile.", "2024-06-21"),
    ("Peru's foreign ministry on Friday defended its guards. Mali accused Chile of arming rebels.", None),
    ("Peru's foreign ministry on Friday defended its guards. It had earlier accused Chile of arming rebels.", None),
    ("Peru's foreign ministry in 2023 defended its guards. It also accused Chile of arming rebels.", None),
    ("Rain fell. Rice is dear. Fish is not. Peru on Friday defended its guards. Prices rise. Wages fall. "
     "Peru accused Chile of arming rebels.", None),
    # what takes it up tells its day
    ("Peru accused Chile of arming rebels. The remarks late on Sunday (June 23) came amid a row.", "2024-06-23"),
    ("Peru accused Chile of arming rebels. The warning came on Sunday.", "2024-06-23"),
    ("Peru accused Chile of arming rebels. The rains came on Sunday.", None),
    ("Peru accused Chile of arming rebels. Remarks on Sunday came amid a row.", None),
    # what lies behind the news
    ("The guards will go, Peru said on Friday. They came in May after Mali accused Chile of arming rebels.", None),
    ("The guards will go, Peru said on Friday. Peru has repeatedly accused Chile of arming rebels.", None),
    ("The guards will go, Peru said on Friday. Peru accused Chile of arming rebels.", "2024-06-21"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_words_are_of_the_day_on_which_their_speaker_spoke(read: Read, text: str, expected: str | None) -> None:
    assert events(read(text))["criticism"].date == expected


def test_an_organ_of_a_body_stands_for_it_at_an_occasion(read: Read) -> None:
    text = "Officials of Norway and the European Commission met today in Oslo. Norway and the EU agreed to cut tariffs."
    found = events(read(text))
    assert (found["agreement"].date, found["agreement"].place) == ("2024-06-26", "Oslo")


DECIDED = [
    ("Norway on Tuesday welcomed Chad's decision last week to lift tariffs on its fish.", "2024-06"),
    ("Norway on Tuesday welcomed Chad's decision in May to lift tariffs on its fish.", "2024-05"),
    ("Norway on Tuesday welcomed Chad's decision to lift tariffs on its fish.", None),
]


@pytest.mark.parametrize(("text", "expected"), DECIDED)
def test_what_is_decided_is_done_on_the_day_of_the_decision(read: Read, text: str, expected: str | None) -> None:
    found = events(read(text))
    assert (found["support"].date, found["easing"].date) == ("2024-06-25", expected)


TRAVELLED = [
    ("travelled to Guyana and Chad on 4 and 5 June. In Guyana, Ms Berg met President Irfaan Ali.", "2024-06"),
    ("will travel to Guyana and Chad on 4 July. In Guyana, Ms Berg will meet President Irfaan Ali.", "2024-07"),
    ("travelled to Guyana and Chad in 2023. In Guyana, Ms Berg met President Irfaan Ali.", None),
    ("travelled to Peru and Chad on 4 and 5 June. Ms Berg met President Irfaan Ali of Guyana.", None),
    ("will travel to Guyana and Chad on 4 July. In May, Ms Berg met President Irfaan Ali of Guyana.", "2024-05"),
]


@pytest.mark.parametrize(("text", "expected"), TRAVELLED)
def test_meetings_on_a_journey_are_of_its_month(read: Read, text: str, expected: str | None) -> None:
    found = events(read(f"Norwegian Foreign Minister Kari Berg {text}"))
    assert found["meeting"].date == expected


PLACED = [
    ("During a visit to Jakarta, Indian Prime Minister Arvind Rao signed a rice deal with Indonesia.",
     "agreement Jakarta | visit Jakarta"),
    ("On a trip to Warsaw, Canadian Foreign Minister Ann Lee condemned Russia.", "criticism Warsaw | visit Warsaw"),
    ("Chilean President Ana Diaz arrived in Lima on Monday. She held talks with Peruvian President Luis Vega.",
     "meeting Lima | visit Lima"),
    ("Chilean President Ana Diaz met Peruvian President Luis Vega on Monday. At a joint news conference in Lima, Vega "
     "praised Chile.", "meeting Lima | support Lima"),
    ("Chilean President Ana Diaz met Peruvian President Luis Vega on Monday. At a news conference in Paris, Mali "
     "praised Togo.", "meeting None | support Paris"),
    (SUMMIT + " Chile has promised Peru new schools.", "agreement Lima | commitment None | meeting Lima"),
    ("Chile and Peru met in Nara City on Monday. They agreed in Nara to link their grids.",
     "agreement Nara | meeting Nara"),
    ("Chile and Peru met in Mexico City on Monday. Mexico smiled.", "meeting Mexico City"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_place_from_what_is_told_around(read: Read, text: str, expected: str) -> None:
    assert " | ".join(sorted(f"{e.type} {e.place}" for e in read(text) if isinstance(e, Event))) == expected


ATTENDED = [
    ("Chile and Peru held a meeting on July 28, co-chaired by Chilean Deputy Minister of State, Laura Loch, and "
     "Peruvian Deputy Minister Jeff Labo.", "Jeff Labo, Laura Loch"),
    ("Chile and Peru held talks in Lima on Monday. The delegations were led by Chilean Foreign Minister Ana Diaz and "
     "Peruvian Foreign Minister Luis Vega.", "Ana Diaz, Luis Vega"),
    ("Chile and Peru held talks in Lima on Monday. Chilean Foreign Minister Ana Diaz led the delegation.", "Ana Diaz"),
    ("Chile and Peru held talks in Lima on Monday. Chilean Foreign Minister Ana Diaz led a march.", ""),
]  # fmt: skip
APART = (
    "Chilean Foreign Minister Ana Diaz met Peruvian Foreign Minister Luis Vega on Monday. The meeting between Chilean "
    "President Rosa Soto and Peruvian President Juan Rios took place on Monday."
)


@pytest.mark.parametrize(("text", "expected"), ATTENDED)
def test_who_led_or_attended(read: Read, text: str, expected: str) -> None:
    assert ", ".join(sorted(official.name for official in events(read(text))["meeting"].officials)) == expected


SIGNED = [
    ("Norway and Chad signed a pact. Norwegian Trade Minister Tor Dahl signed for Norway.", "Tor Dahl"),
    ("Norway and Chad signed a pact. The pact was signed by Norwegian Trade Minister Tor Dahl.", "Tor Dahl"),
    ("Norway and Chad signed a pact in the presence of Norwegian Trade Minister Tor Dahl.", "Tor Dahl"),
    ("Norway and Chad signed a pact. Norwegian Trade Minister Tor Dahl signed a book.", ""),
    ("Norway and Chad signed a pact. Norwegian Trade Minister Tor Dahl, who signed the treaty of 2019, left.", ""),
]


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_who_signed(read: Read, text: str, expected: str) -> None:
    assert ", ".join(sorted(official.name for official in events(read(text))["agreement"].officials)) == expected


def test_ministers_and_presidents_of_two_states_meet_apart(read: Read) -> None:
    assert told(read(APART)) == "meeting CHL, PER occurred 2024-06-24 | meeting CHL, PER occurred 2024-06-24"
    nodes = {identity.event(fact, "a.txt") for fact in read(APART) if isinstance(fact, Event)}
    assert len(nodes) == 2


def test_a_visit_known_through_a_dated_meeting_takes_the_month(read: Read) -> None:
    found = events(read("Chilean President Ana Diaz visited Peru. She met Peruvian President Luis Vega on Monday."))
    assert (found["meeting"].date, found["visit"].date) == ("2024-06-24", "2024-06")


def test_all_tellings_are_evidence_in_text_order(read: Read) -> None:
    text, _ = ONE[2]
    evidence = events(read(text))["meeting"].evidence
    assert len(evidence) == 2
    assert list(evidence) == sorted(evidence)
    assert all(text[e.start : e.end] == e.quote for e in evidence)


def test_the_same_text_always_gives_the_same_facts(read: Read) -> None:
    assert read(SUMMIT) == read(SUMMIT)


def test_one_event_of_the_graph_is_one_fact(read: Read) -> None:
    """Two tellings of one key with two confidences would be a contradiction, for which the gate sets both aside."""
    found = read(
        "The Peruvian president will hold talks with Minister Jane Roe of Chad and meet Minister Ali Vega of Chad and "
        "Minister Doe of Chad during the visit."
    )
    keys = [identity.event(fact, "") for fact in found if isinstance(fact, Event)]
    assert sorted(set(keys)) == sorted(keys)


RECALLED = [
    "Chilean President Ana Diaz met Peruvian President Luis Vega in Oslo. The meeting builds on {}.",
    "Chilean President Ana Diaz met Peruvian President Luis Vega in Oslo. Their meeting follows {}.",
    "Chilean President Ana Diaz held talks with Peruvian President Luis Vega in Oslo. The talks build upon {}.",
]


@pytest.mark.parametrize("text", RECALLED)
@pytest.mark.parametrize(
    "before", ["President Diaz's March 2024 visit to Peru", "Vega's letter and Diaz's March 2024 trip to Peru"]
)
def test_what_came_before_a_meeting_lends_it_no_day(read: Read, text: str, before: str) -> None:
    found = [fact for fact in read(text.format(before)) if isinstance(fact, Event)]
    assert [event.date for event in found if event.type == "meeting"] == [None]
    assert [event.date for event in found if event.type == "visit"] == ["2024-03"]


def test_a_visit_to_come_is_not_of_the_month_of_the_meeting(read: Read) -> None:
    found = events(
        read(
            "Chilean President Ana Diaz met Peruvian President Luis Vega on Monday. She accepted an invitation to "
            "visit Peru."
        )
    )
    assert (found["meeting"].date, found["visit"].date, found["visit"].status) == ("2024-06-24", None, "planned")


def test_the_two_leaders_are_those_who_met(read: Read) -> None:
    """A vice president among them, though the president is named too."""
    found = events(
        read(
            "Chilean Vice President Ana Diaz met Peruvian President Luis Vega on Monday. Chilean President Rosa Soto "
            "had written to Peru. The two leaders agreed to fish less."
        )
    )
    assert sorted(official.name for official in found["agreement"].officials) == ["Ana Diaz", "Luis Vega"]


def test_who_is_told_to_belong_to_a_delegation_was_there(read: Read) -> None:
    found = events(
        read(
            "Norway and Mexico held talks in Lima on Monday.\n\nThe Mexican delegation included Minister Ana Roe; "
            "Secretary of the Navy Luis Mora; and their aides. Minister Jan Doe of Chad was elsewhere."
        )
    )
    assert [official.name for official in found["meeting"].officials] == ["Ana Roe", "Luis Mora"]


def test_all_of_a_list_were_met(read: Read) -> None:
    found = events(
        read(
            "Norwegian Minister Jan Doe met with Peruvian Secretary Ana Roe, Minister of Trade and Peruvian Envoy Luis "
            "Vega, Peruvian Minister Rosa Soto, and Peruvian Minister Ali Mora in Lima about Peruvian Minister Eva Paz."
        )
    )
    there = sorted(official.name for official in found["meeting"].officials)
    assert there == ["Ali Mora", "Ana Roe", "Jan Doe", "Luis Vega", "Rosa Soto"]


def test_a_deal_is_not_of_the_year_of_the_one_that_it_builds_upon(read: Read) -> None:
    found = read(
        "Joint Statement on a Norway-Peru Framework for an Agreement on Trade\n\nNorway and Peru have agreed to a "
        "Framework for an Agreement on Trade. It will build upon our longstanding ties, including the Norway-Peru "
        "Bilateral Trade Agreement signed in 2000."
    )
    agreed = [
        fact for fact in found if isinstance(fact, Event) and any("have agreed" in e.quote for e in fact.evidence)
    ]
    assert [event.date for event in agreed] == [None]
