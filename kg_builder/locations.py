"""Where the firms and persons are that a measure hits."""

from collections.abc import Collection

from kg_builder import syntax
from kg_builder.tokens import Token


def of(noun: Token, seated: Collection[str]) -> list[Token]:
    """The places of "firms *based in Peru and Norway*"; ``seated`` are lemmas of such participles."""
    verbs = [c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in seated]
    own = [h for verb in verbs for h in syntax.after(verb, "in", "across", "from")]
    heads = own + [h for verb in verbs for h in _counted(verb, seated)]
    return [member for head in heads for member in syntax.conjuncts(head) if member.i >= head.i]


def _counted(verb: Token, seated: Collection[str]) -> list[Token]:
    """ "11 of which are based in Peru, *5 in Norway*, and others *located in Chad*", which the parser takes apart."""
    counted = (c for c in verb.children if c.tag_ == "CD" and c.dep_ in {"nsubj", "nsubjpass"})
    if not any(syntax.after(count, "of") for count in counted):
        return []
    behind = (t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.dep_ == "pobj" and t.head.lower_ == "in")
    before = ((place, verb.doc[place.head.i - 1]) for place in behind)
    return [place for place, word in before if word != verb and (word.tag_ == "CD" or word.lemma_.lower() in seated)]


def added(verb: Token) -> list[Token]:
    """ "Expands the list *by adding firms* in Peru", "a rule that expands it by listing": what the means acts on."""
    main = syntax.governing_verb(verb.head) if verb.dep_ == "relcl" else None
    by = [c for above in (verb, main) if above is not None for c in above.children if c.lower_ == "by"]
    return [o for p in by for c in p.children if c.dep_ == "pcomp" for o in syntax.objects(c)]
