"""What a file would change: a pure comparison of its lines with the roster as it stands."""

from collections import Counter
from collections.abc import Sequence

from bot.organisation.roster.changes import change_of
from bot.organisation.roster.difference import Difference, Joins, Leaves, Listed, Moves, Place
from bot.organisation.roster.lines import RosterLine, Trouble, Unclear
from bot.organisation.roster.matching import Matching, match
from bot.organisation.roster.places import Places
from bot.organisation.roster.values import PARTY
from bot.reading.folding import fold
from storage.states import Address, MemberKind

# A file that would take off more than this part of a unit is rather an incomplete file.
MOST_LEAVE = 3


def compare(
    lines: Sequence[RosterLine],
    *,
    members: Sequence[Listed],
    places: Sequence[Place],
    opens_units: bool = False,
    misread: Sequence[Unclear] = (),
    own: int | None = None,
) -> Difference:
    """The difference, in the order of the file; those who leave in the order of the roster.

    Args:
        lines: of the file.
        members: everybody on the roster now.
        places: the open units.
        opens_units: whether units that are not there are to be opened.
        misread: lines of the file that were not understood; whoever they may be about stays.
        own: the member who sent the file: nobody exempts themselves.
    """
    resolved = Places(places, opens_units=opens_units)
    known, unclear = resolved.resolve(lines)
    covered = {unit_id for _, unit_id in known if unit_id is not None}
    matching = match(known, members, covered=covered)
    unclear += matching.unclear
    joins, moves, changes = [], [], []
    for line, unit_id in known:
        if line.row in matching.refused:
            continue
        member = matching.member_of.get(line.row)
        if member is None:
            joins.append(_joining(line, unit_id))
            continue
        if unit_id is None or unit_id != member.unit_id:
            moves.append(
                Moves(line.row, member.id, member.name, member.unit_id, unit_id, _opening(line, unit_id))
            )
        change = change_of(line, member, own=member.id == own)
        if change is not None:
            changes.append(change)
    leaves, kept = _leaving(members, matching, covered, [*unclear, *misread])
    return Difference(
        joined=tuple(joins),
        moved=tuple(moves),
        changed=tuple(changes),
        left=tuple(leaves),
        unclear=tuple(sorted([*unclear, *misread, *kept], key=lambda one: one.row)),
        unknown_units=resolved.unknown,
        opened_units=resolved.opening,
        emptied_units=_emptied(members, leaves),
    )


def _joining(line: RosterLine, unit_id: int | None) -> Joins:
    kind = line.kind or (MemberKind.OFFICIAL if _is_comrade(line) else MemberKind.UNION)
    form = line.form or (Address.COMRADE if kind in PARTY else Address.UNKNOWN)
    if line.by_gender and kind in PARTY:
        form = Address.COMRADE
    return Joins(
        row=line.row,
        name=line.name,
        unit_id=unit_id,
        opens=_opening(line, unit_id),
        position=line.position or "",
        kind=kind,
        form=form,
        phone=line.phone or "",
        exempt=line.exempt or False,
        language=line.language or "vi",
    )


def _is_comrade(line: RosterLine) -> bool:
    """Without a word on the kind: a roster of the Party, unless it says anh or chị on purpose."""
    return line.by_gender or line.form in {None, Address.COMRADE}


def _opening(line: RosterLine, unit_id: int | None) -> str:
    return line.unit if unit_id is None else ""


def _leaving(
    members: Sequence[Listed], matching: Matching, covered: set[int], unclear: Sequence[Unclear]
) -> tuple[list[Leaves], list[Unclear]]:
    """Who is of a unit that the file lists and can be meant by none of its lines, clear or not."""
    stay = {member.id for member in matching.member_of.values()} | matching.doubted
    maybe_meant = {fold(one.about) for one in unclear} | {fold(one.what) for one in unclear}
    leaves, kept = [], []
    for member in members:
        if member.unit_id not in covered or member.id in stay:
            continue
        if fold(member.name) in maybe_meant:
            continue
        if member.keeps_the_roster:
            kept.append(Unclear(0, member.name, Trouble.KEEPS_THE_ROSTER))
        else:
            leaves.append(Leaves(member.id, member.name, member.unit_id))
    return leaves, kept


def _emptied(members: Sequence[Listed], leaves: Sequence[Leaves]) -> tuple[int, ...]:
    """The units of which more than a third would leave."""
    whole = Counter(member.unit_id for member in members)
    going = Counter(one.unit_id for one in leaves)
    return tuple(sorted(unit for unit, count in going.items() if count * MOST_LEAVE > whole[unit]))
