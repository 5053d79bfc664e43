"""What a conversation may answer by number, as it was offered there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.inbox.documents import documents_of
from bot.messages.blocks import Button
from bot.messages.numbered.codes import Offered, Thing, key_of
from bot.messages.numbered.document_numbers import About
from bot.messages.numbered.standing import Standing, from_json
from bot.messages.numbered.weighing import DANGEROUS
from bot.messages.sealing import ButtonRefused, Owner, Sealer, owner
from bot.office import Office
from storage.database import Connection
from storage.inbox import offers, shown_messages
from storage.inbox.offers import Offer
from storage.organisation import people

MENU_FOR = timedelta(days=1)
"""A menu of yesterday is not what somebody means who types "1" today."""
DANGEROUS_FOR = timedelta(hours=1)
"""As long as a question waits for its answer."""
TO_READ = timedelta(seconds=1)
"""Nobody answers a menu sooner: what comes sooner was typed for the one before."""


async def offers_at(
    office: Office, *, connection_id: int, chat_id: str, asked_at: datetime, to_read: timedelta = TO_READ
) -> tuple[Offered, ...]:
    """What may be answered there now, the newest first.

    What was offered to somebody else who had this conversation before, what is older than a button may get,
    and what a menu offered too long ago is left out. What stands in no message that can have been read is
    marked as unseen: all of a menu that had not gone out when the answer came, and a thing that never did.

    Args:
        office: the office.
        connection_id: of the conversation.
        chat_id: of the conversation.
        asked_at: when the answer came (machine time).
        to_read: how long before that a menu must have gone out.
    """

    def body(connection: Connection) -> tuple[Offered, ...]:
        address = people.address_at(connection, connection_id, chat_id)
        if address is None:
            return ()
        # Who has just become a member still answers what was offered to the stranger.
        owners = [
            owner(member_id=member_id, address_id=address.id, connection_id=connection_id)
            for member_id in (address.member_id, None)
        ]
        found = [_offered(office, one, owners) for one in offers.of_address(connection, address.id)]
        marked = _marked(connection, [one for one in found if one[1]], by=asked_at - to_read)
        abouts = documents_of(connection, (offer for offer, _ in found), member_id=address.member_id)
        return tuple(_about(one, abouts) for one in marked)

    return await office.database.read(body)


def _about(one: Offered, abouts: Mapping[int, About]) -> Offered:
    return replace(one, about=abouts.get(one.thing_id, one.about)) if one.thing == Thing.PUBLICATION else one


def _offered(office: Office, offer: Offer, owners: Sequence[Owner]) -> tuple[Offer, list[Standing]]:
    standing = [one for one in from_json(offer.buttons) if _is_theirs(office, one.button, owners)]
    if offer.thing == Thing.MENU:
        age = office.clock.now() - offer.offered_at
        standing = [one for one in standing if _is_fresh(one.button, age)]
    return offer, standing


def _marked(
    connection: Connection, found: Sequence[tuple[Offer, list[Standing]]], *, by: datetime
) -> tuple[Offered, ...]:
    def ids(*, of_menu: bool) -> set[int]:
        chosen = [standing for offer, standing in found if (offer.thing == Thing.MENU) is of_menu]
        return {each for standing in chosen for one in standing for each in one.deliveries}

    seen = shown_messages.read_whole(connection, ids(of_menu=True), by=by)
    seen |= shown_messages.arrived(connection, ids(of_menu=False))
    return tuple(
        Offered(
            offer.number,
            offer.thing,
            offer.thing_id,
            tuple(one.button for one in standing),
            frozenset(key_of(one.button) for one in standing if not _is_seen(one, seen)),
        )
        for offer, standing in found
    )


def _is_seen(one: Standing, seen: frozenset[int]) -> bool:
    return not one.deliveries or not seen.isdisjoint(one.deliveries)


def _is_theirs(office: Office, button: Button, owners: Sequence[Owner]) -> bool:
    sealer, now = Sealer(office.key), office.clock.machine()
    return any(_opens(sealer, button, whose, now=now) for whose in owners)


def _opens(sealer: Sealer, button: Button, whose: Owner, *, now: datetime) -> bool:
    try:
        opened = sealer.open(button.token, owner=whose, now=now)
    except ButtonRefused:
        return False
    return (opened.act, opened.subject, opened.argument) == (button.act, button.subject, button.argument)


def _is_fresh(button: Button, age: timedelta) -> bool:
    return age < (DANGEROUS_FOR if button.act in DANGEROUS else MENU_FOR)
