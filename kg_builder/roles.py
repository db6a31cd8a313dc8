"""Fills the roles of one trigger: which parties, persons, goods stand in which grammatical function of it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from kg_builder import about, sense_words, syntax
from kg_builder.agents import Agents
from kg_builder.companions import companions, joined
from kg_builder.model import Entity
from kg_builder.naming import NOBODY, Referent, union
from kg_builder.targets import Targets

#: What binds parties, and does nothing itself: "strengthening *the Paris Agreement*" is no party to the talks about it.
_TREATY = re.compile(r"(?:Agreement|Accords?|Treaty|Convention|Protocol)$")


class Roles(Targets):
    """Reads who acts, beside those at whom the act is directed (``targets``)."""

    @property
    def _agents(self) -> Agents:
        return Agents(self.verb, self.words, self._participants, self._makers)

    def actors(self, functions: Iterable[str]) -> Referent:
        referent = NOBODY
        # "announced a deal with Peru" is a deal of two only if somebody announced it: companions come last.
        for function in sorted(functions, key=lambda f: f in {"with", "including"}):
            match function:
                case "with" if not referent and self.trigger != self.verb:
                    continue
                case "with" if not referent:
                    referent |= self._participants.opposite(self._all(self.phrases("with")))
                case "beside":
                    referent |= self._beside()
                case "owner":
                    referent |= self._owner()
                case "subject":
                    referent |= self._subject
                case "context":
                    body = any(party.kind == "organization" for party in referent.parties)
                    own = self._beside()
                    if len(own.parties) > 1:  # "the US-Chad pact reached in May"
                        referent |= own
                    elif not body and len(referent.parties) < 2:
                        referent |= self._participants.of_context()
                case "holder":  # "he expressed *Oslo's* concern", "the support *of Oslo*"
                    referent |= NOBODY if referent else self._beside() or self._all(syntax.after(self.trigger, "of"))
                case "voice":
                    referent |= self.referents.speakers.of_pronoun(self.verb)
                case "issuer":
                    referent |= NOBODY if referent else self._makers.issuer()
                case "content":
                    referent |= NOBODY if len(referent.parties) > 1 else self._participants.in_content()
                case "occasion":
                    referent |= NOBODY if len(referent.parties) > 1 else self._participants.at_occasion()
                case "traveller":
                    referent |= NOBODY if referent else self._participants.traveller()
                case "guests":
                    referent |= self._participants.guests()
                case "hosts":
                    referent |= self._participants.hosts()
                case "sender":  # "*Peruvian* troops will be sent to Chad"
                    agentless = not syntax.subjects(self.verb)
                    sent = syntax.objects(self.verb) if agentless else []
                    referent |= union(map(self.referents.beside, sent))
                case "giver":  # "approved *German* aid to Peru": whose it is
                    approved = self.verb.lemma_ in sense_words.lexicon(self.verb.doc).approving
                    referent = (self._beside() if approved else NOBODY) or referent
                case "modified":  # "the visiting *Peruvian president*"
                    referent |= self._all([self.trigger.head])
                case "posted":  # "the ambassador *in Oslo* was summoned"
                    referent |= self._participants.posted()
                case "empowered":  # "the order allows *Norway* to block the assets of"
                    referent |= self._all(t for v in syntax.complements(self.verb) for t in syntax.subjects(v))
                case "whose":  # "the lifting of *Peru's* sanctions"
                    of = [] if referent else syntax.after(self.trigger, "of")
                    referent |= union(map(self.referents.beside, of))
                case "imposer":  # "Peru will face tariffs", "bans on Peru will be lifted": by the other of two
                    referent |= NOBODY if referent else self._makers.imposer(self.within)
                case "clause" | "through":
                    referent |= NOBODY if referent else self._participants.in_clause(through=function == "through")
                case _:
                    referent |= self._all(self.phrases(function))
        referent = self._participants.as_named(referent)
        acting = tuple(party for party in referent.parties if not _TREATY.search(party.id))
        return replace(referent, parties=acting) if acting != referent.parties else referent

    @cached_property
    def _subject(self) -> Referent:
        heads = self.phrases("subject")
        invited = self._invited()
        if invited:
            return invited
        agents = self._agents
        referent = agents.minded() or self._all(heads) or self._all(agents.issuers()) or agents.listing()
        referent = referent or agents.among(heads) or agents.in_force() or agents.announced()
        referent = referent or agents.commanding(heads)
        # "*U.S.* efforts to delist firms", "*U.S.* sanctions imposed in May"; not "*U.S.* envoys expelled from Oslo"
        measure = self.verb.head == self.trigger and syntax.lemma(self.trigger) in self.words.restrictions
        within = self.verb.dep_ in {"acl", "relcl"} and (measure or not syntax.is_passive(self.verb))
        # which of the parties of a deal acts is not said
        within = within and syntax.lemma(self.verb.head) not in self.words.deals
        if not referent and within and self.verb.head.ent_type_ != "PERSON":
            referent = self.referents.beside(self.verb.head)
        if not referent:
            counted = [t for h in heads if h.pos_ == "NUM" for t in syntax.after(h, "of")]  # "three of *Peru's* jets"
            referent = union(map(self._agents.issuer, [*heads, *counted]))
        if not heads and not referent:
            referent = self._participants.of_list()
        if referent:
            referent |= self._all([*companions(self.verb, heads, self.words.concert), *joined(self.verb)])
        # A long list of persons with offices is more than the parser follows; all in the subject's phrase take part.
        inside = [t for head in heads for t in head.subtree if t.i in self.referents.naming.person_at]
        inside = [
            t
            for t in inside
            if t.dep_ in {"conj", "appos"} and not any(a.dep_ in {"relcl", "acl"} for a in t.ancestors)
        ]
        return referent | (self._all(inside) if referent.officials else NOBODY)

    def _owner(self) -> Referent:
        """Whose law or plan it is; "Norway outlines a NATO plan": of the state that acts, not the body beside it."""
        beside = self._beside()
        state = self._subject if any(p.kind == "organization" for p in beside.parties) else NOBODY
        acting = state if any(p.kind == "state" for p in state.parties) else NOBODY
        return acting or beside or self._all(self.phrases("by")) or self._subject

    def _invited(self) -> Referent:
        return self._participants.invited() if self.verb.dep_ in {"ROOT", "conj", "ccomp"} else NOBODY

    def companies(self, functions: Iterable[str]) -> tuple[Entity, ...]:
        found: dict[Entity, None] = {}
        for function in functions:
            for phrase in self.phrases(function) if function != "beside" else ():
                for member in syntax.conjuncts(phrase):
                    company = self.referents.company(member)
                    if company is not None:
                        found[company] = None
        return tuple(found)

    @cached_property
    def goods(self) -> tuple[Entity, ...]:
        """Goods in the clause of the trigger that the act is about."""
        return about.goods(self.trigger, self.verb, self.words.end_use, self.words.trading)
