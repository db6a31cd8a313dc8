"""The roles of a trigger with who and what fills them: what the needs of a frame look at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg_builder import sense_words, syntax
from kg_builder.model import MUTUAL, Entity, EventType
from kg_builder.naming import NOBODY, Referent
from kg_builder.roles import Roles
from kg_builder.sense_words import SenseWords
from kg_builder.tokens import Token

#: Types that are directed at companies and the like too.
_ADDRESSING: frozenset[EventType] = frozenset(
    {"restriction", "easing", "request", "criticism", "threat", "rejection", "support", "aid"}
)


@dataclass(frozen=True)
class Filled:
    """The roles of a trigger with who and what fills them, looked for when first asked for: most triggers lack what is
    needed already in the words around them.

    ``acting`` and ``aimed_at`` are the functions in which a frame has its actors and targets. ``words`` are those that
    tell the sense of the trigger; those that tell who takes part are ``roles.words``.
    """

    roles: Roles
    type: EventType
    acting: tuple[str, ...]
    aimed_at: tuple[str, ...]

    @cached_property
    def actors(self) -> Referent:
        return self.roles.actors(self.acting)

    @cached_property
    def companies(self) -> tuple[Entity, ...]:
        trade = self.verb != self.trigger and syntax.lemma(self.trigger) in self.roles.words.objects["trade"]
        if self.type == "restriction" and trade and not self.actors.parties:
            return self.roles.companies(["subject"])  # "Doegas halted deliveries to Peru"
        if self.type == "meeting":
            return self.roles.companies(["with"])
        return self.roles.companies(self.acting) if self.type in {"agreement", "aid"} else ()

    @cached_property
    def targets(self) -> Referent:
        if self.type in MUTUAL and len(self.actors.parties) > 1:
            return NOBODY
        found = self.roles.targets(self.aimed_at, self.actors.parties, companies=self.type in _ADDRESSING)
        return self.roles.but_recipients(found) if self.type == "criticism" else found

    @property
    def goods(self) -> tuple[Entity, ...]:
        return self.roles.goods

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
