"""The way in without a chat: a file from the command line is drafted and handed in, or published."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.access import Caller, demand
from bot.audience import Audience
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval.submitting import refuse_unfit, submit_draft
from bot.publication.approval.urgency import demand_urgency
from bot.publication.audience.choosing import demand_audience_exists
from bot.publication.audience.forecasting import needs
from bot.publication.draft.attaching import attach
from bot.publication.draft.correcting import DraftField, correct_draft
from bot.publication.draft.drafting import Proposal, begin, propose
from bot.publication.draft.drafts import change_draft, demand_draft
from bot.publication.draft.due_dates import due_by_default
from bot.publication.draft.file_gate import gated_file
from bot.publication.publishing import publish
from storage.database import Connection
from storage.publication.drafts import Draft
from storage.states import Kind, Role, Scope, Urgency


@dataclass(frozen=True)
class Filed:
    """What became of the file.

    Args:
        publication_id: None while it waits for the approver.
        approvers: who can approve it, as they are called.
        goes_out_at: when the sending hours let the cards go, if that is not now.
    """

    draft_id: int
    publication_id: int | None = None
    approvers: tuple[str, ...] = ()
    goes_out_at: datetime | None = None


@dataclass(frozen=True)
class Options:
    """What a file may be told beside its audience and due date.

    Args:
        kind: None: as read.
        scope: how far it may travel.
        urgency: None: as read.
        corrections: fields as a person would type them, for what the reader is unsure of.
        although_short: publish although a connection's month has not room for all of it.
    """

    kind: Kind | None = None
    scope: Scope = Scope.INTERNAL
    urgency: Urgency | None = None
    corrections: Mapping[DraftField, str] = field(default_factory=dict)
    although_short: bool = False


AS_READ = Options()


async def publish_file(
    caller: Caller,
    office: Office,
    *,
    content: bytes,
    name: str,
    audience: Audience,
    due_at: datetime | None = None,
    asks_acknowledgement: bool | None = None,
    options: Options = AS_READ,
) -> Filed:
    """Draft the file and hand it in for approval; publish it where the office wants no second person.

    All of it in one transaction: what is refused leaves nothing behind.

    Where acknowledgement is asked for, it is due without `due_at` as its text says, else at 17:00 in five
    working days. Without `asks_acknowledgement` that is as usual for its kind, and whenever a due date is
    given.

    Raises:
        Refused: NOT_ALLOWED; URGENCY_OF_OTHERS; EMPTY, UNREADABLE, SECRET; NOT_FOUND (audience); SHORT_MONTH
            where nobody is asked any more before it goes out; and all of `submit`.
    """
    demand(caller, {Role.CLERK})
    if options.urgency is not None:
        demand_urgency(caller, office, options.urgency)
    gated = await gated_file(content, name=name)
    read = _told(await asyncio.to_thread(propose, office, gated.text), options)
    proposal = _asking(office, read, due_at, asks_acknowledgement)

    def body(connection: Connection) -> Filed:
        demand_audience_exists(connection, audience)
        begun = begin(connection, office, caller, proposal, needs_clearing=gated.has_unread_pictures)
        attach(connection, office, begun.draft_id, content=content, name=name)
        draft = demand_draft(connection, begun.draft_id)
        for each, typed in options.corrections.items():
            draft = correct_draft(connection, office, caller, draft, field=each, typed=typed)
        draft = change_draft(connection, office, caller, draft, "audience", {"audience": audience.stored()})
        if office.settings.office.second_person_approves:
            submitted = submit_draft(connection, office, caller, draft)
            return Filed(draft.id, approvers=submitted.approvers)
        demand_urgency(caller, office, draft.urgency)
        if draft.urgency is Urgency.IMMEDIATE:
            # Hỏa tốc needs a second confirmation, which a command line cannot give.
            raise Refused(Refusal.NOT_ALLOWED)
        refuse_unfit(connection, office, draft)
        if not options.although_short:
            _refuse_short(connection, office, draft)
        publication_id = publish(connection, office, caller, draft, approved_by=caller.member_id)
        now = office.clock.now()
        opening = office.calendar.next_opening(now, draft.urgency)
        return Filed(draft.id, publication_id, goes_out_at=opening if opening > now else None)

    return await office.perform(caller, "publish file", body, outcome=Filed)


def _refuse_short(connection: Connection, office: Office, draft: Draft) -> None:
    short = next((one for one in needs(connection, office, draft) if one.is_short), None)
    if short is not None:
        raise Refused(
            Refusal.SHORT_MONTH,
            name=short.called,
            needed=str(short.needed),
            left=str(max(0, short.left)),
        )


def _told(proposal: Proposal, options: Options) -> Proposal:
    read = proposal.content
    kind, urgency = options.kind or read.kind, options.urgency or read.urgency
    unsure = tuple(name for name in proposal.unsure if name != "kind" or options.kind is None)
    told = replace(read, kind=kind, scope=options.scope, urgency=urgency)
    return replace(proposal, content=told, unsure=unsure)


def _asking(
    office: Office,
    proposal: Proposal,
    due_at: datetime | None,
    asks_acknowledgement: bool | None,
) -> Proposal:
    asks = asks_acknowledgement
    if asks is None:
        asks = due_at is not None or proposal.content.kind is Kind.DIRECTIVE
    if due_at is None and asks:
        due_at = proposal.due_at or due_by_default(office, proposal.content.body)
    return replace(proposal, asks_acknowledgement=asks, due_at=due_at if asks else None)
