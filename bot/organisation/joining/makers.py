"""Whether a code still stands: its maker had the right to make it, and has to have it when it is used."""

from bot.access import Caller, Door
from bot.errors import Refused
from bot.office import Office
from bot.organisation.callers import grants_of
from bot.organisation.joining.inviting import demand_invitable
from bot.organisation.joining.making_codes import write_history
from bot.organisation.web_inbox.noting import note
from storage.database import Connection
from storage.joining import invitations
from storage.organisation import people
from storage.organisation.people import Member
from storage.states import Role
from storage.web_inbox import web_inboxes


def stands_by(connection: Connection, office: Office, *, made_by: int | None, member_id: int) -> bool:
    """Whether a way in that this member made for that one may be used now.

    What the command line made (None) stands, and what a member made for themselves. Everybody else must be
    on the roster and allowed to invite that person still: who is given a role in the meantime is let in by
    the code of an admin only.
    """
    if made_by is None or made_by == member_id:
        return True
    maker = people.member(connection, made_by)
    if maker is None or maker.left_at is not None:
        return False
    caller = Caller(made_by, Door.CLOCK, grants_of(connection, office, member_id=made_by))
    try:
        demand_invitable(connection, office, caller, member_id)
    except Refused:
        return False
    return True


def revoke_of_leaders(connection: Connection, office: Office, caller: Caller, *, member: Member) -> None:
    """End the ways in that somebody other than an admin, the command line or the member made for them.

    For who is given a role: whoever holds such a code would act with it.
    """
    now = office.clock.now()
    admins = {holder for holder, _ in people.holders(connection, {Role.ADMIN}, now=now)}
    stay = admins | {member.id}
    revoked = invitations.revoke_unused(connection, member_id=member.id, now=now, but_of=stay)
    changes = [(one, "open", "revoked") for one in revoked]
    write_history(connection, office, caller, member, changes=changes)
    links = web_inboxes.revoke_links(connection, member_id=member.id, now=now, but_of=stay)
    codes = web_inboxes.revoke_codes(connection, member_id=member.id, now=now, but_of=stay)
    for thing, ended in ((web_inboxes.LINK, links), (web_inboxes.CODE, codes)):
        note(connection, office, caller, member, thing=thing, things=ended, was="open", to="revoked")
