"""A code with its link and picture, the codes that are out, and ending one."""

from datetime import timedelta
from functools import partial

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.organisation.joining import handing_over
from bot.organisation.joining.inviting import OWN_VALID_FOR, VALID_FOR, invite, own_code
from bot.organisation.joining.making_codes import PICTURE_KEPT
from bot.organisation.joining.open_invitations import Fate, open_invitations, revoke
from bot.states import Platform
from bot.texts import inviting as texts
from bot.texts import joining as joining_texts
from bot.texts import refusals
from storage import files, tables
from storage.channels import connections
from storage.database import Connection
from tests.cast import BRANCH_2, COMMAND_LINE, START, Cast, clock_of
from tests.joining.house import House
from tests.organisation.joined import do, invited, join, rows

BOT = "van_phong_bot"
INVALID = refusals.SENTENCES[Refusal.CODE_INVALID]


async def has_bot(office: Office, *, account: str = BOT) -> None:
    """A Telegram connection whose bot has said its name."""

    def body(connection: Connection) -> None:
        line = connections.ensure(connection, platform=Platform.TELEGRAM, name="main")
        connections.note_account(connection, line, account)

    await do(office, body)


async def test_a_code_comes_with_its_link_and_the_link_as_a_picture(house: House) -> None:
    await has_bot(house.office)
    secretary = house.of("Sơn")
    await secretary.says("/moi")
    shown = await secretary.presses("Mời Phan Văn Tâm")
    code = shown.split("gõ mã: ")[1].split()[0].replace("-", "")
    assert f"https://t.me/{BOT}?start={code}" in shown
    (file,) = secretary.files
    (attached,) = house.channel.attached
    assert (file.name, attached.media_type) == ("ma-moi.png", "image/png")
    assert attached.content == handing_over.picture(f"https://t.me/{BOT}?start={code}")
    assert attached.content.startswith(b"\x89PNG")
    # Telegram takes 1024 units beside a file.
    assert len(shown) < 900


async def test_the_picture_is_kept_for_a_day(office: Office, cast: Cast) -> None:
    await has_bot(office)
    made = await invite(cast.caller("Dũng"), office, member_id=cast["Tâm"], with_picture=True)
    kept_until = START + PICTURE_KEPT
    for now, is_there in ((kept_until - timedelta(seconds=1), True), (kept_until, False)):
        await do(office, partial(files.sweep, now=now))
        found = await do(office, lambda connection: files.file(connection, made.picture_id or 0))
        assert (found is not None) == is_there


@pytest.mark.parametrize("account", ["", None])
async def test_where_no_bot_has_said_its_name_there_is_no_link_and_no_picture(
    house: House, account: str | None
) -> None:
    if account is not None:
        await has_bot(house.office, account=account)
    secretary = house.of("Sơn")
    await secretary.says("/moi")
    shown = await secretary.presses("Mời Phan Văn Tâm")
    assert "và gõ mã: " in shown
    assert "t.me" not in shown
    assert secretary.files == []


async def test_the_link_opens_the_same_offer(house: House) -> None:
    await has_bot(house.office)
    made = await invited(house.office, house.cast)
    assert made.link.endswith(f"?start={made.in_link}")
    assert "Phan Văn Tâm" in await house.phone("new").says(f"/start {made.in_link}")


async def test_open_codes_are_listed_and_one_is_ended(house: House) -> None:
    secretary = house.of("Sơn")
    for given in ("Tâm", "Thu"):
        await invited(house.office, house.cast, given)
    await secretary.says("/moi")
    await secretary.presses(texts.OTHERS_BUTTON)
    listed = await secretary.presses(texts.OPEN_CODES_BUTTON)
    assert "• Phan Văn Tâm – Chi bộ 2, đến 08:00 thứ Hai, 07/12/2026" in listed
    assert "• Lý Thị Thu" in listed
    left = await secretary.presses(texts.revoke_button("Phan Văn Tâm"))
    assert "• Lý Thị Thu" in left
    assert "Phan Văn Tâm: đã thu hồi 08:00, 23/11" in left
    assert house.toasts[-1] == "Đã thu hồi mã mời của đồng chí Phan Văn Tâm."


async def test_a_revoked_code_is_worth_nothing_and_history_says_who_ended_it(
    office: Office, cast: Cast
) -> None:
    made = await invited(office, cast)
    await revoke(cast.caller("Sơn"), office, invitation_id=made.id)
    last = (await rows(office, tables.history, thing="invitation", thing_id=made.id))[-1]
    assert (last["from_state"], last["to_state"], last["actor_id"]) == ("open", "revoked", cast["Sơn"])
    with pytest.raises(Refused) as refused:
        await revoke(cast.caller("Sơn"), office, invitation_id=made.id)
    assert refused.value.reason is Refusal.GONE_ON


async def test_a_revoked_code_opens_nothing_in_the_chat(house: House) -> None:
    made = await invited(house.office, house.cast)
    phone = house.phone("new")
    await phone.says(made.code)
    await revoke(house.cast.caller("Sơn"), house.office, invitation_id=made.id)
    assert await phone.presses(joining_texts.CONSENT_BUTTON) == INVALID
    assert await phone.says(made.code) == INVALID


@pytest.mark.parametrize("given", ["Hòa", "Bình", "Lan", "Kiên", "Thuận", "Tâm"])
async def test_who_could_not_have_made_a_code_cannot_end_it(office: Office, cast: Cast, given: str) -> None:
    made = await invited(office, cast)
    with pytest.raises(Refused) as refused:
        await revoke(cast.caller(given), office, invitation_id=made.id)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    (row,) = await rows(office, tables.invitations)
    assert row["revoked_at"] is None


async def test_a_secretary_does_not_end_the_code_of_who_holds_a_role(office: Office, cast: Cast) -> None:
    made = await invited(office, cast, "Yến")
    page = await open_invitations(cast.caller("Sơn"), office)
    assert [(one.full_name, one.may_end) for one in page.handed_out] == [("Đặng Thị Yến", False)]
    with pytest.raises(Refused) as refused:
        await revoke(cast.caller("Sơn"), office, invitation_id=made.id)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    assert (await open_invitations(cast.caller("Dũng"), office)).handed_out[0].may_end


async def test_another_branchs_codes_are_not_listed(office: Office, cast: Cast) -> None:
    await invited(office, cast)
    page = await open_invitations(cast.caller("Hòa"), office)
    assert (page.handed_out, page.total, page.lately) == ((), 0, ())


@pytest.mark.parametrize("given", ["Bình", "Lan", "Kiên", "Thuận"])
async def test_who_may_not_invite_sees_no_codes(office: Office, cast: Cast, given: str) -> None:
    with pytest.raises(Refused) as refused:
        await open_invitations(cast.caller(given), office)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_what_became_of_the_others_is_told(office: Office, cast: Cast) -> None:
    await join(office, cast)
    await invited(office, cast, "Thu")
    clock_of(office).forward(seconds=VALID_FOR.total_seconds())
    page = await open_invitations(cast.caller("Sơn"), office)
    assert page.handed_out == ()
    assert [(one.full_name, one.fate, one.at) for one in page.lately] == [
        ("Lý Thị Thu", Fate.EXPIRED, START + VALID_FOR),
        ("Phan Văn Tâm", Fate.USED, START),
    ]


async def test_a_long_list_of_codes_turns_its_pages_in_place(house: House) -> None:
    for given in ("Bình", "Mai", "An", "Tâm", "Thu", "Ngọc", "Phúc", "Hòa", "Sơn", "Yến"):
        await invited(house.office, house.cast, given)
    admin = house.of("Dũng")
    await admin.says("/moi")
    await admin.presses(texts.OTHERS_BUTTON)
    first = await admin.presses(texts.OPEN_CODES_BUTTON)
    assert "• Vũ Thị Hòa" in first
    assert "Hoàng Văn Sơn" not in first
    sent = len(house.channel.sent)
    second = await admin.presses(texts.NEXT_PAGE)
    assert "• Hoàng Văn Sơn" in second
    assert len(house.channel.sent) == sent, "the same message was changed"
    assert "• Nguyễn Văn Bình" in await admin.presses(texts.PAGE_BEFORE)


async def test_joining_ends_the_other_codes_of_the_same_person(office: Office, cast: Cast) -> None:
    """A code may lie about on paper: once its person is there it opens nothing."""
    made = await invited(office, cast)
    phone = (await rows(office, tables.invitations))[0]
    assert phone["revoked_at"] is None

    def another(connection: Connection) -> None:
        row = {**phone, "code_hash": "another"}
        row.pop("id")
        connection.execute(tables.invitations.insert().values(row))

    await do(office, another)
    await join(office, cast)
    states = {row["code_hash"]: row["revoked_at"] for row in await rows(office, tables.invitations)}
    assert states["another"] == START
    assert made.id


async def test_ones_own_code_is_short_lived_and_binds_a_second_conversation(house: House) -> None:
    made = await own_code(house.cast.caller("Bình"), house.office)
    assert made.expires_at == START + OWN_VALID_FOR
    second = house.phone("second")
    assert "Nguyễn Văn Bình" in await second.says(made.code)
    await second.presses(joining_texts.CONSENT_BUTTON)
    assert (await second.who()).member_id == house.cast["Bình"]
    assert (await house.of("Bình").who()).member_id == house.cast["Bình"]


async def test_a_stranger_gets_no_code_for_themselves(office: Office, cast: Cast) -> None:
    for caller in (cast.stranger(), COMMAND_LINE):
        with pytest.raises(Refused) as refused:
            await own_code(caller, office)
        assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_forged_button_to_end_a_code_is_refused(house: House) -> None:
    made = await invited(house.office, house.cast)
    plain = house.of("Bình")
    await plain.says("/canlam")
    for token in (f"{Act.REVOKE_INVITATION}:{made.id}", Button("", Act.REVOKE_INVITATION, made.id).token):
        await plain.presses_token(token)
    (row,) = await rows(house.office, tables.invitations)
    assert row["revoked_at"] is None


async def test_pages_of_who_is_not_reached_turn_in_place(house: House) -> None:
    def close(connection: Connection) -> None:
        connection.execute(
            tables.addresses.update()
            .where(tables.addresses.c.member_id != house.cast["Dũng"])
            .values(state="blocked")
        )

    await do(house.office, close)
    admin = house.of("Dũng")
    first = await admin.says("/moi")
    assert first.count(" – ") == 8
    second = await admin.presses(texts.NEXT_PAGE)
    assert second.count(" – ") == 7
    assert "(đã chặn tin)" in second
    assert BRANCH_2 in first + second
