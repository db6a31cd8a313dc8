"""Persons of a text and their offices as short strings, for tables of tests."""

from collections.abc import Callable

from kg_builder.mentions import Mentions
from kg_builder.model import Article
from kg_builder.people import People, Person
from kg_builder.tokens import Doc


def reader(nlp: Callable[[str], Doc]) -> Callable[..., Doc]:
    """Reads a text up to its persons; ``publisher`` and ``title`` are those of the article."""
    components = (Mentions(None), People(None))

    def annotated(text: str, publisher: str | None = None, title: str | None = None) -> Doc:
        doc = nlp(text)
        doc._.article = Article("a", text, publisher=publisher, title=title)
        for component in components:
            doc = component(doc)
        return doc

    return annotated


def told(person: Person) -> str:
    if person.tenure is None:
        return person.name
    parts = [person.name, person.tenure.official.of.id, person.tenure.office_class, person.tenure.status]
    return " | ".join(parts).removesuffix(" | incumbent")


def officials(doc: Doc) -> list[str]:
    return sorted(told(person) for person in doc._.people if person.tenure is not None)
