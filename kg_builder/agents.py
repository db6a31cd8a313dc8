"""Who does what a verb without a party for its subject says: who decided it, issued it, or through what they act."""

from dataclasses import dataclass

from kg_builder import effects, syntax
from kg_builder.linking import Referents
from kg_builder.makers import Makers
from kg_builder.naming import NOBODY, Referent, union
from kg_builder.participants import Participants
from kg_builder.role_words import RolesLexicon
from kg_builder.tokens import Token

_POINTING = {"this", "that", "these", "those"}
_COPULAS = {"be", "become"}
#: Who does this to a document does not do what it says.
_NOT_MADE = {"refuse", "cancel", "prevent", "delay", "deny", "propose"}


@dataclass(frozen=True)
class Agents:
    """Looks around one verb."""

    verb: Token
    words: RolesLexicon
    participants: Participants
    makers: Makers

    @property
    def referents(self) -> Referents:
        return self.participants.referents

    def minded(self) -> Referent:
        """ "Peru welcomed the *EU* decision to impose": whoever decided imposes, not whoever speaks of it."""
        verb = self.verb
        while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            verb = verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ == "in":
            return self._praised(verb.head.head)
        infinitive = verb.dep_ in {"acl", "relcl"} and any(c.tag_ == "TO" for c in verb.children)
        if not infinitive or syntax.lemma(verb.head) not in self.words.minds:
            return NOBODY
        return self.referents.beside(verb.head)

    def _praised(self, head: Token) -> Referent:
        """ "Praised *Peru's* role in expanding", "the leadership *of Peru* in enhancing": these expand and enhance."""
        if head.pos_ == "NOUN" and syntax.governing_verb(head) is not None:
            head, nouns = syntax.governing_verb(head) or head, [head]
        else:
            nouns = syntax.objects(head)
        if head.pos_ != "VERB" or effects.on_object(head) != "presuppose":
            return NOBODY
        whose = (self.referents.beside(noun) or self.referents.all(syntax.after(noun, "of")) for noun in nouns)
        return next((named for named in whose if named), NOBODY)

    def issuers(self) -> list[Token]:
        """ "*He* signed an order prohibiting exports", "that bans"; but not "he praised people supporting Peru"."""
        verb = self.verb
        binds = verb.tag_ == "VBG" or (verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBD"})
        issued = any(syntax.lemma(a) in self.words.issued for a in verb.ancestors)
        document = syntax.governing_verb(verb.head)
        turned_down = document is not None and effects.on_object(document) in _NOT_MADE  # "vetoed a resolution"
        return syntax.issuers(verb) if binds and issued and not turned_down else []

    def issuer(self, noun: Token) -> Referent:
        """ "New *U.S.* rules require", "*Chinese* ships entered", "a statement issued by *Poland* condemned"."""
        lemma = syntax.lemma(noun)
        if lemma in self.words.documents | self.words.enactments | {"action"}:
            return self.makers.issuers(noun)
        if lemma not in self.words.instruments | self.words.objects["force"]:
            return NOBODY
        led = [t for c in noun.children if c.lower_ == "led" for t in c.children]  # "*US*-led forces"
        return self.referents.beside(noun) or self.referents.all(led)

    def listing(self) -> Referent:
        """ "*Oslo* has acted. This includes *banning* imports": who did what the sentence before says; "*Oslo's* steps
        included"."""
        verb = self.verb
        while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            verb = verb.head
        including = verb.head
        if verb.tag_ != "VBG" or including.lemma_ != "include" or including == verb:
            return NOBODY
        subjects = syntax.subjects(including)
        owned = union(map(self.referents.beside, subjects))
        taken_up = any(_POINTING & {t.lower_, *(c.lower_ for c in t.children if c.dep_ == "det")} for t in subjects)
        if owned or not taken_up or including.sent.start == 0:
            return owned
        return self.referents.all(syntax.subjects(including.doc[including.sent.start - 1].sent.root))

    def commanding(self, heads: list[Token]) -> Referent:
        """ "*Oslo* directed its minister to impose": what those do who are told to by their own, these do."""
        words, verb = self.referents.words, self.verb
        while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            verb = verb.head
        commander = verb.head
        if verb.dep_ not in {"xcomp", "ccomp", "advcl"} or commander.lemma_ not in effects.lexicon(verb.doc).commanding:
            return NOBODY
        serving = words.government | words.titles | words.persons
        own = heads and all(syntax.lemma(head) in serving for head in heads)
        return self.referents.all(syntax.subjects(commander)) if own else NOBODY

    def in_force(self) -> Referent:
        """ "The app was banned *in Peru*": where nobody says by whom, the state in which it is banned has done it."""
        agentless = syntax.is_passive(self.verb) and not syntax.subjects(self.verb)
        if not agentless or self.verb.lemma_ not in self.words.banning:
            return NOBODY
        where = [m for t in syntax.after(self.verb, "in") for m in syntax.conjuncts(t)]
        named = union(self.referents.naming.name(t) for t in where)
        return named if all(p.kind == "state" for p in named.parties) else NOBODY

    def announced(self) -> Referent:
        """ "*Oslo* said that duties would be imposed on Peru": whoever says what will be done to others does it."""
        verb, saying = self.verb, self.verb.head
        ahead = any(c.lower_ in {"will", "would"} for c in verb.children)
        if not ahead or verb.dep_ != "ccomp" or saying.lemma_ not in self.referents.words.saying:
            return NOBODY
        taken = verb.lemma_ in self.words.banning | self.words.imposing
        if not syntax.is_passive(verb) or syntax.subjects(verb) or not taken:
            return NOBODY
        speaker = self.referents.all(syntax.subjects(saying))
        named = (t for t in verb.subtree if t.pos_ in {"PROPN", "PRON", "ADJ"})
        spoken_of = [p for t in named for p in self.referents.one(t).parties]
        return speaker if len(speaker.parties) == 1 and speaker.parties[0] not in spoken_of else NOBODY

    def among(self, heads: list[Token]) -> Referent:
        """ "*Oslo* is one of the countries that signed", "was among states that won", "the third to"."""
        named = NOBODY
        for head in heads:
            above = head.head
            if head.dep_ == "pobj" and above.lower_ in {"of", "among"} and syntax.is_plural(head):
                above = above.head.head if above.head.dep_ == "attr" else above.head
            elif head.dep_ != "attr":
                continue
            if above.lemma_ in _COPULAS:
                named |= self.referents.all(t for t in syntax.subjects(above) if t.pos_ != "PRON")
        return named
