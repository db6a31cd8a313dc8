"""Whose account of an event an article passes on: "China has cut exports, *Japan said*", "*according to the EU*".

What the article says in its own words is nobody's account, and so is what its own verb of saying does ("announced
sanctions").
"""

from collections.abc import Iterator

from kg_builder import syntax
from kg_builder.frames import Instance
from kg_builder.naming import NOBODY, Referent
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Token

_DEPTH = 12
_SAID = {"ccomp", "xcomp", "parataxis", "advcl"}


def account(instance: Instance) -> Referent:
    """The states, bodies and companies that say so, and their officials; nobody where the text says it itself."""
    for clause, governor in _path(instance):
        source = _source(clause) or (_named(syntax.subjects(governor)) if _reports(clause, governor) else NOBODY)
        if source:
            return source
    return NOBODY


def told_in_past(instance: Instance) -> bool:
    """Whether somebody said so in the simple past ("they *said* that they are concerned"): as news of the day."""
    return any(governor.tag_ == "VBD" and _reports(clause, governor) for clause, governor in _path(instance))


def _path(instance: Instance) -> Iterator[tuple[Token, Token]]:
    """The verb of the event with what governs it, and so on to the root."""
    token = instance.verb
    for _ in range(_DEPTH):
        yield token, token.head
        if token.head is token:
            return
        token = token.head


def _reports(clause: Token, governor: Token) -> bool:
    """Whether the clause is what somebody says: "said that", "told reporters that", and behind it: "..., he said"."""
    if clause is governor or clause.dep_ not in _SAID or governor.pos_ not in {"VERB", "AUX"}:
        return False
    if clause.dep_ == "advcl" and clause.i > governor.i:
        return False  # "said this when it signed"
    return syntax.lemma(governor) in lexicon(governor.doc).reporting and clause.tag_ != "VBG"


def _source(clause: Token) -> Referent:
    """ "According to X" in the clause, wherever the parser hung it."""
    for token in clause.subtree:
        if token.lower_ == "according" and not _in_clause_below(token, clause):
            return _named([*syntax.after(token, "to"), *(t for c in token.children for t in syntax.after(c, "to"))])
    return NOBODY


def _in_clause_below(token: Token, clause: Token) -> bool:
    for above in token.ancestors:
        if above is clause:
            return False
        if above.dep_ in {"ccomp", "relcl", "advcl"}:
            return True
    return False


def _named(heads: list[Token]) -> Referent:
    found = NOBODY
    for head in heads:
        referents = head.doc._.referents
        company = referents.company(head)
        found |= referents.of(head) | Referent((company,) if company else ())
    return found
