"""What came before the directive of the five steps: a meeting, questions, a correction, a file.

Each is told through the use cases that people use, as the rest of the story is.
"""

import asyncio
from datetime import datetime

from bot.audience import Audience, AudienceKind
from bot.intake.describing import NewSource
from bot.intake.sources import add_source
from bot.organisation.names import given_name
from bot.publication.draft.correcting import DraftField, correct
from bot.publication.draft.drafts import demand_draft
from bot.publication.draft.quiz_writing import use_question, write_question
from bot.publication.draft.tasking import Step, add_taker, tell_task
from bot.publication.member import quiz_answering, taking
from bot.publication.member.tasks import tasks_of
from bot.publication.versions import corrections
from bot.sandbox.stage import CLERK, Stage
from bot.states import SourceKind
from bot.texts import sample_story as story
from bot.texts import times
from storage.database import Connection

_ADMIN = "Dũng"
_ANSWERS, _NOTE, _NOTE_AGAIN = "Hòa", ("Khôi", "Bình", "An"), ("Khôi", "An")
_SAFETY_FOR, _GUIDANCE_FOR = "Chi bộ 3", "Chi bộ 1"


async def watch_a_folder(stage: Stage) -> None:
    """The admin has a folder watched; with the next knock what lies there already is noted, not drafted."""
    await asyncio.to_thread(_clear, stage)
    new = NewSource(story.SOURCE, SourceKind.FOLDER, ".")
    await add_source(await stage.caller(_ADMIN), stage.office, new=new)


async def put_a_file(stage: Stage, *, due: datetime) -> None:
    """Somebody puts a document there: seen after half an hour, drafted with the knock after that."""
    text = story.ARRIVED.format(year=due.year, day=times.day(due))
    await asyncio.to_thread((stage.folder / story.ARRIVED_NAME).write_text, text, encoding="utf-8")


async def report_a_meeting(stage: Stage, *, held: datetime, due: datetime) -> None:
    """A meeting's results go to everybody, with a task for each of two people."""
    text = story.MEETING.format(day=times.day(held), due=times.day(due))
    draft = await stage.draft(text, audience=Audience(AudienceKind.EVERYONE))
    clerk, places = await stage.caller(CLERK), await _places(stage, draft.draft_id)
    for named, words in story.TASKED.items():
        draft = await tell_task(
            clerk,
            stage.office,
            draft_id=draft.draft_id,
            revision=draft.revision,
            place=places[named],
            step=Step.TEXT,
            typed=words,
        )
        draft = await add_taker(
            clerk,
            stage.office,
            draft_id=draft.draft_id,
            place=places[named],
            member_id=stage.ids.members[named],
        )
    await stage.publish(draft)


async def take_a_task(stage: Stage) -> None:
    """One of the two takes their task on."""
    caller = await stage.caller(story.TAKEN_BY)
    [task] = await taking.own_tasks(caller, stage.office)
    await taking.take(caller, stage.office, publication_id=task.publication_id, place=task.place)


async def ask_before_noting(stage: Stage) -> int:
    """A plan for one branch, with two questions; the publication's number."""
    draft = await stage.draft(story.SAFETY, audience=_branch(stage, _SAFETY_FOR))
    clerk = await stage.caller(CLERK)
    for place, typed in enumerate(story.QUIZ):
        draft = await write_question(
            clerk,
            stage.office,
            draft_id=draft.draft_id,
            revision=draft.revision,
            place=place,
            typed=typed,
        )
        draft = await use_question(
            clerk, stage.office, draft_id=draft.draft_id, revision=draft.revision, place=place
        )
    return await stage.publish(draft)


async def answer_the_questions(stage: Stage, publication_id: int) -> None:
    """The branch's secretary answers both, and has taken note with the second."""
    caller = await stage.caller(_ANSWERS)
    for question, choice in enumerate(story.RIGHT):
        await quiz_answering.answer(
            caller,
            stage.office,
            publication_id=publication_id,
            version=1,
            question=question,
            choice=choice,
        )


async def guide(stage: Stage) -> int:
    """Guidance for one branch; the publication's number."""
    draft = await stage.draft(_guidance(story.DAY_BEFORE), audience=_branch(stage, _GUIDANCE_FOR))
    return await stage.publish(draft)


async def correct_it(stage: Stage, publication_id: int) -> None:
    """The guidance, noted by some, says something else from now on: they are asked again, and some answer."""
    await stage.note(_NOTE, publication_id)
    office, clerk = stage.office, await stage.caller(CLERK)
    draft_id = await corrections.begin_correction(clerk, office, publication_id=publication_id)
    draft = await corrections.replace_text(
        clerk, office, draft_id=draft_id, revision=1, text=_guidance(story.DAY_AFTER)
    )
    draft = await correct(
        clerk,
        office,
        draft_id=draft_id,
        revision=draft.revision,
        field=DraftField.MAIN_POINTS,
        typed=story.RULE.format(day=story.DAY_AFTER),
    )
    draft = await corrections.toggle_material(clerk, office, draft_id=draft_id, revision=draft.revision)
    draft = await corrections.note_change(
        clerk, office, draft_id=draft_id, revision=draft.revision, typed=story.CHANGED
    )
    await stage.publish(draft)
    await stage.settled()
    await stage.note(_NOTE_AGAIN, publication_id)


async def _places(stage: Stage, draft_id: int) -> dict[str, int]:
    """Where the tasks of those stand whom the meeting names, as they were read out of its text."""

    def body(connection: Connection) -> dict[str, int]:
        tasks = tasks_of(demand_draft(connection, draft_id).tasks)
        return {given_name(task.who): place for place, task in enumerate(tasks)}

    return await stage.office.database.read(body)


def _guidance(day: str) -> str:
    return story.GUIDANCE.format(rule=story.RULE.format(day=day))


def _branch(stage: Stage, short_name: str) -> Audience:
    return Audience(AudienceKind.UNIT, stage.ids.units[short_name])


def _clear(stage: Stage) -> None:
    stage.folder.mkdir(parents=True, exist_ok=True)
    (stage.folder / story.ARRIVED_NAME).unlink(missing_ok=True)
