"""Who is meant by a line: by number, by name in the unit, by telephone, by name in another unit."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from bot.organisation.names import sort_key
from bot.organisation.roster.difference import Listed
from bot.organisation.roster.lines import RosterLine, Trouble, Unclear
from bot.organisation.roster.places import Known
from bot.reading.folding import fold, without_accents

# So many people of one name are told apart by their numbers only: looking at each of them for each of so many
# lines would take hours.
_MANY = 100


@dataclass
class Matching:
    """Which line is which member.

    Args:
        member_of: by the row of the line.
        refused: rows that are left alone.
        unclear: why.
        doubted: members whom such a row may mean: they stay.
    """

    member_of: dict[int, Listed] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)
    unclear: list[Unclear] = field(default_factory=list)
    doubted: set[int] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)

    def take(self, line: RosterLine, member: Listed) -> None:
        """This line is this member."""
        self.member_of[line.row] = member
        self.taken.add(member.id)

    def refuse(
        self, line: RosterLine, trouble: Trouble, *, what: str = "", maybe: Iterable[Listed] = ()
    ) -> None:
        """Leave the line alone, and whoever it may mean; those of its own name stay without being said."""
        self.refused.add(line.row)
        self.unclear.append(Unclear(line.row, line.name, trouble, what))
        self.doubted |= {member.id for member in maybe}

    def is_open(self, line: RosterLine) -> bool:
        """Whether nothing was decided about the line yet."""
        return line.row not in self.refused and line.row not in self.member_of

    def free(self, members: Iterable[Listed]) -> list[Listed]:
        """Those whom no line has taken."""
        return [member for member in members if member.id not in self.taken]


def match(known: Sequence[Known], members: Sequence[Listed], *, covered: Collection[int]) -> Matching:
    """Match the lines, the surest ways first.

    Args:
        known: the lines, each with its unit.
        members: everybody on the roster.
        covered: the units that the file lists.
    """
    matching = Matching()
    lookup = _Lookup(members)
    _refuse_doubles(matching, known, lookup)
    _by_number(matching, known, lookup)
    _by_name_in_unit(matching, known, lookup)
    _by_phone(matching, known, lookup)
    _new_before(matching, known, lookup)
    _by_name_elsewhere(matching, known, lookup, covered)
    _refuse_similar(matching, known, lookup)
    return matching


class _Lookup:
    def __init__(self, members: Sequence[Listed]) -> None:
        self.by_id = {member.id: member for member in members}
        self.by_name: dict[str, list[Listed]] = defaultdict(list)
        self.by_phone: dict[str, list[Listed]] = defaultdict(list)
        self.by_folded: dict[tuple[int, str], list[Listed]] = defaultdict(list)
        self.by_place: dict[tuple[int, str], list[Listed]] = defaultdict(list)
        self._keys: dict[str, str] = {}
        for member in members:
            self.by_name[self.key(member.name)].append(member)
            self.by_place[member.unit_id, self.key(member.name)].append(member)
            self.by_folded[member.unit_id, fold(member.name)].append(member)
            if member.phone:
                self.by_phone[member.phone].append(member)

    def key(self, name: str) -> str:
        """What is equal where the names are; worked out once for each."""
        if name not in self._keys:
            self._keys[name] = sort_key(name)
        return self._keys[name]

    def person(self, line: RosterLine, unit_id: int | None) -> tuple[int | None, str, str]:
        """Equal for lines that mean one person, if nothing tells them apart."""
        return unit_id, "" if unit_id is not None else line.unit, self.key(line.name)

    def numbered(self, line: RosterLine) -> list[Listed]:
        member = self.by_id.get(line.number or 0)
        return [] if member is None else [member]

    def named(self, line: RosterLine) -> list[Listed]:
        return self.by_name.get(self.key(line.name), [])

    def in_unit(self, line: RosterLine, unit_id: int) -> list[Listed]:
        return self.by_place.get((unit_id, self.key(line.name)), [])


def _refuse_doubles(matching: Matching, known: Sequence[Known], lookup: _Lookup) -> None:
    """The same number twice, or the same name twice in a unit with nothing to tell them apart."""
    numbers = Counter(line.number for line, _ in known if line.number)
    alike: defaultdict[tuple[int | None, str, str], list[RosterLine]] = defaultdict(list)
    for line, unit_id in known:
        alike[lookup.person(line, unit_id)].append(line)
    # Once for each person, not for each line: a file may be one line over and over.
    doubled = {person for person, lines in alike.items() if not _told_apart(lines)}
    for line, unit_id in known:
        is_double = line.number is not None and numbers[line.number] > 1
        if is_double or lookup.person(line, unit_id) in doubled:
            matching.refuse(line, Trouble.TWICE, maybe=lookup.numbered(line))


def _told_apart(lines: Sequence[RosterLine]) -> bool:
    """Whether namesakes differ by number, telephone or the word "mới"; one may go without."""
    marks = [line.number or (line.row if line.is_new else line.phone) for line in lines]
    kinds = [(type(mark), line.is_new) for mark, line in zip(marks, lines, strict=True)]
    told = [(mark, kind) for mark, kind in zip(marks, kinds, strict=True) if mark is not None]
    return len(lines) - len(told) <= 1 and len(set(told)) == len(told)


def _by_number(matching: Matching, known: Sequence[Known], lookup: _Lookup) -> None:
    for line, _ in known:
        if not line.number or not matching.is_open(line):
            continue
        member = lookup.by_id.get(line.number)
        if member is None:
            matching.refuse(line, Trouble.NUMBER_UNKNOWN, what=str(line.number))
        elif _is_likely(line, member, lookup):
            matching.take(line, member)
        else:
            matching.refuse(line, Trouble.NUMBER_OF_ANOTHER, what=member.name, maybe=[member])


def _is_likely(line: RosterLine, member: Listed, lookup: _Lookup) -> bool:
    """Whether a name could have become the other: a word in common, and nobody else who bears it."""
    if lookup.key(line.name) == lookup.key(member.name):
        return True
    in_common = set(fold(line.name).split()) & set(fold(member.name).split())
    return bool(in_common) and not lookup.in_unit(line, member.unit_id)


def _by_name_in_unit(matching: Matching, known: Sequence[Known], lookup: _Lookup) -> None:
    new = Counter(lookup.person(line, unit_id) for line, unit_id in known if line.is_new)
    for line, unit_id in known:
        if line.number or line.is_new or unit_id is None or not matching.is_open(line):
            continue
        there = lookup.in_unit(line, unit_id)
        if len(there) > _MANY:
            matching.refuse(line, Trouble.TWO_OF_THIS_NAME)
            continue
        same = matching.free(there)
        if not same and without_accents(line.name) == line.name:
            # Typed without accents throughout: whoever it fits is meant.
            same = matching.free(lookup.by_folded.get((unit_id, fold(line.name)), [])[:_MANY])
        by_phone = [one for one in same if line.phone and one.phone == line.phone]
        # The namesakes marked as new came after this one.
        is_only = len(same) == 1 or len(same) - new[lookup.person(line, unit_id)] == 1
        if is_only or len(by_phone) == 1:
            matching.take(line, (by_phone or same)[0])
        elif same:
            matching.refuse(line, Trouble.TWO_OF_THIS_NAME)


def _new_before(matching: Matching, known: Sequence[Known], lookup: _Lookup) -> None:
    """Somebody marked as new who came with this very file already, when it is sent once more."""
    for line, unit_id in known:
        if line.is_new and unit_id is not None and matching.is_open(line):
            there = lookup.in_unit(line, unit_id)
            same = matching.free(there) if len(there) <= _MANY else []
            if same:
                matching.take(line, same[-1])


def _by_phone(matching: Matching, known: Sequence[Known], lookup: _Lookup) -> None:
    shared = Counter(line.phone for line, _ in known if line.phone)
    for line, _ in known:
        if line.number or line.is_new or not line.phone or not matching.is_open(line):
            continue
        owners = matching.free(lookup.by_phone.get(line.phone, []))
        # A couple has one telephone: it only says who is meant where it says so of one.
        if len(owners) != 1 or shared[line.phone] > 1:
            continue
        owner = owners[0]
        if set(fold(line.name).split()) & set(fold(owner.name).split()):
            matching.take(line, owner)
        else:
            matching.refuse(line, Trouble.PHONE_OF_ANOTHER, what=owner.name, maybe=[owner])


def _by_name_elsewhere(
    matching: Matching, known: Sequence[Known], lookup: _Lookup, covered: Collection[int]
) -> None:
    open_lines = [line for line, _ in known if not line.number and not line.is_new and matching.is_open(line)]
    bearing = Counter(lookup.key(line.name) for line in open_lines)
    for line in open_lines:
        if len(lookup.named(line)) > _MANY:
            matching.refuse(line, Trouble.TWO_OF_THIS_NAME)
            continue
        elsewhere = matching.free(lookup.named(line))
        missing = [one for one in elsewhere if one.unit_id in covered]
        if not elsewhere or _has_other_phone(line, elsewhere):
            continue
        if len(missing) == 1 and bearing[lookup.key(line.name)] == 1:
            matching.take(line, missing[0])
        elif missing:
            matching.refuse(line, Trouble.TWO_OF_THIS_NAME)
        else:
            matching.refuse(line, Trouble.NAMESAKE_ELSEWHERE, what=elsewhere[0].name)


def _has_other_phone(line: RosterLine, members: Sequence[Listed]) -> bool:
    """Whether line and members all have telephones, and different ones: other people then."""
    return bool(line.phone) and all(one.phone and one.phone != line.phone for one in members)


def _refuse_similar(matching: Matching, known: Sequence[Known], lookup: _Lookup) -> None:
    for line, unit_id in known:
        if line.number or line.is_new or unit_id is None or not matching.is_open(line):
            continue
        similar = matching.free(lookup.by_folded.get((unit_id, fold(line.name)), [])[:_MANY])
        if similar:
            matching.refuse(line, Trouble.SIMILAR_NAME, what=similar[0].name, maybe=similar)
