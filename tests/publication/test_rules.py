"""Whom a rule covers: the SQL of both engines against a plain reading of the rule, over random offices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

import pytest

from bot.audience import Audience, AudienceKind
from bot.office import Office
from storage import tables
from storage.audience import audiences, exclusions
from storage.database import Connection
from storage.organisation import groups
from storage.rows import insert_row
from storage.states import Address, MemberKind, Rhythm, Role, UnitKind
from tests.cast import START

SEEDS = (3, 8)
RULES = 60


@dataclass(frozen=True)
class Somebody:
    """A member as the oracle knows them: places and spans, no rows."""

    id: int
    unit: int
    kind: MemberKind
    has_left: bool
    roles: Sequence[tuple[Role, datetime, datetime | None]]
    choices: Mapping[int, bool]


@dataclass(frozen=True)
class World:
    """An office.

    Args:
        parents: of each unit.
        topics: of each topic whether it is mandatory, and on by default.
        own: by topic and unit, the same.
    """

    parents: Mapping[int, int | None]
    topics: Mapping[int, tuple[bool, bool]]
    own: Mapping[tuple[int, int], tuple[bool, bool]]
    people: Sequence[Somebody]


def meant(world: World, rule: Audience) -> set[int]:
    """The oracle: who is meant by the rule, read as a person would read it."""
    return {
        one.id for one in world.people if one.kind is not MemberKind.CANDIDATE and _fits(world, rule, one)
    }


def _fits(world: World, rule: Audience, one: Somebody) -> bool:
    above = list(_upwards(world, one.unit))
    if one.has_left or one.id in rule.without:
        return False
    if rule.members and one.kind not in rule.members:
        return False
    if rule.roles and not any(_holds(span, rule.roles) for span in one.roles):
        return False
    if rule.kind is AudienceKind.UNIT:
        return any(unit in above for unit in rule.unit_ids)
    if rule.kind is AudienceKind.TOPIC:
        topic = rule.subject
        nearest = next((world.own[topic, unit] for unit in above if (topic, unit) in world.own), None)
        mandatory, by_default = nearest or world.topics[topic]
        return mandatory or one.choices.get(topic, by_default)
    return True


def _holds(span: tuple[Role, datetime, datetime | None], roles: frozenset[Role]) -> bool:
    role, begins, ends = span
    return role in roles and begins <= START and (ends is None or ends > START)


def _upwards(world: World, unit: int) -> Sequence[int]:
    chain = [unit]
    while (parent := world.parents[chain[-1]]) is not None:
        chain.append(parent)
    return chain


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_rule_covers_whom_a_person_would_say_it_covers(office: Office, seed: int) -> None:
    random = Random(seed)
    world = await office.database.transaction(lambda connection: _built(connection, random))
    rules = [_rule(random, world) for _ in range(RULES)]
    expected = [meant(world, rule) for rule in rules]
    # Rules that cover nobody, or all, prove little.
    assert sum(0 < len(who) < len(world.people) // 2 for who in expected) > RULES // 3

    def body(connection: Connection) -> list[tuple[set[int], int, int, int, int]]:
        return [_found(connection, rule) for rule in rules]

    for rule, who, found in zip(rules, expected, await office.database.read(body), strict=True):
        covered, amount, by_unit, by_kind, candidates = found
        assert covered == who, rule
        assert {amount, by_unit, by_kind} == {len(who)}, rule
        if_members = [replace(one, kind=MemberKind.OFFICIAL) for one in world.people if _is_candidate(one)]
        would = {one.id for one in if_members if _fits(world, rule, one)}
        assert candidates == (0 if rule.members else len(would)), rule


def _is_candidate(one: Somebody) -> bool:
    return one.kind is MemberKind.CANDIDATE


def _found(connection: Connection, rule: Audience) -> tuple[set[int], int, int, int, int]:
    covered = {row.member_id for row in connection.execute(audiences.covered(rule, now=START))}
    # As a row holds it, and read again.
    again = Audience.of(rule.stored())
    assert again == rule
    assert all(audiences.covers(connection, rule, member_id=one, now=START) for one in list(covered)[:2])
    assert covered.isdisjoint(rule.without)
    takers = {one.member_id for one in exclusions.takers(connection, rule, now=START)}
    assert covered == takers - rule.without
    if rule.is_narrowed:
        assert groups.to_be_told(connection, rule, now=START) == []
    return (
        covered,
        audiences.amount(connection, again, now=START),
        sum(one.expected for one in audiences.counts(connection, rule, now=START)),
        sum(audiences.kinds(connection, rule, now=START).values()),
        audiences.candidates(connection, rule, now=START),
    )


def _built(connection: Connection, random: Random) -> World:
    parents: dict[int, int | None] = {}
    for place in range(12):
        parent = random.choice([*parents]) if parents else None
        parents[_unit(connection, place, parent)] = parent
    topics = {
        _topic(connection, place, settings): settings
        for place, settings in enumerate([(False, True), (False, False), (True, True)])
    }
    own = {
        (topic, unit): (random.random() < 0.3, random.random() < 0.5)
        for topic in topics
        for unit in random.sample([*parents], 3)
    }
    for (topic, unit), (mandatory, by_default) in own.items():
        values = {"topic_id": topic, "unit_id": unit, "rhythm": Rhythm.AT_ONCE, "locked_because": ""}
        insert_row(
            connection, tables.topic_settings, values | {"mandatory": mandatory, "on_by_default": by_default}
        )
    people = [_somebody(connection, random, [*parents], [*topics]) for _ in range(60)]
    return World(parents, topics, own, people)


def _unit(connection: Connection, place: int, parent: int | None) -> int:
    return insert_row(
        connection,
        tables.units,
        {
            "kind": UnitKind.BRANCH,
            "name": f"Chi bộ {place}",
            "short_name": "",
            "parent_id": parent,
            "position": place,
            "opened_on": date(2020, 1, 1),
        },
    )


def _topic(connection: Connection, place: int, settings: tuple[bool, bool]) -> int:
    mandatory, by_default = settings
    values = {"name": f"Chủ đề {place}", "mandatory": mandatory, "on_by_default": by_default}
    more = {"rhythm": Rhythm.AT_ONCE, "locked_because": "", "position": place}
    return insert_row(connection, tables.topics, values | more)


def _somebody(connection: Connection, random: Random, units: list[int], topics: list[int]) -> Somebody:
    unit, kind, has_left = random.choice(units), random.choice([*MemberKind]), random.random() < 0.1
    member_id = insert_row(
        connection,
        tables.members,
        {
            "full_name": "Tạ Văn Quý",
            "sort_key": "quy",
            "address_form": Address.COMRADE,
            "kind": kind,
            "position": "",
            "unit_id": unit,
            "joined_at": START - timedelta(days=400),
            "left_at": START - timedelta(days=1) if has_left else None,
            "on_paper": False,
            "language": "vi",
            "phone_hash": "",
        },
    )
    roles = [_span(random) for _ in range(random.choice((0, 0, 1, 2)))]
    for role, begins, ends in roles:
        grant = {"member_id": member_id, "role": role, "unit_id": unit, "from_at": begins, "until_at": ends}
        insert_row(connection, tables.role_grants, grant)
    choices = {topic: random.random() < 0.5 for topic in topics if random.random() < 0.4}
    for topic, subscribed in choices.items():
        choice = {"member_id": member_id, "topic_id": topic, "subscribed": subscribed, "changed_at": START}
        insert_row(connection, tables.subscriptions, choice)
    return Somebody(member_id, unit, kind, has_left, roles, choices)


def _span(random: Random) -> tuple[Role, datetime, datetime | None]:
    """Over, held, to come; also beginning or ending at this very moment."""
    begins = START + timedelta(days=random.choice((-90, -30, 0, 1)))
    ends = random.choice((None, begins + timedelta(days=30), START + timedelta(hours=1)))
    return random.choice((Role.SECRETARY, Role.DEPUTY_SECRETARY, Role.CLERK)), begins, ends


def _rule(random: Random, world: World) -> Audience:
    units, kinds = [*world.parents], [MemberKind.OFFICIAL, MemberKind.PROBATIONARY, MemberKind.UNION]
    kind = random.choice([*AudienceKind])
    unit, *also = random.sample(units, random.choice((1, 1, 2, 4)))
    subject = {AudienceKind.UNIT: unit, AudienceKind.TOPIC: random.choice([*world.topics])}.get(kind, 0)
    people = [one.id for one in world.people]
    return Audience(
        kind,
        subject,
        also=frozenset(also) if kind is AudienceKind.UNIT else frozenset(),
        members=frozenset(random.sample(kinds, random.choice((0, 0, 1, 2)))),
        roles=frozenset(random.sample([Role.SECRETARY, Role.CLERK], random.choice((0, 0, 0, 1, 2)))),
        without=frozenset(random.sample(people, random.choice((0, 0, 3, 20)))),
    )


async def test_a_hundred_and_more_left_out_are_one_statement(office: Office) -> None:
    """As many as may be left out go to either engine as they are."""
    world = await office.database.transaction(lambda connection: _built(connection, Random(1)))
    everybody = frozenset(one.id for one in world.people) | frozenset(range(10_000, 10_140))
    rule = Audience(AudienceKind.EVERYONE, without=everybody)

    def body(connection: Connection) -> int:
        return audiences.amount(connection, rule, now=START)

    assert await office.database.read(body) == 0
