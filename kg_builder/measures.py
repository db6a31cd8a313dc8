"""Which sense a word for a measure, a gift or force has, by the words beside it; needs of frames."""

from kg_builder import sense_words, syntax
from kg_builder.filled import Filled, Needs
from kg_builder.tokens import Token

#: What a head of state or government issues, and does thereby what it says.
ORDERS = frozenset({"order", "proclamation", "decree", "directive", "rule", "regulation"})

_WEAPONS = {"arms", "missiles", "drones", "military-aircraft", "warships", "nuclear-weapons"}


def trading(filled: Filled) -> bool:
    """The verb's gerund is one of trade: "stopped *exporting*"."""
    return any(v.tag_ == "VBG" and v.lemma_ in filled.words.dealing for v in syntax.complements(filled.verb))


def to_trade(filled: Filled) -> bool:
    """The verb's infinitive is one of trade: "allowed miners *to export* copper"."""
    return any(v.tag_ == "VB" and v.lemma_ in filled.words.dealing for v in syntax.complements(filled.verb))


def verbal(filled: Filled) -> bool:
    """ "A *scathing* attack on Peru", "attacks on Peru's *record*": in words."""
    against = [*syntax.after(filled.trigger, "on", "against"), *syntax.after(filled.verb, "on", "against")]
    upon_words = any(syntax.lemma(noun) in filled.words.criticized for noun in against)
    return upon_words or any(c.lower_ in filled.words.verbal for c in filled.trigger.children)


def attacked_in_words(filled: Filled) -> bool:
    """ "The president *attacked* Peru *over* its tariffs", "attacked *Roe*": over something, or somebody.

    Not "attacked *with missiles*", nor what troops do.
    """
    verb = filled.verb
    if verb.lemma_ != "attack" or syntax.is_passive(verb):
        return False
    objects = filled.roles.words.objects
    force = any(syntax.lemma(t) in objects["force"] for t in syntax.subjects(verb))
    weapons = any(syntax.lemma(t) in objects["weapon"] for t in syntax.after(verb, "with", "by", "from"))
    person = any(t.ent_type_ == "PERSON" for t in syntax.objects(verb))
    why = any(c.dep_ == "prep" and c.lower_ in {"over", "for"} and c.i > verb.i for c in verb.children)
    return (person or why) and not force and not weapons


def armed(filled: Filled) -> bool:
    """Of force: an operation, a campaign only where its words say so or somebody is its target abroad."""
    if verbal(filled) or any(c.lower_ in filled.words.bloodless for c in filled.trigger.children):
        return False
    if syntax.lemma(filled.trigger) not in filled.words.operations:
        return True
    near = {t.lower_ for t in filled.trigger.children}
    return bool(near & filled.words.armed) and not near & filled.words.helping


def of_force(filled: Filled) -> bool:
    """ "The deployment *of troops*", "a *military* build-up"."""
    moved = syntax.after(filled.trigger, "of")
    forces = any(syntax.lemma(noun) in filled.roles.words.objects["force"] for noun in moved)
    return forces or any(child.lower_ in filled.words.armed for child in filled.trigger.children)


def by_arms(filled: Filled) -> bool:
    """ "Killed *in an air strike*"."""
    means = syntax.after(filled.verb, "in", "with", "by")
    return any(syntax.lemma(noun) in filled.roles.words.objects["weapon"] for noun in means)


def plain(filled: Filled) -> bool:
    """A word of many senses tells a policy only with words of one: "cut a *sales tax*", not "raised the *bar*"."""
    verb, noun = filled.verb.lemma_.lower(), syntax.lemma(filled.trigger)
    if verb in filled.words.changing:
        return noun in filled.words.policies
    return True


def as_news(filled: Filled) -> bool:
    """A war, an invasion that goes on is background; with its day, or told to begin, it is told as an act.

    A trade war is none.
    """
    trigger = filled.trigger
    if verbal(filled) or any(c.lower_ in filled.words.bloodless for c in trigger.children):
        return False
    if syntax.lemma(trigger) not in filled.words.wars:
        return True
    began = trigger.dep_ in {"nsubj", "nsubjpass"} and trigger.head.lemma_ in filled.words.turning
    days = [t for t in trigger.subtree if t.ent_type_ == "DATE"]
    aged = any(t.lower_ in {"old", "long"} for t in days)  # "the seven-year-old war"
    return began or (not aged and any(t.pos_ in {"PROPN", "NUM"} for t in days))


def material(filled: Filled) -> bool:
    """Support that is given to somebody, not to what somebody means to do ("gave its support to the plan")."""
    if _is_of_others(filled) or any(
        syntax.lemma(t) in filled.words.bought for t in syntax.after(filled.trigger, "in", "of")
    ):
        return False  # "committed to 5 million dollars *in purchases*"
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


def delivered(filled: Filled) -> bool:
    """Ships and planes are given to whom they are sent, not to whom they are to watch."""
    if syntax.lemma(filled.trigger) not in filled.roles.words.objects["force"]:
        return True
    heads = [h for p in ("to", "for", "dative") for h in filled.roles.phrases(p)]
    return bool(filled.roles.referents.all(heads)) or any(filled.roles.referents.beside(h) for h in heads)


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
    """ "A paper on *arms* control", "*border* controls": what states talk about, no measure of one against another."""
    trigger = filled.trigger
    named = any(c.dep_ == "compound" and c.lower_ in filled.words.controlled for c in trigger.children)
    return syntax.lemma(trigger) != "control" or not named


def joint(filled: Filled) -> bool:
    """ "A *joint* study", "*cooperative* development"."""
    return any(c.lower_ in filled.words.joint for c in filled.trigger.children)


def weapon(filled: Filled) -> bool:
    """A test, a launch of arms, not of a product."""
    weapons = filled.roles.words.objects["weapon"]
    return any(syntax.lemma(t) in weapons or t.lower_ in filled.words.arms for t in filled.trigger.subtree)


def no_arms(filled: Filled) -> bool:
    """No good of the act is a weapon, nor is it a "defence sale"."""
    trigger, kinds = filled.trigger, filled.roles.words.objects
    military = any(c.lower_ in filled.words.defence for c in trigger.children)
    military = military or any(
        syntax.lemma(t) in kinds["weapon"] | filled.words.hardware for t in syntax.after(trigger, "of")
    )
    return not military and not any(good.id in _WEAPONS for good in filled.goods)


def on_telephone(filled: Filled) -> bool:
    """ "A *phone* call", "a *video* conference": talk, no appeal."""
    return any(c.lower_ in filled.words.telephones for c in filled.trigger.children)


def once(filled: Filled) -> bool:
    """One act, or several of a day: "its launch", "Friday's launches", "two launches", "a series of launches"."""
    counted = filled.trigger.dep_ == "pobj" and filled.trigger.head.lower_ == "of"
    plural = filled.trigger.tag_ in {"NNS", "NNPS"} and not counted
    return not plural or any(t.ent_type_ in {"DATE", "CARDINAL"} for t in filled.trigger.subtree)


def no_tariff(filled: Filled) -> bool:
    """ "Imposed tariffs, *hitting* Peru's mills": the tariffs do."""
    around = filled.verb.head
    hit = [*syntax.objects(around), *(c for c in around.children if c.dep_ == "nsubjpass")]
    return filled.verb.tag_ != "VBG" or not any(syntax.lemma(t) in filled.roles.words.restrictions for t in hit)


def no_space(filled: Filled) -> bool:
    """A rocket that carries a telescope is no weapon."""
    return not any(syntax.lemma(t) in filled.words.spacecraft for t in filled.verb.subtree)


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


#: The needs that are tested here, by the names that frames give them.
NEEDS: Needs = {
    "no-topic": no_topic,
    "armed": armed,
    "of-force": of_force,
    "verbal": verbal,
    "attacked-in-words": attacked_in_words,
    "no-attack-in-words": lambda filled: not attacked_in_words(filled),
    "by-arms": by_arms,
    "favours": favours,
    "joint": joint,
    "no-arms-control": no_arms_control,
    "of-trade": of_trade,
    "by-party": by_party,
    "of-intent": of_intent,
    "weapon": weapon,
    "no-arms": no_arms,
    "on-telephone": on_telephone,
    "armed-good": lambda filled: not no_arms(filled),
    "once": once,
    "delivered": delivered,
    "no-space": no_space,
    "material": material,
    "as-news": as_news,
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
}
