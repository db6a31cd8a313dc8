"""Where an event happens: the city, building or state in which the text sets it, in the text's own words."""

from collections.abc import Iterable, Iterator

from kg_builder import effects, stays, syntax
from kg_builder.frames import Instance
from kg_builder.model import Entity, EventType
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Token
from kg_builder.toponyms import is_building, is_numbered, is_place, words

#: Types whose acts are words.
WORDS: frozenset[EventType] = frozenset(
    {"agreement", "commitment", "support", "criticism", "request", "rejection", "threat"}
)
#: Acts that reach what lies elsewhere: a firm in Dubai is sanctioned from afar.
_FAR: frozenset[EventType] = WORDS | {"restriction", "easing"}
_MEASURES: frozenset[EventType] = frozenset({"restriction", "easing"})
#: Acts of words whose object was made where they were done; what is praised or blamed happens elsewhere.
_MADE: frozenset[EventType] = frozenset({"agreement", "commitment"})
_IN = {"in", "at"}
_STAYING = {"during", "on", "at", "upon", "amid", "throughout", "by"}
_TOWARDS = {"for", "to", "before", "ahead", "at"}
_ABOUT = {"about", "on", "regarding", "concerning", "over"}
_CLAUSES = {"relcl", "ccomp", "advcl"}
_CITY, _BUILDING = 0, 1
#: What stands before where force is used, or where it is moved.
_SCENES = ("into", "near", "off", "over", "across", "around", "through", "to")
#: Of these forces were where they leave; "launched missiles *from Peru*" strikes elsewhere.
_LEAVING = {"withdraw", "withdrawal", "pull", "relocate"}
_PRESENT = {"at", "during", "in"}
_DEPTH = 10
_NEAR = 12  #: tokens before the act in which a place is its own, whatever it hangs on
_SENTENCES = 2


def place(instance: Instance, kind: EventType) -> str | None:
    """Where the event of the instance happens; of several places the nearest, a city before a building."""
    trigger, verb = instance.trigger, instance.verb
    if verb.doc._.dateline and any(t.lower_ == "here" and t.dep_ == "advmod" for t in verb.subtree):
        return str(verb.doc._.dateline)
    if instance.type == "visit":
        found = _chosen(t for t in _destinations(trigger, verb) if is_place(t))
        if found is not None:
            return words(found)
    found = (
        _chosen(sorted(_around(instance, kind), key=lambda t: abs(t.i - trigger.i)))
        or _chosen(_taking_place(trigger, kind))
        or _chosen(_shared(instance, kind))
        or _named_for(trigger, kind)
        or _welcome(verb, kind)
        or _stay(verb)
        or _where_said(instance, kind)
        or _after_talks(verb, kind)
        or _scene(verb)
        or _chosen(_on_the_way(trigger, verb))
        or _chosen(_in_meeting(verb, kind))
        or _host(instance, kind)
        or (stays.at(verb) if kind in WORDS | {"meeting"} else None)
    )
    return words(found) if found is not None else None


def _destinations(trigger: Token, verb: Token) -> list[Token]:
    if syntax.lemma(verb) in lexicon(verb.doc).leaving:  # "left Peru *for Chad*"
        return syntax.after(verb, "for", "to", "in")
    return [*syntax.objects(verb), *syntax.after(trigger, "to", "in"), *syntax.after(verb, "to", "in")]


def _chosen(heads: Iterable[Token]) -> Token | None:
    """The first that is no building, else the first: "at the palace in Oslo"."""
    found = list(heads)
    return min(found, key=_kind) if found else None


def _kind(token: Token) -> int:
    if token.i in token.doc._.mention_at or token.ent_type_ == "GPE":
        return _CITY
    return _BUILDING


def _around(instance: Instance, kind: EventType) -> Iterator[Token]:
    """Places behind "in" or "at" in the act's own clause."""
    trigger, verb = instance.trigger, instance.verb
    elsewhere = {t.i for c in verb.subtree if c.dep_ in _CLAUSES and c != verb for t in c.subtree}
    if trigger.i in elsewhere:
        elsewhere = set()
    if kind in WORDS:  # what is promised or asked happens elsewhere
        elsewhere |= {t.i for c in syntax.complements(verb) for t in c.subtree}
    if kind == "military":
        yield from (t for t in _struck(trigger, verb) if is_place(t))
    for token in verb.subtree:
        located = token.dep_ == "pobj" and token.head.lower_ in _IN and token.i not in elsewhere and is_place(token)
        if located and kind in _MEASURES and _is_hit(token, instance):
            continue
        if located and (_is_affiliation(token) or (kind in _MEASURES and is_building(token))):
            continue
        if located and not _is_aimed_at(token) and _is_of_act(token.head, instance, kind):
            yield token


def _is_hit(token: Token, instance: Instance) -> bool:
    """ "Listed ten firms, five *in Peru*": whom the measure hits is not where it is taken."""
    mention = token.doc._.mention_at.get(token.i)
    return mention is not None and mention.form != "capital" and mention.entity in instance.targets.parties


def _is_affiliation(place: Token) -> bool:
    """ "Met Ana Roe, a professor *at Lund University*", "sanctioned scientists *at* it": where somebody works."""
    above, occasions = place.head.head, lexicon(place.doc).occasions
    if not is_building(place) or above.pos_ not in {"NOUN", "PROPN"} or syntax.lemma(above) in occasions:
        return False
    of_occasion = above.dep_ == "pobj" and syntax.lemma(above.head.head) in occasions  # "talks of ministers at"
    of_object = above.pos_ == "NOUN" and above.dep_ in {"dobj", "pobj", "nsubjpass", "conj"}
    return above.dep_ == "appos" or (of_object and not of_occasion)


def _is_aimed_at(token: Token) -> bool:
    """ "Lashed out *at Peru*": one is in a state, not at it."""
    mention = token.doc._.mention_at.get(token.i)
    return token.head.lower_ == "at" and mention is not None and mention.form != "capital"


def _taking_place(noun: Token, kind: EventType) -> Iterator[Token]:
    """ "Talks opened *in Oslo*", "are under way, are due *in Oslo*": said of the noun that tells it."""
    verb = noun.head
    happens = verb.lemma_ == "be" or verb.lemma_ in effects.lexicon(noun.doc).happen
    if kind != "meeting" or noun.dep_ != "nsubj" or not happens:
        return
    said = [verb, *(c for c in verb.children if c.dep_ in {"acomp", "advmod", "prep", "xcomp"})]
    said += [c for word in said for c in word.children if c.dep_ == "xcomp"]
    yield from (t for word in said for t in syntax.after(word, *_IN) if is_place(t))


def _shared(instance: Instance, kind: EventType) -> Iterator[Token]:
    """ "*Met in Oslo* and signed a pact": verbs of one subject share the place that the first of them has.

    What stands before the first subject is of all that its parties say or agree: "*In Oslo*, Peru signed a pact, and
    its minister praised Chile"; who blames Peru for it may be far.
    """
    verb = instance.verb
    if kind not in WORDS | {"meeting"} or verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return
    alone = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    acting = set(instance.actors.parties)
    like = any(
        i.verb == verb.head and i.type in WORDS | {"meeting"} and acting & set(i.parties) for i in verb.doc._.frames
    )
    first = min((c.i for c in verb.head.children if c.dep_ in {"nsubj", "nsubjpass"}), default=0) if like else 0
    yield from (t for t in syntax.after(verb.head, *_IN) if is_place(t) and (alone or t.i < first))


def _struck(trigger: Token, verb: Token) -> list[Token]:
    """Where force is used: "seized *the island*", "sent troops *into the province*"; a state is struck, not a scene."""
    moved = dict.fromkeys((verb, trigger, *syntax.objects(verb)))
    scenes = [t for word in moved for t in syntax.after(word, *_SCENES)]
    scenes += [t for word in moved if word.lemma_ in _LEAVING for t in syntax.after(word, "from")]
    hit = [t for word in moved for t in syntax.after(word, "on", "against")]
    return scenes + [t for t in (*syntax.objects(verb), *hit) if t.i not in verb.doc._.mention_at]


def _is_of_act(preposition: Token, instance: Instance, kind: EventType) -> bool:
    """Whether the place is that of the act, not of what it speaks of ("condemned the coup in Mali")."""
    if kind not in _FAR:
        near = preposition.i > instance.trigger.i - _NEAR or _is_own(preposition, instance)
        return near and not (kind == "meeting" and _is_discussed(preposition))
    occasions = lexicon(preposition.doc).occasions
    node = preposition.head
    for _ in range(_DEPTH):
        if node in (instance.trigger, instance.verb):
            return True
        made = kind in _MADE and node.dep_ in {"dobj", "nsubjpass"} and node.head == instance.verb
        mention = node.doc._.mention_at.get(node.i)
        forum = mention is not None and mention.entity.kind == "organization"  # "at the G20 in India"
        forum = forum or is_numbered(node)
        said_there = made or forum or syntax.lemma(node) in occasions or is_place(node)
        said_there = said_there or (_is_time(node) and node.i < instance.verb.i)
        signs = kind in _MADE and node.i in node.doc._.referents.naming.person_at  # "signed by Roe and Doe in Oslo"
        said_there = said_there or signs
        if node.pos_ in {"NOUN", "PROPN", "PRON", "VERB"} and not said_there:
            return False
        node = node.head
    return False


def _is_own(preposition: Token, instance: Instance) -> bool:
    """ "*In Oslo*, ...", "On the margins of a summit *in Oslo*, ...": of the act's verb, however far before it."""
    node = preposition.head
    while node.pos_ in {"NOUN", "PROPN", "ADP"} and node.head != node:
        if node.pos_ != "ADP" and syntax.lemma(node) not in lexicon(node.doc).occasions and not _is_time(node):
            return False
        node = node.head
    return node in (instance.verb, instance.trigger)


def _is_time(noun: Token) -> bool:
    """ "On *Monday* in Lima, ...": the parser hangs the city on the day."""
    return noun.ent_type_ in {"DATE", "TIME"}


def _is_discussed(preposition: Token) -> bool:
    """Whether the place is that of a topic: "discussed the process *in Mali*", "spoke about the war *in Mali*"."""
    slots = lexicon(preposition.doc)
    node = preposition.head
    for _ in range(_DEPTH):
        if syntax.lemma(node) in lexicon(preposition.doc).situations:
            return True
        if syntax.lemma(node) in slots.occasions or node.ent_type_ in {"DATE", "TIME"}:
            return False  # "on the sidelines of a summit in Mali"
        if node.dep_ == "pobj" and node.head.lower_ in _ABOUT:
            return True
        if node.dep_ == "dobj" and syntax.lemma(node.head) in slots.discussing:
            return True
        if node.pos_ in {"VERB", "AUX"}:
            return node.dep_ == "pcomp" and node.head.lower_ in _ABOUT
        node = node.head
    return False


def _named_for(trigger: Token, kind: EventType) -> Token | None:
    """ "The Hiroshima summit", "a White House summit" are named for their city or house."""
    if kind != "meeting":
        return None
    before = [c for c in trigger.children if c.dep_ in {"compound", "nmod"}]
    before = [c for c in before if is_building(c) or (c.ent_type_ == "GPE" and is_place(c))]
    return next((c for c in before if c.i not in trigger.doc._.mention_at or is_building(c)), None)


def _welcome(verb: Token, kind: EventType) -> Token | None:
    """ "*Welcomed* her *to Oslo*"."""
    if kind != "meeting" or syntax.lemma(verb) not in lexicon(verb.doc).welcoming:
        return None
    welcomed = [other for t in syntax.objects(verb) for other in syntax.conjuncts(t)]
    behind = [t for t in (verb, *welcomed) for t in syntax.after(t, "to")]
    return next((t for t in behind if is_place(t)), None)


def _stay(verb: Token) -> Token | None:
    """ "Signed a pact *during a visit to Oslo*", "*On a trip to Oslo*, she told ...", "said *while visiting Oslo*"."""
    slots = lexicon(verb.doc)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _STAYING:
            for noun in (c for c in child.children if c.dep_ == "pobj"):
                stay = next((n for n in (noun, *syntax.after(noun, "of")) if syntax.lemma(n) in slots.trips), None)
                found = [t for t in syntax.after(stay, "to", "in") if is_place(t)] if stay is not None else []
                if found:
                    return found[0]
    found = [t for child in syntax.meanwhile(verb) for t in _beside(child) if is_place(t)]
    return found[0] if found else None


def _in_meeting(verb: Token, kind: EventType) -> Iterator[Token]:
    """ "Met to launch a dialogue *in Oslo*": they met where it is held; an office that they open is elsewhere."""
    if kind != "meeting" or verb.pos_ != "VERB" or verb.tag_ != "VBD":
        return
    slots = lexicon(verb.doc)
    aims = [c for c in verb.children if c.dep_ in {"advcl", "xcomp"} and c.tag_ == "VB" and c.lemma_ in slots.convening]
    held = [(aim, o) for aim in aims for o in syntax.objects(aim) if syntax.lemma(o) in slots.occasions]
    heads = [t for pair in held for word in pair for t in syntax.after(word, *_IN)]
    yield from (t for t in heads if is_place(t) and not _is_state(t))


def _where_said(instance: Instance, kind: EventType) -> Token | None:
    """ "Peru is concerned, its minister said *in Oslo*, *during a visit to Oslo*": who says so in the present does so
    there; what another has done, or did in May, was done elsewhere."""
    verb, said = instance.verb, instance.verb.head
    told = kind in WORDS and verb.dep_ == "ccomp" and said.lemma_ in lexicon(verb.doc).saying
    tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ == "auxpass")}
    if not told or tags.isdisjoint({"VBZ", "VBP"}) or set(_speaks(said)).isdisjoint(instance.actors.parties):
        return None
    return next((t for t in syntax.after(said, *_IN) if is_place(t)), None) or _stay(said)


def _beside(verb: Token) -> Iterator[Token]:
    """Of "speaking at a ceremony in Oslo", "visiting Oslo", said beside what somebody does."""
    slots = lexicon(verb.doc)
    if syntax.lemma(verb) in slots.arriving:
        yield from syntax.objects(verb)
    if syntax.lemma(verb) in slots.arriving | effects.lexicon(verb.doc).gathering | slots.speaking:
        yield from syntax.after(verb, *_IN)
    for noun in syntax.after(verb, "at", "during"):
        if syntax.lemma(noun) in slots.occasions:
            yield from syntax.after(noun, *_IN)


def _scene(verb: Token) -> Token | None:
    """ "In Oslo, *where they met*": the noun of a relative clause of place."""
    clause = verb
    while clause.dep_ in {"conj", "xcomp"} and clause.head.pos_ in {"VERB", "AUX"}:
        clause = clause.head
    where = next((c for c in clause.children if c.lower_ == "where"), None)
    if clause.dep_ not in _CLAUSES or where is None:
        return None
    before = [t for t in reversed(clause.sent) if t.i < where.i and is_place(t)]
    return next((t for t in before if not _is_of_official(t)), None)


def _is_of_official(place: Token) -> bool:
    """ "President Roe *of Peru*" is no scene."""
    people = place.doc._.referents.naming.person_at
    return place.dep_ == "pobj" and place.head.lower_ == "of" and place.head.head.i in people


def _on_the_way(trigger: Token, verb: Token) -> Iterator[Token]:
    """ "*Arrived in Oslo* for talks", "*flew to Oslo* to meet her", "*a visit to Oslo* for talks"."""
    slots = lexicon(verb.doc)
    head = _comes_from(trigger) or (_comes_from(verb) if verb != trigger else None)
    if head is None:
        return
    if head.pos_ in {"VERB", "AUX"} and syntax.lemma(head) in slots.arriving:
        places = [*syntax.after(head, "in", "at", "to"), *(syntax.objects(head) if head.lemma_ != "be" else ())]
        yield from (t for t in places if is_place(t))
    elif syntax.lemma(head) in slots.trips:
        yield from (t for t in syntax.after(head, "to", "in") if is_place(t))


def _comes_from(token: Token) -> Token | None:
    """What somebody does, or the trip they make, in order to do this."""
    if token.pos_ in {"VERB", "AUX"}:
        purpose = token.dep_ in {"advcl", "xcomp"} and token.tag_ == "VB"
        return token.head if purpose or token.dep_ == "conj" else None
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ not in _TOWARDS:
        return None
    head = preposition.head
    return head.head if head.dep_ in {"prep", "advmod"} else head


def _after_talks(verb: Token, kind: EventType) -> Token | None:
    """ "Signed a pact *after talks in Oslo*"."""
    if kind not in _MADE:
        return None
    nouns = [n for n in syntax.after(verb, "after", "following") if syntax.lemma(n) in lexicon(verb.doc).occasions]
    return next((t for n in nouns for t in syntax.after(n, *_IN) if is_place(t)), None)


def beside(anchor: Token, actors: Iterable[Entity]) -> str | None:
    """Where those who are told to have met appear in public: "At a joint news conference in Oslo, she said ...".

    Looked for in the sentence of the telling and the two behind it.
    """
    slots = lexicon(anchor.doc)
    sentence, end = anchor.sent, anchor.sent.end
    for _ in range(_SENTENCES):
        end = anchor.doc[min(end, len(anchor.doc) - 1)].sent.end
    for token in anchor.doc[sentence.start : end]:
        if token.dep_ == "pobj" and syntax.lemma(token) in slots.appearances and token.head.lower_ in _PRESENT:
            found = next((t for t in syntax.after(token, *_IN) if is_place(t)), None)
            if found is not None and not set(actors).isdisjoint(_speaks(token.head.head)):
                return words(found)
    return None


def _speaks(verb: Token) -> tuple[Entity, ...]:
    referent = verb.doc._.referents.all(syntax.subjects(verb))
    return tuple(referent.parties)


def _host(instance: Instance, kind: EventType) -> Token | None:
    """ "*Ghana* will host a summit", "*Ghana* said it will": a state that is named, and the only host."""
    verb = instance.verb
    hosting = lexicon(verb.doc).hosting
    while verb.lemma_ not in hosting and verb.dep_ in {"xcomp", "ccomp", "acl"} and verb.head.pos_ == "VERB":
        verb = verb.head
    if kind != "meeting" or verb.lemma_ not in hosting:
        return None
    hosts = [host for subject in syntax.subjects(verb) for host in syntax.conjuncts(subject)]
    if [host.lower_ for host in hosts] == ["it"] and verb.dep_ == "ccomp":
        hosts = syntax.subjects(verb.head)
    return hosts[0] if len(hosts) == 1 and _is_state(hosts[0]) else None


def _is_state(token: Token) -> bool:
    mention = token.doc._.mention_at.get(token.i)
    return mention is not None and mention.entity.kind == "state" and mention.form in {"name", "capital"}
