"""Six digits that bind a conversation: read aloud or copied from a screen, typed within a quarter of an hour.

For messengers whose links cannot carry a code (facts/zalo.md 1.5: the person has to write first).
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.access import Caller, Door, demand_member
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.connections import spreading
from bot.organisation.connections.spreading import Place
from bot.organisation.joining import codes
from bot.organisation.joining.inviting import demand_invitable
from bot.organisation.joining.makers import stands_by
from bot.organisation.joining.making_codes import said_with, write_history
from storage.database import Connection
from storage.joining import invitations
from storage.joining.invitations import Invitation
from storage.organisation import grants, people
from storage.organisation.people import Member
from storage.states import Address, Platform

VALID_FOR = timedelta(minutes=15)
MOST_TYPED = 3
"""So many who typed six digits of one member may read what they agree to while others are made."""
# Dead codes are kept for half a year: among a million numbers a free one is found soon.
_DRAWS = 50


@dataclass(frozen=True)
class SixDigits:
    """A code, shown this once.

    Args:
        code: as a person reads it, "482 913"; no log line and no `repr` shows it.
        expires_at: useless from then on (office time).
        place: the bot to which it is typed, where the office has several or its links carry no code.
        others: of one's own code, without a place: further platforms on which one is not yet.
    """

    member_id: int
    full_name: str
    address_form: Address
    expires_at: datetime
    code: str = field(repr=False)
    place: Place | None = None
    others: tuple[Platform, ...] = ()


async def for_member(caller: Caller, office: Office, *, member_id: int) -> SixDigits:
    """Make six digits for somebody whom the caller may invite, who sits beside them or is on the telephone.

    Earlier six digits of theirs that nobody typed end; a long code that was handed out stays good.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED.
    """

    def body(connection: Connection) -> SixDigits:
        member = demand_invitable(connection, office, caller, member_id)
        return _make(connection, office, caller, member, made_by=caller.member_id)

    # Without the knock, as `inviting.invite`: its recorded outcome would keep the code in clear.
    return await office.perform(replace(caller, knock=None), "six_digits", body, outcome=SixDigits)


async def for_oneself(caller: Caller, office: Office) -> SixDigits:
    """Make six digits with which the caller joins from another messenger too.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> SixDigits:
        member = _demand_on_roster(connection, member_id)
        return _make(connection, office, caller, member, made_by=member_id)

    return await office.perform(replace(caller, knock=None), "own_six_digits", body, outcome=SixDigits)


async def demand_open(office: Office, *, code: str) -> int:
    """Which invitation this long code is, however it is spelt; nothing is written.

    Raises:
        Refused: CODE_INVALID where `for_invitation` makes none from it.
    """

    def body(connection: Connection) -> int:
        return _demand_long(connection, office, code).id

    return await office.database.read(body)


async def for_invitation(office: Office, *, code: str) -> SixDigits:
    """Make six digits for whoever holds a long code that can still be used, as a personal link carries it.

    Raises:
        Refused: CODE_INVALID.
    """
    caller = Caller(member_id=None, door=Door.WEB)

    def body(connection: Connection) -> SixDigits:
        found = _demand_long(connection, office, code)
        member = people.member(connection, found.member_id)
        if member is None or member.left_at is not None:
            raise Refused(Refusal.CODE_INVALID)
        return _make(connection, office, caller, member, made_by=found.made_by)

    return await office.perform(caller, "six_digits", body, outcome=SixDigits)


def _demand_long(connection: Connection, office: Office, code: str) -> Invitation:
    written = codes.read(code)
    if written is None or codes.is_short(written):
        raise Refused(Refusal.CODE_INVALID)
    found = invitations.by_hash(connection, codes.hash_of(office.key, written))
    if found is None or not found.is_open(office.clock.now()):
        raise Refused(Refusal.CODE_INVALID)
    if not stands_by(connection, office, made_by=found.made_by, member_id=found.member_id):
        raise Refused(Refusal.CODE_INVALID)
    return found


def _make(
    connection: Connection, office: Office, caller: Caller, member: Member, *, made_by: int | None
) -> SixDigits:
    now = office.clock.now()
    # Two who ask at once do it one after the other.
    grants.hold_member(connection, member.id)
    ended = invitations.revoke_short(connection, member_id=member.id, now=now, but_typed=MOST_TYPED)
    code, code_hash = _free(connection, office)
    invitation_id = invitations.add(
        connection,
        code_hash=code_hash,
        member_id=member.id,
        made_by=made_by,
        now=now,
        expires_at=now + VALID_FOR,
        short=True,
    )
    is_own = made_by == member.id
    spreading.keep_seat(connection, office, member.id, invitation_id=invitation_id, is_own=is_own)
    ways = said_with(connection, office, member, is_own=is_own)
    changes = [(one, "open", "revoked") for one in ended] + [(invitation_id, "", "open")]
    write_history(connection, office, caller, member, changes=changes)
    return SixDigits(
        member_id=member.id,
        full_name=member.full_name,
        address_form=member.address_form,
        expires_at=now + VALID_FOR,
        code=codes.shown(code),
        place=ways.place,
        others=ways.others,
    )


def _free(connection: Connection, office: Office) -> tuple[str, str]:
    """Digits that no invitation has, or had, and their hash."""
    for _ in range(_DRAWS):
        code = codes.new_digits()
        code_hash = codes.hash_of(office.key, code)
        if invitations.by_hash(connection, code_hash) is None:
            return code, code_hash
    raise Refused(Refusal.SHORT_CODES_REST)


def _demand_on_roster(connection: Connection, member_id: int) -> Member:
    member = people.member(connection, member_id)
    if member is None or member.left_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    return member
