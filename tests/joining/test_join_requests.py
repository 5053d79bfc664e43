"""Asking to be connected without a code: who is asked, who decides, and everything that is not told."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.join_requests.asking import begin, say_name, say_unit
from bot.organisation.join_requests.deciding import approve, refuse
from bot.organisation.join_requests.lapsing import LAPSES_AFTER, lapse_join_requests
from bot.organisation.join_requests.wording import LONGEST, fit, said, unit_meant
from bot.states import AddressState, JoinState, UnitKind
from bot.texts import join_requests as texts
from bot.texts import joining as joining_texts
from storage import tables
from storage.database import Connection
from storage.organisation import organisation
from tests.cast import BRANCH_1, BRANCH_2, COMMAND_LINE, PEOPLE, START, Cast, clock_of
from tests.joining.house import House, Phone
from tests.organisation.joined import do, new_phone, rows

ACCOUNT = "Tam Phan (@tamphan)"


async def asks(
    house: House, chat_id: str = "new", *, name: str = "phan văn tâm", unit: str = "Chi bộ 2"
) -> Phone:
    """Somebody unknown asks to be connected."""
    phone = house.phone(chat_id, account=ACCOUNT)
    await phone.says("/start")
    await phone.presses(texts.ASK_BUTTON)
    await phone.says(name)
    await phone.says(unit)
    return phone


async def asked(office: Office, cast: Cast, *, name: str = "Phan Văn Tâm", unit: str = "Chi bộ 2") -> int:
    """The same by use cases; the request."""
    caller = await new_phone(office, cast)
    request_id = await begin(caller, office)
    await say_name(caller, office, request_id=request_id, name=name)
    await say_unit(caller, office, request_id=request_id, unit=unit, account=ACCOUNT)
    return request_id


async def test_a_stranger_asks_the_secretary_decides_and_the_member_is_connected(house: House) -> None:
    phone, secretary = await asks(house), house.of("Sơn")
    assert "Đã chuyển yêu cầu" in phone.text
    for words in (texts.TITLE, "“phan văn tâm”", "“Chi bộ 2”", f"“{ACCOUNT}”", "thứ Hai, 23/11/2026"):
        assert words in secretary.text
    assert secretary.labels == [texts.choose_button("Phan Văn Tâm", BRANCH_2), texts.REFUSE_BUTTON]
    done = await secretary.presses(texts.choose_button("Phan Văn Tâm", BRANCH_2))
    assert done == texts.approved_done("Phan Văn Tâm")
    assert texts.APPROVED in phone.text
    assert "Phan Văn Tâm" not in phone.text
    offer = await phone.presses(texts.SEE_BUTTON)
    assert "đồng chí Phan Văn Tâm, Chi bộ 2" in offer
    assert joining_texts.account_line(ACCOUNT) in offer
    assert "Cảm ơn đồng chí Tâm" in await phone.presses(joining_texts.CONSENT_BUTTON)
    assert (await phone.who()).member_id == house.cast["Tâm"]


async def test_what_was_written_is_gone_once_it_is_decided_and_history_tells_who_did_it(house: House) -> None:
    await asks(house)
    await house.of("Sơn").presses(texts.choose_button("Phan Văn Tâm", BRANCH_2))
    (row,) = await rows(house.office, tables.join_requests)
    assert (row["said_name"], row["said_unit"], row["account"]) == ("", "", "")
    assert (row["state"], row["decided_by"], row["member_id"]) == (
        JoinState.APPROVED,
        house.cast["Sơn"],
        house.cast["Tâm"],
    )
    lines = await rows(house.office, tables.history, thing="join_request")
    assert [(line["from_state"], line["to_state"], line["actor_id"]) for line in lines] == [
        ("", "waiting", None),
        ("waiting", "approved", house.cast["Sơn"]),
    ]
    assert not [line for line in await rows(house.office, tables.history) if "tâm" in line["detail"].lower()]


async def test_who_is_nobody_of_the_branch_gets_a_polite_answer_and_no_information(house: House) -> None:
    phone, secretary = await asks(house), house.of("Sơn")
    assert await secretary.presses(texts.REFUSE_BUTTON) == texts.REFUSED_DONE
    assert texts.REFUSED in phone.text
    assert not [person for person in PEOPLE if person.full_name in phone.text]
    assert (await phone.who()).member_id is None
    (row,) = await rows(house.office, tables.join_requests)
    assert (row["said_name"], row["account"]) == ("", "")
    assert await rows(house.office, tables.invitations) == []


@pytest.mark.parametrize(
    ("unit", "decides"),
    [
        ("chi bo 2", {"Sơn", "Yến"}),
        ("CB 3", {"Đức"}),
        ("tôi ở Chi bộ 1 Liên đoàn", {"Hòa"}),
        ("Phòng X", {"Dũng"}),
    ],
)
async def test_it_goes_to_who_leads_the_unit_and_else_to_the_admins(
    house: House, unit: str, decides: set[str]
) -> None:
    await asks(house, unit=unit)
    told = {chat for chat, message in house.channel.sent if texts.TITLE in str(message)}
    assert told == {f"chat-{given}" for given in decides}


async def test_a_branch_whose_leaders_cannot_be_reached_leaves_it_to_the_admins(house: House) -> None:
    def lose(connection: Connection) -> None:
        connection.execute(
            tables.addresses.update()
            .where(tables.addresses.c.member_id == house.cast["Hòa"])
            .values(state=AddressState.BLOCKED)
        )

    await do(house.office, lose)
    await asks(house, unit="Chi bộ 1", name="Vũ Thị Hòa")
    assert texts.TITLE in house.of("Dũng").text
    assert texts.choose_button("Vũ Thị Hòa", BRANCH_1) in house.of("Dũng").labels


async def test_only_people_who_are_not_reached_are_offered_and_roles_only_to_an_admin(
    house: House, office: Office, cast: Cast
) -> None:
    await asks(house, name="Nguyễn Văn Bình", unit="Chi bộ 1")
    secretary = house.of("Hòa")
    assert secretary.labels == [texts.REFUSE_BUTTON]
    assert texts.NOBODY_FITS in secretary.text
    request_id = (await rows(office, tables.join_requests))[0]["id"]
    for given, reason in (
        ("Bình", Refusal.GONE_ON),
        ("Sơn", Refusal.NOT_ALLOWED),
        ("Hòa", Refusal.NOT_ALLOWED),
    ):
        with pytest.raises(Refused) as refused:
            await approve(cast.caller("Hòa"), office, request_id=request_id, member_id=cast[given])
        assert refused.value.reason is reason, given


@pytest.mark.parametrize("given", ["Hòa", "Đức", "Bình", "Lan", "Thuận", "Kiên", "Minh"])
async def test_who_does_not_lead_the_unit_decides_nothing(office: Office, cast: Cast, given: str) -> None:
    request_id = await asked(office, cast)
    for attempt in (
        approve(cast.caller(given), office, request_id=request_id, member_id=cast["Tâm"]),
        refuse(cast.caller(given), office, request_id=request_id),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_ALLOWED
    (row,) = await rows(office, tables.join_requests)
    assert row["state"] is JoinState.WAITING


async def test_a_secretary_cannot_connect_somebody_of_another_branch(office: Office, cast: Cast) -> None:
    request_id = await asked(office, cast, unit="Chi bộ 1")
    with pytest.raises(Refused) as refused:
        await approve(cast.caller("Hòa"), office, request_id=request_id, member_id=cast["Tâm"])
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_an_admin_connects_who_holds_a_role(office: Office, cast: Cast) -> None:
    def leave(connection: Connection) -> None:
        connection.execute(
            tables.addresses.update()
            .where(tables.addresses.c.member_id == cast["Yến"])
            .values(state=AddressState.GONE)
        )

    await do(office, leave)
    request_id = await asked(office, cast, name="Đặng Thị Yến")
    with pytest.raises(Refused) as refused:
        await approve(cast.caller("Sơn"), office, request_id=request_id, member_id=cast["Yến"])
    assert refused.value.reason is Refusal.NOT_ALLOWED
    done = await approve(cast.caller("Dũng"), office, request_id=request_id, member_id=cast["Yến"])
    assert done.full_name == "Đặng Thị Yến"


async def test_of_two_who_decide_at_once_one_is_heard(office: Office, cast: Cast) -> None:
    request_id = await asked(office, cast)
    outcomes = await asyncio.gather(
        approve(cast.caller("Sơn"), office, request_id=request_id, member_id=cast["Tâm"]),
        refuse(cast.caller("Yến"), office, request_id=request_id),
        refuse(cast.caller("Dũng"), office, request_id=request_id),
        return_exceptions=True,
    )
    refused = [one for one in outcomes if isinstance(one, Refused)]
    assert [one.reason for one in refused] == [Refusal.GONE_ON] * 2
    assert len(await rows(office, tables.deliveries, purpose="join_answer")) == 1


async def test_one_open_request_and_three_a_day(house: House) -> None:
    phone = await asks(house)
    assert "Yêu cầu kết nối trước đang chờ trả lời" in await phone.presses(texts.ASK_BUTTON)
    secretary = house.of("Sơn")
    for _ in range(2):
        await secretary.presses(texts.REFUSE_BUTTON)
        await asks(house)
    await secretary.presses(texts.REFUSE_BUTTON)
    assert "đã gửi đủ số yêu cầu" in await phone.presses(texts.ASK_BUTTON)
    clock_of(house.office).forward(days=1, seconds=1)
    assert texts.ASK_NAME[0] in await phone.presses(texts.ASK_BUTTON)


async def test_a_request_lapses_after_a_week_and_who_asked_hears_it(house: House) -> None:
    phone = await asks(house)
    clock_of(house.office).forward(seconds=LAPSES_AFTER.total_seconds() - 1)
    await house.goes_on(lapse_join_requests)
    assert (await rows(house.office, tables.join_requests))[0]["state"] is JoinState.WAITING
    clock_of(house.office).forward(seconds=1)
    await house.goes_on(lapse_join_requests)
    await house.goes_on(lapse_join_requests)
    (row,) = await rows(house.office, tables.join_requests)
    assert (row["state"], row["said_name"], row["said_unit"], row["account"]) == (
        JoinState.LAPSED,
        "",
        "",
        "",
    )
    assert phone.text.count(texts.LAPSED) == 1
    late = await house.of("Sơn").presses(texts.choose_button("Phan Văn Tâm", BRANCH_2))
    assert "đã thay đổi" in late


async def test_what_was_begun_and_left_ends_silently_the_next_day(house: House) -> None:
    phone = house.phone("new")
    await phone.says("/start")
    await phone.presses(texts.ASK_BUTTON)
    await phone.says("Phan Văn Tâm")
    before = phone.text
    clock_of(house.office).forward(days=1)
    await house.goes_on(lapse_join_requests)
    (row,) = await rows(house.office, tables.join_requests)
    assert (row["state"], row["said_name"]) == (JoinState.LAPSED, "")
    assert phone.text == before


async def test_the_questions_come_only_after_the_button_and_a_command_ends_them(house: House) -> None:
    phone = house.phone("new")
    await phone.says("Phan Văn Tâm")
    await phone.says("Chi bộ 2")
    assert await rows(house.office, tables.join_requests) == []
    await phone.presses(texts.ASK_BUTTON)
    assert "Nếu có mã mời" in await phone.says("/canlam")
    assert texts.ASK_UNIT not in await phone.says("Phan Văn Tâm")


async def test_a_stranger_may_leave_either_question_and_nothing_goes_out(house: House) -> None:
    phone = house.phone("new")
    await phone.says("xin chào")
    await phone.presses(texts.ASK_BUTTON)
    assert await phone.presses(texts.NEVER_MIND) == texts.LET_BE
    await phone.presses(texts.ASK_BUTTON)
    await phone.says("Phan Văn Tâm")
    assert await phone.presses(texts.NEVER_MIND) == texts.LET_BE
    assert texts.PASSED_ON[0] not in await phone.says("Chi bộ 2")


async def test_who_is_connected_by_a_code_meanwhile_has_no_request_left(house: House) -> None:
    phone = await asks(house)
    secretary = house.of("Sơn")
    await secretary.says("/moi")
    await secretary.presses("Mời Phan Văn Tâm")
    code = secretary.text.split("gõ mã: ")[1].split()[0]
    await phone.says(f"/start {code}")
    await phone.presses(joining_texts.CONSENT_BUTTON)
    (row,) = await rows(house.office, tables.join_requests)
    assert (row["state"], row["said_name"]) == (JoinState.LAPSED, "")


async def test_an_offer_made_to_one_conversation_is_no_use_in_another(house: House) -> None:
    await asks(house)
    await house.of("Sơn").presses(texts.choose_button("Phan Văn Tâm", BRANCH_2))
    token = house.phone("new").button(texts.SEE_BUTTON).token
    thief = house.phone("thief")
    await thief.says("/start")
    assert "Phan Văn Tâm" not in await thief.presses_token(token)
    assert (await thief.who()).member_id is None


async def test_a_stranger_cannot_press_what_a_secretary_presses(house: House) -> None:
    await asks(house)
    token = house.of("Sơn").button(texts.choose_button("Phan Văn Tâm", BRANCH_2)).token
    phone = house.phone("new")
    for forged in (token, token[:-2] + "AA", "x", ""):
        await phone.presses_token(forged)
    (row,) = await rows(house.office, tables.join_requests)
    assert row["state"] is JoinState.WAITING


async def test_anothers_request_cannot_be_filled_in(office: Office, cast: Cast) -> None:
    request_id = await begin(await new_phone(office, cast), office)
    other = await new_phone(office, cast, "other")
    for attempt in (
        say_name(other, office, request_id=request_id, name="Phan Văn Tâm"),
        say_unit(other, office, request_id=request_id, unit="Chi bộ 2", account=""),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_FOUND


async def test_who_is_connected_asks_for_nothing(office: Office, cast: Cast) -> None:
    for caller, reason in (
        (cast.caller("Bình"), Refusal.ADDRESS_TAKEN),
        (COMMAND_LINE, Refusal.NOT_ALLOWED),
    ):
        with pytest.raises(Refused) as refused:
            await begin(caller, office)
        assert refused.value.reason is reason


async def test_a_card_that_comes_late_is_not_sent(house: House) -> None:
    """The request was decided before the sending hours let the other leader's card go."""
    clock_of(house.office).set(START + timedelta(hours=4))  # 12:00: the midday rest
    await asks(house)
    (row,) = await rows(house.office, tables.join_requests)
    await refuse(house.cast.caller("Yến"), house.office, request_id=row["id"])
    clock_of(house.office).set(START + timedelta(hours=6))
    await house.goes_on()
    assert texts.TITLE not in house.of("Sơn").text


async def test_a_leader_whose_role_has_ended_gets_no_card(house: House) -> None:
    clock_of(house.office).set(START + timedelta(hours=4))
    await asks(house)

    def end(connection: Connection) -> None:
        connection.execute(
            tables.role_grants.update()
            .where(tables.role_grants.c.member_id == house.cast["Sơn"])
            .values(until_at=house.office.clock.now())
        )

    await do(house.office, end)
    clock_of(house.office).set(START + timedelta(hours=6))
    await house.goes_on()
    assert texts.TITLE not in house.of("Sơn").text
    assert texts.TITLE in house.of("Yến").text


def test_what_is_written_comes_onto_one_harmless_line() -> None:
    assert said(" Phan\n Văn\t Tâm ") == "Phan Văn Tâm"
    assert said("Tâm\u202e\u200b</b>\x00") == "Tâm </b>"
    assert said("x" * 200, cut=True) == "x" * LONGEST
    for typed, reason in (("\u200b \n", Refusal.EMPTY), ("x" * (LONGEST + 1), Refusal.TOO_LONG)):
        with pytest.raises(Refused) as refused:
            said(typed)
        assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Phan Văn Tâm", 0),
        ("phan van tam", 0),
        ("Văn Tâm", 1),
        ("Phan Văn Thanh Tâm", 1),
        ("Phan Thanh Tâm", 2),
        ("Lê Thị Tâm", 3),
        ("Phan Văn", 1),
        ("Phan", None),
        ("Nguyễn Văn Bình", None),
        ("", None),
    ],
)
def test_names_fit_well_or_badly_or_not(written: str, place: int | None) -> None:
    assert fit(written, "Phan Văn Tâm") == place


async def test_the_longest_name_in_the_words_is_the_unit_meant(office: Office, cast: Cast) -> None:
    def more(connection: Connection) -> int:
        return organisation.add_unit(
            connection,
            kind=UnitKind.BRANCH,
            name="Chi bộ 10",
            short_name="CB 10",
            parent_id=None,
            opened_on=START.date(),
        )

    ten = await do(office, more)
    wanted = {"chi bo 10": ten, "Chi bộ 1": cast.units[BRANCH_1], "chi bộ": None, "cb 1 hoặc cb 2": None}
    for words, unit_id in wanted.items():
        assert await office.database.read(partial(unit_meant, office=office, words=words)) == unit_id
