"""Mends of lists that the parser takes apart: each member of a list has the place that the list has in the sentence.

"Met Minister Doe *and Chadian* Minister Roe" is read as one long name of Roe, "a meeting of Chad, Mali, *and Peru was
held*" as a clause of Peru's own. Needs ``doc._.mention_at``.
"""

from kg_builder.parse_words import lexicon
from kg_builder.tokens import Doc, Token

_NAMING = {"nmod", "compound", "amod", "appos", "nummod"}
_SUBJECTS = {"nsubj", "nsubjpass"}


def mend(doc: Doc) -> Doc:
    """The Doc with its torn lists corrected in place."""
    for token in doc:
        if token.dep_ in _SUBJECTS:
            _second_subject(token)
        elif token.dep_ == "conj" and token.pos_ == "PROPN":
            _behind_office(token)
        mention = doc._.mention_at.get(token.i)
        if mention is None or mention.entity.kind == "good":
            continue
        if token.dep_ == "conj" and mention.form == "demonym":
            _second_of_two_officials(token)
        elif token.dep_ in _SUBJECTS:
            _last_of_list(token)
    return doc


def _second_of_two_officials(demonym: Token) -> None:
    """ "Chilean Minister *Doe and Chadian* Minister Roe": two persons, of whom the second is not named by the first."""
    first = demonym.head
    if first.ent_type_ != "PERSON" or first.i > demonym.i or demonym.doc[demonym.i - 1].dep_ != "cc":
        return
    chain = [first]
    while chain[-1].dep_ in _NAMING and chain[-1].head.i not in {t.i for t in chain}:
        chain.append(chain[-1].head)
    second = chain[-1]
    title = demonym.doc[demonym.i + 1]
    if second.i < demonym.i or title.sent != demonym.sent or title.pos_ not in {"PROPN", "NOUN", "ADJ"}:
        return
    own = [c for node in chain[1:] for c in node.children if c.i < demonym.i and c.dep_ in _NAMING | {"det"}]
    first.hang(second.head, second.dep_)
    for part in own:
        if part is not first:
            part.hang(first, "compound" if part.dep_ == "appos" else part.dep_)
    before = [node for node in chain[1:] if node.i < first.i]
    for node in before:
        if node.head is not first and node.i < first.i:
            node.hang(first, "compound")
    second.hang(first, "conj")
    demonym.hang(second, "amod")


def _second_subject(noun: Token) -> None:
    """ "Secretary Doe, Minister Roe, *and Minister Poe* met": one subject, whose list goes on with "and"."""
    first = next((c for c in noun.head.children if c.dep_ == noun.dep_ and c.i < noun.i), None)
    start = min(t.i for t in noun.subtree)
    joined = start > 0 and noun.doc[start - 1].dep_ == "cc" and noun.i < noun.head.i
    if first is not None and joined and noun.doc[start - 1] in first.subtree:
        noun.hang(first, "conj")


def _behind_office(person: Token) -> None:
    """ "Secretary Doe, *Foreign Minister of Japan Roe*, and": the next of the list, not an office of Doe's."""
    office, first = person.head, person.head.head
    known = office.lower_ in lexicon(office.doc).offices
    if office.dep_ != "appos" or first.ent_type_ != "PERSON" or not known or office.i > person.i:
        return
    if any(t.is_punct or t.dep_ == "cc" for t in person.doc[office.i : person.i]):
        return
    person.hang(first, "conj")
    for mark in [c for c in office.children if c.i > person.i]:
        mark.hang(person, mark.dep_)
    office.hang(person, "nmod")


def _last_of_list(name: Token) -> None:
    """ "A meeting of Chad, Mali, *and Peru was held*": the last of the list, and the meeting is what was held."""
    doc, verb = name.doc, name.head
    noun = verb.head
    start = min(t.i for t in name.subtree)
    if verb.dep_ != "conj" or noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ != "ROOT" or start < 2:
        return
    joined = doc[start - 1].dep_ == "cc" and doc[start - 2].text == ","
    member = doc[start - 3] if joined else None
    mention = doc._.mention_at.get(member.i) if member is not None else None
    if member is None or mention is None or mention.entity.kind == "good" or member.dep_ not in {"pobj", "conj"}:
        return
    dep = name.dep_
    name.hang(member, "conj")
    noun.children.remove(verb)
    verb.head, verb.dep_ = verb, "ROOT"
    noun.hang(verb, dep)
    for mark in [c for c in noun.children if c.i > verb.i]:
        mark.hang(verb, mark.dep_)
