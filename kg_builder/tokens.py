"""A parsed text as plain objects: Doc, Span and Token have the names and meanings that they have in spaCy.

spaCy's own are views on its memory: whoever asks a token for its head, children or lemma gets a new object or string
each time. Rules ask many times over, so the parse is copied once; reading an attribute then takes a tenth of the time.
Only what rules read is here; a token is equal to itself alone.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, count, pairwise
from typing import Any, Literal, overload

import spacy.tokens

#: Attributes that are strings and those that hold or not, in the order of the fields of ``Token``.
_NAMED = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_FLAGS = ("SENT_START", "IS_SPACE", "IS_PUNCT", "IS_STOP", "LIKE_NUM")
_IOB = ("", "I", "O", "B")


@dataclass(slots=True)
class Annotations:
    """What our components put on a Doc, each from its own module; docs/architecture.md has the table."""

    article: Any = None
    dateline: str | None = None  #: the city of a dateline, which "here" means
    mentions: Any = ()
    mentions_within: Any = ()
    mention_at: Any = None
    dates: Any = ()
    lexicons: Any = None
    people: Any = ()
    referents: Any = None
    frames: Any = ()


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word, a mark or white space; ``children`` stand in text order, the root is its own ``head``."""

    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_sent_start: bool
    is_space: bool
    is_punct: bool
    is_stop: bool
    like_num: bool
    doc: "Doc" = field(init=False)
    sent: "Span" = field(init=False)
    head: "Token" = field(init=False)
    children: list["Token"] = field(init=False, default_factory=list)
    _subtree: "tuple[Token, ...] | None" = field(init=False, default=None)

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def is_upper(self) -> bool:
        return self.text.isupper()

    @property
    def is_title(self) -> bool:
        return self.text.istitle()

    @property
    def text_with_ws(self) -> str:
        return self.text + self.whitespace_

    @property
    def subtree(self) -> tuple["Token", ...]:
        """The token and all below it; in text order where no branches cross."""
        if self._subtree is None:
            self._subtree = tuple(self._branches())
        return self._subtree

    def forget_subtrees(self) -> None:
        """To be called where links of the token's sentence were changed: what hangs on what is asked anew."""
        for token in self.sent:
            token._subtree = None

    def hang(self, head: "Token", dep: str) -> None:
        """Moves the token, with all below it, to another head; it stays where that would make a circle."""
        if head is self or self.is_ancestor(head):
            return
        if self.head is not self:
            self.head.children.remove(self)
        self.head, self.dep_ = head, dep
        head.children.append(self)
        head.children.sort(key=lambda child: child.i)
        self.forget_subtrees()

    def _branches(self) -> Iterator["Token"]:
        """Without recursion: a list of a thousand names is a tree as deep."""
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            token, opened = waiting.pop()
            if opened or not token.children:
                yield token
                continue
            waiting += [(child, False) for child in reversed(token.children) if child.i > token.i]
            waiting.append((token, True))
            waiting += [(child, False) for child in reversed(token.children) if child.i < token.i]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The governors of the token, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """What is coordinated with the token, nearest to the first of all first, without the token."""
        if self.dep_ != "conj" and not self.children:
            return ()
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        members = [first]
        for member in members:
            members += [child for child in member.children if child.dep_ == "conj" and child.i > member.i]
        return tuple(member for member in members if member is not self)

    def is_ancestor(self, other: "Token") -> bool:
        return any(token is self for token in other.ancestors)

    def nbor(self, distance: int = 1) -> "Token":
        """The token so far behind this one. Raises IndexError outside of the text."""
        if self.i + distance < 0:
            raise IndexError(self.i + distance)
        return self.doc.tokens[self.i + distance]


@dataclass(slots=True, unsafe_hash=True)  # not frozen: that would double the time that making one takes
class Span:
    """Tokens ``start:end`` of a Doc."""

    doc: "Doc"
    start: int
    end: int
    label_: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Span": ...
    def __getitem__(self, at: int | slice) -> "Token | Span":
        if isinstance(at, int):
            return self.doc.tokens[range(self.start, self.end)[at]]
        start, stop, _ = at.indices(len(self))
        return Span(self.doc, self.start + start, self.start + max(start, stop))

    @property
    def start_char(self) -> int:
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Offset behind the last token, white space not counted."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char]

    @property
    def text_with_ws(self) -> str:
        return self.text + self[-1].whitespace_ if self else ""

    @property
    def ents(self) -> list["Span"]:
        """The named entities that lie within the span."""
        return [ent for ent in self.doc.ents if self.start <= ent.start and ent.end <= self.end]

    @property
    def sent(self) -> "Span":
        """The sentence in which the span starts."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The first root of a sentence in the span, else the token with the shortest way to its root."""
        tokens = self.doc.tokens[self.start : self.end]
        own = next((token for token in tokens if token.head is token), None)
        if own is not None:
            return own
        heads = [token for token in tokens if not self.start <= token.head.i < self.end]
        return min(heads, key=_depth, default=tokens[0])


class Doc:
    """A parsed text."""

    def __init__(self, tokens: list[Token], text: str = "") -> None:
        self.tokens = tokens
        self.text = text
        self.ents: tuple[Span, ...] = ()
        self._ = Annotations()

    @classmethod
    def of(cls, parsed: spacy.tokens.Doc) -> "Doc":
        """The text with what spaCy's pipeline says of it, sentences included."""
        named = _named(parsed)
        iob = [_IOB[value] for value in parsed.to_array("ENT_IOB").tolist()]
        spaces = [" " if value else "" for value in parsed.to_array("SPACY").tolist()]
        flags = [[value == 1 for value in parsed.to_array(attribute).tolist()] for attribute in _FLAGS]
        starts = accumulate((len(text) + len(space) for text, space in zip(named[0], spaces, strict=True)), initial=0)
        tokens = [Token(*values) for values in zip(count(), starts, *named, iob, spaces, *flags, strict=False)]
        doc = cls(tokens, parsed.text)
        for token, step in zip(tokens, parsed.to_array("HEAD").astype("int64").tolist(), strict=True):
            token.doc, token.head = doc, tokens[token.i + step]
            if step:
                token.head.children.append(token)
        doc.ents = tuple(Span(doc, ent.start, ent.end, ent.label_) for ent in parsed.ents)
        for sentence in doc.sents:
            for token in sentence:
                token.sent = sentence
        return doc

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, int):
            return self.tokens[at]
        start, stop, _ = at.indices(len(self.tokens))
        return Span(self, start, max(start, stop))

    @cached_property
    def sents(self) -> tuple[Span, ...]:
        starts = [token.i for token in self.tokens if token.is_sent_start or token.i == 0]
        return tuple(Span(self, start, end) for start, end in pairwise([*starts, len(self.tokens)]))

    @cached_property
    def _offsets(self) -> list[int]:
        return [token.idx for token in self.tokens]

    def char_span(self, start: int, end: int, alignment_mode: Literal["strict", "expand"] = "strict") -> Span | None:
        """The tokens of characters ``start:end``; None where ``strict`` asks for an edge that is inside a token."""
        first, last = (bisect_right(self._offsets, at) - 1 for at in (start, end - 1))
        if not 0 <= start < end <= len(self.text):
            return None
        opening, closing = self.tokens[first], self.tokens[last]
        if alignment_mode == "strict" and (start != opening.idx or end != closing.idx + len(closing.text)):
            return None
        if start == opening.idx + len(opening.text):  # the space behind a token is none of it
            first += 1
        return Span(self, first, last + 1)


def _depth(token: Token) -> int:
    """Steps up to the root; most of all for white space and marks on which nothing hangs."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc.tokens)
    return sum(1 for _ in token.ancestors)


def _named(parsed: spacy.tokens.Doc) -> list[list[str]]:
    """Each of the attributes of all tokens; each string is looked up once."""
    columns: list[list[int]] = parsed.to_array(list(_NAMED)).T.tolist()
    strings = {key: parsed.vocab.strings[key] for key in set().union(*columns)}
    return [[strings[key] for key in column] for column in columns]
