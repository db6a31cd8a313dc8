"""Which verbs make a noun an act: "*hold* talks", "talks *held* here", "*entered* into a pact"."""

from collections.abc import Iterator

from kg_builder import role_words, syntax
from kg_builder.tokens import Token

#: Behind these stands why or when something is done, not what.
_APART = {"over", "about", "following", "after", "before", "amid", "despite", "since"}


def light_verbs(noun: Token, counting: frozenset[str]) -> Iterator[Token]:
    """Verbs that carry the noun as an act: "*hold* talks", "talks *held* here", "*enter* into a pact"."""
    governing = syntax.governing_verb(noun)
    fronted = (
        governing is not None and noun.dep_ == "pobj" and noun.i < governing.i
    )  # "in line with the pact, they ..."
    topic = noun.dep_ == "pobj" and noun.head.lower_ in _APART  # "hit out at Rome *over its tariffs*"
    if governing is not None and not fronted and not topic:
        yield governing
        # "drafted and signed a pact", not "declared an emergency and imposed tariffs", "withdrew from a pact and ..."
        yield from (c for c in governing.conjuncts if c.i < noun.i and not any(map(_is_content, c.children)))
        yield from (c for c in governing.children if c.dep_ == "acomp" and c.tag_ == "VBN")
        yield from _raised(noun, governing)
        if governing.dep_ == "acl" and noun.dep_ == "pobj" and noun.head.lower_ in {"to", "on"}:
            # "added firms based in Peru *to the list*": the phrase may belong to the verb around the participle
            around = syntax.governing_verb(governing.head)
            if around is not None:
                yield around
    above = noun.head.head
    if (
        noun.dep_ == "pobj"
        and noun.head.dep_ == "prep"
        and above.dep_ == "acomp"
        and above.head.pos_ in {"AUX", "VERB"}
    ):
        yield above.head  # "*remain* united in their support"
    if noun.dep_ == "pobj" and syntax.lemma(noun) in role_words.lexicon(noun.doc).lists:
        # "*removed* ten firms, including A, *from its list*": the parser hangs the phrase on the object
        listed = next((t for t in noun.ancestors if t.dep_ not in {"pobj", "prep"}), noun)
        yield from (t.head for t in (listed,) if t.dep_ in {"dobj", "nsubjpass"})
    for child in noun.children:
        told_of = any(c.dep_ == "mark" for c in child.children)  # "claims that ..." says what the noun is about
        if child.dep_ in {"acl", "relcl"} and child.pos_ == "VERB" and not told_of:
            yield child
    head = noun.head
    # "a round of talks": the verb stands one noun higher.
    counted = head.lower_ == "of" or (head.lower_ == "for" and syntax.lemma(head.head) == "plan")  # "plans for curbs"
    if noun.dep_ == "pobj" and head.dep_ == "prep" and counted and syntax.lemma(head.head) in counting:
        yield from light_verbs(head.head, counting)
    if noun.dep_ == "compound" and syntax.lemma(head) in counting:  # "a *sanctions* package"
        yield from light_verbs(head, counting)


def _is_content(token: Token) -> bool:
    """What a verb says of itself that it is about ("*discussed deepening ties* and noted the plan")."""
    return token.dep_ in {"dobj", "xcomp", "ccomp"} or (token.dep_ == "prep" and token.lower_ == "from")


def _raised(noun: Token, verb: Token) -> Iterator[Token]:
    """ "The deal is expected *to be signed*", "talks are due *to begin*": what is said of the noun in an infinitive."""
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return
    hosts = [verb, *(c for c in verb.children if c.dep_ == "acomp")]
    for child in (c for host in hosts for c in host.children):
        raised = child.dep_ == "xcomp" and child.pos_ == "VERB" and any(c.tag_ == "TO" for c in child.children)
        # "tariffs forced *Peru to suspend* exports": another does it
        doers = [*child.children, *(c for c in verb.children if c.dep_ == "dobj")]
        another = any(c.dep_ in {"nsubj", "dobj"} and c.i in noun.doc._.mention_at and c.i < child.i for c in doers)
        if raised and not another:
            yield child
