"""Which goods an act is about: those of its own clause, without its doer's, its end uses', and other clauses'."""

from collections.abc import Iterable, Iterator

from kg_builder import syntax
from kg_builder.model import Entity
from kg_builder.slot_words import lexicon
from kg_builder.tokens import Token

#: Clauses behind these tell when or on what condition something is done, not what.
_ASIDE = {
    "if",
    "unless",
    "until",
    "till",
    "once",
    "when",
    "while",
    "whereas",
    "although",
    "though",
    "because",
    "since",
    "after",
    "before",
}
_NOTHING: frozenset[str] = frozenset()
#: Prepositions of what came before an act; and of what only surrounds it, with the nouns behind "in" and "against".
_BEFORE = {"after", "following"}
_AROUND = {"amid", "amidst", "despite"}
#: What a measure does not touch.
_EXCEPT = {"except", "excluding", "excepting", "barring"}
#: Words before the first of several things that an act consists of.
_LISTING = {"including", "as", "by", "through", "like"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}


def goods(trigger: Token, verb: Token, end_use: frozenset[str], trading: frozenset[str]) -> tuple[Entity, ...]:
    """Goods in the clause of the trigger, in text order; ``verb`` is the trigger, or the light verb that carries it.

    ``end_use`` are words behind a good that tell what it is for, ``trading`` verbs whose relative clause says on what
    an act bears ("tariffs on countries *that import oil*").
    """
    top = verb
    governing = syntax.governing_verb(trigger)
    if top == trigger and governing is not None and trigger.dep_ == "nsubj":
        top = governing  # "the law seeks to boost chip research": what the noun does is what it is about
    told = (*top.subtree, *_antecedent(top, trigger))
    if not named(told):
        return ()
    skip = {t.i for child in top.children if _is_elsewhere(child, top, trigger) for t in child.subtree}
    for token in top.subtree:
        holds = token in (top, trigger) or token.is_ancestor(trigger)
        beside = _tells_more(token, trading) or _is_end_use(token, end_use) or _is_aside(token)
        if not holds and (beside or _is_around(token, top) or _is_holder(token) or _says_who(token)):
            skip.update(t.i for t in token.subtree)
    tokens = sorted({t for t in told if t.i not in skip}, key=lambda t: t.i)
    result = {
        t.i
        for child in top.subtree
        if _is_result(child, top) or _is_aim(child) or _is_protected(child, trigger) or _is_use(child)
        for t in child.subtree
    }
    return tuple(named(t for t in tokens if t.i not in result) or named(tokens))


def of_measure(goods: tuple[Entity, ...], verb: Token) -> tuple[Entity, ...]:
    """A measure's goods without what is given "*in return for* it", and if there are others without those that tell
    why it is taken: "bars trade in coal *over a missile test*", "bans rice exports *to keep food cheap*"."""
    behind = [child for child in verb.subtree if child.i > verb.i]
    own = _but(goods, verb, [t for child in behind if _is_swap(child) for t in child.subtree])
    return _but(own, verb, [t for child in behind if _is_reason(child, verb) for t in child.subtree]) or own


def of_force(goods: tuple[Entity, ...], verb: Token) -> tuple[Entity, ...]:
    """Goods of a use of force, without the craft that it is used on ("attacks *on ships*") and the kind of strike that
    it is ("a *drone* strike"), with the arms that are its subject ("two *bombers* flew over Chad")."""
    words = lexicon(verb.doc)
    blows = [t for t in verb.sent if t.lemma_ in words.blows]
    hit = [o for blow in blows for o in (*syntax.after(blow, "on", "against", "at"), *syntax.objects(blow))]
    aboard = [t for o in hit for t in o.subtree if any(good.id in words.crafts for good in named([t]))]
    struck = [t for t in verb.sent if t.lemma_ in words.strikes]
    kind = [c for strike in struck for c in strike.children if c.dep_ in {"compound", "nmod"}]
    if kind and goods and not _but(goods, verb, kind):
        return ()
    goods = _but(goods, verb, kind)
    return _but(goods, verb, aboard) or tuple(named(s for s in syntax.subjects(verb) if s.i < verb.i))


def _is_swap(word: Token) -> bool:
    return (
        word.dep_ == "prep" and word.lower_ == "in" and any(c.lemma_ in lexicon(word.doc).swaps for c in word.children)
    )


def _is_reason(word: Token, verb: Token) -> bool:
    if word.dep_ == "prep":
        return word.lower_ == "over"
    first = next(iter(word.subtree))
    aim = word.dep_ == "advcl" and word.head == verb and word.tag_ == "VB" and first.tag_ == "TO"
    return aim and word.doc[first.i - 1].text not in {",", "("}


def _but(goods: tuple[Entity, ...], verb: Token, aside: list[Token]) -> tuple[Entity, ...]:
    """The goods that the sentence names elsewhere than ``aside``."""
    beside = set(aside)
    dropped, kept = named(aside), named(t for t in verb.sent if t not in beside)
    return tuple(good for good in goods if good not in dropped or good in kept)


def named(tokens: Iterable[Token]) -> dict[Entity, None]:
    """The goods that the tokens name, each once, in their order."""
    mentions = (token.doc._.mention_at.get(token.i) for token in tokens)
    return {m.entity: None for m in mentions if m is not None and m.entity.kind == "good"}


def _antecedent(verb: Token, trigger: Token) -> Iterator[Token]:
    """ "*Food aid* that Chile has sent", "*duties on steel* that hit Chile": what the clause of the act modifies."""
    if verb.dep_ not in {"relcl", "acl"} or (verb.head not in syntax.objects(verb) and verb.head != trigger):
        return
    clause = set(verb.subtree)
    yield from (t for t in verb.head.subtree if t not in clause)


def _tells_more(token: Token, trading: frozenset[str]) -> bool:
    """A relative clause with a tense of its own ("which is needed for batteries")."""
    bears = token.lemma_ in trading or any(c.tag_ == "TO" for c in token.children)
    return token.dep_ == "relcl" and not bears


def _is_end_use(token: Token, end_use: frozenset[str]) -> bool:
    return token.dep_ in {"acl", "amod", "advcl"} and token.lower_ in end_use and token.i > token.head.i


def _is_aside(token: Token) -> bool:
    """ "If the EU did not end the duties on rice", "as soon as it stops buying oil"."""
    if token.dep_ != "advcl":
        return False
    return any(c.lower_ in _ASIDE or (c.lower_ == "as" and c.dep_ == "mark") for c in token.children)


def _is_around(word: Token, top: Token) -> bool:
    """ "... *amid a row over wheat*", "... *in response to its missile test*"; but "condemned it *after a test*"."""
    if word.dep_ != "prep":
        return False
    nouns = {c.lemma_ for c in word.children if c.dep_ == "pobj"}
    behind = word.lower_ in {"in", "against"} and bool(nouns & lexicon(word.doc).circumstances)
    apart = word.lower_ in _EXCEPT or (word.lower_ == "with" and "exception" in nouns)
    return word.lower_ in _AROUND or behind or apart or (word.lower_ in _BEFORE and word.head != top)


def _is_holder(noun: Token) -> bool:
    """Who has, makes or uses a good, told aside: "Chad, *an oil producer*, ..."."""
    return noun.dep_ == "appos" and noun.lemma_ in lexicon(noun.doc).holders


def _says_who(word: Token) -> bool:
    """ "*Nuclear-weapon* states"."""
    return (
        word.dep_ in {"compound", "amod", "nmod"}
        and syntax.lemma(word.head) in lexicon(word.doc).qualified
        and word.i < word.head.i
    )


def _is_protected(verb: Token, trigger: Token) -> bool:
    """ "Will supply drones *to protect the grid*"; a pact to protect cables is about them."""
    told = verb.dep_ == "advcl" or (verb.dep_ in {"acl", "relcl"} and verb.head != trigger)
    return told and verb.lemma_ in lexicon(verb.doc).protecting and any(c.tag_ == "TO" for c in verb.children)


def _is_use(word: Token) -> bool:
    """ "Gas *for its steel mills*", "cars *made with steel*"; what followed ("imposed it *after* a test")."""
    if word.dep_ == "prep" and word.lower_ == "for" and word.head.pos_ in {"NOUN", "PROPN", "VERB"}:
        return any(c.dep_ == "pobj" and syntax.lemma(c) in lexicon(word.doc).users for c in word.children)
    made = (
        word.dep_ == "acl" and word.lower_ == "made" and any(c.lower_ in {"with", "from", "of"} for c in word.children)
    )
    return made or word.lower_ in _BEFORE


def _is_result(child: Token, top: Token) -> bool:
    """ "Will build a gallium plant, *advancing its lead in chips*": what comes of the act."""
    bare = (
        child.dep_ == "advcl"
        and child.head == top
        and child.tag_ == "VBG"
        and child.i > top.i
        and child.lower_ != "including"
    )
    if not bare:
        return False
    before = child.doc[next(iter(child.subtree)).i - 1]
    return before.text == "," and not any(c.dep_ == "mark" for c in child.children) and not _is_listed(child, top)


def _is_listed(verb: Token, top: Token) -> bool:
    """ "Will ease trade, *such as exempting* firms, *accepting* chip standards": an item of the list before it."""
    earlier = (t for t in top.subtree if top.i < t.i < verb.i)
    return any(t.tag_ == "VBG" and t.dep_ == "pcomp" and t.head.lower_ in _LISTING for t in earlier)


def _is_aim(word: Token) -> bool:
    """ "... *with the aim of* greening the energy system", "... *in order to* secure supplies": what the act is for."""
    aims = lexicon(word.doc).aims.get(word.lower_, _NOTHING)
    return word.dep_ == "prep" and any(c.dep_ == "pobj" and c.lemma_ in aims for c in word.children)


def _is_elsewhere(child: Token, top: Token, trigger: Token) -> bool:
    """Whether a part of the clause tells something else: its subject, a clause before it or with its own."""
    if child.dep_ in _SUBJECTS:
        return child.i < top.i and not syntax.is_passive(top) and trigger not in child.subtree
    if child.dep_ == "conj":
        return any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children) or _says_besides(child, top, trigger)
    return child.dep_ == "advcl" and child.i < top.i


def _says_besides(child: Token, top: Token, trigger: Token) -> bool:
    """ "Met *and agreed to build a railway*", "condemned it *and confirmed that it will send arms*": acts of words."""
    says = child.tag_ == top.tag_ != "VB" and any(c.dep_ in {"ccomp", "xcomp"} for c in child.children)
    return says and trigger not in child.subtree
