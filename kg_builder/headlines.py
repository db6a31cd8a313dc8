"""Mends what the parser gets wrong in headlines, which leave out articles: "Peru *mulls ban* on fish"."""

from kg_builder.parse_words import lexicon
from kg_builder.tokens import Token

_FINITE = {"VBZ", "VBP", "VBD"}
#: What stands behind a passive: its reason, its agent, what somebody is told to do.
_BEHIND_PASSIVE = {"for", "of", "over", "by", "with", "to", "after", "amid"}
_OWN = {"aux", "auxpass", "nsubj", "nsubjpass", "dobj", "mark", "xcomp", "ccomp", "attr", "acomp"}


def mend(token: Token) -> None:
    """Corrects the token in place, if it stands in such a headline; needs ``doc._.mention_at``."""
    if token.tag_ in {"VBD", "VBN"} and token.lemma_ in lexicon(token.doc).transitive:
        _passive(token)
    if token.dep_ in {"xcomp", "ccomp"}:
        _bare_object(token)
    elif token.dep_ == "compound" and token.lower_ in lexicon(token.doc).third_persons:
        _verb_between(token)


def _passive(verb: Token) -> None:
    """ "Peru *accused of* dumping", "Peru *urged to* lift its ban": right behind its subject, without an object, a verb
    that takes one is a passive that lost its auxiliary. So is "China, *criticised for* its raid, left"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    if subject is None or subject.pos_ == "PRON" or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return
    asked = verb.lemma_ in lexicon(verb.doc).asking  # "urged for talks" is poor English for "urged talks"
    follows = _BEHIND_PASSIVE - {"for"} if asked else _BEHIND_PASSIVE
    if not any(t.lower_ in follows and t.head.i in {verb.i, t.i + 1} for t in behind):
        return
    particle = next((c for c in verb.children if c.dep_ == "prt"), None)
    things = [c for c in verb.children if c.dep_ in {"dobj", "dative", "ccomp"}]
    if particle is not None and len(things) == 1:
        particle.dep_ = "prep"
        things.pop().hang(particle, "pobj")  # "sanctioned *over* abuses"
    if things or subject.i not in {verb.i - 1, verb.i - 2}:
        return
    further = next((c for c in verb.children if c.dep_ == "conj" and c.tag_ in {"VBD", "VBZ"}), None)
    joined = any(c.dep_ == "cc" for c in verb.children)
    verb.tag_, subject.dep_ = "VBN", "nsubjpass"
    for agent in (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "by"):
        agent.dep_ = "agent"
    if verb.doc[verb.i - 1].text == "," and further is not None and not joined and verb.dep_ == "ROOT":
        _make_root(further, verb, subject)


def _make_root(verb: Token, participle: Token, subject: Token) -> None:
    """What stood as another verb of the participle is that of the sentence, and the participle part of its subject."""
    participle.children.remove(verb)
    verb.head, verb.dep_ = verb, "ROOT"
    subject.hang(verb, "nsubj")
    participle.head = verb  # no root any more: ``hang`` takes it off the verb again
    verb.children.append(participle)
    participle.hang(subject, "acl")


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
