"""Which sense a word for a measure, a gift or force has, by the words beside it; needs of frames, named in `senses`."""

from kg_builder import syntax
from kg_builder.filled import Filled
from kg_builder.tokens import Token

#: What a head of state or government issues, and does thereby what it says.
ORDERS = frozenset({"order", "proclamation", "decree", "directive", "rule", "regulation"})

_ARMED = {"military", "ground", "air", "naval", "bombing", "special", "cross-border", "combat", "border", "airborne"}
_FIRM = {
    "budget",
    "tax",
    "law",
    "target",
    "referendum",
    "investigation",
    "probe",
    "inquiry",
    "stockpile",
    "reserve",
    "strategy",
    "programme",
    "program",
    "policy",
    "bill",
    "reform",
}
_INTENDED = {
    "plan",
    "bid",
    "proposal",
    "initiative",
    "call",
    "candidate",
    "candidacy",
    "idea",
    "resolution",
    "claim",
    "cause",
    "position",
    "policy",
    "decision",
    "agreement",
    "deal",
}
_MORAL = {"full", "unwavering", "steadfast", "strong", "firm", "unequivocal", "unconditional", "moral", "political",
          "diplomatic", "wholehearted", "unflinching", "staunch", "ironclad"}  # fmt: skip
_PROTECTED = frozenset({"security", "stability", "defence", "defense"})
_JOINT = {"joint", "cooperative", "common", "bilateral", "trilateral", "collaborative", "multilateral"}
_ARMS = {"nuclear", "ballistic", "hypersonic", "weapon", "weapons", "satellite", "missiles", "intercontinental"}
_LINES = {"phone", "telephone", "video", "conference", "zoom", "virtual"}
_WEAPONS = {"arms", "missiles", "drones", "military-aircraft", "warships", "nuclear-weapons"}
_HARDWARE = {"tank", "jet", "fighter", "arm", "weapon", "ammunition", "howitzer", "warship", "frigate", "helicopter"}
_BLOODLESS = {"trade", "tariff", "price", "currency", "economic", "commercial", "subsidy", "tech", "chip", "bidding"}
#: Attacks in words.
_VERBAL = {
    "verbal", "scathing", "personal", "political", "stinging", "vitriolic", "rhetorical", "partisan", "veiled",
    "blistering", "withering",
}  # fmt: skip
_SPACE = {"telescope", "astronaut", "cosmonaut", "spacecraft", "probe", "rover", "capsule"}
_INTENTS = {"intent", "cooperation", "understanding", "partnership", "interest", "commitment"}
_TALKS = {"negotiation", "talk", "discussion", "consultation", "work", "progress", "proposal", "negotiate"}
_BOUGHT = {"purchase", "import", "procurement", "order"}
_AIMS = {"objective", "goal", "aim", "interest", "ambition", "priority", "aspiration", "vision", "agenda"}
_RESTRICTIVE = {"restrictive", "coercive", "punitive", "retaliatory"}
_SANCTIONED = {
    "entity",
    "sanction",
    "blacklist",
    "unreliable",
    "control",
    "designated",
    "denied",
    "terrorist",
    "terror",
    "sdn",
}
#: What a rule may apply by.
_TERMS = {"exemption", "provision", "term", "principle", "rate", "standard", "condition", "programme", "program"}
_CARRYING = {"export", "ship", "sell", "send", "fly", "charter", "deliver", "supply", "truck"}
_CONFORMING = {"line", "accordance", "consistent", "compliance", "conformity", "keeping", "pursuant", "according"}
_KEEPING = {"keep", "fulfil", "fulfill", "deliver", "honour", "honor", "meet", "break", "uphold", "renege"}
_LINES_OF_SUPPLY = {
    "rail", "transport", "telecom", "telecoms", "telecommunications", "transmission", "charging", "electricity", "gas",
    "fibre", "fiber", "5g", "mobile", "metro", "energy", "water", "canal",
}  # fmt: skip
_TRADING = {"export", "import", "buy", "sell", "supply", "ship", "deliver", "purchase", "service", "pump", "issue"}


def trading(filled: Filled) -> bool:
    """The verb's gerund is one of trade: "stopped *exporting*"."""
    return any(v.tag_ == "VBG" and v.lemma_ in _TRADING for v in syntax.complements(filled.verb))


def to_trade(filled: Filled) -> bool:
    """The verb's infinitive is one of trade: "allowed miners *to export* copper"."""
    return any(v.tag_ == "VB" and v.lemma_ in _TRADING for v in syntax.complements(filled.verb))


def verbal(filled: Filled) -> bool:
    """ "A *scathing* attack on Peru", "attacks on Peru's *record*": in words."""
    against = [*syntax.after(filled.trigger, "on", "against"), *syntax.after(filled.verb, "on", "against")]
    upon_words = any(syntax.lemma(noun) in {"record", "policy", "decision", "plan", "law"} for noun in against)
    return upon_words or any(c.lower_ in _VERBAL for c in filled.trigger.children)


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
    if verbal(filled) or any(c.lower_ in _BLOODLESS for c in filled.trigger.children):
        return False
    if syntax.lemma(filled.trigger) not in {"operation", "campaign", "activity", "deployment", "buildup", "build-up"}:
        return True
    near = {t.lower_ for t in filled.trigger.children}
    return bool(near & _ARMED) and not near & {"relief", "rescue", "humanitarian", "peacekeeping"}


def of_force(filled: Filled) -> bool:
    """ "The deployment *of troops*", "a *military* build-up"."""
    moved = syntax.after(filled.trigger, "of")
    forces = any(syntax.lemma(noun) in filled.roles.words.objects["force"] for noun in moved)
    return forces or any(child.lower_ in _ARMED for child in filled.trigger.children)


def by_arms(filled: Filled) -> bool:
    """ "Killed *in an air strike*"."""
    means = syntax.after(filled.verb, "in", "with", "by")
    return any(syntax.lemma(noun) in filled.roles.words.objects["weapon"] for noun in means)


def plain(filled: Filled) -> bool:
    """A word of many senses tells a policy only with words of one: "cut a *sales tax*", not "raised the *bar*"."""
    verb, noun = filled.verb.lemma_.lower(), syntax.lemma(filled.trigger)
    if verb in {
        "raise",
        "increase",
        "cut",
        "boost",
        "extend",
        "open",
        "establish",
        "set",
        "introduce",
        "drop",
        "implement",
    }:
        return noun in _FIRM
    return True


def as_news(filled: Filled) -> bool:
    """A war, an invasion that goes on is background; with its day, or told to begin, it is told as an act.

    A trade war is none.
    """
    trigger = filled.trigger
    if verbal(filled) or any(c.lower_ in _BLOODLESS for c in trigger.children):
        return False
    if syntax.lemma(trigger) not in {"war", "aggression", "occupation", "invasion", "annexation"}:
        return True
    began = trigger.dep_ in {"nsubj", "nsubjpass"} and trigger.head.lemma_ in {"begin", "start", "end", "launch"}
    days = [t for t in trigger.subtree if t.ent_type_ == "DATE"]
    aged = any(t.lower_ in {"old", "long"} for t in days)  # "the seven-year-old war"
    return began or (not aged and any(t.pos_ in {"PROPN", "NUM"} for t in days))


def material(filled: Filled) -> bool:
    """Support that is given to somebody, not to what somebody means to do ("gave its support to the plan")."""
    if _is_of_others(filled) or any(syntax.lemma(t) in _BOUGHT for t in syntax.after(filled.trigger, "in", "of")):
        return False  # "committed to 5 million dollars *in purchases*"
    if syntax.lemma(filled.trigger) != "support":
        return True
    if any(c.lower_ in _MORAL for c in filled.trigger.children):
        return False  # "pledged its *unwavering* support"
    heads = [t for token in (filled.trigger, filled.verb) for p in ("to", "for") for t in syntax.after(token, p)]
    return not any(syntax.lemma(t) in _INTENDED | filled.roles.words.statehood for t in heads)


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
    spoken_of = any(v.lemma_ in {"discuss", "consider", "weigh", "mull"} for v in around)
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
    words = filled.roles.words.statehood - (_PROTECTED if alone else frozenset())
    return any(syntax.lemma(h) in words for h in heads)


def restriction_within(filled: Filled) -> bool:
    """ "the lifting *of tariffs*"."""
    heads = syntax.after(filled.trigger, "of", "on")
    return any(syntax.lemma(h) in filled.roles.words.restrictions for h in heads)


def no_arms_control(filled: Filled) -> bool:
    """ "A paper on *arms* control", "*border* controls": what states talk about, no measure of one against another."""
    trigger = filled.trigger
    named = any(
        c.dep_ == "compound" and c.lower_ in {"arms", "weapons", "gun", "border", "passport", "quality", "pest"}
        for c in trigger.children
    )
    return syntax.lemma(trigger) != "control" or not named


def joint(filled: Filled) -> bool:
    """ "A *joint* study", "*cooperative* development"."""
    return any(c.lower_ in _JOINT for c in filled.trigger.children)


def weapon(filled: Filled) -> bool:
    """A test, a launch of arms, not of a product."""
    weapons = filled.roles.words.objects["weapon"]
    return any(syntax.lemma(t) in weapons or t.lower_ in _ARMS for t in filled.trigger.subtree)


def no_arms(filled: Filled) -> bool:
    """No good of the act is a weapon, nor is it a "defence sale"."""
    trigger, kinds = filled.trigger, filled.roles.words.objects
    military = any(c.lower_ in {"defense", "defence", "military", "arms"} for c in trigger.children)
    military = military or any(syntax.lemma(t) in kinds["weapon"] | _HARDWARE for t in syntax.after(trigger, "of"))
    return not military and not any(good.id in _WEAPONS for good in filled.goods)


def on_telephone(filled: Filled) -> bool:
    """ "A *phone* call", "a *video* conference": talk, no appeal."""
    return any(c.lower_ in _LINES for c in filled.trigger.children)


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


def no_result(filled: Filled) -> bool:
    """ "Announced controls, *further limiting* the supply": the controls do."""
    return filled.verb.dep_ != "advcl" or no_tariff(filled)


def no_space(filled: Filled) -> bool:
    """A rocket that carries a telescope is no weapon."""
    return not any(syntax.lemma(t) in _SPACE for t in filled.verb.subtree)


def of_trade(filled: Filled) -> bool:
    """ "The suspension *of all exports*"."""
    trade = filled.roles.words.objects["trade"]
    return any(syntax.lemma(m) in trade for h in syntax.after(filled.trigger, "of") for m in syntax.conjuncts(h))


def of_intent(filled: Filled) -> bool:
    """ "A letter *of intent*", "a statement *of cooperation*": a kind of agreement."""
    return any(syntax.lemma(h) in _INTENTS for h in syntax.after(filled.trigger, "of"))


def by_party(filled: Filled) -> bool:
    """ "Stands by *Oslo*", not "stands by its commitments to Oslo", "stands ready with Oslo"."""
    heads = [h for p in ("with", "by", "behind", "alongside") for h in syntax.after(filled.verb, p)]
    ready = any(c.dep_ in {"acomp", "oprd"} for c in filled.verb.children)
    return not ready and not any(
        syntax.lemma(h) in _INTENDED | {"commitment", "statement", "word", "pledge"} for h in heads
    )


def not_in_talks(filled: Filled) -> bool:
    """ "Negotiations *on* a pact", "work towards a treaty": there is none yet."""
    trigger = filled.trigger
    return not (
        trigger.dep_ == "pobj"
        and trigger.head.lower_ in {"on", "for", "over", "toward", "towards", "about"}
        and syntax.lemma(trigger.head.head) in _TALKS
    )


def not_cited(filled: Filled) -> bool:
    """ "Sanctions *under* its Trade Act", "section 3 *of* its Trade Act": what the law is named for is another act."""
    trigger = filled.trigger
    if trigger.dep_ != "pobj":
        return True
    part = trigger.head.lower_ == "of" and syntax.lemma(trigger.head.head) in {"section", "article", "title", "chapter"}
    return not part and trigger.head.lower_ != "under"


def is_aim(noun: Token) -> bool:
    """What somebody is after: "will support Oslo's *objectives*" gives nothing."""
    return syntax.lemma(noun) in _AIMS


def restrictive(filled: Filled) -> bool:
    """Measures are restrictions where they are called so: "*restrictive* measures"."""
    return any(c.lower_ in _RESTRICTIVE for c in filled.trigger.children)


def of_sanctions(filled: Filled) -> bool:
    """ "The *Entity* List", "its *sanctions* list", "its list *of sanctioned persons*"."""
    near = [*syntax.modifiers(filled.trigger), *(m for m in syntax.modifiers(filled.trigger) for m in m.children)]
    behind = [t for head in syntax.after(filled.trigger, "of") for t in (head, *head.children)]
    return any(syntax.lemma(t) in _SANCTIONED or t.lower_ == "sanctioned" for t in (filled.trigger, *near, *behind))


def rule_subject(filled: Filled) -> bool:
    """ "A *policy* that applies to Peruvians", "the *ban* applies to Peru"."""
    rules = filled.roles.words.instruments | filled.roles.words.restrictions | _TERMS
    return any(syntax.lemma(t) in rules for t in syntax.subjects(filled.verb))


def own_traders(filled: Filled) -> bool:
    """ "Will help *exporters ship* beef to Peru", "help *charter* planes to Peru": it is not Peru that is helped."""
    carried = [v for v in syntax.complements(filled.verb) if v.lemma_ in _CARRYING]
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
    return preposition.lower_ == "under" or preposition.head.lower_ in _CONFORMING


def kept(filled: Filled) -> bool:
    """ "Is *keeping* his promise to", "*delivered on* the pledge to": given before; "would keep" leaves it open."""
    verb = syntax.governing_verb(filled.trigger)
    return verb is not None and verb.lemma_ in _KEEPING and verb.tag_ != "VB"


def is_web(noun: Token, filled: Filled) -> bool:
    """ "A sprawling *network*", "a network *of companies*": no works, where "a *road* network" is."""
    if syntax.lemma(noun) != "network":
        return False
    near = [*syntax.modifiers(noun), *syntax.after(noun, "of")]
    works = filled.roles.words.objects["works"] | _LINES_OF_SUPPLY
    return not any(syntax.lemma(t) in works or t.lower_ in works for t in near)
