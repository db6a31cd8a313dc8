"""Whose office it is where its phrase does not say: by the publisher, the title, the dateline, the rest of the text."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from officeholders import officials, reader

from kg_builder import allegiance
from kg_builder.allegiance import headline
from kg_builder.tokens import Doc


@pytest.fixture(scope="module")
def read(nlp: Callable[[str], Doc]) -> Callable[..., Doc]:
    return reader(nlp)


#: Where only the publisher, the dateline or the rest of the article tells whose office it is.
CONTEXTS = [
    (
        "U.S. Department of State",
        "The rule lists firms of Fiji and Tonga. Jane Roe, Under Secretary for the Bureau of "
        "Industry and Security, spoke.",
        "Jane Roe",
        "USA",
    ),
    (
        "U.S. Department of State",
        "Fiji met. John Roe, acting head for the Office of Foreign Assets Control, spoke.",
        "John Roe",
        "USA",
    ),
    (
        "Office of the United States Trade Representative",
        "Oslo, Norway-- Ambassador Roe gave a speech. She met the Norwegian trade minister.",
        "Roe",
        "USA",
    ),
    (  # who is met by one is another's
        "U.S. Department of State",
        "U.S. Secretary Jane Roe gave a speech. Fiji grows sugar. Secretary Roe met with Vice President Abdou Dima.",
        "Abdou Dima",
        "FJI",
    ),
    (
        "U.S. Department of State",
        "U.S. Secretary Jane Roe spoke of Fiji. Roe then met Second Vice President Abdou Dima and Minister Vera Soto.",
        "Abdou Dima",
        "FJI",
    ),
    ("The White House", "President Biden spoke with Prime Minister Okoye of Nigeria about Russia.", "Biden", "USA"),
    (
        "European Commission",
        "Commissioner for International Partnerships, Jutta Lind, met guests.",
        "Jutta Lind",
        "European Commission",
    ),
    (
        "European Commission",
        "Executive Vice-President for Prosperity, Jutta Lind, met Zambian Finance Minister Sit Moe.",
        "Jutta Lind",
        "European Commission",
    ),
    ("Government of Fiji", "Minister for International Partnerships, Jutta Lind, met guests.", "Jutta Lind", "FJI"),
    ("UK Government", "Trade Minister Anna Field visited Hanoi today. Vietnam is a partner.", "Anna Field", "GBR"),
    ("U.S. Department of State", "Secretary Blinken met the leaders of Fiji in Suva.", "Blinken", "USA"),
    (
        "UN News",
        "Secretary-General Pedro Vidal told NATO that aid to Sudan is blocked.",
        "Pedro Vidal",
        "United Nations",
    ),
    (None, "VIENNA, May 3 (Reuters) - Chancellor Karl Huber met Germany's envoy, Austria said.", "Karl Huber", "AUT"),
    (
        None,
        "Japan and Germany agreed. Prime Minister Jiro Mori hosted Chancellor Kurt Lang in Tokyo.",
        "Jiro Mori",
        "JPN",
    ),
    (
        None,
        "Japan and Germany agreed. Prime Minister Jiro Mori hosted Chancellor Kurt Lang in Tokyo.",
        "Kurt Lang",
        "DEU",
    ),
    (None, "LIMA - Chinese apps will need a licence, Communications Minister Luis Gil said.", "Luis Gil", "PER"),
    (None, "China's ambassador to Kenya, Zhou Fang, and Trade Minister Ana Dube opened the road.", "Ana Dube", "KEN"),
    ("UK Government", "Chancellor Rachel Poe said growth was key. Germany welcomed it.", "Rachel Poe", "GBR"),
    (
        "UK Government",
        "The Chancellor of the Exchequer, Rachel Poe, met Vice Premier He Fang in Beijing.",
        "He Fang",
        "CHN",
    ),
    (None, "Peru will sue U.S. firms, foreign ministry spokesman Luis Gil said on Monday.", "Luis Gil", "PER"),
    (
        None,
        "Ghana has approved a plant. Energy Minister Kofi Poe said so. Peru will buy fuel.",
        "Kofi Poe",
        "GHA",
    ),
    (
        "U.S. Department of State",
        "A delegation from Kenya led by Foreign Minister Ali Dube met with Under Secretary Joe Poe.",
        "Joe Poe",
        "USA",
    ),
    (None, "A U.S. team hosted Foreign Minister Batyr Orazov and the Turkmen delegation.", "Batyr Orazov", "TKM"),
    (
        None,
        "The Philippine defence minister protested. China shrugged. Defence Secretary Jun Reyes said no.",
        "Jun Reyes",
        "PHL",
    ),
    (None, "Kenya thanked the Government of Iraq, led by Prime Minister Sami Nasser.", "Sami Nasser", "IRQ"),
    (None, "Egypt's economy grows. President Hassan Amin praised the farmers.", "Hassan Amin", "EGY"),
    (None, "In Vienna, Chancellor Karl Huber met his guests. Austria wants asylum rules changed.", "Karl Huber", "AUT"),
    (
        None,
        "The foreign minister, Ana Doe, praised the meeting held with her Chadian counterpart, Sam Roe, on Monday.\n\n"
        "The ministers Doe and Roe spoke for an hour.",
        "Sam Roe",
        "TCD",
    ),
    (
        None,
        "Tokyo and Canberra signed a pact. Defence Minister Nora Ito and her Australian counterpart spoke.",
        "Nora Ito",
        "JPN",
    ),
    (
        None,
        "Japan and South Korea met. Prime Minister Aki Mori hosted South Korean President Min Jae Ho.",
        "Aki Mori",
        "JPN",
    ),
    (
        None,
        "Ministers in BRUSSELS will plan aid to Ukraine and then call Foreign Minister Oleh Rudenko. Russia objects.",
        "Oleh Rudenko",
        "UKR",
    ),
    (None, "Peru's Congress removed President Dina Bolar. The OAS urged calm.", "Dina Bolar", "PER"),
    (
        None,
        "Senegal will audit oil. Prime Minister Ous Sankha said so. President Bassir Faye agreed.",
        "Bassir Faye",
        "SEN",
    ),
    (None, "The Dutch government fell. Farm Minister Femke Vries stays.", "Femke Vries", "NLD"),
    ("U.S. Department of State", 'Thomas "Bo" Lind, Spokesperson\n\nFiji and Samoa agreed.', 'Thomas "Bo" Lind', "USA"),
    ("U.S. Department of State", "Ann Poe\n\nDeputy Spokesperson\n\nFiji and Samoa agreed.", "Ann Poe", "USA"),
    ("U.S. Department of State", "By Ann Poe, Acting Spokesperson\n\nFiji and Samoa agreed.", "Ann Poe", "USA"),
    (
        "U.S. Department of State",
        "John Roe\nAssistant Secretary, Bureau of Economic and Business Affairs\n\nFiji and Samoa agreed.",
        "John Roe",
        "USA",
    ),
    (
        "Minister for Trade, Australia",
        "The Hon Ann Poe MP\n\nAUSTRALIAN MINISTER FOR TRADE\n\nAid for Fiji will rise.",
        "Ann Poe",
        "AUS",
    ),
    (None, "Japanese Minister of Economy, Trade, and Industry (METI) Ito Ken met guests.", "Ito Ken", "JPN"),
    (None, "Dr. Jo Kay signed for Kenya and Hon. Kofi Addo, Minister for Trade, signed for Ghana.", "Kofi Addo", "GHA"),
]


@pytest.mark.parametrize(("publisher", "text", "name", "of"), CONTEXTS)
def test_whose_office_the_context_tells(read, publisher: str | None, text: str, name: str, of: str) -> None:
    tenures = {person.name: person.tenure for person in read(text, publisher)._.people}
    assert tenures[name] is not None
    assert tenures[name].official.of.id == of


#: Nothing here tells whose office it is: that a state is named first or often is no reason.
UNKNOWN = [
    "Peru and Chile signed a pact. President Ana Rojas was there.",
    "Egypt grew. Egypt and Jordan agreed on water in Egypt. A visit by President Joe Doe to Saudi Arabia follows.",
    "Peru welcomed President Ana Rojas, and a team came too.",
    "Egypt hosted President Ali Demir on Monday.",
    "President Samuel Obeng arrived in Togo on Friday for talks on Mali.",
    "President Samuel Obeng arrived in Cairo on Friday. Egypt is pleased.",
    "On a trip to Ankara, Foreign Minister Petros Georgiou praised Turkey.",
    "Iran stopped because of US sanctions imposed by President Joe Doe. Iran and China talked. Iran waits.",
    "Talks between Serbia and Kosovo failed. President Aleksandar Vasic blamed Prime Minister Albin Kurtaj.",
    "Uzbekistan will import Russian gas. Presidents Shavkat Mirzoev and Vladimir Putov opened the pipe.",
    "Zimbabwe and Zambia will build a dam. Energy Minister Zhemu Moyo said so.",
    "Iraq met the Northern Regional Government, represented by Prime Minister Rebin Aziz.",
    "A spokesman for Fiji spoke. The plan is late, Tama Leota said.",
    "The club elected Hasan Diab president in Kenya.",
    "Miners in Western Australia cut output, premier Roger Cork said. Australia exports lithium.",
    "He is Head of Cabinet of Commission President Una Lay. Peru agreed.",
    "Ann Lee, Special Adviser for Global Sales, left Peru.",
    "SEOUL (AFP) - South Korea and Japan protested. Prime Minister Aki Mori told reporters that Tokyo's plan is late.",
    "FIFA president Gianni Rossi thanked Morocco. Former Barcelona president Joan Llull left Spain.",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_no_guess_without_a_cue(read, text: str) -> None:
    assert officials(read(text)) == []


#: Publisher and text: what it publishes is not all about its own people.
FOREIGNERS = [
    ("The White House", "President Kasym Omarov thanked President Doe for the call. Kazakhstan will sell uranium.", ""),
    (
        "U.S. Department of State",
        "The Secretary met with President Nikos Hadji in Nicosia. Cyprus is a partner.",
        "Nikos Hadji | CYP | head-of-state",
    ),
    (
        "Ministry of Foreign Affairs of Japan",
        "Foreign Minister Kamiya met Minister for Foreign Affairs Wong Pei. Australia and Japan agreed on hydrogen.",
        "",
    ),
    ("Embassy of India in Nepal", "Nepal got new buses. Finance Minister Bishnu Poud thanked India.", ""),
    (
        "The Guardian",
        "The prime minister, Ann Poe, told MPs that Russia must pay. The UK will. Chancellor Rachel Reed agreed. "
        "Germany's chancellor, Olaf Lang, agreed too.",
        "Olaf Lang | DEU | head-of-government; Rachel Reed | GBR | finance-minister",
    ),
    (
        "The White House",
        "In Gabon, Kay and the U.S. team met with President Omar Tall and Vice President Ed Lo. President Doe is glad.",
        "Doe | USA | head-of-state; Ed Lo | GAB | official; Omar Tall | GAB | head-of-state",
    ),
    (
        "The White House",
        "Mr. Finn travelled to Guyana for talks on oil. He also met with President Irfan Alba.",
        "Irfan Alba | GUY | head-of-state",
    ),
    ("The White House", "Mr. Finn went on, visited Guyana and met with President Alba.", "Alba | GUY | head-of-state"),
    ("The White House", "In Peru and Chile, Mr. Finn met with President Mora and President Pinto.", ""),
    ("The White House", "In Peru, on the margins of the summit, Mr. Finn met with Foreign Minister Omarov.", ""),
    (
        "The White House",
        "The Doe-Fall Administration will act on Peru. President Mora and President Doe agreed.",
        "Doe | USA | head-of-state; Mora | PER | head-of-state",
    ),
    (
        "The White House",
        "NSC Senior Director for Europe Amy Sloe met Jon Ray, Special Assistant to the President.",
        "Amy Sloe | USA | official; Jon Ray | USA | official",
    ),
    (
        "The White House",
        "Bo Cay, Special Presidential Coordinator for Global Infrastructure, agreed.",
        "Bo Cay | USA | official",
    ),
    (
        "The White House",
        "He will travel to Peru for meetings with President Mora, President-Elect Luz Gil and Vice President Pinto.",
        "Luz Gil | PER | head-of-state | designate; Mora | PER | head-of-state; Pinto | PER | official",
    ),
    (
        "The White House",
        "Dr. Philip Gorman traveled to Peru on Monday and met officials. In a meeting with President Mora, "
        "Dr. Gorman spoke of oil.",
        "Mora | PER | head-of-state",
    ),
    (
        "The White House",
        "Mr. Finn will travel to Paris, France. In Paris, he will meet with National Security Advisor Luc Roy.",
        "Luc Roy | FRA | official",
    ),
    (
        "The White House",
        "National Security Advisor Jake Finn spoke with his counterpart National Security Advisor Anil Rao about oil.",
        "Jake Finn | USA | official",
    ),
    ("The White House", "In Peru, the Secretary met with Ambassador Tom Roe.", "Tom Roe | USA | diplomat"),
    (
        "The White House",
        "He saw National Security Council Secretary Ali Demir of Turkey.",
        "Ali Demir | TUR | official",
    ),
    (
        "The White House",
        "With him was Ed Fox, Special Adviser and Senior Director for Asia at the National Security Council.",
        "Ed Fox | USA | official",
    ),
    (
        "European Commission",
        "President Lay and President Mora praised the pact with Chile.",
        "Lay | European Commission | organization-head",
    ),
    (
        "European Commission",
        "Jo Urp, Commissioner for International Partnerships, was here. Executive Vice-President for Prosperity and "
        "Industrial Strategy, Luc Roy, left.",
        "Jo Urp | European Commission | official; Luc Roy | European Commission | official",
    ),
    (
        "Australian Department of Foreign Affairs",
        "Iraqi President Fuad Nasr named a prime minister. We urge the Prime Minister-designate, Haidar Abadi, to act.",
        "Fuad Nasr | IRQ | head-of-state",
    ),
    ("UN News", "Mr. Vidal is scheduled to meet with President Luis Pinto and farmers about oil.", ""),
    ("Reuters", "NSC Senior Director for Europe Amy Sloe spoke. The United States agreed.", ""),
    (
        "UK Government",
        "In Turkey Minister Ann Field met farmers. In Fiji she met fishers.",
        "Ann Field | GBR | minister",
    ),
    (
        "Ministry of Foreign Affairs of Peru",
        "Foreign Minister Ana Paz met with the Minister of Foreign Affairs of Chile in Lima.",
        "Ana Paz | PER | foreign-minister",
    ),
    ("Reuters", "Readout of a call with Australia. Prime Minister Alba was told.", "Alba | AUS | head-of-government"),
]


@pytest.mark.parametrize(("publisher", "text", "expected"), FOREIGNERS)
def test_the_publisher_speaks_of_others_too(read, publisher: str, text: str, expected: str) -> None:
    assert "; ".join(officials(read(text, publisher))) == expected


def test_two_leaders_who_meet_are_not_of_one_state(read) -> None:
    doc = read("In Vienna, Chancellor Karl Huber met President Viktor Orsos. Hungary and Austria want new rules.")
    assert officials(doc) == ["Karl Huber | AUT | head-of-government"]


def test_a_dateline_is_doubted_where_the_sentence_names_another_capital(read) -> None:
    doc = read(
        "MANILA - Defense Secretary Ben Cruz said China's coast guard came. "
        "Foreign Minister Li Hua denied it in Beijing. The Philippine defense minister protested."
    )
    assert officials(doc) == ["Ben Cruz | PHL | defence-minister"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Readout of President Alder's Meeting with President of Egypt Omar El-Birch", "USA; EGY"),
        ("Alder and Egyptian President El-Birch discuss water", "USA; EGY"),
        ("President El-Birch of Egypt visits Washington", "USA; EGY"),
    ],
)
def test_the_title_says_whose_official_the_text_names(read, title: str, expected: str) -> None:
    text = "President Alder met today with President El-Birch on the margins of the summit in Kenya."
    people = read(text, "The White House", title)._.people
    held = [person.tenure.official.of.id for person in people if person.tenure is not None]
    assert "; ".join(held) == expected


#: Who speaks by the title is the publisher's; others of that office are not.
SPEAKERS = [
    (
        "Readout of Adviser Ed Fenn’s Travel to Peru",
        "Mr. Fenn met with President Mora and Foreign Minister Ana Gil on Monday.",
        "Ana Gil | PER | foreign-minister; Mora | PER | head-of-state",
    ),
    (
        "Readout of Adviser Ed Fenn’s Travel to Peru and Chile",
        "Mr. Fenn met with Foreign Minister Ana Gil on Monday.",
        "",
    ),
    (
        "Readout of the Meeting with Argentine Minister Ana Gil",
        "Argentina is a partner. They reaffirmed what President Doe and President Vega promised Argentina.",
        "Doe | USA | head-of-state; Vega | ARG | head-of-state",
    ),
    (
        "Statement from President Joe Doe on Peace",
        "I spoke with President Omarov today about the pipelines of Kazakhstan.",
        "Omarov | KAZ | head-of-state",
    ),
    (
        "Joint Statement by President Joe Doe and President Luis Vega Following Call",
        "President Doe and President Vega spoke about Chile's election, which President Vega won.",
        "Doe | USA | head-of-state; Vega | CHL | head-of-state",
    ),
    (
        "Readout of President Joe Doe, Jr.’s Meeting with President of Egypt Ali Nasser",
        "President Doe met with President Nasser in Cairo.",
        "Doe | USA | head-of-state; Nasser | EGY | head-of-state",
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), SPEAKERS)
def test_who_speaks_by_the_title_holds_the_office_of_the_publisher(read, title: str, text: str, expected: str) -> None:
    assert "; ".join(officials(read(text, "The White House", title))) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Statement by Press Secretary Jen Poe on Coordinated Release", ("Press", "Secretary", "Jen", "Poe")),
        ("Secretary Roe’s Call with Foreign Minister Doe", ("Secretary", "Roe")),
        ("Statement from President Joe Doe Ahead of the Summit", ("President", "Joe", "Doe")),
        ("Readout of the Secretary's call", ()),
        ("Chile and Peru sign a pact", ()),
    ],
)
def test_speaker_by_a_title(title: str, expected: tuple[str, ...]) -> None:
    assert headline.speaker(title) == expected


#: By each way: publisher, title and text of an article in which no other way tells the same.
ALONE = {
    "by_phrase": ("The White House", None, "Peruvian President Ana Vega left.", "Ana Vega", "PER"),
    "by_possessor": (
        None,
        None,
        "Chile met Peru. Chile's Vega left. Foreign Minister Ana Vega slept.",
        "Ana Vega",
        "CHL",
    ),
    "by_title": (
        "The White House",
        "Readout of President Alder's Meeting with President of Egypt Omar El-Birch",
        "President Alder met with President El-Birch in Kenya.",
        "El-Birch",
        "EGY",
    ),
    "by_relation": (None, None, "Peruvian President Ana Vega met her predecessor Luis Mora.", "Luis Mora", "PER"),
    "by_superior": (
        None,
        None,
        "Peruvian President Ana Vega and Chile talked. Vega's adviser Luis Mora left.",
        "Luis Mora",
        "PER",
    ),
    "by_post": (
        None,
        None,
        "China's ambassador to Peru, Fang Li, and Trade Minister Luis Mora left.",
        "Luis Mora",
        "PER",
    ),
    "by_colleague": (
        "The White House",
        None,
        "Peruvian President Ana Vega and Ambassador Luis Mora left.",
        "Luis Mora",
        "PER",
    ),
    "by_other_side": (
        None,
        None,
        "Peru and Chad met. Mines Minister Luis Gil and Chadian Trade Minister Ali Poe held talks.",
        "Luis Gil",
        "PER",
    ),
    "by_renown": (None, None, "Chile met Peru. Prime Minister Boris Johnson left.", "Boris Johnson", "GBR"),
    "by_administration": (
        "The White House",
        None,
        "The Doe-Fall Administration will act on Peru. President Mora and President Doe agreed.",
        "Doe",
        "USA",
    ),
    "by_precedence": (
        "European Commission",
        None,
        "President Lay and President Mora praised the pact with Chile.",
        "Lay",
        "European Commission",
    ),
    "by_venue": (
        "The White House",
        None,
        "In Peru, the Secretary met with Vice President Luis Mora.",
        "Luis Mora",
        "PER",
    ),
    "by_delegation": (
        "The White House",
        None,
        "The Mexican delegation included Secretary Ana Roe; Secretary of the Navy Luis Mora; and their aides.",
        "Luis Mora",
        "MEX",
    ),
    "by_cues": (None, None, "Egypt's economy grows. President Ali Amin praised the farmers.", "Ali Amin", "EGY"),
}


@pytest.mark.parametrize("way", allegiance.WAYS, ids=lambda way: way.__name__)
def test_a_way_tells_what_no_other_does(read, monkeypatch: pytest.MonkeyPatch, way: allegiance.Way) -> None:
    publisher, title, text, name, of = ALONE[way.__name__]

    def whose() -> str | None:
        people = read(text, publisher, title)._.people
        return next((person.tenure.official.of.id for person in people if person.name == name and person.tenure), None)

    assert whose() == of
    monkeypatch.setattr(allegiance, "WAYS", tuple(other for other in allegiance.WAYS if other is not way))
    assert whose() != of


#: A less sure way, and an article in which it would give another answer than a surer one: publisher, title, text.
ORDER = [
    (
        "by_title",
        None,
        "Readout of a Call with President of Egypt Ali Mora",
        "Peruvian President Ali Mora left.",
        "PER",
    ),
    ("by_title", None, "Talks with Egyptian President Ali Mora", "Peru's Mora left. President Ali Mora slept.", "PER"),
    ("by_renown", None, None, "Peruvian Prime Minister Boris Johnson left.", "PER"),
    ("by_renown", None, "Peruvian Prime Minister Boris Johnson leaves", "Prime Minister Boris Johnson left.", "PER"),
    ("by_venue", "The White House", None, "In Peru, Ed Fenn met with Prime Minister Boris Johnson.", "GBR"),
    (
        "by_administration",
        "Government of Peru",
        None,
        "The Johnson Administration sent Prime Minister Boris Johnson.",
        "GBR",
    ),
    ("by_cues", "Government of Peru", None, "Prime Minister Boris Johnson left.", "GBR"),
]


@pytest.mark.parametrize(("other", "publisher", "title", "text", "of"), ORDER)
def test_the_surer_way_goes_first(
    read, monkeypatch: pytest.MonkeyPatch, other: str, publisher: str | None, title: str | None, text: str, of: str
) -> None:
    def whose() -> list[str]:
        people = read(text, publisher, title)._.people
        return [person.tenure.official.of.id for person in people if person.tenure]

    assert whose() == [of]
    way = next(way for way in allegiance.WAYS if way.__name__ == other)
    monkeypatch.setattr(allegiance, "WAYS", (way, *allegiance.WAYS))
    assert whose() not in ([], [of])


def test_the_order_of_the_ways_is_documented() -> None:
    text = (Path(__file__).parent.parent / "docs" / "extraction.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^\| `(by_\w+)` \|", text) == [way.__name__ for way in allegiance.WAYS]
