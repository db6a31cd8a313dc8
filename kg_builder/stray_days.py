"""Mends of days that the parser hangs on the wrong word.

"Condemned *on Friday* Peru's launch" is read as a launch of Friday's, "a pact with *Chad Thursday*" as the name of a
day. Needs ``doc._.mention_at``.
"""

from kg_builder import effects, syntax
from kg_builder.parse_words import lexicon
from kg_builder.time_expressions import time_words
from kg_builder.tokens import Doc, Token

_NOMINAL = {"amod", "compound"}
_NAMING = {"amod", "compound", "nmod", "poss"}


def mend(doc: Doc) -> Doc:
    """The Doc with its misplaced days hung anew."""
    months = {row[0] for row in time_words(doc._.lexicons).months}
    for token in doc:
        if token.ent_type_ == "DATE":
            _day_of_occasion(token)
            _day_of_saying(token)
            _day_before_object(token)
            _day_behind_name(token)
            _day_behind_subject(token)
            _day_of_decision(token)
            _day_behind_place(token)
            _day_of_appearance(token)
            _day_of_what_is_ahead(token)
        if token.ent_type_ == "DATE" or token.text in months:
            _time_before_subject(token)
        elif token.lower_ == "overnight":
            _night_behind_object(token)
        elif token.lower_ in {"between", "among"} and token.head.ent_type_ == "DATE":
            _parties_behind_day(token)
        elif token.lower_ == "of" and token.doc[max(0, token.i - 1)].ent_type_ == "DATE":
            _whole_behind_day(token)
    return doc


def _day_of_occasion(day: Token) -> None:
    """ "*Today's* inaugural leaders meeting": the day is the meeting's, not the leaders'."""
    noun = day.head
    while noun.dep_ in _NAMING and noun.head.i > noun.i:
        noun = noun.head
    if day.dep_ == "poss" and noun is not day.head:
        day.hang(noun, "poss")


def _day_of_saying(day: Token) -> None:
    """ "Said *on Friday* it was leaving": a day before the subject of what is said is the verb's."""
    top = day.head if day.dep_ == "pobj" else day
    verb = day.doc[max(0, top.i - 1)]
    subject = day.head if day.dep_ in _NOMINAL else None
    said = subject.head if subject is not None else top.head
    says = verb.pos_ == "VERB" and verb.lemma_ in lexicon(day.doc).saying
    if not says or said.dep_ != "ccomp" or said.head is not verb:
        return
    subject = next((c for c in said.children if c.dep_ in {"nsubj", "nsubjpass"} and subject in {None, c}), None)
    if subject is not None and subject.i > day.i and not any(t.is_punct for t in day.doc[top.i : subject.i]):
        top.hang(verb, "prep" if top is not day else "npadvmod")


def _day_before_object(day: Token) -> None:
    """ "Condemned *on Friday* Peru's launch": the day is not part of the object's name."""
    noun = day
    while noun.dep_ in _NAMING and noun.head.i > noun.i:
        noun = noun.head
    preposition, verb = noun.head, noun.head.head
    if noun is day or noun.dep_ != "pobj" or preposition.lower_ != "on" or preposition.i != day.i - 1:
        return
    if verb.i != preposition.i - 1 or verb.pos_ != "VERB" or any(c.dep_ == "dobj" for c in verb.children):
        return
    day.hang(preposition, "pobj")
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > noun.i and not _has_subject(c)), None)
    if said is not None:  # "said on Friday *sanctions* were illegal"
        noun.hang(said, "nsubj")
        return
    noun.hang(verb, "dobj")
    if verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "acl" and verb.head.dep_ == "ROOT":
        _finite(verb, verb.head)


def _day_behind_name(day: Token) -> None:
    """ "Signed a pact with *Chad Thursday*", "met *Chad Thursday*": the name is the phrase, and the day the verb's."""
    name = next((c for c in day.children if c.dep_ == "compound" and c.i == day.i - 1), None)
    mention = day.doc._.mention_at.get(name.i) if name is not None else None
    if name is None or mention is None or mention.entity.kind == "good" or day.dep_ not in {"pobj", "dobj", "npadvmod"}:
        return
    verb = next((t for t in day.ancestors if t.pos_ == "VERB"), None)
    if verb is None:
        return
    for child in [c for c in day.children if c.i < name.i]:
        child.hang(name, child.dep_)
    name.hang(day.head, "dobj" if day.dep_ == "npadvmod" else day.dep_)
    day.hang(verb, "npadvmod")


def _day_behind_subject(day: Token) -> None:
    """ "President *Roe Monday* welcomed the pact": no name of a day; who welcomed it is before it."""
    verb = day.head
    if day.dep_ not in {"nsubj", "nsubjpass"} or day.tag_ != "NNP" or day.i > verb.i or day.i == 0:
        return
    name = day.doc[day.i - 1]
    mention = day.doc._.mention_at.get(name.i)
    party = name.ent_type_ == "PERSON" or (mention is not None and mention.entity.kind != "good")
    if name.dep_ not in _NAMING - {"poss"} or name.head is not day or name.ent_type_ == "DATE" or not party:
        return
    for child in [c for c in day.children if c.i < day.i and c is not name]:
        child.hang(name, child.dep_)
    name.hang(verb, day.dep_)
    day.hang(verb, "npadvmod")


def _time_before_subject(time: Token) -> None:
    """ "*Last March Peru* agreed", "*In March Peru* agreed": no name of a month; it is then that Peru did."""
    name, first = time.head, min(time.subtree, key=lambda t: t.i)
    mention = time.doc._.mention_at.get(name.i)
    subject = name.dep_ in {"nsubj", "nsubjpass"} and mention is not None and mention.entity.kind != "good"
    if not subject or time.dep_ not in _NAMING - {"poss"} or time.tag_ != "NNP":
        return
    before = time.doc[max(0, time.i - 1)]
    if first.i == time.sent.start and first.lower_ in {"last", "this", "next"}:
        time.hang(name.head, "npadvmod")
    elif before.i == time.sent.start and before.lower_ == "in" and not before.children:
        time.hang(before, "pobj")


def _whole_behind_day(preposition: Token) -> None:
    """ "Welcomed the signing *today of the pact*": both are the signing's."""
    verb, doc = preposition.head, preposition.doc
    days = [c for c in verb.children if c.dep_ == "npadvmod" and c.i == preposition.i - 1]
    nouns = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < preposition.i - 1]
    if verb.pos_ != "VERB" or not days or not nouns or nouns[-1].i != preposition.i - 2:
        return
    if syntax.lemma(nouns[-1]) in effects.lexicon(doc).parts:
        days[0].hang(nouns[-1], "npadvmod")
        preposition.hang(nouns[-1], "prep")


def _parties_behind_day(preposition: Token) -> None:
    """ "The agreement on 2 May *between* Chad and Mali": it is the agreement's, as are its parties."""
    day, noun = preposition.head, preposition.head.head.head
    dated = any(child.ent_type_ == "DATE" for child in preposition.children)
    happens = noun.pos_ == "VERB" and (noun.lemma_ in effects.lexicon(noun.doc).hold or noun.lemma_ == "take")
    if day.dep_ == "pobj" and (noun.pos_ in {"NOUN", "PROPN"} or happens) and not dated:
        preposition.hang(noun, "prep")  # or of the verb: "was held on 2 May *between* Chad and Mali"


def _day_of_decision(day: Token) -> None:
    """ "Welcomed its *decision last week to lift* the ban": it was then that it was taken."""
    verb = day.head
    if day.dep_ != "npadvmod" or effects.on_object(verb) != "presuppose":
        return
    decision = next((c for c in verb.children if c.dep_ == "dobj" and c.i < day.i), None)
    purpose = next((c for c in verb.children if c.dep_ in {"advcl", "xcomp"} and c.i > day.i), None)
    decided = effects.lexicon(day.doc).decisions | {"pledge"}
    if decision is None or purpose is None or decision.lemma_ not in decided:
        return
    if decision.i == min(t.i for t in day.subtree) - 1 and day.doc[day.i + 1].tag_ == "TO":
        day.hang(decision, "npadvmod")
        purpose.hang(decision, "acl")


def _day_behind_place(day: Token) -> None:
    """ "Since her visit to *Lima, Peru, in April*": behind the comma that ends the place, it is the visit's still."""
    preposition = day.head
    comma = day.doc[max(0, preposition.i - 1)]
    state = day.doc[max(0, preposition.i - 2)]
    city = state.head
    if day.dep_ != "pobj" or comma.text != "," or state.dep_ != "appos" or city.dep_ != "pobj":
        return
    noun = city.head.head
    if noun.dep_ != "pobj" or noun.lemma_.lower() not in effects.lexicon(day.doc).occasions:
        return
    if noun.head.lower_ in {"since", "after", "before", "following", "during"} and preposition.head.i < noun.i:
        preposition.hang(noun, "prep")


def _day_of_appearance(day: Token) -> None:
    """ "Accused it of lying *at a news conference on Tuesday*": where and when it was said."""
    below = day.head.head if day.dep_ == "pobj" else day.head
    if below.pos_ != "VERB" or below.dep_ not in {"pcomp", "xcomp"}:
        return
    said = below.head if below.dep_ == "xcomp" else below.head.head
    place = next((c for c in below.children if c.dep_ == "prep" and c.lower_ in {"at", "in", "during"}), None)
    noun = next((c for c in place.children if c.dep_ == "pobj"), None) if place is not None else None
    if place is None or noun is None or syntax.lemma(noun) not in lexicon(day.doc).appearances:
        return
    if said.pos_ == "VERB" and said.tag_ == "VBD" and place.i < day.i:
        place.hang(said, "prep")
        (day.head if day.dep_ == "pobj" else day).hang(said, "prep" if day.dep_ == "pobj" else "npadvmod")


def _day_of_what_is_ahead(day: Token) -> None:
    """ "Discussed the *upcoming* visit by Roe *in July*": it is then that she comes."""
    top = day.head if day.dep_ == "pobj" else day
    verb = top.head
    weekdays = {name for row in time_words(day.doc._.lexicons).weekdays for name in row}
    if top.dep_ not in {"prep", "npadvmod"} or verb.tag_ != "VBD" or top.i < verb.i or day.text in weekdays:
        return  # "discussed the upcoming visit *on Monday*" may be either
    occasions = effects.lexicon(day.doc).occasions
    near = (t for t in reversed(day.doc[verb.i + 1 : top.i]) if t.lemma_.lower() in occasions)
    occasion = next(near, None)
    if occasion is not None and any(effects.of_adjective(c) == "plan" for c in occasion.children if c.dep_ == "amod"):
        top.hang(occasion, top.dep_)


def _night_behind_object(night: Token) -> None:
    """ "Condemned *the strike on Oslo overnight*": the night is that of what one condemns."""
    verb = night.head
    struck = next((c for c in verb.children if c.dep_ == "dobj" and c.i < night.i), None)
    if struck is not None and verb.i < night.i and effects.on_object(verb) == "presuppose":
        night.hang(struck, "npadvmod")


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)


def _finite(verb: Token, subject: Token) -> None:
    """What was taken for a participle of its subject is the verb of the sentence."""
    subject.children.remove(verb)
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    verb.children.append(subject)
    for child in [c for c in subject.children if c.i > verb.i]:
        child.hang(verb, child.dep_)
    verb.children.sort(key=lambda child: child.i)
