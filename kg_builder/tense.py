"""Tense, modality and polarity of one verb, read off its own auxiliaries.

A verb coordinated with another shares what it does not say itself: in "will meet and sign" both are future.
"""

from typing import Literal

from kg_builder.tokens import Token

Tense = Literal[
    "past", "pluperfect", "perfect", "present", "progressive", "past-progressive", "future", "modal", "infinitive",
    "bare", "participle", "gerund",
]  # fmt: skip
_FUTURE = {"will", "'ll", "ll", "shall", "wo", "sha"}
_MODALS = {"would", "'d", "could", "may", "might", "can", "ca", "should", "must", "ought"}
_NEVER = {"not", "n't", "never", "nor", "neither", "no", "hardly"}
_NOBODY = {"no", "neither", "none", "nobody", "nothing"}


def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries of the verb, those shared with the verb it is coordinated with included."""
    own = [child for child in verb.children if child.dep_ in {"aux", "auxpass"} and child.i < verb.i]
    if own or verb.dep_ != "conj" or _has_subject(verb):
        return own
    head = verb.head
    shares = verb.tag_ == "VB" or (verb.tag_ in {"VBN", "VBG"} and (head.tag_ == verb.tag_ or head.tag_ == "VBD"))
    return auxiliaries(head) if shares and head.pos_ in {"VERB", "AUX"} else own


def modal(verb: Token) -> str | None:
    """The modal auxiliary in its full form: ``would``, ``could``, ``may``, ``will``."""
    for aux in auxiliaries(verb):
        word = aux.lower_
        if word in _FUTURE:
            return "will"
        if word in _MODALS and not (word == "'d" and verb.tag_ == "VBN"):
            return {"'d": "would", "ca": "can"}.get(word, word)
    return None


def tense(verb: Token) -> Tense:
    """The tense that the verb's form and auxiliaries make; ``bare`` is an infinitive or imperative without any."""
    found = modal(verb)
    if found:
        return "future" if found == "will" else "modal"
    auxes = auxiliaries(verb)
    words = {aux.lower_ for aux in auxes}
    if "to" in words:
        return "infinitive"
    if words & {"did", "does", "do"}:
        return "past" if "did" in words else "present"
    if words & {"had"}:
        return "pluperfect"
    if words & {"has", "have", "'ve", "having", "'s"} and verb.tag_ != "VBG" and not _is_be(auxes):
        return "perfect"
    if words & {"has", "have", "'ve"} and "been" in words:
        return "progressive" if verb.tag_ == "VBG" else "perfect"
    return _simple(verb, words)


def _simple(verb: Token, words: set[str]) -> Tense:
    past_be, present_be = words & {"was", "were"}, words & {"is", "are", "am", "'s", "'re", "'m", "s"}
    if verb.tag_ == "VBG":
        if words & {"be", "been"} or present_be:
            return "progressive"
        return "past-progressive" if past_be else "gerund"
    if verb.tag_ in {"VBN", "VBD"} and (present_be or "being" in words):
        return "progressive" if "being" in words else "present"
    if verb.tag_ == "VBD" or past_be:
        return "past"
    if verb.tag_ == "VBN":
        return "participle"
    if verb.tag_ in {"VBZ", "VBP"}:
        return "present"
    return "bare"


def negated(verb: Token) -> bool:
    """Whether the verb is denied: "did not meet", "never met", "no longer meets", "no agreement was reached"."""
    if any(_denies(child) for child in verb.children):
        return True
    if any(aux.dep_ == "neg" for own in verb.children if own.dep_ == "aux" for aux in own.children):
        return True
    for subject in verb.children:
        if subject.dep_ in {"nsubj", "nsubjpass"} and (
            subject.lower_ in _NOBODY or any(child.lower_ in _NOBODY for child in subject.children)
        ):
            return True
    shared = verb.dep_ == "conj" and not _has_subject(verb) and verb.tag_ in {"VB", "VBN"}
    return shared and _joined_by_or(verb) and verb.head.pos_ in {"VERB", "AUX"} and negated(verb.head)


def _denies(child: Token) -> bool:
    if child.dep_ == "neg" or (child.lower_ == "never" and child.dep_ == "advmod"):
        following = child.nbor().lower_ if child.i + 1 < len(child.doc) else ""
        return child.lower_ in _NEVER and following not in {"only", "just", "merely", "least"}
    if child.lower_ == "longer":
        return any(grand.lower_ in {"no", "not"} for grand in child.children)
    return child.lower_ == "neither" and child.dep_ in {"preconj", "cc"}


def _joined_by_or(verb: Token) -> bool:
    return any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in verb.head.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children)


def _is_be(auxes: list[Token]) -> bool:
    return any(aux.lemma_ == "be" and aux.lower_ != "been" for aux in auxes)
