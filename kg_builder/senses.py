"""What must hold so that a trigger has the sense that its frame means, and no other.

A frame of ``data/lexicons`` names its needs; each is a function here that looks at the filled roles and their words.
"""

from collections.abc import Callable, Mapping

from kg_builder import deeds, measures, speech, stances, syntax, trade_terms
from kg_builder.assertion import assertion
from kg_builder.filled import Filled
from kg_builder.participants import DEALS
from kg_builder.tokens import Token

Need = Callable[[Filled], bool]

#: What counts out of a whole: "a third of its troops".
_SHARES = {
    "third", "half", "quarter", "fifth", "number", "hundred", "thousand", "dozen", "most", "rest", "part", "some",
    "all",
}  # fmt: skip
_WEALTH = {"asset", "revenue", "proceeds", "proceed", "reserve", "property", "holding", "profit", "interest", "account"}
#: What ships, aircraft and teams are called that bear no arms.
_CIVIL = {"rescue", "relief", "medical", "humanitarian", "passenger", "cargo", "commercial", "merchant", "hospital"}
_TIES = {"tie", "relation", "relationship", "partnership", "cooperation"}


def parties(filled: Filled) -> bool:
    """Two parties; of a company one is enough where a strategic good is in it."""
    trade = bool(filled.companies and filled.goods)
    return trade or len(filled.actors.parties) + len(filled.companies) > 1


def content(filled: Filled) -> bool:
    """The verb says to what: an infinitive, a clause, or a phrase behind on, to."""
    verb = filled.verb
    return clause(filled) or bool(syntax.objects(verb) or syntax.after(verb, "on", "to", "for", "upon"))


def clause(filled: Filled) -> bool:
    """The verb has a clause for its content."""
    return any(True for _ in syntax.complements(filled.verb))


def infinitive(filled: Filled) -> bool:
    """An infinitive hangs on the noun ("a commitment *to build*")."""
    verbs = [c for c in filled.trigger.children if c.dep_ in {"acl", "relcl", "xcomp"}]
    return any(child.tag_ == "TO" for verb in verbs for child in verb.children)


def own(filled: Filled) -> bool:
    """The noun's own phrase names a party ("talks between ...", "Japan's curbs", "the US-China deal")."""
    roles = filled.roles
    behind = ("between", "among", "with", "by", "of", "on", "against", "involving")
    return bool(roles.referents.beside(filled.trigger)) or any(
        roles.referents.of(t) for p in behind for t in roles.phrases(p)
    )


def common(filled: Filled) -> bool:
    """The trigger is no part of an organization's name ("joined the Global Forum")."""
    mention = filled.trigger.doc._.mention_at.get(filled.trigger.i)
    return mention is None or mention.entity.kind != "organization"


def no_bare_name(filled: Filled) -> bool:
    """The noun is more than a part of a proper name, or a day is told on which it took place."""
    trigger = filled.trigger
    counted = trigger.head.lower_ == "of" and syntax.lemma(trigger.head.head) in {
        "round",
        "session",
        "meeting",
        "edition",
    }
    return trigger.pos_ != "PROPN" or counted or any(t.ent_type_ == "DATE" for t in trigger.subtree)


def jointly(filled: Filled) -> bool:
    return any(t.lower_ in {"together", "jointly", "closely"} for t in filled.verb.children)


def together(filled: Filled) -> bool:
    return jointly(filled) or bool(syntax.after(filled.verb, "with"))


def will(filled: Filled) -> bool:
    """The verb, or one that governs it, speaks of what is to come ("will", "plans to", "commits to")."""
    chain = [filled.verb]
    while chain[-1].dep_ in {"xcomp", "conj"} and len(chain) < 4 and chain[-1].head.pos_ in {"VERB", "AUX"}:
        chain.append(chain[-1].head)
    modal = any(c.lower_ in {"will", "shall", "'ll"} for v in chain for c in v.children)
    bound = any(v.lemma_ in filled.roles.words.undertaking for v in chain[1:])
    return modal or bound or _backshifted(chain, filled) or _under_deal(chain)


def _backshifted(chain: list[Token], filled: Filled) -> bool:
    """ "Said that it *would* buy" reports "we will buy"; outside of what is said, "would" only supposes."""
    head = chain[-1].head
    says = head.lemma_ in filled.roles.referents.words.saying | filled.roles.words.undertaking
    return says and chain[-1].dep_ == "ccomp" and any(c.lower_ == "would" for v in chain for c in v.children)


def _under_deal(chain: list[Token]) -> bool:
    """ "*Under the deal*, Peru *would* buy", "As part of the pact": not supposed, but what it is bound to."""
    verb = chain[-1]
    terms = [*syntax.after(verb, "under"), *(t for part in syntax.after(verb, "as") for t in syntax.after(part, "of"))]
    would = any(c.lower_ == "would" for v in chain for c in v.children)
    return would and any(syntax.lemma(t) in DEALS | {"plan", "term", "proposal"} for t in terms)


def out(filled: Filled) -> bool:
    return any(c.lower_ == "out" for c in filled.verb.children)


def _objects(filled: Filled) -> list[Token]:
    return [m for o in syntax.objects(filled.verb) for m in syntax.conjuncts(o)]


def _is(heads: list[Token], filled: Filled, kind: str) -> bool:
    if kind == "force":  # "a third of its *troops*", but not "a rescue helicopter"
        heads += [t for h in heads if _is_share(h, filled) for t in syntax.after(h, "of")]
        heads = [h for h in heads if not any(c.lower_ in _CIVIL for c in syntax.modifiers(h))]
    return any(syntax.lemma(h) in filled.roles.words.objects[kind] for h in heads)


def _is_money(filled: Filled) -> bool:
    """ "Seize *assets*", "*hundreds of millions*"."""
    heads = [t for o in _objects(filled) for t in (o, *syntax.after(o, "of"))]
    return any(syntax.lemma(t) in filled.roles.words.objects["money"] | _WEALTH for t in heads)


def _is_share(head: Token, filled: Filled) -> bool:
    return head.pos_ == "NUM" or syntax.lemma(head) in _SHARES | filled.roles.words.counting


def _titled(heads: list[Token], filled: Filled) -> bool:
    words = filled.roles.referents.words
    titles = {"counterpart", "delegation", *words.titles, *words.persons}
    return any(syntax.lemma(h) in titles for h in heads)


def person_object(filled: Filled) -> bool:
    heads = _objects(filled)
    return _titled(heads, filled) or any(filled.roles.referents.one(h).officials for h in heads)


def person_subject(filled: Filled) -> bool:
    heads = [m for s in syntax.subjects(filled.verb) for m in syntax.conjuncts(s)]
    return bool(filled.actors.officials) or _titled(heads, filled)


def organization_object(filled: Filled) -> bool:
    return any(p.kind == "organization" for h in _objects(filled) for p in filled.roles.referents.one(h).parties)


def trade_object(filled: Filled) -> bool:
    """What is restricted is trade, a good, or the access of somebody."""
    referents = filled.roles.referents
    if any(syntax.lemma(h) in deeds.UNDERTAKINGS for h in _objects(filled)):
        return False
    barred = any(referents.one(h) or referents.beside(h) for h in _objects(filled) if h.pos_ != "PRON")
    return barred or bool(filled.goods) or _is(_objects(filled), filled, "trade")


def force_subject(filled: Filled) -> bool:
    heads = [m for s in syntax.subjects(filled.verb) for m in syntax.conjuncts(s)]
    heads += [t for h in heads if h.pos_ in {"NUM", "PRON"} for t in syntax.after(h, "of")]  # "three of its jets"
    return _is(heads, filled, "force")


def courtesy(filled: Filled) -> bool:
    """ "Called on the president": an official is named, and nothing that is asked of him."""
    verb = filled.verb
    called = [m for h in syntax.after(verb, "on", "upon") for m in syntax.conjuncts(h)]
    asked = any(c.dep_ in {"xcomp", "advcl", "ccomp", "acl"} for host in (verb, *called) for c in host.children)
    named = any(filled.roles.referents.one(h).officials for h in called) or _titled(called, filled)
    return verb.lemma_ == "call" and named and not asked and not syntax.after(verb, "for")


NEEDS: Mapping[str, Need] = {
    "parties": parties,
    "one-giver": lambda filled: len(filled.actors.parties) + len(filled.companies) == 1,
    "one": lambda filled: len(filled.actors.parties) == 1,
    "actor": lambda filled: bool(filled.actors.parties),
    "target": lambda filled: bool(filled.targets.parties),
    "target-or-good": lambda filled: bool(filled.targets.parties or filled.goods),
    "good": lambda filled: bool(filled.goods),
    "good-or-money": lambda filled: bool(filled.goods) or _is(_objects(filled), filled, "money"),
    "company": lambda filled: bool(filled.companies and filled.goods),
    "person": lambda filled: bool(filled.actors.officials),
    "content": content,
    "clause": clause,
    "courtesy": courtesy,
    "no-courtesy": lambda filled: not courtesy(filled),
    "membership": deeds.membership,
    "infinitive": infinitive,
    "own": own,
    "common": common,
    "no-bare-name": no_bare_name,
    "not-opinion": speech.not_opinion,
    "negative": speech.negative,
    "positive": speech.positive,
    "no-topic": measures.no_topic,
    "will-not": speech.will_not,
    "still-asks": lambda filled: not trade_terms.asks_no_more(filled.verb),
    "asks-no-more": lambda filled: trade_terms.asks_no_more(filled.verb),
    "said": speech.said,
    "own-measure": speech.own_measure,
    "not-taken": lambda filled: filled.verb.lemma_ != "take" or filled.verb.tag_ not in {"VBD", "VBN"},
    "blow": speech.blow,
    "warns": speech.warns,
    "asks": speech.asks,
    "felt": speech.felt,
    "for-help": speech.for_help,
    "no-silence": stances.no_silence,
    "no-question": stances.no_question,
    "no-crime": stances.no_crime,
    "clear": stances.clear,
    "blaming": stances.blaming,
    "angrily": stances.angrily,
    "to-court": stances.to_court,
    "responsible": stances.responsible,
    "facing": stances.facing,
    "hostile": stances.hostile,
    "no-hostile": lambda filled: not stances.hostile(filled),
    "unwilling": stances.unwilling,
    "no-unwilling": lambda filled: not stances.unwilling(filled),
    "manner": stances.manner,
    "club": stances.club,
    "no-attempt": stances.no_attempt,
    "with-others": stances.with_others,
    "no-of-people": lambda filled: not stances.of_people(filled),
    "called-names": stances.called_names,
    "no-called-names": lambda filled: not stances.called_names(filled),
    "to-act": stances.to_act,
    "content-of": stances.content_of,
    "object": lambda filled: bool(_objects(filled)),
    "no-object": lambda filled: not _objects(filled),
    "armed": measures.armed,
    "of-force": measures.of_force,
    "verbal": measures.verbal,
    "attacked-in-words": measures.attacked_in_words,
    "no-attack-in-words": lambda filled: not measures.attacked_in_words(filled),
    "mission-to-close": deeds.mission_to_close,
    "of-mission": lambda filled: any(syntax.lemma(t) in deeds.MISSIONS for t in syntax.after(filled.trigger, "of")),
    "more-quota": trade_terms.more_quota,
    "no-more-quota": trade_terms.no_more_quota,
    "mutual-ties": deeds.mutual_ties,
    "no-condolence": lambda filled: not any(syntax.lemma(t) in deeds.COURTESIES for t in syntax.objects(filled.verb)),
    "announced-as-new": deeds.announced_as_new,
    "by-arms": measures.by_arms,
    "favours": measures.favours,
    "joint": measures.joint,
    "no-arms-control": measures.no_arms_control,
    "steadfast": lambda filled: filled.trigger.head.lower_ == "in",
    "of-trade": measures.of_trade,
    "by-party": measures.by_party,
    "of-intent": measures.of_intent,
    "weapon": measures.weapon,
    "no-arms": measures.no_arms,
    "on-telephone": measures.on_telephone,
    "no-label": speech.no_label,
    "addressed": speech.addressed,
    "armed-good": lambda filled: not measures.no_arms(filled),
    "once": measures.once,
    "in-talk": speech.in_talk,
    "passive": lambda filled: syntax.is_passive(filled.verb),
    "delivered": measures.delivered,
    "alone": lambda filled: not syntax.after(filled.trigger, "with"),
    "no-space": measures.no_space,
    "in-case": speech.in_case,
    "material": measures.material,
    "on-it": lambda filled: filled.trigger.head.lower_ == "on",
    "active": lambda filled: filled.verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in filled.verb.children),
    "persona": lambda filled: any(t.lower_ in {"persona", "personae"} for t in filled.verb.subtree),
    "as-news": measures.as_news,
    "sent-home": speech.sent_home,
    "sternly": stances.sternly,
    "no-tariff": measures.no_tariff,
    "no-departure": lambda filled: filled.trigger.dep_ != "pobj" or filled.trigger.head.lower_ not in {"for", "on"},
    "possessed": lambda filled: any(c.dep_ == "poss" for c in filled.trigger.children),
    "proper": lambda filled: filled.trigger.pos_ == "PROPN",
    "plain": measures.plain,
    "will-clause": deeds.will_clause,
    "no-own-object": lambda filled: not stances.own_object(filled),
    "no-immaterial": lambda filled: not _is(_objects(filled) + syntax.after(filled.verb, "with"), filled, "immaterial"),
    "no-rule-subject": lambda filled: not measures.rule_subject(filled),
    "no-own-traders": lambda filled: not measures.own_traders(filled),
    "no-basis": lambda filled: not measures.basis(filled),
    "not-kept": lambda filled: not measures.kept(filled),
    "no-web-object": lambda filled: not any(measures.is_web(h, filled) for h in _objects(filled)),
    "merit-object": lambda filled: _is(_objects(filled), filled, "merit"),
    "no-standard-object": lambda filled: not _is(_objects(filled), filled, "standard"),
    "not-in-talks": measures.not_in_talks,
    "not-cited": measures.not_cited,
    "restrictive": measures.restrictive,
    "no-aim-object": lambda filled: not any(measures.is_aim(h) for h in _objects(filled)),
    "of-sanctions": measures.of_sanctions,
    "infinitive-of-verb": deeds.infinitive_of_verb,
    "works-or-own": lambda filled: _is(_objects(filled), filled, "works") or _is(_objects(filled), filled, "joined"),
    "candidate": lambda filled: any(t.lower_ in {"candidate", "recognition", "ally"} for t in filled.trigger.subtree),
    "no-candidate": lambda filled: not any(t.lower_ == "candidate" for t in filled.trigger.subtree),
    "trading": measures.trading,
    "to-trade": measures.to_trade,
    "no-favours": lambda filled: not measures.favours(filled),
    "statehood": measures.statehood,
    "jointly": jointly,
    "together": together,
    "will": will,
    "out": out,
    "of-restriction": measures.restriction_within,
    "person-subject": person_subject,
    "force-subject": force_subject,
    "no-force-subject": lambda filled: not force_subject(filled),
    "person-object": person_object,
    "party-object": lambda filled: any(filled.roles.referents.one(h) for h in _objects(filled)),
    "organization-object": organization_object,
    "trade-object": trade_object,
    "no-money-object": lambda filled: not _is_money(filled),
    "undetermined": deeds.undetermined,
    "no-share-object": lambda filled: not any(syntax.lemma(t) in deeds.SHARES for t in _objects(filled)),
    "no-craft-object": lambda filled: not _is(_objects(filled), filled, "craft"),
    "craft-object": lambda filled: _is(_objects(filled), filled, "craft"),
    "land-object": lambda filled: _is(_objects(filled) + syntax.after(filled.verb, "into"), filled, "land"),
    "no-ground-object": lambda filled: not _is(_objects(filled), filled, "ground"),
    "no-ground-behind": lambda filled: not _is(syntax.after(filled.trigger, "from"), filled, "ground"),
    "no-deed-object": lambda filled: not _objects(filled) or _is(_objects(filled), filled, "promise"),
    "attempted": stances.attempted,
    "no-result": measures.no_result,
    "no-talk": stances.no_talk,
    "no-open": lambda filled: assertion(filled.verb).status != "not-occurred",
    "at-forum": stances.at_forum,
    "no-forum": lambda filled: not stances.at_forum(filled),
    "town-object": lambda filled: _is(_objects(filled), filled, "town"),
    "force-object": lambda filled: _is(_objects(filled), filled, "force"),
    "no-force-object": lambda filled: not _is(_objects(filled), filled, "force"),
    "no-person-object": lambda filled: not person_object(filled),
    "no-duty-object": lambda filled: not _is(_objects(filled), filled, "duty"),
    "no-occasion-object": lambda filled: not _is(_objects(filled), filled, "occasion"),
    "occasion-object": lambda filled: _is(_objects(filled), filled, "occasion"),
    "occasion-subject": lambda filled: _is(syntax.subjects(filled.verb), filled, "occasion"),
    "listed-object": lambda filled: _is(_objects(filled), filled, "listed"),
    "charge-object": lambda filled: _is(_objects(filled), filled, "charge"),
    "gateway-object": lambda filled: _is(_objects(filled), filled, "gateway"),
    "works-object": lambda filled: _is(_objects(filled), filled, "works"),
    "weapon-object": lambda filled: _is(_objects(filled), filled, "weapon"),
    "whereabouts": deeds.whereabouts,
    "destination": deeds.destination,
    "as-ally": deeds.as_ally,
    "no-as-ally": lambda filled: not deeds.as_ally(filled),
    "no-infinitive": lambda filled: not infinitive(filled),
    "on-business": deeds.on_business,
    "of-journey": deeds.of_journey,
    "frozen": deeds.frozen,
    "visa-free": deeds.visa_free,
    "of-body": deeds.of_body,
    "theirs": lambda filled: any(c.lower_ in {"their", "its", "our"} for c in filled.trigger.children),
    "indefinite": lambda filled: any(c.lower_ in {"a", "an"} for c in filled.trigger.children),
    "of-ties": lambda filled: any(syntax.lemma(t) in _TIES for t in syntax.after(filled.trigger, "of")),
    "next-one": deeds.next_one,
    "of-deal": deeds.of_deal,
    "bound-for": deeds.bound_for,
    "begun": deeds.begun,
    "bring-together": deeds.bring_together,
    "decided": deeds.decided,
    "at-home": deeds.at_home,
    "by-body": deeds.by_body,
    "empowering": deeds.empowering,
    "in-means": deeds.in_means,
    "in-words": deeds.in_words,
    "divesting": deeds.divesting,
    "of-members": deeds.of_members,
    "of-body-dated": deeds.of_body_dated,
    "tariff-rate": trade_terms.tariff_rate,
    "zero": trade_terms.zero,
    "no-zero": lambda filled: not trade_terms.zero(filled),
    "of-conformity": trade_terms.of_conformity,
    "into-market": trade_terms.into_market,
    "lower-rate": trade_terms.lower_rate,
    "to-receive-less": trade_terms.to_receive_less,
    "market-access": trade_terms.market_access,
    "of-commerce": trade_terms.of_commerce,
    "of-tariffs": trade_terms.of_tariffs,
    "of-what-binds": trade_terms.of_what_binds,
    "in-force": trade_terms.in_force,
    "of-visas": trade_terms.of_visas,
    "binding": trade_terms.binding,
    "hitting": trade_terms.hitting,
    "to-tariff": trade_terms.to_tariff,
    "deal-subject": lambda filled: any(syntax.lemma(s) in DEALS for s in syntax.subjects(filled.verb)),
    "no-relief-object": lambda filled: not any(trade_terms.is_relief(h, filled) for h in _objects(filled)),
    "no-promise-object": lambda filled: not _is(_objects(filled), filled, "promise"),
    "no-place-object": lambda filled: not any(h.ent_type_ in {"LOC", "FAC"} for h in _objects(filled)),
}
