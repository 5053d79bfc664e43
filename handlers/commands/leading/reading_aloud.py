"""/doctructiep: a secretary records that a publication was read to a member."""

from datetime import timedelta

from bot.access import LEADERS_OF_A_UNIT
from bot.acknowledgement import reading_aloud
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.texts import questions as texts
from handlers.commands.paging import page_of, turns
from handlers.conversation import Command, Handler, Incoming

_LAPSES_AFTER = timedelta(hours=1)


async def choose_publication(office: Office, incoming: Incoming) -> Reply:
    """The publications that could still be read to somebody of the caller's units."""
    found = await reading_aloud.unread(incoming.caller, office)
    if not found:
        return Reply(messages=(_line(texts.READ_ALOUD_NOTHING),))
    rows = tuple(
        (
            Button(
                texts.read_aloud_button(one.number, one.title, one.outstanding),
                Act.READ_ALOUD,
                one.publication_id,
            ),
        )
        for one in found
    )
    return Reply(messages=(Message((Line(texts.READ_ALOUD_CHOOSE), Buttons(rows))),))


async def choose_member(office: Office, incoming: Incoming) -> Reply:
    """To whom it was read."""
    about, page = incoming.press.subject, incoming.press.argument
    found = await reading_aloud.readable(incoming.caller, office, publication_id=about)
    shown = page_of(found.listeners, page)
    if not shown:
        return Reply(messages=(_line(texts.READ_ALOUD_NOTHING),))
    rows: list[tuple[Button, ...]] = [
        (Button(one.full_name, Act.READ_ALOUD_TO, about, one.member_id),) for one in shown
    ]
    rows += turns(found.listeners, page, lambda label, to: Button(label, Act.READ_ALOUD, about, to))
    question = Line(texts.read_aloud_to(found.number, found.title))
    return Reply(messages=(Message((question, Buttons(tuple(rows))), protected=True),))


async def ask_details(office: Office, incoming: Incoming) -> Reply:
    """When, where, before whom."""
    press = incoming.press
    found = await reading_aloud.readable(incoming.caller, office, publication_id=press.subject)
    names = {one.member_id: one.full_name for one in found.listeners}
    if press.argument not in names:
        raise Refused(Refusal.GONE_ON)
    until = office.clock.now() + _LAPSES_AFTER
    return Reply(
        messages=(_line(texts.ask_for_details(names[press.argument])),),
        asking=Asking(Awaited.READ_ALOUD, press.subject, until, argument=press.argument),
    )


async def record(office: Office, incoming: Incoming) -> Reply:
    """Write it down, or say what is missing and go on waiting."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.GONE_ON)
    now = office.clock.now()
    told = reading_aloud.understand(incoming.text, now=now, zone=office.zone)
    if told is None:
        return Reply(messages=(_line(texts.NOT_CLEAR),), keeps_asking=True)
    if told.at > now:
        return Reply(messages=(_line(texts.NOT_YET),), keeps_asking=True)
    done = await reading_aloud.record(
        incoming.caller, office, publication_id=asking.subject, member_id=asking.argument, told=told
    )
    line = texts.recorded(
        done.called,
        done.number,
        done.title,
        at=done.at,
        place=done.place,
        witness=done.witness,
        zone=office.zone,
    )
    return Reply(messages=(_line(line),), toast=texts.RECORDED_TOAST)


def _line(text: str) -> Message:
    return Message((Line(text),))


COMMANDS: tuple[Command, ...] = (
    Command("doctructiep", texts.HELP_READ_ALOUD, choose_publication, roles=LEADERS_OF_A_UNIT),
)
PRESSES: dict[Act, Handler] = {Act.READ_ALOUD: choose_member, Act.READ_ALOUD_TO: ask_details}
AWAITED: dict[Awaited, Handler] = {Awaited.READ_ALOUD: record}
