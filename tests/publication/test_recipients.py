import pytest
import sqlalchemy as sa

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.audience.recipients import HeadCount, head_count, recipients
from storage import tables
from storage.audience import audiences
from storage.states import AddressState, Reason
from tests.cast import BRANCH_1, BRANCH_2, COMMITTEE, START, Cast
from tests.publication.steps import EVERYONE, drafted, execute


async def count(office: Office, audience: Audience) -> HeadCount:
    return await office.database.read(
        lambda connection: head_count(connection, office, audience, with_names=True)
    )


async def test_everyone_is_everybody_on_the_roster(office: Office, cast: Cast) -> None:
    found = await count(office, EVERYONE)
    assert (found.expected, found.reachable) == (16, 15)


async def test_who_left_is_not_counted(office: Office, cast: Cast) -> None:
    await execute(
        office, tables.members.update().where(tables.members.c.id == cast["Bình"]).values(left_at=START)
    )
    assert (await count(office, EVERYONE)).expected == 15


async def test_a_unit_takes_all_below_it_and_nobody_beside_it(office: Office, cast: Cast) -> None:
    above = await count(office, Audience(AudienceKind.UNIT, cast.units[COMMITTEE]))
    branch = await count(office, Audience(AudienceKind.UNIT, cast.units[BRANCH_1]))
    assert above.expected == 16
    assert branch.expected == len(cast.of_unit(BRANCH_1)) == 4


async def test_units_are_counted_in_protocol_order(office: Office, cast: Cast) -> None:
    found = await count(office, EVERYONE)
    assert [(one.unit, one.expected, one.reachable) for one in found.units] == [
        ("Đảng ủy", 5, 5),
        ("CB 1", 4, 4),
        ("CB 2", 4, 3),
        ("CB 3", 3, 3),
    ]


@pytest.mark.parametrize(
    ("topic", "expected"),
    [("Văn bản chỉ đạo", 16), ("Kết quả hội nghị", 15), ("Học tập chuyên đề", 1)],
)
async def test_a_topic_takes_its_subscribers(office: Office, cast: Cast, topic: str, expected: int) -> None:
    for name, subscribed in (
        ("Văn bản chỉ đạo", False),  # mandatory: leaving it means nothing
        ("Kết quả hội nghị", False),  # on by default, and left
        ("Học tập chuyên đề", True),  # off by default, and chosen
    ):
        await execute(
            office,
            tables.subscriptions.insert().values(
                member_id=cast["Bình"],
                topic_id=cast.topics[name],
                subscribed=subscribed,
                changed_at=START,
            ),
        )
    found = await count(office, Audience(AudienceKind.TOPIC, cast.topics[topic]))
    assert found.expected == expected


async def test_who_cannot_be_reached_is_named_with_the_reason(office: Office, cast: Cast) -> None:
    addresses, members = tables.addresses, tables.members
    await execute(
        office,
        addresses.update().where(addresses.c.member_id == cast["Mai"]).values(state=AddressState.BLOCKED),
    )
    await execute(office, members.update().where(members.c.id == cast["An"]).values(on_paper=True))
    found = await count(office, EVERYONE)
    assert [(one.name, one.unit, one.reason) for one in found.unreachable] == [
        ("Bùi Văn An", "CB 1", Reason.NO_CONSENT),
        ("Đỗ Thị Mai", "CB 1", Reason.BLOCKED),
        ("Phan Văn Tâm", "CB 2", Reason.NO_ADDRESS),
    ]
    assert found.reachable == 13


async def test_who_has_another_address_is_reached(office: Office, cast: Cast) -> None:
    await execute(
        office,
        tables.addresses.insert().values(
            connection_id=cast.connection_id,
            chat_id="second",
            is_group=False,
            member_id=cast["Mai"],
            state=AddressState.ACTIVE,
            preference=1,
            created_at=START,
        ),
    )
    await execute(
        office,
        tables.addresses.update()
        .where(tables.addresses.c.id == cast.addresses["Mai"])
        .values(state=AddressState.GONE),
    )
    found = await count(office, EVERYONE)
    assert "Đỗ Thị Mai" not in {one.name for one in found.unreachable}


async def test_a_closed_circle_of_units_is_counted_once(office: Office, cast: Cast) -> None:
    units = tables.units
    await execute(
        office,
        units.update()
        .where(units.c.id == cast.units[COMMITTEE])
        .values(parent_id=sa.literal(cast.units[BRANCH_2])),
    )
    counts = await office.database.read(
        lambda connection: audiences.counts(
            connection, Audience(AudienceKind.UNIT, cast.units[BRANCH_2]), now=office.clock.now()
        )
    )
    assert sum(one.expected for one in counts) == 16


async def test_the_clerk_sees_names_and_the_approver_only_totals(office: Office, cast: Cast) -> None:
    await execute(office, tables.role_grants.delete().where(tables.role_grants.c.role == "committee_leader"))
    draft = await drafted(office, cast)
    approver = cast.caller("Minh")
    approver = type(approver)(
        approver.member_id,
        approver.door,
        tuple(grant for grant in approver.grants if grant.role == "approver"),
    )
    for_clerk = await recipients(cast.caller("Lan"), office, draft_id=draft.draft_id)
    for_approver = await recipients(approver, office, draft_id=draft.draft_id)
    assert for_clerk is not None
    assert for_approver is not None
    assert [one.name for one in for_clerk.unreachable] == ["Phan Văn Tâm"]
    assert for_approver.unreachable == ()
    assert for_approver.expected == 16


@pytest.mark.parametrize("given", ["Bình", "Hòa", "Dũng"])
async def test_nobody_else_sees_the_recipients(office: Office, cast: Cast, given: str) -> None:
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await recipients(cast.caller(given), office, draft_id=draft.draft_id)
    assert refused.value.reason is Refusal.NOT_ALLOWED
