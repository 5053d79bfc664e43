"""Who takes a topic and in which rhythm: the SQL, the member's own view, and a plain model are one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.audience import Audience, AudienceKind
from bot.office import Office
from bot.organisation.subscriptions import lines_for
from storage import tables
from storage.audience import audiences
from storage.database import Connection
from storage.organisation import people, topics
from storage.organisation.topics import Setting
from storage.rows import insert_row
from storage.states import Address, MemberKind, Rhythm, UnitKind
from tests.cast import START

Holds = tuple[bool, bool, Rhythm]
"""Mandatory, on by default, rhythm."""


@dataclass(frozen=True)
class Somebody:
    """A member of the world: their unit's place, what they are, what they chose (and in which rhythm)."""

    unit: int
    kind: MemberKind
    has_left: bool
    choice: tuple[bool, Rhythm | None] | None


@dataclass(frozen=True)
class World:
    """Units by place with their parents' places (any, so circles too), what they set, and the members."""

    parents: Sequence[int | None]
    own: Mapping[int, Holds]
    topic: Holds
    members: Sequence[Somebody]


RHYTHMS = st.sampled_from(Rhythm)
HOLDS = st.tuples(st.booleans(), st.booleans(), RHYTHMS)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    size = draw(st.integers(1, 7))
    place = st.integers(0, size - 1)
    somebody = st.builds(
        Somebody,
        unit=place,
        kind=st.sampled_from((MemberKind.OFFICIAL, MemberKind.UNION, MemberKind.CANDIDATE)),
        has_left=st.sampled_from((False, False, False, True)),
        choice=st.none() | st.tuples(st.booleans(), st.none() | RHYTHMS),
    )
    return World(
        parents=draw(st.lists(st.none() | place, min_size=size, max_size=size)),
        own=draw(st.dictionaries(place, HOLDS, max_size=size)),
        topic=draw(HOLDS),
        members=draw(st.lists(somebody, min_size=1, max_size=6)),
    )


def takes(world: World, one: Somebody) -> Rhythm | None:
    """The rule in plain words: in which rhythm the topic comes, or None."""
    if one.has_left or one.kind is MemberKind.CANDIDATE:
        return None
    mandatory, by_default, rhythm = world.topic
    at: int | None = one.unit
    seen: set[int] = set()
    while at is not None and at not in seen:
        if at in world.own:
            mandatory, by_default, rhythm = world.own[at]
            break
        seen.add(at)
        at = world.parents[at]
    chosen, own_rhythm = one.choice or (by_default, None)
    return (own_rhythm or rhythm) if mandatory or chosen else None


class _Undone(Exception):
    """Takes the world back out of the database, with what was seen in it."""

    def __init__(self, seen: "Seen") -> None:
        super().__init__()
        self.seen = seen


@dataclass(frozen=True)
class Seen:
    """By place of the member: what each way of asking says."""

    expected: dict[int, Rhythm]
    covered: set[int]
    rhythms: dict[int, Rhythm]
    own_view: dict[int, Rhythm]


_names = count()


def build(connection: Connection, world: World) -> Seen:
    units = [_unit(connection, place) for place in range(len(world.parents))]
    for place, parent in enumerate(world.parents):
        connection.execute(
            tables.units.update()
            .where(tables.units.c.id == units[place])
            .values(parent_id=None if parent is None else units[parent])
        )
    mandatory, by_default, rhythm = world.topic
    topic_id, other_id = (
        topics.add(
            connection,
            name=f"Chủ đề {next(_names)}",
            mandatory=mandatory,
            on_by_default=by_default,
            locked_because="",
            rhythm=rhythm,
        )
        for _ in range(2)
    )
    for place, (mandatory_, by_default_, rhythm_) in world.own.items():
        setting = Setting(topic_id, units[place], mandatory_, by_default_, rhythm_, "")
        topics.set_for_unit(connection, setting)
        # What is set of another topic must not count here.
        topics.set_for_unit(connection, replace(setting, topic_id=other_id, mandatory=not mandatory_))
    members = [_member(connection, units, one, topic_id) for one in world.members]
    return _look(connection, world, topic_id, members)


def _unit(connection: Connection, place: int) -> int:
    values = {"kind": UnitKind.BRANCH, "name": f"Đơn vị {place}", "short_name": "", "position": place}
    return insert_row(connection, tables.units, values | {"opened_on": date(2020, 1, 1)})


def _member(connection: Connection, units: Sequence[int], one: Somebody, topic_id: int) -> int:
    values = {
        "full_name": "Người Thử",
        "sort_key": "",
        "address_form": Address.COMRADE,
        "kind": one.kind,
        "position": "",
        "unit_id": units[one.unit],
        "joined_at": START,
        "left_at": START if one.has_left else None,
        "on_paper": False,
        "language": "vi",
        "phone_hash": "",
    }
    member_id = insert_row(connection, tables.members, values)
    if one.choice is not None:
        subscribed, rhythm = one.choice
        topics.choose(connection, member_id=member_id, topic_id=topic_id, subscribed=subscribed, now=START)
        if rhythm is not None:
            topics.choose_rhythm(
                connection,
                member_id=member_id,
                topic_id=topic_id,
                subscribed=subscribed,
                rhythm=rhythm,
                now=START,
            )
    return member_id


def _look(connection: Connection, world: World, topic_id: int, members: Sequence[int]) -> Seen:
    place_of = {member_id: place for place, member_id in enumerate(members)}
    mine = tables.members.c.id.in_(members)
    covered = connection.execute(
        audiences.covered(Audience(AudienceKind.TOPIC, topic_id), now=START).where(mine)
    )
    rhythms = connection.execute(audiences.rhythms(topic_id).where(mine))
    own_view: dict[int, Rhythm] = {}
    for place, (member_id, one) in enumerate(zip(members, world.members, strict=True)):
        member = people.member(connection, member_id)
        assert member is not None
        (line,) = [line for line in lines_for(connection, member) if line.id == topic_id]
        if line.taken and not one.has_left and one.kind is not MemberKind.CANDIDATE:
            own_view[place] = line.rhythm
    return Seen(
        expected={
            place: rhythm
            for place, one in enumerate(world.members)
            if (rhythm := takes(world, one)) is not None
        },
        covered={place_of[row.member_id] for row in covered},
        rhythms={place_of[row.member_id]: row.rhythm for row in rhythms},
        own_view=own_view,
    )


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(world=worlds())
async def test_the_statement_the_members_view_and_the_model_agree(office: Office, world: World) -> None:
    def body(connection: Connection) -> None:
        raise _Undone(build(connection, world))

    with pytest.raises(_Undone) as undone:
        await office.database.transaction(body)
    seen = undone.value.seen
    assert seen.rhythms == seen.expected
    assert seen.covered == set(seen.expected)
    assert seen.own_view == seen.expected


async def test_a_circle_of_units_ends_and_the_nearest_setting_still_decides(office: Office) -> None:
    at_once, weekly = (False, False, Rhythm.AT_ONCE), (True, True, Rhythm.WEEKLY)
    world = World(
        parents=[1, 2, 0, 3],
        own={1: weekly},
        topic=at_once,
        members=[Somebody(place, MemberKind.OFFICIAL, False, None) for place in range(4)],
    )

    def body(connection: Connection) -> Seen:
        return build(connection, world)

    seen = await office.database.transaction(body)
    # 0 hangs under 1, 2 under 0, 1 under 2; 3 hangs under itself and has nothing set.
    assert seen.rhythms == {0: Rhythm.WEEKLY, 1: Rhythm.WEEKLY, 2: Rhythm.WEEKLY}
    assert seen.rhythms == seen.expected == seen.own_view


async def test_a_candidate_is_in_no_audience_and_is_counted_as_left_out(office: Office) -> None:
    world = World(
        parents=[None, 0],
        own={},
        topic=(True, True, Rhythm.AT_ONCE),
        members=[Somebody(1, kind, False, None) for kind in (MemberKind.CANDIDATE, MemberKind.PROBATIONARY)],
    )

    def body(connection: Connection) -> list[tuple[int, int]]:
        build(connection, world)
        unit_id = connection.execute(sa.select(sa.func.min(tables.units.c.id))).scalar_one()
        topic_id = connection.execute(sa.select(sa.func.min(tables.topics.c.id))).scalar_one()
        rules = (
            Audience(AudienceKind.EVERYONE),
            Audience(AudienceKind.UNIT, unit_id),
            Audience(AudienceKind.TOPIC, topic_id),
        )
        return [
            (
                audiences.amount(connection, rule, now=START),
                audiences.candidates(connection, rule, now=START),
            )
            for rule in rules
        ]

    assert await office.database.transaction(body) == [(1, 1)] * 3
