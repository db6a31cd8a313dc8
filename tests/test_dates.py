"""Times that sentences tell, against a day of publication; every sentence is made up."""

from collections.abc import Callable

import pytest

from kg_builder import dates, language  # noqa: F401  (registers the attribute "article")
from kg_builder.model import Article
from kg_builder.tokens import Doc

WEDNESDAY = "2024-06-26"
TOLD = [
    ("The ministers agreed Wednesday to cut tariffs.", WEDNESDAY, ["2024-06-26"]),
    ("The ministers met on Tuesday in Lima.", WEDNESDAY, ["2024-06-25"]),
    ("The ministers met on Friday in Lima.", WEDNESDAY, ["2024-06-21"]),
    ("The ministers will meet on Friday in Lima.", WEDNESDAY, ["2024-06-28"]),
    ("The ministers will meet next Tuesday.", WEDNESDAY, ["2024-07-02"]),
    ("The ministers met last Friday.", WEDNESDAY, ["2024-06-21"]),
    ("The list was published late on Friday (June 21).", WEDNESDAY, ["2024-06-21"]),
    ("They met on Monday and Tuesday.", WEDNESDAY, ["2024-06-24", "2024-06-25"]),
    ("Monday's meeting was short.", WEDNESDAY, ["2024-06-24"]),
    ("The leaders are expected to sign the pact later on Wednesday.", WEDNESDAY, ["2024-06-26"]),
    ("The talks were held yesterday.", WEDNESDAY, ["2024-06-25"]),
    ("The talks resume tomorrow.", WEDNESDAY, ["2024-06-27"]),
    ("He met the envoy today.", WEDNESDAY, ["2024-06-26"]),
    ("Today's meeting was the first.", WEDNESDAY, ["2024-06-26"]),
    (
        "Today President Ana M. Diaz Jr. took part in the Andean Trade Forum (ATF) Leaders' Meeting.",
        WEDNESDAY,
        ["2024-06-26"],
    ),
    ("They spoke last night.", WEDNESDAY, ["2024-06-25"]),
    ("They dine tonight.", WEDNESDAY, ["2024-06-26"]),
    ("They met this morning.", WEDNESDAY, ["2024-06-26"]),
    ("They signed the pact on July 29.", WEDNESDAY, ["2023-07-29"]),
    ("They will sign the pact on July 29.", WEDNESDAY, ["2024-07-29"]),
    ("They signed the pact on 2 March.", WEDNESDAY, ["2024-03-02"]),
    ("They signed the pact on Feb. 22.", WEDNESDAY, ["2024-02-22"]),
    ("They signed the pact on the 3rd of May.", WEDNESDAY, ["2024-05-03"]),
    ("He was there from the 5th to the 7th of March 2024.", WEDNESDAY, ["2024-03-05"]),
    ("They signed the pact on July 29 last year.", WEDNESDAY, ["2023-07-29"]),
    ("They signed the pact on July 29, 2016, in Lima.", WEDNESDAY, ["2016-07-29"]),
    ("They signed the pact on 29 July 2016.", WEDNESDAY, ["2016-07-29"]),
    ("They met in August last year.", WEDNESDAY, ["2023-08"]),
    ("They met last August.", WEDNESDAY, ["2023-08"]),
    ("They met last May.", WEDNESDAY, ["2024-05"]),
    ("They met last month.", WEDNESDAY, ["2024-05"]),
    ("They met earlier this month.", WEDNESDAY, ["2024-06"]),
    ("They met earlier in the year.", WEDNESDAY, ["2024"]),
    ("They met over the weekend.", "2024-07-02", ["2024-06"]),
    ("They will meet at the weekend.", "2024-07-02", ["2024-07"]),
    ("They met in the week.", WEDNESDAY, [None]),
    ("They will meet later in the month.", WEDNESDAY, ["2024-06"]),
    ("They will meet later this month.", WEDNESDAY, ["2024-06"]),
    ("They will meet next month.", WEDNESDAY, ["2024-07"]),
    ("Earlier in March, they met.", WEDNESDAY, ["2024-03"]),
    ("They held a summit in mid-March 2023.", WEDNESDAY, ["2023-03"]),
    ("He plans to attend the summit in mid-August.", WEDNESDAY, ["2024-08"]),
    ("It was founded in early 2024.", WEDNESDAY, ["2024"]),
    ("It was founded late last year.", WEDNESDAY, ["2023"]),
    ("They met this week.", "2024-07-03", ["2024-07"]),
    ("They met this week.", "2024-07-30", ["2024-07"]),
    ("They will meet this week.", "2024-07-30", ["2024"]),
    ("They met this week.", "2022-04-01", ["2022"]),
    ("They met this week.", "2025-01-01", [None]),
    ("They met this week.", "2024-06-12", ["2024-06"]),
    ("They met last week.", WEDNESDAY, ["2024-06"]),
    ("The plant opened in Q3 2018.", WEDNESDAY, ["2018"]),
    ("The plant will open in the third quarter of 2025.", WEDNESDAY, ["2025"]),
    ("They met this spring.", WEDNESDAY, ["2024"]),
    ("They met in the spring of 2022.", WEDNESDAY, ["2022"]),
    ("They met last autumn.", WEDNESDAY, ["2023"]),
    ("They will meet in October.", WEDNESDAY, ["2024-10"]),
    ("They met in October.", WEDNESDAY, ["2023-10"]),
    ("The tariff applies from 1 November.", WEDNESDAY, ["2024-11-01"]),
    ("The tariff applied from 1 November.", WEDNESDAY, ["2023-11-01"]),
    ("Chile has banned imports of coal from 20 July.", WEDNESDAY, ["2024-07-20"]),
    ("They plan to implement the May 3 accord.", WEDNESDAY, ["2024-05-03"]),
    ("They will attend the July 3 summit.", WEDNESDAY, ["2024-07-03"]),
    ("They will build on the 2023 summit in November.", WEDNESDAY, ["2023", "2023-11"]),
    ("Earlier in the day, they met.", WEDNESDAY, ["2024-06-26"]),
    ("They met on Tuesday. Later in the day, Peru left.", WEDNESDAY, ["2024-06-25", "2024-06-25"]),
    ("They met on Friday. Later in the day, Peru left.", WEDNESDAY, ["2024-06-21", "2024-06-26"]),
    ("Peru attacked it overnight.", WEDNESDAY, ["2024-06"]),
    ("Peru attacked it overnight.", "2024-07-01", ["2024"]),
    ("Peru plans an overnight train.", WEDNESDAY, []),
    ("They met today.", "2024-06", ["2024-06"]),
    ("They met on 3 March and from 4 to 5 April 2016.", None, ["2016-03-03", "2016-04-04"]),
    ("They met in March. They had signed it in 2016.", None, [None, "2016"]),
    ("The tariff will apply from 1 November.", WEDNESDAY, ["2024-11-01"]),
    ("They met between 3 and 5 May.", WEDNESDAY, ["2024-05-03"]),
    ("They will meet from 3 to 5 July.", WEDNESDAY, ["2024-07-03"]),
    ("The forum was held on June 19-20, 2022.", WEDNESDAY, ["2022-06-19"]),
    ("They met in the 1990s.", WEDNESDAY, []),
    ("It has been a member since 2009.", WEDNESDAY, ["2009"]),
    ("They met in 2015.", WEDNESDAY, ["2015"]),
    ("They have worked together for decades.", WEDNESDAY, []),
    ("They met two years ago.", WEDNESDAY, ["2022"]),
    ("They met three days ago.", WEDNESDAY, ["2024-06-23"]),
    ("They met two weeks ago.", WEDNESDAY, ["2024-06"]),
    ("They met three months ago.", WEDNESDAY, ["2024-03"]),
    ("It lasted 20 months.", WEDNESDAY, []),
    ("It was built in the second half of the century.", WEDNESDAY, []),
    ("They have met in recent weeks.", WEDNESDAY, []),
    ("They meet annually.", WEDNESDAY, []),
    ("It was found in 2,000 cars.", WEDNESDAY, []),
    ("It sent 2000 troops to Chad.", WEDNESDAY, []),
    ("It gave $30 million in 15 projects.", WEDNESDAY, []),
    ("It may sign the pact.", WEDNESDAY, []),
    ("May told reporters that she would march.", WEDNESDAY, []),
    ("It rejected a 2016 ruling.", WEDNESDAY, ["2016"]),
    ("They adopted the 2030 Agenda.", WEDNESDAY, [None]),
    ("They met on 26/06/2023.", WEDNESDAY, ["2023-06-26"]),
    ("They met on 05/06/2023.", WEDNESDAY, [None]),
    ("They met on 2023-06-05.", WEDNESDAY, ["2023-06-05"]),
    ("They met on Tuesday.", "2024-06", [None]),
    ("They met last year.", "2024-06", ["2023"]),
    ("They met last year.", "2024", ["2023"]),
    ("They met in August last year.", "2024", ["2023-08"]),
    ("They met in May.", "2024", [None]),
    ("They met in May. Kenya won.", WEDNESDAY, ["2024-05"]),
    ("In May Chile condemned Peru.", WEDNESDAY, ["2024-05"]),
    ("They met in December. March Air Base closed.", WEDNESDAY, ["2023-12"]),
    ("They met in May.", "2024-06", ["2024-05"]),
    ("They met yesterday.", "2024-06", [None]),
    ("They met on Tuesday.", None, [None]),
    ("They met on 2 December.", None, [None]),
    ("They met in March 2023.", None, ["2023-03"]),
    ("They met last month.", "2024-01-15", ["2023-12"]),
    ("They met in December.", "2024-01-15", ["2023-12"]),
    ("They met on Dec. 30.", "2024-01-15", ["2023-12-30"]),
    ("They met on February 30.", WEDNESDAY, [None]),
    ("She accepted during her spring visit to Oslo.", WEDNESDAY, ["2024"]),
    ("The Arab Spring began.", WEDNESDAY, []),
    ("They discussed the October 2021 declaration.", WEDNESDAY, ["2021-10"]),
    ("He hosted the June 20 ceremony.", WEDNESDAY, ["2024-06-20"]),
    ("He welcomed the upcoming summit in September.", WEDNESDAY, ["2024-09"]),
    ("They agreed to cooperate on a seminar in September.", WEDNESDAY, ["2024-09"]),
    ("It must meet tomorrow's needs.", WEDNESDAY, []),
    ("The tariff was suspended until November 10, 2024.", WEDNESDAY, ["2024-11-10"]),
    ("They met on Tuesday, January 30, 2024, in Lima.", WEDNESDAY, ["2024-01-30"]),
    ("They joined in May of that year.", WEDNESDAY, [None]),
    ("The budget covers 2021-2027.", WEDNESDAY, []),
    ("It supplies gas over a 25 year period from 2009.", WEDNESDAY, ["2009"]),
    ("They met over the weekend.", WEDNESDAY, ["2024-06"]),
    ("The fund was set up at the end of last year.", WEDNESDAY, ["2023"]),
    ("They will decide by the end of the year.", WEDNESDAY, ["2024"]),
    ("We hope to reach an agreement by the middle of October.", WEDNESDAY, ["2024-10"]),
    ("They met on Sept. 11, 2001.", WEDNESDAY, ["2001-09-11"]),
    ("Chile had planned to host the summit on Friday. However, Peru withdrew.", WEDNESDAY, ["2024-06-28"]),
    ("Chile proposed a visit in August.", WEDNESDAY, ["2024-08"]),
    ("Chile signed the treaty (2016).", WEDNESDAY, ["2016"]),
    ("They concluded the round in the last quarter.", WEDNESDAY, [None]),
    ("They told of tariffs effective from November 1.", WEDNESDAY, ["2024-11-01"]),
    ("They imposed tariffs from November 1.", WEDNESDAY, ["2023-11-01"]),
]
BELONGING = [
    ("King Doe begins a state visit on Friday.", "visit", "2024-06-28"),
    (
        "Chad will host the forum of its group for atoms at sea at the Grand Hotel in Oslo, August 26-27, 2026.",
        "host",
        "2026-08-26",
    ),
    ("Chile and Peru on Tuesday vowed to deepen cooperation on energy.", "vowed", "2024-06-25"),
    ("The agreement on 2 May was welcomed by Peru.", "welcomed", None),
    ("The agreement on 2 May was welcomed by Peru.", "agreement", "2024-05-02"),
    ("The ministers agreed Wednesday to cut tariffs.", "agreed", "2024-06-26"),
    ("The ministers agreed Wednesday to cut tariffs.", "cut", None),
    ("On Monday, the two leaders announced they would launch a dialogue.", "announced", "2024-06-24"),
    ("On Monday, the two leaders announced they would launch a dialogue.", "launch", None),
    ("Chile is set to hold talks with Peru on Friday.", "hold", "2024-06-28"),
    ("Chile is set to hold talks with Peru on Friday.", "talks", "2024-06-28"),
    ("The president plans to attend a summit in Oslo in September.", "attend", "2024-09"),
    ("The president plans to attend a summit in Oslo in September.", "summit", "2024-09"),
    ("The treaty, which was signed in 2015, binds both.", "treaty", "2015"),
    ("The treaty signed in 2015 binds both.", "treaty", "2015"),
    ("He praised the treaty signed in 2015.", "praised", None),
    ("He welcomed the May 3 ceremony in Lima.", "welcomed", None),
    ("He welcomed the May 3 ceremony in Lima.", "ceremony", "2024-05-03"),
    ("They met on Monday and signed a pact.", "signed", "2024-06-24"),
    ("Chile visited Peru on Monday and will host Brazil in July.", "visited", "2024-06-24"),
    ("Chile visited Peru on Monday and will host Brazil in July.", "host", "2024-07"),
    ("The minister said on Friday that Peru seized a ship in March.", "seized", "2024-03"),
    ("The minister said on Friday that Peru had seized a ship.", "seized", None),
    ("The minister said on Friday that Peru had seized a ship.", "said", "2024-06-21"),
    ("The minister said on Friday that Chile opposes the plan.", "opposes", "2024-06-21"),
    ("Chile imposed tariffs on Peru last year.", "imposed", "2023"),
    ("Chile imposed tariffs on Peru last year.", "tariffs", "2023"),
    ("The tariff was suspended until November 10, 2024.", "suspended", None),
    ("After the May 3 summit, the leaders flew home.", "flew", None),
    ("After the May 3 summit, the leaders flew home.", "summit", "2024-05-03"),
    ("Today's meeting in Lima was the first.", "meeting", "2024-06-26"),
    ("The summit took place on Tuesday.", "summit", "2024-06-25"),
    ("The bank signed a loan agreement to finance the project in July 2015.", "signed", "2015-07"),
    ("During the summit on Jan. 5, Chile criticized Peru.", "summit", "2024-01-05"),
    ("Chile cut tariffs on Monday, easing tensions.", "easing", "2024-06-24"),
    ("Peru, which joined the pact in 2011, lifted the ban.", "lifted", None),
    ("Peru, which joined the pact in 2011, lifted the ban.", "joined", "2011"),
    ("Last September Norway agreed to supply Chad with grain.", "agreed", "2023-09"),
    ("In September North Korea agreed to supply Chad with grain.", "agreed", "2023-09"),
    ("The row began in December. That same month, Norway summoned the ambassador of Chad.", "summoned", "2023-12"),
    ("The row began on 3 May. On the same day Norway summoned the ambassador of Chad.", "summoned", "2024-05-03"),
    ("The row began on 3 May. The following day Norway summoned the ambassador of Chad.", "summoned", None),
    ("The row began in 2019. Oslo was calm. Lima was not. That year Norway summoned the ambassador.", "summoned", None),
]
PHRASES = [
    ("late on Friday (June 21)", WEDNESDAY, None, "2024-06-21"),
    ("next Tuesday", WEDNESDAY, None, "2024-07-02"),
    ("on Friday", WEDNESDAY, "future", "2024-06-28"),
    ("on Friday", WEDNESDAY, "past", "2024-06-21"),
    ("on Wednesday", WEDNESDAY, "future", "2024-06-26"),
    ("in May", WEDNESDAY, "future", "2025-05"),
    ("on 28 June", WEDNESDAY, "past", "2024-06-28"),
    ("in August", "2024-06", "future", "2024-08"),
    ("next spring", "2025-01-10", None, "2025"),
    ("next spring", "2025-04-10", None, "2026"),
    ("last summer", "2025-07-10", None, "2024"),
    ("this winter", WEDNESDAY, None, None),
    ("a week ago", "2025-01-08", None, None),
    ("a week ago", "2024-07-08", None, "2024"),
    ("a week ago", "2024-07-01", None, "2024-06"),
    ("the first of the year", WEDNESDAY, None, None),
    ("nothing of the kind", WEDNESDAY, None, None),
    ("yesterday", "no date", None, None),
    ("yesterday", "2024-13-40", None, None),
]
ROLES = [
    ("The tariff was suspended until November 10, 2024.", "until"),
    ("It has been a member since 2009.", "since"),
    ("They will decide no later than September 1.", "by"),
    ("They will decide by the end of September.", "by"),
    ("They must decide before July 4.", "before"),
    ("They met on July 4.", "at"),
    ("LIMA, June 25 (Wire) - Chile met Peru.", "dateline"),
]


def told(nlp: Callable[[str], Doc], text: str, published: str | None) -> Doc:
    doc = nlp(text)
    doc._.article = Article("made-up.txt", text, published)
    return dates.annotate(doc)


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_values(nlp: Callable[[str], Doc], text: str, published: str | None, expected: list[str | None]) -> None:
    assert [mention.value for mention in told(nlp, text, published)._.dates] == expected


@pytest.mark.parametrize(("text", "trigger", "expected"), BELONGING)
def test_the_date_of_an_event(nlp: Callable[[str], Doc], text: str, trigger: str, expected: str | None) -> None:
    doc = told(nlp, text, WEDNESDAY)
    mention = dates.date_for(next(token for token in doc if token.text == trigger))
    assert (mention.value if mention else None) == expected


def test_of_two_days_the_one_that_is_known(nlp: Callable[[str], Doc]) -> None:
    """In a text of which only the month is known "yesterday" may be of the one before."""
    doc = told(nlp, "The ministers had talks yesterday and today.", "2024-06")
    mention = dates.date_for(next(token for token in doc if token.text == "had"))
    assert mention is not None
    assert mention.value == "2024-06"


@pytest.mark.parametrize(("words", "published", "direction", "expected"), PHRASES)
def test_resolve(words: str, published: str, direction: dates.Direction | None, expected: str | None) -> None:
    assert dates.resolve(words, published, direction) == expected


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_roles(nlp: Callable[[str], Doc], text: str, role: str) -> None:
    assert [mention.role for mention in told(nlp, text, WEDNESDAY)._.dates] == [role]


def test_an_itinerary_goes_forward(nlp: Callable[[str], Doc]) -> None:
    text = "She will land in Oslo on Saturday. She is set to meet the king on Wednesday."
    assert [mention.value for mention in told(nlp, text, WEDNESDAY)._.dates] == ["2024-06-29", "2024-07-03"]


def test_mentions_cover_the_words(nlp: Callable[[str], Doc]) -> None:
    doc = told(nlp, "The list came out late on Friday (June 21), after mid-May.", WEDNESDAY)
    assert [doc[mention.start : mention.end].text for mention in doc._.dates] == ["Friday (June 21)", "May"]


def test_a_date_never_crosses_lines(nlp: Callable[[str], Doc]) -> None:
    assert [mention.value for mention in told(nlp, "They met in May\n2023 was a good year.", WEDNESDAY)._.dates] == [
        "2024-05"
    ]


def test_without_an_article_nothing_is_resolved(nlp: Callable[[str], Doc]) -> None:
    doc = nlp("They met on Tuesday and in March 2023.")
    doc._.article = None
    assert [mention.value for mention in dates.annotate(doc)._.dates] == [None, "2023-03"]
