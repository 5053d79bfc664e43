from datetime import datetime
from functools import partial

import pytest
import sqlalchemy as sa

from bot.audience import Audience, AudienceKind
from bot.office import Office
from bot.publication.approval import submitting
from bot.publication.approval.approving import approve_now
from bot.publication.draft import correcting
from storage import tables
from storage.database import Connection
from storage.organisation import people
from storage.publication import broadcasts
from storage.rows import insert_row
from storage.states import (
    Address,
    AddressState,
    DraftState,
    Lane,
    MemberKind,
    ObligationState,
    Origin,
    PublicationState,
    Purpose,
    Repeat,
    Role,
    Urgency,
)
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, START, ZONE, Cast
from tests.publication.steps import (
    DIRECTIVE,
    MEETING,
    draft_of,
    drafted,
    execute,
    made_urgent,
    owed,
    published,
    rows,
    submitted,
)

MANY = 2_000


async def test_the_version_says_what_the_draft_said(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    (publication,) = await rows(office, tables.publications)
    (version,) = await rows(office, tables.versions)
    draft = await draft_of(office, publication["draft_id"])
    assert publication["state"] is PublicationState.IN_FORCE
    assert (version["publication_id"], version["version"]) == (publication_id, 1)
    assert (version["number"], version["title"], version["body"]) == (
        draft.number,
        draft.title,
        draft.body,
    )


async def test_a_main_point_that_was_left_out_does_not_go_out(office: Office, cast: Cast) -> None:
    draft, caller = await drafted(office, cast), cast.caller("Lan")
    out = await correcting.toggle_point(
        caller, office, draft_id=draft.draft_id, revision=draft.revision, place=0
    )
    points = (await draft_of(office, draft.draft_id)).main_points
    waiting = await submitting.submit(caller, office, draft_id=draft.draft_id, revision=out.revision)
    await approve_now(cast.caller("Minh"), office, draft_id=waiting.draft_id, revision=waiting.revision)
    (version,) = await rows(office, tables.versions)
    assert [point["text"] for point in version["main_points"]] == [point["text"] for point in points[1:]]


async def test_everybody_expected_is_on_the_list_and_the_approver_is_exempt(
    office: Office, cast: Cast
) -> None:
    await published(office, cast)
    asked = {row["member_id"]: row for row in await rows(office, tables.obligations)}
    assert set(asked) == cast.everyone
    exempt = asked.pop(cast["Minh"])
    assert (exempt["state"], exempt["because"]) == (ObligationState.EXEMPT, "người ban hành")
    assert {row["state"] for row in asked.values()} == {ObligationState.EXPECTED}
    assert {row["origin"] for row in asked.values()} == {Origin.PUBLISHED}


async def test_an_obligation_keeps_the_unit_of_its_day(office: Office, cast: Cast) -> None:
    await published(office, cast)
    members = tables.members
    moved = members.update().where(members.c.id == cast["Bình"]).values(unit_id=cast.units[BRANCH_3])
    await execute(office, moved)
    (row,) = await rows(office, tables.obligations, tables.obligations.c.member_id == cast["Bình"])
    assert row["unit_id"] == cast.units[BRANCH_1]


async def test_only_the_audience_is_asked(office: Office, cast: Cast) -> None:
    await published(office, cast, audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_1]))
    asked = {row["member_id"] for row in await rows(office, tables.obligations)}
    assert asked == cast.of_unit(BRANCH_1)
    assert {row["member_id"] for row in await owed(office, Purpose.CARD)} == cast.of_unit(BRANCH_1)


async def test_a_card_goes_to_everybody_with_an_address_but_the_approver(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    cards = {row["member_id"]: row for row in await owed(office, Purpose.CARD)}
    assert set(cards) == cast.everyone - {cast["Minh"], cast["Tâm"]}
    row = cards[cast["Bình"]]
    assert row["once_key"] == f"pub:{publication_id}:v1:m{cast['Bình']}:card"
    assert (row["address_id"], row["connection_id"]) == (cast.addresses["Bình"], cast.connection_id)
    assert (row["lane"], row["urgency"], row["rank"]) == (Lane.BROADCAST, Urgency.NORMAL, 1)
    assert (row["repeat"], row["expires_at"]) == (Repeat.ONCE, None)


async def test_a_member_on_paper_is_asked_but_gets_no_card(office: Office, cast: Cast) -> None:
    members = tables.members
    await execute(office, members.update().where(members.c.id == cast["Bình"]).values(on_paper=True))
    await published(office, cast)
    assert cast["Bình"] not in {row["member_id"] for row in await owed(office, Purpose.CARD)}
    asked = await rows(office, tables.obligations, tables.obligations.c.member_id == cast["Bình"])
    assert [row["state"] for row in asked] == [ObligationState.EXPECTED]


async def test_the_card_goes_to_the_first_address_that_is_active(office: Office, cast: Cast) -> None:
    addresses = tables.addresses
    for chat_id, preference in (("third", 2), ("second", 1)):
        await execute(
            office,
            addresses.insert().values(
                connection_id=cast.connection_id,
                chat_id=chat_id,
                is_group=False,
                member_id=cast["Bình"],
                state=AddressState.ACTIVE,
                preference=preference,
                created_at=START,
            ),
        )
    blocked = addresses.update().where(addresses.c.id == cast.addresses["Bình"])
    await execute(office, blocked.values(state=AddressState.BLOCKED))
    await published(office, cast)
    (second,) = await rows(office, addresses, addresses.c.chat_id == "second")
    cards = [row for row in await owed(office, Purpose.CARD) if row["member_id"] == cast["Bình"]]
    assert [row["address_id"] for row in cards] == [second["id"]]


async def test_an_urgent_directive_may_be_sent_three_times(office: Office, cast: Cast) -> None:
    draft, caller = await drafted(office, cast), cast.caller("Lan")
    urgent = await made_urgent(office, cast, draft, Urgency.URGENT)
    waiting = await submitting.submit(caller, office, draft_id=draft.draft_id, revision=urgent.revision)
    await approve_now(cast.caller("Minh"), office, draft_id=waiting.draft_id, revision=waiting.revision)
    cards = await owed(office, Purpose.CARD)
    assert {(row["urgency"], row["repeat"], row["rank"]) for row in cards} == {
        (Urgency.URGENT, Repeat.THREE_TIMES, 0)
    }


async def test_a_meeting_summary_asks_nothing_and_is_never_repeated(office: Office, cast: Cast) -> None:
    await published(office, cast, text=MEETING)
    assert await rows(office, tables.obligations) == []
    assert {row["repeat"] for row in await owed(office, Purpose.CARD)} == {Repeat.NEVER}
    assert await owed(office, Purpose.PROGRESS) == []


async def test_progress_goes_to_those_who_lead_the_expected_and_to_nobody_else(
    office: Office, cast: Cast
) -> None:
    branch_2 = Audience(AudienceKind.UNIT, cast.units[BRANCH_2])
    publication_id = await published(office, cast, audience=branch_2)
    progress = {row["member_id"]: row for row in await owed(office, Purpose.PROGRESS)}
    assert set(progress) == {cast[name] for name in ("Lan", "Minh", "Thuận", "Sơn", "Yến")}
    row = progress[cast["Sơn"]]
    assert row["once_key"] == f"pub:{publication_id}:m{cast['Sơn']}:progress"
    assert (row["rank"], row["urgency"], row["repeat"]) == (3, Urgency.NORMAL, Repeat.ONCE)


async def test_the_secretary_of_a_higher_unit_sees_progress_below(office: Office, cast: Cast) -> None:
    above = tables.role_grants.insert().values(
        member_id=cast["Kiên"], role=Role.SECRETARY, unit_id=cast.units["Liên đoàn"], from_at=START
    )
    await execute(office, above)
    await published(office, cast, audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_2]))
    assert cast["Kiên"] in {row["member_id"] for row in await owed(office, Purpose.PROGRESS)}


async def test_a_former_secretary_gets_no_progress(office: Office, cast: Cast) -> None:
    grants = tables.role_grants
    await execute(office, grants.update().where(grants.c.member_id == cast["Hòa"]).values(until_at=START))
    await published(office, cast)
    assert cast["Hòa"] not in {row["member_id"] for row in await owed(office, Purpose.PROGRESS)}


async def test_history_has_a_line_for_each_obligation_and_for_the_publication(
    office: Office, cast: Cast
) -> None:
    publication_id = await published(office, cast)
    history = await rows(office, tables.history)
    lines = [line for line in history if line["thing"] == "obligation"]
    asked = {row["id"]: row for row in await rows(office, tables.obligations)}
    assert {line["thing_id"] for line in lines} == set(asked)
    assert len(lines) == len(asked)
    for line in lines:
        row = asked[line["thing_id"]]
        assert (line["member_id"], line["unit_id"]) == (row["member_id"], row["unit_id"])
        assert (line["from_state"], line["to_state"]) == ("", row["state"])
        assert (line["actor_id"], line["version"], line["detail"]) == (cast["Minh"], 1, "published")
        assert line["at"] == START
    (born,) = [line for line in history if line["thing"] == "publication"]
    assert (born["thing_id"], born["to_state"]) == (publication_id, "in_force")
    drafts = [line["to_state"] for line in history if line["thing"] == "draft"]
    assert drafts[-2:] == ["submitted", "published"]


@pytest.mark.parametrize("step", ["ask", "write_history", "queue_cards", "queue_progress"])
async def test_when_anything_fails_nothing_is_left(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    waiting = await submitted(office, cast)
    before = len(await rows(office, tables.history))
    real = getattr(broadcasts, step)

    def breaks(*arguments: object, **more: object) -> int:
        real(*arguments, **more)
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(broadcasts, step, breaks)
    with pytest.raises(RuntimeError):
        await approve_now(cast.caller("Minh"), office, draft_id=waiting.draft_id, revision=waiting.revision)
    for table in (tables.publications, tables.versions, tables.obligations):
        assert await rows(office, table) == []
    assert await owed(office, Purpose.CARD) == []
    assert len(await rows(office, tables.history)) == before
    assert (await draft_of(office, waiting.draft_id)).state is DraftState.SUBMITTED


async def test_two_thousand_members_are_asked_and_owed_by_a_handful_of_statements(
    office: Office, cast: Cast
) -> None:
    await office.database.transaction(partial(_enlist, cast=cast, amount=MANY))
    waiting = await submitted(office, cast)
    statements = 0

    def count(*_arguments: object) -> None:
        nonlocal statements
        statements += 1

    sa.event.listen(sa.engine.Engine, "before_cursor_execute", count)
    try:
        await approve_now(cast.caller("Minh"), office, draft_id=waiting.draft_id, revision=waiting.revision)
    finally:
        sa.event.remove(sa.engine.Engine, "before_cursor_execute", count)
    assert statements < 60
    assert len(await rows(office, tables.obligations)) == MANY + 16
    assert len(await owed(office, Purpose.CARD)) == MANY + 14


def _enlist(connection: Connection, *, cast: Cast, amount: int) -> None:
    member = {
        "full_name": "Đảng viên Mới",
        "sort_key": "z",
        "address_form": Address.COMRADE,
        "kind": MemberKind.OFFICIAL,
        "position": "",
        "unit_id": cast.units[BRANCH_3],
        "joined_at": START,
        "on_paper": False,
        "language": "vi",
        "phone_hash": "",
    }
    first = insert_row(connection, tables.members, member)
    connection.execute(tables.members.insert(), [member] * (amount - 1))
    address = {
        "connection_id": cast.connection_id,
        "is_group": False,
        "state": AddressState.ACTIVE,
        "preference": 0,
        "created_at": START,
    }
    ids = [one.id for one in people.members_of(connection, [cast.units[BRANCH_3]]) if one.id >= first]
    connection.execute(
        tables.addresses.insert(), [{**address, "chat_id": f"many-{one}", "member_id": one} for one in ids]
    )


async def test_the_due_date_of_the_draft_is_that_of_the_publication(office: Office, cast: Cast) -> None:
    await published(office, cast)
    (publication,) = await rows(office, tables.publications)
    # As the text itself says.
    assert publication["due_at"] == datetime(2026, 11, 27, 17, tzinfo=ZONE)
    assert publication["published_at"] == START
    assert publication["created_by"] == cast["Lan"]


async def test_a_second_publication_owes_its_own_cards(office: Office, cast: Cast) -> None:
    await published(office, cast)
    await published(office, cast, text=DIRECTIVE.replace("12-KH", "13-KH"))
    assert len(await owed(office, Purpose.CARD)) == 28
