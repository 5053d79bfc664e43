"""From a pasted text or a file to a draft."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import TypeVar

from bot import reading
from bot.access import Caller, demand
from bot.calendar import Calendar
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.publication.drafts import Changed, change_draft, changed, demand_draft
from bot.publication.points import for_draft, from_reading
from bot.publication.typed import DUE_HOUR
from bot.reading import DocumentNumber, Field, ReadDocument
from bot.texts.drafting import UNREADABLE
from storage import drafts, history
from storage.database import Connection
from storage.drafts import CONTENT, Content
from storage.states import DraftState, Kind, Role, Scope, Urgency

DUE_AFTER_WORKING_DAYS = 5
_URGENCIES = {
    reading.Urgency.URGENT: Urgency.URGENT,
    reading.Urgency.VERY_URGENT: Urgency.URGENT,
    reading.Urgency.EXPRESS: Urgency.IMMEDIATE,
}
T = TypeVar("T")


@dataclass(frozen=True)
class Proposal:
    """What a draft begins with, as it was read.

    Args:
        unsure: names of fields that a person has to fill in or look at.
    """

    content: Content
    asks_acknowledgement: bool
    due_at: datetime | None
    unsure: tuple[str, ...]


async def draft_from_text(caller: Caller, office: Office, *, text: str) -> Changed:
    """Begin a draft from a pasted text.

    Raises:
        Refused: NOT_ALLOWED, EMPTY, UNREADABLE (too large), SECRET: nothing of the text was written then.
    """
    demand(caller, {Role.CLERK})
    # Reading a long text takes seconds: meanwhile the others go on.
    return await _draft(caller, office, await asyncio.to_thread(_read, office, text))


async def draft_from_file(caller: Caller, office: Office, *, content: bytes, name: str) -> Changed:
    """Begin a draft from the bytes of a .txt file; its name goes through the gate too.

    Raises:
        Refused: NOT_ALLOWED, EMPTY, UNREADABLE, SECRET: nothing of the file was written then.
    """
    demand(caller, {Role.CLERK})
    text = await asyncio.to_thread(text_of_file, content, name=name)
    return await _draft(caller, office, await asyncio.to_thread(propose, office, text))


async def continue_draft(
    caller: Caller, office: Office, *, draft_id: int, revision: int, text: str
) -> Changed:
    """Add the next part of a text that a chat platform cut into several messages, and read the whole again.

    Raises:
        Refused: as `draft_from_text`; NOT_FOUND; GONE_ON, when the draft was worked on already.
    """
    demand(caller, {Role.CLERK})
    part = await asyncio.to_thread(pass_gate, text)

    def begun(connection: Connection) -> str:
        return demand_draft(connection, draft_id, revision=revision).body

    so_far = await office.database.read(begun)
    ends = so_far.rstrip().endswith((".", "!", "?", "…", ";", ":"))
    whole = f"{so_far}{chr(10) if ends else ' '}{part}"
    proposal = await asyncio.to_thread(_read, office, whole)

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, revision=revision)
        values = {name: getattr(proposal.content, name) for name in CONTENT} | {
            "asks_acknowledgement": proposal.asks_acknowledgement,
            "due_at": proposal.due_at,
            "unsure": list(proposal.unsure),
        }
        return changed(change_draft(connection, office, caller, draft, "continued", values))

    return await office.perform(caller, "continue", body, outcome=Changed)


def _read(office: Office, text: str) -> Proposal:
    return propose(office, pass_gate(text))


def text_of_file(content: bytes, *, name: str) -> str:
    """The text of the file, past the gate.

    Raises:
        Refused: EMPTY, UNREADABLE, SECRET.
    """
    _refuse_secrets(PurePath(name).stem)
    try:
        text = reading.decode(content)
    except reading.UnreadableFile as unreadable:
        if unreadable.reason is reading.UnreadableReason.EMPTY:
            raise Refused(Refusal.EMPTY) from None
        raise Refused(Refusal.UNREADABLE, kind=UNREADABLE[unreadable.reason.value]) from None
    return pass_gate(text)


def pass_gate(text: str) -> str:
    """The text, if it may be kept at all. It is asked before anything is written (design.md section 7).

    Raises:
        Refused: EMPTY, UNREADABLE (too large), SECRET.
    """
    if not text.strip():
        raise Refused(Refusal.EMPTY)
    if len(text.encode()) > reading.MAX_TEXT_BYTES:
        raise Refused(Refusal.UNREADABLE, kind=UNREADABLE[reading.UnreadableReason.TOO_LARGE.value])
    _refuse_secrets(text)
    return text


def _refuse_secrets(text: str) -> None:
    mark = reading.find_mark(text)
    if mark is not None:
        raise Refused(Refusal.SECRET, kind=mark.level.value.upper())


def propose(office: Office, text: str) -> Proposal:
    """Read the text into what a draft begins with; what the reader was unsure of stays empty."""
    now = office.clock.now()
    document = reading.read_document(text, today=now.astimezone(office.zone).date())
    kind = Kind(document.kind.value.value)
    asks = asks_by_default(kind)
    return Proposal(
        content=_content(document, kind),
        asks_acknowledgement=asks,
        due_at=due_after(office.calendar, now, DUE_AFTER_WORKING_DAYS) if asks else None,
        unsure=_unsure(document),
    )


def asks_by_default(kind: Kind) -> bool:
    """Whether this kind asks for acknowledgement unless the clerk says otherwise."""
    return kind is Kind.DIRECTIVE


def due_after(calendar: Calendar, now: datetime, working_days: int) -> datetime:
    """The end of office hours so many working days from now."""
    today = now.astimezone(calendar.zone).date()
    return calendar.at(calendar.working_days_after(today, working_days), DUE_HOUR)


def due_in_text(office: Office, body: str) -> datetime | None:
    """The one deadline that the text sets, if it is certain and still to come; without an hour 17:00."""
    now = office.clock.now()
    deadline = _sure(reading.read_document(body, today=now.astimezone(office.zone).date()).deadline)
    if deadline is None:
        return None
    due_at = office.calendar.at(deadline.last_day, deadline.due_time or DUE_HOUR)
    return due_at if due_at > now else None


def number_key(number: DocumentNumber | None) -> str:
    """Equal for every way of printing the same number; empty for none."""
    return "|".join(number.key) if number else ""


def _content(document: ReadDocument, kind: Kind) -> Content:
    number, chair = _sure(document.number), _sure(document.chair)
    urgency = _sure(document.urgency)
    return Content(
        kind=kind,
        type_name=_sure(document.type_name) or "",
        number=number.printed if number else "",
        number_key=number_key(number),
        title=_sure(document.title) or "",
        issuer=_sure(document.issuer) or "",
        issued_on=_sure(document.issued_on),
        event_on=_sure(document.event_on),
        chair=chair.name if chair else "",
        main_points=for_draft(from_reading(document.main_points)),
        to_do=[],
        body=document.body,
        # Nội bộ until a person says otherwise, whatever the page it came from looks like.
        scope=Scope.INTERNAL,
        urgency=_URGENCIES[urgency] if urgency else Urgency.NORMAL,
    )


def _sure(field: Field[T] | None) -> T | None:
    return field.value if field is not None and field.sure else None


def _unsure(document: ReadDocument) -> tuple[str, ...]:
    fields: dict[str, Field[object] | Field[date] | None] = {
        "kind": document.kind,
        "title": document.title,
        "number": document.number,
        "type_name": document.type_name,
        "issuer": document.issuer,
        "issued_on": document.issued_on,
        "event_on": document.event_on,
        "chair": document.chair,
    }
    doubtful = [name for name, field in fields.items() if field is not None and not field.sure]
    if document.title is None:
        doubtful.append("title")
    return tuple(doubtful)


async def _draft(caller: Caller, office: Office, proposal: Proposal) -> Changed:
    def body(connection: Connection) -> Changed:
        return begin(connection, office, caller, proposal)

    return await office.perform(caller, "draft", body, outcome=Changed)


def begin(connection: Connection, office: Office, caller: Caller, proposal: Proposal) -> Changed:
    """Write the draft's row and the first line of its history."""
    draft_id = drafts.add(
        connection,
        proposal.content,
        asks_acknowledgement=proposal.asks_acknowledgement,
        due_at=proposal.due_at,
        unsure=proposal.unsure,
        created_by=caller.member_id,
        created_at=office.clock.now(),
    )
    begun = entry(
        caller,
        office,
        thing="draft",
        thing_id=draft_id,
        from_state="",
        to_state=DraftState.OPEN,
        version=1,
        detail="begun",
    )
    history.append(connection, begun)
    return Changed(draft_id, 1, DraftState.OPEN)
