"""Numbers for what a message offers, given and remembered when its turn comes.

A thing keeps its number in a conversation, whichever message it stands in: a card that is sent again, or
opened anew, has the number that stands on the first one. What answers a person and is no card is a menu.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.delivery.document_numbers import numbers_of_documents
from bot.delivery.free_numbers import MENU, free_number, menu_of, numbers_of
from bot.messages.acts import Act
from bot.messages.blocks import Block, Button, Buttons, Line, Message
from bot.messages.folding import fold
from bot.messages.numbered.codes import Thing, buttons_of, coded, key_of
from bot.messages.numbered.menu_words import is_worded
from bot.messages.numbered.standing import Standing, from_json, to_json
from bot.messages.numbered.weighing import DANGEROUS
from bot.messages.sealing import Sealer, owner
from bot.office import Office
from bot.texts import acknowledging, cards, channels, progress
from storage.channels import paces
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.inbox import offers, shown_messages
from storage.inbox.offers import Offer
from storage.states import Purpose

_ON_A_CARD = frozenset({Act.ACKNOWLEDGE, Act.ASK, Act.FULL_TEXT, Act.TAKE_TASK, Act.ATTACHMENTS})
_ON_AN_INVITATION = frozenset({Act.ATTEND, Act.DECLINE, Act.UNDECIDED})
_BESIDE: dict[Thing, frozenset[Act]] = {
    Thing.PUBLICATION: _ON_A_CARD | {Act.OPEN_CARD},
    Thing.SESSION: _ON_AN_INVITATION
    | {Act.OPEN_SESSION, Act.SESSION_ANSWERS, Act.MOVE_SESSION, Act.CANCEL_SESSION},
}


@dataclass(frozen=True)
class _About:
    thing: Thing
    thing_id: int


def numbered(connection: Connection, office: Office, row: Claimed, message: Message) -> Message:
    """The message with what to type in each button; what may be typed is remembered in this transaction.

    A menu holds until anything else answers the person, but for a mere word that something was not
    understood; what is dangerous in it until they said anything else. In a group nothing is offered: nobody's
    answer there is anybody's own.
    """
    if row.is_group:
        return _without_buttons(message)
    # Two that send on this connection look for a free number one after the other.
    paces.lock_rate(connection, row.connection_id)
    before = offers.of_address(connection, row.address_id)
    if row.purpose is Purpose.REPLY and row.subject is not None:
        before = _closed(connection, row, before, said=message)
    buttons = buttons_of(message)
    if not buttons:
        return message
    if row.purpose is Purpose.PROGRESS and all(button.act is Act.PROGRESS for button in buttons):
        return _each(connection, office, row, message, before)
    is_answer = row.purpose is Purpose.REPLY and row.subject is not None
    if not is_answer and all(button.act is Act.OPEN_CARD for button in buttons):
        return _opening(connection, office, row, message)
    about = _about(row, buttons)
    if about.thing is Thing.MENU:
        return _menu(connection, office, row, message, before)
    return _thing(connection, office, row, message, before, about)


def _without_buttons(message: Message) -> Message:
    kept: tuple[Block, ...] = tuple(block for block in message.blocks if not isinstance(block, Buttons))
    return replace(message, blocks=kept)


def _closed(connection: Connection, row: Claimed, before: list[Offer], *, said: Message) -> list[Offer]:
    """Without the menu of an earlier answer: a number must not press what is not before one's eyes any more.

    What answers nothing keeps it, without what could do harm.
    """
    menu = menu_of(before)
    if menu is None or menu.thing_id == row.subject or said.keeps_words:
        return before
    standing = from_json(menu.buttons)
    harmless = [one for one in standing if said.keeps_menu and one.button.act not in DANGEROUS]
    if len(harmless) == len(standing):
        return before
    left = replace(menu, buttons=to_json(harmless))
    offers.put(connection, row.address_id, left)
    return [left if one is menu else one for one in before]


def _about(row: Claimed, buttons: Collection[Button]) -> _About:
    """What the buttons are about; those that are numbered already belong to a menu."""
    for thing, marks in ((Thing.PUBLICATION, _ON_A_CARD), (Thing.SESSION, _ON_AN_INVITATION)):
        subjects = {button.subject for button in buttons}
        acts = {button.act for button in buttons}
        is_new = not any(button.code for button in buttons)
        if is_new and len(subjects) == 1 and acts & marks and acts <= _BESIDE[thing]:
            return _About(thing, subjects.pop())
    # What nobody asked for never takes 1, 2, 3 from the menu that somebody is reading.
    if row.purpose is Purpose.REPLY and row.subject is not None:
        return _About(Thing.MENU, row.subject)
    return _About(Thing.MESSAGE, row.id)


def _menu(
    connection: Connection, office: Office, row: Claimed, message: Message, before: list[Offer]
) -> Message:
    menu = menu_of(before)
    # One answer may have several messages: their choices are numbered on.
    is_going_on = menu is not None and row.subject is not None and menu.thing_id == row.subject
    kept = from_json(menu.buttons) if menu is not None and is_going_on else ()
    given = {key_of(one.button): one.button.code for one in kept}
    things = {one.number for one in before if one.number != MENU}
    known = replace(message, blocks=tuple(_with_codes(block, given) for block in message.blocks))
    taken = frozenset(things | numbers_of(one.button for one in kept))
    shown = coded(known, number=None, taken=taken, said=given.values())
    # What a thing's number does keeps its place there, also where a menu names it.
    sealed = _sealed(office, row, shown)
    choices = [button for button in sealed if button.code.isdecimal() or is_worded(button)]
    fresh = _standing(connection, row, choices, kept)
    keys = {key_of(button) for button in choices}
    rest = [one for one in kept if key_of(one.button) not in keys]
    _put(connection, office, row, _About(Thing.MENU, row.subject or 0), MENU, [*rest, *fresh])
    return shown


def _with_codes(block: Block, given: dict[str, str]) -> Block:
    if not isinstance(block, Buttons):
        return block
    return Buttons(
        tuple(
            tuple(replace(button, code=button.code or given.get(key_of(button), "")) for button in row)
            for row in block.rows
        )
    )


def _thing(
    connection: Connection,
    office: Office,
    row: Claimed,
    message: Message,
    before: list[Offer],
    about: _About,
) -> Message:
    same = _same(before, about)
    number = same.number if same is not None else _free(connection, office, row, before, about)
    if number is None and row.purpose is Purpose.REPLY:
        return _menu(connection, office, row, message, before)
    if number is None:
        return replace(message, blocks=(*message.blocks, Line(channels.WITHOUT_NUMBER)))
    shown = coded(message, number=number)
    fresh = _sealed(office, row, _with_unseen(shown, about))
    # An older message of it still stands there: what that one offers goes on, where it means the same.
    acts, labels = {button.act for button in fresh}, {fold(button.label) for button in fresh}
    older = from_json(same.buttons) if same is not None else ()
    rest = [one for one in older if one.button.act not in acts and fold(one.button.label) not in labels]
    standing = _standing(connection, row, fresh, older)
    _put(connection, office, row, about, number, [*standing, *rest])
    return shown


def _each(
    connection: Connection, office: Office, row: Claimed, message: Message, before: list[Offer]
) -> Message:
    """A line for each publication under the number that it has here: "27 tiến độ" opens its progress."""
    lines: list[Line] = []
    example = None
    for button in buttons_of(message):
        about = _About(Thing.PUBLICATION, button.subject)
        same = _same(before, about)
        number = same.number if same is not None else _free(connection, office, row, before, about)
        if number is None:
            lines.append(Line(button.label))
            continue
        code = f"{number} {progress.BY_NUMBER}"
        opens = Button(progress.OPEN_PROGRESS, button.act, button.subject, code=code)
        older = from_json(same.buttons) if same is not None else ()
        fresh = _sealed(office, row, Message((Buttons(((opens,),)),)))
        rest = [one for one in older if one.button.act is not button.act]
        _put(connection, office, row, about, number, [*rest, *_standing(connection, row, fresh, older)])
        before = offers.of_address(connection, row.address_id)
        example = example or number
        lines.append(Line(progress.with_number(number, button.label)))
    how = [Line(progress.how_to_open(example))] if example else []
    kept = [block for block in message.blocks if not isinstance(block, Buttons)]
    return replace(message, blocks=(*kept, *lines, *how))


def _same(before: Collection[Offer], about: _About) -> Offer | None:
    return next((one for one in before if (one.thing, one.thing_id) == (about.thing, about.thing_id)), None)


def _free(
    connection: Connection, office: Office, row: Claimed, before: list[Offer], about: _About
) -> int | None:
    publication_id = about.thing_id if about.thing is Thing.PUBLICATION else None
    avoid = numbers_of_documents(connection, before, publication_id=publication_id, owner_id=row.owner_id)
    return free_number(connection, office, before, owner_id=row.owner_id, avoid=avoid)


def _opening(connection: Connection, office: Office, row: Claimed, message: Message) -> Message:
    """A list of documents to open, as a reminder is: each under the number that it has here, "27 mở"."""
    codes: dict[str, str] = {}
    for button in buttons_of(message):
        before = offers.of_address(connection, row.address_id)
        about = _About(Thing.PUBLICATION, button.subject)
        same = _same(before, about)
        number = same.number if same is not None else _free(connection, office, row, before, about)
        codes[key_of(button)] = "" if number is None else f"{number} {channels.OPEN}"
        if number is None:
            continue
        older = from_json(same.buttons) if same is not None else ()
        rest = [one for one in older if one.button.act is not button.act]
        # Where its card has not come, the number alone opens it too.
        opens = replace(button, label=acknowledging.OPEN, code="" if rest else str(number))
        fresh = _sealed(office, row, Message((Buttons(((opens,),)),)))
        _put(connection, office, row, about, number, [*rest, *_standing(connection, row, fresh, older)])
    blocks = tuple(_with_codes(block, codes) for block in message.blocks)
    more = () if all(codes.values()) else (Line(channels.WITHOUT_NUMBER),)
    return replace(message, blocks=(*blocks, *more))


def _with_unseen(shown: Message, about: _About) -> Message:
    """Whoever types "27 toàn văn" or "27 mở" gets it, also where the card shows a link and no button."""
    unseen = {
        Thing.PUBLICATION: (
            Button(cards.FULL_TEXT, Act.FULL_TEXT, about.thing_id),
            Button(channels.OPEN, Act.OPEN_CARD, about.thing_id),
        ),
        Thing.SESSION: (Button(channels.OPEN, Act.OPEN_SESSION, about.thing_id),),
    }.get(about.thing, ())
    acts = {button.act for button in buttons_of(shown)}
    more = tuple(button for button in unseen if button.act not in acts)
    return replace(shown, blocks=(*shown.blocks, Buttons((more,)))) if more else shown


def _standing(
    connection: Connection, row: Claimed, fresh: Collection[Button], older: Collection[Standing]
) -> list[Standing]:
    """The fresh buttons, each with the messages that it stands in: one that has arrived is enough."""
    before = {key_of(one.button): one.deliveries for one in older}
    arrived = shown_messages.arrived(connection, {each for one in older for each in one.deliveries})
    found = []
    for button in fresh:
        ids = [each for each in before.get(key_of(button), ()) if each != row.id]
        proven = [each for each in ids if each in arrived][:1]
        found.append(Standing(button, tuple(proven or [*ids, row.id])))
    return found


def _sealed(office: Office, row: Claimed, message: Message) -> tuple[Button, ...]:
    whose = owner(member_id=row.owner_id, address_id=row.address_id, connection_id=row.connection_id)
    return buttons_of(Sealer(office.key).seal(message, owner=whose, now=office.clock.machine()))


def _put(
    connection: Connection,
    office: Office,
    row: Claimed,
    about: _About,
    number: int,
    standing: Collection[Standing],
) -> None:
    offered = Offer(number, about.thing, about.thing_id, to_json(tuple(standing)), office.clock.now())
    offers.put(connection, row.address_id, offered)
