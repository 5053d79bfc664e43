"""What a unit has of a topic instead of the office's own: choosing the unit, setting it, taking it back."""

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.topics import changing, listing, unit_settings
from bot.organisation.topics.changing import Changes
from bot.organisation.topics.leaving import who_would_leave
from bot.organisation.topics.listing import OpenUnit
from bot.reading.folding import fold
from bot.texts import topics as texts
from bot.texts.draft_fields import NOTHING
from handlers.commands.organisation.topics import (
    BECAUSE,
    CHANGES,
    PAGE,
    REMOVE,
    UNITS_FROM,
    WAITS,
    card,
    choice_rows,
    confirm_leaving,
    paging,
    words_of,
)
from handlers.conversation import Command, Handler, Incoming

# Like the numbers of the changes, and no change itself.
_CHOICES = 0


async def choose_unit(office: Office, incoming: Incoming) -> Reply:
    """The open units, a page of them; a name may be typed instead."""
    topic_id, page = incoming.press.subject, incoming.press.argument
    name, units = await listing.units_for(incoming.caller, office, topic_id=topic_id)
    start = page * PAGE
    rows = [_unit_row(topic_id, unit) for unit in units[start : start + PAGE]]
    rows += paging(Act.TOPIC_UNITS, topic_id, page=page, amount=len(units))
    rows.append((Button(texts.BACK_TO_TOPIC, Act.TOPIC_CARD, topic_id),))
    message = Message(
        (Bold(texts.card_title(name, is_closed=False)), Line(texts.CHOOSE_UNIT), Buttons(tuple(rows)))
    )
    asking = Asking(Awaited.TOPIC_UNIT, topic_id, office.clock.now() + WAITS)
    return Reply(replaces=message, asking=asking)


async def typed_unit(office: Office, incoming: Incoming) -> Reply:
    """The units whose name has the typed words."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.GONE_ON)
    name, units = await listing.units_for(incoming.caller, office, topic_id=asking.subject)
    words = set(fold(incoming.text).split())
    found = [unit for unit in units if words and words <= set(fold(unit.name).split())]
    if not found:
        return Reply(messages=(Message((Line(texts.NO_UNIT_FOUND),)),), keeps_asking=True)
    rows = [_unit_row(asking.subject, unit) for unit in found[:PAGE]]
    message = Message((Bold(texts.card_title(name, is_closed=False)), Buttons(tuple(rows))))
    return Reply(messages=(message,), keeps_asking=len(found) > PAGE)


async def open_unit(office: Office, incoming: Incoming) -> Reply:
    """What holds for one unit."""
    return Reply(replaces=await _card(office, incoming, incoming.press.subject, incoming.press.argument))


async def change(office: Office, incoming: Incoming) -> Reply:
    """Set what the button says for the unit, or take its own setting back."""
    topic_id = incoming.press.subject
    unit_id, number = divmod(incoming.press.argument, UNITS_FROM)
    if number == BECAUSE:
        rows = ((Button(texts.NEVER_MIND, Act.NEVER_MIND),),)
        until = office.clock.now() + WAITS
        asking = Asking(Awaited.TOPIC_BECAUSE, topic_id, until, argument=unit_id)
        return Reply(messages=(Message((Line(texts.ASK_BECAUSE), Buttons(rows))),), asking=asking)
    if number == _CHOICES:
        return Reply(replaces=await _card(office, incoming, topic_id, unit_id, is_choosing=True))
    if number != REMOVE and number not in CHANGES:
        raise Refused(Refusal.NOT_FOUND)
    found = await who_would_leave(
        incoming.caller, office, topic_id=topic_id, unit_id=unit_id, changes=CHANGES.get(number)
    )
    if found.amount:
        return confirm_leaving(found, topic_id, number, unit=unit_id)
    return await _changed(office, incoming, topic_id, unit_id, number)


async def change_confirmed(office: Office, incoming: Incoming) -> Reply:
    """Change it although some no longer take the topic then."""
    topic_id = incoming.press.subject
    unit_id, number = divmod(incoming.press.argument, UNITS_FROM)
    if number not in CHANGES and not (unit_id and number == REMOVE):
        raise Refused(Refusal.NOT_FOUND)
    if unit_id:
        return await _changed(office, incoming, topic_id, unit_id, number)
    await changing.change_topic(incoming.caller, office, topic_id=topic_id, changes=CHANGES[number])
    return Reply(replaces=await card(office, incoming, topic_id), toast=texts.SAVED)


async def _changed(office: Office, incoming: Incoming, topic_id: int, unit_id: int, number: int) -> Reply:
    if number == REMOVE:
        await unit_settings.remove_for_unit(incoming.caller, office, topic_id=topic_id, unit_id=unit_id)
        return Reply(replaces=await card(office, incoming, topic_id), toast=texts.REMOVED_UNIT)
    await unit_settings.set_for_unit(
        incoming.caller, office, topic_id=topic_id, unit_id=unit_id, changes=CHANGES[number]
    )
    return Reply(replaces=await _card(office, incoming, topic_id, unit_id), toast=texts.SAVED)


async def typed_because(office: Office, incoming: Incoming) -> Reply:
    """Take the typed reason, of the topic or of a unit's own setting; "không" empties it."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.GONE_ON)
    if not incoming.text:
        raise Refused(Refusal.EMPTY)
    words = "" if incoming.text.casefold() in NOTHING else incoming.text
    topic_id, unit_id = asking.subject, asking.argument
    changes = Changes(locked_because=words)
    if unit_id:
        await unit_settings.set_for_unit(
            incoming.caller, office, topic_id=topic_id, unit_id=unit_id, changes=changes
        )
        return Reply(messages=(await _card(office, incoming, topic_id, unit_id),), toast=texts.SAVED)
    await changing.change_topic(incoming.caller, office, topic_id=topic_id, changes=changes)
    return Reply(messages=(await card(office, incoming, topic_id),), toast=texts.SAVED)


async def _card(
    office: Office, incoming: Incoming, topic_id: int, unit_id: int, *, is_choosing: bool = False
) -> Message:
    name, unit = await listing.unit_holds(incoming.caller, office, topic_id=topic_id, unit_id=unit_id)
    blocks: list[Block] = [
        Bold(texts.unit_title(name, unit.unit_name)),
        Line(texts.unit_line(unit.unit_name, words_of(unit.holds))),
    ]
    if unit.holds.mandatory:
        blocks.append(Line(texts.because(unit.holds.locked_because)))
    blocks.append(Line(texts.OWN if unit.is_own else texts.AS_ABOVE))
    if unit.is_own and not is_choosing:
        rows = _own_rows(topic_id, unit_id, is_mandatory=unit.holds.mandatory)
    else:
        rows = choice_rows(unit.holds, Act.CHANGE_TOPIC_UNIT, topic_id, unit=unit_id)
    rows.append((Button(texts.BACK_TO_TOPIC, Act.TOPIC_CARD, topic_id),))
    return Message((*blocks, Buttons(tuple(rows))))


def _own_rows(topic_id: int, unit_id: int, *, is_mandatory: bool) -> list[tuple[Button, ...]]:
    numbers = [(texts.TAKING_MENU, _CHOICES)]
    numbers += [(texts.BECAUSE, BECAUSE)] if is_mandatory else []
    return [
        (Button(label, Act.CHANGE_TOPIC_UNIT, topic_id, number + UNITS_FROM * unit_id),)
        for label, number in [*numbers, (texts.REMOVE_UNIT, REMOVE)]
    ]


def _unit_row(topic_id: int, unit: OpenUnit) -> tuple[Button, ...]:
    return (Button(texts.unit_button(unit.name, has_own=unit.has_own), Act.TOPIC_UNIT, topic_id, unit.id),)


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.TOPIC_UNITS: choose_unit,
    Act.TOPIC_UNIT: open_unit,
    Act.CHANGE_TOPIC_UNIT: change,
    Act.CHANGE_TOPIC_CONFIRMED: change_confirmed,
}
AWAITED: dict[Awaited, Handler] = {Awaited.TOPIC_UNIT: typed_unit, Awaited.TOPIC_BECAUSE: typed_because}
