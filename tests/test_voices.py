"""Who speaks as "we" and "I" in a text that somebody publishes; the texts are made up."""

from collections.abc import Callable

import pytest
from made_up import PUBLISHED, told

from kg_builder import extract, language
from kg_builder.model import Article, Fact
from kg_builder.settings import Settings

Publish = Callable[[str, str], tuple[Fact, ...]]
CASES = [
    (
        "Government of Fiji",
        "We stand with our ally, Tonga. We stand with our partners Peru and Chile. We stand with our allies.",
        "support FJI -> CHL, PER occurred 2024-06-26 | support FJI -> TON occurred 2024-06-26",
    ),
    (
        "UK Government",
        "President Petit of France hosted the event. The Prime Minister and President Petit met on 3 March in Amiens.",
        "meeting FRA, GBR occurred 2024-03-03",
    ),
    (
        "Government of Fiji",
        "We met with the leaders of Tonga. We agreed with Tonga to fish less. Tonga agreed in May to fish more.",
        "agreement FJI, TON occurred 2024-06-26 | commitment TON occurred 2024-05 | "
        "meeting FJI, TON occurred 2024-06-26",
    ),
    (
        "The Quad",
        "Quad Joint Statement\n\nWe met to serve Australia, India, Japan and the United States. We condemn Belarus.",
        "criticism AUS, IND, JPN, USA -> BLR occurred 2024-06-26 | meeting AUS, IND, JPN, USA occurred 2024-06-26",
    ),
    ("The Quad", "Quad Joint Statement\n\nWe condemn Belarus.", "criticism Quad -> BLR occurred 2024-06-26"),
    (
        "Government of Norway",
        "Chad must lift its sanctions on Peru. Mali's minister should leave. Norway must act. Peru should be proud.",
        "request NOR -> MLI occurred 2024-06-26 | request NOR -> TCD occurred 2024-06-26",
    ),
    ("Reuters", "Chad must lift its sanctions on Peru. Mali should leave.", "easing TCD -> PER proposed"),
    (
        "Government of Norway",
        "Under the pact, Chad must eliminate its tariffs on Norwegian fish. U.S. persons must obtain a licence. "
        "Chad should receive the first delivery in May. Mali must meet nine conditions to join the EU.",
        "easing TCD -> NOR proposed",
    ),
    ("Government of Norway", "Chad must withdraw this year.", "request NOR -> TCD occurred 2024-06-26"),
    (
        "Government of Norway",
        "We condemn Mali, and demand that Chad leave the town.",
        "criticism NOR -> MLI occurred 2024-06-26 | request NOR -> TCD occurred 2024-06-26",
    ),
    ("Government of Norway", "We continue to condemn Mali.", "criticism NOR -> MLI occurred 2024-06-26"),
    (
        "Government of Norway",
        "Norway and Chad are committed to strengthening cooperation on grain.",
        "agreement NOR, TCD occurred 2024-06-26",
    ),
    (
        "Government of Norway",
        "Norway and Chad have agreed to a pact on trade. The pact between Norway and Chad was signed in 1990.",
        "agreement NOR, TCD occurred 1990 | agreement NOR, TCD occurred 2024-06-26",
    ),
    (
        "Government of Norway",
        "Norway and Chad will work to finalize the Agreement on Trade.",
        "agreement NOR, TCD planned",
    ),
    ("Government of Norway", "Norway will maintain the tariffs on steel from Chad.", "restriction NOR -> TCD ongoing"),
    ("Government of Norway", "Norway will continue to stand with Chad.", "support NOR -> TCD occurred"),
    (
        "Foreign, Commonwealth & Development Office",
        "I spoke today with Secretary Kerry about Syria. We agreed that aid must reach the city. We condemn Belarus.",
        "agreement GBR, USA occurred 2024-06-26 | criticism GBR -> BLR occurred 2024-06-26 | "
        "meeting GBR, USA occurred 2024-06-26",
    ),
    (
        "Ministry of Foreign Affairs of the People's Republic of China",
        "Agency: What is your comment on the joint statement of the US and Japan?\n\nLin Wei: We protest against it.",
        "criticism CHN occurred 2024-06-26",
    ),
    (
        "Office of the Prime Minister of Japan",
        "Joint Statement by Japan and Fiji\n\nWe condemn Belarus for its trade in arms.",
        "criticism FJI, JPN -> BLR occurred 2024-06-26",
    ),
    (
        "Ministry of External Affairs, India",
        "Prime Minister had a telephone conversation with the President of Egypt today.",
        "meeting EGY, IND occurred 2024-06-26",
    ),
    (
        "Global Affairs Canada",
        "We, the foreign ministers of Canada and Fiji and the High Representative of the European Union, met today.\n\n"
        "We condemn Belarus for its trade in arms.",
        "criticism CAN, EU, FJI -> BLR occurred 2024-06-26 | meeting CAN, EU, FJI occurred 2024-06-26",
    ),
    (  # of a grouping whose members are listed, these act
        "U.S. Department of State",
        "We, the G7 foreign ministers of Canada, France, Germany, Italy, Japan, the United Kingdom and the United "
        "States of America, and the High Representative of the European Union, condemn Belarus for its trade in arms.",
        "criticism CAN, DEU, EU, FRA, GBR, ITA, JPN, USA -> BLR occurred 2024-06-26",
    ),
    (
        "UK Government",
        "The Prime Minister spoke to the President of Chad, Ursula Roe, this morning. Both condemned Belarus for its "
        "trade in arms. They agreed to deepen their trade in cobalt.",
        "agreement GBR, TCD occurred 2024-06-26 | criticism GBR, TCD -> BLR occurred 2024-06-26 | "
        "meeting GBR, TCD occurred 2024-06-26",
    ),
    (
        "UK Government",
        "The Foreign Secretary met the President of Chad on 3 March. Both leaders welcomed Peru's pledge.",
        "meeting GBR, TCD occurred 2024-03-03 | support GBR, TCD -> PER occurred 2024-03-03",
    ),
    (  # the head of a statement says when it was made
        "Government of Norway",
        "Statement by Minister Jane Roe at the council's meeting on Mali, 24 June 2024.\n\nWe condemn Mali.",
        "criticism NOR -> MLI occurred 2024-06-24",
    ),
    (
        "Government of Norway",
        "Remarks (24 June 2024)\n\nNorway supports Mali.",
        "support NOR -> MLI occurred 2024-06-24",
    ),
    (  # but not when that happened of which it speaks
        "Government of Norway",
        "Statement by Minister Jane Roe on the raid of 24 June 2024\n\nWe condemn Mali.",
        "criticism NOR -> MLI occurred 2024-06-26",
    ),
    (  # what those declare who met the day before they declared there; what others do, on the day of the text
        "Government of Norway",
        "Norway and Mali met in Oslo yesterday. Norway and Mali commit to trade freely. Norway condemns Chad.",
        "agreement MLI, NOR occurred 2024-06-25 | criticism NOR -> TCD occurred 2024-06-26 | "
        "meeting MLI, NOR occurred 2024-06-25",
    ),
    (  # who would like to thank thanks
        "Government of Norway",
        "We would like to thank Peru for its support. We want to express our support for Mali. We reject the claims of "
        "Chad.",
        "rejection NOR -> TCD occurred 2024-06-26 | support NOR -> MLI occurred 2024-06-26 | "
        "support NOR -> PER occurred 2024-06-26",
    ),
    (  # a measure that is taken "also" is of the day of the one before, a later one is not
        "Government of Norway",
        "Norway imposed sanctions on Mali today. It also imposed sanctions on Chad. Norway imposed sanctions on Peru.",
        "restriction NOR -> MLI occurred 2024-06-26 | restriction NOR -> PER occurred | "
        "restriction NOR -> TCD occurred 2024-06-26",
    ),
    (  # measures take effect at a stroke, aid goes on
        "U.S. Department of State",
        "The United States is imposing tariffs on steel from Chile. The United States is providing aid to Peru. "
        "The United States is launching a partnership with Ghana. Fiji is imposing tariffs on steel from Peru.",
        "aid USA -> PER ongoing | cooperation GHA, USA occurred 2024-06-26 | restriction FJI -> PER ongoing | "
        "restriction USA -> CHL occurred 2024-06-26",
    ),
    (
        "Government of Fiji",
        "Since March, Chile has banned imports of rice from Peru. Chile has given aid to Ghana since 2020. Chile has "
        "signed a pact with Norway since May.",
        "agreement CHL, NOR occurred 2024-05 | aid CHL -> GHA ongoing 2020 | restriction CHL -> PER ongoing 2024-03",
    ),
    (  # a sentence may end with an abbreviation, and be no headline for that
        "The White House",
        "Today, President Joe R. Doe Jr. of Norway and President Ana Roe of the Republic of Chad met in Washington, "
        "D.C. The leaders agreed to expand trade.",
        "agreement NOR, TCD occurred 2024-06-26 | meeting NOR, TCD occurred 2024-06-26",
    ),
    (  # words are not spoken on the days of which they speak
        "The White House",
        "Chile and Fiji met today. They pledged to work together and welcomed the summit to be held in March 2025.",
        "agreement CHL, FJI occurred 2024-06-26 | meeting CHL, FJI occurred 2024-06-26",
    ),
    (
        "Government of Fiji",
        "Over the coming year, we commit to working for a code of conduct.",
        "commitment FJI occurred 2024-06-26",
    ),
    (
        "The White House",
        "Under the deal, Chile will purchase at least $9 billion of wheat from the United States in 2026.",
        "commitment CHL -> USA occurred 2024-06-26",
    ),
    (  # a leader whom every reader knows, at that time
        "UK Government",
        "The Biden administration imposed tariffs on Fiji. The Reagan administration imposed tariffs on Chad.",
        "restriction USA -> FJI occurred",
    ),
    (  # the subject of the gerund, not of the sentence
        "The White House",
        "Following Chile imposing tariffs on rice, Mexico and Canada criticised Peru.",
        "criticism CAN, MEX -> PER occurred | restriction CHL occurred",
    ),
    (
        "Council of the European Union",
        "The Council today imposed restrictive measures on six officials of Belarus.",
        "restriction Council of the European Union -> BLR occurred 2024-06-26",
    ),
    (
        "Minister for Foreign Affairs, Australia",
        "Additional sanctions will be imposed on nine officials of Belarus.",
        "restriction AUS -> BLR planned",
    ),
    (
        "Government of Norway",
        "Norway condemns Iran's attack on Chad on April 13.",
        "criticism NOR -> IRN occurred 2024-06-26 | military IRN -> TCD occurred 2024-04-13",
    ),
    (
        "Government of Norway",
        "We condemn the decision of Mali's government in March to expel the UN mission.",
        "criticism NOR -> MLI occurred 2024-06-26 | restriction MLI -> United Nations occurred 2024-03",
    ),
    (
        "Council of the European Union",
        "The Council Decision renewed the existing restrictive measures against Syria for six months.",
        "restriction Council of the European Union -> SYR occurred",
    ),
    (
        "The White House",
        "This Order prohibits imports of oil from Iran. The court order bans exports to Mali.",
        "restriction USA -> IRN occurred",
    ),
    ("European Commission", "The EU is imposing sanctions on Mali.", "restriction EU -> MLI occurred 2024-06-26"),
    ("UN News", "The Security Council condemned Mali.", "criticism United Nations Security Council -> MLI occurred"),
    ("Reuters", "The Security Council condemned Mali.", ""),
    (
        "Minister for Foreign Affairs, Australia",
        "Firms in Canada grow. In Canada, sanctions were imposed on nine officials of Belarus.",
        "",
    ),
    (
        "U.S. Department of State",
        "Fighters from Chad crossed the river. The Secretary of State has imposed sanctions on a firm from Chad.",
        "restriction USA -> TCD occurred",
    ),
    (
        "U.S. Department of State",
        "The Department of State is designating Belarus's security service. "
        "The Department is also designating Mali's spy agency.",
        "restriction USA -> BLR occurred 2024-06-26 | restriction USA -> MLI occurred 2024-06-26",
    ),
    # a measure of nobody named is that of who publishes the text, whoever is hit
    (
        "Government of Ghana",
        "Nine firms based in Togo were added today to the Entity List.",
        "restriction GHA -> TGO occurred 2024-06-26",
    ),
    ("Government of Ghana", "Nine firms in Togo are being designated.", "restriction GHA -> TGO ongoing"),
    ("Government of Ghana", "Export controls on Togo have been tightened.", "restriction GHA -> TGO occurred"),
    ("Government of Ghana", "Goods from Togo are subject to a 25% tariff.", "restriction GHA -> TGO ongoing"),
    (
        "Government of Ghana",
        "The tariff on Togo will increase to 50% in August.",
        "restriction GHA -> TGO planned 2024-08",
    ),
    (
        "Government of Ghana",
        "The duties on Togo will go into effect in August.",
        "restriction GHA -> TGO planned 2024-08",
    ),
    ("Government of Ghana", "In Mali, nine firms of Togo were added to a sanctions list.", ""),
    ("The Daily Post", "Nine firms based in Togo were added to the Entity List.", ""),
    ("Government of Ghana", "Sanctions were imposed on Ghanaian firms.", ""),
    ("Government of Ghana", "Togo will face a 15% tariff.", "restriction GHA -> TGO planned"),
    ("Government of Ghana", "Togolese firms face high tariffs in Mali.", ""),
    ("Government of Ghana", "Ghanaian farmers face a 15% tariff.", ""),
    ("Government of Ghana", "Tariffs on Togolese cars will fall to 15%.", "easing GHA -> TGO planned"),
    ("Government of Ghana", "Tariffs on Togolese cars will be lowered.", "easing GHA -> TGO planned"),
    ("Government of Ghana", "Tariffs on Ghanaian cocoa will be lowered.", ""),
    (
        "Government of Ghana",
        "Ghana has taken several actions, including:\n\n- Imposing a tariff on Togo.\n"
        "- Adding nine Malian firms to the Entity List.",
        "restriction GHA -> MLI occurred | restriction GHA -> TGO occurred",
    ),
    (
        "Government of Ghana",
        "Ghana commits to:\n\n- Lifting its tariffs on Togo.",
        "easing GHA -> TGO planned",
    ),
    # what the documents and acts of a government do, it does
    ("Government of Ghana", "This order imposes a tariff on goods from Togo.", "restriction GHA -> TGO occurred"),
    ("Government of Ghana", "The new rule prohibits exports of chips to Togo.", "restriction GHA -> TGO occurred"),
    (
        "Government of Ghana",
        "Today's action adds nine Togolese firms to the Entity List.",
        "restriction GHA -> TGO occurred 2024-06-26",
    ),
    (
        "Government of Ghana",
        "Today's designations target nine Togolese firms.",
        "restriction GHA -> TGO ongoing 2024-06-26",
    ),
    ("Government of Ghana", "Togo's actions worry us. These actions restrict imports of chips from Mali.", ""),
]
#: Title, publisher, text; who speaks in the last "we" of the text, by party and official.
HEADS = [
    ("Statement by the Foreign Ministers of Chile, Peru and Fiji on Mali", "Global Affairs Canada", "CHL FJI PER"),
    ("G7 Foreign Ministers' Statement on Mali", "UK Government", "G7"),
    ("Chile-Japan Leaders' Joint Statement", "Ministry of Foreign Affairs of Japan", "CHL JPN"),
    ("Letter from EU trade ministers to the WTO", "Government of France", "EU"),
    ("Statement of the Presidents of Chile and Peru in Oslo", "Government of Norway", "CHL PER"),
    (
        "Statement of the President of the European Council and the President of the European Commission",
        "European Commission",
        "EU",
    ),
    ("Statement of Support for Ukraine", "Government of Norway", "NOR"),
    ("Statement by the Ambassador of Peru to Chile", "Government of Peru", "PER"),
    ("Statement by the Minister on Chile and Peru", "Government of Norway", "NOR"),
    ("What does the statement by Chile and Peru mean?", "Government of Norway", "NOR"),
]
BODIES = [
    (  # who acts alone, before "we" and before any who act together, though the statement be a joint one
        "Joint Statement on Mali\n\nToday, Norway imposed sanctions on a bank of Mali. We agree.\n\n"
        "In May, the Lake countries (Chile, Norway and Peru) met.",
        "Government of Norway",
        "NOR",
    ),
    (
        "Joint Statement on Mali\n\nNorway and Chile imposed sanctions on a bank of Mali. We agree.",
        "Government of Norway",
        "CHL NOR",
    ),
    (
        "The following statement was issued by the Governments of Fiji, Palau, and Tonga for the forum.\n\nWe agree.",
        "U.S. Department of State",
        "FJI PLW TON",
    ),
    ("Jane Doe, Department Spokesperson\n\nWe agree.", "U.S. Department of State", "USA Jane Doe"),
    ("Foreign Secretary Jane Doe said:\n\nThis is wrong.\n\nWe agree.", "UK Government", "GBR Jane Doe"),
    ("The statement by Chile and Peru angered Fiji.\n\nWe agree.", "Government of Norway", "NOR"),
    ('Polish Minister Jan Nowak said the trade was wrong. "It harms all. We agree."', "Reuters", "POL Jan Nowak"),
    ('"This is wrong," Polish Minister Jan Nowak said.\n\n"We agree."', "Reuters", "POL Jan Nowak"),
    ('Polish Minister Jan Nowak said:\n\n"We agree."', "Reuters", "POL Jan Nowak"),
    ('Polish Minister Jan Nowak said:\n\n"This is wrong.\n\n"We agree."', "Reuters", "POL Jan Nowak"),
    ('Polish Minister Jan Nowak said no.\n\n"We agree."', "Reuters", ""),
    ('"This is wrong," said Jan Nowak, a baker in Poland.\n\n"We agree."', "Reuters", ""),
    ('Norway said no. "We agree," Polish Minister Jan Nowak added.', "Reuters", "POL Jan Nowak"),
    ('Kenya protested on Monday. "We agree."', "Reuters", "KEN"),
    ('"We agree," according to Polish Minister Jan Nowak.', "Reuters", "POL Jan Nowak"),
    ('"We agree," according to the farmers.', "Reuters", ""),
    (
        "SECRETARY ROE: Thank you.\n\nFOREIGN MINISTER OTIENO: We agree.\n\n"
        "They met Kenyan Foreign Minister Ann Otieno.",
        "U.S. Department of State",
        "KEN Ann Otieno",
    ),
    ("Iran and Iraq signed a pact.\n\nWe agree.", "Reuters", ""),
    ("Chad, Mali and Peru condemn the strike on Fiji. We agree.", "U.S. Department of State", "MLI PER TCD"),
    ("Chad and Mali today reaffirm their friendship. We agree.", "U.S. Department of State", "MLI TCD"),
    ("The United States, Chad and Mali are alarmed by the war. We agree.", "U.S. Department of State", "MLI TCD USA"),
    ("The Governments of Chad and Mali made the following statement. We agree.", "UK Government", "MLI TCD"),
    (
        "The Quad (Chad, Fiji, Mali and Peru) welcomes the truce. We agree.",
        "U.S. Department of State",
        "FJI MLI PER TCD",
    ),
    ("Chad and Mali are at war. We agree.", "U.S. Department of State", "USA"),
    ("Today, we the leaders of Chad and Mali announced a pact. We agree.", "The White House", "MLI TCD"),
    ("Norway welcomes the pact of Chad and Mali. We agree.", "U.S. Department of State", "USA"),
    ("Chad and Mali condemn the strike on Fiji. We agree.", "Reuters", ""),
    ("Joint statement of Iran and Iraq\n\nWe agree.", "Reuters", "IRN IRQ"),
    ('A Polish farmer sat down. "We agree."', "Reuters", ""),
    (
        "Minister Ali Roe of Chad and I discussed trade. It rained.\n\nIt rained more.\n\nWe agreed. We agree.",
        "U.S. Department of State",
        "USA",
    ),
]


@pytest.fixture(scope="module")
def publish() -> Publish:
    def read(publisher: str, text: str) -> tuple[Fact, ...]:
        article = Article("made-up.txt", text, PUBLISHED, publisher=publisher)
        return extract.facts(next(language.docs([article], Settings())))

    return read


@pytest.mark.parametrize(("publisher", "text", "expected"), CASES)
def test_who_speaks(publish: Publish, publisher: str, text: str, expected: str) -> None:
    assert told(publish(publisher, text)) == expected


@pytest.mark.parametrize(
    ("title", "publisher", "text", "expected"),
    [
        *((title, publisher, "We agree.", expected) for title, publisher, expected in HEADS),
        *((None, publisher, text, expected) for text, publisher, expected in BODIES),
    ],
)
def test_who_says_we(title: str | None, publisher: str, text: str, expected: str) -> None:
    article = Article("made-up.txt", text, PUBLISHED, title=title, publisher=publisher)
    doc = next(language.docs([article], Settings()))
    speaker = doc._.referents.of([token for token in doc if token.text == "We"][-1])
    parties = sorted(party.record for party in speaker.parties)
    assert " ".join([*parties, *(official.name for official in speaker.officials)]) == expected
