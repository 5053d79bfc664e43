"""What a unit's group chat is told of a publication (design.md section 8).

Number, title, due date and the way to one's own chat; never a name, never a percentage.
"""

from bot.channels.abilities import ABILITIES
from bot.delivery.composing import Skip
from bot.messages.blocks import Block, Bold, Line, Link, Message
from bot.office import Office
from bot.publication.versions.version_cards import change_lines, over_news_to_group
from bot.texts import cards, groups, versions
from storage.channels import connections
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.claims import Claimed
from storage.delivery.deliveries import RANKS, NewDelivery
from storage.organisation import groups as storage
from storage.organisation import people
from storage.publication import corrections, publications
from storage.publication.broadcasts import Broadcast
from storage.publication.publications import Publication
from storage.states import PublicationState, Purpose, Reason, Repeat, Scope, Urgency

START_WITH = "vb"
"""Before a publication's number in the link that leads from a group to one's own chat."""

_URGENCY = {Urgency.NORMAL: "", Urgency.URGENT: cards.URGENT, Urgency.IMMEDIATE: cards.IMMEDIATE}


def queue_group_cards(connection: Connection, office: Office, broadcast: Broadcast) -> int:
    """Owe the groups of the units that the publication is for one card each; returns how many."""
    return deliveries.add(
        connection,
        *(
            NewDelivery(
                once_key=f"pub:{broadcast.publication_id}:v{broadcast.version}:g{group.id}:card",
                address_id=group.id,
                purpose=Purpose.GROUP_CARD,
                due_at=office.clock.machine(),
                urgency=broadcast.urgency,
                repeat=Repeat.NEVER,
                rank=RANKS[broadcast.urgency],
                publication_id=broadcast.publication_id,
                version=broadcast.version,
                # Whose group it is now: bound to another unit before the card goes, it gets none.
                subject=group.unit_id,
            )
            for group in storage.to_be_told(connection, broadcast.audience, now=broadcast.now)
        ),
    )


def compose_group_card(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """The card, while the chat still stands for the unit it was meant for and the publication is in force."""
    address = people.address(connection, claimed.address_id)
    if address is None or address.unit_id is None or address.unit_id != claimed.subject:
        return Skip(Reason.LEFT)
    publication = publications.publication(connection, claimed.publication_id or 0)
    is_edit = claimed.message_id is not None
    if publication is None or (publication.state is PublicationState.WITHDRAWN and not is_edit):
        return Skip(Reason.PUBLICATION_WITHDRAWN)
    if publication.state is PublicationState.WITHDRAWN:
        return over_news_to_group(connection, office, publication)
    if is_edit and _has_newer(connection, publication, claimed):
        said = versions.moved_on(publication.number, publication.title)
        return Message((Line(said),), protected=publication.scope is Scope.INTERNAL)
    blocks: list[Block] = [
        Bold(
            cards.head(
                publication.kind,
                asked=publication.asks_acknowledgement,
                urgency=_URGENCY[publication.urgency],
            )
        ),
        *change_lines(connection, office, publication, None)[:1],
        *_lines(publication),
        Bold(publication.title),
    ]
    if publication.due_at is not None and publication.asks_acknowledgement:
        blocks.append(Line(cards.due(publication.due_at, office.zone)))
    where = address.connection_id
    blocks.append(_way_to_own_chat(connection, office, where, publication_id=publication.id))
    return Message(tuple(blocks), protected=publication.scope is Scope.INTERNAL)


def _has_newer(connection: Connection, publication: Publication, claimed: Claimed) -> bool:
    if claimed.version is None or claimed.version >= publication.version:
        return False
    return corrections.has_newer_in_group(
        connection,
        publication_id=publication.id,
        address_id=claimed.address_id,
        version=claimed.version,
    )


def _lines(publication: Publication) -> list[Block]:
    number = cards.number_and_type(publication.number, publication.type_name)
    return [Line(number)] if number else []


def _way_to_own_chat(
    connection: Connection, office: Office, connection_id: int, *, publication_id: int
) -> Line | Link:
    line = connections.line(connection, connection_id)
    settings = office.settings.connections.get(line.name)
    word = f"{START_WITH}{publication_id}"
    url = ABILITIES[line.platform].link_with(word, account=line.account)
    url = url or (settings.link if settings is not None else "")
    return Link(groups.OPEN_OWN_CHAT, url, as_button=True) if url else Line(groups.READ_IN_OWN_CHAT)
