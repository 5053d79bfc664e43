"""What a part of a draft's audience has to do: choosing the part, typing its lines."""

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.audience import to_do_parts
from bot.publication.draft.correcting import DraftField
from bot.publication.draft.marks import mark, read_mark
from bot.texts import audiences as texts
from handlers.commands.drafting.audiences import Row, back
from handlers.commands.drafting.drafting import WAITS, subject_of, with_new_card
from handlers.conversation import Handler, Incoming


async def show(office: Office, incoming: Incoming) -> Reply:
    """The lines of everybody and of each part, with a button for each."""
    return Reply(replaces=await _card(office, incoming))


async def ask(office: Office, incoming: Incoming) -> Reply:
    """Ask for the lines of one part."""
    revision, number = read_mark(incoming.press.argument)
    found = await to_do_parts.to_do_of(
        incoming.caller, office, draft_id=incoming.press.subject, revision=revision
    )
    part = next((one for one in found.parts if one.number == number), None)
    if part is None:
        raise Refused(Refusal.NOT_FOUND)
    blocks: list[Block] = [Bold(texts.part_title(part.words)), *(Line(f"• {line}") for line in part.lines)]
    rows = ((Button(texts.NEVER_MIND, Act.TO_DO_PARTS, found.draft_id),),)
    until = office.clock.now() + WAITS
    asking = Asking(Awaited.TO_DO_PART, found.draft_id, until, mark(found.revision, number))
    return Reply(replaces=Message((*blocks, Line(texts.ask_lines(part.words)), Buttons(rows))), asking=asking)


async def typed_lines(office: Office, incoming: Incoming) -> Reply:
    """Take the typed lines of the part that was asked for."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.GONE_ON)
    if not incoming.text:
        raise Refused(Refusal.EMPTY)
    revision, number = read_mark(asking.argument)
    await to_do_parts.set_lines(
        incoming.caller,
        office,
        draft_id=asking.subject,
        revision=revision,
        number=number,
        typed=incoming.text,
    )
    return Reply(messages=(await _card(office, incoming),))


async def _card(office: Office, incoming: Incoming) -> Message:
    found = await to_do_parts.to_do_of(incoming.caller, office, draft_id=subject_of(incoming))
    draft_id, revision = found.draft_id, found.revision
    blocks: list[Block] = [Bold(texts.TO_DO_TITLE), Line(texts.TO_DO_EXPLAINED)]
    everybody = Button(
        texts.part_button(texts.FOR_EVERYBODY, len(found.everybody)),
        Act.EDIT_FIELD,
        draft_id,
        mark(revision, DraftField.TO_DO.value),
    )
    rows: list[Row] = [(everybody,)]
    for part in found.parts:
        if part.lines:
            blocks += [
                Line(""),
                Line(texts.part_title(part.words)),
                *(Line(f"• {one}") for one in part.lines),
            ]
        button = texts.part_button(part.words, len(part.lines))
        rows.append((Button(button, Act.TO_DO_PART, draft_id, mark(revision, part.number)),))
    return Message((*blocks, Buttons((*rows, back(draft_id)))))


PRESSES: dict[Act, Handler] = {Act.TO_DO_PARTS: with_new_card(show), Act.TO_DO_PART: with_new_card(ask)}
AWAITED: dict[Awaited, Handler] = {Awaited.TO_DO_PART: with_new_card(typed_lines)}
