"""The steps of spaCy's entity recognizer, most of them taken at once.

Its transition system (BILUO) walks over the tokens and asks of each whether any of its moves is allowed; each question
takes Python's lock, and together they take as long as the rest of the component. But outside of an entity what a move
scores depends on the token alone, so the scores of all tokens are one product of matrices; step by step go only the
tokens behind the first of an entity, where just two moves are left: to go on, or to end. All entities go together.
"""

from typing import Any, Final, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

NAME: Final = "entities"
#: Features of a state: the next token, the first of the open entity, the one before the next; -1 where there is none.
_FEATURES: Final = 3
_NONE: Final = -1
_Floats = NDArray[np.float32]


def stand_in(nlp: Language) -> None:
    """Lets ``Entities`` take the place of the model's recognizer, if it is one of those that it can stand in for."""
    for name, component in list(nlp.pipeline):
        if isinstance(component, EntityRecognizer) and _is_greedy(component):
            nlp.add_pipe(NAME, after=name, config={"recognizer": name})
            nlp.disable_pipe(name)


def _is_greedy(recognizer: EntityRecognizer) -> bool:
    """Whether it takes the best move at each step, of all that it has learned, by the features that are known here."""
    model = recognizer.model
    known = model.has_ref("lower") and model.get_ref("lower").get_dim("nF") == _FEATURES
    return bool(known) and recognizer.cfg["beam_width"] == 1 and not model.attrs["unseen_classes"]


class Entities:
    """In place of an EntityRecognizer, with the same entities; where a Doc has some already, it is asked itself."""

    def __init__(self, recognizer: EntityRecognizer) -> None:
        self._recognizer = recognizer
        moves = recognizer.moves
        names = [moves.get_class_name(number).partition("-") for number in range(moves.n_moves)]
        self._move = {(move, label): number for number, (move, _, label) in enumerate(names)}
        self._names = [(move, label) for move, _, label in names]
        #: While none is open: the moves that are never allowed, those that open an entity, those that need a word.
        self._never = np.array([move not in "BUO" or (move != "O" and not label) for move, label in self._names])
        self._opening = np.array([move == "B" for move, _ in self._names])
        self._naming = np.array([move in "BU" for move, _ in self._names])

    def __call__(self, doc: Doc) -> Doc:
        if doc.has_annotation("ENT_IOB"):
            return cast(Doc, self._recognizer(doc))
        if len(doc):
            doc.set_ents([Span(doc, *entity) for entity in self._entities(doc)])
        return doc

    def _entities(self, doc: Doc) -> list[tuple[int, int, str]]:
        """Of each the first token, the one after the last, and its label."""
        step: Any = self._recognizer.model.predict([doc])
        starts, spaces = doc.to_array(["SENT_START", "IS_SPACE"]).T
        ends = np.append(starts[1:] == 1, True)
        moves = self._outside(step, spaces.astype(bool), ends)
        named = [self._names[move] for move in moves]
        opened = [(first, label) for first, (move, label) in enumerate(named) if move == "B"]
        closed = self._closed(step, ends.tolist(), opened)
        found, i = [], 0
        while i < len(named):
            move, label = named[i]
            end = closed[i] if move == "B" else i
            if move != "O":
                found.append((i, end + 1, label))
            i = end + 1
        return found

    def _outside(self, step: Any, spaces: NDArray[np.bool_], ends: NDArray[np.bool_]) -> list[int]:
        """The best allowed move at each token, no entity being open; none goes on behind the end of a sentence."""
        states = np.full((len(spaces), _FEATURES), _NONE, dtype=np.int32)
        states[:, 0] = np.arange(len(spaces))
        scores = self._scores(step, states)
        scores[:, self._never] = -np.inf
        scores[np.ix_(ends, self._opening)] = -np.inf
        scores[np.ix_(spaces, self._naming)] = -np.inf
        return cast(list[int], scores.argmax(axis=1).tolist())

    def _closed(self, step: Any, last: list[bool], opened: list[tuple[int, str]]) -> dict[int, int]:
        """By the first token of each entity its last; all are gone through together, a token further at a time."""
        closed: dict[int, int] = {}
        length = 1
        while opened:
            closed |= {first: first + length for first, _ in opened if last[first + length]}
            opened = [one for one in opened if one[0] not in closed]
            states = np.array([(first + length, first, first + length - 1) for first, _ in opened], dtype=np.int32)
            for (first, label), scores in zip(opened, self._scores(step, states) if opened else (), strict=True):
                inside, ending = self._move["I", label], self._move["L", label]
                if scores[ending] > scores[inside] or (scores[ending] == scores[inside] and ending < inside):
                    closed[first] = first + length
            opened = [one for one in opened if one[0] not in closed]
            length += 1
        return closed

    def _scores(self, step: Any, states: NDArray[np.int32]) -> _Floats:
        """Of states and moves; ``states`` holds a row of features for each."""
        hidden = step.state2vec.predict(states)
        return cast(_Floats, hidden if step.vec2scores is None else step.vec2scores.predict(hidden))


@Language.factory(NAME, requires=["token.is_sent_start"], assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def _entities(nlp: Language, name: str, recognizer: str) -> Entities:
    return Entities(nlp.get_pipe(recognizer))
