"""Which sense a trigger has, by the construction that it stands in; needs of frames."""

from kg_builder import effects, role_words, sense_words, syntax
from kg_builder.arguments import titled
from kg_builder.assertion import assertion
from kg_builder.filled import Filled, Needs
from kg_builder.tokens import Token


def content(filled: Filled) -> bool:
    """The verb says to what: an infinitive, a clause, or a phrase behind on, to."""
    verb = filled.verb
    return clause(filled) or bool(syntax.objects(verb) or syntax.after(verb, "on", "to", "for", "upon"))


def clause(filled: Filled) -> bool:
    """The verb has a clause for its content."""
    return any(True for _ in syntax.complements(filled.verb))


def infinitive(filled: Filled) -> bool:
    """An infinitive hangs on the noun ("a commitment *to build*")."""
    verbs = [c for c in filled.trigger.children if c.dep_ in {"acl", "relcl", "xcomp"}]
    return any(child.tag_ == "TO" for verb in verbs for child in verb.children)


def to_do_so(filled: Filled) -> bool:
    """ "Put pressure on Rome *to act*", wherever the parser hangs the infinitive."""
    verbs = [c for c in filled.verb.children if c.dep_ in {"advcl", "xcomp"}]
    return infinitive(filled) or any(c.tag_ == "TO" for verb in verbs for c in verb.children)


def to_conclude(filled: Filled) -> bool:
    """ "Their intent *to sign* a pact"."""
    verbs = (c for c in filled.trigger.children if c.dep_ in {"acl", "relcl", "xcomp"})
    return any(v.lemma_ in filled.roles.words.concluding for v in verbs) and infinitive(filled)


def own(filled: Filled) -> bool:
    """The noun's own phrase names a party ("talks between ...", "Japan's curbs", "the US-China deal")."""
    roles = filled.roles
    behind = ("between", "among", "with", "by", "of", "on", "against", "involving")
    return bool(roles.referents.beside(filled.trigger)) or any(
        roles.referents.of(t) for p in behind for t in roles.phrases(p)
    )


def common(filled: Filled) -> bool:
    """The trigger is no part of an organization's name ("joined the Global Forum")."""
    mention = filled.trigger.doc._.mention_at.get(filled.trigger.i)
    return mention is None or mention.entity.kind != "organization"


def no_bare_name(filled: Filled) -> bool:
    """The noun is more than a part of a proper name, or a day is told on which it took place."""
    trigger = filled.trigger
    counted = trigger.head.lower_ == "of" and syntax.lemma(trigger.head.head) in filled.words.sittings
    return trigger.pos_ != "PROPN" or counted or any(t.ent_type_ == "DATE" for t in trigger.subtree)


def jointly(filled: Filled) -> bool:
    return any(t.lower_ in filled.words.jointly for t in filled.verb.children)


def together(filled: Filled) -> bool:
    return jointly(filled) or bool(syntax.after(filled.verb, "with"))


def will(filled: Filled) -> bool:
    """The verb, or one that governs it, speaks of what is to come ("will", "plans to", "commits to")."""
    chain = [filled.verb]
    while chain[-1].dep_ in {"xcomp", "conj"} and len(chain) < 4 and chain[-1].head.pos_ in {"VERB", "AUX"}:
        chain.append(chain[-1].head)
    modal = any(c.lower_ in {"will", "shall", "'ll"} for v in chain for c in v.children)
    bound = any(v.lemma_ in filled.roles.words.undertaking for v in chain[1:])
    return modal or bound or _backshifted(chain, filled) or _under_deal(chain)


def _backshifted(chain: list[Token], filled: Filled) -> bool:
    """ "Said that it *would* buy" reports "we will buy"; outside of what is said, "would" only supposes."""
    head = chain[-1].head
    says = head.lemma_ in filled.roles.referents.words.saying | filled.roles.words.undertaking
    return says and chain[-1].dep_ == "ccomp" and any(c.lower_ == "would" for v in chain for c in v.children)


def _under_deal(chain: list[Token]) -> bool:
    """ "*Under the deal*, Peru *would* buy", "As part of the pact": not supposed, but what it is bound to."""
    verb = chain[-1]
    terms = [*syntax.after(verb, "under"), *(t for part in syntax.after(verb, "as") for t in syntax.after(part, "of"))]
    would = any(c.lower_ == "would" for v in chain for c in v.children)
    bases = role_words.lexicon(verb.doc).deals | sense_words.lexicon(verb.doc).bases
    return would and any(syntax.lemma(t) in bases for t in terms)


def out(filled: Filled) -> bool:
    return any(c.lower_ == "out" for c in filled.verb.children)


def courtesy(filled: Filled) -> bool:
    """ "Called on the president": an official is named, and nothing that is asked of him."""
    verb = filled.verb
    called = [m for h in syntax.after(verb, "on", "upon") for m in syntax.conjuncts(h)]
    asked = any(c.dep_ in {"xcomp", "advcl", "ccomp", "acl"} for host in (verb, *called) for c in host.children)
    named = any(filled.roles.referents.one(h).officials for h in called) or titled(called, filled)
    return verb.lemma_ == "call" and named and not asked and not syntax.after(verb, "for")


def membership(filled: Filled) -> bool:
    """Joining a body, not "joined others *in condemning* it"."""
    joined = [c for c in filled.verb.children if c.dep_ == "prep" and c.lower_ == "in"]
    return not any(v.dep_ == "pcomp" for preposition in joined for v in preposition.children)


def infinitive_of_verb(filled: Filled) -> bool:
    """The verb, not its object, says to do what."""
    purposes = [c for c in filled.verb.children if c.dep_ == "advcl"]
    return any(v.tag_ == "VB" for v in (*syntax.complements(filled.verb), *purposes))


def come_together(filled: Filled) -> bool:
    """ "Came *together* in Oslo": for nothing but that; "came together to condemn" tells what they did."""
    together = any(c.lower_ == "together" and c.dep_ in {"advmod", "prt"} for c in filled.verb.children)
    return together and not infinitive_of_verb(filled)


def of_something(filled: Filled) -> bool:
    """ "Raised the issue *of human rights* with Peru", not "of a pact with Peru"."""
    deals = role_words.lexicon(filled.verb.doc).deals
    return any(syntax.lemma(t) not in deals for t in syntax.after(filled.trigger, "of"))


def of_enacted(filled: Filled) -> bool:
    """ "Adoption *of a law*": of what is enacted."""
    enacted = effects.lexicon(filled.trigger.doc).enacted
    return any(syntax.lemma(t) in enacted for t in syntax.after(filled.trigger, "of"))


#: The needs that are tested here, by the names that frames give them.
NEEDS: Needs = {
    "content": content,
    "no-open": lambda filled: assertion(filled.verb).status != "not-occurred",
    "clause": clause,
    "courtesy": courtesy,
    "no-courtesy": lambda filled: not courtesy(filled),
    "membership": membership,
    "infinitive": infinitive,
    "to-conclude": to_conclude,
    "to-do-so": to_do_so,
    "own": own,
    "common": common,
    "no-bare-name": no_bare_name,
    "not-down": lambda filled: not any(c.lower_ == "down" for c in filled.verb.children),
    "steadfast": lambda filled: filled.trigger.head.lower_ == "in",
    "passive": lambda filled: syntax.is_passive(filled.verb),
    "alone": lambda filled: not syntax.after(filled.trigger, "with"),
    "on-it": lambda filled: filled.trigger.head.lower_ == "on",
    "active": lambda filled: filled.verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in filled.verb.children),
    "persona": lambda filled: any(t.lower_ in {"persona", "personae"} for t in filled.verb.subtree),
    "no-departure": lambda filled: filled.trigger.dep_ != "pobj" or filled.trigger.head.lower_ not in {"for", "on"},
    "possessed": lambda filled: any(c.dep_ == "poss" for c in filled.trigger.children),
    "proper": lambda filled: filled.trigger.pos_ == "PROPN",
    "infinitive-of-verb": infinitive_of_verb,
    "come-together": come_together,
    "of-enacted": of_enacted,
    "candidate": lambda filled: any(t.lower_ in filled.words.candidates for t in filled.trigger.subtree),
    "no-candidate": lambda filled: not any(t.lower_ == "candidate" for t in filled.trigger.subtree),
    "jointly": jointly,
    "together": together,
    "will": will,
    "out": out,
    "no-infinitive": lambda filled: not infinitive(filled),
    "theirs": lambda filled: any(c.lower_ in {"their", "its", "our"} for c in filled.trigger.children),
    "indefinite": lambda filled: any(c.lower_ in {"a", "an"} for c in filled.trigger.children),
    "of-something": of_something,
    "no-name": lambda filled: filled.trigger.pos_ != "PROPN",  # "launched the Grid *Challenge*"
    "of-ties": lambda filled: any(syntax.lemma(t) in filled.words.ties for t in syntax.after(filled.trigger, "of")),
}
