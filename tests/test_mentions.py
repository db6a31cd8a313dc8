"""What names a state or an organization, and what only looks like it."""

import itertools
from collections.abc import Callable

import pytest

from kg_builder.errors import InvalidLexicon
from kg_builder.gazetteer import Gazetteer, numbers
from kg_builder.mentions import Mentions
from kg_builder.model import Article
from kg_builder.party_names import PartyNames
from kg_builder.tokens import Doc


@pytest.fixture(scope="module")
def component() -> Mentions:
    return Mentions(None)


@pytest.fixture(scope="module")
def read(nlp: Callable[[str], Doc], component: Mentions):
    return lambda text: component(nlp(text))


def named(doc: Doc, kind: str) -> list[str]:
    return sorted({mention.entity.id for mention in doc._.mentions if mention.entity.kind == kind})


GOVERNMENTS = [
    ("Tokyo and Seoul agreed to share radar data.", "JPN KOR"),
    ("Washington's decision angered Beijing.", "CHN USA"),
    ("Talks between Tokyo and Beijing broke down.", "CHN JPN"),
    ("He seeks better relations with Moscow.", "RUS"),
    ("In Beijing's eyes the island is a province.", "CHN"),
    ("Pressure from Washington grew.", "USA"),
    ("Moscow-backed forces advanced.", "RUS"),
    ("London said it would respond in kind.", "GBR"),
    ("The government in Pyongyang fired two missiles.", "PRK"),
    ("Washington-Beijing ties have soured.", "CHN USA"),
    ("The U.S. ambassador to Tokyo resigned.", "JPN USA"),
    ("Ankara, which has mediated before, offered to host talks.", "TUR"),
    ("The accord was brokered by Cairo.", "EGY"),
    ("Seoul, Washington hold nuclear talks", "KOR USA"),
    ("Under pressure from Brussels, Budapest relented.", "HUN"),
    ("A senior Beijing official dismissed the claim.", "CHN"),
    ("It was seen as a signal to Beijing.", "CHN"),
    ("The Kremlin denied the report.", "RUS"),
    ("A spokesman for Downing Street declined to comment.", "GBR"),
]
PLACES = [
    "The ministers met in Tokyo on Monday.",
    "A professor at Nihon University in Tokyo said so.",
    "A meeting in Washington ended without a deal.",
    "It needs approval from Washington, D.C., officials said.",
    "TOKYO – The yen fell on Friday.",
    "OTTAWA (Reuters) - The minister said trade would grow.",
    "She flew to Cairo on Sunday.",
    "The flight from Paris was late.",
    "He will travel from Paris to Berlin and Warsaw.",
    "The Washington Post reported the plan.",
    "The Beijing-based firm declined to comment.",
    "The mayor of London opened the fair.",
    "The embassy in Moscow was closed.",
    "President Bola Tinubu visited Paris last week.",
    "The Vienna talks stalled.",
    "A suicide bomber struck Kabul on Sunday.",
    "The capital, Khartoum, was shelled.",
    "Tokyo stocks fell sharply.",
    "Jakarta is a city of ten million people.",
    "At the White House, the leaders shook hands.",
]
STATES = [
    ("Japan-U.S.-South Korea solidarity", "JPN KOR USA"),
    ("US-China trade talks and U.S.–EU cooperation resumed.", "CHN USA"),
    ("[South] Korea and Japan agreed; [North] Korea did not.", "JPN KOR PRK"),
    ("North and South Korea exchanged fire.", "KOR PRK"),
    ("The PRC and the ROK held talks; the DPRK did not.", "CHN KOR PRK"),
    ("UAE and UK officials met; so did their U.A.E. and U.K. peers.", "ARE GBR"),
    ("TENSIONS WITH CHINA RISE AS US IMPOSES TARIFFS", "CHN USA"),
    ("CONTACT US", ""),
    ("The deal is worth US$20 billion.", ""),
    ("They met in Geneva, Switzerland.", "CHE"),
    ("The French foreign minister and an American spoke.", "FRA USA"),
    ("He spoke in English and in Chinese.", ""),
    ("The book was translated into French.", ""),
    ("Exports to Latin America and North America grew.", ""),
    ("The Korean Peninsula, the South China Sea and the Sea of Japan", ""),
    ("Papua New Guinea and Equatorial Guinea met Guinea-Bissau.", "GNB GNQ PNG"),
    ("The Republic of the Congo and the Democratic Republic of the Congo agreed.", "COD COG"),
    ("Michael Jordan played for Chicago.", ""),
    ("Jordan and Israel signed a deal.", "ISR JOR"),
    ("Georgia and Armenia signed a transit deal.", "ARM GEO"),
    ("Governor Brian of Georgia spoke in Atlanta, Georgia.", ""),
    ("They ate at The Irish Pub, the Turkish Kitchen and the China Palace.", ""),
    ("He told China Daily that Bank of America cut its forecast.", ""),
]
#: The world beyond the great powers, and sport, food and culture.
WORLD = [
    ("The Democratic Republic of Congo suspended cobalt exports, its minister said in Kinshasa.", "COD"),
    ("The dam on the Blue Nile drew protests from Cairo and Khartoum.", "EGY SDN"),
    ("Mali, Burkina Faso and Niger quit the West African bloc.", "BFA MLI NER"),
    ("Guinea revoked the bauxite licence.", "GIN"),
    ("Equatorial Guinea, Guinea-Bissau and Papua New Guinea voted no.", "GNB GNQ PNG"),
    ("Guyana and Suriname will develop offshore gas, Georgetown said.", "GUY SUR"),
    ("Dominican President Luis Abreu closed the border with Haiti.", "DOM HTI"),
    ("Kiribati and Nauru recognised Beijing, leaving Tuvalu and Palau as Taipei's allies.", "CHN KIR NRU PLW TUV TWN"),
    ("The treaty with Washington angered Fiji, which told Canberra so.", "AUS FJI USA"),
    ("Kazakhstan will share water, Astana's water ministry said.", "KAZ"),
    ("Timor-Leste joined in, Dili's foreign ministry said.", "TLS"),
    ("The Gambia took Myanmar to court.", "GMB MMR"),
    ("Itamaraty and the Casa Rosada want a deal.", "ARG BRA"),
    ("Laos, officially the Lao PDR, exports electricity to Thailand.", "LAO THA"),
    ("The minister would not speak at La Moneda after Santiago, Chile, shook.", "CHL"),
    ("Georgia signed a pact in Tbilisi with a delegation from Florida.", "GEO"),
    ("The Georgia Bulldogs beat Michigan State in Athens, Georgia.", ""),
    ("American Airlines and Turkish Airlines share codes with Royal Jordanian and Kenya Airways.", ""),
    ("French windows, Russian roulette, a Mexican standoff and a guinea pig", ""),
    ("Jordan Spieth won the U.S. Open; Chad Reed and Paris Hilton watched.", ""),
    ("The Panama Canal and the Congo Basin", ""),
    ("Lagos-based Flutter opened an office in Nairobi.", ""),
]  # fmt: skip
ORGANIZATIONS = [
    ("ECOWAS, SADC and IGAD met; Mercosur and EFTA too.",
     ["ECOWAS", "European Free Trade Association", "Intergovernmental Authority on Development", "MERCOSUR", "SADC"]),
    ("CARICOM, the Pacific Islands Forum and the Mano River Union",
     ["CARICOM", "Mano River Union", "Pacific Islands Forum"]),
    ("Trade ministers of the European Community (EC) met. The EC agreed.", ["European Community"]),
    ("FIFA, UEFA and the Swedish Academy gave prizes.", []),
    ("Brussels has rejected the offer.", ["EU"]),
    ("Leaders gathered in Brussels for a summit.", []),
    ("Nato and Asean ministers met.", ["ASEAN", "NATO"]),
    ("The Group of Seven leaders met G20 colleagues.", ["G20", "G7"]),
    ("WHO WON THE RACE?", []),
    ("The WHO declared an emergency.", ["World Health Organization"]),
    ("The UN Security Council met; the Security Council was split.", ["United Nations Security Council"]),
    ("Members of the Security Council urge calm.", ["United Nations Security Council"]),
    ("Russia's Security Council secretary spoke.", []),
    ("National Security Council spokesman John Doe said so.", []),
    ("The Global Forum on Ocean Data was launched in a town near the sea.", ["Global Forum on Ocean Data"]),
    ("Members of the Clean Harbour Alliance (CHA) met; the CHA has 12 members.", ["Clean Harbour Alliance"]),
    ("The Normandy Quartet and the Ministerial Coordination Group met yesterday in the afternoon.",
     ["Ministerial Coordination Group", "Normandy Quartet"]),
    ("The opposition National Coalition won the vote in the capital.", []),
    ("The U.S. International Trade Commission and the Federal Reserve issued reports.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "states"), GOVERNMENTS + STATES + WORLD)
def test_states_are_named(read, text: str, states: str) -> None:
    assert " ".join(named(read(text), "state")) == states


@pytest.mark.parametrize("text", PLACES)
def test_a_city_that_is_a_place_names_no_state(read, text: str) -> None:
    assert named(read(text), "state") in ([], ["USA"] if "U.S." in text else [])


@pytest.mark.parametrize(("text", "organizations"), ORGANIZATIONS)
def test_organizations_are_named(read, text: str, organizations: list[str]) -> None:
    assert named(read(text), "organization") == organizations


def test_a_name_of_the_past_names_its_state_only_in_texts_of_its_time(nlp, component: Mentions) -> None:
    text = "The Soviet Union and Zaire rejected an offer by Bonn."
    for published, states in (("1987-03-16", "COD DEU RUS"), ("1995", "COD"), ("2017-03-16", ""), (None, "")):
        doc = nlp(text)
        doc._.article = Article("past.txt", text, published=published)
        assert " ".join(named(component(doc), "state")) == states


def test_what_is_outside_of_a_body_is_named_by_no_token(read) -> None:
    doc = read("Norway met non-OPEC producers.")
    assert named(doc, "organization") == ["OPEC"]
    assert {mention.entity.id for mention in doc._.mention_at.values()} == {"NOR"}


def test_names_within_names(read) -> None:
    doc = read("The Iran nuclear deal went to the UN Security Council.")
    assert [mention.entity.id for mention in doc._.mentions_within] == ["IRN", "United Nations"]


def test_mentions_are_sorted_and_apart_and_found_by_token(read) -> None:
    doc = read("The U.S.-EU Trade and Technology Council met Japan's envoys on advanced chips in Luleå, Sweden.")
    mentions = doc._.mentions
    assert list(mentions) == sorted(mentions)
    assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))
    for index, mention in doc._.mention_at.items():
        token = doc[index]
        assert mention.start < token.idx + len(token)
        assert mention.end > token.idx
    assert {doc.text[m.start : m.end] for m in mentions} >= {"Japan", "Sweden", "advanced chips"}


def test_forms(read) -> None:
    doc = read("The UK and France urged Beijing to meet Dutch envoys.")
    assert [(m.entity.id, m.form) for m in doc._.mentions] == [
        ("GBR", "abbreviation"), ("FRA", "name"), ("CHN", "capital"), ("NLD", "demonym"),
    ]  # fmt: skip


def test_gazetteer_prefers_the_longest_name_at_word_boundaries() -> None:
    gazetteer: Gazetteer[str] = Gazetteer()
    for name in ("Guinea", "Papua New Guinea", "OPEC", "OPEC+", "U.S."):
        gazetteer.add(name, name)
    text = "Papua New Guinea, Guineans, OPEC+ and the U.S.-led OPEC"
    assert [(text[h.start : h.end], h.value) for h in gazetteer.find(text)] == [
        (name, name) for name in ("Papua New Guinea", "OPEC+", "U.S.", "OPEC")
    ]


def test_gazetteer_that_folds_keeps_offsets() -> None:
    gazetteer: Gazetteer[int] = Gazetteer(fold=True)
    gazetteer.add("rare earth", 1)
    text = "İstanbul: Rare‑Earth and RARE EARTH, rare earthworms"
    assert [text[h.start : h.end] for h in gazetteer.find(text)] == ["Rare‑Earth", "RARE EARTH"]


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("battery", {"battery", "batteries"}), ("wrench", {"wrench", "wrenches"}), ("F-16", {"F-16", "F-16s"}),
        ("arms", {"arms"}), ("potato", {"potato", "potatos", "potatoes"}), ("OPEC+", {"OPEC+"}),
    ],
)  # fmt: skip
def test_numbers(name: str, forms: set[str]) -> None:
    assert set(numbers(name)) == forms


def test_an_overlay_adds_an_organization(tmp_path, nlp: Callable[[str], Doc]) -> None:
    (tmp_path / "organizations.yaml").write_text("organizations: [{name: Lighthouse Club, kind: grouping}]\n")
    found = PartyNames(tmp_path).find(nlp("Japan joined the Lighthouse Club."))
    assert [mention.entity.id for mention in found] == ["JPN", "Lighthouse Club"]


def test_an_overlay_that_breaks_the_schema_is_refused(tmp_path) -> None:
    (tmp_path / "organizations.yaml").write_text("organizations: [{name: Lighthouse Club, sort: grouping}]\n")
    with pytest.raises(InvalidLexicon, match=r"organizations\.yaml: at organizations"):
        PartyNames(tmp_path)
