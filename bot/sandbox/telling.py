"""The sample organisation in mid-story: told through the same use cases that people use."""

from datetime import datetime, time, timedelta

from bot.acknowledgement.asking import ask
from bot.audience import Audience, AudienceKind
from bot.publication.draft.correcting import DraftField, correct
from bot.sandbox import earlier
from bot.sandbox.stage import CLERK, Stage
from bot.states import Answer
from bot.study import planning
from bot.study.announcing import announce
from bot.study.answering import answer
from bot.texts import sample_story as story

_MORNING = time(8)
_TASKS_AND_REPORTS = 10
"""Working days until what the meeting and the file ask for is due."""
_ACKNOWLEDGED = ("Thuận", "Khôi", "An", "Sơn", "Yến", "Ngọc")
_ASKS = "Thu"
_SECRETARY, _COMING, _DECLINES = "Khôi", "Bình", "An"


async def tell(stage: Stage, *, is_short: bool) -> None:
    """A directive half acknowledged, a question waiting, a study session tomorrow, and what came before.

    The office's time ends on the morning of a working day.

    Args:
        stage: what it is told on.
        is_short: without what came before; most of the time goes into that.
    """
    office = stage.office
    today = office.clock.now().astimezone(office.zone).date()
    first = office.calendar.working_days_after(today + timedelta(days=1), 0)
    second = office.calendar.working_days_after(first + timedelta(days=1), 0)
    if not is_short:
        await _tell_what_came_before(stage, office.calendar.at(first, _MORNING))
    await stage.turn(office.calendar.at(first, time(9, 30)))
    publication_id = await _publish(stage)
    await stage.settled()
    await stage.turn(office.calendar.at(first, time(10, 10)))
    await stage.note(_ACKNOWLEDGED, publication_id)
    await stage.turn(office.calendar.at(first, time(11)))
    await ask(await stage.caller(_ASKS), office, publication_id=publication_id, text=story.QUESTION)
    await stage.turn(office.calendar.at(first, time(14)))
    await _invite(stage, day=office.calendar.at(second, _MORNING) + timedelta(days=1))
    await stage.turn(office.calendar.at(second, time(8, 10)))


async def _tell_what_came_before(stage: Stage, morning: datetime) -> None:
    calendar = stage.office.calendar
    due = calendar.at(calendar.working_days_after(morning.date(), _TASKS_AND_REPORTS), _MORNING)
    await earlier.watch_a_folder(stage)
    await stage.turn(morning)
    await earlier.put_a_file(stage, due=due)
    await earlier.report_a_meeting(stage, held=morning - timedelta(days=1), due=due)
    safety = await earlier.ask_before_noting(stage)
    guidance = await earlier.guide(stage)
    await stage.turn(morning + timedelta(minutes=40))
    await earlier.take_a_task(stage)
    await earlier.answer_the_questions(stage, safety)
    await earlier.correct_it(stage, guidance)


async def _publish(stage: Stage) -> int:
    draft = await stage.draft(
        story.DIRECTIVE.format(number=story.NUMBER), audience=Audience(AudienceKind.EVERYONE)
    )
    draft = await correct(
        await stage.caller(CLERK),
        stage.office,
        draft_id=draft.draft_id,
        revision=draft.revision,
        field=DraftField.TO_DO,
        typed=story.TO_DO,
    )
    return await stage.publish(draft)


async def _invite(stage: Stage, *, day: datetime) -> None:
    office, secretary = stage.office, await stage.caller(_SECRETARY)
    session_id = (await planning.begin(secretary, office)).session_id
    await planning.give_title(secretary, office, session_id=session_id, text=story.SESSION_TITLE)
    when = f"14:00-15:30 {day:%d/%m/%Y}"
    await planning.give_time(secretary, office, session_id=session_id, text=when)
    await planning.give_place(secretary, office, session_id=session_id, text=story.SESSION_PLACE)
    await planning.give_chair(
        secretary, office, session_id=session_id, member_id=stage.ids.members[_SECRETARY]
    )
    plan = await planning.plan_of(secretary, office, session_id=session_id)
    await announce(secretary, office, session_id=session_id, revision=plan.session.revision)
    await stage.settled()
    for given_name, choice in ((_COMING, Answer.YES), (_DECLINES, Answer.NO)):
        await answer(
            await stage.caller(given_name),
            office,
            session_id=session_id,
            revision=plan.session.revision,
            choice=choice,
        )
