"""Publishing a file, asked for at the command line."""

from datetime import datetime

from pydantic import Base64Bytes

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.audience.recipients import HeadCount, recipients
from bot.publication.draft.correcting import DraftField
from bot.publication.draft.filing import Filed, Options, publish_file
from bot.publication.draft.typed import DUE_HOUR, typed_moment
from bot.states import Kind, MemberKind, Reason, Role, Scope, Urgency
from handlers.serve.audiences import Whom, audience_of
from handlers.serve.contract import COMMAND_LINE, BadInput, Request, Say, Values


class File(Values):
    """A file and what is to be done with it.

    Args:
        name: its name, without the folders.
        content: its bytes; base64 on the wire.
        to: see `handlers.serve.audiences.Whom`, as the next three.
        only: these kinds of member.
        roles: who holds one of these.
        without: who is left out by name.
        due: as a person types it, empty for what is usual.
        asks_acknowledgement: None: as is usual for its kind.
        kind: None: as read.
        scope: how far it may travel.
        urgency: None: as read.
        title: over what was read; empty: as read.
        number: over what was read; empty: as read.
        although_short: publish although a connection's month has not room for all of it.
    """

    name: str
    content: Base64Bytes
    to: tuple[str, ...]
    only: tuple[MemberKind, ...] = ()
    roles: tuple[Role, ...] = ()
    without: tuple[str, ...] = ()
    due: str = ""
    asks_acknowledgement: bool | None = None
    kind: Kind | None = None
    scope: Scope = Scope.INTERNAL
    urgency: Urgency | None = None
    title: str = ""
    number: str = ""
    although_short: bool = False


class Unreached(Values):
    """Somebody to whom nothing can be sent."""

    name: str
    unit: str
    reason: Reason


class Short(Values):
    """A connection whose month has not room for all of it: some get it another way or later."""

    called: str
    needed: int
    left: int


class Published(Values):
    """What became of the file.

    Args:
        publication_id: None while it waits for approval.
        approvers: who can approve it.
        goes_out_at: when the sending hours let it go, if that is not now.
        audience: the rule in words.
        expected: the head-count.
        unreachable: the first of those who cannot be reached.
        left_out: who is left out by name.
        short: the connections that have not room for it, while it waits for approval.
    """

    draft_id: int
    publication_id: int | None
    approvers: tuple[str, ...]
    goes_out_at: datetime | None
    audience: str
    expected: int
    reachable: int
    unreachable: tuple[Unreached, ...]
    left_out: tuple[str, ...] = ()
    short: tuple[Short, ...] = ()


async def publish(office: Office, file: File, say: Say) -> Published:
    """Draft the file and hand it in, or publish it where the office wants no second person.

    Raises:
        BadInput: the audience or the date cannot be understood.
        Refused: the use case said no.
    """
    if file.urgency is Urgency.IMMEDIATE and not office.settings.office.second_person_approves:
        raise BadInput("--urgency immediate: a named person has to confirm it twice, in the chat")
    whom = Whom(to=file.to, only=file.only, roles=file.roles, without=file.without)
    audience = await audience_of(office, whom)
    due_at = _due(office, file.due)
    corrections = {DraftField.TITLE: file.title, DraftField.NUMBER: file.number}
    say("reading the file and putting the list together")
    filed = await publish_file(
        COMMAND_LINE,
        office,
        content=file.content,
        name=file.name,
        audience=audience,
        due_at=due_at,
        asks_acknowledgement=file.asks_acknowledgement,
        options=Options(
            kind=file.kind,
            scope=file.scope,
            urgency=file.urgency,
            corrections={field: typed for field, typed in corrections.items() if typed},
            although_short=file.although_short,
        ),
    )
    say("counting")
    return _published(office, filed, await recipients(COMMAND_LINE, office, draft_id=filed.draft_id))


def _due(office: Office, typed: str) -> datetime | None:
    if not typed:
        return None
    try:
        return typed_moment(typed, now=office.clock.now(), zone=office.zone, without_hour=DUE_HOUR)
    except Refused as refused:
        if refused.reason is Refusal.IN_THE_PAST:
            raise BadInput(f"--due {typed}: this moment is already over") from None
        raise BadInput(f"--due {typed}: cannot be read; write it as in 17:00 27/11/2026") from None


def _published(office: Office, filed: Filed, count: HeadCount | None) -> Published:
    opening = filed.goes_out_at
    # What is published is among what is counted by now.
    needs = count.needs if count and filed.publication_id is None else ()
    return Published(
        draft_id=filed.draft_id,
        publication_id=filed.publication_id,
        approvers=filed.approvers,
        goes_out_at=opening.astimezone(office.zone) if opening else None,
        audience=count.audience if count else "",
        expected=count.expected if count else 0,
        reachable=count.reachable if count else 0,
        unreachable=tuple(
            Unreached(name=one.name, unit=one.unit, reason=one.reason)
            for one in (count.unreachable if count else ())
        ),
        left_out=tuple(f"{one.name} ({one.unit})" for one in (count.left_out if count else ())),
        short=tuple(
            Short(called=one.called, needed=one.needed, left=max(0, one.left))
            for one in needs
            if one.is_short
        ),
    )


PUBLISH = Request("publish", File, Published, publish)
