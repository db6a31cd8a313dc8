"""Mends what the parser makes of the words before a guest's name: "Hon.", "His Highness", "visiting"."""

from kg_builder.tokens import Token

#: "His *Highness* President Doe": what some are addressed by.
_HONOURS = {"Highness", "Excellency", "Majesty"}
_ABBREVIATED = {"Hon.", "Amb."}


def mend(token: Token) -> None:
    """Corrects in place; needs ``doc._.mention_at``."""
    if token.text in _HONOURS and token.pos_ in {"PROPN", "NOUN"}:
        _honour(token)
    elif token.text in _ABBREVIATED and token.dep_ in {"pobj", "dobj"} and token.i + 1 < len(token.doc):
        _courtesy(token)
    elif token.lower_ == "visiting":
        _visiting(token)


def _honour(title: Token) -> None:
    """ "*His Highness* President Doe": who is met is Doe, in the place that the parser gives the title."""
    named = next((c for c in title.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if named is not None and title.dep_ in {"pobj", "dobj", "nsubj", "conj"}:
        named.hang(title.head, title.dep_)
        for other in [c for c in title.children if c.i > title.i]:
            other.hang(named, other.dep_)
        title.hang(named, "compound")


def _courtesy(title: Token) -> None:
    """ "Met *Hon.* Mr. Doe": the same."""
    name = title.doc[title.i + 1]
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    if name.pos_ == "PROPN" and name.head is not name and name not in title.ancestors:
        name.hang(title.head, title.dep_)
        title.hang(name, "compound")


def _visiting(participle: Token) -> None:
    """ "Met *visiting* Foreign Minister Roe": the guest is visiting, and not the host.

    Its lemma tells it from the verb: who is visiting a minister visits nobody's state.
    """
    verb = participle.head
    opening = participle.dep_ == "csubj" and participle.is_sent_start
    guests = [*participle.children, *(c for c in verb.children if opening and c.dep_ == "nsubj")]
    guest = next((c for c in guests if c.dep_ in {"dobj", "nsubj"}), None)
    behind = participle.dep_ in {"advcl", "xcomp", "ccomp", "pcomp"} and participle.i == verb.i + 1
    if guest is not None and (behind or opening) and _is_person(guest, participle):
        guest.hang(verb, "nsubj" if opening else "pobj" if verb.pos_ == "ADP" else "dobj")
        participle.hang(guest, "amod")
    if participle.dep_ == "amod":
        participle.lemma_ = "visiting"


def _is_person(guest: Token, participle: Token) -> bool:
    if guest.i in guest.doc._.mention_at:
        return False  # "looked forward to *visiting Jordan*"
    return guest.ent_type_ == "PERSON" or (guest.i > participle.i + 1 and guest.tag_ == "NNP")
