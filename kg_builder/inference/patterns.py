"""Triple patterns over numbered terms: what they bind, and how one triple leads to another through them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kg_builder.inference.index import ANY, Coded, Known

#: By slot, what a variable stands for; ANY where it is not bound yet.
Binding: TypeAlias = list[int]
Signature: TypeAlias = tuple[int, int]
#: From the parts of one triple, or of two after each other, to another triple; ANY where they do not tell.
Step: TypeAlias = Callable[[Sequence[int]], Coded]


@dataclass(frozen=True, slots=True)
class Pattern:
    """An atom: where a part is a variable its slot, else -1 and the constant."""

    slots: tuple[int, int, int]
    constants: Coded

    def instance(self, binding: Binding) -> Coded:
        (subject, predicate, object_), constants = self.slots, self.constants
        return (
            binding[subject] if subject >= 0 else constants[0],
            binding[predicate] if predicate >= 0 else constants[1],
            binding[object_] if object_ >= 0 else constants[2],
        )

    def bind(self, binding: Binding, triple: Coded) -> Binding | None:
        """``binding`` with what the pattern needs to equal ``triple``, or None if it cannot."""
        bound = binding.copy()
        for slot, constant, value in zip(self.slots, self.constants, triple, strict=True):
            if slot < 0:
                if constant != value:
                    return None
            elif bound[slot] == ANY:
                bound[slot] = value
            elif bound[slot] != value:
                return None
        return bound

    @property
    def signature(self) -> Signature:
        return self.constants[1], self.constants[2]

    @property
    def is_plain(self) -> bool:
        """Whether a triple that has the pattern's signature is sure to match it."""
        subject, predicate, object_ = self.slots
        return subject >= 0 > predicate and subject != object_


def joined(patterns: tuple[Pattern, ...], entry: Pattern) -> tuple[Pattern, ...]:
    """``patterns`` such that each next one shares a variable with those before, where one does."""
    bound, rest, ordered = {*entry.slots}, list(patterns), []
    while rest:
        best = max(rest, key=lambda pattern: sum(slot in bound or slot < 0 for slot in pattern.slots))
        rest.remove(best)
        ordered.append(best)
        bound.update(best.slots)
    return tuple(ordered)


def solved(patterns: tuple[Pattern, ...], at: int, binding: Binding, known: Known) -> Iterator[Binding]:
    """The bindings under which all patterns from ``at`` on are known."""
    if at == len(patterns):
        yield binding
        return
    pattern = patterns[at]
    wanted = pattern.instance(binding)
    if wanted[0] and wanted[1] and wanted[2]:
        if wanted in known:
            yield from solved(patterns, at + 1, binding, known)
        return
    for triple in known.matching(*wanted):
        bound = pattern.bind(binding, triple)
        if bound is not None:
            yield from solved(patterns, at + 1, bound, known)


def step(slots: tuple[int, ...], conclusion: Pattern) -> Step:
    """From the parts that stand in ``slots`` to ``conclusion``.

    The commonest forms are told apart, since this is what closing spends its time on.
    """
    one, two, three = conclusion.constants
    first, second, third = (slots.index(slot) if slot in slots and slot >= 0 else None for slot in conclusion.slots)
    if first is not None and second is None and third is None:
        return lambda parts: (parts[first], two, three)
    if first is not None and second is None and third is not None:
        return lambda parts: (parts[first], two, parts[third])
    return lambda parts: (
        one if first is None else parts[first],
        two if second is None else parts[second],
        three if third is None else parts[third],
    )
