"""A month has no room for cards: leaders' cards, and a word to who published, say who is to be called."""

from functools import partial

from bot.delivery.lines import in_service
from bot.logs import get
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message, to_json
from bot.office import Office
from bot.organisation.outages.naming import office_time
from bot.texts import chasing as texts
from bot.texts.self_service import PLATFORMS
from storage.chasing import held_cards
from storage.chasing.held_cards import Held
from storage.database import Connection
from storage.delivery import deliveries, renewals
from storage.delivery.deliveries import NewDelivery
from storage.organisation import people
from storage.states import Purpose, Repeat, Role

log = get(__name__)


async def tell_no_room(office: Office) -> int:
    """Tell who published it, once, that cards wait for the next month; the progress cards say so too.

    Returns:
        Of how many publications.
    """
    if not office.settings.connections:
        return 0
    # A look without a transaction first: mostly there is nothing to do.
    if not await office.database.read(partial(_untold, office=office)):
        return 0
    told = await office.database.transaction(partial(_tell_all, office=office))
    office.bell.ring()
    return told


def _untold(connection: Connection, office: Office) -> list[Held]:
    served = [line.id for line in in_service(connection, office)]
    return held_cards.untold(connection, served, now=office.clock.machine())


def _tell_all(connection: Connection, office: Office) -> int:
    found = _untold(connection, office)
    told = sum(_tell(connection, office, held) for held in found)
    ids = [held.publication_id for held in found]
    renewals.progress(connection, publication_ids=ids, now=office.clock.machine())
    return told


def _tell(connection: Connection, office: Office, held: Held) -> int:
    log.warning("no room in the month for cards", publication=held.publication_id, members=held.amount)
    address_id = _address_of_somebody(connection, office, held)
    if address_id is None:
        return 0
    return deliveries.add(
        connection,
        NewDelivery(
            once_key=held_cards.key_of(held.publication_id),
            address_id=address_id,
            purpose=Purpose.QUOTA_NEWS,
            due_at=office.clock.machine(),
            repeat=Repeat.ONCE,
            content=to_json(_message(office, held)),
            expires_at=office_time(office, held.goes_at),
        ),
    )


def _address_of_somebody(connection: Connection, office: Office, held: Held) -> int | None:
    """Of who published it; of an admin, where nothing reaches them any more."""
    admins = people.holders(connection, {Role.ADMIN}, now=office.clock.now())
    whom = (held.publisher_id, *(member_id for member_id, _ in admins))
    found = (people.first_address(connection, member_id) for member_id in whom)
    return next((address_id for address_id in found if address_id is not None), None)


def _message(office: Office, held: Held) -> Message:
    goes_at = office_time(office, held.goes_at)
    is_late = held.due_at is not None and goes_at >= held.due_at
    lines = (
        texts.waits_for_room(PLATFORMS[held.platform], held.amount, goes_at, office.zone, is_late=is_late),
        texts.CALL_THEM,
    )
    see = Buttons(((Button(texts.SEE_PROGRESS, Act.PROGRESS, held.publication_id),),))
    title = texts.no_room_title(PLATFORMS[held.platform], held.number, held.title)
    return Message((Bold(title), *map(Line, lines), see))
