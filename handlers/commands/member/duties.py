"""What waits for somebody besides what they are to acknowledge: to approve, to answer, to put right."""

from collections.abc import Sequence
from dataclasses import replace

from bot.acknowledgement import answering
from bot.acknowledgement.answering import ANSWERERS
from bot.messages.blocks import Line, Message
from bot.messages.reply import Reply
from bot.office import Office
from bot.publication.draft import opening
from bot.states import Role
from bot.texts import duties as texts
from handlers.conversation import Incoming


async def duty_part(office: Office, incoming: Incoming) -> list[str]:
    """The part of /canlam about them, with its heading; nothing waits: no lines."""
    lines = await _lines(office, incoming)
    return ["", texts.HEADING, *lines] if lines else []


async def with_duties(
    office: Office, incoming: Incoming, hint: Reply | None, *, sessions: Sequence[str]
) -> Reply | None:
    """The answer to words that nothing can be made of, with what waits besides.

    Args:
        office: where it waits.
        incoming: the words.
        hint: what is said about the publications that are open; None: none is.
        sessions: the titles of the invitations that wait and that the hint does not name.
    """
    lines = await _lines(office, incoming)
    lines += [texts.invited(sessions)] if sessions else []
    if not lines:
        return hint
    shown = hint.messages if hint else (Message((Line(texts.NOT_UNDERSTOOD),), keeps_menu=True),)
    first = replace(shown[0], blocks=(*shown[0].blocks, *map(Line, lines)))
    return Reply(messages=(first, *shown[1:]))


async def _lines(office: Office, incoming: Incoming) -> list[str]:
    caller = incoming.caller
    lines = []
    if caller.has({Role.APPROVER}) and (drafts := await opening.to_approve(caller, office)):
        lines.append(texts.to_approve(len(drafts)))
    if caller.has(ANSWERERS) and (questions := await answering.waiting(caller, office)):
        lines.append(texts.to_answer(len(questions)))
    if caller.has({Role.CLERK}) and (returned := await opening.returned_to(caller, office)):
        lines.append(texts.returned([one.name for one in returned]))
    return lines
