"""The spaCy model and our components behind it: Article in, annotated Doc out.

Token offsets in the Doc are offsets in ``Article.text``: what extraction must not read is blanked with spaces of the
same length, typographic quotes become straight ones one for one, and nothing else moves.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
import spacy.tokens
from spacy.language import Language
from spacy.lexeme import Lexeme
from spacy.pipeline import AttributeRuler, Lemmatizer
from thinc.api import use_ops
from threadpoolctl import ThreadpoolController

from kg_builder import (
    attachments,
    attributes,
    datelines,
    dates,
    entity_recognition,
    frames,
    lexicons,
    lists,
    place_names,
    repairs,
    stray_days,
)
from kg_builder.errors import UsageError
from kg_builder.gazetteer import Organizations, States
from kg_builder.linking import Linking
from kg_builder.mentions import Mentions
from kg_builder.model import Article
from kg_builder.people import People
from kg_builder.settings import Settings
from kg_builder.tokens import Doc

_NEAR = 200  #: characters around a line break that tell whether it ends a sentence
_LINKS = {"and", "or", "but"}
_STRAIGHT = str.maketrans("’‘“”«»\u00a0\u2009\u202f", '\'\'""""   ')
_TITLES = ("Hon.", "Amb.", "Rt.")
#: "EU–Japan": a hyphen to the parser, as its breaks between words are.
_JOINING = re.compile(r"(?<=[A-Za-z.])[\u2010\u2011\u2013](?=[A-Za-z])")
_BULLET = re.compile(r"(?m)^[ \t]*(?:[-–—•·*▪◦‣]|\(?[ivx]{1,4}\)|\(?\d{1,2}[.)])[ \t]+(?=\S)")
#: "Shia’ al-Sudani": the sound at the end of a name closes no quotation and possesses nothing.
_AYN = re.compile(r"(?<=[a-z])['’‘](?= (?:al|el|bin|ibn)-?)")
#: "Co-chaired", "re-imposed", "de-escalate": one verb, which the parser loses where it is split.
_PREFIXED = re.compile(r"(?i)(?:co|re|de)-[a-z]+$")
_HEADING = re.compile(r"(?m)^[ \t]*[A-Z0-9][A-Z0-9 ,.'&/$%-]{7,}:(?=[ \t]|$)")
#: "Energy Security in the North:  Norway is providing ...": small words apart, each word of the label is capitalized.
_LABEL = re.compile(
    r"(?m)^[ \t]*[A-Z][\w.'&/+-]+(?:,? (?:[A-Z(][\w.'&/+)-]*|and|of|the|for|in|on|to|with|a|an|from|by|at|as|&)){0,14}:"
    r"(?=[ \t]+[A-Z][^\n]{30})"
)


@dataclass(frozen=True)
class Pipeline:
    """A model, and our components in the order in which they build on one another."""

    model: Language
    components: tuple[Callable[[Doc], Doc], ...]
    matrices: ThreadpoolController

    def __call__(self, article: Article) -> Doc:
        with self.matrices.limit(limits=1):  # those of one article are small: threads would wait for one another
            doc = Doc.of(self.model(reading(article)))
        doc._.article = article
        dateline = datelines.find(article.text)
        doc._.dateline = dateline.city if dateline else None
        for component in self.components:
            doc = component(doc)
        return doc


def reading(article: Article) -> str:
    """The text as the pipeline reads it: as long as ``article.text``, character for character at the same offset."""
    text = article.text
    body = article.body or ((0, len(text)),)
    kept = []
    done = 0
    for start, end in body:
        kept += [_blank(text[done:start]), text[start:end]]
        done = end
    kept.append(_blank(text[done:]))
    read = _JOINING.sub("-", _AYN.sub("ʼ", "".join(kept)).translate(_STRAIGHT))
    for pattern in (_BULLET, datelines.LINE, datelines.WIRE):
        read = pattern.sub(lambda match: _blank(match[0]), read)
    return _join_lines(read)


@cache
def load(settings: Settings) -> Pipeline:
    """The pipeline that ``settings`` ask for.

    Raises UsageError where the model is not installed or the user's folder of lexicons is not there, InvalidLexicon.
    """
    overlay = settings.lexicons
    lexicons.check(overlay)
    model = _model(settings.model)
    _split_names_at_hyphens(model)
    _look_up_rules(model)
    entity_recognition.stand_in(model)
    _teach_verbs(model, overlay)
    _teach_names(model, overlay)
    model.add_pipe("paragraphs", before="parser")
    model.max_length = max(model.max_length, settings.max_characters)
    mends = (repairs.mend, stray_days.mend, attachments.mend, place_names.mend, lists.mend)
    components = (Mentions(overlay), *mends, dates.annotate, People(overlay), Linking(overlay), frames.Matcher(overlay))
    return Pipeline(model, components, ThreadpoolController().select(user_api="blas"))


def docs(articles: Iterable[Article], settings: Settings) -> Iterator[Doc]:
    """One annotated Doc per article, in order."""
    return map(load(settings), articles)


@Language.component("paragraphs")
def paragraphs(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
    """A sentence never crosses the end of a paragraph, nor a heading or label before a line that ends with a colon.

    Nor does one begin behind a bare word or comma: of "Serbia and Kosovo blamed" the model would make three.
    """
    headings = {match.end() - 1 for pattern in (_HEADING, _LABEL) for match in pattern.finditer(doc.text)}
    starts = doc.to_array("SENT_START").astype("int64")  # to set a token's own looks through the whole Doc each time
    fresh, before = False, ""
    for i, token in enumerate(doc):
        text = token.text
        if token.is_space:
            fresh = fresh or "\n" in text
        elif fresh:
            starts[i] = 1
            fresh = False
        elif (text[:1].isupper() or text in _LINKS) and (before.isalpha() or before == ","):
            starts[i] = -1  # other words begin none
        if token.idx in headings:
            fresh = True
        before = text
    doc.from_array(["SENT_START"], starts.astype("uint64"))  # type: ignore[arg-type]
    return doc


def _model(name: str) -> Language:
    """The model's own pipeline, computing on numpy's BLAS: three times as fast as thinc's, tag for tag the same."""
    try:
        with use_ops("numpy", use_blis=False):
            return spacy.load(name)
    except OSError as error:
        raise UsageError(
            f"{name}: no such spaCy pipeline is installed; install it or pass another with --model"
        ) from error


def _split_names_at_hyphens(nlp: Language) -> None:
    """spaCy keeps "U.S.-EU" one token and cuts "co-hosted"; each name is a token of its own here, each verb one."""
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=\.)[-–—](?=[A-Z])"]
    nlp.tokenizer.token_match = _PREFIXED.match  # type: ignore[union-attr]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    for title in _TITLES:  # "met Hon. Mr Doe": the point ends no sentence
        nlp.tokenizer.add_special_case(title, [{"ORTH": title}])  # type: ignore[union-attr]


def _look_up_rules(nlp: Language) -> None:
    """Tables in place of trying rule after rule, and in place of lists of up to 57,000 words; no answer is another."""
    for _, component in nlp.pipeline:
        if isinstance(component, AttributeRuler):
            component.match = attributes.Rules(component)  # type: ignore[method-assign]
        if isinstance(component, Lemmatizer) and component.lookups.has_table("lemma_index"):
            index = component.lookups.get_table("lemma_index")
            for part in index:
                index[part] = frozenset(index[part])


def _teach_verbs(nlp: Language, overlay: Path | None) -> None:
    """The lemmatizer knows our trigger verbs: "cohosted" is no "cohoste", "staged" and "waged" no "stag" and "wag"."""
    if not nlp.has_pipe("lemmatizer"):
        return
    tables = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if tables is None or not tables.has_table("lemma_index"):
        return
    ours: set[str] = set()
    for room in frames.ROOMS:
        for frame in lexicons.read(room, frames.FrameLexicon, overlay).frames:
            ours.update(frame.verbs, frame.light)
    index = tables.get_table("lemma_index")
    clipped = {verb[:-1] for verb in ours if verb.endswith("e")} - ours
    index["verb"] = (set(index.get("verb", ())) | ours) - clipped


def _teach_names(nlp: Language, overlay: Path | None) -> None:
    """States and organizations of one word look to the model like one that it was trained on.

    It knows a word by norm, prefix, suffix and shape; a small model takes "ECOWAS" for a verb, and the sentence falls
    apart.
    """
    organizations = lexicons.read("organizations", Organizations, overlay).organizations
    short = {form for body in organizations for form in (body.name, *body.names, *body.abbreviations) if form.isupper()}
    states = lexicons.read("states", States, overlay).states
    long = {form for state in states for form in (state.name, *state.names) if form not in state.ambiguous}
    for known, names in (("NATO", short), ("Japan", long)):
        for name in sorted(name for name in names if name.isalpha() and len(name) > 2):
            _liken(nlp.vocab[name], nlp.vocab[known])


def _liken(word: Lexeme, known: Lexeme) -> None:
    word.norm_, word.prefix_, word.suffix_, word.shape_ = known.norm_, known.prefix_, known.suffix_, known.shape_


def _blank(stretch: str) -> str:
    return "".join("\n" if char == "\n" else " " for char in stretch)


def _join_lines(text: str) -> str:
    """Line breaks inside a sentence become spaces; those between paragraphs stay.

    A line of wrapped text goes on in the next one, unless it ends a sentence and had room for the next one's first
    word ("U.S." may stand at its end). Carriage returns and blanks around a break become line breaks.
    """
    lines = [len(line) for line in text.split("\n") if line.strip()][1:]  # headlines are wrapped nowhere
    longest = max(lines, default=0)
    wrapped = len(lines) > 4 and sorted(lines)[len(lines) // 2] > 45 and longest <= 100

    def joined(match: re.Match[str]) -> str:
        start, end = match.span()
        before, after = text[max(0, start - _NEAR) : start].rstrip(" \t"), text[end : end + _NEAR].lstrip(" \t")
        blank_line = match[0].count("\n") > 1
        if not before or not after:
            return match[0]
        unfinished = before[-1] in ",;" or after[0].islower()
        line = len(before) - 1 - before.rfind("\n")
        word = len(next(iter(after.split(maxsplit=1)), ""))
        goes_on = before[-1] not in ".!?:\"'" or line + 1 + word > longest
        if unfinished or (wrapped and goes_on and line <= longest and not blank_line):
            return " " * len(match[0])
        return "\n" * len(match[0])  # the model takes blanks at the ends of lines for words

    return re.sub(r"[ \t\r]*\n[ \t\r\n]*", joined, text)
