"""Which sense a verb has, by what its subject and its object are; needs of frames."""

from kg_builder import measures, syntax, trade_terms
from kg_builder.filled import Filled, Needs
from kg_builder.tokens import Token


def _objects(filled: Filled) -> list[Token]:
    return [m for o in syntax.objects(filled.verb) for m in syntax.conjuncts(o)]


def _is(heads: list[Token], filled: Filled, kind: str) -> bool:
    if kind == "force":  # "a third of its *troops*", but not "a rescue helicopter"
        heads += [t for h in heads if _is_share(h, filled) for t in syntax.after(h, "of")]
        heads = [h for h in heads if not any(c.lower_ in filled.words.civil for c in syntax.modifiers(h))]
    return any(syntax.lemma(h) in filled.roles.words.objects[kind] for h in heads)


def _is_money(filled: Filled) -> bool:
    """ "Seize *assets*", "*hundreds of millions*"."""
    heads = [t for o in _objects(filled) for t in (o, *syntax.after(o, "of"))]
    return any(syntax.lemma(t) in filled.roles.words.objects["money"] | filled.words.wealth for t in heads)


def _is_share(head: Token, filled: Filled) -> bool:
    return head.pos_ == "NUM" or syntax.lemma(head) in filled.words.counted | filled.roles.words.counting


def gift(filled: Filled) -> bool:
    """Nothing is bought ("3 billion pesos *for shares*"), nor only brought along ("brought aid *to the talks*")."""
    hosts = {filled.trigger, filled.verb}
    bought = any(syntax.lemma(t) in filled.words.purchased for host in hosts for t in syntax.after(host, "for"))
    along = filled.verb.lemma_ in filled.words.bringing and any(
        _is(syntax.after(host, "to"), filled, "occasion") for host in hosts
    )
    return not bought and not along


def titled(heads: list[Token], filled: Filled) -> bool:
    words = filled.roles.referents.words
    titles = {"delegation", *words.titles, *words.persons}
    return any(syntax.lemma(h) in titles for h in heads)


def person_object(filled: Filled) -> bool:
    heads = _objects(filled)
    return titled(heads, filled) or any(filled.roles.referents.one(h).officials for h in heads)


def person_subject(filled: Filled) -> bool:
    heads = [m for s in syntax.subjects(filled.verb) for m in syntax.conjuncts(s)]
    heads += [t for h in heads if syntax.lemma(h) == "number" for t in syntax.after(h, "of")]  # "a number of envoys"
    return bool(filled.actors.officials) or titled(heads, filled)


def organization_object(filled: Filled) -> bool:
    return any(p.kind == "organization" for h in _objects(filled) for p in filled.roles.referents.one(h).parties)


def trade_object(filled: Filled) -> bool:
    """What is restricted is trade, a good, or the access of somebody."""
    referents = filled.roles.referents
    if any(syntax.lemma(h) in filled.words.undertakings for h in _objects(filled)):
        return False
    barred = any(referents.one(h) or referents.beside(h) for h in _objects(filled) if h.pos_ != "PRON")
    return barred or bool(filled.goods) or _is(_objects(filled), filled, "trade")


def force_subject(filled: Filled) -> bool:
    heads = [m for s in syntax.subjects(filled.verb) for m in syntax.conjuncts(s)]
    heads += [t for h in heads if h.pos_ in {"NUM", "PRON"} for t in syntax.after(h, "of")]  # "three of its jets"
    return _is(heads, filled, "force")


#: The needs that are tested here, by the names that frames give them.
NEEDS: Needs = {
    "good-or-money": lambda filled: bool(filled.goods) or _is(_objects(filled), filled, "money"),
    "no-ground-object": lambda filled: not _is(_objects(filled), filled, "ground"),
    "no-evil-object": lambda filled: bool(filled.targets.parties) or not _is(_objects(filled), filled, "evil"),
    "no-value-object": lambda filled: (
        bool(syntax.after(filled.verb, "with")) or not _is(_objects(filled), filled, "value")
    ),
    "no-ground-behind": lambda filled: not _is(syntax.after(filled.trigger, "from"), filled, "ground"),
    "no-deed-object": lambda filled: not _objects(filled) or _is(_objects(filled), filled, "promise"),
    "object": lambda filled: bool(_objects(filled)),
    "no-object": lambda filled: not _objects(filled),
    "no-condolence": lambda filled: (
        not any(syntax.lemma(t) in filled.words.courtesies for t in syntax.objects(filled.verb))
    ),
    "no-own-object": lambda filled: (
        not any(
            c.dep_ == "poss" and c.pos_ == "PRON" and syntax.lemma(h) in filled.roles.referents.words.government
            for h in _objects(filled)
            for c in h.children
            if syntax.lemma(h) not in filled.roles.referents.words.companions
        )
    ),
    "gift": gift,
    "no-market-object": lambda filled: not any(syntax.lemma(t) in filled.words.markets for t in _objects(filled)),
    "no-immaterial": lambda filled: not _is(_objects(filled) + syntax.after(filled.verb, "with"), filled, "immaterial"),
    "no-web-object": lambda filled: not any(measures.is_web(h, filled) for h in _objects(filled)),
    "merit-object": lambda filled: _is(_objects(filled), filled, "merit"),
    "no-standard-object": lambda filled: not _is(_objects(filled), filled, "standard"),
    "no-aim-object": lambda filled: not any(measures.is_aim(h) for h in _objects(filled)),
    "works-or-own": lambda filled: _is(_objects(filled), filled, "works") or _is(_objects(filled), filled, "joined"),
    "person-subject": person_subject,
    "force-subject": force_subject,
    "no-force-subject": lambda filled: not force_subject(filled),
    "person-object": person_object,
    "party-object": lambda filled: any(filled.roles.referents.one(h) for h in _objects(filled)),
    "organization-object": organization_object,
    "trade-object": trade_object,
    "no-money-object": lambda filled: not _is_money(filled),
    "no-share-object": lambda filled: not any(syntax.lemma(t) in filled.words.shares for t in _objects(filled)),
    "no-craft-object": lambda filled: not _is(_objects(filled), filled, "craft"),
    "craft-object": lambda filled: _is(_objects(filled), filled, "craft"),
    "land-object": lambda filled: _is(_objects(filled) + syntax.after(filled.verb, "into"), filled, "land"),
    "town-object": lambda filled: _is(_objects(filled), filled, "town"),
    "force-object": lambda filled: _is(_objects(filled), filled, "force"),
    "no-force-object": lambda filled: not _is(_objects(filled), filled, "force"),
    "no-person-object": lambda filled: not person_object(filled),
    "no-duty-object": lambda filled: not _is(_objects(filled), filled, "duty"),
    "no-occasion-object": lambda filled: not _is(_objects(filled), filled, "occasion"),
    "occasion-object": lambda filled: _is(_objects(filled), filled, "occasion"),
    "occasion-subject": lambda filled: _is(syntax.subjects(filled.verb), filled, "occasion"),
    "listed-object": lambda filled: _is(_objects(filled), filled, "listed"),
    "charge-object": lambda filled: _is(_objects(filled), filled, "charge"),
    "gateway-object": lambda filled: _is(_objects(filled), filled, "gateway"),
    "works-object": lambda filled: _is(_objects(filled), filled, "works"),
    "weapon-object": lambda filled: _is(_objects(filled), filled, "weapon"),
    "deal-subject": lambda filled: any(
        syntax.lemma(s) in filled.roles.words.deals for s in syntax.subjects(filled.verb)
    ),
    "no-relief-object": lambda filled: not any(trade_terms.is_relief(h, filled) for h in _objects(filled)),
    "no-promise-object": lambda filled: not _is(_objects(filled), filled, "promise"),
    "no-place-object": lambda filled: not any(h.ent_type_ in {"LOC", "FAC"} for h in _objects(filled)),
}
