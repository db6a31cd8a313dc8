"""What is claimed of an event that a noun tells, from its modifiers and from what is said of it."""

from collections.abc import Callable

from kg_builder import effects, tense
from kg_builder.effects import Assertion, Effect, under
from kg_builder.model import Status
from kg_builder.tokens import Token

Reader = Callable[[Token], Assertion]
_PRESUPPOSED = Assertion("occurred", "presupposed")
#: Prepositions that put the event where its governor is: what is planned "at the summit" needs the summit.
_DURING = {"during", "at", "in", "on", "within", "throughout"}
_BY_WAY_OF = {"through", "via", "including"}
_TOWARDS = {"to", "into", "for"}
_AHEAD = {"before", "ahead", "until", "till", "prior", "pending", "towards", "toward"}
_DATING = {"prep", "npadvmod", "advmod", "nmod"}
_TAKING_PLACE = {"occur", "happen", "convene"}
_EXISTENTIAL = {"be", "exist", "remain"}


def read(noun: Token, above: Reader) -> Assertion:
    """The status of the event that ``noun`` tells; ``above`` reads what governs it."""
    said, modified = _said_of(noun, above), _modified(noun, above)
    if (
        said.reason in {"purpose", "possibility"}
        and not _indefinite(noun)
        and noun.head.lemma_ not in effects.lexicon(noun.doc).hold
        and not _takes_place(noun)
    ):
        said = _PRESUPPOSED
    if modified is None or (said.status is None and said.reason in {"conditional", "question"}):
        return said
    if said.status == "not-occurred" or (modified.status == "planned" and _held(noun, said)):
        return said
    return modified


def _takes_place(noun: Token) -> bool:
    """ "*The meeting* could *take place* in May": whether it will is just what is open."""
    place = any(c.dep_ == "dobj" and c.lower_ == "place" for c in noun.head.children)
    return noun.dep_ == "nsubj" and (place or noun.head.lemma_ in _TAKING_PLACE)


def _held(noun: Token, said: Assertion) -> bool:
    """A planned meeting that somebody "held" or "attended" took place."""
    return said.is_fact and noun.head.lemma_ in effects.lexicon(noun.doc).hold and noun.dep_ in {"dobj", "nsubjpass"}


def _modified(noun: Token, above: Reader) -> Assertion | None:
    """From determiners, adjectives and participles: "no deal", "a planned visit", "talks scheduled for May"."""
    for child in noun.children:
        if child.dep_ in {"det", "neg"} and child.lower_ in {"no", "neither"}:
            return Assertion("not-occurred", "no")
        if child.dep_ in {"amod", "compound", "advmod", "nmod"} and child.i < noun.i:
            found = _by_adjective(effects.of_adjective(child), child)
            if found:
                return found
    for child in noun.children:
        if child.dep_ in {"acl", "relcl", "amod"} and child.i > noun.i:
            found = _by_clause(child, above)
            if found:
                return found
    return Assertion("planned", "future time") if _lies_ahead(noun) else None


def _lies_ahead(noun: Token) -> bool:
    """ "The union's summit in Lome *next week*", "talks *later this month*"; "the next day" is told in the past."""
    words = effects.lexicon(noun.doc)
    if noun.lemma_.lower() not in words.occasions:
        return False
    behind = [t for c in noun.children if c.i > noun.i and c.dep_ in _DATING for t in c.subtree]
    days = any(t.lower_ in {"day", "morning"} for t in behind)
    return not days and any(t.ent_type_ == "DATE" and t.lower_ in words.ahead for t in behind)


def _by_adjective(effect: Effect | None, word: Token) -> Assertion | None:
    status: dict[Effect, Status] = {
        "plan": "planned", "delay": "planned", "propose": "proposed", "continue": "ongoing",
        "fail": "not-occurred", "cancel": "not-occurred", "refuse": "not-occurred",
    }  # fmt: skip
    if effect == "fear":
        return Assertion(None, f"only {word.lower_}")
    return Assertion(status[effect], word.lower_) if effect in status else None


def _by_clause(clause: Token, above: Reader) -> Assertion | None:
    """ "The summit, which was cancelled", "talks to be held in May", "a visit expected next week"."""
    effect = effects.on_object(clause)
    form = tense.tense(clause)
    if form == "participle" and clause.lemma_ in effects.lexicon(clause.doc).hold and effect is None:
        return Assertion("occurred", "held") if clause.dep_ == "acl" else None
    if form == "participle":
        told = effect if effect in {"plan", "propose", "cancel", "delay", "refuse", "fail"} else None
        return under(told, Assertion("occurred", "participle"), Assertion(None, "")) if told else None
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in clause.children)
    if clause.dep_ == "acl" and form == "infinitive" and passive:
        return Assertion("planned", "to be")
    words = effects.lexicon(clause.doc)
    happens = words.happen | words.hold
    pondered = effect == "propose" and clause.lemma_ in words.pondering  # "the ban *that it had considered*"
    spoken_of = pondered or effect in {"cancel", "delay", "fail", "plan"} or clause.lemma_ in happens
    if clause.dep_ != "relcl" or not spoken_of:
        return None
    told_of = above(clause)
    return under(effect, told_of, Assertion(None, "")) if effect and effect != "presuppose" else told_of


def _said_of(noun: Token, above: Reader) -> Assertion:
    """From what the noun is subject, object or adjunct of."""
    dep, head = noun.dep_, noun.head
    if head == noun:
        return Assertion("occurred", "fragment")
    if _is_of_rumour(noun):
        return Assertion(None, "feared")
    if dep in {"conj", "appos"} and head.pos_ in {"NOUN", "PROPN"}:
        return above(head) if dep == "conj" else _PRESUPPOSED
    if dep in {"dobj", "nsubjpass", "dative", "oprd", "nmod"} and head.pos_ in {"VERB", "AUX"}:
        return _object(noun, head, above)
    if dep == "nsubj":
        return _subject(noun, head, above)
    if dep == "attr":
        return above(head)
    if dep == "pobj":
        return _after_preposition(noun, head, above)
    if dep == "compound" and head.pos_ in {"NOUN", "PROPN"}:
        effect = effects.on_object(head)
        return under(effect, above(head), Assertion(None, "")) if effect else above(head)
    return _PRESUPPOSED


def _is_of_rumour(noun: Token) -> bool:
    """ "IRAN ATTACK *RUMORS*": in capitals the parser leaves apart what is one noun."""
    behind = noun.doc[noun.i + 1 : noun.i + 2]
    return noun.text.isupper() and any(
        t.text.isupper() and t.pos_ in {"NOUN", "PROPN"} and effects.on_object(t) == "fear" for t in behind
    )


def _object(noun: Token, verb: Token, above: Reader) -> Assertion:
    effect, told = effects.on_object(verb), above(verb)
    known = not _indefinite(noun) and not any(child.lower_ == "of" for child in noun.children)
    if effect == "presuppose" or (known and verb.lemma_ in effects.lexicon(noun.doc).topics):
        return _PRESUPPOSED
    if effect == "continue" and told.status == "not-occurred":
        return told
    if (
        effect == "continue"
        and told.reason == "plan"
        and noun.lemma_.lower() not in effects.lexicon(noun.doc).occasions
    ):
        return Assertion("ongoing", "kept")  # "decided to maintain the sanctions" says that they are there
    return under(effect, told, Assertion(None, "")) if effect else told


def _subject(noun: Token, verb: Token, above: Reader) -> Assertion:
    words, effect = effects.lexicon(verb.doc), effects.on_object(verb)
    held = noun.lemma_.lower() in words.occasions and any(child.dep_ == "xcomp" for child in verb.children)
    undone = effect == "fail" or (effect in {"cancel", "delay"} and noun.lemma_.lower() in words.occasions)
    if effect and undone and not held and not any(child.dep_ == "dobj" for child in verb.children):
        return under(effect, above(verb), Assertion(None, ""))
    predicate = _predicate(verb)
    if predicate:
        return predicate
    told = above(verb)
    if verb.lemma_ in words.happen | _EXISTENTIAL or (
        told.status is None and told.reason in {"conditional", "question"}
    ):
        return told
    if told.reason in {"is to", "to be"} or (told.status == "planned" and noun.lemma_.lower() in words.occasions):
        return told
    if told.reason in {"possibility", "would"} and _indefinite(noun):
        return Assertion(None, "hypothetical")
    return _PRESUPPOSED


def _predicate(verb: Token) -> Assertion | None:
    """ "The talks are *due* on Monday", "are *ongoing*", "a deal is *possible*"; "are important" says nothing of it."""
    if verb.lemma_ != "be" or any(child.dep_ == "neg" for child in verb.children):
        return None
    for word in verb.children:
        if word.dep_ == "acomp" and word.lower_ in effects.lexicon(word.doc).unreached:
            return Assertion(None, f"only {word.lower_}")
        effect = effects.of_adjective(word) if word.dep_ == "acomp" and word.pos_ == "ADJ" else None
        if effect in {"plan", "delay", "cancel", "continue"}:
            return _by_adjective(effect, word)
    return None


def _after_preposition(noun: Token, preposition: Token, above: Reader) -> Assertion:
    word, governor = preposition.lower_, preposition.head
    if governor.lower_ in _AHEAD or governor.dep_ == "prep":  # "ahead of", "in front of": the first word counts
        word, governor = (governor.lower_ if governor.lower_ in _AHEAD else word), governor.head
    if word == "without":
        return Assertion("not-occurred", "without")
    if governor.pos_ in {"NOUN", "PROPN"}:
        return _after_noun(noun, word, governor, above)
    # "on a visit to Laos, he pledged aid": what stands before the verb is where it was done, not what was pledged
    effect, told = effects.on_object(governor, word) if noun.i > governor.i else None, above(governor)
    if effect == "presuppose":
        return _PRESUPPOSED
    if effect is not None and not (word in {"on", "upon"} and effects.on_object(noun) == "plan"):
        return under(effect, told, Assertion(None, ""))
    if word in {"on", "upon"} and effect is not None:
        return told  # "agreed on a deal" is the deal
    if word in _AHEAD:
        return _PRESUPPOSED if told.status == "occurred" else Assertion("planned", "ahead of it")
    if word in _BY_WAY_OF and noun.i > governor.i and told.status in {"planned", "proposed"}:
        return told  # "will ease trade, including through the lifting of quotas"
    if word in _DURING and told.status in {"planned", "proposed"}:
        return told
    if word == "in" and governor.lemma_ == "be" and told.is_fact and noun.lemma_ in effects.lexicon(noun.doc).talks:
        return Assertion("ongoing", "in talks") if tense.tense(governor) in {"present", "perfect"} else told
    if word in _DURING and noun.i < governor.i and _plans(governor):
        return Assertion("planned", "during it")
    if word in {"with", "by"} and governor.lemma_ in effects.lexicon(noun.doc).passing:
        return told
    if word == "by" and governor.lemma_ == "follow" and noun.i > governor.i:
        return told  # "will be followed by talks"
    if word in _TOWARDS and told.status is not None and told.status != "not-occurred":
        return told
    return _PRESUPPOSED


def _plans(verb: Token) -> bool:
    """ "At the meeting, the leaders *plan to* sign a pact": neither has been yet."""
    ahead = any(c.dep_ == "xcomp" and c.i > verb.i for c in verb.children) and effects.on_clause(verb) == "plan"
    return ahead and tense.tense(verb) == "present"


def _after_noun(noun: Token, word: str, governor: Token, above: Reader) -> Assertion:
    effect = effects.on_object(governor)
    if effect is not None and word in {"of", "for", "on", "to", "about", "in", "over"}:
        return under(effect, above(governor), Assertion(None, ""))
    if word == "of" and governor.lemma_.lower() in effects.lexicon(noun.doc).parts:
        return above(governor)
    return _PRESUPPOSED


def _indefinite(noun: Token) -> bool:
    determiners = {child.lower_ for child in noun.children if child.dep_ in {"det", "poss"}}
    return not determiners or bool(determiners & {"a", "an", "any", "some", "another"})
