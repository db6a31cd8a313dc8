"""The stretch of text that states something: the shortest clause around a word, without what else is coordinated."""

from kg_builder.tokens import Token

_SUBJECTS = {"nsubj", "csubj", "nsubjpass", "csubjpass"}
_NOMINAL_LINKS = {
    "dobj", "obj", "pobj", "prep", "nsubj", "nsubjpass", "attr", "compound", "amod", "poss", "conj", "appos", "agent",
    "dative", "nmod", "oprd", "pcomp", "acl"}  # fmt: skip


def around(token: Token) -> tuple[int, int]:
    """Token range [start, end) of the shortest clause that states what the token says."""
    top = token
    while top.dep_ in _NOMINAL_LINKS:
        if top.pos_ in {"VERB", "AUX"} and top != token and top.dep_ != "conj":
            break
        top = top.head
        if top.pos_ in {"VERB", "AUX"}:
            break
    tokens = [t for t in top.subtree if t.sent == token.sent]
    for child in top.children:  # a clause coordinated with its own subject states something else
        if child.dep_ == "conj" and child.i > token.i and any(c.dep_ in _SUBJECTS for c in child.children):
            inner = set(child.subtree)
            tokens = [t for t in tokens if t not in inner]
    start, end = min(t.i for t in tokens), max(t.i for t in tokens) + 1
    if not start <= token.i < end:
        return token.i, token.i + 1
    while (
        start < end - 1
        and (token.doc[start].is_space or token.doc[start].is_punct or token.doc[start].dep_ == "cc")
        and start < token.i
    ):
        start += 1
    while (
        end > start + 1
        and (token.doc[end - 1].is_space or token.doc[end - 1].lower_ in {",", ".", ";", ":", "and", "but", "-"})
        and end - 1 > token.i
    ):
        end -= 1
    return start, end


def is_apart(clause: Token) -> bool:
    """Whether a clause tells of others; "threatened tariffs *if Rome did not* act" tells whom the threat is for."""
    subject = any(c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ != "PRON" for c in clause.children)
    condition = any(c.dep_ == "mark" and c.lower_ == "if" for c in clause.children)
    return clause.dep_ in {"advcl", "conj"} and clause.pos_ in {"VERB", "AUX"} and subject and not condition
