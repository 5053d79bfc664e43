"""Sending a one-time code to the member's own chat."""

from datetime import timedelta

from bot.access import Caller, Door
from bot.errors import Refusal, Refused
from bot.messages.blocks import Bold, Line, Message, to_json
from bot.office import Office
from bot.organisation.web_inbox import secrets_kept
from bot.organisation.web_inbox.noting import note
from bot.organisation.web_inbox.ways import Way, way_of
from bot.texts import web_inbox as texts
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.organisation import organisation, people
from storage.organisation.people import Reach
from storage.states import Lane, Platform, Purpose, Repeat
from storage.web_inbox import web_inboxes

CODE_FOR = timedelta(minutes=15)
_REST = timedelta(minutes=1)
_AN_HOUR, _IN_AN_HOUR = timedelta(hours=1), 5


async def send_code(office: Office, token: str) -> Platform:
    """Send a new code for this link to its member's chat; an earlier one sent so ends.

    Returns:
        Where it was sent.

    Raises:
        Refused: NOT_FOUND also where there is no chat, LINK_ENDED; CODE_JUST_SENT within a minute of the last
            one, or after five in an hour.
    """
    code = secrets_kept.new_code()

    def body(connection: Connection) -> Platform:
        way = way_of(connection, office, token)
        chat = chat_for_codes(connection, way.member.id)
        if chat is None:
            raise Refused(Refusal.NOT_FOUND)
        _demand_rested(connection, office, way)
        code_id = _renew(connection, office, way, code)
        deliveries.add(
            connection,
            NewDelivery(
                once_key=f"webcode:{code_id}",
                address_id=chat.id,
                purpose=Purpose.REPLY,
                due_at=office.clock.machine(),
                lane=Lane.REPLY,
                repeat=Repeat.ONCE,
                content=to_json(_message(office, code)),
                expires_at=office.clock.now() + CODE_FOR,
            ),
        )
        return chat.platform

    platform = await office.database.transaction(body)
    office.bell.ring()
    return platform


def chat_for_codes(connection: Connection, member_id: int) -> Reach | None:
    """The member's first messenger; in the sandbox the page that acts as them stands for one."""
    found = organisation.installation(connection)
    anywhere = found is not None and found.sandbox
    chats = people.addresses_of(connection, member_id)
    usable = (one for one in chats if one.platform is not Platform.WEB or (anywhere and one.shown_as))
    return next(usable, None)


def _demand_rested(connection: Connection, office: Office, way: Way) -> None:
    now = office.clock.now()
    made = web_inboxes.own_codes_since(connection, way.member.id, since=now - _AN_HOUR)
    if len(made) >= _IN_AN_HOUR or (made and made[0] > now - _REST):
        raise Refused(Refusal.CODE_JUST_SENT)


def _renew(connection: Connection, office: Office, way: Way, code: str) -> int:
    now = office.clock.now()
    member = way.member
    # Whoever holds the link may have asked for it: who they are is shown by the code.
    caller = Caller(member_id=None, door=Door.WEB)
    ended = web_inboxes.revoke_codes(connection, member_id=member.id, now=now, own=True)
    note(connection, office, caller, member, thing=web_inboxes.CODE, things=ended, was="open", to="revoked")
    code_id = web_inboxes.add_code(
        connection,
        member_id=member.id,
        code_hash=secrets_kept.hash_of_code(office.key, code, member_id=member.id),
        made_by=member.id,
        now=now,
        expires_at=now + CODE_FOR,
    )
    note(connection, office, caller, member, thing=web_inboxes.CODE, things=[code_id], to="open")
    return code_id


def _message(office: Office, code: str) -> Message:
    title, *lines = texts.code_message(
        code=secrets_kept.shown(code), until=office.clock.now() + CODE_FOR, zone=office.zone
    )
    return Message((Bold(title), *map(Line, lines)), protected=True)
