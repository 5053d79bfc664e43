"""Who cannot be reached, why, and the next step; looked at, weekly, and when somebody is lost."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Buttons
from bot.office import Office
from bot.organisation.addresses.reachability import address_changed
from bot.organisation.coverage import hearers, telling
from bot.organisation.coverage.finding import AT_ONCE, Missing, Why, coverage_below, coverage_of_unit
from bot.organisation.coverage.telling import tell_lost, tell_weekly
from bot.organisation.enrolling import enrol
from bot.settings import Settings
from bot.settings.sections import CalendarSection, WebSection
from bot.states import AddressState
from bot.texts import coverage as texts
from bot.texts import inviting as invite_texts
from bot.texts import inviting as inviting_texts
from storage import tables
from storage.database import Connection
from storage.organisation import organisation, people
from tests.cast import (
    BRANCH_1,
    BRANCH_2,
    COMMAND_LINE,
    COMMITTEE,
    START,
    ZONE,
    Cast,
    clock_of,
    fill,
    make_office,
)
from tests.joining.house import House
from tests.organisation.joined import do, invited, join, rows

TITLE = texts.week_title(date(2026, 11, 23))


async def set_state(office: Office, cast: Cast, given: str, state: AddressState) -> None:
    await do(office, lambda connection: people.set_address_state(connection, cast.addresses[given], state))


async def on_paper(office: Office, cast: Cast, given: str) -> None:
    await do(office, lambda connection: organisation.set_on_paper(connection, cast[given], on_paper=True))


async def everybody_reached(office: Office, cast: Cast) -> None:
    await join(office, cast)


async def many_more(office: Office, cast: Cast, amount: int, *, unit: str = BRANCH_2) -> None:
    def body(connection: Connection) -> None:
        for number in range(amount):
            enrol(
                connection,
                office,
                COMMAND_LINE,
                full_name=f"Tạ Văn Xuân {number:03}",
                unit_id=cast.units[unit],
            )

    await do(office, body)


def whys(missing: tuple[Missing, ...]) -> dict[str, Why]:
    return {one.full_name.split()[-1]: one.why for one in missing}


# ---- looking


async def test_each_has_a_reason_and_paper_does_not_say_why(office: Office, cast: Cast) -> None:
    await set_state(office, cast, "Bình", AddressState.BLOCKED)
    await set_state(office, cast, "Mai", AddressState.GONE)
    await on_paper(office, cast, "An")
    await invited(office, cast, "Tâm")
    await many_more(office, cast, 1)
    found = await coverage_below(cast.caller("Dũng"), office)
    assert whys(found.missing) == {
        "Bình": Why.BLOCKED,
        "Mai": Why.GONE,
        "An": Why.ON_PAPER,
        "Tâm": Why.INVITED,
        "000": Why.NEVER_JOINED,
    }
    assert (found.members, found.unreached, found.on_paper) == (17, 5, 1)
    assert [one.unit_name for one in found.missing] == [BRANCH_1] * 3 + [BRANCH_2] * 2


async def test_who_let_the_last_conversation_go_is_not_taken_for_one_who_never_came(house: House) -> None:
    phone = await join(house.office, house.cast)
    tam = house.phone("new-phone")
    await tam.says("/toi")
    assert phone.address_id is not None

    def unbind(connection: Connection) -> None:
        connection.execute(
            tables.addresses.update().where(tables.addresses.c.id == phone.address_id).values(member_id=None)
        )

    await do(house.office, unbind)
    found = await coverage_below(house.cast.caller("Sơn"), house.office)
    assert whys(found.missing) == {"Tâm": Why.GONE}


async def test_an_expired_or_used_code_is_no_open_one(office: Office, cast: Cast) -> None:
    await invited(office, cast, "Tâm")
    clock_of(office).forward(days=14)
    found = await coverage_below(cast.caller("Sơn"), office)
    assert whys(found.missing) == {"Tâm": Why.NEVER_JOINED}


async def test_the_next_steps_are_buttons_and_they_work(house: House) -> None:
    secretary = house.of("Sơn")
    await set_state(house.office, house.cast, "Thu", AddressState.BLOCKED)
    await secretary.says("/moi")
    await secretary.presses(inviting_texts.OTHERS_BUTTON)
    card = await secretary.presses(texts.BUTTON)
    assert "2 trong 4 người" in card
    assert "• Phan Văn Tâm: chưa kết nối lần nào. Bước tiếp: mời bằng mã." in card
    assert "• Lý Thị Thu: đã chặn tin. Bước tiếp: gọi điện, rồi mời lại." in card
    assert texts.READ_ALOUD_HINT in card
    rows_of_it = [block.rows for block in house.channel.sent[-1][1].blocks if isinstance(block, Buttons)]
    assert [one.label for found in rows_of_it for row in found for one in row] == [
        texts.invite_button("Phan Văn Tâm", again=False),
        texts.invite_button("Lý Thị Thu", again=True),
        texts.SHEET_BUTTON,
    ]
    made = await secretary.presses(texts.invite_button("Lý Thị Thu", again=True))
    assert invite_texts.code_title("Lý Thị Thu") in made


async def test_where_there_is_a_web_inbox_it_is_offered(prepared_url: str) -> None:
    settings = Settings(web=WebSection(public_url="https://loa.example.vn"))
    office = make_office(prepared_url, settings=settings)
    try:
        house = House(office, await do(office, fill))
        secretary = house.of("Sơn")
        await secretary.says("/moi")
        await secretary.presses(inviting_texts.OTHERS_BUTTON)
        await secretary.presses(texts.BUTTON)
        assert secretary.button(texts.web_button("Phan Văn Tâm")).act is Act.WEB_LINK
        assert secretary.button(texts.web_button("Phan Văn Tâm")).subject == house.cast["Tâm"]
    finally:
        await office.database.close()


async def test_only_who_records_a_reading_is_told_the_command_for_it(house: House) -> None:
    admin = house.of("Dũng")
    await admin.says("/moi")
    await admin.presses(inviting_texts.OTHERS_BUTTON)
    card = await admin.presses(texts.BUTTON)
    assert texts.ASK_TO_READ_ALOUD in card
    assert "/doctructiep" not in card


async def test_who_chose_paper_gets_no_button(house: House) -> None:
    await on_paper(house.office, house.cast, "Tâm")
    secretary = house.of("Sơn")
    await secretary.says("/moi")
    card = await secretary.presses(texts.BUTTON)
    assert "• Phan Văn Tâm: nhận bản giấy." in card
    assert "từ chối" not in card
    assert "đồng ý" not in card
    newest = house.channel.sent[-1][1]
    assert not [block for block in newest.blocks if isinstance(block, Buttons)]


async def test_a_secretary_gets_no_button_for_who_holds_a_role(house: House) -> None:
    await set_state(house.office, house.cast, "Yến", AddressState.BLOCKED)
    secretary = house.of("Sơn")
    await secretary.says("/moi")
    await secretary.presses(inviting_texts.OTHERS_BUTTON)
    card = await secretary.presses(texts.BUTTON)
    assert "Đặng Thị Yến: đã chặn tin" in card
    assert texts.invite_button("Đặng Thị Yến", again=True) not in secretary.labels


@pytest.mark.parametrize(
    ("given", "sees"),
    [
        ("Dũng", {"Tâm", "Bình"}),
        ("Lan", {"Tâm", "Bình"}),
        ("Sơn", {"Tâm"}),
        ("Yến", {"Tâm"}),
        ("Hòa", {"Bình"}),
    ],
)
async def test_each_sees_their_own_units(office: Office, cast: Cast, given: str, sees: set[str]) -> None:
    await set_state(office, cast, "Bình", AddressState.BLOCKED)
    found = await coverage_below(cast.caller(given), office)
    assert set(whys(found.missing)) == sees


@pytest.mark.parametrize("given", ["Bình", "Tâm", "Thuận", "Kiên", "Minh"])
async def test_who_leads_nothing_sees_nobody(office: Office, cast: Cast, given: str) -> None:
    for attempt in (
        coverage_below(cast.caller(given), office),
        coverage_of_unit(cast.caller(given), office, unit_id=cast.units[BRANCH_2]),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_another_branch_is_refused_and_a_unit_that_is_not_there_not_found(
    office: Office, cast: Cast
) -> None:
    for unit_id, reason in (
        (cast.units[BRANCH_2], Refusal.NOT_ALLOWED),
        (cast.units[COMMITTEE], Refusal.NOT_ALLOWED),
        (9999, Refusal.NOT_FOUND),
    ):
        with pytest.raises(Refused) as refused:
            await coverage_of_unit(cast.caller("Hòa"), office, unit_id=unit_id)
        assert refused.value.reason is reason
    with pytest.raises(Refused) as refused:
        await coverage_below(cast.caller("Hòa"), office, unit_id=cast.units[BRANCH_2])
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_who_left_is_not_missing(office: Office, cast: Cast) -> None:
    def leave(connection: Connection) -> None:
        connection.execute(
            tables.members.update().where(tables.members.c.id == cast["Tâm"]).values(left_at=START)
        )

    await do(office, leave)
    found = await coverage_below(cast.caller("Sơn"), office)
    assert (found.members, found.unreached) == (3, 0)


async def test_many_are_shown_unit_by_unit_and_page_by_page(house: House) -> None:
    await many_more(house.office, house.cast, 20)
    await set_state(house.office, house.cast, "Bình", AddressState.BLOCKED)
    admin = house.of("Dũng")
    await admin.says("/moi")
    await admin.presses(inviting_texts.OTHERS_BUTTON)
    card = await admin.presses(texts.BUTTON)
    assert "22 trong 36 người." in card
    assert "Chi bộ 1: 1 trong 4 người" in card
    assert "Chi bộ 2: 21 trong 24 người" in card
    assert "Tạ Văn Xuân" not in card
    names = await admin.presses(texts.unit_button(BRANCH_2))
    assert "• Tạ Văn Xuân 000" in names
    assert "• Tạ Văn Xuân 007" in names
    second = await admin.presses(texts.NEXT_PAGE)
    assert "• Tạ Văn Xuân 008" in second
    third = await admin.presses(texts.NEXT_PAGE)
    assert "• Phan Văn Tâm" in third
    assert texts.NEXT_PAGE not in admin.labels
    assert "• Tạ Văn Xuân 008" in await admin.presses(texts.PAGE_BEFORE)


async def test_a_page_that_is_not_there_is_the_last_one(office: Office, cast: Cast) -> None:
    await many_more(office, cast, 9)
    for page, shown in ((-3, AT_ONCE), (99, 2)):
        found = await coverage_of_unit(cast.caller("Sơn"), office, unit_id=cast.units[BRANCH_2], page=page)
        assert len(found.missing) == shown


# ---- weekly


async def test_on_monday_at_the_first_reminder_hour_leaders_and_admins_hear_of_it(house: House) -> None:
    await set_state(house.office, house.cast, "Ngọc", AddressState.BLOCKED)
    await house.goes_on(tell_weekly)
    told = [chat for chat, message in house.channel.sent if TITLE in str(message)]
    assert sorted(told) == ["chat-Dũng", "chat-Sơn", "chat-Yến", "chat-Đức"]
    assert "Phan Văn Tâm" in house.of("Sơn").text
    assert "Cao Thị Ngọc" not in house.of("Sơn").text
    assert "Cao Thị Ngọc: đã chặn tin" in house.of("Đức").text
    assert "2 trong 16 người." in house.of("Dũng").text
    made = await house.of("Sơn").presses(texts.invite_button("Phan Văn Tâm", again=False))
    assert invite_texts.code_title("Phan Văn Tâm") in made


async def test_it_is_told_once_a_week(house: House) -> None:
    for _ in range(3):
        await house.goes_on(tell_weekly)
        clock_of(house.office).forward(hours=2)
    assert house.of("Sơn").text.count(TITLE) == 1
    clock_of(house.office).set(START + timedelta(days=7))
    await house.goes_on(tell_weekly)
    assert texts.week_title(date(2026, 11, 30)) in house.of("Sơn").text


async def test_where_everybody_is_reached_nobody_hears_anything(house: House) -> None:
    await everybody_reached(house.office, house.cast)
    await house.goes_on()
    before = len(house.channel.sent)
    await house.goes_on(tell_weekly)
    # Somebody lost later on that day waits for the daily message.
    await set_state(house.office, house.cast, "Thu", AddressState.BLOCKED)
    await house.goes_on(tell_weekly)
    assert len(house.channel.sent) == before


@pytest.mark.parametrize(
    ("now", "is_told"),
    [
        (datetime(2026, 11, 30, 7, 59, tzinfo=ZONE), False),  # Monday, too early
        (datetime(2026, 11, 30, 8, 0, tzinfo=ZONE), True),
        (datetime(2026, 11, 30, 16, 0, tzinfo=ZONE), True),  # Loa was away in the morning
        (datetime(2026, 11, 29, 9, 0, tzinfo=ZONE), False),  # Sunday
        (datetime(2026, 12, 1, 9, 0, tzinfo=ZONE), False),  # Tuesday
    ],
)
async def test_the_hour_is_mondays(house: House, now: datetime, is_told: bool) -> None:
    clock_of(house.office).set(now)
    assert (await tell_weekly(house.office) > 0) == is_told


@pytest.mark.parametrize(("day", "is_told"), [(date(2026, 11, 30), False), (date(2026, 12, 1), True)])
async def test_a_free_monday_leaves_it_to_the_first_working_day(
    prepared_url: str, day: date, is_told: bool
) -> None:
    settings = Settings(calendar=CalendarSection(free=frozenset({date(2026, 11, 30)})))
    office = make_office(prepared_url, settings=settings)
    try:
        await do(office, fill)
        clock_of(office).set(datetime(day.year, day.month, day.day, 9, tzinfo=ZONE))
        assert (await tell_weekly(office) > 0) == is_told
    finally:
        await office.database.close()


async def test_who_is_reached_before_it_goes_out_is_not_in_it(house: House) -> None:
    await tell_weekly(house.office)
    await everybody_reached(house.office, house.cast)
    await house.goes_on()
    assert TITLE not in house.of("Sơn").text


async def test_a_leader_whose_role_ended_in_between_gets_nothing(house: House) -> None:
    await tell_weekly(house.office)

    def end(connection: Connection) -> None:
        connection.execute(
            tables.role_grants.update()
            .where(tables.role_grants.c.member_id == house.cast["Sơn"])
            .values(until_at=house.office.clock.now())
        )

    await do(house.office, end)
    await house.goes_on()
    assert TITLE not in house.of("Sơn").text
    assert TITLE in house.of("Yến").text


# ---- somebody is lost

AT_TWO = START.replace(hour=14)


async def blocks(house: House, given: str) -> None:
    await address_changed(house.office, house.cast.connection_id, f"chat-{given}", blocked=True)


async def test_the_secretary_hears_the_same_day_of_whom_a_block_has_lost(house: House) -> None:
    await blocks(house, "Bình")
    await blocks(house, "Mai")
    await house.goes_on(tell_lost)
    assert texts.LOST_TITLE not in house.of("Hòa").text
    clock_of(house.office).set(AT_TWO)
    for _ in range(2):
        await house.goes_on(tell_lost)
    told = [chat for chat, message in house.channel.sent if texts.LOST_TITLE in str(message)]
    assert told == ["chat-Hòa"]
    hoa = house.of("Hòa")
    assert "• Nguyễn Văn Bình – Chi bộ 1: đã chặn tin" in hoa.text
    assert "• Đỗ Thị Mai" in hoa.text
    made = await hoa.presses(texts.invite_button("Nguyễn Văn Bình", again=True))
    assert invite_texts.code_title("Nguyễn Văn Bình") in made
    assert texts.title("") in await hoa.presses(texts.ALL_BUTTON)


async def test_what_happens_after_the_hour_is_told_the_next_working_day(house: House) -> None:
    friday = datetime(2026, 11, 27, 14, 0, tzinfo=ZONE)
    clock_of(house.office).set(friday)
    await house.goes_on(tell_lost)
    clock_of(house.office).forward(minutes=1)
    await blocks(house, "Bình")
    for later in (timedelta(hours=1), timedelta(days=1), timedelta(days=2)):
        clock_of(house.office).set(friday + later)
        await house.goes_on(tell_lost)
        assert texts.LOST_TITLE not in house.of("Hòa").text
    clock_of(house.office).set(friday + timedelta(days=3))
    await house.goes_on(tell_lost)
    assert texts.LOST_TITLE in house.of("Hòa").text


async def test_who_has_another_conversation_or_is_back_is_not_lost(house: House) -> None:
    await join(house.office, house.cast, given="Bình")
    await blocks(house, "Bình")
    await blocks(house, "Mai")
    await house.of("Mai").says("/canlam")
    clock_of(house.office).set(AT_TWO)
    await house.goes_on(tell_lost)
    assert texts.LOST_TITLE not in house.of("Hòa").text


async def test_who_comes_back_before_it_goes_out_is_left_out(house: House) -> None:
    await blocks(house, "Bình")
    clock_of(house.office).set(AT_TWO)
    await tell_lost(house.office)
    await address_changed(house.office, house.cast.connection_id, "chat-Bình", blocked=False)
    await house.goes_on()
    assert texts.LOST_TITLE not in house.of("Hòa").text


async def test_of_a_lost_secretary_the_admins_hear(house: House) -> None:
    await blocks(house, "Hòa")
    clock_of(house.office).set(AT_TWO)
    await house.goes_on(tell_lost)
    dung = house.of("Dũng")
    assert "Vũ Thị Hòa – Chi bộ 1" in dung.text
    assert texts.invite_button("Vũ Thị Hòa", again=True) in dung.labels


async def test_a_day_on_which_nobody_was_lost_is_silent(house: House) -> None:
    clock_of(house.office).set(AT_TWO)
    await house.goes_on(tell_lost)
    assert house.channel.sent == []
    assert len(await rows(house.office, tables.history, thing="coverage_day")) == 1


async def test_looking_who_is_to_hear_asks_no_more_for_many_than_for_one(office: Office, cast: Cast) -> None:
    """Each question per person would hold the office up where many are lost at once."""
    today = START.date()
    asked = {}
    for given in ("Bình", "Thu", "Mai", "An"):
        await address_changed(office, cast.connection_id, f"chat-{given}", blocked=True)

        def body(connection: Connection) -> int:
            statements: list[str] = []
            event.listen(connection, "before_execute", lambda *found: statements.append(str(found[1])))
            assert hearers.of_lost(connection, office, today)
            return len(statements)

        asked[given] = await office.database.read(body)
    assert len(set(asked.values())) == 1, asked


async def test_who_is_stopped_while_telling_tells_the_rest_and_nobody_twice(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for given in ("Bình", "Thu"):
        await blocks(house, given)
    clock_of(house.office).set(AT_TWO)
    monkeypatch.setattr(telling, "_AT_ONCE", 1)
    close = telling._close
    monkeypatch.setattr(telling, "_close", _stopped)
    with pytest.raises(RuntimeError):
        await tell_lost(house.office)
    monkeypatch.setattr(telling, "_close", close)
    await house.goes_on(tell_lost)
    await house.goes_on(tell_lost)
    told = [chat for chat, message in house.channel.sent if texts.LOST_TITLE in str(message)]
    assert sorted(told) == ["chat-Hòa", "chat-Sơn", "chat-Yến"]


def _stopped(_connection: Connection, **_more: object) -> None:
    raise RuntimeError
