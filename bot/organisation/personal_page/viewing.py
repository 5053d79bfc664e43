"""What stands on the page. Looking changes nothing: previews and scanners look too."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.channels.contract import Attached
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Link, Message
from bot.messages.links import Links
from bot.messages.numbered.label_words import spoken
from bot.office import Office
from bot.organisation.personal_page.ways import Way, way_of
from bot.publication.member.cards import card
from bot.publication.member.handing_files import Files, demand_file, files_for, files_in
from bot.publication.member.published import FullText, full_text
from bot.publication.member.quiz_answering import Asked, open_question
from storage import files as stored_files
from storage.acknowledgement import obligations, questions
from storage.database import Connection
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import Address, ObligationState, PublicationState, Scope, Urgency


class ReadAt(StrEnum):
    """Where the whole text is read."""

    HERE = "here"
    """Scope công khai: on a page beside this one."""
    DOORSTEP = "doorstep"
    """Scope nội bộ: in the member's own web inbox, behind a one-time code."""
    NOWHERE = "nowhere"
    """Withdrawn."""


@dataclass(frozen=True)
class CardPage:
    """The page of one publication for one member.

    Args:
        address_form: of the member whose page it is.
        given_name: of the same.
        card: their card as it stands now, without its buttons and links.
        acknowledged_at: when they acknowledged; None: they have not.
        asks_waiting: their question waits for its answer.
        goes_at: when a question asked now is passed on, if the sending hours hold it; else None.
        document: the token of the whole text in the web inbox, where it is read there; else empty.
        tasks: the marks of the tasks that the member may take, each with the words of its button.
        has_files: files go along with it.
        version: of the publication, that is in sight.
    """

    address_form: Address
    given_name: str
    number: str
    title: str
    card: Message
    may_acknowledge: bool
    may_ask: bool
    acknowledged_at: datetime | None
    asks_waiting: bool
    goes_at: datetime | None
    read_at: ReadAt
    document: str
    tasks: tuple[tuple[int, str], ...] = ()
    has_files: bool = False
    version: int = 1


async def card_page(office: Office, token: str) -> CardPage:
    """The page behind this link; nothing is recorded.

    Raises:
        Refused: NOT_FOUND, LINK_ENDED.
    """

    def body(connection: Connection) -> CardPage:
        way = way_of(connection, office, token)
        found = publications.publication(connection, way.publication_id)
        if found is None:
            raise Refused(Refusal.NOT_FOUND)
        return _page(connection, office, way, found)

    return await office.database.read(body)


async def waiting_question(office: Office, token: str) -> Asked | None:
    """The question before "Đã nắm" that waits; None: there is none. Nothing is recorded.

    Raises:
        Refused: NOT_FOUND, LINK_ENDED; WITHDRAWN, NOT_ASKED, NOT_AGREED_TO.
    """
    way = await _way(office, token)
    try:
        return await open_question(way.caller, office, publication_id=way.publication_id)
    except Refused as refused:
        if refused.reason is Refusal.GONE_ON:
            return None
        raise


async def files(office: Office, token: str) -> Files:
    """The files that go along; nothing is recorded.

    Raises:
        Refused: NOT_FOUND also where there are none, LINK_ENDED, WITHDRAWN.
    """
    way = await _way(office, token)
    return await files_for(way.caller, office, publication_id=way.publication_id)


async def file(office: Office, token: str, *, attachment_id: int) -> Attached:
    """One of them with its bytes; nothing is recorded (docs/decisions/0026-evidence.md).

    Raises:
        Refused: NOT_FOUND, LINK_ENDED, WITHDRAWN.
    """

    def body(connection: Connection) -> Attached:
        way = way_of(connection, office, token)
        found = files_in(connection, office, way.caller, way.publication_id)
        one = demand_file(found, attachment_id)
        kept = stored_files.file(connection, one.file_id)
        if kept is None:
            raise Refused(Refusal.NOT_FOUND)
        return Attached(one.name, kept.media_type, kept.content)

    return await office.database.read(body)


async def _way(office: Office, token: str) -> Way:
    def body(connection: Connection) -> Way:
        return way_of(connection, office, token)

    return await office.database.read(body)


async def whole_text(office: Office, token: str) -> FullText:
    """The whole text where anybody may read it; nothing is recorded.

    Raises:
        Refused: NOT_FOUND also for scope nội bộ, which this link does not open; LINK_ENDED, WITHDRAWN.
    """
    way = await _way(office, token)
    found = await full_text(way.caller, office, publication_id=way.publication_id)
    if found.body is None:
        raise Refused(Refusal.NOT_FOUND)
    return found


def _page(connection: Connection, office: Office, way: Way, found: Publication) -> CardPage:
    member_id = way.member.id
    shown = card(connection, office, publication_id=found.id, member_id=member_id)
    buttons = _buttons(shown)
    offered = {button.act for button in buttons}
    asked = obligations.of_member(connection, publication_id=found.id, member_id=member_id)
    is_closed = asked is not None and asked.state is ObligationState.ACKNOWLEDGED
    now = office.clock.now()
    opens_at = office.calendar.next_opening(now, Urgency.NORMAL)
    read_at = _read_at(found)
    return CardPage(
        address_form=way.member.address_form,
        given_name=way.member.given_name,
        number=found.number,
        title=found.title,
        card=Message(tuple(one for one in shown.blocks if not isinstance(one, Buttons | Link))),
        may_acknowledge=Act.ACKNOWLEDGE in offered,
        may_ask=Act.ASK in offered,
        acknowledged_at=asked.changed_at if asked is not None and is_closed else None,
        asks_waiting=questions.is_waiting(connection, publication_id=found.id, member_id=member_id),
        goes_at=opens_at if opens_at > now else None,
        read_at=read_at,
        document=_document(office, way, found) if read_at is ReadAt.DOORSTEP else "",
        version=found.version,
        tasks=tuple((one.argument, spoken(one.label)) for one in buttons if one.act is Act.TAKE_TASK),
        has_files=Act.ATTACHMENTS in offered,
    )


def _buttons(message: Message) -> list[Button]:
    rows = [row for block in message.blocks if isinstance(block, Buttons) for row in block.rows]
    return [button for row in rows for button in row]


def _read_at(found: Publication) -> ReadAt:
    if found.state is PublicationState.WITHDRAWN:
        return ReadAt.NOWHERE
    return ReadAt.HERE if found.scope is Scope.PUBLIC else ReadAt.DOORSTEP


def _document(office: Office, way: Way, found: Publication) -> str:
    return Links(office.key).document(
        member_id=way.member.id, publication_id=found.id, published_at=found.published_at
    )
