"""What parties do together: bodies formed, exercises held, ties restored."""

from collections.abc import Iterator

from kg_builder.tellings import Telling, instances, tell
from kg_builder.tokens import Doc


def cooperation(doc: Doc) -> Iterator[Telling]:
    """Tellings of cooperation."""
    meant = {i.outer.trigger.i for i in doc._.frames if i.outer is not None}
    meant |= {i.verb.i for i in doc._.frames if i.verb != i.trigger}
    for instance in instances(doc, "cooperation"):
        if instance.frame.status == "planned" and instance.trigger.i in meant:
            continue  # what they intend is told by its own frame
        yield tell(instance)
