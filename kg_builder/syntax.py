"""Who did what to whom: grammatical functions read off spaCy's dependency parse.

Functions return heads of noun phrases in text order. Labels are those of spaCy's English pipelines (ClearNLP style:
nsubj, nsubjpass, agent, dobj, dative, prep/pobj, poss, relcl, acl, xcomp, conj ...). Logical roles are given, not
surface ones: the subject of a passive is its object, the ``by`` phrase its subject.
"""

from collections.abc import Iterator

from kg_builder.parse_words import lexicon
from kg_builder.tokens import Token

_SUBJECTS = {"nsubj", "csubj"}
_PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
_PASSIVE = _PASSIVE_SUBJECTS | {"auxpass"}
_OBJECTS = {"dobj", "obj", "attr", "oprd"}
_COMPLEMENTS = {"xcomp", "ccomp", "pcomp", "advcl"}
#: Prepositions of a gerund that the object of their verb does.
_OF_OBJECT = {"for", "of", "from", "against", "into"}
_COPULAS = {"be", "remain", "stay", "become", "seem"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
#: Words that make another verb of the one before them.
_PARTICLES = {"out", "off", "up", "down", "back", "over", "away", "aside", "apart", "behind", "by"}
_SOURCES = {"according"}  # what follows says who says so, no role of the act
_RELATIVE = {"that", "which", "who", "whom", "whose"}

#: Plurals that the model takes for those of other words: "taxis", "dos".
_LEMMAS = {"taxes": "tax", "doses": "dose"}


def lemma(token: Token) -> str:
    """Lower case; a plural proper noun ("Consultations"), which spaCy leaves as it is, loses its ending."""
    form = _LEMMAS.get(token.lower_) or token.lemma_.lower()
    if token.tag_ == "NNPS" or (
        token.pos_ == "PROPN" and len(form) > 4 and form.endswith("s") and not form.endswith("ss")
    ):
        return form.removesuffix("s")
    return form


def is_plural(noun: Token) -> bool:
    """Also of a proper noun that is tagged as a singular ("Foreign Ministers")."""
    return noun.tag_ in {"NNS", "NNPS"} or (noun.pos_ == "PROPN" and lemma(noun) != noun.lower_)


def forms(token: Token) -> tuple[str, ...]:
    """The lemma; of a verb also with the final e that the model may have stripped off ("staged" is no "stag"), and
    with its particle ("call off")."""
    form = lemma(token)
    particles = [child.lower_ for child in token.children if child.lower_ in _PARTICLES and child.i > token.i]
    found = (form, *(f"{form} {particle}" for particle in particles))
    return (*found, f"{form}e") if token.tag_ in {"VBD", "VBN", "VBG"} and not form.endswith("e") else found


def conjuncts(token: Token) -> list[Token]:
    """The token with all that is coordinated with it, in text order; appositions that continue a list included.

    A list whose members share no conjunction ("Japan, South Korea, Taiwan") is often parsed as a chain of
    appositions; whoever resolves the phrase decides what an apposition adds.
    """
    others = token.conjuncts
    return sorted((token, *others), key=lambda member: member.i) if others else [token]


def is_passive(verb: Token) -> bool:
    """Whether the verb's surface subject is what the act is done to."""
    words = lexicon(verb.doc)
    if verb.lemma_ in words.felt:
        return False
    below = {child.dep_ for child in verb.children}
    if verb.lemma_ in words.stative and "agent" not in below:
        return False
    if below & _PASSIVE:
        return True
    # "was co-hosted by", "*signed by the presidents*, the pact ...": a participle with its agent
    if verb.tag_ == "VBN" and "agent" in below:
        return not below & _SUBJECTS
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not below & _SUBJECTS and "aux" not in below:
        return any(c.dep_ == "auxpass" for c in verb.head.children)  # "was summoned and *handed* a note"
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def subjects(verb: Token, *, depth: int = 0) -> list[Token]:
    """Heads of the phrases that name who does what the verb says.

    Follows relative clauses to the noun they modify, participles to theirs, bare infinitives to whoever controls
    them, and coordinated verbs to the subject that they share. Empty where the sentence does not say.
    """
    if depth > 6:
        return []
    if is_passive(verb):
        return [obj for child in verb.children if child.dep_ == "agent" for obj in _pobjs(child)]
    own = [child for child in verb.children if child.dep_ in _SUBJECTS | _PASSIVE_SUBJECTS]
    if own:
        return [noun for subject in own for noun in _antecedents(subject, verb)]
    if verb.dep_ == "relcl" and not _gap_is_object(verb):
        return [verb.head]
    mistagged = verb.dep_ == "ROOT" and verb.tag_ == "VBN" and not any(c.dep_ == "auxpass" for c in verb.children)
    if verb.tag_ in _FINITE or mistagged or any(c.tag_ in _FINITE for c in verb.children if c.dep_ == "aux"):
        left = _left_neighbour(verb)
        if left is not None:
            return [left]
    if verb.dep_ == "acl":
        return [verb.head] if verb.tag_ == "VBG" else _of_noun(verb.head, depth + 1)
    if verb.dep_ in {"acomp", "attr", "oprd"} and verb.head.lemma_ in _COPULAS:
        return subjects(verb.head, depth=depth + 1)
    if verb.dep_ == "conj":
        return _shared_subject(verb, depth + 1)
    if verb.dep_ in _COMPLEMENTS:
        return _controller(verb, depth + 1)
    return []


def _left_neighbour(verb: Token) -> Token | None:
    """The noun right before a finite verb that the parser left without subject: "with the States, *China* last year
    introduced". Only adverbs, auxiliaries and expressions of time may stand between."""
    for i in range(verb.i - 1, max(verb.sent.start - 1, verb.i - 8), -1):
        token = verb.doc[i]
        if token.ent_type_ in {"DATE", "TIME"} or token.pos_ in {"ADV", "AUX", "PART"} or token.dep_ in {"aux", "neg"}:
            continue
        if token.lower_ in {"on", "in", "at", "last", "this", "the"} and token.i + 1 < verb.i:
            following = verb.doc[i + 1]
            if following.ent_type_ in {"DATE", "TIME"}:
                continue
        if token.pos_ == "PROPN" or token.tag_ in {"PRP", "NNS", "NN"}:
            return token if token.dep_ in {"appos", "conj", "pobj", "dobj", "ROOT", "npadvmod", "dep", "nmod"} else None
        return None
    return None


def issuers(verb: Token) -> list[Token]:
    """Who issues the document whose participle the verb is: "*he* signed an order *prohibiting* exports"."""
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return issuers(verb.head)
    if verb.dep_ not in {"acl", "relcl"} or verb.head.pos_ not in {"NOUN", "PROPN"}:
        return []
    return _of_noun(verb.head, 0)


def objects(verb: Token) -> list[Token]:
    """Heads of the phrases that name what or whom the act is done to (direct or passive)."""
    if is_passive(verb):
        own = [child for child in verb.children if child.dep_ in _PASSIVE_SUBJECTS]
        if own:
            return [noun for subject in own for noun in _antecedents(subject, verb)]
        if verb.dep_ == "acl":
            return [verb.head]
        if verb.dep_ == "acomp":
            return [c for c in verb.head.children if c.dep_ in _SUBJECTS | _PASSIVE_SUBJECTS]
        if verb.dep_ == "conj" and is_passive(verb.head):
            return objects(verb.head)
        return [verb.head] if verb.dep_ == "relcl" else []
    found = [child for child in verb.children if child.dep_ in _OBJECTS or child.dep_ == "dative"]
    found = found or [t for child in verb.children if child.dep_ == "ccomp" for t in _so_called(child)]
    if found:
        return [noun for obj in found for noun in _antecedents(obj, verb)]
    if verb.dep_ == "relcl" and _gap_is_object(verb):
        return [verb.head]
    # "impose and enforce sanctions": the last of coordinated verbs carries the object of all.
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not is_passive(child):
            shared = [obj for obj in child.children if obj.dep_ in _OBJECTS]
            if shared and not any(c.dep_ in {"prep", "xcomp", "ccomp"} for c in verb.children):
                return shared
    return []


def after(token: Token, *prepositions: str) -> list[Token]:
    """Heads of the phrases behind any of the prepositions that hang on the token, in text order.

    A preposition may hang one deeper ("together with", "along with", "on behalf of" are not followed, "from ... to"
    is), or behind the token's own particle.
    """
    found = []
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative", "prt", "advmod"}:
            if child.lower_ in prepositions:
                found += _pobjs(child)
            # "to Doe and *to* Roe"
            found += [t for c in child.children if c.dep_ == "conj" and c.lower_ in prepositions for t in _pobjs(c)]
            for deeper in child.children if child.lower_ not in _SOURCES else ():
                if deeper.dep_ == "prep" and deeper.lower_ in prepositions and child.dep_ != "agent":
                    found += _pobjs(deeper)
        elif child.dep_ == "acl" and child.lower_ in prepositions:  # "talks involving ...": a participle as preposition
            found += [c for c in child.children if c.dep_ == "dobj"]
    return sorted(found, key=lambda noun: noun.i)


def modifiers(noun: Token) -> list[Token]:
    """Possessors, compounds, adjectives before a noun: "Japan" in "Japan's curbs", "Japanese" in "Japanese curbs"."""
    return [
        c
        for c in noun.children
        if c.dep_ in {"poss", "compound", "amod", "nmod", "npadvmod", "nummod"} and c.i < noun.i
    ]


def governing_verb(noun: Token) -> Token | None:
    """The verb whose object, subject or prepositional phrase the noun is; None within another noun's phrase."""
    head = noun
    while head.dep_ in {"conj", "appos"} and head.head != head:
        head = head.head
    if head.dep_ in {"dobj", "obj", "nsubj", "nsubjpass", "attr", "dative", "oprd"} and head.head.pos_ in {
        "VERB",
        "AUX",
    }:
        return head.head
    if head.dep_ == "pobj":
        preposition = head.head
        while preposition.dep_ == "prep" and preposition.head.dep_ in {
            "prep",
            "prt",
            "advmod",
        }:  # "pulled *out of* the deal"
            preposition = preposition.head
        if preposition.dep_ in {"prep", "agent", "prt", "advmod"} and preposition.head.pos_ in {"VERB", "AUX"}:
            return preposition.head
    return None


def complements(verb: Token) -> Iterator[Token]:
    """Verbs that are a verb's content: "agreed to *launch*", "said it *will restrict*", "committed to *building*"."""
    for child in verb.children:
        # "agreed in May *to act*"
        late = child.dep_ == "advcl" and child.i > verb.i and verb.lemma_ in lexicon(verb.doc).asking
        if child.dep_ in {"xcomp", "ccomp"} or (late and any(c.tag_ == "TO" for c in child.children)):
            yield child
            yield from (c for c in child.conjuncts if c.i > child.i)
        elif child.dep_ == "prep":
            yield from (c for c in child.children if c.dep_ == "pcomp")


def meanwhile(verb: Token) -> list[Token]:
    """Participles of what the subject does then: "*Speaking* in Oslo, she said", "envoys, *meeting* in Oslo, said"."""
    beside = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG"]
    subjects = (c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i)
    apart = (c for s in subjects for c in s.children if c.dep_ == "acl" and c.tag_ == "VBG")
    return beside + [c for c in apart if c.doc[c.i - 1].text == ","]


def is_further_act(verb: Token) -> bool:
    """ "Committed to a truce and *thanked Peru*": a coordinated verb behind what the first one governs has its own."""
    governed = any(c.dep_ in {"dobj", "prep", "xcomp", "ccomp"} and c.i < verb.i for c in verb.head.children)
    own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    aims = verb.tag_ == "VB" and any(c.dep_ == "xcomp" for c in verb.children)  # "would stop it and *try to buy*"
    return verb.dep_ == "conj" and (verb.tag_ in {"VBD", "VBZ", "VBP"} or aims) and governed and not own


def _pobjs(preposition: Token) -> list[Token]:
    found = []
    for child in preposition.children:
        if child.dep_ in {"pobj", "obj", "pcomp"} and child.pos_ not in {"VERB", "AUX"}:
            found.append(child)
        elif child.dep_ == "pcomp":
            found += _so_called(child)
    return found


def _so_called(verb: Token) -> list[Token]:
    """ "Over what it called *an incursion*", "what it said was *an incursion*": the noun that the speaker uses."""
    if verb.lemma_ not in lexicon(verb.doc).calling or not any(c.lower_ == "what" for c in verb.children):
        return []
    inner = [verb, *(c for c in verb.children if c.dep_ == "ccomp")]
    labels = [c for v in inner for c in v.children if c.dep_ in _OBJECTS and c.lower_ != "what"]
    return labels + [c for c in inner[1:] if c.pos_ in {"NOUN", "PROPN"}]


def _antecedents(noun: Token, verb: Token) -> list[Token]:
    """What a relative pronoun stands for; any other noun stands for itself."""
    if noun.lower_ in _RELATIVE and noun.tag_ in {"WDT", "WP", "WP$"} and verb.dep_ == "relcl":
        return [verb.head]
    if noun.lower_ in _RELATIVE and verb.dep_ == "conj" and verb.head.dep_ == "relcl":
        return [verb.head.head]
    return [noun]


def _gap_is_object(verb: Token) -> bool:
    """Whether a relative clause modifies its own object ("tariffs that he imposed"), not its subject."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    return subject is not None and subject.lower_ not in _RELATIVE


def _shared_subject(verb: Token, depth: int) -> list[Token]:
    first = verb.head
    if first.pos_ not in {"VERB", "AUX"}:
        return [first] if first.pos_ in {"PROPN", "NOUN"} and verb.tag_ in {"VBD", "VBZ"} else []
    if is_passive(first):
        return [c for c in first.children if c.dep_ in _PASSIVE_SUBJECTS]
    return subjects(first, depth=depth)


def _controller(verb: Token, depth: int) -> list[Token]:
    """Who is understood to do an infinitive or participle that has no subject of its own."""
    if depth > 6:
        return []
    head, words = verb.head, lexicon(verb.doc)
    if head.dep_ == "prep" and verb.dep_ == "pcomp":
        preposition, head = head, head.head
        hung = [c for c in preposition.children if c.dep_ == "pobj" and c.i < verb.i]
        if hung:
            return hung  # "following *the minister* imposing a ban"
        judged = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < preposition.i]
        of_object = preposition.lower_ in _OF_OBJECT or (preposition.lower_ == "on" and head.lemma_ in words.wishing)
        # "the deal commits *Rome* to lifting"; money is committed by somebody
        of_object = of_object or (head.lemma_ in words.binding and any(c.pos_ == "PROPN" for c in judged))
        if judged and of_object and head.pos_ == "VERB":
            return judged  # "accused *Rome* of hiding", "thanked *Oslo* for helping", "congratulated *Lima* on joining"
    if head.pos_ == "ADJ" and head.head.lemma_ in _COPULAS:  # "is ready to launch"
        return subjects(head.head, depth=depth + 1)
    if head.pos_ not in {"VERB", "AUX"}:
        return _of_noun(head, depth)
    late = verb.dep_ == "advcl" and head.lemma_ in words.calling_upon
    if (verb.dep_ in {"xcomp", "ccomp"} or late) and head.lemma_.lower() in words.object_control:
        controlled = [c for c in head.children if c.dep_ in {"dobj", "obj", "nsubjpass", "dative"}]
        controlled += after(head, "on", "upon", "to") if head.lemma_ in {"call", "appeal"} else []
        if controlled:
            return controlled
    if is_passive(head):
        return [c for c in head.children if c.dep_ in _PASSIVE_SUBJECTS]
    return subjects(head, depth=depth + 1)


def _is_of_somebody(noun: Token) -> bool:
    """ "The decision of *Chad*", "of *Chad's government*"."""
    named = [noun.doc._.mention_at.get(t.i) for t in (noun, *noun.children) if t == noun or t.dep_ in {"poss", "amod"}]
    return any(mention is not None and mention.entity.kind != "good" for mention in named)


def _of_noun(noun: Token, depth: int) -> list[Token]:
    """Who does the infinitive behind a noun: "Japan's plan to ...", "signed a pact to ...", "a deal of ... to ..."."""
    own = [c for c in noun.children if c.dep_ == "poss"] + after(noun, "between", "among", "by")
    own += [head for head in after(noun, "of") if _is_of_somebody(head)]
    if own and noun.lemma_ != "invitation":  # Roe's invitation to visit is for whoever accepts it
        return own
    verb = governing_verb(noun)
    if verb is None:
        return []
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return after(noun, "of", "from")
    words = lexicon(noun.doc)
    if verb.lemma_ in words.judging and noun.lemma_ in words.proposed:
        return []  # "criticised a proposal to expel Peru"
    return subjects(verb, depth=depth + 1)
