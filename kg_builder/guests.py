"""Who receives a "visiting minister": whoever acts in the clause, else the state of the capital in which it is told."""

from kg_builder import syntax
from kg_builder.linking import Referents
from kg_builder.naming import NOBODY, Referent, union
from kg_builder.tokens import Token


def host(visiting: Token, referents: Referents) -> Referent:
    """ "*Peru* told the visiting minister", "the visiting minister said in *Lima*"; nobody where neither is told."""
    guest = visiting.head
    guests = referents.one(guest).parties
    verb = next((t for t in guest.ancestors if t.pos_ == "VERB"), None)
    if verb is None:
        return NOBODY
    inside = set(guest.subtree)
    doers = [m for t in syntax.subjects(verb) for m in syntax.conjuncts(t) if m not in inside]
    receiving = [p for p in referents.all(doers).parties if p not in guests]
    if receiving:
        return Referent(tuple(receiving))
    places = [t for t in verb.sent if t.dep_ == "pobj" and t.head.lower_ == "in"]
    seats = union(referents.naming.seat_of(t) for t in places)
    return seats if len(seats.parties) == 1 else NOBODY
