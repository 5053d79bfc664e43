"""Making a code: the row, its history, what is handed over with it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from bot.organisation.connections import spreading
from bot.organisation.connections.spreading import MoreWays, Place
from bot.organisation.joining import codes, handing_over
from storage import files, history
from storage.database import Connection
from storage.joining import invitations
from storage.organisation.people import Member
from storage.states import Address, Platform

PICTURE_KEPT = timedelta(days=1)
"""Long enough to go out; whoever finds the picture can use the code."""


@dataclass(frozen=True)
class Invitation:
    """A code, shown this once.

    Args:
        code: as a person types it; no log line and no `repr` shows it.
        in_link: the same for a link's parameter.
        expires_at: useless from then on (office time).
        link: opens the office's bot with the code, or the page of the invitation; empty where there is none.
        place: the bot to which the code has to be typed, where its links carry none.
        others: of one's own code, without a place: further platforms on which one is not yet.
        picture_id: the file with the link as a QR code, where one was asked for.
    """

    id: int
    member_id: int
    full_name: str
    address_form: Address
    expires_at: datetime
    code: str = field(repr=False)
    in_link: str = field(repr=False)
    link: str = field(default="", repr=False)
    place: Place | None = None
    others: tuple[Platform, ...] = ()
    picture_id: int | None = None


def make_code(
    connection: Connection,
    office: Office,
    caller: Caller,
    member: Member,
    *,
    code: str,
    valid_for: timedelta,
    with_picture: bool = False,
) -> Invitation:
    """Write this code for the member; earlier ones that nobody used end."""
    now = office.clock.now()
    revoked = invitations.revoke_unused(connection, member_id=member.id, now=now)
    invitation_id = invitations.add(
        connection,
        code_hash=codes.hash_of(office.key, code),
        member_id=member.id,
        made_by=caller.member_id,
        now=now,
        expires_at=now + valid_for,
    )
    changes = [(ended, "open", "revoked") for ended in revoked] + [(invitation_id, "", "open")]
    write_history(connection, office, caller, member, changes=changes)
    link = handing_over.link(connection, office, code)
    is_own = caller.member_id == member.id
    spreading.keep_seat(connection, office, member.id, invitation_id=invitation_id, is_own=is_own)
    ways = said_with(connection, office, member, is_own=is_own)
    return Invitation(
        id=invitation_id,
        member_id=member.id,
        full_name=member.full_name,
        address_form=member.address_form,
        expires_at=now + valid_for,
        code=codes.shown(code),
        in_link=code,
        link=link,
        place=ways.place,
        others=ways.others,
        picture_id=_keep_picture(connection, office, link) if with_picture and link else None,
    )


def said_with(connection: Connection, office: Office, member: Member, *, is_own: bool) -> MoreWays:
    """Where the code is to be typed."""
    if is_own:
        return spreading.more_ways(connection, office, member.id)
    return MoreWays(spreading.connection_for(connection, office, member.id))


def write_history(
    connection: Connection,
    office: Office,
    caller: Caller,
    member: Member,
    *,
    changes: list[tuple[int, str, str]],
) -> None:
    """Append what happened to invitations of this member: number, from, to."""
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing=invitations.THING,
                thing_id=invitation_id,
                from_state=before,
                to_state=after,
                member_id=member.id,
                unit_id=member.unit_id,
            )
            for invitation_id, before, after in changes
        ),
    )


def _keep_picture(connection: Connection, office: Office, link: str) -> int:
    now = office.clock.now()
    return files.keep(
        connection,
        handing_over.picture(link),
        media_type=handing_over.PICTURE_TYPE,
        now=now,
        until_at=now + PICTURE_KEPT,
    )
