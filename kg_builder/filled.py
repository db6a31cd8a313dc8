"""The roles of a trigger with who and what fills them: what the needs of a frame look at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg_builder import sense_words
from kg_builder.model import Entity
from kg_builder.naming import Referent
from kg_builder.roles import Roles
from kg_builder.sense_words import SenseWords
from kg_builder.tokens import Token


@dataclass(frozen=True, slots=True)
class Filled:
    """The roles of a trigger with who and what fills them.

    ``words`` are those that tell the sense of the trigger; those that tell who takes part are ``roles.words``.
    """

    roles: Roles
    actors: Referent
    targets: Referent
    goods: tuple[Entity, ...]
    companies: tuple[Entity, ...]

    @property
    def trigger(self) -> Token:
        return self.roles.trigger

    @property
    def verb(self) -> Token:
        return self.roles.verb

    @property
    def words(self) -> SenseWords:
        return sense_words.lexicon(self.trigger.doc)


#: What a frame may need so that its trigger has the sense that it means.
Need = Callable[[Filled], bool]
Needs = Mapping[str, Need]
