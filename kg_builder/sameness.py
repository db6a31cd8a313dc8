"""Which accounts of several articles are of one person or one happening (docs/identity.md gives the rule and its cost).

The answer depends on the set of accounts alone, never on their order: who is alike is asked of pairs, and a pair counts
only if it contradicts no other. What is alike to two that are not alike to each other is ambiguous and stays by itself.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

from kg_builder.accounts import Account, Happening, Person, Post
from kg_builder.name_forms import alone_for, lexicon, one_name, one_title, spelled_alike, words

A = TypeVar("A", Person, Happening)

#: Classes of which a party has one at a time, so that the class alone tells the office.
_SINGLE: Final = frozenset({
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "finance-minister",
    "organization-head",
})  # fmt: skip
#: Years between two articles that call the holder of one office by the same surname alone.
_TERM: Final = 4
#: Words of a title that change nothing.
_EMPTY: Final = frozenset({"of", "the", "for", "and", "s", "to", "on"})
#: Two parties do one of these once a day; of the others they may do several, which only the subject tells apart.
_ONCE_A_DAY: Final = frozenset({"meeting", "visit", "military"})
_DAY: Final = len("2024-06-26")


def clusters(accounts: Sequence[Account], told_in: Mapping[str, frozenset[str]]) -> list[tuple[str, ...]]:
    """The nodes of each person and happening, best first, in order; ``told_in`` has the articles of each node."""
    happenings = [account for account in accounts if isinstance(account, Happening)]
    people = [account for account in accounts if isinstance(account, Person)]
    full = [person for person in people if len(words(person.name)) > 1]
    alone = [person for person in people if len(words(person.name)) == 1]
    found: list[list[Happening] | list[Person]] = [*_by_precision(happenings, told_in)]
    found += _joined(alone, _unambiguous(full, same_person, told_in), told_in)
    return sorted(tuple(account.node for account in sorted(cluster, key=_best_first)) for cluster in found)


def related(one: Account, other: Account) -> bool:
    """Whether what becomes of one can depend on the other: clusters of all that hang together so are final."""
    if isinstance(one, Person) and isinstance(other, Person):
        short, long = sorted((words(one.name), words(other.name)), key=len)
        if len(short) > 1:
            return same_person(one, other)
        return one.of == other.of and alone_for(short[0], long)
    return isinstance(one, Happening) and isinstance(other, Happening) and same_happening(one, other)


def same_person(one: Person, other: Person) -> bool:
    """Of two full names: forms of one name within a party, or, from a state to an organization, the same name."""
    mine, yours = words(one.name), words(other.name)
    if one.of == other.of:
        return one_name(mine, yours)
    between_states = one.of.startswith("state/") and other.of.startswith("state/")
    return spelled_alike(mine, yours) and not between_states


def same_happening(one: Happening, other: Happening) -> bool:
    """Of the same type, by the same actors, at times of which one lies within the other, about the same."""
    if one.type != other.type or one.actors != other.actors or not one.date or not other.date:
        return False
    shorter, longer = sorted((one.date, other.date), key=len)
    subject = _subject(one, other)
    if not longer.startswith(shorter) or subject is False:
        return False
    if one.targets != other.targets and (subject is None or (one.targets and other.targets)):
        return False
    if subject:
        return True
    same_people = bool(set(one.people) & set(other.people))
    if one.type in ("meeting", "visit") and len(shorter) < _DAY:
        return len(shorter) > len("2024") and same_people and (one.type == "visit" or _places_meet(one, other))
    return one.type in _ONCE_A_DAY and len(shorter) == _DAY and (same_people or not _sides_meet(one, other))


def _sides_meet(one: Happening, other: Happening) -> bool:
    """Whether both name officials of one party: ministers may meet apart from their presidents."""
    mine, yours = ({word.partition(" ")[0] for word in each.people} for each in (one, other))
    return bool(mine & yours)


def _subject(one: Happening, other: Happening) -> bool | None:
    """Whether the two name the same good or the same name; None where one of them tells neither."""
    answers: list[bool | None] = []
    if one.goods and other.goods:
        answers.append(bool(set(one.goods) & set(other.goods)))
    if one.name and other.name:
        answers.append(one_title(one.name, other.name))
    told = [answer for answer in answers if answer is not None]
    return all(told) if told else None


def _places_meet(one: Happening, other: Happening) -> bool:
    """The host of a visit is told besides; a meeting has nothing but its place."""
    return not one.places or not other.places or bool(set(one.places) & set(other.places))


def _by_precision(happenings: Sequence[Happening], told_in: Mapping[str, frozenset[str]]) -> list[list[Happening]]:
    """Those told to the day first, of them those that name their subject; the others go to the only one they fit."""
    found: list[list[Happening]] = []
    for length in sorted({len(one.date or "") for one in happenings}, reverse=True):
        level = [one for one in happenings if len(one.date or "") == length]
        firm = [group for group in _unambiguous(level, _same_subject, told_in) if len(group) > 1]
        others = [one for one in level if not any(one in group for group in firm)]
        found = _settled(found, firm, told_in)
        found = _settled(found, _unambiguous(others, same_happening, told_in), told_in)
    return found


def _same_subject(one: Happening, other: Happening) -> bool:
    return same_happening(one, other) and _subject(one, other) is True


def _settled(
    known: list[list[Happening]], coming: Sequence[list[Happening]], told_in: Mapping[str, frozenset[str]]
) -> list[list[Happening]]:
    """Each group put to the only known one that it can mean, or by itself; so are two that can mean the same one."""
    joining: dict[int, list[list[Happening]]] = defaultdict(list)
    alone: list[list[Happening]] = []
    for group in coming:
        fitting = [number for number, cluster in enumerate(known) if _all_same(group, cluster, told_in)]
        if len(fitting) == 1:
            joining[fitting[0]].append(group)
        else:
            alone.append(group)
    settled = [list(cluster) for cluster in known]
    for number, groups in joining.items():
        if len(groups) == 1:
            settled[number] += groups[0]
        else:
            alone += groups
    return settled + alone


def _all_same(some: Sequence[Happening], others: Sequence[Happening], told_in: Mapping[str, frozenset[str]]) -> bool:
    return all(
        same_happening(one, other) and not told_in[one.node] & told_in[other.node] for one in some for other in others
    )


def _unambiguous(
    accounts: Sequence[A], same: Callable[[A, A], bool], told_in: Mapping[str, frozenset[str]]
) -> list[list[A]]:
    """Groups in which all are the same by pairs, and no article tells two of them."""
    near = [0] * len(accounts)
    for i, one in enumerate(accounts):
        for j in range(i):
            other = accounts[j]
            if same(one, other) and not told_in[one.node] & told_in[other.node]:
                near[i] |= 1 << j
                near[j] |= 1 << i
    found: list[list[A]] = []
    waiting = [set(range(len(accounts)))]
    while waiting:
        for group in _connected(waiting.pop(), near):
            whole = sum(1 << i for i in group)
            if all(near[i] & whole == whole & ~(1 << i) for i in group):
                found.append([accounts[i] for i in sorted(group)])
                continue
            torn = {i for i in group if any(near[i] & whole & ~near[j] & ~(1 << j) for j in _bits(near[i] & whole))}
            found += ([accounts[i]] for i in sorted(torn))
            waiting.append(group - torn)
    return found


def _connected(members: set[int], near: Sequence[int]) -> list[set[int]]:
    left, found = sum(1 << i for i in members), []
    while left:
        group, edge = 0, left & -left
        while edge:
            group |= edge
            reached = 0
            for i in _bits(edge):
                reached |= near[i]
            edge = reached & left & ~group
        left &= ~group
        found.append(set(_bits(group)))
    return found


def _bits(number: int) -> list[int]:
    found = []
    while number:
        lowest = number & -number
        found.append(lowest.bit_length() - 1)
        number ^= lowest
    return found


def _joined(
    alone: Sequence[Person], known: list[list[Person]], told_in: Mapping[str, frozenset[str]]
) -> list[list[Person]]:
    """Each surname alone goes to the only full name for which it can stand; the others are put together by office."""
    found = [list(cluster) for cluster in known]
    articles = [_articles(cluster, told_in) for cluster in known]
    guests: list[list[Person]] = [[] for _ in known]
    left: list[Person] = []
    for person in alone:
        fitting = [
            number
            for number, cluster in enumerate(known)
            if _stands_for(person, cluster) and not articles[number] & told_in[person.node]
        ]
        (guests[fitting[0]] if len(fitting) == 1 else left).append(person)
    for cluster, joining in zip(found, guests, strict=True):
        for person in joining:
            others = _articles([one for one in joining if one is not person], told_in)
            (left if others & told_in[person.node] else cluster).append(person)
    return found + _chained(left, told_in)


def _articles(cluster: Sequence[Person], told_in: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(told_in[person.node] for person in cluster))


def _chained(alone: Sequence[Person], told_in: Mapping[str, frozenset[str]]) -> list[list[Person]]:
    """Surnames alone in one office, each within a term of the next."""
    near = [
        sum(1 << j for j, other in enumerate(alone) if one is not other and _same_alone(one, other)) for one in alone
    ]
    found: list[list[Person]] = []
    for group in _connected(set(range(len(alone))), near):
        people = [alone[i] for i in sorted(group)]
        apart = sum(len(told_in[person.node]) for person in people) == len(_articles(people, told_in))
        found += [people] if apart else [[person] for person in people]
    return found


def _same_alone(one: Person, other: Person) -> bool:
    return words(one.name) == words(other.name) and one.of == other.of and _offices_meet(one.posts, other.posts)


def _stands_for(alone: Person, cluster: Sequence[Person]) -> bool:
    """Whether a surname alone can be that of a person: of the same party, in the same office, at about that time."""
    (word,) = words(alone.name)
    if not any(person.of == alone.of and alone_for(word, words(person.name)) for person in cluster):
        return False
    return _offices_meet(alone.posts, [post for person in cluster for post in person.posts])


def _offices_meet(some: Sequence[Post], others: Sequence[Post]) -> bool:
    return any(_same_office(one, other) and _in_time(one, other) for one in some for other in others)


def _same_office(one: Post, other: Post) -> bool:
    mine, yours, below = _title(one), _title(other), lexicon().below
    if one.class_ != other.class_:
        return mine == yours
    return one.class_ in _SINGLE or ((mine <= yours or yours <= mine) and mine & below == yours & below)


def _title(post: Post) -> frozenset[str]:
    spelled = lexicon().spelled
    return frozenset(spelled.get(word, word) for word in words(post.title)) - _EMPTY


def _in_time(one: Post, other: Post) -> bool:
    """Whether the articles are near enough in time; who left an office is not yet told to hold it afterwards."""
    if one.year is None or other.year is None:
        return one.status == other.status
    if one.status != other.status and "former" in (one.status, other.status):
        former, holding = (one, other) if one.status == "former" else (other, one)
        return 0 <= (former.year or 0) - (holding.year or 0) <= 2 * _TERM
    return abs(one.year - other.year) <= _TERM


def _best_first(account: Account) -> tuple[int, int, str]:
    """The fullest name, or the most exact date, gives the node its IRI."""
    if isinstance(account, Person):
        return -len(words(account.name)), -len(account.name), account.node
    return -len(account.date or ""), 0, account.node
