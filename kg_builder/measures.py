"""Which sense a word for a measure or a gift has, by the words beside it; needs of frames."""

from kg_builder import sense_words, syntax, tense
from kg_builder.filled import Filled, Needs
from kg_builder.tokens import Token


def trading(filled: Filled) -> bool:
    """The verb's gerund is one of trade: "stopped *exporting*"."""
    return any(v.tag_ == "VBG" and v.lemma_ in filled.words.dealing for v in syntax.complements(filled.verb))


def to_trade(filled: Filled) -> bool:
    """The verb's infinitive is one of trade: "allowed miners *to export* copper"."""
    return any(v.tag_ == "VB" and v.lemma_ in filled.words.dealing for v in syntax.complements(filled.verb))


def plain(filled: Filled) -> bool:
    """A word of many senses tells a policy only with words of one: "cut a *sales tax*", not "raised the *bar*"."""
    verb, noun = filled.verb.lemma_.lower(), syntax.lemma(filled.trigger)
    if verb in filled.words.changing:
        return noun in filled.words.policies
    return True


def material(filled: Filled) -> bool:
    """Support that is given to somebody, not to what somebody means to do ("gave its support to the plan")."""
    if _is_of_others(filled) or any(
        syntax.lemma(t) in filled.words.bought for t in syntax.after(filled.trigger, "in", "of")
    ):
        return False  # "committed to 5 million dollars *in purchases*"
    if any(syntax.lemma(t) in filled.words.enactments for t in syntax.after(filled.trigger, "of")):
        return False  # "a package *of economic measures*"
    if filled.trigger.dep_ == "pobj" and filled.trigger.head.lower_ in {"on", "about", "regarding"}:
        return False  # "sent a paper *on raw materials*"
    if syntax.lemma(filled.trigger) != "support":
        return True
    if any(c.lower_ in filled.words.moral for c in filled.trigger.children):
        return False  # "pledged its *unwavering* support"
    heads = [t for token in (filled.trigger, filled.verb) for p in ("to", "for") for t in syntax.after(token, p)]
    return not any(syntax.lemma(t) in filled.words.intended | filled.roles.words.statehood for t in heads)


def _is_of_others(filled: Filled) -> bool:
    """ "Will build a port *with Norwegian support*", "thanked Oslo *for its aid*": theirs, not given to them."""
    preposition = filled.trigger.head
    if filled.trigger.dep_ != "pobj" or preposition.lower_ not in {"with", "for"}:
        return False
    owned = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in filled.trigger.children)
    if preposition.lower_ == "for":
        return owned
    owners = filled.roles.referents.beside(filled.trigger).parties
    return any(party not in filled.actors.parties for party in owners)


def no_topic(filled: Filled) -> bool:
    """ "Discussed *the* climate pact": it is there, whoever made it; "discussed a pact" has one in view."""
    around = [filled.verb] if filled.verb != filled.trigger else filled.trigger.ancestors
    spoken_of = any(v.lemma_ in filled.words.weighing for v in around)
    known = filled.trigger.pos_ == "PROPN" or any(c.lower_ in {"the", "this"} for c in filled.trigger.children)
    return not (spoken_of and known)


def favours(filled: Filled) -> bool:
    """The list is of those who are favoured: "its *whitelist* of *trusted* partners"."""
    listed = filled.roles.words.favours
    return any(t.lower_ in listed for t in filled.trigger.subtree)


def statehood(filled: Filled) -> bool:
    """The act is about a state's sovereignty, territory or security."""
    heads = [m for p in ("to", "for", "of") for h in syntax.after(filled.trigger, p) for m in syntax.conjuncts(h)]
    # one party's commitment to another's defence is a promise, what several stand up for together is backing
    alone = len(filled.actors.parties) == 1 and syntax.lemma(filled.trigger) == "commitment"
    words = filled.roles.words.statehood - (filled.words.protected if alone else frozenset())
    return any(syntax.lemma(h) in words for h in heads)


def restriction_within(filled: Filled) -> bool:
    """ "the lifting *of tariffs*"."""
    heads = syntax.after(filled.trigger, "of", "on")
    return any(syntax.lemma(h) in filled.roles.words.restrictions for h in heads)


def no_arms_control(filled: Filled) -> bool:
    """ "A paper on *arms* control", "*border* controls": what states talk about, no measure of one against another.

    Nor is "restored control *over the province*".
    """
    trigger = filled.trigger
    modified = [c for c in trigger.children if c.dep_ in {"compound", "amod", "nmod"}]
    named = any(c.lower_ in filled.words.controlled for c in modified)
    of_ground = trigger.tag_ == "NN" and not modified and not syntax.after(trigger, "on")
    return syntax.lemma(trigger) != "control" or not (named or of_ground)


def joint(filled: Filled) -> bool:
    """ "A *joint* study", "*cooperative* development"."""
    return any(c.lower_ in filled.words.joint for c in filled.trigger.children)


def on_telephone(filled: Filled) -> bool:
    """ "A *phone* call", "a *video* conference": talk, no appeal."""
    return any(c.lower_ in filled.words.telephones for c in filled.trigger.children)


def no_tariff(filled: Filled) -> bool:
    """ "Imposed tariffs, *hitting* Peru's mills": the tariffs do."""
    around = filled.verb.head
    hit = [*syntax.objects(around), *(c for c in around.children if c.dep_ == "nsubjpass")]
    return filled.verb.tag_ != "VBG" or not any(syntax.lemma(t) in filled.roles.words.restrictions for t in hit)


def of_trade(filled: Filled) -> bool:
    """ "The suspension *of all exports*"."""
    trade = filled.roles.words.objects["trade"]
    return any(syntax.lemma(m) in trade for h in syntax.after(filled.trigger, "of") for m in syntax.conjuncts(h))


def of_intent(filled: Filled) -> bool:
    """ "A letter *of intent*", "a statement *of cooperation*": a kind of agreement."""
    return any(syntax.lemma(h) in filled.words.intents for h in syntax.after(filled.trigger, "of"))


def by_party(filled: Filled) -> bool:
    """ "Stands by *Oslo*", not "stands by its commitments to Oslo", "stands ready with Oslo"."""
    heads = [h for p in ("with", "by", "behind", "alongside") for h in syntax.after(filled.verb, p)]
    ready = any(c.dep_ in {"acomp", "oprd"} for c in filled.verb.children)
    return not ready and not any(syntax.lemma(h) in filled.words.intended | filled.words.upheld for h in heads)


def not_in_talks(filled: Filled) -> bool:
    """ "Negotiations *on* a pact", "work towards a treaty": there is none yet."""
    trigger = filled.trigger
    return not (
        trigger.dep_ == "pobj"
        and trigger.head.lower_ in {"on", "for", "over", "toward", "towards", "about"}
        and syntax.lemma(trigger.head.head) in filled.words.in_talks
    )


def not_cited(filled: Filled) -> bool:
    """ "Sanctions *under* its Trade Act", "section 3 *of* its Trade Act": what the law is named for is another act."""
    trigger = filled.trigger
    if trigger.dep_ != "pobj":
        return True
    part = trigger.head.lower_ == "of" and syntax.lemma(trigger.head.head) in filled.words.sections
    return not part and trigger.head.lower_ != "under"


def is_aim(noun: Token) -> bool:
    """What somebody is after: "will support Oslo's *objectives*" gives nothing."""
    return syntax.lemma(noun) in sense_words.lexicon(noun.doc).aims


def restrictive(filled: Filled) -> bool:
    """Measures are restrictions where they are called so: "*restrictive* measures"."""
    return any(c.lower_ in filled.words.restrictive for c in filled.trigger.children)


def of_sanctions(filled: Filled) -> bool:
    """ "The *Entity* List", "its *sanctions* list", "its list *of sanctioned persons*"."""
    near = [*syntax.modifiers(filled.trigger), *(m for m in syntax.modifiers(filled.trigger) for m in m.children)]
    behind = [t for head in syntax.after(filled.trigger, "of") for t in (head, *head.children)]
    return any(
        syntax.lemma(t) in filled.words.sanctioned or t.lower_ == "sanctioned" for t in (filled.trigger, *near, *behind)
    )


def rule_subject(filled: Filled) -> bool:
    """ "A *policy* that applies to Peruvians", "the *ban* applies to Peru"."""
    rules = filled.roles.words.instruments | filled.roles.words.restrictions | filled.words.terms
    return any(syntax.lemma(t) in rules for t in syntax.subjects(filled.verb))


def own_traders(filled: Filled) -> bool:
    """ "Will help *exporters ship* beef to Peru", "help *charter* planes to Peru": it is not Peru that is helped."""
    carried = [v for v in syntax.complements(filled.verb) if v.lemma_ in filled.words.carrying]
    helped = filled.roles.referents.all(t for v in carried for t in syntax.subjects(v)).parties
    return bool(carried) and set(helped) <= set(filled.actors.parties)


def basis(filled: Filled) -> bool:
    """ "Goods that qualify *under* the Norway-Peru agreement", "*in line with* the treaty": it stands, whoever made it.

    "*A* deal" is news, and a text that spells out who made it ("the accord *between* Peru and six others") tells it.
    """
    trigger = filled.trigger
    told = any(c.lower_ in {"a", "an", "new", "between", "among"} for c in trigger.children)
    if trigger.dep_ != "pobj" or told:
        return False
    preposition = trigger.head
    return preposition.lower_ == "under" or preposition.head.lower_ in filled.words.conforming


def kept(filled: Filled) -> bool:
    """ "Is *keeping* his promise to", "*delivered on* the pledge to": given before; "would keep" leaves it open."""
    verb = syntax.governing_verb(filled.trigger)
    return verb is not None and verb.lemma_ in filled.words.keeping and verb.tag_ != "VB"


def is_web(noun: Token, filled: Filled) -> bool:
    """ "A sprawling *network*", "a network *of companies*": no works, where "a *road* network" is."""
    if syntax.lemma(noun) != "network":
        return False
    near = [*syntax.modifiers(noun), *syntax.after(noun, "of")]
    works = filled.roles.words.objects["works"] | filled.words.networks
    return not any(syntax.lemma(t) in works or t.lower_ in works for t in near)


def no_result(filled: Filled) -> bool:
    """ "Announced controls, *further limiting* the supply": the controls do."""
    return filled.verb.dep_ != "advcl" or no_tariff(filled)


def draft(filled: Filled) -> bool:
    """ "Its legislation *could bar* imports": what may come of it is open, and so is whether it was passed."""
    verb = filled.trigger.head
    return filled.trigger.dep_ == "nsubj" and tense.modal(verb) in {"could", "would", "may", "might"}


#: The needs that are tested here, by the names that frames give them.
NEEDS: Needs = {
    "no-draft": lambda filled: not draft(filled),
    "no-topic": no_topic,
    "favours": favours,
    "joint": joint,
    "no-arms-control": no_arms_control,
    "of-trade": of_trade,
    "by-party": by_party,
    "of-intent": of_intent,
    "on-telephone": on_telephone,
    "material": material,
    "no-tariff": no_tariff,
    "plain": plain,
    "no-rule-subject": lambda filled: not rule_subject(filled),
    "no-own-traders": lambda filled: not own_traders(filled),
    "no-basis": lambda filled: not basis(filled),
    "not-kept": lambda filled: not kept(filled),
    "not-in-talks": not_in_talks,
    "not-cited": not_cited,
    "restrictive": restrictive,
    "of-sanctions": of_sanctions,
    "trading": trading,
    "to-trade": to_trade,
    "no-favours": lambda filled: not favours(filled),
    "statehood": statehood,
    "of-restriction": restriction_within,
    "no-result": no_result,
}
