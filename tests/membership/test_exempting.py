"""A member is let off meetings or everything, and expected again afterwards."""

from datetime import date, timedelta

import pytest

from bot.acknowledgement.asking import ask
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.organisation.membership.exempting import Wish, end_exemption, end_lapsed, exempt
from bot.organisation.membership.leaving import remove
from bot.publication.member.in_force import in_force_for
from bot.reports.reporting import report
from bot.study import viewing
from bot.study.announcing import announce, invite_later
from handlers.commands.member import acknowledging
from handlers.conversation import Incoming
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
)
from tests.acknowledgement.story import change, obligation, published, rows
from tests.cast import START, Cast, clock_of
from tests.commands.saying import presses, read
from tests.membership.story import induction, moves, news, told
from tests.study.steps import announced, plan, revision

EVERYTHING, MEETINGS = ExemptFrom.EVERYTHING, ExemptFrom.MEETINGS
LAST_DAY = date(2026, 12, 31)


async def lets_off(
    office: Office,
    cast: Cast,
    given: str = "Mai",
    *,
    what: ExemptFrom = EVERYTHING,
    by: str = "Hòa",
    last_on: date | None = LAST_DAY,
) -> int:
    wish = Wish(cast[given], what, ExemptReason.ILL, last_on)
    return (await exempt(cast.caller(by), office, wish=wish)).exemption_id


async def test_what_is_open_is_exempt_with_the_reason_beside_it(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast, arrives=False)
    asked = await ask(cast.caller("Mai"), office, publication_id=publication_id, text="Họp ở đâu?")
    await lets_off(office, cast)
    gone = await obligation(office, publication_id, cast["Mai"])
    assert (gone.state, gone.because) == (ObligationState.EXEMPT, "ốm đau, điều trị")
    (question,) = await rows(office, tables.questions, id=asked.question_id)
    assert question.state is QuestionState.WITHDRAWN
    (card,) = await rows(office, tables.deliveries, member_id=cast["Mai"], purpose=Purpose.CARD)
    assert card.state is DeliveryState.SKIPPED
    assert ("question", "exempt", "") in await told(office, thing="obligation", member_id=cast["Mai"])
    assert await told(office, thing="exemption") == [("", "granted", "everything ill")]


async def test_what_was_answered_stays_answered(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    reply = await acknowledging.acknowledge(office, _tap(cast, publication_id))
    assert "Đã ghi nhận" in reply.toast
    await lets_off(office, cast)
    assert (await obligation(office, publication_id, cast["Mai"])).state is ObligationState.ACKNOWLEDGED


async def test_what_is_published_meanwhile_is_not_expected_of_them(office: Office, cast: Cast) -> None:
    await lets_off(office, cast)
    publication_id = await published(office, cast, arrives=False)
    line = await obligation(office, publication_id, cast["Mai"])
    assert (line.state, line.because) == (ObligationState.EXEMPT, "ốm đau, điều trị")
    (issuer,) = await rows(office, tables.obligations, publication_id=publication_id, member_id=cast["Minh"])
    assert issuer.because == "người ban hành"
    seen = await report(cast.caller("Lan"), office, publication_id=publication_id)
    assert seen.totals.expected == len(cast.everyone) - 2
    assert ("ốm đau, điều trị", 1) in [(one.because, one.amount) for one in seen.not_counted]
    shown = await in_force_for(cast.caller("Mai"), office)
    assert [one.publication_id for one in shown] == [publication_id], "they may still read it"


async def test_a_tap_on_the_old_button_is_answered_with_the_card(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    await lets_off(office, cast)
    reply = await acknowledging.acknowledge(office, _tap(cast, publication_id))
    assert "Đồng chí được miễn xác nhận văn bản này." in read(reply)
    assert "ốm đau" not in read(reply)
    assert "không cần xác nhận" in reply.toast
    assert (await obligation(office, publication_id, cast["Mai"])).state is ObligationState.EXEMPT


def _tap(cast: Cast, publication_id: int) -> Incoming:
    return presses(cast.caller("Mai"), Button("", Act.ACKNOWLEDGE, publication_id))


async def test_ended_early_what_is_in_force_is_expected_again_with_a_fair_due_date(
    office: Office, cast: Cast
) -> None:
    first = await published(office, cast, number="1")
    gone = await published(office, cast, number="2")
    exemption_id = await lets_off(office, cast)
    await change(office, tables.publications, gone, state=PublicationState.WITHDRAWN)
    clock_of(office).set(START.replace(month=12, day=7))
    ended = await end_exemption(cast.caller("Hòa"), office, exemption_id=exemption_id)
    assert ended.obligations == 1
    back = await obligation(office, first, cast["Mai"])
    assert (back.state, back.because, back.origin) == (ObligationState.EXPECTED, "", Origin.ASKED_AGAIN)
    assert back.due_at == START.replace(month=12, day=14, hour=17)
    assert (await obligation(office, gone, cast["Mai"])).state is ObligationState.EXEMPT
    said, opens = await induction(office, cast, "Mai")
    assert opens == [first]
    assert "đồng chí Mai" in said
    with pytest.raises(Refused) as refused:
        await end_exemption(cast.caller("Hòa"), office, exemption_id=exemption_id)
    assert refused.value.reason is Refusal.GONE_ON


async def test_it_lapses_by_itself_after_its_last_day(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    await lets_off(office, cast, last_on=date(2026, 11, 24))
    clock_of(office).set(START.replace(day=24, hour=23))
    assert await end_lapsed(office) == 0
    clock_of(office).set(START.replace(day=25, hour=0))
    assert await end_lapsed(office) == 1
    assert await end_lapsed(office) == 0
    assert (await obligation(office, publication_id, cast["Mai"])).state is ObligationState.EXPECTED
    (line,) = await rows(office, tables.history, thing="exemption", to_state="ended")
    assert (line.door, line.actor_id) == ("clock", None)


async def test_the_issuer_is_not_expected_because_an_exemption_ended(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    wish = Wish(cast["Minh"], EVERYTHING, ExemptReason.LEAVE)
    made = await exempt(cast.caller("Dũng"), office, wish=wish)
    await end_exemption(cast.caller("Dũng"), office, exemption_id=made.exemption_id)
    assert (await obligation(office, publication_id, cast["Minh"])).because == "người ban hành"


async def test_meetings_alone_leave_publications_as_they_are(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    await lets_off(office, cast, what=MEETINGS)
    assert (await obligation(office, publication_id, cast["Mai"])).state is ObligationState.EXPECTED


async def test_who_is_let_off_meetings_is_not_invited_and_not_counted(office: Office, cast: Cast) -> None:
    await lets_off(office, cast, what=MEETINGS)
    session_id = await plan(office, cast)
    made = await announce(
        cast.caller("Hòa"), office, session_id=session_id, revision=await revision(office, session_id)
    )
    assert (made.told, made.exempt) == (3, 1)
    _session, listed = await viewing.answers(cast.caller("Hòa"), office, session_id=session_id)
    assert cast["Mai"] not in {one.member_id for one in listed}
    assert await invite_later(office) == 0


async def test_an_invitation_is_withdrawn_and_comes_back_with_the_end(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    exemption_id = await lets_off(office, cast, what=MEETINGS)
    assert await rows(office, tables.invitees, member_id=cast["Mai"]) == []
    await end_exemption(cast.caller("Hòa"), office, exemption_id=exemption_id)
    assert [row.session_id for row in await rows(office, tables.invitees, member_id=cast["Mai"])] == [
        session_id
    ]
    (invitation,) = await rows(office, tables.deliveries, member_id=cast["Mai"], purpose=Purpose.INVITATION)
    assert invitation.state is DeliveryState.QUEUED


async def test_the_secretary_hears_what_the_admin_did(office: Office, cast: Cast) -> None:
    exemption_id = await lets_off(office, cast, by="Dũng", last_on=None)
    heard = await news(office)
    assert heard[cast["Hòa"]].splitlines()[:3] == [
        "DANH SÁCH · miễn",
        "Đồng chí Đỗ Thị Mai (Chi bộ 1) được miễn sinh hoạt và xác nhận văn bản, chưa định ngày hết.",
        "Lý do: ốm đau, điều trị.",
    ]
    await end_exemption(cast.caller("Dũng"), office, exemption_id=exemption_id)
    assert any("hết thời gian miễn" in said for said in (await news(office)).values())


async def test_a_secretary_who_did_it_is_not_told_of_it(office: Office, cast: Cast) -> None:
    await lets_off(office, cast)
    assert await news(office) == {}


async def test_an_end_in_the_past_is_refused(office: Office, cast: Cast) -> None:
    for last_on in (START.date() - timedelta(days=1), date(2020, 1, 1)):
        with pytest.raises(Refused) as refused:
            await lets_off(office, cast, last_on=last_on)
        assert refused.value.reason is Refusal.IN_THE_PAST
    assert await rows(office, tables.exemptions) == []


async def test_today_is_an_end(office: Office, cast: Cast) -> None:
    await lets_off(office, cast, last_on=START.date())
    (row,) = await rows(office, tables.exemptions)
    assert row.until_at == START.replace(day=24, hour=0)


@pytest.mark.parametrize("by", ["Sơn", "Yến", "Bình", "Lan", "Kiên", "Thuận"])
async def test_who_neither_leads_the_unit_nor_keeps_the_roster_lets_nobody_off(
    office: Office, cast: Cast, by: str
) -> None:
    exemption_id = await lets_off(office, cast, "An")
    for refused_call in (
        lets_off(office, cast, by=by),
        end_exemption(cast.caller(by), office, exemption_id=exemption_id),
    ):
        with pytest.raises(Refused) as refused:
            await refused_call
        assert refused.value.reason is Refusal.NOT_ALLOWED
    assert len(await rows(office, tables.exemptions)) == 1


@pytest.mark.parametrize("by", ["Hòa", "Dũng"])
async def test_nobody_lets_themselves_off(office: Office, cast: Cast, by: str) -> None:
    with pytest.raises(Refused) as refused:
        await lets_off(office, cast, by, by=by)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_nobody_is_let_off_twice_but_meetings_may_become_everything(office: Office, cast: Cast) -> None:
    await lets_off(office, cast, what=MEETINGS)
    with pytest.raises(Refused) as refused:
        await lets_off(office, cast, what=MEETINGS)
    assert refused.value.reason is Refusal.EXEMPT_ALREADY
    await lets_off(office, cast)
    for what in (MEETINGS, EVERYTHING):
        with pytest.raises(Refused):
            await lets_off(office, cast, what=what)


async def test_the_old_secretary_cannot_end_it_after_a_move_but_the_new_one_can(
    office: Office, cast: Cast
) -> None:
    publication_id = await published(office, cast)
    exemption_id = await lets_off(office, cast)
    await moves(office, cast, "Mai", "Chi bộ 2")
    with pytest.raises(Refused):
        await end_exemption(cast.caller("Hòa"), office, exemption_id=exemption_id)
    await end_exemption(cast.caller("Sơn"), office, exemption_id=exemption_id)
    back = await obligation(office, publication_id, cast["Mai"])
    assert (back.state, back.unit_id) == (ObligationState.EXPECTED, cast.units["Chi bộ 2"])


async def test_who_has_left_is_not_expected_again_when_it_would_lapse(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    await lets_off(office, cast, last_on=START.date())
    await remove(cast.caller("Dũng"), office, member_id=cast["Mai"])
    clock_of(office).forward(days=2)
    assert await end_lapsed(office) == 0
    assert (await obligation(office, publication_id, cast["Mai"])).state is ObligationState.EXEMPT
