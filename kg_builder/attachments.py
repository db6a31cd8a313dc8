"""Mends of phrases that the parser hangs on the wrong word: each is hung where the meaning has it.

"Spoke by *phone with Roe*", "a memorandum on *lithium between* Chad and Mali", "leaves on *2 May for* Chad". Needs
``doc._.mention_at``.
"""

from kg_builder import effects, parse_words, role_words
from kg_builder.effects import lexicon
from kg_builder.tokens import Doc, Token

_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
#: Links of words within one phrase.
_INNER = {"pobj", "prep", "conj", "compound", "nmod", "appos", "agent"}
_BETWEEN = {"between", "among"}
_AIMS = {"for", "to", "with"}
_WAYS = {"by", "through"}


def mend(doc: Doc) -> Doc:
    """The Doc with its misplaced phrases hung anew."""
    for token in doc:
        word = token.lower_
        if token.dep_ == "prep" and word in _BETWEEN:
            _parties_behind_matter(token)
        elif token.dep_ == "prep" and word in _AIMS and token.head.ent_type_ == "DATE":
            _aim_behind_day(token)
        elif token.dep_ == "prep" and word == "with" and token.head.lower_ in parse_words.lexicon(doc).telephones:
            _partner_behind_means(token)
        elif token.dep_ == "prep" and word in _WAYS and token.head.lower_ == "including":
            _way_included(token)
        elif token.dep_ == "prep" and word == "from" and token.head.pos_ == "VERB":
            _where_people_are_from(token)
        elif token.dep_ == "prep" and word in {"at", "during", "in"}:
            _occasion_of_agreeing(token)
        elif token.dep_ == "ccomp" and token.tag_ == "VBG":
            _object_that_begins(token)
        elif token.dep_ == "appos" or (token.dep_ == "conj" and token.ent_type_ == "PERSON"):
            _subject_behind_setting(token)
        elif token.dep_ == "relcl":
            _which_took_place(token)
        elif word == "lower" and token.dep_ == "amod":
            _to_lower(token)
        elif token.dep_ == "oprd" and token.ent_type_ == "PERSON":
            _who_is_called(token)
    return doc


def _named(preposition: Token) -> bool:
    return any(c.dep_ == "pobj" and c.pos_ == "PROPN" and c.ent_type_ != "DATE" for c in preposition.children)


def _is_dated(preposition: Token) -> bool:
    return any(c.ent_type_ == "DATE" for c in preposition.children)


def _parties_behind_matter(preposition: Token) -> None:
    """ "A memorandum on *lithium between* Chad and Mali": whose memorandum it is, not whose lithium."""
    noun = preposition.head
    heads = role_words.lexicon(noun.doc).deals | lexicon(noun.doc).occasions
    while noun.lemma_.lower() not in heads:
        if noun.dep_ != "pobj" or noun.head.lower_ not in {"on", "of", "for", "in"} or noun.head.head.pos_ != "NOUN":
            return
        noun = noun.head.head
    if noun is not preposition.head and _named(preposition):
        preposition.hang(noun, "prep")


def _aim_behind_day(preposition: Token) -> None:
    """ "Leaves on 2 May *for Chad*", "met on 2 May *with* Roe": it is the verb's, as is the day."""
    day, verb = preposition.head, preposition.head.head.head
    if day.dep_ == "pobj" and day.head.dep_ == "prep" and verb.pos_ == "VERB" and _named(preposition):
        preposition.hang(verb, "prep")


def _partner_behind_means(preposition: Token) -> None:
    """ "Spoke by phone *with Roe*": with whom somebody spoke."""
    means, verb = preposition.head, preposition.head.head.head
    spoken = means.dep_ == "pobj" and means.head.lower_ in {"by", "via", "over", "through"} and verb.pos_ == "VERB"
    if spoken and not any(c.dep_ == "det" for c in means.children) and _named(preposition):
        preposition.hang(verb, "prep")


def _way_included(preposition: Token) -> None:
    """ "Will help its banks, *including by cutting* duties": who helps cuts them."""
    including = preposition.head
    verb = next((t for t in including.ancestors if t.pos_ == "VERB"), None)
    if verb is None or verb.i > including.i or effects.on_object(verb) == "presuppose":
        return  # "thanked Peru for its help, including by": Peru does
    if any(c.dep_ == "pcomp" for c in preposition.children):
        preposition.hang(verb, "prep")
        including.hang(preposition, "advmod")


def _where_people_are_from(preposition: Token) -> None:
    """ "Will meet *officials from* Chad": nobody is met from Chad."""
    people = preposition.doc[preposition.i - 1] if preposition.i else preposition
    met = people.head is preposition.head or people.head.head is preposition.head
    if people.lemma_ in parse_words.lexicon(preposition.doc).people and people.dep_ in {"dobj", "pobj"} and met:
        preposition.hang(people, "prep")


def _occasion_of_agreeing(preposition: Token) -> None:
    """ "Agreed to expand trade *at a meeting on Monday*": there they agreed on it."""
    occasion = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if occasion is None or occasion.lemma_.lower() not in lexicon(occasion.doc).occasions:
        return
    if not any(c.lower_ in {"a", "an", "their"} for c in occasion.children):
        return
    content = preposition.head
    while content.dep_ in {"pobj", "prep", "dobj", "conj"} and content.head is not content:
        content = content.head
    agreeing = content.head
    sits = content.lemma_ in parse_words.lexicon(content.doc).sitting
    if content.dep_ == "xcomp" and agreeing.tag_ in {"VBD", "VBN"} and not sits:
        behind = [c for c in content.children if c.dep_ == "prep" and c.i > preposition.i and _is_dated(c)]
        for phrase in (preposition, *behind):
            phrase.hang(agreeing, "prep")


def _object_that_begins(participle: Token) -> None:
    """ "Will make *a visit starting* in May": what one makes, and when it is, no clause of its own."""
    verb = participle.head
    noun = next((c for c in participle.children if c.dep_ == "nsubj" and c.i > verb.i), None)
    timed = participle.lemma_ in parse_words.lexicon(participle.doc).timing
    if noun is None or not timed or any(c.dep_ == "dobj" for c in verb.children):
        return
    if not any(c.dep_ in {"aux", "mark"} for c in participle.children):
        noun.hang(verb, "dobj")
        participle.hang(noun, "acl")


def _which_took_place(verb: Token) -> None:
    """ "Talks on *gas, which took place* in Oslo": what takes place is the talks."""
    noun, words = verb.head, lexicon(verb.doc)
    which = any(c.lower_ in {"which", "that"} and c.dep_ in _SUBJECTS for c in verb.children)
    placed = verb.lemma_ == "take" and any(c.lower_ == "place" for c in verb.children)
    if not which or not (placed or (verb.lemma_ in words.hold and verb.tag_ == "VBN")):
        return
    while noun.lemma_.lower() not in words.occasions:
        if noun.dep_ != "pobj" or noun.head.head.pos_ not in {"NOUN", "PROPN"}:
            return
        noun = noun.head.head
    if noun is not verb.head:
        verb.hang(noun, "relcl")


def _who_is_called(name: Token) -> None:
    """ "*Called President Doe* on Monday": by telephone; nobody was given that name."""
    verb = name.head
    calls = verb.lemma_ in parse_words.lexicon(name.doc).telephoning
    if calls and not any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children):
        name.dep_ = "dobj"


def _subject_behind_setting(noun: Token) -> None:
    """ "In Oslo, *Minister Doe* will attend", "in the presence of Doe, *a pact* was signed": the verb's, not a name of
    what stands before it."""
    setting = noun.head
    while setting.dep_ in _INNER and setting.head.i < setting.i:
        setting = setting.head
    verb, last = setting.head, max(t.i for t in noun.subtree)
    done = setting.tag_ == "VBN" and setting.dep_ in _SUBJECTS | {"advcl"}  # "*chaired by Roe*, the forum met"
    fronted = (
        (setting.dep_ == "prep" or done) and setting.i < noun.i < verb.i and noun.doc[_first(noun) - 1].text == ","
    )
    others = [c for c in verb.children if c.dep_ in _SUBJECTS and c is not setting]
    if not fronted or verb.pos_ not in {"VERB", "AUX"} or others:
        return
    between = [t for t in noun.doc[last + 1 : verb.i] if not t.is_space]
    if any(c.dep_ == "appos" for c in noun.children) and between[:1] and between[0].text == ",":
        between = between[1:]
    finite = verb.tag_ in _FINITE or any(t.tag_ in _FINITE for t in between)
    if finite and all(t.pos_ in {"AUX", "ADV", "PART"} for t in between):
        noun.hang(verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj")
        if done:
            setting.hang(noun, "acl")


def _to_lower(word: Token) -> None:
    """ "Agreed *to lower* barriers": to make them so, not to agree to lower ones."""
    noun, to = word.head, word.head.head
    if to.tag_ != "TO" or to.dep_ != "prep" or noun.dep_ != "pobj" or to.head.pos_ != "VERB":
        return
    if any(c.dep_ in {"det", "poss"} and c.i < word.i for c in noun.children):
        return  # "to *a* lower barrier"
    word.tag_, word.pos_, word.lemma_ = "VB", "VERB", "lower"
    word.hang(to.head, "xcomp")
    noun.hang(word, "dobj")
    to.hang(word, "aux")


def _first(noun: Token) -> int:
    return min(t.i for t in noun.subtree)
