"""Mends what the parser gets wrong again and again in news and statements; each mend is one way of writing.

"Doe spoke *with Roe to discuss* trade" is read as a clause "with Roe discussing"; "- *Expressed* concern", a line of a
list, as a noun with its participle; "Peru *pledges to* build" as a noun, the pledges of Peru. Only links and tags of
the tokens at hand are changed.
"""

import re

from kg_builder import courtesies, documents, effects, headlines, sayings
from kg_builder.parse_words import lexicon
from kg_builder.tokens import Doc, Token

_DOUBLED = re.compile(r"(?:tt|pp|rr|nn|gg|mm)$")
_NOMINAL = {"amod", "compound"}
_CLAUSAL = {"ROOT", "ccomp", "relcl", "advcl", "conj"}
#: What makes a verb more than the continuation of an infinitive.
_OWN = {"aux", "auxpass", "nsubj", "nsubjpass", "expl"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_INFINITIVES = {"xcomp", "advcl", "acl", "relcl", "ccomp"}


def mend(doc: Doc) -> Doc:
    """The Doc with its misread tokens corrected in place; needs ``doc._.mention_at``."""
    for sentence in doc.sents:
        first = next((token for token in sentence if token.text.isalpha()), None)
        if first is not None:
            _under_secretary(first)
            _opening_participle(first)
            _opening_meeting(first)
    for token in doc:
        courtesies.mend(token)
        headlines.mend(token)
        documents.mend(token)
        if token.lower_ == "shell" and token.pos_ == "VERB":
            _shell(token)
        if token.dep_ in _SUBJECTS and token.head.dep_ in {"aux", "auxpass"}:
            token.hang(token.head.head, token.dep_)  # "*Peru* is today banning fish"
        if token.dep_ == "advcl" and token.lower_ != "following":
            _decision_taken(token)
            sayings.mend(token)
            _with_whom(token)
        elif token.dep_ == "pcomp" and token.tag_ == "VB":
            _with_whom(token)
        elif token.tag_ == "NNS" and token.dep_ == "ROOT":
            _verb_in_s(token)
            _verb_with_subject(token)
        elif token.tag_ == "VB" and token.dep_ == "ROOT":
            _states(token)
        elif token.pos_ == "NOUN" and token.dep_ in _CLAUSAL:
            _verb_with_subject(token)
        elif token.lower_ == "following" and token.dep_ in {"acl", "advcl"}:
            _following(token)
        elif token.pos_ == "VERB" and token.lower_.startswith(("co-", "re-")):
            token.lemma_ = token.lemma_[3:]  # "co-hosted" is hosted
        elif token.dep_ == "conj" and token.tag_ in {"VBD", "VBZ"}:
            sayings.mend(token)
            _given(token)
            _allied(token)
            _beside_finite(token)
        elif token.dep_ == "conj" and token.tag_ == "VB":
            _infinitive_goes_on(token)
        elif token.dep_ == "acl" and token.tag_ == "VBN":
            _contact_clause(token)
            _held(token)
            _resolved(token)
        elif token.dep_ == "amod" and token.tag_ == "VBN":
            _finite_before_noun(token)
        elif token.dep_ == "appos":
            _far_apposition(token)
        elif token.dep_ == "prep" and token.lower_ == "in":
            _part_in(token)
        elif token.dep_ == "ccomp" and token.tag_ == "VBP":
            _subjunctive(token)
    return doc


def _decision_taken(infinitive: Token) -> None:
    """ "The decision *taken by Peru to ban* fish": the decision is Peru's, and it is to ban fish."""
    participle = infinitive.head
    taken = participle.dep_ == "acl" and participle.tag_ == "VBN" and participle.lemma_ in {"take", "make"}
    if infinitive.tag_ != "VB" or not taken or participle.head.lemma_ not in effects.lexicon(infinitive.doc).decisions:
        return
    infinitive.hang(participle.head, "acl")
    for agent in [c for c in participle.children if c.dep_ == "agent"]:
        agent.hang(participle.head, "prep")


def _part_in(preposition: Token) -> None:
    """ "Thanked Peru for *its role in ending* the strike": it is Peru's role, and Peru that ended it."""
    part = preposition.doc[preposition.i - 1]
    beside = part.dep_ == "pobj" and part.head.head is preposition.head and part.head.lower_ in {"for", "over"}
    owned = any(c.dep_ == "poss" for c in part.children)
    if beside and owned and any(c.dep_ == "pcomp" for c in preposition.children):
        preposition.hang(part, "prep")


def _given(verb: Token) -> None:
    """ "Was summoned and *handed* a note": it was given to who was summoned."""
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    parts = {c.dep_ for c in verb.children}
    passed_on = any(c.dep_ == "prep" and c.lower_ in {"to", "over"} for c in verb.children)
    passed_on = passed_on or bool(parts & {"prt", "dative", *_OWN})
    if passive and verb.tag_ == "VBD" and verb.lemma_ in lexicon(verb.doc).giving and "dobj" in parts and not passed_on:
        verb.tag_ = "VBN"


def _shell(verb: Token) -> None:
    """ "Listed banks and *shell companies*": nobody shells them, they are shells."""
    firm = next((t for t in verb.doc[verb.i + 1 : verb.i + 2] if t.lemma_ in {"company", "firm", "corporation"}), None)
    if firm is None:
        return
    verb.pos_, verb.tag_ = "NOUN", "NN"
    if verb.head is not verb:
        firm.hang(verb.head, verb.dep_)
        for child in [c for c in verb.children if c is not firm]:
            child.hang(firm, child.dep_)
        verb.hang(firm, "compound")


def _with_whom(verb: Token) -> None:
    """ "Spoke *with Roe to discuss* trade": "with" is a preposition, and who spoke discusses."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    marks = [verb.head] if verb.dep_ == "pcomp" else [c for c in verb.children if c.dep_ == "mark"]
    if subject is not None and not marks and (start := subject.subtree[0].i):
        marks = [t for t in subject.doc[start - 1 : start] if t.dep_ == "prep" and not t.children]
    preposition = next((c for c in marks if c.lower_ in {"with", "to"}), None)
    if subject is None or preposition is None or verb.head.i > preposition.i or preposition.i > subject.i:
        return
    if verb.dep_ == "pcomp" and preposition.head.pos_ != "VERB":
        return
    if not any(c.tag_ == "TO" and c.i > subject.i for c in verb.children):
        return
    if verb.dep_ == "pcomp":
        verb.hang(preposition.head, "advcl")
    else:
        preposition.hang(verb.head, "prep")
    subject.hang(preposition, "pobj")


def _under_secretary(under: Token) -> None:
    """ "*Under Secretary Doe* hosted them" is no act under a secretary; "*under Secretary Doe's lead*, they met" is."""
    name = under.doc[min(under.i + 1, len(under.doc) - 1)]
    if under.lower_ != "under" or under.pos_ != "ADP" or name.lower_ not in {"secretary", "secretaries"}:
        return
    office, verb = name, under.head
    while name.dep_ in _NOMINAL | {"nmod"} and name.head.i > name.i:
        name = name.head
    if name.dep_ == "poss" or verb.pos_ not in {"VERB", "AUX"}:
        return
    if name.head is under:
        name.hang(verb, "nsubj")
    under.hang(office, "compound")
    under.tag_, under.pos_ = "NNP", "PROPN"


def _beside_finite(verb: Token) -> None:
    """ "Thanks Peru for *helping* and *praises* Chad": a verb with a tense goes on with one that has a tense."""
    helped = any(c.dep_ in _SUBJECTS | {"aux", "auxpass"} for c in (*verb.children, *verb.head.children))
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or verb.head.tag_ not in {"VBG", "VB"} or helped:
        return
    for above in verb.head.ancestors:
        if above.tag_ in {"VBD", "VBZ", "VBP"} and above.pos_ == "VERB":
            if above.tag_ == verb.tag_:
                verb.hang(above, "conj")
            return


def _allied(word: Token) -> None:
    """ "Urged Oslo and *allied groups* to disarm": nobody allied the groups, they are urged too."""
    verb = word.head
    groups = next((c for c in word.children if c.dep_ == "dobj" and c.i > word.i), None)
    urged = next((c for c in verb.children if c.dep_ == "dobj" and c.i < word.i), None)
    if word.lower_ != "allied" or groups is None or urged is None or verb.pos_ != "VERB":
        return
    for child in [c for c in word.children if c != groups]:
        child.hang(verb, child.dep_)
    groups.hang(urged, "conj")
    word.hang(groups, "amod")
    word.pos_, word.tag_ = "ADJ", "JJ"


def _infinitive_goes_on(verb: Token) -> None:
    """ "Has committed to cut duties and *suspend* quotas": a bare infinitive goes on with the one before it."""
    finite = verb.head
    if finite.tag_ not in {"VBD", "VBN", "VBZ"} or any(c.dep_ in _OWN for c in verb.children):
        return
    before = [t for t in verb.doc[finite.i + 1 : verb.i] if t.tag_ == "VB" and finite in t.ancestors]
    infinitives = [t for t in before if t.dep_ in _INFINITIVES and any(c.tag_ == "TO" for c in t.children)]
    if infinitives:
        verb.hang(infinitives[0], "conj")


def _far_apposition(token: Token) -> None:
    """ "Peru will aid some industries, *particularly those* that make chips": never of the subject before the verb."""
    subject, first = token.head, next(iter(token.subtree))
    if subject.dep_ not in {"nsubj", "nsubjpass"} or not subject.i < subject.head.i < first.i:
        return
    before = token.doc[first.i - 2]
    if token.doc[first.i - 1].text == "," and before.pos_ in {"NOUN", "PROPN"}:
        token.hang(before, "appos")


def _contact_clause(verb: Token) -> None:
    """ "The duties *Mr Doe imposed* on steel": neither an apposition nor a participle, but who imposed them."""
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    name = own or verb.head
    around = name.head  # the noun, or the verb that the parser gave to the name
    noun = verb.head if own else around if name.dep_ == "appos" else around.head
    if any(c.dep_ in {"agent", "auxpass", "dobj"} for c in verb.children) or not _acts_upon(name, noun):
        return
    inside = {*name.subtree} - {*verb.subtree} if own is None else {*name.subtree}
    between = verb.doc[noun.i + 1 : verb.i]
    if any(t.is_punct or t.dep_ == "case" or (t not in inside and t.pos_ not in {"ADV", "AUX"}) for t in between):
        return  # "the duties, Doe warned, ..."
    if own is None and name.dep_ in _SUBJECTS and around.dep_ == "relcl" and noun.dep_ == "ROOT":
        _raise(around, noun, name.dep_)  # "duties Peru imposed *were* lifted"
    elif own is None and name.dep_ != "appos":
        return
    if own is None:
        verb.hang(noun, "relcl")
        name.hang(verb, "nsubj")
    verb.dep_, verb.tag_ = "relcl", "VBD"


def _acts_upon(name: Token, noun: Token) -> bool:
    """A state, a body, a person with a title, right behind a noun; "the firm *Doe* sanctioned" is what it is called."""
    if noun.pos_ != "NOUN" or not noun.i < name.i:
        return False
    mention = name.doc._.mention_at.get(name.i)
    kind = mention.entity.kind if mention is not None else "good"
    titled = any(c.dep_ == "compound" and c.lower_.strip(".") in lexicon(name.doc).titles for c in name.children)
    return titled or kind == "state" or (kind == "organization" and noun.tag_ == "NNS")


def _raise(verb: Token, noun: Token, dep: str) -> None:
    """The verb of a clause behind the noun becomes that of the sentence, with the noun for its subject."""
    noun.children.remove(verb)
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, dep
    verb.children.append(noun)
    for child in [c for c in noun.children if c.dep_ == "punct" and c.i > verb.i]:
        child.hang(verb, "punct")
    verb.children.sort(key=lambda child: child.i)
    verb.forget_subtrees()


def _states(verb: Token) -> None:
    """ "Chad and Peru *recognize* the need": no infinitive, for it has a subject and nothing that makes it bare."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.i < verb.i and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        verb.tag_ = "VBP"


def _subjunctive(verb: Token) -> None:
    """ "Demanded that Peru *lift* its ban": what one Peru would do, not what it does."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    demanded = verb.head.lemma_ in lexicon(verb.doc).demanding
    if subject is None or not demanded or any(c.dep_ in {"aux", "cc"} for c in verb.children):
        return
    if subject.tag_ in {"NN", "NNP"} and not any(c.dep_ == "conj" for c in subject.children):
        verb.tag_ = "VB"


def _finite_before_noun(verb: Token) -> None:
    """ "In May, *Lima has imposed* quotas": what has a subject and an auxiliary does not modify its object."""
    noun = verb.head
    dependents = {c.dep_ for c in verb.children}
    if noun.dep_ != "ROOT" or verb.i > noun.i or not ("aux" in dependents and "nsubj" in dependents):
        return
    noun.children.remove(verb)
    verb.head, verb.dep_ = verb, "ROOT"
    for child in [c for c in noun.children if c.i < verb.i or c.dep_ == "punct"]:
        child.hang(verb, child.dep_)
    noun.hang(verb, "dobj")


def _held(participle: Token) -> None:
    """ "The dialogue on human rights *held in May*": what is held is the occasion, not its topic."""
    words = effects.lexicon(participle.doc)
    if participle.lemma_ not in words.hold | lexicon(participle.doc).scheduling:
        return
    noun = participle.head
    while noun.lemma_.lower() not in words.occasions:
        if noun.dep_ != "pobj" or noun.head.dep_ != "prep" or noun.head.head.pos_ not in {"NOUN", "PROPN"}:
            return
        noun = noun.head.head
    if noun is not participle.head:
        participle.hang(noun, "acl")


def _resolved(participle: Token) -> None:
    """ "The three NSAs *resolved to act.*": nobody is resolved to do something, these did resolve it."""
    noun = participle.head
    aims = any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in participle.children)
    resolved = participle.lemma_ in lexicon(participle.doc).resolving and aims
    if noun.dep_ != "ROOT" or noun.pos_ not in {"NOUN", "PROPN"} or not resolved:
        return
    if noun.sent.text.rstrip().endswith("."):
        _raise(participle, noun, "nsubj")
        participle.tag_ = "VBD"


def _verb_with_subject(noun: Token) -> None:
    """ "The members of the council *urge* the minister": what has a subject and an object is no noun, but a verb.

    So is what has an auxiliary: "lawmakers will on Thursday *vote* on it".
    """
    before = [c for c in noun.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < noun.i]
    if before and any(c.dep_ == "aux" and c.tag_ == "MD" and c.i < noun.i for c in noun.children):
        noun.pos_, noun.tag_ = "VERB", "VB"
        return
    behind = [c for c in noun.children if c.dep_ in {"dobj", "ccomp", "xcomp"} and c.i > noun.i]
    if before and behind and not any(c.dep_ in {"det", "amod", "poss", "cop"} for c in noun.children):
        noun.pos_, noun.tag_ = "VERB", "VBZ" if noun.tag_ == "NNS" else "VBP"


def _following(participle: Token) -> None:
    """ "A briefing *following* talks": a preposition, as "after" is."""
    event = next((c for c in participle.children if c.dep_ == "dobj"), None)
    if event is not None and len(participle.children) == 1:
        event.dep_, participle.dep_, participle.pos_ = "pobj", "prep", "ADP"


def _opening_participle(first: Token) -> None:
    """ "- *Expressed* concern": a line of a list opens with its verb."""
    noun = first.head
    capital = first.text[:1].isupper() and first.lower_.endswith("ed") and len(first) > 4
    if not capital or not _opens_paragraph(first):
        return
    if first.dep_ in _NOMINAL and noun.dep_ == "ROOT" and noun.pos_ in {"NOUN", "PROPN"}:
        if any(c.dep_ in {"nsubj", "nsubjpass"} or c.i < first.i for c in noun.children):
            return
        noun.children.remove(first)
        first.head, first.dep_ = first, "ROOT"
        _hang_root(noun, first)
    elif first.dep_ == "ROOT" and first.tag_ == "JJ":  # "- *Committed* to cut duties"
        infinitive = next(
            (c for c in first.children if c.tag_ == "VB" and any(t.tag_ == "TO" for t in c.children)), None
        )
        if infinitive is None:
            return
        infinitive.dep_ = "xcomp"
    elif not (first.dep_ == "ROOT" and first.tag_ == "NNP" and any(c.dep_ == "dobj" for c in first.children)):
        return
    stem = first.lower_.removesuffix("ed")
    first.lemma_ = stem[:-1] if _DOUBLED.search(stem) else stem
    first.tag_, first.pos_ = "VBD", "VERB"


def _opening_meeting(first: Token) -> None:
    """ "*Meeting in Oslo*, the ministers agreed": what they did meanwhile, where it has the place of a clause."""
    adverbial = first.dep_ in {"advcl", "dep", "npadvmod"} and first.head.i > first.i
    if first.text == "Meeting" and adverbial and any(c.dep_ == "prep" for c in first.children):
        first.pos_, first.tag_, first.lemma_, first.dep_ = "VERB", "VBG", "meet", "advcl"


def _hang_root(noun: Token, verb: Token) -> None:
    noun.head, noun.dep_ = verb, "dobj"
    verb.children.append(noun)
    for child in [c for c in noun.children if c.dep_ == "punct"]:
        child.hang(verb, "punct")
    verb.children.sort(key=lambda child: child.i)
    verb.forget_subtrees()


def _opens_paragraph(first: Token) -> bool:
    """Nothing but marks between the word and the end of the paragraph before; lists start so."""
    for i in range(first.i - 1, -1, -1):
        before = first.doc[i]
        if before.is_space and "\n" in before.text:
            return True
        if not (before.is_space or before.is_punct):
            return False
    return False


def _verb_in_s(noun: Token) -> None:
    """ "Peru *pledges to* build": behind a bare name, and before an infinitive, a plural is a verb."""
    name = noun.doc[noun.i - 1] if noun.i else noun
    mention = noun.doc._.mention_at.get(name.i)
    if mention is None or mention.entity.kind == "good" or mention.form == "demonym":
        return
    if name.head is not noun or name.dep_ == "poss":
        return
    infinitive = next((c for c in noun.children if c.dep_ in {"acl", "relcl", "xcomp"} and c.i > noun.i), None)
    if infinitive is None or not any(c.tag_ == "TO" for c in infinitive.children):
        return
    name.dep_, infinitive.dep_ = "nsubj", "xcomp"
    for child in [c for c in noun.children if c.i < name.i]:
        child.hang(name, child.dep_)
    noun.tag_, noun.pos_, noun.lemma_ = "VBZ", "VERB", noun.lower_.removesuffix("s")
