"""Which sense a word for force or arms has, by the words beside it; needs of frames."""

from kg_builder import syntax
from kg_builder.filled import Filled, Needs

_WEAPONS = {"arms", "missiles", "drones", "military-aircraft", "warships", "nuclear-weapons"}


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


def quarrel(filled: Filled) -> bool:
    """ "The clash *over the accord*": in words; not over an island, or a place by its name."""
    words = filled.words
    over = syntax.after(filled.trigger, "over", "about")
    disputed = [t for t in over if t.pos_ == "NOUN" and syntax.lemma(t) not in filled.roles.words.objects["ground"]]
    return bool(disputed) or any(c.lower_ in words.bloodless | words.verbal for c in filled.trigger.children)


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


def delivered(filled: Filled) -> bool:
    """Ships and planes are given to whom they are sent, not to whom they are to watch."""
    if syntax.lemma(filled.trigger) not in filled.roles.words.objects["force"]:
        return True
    heads = [h for p in ("to", "for", "dative") for h in filled.roles.phrases(p)]
    return bool(filled.roles.referents.all(heads)) or any(filled.roles.referents.beside(h) for h in heads)


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


def once(filled: Filled) -> bool:
    """One act, or several of a day: "its launch", "Friday's launches", "two launches", "a series of launches"."""
    counted = filled.trigger.dep_ == "pobj" and filled.trigger.head.lower_ == "of"
    plural = filled.trigger.tag_ in {"NNS", "NNPS"} and not counted
    return not plural or any(t.ent_type_ in {"DATE", "CARDINAL"} for t in filled.trigger.subtree)


def no_space(filled: Filled) -> bool:
    """A rocket that carries a telescope is no weapon."""
    return not any(syntax.lemma(t) in filled.words.spacecraft for t in filled.verb.subtree)


#: The needs that are tested here, by the names that frames give them.
NEEDS: Needs = {
    "armed": armed,
    "of-force": of_force,
    "verbal": verbal,
    "attacked-in-words": attacked_in_words,
    "no-attack-in-words": lambda filled: not attacked_in_words(filled),
    "by-arms": by_arms,
    "weapon": weapon,
    "no-arms": no_arms,
    "armed-good": lambda filled: not no_arms(filled),
    "once": once,
    "delivered": delivered,
    "no-space": no_space,
    "no-quarrel": lambda filled: not quarrel(filled),
    "as-news": as_news,
}
