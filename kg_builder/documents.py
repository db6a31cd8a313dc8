"""Mends of what a document says: in "vetoed a *resolution* on Tuesday *demanding* a truce" the resolution demands."""

from kg_builder import effects
from kg_builder.parse_words import lexicon
from kg_builder.tokens import Token


def mend(token: Token) -> None:
    """Corrects the token in place, if it says what a document does; needs ``doc._.mention_at``."""
    if token.dep_ == "advcl" and token.lower_ != "following":
        _what_document_says(token)
    elif token.dep_ == "acl" and token.tag_ == "VBG":
        _letter_that_says(token)
    elif token.dep_ == "ccomp" and token.tag_ == "VBG":
        _document_that_does(token)
    elif token.lower_ == "pursuant":
        _pursuant(token)


def _document_that_does(participle: Token) -> None:
    """ "Signed *an order declaring* an emergency": the document is signed, and its participle says what it does."""
    verb = participle.head
    document = next((c for c in participle.children if c.dep_ == "nsubj" and c.i == participle.i - 1), None)
    issued = verb.lemma_ in lexicon(verb.doc).issuing
    if document is None or not issued or any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children):
        return
    if document.pos_ not in {"NOUN", "PROPN"} or any(c.dep_ in {"aux", "mark"} for c in participle.children):
        return
    if document.i in document.doc._.mention_at:  # "announced *Peru* joining"
        return
    document.hang(verb, "dobj")
    participle.hang(document, "acl")


def _what_document_says(participle: Token) -> None:
    """ "Vetoed *a resolution* on Tuesday *demanding* a truce": it is the resolution that demands."""
    known = lexicon(participle.doc).documents
    documents = [c for c in participle.head.children if c.dep_ in {"dobj", "nsubjpass"} and c.lemma_ in known]
    if participle.tag_ != "VBG" or not documents or documents[0].i > participle.i:
        return
    between = participle.doc[documents[0].i + 1 : participle.i]
    if all(t.ent_type_ == "DATE" or t.lower_ in {"on", "last", "this"} for t in between):
        participle.hang(documents[0], "acl")


def _letter_that_says(participle: Token) -> None:
    """ "Sent *a letter to Peru accusing* it of theft": the letter does, and not whom it is to."""
    words, ours = effects.lexicon(participle.doc), lexicon(participle.doc)
    addressee = participle.head
    to = addressee.head
    says = participle.lemma_ in words.acts | words.reports | ours.addressing
    if addressee.dep_ != "pobj" or to.lower_ != "to" or not says:
        return
    sent = [to.head, *(c for c in to.head.children if c.dep_ == "dobj")]
    letter = next((t for t in sent if t.lemma_ in ours.letters and t.i < to.i), None)
    if letter is not None:
        participle.hang(letter, "acl")


def _pursuant(word: Token) -> None:
    """ "Signed a *proclamation pursuant* to the act": no noun that the proclamation belongs to."""
    document = next((c for c in word.children if c.dep_ == "compound" and c.i == word.i - 1), None)
    if document is None or word.dep_ == "ROOT":
        return
    document.hang(word.head, word.dep_)
    for child in [c for c in word.children if c.i < document.i]:
        child.hang(document, child.dep_)
    word.hang(document, "prep")
    word.pos_, word.tag_ = "ADP", "IN"
