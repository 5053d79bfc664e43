"""The sample organisation in mid-story: told through the same use cases that people use."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.access import Caller, Door
from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.asking import ask
from bot.audience import Audience, AudienceKind
from bot.office import Office
from bot.organisation.callers import caller_of_member
from bot.organisation.sample import SampleIds
from bot.publication.approval.approving import approve_now
from bot.publication.approval.submitting import submit
from bot.publication.audience.choosing import set_audience, toggle_scope
from bot.publication.draft.correcting import DraftField, correct
from bot.publication.draft.drafting import draft_from_text
from bot.sandbox.turning import forward_clock
from bot.states import Answer
from bot.study import planning
from bot.study.announcing import announce
from bot.study.answering import answer
from bot.texts import sample_story as story

_MORNING = time(8)
_CLERK, _APPROVER = "Lan", "Minh"
_ACKNOWLEDGED = ("Thuận", "Khôi", "An", "Sơn", "Yến", "Ngọc")
_ASKS = "Thu"
_SECRETARY, _COMING, _DECLINES = "Khôi", "Bình", "An"


@dataclass(frozen=True)
class Stage:
    """What the story is told on.

    Args:
        office: the sandbox, its sample organisation just founded.
        ids: its people.
        knock: lets every rule with a due time run now.
        settled: waits until what can be sent has been sent.
    """

    office: Office
    ids: SampleIds
    knock: Callable[[], Awaitable[None]]
    settled: Callable[[], Awaitable[None]]

    async def caller(self, given_name: str) -> Caller:
        """The person of that name, at the page."""
        return await caller_of_member(self.office, self.ids.members[given_name], door=Door.WEB)

    async def turn(self, to: datetime) -> None:
        """Turn the clock, and let happen what is due then."""
        await self.settled()
        await forward_clock(self.office, to)
        await self.knock()
        await self.settled()


async def tell(stage: Stage) -> None:
    """One directive half acknowledged, one question waiting, one study session tomorrow.

    The office's time ends on the morning of a working day.
    """
    office = stage.office
    today = office.clock.now().astimezone(office.zone).date()
    first = office.calendar.working_days_after(today + timedelta(days=1), 0)
    second = office.calendar.working_days_after(first + timedelta(days=1), 0)
    await stage.turn(office.calendar.at(first, _MORNING))
    publication_id = await _publish(stage)
    await stage.settled()
    await stage.turn(office.calendar.at(first, time(8, 40)))
    for given_name in _ACKNOWLEDGED:
        await acknowledge(await stage.caller(given_name), office, publication_id=publication_id)
    await stage.turn(office.calendar.at(first, time(9, 30)))
    await ask(await stage.caller(_ASKS), office, publication_id=publication_id, text=story.QUESTION)
    await stage.turn(office.calendar.at(first, time(14)))
    await _invite(stage, day=office.calendar.at(second, _MORNING) + timedelta(days=1))
    await stage.turn(office.calendar.at(second, time(8, 10)))


async def _publish(stage: Stage) -> int:
    office, clerk = stage.office, await stage.caller(_CLERK)
    text = story.DIRECTIVE.format(number=story.NUMBER)
    draft = await draft_from_text(clerk, office, text=text)
    everyone = Audience(AudienceKind.EVERYONE)
    draft = await set_audience(
        clerk, office, draft_id=draft.draft_id, revision=draft.revision, audience=everyone
    )
    draft = await correct(
        clerk,
        office,
        draft_id=draft.draft_id,
        revision=draft.revision,
        field=DraftField.TO_DO,
        typed=story.TO_DO,
    )
    draft = await toggle_scope(clerk, office, draft_id=draft.draft_id, revision=draft.revision)
    submitted = await submit(clerk, office, draft_id=draft.draft_id, revision=draft.revision)
    approved = await approve_now(
        await stage.caller(_APPROVER), office, draft_id=draft.draft_id, revision=submitted.revision
    )
    if approved.publication_id is None:
        raise RuntimeError("the story's directive was not published")
    return approved.publication_id


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
