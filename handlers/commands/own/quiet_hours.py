"""/gionghi: one's own quiet hours."""

from datetime import timedelta

from bot.delivery.quiet import Quiet, minute_of_day
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation import quiet_hours
from bot.organisation.quiet_hours import QuietHours
from bot.texts import quiet_hours as texts
from bot.texts import self_service as words
from handlers.conversation import Command, Handler, Incoming

_WAITS = timedelta(hours=1)
_IN_A_ROW = 2


async def show(office: Office, incoming: Incoming) -> Reply:
    """What holds, and what there is to choose; hours after the command are taken at once."""
    typed = incoming.text.split(maxsplit=1)[1:]
    if typed:
        return await _set(office, incoming, quiet_hours.typed_quiet(typed[0]))
    mine = await quiet_hours.quiet_hours_of(incoming.caller, office)
    return Reply(messages=(_message(office, mine),), asking=_asking(office))


async def choose(office: Office, incoming: Incoming) -> Reply:
    """Take the span of the button, or none."""
    begins, ends = incoming.press.subject, incoming.press.argument
    quiet = None if begins == ends else Quiet(begins, ends)
    mine = await quiet_hours.set_quiet_hours(incoming.caller, office, quiet=quiet)
    said = texts.REMOVED
    if quiet is not None:
        said = texts.saved(minute_of_day(quiet.begins), minute_of_day(quiet.ends))
    return Reply(replaces=_message(office, mine), toast=said, receipt=said, asking=_asking(office))


async def typed(office: Office, incoming: Incoming) -> Reply:
    """Take the typed span; what cannot be read is asked for again by the dispatcher."""
    if not incoming.text:
        raise Refused(Refusal.NOT_HOURS)
    return await _set(office, incoming, quiet_hours.typed_quiet(incoming.text))


async def _set(office: Office, incoming: Incoming, quiet: Quiet) -> Reply:
    mine = await quiet_hours.set_quiet_hours(incoming.caller, office, quiet=quiet)
    said = texts.saved(minute_of_day(quiet.begins), minute_of_day(quiet.ends))
    return Reply(messages=(_message(office, mine),), toast=said, asking=_asking(office))


def _asking(office: Office) -> Asking:
    # Each card offers to type hours, so that each waits for them.
    return Asking(Awaited.QUIET_HOURS, 0, office.clock.now() + _WAITS)


def _message(office: Office, mine: QuietHours) -> Message:
    quiet = mine.quiet
    lines = texts.now(
        address_form=mine.address_form,
        given_name=mine.given_name,
        begins=minute_of_day(quiet.begins) if quiet else None,
        ends=minute_of_day(quiet.ends) if quiet else None,
        remaining=[texts.span(opens, closes) for opens, closes in mine.remaining],
    )
    if not mine.holds:
        lines = [*lines[:1], texts.NOT_HELD, *lines[1:]]
    shown = [*lines, texts.STILL_COMES, texts.CHOOSE]
    return Message((Bold(texts.TITLE), *map(Line, shown), Buttons(_rows(office, quiet))))


def _rows(office: Office, now: Quiet | None) -> tuple[tuple[Button, ...], ...]:
    buttons = []
    for quiet in quiet_hours.offered(office):
        label = texts.button(minute_of_day(quiet.begins), minute_of_day(quiet.ends))
        shown = texts.chosen(label) if quiet == now else label
        buttons.append(Button(shown, Act.SET_QUIET_HOURS, quiet.begins, quiet.ends))
    rows = [tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW)]
    none = texts.chosen(texts.NONE) if now is None else texts.NONE
    return (*rows, (Button(none, Act.SET_QUIET_HOURS),), (Button(words.BACK_BUTTON, Act.OWN_RECORD),))


COMMANDS: tuple[Command, ...] = (
    Command("gionghi", texts.HELP, show, aliases=("yentinh",), listed=False, takes_words=True),
)
PRESSES: dict[Act, Handler] = {Act.QUIET_HOURS: show, Act.SET_QUIET_HOURS: choose}
AWAITED: dict[Awaited, Handler] = {Awaited.QUIET_HOURS: typed}
