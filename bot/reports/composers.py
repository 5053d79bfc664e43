"""The progress card as the delivery engine sends and edits it."""

from bot.delivery.composing import ComposeTable, Skip
from bot.delivery.unedited import without_edits
from bot.errors import Refused
from bot.messages.blocks import Message
from bot.office import Office
from bot.reports.cards import progress_card
from bot.reports.counting import progress_of
from bot.reports.progress_telling import compose_joint
from bot.reports.sight import caller_for, demand_publication, demand_sight
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import people
from storage.states import Purpose, Reason


def compose_progress(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """How far the publication has come, for its leader; or several of them in one message."""
    if claimed.member_id is None or claimed.owner_id != claimed.member_id:
        return Skip(Reason.LEFT)
    member = people.member(connection, claimed.member_id)
    if member is None or member.left_at is not None:
        return Skip(Reason.LEFT)
    if member.on_paper:
        return Skip(Reason.NO_CONSENT)
    try:
        sight = demand_sight(caller_for(connection, office, member.id))
        if claimed.publication_id is None:
            return compose_joint(connection, office, claimed, sight)
        publication = demand_publication(connection, claimed.publication_id)
    except Refused:
        # Their role has ended, or there is nothing to count any more.
        return Skip(Reason.CHANGED)
    if claimed.message_id is None and claimed.connection_id in without_edits(connection):
        # It would stand there for ever as it was at the beginning: `tell_progress` tells at its moments.
        return Skip(Reason.NO_EDITS)
    counted = progress_of(connection, office, publication, units=sight.totals)
    return progress_card(counted, sight, zone=office.zone)


COMPOSERS: ComposeTable = {Purpose.PROGRESS: compose_progress}
