"""The five steps in words."""

from typing import Any

from bot.office import Office
from bot.sandbox.story import Step, Story, story_state
from bot.states import DraftState
from bot.texts import people as forms
from bot.texts import sandbox as words

_ON_A_CARD = frozenset({Step.RECEIVING, Step.ACKNOWLEDGING})


async def steps(office: Office, *, connection_id: int) -> list[dict[str, Any]]:
    """Each step with its line, whether it is the current one, and whom to act as.

    Raises:
        Refused: NOT_ALLOWED where this is no sandbox.
    """
    story = await story_state(office, connection_id=connection_id)
    return [
        {
            "step": step,
            "title": words.STEPS[step],
            "line": _line(step, story, office),
            "current": step is story.current,
            "actor": _actor(step, story),
        }
        for step in Step
    ]


def _actor(step: Step, story: Story) -> dict[str, Any] | None:
    member = story.actors.get(step)
    if member is None:
        return None
    shown = story.card if step in _ON_A_CARD else ""
    return {"id": member.id, "label": words.act_as(_called(step, story)), "message": shown}


def _called(step: Step, story: Story) -> str:
    member = story.actors.get(step)
    return forms.call(member.address_form, member.given_name) if member else words.SOMEBODY


def _line(step: Step, story: Story, office: Office) -> str:
    who = _called(step, story)
    out = story.outgoing
    match step:
        case Step.DRAFTING:
            return words.drafting(
                who, title=story.draft_title if story.draft_state is DraftState.OPEN else ""
            )
        case Step.APPROVING:
            set_time = story.publish_at if story.draft_state is DraftState.SCHEDULED else None
            return words.approving(
                who,
                title=story.draft_title,
                publish_at=words.turn_to(set_time, office.zone) if set_time else "",
                waits=story.draft_state is DraftState.SUBMITTED,
            )
        case Step.RECEIVING:
            return words.receiving(
                who,
                title=(out.number or out.title) if out else "",
                gone=out.cards - out.on_their_way if out else 0,
                cards=out.cards if out else 0,
            )
        case Step.ACKNOWLEDGING:
            return words.acknowledging(
                who, outstanding=out.outstanding if out else 0, counted=out.counted if out else 0
            )
        case Step.PROGRESS:
            return words.progress(
                who,
                answered=out.answered if out else 0,
                counted=out.counted if out else 0,
                asking=out.asking if out else 0,
            )
