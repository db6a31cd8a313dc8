"""What a verb's own clause claims, before anything that governs it is looked at: tense, modality, denial, condition."""

from kg_builder import effects, tense
from kg_builder.effects import Assertion
from kg_builder.model import Status
from kg_builder.tokens import Token


def first_conjunct(verb: Token) -> Token:
    """The verb whose place in the sentence a coordinated verb shares."""
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb


def is_condition(verb: Token) -> bool:
    """Whether the clause says what would have to be so: "if it acts", "should it act"."""
    words = effects.lexicon(verb.doc).conditions
    if any(child.dep_ in {"mark", "advmod"} and child.lower_ in words for child in verb.children):
        return True
    first = next(iter(verb.subtree))
    inverted = verb.dep_ == "advcl" and first.lower_ in {"should", "were", "had"} and first.head == verb
    return inverted and first.dep_ in {"aux", "auxpass"} and first.i < verb.i


def _has_condition(verb: Token) -> bool:
    return any(child.dep_ == "advcl" and is_condition(child) for child in verb.children)


def claimed(verb: Token) -> Assertion:
    """From the verb's own clause alone; None with reason ``nonfinite`` where that depends on what governs it."""
    form, modal = tense.tense(verb), tense.modal(verb)
    if form == "modal" and any(aux.lower_ == "have" for aux in tense.auxiliaries(verb)):
        return Assertion(None, "counterfactual")  # "would have signed", "would never have blamed Peru": it did
    if tense.negated(verb) or _of_nothing(verb):
        if modal in {"should", "must", "may", "might", "ought"}:
            return Assertion(None, "forbidden")
        return Assertion("not-occurred", "negated")
    if modal and _has_condition(verb):
        return Assertion(None, "conditional")
    if form == "modal":
        return _modal(verb, modal or "")
    if form == "gerund" and (behind := _copula_behind(verb)) is not None:
        return Assertion("occurred", "inverted") if behind.tag_ == "VBD" else Assertion("ongoing", "inverted")
    if form in {"infinitive", "bare", "gerund", "participle"}:
        return Assertion(None, "nonfinite")
    if form in {"present", "progressive"} and _looks_ahead(verb):
        return Assertion("planned", "future time")
    if form == "present":
        return _present(verb)
    status: dict[str, Status] = {"future": "planned", "progressive": "ongoing"}
    if form == "perfect" and verb.tag_ == "VBG":
        form = "progressive"
    return Assertion(status.get(form, "occurred"), form)


def _copula_behind(verb: Token) -> Token | None:
    """ "*Joining* the President on the call *was* Minister Roe": the sentence is turned round."""
    opens = verb.dep_ == "ROOT" and not any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i for c in verb.children)
    copulas = (c for c in verb.children if c.i > verb.i and c.lemma_ == "be" and c.dep_ in {"aux", "auxpass"})
    return next(copulas, None) if opens else None


def _of_nothing(verb: Token) -> bool:
    """ "Imposed *no tariffs*", but not "lost *no time* in imposing them"."""
    for noun in verb.children:
        if noun.dep_ == "dobj" and noun.lower_ == "nothing":
            return True  # "offers *nothing*"
        if noun.dep_ == "dobj" and any(word.lower_ == "no" and word.dep_ in {"det", "neg"} for word in noun.children):
            return noun.lemma_.lower() not in effects.lexicon(verb.doc).unaffected
    return False


def _modal(verb: Token, modal: str) -> Assertion:
    if modal in {"should", "must", "ought"}:
        return Assertion("proposed", "deontic")
    if modal == "would":
        proposes = verb.lemma_ in effects.lexicon(verb.doc).wishing
        return Assertion("proposed" if proposes else "planned", "would")
    if modal == "can" or verb.lemma_ in effects.lexicon(verb.doc).consequences or not _agent(verb):
        return Assertion(None, "possibility")
    return Assertion("proposed", modal)


def _agent(verb: Token) -> bool:
    """Whether the verb's subject is somebody who may deliberate: a name or a pronoun for people."""
    subjects = [child for child in first_conjunct(verb).children if child.dep_ in {"nsubj", "nsubjpass"}]
    return any(
        word.pos_ in {"PROPN"} or word.lower_ in {"he", "she", "they", "we", "i", "who"} or word.ent_type_
        for subject in subjects
        for word in (subject, *subject.children)
    )


def _looks_ahead(verb: Token) -> bool:
    words = effects.lexicon(verb.doc).ahead
    times = [child for child in verb.children if child.dep_ in {"npadvmod", "advmod"} and child.i > verb.i]
    return any(word.lower_ in words for time in times for word in time.subtree)


def _present(verb: Token) -> Assertion:
    words, lemma = effects.lexicon(verb.doc), verb.lemma_.lower()
    if lemma in words.states or lemma == "do":
        return Assertion("ongoing", "state")
    if lemma in words.acts or verb.sent[-1].text.isalnum():
        return Assertion("occurred", "present act")
    return Assertion("ongoing", "present")
