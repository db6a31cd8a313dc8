"""Which acts are a speaker's own, told along with what he says: the parser hangs them on what is said."""

from kg_builder.parse_words import lexicon
from kg_builder.tokens import Token

_SUBJECTS = {"nsubj", "nsubjpass"}


def mend(verb: Token) -> None:
    """A participle, or a verb joined by "and", behind what somebody says."""
    if verb.dep_ == "advcl":
        _said_while(verb)
        _said_along(verb)
    else:
        _said_besides(verb)


def _said_along(participle: Token) -> None:
    """ "Oslo dumps steel, *Lima said, calling* it illegal": what is said along with it is of who says it."""
    before = participle.doc[max(0, participle.i - 2)]
    says = before.lemma_ in lexicon(before.doc).saying
    inserted = before.dep_ == "parataxis" and before.head is participle.head and says
    if participle.tag_ == "VBG" and inserted and participle.doc[participle.i - 1].text == ",":
        participle.hang(before, "advcl")


def _said_while(participle: Token) -> None:
    """ "*Says* it will act, *while urging* Peru to wait": who says so urges."""
    said, saying, words = participle.head, participle.head.head, lexicon(participle.doc)
    marked = any(c.lower_ == "while" for c in participle.children)
    told = said.dep_ == "ccomp" and saying.lemma_ in words.saying and saying.i < said.i < participle.i
    if told and marked and participle.tag_ == "VBG" and participle.lemma_ in words.spoken | words.saying:
        participle.hang(saying, "advcl")


def _said_besides(verb: Token) -> None:
    """ "Said prices will rise and *blamed* Peru": in another tense than what is said, it is what the speaker did.

    So is what one does in words, "said the duties broke the rules and *urged* Peru to act", unless who is spoken of
    has a voice; behind "*had* broken the rules" even then.
    """
    said, saying = verb.head, verb.head.head
    says = saying.lemma_ in lexicon(verb.doc).saying | {"deny"}
    if verb.tag_ != "VBD" or said.dep_ != "ccomp" or not says or saying.tag_ != "VBD":
        return
    auxes = {c.tag_ for c in said.children if c.dep_ in {"aux", "auxpass"}}
    past = said.tag_ == "VBD" or (said.tag_ in {"VBN", "VBG"} and not auxes & {"MD", "VBZ", "VBP"})
    subjects = [c for c in said.children if c.dep_ in _SUBJECTS]
    voiced = any(c.ent_type_ == "PERSON" or c.pos_ == "PROPN" for c in subjects)
    before = said.tag_ == "VBN" and any(c.lower_ == "had" and c.dep_ == "aux" for c in said.children)
    spoken = verb.lemma_ in lexicon(verb.doc).spoken and (before or not voiced)
    if (not past or spoken) and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb.hang(saying, "conj")
