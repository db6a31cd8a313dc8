"""Goods that an act is about though its clause does not name them: "such goods", "the pipeline", what was discussed."""

from collections.abc import Iterator
from dataclasses import replace

from kg_builder import about, contents, syntax
from kg_builder.frames import Instance
from kg_builder.model import MUTUAL, Entity, Event
from kg_builder.slot_words import SlotWords, lexicon
from kg_builder.tokens import Doc, Token

_SUCH = {"such", "these", "those", "said"}
_THEM = {"these", "those", "they"}
_TOLD = {"ROOT", "conj", "ccomp", "relcl"}
_DURING = ("during", "at", "in")
#: Types of acts that leave something behind of which the text can go on to speak.
_LASTING = {"agreement", "cooperation", "commitment", "aid", "policy", "restriction", "easing"}


def goods(instance: Instance) -> tuple[Entity, ...]:
    """The goods of the act's clause; where it names none, those that its words point back to, that restrict them, that
    the sentences behind tell of its deal or measure, or of the body that acts."""
    named = _named(instance)
    if named:
        return named
    verb, trigger = instance.verb, instance.trigger
    clause = [t for t in verb.subtree if not _in_other_clause(t, verb)]
    if trigger not in clause:
        clause.append(trigger)  # "the pact, brokered by Oslo, ..."
    main = not any(t.dep_ in {"relcl", "acl", "advcl"} for t in (verb, *verb.ancestors))
    ways = (
        (good for t in clause for good in _pointed(t)),
        _restricting(verb),
        _listed_next(verb, clause),
        contents.listed_below(verb.sent),
        _covered(verb, clause),
        contents.told_behind(verb.sent, _nouns_for(instance, clause), main=main),
        _of_body(instance),
    )
    return next((found for way in ways if (found := tuple(dict.fromkeys(way)))), ())


def _named(instance: Instance) -> tuple[Entity, ...]:
    """The goods of the act's own clause, as the type of the act bears them."""
    if instance.type in {"restriction", "easing"}:
        return about.of_measure(instance.goods, instance.verb)
    if instance.type in {"military", "criticism"}:
        return about.of_force(instance.goods, instance.verb)
    return instance.goods or (_of_forum(instance.verb) if instance.type == "meeting" else ())


def _of_forum(verb: Token) -> tuple[Entity, ...]:
    """ "The *Energy Council* met", "the Task Force *on Grain* met": its own meeting is about what it is for."""
    forums = (s for s in syntax.subjects(verb) if syntax.lemma(s) in lexicon(verb.doc).named)
    return () if syntax.after(verb, "with") else tuple(g for forum in forums for g in contents.of_noun(forum))


def _covered(verb: Token, clause: list[Token]) -> Iterator[Entity]:
    """ "Signed ten pacts, the agency said, *covering grain*", "by signing a pact, *launching a partnership on grain*":
    the parser hangs it on the wrong verb."""
    words, doc = lexicon(verb.doc), verb.doc
    if not any(syntax.lemma(t) in words.deals | words.curbs for t in clause):
        return
    for token in doc[verb.i + 1 : verb.sent.end]:
        says = token.lemma_ in words.listing | words.creating
        if token.tag_ == "VBG" and says and doc[token.i - 1].text == ",":
            yield from about.named(token.subtree)


def _of_body(instance: Instance) -> Iterator[Entity]:
    """What a body for one good does is about that good where the article names it: OPEC met over oil."""
    doc, bodies = instance.verb.doc, lexicon(instance.verb.doc).bodies
    if instance.type not in MUTUAL:
        return
    about_it = {bodies[p.id] for p in instance.parties if p.id in bodies}
    yield from (m.entity for m in doc._.mentions if m.entity.kind == "good" and m.entity.id in about_it)


def _nouns_for(instance: Instance, clause: list[Token]) -> list[Token]:
    """The nouns by which the text may go on to speak of the act: its deal, its measure, what it sets up."""
    words = lexicon(instance.verb.doc)
    if instance.type not in _LASTING:
        return []
    return [t for t in (*clause, instance.trigger) if syntax.lemma(t) in words.deals | words.curbs | words.gifts]


def with_topics(event: Event, anchor: Token) -> Event:
    """A meeting with the goods that it is said to have discussed in the sentences behind it."""
    found = [good for verb in _discussing(anchor, event) for good in about.named(verb.subtree)]
    return replace(event, goods=tuple(dict.fromkeys((*event.goods, *found))))


def _in_other_clause(token: Token, verb: Token) -> bool:
    while token != verb and token.head != token:
        if token.dep_ in {"relcl", "advcl", "nsubj"} or (token.dep_ == "conj" and token.head == verb):
            return True
        token = token.head
    return False


def _pointed(noun: Token) -> Iterator[Entity]:
    """The goods of what a definite noun was when it was named: "the pipeline" of "the oil pipeline" told before."""
    words, lemma = lexicon(noun.doc), syntax.lemma(noun)
    if noun.pos_ not in {"NOUN", "PROPN"} or any(m.pos_ == "PROPN" for m in syntax.modifiers(noun)):
        return  # "the Lagoon Initiative" is a name
    if lemma in words.flows and not any(_says_which(c) for c in noun.children):
        yield from _last_of_kin(noun, noun.doc[max(0, noun.sent.start - 1)].sent.start) or _of_headline(noun.doc)
        return
    if not contents.is_definite(noun) or any(c.lower_ in lexicon(noun.doc).other for c in noun.children):
        return
    if lemma in words.wares:
        if any(c.lower_ in _SUCH for c in noun.children):
            yield from _named_last(noun)
    elif lemma in words.works and not (lemma in words.curbs | words.deals and _says_on_what(noun)):
        yield from _last_of_kin(noun, 0)


def _of_headline(doc: Doc) -> tuple[Entity, ...]:
    """The one good that the headline names: in an article on gas, supplies are of gas."""
    title = doc.text.lstrip().partition("\n")[0].rstrip()
    start = doc.text.find(title)
    named = {m.entity for m in doc._.mentions if m.entity.kind == "good" and start <= m.start < start + len(title)}
    return tuple(named) if len(named) == 1 and title[-1] not in ".!?:" else ()


def _says_on_what(noun: Token) -> bool:
    """ "Its tariffs *on* certain goods", "the agreement *on* trade": not the goods told with others of its kind."""
    return any(following.lower_ == "on" for following in noun.doc[noun.i + 1 : noun.i + 2])


def _says_which(child: Token) -> bool:
    return child.dep_ in {"compound", "nmod", "prep", "acl", "relcl", "poss"} or (
        child.dep_ == "amod" and child.lower_ not in lexicon(child.doc).mere
    )


def _last_of_kin(noun: Token, start: int) -> tuple[Entity, ...]:
    """The goods that the last noun for the same thing was told with, in its phrase or in the act that it told."""
    doc, group = noun.doc, _alike(noun)
    told = {i.verb.i: i.goods for i in reversed(doc._.frames)}
    for earlier in reversed(doc[start : noun.i]):
        if syntax.lemma(earlier) in group and earlier.pos_ in {"NOUN", "PROPN"}:
            verb = syntax.governing_verb(earlier) if earlier.dep_ in {"dobj", "nsubjpass"} else None
            found = contents.of_noun(earlier) or (told.get(verb.i, ()) if verb else ())
            if found:
                return found
    return ()


def _alike(noun: Token) -> frozenset[str]:
    """Lemmas of what a noun may point back to: "the tariffs" are no export controls, "the measures" may be."""
    words, lemma = lexicon(noun.doc), syntax.lemma(noun)
    return next((group for group in (words.taxes, words.bars) if lemma in group), contents.kin(noun))


def _named_last(noun: Token) -> Iterator[Entity]:
    """The goods named before in this sentence, or in the one before it; none if others of that name stand between."""
    doc, sentence = noun.doc, noun.sent
    for stretch in (doc[sentence.start : next(iter(noun.subtree)).i], doc[max(0, sentence.start - 1)].sent):
        named = tuple(about.named(stretch))
        if named or any(t.lemma_.lower() == noun.lemma_.lower() for t in stretch):
            yield from named
            return


def _restricting(verb: Token) -> Iterator[Entity]:
    """Those of a relative clause that says which: "steps that strengthen chip supply"; not behind a comma."""
    for token in verb.subtree:
        aside = token.head.dep_ in {"appos", "npadvmod"}  # "tariffs on Chad, *levies* that it calls a penalty for oil"
        if token.dep_ == "relcl" and token.head in verb.subtree and token.head.i > verb.i and not aside:
            first = next(iter(token.subtree))
            if first.i > 0 and verb.doc[first.i - 1].text != ",":
                yield from about.named(token.subtree)


def _listed_next(verb: Token, clause: list[Token]) -> Iterator[Entity]:
    """Of "curbs on several metals. *These include tungsten.*" the goods that the next sentence lists."""
    words, doc = lexicon(verb.doc), verb.doc
    if verb.sent.end == len(doc) or not any(t.lemma_.lower() in words.wares for t in clause):
        return
    root = doc[verb.sent.end].sent.root
    subjects = syntax.subjects(root)
    if root.lemma_ == "be" and any(t.lemma_.lower() in words.wares for t in syntax.after(root, "among")):
        yield from about.named(t for s in subjects for t in s.subtree)  # "gallium and tin are among the goods covered"
    meant = any(t.lower_ in _THEM or (t.lemma_.lower() in words.wares and contents.is_definite(t)) for t in subjects)
    if root.lemma_ in words.listing and meant:
        yield from about.named(t for t in root.subtree if t.i > root.i)


def _discussing(anchor: Token, event: Event) -> Iterator[Token]:
    """Verbs behind the anchor that tell what its meeting discussed, up to the next meeting of others.

    "They discussed gas", "the talks focused on gas", "the theme of the meeting was gas", "gas featured in the talks",
    "during the call, the minister raised gas".
    """
    words, doc = lexicon(anchor.doc), anchor.doc
    for token in doc[anchor.i + 1 :]:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ not in _TOLD:
            continue
        subjects = syntax.subjects(token)
        parties = set(doc._.referents.all(subjects).parties)
        during = [o for o in syntax.after(token, *_DURING) if o.i < token.i]
        if parties and parties <= set(event.actors) and any(_is_occasion(t, words) for t in during):
            meant = during
        elif token.lemma_ in words.discussing:
            meant = [t for t in subjects if syntax.lemma(t) in words.occasions | words.exchanges]
            if parties and parties == set(event.actors):
                yield token
                continue
            if not subjects and syntax.is_passive(token) and _is_latest(anchor, token, [], event):
                yield token
                continue
        elif token.lemma_ == "be":
            themes = [t for t in subjects if syntax.lemma(t) in words.themes]
            meant = [o for t in themes for o in syntax.after(t, "of", "at", "for")]
        elif token.lemma_ in words.figuring:
            meant = [*syntax.after(token, "in", "at", "on"), *syntax.objects(token)]
        else:
            continue
        if any(_is_occasion(t, words) for t in meant) and _is_latest(anchor, token, meant, event):
            yield token


def _is_occasion(noun: Token, words: SlotWords) -> bool:
    return contents.is_definite(noun) and syntax.lemma(noun) in words.occasions | words.exchanges | {"agenda"}


def _is_latest(anchor: Token, verb: Token, meant: list[Token], event: Event) -> bool:
    """Whether no other meeting is told between the two."""
    between = (i for i in anchor.doc._.frames if i.type == "meeting" and anchor.i < i.trigger.i < verb.i)
    return all(i.trigger in meant or _takes_up(i, anchor, event) for i in between)


def _takes_up(later: Instance, anchor: Token, event: Event) -> bool:
    """ "The talks" just told, "met Doe *and held talks*", or one that came before: "built on their *earlier talks*"."""
    words = {c.lower_ for c in later.trigger.children}
    also = later.trigger.sent == anchor.sent and set(later.actors.parties) <= set(event.actors)
    return also or bool(words & ({"the", "this"} | lexicon(later.verb.doc).previous))
