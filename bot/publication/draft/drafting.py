"""From a pasted text or a file to a draft."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from bot import reading
from bot.access import Caller, demand
from bot.history import entry
from bot.office import Office
from bot.publication.draft.attaching import attach
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from bot.publication.draft.due_dates import due_by_default_as_read
from bot.publication.draft.file_gate import gated_file, pass_gate
from bot.publication.draft.points import for_draft, from_reading
from bot.publication.member.tasks import MOST_TASKS, Task
from bot.reading import DocumentNumber, Field, ReadDocument
from storage import history
from storage.database import Connection
from storage.publication import drafts
from storage.publication.drafts import Content
from storage.states import DraftState, Kind, Role, Scope, Urgency

_URGENCIES = {
    reading.Urgency.URGENT: Urgency.URGENT,
    reading.Urgency.VERY_URGENT: Urgency.URGENT,
    reading.Urgency.EXPRESS: Urgency.IMMEDIATE,
}
_KINDS = {
    reading.DocumentKind.DIRECTIVE: Kind.DIRECTIVE,
    reading.DocumentKind.MEETING_SUMMARY: Kind.MEETING_SUMMARY,
    reading.DocumentKind.NOTICE: Kind.NOTICE,
    reading.DocumentKind.NEWS: Kind.NOTICE,
}
T = TypeVar("T")

__all__ = [
    "Proposal",
    "asks_by_default",
    "begin",
    "continue_draft",
    "draft_from_file",
    "draft_from_text",
    "joined",
    "number_key",
    "pass_gate",
    "propose",
]


@dataclass(frozen=True)
class Proposal:
    """What a draft begins with, as it was read.

    Args:
        unsure: names of fields that a person has to fill in or look at.
        places: where each field that was read stands in the body, and whether it is sure.
    """

    content: Content
    asks_acknowledgement: bool
    due_at: datetime | None
    unsure: tuple[str, ...]
    places: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


async def draft_from_text(caller: Caller, office: Office, *, text: str) -> Changed:
    """Begin a draft from a pasted text.

    Raises:
        Refused: NOT_ALLOWED, EMPTY, UNREADABLE (too large), SECRET: nothing of the text was written then.
    """
    demand(caller, {Role.CLERK})
    # Reading a long text takes seconds: meanwhile the others go on.
    return await _draft(caller, office, await asyncio.to_thread(_read, office, text))


async def draft_from_file(caller: Caller, office: Office, *, content: bytes, name: str) -> Changed:
    """Begin a draft from a file, which is kept as the document's own; its name goes through the gate too.

    A scan, of which the machine could read nothing or not all, has to be cleared by a person.

    Raises:
        Refused: NOT_ALLOWED, EMPTY, UNREADABLE, SECRET: nothing of the file was written then.
    """
    demand(caller, {Role.CLERK})
    gated = await gated_file(content, name=name)
    proposal = await asyncio.to_thread(propose, office, gated.text)

    def body(connection: Connection) -> Changed:
        begun = begin(connection, office, caller, proposal, needs_clearing=gated.has_unread_pictures)
        attach(connection, office, begun.draft_id, content=content, name=name)
        return begun

    return await office.perform(caller, "draft", body, outcome=Changed)


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
    proposal = await asyncio.to_thread(_read, office, joined(so_far, part))

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, revision=revision)
        values = proposal.content.columns() | {
            "asks_acknowledgement": proposal.asks_acknowledgement,
            "due_at": proposal.due_at,
            "unsure": list(proposal.unsure),
            "places": dict(proposal.places),
        }
        return changed(change_draft(connection, office, caller, draft, "continued", values))

    return await office.perform(caller, "continue", body, outcome=Changed)


def joined(so_far: str, part: str) -> str:
    """A text with its next part: a new line where a sentence had ended, the same line where it was cut."""
    ends = so_far.rstrip().endswith((".", "!", "?", "…", ";", ":"))
    return f"{so_far}{chr(10) if ends else ' '}{part}"


def _read(office: Office, text: str) -> Proposal:
    return propose(office, pass_gate(text))


def propose(office: Office, text: str) -> Proposal:
    """Read the text into what a draft begins with; what the reader was unsure of stays empty."""
    now = office.clock.now()
    document = reading.read_document(text, today=now.astimezone(office.zone).date())
    kind = _KINDS[document.kind.value]
    asks = asks_by_default(kind)
    return Proposal(
        content=_content(document, kind),
        asks_acknowledgement=asks,
        due_at=due_by_default_as_read(office, document) if asks else None,
        unsure=_unsure(document),
        places=_places(document),
    )


def asks_by_default(kind: Kind) -> bool:
    """Whether this kind asks for acknowledgement unless the clerk says otherwise."""
    return kind is Kind.DIRECTIVE


def number_key(number: DocumentNumber | None) -> str:
    """Equal for every way of printing the same number; empty for none."""
    return "|".join(number.key) if number else ""


def _content(document: ReadDocument, kind: Kind) -> Content:
    number, chair, signatory = _sure(document.number), _sure(document.chair), _sure(document.signatory)
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
        signatory=signatory.name if signatory else "",
        circulation=_sure(document.circulation) or "",
        tasks=[_task(read.value).stored() for read in document.tasks if read.sure][:MOST_TASKS],
        main_points=for_draft(from_reading(document.main_points)),
        to_do=[],
        body=document.body,
        # Nội bộ until a person says otherwise, whatever the page it came from looks like.
        scope=Scope.INTERNAL,
        urgency=_URGENCIES[urgency] if urgency else Urgency.NORMAL,
    )


def _sure(field: Field[T] | None) -> T | None:
    return field.value if field is not None and field.sure else None


def _fields(document: ReadDocument) -> dict[str, Field[Any] | None]:
    return {
        "kind": document.kind,
        "title": document.title,
        "number": document.number,
        "type_name": document.type_name,
        "issuer": document.issuer,
        "issued_on": document.issued_on,
        "event_on": document.event_on,
        "chair": document.chair,
        "signatory": document.signatory,
        "circulation": document.circulation,
    }


def _task(read: reading.Task) -> Task:
    return Task(read.text, read.who, read.due.last_day if read.due else None)


def _unsure(document: ReadDocument) -> tuple[str, ...]:
    found = _fields(document).items()
    doubtful = [name for name, read in found if read is not None and not read.sure]
    if document.kind.value is reading.DocumentKind.NEWS and document.kind.sure:
        # News is no kind of publication: it is proposed as a notice, for a person to say.
        doubtful.append("kind")
    if document.title is None:
        doubtful.append("title")
    return tuple(doubtful)


def _places(document: ReadDocument) -> dict[str, dict[str, Any]]:
    more = {"due_at": document.deadline, "urgency": document.urgency}
    return {
        name: {"start": read.start, "end": read.end, "sure": read.sure}
        for name, read in (_fields(document) | more).items()
        if read is not None and read.end > read.start
    }


async def _draft(caller: Caller, office: Office, proposal: Proposal) -> Changed:
    def body(connection: Connection) -> Changed:
        return begin(connection, office, caller, proposal)

    return await office.perform(caller, "draft", body, outcome=Changed)


def begin(
    connection: Connection, office: Office, caller: Caller, proposal: Proposal, **more: object
) -> Changed:
    """Write the draft's row and the first line of its history.

    Args:
        connection: in a transaction.
        office: for its clock.
        caller: who drafts; was asked for their rights already.
        proposal: what was read.
        more: further columns: `needs_clearing`, `item_id`, `topic_id`, `audience`.
    """
    draft_id = drafts.add(
        connection,
        proposal.content,
        asks_acknowledgement=proposal.asks_acknowledgement,
        due_at=proposal.due_at,
        unsure=proposal.unsure,
        created_by=caller.member_id,
        created_at=office.clock.now(),
        places=dict(proposal.places),
        **more,
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
