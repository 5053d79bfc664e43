"""A member leaves the roster, and is taken back the same day."""

from datetime import timedelta
from functools import partial

import pytest

from bot.acknowledgement.asking import ask
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.callers import caller_of
from bot.organisation.joining.inviting import invite
from bot.organisation.membership.exempting import Wish, exempt
from bot.organisation.membership.leaving import leave, leave_together, remove, take_back
from storage import tables
from storage.states import (
    DeliveryState,
    ExemptFrom,
    ExemptReason,
    ObligationState,
    Origin,
    PublicationState,
    Purpose,
    QuestionState,
    Reason,
)
from tests.acknowledgement.story import change, obligation, published, rows
from tests.cast import START, Cast, clock_of
from tests.membership.story import TODAY, news, now_caller, told
from tests.study.steps import announced


async def test_everything_asked_of_who_leaves_is_withdrawn_with_a_line_of_history(
    office: Office, cast: Cast
) -> None:
    first = await published(office, cast, number="1")
    second = await published(office, cast, number="2")
    asked = await ask(cast.caller("Bình"), office, publication_id=second, text="Họp ở đâu?")
    left = await remove(cast.caller("Dũng"), office, member_id=cast["Bình"])
    assert left.obligations == 2
    for publication_id in (first, second):
        gone = await obligation(office, publication_id, cast["Bình"])
        assert (gone.state, gone.because) == (ObligationState.WITHDRAWN, "đã rời danh sách")
    (question,) = await rows(office, tables.questions, id=asked.question_id)
    assert question.state is QuestionState.WITHDRAWN
    lines = await told(office, thing="obligation", member_id=cast["Bình"])
    assert lines[-2:] == [("expected", "withdrawn", ""), ("question", "withdrawn", "")]
    assert await told(office, thing="member") == [("on_roster", "left", "")]


async def test_what_is_queued_for_who_leaves_is_called_off(office: Office, cast: Cast) -> None:
    await published(office, cast, arrives=False)
    await announced(office, cast)
    await remove(cast.caller("Dũng"), office, member_id=cast["Bình"])
    theirs = await rows(office, tables.deliveries, member_id=cast["Bình"])
    assert {(row.state, row.reason) for row in theirs} == {
        (DeliveryState.SKIPPED, Reason.LEFT),
        (DeliveryState.CANCELLED, Reason.LEFT),
    }
    assert await rows(office, tables.invitees, member_id=cast["Bình"]) == []
    others = await rows(office, tables.deliveries, member_id=cast["Mai"], purpose=Purpose.CARD)
    assert {row.state for row in others} == {DeliveryState.QUEUED}


async def test_every_way_in_is_closed(office: Office, cast: Cast) -> None:
    await invite(cast.caller("Dũng"), office, member_id=cast["Hòa"])
    session = {
        "member_id": cast["Hòa"],
        "address_id": cast.addresses["Hòa"],
        "token_hash": "x",
        "made_at": START,
        "seen_at": START,
        "ends_at": START + timedelta(days=9),
    }
    await office.database.transaction(
        lambda connection: connection.execute(tables.web_sessions.insert().values(session)).close()
    )
    left = await remove(cast.caller("Dũng"), office, member_id=cast["Hòa"])
    assert [one.unit_name for one in left.ended] == ["Chi bộ 1"]
    (invitation,) = await rows(office, tables.invitations)
    assert invitation.revoked_at is not None
    (browser,) = await rows(office, tables.web_sessions)
    assert browser.ended_at is not None
    caller = await caller_of(
        office, connection_id=cast.connection_id, chat_id="chat-Hòa", door=cast.caller("Hòa").door
    )
    assert caller.member_id is None, "who has left is nobody here any more"
    assert (await now_caller(office, cast, "Hòa")).grants == ()


async def test_the_secretary_is_told(office: Office, cast: Cast) -> None:
    await published(office, cast)
    await remove(cast.caller("Dũng"), office, member_id=cast["Bình"])
    heard = await news(office)
    assert heard == {
        cast["Hòa"]: (
            "DANH SÁCH · rời danh sách\n"
            "Đồng chí Nguyễn Văn Bình không còn trong danh sách Chi bộ 1.\n"
            "1 lượt chưa xác nhận thôi tính."
        )
    }


async def test_many_who_leave_together_are_one_message_and_the_others_are_not_named(
    office: Office, cast: Cast
) -> None:
    going = [cast["Bình"], cast["An"], cast["Thu"]]
    await office.database.transaction(
        partial(
            leave_together,
            office=office,
            caller=cast.caller("Dũng"),
            member_ids=going,
            on=TODAY,
            because="không còn trong tệp",
        )
    )
    heard = await news(office)
    assert set(heard) == {cast["Hòa"], cast["Sơn"], cast["Yến"]}
    lines = heard[cast["Hòa"]].splitlines()
    assert lines[1:4] == [
        "2 người không còn trong danh sách:",
        "1. Bùi Văn An – Chi bộ 1",
        "2. Nguyễn Văn Bình – Chi bộ 1",
    ]
    assert "Thu" not in heard[cast["Hòa"]]
    assert "Lý Thị Thu" in heard[cast["Sơn"]]


async def test_the_last_admin_does_not_leave(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await remove(cast.caller("Dũng"), office, member_id=cast["Dũng"])
    assert refused.value.reason is Refusal.LAST_ADMIN
    (row,) = await rows(office, tables.members, id=cast["Dũng"])
    assert row.left_at is None
    assert (await now_caller(office, cast, "Dũng")).grants == cast.grants["Dũng"]


async def test_nobody_leaves_twice(office: Office, cast: Cast) -> None:
    await remove(cast.caller("Dũng"), office, member_id=cast["Bình"])
    with pytest.raises(Refused) as refused:
        await remove(cast.caller("Dũng"), office, member_id=cast["Bình"])
    assert refused.value.reason is Refusal.NOT_FOUND
    assert await told(office, thing="member") == [("on_roster", "left", "")]


async def test_nobody_leaves_on_a_day_to_come(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await office.database.transaction(
            partial(
                leave,
                office=office,
                caller=cast.caller("Dũng"),
                member_id=cast["Bình"],
                on=TODAY + timedelta(days=1),
                because="",
            )
        )
    assert refused.value.reason is Refusal.NOT_A_DATE


async def test_a_mistake_is_mended_the_same_day(office: Office, cast: Cast) -> None:
    kept = await published(office, cast, number="1")
    gone = await published(office, cast, number="2")
    session_id = await announced(office, cast)
    await remove(cast.caller("Dũng"), office, member_id=cast["Bình"])
    await change(office, tables.publications, gone, state=PublicationState.WITHDRAWN)
    meanwhile = await published(office, cast, number="3")
    waiting = await take_back(cast.caller("Dũng"), office, member_id=cast["Bình"])
    assert waiting == 2
    back = await obligation(office, kept, cast["Bình"])
    assert (back.state, back.because, back.origin) == (ObligationState.EXPECTED, "", Origin.ASKED_AGAIN)
    assert (await obligation(office, gone, cast["Bình"])).state is ObligationState.WITHDRAWN
    assert (await obligation(office, meanwhile, cast["Bình"])).origin is Origin.JOINED_LATER
    assert {row.session_id for row in await rows(office, tables.invitees, member_id=cast["Bình"])} == {
        session_id
    }
    assert "Đồng chí Nguyễn Văn Bình trở lại danh sách Chi bộ 1." in (await news(office))[cast["Hòa"]]


async def test_a_card_that_was_called_off_comes_after_all(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast, arrives=False)
    await remove(cast.caller("Dũng"), office, member_id=cast["Bình"])
    await take_back(cast.caller("Dũng"), office, member_id=cast["Bình"])
    cards = await rows(
        office, tables.deliveries, publication_id=publication_id, member_id=cast["Bình"], purpose=Purpose.CARD
    )
    assert [row.state for row in cards] == [DeliveryState.SKIPPED, DeliveryState.QUEUED]


async def test_the_next_day_nobody_is_taken_back(office: Office, cast: Cast) -> None:
    await remove(cast.caller("Dũng"), office, member_id=cast["Bình"])
    clock_of(office).forward(days=1)
    with pytest.raises(Refused) as refused:
        await take_back(cast.caller("Dũng"), office, member_id=cast["Bình"])
    assert refused.value.reason is Refusal.GONE_ON


async def test_who_never_left_is_not_taken_back(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await take_back(cast.caller("Dũng"), office, member_id=cast["Bình"])
    assert refused.value.reason is Refusal.GONE_ON


async def test_an_exemption_ends_with_leaving(office: Office, cast: Cast) -> None:
    wish = Wish(cast["Bình"], ExemptFrom.MEETINGS, ExemptReason.ILL)
    await exempt(cast.caller("Hòa"), office, wish=wish)
    await remove(cast.caller("Dũng"), office, member_id=cast["Bình"])
    (row,) = await rows(office, tables.exemptions)
    assert row.ended_at is not None


async def test_the_unit_where_they_were_is_the_one_whose_leaders_hear_it(office: Office, cast: Cast) -> None:
    await remove(cast.caller("Dũng"), office, member_id=cast["Sơn"])
    assert set(await news(office)) == {cast["Yến"]}
