"""A reminder as its member gets it: everything that is open, each with a button that opens its card."""

from bot.acknowledgement.open_lists import open_list
from bot.chasing.queueing import parse_day_pattern
from bot.delivery.composing import ComposeTable, Skip
from bot.messages.blocks import Bold, Line, Message
from bot.office import Office
from bot.texts import acknowledging as words
from bot.texts import chasing as texts
from bot.texts import people as forms
from storage.acknowledgement import obligations
from storage.chasing import reminding
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import people
from storage.organisation.people import Member
from storage.states import Purpose, Reason


def compose_reminder(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """What is open for the member now; nothing if what they were reminded of has been answered."""
    if claimed.member_id is None or claimed.owner_id != claimed.member_id:
        return Skip(Reason.LEFT)
    member = people.member(connection, claimed.member_id)
    if member is None or member.left_at is not None:
        return Skip(Reason.LEFT)
    if member.on_paper:
        return Skip(Reason.NO_CONSENT)
    waiting = obligations.open_ones(connection, member_id=member.id)
    if not any(one.reminders for one in waiting):
        return Skip(Reason.ANSWERED)
    heading = Bold(_heading(connection, office, claimed, member))
    called = forms.call_capital(member.address_form, member.given_name)
    intro = Line(words.open_count(called, len(waiting)))
    return Message((heading, intro, *open_list(office, waiting)))


def _heading(connection: Connection, office: Office, claimed: Claimed, member: Member) -> str:
    keys = reminding.keys_like(connection, parse_day_pattern(claimed.once_key), member_ids=[member.id])
    # Keys of one member and day sort by their minute; a copy at a second address has its key's beginning.
    before = sum(key <= claimed.once_key for key in keys.get(member.id, ()))
    most = office.settings.reminders.most_per_day
    return texts.heading(min(max(before, 1), most), most)


COMPOSERS: ComposeTable = {Purpose.REMINDER: compose_reminder}
