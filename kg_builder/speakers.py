"""Who says "we" and "I": whom the words around a quotation or the head of a statement name, else who publishes it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from kg_builder import effects, syntax, tense
from kg_builder.groups import Groups
from kg_builder.issuers import Issuers
from kg_builder.naming import NOBODY, Naming, Referent, union
from kg_builder.tokens import Doc, Token

WE = frozenset({"we", "us", "our", "ours", "ourselves"})
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741
_JOINT = re.compile(r"(?i)\bjoint(?:ly)?\b|\bour (?:two )?(?:countries|nations|peoples)")
_FINITE = {"VBD", "VBP", "VBZ"}
_SPEAKER = 8  #: words before the colon in "FOREIGN MINISTER DOE OF CHAD: We ..."


@dataclass
class Speakers:
    """Resolves "we" and "I" in one Doc; ``of`` resolves the phrase of a noun, coordination included."""

    doc: Doc
    naming: Naming
    groups: Groups
    publisher: Referent
    issuers: Issuers
    of: Callable[[Token], Referent]

    def of_pronoun(self, token: Token) -> Referent:
        """Quoted, "we" is who says it; outside, who issues the text: the parties of a statement, else nobody."""
        if self._quoted[token.i]:
            return self._quoted_speaker(token)
        if token.lower_ in I:
            return self._announced(token) or self._headed(token, within=_SPEAKER) or self.publisher | self._signed
        said = self._reported(token) or self._announced(token) or self._met_with(token)
        return said or self._headed(token, within=_SPEAKER) or self.voice

    def _quoted_speaker(self, token: Token) -> Referent:
        """The subject of the verb of saying nearest to the quotation: in its sentence, right behind it, before it in
        the paragraph. A paragraph that is all quotation goes on with what the one before quotes."""
        start, end = self._paragraph(token)
        close = next((i for i in range(token.i, end) if not self._quoted[i]), end)
        behind = takewhile(lambda t: t.text not in {".", '"'}, self.doc[close + 1 : end])
        before = self.doc[start : token.i]
        for words in (token.sent, behind, reversed(before)):
            verb = next((t for t in words if self._says(t)), None)
            if verb is not None:
                return self._all(syntax.subjects(verb))
        source = next((t for t in token.sent if t.lower_ == "according" and not self._quoted[t.i]), None)
        if source is not None:
            return self._all(t for t in source.subtree if t.dep_ == "pobj" and t.head.lower_ == "to")
        if self.doc[start].text == '"' and start > 0:
            return self._quoted_before(start - 1)
        return self._headed(token) or self._acted_before(token.sent.start, start)

    def _quoted_before(self, last: int) -> Referent:
        """Whom the paragraph that ends with the token quotes, or announces ("Minister Jane Doe said:")."""
        start, end = self._paragraph(self.doc[last])
        quoted = [i for i in range(start, end) if self._quoted[i]]
        verb = next((t for t in reversed(self.doc[start:end]) if self._says(t)), None)
        if verb is not None:
            closing = next((t.text for t in reversed(self.doc[start:end]) if not t.is_space), "")
            return self._all(syntax.subjects(verb)) if quoted or closing == ":" else NOBODY
        return self._quoted_before(start - 1) if quoted and self.doc[start].text == '"' and start > 0 else NOBODY

    def _acted_before(self, end: int, start: int) -> Referent:
        """ "Norway condemned the strike. 'We ask ...'": whoever is the one subject of the sentence before."""
        if end <= start:
            return NOBODY
        sentence = self.doc[end - 1].sent
        verbs = [t for t in sentence if t.dep_ == "ROOT" and t.tag_ in {"VBD", "VBZ", "VBN"}]
        named = self._all(s for verb in verbs for s in syntax.subjects(verb))
        return named if len(named.parties) == 1 else NOBODY

    def _says(self, token: Token) -> bool:
        return token.pos_ == "VERB" and token.lemma_ in self.naming.words.saying and not self._quoted[token.i]

    def _paragraph(self, token: Token) -> tuple[int, int]:
        """The first token of its paragraph, and the end of it."""
        start = next((i + 1 for i in range(token.i - 1, -1, -1) if "\n" in self.doc[i].text), 0)
        end = next((i for i in range(token.i, len(self.doc)) if "\n" in self.doc[i].text), len(self.doc))
        return start, max(end, token.i + 1)

    def _announced(self, token: Token) -> Referent:
        """ "Minister Jane Doe said: *We* ...", without marks: what stands behind is all hers."""
        for i in range(token.i - 1, -1, -1):
            if self.doc[i].text != ":" or self._quoted[i]:
                continue
            verb = next((t for t in reversed(self.doc[self.doc[i].sent.start : i]) if self._says(t)), None)
            if verb is None:
                continue
            first = next((t for t in self.doc[i + 1 : token.i + 1] if not t.is_space), token)
            return self._all(syntax.subjects(verb)) if first.text != '"' else NOBODY
        return NOBODY

    def _reported(self, token: Token) -> Referent:
        """ "The envoy said *we* are working on it": reported without marks, "we" is still who says so."""
        for verb in token.ancestors:
            if verb.lemma_ in self.naming.words.saying and verb.pos_ == "VERB" and token not in verb.children:
                subjects = [s for s in syntax.subjects(verb) if s.lower_ not in WE | I]
                return Referent(self._all(subjects).parties)
        return NOBODY

    def _met_with(self, token: Token) -> Referent:
        """ "I spoke with Secretary Doe. *We* agreed ...": the speaker and whom the speaker met just before."""
        verb = token.head
        if (
            token.dep_ != "nsubj"
            or verb.lemma_ not in self.naming.words.reciprocal
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
            if met.lemma_ in self.naming.words.met:
                others = [*syntax.after(met, "with", "to"), *(o for o in syntax.objects(met))]
                told = [s for s in syntax.subjects(met) if s.lower_ in {"i", "we"}]
                named = self._all(others) if told else NOBODY
                if named:
                    return self.voice | named
        return self._partner(token)

    def _partner(self, token: Token) -> Referent:
        """ "*Dr Roe and I* discussed trade. ... *We* agreed": the one with whom the speaker last did something."""
        for other in reversed(self.doc[: token.i]):
            if other.lower_ == "i" and other.dep_ == "conj" and other.head.dep_ == "nsubj":
                named = self._all(m for m in syntax.conjuncts(other.head) if m.lower_ not in I)
                return self.voice | named if named else NOBODY
        return NOBODY

    def _headed(self, token: Token, within: int | None = None) -> Referent:
        """ "Secretary Jane Doe: 'We ...'", in transcripts without marks: the paragraph opens with its speaker and a
        colon, ``within`` so many words."""
        start, _ = self._paragraph(token)
        for i in range(start, min(token.i, start + within) if within else token.i):
            if self.doc[i].text == ":":
                named = [self.doc[k] for k in range(start, i) if k in self.naming.person_at]
                return self.naming.name(named[0]) if named else NOBODY
        return NOBODY

    @cached_property
    def voice(self) -> Referent:
        """The parties that speak as "we": those who say who they are, those whom the head of a statement names, else
        the publisher, else the first group of a joint statement."""
        introduced = self._introduced() or self.issuers.several(self.doc) or self._opening()
        if introduced:
            return introduced
        if self.publisher and not _JOINT.search(self._head):
            return self.publisher | self._signed
        if self._is_of_media or not any(t.lower_ in {"we", "our"} and not self._quoted[t.i] for t in self.doc):
            return NOBODY
        if self.publisher and self._acts_first(self.publisher):
            return self.publisher | self._signed
        first = next((Referent(g.referent.parties) for g in self.groups.all), NOBODY)
        # what others state jointly may only be spoken of ("comment on the joint statement of A and B")
        if set(self.publisher.parties) <= set(first.parties):
            return first
        return self.publisher

    def _acts_first(self, who: Referent) -> bool:
        """ "Norway imposed sanctions today. *We* also ...": alone, before "we" and before any who act together."""
        speaks = next((t.i for t in self.doc if t.lower_ == "we" and not self._quoted[t.i]), 0)
        if any(group.at < speaks for group in self.groups.all):
            return False
        verbs = (t for t in self.doc[:speaks] if t.dep_ == "ROOT" and t.pos_ == "VERB")
        return any(self._all(syntax.subjects(verb)).parties == who.parties for verb in verbs)

    @property
    def _is_of_media(self) -> bool:
        """Published by somebody who is no party, and no joint statement: "we" are the reporters, or whom they asked."""
        published = self.doc._.article is not None and self.doc._.article.publisher
        return bool(published) and not self.publisher and not _JOINT.search(self._head)

    @cached_property
    def _signed(self) -> Referent:
        """The one official of the publisher's who speaks for it, as the head says."""
        parties = self.publisher.parties
        return self.issuers.official(self.doc, parties[0]) if len(parties) == 1 else NOBODY

    def _introduced(self) -> Referent:
        """ "*We, the ministers of Chad and Mali*, reaffirm": who speaks, whoever publishes it; of "*the G7 ministers of
        Canada, France ...*" those listed."""
        for token in self.doc[:-2]:
            if token.lower_ != "we" or self._quoted[token.i] or self.doc[token.i + 1].lower_ not in {",", "the"}:
                continue
            named = takewhile(lambda t: t.pos_ not in {"VERB", "AUX"}, self.doc[token.i + 1 : token.sent.end])
            found = union(self.naming.name(t) for t in named)
            if found:
                return Referent(self.issuers.apart(found.parties))
        return NOBODY

    def _opening(self) -> Referent:
        """ "*Chad, Mali and Peru condemn* the strike. We ask ...": several who act by saying so, first of all."""
        first = next(
            (t for t in self.doc if t.dep_ == "ROOT" and {t.tag_, *(c.tag_ for c in t.children)} & _FINITE), None
        )
        if first is None or self._is_of_media or self._quoted[first.i]:
            return NOBODY
        moved = self.naming.words.moved & {first.lower_, *(c.lower_ for c in first.children)}
        acts = tense.tense(first) == "present" and (moved or first.lemma_ in effects.lexicon(self.doc).acts)
        issued = syntax.objects(first) if first.lemma_ in self.naming.words.releasing else ()
        states = acts or any(syntax.lemma(noun) in self.naming.words.statements for noun in issued)
        named = self._all(syntax.subjects(first)) if states else NOBODY
        return Referent(self.issuers.apart(named.parties)) if len(named.parties) > 1 else NOBODY

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

    def _all(self, tokens: Iterable[Token]) -> Referent:
        return union(map(self.of, tokens))
