"""Officials: one `Tenure` for each person whom the text presents as holding, having held or about to hold an office."""

from collections.abc import Iterator

from kg_builder.model import Tenure
from kg_builder.tokens import Doc


def officials(doc: Doc) -> Iterator[Tenure]:
    """Tenures in order of the first mention of the person."""
    return (person.tenure for person in doc._.people if person.tenure is not None)
