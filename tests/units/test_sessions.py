"""A unit ends, or comes back: its study sessions go along, and nobody is taken off their lists."""

import pytest

from bot.audience import Audience, AudienceKind
from bot.messages.acts import Act
from bot.office import Office
from bot.organisation.units.changing import change_tree
from bot.organisation.units.wishes import Wish
from bot.states import UnitChange, UnitKind
from bot.study import planning
from storage import tables
from storage.states import SessionState
from tests.acknowledgement.story import change as set_row
from tests.acknowledgement.story import rows
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, COMMITTEE, Cast, clock_of
from tests.publication.steps import submitted
from tests.study.steps import announced, session
from tests.units.chatting import TODAY, Chat, open_card
from tests.units.test_changing import change


@pytest.mark.parametrize("kind", [UnitChange.MERGE, UnitChange.CLOSE])
async def test_an_announced_session_goes_along_with_everybody_who_was_invited(
    office: Office, cast: Cast, kind: UnitChange
) -> None:
    about = await announced(office, cast)
    before = await _invited(office, about)
    assert before
    revision = (await session(office, about)).revision
    made = await change(office, cast, kind, cast.units[BRANCH_1], target_id=cast.units[BRANCH_2])
    seen = await session(office, about)
    assert (seen.unit_id, seen.revision) == (cast.units[BRANCH_2], revision)
    assert seen.state is SessionState.ANNOUNCED
    assert await _invited(office, about) == before
    (line,) = await rows(office, tables.history, thing="study_session", to_state="moved")
    assert (line.thing_id, line.unit_id, line.detail) == (about, cast.units[BRANCH_2], str(made.change_id))
    await change(office, cast, UnitChange.OPEN, cast.units[BRANCH_1], target_id=cast.units[COMMITTEE])
    assert (await session(office, about)).unit_id == cast.units[BRANCH_1]
    assert await _invited(office, about) == before


async def test_what_is_over_or_of_another_unit_stays_where_it_was(office: Office, cast: Cast) -> None:
    about = await announced(office, cast)
    await change(office, cast, UnitChange.MERGE, cast.units[BRANCH_3], target_id=cast.units[BRANCH_2])
    assert (await session(office, about)).unit_id == cast.units[BRANCH_1]
    clock_of(office).forward(days=20)
    await change(office, cast, UnitChange.MERGE, cast.units[BRANCH_1], target_id=cast.units[BRANCH_2])
    assert (await session(office, about)).unit_id == cast.units[BRANCH_1]
    assert not await rows(office, tables.history, thing="study_session", to_state="moved")


async def test_the_session_of_a_unit_that_goes_nowhere_is_called_off(office: Office, cast: Cast) -> None:
    begun = await planning.begin(cast.caller("Hòa"), office)
    one, two = cast.units[BRANCH_1], cast.units[BRANCH_2]
    await change(office, cast, UnitChange.MERGE, one, target_id=two)
    assert (await session(office, begun.session_id)).unit_id == two
    wish = Wish(UnitChange.OPEN, None, TODAY, UnitKind.BRANCH, "Chi bộ Trống", "CB T", cast.units[COMMITTEE])
    opened = await change_tree(cast.caller("Dũng"), office, wish=wish)
    assert opened.unit_id is not None
    await set_row(office, tables.study_sessions, begun.session_id, unit_id=opened.unit_id)
    await change(office, cast, UnitChange.CLOSE, opened.unit_id)
    assert (await session(office, begun.session_id)).state is SessionState.CANCELLED
    (line,) = await rows(office, tables.history, thing="study_session", to_state="cancelled")
    assert line.thing_id == begun.session_id


async def test_the_preview_counts_sessions_and_drafts_that_wait(office: Office, cast: Cast) -> None:
    await announced(office, cast)
    await submitted(office, cast, audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_1]))
    chat = Chat(office, cast)
    await open_card(chat, cast.units[BRANCH_1])
    await chat.press(Act.UNIT_MERGE)
    shown = await chat.press(Act.UNIT_TARGET, where=lambda one: one.argument == cast.units[BRANCH_2])
    assert f"1 buổi sinh hoạt sắp tới chuyển sang {BRANCH_2}" in shown
    assert "1 văn bản chờ phát hành cho đơn vị này sẽ không đi" in shown


async def _invited(office: Office, session_id: int) -> set[int]:
    return {row.member_id for row in await rows(office, tables.invitees, session_id=session_id)}
