"""Which companies a phrase names: bodies that are neither states nor organizations, and act as these do."""

import re
from dataclasses import dataclass
from functools import cached_property

from kg_builder import syntax
from kg_builder.model import Entity
from kg_builder.naming import Naming
from kg_builder.tokens import Doc, Span, Token

_IT = {"it"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_SENTENCES_BACK = 3
#: What no word for a company makes one; what is taken for a person or place often is a firm unknown to the recognizer.
_NO_COMPANIES = {"LOC", "FAC", "DATE", "TIME", "NORP", "LANGUAGE", "LAW", "EVENT"}


@dataclass
class Companies:
    """Finds the companies of one Doc."""

    doc: Doc
    naming: Naming

    def of(self, token: Token) -> Entity | None:
        """The company that the phrase of the token names or means; None otherwise."""
        if token.lower_ in _IT:
            return self._meant(token)
        if self.naming.name(token) or token.i in self.naming.person_at:
            return None
        if self._is_word(token):
            return next((named for t in self._names_of(token) if (named := self._named(t))), self._named_before(token))
        return self._named(token)

    def is_sure(self, token: Token) -> bool:
        """Whether what the recognizer takes for a body is called a firm, or ends in no common word in capitals."""
        if self._is_word(token) or token.text in self._introduced:
            return True
        mentions = (self.doc._.mention_at.get(t.i) for t in token.children if t.i < token.i and t.ent_type_ == "ORG")
        within = any(m is not None and m.entity.kind == "organization" for m in mentions)  # "*UN* Operations in Chad"
        return not within and syntax.lemma(token) not in self.naming.words.no_bodies

    def _named(self, token: Token) -> Entity | None:
        if token.pos_ not in {"PROPN", "NOUN"}:
            return None
        if token.ent_type_ == "ORG":
            span = next((ent for ent in self.doc.ents if ent.start <= token.i < ent.end), None)
        else:
            known = token.text in self._introduced or self._deals_with_company(token)
            span = self._with_forenames(token) if known else None
        if span is None or self._is_part_of_title(span) or self._is_mention(token, span) or _is_currency(span):
            return None
        span = self._own_words(token, span)
        name = re.sub(r"^[Tt]he\s|'s?$", "", " ".join(self._text(span).replace("’", "'").split())).strip(" ,")
        if name.casefold() in self.naming.words.no_bodies:
            return None  # "Call with *Allies* and *Partners*", a heading
        full = self._expanded(name)
        is_document = full != name and not self.naming.words.no_bodies.isdisjoint(full.casefold().split())  # an "MOU"
        return Entity("company", full) if len(name) > 2 and not is_document else None

    def _deals_with_company(self, token: Token) -> bool:
        """ "*Doegas* and Roe Energy signed a contract", "Roe Energy signed it with *Doegas*": a company, as the other.

        The recognizer takes single names for anything; those of two words mostly are persons.
        """
        nation = (self.naming.party_at(c) for c in token.children if c.dep_ == "poss")  # "*Chile's* Doegas"
        owned = any(mention is not None and mention.entity.kind == "state" for mention in nation)
        kinds = _NO_COMPANIES if owned else _NO_COMPANIES | {"GPE"}
        doubtful = token.ent_type_ in kinds or token.i in self.naming.person_at
        if (
            token.pos_ != "PROPN"
            or doubtful
            or (token.ent_type_ == "PERSON" and self._with_forenames(token)[0] != token)
        ):
            return False
        noun = token
        while noun.dep_ == "conj":
            noun = noun.head
        by_with = noun.dep_ == "pobj" and noun.head.lower_ == "with"
        verbs = (t for t in noun.ancestors if t.pos_ == "VERB") if by_with or noun.dep_ == "nsubj" else iter(())
        verb = next(verbs, None)
        if verb is None or verb.lemma_ not in self.naming.words.dealing:
            return False
        partners = [] if by_with else [t for t in verb.subtree if t.dep_ == "pobj" and t.head.lower_ == "with"]
        others = [m for s in (*syntax.subjects(verb), *partners) for m in syntax.conjuncts(s) if m != token]
        return any(m.ent_type_ == "ORG" and m.i not in self.doc._.mention_at for m in others)

    def _with_forenames(self, token: Token) -> Span:
        """ "*Roegas Neft*", whatever the recognizer takes it for."""
        before = [c.i for c in token.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i < token.i]
        return self.doc[min([*before, token.i]) : token.i + 1]

    def _is_mention(self, token: Token, span: Span) -> bool:
        """Whether the name is a state's, a body's or a good's; "Doe *Pharmaceuticals*" only ends in a good."""
        mention = self.doc._.mention_at.get(token.i)
        return mention is not None and (mention.entity.kind != "good" or span.start_char >= mention.start)

    def _meant(self, pronoun: Token) -> Entity | None:
        """ "*Doe Bank* said *it* will lend": the subject of its own sentence that is nearest to the main verb."""
        before = [t for t in pronoun.sent if t.i < pronoun.i and t.dep_ in _SUBJECTS and t.lower_ not in _IT]
        subjects = [t for t in before if t.head in pronoun.ancestors]
        return self.of(subjects[0]) if len(subjects) == 1 else None

    def _named_before(self, word: Token) -> Entity | None:
        """ "*The bank* will lend": the company that was the subject of one of the last sentences."""
        if word.tag_ != "NN" or [c.lower_ for c in word.children if c.i < word.i] != ["the"]:
            return None
        sentences = [s for s in self.doc.sents if s.start < word.sent.start][-_SENTENCES_BACK:]
        for sentence in reversed(sentences):
            named = {c for t in sentence if t.dep_ in _SUBJECTS for m in syntax.conjuncts(t) if (c := self._named(m))}
            if named:
                return named.pop() if len(named) == 1 else None
        return None

    @cached_property
    def _introduced(self) -> frozenset[str]:
        """Single names that the text calls a company ("the gas producer, *Roegas*"), or that are recognized as one."""
        called = {t.text for word in self.doc if self._is_word(word) for t in self._names_of(word)}
        found = {ent.text for ent in self.doc.ents if ent.label_ == "ORG" and len(ent) == 1}
        others = {t.text for t in self.doc if t.ent_type_ in {"GPE", "PERSON"}}
        return frozenset(name for name in called | (found - others) if name[:1].isupper())

    def _is_word(self, token: Token) -> bool:
        """A common noun for a company."""
        return token.pos_ == "NOUN" and syntax.lemma(token) in self.naming.words.firms

    def _names_of(self, word: Token) -> list[Token]:
        """ "The Chinese company *Doegas*", "the monopoly, *Doegas*", "*Doegas*, a producer of gas"."""
        behind = [c for c in word.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
        # "its owner, *the Chilean firm* Doegas"
        behind += [t for c in word.children if c.dep_ == "appos" and self._is_word(c) for t in self._names_of(c)]
        before = [word.head] if word.dep_ in {"appos", "compound"} and word.head.pos_ == "PROPN" else []
        # "energy companies Roegas and Doegas": the parser makes two objects of it
        twins = [c for c in word.head.children if c.dep_ == word.dep_ and c.pos_ == "PROPN" and c.i > word.i]
        twins = [m for t in twins if min(s.i for s in t.subtree) == word.i + 1 for m in syntax.conjuncts(t)]
        named = [t for t in (*behind, *before, *twins) if t.ent_type_ not in _NO_COMPANIES]
        return [t for t in named if not self.naming.name(t)]

    def _own_words(self, token: Token, span: Span) -> Span:
        """Of "Doe Bank and Roe Fund of Chile", taken for one name, the words of the token's own."""
        others = {t.i for c in token.children if c.dep_ in {"conj", "cc"} for t in c.subtree}
        own = [t.i for t in span if t == token or (token.is_ancestor(t) and t.i not in others)]
        return self.doc[min(own, default=span.start) : max(own, default=span.end - 1) + 1]

    def _is_part_of_title(self, span: Span) -> bool:
        """ "Trade & Industry" of "Trade & Industry Minister Doe"."""
        if span.end >= len(self.doc):
            return False
        following = self.doc[span.end]
        return syntax.lemma(following) in self.naming.words.titles or following.i in self.naming.person_at

    def _expanded(self, name: str) -> str:
        """An abbreviation is what the text spelled out before it in brackets."""
        if name.isupper():
            for ent in self.doc.ents:
                if len(ent) > 1 and self.doc[ent.end : ent.end + 2].text == f"({name}":
                    return re.sub(r"^[Tt]he\s", "", self._text(ent))
        return name

    def _text(self, span: Span) -> str:
        article = self.doc._.article
        return str(article.text[span.start_char : span.end_char]) if article else span.text


def _is_currency(span: Span) -> bool:
    """ "Will invest $2 billion *USD*"."""
    before = span.doc[max(0, span.start - 1)]
    return len(span) == 1 and before.i < span.start and before.like_num and span.text.isupper()
