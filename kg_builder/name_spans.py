"""Where a text writes the name of a person: capitalised words, initials, particles and suffixes, no titles.

Spans are token ranges ``[start, end)``. The model's entities only help: names of the world are most of what it misses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kg_builder.office_words import Words
from kg_builder.tokens import Token

Span = tuple[int, int]
Casing = Literal["sentence", "title", "capitals"]
_LONGEST = 7
_VOWEL = re.compile(r"(?i)[aeiouyàáâäãåèéêëìíîïòóôöõøùúûü]")
_EXCELLENCY = "HE"


@dataclass(slots=True)
class NameReader:
    """Reads names at given places of one Doc."""

    words: Words
    casing: list[Casing] = field(init=False)  #: of the line that a token stands in
    runs: tuple[Span, ...] = field(init=False)  #: names of two words or more, and what the model takes for a person

    def __post_init__(self) -> None:
        self.casing = ["sentence"] * len(self.words.doc)
        for start, end in _lines(self.words):
            self.casing[start:end] = [_casing(self.words, start, end)] * (end - start)
        self.runs = tuple(self._runs())

    def after_titles(self, i: int) -> int:
        """First word at or behind ``i`` that is no honorific or further title ("Trade Representative Ambassador X")."""
        words = self.words
        while True:
            found = self.courtesy(i)
            if found is None or (words.at(i) == "m" and words.doc[i].text != "M."):
                title = words.longest(i, words.lexicon.head_at)
                chained = title and title[1] and title[1].head.kind in {"fixed", "rank"} and not title[1].plural
                if title is None or not chained or not words.capital(i) or self.read(title[0]) == title[0]:
                    return i
                if self.is_given(i, title[0]):
                    return i
                found = (title[0], "")
            i = words.after(found[0] - 1)
            if words.at(i) == "." and words.at(i - 1) in {"lt", "h.e", "hon"}:
                i = words.after(i)

    def courtesy(self, i: int) -> tuple[int, str] | None:
        """The end of the honorific that begins at ``i``; "HE" is one, "He" a family name."""
        words = self.words
        if i < len(words.doc) and words.doc[i].text == _EXCELLENCY:
            return i + 1, ""
        return words.longest(i, words.lexicon.honorific_at)

    def is_given(self, i: int, end: int) -> bool:
        """The "Gen" of "Minister Gen Mori": before one name, without a full stop, a short title is none."""
        short = end == i + 1 and len(self.words.doc[i]) < 4 and not self.words.doc[i].text.endswith(".")
        return short and not self.words.capital(self.words.after(end))

    def read(self, i: int) -> int:
        """End of the name that starts at ``i``; ``i`` itself if none does."""
        words, end = self.words, i
        if not words.capital(i) and words.at(i) not in words.lexicon.particles:
            return i
        while end < len(words.lower) and end - i < _LONGEST + 3:
            if self._is_word(end, first=end == i):
                end += 1
            elif end > i and self._is_suffix(end):
                end += 1
                break
            elif end > i and words.at(end) == "," and self._is_suffix(end + 1) and words.at(end + 1) in {"jr", "sr"}:
                end += 2
                break
            elif self._is_particle(end):
                end += 1
            elif end > i and self._is_nickname(end):
                end += 3
            elif end > i and not words.at(end) and end + 1 < len(words.lower) and self._joins(end):
                end += 2  # "Jae-won", "al-Amin"
            else:
                break
            if words.doc[end - 1].is_space:
                return i
        return self._cut(i, end)

    def _runs(self) -> Iterator[Span]:
        """Left to right, none overlapping."""
        i = 0
        while i < len(self.words.lower):
            end = self.read(i) if self.casing[i] != "capitals" and not self._continues(i) else i
            if end > i and (self._is_long(i, end) or self._is_entity(i, end)):
                yield i, end
            i = max(end, i + 1, self._behind_title(i) if end == i else i)

    def _behind_title(self, i: int) -> int:
        """ "Crown Prince X": no name starts inside of a title of several words."""
        titled = self.words.longest(i, self.words.lexicon.head_at) if self.words.capital(i) else None
        return titled[0] if titled else i

    def is_surname_only(self, span: Span) -> bool:
        return not self._is_long(*span)

    def _is_long(self, start: int, end: int) -> bool:
        return sum(1 for i in range(start, end) if self.words.capital(i)) > 1

    def _is_entity(self, start: int, end: int) -> bool:
        return any(token.ent_type_ == "PERSON" for token in self.words.doc[start:end])

    def _continues(self, i: int) -> bool:
        """A name does not start behind a capitalised word that it leans on ("Toyota Motor")."""
        before = self.words.doc[i - 1] if i else None
        return before is not None and before.text == "-" and not before.whitespace_

    def _is_word(self, i: int, *, first: bool) -> bool:
        words, token = self.words, self.words.doc[i]
        word = words.at(i)
        if not word or not token.text[0].isupper() or not any(sign.isalpha() for sign in token.text):
            return False
        if token.text.strip(".").isupper() and len(token.text.strip(".")) > 3 and self.casing[i] != "capitals":
            return token.ent_type_ == "PERSON" or (first and self._is_family_name(i))
        is_person = token.ent_type_ == "PERSON"
        if i in words.owners:
            return (
                is_person
                and (not first or words.owners[i].form not in {"demonym", "abbreviation"})
                and (not first or self._is_in_long_entity(token))
            )
        if word in words.lexicon.not_names and not self._is_word_name(i):
            return False
        if len(word) > 1 and first and self.courtesy(i):
            return False
        titled = words.longest(i, words.lexicon.head_at) if first else None
        if titled and titled[0] > i + 1 and words.capital(titled[0]):  # "Crown Prince X"
            return False
        if is_person or self.casing[i] == "capitals":
            return True
        known = words.starts_office(i) or words.longest(i, words.lexicon.rank_at)
        if known and not words.is_title_name(i) and (first or word not in words.lexicon.surnames):
            return False
        if word in words.lexicon.not_names:
            return True
        return not (token.is_stop and token.pos_ not in {"PROPN", "NOUN"}) and (
            not token.is_sent_start or not token.is_stop
        )

    def _is_family_name(self, i: int) -> bool:
        """The first word of "Foreign Minister DOE Kenta", right behind an office."""
        words, following = self.words, self.words.doc[i + 1 : i + 2]
        before = words.before(i)
        titled, part = (
            words.longest_before(before, words.lexicon.head_at),
            words.longest_before(before, words.lexicon.part_at),
        )
        given = len(following) == 1 and following[0].is_title and following[0].pos_ == "PROPN"
        known = i in words.owners or i + 1 in words.owners or words.starts_office(i + 1)
        return bool(titled or part) and words.doc[i].is_alpha and given and not known

    def _is_word_name(self, i: int) -> bool:
        """ "He" of "He Lifeng" in the middle of a sentence, "A." of "Kofi A. Annan"."""
        words, token = self.words, self.words.doc[i]
        if len(token.text) == 2 and token.text[1] == "." and words.capital(i + 1):
            return not words.doc[i + 1].is_sent_start
        if words.at(i + 1) == "" and i + 2 < len(words.lower) and not words.doc[i + 1].is_space:
            return True  # "In-ho"
        within = not token.is_sent_start and i > 0 and words.doc[i - 1].text not in {'"', "'", ":"}
        following = words.at(i + 1) not in words.lexicon.not_names
        return words.at(i) in words.lexicon.word_names and within and words.capital(i + 1) and following

    def _is_in_long_entity(self, token: Token) -> bool:
        return any(
            ent.label_ == "PERSON" and ent.start <= token.i < ent.end and len(ent) > 1 for ent in token.sent.ents
        )

    def _is_suffix(self, i: int) -> bool:
        """A numeral is in capitals: "Mohammed VI", but "Xi" and "Vi" are names."""
        words = self.words
        numeral = words.at(i) not in {"jr", "sr"}
        return words.at(i) in words.lexicon.suffixes and (words.doc[i].is_upper if numeral else words.capital(i))

    def _is_particle(self, i: int) -> bool:
        words = self.words
        if words.at(i) not in words.lexicon.particles or i in words.owners:
            return False
        following = words.after(i)
        if words.at(following) in words.lexicon.particles:
            following = words.after(following)
        return following < len(words.lower) and following - i < 6 and self._is_word(following, first=False)

    def _is_nickname(self, i: int) -> bool:
        """ "(Bo)" of "Robert (Bo) Lind"."""
        doc = self.words.doc
        if i + 3 >= len(doc) or (doc[i].text, doc[i + 2].text) not in {('"', '"'), ("(", ")"), ("'", "'")}:
            return False
        return (
            doc[i + 1].is_title and doc[i + 3].is_title and not doc[i].whitespace_ and self._is_word(i + 3, first=False)
        )

    def _joins(self, i: int) -> bool:
        """Whether the looked-through token at ``i`` is a hyphen inside a name."""
        doc = self.words.doc
        following = doc[i + 1]
        written = following.text[0].isupper() or (
            doc[i - 1].text[0].isupper() and len(following.text) < 6 and following.is_alpha
        )
        return (
            not doc[i].is_space
            and not following.is_space
            and (written or self.words.at(i - 1) in self.words.lexicon.particles)
        )

    def _cut(self, start: int, end: int) -> int:
        """Without what cannot end a name; in a headline in title case, up to where the model sees the name end."""
        words = self.words
        while end > start and (
            words.doc[end - 1].text in {"-", ","}
            or (words.doc[end - 1].text.islower() and words.at(end - 1) in words.lexicon.particles)
        ):
            end -= 1
        if not any(
            words.capital(i) and _letters(words.doc[i].text) > 1 and not self._is_suffix(i) for i in range(start, end)
        ):
            return start
        if end == start + 1 and _is_acronym(words.doc[start].text):
            return start
        return self._cut_headline(start, end) if self.casing[start] == "title" else end

    def _cut_headline(self, start: int, end: int) -> int:
        """ "Biden Meets Xi": where every word has a capital, a name is what the text below repeats.

        Or a person right behind an office or its state: "Statement by the President of Kenya *William Roe*", "Statement
        from Secretary *Jane Doe* on Peru".
        """
        words, before = self.words, self.words.before(start)
        title, part = (
            words.longest_before(before, words.lexicon.head_at),
            words.longest_before(before, words.lexicon.part_at),
        )
        titled = (title is not None or part is not None) and not words.capital(end)
        person = any(ent.label_ == "PERSON" and (ent.start, ent.end) == (start, end) for ent in words.doc.ents)
        if person and (before in words.owners or titled):
            return end
        repeated = start
        for i in range(start, end):
            if _letters(self.words.doc[i].text) and self._is_repeated(i):
                repeated = i + 1
            elif _letters(self.words.doc[i].text) < 2:  # an initial, a hyphen
                continue
            elif repeated > start:
                break
        return repeated

    def _is_repeated(self, i: int) -> bool:
        token = self.words.doc[i]
        return any(
            other.text == token.text and self.casing[other.i] == "sentence" and not other.is_sent_start
            for other in self.words.doc
            if other.lower_ == token.lower_
        )


def _lines(words: Words) -> Iterator[Span]:
    start = 0
    for i, word in enumerate((*words.lower, "\n")):
        sentence = i < len(words.doc) and words.doc[i].is_sent_start
        if word == "\n" or sentence:
            if i > start:
                yield start, i
            start = i


def _casing(words: Words, start: int, end: int) -> Casing:
    long = [token.text for token in words.doc[start:end] if token.is_alpha and len(token) > 3]
    if len(long) > 1 and all(word.isupper() for word in long):
        return "capitals"
    last = next((token.text for token in reversed(words.doc[start:end]) if not token.is_space), "")
    ends = last in {".", "?", "!", '"'} or (last.endswith((".", ":")) and _tells(words, start, end))
    mostly = sum(word[0].isupper() for word in long) >= 0.85 * len(long)
    if len(long) > 3 and not ends and mostly and not _is_signature(words, start, end):
        return "title"
    return "sentence"


def _tells(words: Words, start: int, end: int) -> bool:
    """ "President Doe *met* President Roe in Washington, D.C.": a headline writes its verb with a capital."""
    return any(token.tag_ in {"VBD", "VBZ", "VBP"} and token.text.islower() for token in words.doc[start:end])


def _is_signature(words: Words, start: int, end: int) -> bool:
    """ "Ann Marie Poe, Deputy Spokesperson": a name and an office fill the line."""
    comma = next((i for i in range(start, end) if words.at(i) == ","), end)
    verbal = any(token.pos_ in {"VERB", "AUX"} for token in words.doc[start:end])
    behind = range(comma, min(end, comma + 4))
    return not verbal and comma - start < 8 and any(words.longest(i, words.lexicon.head_at) for i in behind)


def _is_acronym(word: str) -> bool:
    """ "Members of the G7 *RRM*": capitals that nobody can speak as a name."""
    return len(word) > 1 and word.isupper() and not _VOWEL.search(word)


def _letters(word: str) -> int:
    return sum(sign.isalpha() for sign in word) if not word.endswith(("-", "'")) else 0
