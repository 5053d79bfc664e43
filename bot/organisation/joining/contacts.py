"""A telephone number that its owner sends: matched to the roster, it is as good as a code."""

from datetime import timedelta

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining import guessing
from bot.organisation.joining.offering import offer_to
from bot.organisation.joining.phones import phone_hash
from storage.database import Connection
from storage.joining import code_tries
from storage.organisation import contacts, people
from storage.organisation.people import Member

_VALID_FOR = timedelta(hours=1)


async def offer_for_number(caller: Caller, office: Office, *, phone: str, is_own: bool) -> int:
    """Find whose number this is, and offer this conversation to stand for them.

    Only a member without a role is found this way: a SIM card is not enough to act for others. Nobody and
    several look alike from outside; both are counted, apart from wrong codes.

    Returns:
        The invitation; nothing is bound before it is answered.

    Raises:
        Refused: NOT_OWN_NUMBER, NUMBER_UNKNOWN, CODES_REST; ADDRESS_TAKEN where somebody spoke who is on
            the roster; NOT_ALLOWED outside a conversation.
    """
    address_id = caller.address_id
    if address_id is None:
        raise Refused(Refusal.NOT_ALLOWED)
    if caller.member_id is not None:
        raise Refused(Refusal.ADDRESS_TAKEN)
    if not is_own:
        raise Refused(Refusal.NOT_OWN_NUMBER)
    hashed = phone_hash(office.key, phone)

    def body(connection: Connection) -> int:
        guessing.demand_rested(connection, office, caller)
        if guessing.rests(connection, office, address_id):
            return 0
        member = _whose(connection, office, hashed)
        if member is None:
            guessing.note_wrong(connection, office, caller, address_id, thing=code_tries.NUMBER)
            return 0
        return offer_to(
            connection, office, caller, member=member, address_id=address_id, valid_for=_VALID_FOR
        )

    invitation_id = await office.perform(caller, "contact", body, outcome=int)
    if not invitation_id:
        raise Refused(Refusal.NUMBER_UNKNOWN)
    return invitation_id


def _whose(connection: Connection, office: Office, hashed: str | None) -> Member | None:
    if hashed is None:
        return None
    found = contacts.with_phone(connection, hashed)
    if len(found) != 1:
        # Several share it: the secretary who knows them decides, on a request to be connected.
        return None
    if people.roles_of(connection, found[0], now=office.clock.now()):
        return None
    return people.member(connection, found[0])
