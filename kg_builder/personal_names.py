"""Whether two written names can be one person's: same surname and no contradicting given name.

Names come in both orders ("Lee Jae Myung", "Fumio Kishida", "Kishida Fumio"), cut short ("Biden"), with initials,
particles ("de Luca", "bin Omar Al Thani"), two surnames ("Vega Soto") and suffixes ("Jr.").
"""

import re
import unicodedata

_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})
_TITLE = frozenset({"mr", "mrs", "ms", "dr", "sir", "dame", "lord"})


def same_person(one: str, other: str) -> bool:
    """True if some word can be the surname of both and what is left of the shorter name agrees with the longer."""
    shorter, longer = sorted((name_words(one), name_words(other)), key=len)
    if not shorter:
        return False
    if len(shorter) == 1:
        return shorter[0] in longer
    return any(
        _agree(shorter[:here] + shorter[here + 1 :], longer[:there] + longer[there + 1 :])
        for here, surname in enumerate(shorter)
        for there, word in enumerate(longer)
        if surname == word and len(surname) > 1
    )


def folded(name: str) -> list[str]:
    """The words of a name as they are compared: without case, accents, apostrophes and hyphens."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    # Particles are set apart or joined at will ("al-Amin", "El Amin"); apostrophes come and go ("O'Brien").
    return re.findall(r"\w+", re.sub(r"['’ʻʼ`]", "", letters))


def name_words(name: str) -> list[str]:
    """Folded words of a name without titles and suffixes: ``"Peter R. Sample, Jr."`` is peter, r, sample."""
    words = folded(name)
    while len(words) > 1 and words[-1] in _SUFFIX:
        words.pop()
    while len(words) > 1 and words[0] in _TITLE:
        words.pop(0)
    return words


def _agree(shorter: list[str], longer: list[str]) -> bool:
    """Each given name of the shorter stands for another of the longer, in whichever order."""
    free = list(longer)
    for given in shorter:
        match = next((word for word in free if _stands_for(given, word)), None)
        if match is None:
            return False
        free.remove(match)
    return True


def _stands_for(one: str, other: str) -> bool:
    """Equal, an initial, the beginning ("Alex"), or a short form of three letters ("Joe" for Joseph)."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) or (len(shorter) == 3 and shorter[:2] == longer[:2])
