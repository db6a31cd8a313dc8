"""Mends what the parser gets wrong in headlines, which leave out articles: "Peru *mulls ban* on fish"."""

from kg_builder.parse_words import lexicon
from kg_builder.tokens import Token

_FINITE = {"VBZ", "VBP", "VBD"}
_OWN = {"aux", "auxpass", "nsubj", "nsubjpass", "dobj", "mark", "xcomp", "ccomp", "attr", "acomp"}


def mend(token: Token) -> None:
    """Corrects the token in place, if it stands in such a headline; needs ``doc._.mention_at``."""
    if token.dep_ in {"xcomp", "ccomp"}:
        _bare_object(token)
    elif token.dep_ == "compound" and token.lower_ in lexicon(token.doc).third_persons:
        _verb_between(token)


def _bare_object(noun: Token) -> None:
    """ "Mulls *ban* on fish": without a subject, an object and "to" of its own, it is what is mulled."""
    verb = noun.head
    bare = noun.tag_ in {"VB", "VBP", "NN", "NNS"} and not any(c.dep_ in _OWN for c in noun.children)
    if not bare or verb.tag_ not in _FINITE or verb.lemma_ in lexicon(noun.doc).before_bare or noun.i != verb.i + 1:
        return
    if any(c.dep_ == "dobj" for c in verb.children) or not any(c.dep_ == "prep" for c in noun.children):
        return
    noun.dep_, noun.pos_ = "dobj", "NOUN"
    noun.tag_ = "NNS" if noun.tag_ == "NNS" else "NN"


def _verb_between(verb: Token) -> None:
    """ "Peru *eyes* curbs on fish", read as one noun: behind the bare name that opens the sentence stands its verb."""
    name, noun = verb.doc[verb.i - 1] if verb.i else verb, verb.head
    mention = verb.doc._.mention_at.get(name.i)
    if mention is None or mention.entity.kind == "good" or mention.form == "demonym":
        return
    if name.head not in {verb, noun} or noun.dep_ != "ROOT" or noun.i < verb.i or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    if any(t.is_alpha and verb.doc._.mention_at.get(t.i) is not mention for t in verb.doc[verb.sent.start : name.i]):
        return
    noun.children.remove(verb)
    if name.head is noun:
        noun.children.remove(name)
        verb.children.append(name)
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBZ", "VERB"
    verb.lemma_ = verb.lower_.removesuffix("s")
    name.head, name.dep_ = verb, "nsubj"
    noun.head, noun.dep_ = verb, "dobj"
    verb.children.append(noun)
    verb.children.sort(key=lambda child: child.i)
    verb.forget_subtrees()
