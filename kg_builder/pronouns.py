"""Whom "they", "it", "she" and "we" stand for.

Centering in its simplest form (Grosz, Joshi and Weinstein 1995): the nearest subject that agrees in number and kind, in
the pronoun's own sentence or the three before. Where that subject is no party, the pronoun is none either.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from kg_builder import syntax
from kg_builder.groups import Groups
from kg_builder.naming import NOBODY, Naming, Referent, union
from kg_builder.tokens import Doc, Token

THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
IT = frozenset({"it", "its", "itself"})
SHE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741
ALL = THEY | WE | I | IT | SHE
_JOINT = re.compile(r"(?i)\bjoint(?:ly)?\b|\bour (?:two )?(?:countries|nations|peoples)")
_SAYING = {"say", "tell", "add", "note", "state", "write"}
_SENTENCES_BACK = 4
#: What "we" did to one another, in the past; and where they did it.
_RECIPROCAL = {"agree", "discuss", "meet", "talk", "speak", "decide", "reaffirm", "commit", "sign", "review", "confer"}
_MEETING = {"speak", "meet", "talk", "call", "host", "welcome", "receive", "confer"}


@dataclass
class Pronouns:
    """Resolves the pronouns of one Doc; ``of`` resolves the phrase of a noun, coordination included."""

    doc: Doc
    naming: Naming
    groups: Groups
    publisher: Referent
    of: Callable[[Token], Referent]

    def referent(self, token: Token) -> Referent:
        form = token.lower_
        if form in WE | I:
            return self.speaker(token)
        if form in THEY:
            return self._plural(token)
        if form in IT:
            return self._singular(token, person=False)
        if form in SHE:
            return self._singular(token, person=True)
        if form in self.naming.words.counts:
            return Referent(self.groups.latest(token.i, self.naming.words.counts[form]).parties)
        return NOBODY

    def speaker(self, token: Token) -> Referent:
        """ "We" quoted is who says it; outside, who issues the text: a joint statement's parties, else nobody."""
        if not self._quoted[token.i]:
            if token.lower_ in I:
                return self.publisher
            return self._reported(token) or self._met_with(token) or self.voice
        for verb in token.sent:
            if verb.lemma_ in _SAYING and not self._quoted[verb.i]:
                return self._all(syntax.subjects(verb))
        return self._headed(token)

    def _reported(self, token: Token) -> Referent:
        """ "The envoy said *we* are working on it": reported without marks, "we" is still who says so."""
        for verb in token.ancestors:
            if verb.lemma_ in _SAYING and verb.pos_ == "VERB" and token not in verb.children:
                subjects = [s for s in syntax.subjects(verb) if s.lower_ not in WE | I]
                return Referent(self._all(subjects).parties)
        return NOBODY

    def _met_with(self, token: Token) -> Referent:
        """ "I spoke with Secretary Doe. *We* agreed ...": the speaker and whom the speaker met just before."""
        verb = token.head
        if (
            token.dep_ != "nsubj"
            or verb.lemma_ not in _RECIPROCAL
            or verb.tag_ != "VBD"
            or len(self.voice.parties) != 1
        ):
            return NOBODY
        since = token.sent.start
        for _ in range(2):
            since = self.doc[max(0, since - 1)].sent.start
        for group in reversed(self.groups.all):
            if group.acting and since <= group.at < token.i:
                return group.referent
            if group.at < since:
                break
        for met in reversed(self.doc[since : token.i]):
            if met.lemma_ in _MEETING:
                others = [*syntax.after(met, "with", "to"), *(o for o in syntax.objects(met))]
                told = [s for s in syntax.subjects(met) if s.lower_ in {"i", "we"}]
                named = self._all(others) if told else NOBODY
                if named:
                    return self.voice | named
        return NOBODY

    def _headed(self, token: Token) -> Referent:
        """ "Secretary Jane Doe: 'We ...'": the paragraph opens with its speaker and a colon."""
        start = next((i + 1 for i in range(token.i, -1, -1) if "\n" in self.doc[i].text), 0)
        for i in range(start, token.i):
            if self.doc[i].text == ":":
                named = [self.doc[k] for k in range(start, i) if k in self.naming.person_at]
                return self.naming.name(named[0]) if named else NOBODY
        return NOBODY

    @cached_property
    def voice(self) -> Referent:
        """The parties that speak as "we": those who say who they are, else those of a joint statement, else the
        publisher, else the first group."""
        introduced = self._introduced()
        if introduced:
            return introduced
        if self.publisher and not _JOINT.search(self._head):
            return self.publisher
        if not any(t.lower_ in {"we", "our"} and not self._quoted[t.i] for t in self.doc):
            return NOBODY
        first = next((Referent(g.referent.parties) for g in self.groups.all), NOBODY)
        # what others state jointly may only be spoken of ("comment on the joint statement of A and B")
        if set(self.publisher.parties) <= set(first.parties):
            return first
        return self.publisher

    def _introduced(self) -> Referent:
        """ "*We, the ministers of Chad and Mali*, reaffirm": who speaks, whoever publishes it."""
        for token in self.doc[:-2]:
            if token.lower_ != "we" or self._quoted[token.i] or self.doc[token.i + 1].text != ",":
                continue
            named = takewhile(lambda t: t.pos_ not in {"VERB", "AUX"}, self.doc[token.i + 2 : token.sent.end])
            found = union(self.naming.name(t) for t in named)
            if found:
                return Referent(found.parties)
        return NOBODY

    @property
    def _head(self) -> str:
        title = self.doc._.article.title if self.doc._.article else None
        return f"{title or ''}\n{self.doc[:80].text}"

    @cached_property
    def _quoted(self) -> list[bool]:
        """For each token, whether it stands within quotation marks; a new paragraph closes them."""
        inside, found = False, []
        for token in self.doc:
            if token.is_space and "\n" in token.text:
                inside = False
            elif token.text == '"':
                inside = not inside
            found.append(inside)
        return found

    def _plural(self, token: Token) -> Referent:
        own = self._own_subject(token)
        if len(own.parties) > 1:
            return own
        for sentence in self._sentences_before(token):
            heads = [t for t in sentence if t.i < token.i]
            subjects = sorted((t for t in heads if _is_subject(t)), key=lambda t: (_depth(t), -t.i))
            others = [t for t in heads if t.dep_ in {"dobj", "pobj", "agent"}]
            for head in subjects + others:
                referent = self.of(head)
                if len(referent.parties) > 1 or len(referent.officials) > 1:
                    return referent
        return self.groups.recent(token) if _is_subject(token) else NOBODY

    def epithet(self, noun: Token) -> Referent:
        """ "The country", "the kingdom": the state that acted last."""
        return self._singular(noun, person=False)

    def _own_subject(self, token: Token) -> Referent:
        """A possessive first means who acts in its own clause: "urged Rome to lift *its* ban" is Rome's.

        What one is praised, blamed or punished for is one's own: "hit out at Rome over *its* ban".
        """
        reason = token.head.head
        if token.dep_ == "poss" and token.head.dep_ == "pobj" and reason.lower_ in {"over", "for"}:
            heads = [*syntax.objects(reason.head), *syntax.after(reason.head, "at", "against")]
            named = self._all([t for t in heads if t.i < token.i and self.naming.phrase(t)])
            if len(named.parties) == 1:
                return named
        for ancestor in token.ancestors if token.dep_ == "poss" else ():
            if ancestor.pos_ in {"VERB", "AUX"}:
                heads = [t for t in syntax.subjects(ancestor) if t != token and token not in t.subtree]
                return self._all(heads)
        return NOBODY

    def _singular(self, token: Token, *, person: bool) -> Referent:
        own = self._own_subject(token)
        if len(own.parties) == 1 and bool(own.officials) == person:
            return own
        # "Doe thanked *her*" is not Doe
        others = syntax.subjects(token.head) if token.dep_ in {"dobj", "dative"} else []
        for sentence in self._sentences_before(token):
            heads = [t for t in sentence if t.i < token.i]
            subjects = sorted((t for t in heads if _is_subject(t)), key=lambda t: (not _is_main(t), t.i))
            for head in subjects:
                if head in others:
                    continue
                referent = self.of(head)
                single = head.tag_ in {"NN", "NNP"} or head.ent_type_ == "ORG"  # "Doe Airlines"
                if not referent and not person and token in sentence and single:
                    return NOBODY  # "the firm said it ...": a subject of its own sentence that is no party
                if (
                    len(referent.parties) == 1
                    and len(referent.officials) < 2
                    and self._is_person(head, referent) == person
                ):
                    return referent
            if person:
                named = {
                    self.naming.person_at[t.i].name: t
                    for t in heads
                    if t.i in self.naming.person_at and t not in others
                }
                if len(named) == 1:
                    return self.naming.name(next(iter(named.values())))
        return NOBODY

    def _is_person(self, head: Token, referent: Referent) -> bool:
        if head.i in self.naming.person_at or head.lower_ in SHE:
            return True
        words = self.naming.words
        return syntax.lemma(head) in words.titles | words.persons and head.tag_ in {"NN", "NNP"}

    def _sentences_before(self, token: Token) -> list[list[Token]]:
        return [list(s) for s in self.doc.sents if s.start <= token.i][-_SENTENCES_BACK:][::-1]

    def _all(self, tokens: list[Token]) -> Referent:
        whole = NOBODY
        for token in tokens:
            whole |= self.of(token)
        return whole


def _is_subject(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"} and (token.lower_ not in WE or token.text == "US")


def _depth(subject: Token) -> int:
    """Of the sentence's own verb first, then of a clause beside or below it, then of others."""
    return 0 if subject.head.dep_ == "ROOT" else 1 if _is_main(subject) else 2


def _is_main(token: Token) -> bool:
    return token.head.dep_ in {"ROOT", "conj", "ccomp"}
