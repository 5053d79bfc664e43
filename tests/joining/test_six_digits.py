"""Six digits: typed within a quarter of an hour, once, and not to be guessed."""

from datetime import timedelta

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining import codes, six_digits
from bot.organisation.joining.guessing import MOST_OF_ONE, MOST_SHORT, MOST_SHORT_OF_ONE, ONE_RESTS
from bot.organisation.joining.inviting import invite
from bot.organisation.joining.joining import DECIDES_WITHIN, consent, show_invitation
from bot.organisation.joining.six_digits import MOST_TYPED, VALID_FOR, SixDigits
from bot.texts import joining as joining_texts
from storage import tables
from storage.joining import code_tries
from tests.cast import COMMAND_LINE, START, Cast, clock_of
from tests.joining.house import House
from tests.organisation.joined import invited, new_phone, rows

AS_WRITTEN = ("{a} {b}.", "ma {a}{b}", "Mã: {a} {b}", "mã số {a}{b},")


async def made(office: Office, cast: Cast, given: str = "Tâm") -> SixDigits:
    return await six_digits.for_member(COMMAND_LINE, office, member_id=cast[given])


async def refusal_of(office: Office, cast: Cast, code: str, *, chat_id: str = "new-phone") -> Refusal:
    with pytest.raises(Refused) as refused:
        await show_invitation(await new_phone(office, cast, chat_id), office, code=code)
    return refused.value.reason


def wrong(code: str) -> str:
    """Six digits that nobody has."""
    return f"{(int(code.replace(' ', '')) + 1) % 10**6:06}"


async def test_six_digits_typed_in_time_bind_a_conversation(office: Office, cast: Cast) -> None:
    code = await made(office, cast)
    assert code.expires_at == START + timedelta(minutes=15)
    phone = await new_phone(office, cast)
    offer = await show_invitation(phone, office, code=code.code)
    assert offer.full_name == "Phan Văn Tâm"
    await consent(phone, office, invitation_id=offer.invitation_id)
    assert (await new_phone(office, cast)).member_id == cast["Tâm"]


@pytest.mark.parametrize(
    "typed",
    [
        "{a}{b}",
        "{a} {b}",
        "{a}-{b}",
        " {a}.{b} ",
        "{a}–{b}",
        "{a} {b}.",
        "ma {a}{b}",
        "Mã: {a} {b}",
        "mã số {a}{b},",
    ],
)
async def test_they_may_be_typed_as_people_type_them(office: Office, cast: Cast, typed: str) -> None:
    a, b = (await made(office, cast)).code.split()
    offer = await show_invitation(await new_phone(office, cast), office, code=typed.format(a=a, b=b))
    assert offer.invitation_id


async def test_who_comes_too_late_keeps_nobody_else_out(office: Office, cast: Cast) -> None:
    late = [await made(office, cast, given) for given in ("Tâm", "Yến", "Thu")]
    clock_of(office).forward(minutes=16)
    for place in range(MOST_SHORT + 1):
        typed = late[place % len(late)].code
        reason = await refusal_of(office, cast, typed, chat_id=f"late-{place}")
        assert reason is Refusal.CODE_INVALID
    in_time = await made(office, cast)
    offer = await show_invitation(await new_phone(office, cast), office, code=in_time.code)
    assert offer.full_name == "Phan Văn Tâm"


async def test_after_a_quarter_of_an_hour_they_are_wrong(office: Office, cast: Cast) -> None:
    code = await made(office, cast)
    clock_of(office).forward(minutes=15)
    assert await refusal_of(office, cast, code.code) is Refusal.CODE_INVALID


async def test_who_typed_them_in_time_may_read_without_haste(office: Office, cast: Cast) -> None:
    code = await made(office, cast)
    phone = await new_phone(office, cast)
    offer = await show_invitation(phone, office, code=code.code)
    clock_of(office).forward(minutes=40)
    await consent(phone, office, invitation_id=offer.invitation_id)
    assert (await new_phone(office, cast)).member_id == cast["Tâm"]


async def test_but_not_for_ever(office: Office, cast: Cast) -> None:
    code = await made(office, cast)
    phone = await new_phone(office, cast)
    offer = await show_invitation(phone, office, code=code.code)
    clock_of(office).forward(seconds=DECIDES_WITHIN.total_seconds())
    with pytest.raises(Refused) as refused:
        await consent(phone, office, invitation_id=offer.invitation_id)
    assert refused.value.reason is Refusal.CODE_INVALID


async def test_they_are_for_the_first_conversation_alone(office: Office, cast: Cast) -> None:
    code = await made(office, cast)
    await show_invitation(await new_phone(office, cast), office, code=code.code)
    assert await refusal_of(office, cast, code.code, chat_id="second") is Refusal.CODE_INVALID


async def test_they_work_once(office: Office, cast: Cast) -> None:
    code = await made(office, cast)
    phone = await new_phone(office, cast)
    offer = await show_invitation(phone, office, code=code.code)
    await consent(phone, office, invitation_id=offer.invitation_id)
    assert await refusal_of(office, cast, code.code, chat_id="second") is Refusal.CODE_INVALID


async def test_new_ones_end_the_old_ones_but_not_the_long_code(office: Office, cast: Cast) -> None:
    letter = await invited(office, cast)
    first = await made(office, cast)
    second = await made(office, cast)
    assert await refusal_of(office, cast, first.code) is Refusal.CODE_INVALID
    assert (await show_invitation(await new_phone(office, cast), office, code=second.code)).full_name
    assert (
        await show_invitation(await new_phone(office, cast, "letter"), office, code=letter.code)
    ).full_name


async def test_new_ones_leave_alone_what_somebody_typed_and_is_reading_about(
    office: Office, cast: Cast
) -> None:
    phone = await new_phone(office, cast)
    offer = await show_invitation(phone, office, code=(await made(office, cast)).code)
    for _ in range(5):
        await made(office, cast)
    await consent(phone, office, invitation_id=offer.invitation_id)
    assert (await new_phone(office, cast)).member_id == cast["Tâm"]


async def test_only_a_few_are_open_for_one_member(office: Office, cast: Cast) -> None:
    typed = []
    for number in range(MOST_TYPED + 1):
        phone = await new_phone(office, cast, f"phone-{number}")
        clock_of(office).forward(seconds=1)
        offer = await show_invitation(phone, office, code=(await made(office, cast)).code)
        typed.append((phone, offer.invitation_id))
    await made(office, cast)
    open_ones = [
        row["id"] for row in await rows(office, tables.invitations, short=True) if row["revoked_at"] is None
    ]
    assert len(open_ones) == MOST_TYPED + 1
    (first, ended), (last, still_open) = typed[0], typed[-1]
    assert ended not in open_ones
    with pytest.raises(Refused):
        await consent(first, office, invitation_id=ended)
    await consent(last, office, invitation_id=still_open)


async def test_who_joined_by_them_leaves_no_other_code_open(office: Office, cast: Cast) -> None:
    letter = await invited(office, cast)
    code = await made(office, cast)
    phone = await new_phone(office, cast)
    offer = await show_invitation(phone, office, code=code.code)
    await consent(phone, office, invitation_id=offer.invitation_id)
    assert await refusal_of(office, cast, letter.code, chat_id="letter") is Refusal.CODE_INVALID


async def test_a_long_code_fetches_six_digits(office: Office, cast: Cast) -> None:
    letter = await invited(office, cast)
    code = await six_digits.for_invitation(office, code=letter.in_link)
    offer = await show_invitation(await new_phone(office, cast), office, code=code.code)
    assert offer.full_name == "Phan Văn Tâm"


async def test_no_other_code_does(office: Office, cast: Cast) -> None:
    letter = await invited(office, cast)
    digits = await made(office, cast)
    clock_of(office).forward(days=14)
    for code in (letter.in_link, digits.code, codes.new_code(), "", "../x"):
        with pytest.raises(Refused) as refused:
            await six_digits.for_invitation(office, code=code)
        assert refused.value.reason is Refusal.CODE_INVALID


async def test_a_code_whose_maker_lost_the_right_fetches_none(office: Office, cast: Cast) -> None:
    letter = await invite(cast.caller("Sơn"), office, member_id=cast["Tâm"])
    await office.database.transaction(lambda connection: connection.execute(tables.role_grants.delete()))
    with pytest.raises(Refused):
        await six_digits.for_invitation(office, code=letter.in_link)


async def test_only_who_may_invite_makes_them(office: Office, cast: Cast) -> None:
    for given in ("Bình", "Hòa"):
        with pytest.raises(Refused):
            await six_digits.for_member(cast.caller(given), office, member_id=cast["Tâm"])
    with pytest.raises(Refused):
        await six_digits.for_oneself(cast.stranger(), office)
    assert (await six_digits.for_oneself(cast.caller("Bình"), office)).member_id == cast["Bình"]


async def test_guessing_them_stops_them_and_no_long_code(office: Office, cast: Cast) -> None:
    letter, code = await invited(office, cast), await made(office, cast)
    for number in range(MOST_SHORT):
        reason = await refusal_of(office, cast, wrong(code.code), chat_id=f"guesser-{number // 5}")
        assert reason is Refusal.CODE_INVALID
    assert await refusal_of(office, cast, code.code, chat_id="honest") is Refusal.SHORT_CODES_REST
    assert (
        await show_invitation(await new_phone(office, cast, "letter"), office, code=letter.code)
    ).full_name
    told = await rows(office, tables.deliveries, purpose="code_tries")
    assert told
    clock_of(office).forward(hours=1)
    again = await made(office, cast)
    assert (await show_invitation(await new_phone(office, cast, "honest"), office, code=again.code)).full_name


async def test_members_are_no_oracle_for_those_of_others_and_are_counted(office: Office, cast: Cast) -> None:
    code, own = await made(office, cast), await made(office, cast, "Bình")
    member = cast.caller("Bình")
    assert (await show_invitation(member, office, code=own.code)).already
    for tried in (code.code, wrong(code.code)):
        with pytest.raises(Refused) as refused:
            await show_invitation(member, office, code=tried)
        assert refused.value.reason is Refusal.CODE_INVALID
    tries = await rows(office, tables.history, thing=code_tries.SHORT)
    assert [one["actor_id"] for one in tries] == [cast["Bình"]] * 2
    # Nobody used it up.
    assert (await show_invitation(await new_phone(office, cast), office, code=code.code)).full_name


async def test_tries_of_members_count_among_those_of_everybody(office: Office, cast: Cast) -> None:
    code = await made(office, cast)
    for given in ("Bình", "Mai", "An", "Hòa", "Sơn", "Thu"):
        for _ in range(MOST_OF_ONE):
            with pytest.raises(Refused):
                await show_invitation(cast.caller(given), office, code=wrong(code.code))
    assert await refusal_of(office, cast, code.code) is Refusal.SHORT_CODES_REST
    assert await rows(office, tables.deliveries, purpose="code_tries")


async def test_few_accounts_do_not_keep_them_shut_for_all(office: Office, cast: Cast) -> None:
    bad = wrong((await made(office, cast)).code)
    for _ in range(12):
        for guesser in ("first", "second"):
            for _ in range(MOST_OF_ONE):
                assert await refusal_of(office, cast, bad, chat_id=guesser) is Refusal.CODE_INVALID
        clock_of(office).forward(seconds=ONE_RESTS.total_seconds())
    assert len(await rows(office, tables.history, thing=code_tries.SHORT)) == 2 * MOST_SHORT_OF_ONE
    code, letter = await made(office, cast), await invited(office, cast, "Thu")
    assert await refusal_of(office, cast, code.code, chat_id="first") is Refusal.CODE_INVALID
    assert (await show_invitation(await new_phone(office, cast, "first"), office, code=letter.code)).full_name
    assert (await show_invitation(await new_phone(office, cast, "honest"), office, code=code.code)).full_name
    clock_of(office).forward(days=1)
    code = await made(office, cast)
    assert (await show_invitation(await new_phone(office, cast, "second"), office, code=code.code)).full_name


async def test_the_digits_stand_nowhere(office: Office, cast: Cast) -> None:
    code = await made(office, cast)
    digits = code.code.replace(" ", "")
    assert digits not in repr(code)
    for table in (tables.invitations, tables.history, tables.knock_outcomes):
        assert digits not in str([{**row, "code_hash": ""} for row in await rows(office, table)])
    (row,) = await rows(office, tables.invitations)
    assert row["code_hash"] == codes.hash_of(office.key, digits)
    assert row["expires_at"] - row["created_at"] == VALID_FOR


async def test_a_stranger_who_types_them_sees_whom_they_bind(house: House) -> None:
    code = await six_digits.for_member(COMMAND_LINE, house.office, member_id=house.cast["Tâm"])
    phone = house.phone("new-phone")
    assert "Phan Văn Tâm" in await phone.says(code.code)
    stranger = house.phone("other")
    assert "Tâm" not in await stranger.says(wrong(code.code))


async def test_who_says_something_else_is_shown_the_answers_again(house: House) -> None:
    code = await six_digits.for_member(COMMAND_LINE, house.office, member_id=house.cast["Tâm"])
    phone = house.phone("new-phone")
    await phone.says(code.code)
    again = await phone.says("dạ em chưa hiểu ạ")
    assert "đang chờ trả lời" in again
    assert len(phone.labels) == 4
    await phone.presses(joining_texts.CONSENT_BUTTON)
    assert (await phone.who()).member_id == house.cast["Tâm"]
    assert "đang chờ trả lời" not in await house.phone("other").says("dạ em chưa hiểu ạ")
