"""What a rule is: triple patterns in, a triple or a contradiction out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rdflib import Variable
from rdflib.term import Node

Triple: TypeAlias = tuple[Node, Node, Node]
#: A triple in which variables may stand.
Atom: TypeAlias = tuple[Node, Node, Node]
Binding: TypeAlias = Mapping[Node, Node]


@dataclass(frozen=True, slots=True)
class Rule:
    """One axiom of the ontology as a rule. ``head`` is None where the body contradicts the ontology."""

    name: str  #: of the rule in OWL 2 Profiles, section 4.3: ``prp-spo2``
    axiom: str  #: the axiom in words: ``participatesAs o agreementCounterpart -> agreesWith``
    body: tuple[Atom, ...]
    head: Atom | None


@dataclass(frozen=True, slots=True)
class Derived:
    """A triple that follows, the rule by which it does, and the triples it follows from in the order of the rule."""

    triple: Triple
    rule: Rule
    premises: tuple[Triple, ...]

    def key(self) -> tuple[str, tuple[str, ...]]:
        """Sorts derivations: the rule with its axiom, and the premises as N-Triples without dots, sorted."""
        premises = sorted(" ".join(term.n3() for term in premise) for premise in self.premises)
        return f"{self.rule.name}: {self.rule.axiom}", tuple(premises)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Triples that cannot all be true, and the rule that says so."""

    rule: Rule
    premises: tuple[Triple, ...]

    def __str__(self) -> str:
        facts = " . ".join(" ".join(term.n3() for term in premise) for premise in self.premises)
        return f"{self.rule.axiom}; yet {facts}"


def match(atom: Atom, triple: Triple, binding: Binding) -> dict[Node, Node] | None:
    """``binding`` with what ``atom`` needs to equal ``triple``, or None if it cannot."""
    extended = dict(binding)
    for term, value in zip(atom, triple, strict=True):
        if isinstance(term, Variable):
            if extended.setdefault(term, value) != value:
                return None
        elif term != value:
            return None
    return extended


def instance(atom: Atom, binding: Binding) -> Triple:
    """``atom`` with its variables replaced, as far as they are bound."""
    subject, predicate, object_ = atom
    return binding.get(subject, subject), binding.get(predicate, predicate), binding.get(object_, object_)
