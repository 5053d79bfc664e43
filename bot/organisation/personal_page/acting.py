"""What the buttons of the page do, each for this one publication and as the member without any role."""

import asyncio
import secrets
from functools import partial

from bot.access import Caller
from bot.acknowledgement.acknowledging import Acknowledged
from bot.acknowledgement.acknowledging import acknowledge as acknowledge_publication
from bot.acknowledgement.asking import demand_words, put
from bot.acknowledgement.opening import Through, opened
from bot.errors import Refusal, Refused
from bot.inbox.intake import PARTS_WITHIN
from bot.logs import get
from bot.office import Office
from bot.organisation.personal_page.viewing import whole_text
from bot.organisation.personal_page.ways import Way, way_of
from bot.publication.member import quiz_answering, taking
from bot.publication.member.handing_files import demand_file, files_for
from bot.publication.member.quiz_answering import Asked
from bot.reading.recognisers.secrecy import find_mark
from storage.acknowledgement import personal_pages
from storage.database import Connection
from storage.inbox import inbox
from storage.organisation import grants

log = get(__name__)


async def acknowledge(office: Office, token: str, *, version: int | None) -> Acknowledged:
    """Record that the member has taken note; a second time changes nothing.

    `version` is the one that stood on the page; None: the page did not say.

    Raises:
        Refused: NOT_FOUND, LINK_ENDED; WITHDRAWN, NOT_ASKED, NOT_AGREED_TO, QUIZ_FIRST, NEW_VERSION as for
            the button in the chat.
    """
    way = await _arrive(office, token)
    return await acknowledge_publication(
        way.caller, office, publication_id=way.publication_id, version=version
    )


async def answer(
    office: Office, token: str, *, version: int, question: int, choice: int
) -> Asked | Acknowledged:
    """Take an answer to the question that waits; the last right one is the acknowledgement.

    Raises:
        Refused: NOT_FOUND, LINK_ENDED; else as for the button in the chat.
    """
    way = await _arrive(office, token)
    return await quiz_answering.answer(
        way.caller,
        office,
        publication_id=way.publication_id,
        version=version,
        question=question,
        choice=choice,
    )


async def take_task(office: Office, token: str, *, mark: int) -> None:
    """Record that the member took the task of that button; a second time changes nothing.

    Raises:
        Refused: NOT_FOUND, LINK_ENDED; else as for the button in the chat.
    """
    way = await _arrive(office, token)
    version, place = taking.read_mark(mark)
    await taking.take(way.caller, office, publication_id=way.publication_id, place=place, version=version)


async def open_file(office: Office, token: str, *, attachment_id: int) -> None:
    """Note that the member asked for one of the files.

    Raises:
        Refused: NOT_FOUND, LINK_ENDED, WITHDRAWN.
    """
    way = await _arrive(office, token)
    found = await files_for(way.caller, office, publication_id=way.publication_id)
    demand_file(found, attachment_id)
    await opened(way.caller, office, publication_id=way.publication_id, through=Through.FILE)


async def ask(office: Office, token: str, *, text: str) -> None:
    """Pass the member's question on; the same words again, while they wait for their answer, do nothing.

    What bears a secrecy mark is refused in memory: only that it was, how large it was and why is kept.

    Raises:
        Refused: NOT_FOUND, LINK_ENDED, WITHDRAWN, EMPTY, TOO_LONG; SECRET, also for what follows a refusal
            within a minute.
    """
    way = await _arrive(office, token)
    await _pass_the_gate(office, way, text)
    words = demand_words(text)
    await office.database.transaction(partial(_ask, office=office, way=way, words=words))
    office.bell.ring()


async def open_text(office: Office, token: str) -> None:
    """Note that the member opens the whole text by the link, where the link is enough to read it.

    Raises:
        Refused: as `whole_text`.
    """
    await whole_text(office, token)
    way = await _arrive(office, token)
    await opened(way.caller, office, publication_id=way.publication_id, through=Through.LINK)


async def _arrive(office: Office, token: str) -> Way:
    """Somebody pressed a button under the link: so it came."""

    def body(connection: Connection) -> Way:
        way = way_of(connection, office, token)
        personal_pages.proven_by_link(
            connection,
            address_id=way.address.id,
            publication_id=way.publication_id,
            now=office.clock.machine(),
        )
        return way

    return await office.database.transaction(body)


async def _pass_the_gate(office: Office, way: Way, text: str) -> None:
    mark = await asyncio.to_thread(find_mark, text)
    because = "" if mark is None else mark.level.value
    now = office.clock.machine()
    address = way.address

    def body(connection: Connection) -> str:
        after = inbox.refused_since(
            connection, address.connection_id, address.chat_id, since=now - PARTS_WITHIN
        )
        refused = because or (inbox.AFTER_REFUSAL if after else "")
        if refused:
            personal_pages.note_refused(
                connection,
                connection_id=address.connection_id,
                update_id=f"{inbox.FROM_A_PAGE}{secrets.token_hex(16)}",
                conversation=address.chat_id,
                size=len(text.encode(errors="replace")),
                refused_because=refused,
                now=now,
            )
        return refused

    refused = await office.database.transaction(body)
    if refused:
        log.warning("refused at the gate", page_of=way.publication_id, size=len(text))
        raise Refused(Refusal.SECRET, kind=because)


def _ask(connection: Connection, *, office: Office, way: Way, words: str) -> None:
    # The same form sent twice at one moment: the second waits here for the first.
    grants.hold_member(connection, way.member.id)
    member_id, publication_id = way.member.id, way.publication_id
    if not personal_pages.is_asked(
        connection, publication_id=publication_id, member_id=member_id, question=words
    ):
        caller: Caller = way.caller
        put(connection, office, caller, member_id=member_id, publication_id=publication_id, text=words)
