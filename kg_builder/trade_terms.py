"""Which sense a word for what trade is subject to has, by the words beside it; needs of frames."""

import re

from kg_builder import sense_words, slot_words, syntax, tense
from kg_builder.filled import Filled, Needs
from kg_builder.tokens import Token

#: What inquires into the prices of imports, and ends in duties on them.
_PRICING = re.compile(r"(?i)dumping|subsid|countervailing|safeguard")
#: What is done with a measure that holds.
_APPLYING = frozenset({"apply", "enforce", "collect", "charge"})


def tariff_rate(filled: Filled) -> bool:
    """ "A reciprocal *tariff* rate", "*tariff-rate* quotas"; "*that* rate", of a duty told in the same sentence."""
    rate, tariffs = filled.trigger, filled.words.tariffs
    taken_up = any(t.lower_ in {"that", "this", "these", "those"} for t in syntax.modifiers(rate) + list(rate.children))
    told = taken_up and any(syntax.lemma(t) in tariffs for t in rate.doc[rate.sent.start : rate.i])
    return told or any(syntax.lemma(t) in tariffs or t.lower_ == "tariff-rate" for t in _before(rate))


def zero(filled: Filled) -> bool:
    """ "Will maintain *zero* customs duties", "apply a *zero* percent tariff": none at all."""
    return any(t.lower_ in filled.words.none for t in _before(filled.trigger))


def lower_rate(filled: Filled) -> bool:
    """ "A *zero* percent tariff rate", "a *preferential* quota": better than what others have."""
    near = [*_before(filled.trigger), *syntax.after(filled.trigger, "of")]
    inner = [*near, *(m for t in near for m in syntax.modifiers(t))]
    named = any(syntax.lemma(t) in filled.words.tariffs | {"quota"} for t in (filled.trigger, *inner))
    return named and any(t.lower_ in filled.words.lower for t in inner)


def lower(filled: Filled) -> bool:
    """ "Agreed to *lower* market barriers", which the parser reads as barriers that are lower."""
    return any(c.lower_ in {"lower", "fewer"} for c in filled.trigger.children if c.dep_ == "amod")


def to_receive_less(filled: Filled) -> bool:
    """ "Will identify products *to receive a zero tariff rate*"."""
    inside = [t for t in filled.verb.subtree if t.i > filled.verb.i]
    received = any(t.lemma_ in filled.words.receiving for t in inside)
    return (
        received
        and any(t.lower_ in filled.words.lower for t in inside)
        and any(syntax.lemma(t) in filled.words.tariffs for t in inside)
    )


def market_access(filled: Filled) -> bool:
    """ "*Market* access", "access *to its market*", "*duty-free* access", "access *for beef*"; not what goes on."""
    near = {syntax.lemma(t) for t in (*_before(filled.trigger), *syntax.after(filled.trigger, "to"))}
    goes_on = filled.verb.dep_ == "xcomp" and filled.verb.head.lemma_ == "continue"
    hosts = (filled.trigger, filled.verb)  # the parser hangs "for" on either
    wares = any(_is_ware(t) for host in hosts for t in syntax.after(host, "for"))
    return (wares or bool(near & filled.words.access)) and not goes_on


def _is_ware(noun: Token) -> bool:
    mention = noun.doc._.mention_at.get(noun.i)
    words = sense_words.lexicon(noun.doc)
    listed = syntax.lemma(noun) in words.imported | words.wares
    return listed or (mention is not None and mention.entity.kind == "good")


def of_commerce(filled: Filled) -> bool:
    """ "*Non-tariff* barriers", "barriers to *U.S. goods*": what stands in the way of trade, not of people."""
    words = {syntax.lemma(t) for t in filled.trigger.subtree}
    words |= {part for word in words for part in word.split("-")}
    hosts = (filled.trigger, filled.trigger.head)  # the parser hangs "to" on either
    wares = any(syntax.lemma(t) in filled.words.wares for host in hosts for t in syntax.after(host, "to", "on", "for"))
    return bool(wares or words & filled.words.commerce or filled.goods)


def of_tariffs(filled: Filled) -> bool:
    """ "Exclusions *from tariffs*", "certain *tariff* exclusions", "the suspension *of duties*"."""
    listed = filled.roles.words.restrictions
    return any(syntax.lemma(t) in listed for t in filled.trigger.subtree if t != filled.trigger)


def is_relief(noun: Token, filled: Filled) -> bool:
    """ "A *tariff* cut", "relief *from duties*": no gift."""
    near = [*syntax.modifiers(noun), *syntax.after(noun, "from", "on", "of", "in")]
    return any(syntax.lemma(t) in filled.roles.words.restrictions for t in near)


def of_what_binds(filled: Filled) -> bool:
    """ "The implementation *of the rule*", "*of tariffs*"; not that of a deal."""
    heads = [m for h in syntax.after(filled.trigger, "of") for m in syntax.conjuncts(h)]
    return any(syntax.lemma(h) in filled.words.enacted | filled.roles.words.restrictions for h in heads)


def of_visas(filled: Filled) -> bool:
    """ "A *visa restriction* policy"."""
    words = {syntax.lemma(t) for t in _before(filled.trigger)}
    return "visa" in words and bool(words & filled.roles.words.restrictions)


def in_force(filled: Filled) -> bool:
    """ "Remains *in effect*"."""
    return any(t.lower_ in filled.words.in_effect for t in syntax.after(filled.verb, "in"))


def binding(filled: Filled) -> bool:
    """ "The tariff *takes effect*", "goes *into force*", "*increases to* 50 percent", "*falls to* 5"."""
    verb = filled.verb
    begun = [*syntax.objects(verb), *syntax.after(verb, "into", "in")]
    risen = verb.lemma_ in filled.words.moving and bool(syntax.after(verb, "to", "from"))
    own = filled.trigger.dep_ in {"nsubj", "nsubjpass"}
    return own and (risen or any(t.lower_ in slot_words.lexicon(verb.doc).force for t in begun))


def hitting(filled: Filled) -> bool:
    """ "*Retaliatory* measures", "measures *against* Peru", "measures it took *in retaliation*"."""
    return any(t.lower_ in filled.words.against for t in filled.trigger.subtree)


def of_conformity(filled: Filled) -> bool:
    """ "Accepts *certificates*", "vehicles *built to standards*", "recognizes the system *as equivalent*"."""
    standards = filled.roles.words.objects["standard"]
    things = [m for o in syntax.objects(filled.verb) for m in syntax.conjuncts(o)]
    if any(syntax.lemma(t) in standards and not _of_people(t) for t in things):
        return True
    words = {syntax.lemma(t) for t in filled.verb.subtree if t.i > filled.verb.i}
    fit = bool(words & (standards | {"certify"}))
    return "equivalent" in words or (
        fit and any(syntax.lemma(t) in filled.words.imported | filled.words.wares for t in things)
    )


def _of_people(standard: Token) -> bool:
    """ "*Labour* standards", "*academic* qualifications": of no ware."""
    return any(t.lower_ in sense_words.lexicon(standard.doc).personal for t in _before(standard))


def into_market(filled: Filled) -> bool:
    """ "Allows beef *into its market*", "*products to enter*"."""
    entering = [t for v in syntax.complements(filled.verb) if v.lemma_ == "enter" for t in syntax.subjects(v)]
    hosts = (filled.verb, *syntax.objects(filled.verb))
    return any(map(_is_ware, entering)) or any(
        syntax.lemma(t) == "market" for host in hosts for t in syntax.after(host, "into", "onto", "to")
    )


def asks_no_more(verb: Token) -> bool:
    """ "*Will not* require", "*no longer* requires", "will *cease* requiring"."""
    denied = tense.negated(verb)
    longer = any(c.lower_ == "longer" for c in verb.children)
    return (denied and (longer or tense.modal(verb) in {"will", "would"})) or _ceasing(verb) is not None


def still_applies(filled: Filled) -> bool:
    """ "Will *not impose* duties" refuses them; "will *not apply* its duties" lifts those that there are."""
    return filled.verb.lemma_ not in _APPLYING or not asks_no_more(filled.verb)


def is_ahead(verb: Token) -> bool:
    """Whether that lies ahead."""
    return tense.tense(_ceasing(verb) or verb) in {"future", "modal", "infinitive"}


def _ceasing(verb: Token) -> Token | None:
    return (
        verb.head
        if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_ in sense_words.lexicon(verb.doc).ceasing
        else None
    )


def to_tariff(filled: Filled) -> bool:
    """ "Subject *to a tariff*", "to a duty rate of 15 percent"."""
    heads = [m for h in syntax.after(filled.trigger, "to") for m in syntax.conjuncts(h)]
    return any(syntax.lemma(t) in filled.words.tariffs for h in heads for t in (h, *_before(h)))


def _before(noun: Token) -> list[Token]:
    """What stands before a noun in its phrase, and before that."""
    own = syntax.modifiers(noun)
    return [*own, *(m for t in own for m in syntax.modifiers(t))]


def more_quota(filled: Filled) -> bool:
    """ "*Raised* its *import quota* for beef": more may come in; not a quota for what is produced."""
    return not no_more_quota(filled) and any(c.lower_ in filled.words.of_imports for c in filled.trigger.children)


def no_less_quota(filled: Filled) -> bool:
    """ "*Cut* its quota", "*lowered* the price cap": less may come in, or be made; nothing is eased."""
    return syntax.lemma(filled.trigger) not in {"quota", "cap", "limit"} or filled.verb.lemma_ not in (
        filled.words.lowering | {"halve", "trim"}
    )


def passage(filled: Filled) -> bool:
    """ "Will allow planes *to use its airspace*", "lets workers *enter*"."""
    allowed = [v for v in syntax.complements(filled.verb) if v.tag_ == "VB"]
    words = filled.words
    ways = [v for v in allowed if any(syntax.lemma(o) in words.ways for o in syntax.objects(v))]
    moved = [v for v in allowed if v.lemma_ in words.passing and not syntax.objects(v)]
    return bool(moved) or any(v.lemma_ in words.using | words.passing for v in ways)


def of_dumping(filled: Filled) -> bool:
    """An *anti-dumping* investigation."""
    noun = filled.trigger
    return any(_PRICING.search(t.text) for t in noun.subtree if t.i < noun.i)


def green(filled: Filled) -> bool:
    """A *green* light, or what has the same sense by itself ("the nod")."""
    noun = filled.trigger
    return syntax.lemma(noun) != "light" or any(c.lower_ == "green" for c in noun.children)


def no_more_quota(filled: Filled) -> bool:
    return syntax.lemma(filled.trigger) != "quota" or filled.verb.lemma_ not in filled.words.enlarging


#: The needs that are tested here, by the names that frames give them.
NEEDS: Needs = {
    "no-lower": lambda filled: not lower(filled),
    "still-asks": lambda filled: not asks_no_more(filled.verb),
    "still-applies": still_applies,
    "asks-no-more": lambda filled: asks_no_more(filled.verb),
    "passage": passage,
    "of-dumping": of_dumping,
    "green": green,
    "more-quota": more_quota,
    "no-more-quota": no_more_quota,
    "no-less-quota": no_less_quota,
    "tariff-rate": tariff_rate,
    "zero": zero,
    "no-zero": lambda filled: not zero(filled),
    "of-conformity": of_conformity,
    "into-market": into_market,
    "lower-rate": lower_rate,
    "to-receive-less": to_receive_less,
    "market-access": market_access,
    "of-commerce": of_commerce,
    "of-tariffs": of_tariffs,
    "of-what-binds": of_what_binds,
    "in-force": in_force,
    "of-visas": of_visas,
    "binding": binding,
    "hitting": hitting,
    "to-tariff": to_tariff,
}
