"""A member moves to another unit: what is open goes along, and both secretaries hear why."""

from datetime import date
from functools import partial

import pytest

from bot.acknowledgement import answering
from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.asking import ask
from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.membership.moving import move_members
from bot.study.announcing import invite_later
from bot.study.answering import answer
from storage import tables
from storage.organisation import units
from storage.states import Answer, DeliveryState, ObligationState, Origin, Purpose, Role
from tests.acknowledgement.story import obligation, published, rows
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, START, Cast, clock_of
from tests.membership.story import TODAY, moves, news, now_caller, told
from tests.study.steps import announced


def to_unit(cast: Cast, unit: str) -> Audience:
    return Audience(AudienceKind.UNIT, cast.units[unit])


async def test_an_open_obligation_goes_along_and_is_counted_in_the_new_unit(
    office: Office, cast: Cast
) -> None:
    publication_id = await published(office, cast)
    await moves(office, cast, "Bình", BRANCH_2)
    moved = await obligation(office, publication_id, cast["Bình"])
    assert (moved.unit_id, moved.state) == (cast.units[BRANCH_2], ObligationState.EXPECTED)
    assert moved.origin is Origin.PUBLISHED
    (row,) = await rows(office, tables.obligation_moves)
    assert (row.from_unit_id, row.to_unit_id) == (cast.units[BRANCH_1], cast.units[BRANCH_2])
    lines = await told(office, thing="obligation", member_id=cast["Bình"])
    assert lines == [("", "expected", "published"), ("expected", "expected", "moved")]
    assert await told(office, thing="member") == [("on_roster", "moved", str(cast.units[BRANCH_1]))]


async def test_what_was_answered_stays_where_it_was_counted(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    await acknowledge(cast.caller("Bình"), office, publication_id=publication_id)
    moved = await moves(office, cast, "Bình", BRANCH_2)
    assert moved.obligations == 0
    assert (await obligation(office, publication_id, cast["Bình"])).unit_id == cast.units[BRANCH_1]
    assert await rows(office, tables.obligation_moves) == []


async def test_a_question_is_answered_by_the_new_secretary(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    asked = await ask(cast.caller("Bình"), office, publication_id=publication_id, text="Họp ở đâu?")
    await moves(office, cast, "Bình", BRANCH_2)
    given = {row.member_id for row in await rows(office, tables.deliveries, purpose=Purpose.QUESTION)}
    assert given == {cast["Hòa"], cast["Sơn"], cast["Yến"]}
    with pytest.raises(Refused):
        await answering.answer(cast.caller("Hòa"), office, question_id=asked.question_id, text="Ở đây.")
    await answering.answer(cast.caller("Sơn"), office, question_id=asked.question_id, text="Tầng 2.")
    assert (await obligation(office, publication_id, cast["Bình"])).state is ObligationState.EXPECTED


async def test_what_is_in_force_for_the_new_unit_is_asked_with_a_fair_due_date(
    office: Office, cast: Cast
) -> None:
    own = await published(office, cast, number="1", audience=to_unit(cast, BRANCH_1))
    theirs = await published(office, cast, number="2", audience=to_unit(cast, BRANCH_2))
    moved = await moves(office, cast, "Bình", BRANCH_2)
    assert (moved.obligations, moved.asked) == (1, 1)
    late = await obligation(office, theirs, cast["Bình"])
    assert late.origin is Origin.JOINED_LATER
    # Monday, 23/11; Tuesday is a holiday: five working days later is Tuesday, 01/12.
    assert late.due_at == START.replace(month=12, day=1, hour=17)
    assert (await obligation(office, own, cast["Bình"])).due_at is None
    (card,) = await rows(office, tables.deliveries, publication_id=theirs, member_id=cast["Bình"])
    assert (card.purpose, card.state) == (Purpose.CARD, DeliveryState.QUEUED)


async def test_both_secretaries_hear_it_once_with_the_reason(office: Office, cast: Cast) -> None:
    await published(office, cast, audience=to_unit(cast, BRANCH_1))
    await moves(office, cast, "Bình", BRANCH_2)
    heard = await news(office)
    assert set(heard) == {cast["Hòa"], cast["Sơn"], cast["Yến"]}
    assert heard[cast["Hòa"]].splitlines()[:4] == [
        "DANH SÁCH · chuyển đơn vị",
        "Đồng chí Nguyễn Văn Bình chuyển từ Chi bộ 1 sang Chi bộ 2, từ thứ Hai, 23/11/2026.",
        "1 văn bản chưa xác nhận chuyển theo, nay tính ở Chi bộ 2:",
        "• Số 12-KH/ĐU",
    ]


async def test_more_than_five_titles_are_a_number(office: Office, cast: Cast) -> None:
    for number in range(6):
        await published(office, cast, number=str(number))
    await moves(office, cast, "Bình", BRANCH_2)
    said = (await news(office))[cast["Sơn"]]
    assert "6 văn bản chưa xác nhận chuyển theo, nay tính ở Chi bộ 2." in said
    assert "•" not in said


async def test_who_moves_with_nothing_open_is_still_told_of(office: Office, cast: Cast) -> None:
    await moves(office, cast, "Bình", BRANCH_2)
    assert "Không có văn bản nào đang chờ xác nhận." in (await news(office))[cast["Hòa"]]


async def test_who_did_it_and_who_moves_get_no_news_of_it(office: Office, cast: Cast) -> None:
    await moves(office, cast, "Hòa", BRANCH_2, by=cast.caller("Sơn"))
    heard = await news(office)
    assert cast["Sơn"] not in heard
    assert cast["Hòa"] not in heard
    assert cast["Yến"] in heard


async def test_many_who_move_together_are_one_message(office: Office, cast: Cast) -> None:
    await published(office, cast)
    going = dict.fromkeys(cast.of_unit(BRANCH_1) | cast.of_unit(BRANCH_3), cast.units[BRANCH_2])
    await office.database.transaction(
        partial(move_members, office=office, caller=cast.caller("Dũng"), to_units=going, on=TODAY)
    )
    heard = await news(office)
    # Hòa and Đức have moved themselves, and lead nothing any more.
    assert set(heard) == {cast["Sơn"], cast["Yến"]}
    lines = heard[cast["Sơn"]].splitlines()
    assert lines[1:4] == [
        "7 người chuyển đơn vị, từ thứ Hai, 23/11/2026.",
        "Từ Chi bộ 1 sang Chi bộ 2: 4 người",
        "1. Bùi Văn An",
    ]
    assert "7 lượt chưa xác nhận của 1 văn bản chuyển theo, nay tính ở đơn vị mới." in lines


async def test_the_role_for_the_old_unit_ends_and_is_told(office: Office, cast: Cast) -> None:
    moved = await moves(office, cast, "Hòa", BRANCH_2)
    assert [(one.role, one.unit_name) for one in moved.ended] == [(Role.SECRETARY, "Chi bộ 1")]
    assert (await now_caller(office, cast, "Hòa")).grants == ()
    assert [row.member_id for row in await rows(office, tables.deliveries, purpose=Purpose.ROLE_NEWS)] == [
        cast["Hòa"]
    ]
    assert ("held", "ended", "secretary") in await told(office, thing="role_grant")


async def test_a_role_for_the_whole_organisation_stays(office: Office, cast: Cast) -> None:
    moved = await moves(office, cast, "Lan", BRANCH_2)
    assert moved.ended == ()
    assert (await now_caller(office, cast, "Lan")).roles == {Role.CLERK}


async def test_session_lists_follow_the_unit(office: Office, cast: Cast) -> None:
    left = await announced(office, cast, by="Hòa")
    joined = await announced(office, cast, by="Sơn")
    await answer(
        cast.caller("Bình"),
        office,
        session_id=left,
        revision=await _revision(office, left),
        choice=Answer.YES,
    )
    await moves(office, cast, "Bình", BRANCH_2)
    there = {row.session_id for row in await rows(office, tables.invitees, member_id=cast["Bình"])}
    assert there == {joined}
    assert await invite_later(office) == 1
    assert await invite_later(office) == 0, "a second knock changes nothing"
    invitations = await rows(office, tables.deliveries, purpose=Purpose.INVITATION, member_id=cast["Bình"])
    assert [(row.session_id, row.state) for row in invitations] == [
        (left, DeliveryState.CANCELLED),
        (joined, DeliveryState.QUEUED),
    ]
    assert ("yes", "withdrawn", "") in await told(office, thing="invitee", member_id=cast["Bình"])


async def _revision(office: Office, session_id: int) -> int:
    (row,) = await rows(office, tables.study_sessions, id=session_id)
    return int(row.revision)


async def test_a_session_that_has_begun_keeps_its_list(office: Office, cast: Cast) -> None:
    held = await announced(office, cast, by="Hòa")
    clock_of(office).set(START.replace(month=12, day=3, hour=20))
    await moves(office, cast, "Bình", BRANCH_2, on=date(2026, 12, 3))
    assert {row.session_id for row in await rows(office, tables.invitees, member_id=cast["Bình"])} == {held}


async def test_who_moves_there_and_back_the_same_day_is_where_they_were(office: Office, cast: Cast) -> None:
    own = await published(office, cast, number="1", audience=to_unit(cast, BRANCH_1))
    session_id = await announced(office, cast, by="Hòa")
    await moves(office, cast, "Bình", BRANCH_2)
    await moves(office, cast, "Bình", BRANCH_1)
    assert (await obligation(office, own, cast["Bình"])).unit_id == cast.units[BRANCH_1]
    assert len(await rows(office, tables.member_moves)) == 2
    assert len(await rows(office, tables.obligations, member_id=cast["Bình"])) == 1
    assert {row.session_id for row in await rows(office, tables.invitees, member_id=cast["Bình"])} == {
        session_id
    }
    (invitation,) = await rows(office, tables.deliveries, purpose=Purpose.INVITATION, member_id=cast["Bình"])
    assert invitation.state is DeliveryState.QUEUED


async def test_moving_to_where_one_stands_changes_nothing(office: Office, cast: Cast) -> None:
    moved = await moves(office, cast, "Bình", BRANCH_1)
    assert moved.members == 0
    assert await rows(office, tables.member_moves) == []
    assert await news(office) == {}


async def test_nobody_moves_to_a_unit_that_is_closed_or_is_not_there(office: Office, cast: Cast) -> None:
    await office.database.transaction(
        lambda connection: units.set_row(connection, cast.units[BRANCH_2], closed_on=TODAY)
    )
    with pytest.raises(Refused) as refused:
        await moves(office, cast, "Bình", BRANCH_2)
    assert refused.value.reason is Refusal.NOT_OPEN_THEN
    cast.units["nowhere"] = 999
    with pytest.raises(Refused) as refused:
        await moves(office, cast, "Bình", "nowhere")
    assert refused.value.reason is Refusal.NOT_FOUND
    assert await rows(office, tables.member_moves) == []


async def test_the_leaders_progress_cards_are_drawn_anew(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)

    async def states() -> set[DeliveryState]:
        found = await rows(office, tables.deliveries, purpose=Purpose.PROGRESS, publication_id=publication_id)
        return {row.state for row in found}

    await office.database.transaction(
        lambda connection: connection.execute(
            tables.deliveries.update()
            .where(tables.deliveries.c.purpose == Purpose.PROGRESS)
            .values(state=DeliveryState.SENT, message_id="1")
        ).close()
    )
    await moves(office, cast, "Bình", BRANCH_2)
    assert await states() == {DeliveryState.QUEUED}


async def test_where_nobody_leads_the_nearest_above_is_told(office: Office, cast: Cast) -> None:
    await moves(office, cast, "Thuận", BRANCH_2)
    # Nobody leads the committee or the federation as secretary: only the new unit's leaders hear it.
    assert set(await news(office)) == {cast["Sơn"], cast["Yến"]}
