"""Who may invite whom, and what is kept of a code."""

import logging
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.access import Door
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining.inviting import VALID_FOR, candidates, invite
from storage import tables
from storage.database import Connection
from storage.organisation import people
from storage.rows import insert_row
from storage.states import AddressState, InboxState
from tests.cast import COMMAND_LINE, START, Cast
from tests.organisation.joined import do, invited, rows


@pytest.mark.parametrize(
    ("inviter", "invitee"),
    [
        ("Dũng", "Tâm"),  # the admin, anybody
        ("Dũng", "Thuận"),
        ("Sơn", "Tâm"),  # the secretary, a member of their branch
        ("Yến", "Thu"),  # the deputy as well
        ("Sơn", "Sơn"),  # oneself, for another telephone
    ],
)
async def test_who_may_invite_gets_a_code(office: Office, cast: Cast, inviter: str, invitee: str) -> None:
    invitation = await invite(cast.caller(inviter), office, member_id=cast[invitee])
    assert invitation.member_id == cast[invitee]
    assert invitation.expires_at == START + VALID_FOR
    (row,) = await rows(office, tables.invitations)
    assert row["made_by"] == cast[inviter]


@pytest.mark.parametrize(
    ("inviter", "invitee"),
    [
        ("Hòa", "Tâm"),  # another branch's secretary
        ("Bình", "An"),  # a plain member
        ("Bình", "Bình"),
        ("Lan", "Tâm"),  # the clerk
        ("Kiên", "Tâm"),  # the auditor
        ("Thuận", "Tâm"),  # a committee leader
        ("Sơn", "Yến"),  # a member of their branch who holds a role: the code would hand it over
    ],
)
async def test_who_may_not_invite_is_refused(office: Office, cast: Cast, inviter: str, invitee: str) -> None:
    with pytest.raises(Refused) as refused:
        await invite(cast.caller(inviter), office, member_id=cast[invitee])
    assert refused.value.reason is Refusal.NOT_ALLOWED
    assert await rows(office, tables.invitations) == []


async def test_a_stranger_may_not_invite(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await invite(cast.stranger(), office, member_id=cast["Tâm"])
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_the_command_line_may_invite_anybody(office: Office, cast: Cast) -> None:
    invitation = await invite(COMMAND_LINE, office, member_id=cast["Dũng"], valid_for=timedelta(hours=1))
    assert invitation.expires_at == START + timedelta(hours=1)
    assert invitation.code.replace("-", "") == invitation.in_link


async def test_nobody_is_invited_who_is_not_on_the_roster(office: Office, cast: Cast) -> None:
    def leave(connection: Connection) -> None:
        connection.execute(
            tables.members.update().where(tables.members.c.id == cast["Tâm"]).values(left_at=START)
        )

    await do(office, leave)
    for member_id in (cast["Tâm"], 9999):
        with pytest.raises(Refused) as refused:
            await invite(COMMAND_LINE, office, member_id=member_id)
        assert refused.value.reason is Refusal.NOT_FOUND


async def test_a_new_invitation_ends_the_members_earlier_one_and_nobody_elses(
    office: Office, cast: Cast
) -> None:
    first, other = await invited(office, cast, "Tâm"), await invited(office, cast, "Thu")
    second = await invited(office, cast, "Tâm")
    revoked = {row["id"]: row["revoked_at"] for row in await rows(office, tables.invitations)}
    assert revoked == {first.id: START, other.id: None, second.id: None}
    states = [
        (row["thing_id"], row["from_state"], row["to_state"])
        for row in await rows(office, tables.history, thing="invitation", member_id=cast["Tâm"])
    ]
    assert states == [(first.id, "", "open"), (first.id, "open", "revoked"), (second.id, "", "open")]


async def test_the_code_is_neither_stored_nor_logged_nor_in_a_repr(
    office: Office, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    def knock(connection: Connection) -> int:
        values = {
            "connection_id": cast.connection_id,
            "update_id": "1",
            "conversation": "chat-Dũng",
            "state": InboxState.HANDLING,
            "body": "",
            "size": 0,
            "refused_because": "",
            "failures": 0,
            "due_at": START,
            "received_at": START,
        }
        return insert_row(connection, tables.inbox, values)

    caller = cast.caller("Dũng", knock=await do(office, knock))
    made = await invite(caller, office, member_id=cast["Tâm"])
    everything = await do(office, _everything)
    assert str(made.id) in everything, "the search looks at the right database"
    for code in (made.code, made.in_link):
        assert code not in everything
        assert code not in repr(made)
        assert code not in caplog.text


def _everything(connection: Connection) -> str:
    return "\n".join(
        str(row) for table in tables.metadata.sorted_tables for row in connection.execute(sa.select(table))
    )


async def test_an_admin_finds_everybody_who_cannot_be_reached_and_no_one_else(
    office: Office, cast: Cast
) -> None:
    def block(connection: Connection) -> None:
        people.set_address_state(connection, cast.addresses["Bình"], AddressState.BLOCKED)

    await do(office, block)
    found = await candidates(cast.caller("Dũng"), office)
    assert [(one.member_id, one.was_reached) for one in found] == [(cast["Bình"], True), (cast["Tâm"], False)]


async def test_a_secretary_finds_only_those_of_their_own_branch(office: Office, cast: Cast) -> None:
    assert [one.member_id for one in await candidates(cast.caller("Sơn"), office)] == [cast["Tâm"]]
    assert await candidates(cast.caller("Hòa"), office) == ()
    everybody = await candidates(cast.caller("Hòa"), office, only_unreached=False)
    assert {one.member_id for one in everybody} == {cast[given] for given in ("Hòa", "Bình", "Mai", "An")}


async def test_somebody_is_found_by_name_without_accents(office: Office, cast: Cast) -> None:
    found = await candidates(cast.caller("Dũng"), office, words="nguyen binh", only_unreached=False)
    assert [one.full_name for one in found] == ["Nguyễn Văn Bình"]
    assert await candidates(cast.caller("Dũng"), office, words="nguyen an", only_unreached=False) == ()


@pytest.mark.parametrize("given", ["Bình", "Lan", "Thuận", "Kiên"])
async def test_who_may_not_invite_gets_no_list(office: Office, cast: Cast, given: str) -> None:
    with pytest.raises(Refused) as refused:
        await candidates(cast.caller(given, door=Door.TELEGRAM), office)
    assert refused.value.reason is Refusal.NOT_ALLOWED
