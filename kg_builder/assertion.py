"""What a text claims of an event: that it occurred, goes on, is planned, proposed, was refused, or nothing.

Read from grammar: the verb's own tense, modality and polarity (``tense``), then everything that governs it on the way
up, each word by its effect in ``data/lexicons/assertion.yaml``. An event told by a noun has the status of what is
said of the noun: "cancelled the summit", "a planned visit", "during their talks".
"""

from kg_builder import effects, nominals, own_clause, tense
from kg_builder.effects import Assertion, Effect, under
from kg_builder.tokens import Token

_DEPTH = 10  # governors followed upwards
_NOMINAL = {"dobj", "pobj", "nsubj", "nsubjpass", "compound", "attr", "poss", "dative"}
_WITHOUT = {"without", "instead", "rather"}
_AHEAD = {"before", "ahead", "until", "till", "prior", "pending", "toward", "towards"}
#: Words by which a text says that things went otherwise.
_ELSE = {"but", "however", "instead", "initially", "originally", "until"}
_AFTER = {"after", "following", "since", "once"}


def assertion(token: Token) -> Assertion:
    """What the text asserts of the event whose trigger, verb or noun, is ``token``."""
    return _read(token, 0)


def _read(token: Token, depth: int) -> Assertion:
    if depth > _DEPTH:
        return Assertion("occurred", "too deep")
    if depth == 0 and any(word.text == "?" for word in token.sent[-2:]):
        return Assertion(None, "question")
    if token.pos_ == "ADJ":
        return _read(token.head, depth + 1) if token.head != token else Assertion("ongoing", "state")
    if token.pos_ in {"VERB", "AUX"} and not (token.dep_ in _NOMINAL and token.tag_ != "VBG"):
        return _verb(token, depth)
    introduced = _introduced(token, depth) if token.head == token else None
    return introduced or nominals.read(token, lambda governor: _read(governor, depth + 1))


def _verb(verb: Token, depth: int) -> Assertion:
    link = own_clause.first_conjunct(verb)
    if own_clause.is_condition(verb) or (link != verb and own_clause.is_condition(link)):
        return Assertion(None, "conditional")
    return _governed(verb, link, own_clause.claimed(verb), depth)


def _governed(verb: Token, link: Token, own: Assertion, depth: int) -> Assertion:
    """``own`` as what governs ``link``, the verb's place in the sentence, leaves it."""
    if link != verb and own.reason == "nonfinite":
        return _read(link, depth + 1)
    dep, head = link.dep_, link.head
    if dep == "ROOT" or head == link:
        return _root(verb, own, depth)
    if dep == "pcomp" or (dep == "pobj" and link.tag_ == "VBG"):
        return _after_preposition(verb, head, own, depth)
    if dep == "relcl" and (tense.tense(link) == "infinitive" or any(c.dep_ == "mark" for c in link.children)):
        dep = "acl"  # "the allegation *that* Peru bribed Chad"
    if dep in {"xcomp", "ccomp", "acl", "oprd", "dobj", "dep"} or (dep == "advcl" and _complements(link)):
        return _complement(verb, link, own, depth)
    if dep == "advcl":
        return _adverbial(verb, link, own, depth)
    if dep in {"csubj", "csubjpass", "nsubj", "amod"}:
        above = _read(head, depth + 1)
        return above if own.reason == "nonfinite" and tense.tense(head) != "modal" else Assertion(None, "possibility")
    if dep == "relcl" and tense.tense(link) == "present" and head.lemma_.lower() in effects.lexicon(verb.doc).enacted:
        drafted = _read(head, depth + 1)  # "will issue a rule that *imposes* duties"
        return drafted if drafted.status in {"planned", "proposed"} else own
    return own if own.reason != "nonfinite" else _nonfinite(verb, Assertion("occurred", "participle"))


def _complements(verb: Token) -> bool:
    """An infinitive that the parser hung up as adverbial though the word above it asks for one."""
    head = verb.head
    told_to = head.lemma_ in effects.lexicon(verb.doc).commanding
    commanded = told_to and any(c.dep_ == "dobj" and head.i < c.i < verb.i for c in head.children)
    nearby = head.tag_ in {"VBN", "VBD", "JJ"} and (0 < verb.i - head.i <= 4 or commanded)
    return tense.tense(verb) == "infinitive" and nearby and effects.on_clause(head) in {"plan", "refuse", "fail"}


def _root(verb: Token, own: Assertion, depth: int) -> Assertion:
    if own.reason != "nonfinite":
        return own
    introduced = _introduced(verb, depth)
    if introduced:
        return introduced
    form = tense.tense(verb)
    if form == "participle":
        return Assertion("occurred", "headline")
    subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    if form == "gerund":
        return Assertion("ongoing" if subject else "planned", "headline" if subject else "list item")
    if form == "bare" and subject:
        return Assertion("ongoing", "present")
    return Assertion("planned", "headline" if form == "infinitive" else "list item")


def _introduced(verb: Token, depth: int) -> Assertion | None:
    """What the sentence that ends with a colon and introduces the list makes of its items: "They agreed to:"."""
    sentence = verb.sent
    for _ in range(15):
        if sentence.start == 0:
            return None
        sentence = verb.doc[sentence.start - 1].sent
        words = [word for word in sentence if not word.is_space]
        if not words:
            continue
        if words[-1].text == ":":
            return _of_items(sentence.root, depth)
        if words[-1].text in {".", "?", "!"} and tense.tense(sentence.root) not in {"bare", "gerund"}:
            return None
    return None


def _of_items(root: Token, depth: int) -> Assertion:
    last = next((t for t in reversed(list(root.subtree)) if t.pos_ == "VERB"), root)
    governor = last if effects.on_clause(last) else root
    effect = effects.on_clause(governor)
    above = _read(governor, depth + 1)
    return under(effect, above, Assertion(None, "nonfinite")) if effect else above


def _after_preposition(verb: Token, preposition: Token, own: Assertion, depth: int) -> Assertion:
    word, governor = preposition.lower_, preposition.head
    if {word, governor.lower_, *(child.lower_ for child in preposition.children)} & _WITHOUT:
        return Assertion("not-occurred", "without")
    if governor.pos_ in {"ADV", "ADP"}:  # "stopped short of"
        governor = governor.head
    if word == "including":  # "will lower barriers, including *exempting* firms": as the verb around
        while governor.pos_ not in {"VERB", "AUX"} and governor.head != governor:
            governor = governor.head
        return _read(governor, depth + 1)
    effect = effects.on_clause(governor, word if governor.pos_ in {"VERB", "AUX"} else None)
    above = _read(governor, depth + 1)
    if effect is not None and word not in {"by", "after", "before"}:
        return under(effect, above, own)
    if word == "against":
        return Assertion(None, "warned against")
    if word == "for" and governor.lemma_ in {"support", "backing"}:
        return Assertion("proposed", "supported")  # "support for Rome joining the pact"
    if word in {"for", "despite", "over"} or (word in _AFTER and above.status != "planned"):
        return Assertion("planned" if _of_what_is_ahead(verb) else "occurred", "presupposed")
    if word == "about":
        return Assertion("proposed", "talked about")
    return _beside(above)


def _of_what_is_ahead(verb: Token) -> bool:
    """ "Thanked them for hosting the *upcoming* meeting"."""
    nouns = [child for child in verb.children if child.dep_ == "dobj"]
    return any(word.lower_ in effects.lexicon(word.doc).ahead for noun in nouns for word in noun.children)


def _complement(verb: Token, link: Token, own: Assertion, depth: int) -> Assertion:
    head, form = link.head, tense.tense(link)
    if _is_unfounded(head):
        return Assertion(None, "no sign of it")
    above = _read(head, depth + 1)
    if form == "gerund" and (meant := _meant(head)):
        return under(meant, Assertion("occurred", "told"), own)
    if own.reason not in {"nonfinite", "negated"} or (own.reason == "negated" and form not in {"infinitive", "bare"}):
        return _finite(own, form, effects.on_clause(head), above)
    if head.lemma_ == "be" and form == "infinitive":
        denied = tense.negated(head) or tense.negated(link)
        return Assertion("not-occurred", "negated") if denied else Assertion("planned", "is to")
    if head.lemma_ == "have" and form == "infinitive" and head.pos_ != "NOUN":
        if any(child.lower_ == "yet" for child in head.children):
            return Assertion("not-occurred", "yet to")
        return above if tense.tense(head) == "past" else Assertion("proposed", "has to")
    if head.lemma_ == "go" and head.tag_ == "VBG" and form == "infinitive":
        return Assertion("not-occurred", "negated") if tense.negated(head) else Assertion("planned", "going to")
    if is_courtesy(link):
        return above if above.status == "not-occurred" else Assertion("occurred", "said so")
    effect = effects.on_clause(head)
    if link.dep_ in {"acl", "relcl"}:
        return _below_noun(verb, link, own, effect, above)
    if effect is not None:
        return _given_up(head) or _taken_up(head) or under(effect, above, own)
    if form == "infinitive" and not _is_way(head, link):
        return Assertion(None, "purpose")
    return above


def _meant(verb: Token) -> Effect | None:
    """ "Its *goals include* lifting the ban", "their *demand is* ending it": what is meant, not what is done."""
    words = effects.lexicon(verb.doc)
    if verb.lemma_ not in words.comprising:
        return None
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() not in words.decisions]
    meant = (effects.on_clause(c) for c in subjects if c.pos_ == "NOUN")
    return next((effect for effect in meant if effect in {"plan", "propose", "fear"}), None)


def is_courtesy(verb: Token) -> bool:
    """ "I would like *to thank* Peru", "we want *to express* our support": done in saying so."""
    words = effects.lexicon(verb.doc)
    wished = verb.dep_ == "xcomp" and verb.head.lemma_ in words.wanting and verb.head.tag_ != "VBD"
    return wished and verb.tag_ == "VB" and verb.lemma_ in words.courtesies


def _is_unfounded(head: Token) -> bool:
    """ "There is *no sign* that it is ready", "had *no information to suggest* that"."""
    told = [head, *(c for c in head.children if c.dep_ in {"attr", "nsubj", "dobj"})]
    told += [head.head] if head.dep_ in {"acl", "relcl"} else []
    signs = [t for t in told if t.lemma_ in effects.lexicon(head.doc).signs]
    return any(c.lower_ in {"no", "little", "any"} for t in signs for c in t.children if c.dep_ in {"det", "amod"})


def _finite(own: Assertion, form: str, effect: Effect | None, above: Assertion) -> Assertion:
    """A clause with a tense of its own below a verb of saying, hoping, fearing."""
    if above.status is None and above.reason in {"conditional", "question"}:
        return above
    if effect == "fear":
        return Assertion(None, "feared")
    if effect == "deny" and above.is_fact:
        return Assertion("not-occurred", "denied")
    if above.reason == "negated":
        return Assertion(None, "not said")
    if effect in {"propose", "try"} and form in {"future", "modal", "bare"} and own.status != "not-occurred":
        return Assertion("proposed", "proposed")
    return own


def _below_noun(verb: Token, link: Token, own: Assertion, effect: Effect | None, above: Assertion) -> Assertion:
    noun, form = link.head, tense.tense(link)
    if form == "participle":
        return Assertion("occurred", "participle") if own.status is None else own
    if form == "gerund":
        return _beside(above)
    if any(child.lower_ in effects.lexicon(noun.doc).first for child in noun.children) or _is_way(noun.head, link):
        return above
    if (effect or "plan") == "plan" and noun.lemma_ in effects.lexicon(verb.doc).decisions and _is_known(noun):
        return Assertion("occurred", "decided")
    if effect == "try" and _is_made(noun) and above.status != "not-occurred":
        return Assertion("ongoing", "efforts")
    if effect is not None:
        return _taken_up(noun) or under(effect, above, own)
    if noun.head.lower_ == "in" and noun.lemma_ in effects.lexicon(noun.doc).occasions:
        return Assertion("proposed", "in talks")
    passive = any(aux.lower_ == "be" for aux in tense.auxiliaries(link))
    return Assertion("planned", "to be") if passive else Assertion(None, "purpose")


def _is_made(effort: Token) -> bool:
    """ "Reviewed *their efforts* to aid Chad", "*ongoing efforts* to aid": these are made."""
    words = {child.lower_ for child in effort.children}
    going_on = {"their", "our"} | effects.lexicon(effort.doc).ongoing
    return effort.tag_ == "NNS" and bool(words & going_on)


def _is_known(decision: Token) -> bool:
    """ "Welcomed the decision to lift it", "in protest at its move to leave": it has been taken, and done."""
    head = decision.head
    if decision.dep_ == "nsubj" and any(c.dep_ == "poss" for c in decision.children):
        return tense.tense(head) in {"past", "perfect"}  # "Peru's move to curb exports *upset* its neighbours"
    if head.pos_ == "VERB":  # who opposes a decision undoes it no more than who welcomes it
        return decision.dep_ == "dobj" and (effects.on_object(head) == "presuppose" or head.lemma_ == "oppose")
    answered = head.lower_ == "to" and head.head.lemma_ in effects.lexicon(head.doc).replies
    commented = head.lower_ in {"on", "about"} and head.head.lemma_ in effects.lexicon(head.doc).commenting
    prepositions = {"after", "following", "over", "of", "at", "against", "despite"}
    known = answered or commented or head.lower_ in prepositions
    return head.dep_ == "prep" and known


def _given_up(governor: Token) -> Assertion | None:
    """ "Had planned to ... However, ..." says that it did not come to pass."""
    if tense.tense(governor) != "pluperfect" or effects.on_clause(governor) not in {"plan", "propose", "try"}:
        return None
    if any(word.lower_ in _ELSE for word in _nearby(governor)):
        return Assertion("not-occurred", "plan given up")
    return None


def _adverbial(verb: Token, link: Token, own: Assertion, depth: int) -> Assertion:
    form, above = tense.tense(link), _read(link.head, depth + 1)
    if above.status is None and above.reason in {"conditional", "question"}:
        return above
    marks = {child.lower_ for child in link.children if child.dep_ in {"mark", "advmod"}}
    if own.reason != "nonfinite":
        waits = marks & (_AHEAD | _AFTER | {"when"}) and form == "present"
        if waits and marks & _AHEAD and above.status == "not-occurred":
            return Assertion(None, "conditional")  # "will not lend *before Chad signs*": it is asked to
        return Assertion("planned", "awaited") if waits and above.status == "planned" else own
    if form == "infinitive" and not _is_way(link.head, link):
        effect = effects.on_clause(link.head, "for") if "for" in marks else None  # "pressed *for Peru to lift* it"
        return under(effect, above, own) if effect is not None else Assertion(None, "purpose")
    if is_said_along(link):
        return _read(link.head.head, depth + 1)
    return _beside(above)


def is_said_along(verb: Token) -> bool:
    """ "Said it would suspend aid, *accusing* Chad of fraud": done in saying so, whatever is to come."""
    announced, words = verb.head, effects.lexicon(verb.doc)
    in_words = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in words.uttering
    to_come = tense.tense(announced) in {"future", "modal"} and announced.dep_ == "ccomp"
    return in_words and to_come and announced.head.lemma_ in words.reports | words.announcing


def _is_way(verb: Token, link: Token) -> bool:
    """ "*Took steps* to impose curbs", "*signed an order* to impose them": what one does so is done, no purpose."""
    words = effects.lexicon(verb.doc)
    taken = verb.lemma_ == "take" and any(c.dep_ == "dobj" and c.lemma_ in words.steps for c in verb.children)
    named = [c for c in verb.children if c.dep_ == "attr" and verb.lemma_ in {"be", "become"}]
    first = any(c.lower_ in words.first for noun in named for c in noun.children)  # "became the *first* to sign"
    # the parser hangs the infinitive on the order or on its signing
    orders = [link.head] if link.dep_ == "acl" else [c for c in verb.children if c.dep_ == "dobj" and c.i < link.i]
    in_force = verb.lemma_ in words.enacting - words.announcing
    ordered = in_force and any(order.lemma_.lower() in words.enacted for order in orders)
    affirmed = verb.lemma_ in words.gathering and link.lemma_ in words.affirming  # "met to reaffirm their commitment"
    return link.i > verb.i and (taken or first or ordered or affirmed or verb.lemma_ in words.ways)


def _beside(above: Assertion) -> Assertion:
    """An act done along with another that is told: what was refused, it was done in refusing."""
    return Assertion("occurred", "beside a refusal") if above.status == "not-occurred" else above


def _nonfinite(verb: Token, otherwise: Assertion) -> Assertion:
    return Assertion(None, "purpose") if tense.tense(verb) == "infinitive" else otherwise


def _taken_up(governor: Token) -> Assertion | None:
    """ "*Invited* Doe to visit, and Doe *accepted*", "accepted an *invitation* to visit": both mean to."""
    if governor.lemma_ not in {"invite", "invitation"}:
        return None
    accepted = [word for word in _nearby(governor) if word.lemma_ == "accept" and word.tag_ != "VB"]
    return Assertion("planned", "accepted") if any(not tense.negated(word) for word in accepted) else None


def _nearby(word: Token) -> list[Token]:
    """Its sentence and the next."""
    end = word.sent.end
    return [*word.sent, *(word.doc[end].sent if end < len(word.doc) else ())]
