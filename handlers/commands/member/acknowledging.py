"""Đã nắm, Hoàn tác, /canlam."""

from collections.abc import Sequence

from bot.acknowledgement import acknowledging, listing
from bot.acknowledgement.answer_cards import answered_card
from bot.acknowledgement.listing import Mine, OpenItem
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.messages.seen_versions import read_seen
from bot.office import Office
from bot.publication.member.published import member_card
from bot.study.viewing import Coming
from bot.texts import acknowledging as texts
from bot.texts import refusals
from handlers.commands.member import quiz_answering, taking
from handlers.commands.member.duties import duty_part
from handlers.commands.member.open_items import MOST_BUTTONS, open_rows, receipt, unanswered
from handlers.conversation import Command, Handler, Incoming


async def show_open(office: Office, incoming: Incoming) -> Reply:
    """What waits for the caller, and below it what they acknowledged lately."""
    mine = await listing.mine(incoming.caller, office)
    sessions = await unanswered(office, incoming)
    tasks = await taking.listed(office, incoming)
    shown = mine.open[:MOST_BUTTONS]
    rows = (
        *open_rows(shown),
        *(
            (Button(texts.open_session_button(one.session.title), Act.OPEN_SESSION, one.session.id),)
            for one in sessions
        ),
        *((one,) for one in tasks.opening),
        *(
            (Button(texts.undo_button(one.number, one.title), Act.UNDO, one.publication_id),)
            for one in mine.recent
        ),
        *((one,) for one in tasks.giving_back),
    )
    lines = [
        *_open_lines(office, mine, shown),
        *_session_lines(office, sessions),
        *tasks.lines,
        *await duty_part(office, incoming),
        *_recent_lines(office, mine),
    ]
    blocks: list[Block] = [Bold(texts.HEADING_OPEN), *map(Line, lines)]
    return Reply(messages=(Message((*blocks, Buttons(rows)) if rows else tuple(blocks)),))


async def acknowledge(office: Office, incoming: Incoming) -> Reply:
    """Take note; the message shows it. Under an answer the answer stays to be read."""
    press = incoming.press
    version, question_id = read_seen(press.argument)
    try:
        done = await acknowledging.acknowledge(
            incoming.caller, office, publication_id=press.subject, version=version
        )
    except Refused as refused:
        if refused.reason is Refusal.QUIZ_FIRST:
            return await quiz_answering.begin(office, incoming, publication_id=press.subject)
        if refused.reason is not Refusal.NOT_ASKED:
            raise
        # The button stood there before: the card says why nothing is asked any more.
        card = await member_card(incoming.caller, office, publication_id=press.subject)
        # No receipt: an office that saves them must not leave somebody to think that it was taken.
        return Reply(replaces=card, toast=refusals.sentence(refused.reason, {}), keeps_asking=True)
    if question_id:
        card = await answered_card(incoming.caller, office, question_id=question_id)
    else:
        card = await member_card(incoming.caller, office, publication_id=press.subject)
    said = receipt(office, done)
    return Reply(replaces=card, toast=said, receipt=said, keeps_asking=not _was_about_to_ask(incoming))


def _was_about_to_ask(incoming: Incoming) -> bool:
    asking = incoming.asking
    about = incoming.press.subject
    return asking is not None and asking.awaited is Awaited.QUESTION and asking.subject == about


async def ask_undo(office: Office, incoming: Incoming) -> Reply:
    """Nothing is taken back before it is confirmed."""
    about = incoming.press.subject
    if incoming.press.argument:
        return await taking.ask_give_back(office, incoming, place=incoming.press.argument - 1)
    mine = await listing.mine(incoming.caller, office)
    found = next((one for one in mine.recent if one.publication_id == about), None)
    if found is None:
        raise Refused(Refusal.GONE_ON)
    rows = (
        (Button(texts.UNDO_CONFIRMED, Act.UNDO_CONFIRMED, about),),
        (Button(texts.KEEP, Act.NEVER_MIND),),
    )
    question = Line(texts.confirm_undo(found.number, found.title))
    return Reply(messages=(Message((question, Buttons(rows))),))


async def undo(office: Office, incoming: Incoming) -> Reply:
    """Take the acknowledgement back, or the task that was taken."""
    about = incoming.press.subject
    if incoming.press.argument:
        return await taking.give_back(office, incoming, place=incoming.press.argument - 1)
    await acknowledging.undo(incoming.caller, office, publication_id=about)
    mine = await listing.mine(incoming.caller, office)
    said = next((texts.undone(one.number, one.title) for one in mine.open if one.publication_id == about), "")
    button = Buttons(((Button(texts.OPEN, Act.OPEN_CARD, about),),))
    return Reply(replaces=Message((Line(said or texts.UNDONE), button)), receipt=said or texts.UNDONE)


async def never_mind(office: Office, incoming: Incoming) -> Reply:
    """Leave the question that is open."""
    return Reply(replaces=Message((Line(texts.NEVER_MIND),)), receipt=texts.NEVER_MIND)


def _open_lines(office: Office, mine: Mine, shown: Sequence[OpenItem]) -> list[str]:
    if not shown:
        return [texts.nothing_open(mine.called)]
    lines = [texts.open_count(mine.called, len(mine.open))]
    lines += [
        texts.open_line(place, one.number, one.title, due_at=one.due_at, asked=one.asked, zone=office.zone)
        for place, one in enumerate(shown, start=1)
    ]
    return [*lines, texts.MORE_OPEN] if len(mine.open) > len(shown) else lines


def _recent_lines(office: Office, mine: Mine) -> list[str]:
    if not mine.recent:
        return []
    lines = [texts.recent_line(one.number, one.title, one.at, office.zone) for one in mine.recent]
    return ["", texts.RECENT, *lines]


def _session_lines(office: Office, sessions: Sequence[Coming]) -> list[str]:
    if not sessions:
        return []
    lines = [texts.session_line(one.session.title, one.session.starts_at, office.zone) for one in sessions]
    return ["", texts.SESSIONS_WAIT, *lines]


COMMANDS: tuple[Command, ...] = (Command("canlam", texts.HELP_OPEN, show_open, aliases=("chuadoc",)),)
PRESSES: dict[Act, Handler] = {
    Act.ACKNOWLEDGE: acknowledge,
    Act.UNDO: ask_undo,
    Act.UNDO_CONFIRMED: undo,
    Act.NEVER_MIND: never_mind,
}
AWAITED: dict[Awaited, Handler] = {}
