"""What parties do together: bodies formed, exercises held, ties restored."""

from collections.abc import Iterator
from dataclasses import replace

from kg_builder.frames import Instance
from kg_builder.naming import Referent
from kg_builder.sense_words import lexicon
from kg_builder.tellings import Telling, instances, tell, without_forum
from kg_builder.tokens import Doc


def cooperation(doc: Doc) -> Iterator[Telling]:
    """Tellings of cooperation."""
    meant = {i.outer.trigger.i for i in doc._.frames if i.outer is not None}
    meant |= {i.verb.i for i in doc._.frames if i.verb != i.trigger}
    for instance in map(without_forum, instances(doc, "cooperation")):
        if instance.frame.status == "planned" and instance.trigger.i in meant:
            continue  # what they intend is told by its own frame
        if _is_hoped_of(instance):
            continue
        if _seeks_to_join(instance):
            yield tell(_towards_body(instance), type="request", status="occurred")
            continue
        if instance.status == "proposed" and not _is_offered(instance):
            continue  # "the need to deepen ties" is a wish
        yield tell(instance)


def _is_hoped_of(instance: Instance) -> bool:
    """ "The pact, *which will strengthen* security": what a thing is to bring about is nobody's undertaking."""
    verb = instance.verb
    of_thing = verb.dep_ == "relcl" and not verb.doc._.referents.one(verb.head)
    return of_thing and verb == instance.trigger and "will" in instance.frame.needs


def _seeks_to_join(instance: Instance) -> bool:
    """ "Wants to join NATO", "its bid to join": asked of the body, not done with it."""
    bodies = [p for p in instance.actors.parties if p.kind == "organization"]
    above = instance.verb.head
    asks = above.lemma_.lower() in lexicon(above.doc).seeking
    seeking = instance.verb.dep_ in {"xcomp", "acl", "advcl"} and asks
    others = len(instance.actors.parties) > len(bodies)
    return instance.verb.lemma_ == "join" and seeking and others and instance.status in {"planned", "proposed"}


def _towards_body(instance: Instance) -> Instance:
    bodies = tuple(p for p in instance.actors.parties if p.kind == "organization")
    states = tuple(p for p in instance.actors.parties if p not in bodies)
    officials = tuple(o for o in instance.officials if o.of in states)
    return replace(instance, actors=Referent(states, officials), targets=Referent(bodies))


def _is_offered(instance: Instance) -> bool:
    """Somebody proposed it to the others."""
    offering = lexicon(instance.verb.doc).offering
    return any(above.lemma_ in offering for above in instance.verb.ancestors)
