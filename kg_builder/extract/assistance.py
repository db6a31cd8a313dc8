"""Aid in money, arms or goods; support in words."""

from collections.abc import Iterator

from kg_builder.tellings import Telling, instances, tell
from kg_builder.tokens import Doc


def assistance(doc: Doc) -> Iterator[Telling]:
    """Tellings of aid and support."""
    given = {i.trigger.i for i in doc._.frames if i.type == "aid"}
    for instance in instances(doc, "assistance"):
        if instance.type == "support" and instance.trigger.i in given:
            continue  # "will support the project" is help in means, told as aid
        if instance.type == "support" and instance.status == "not-occurred":
            continue  # who does not praise says nothing
        yield tell(instance)
