"""Publishing: one transaction for the publication, its obligations and its deliveries, or nothing at all."""

from bot.access import Caller, Door
from bot.audience import Audience, AudienceKind
from bot.delivery.digest_days import digest_days
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.logs import get
from bot.office import Office
from bot.publication.approval.checking import refuse_closed_audience, refuse_incomplete
from bot.publication.approval.news import tell_the_drafter
from bot.publication.approval.numbering import refuse_same_number
from bot.publication.draft.drafts import audience_of, change_draft
from bot.publication.draft.points import for_version, points_of
from bot.publication.group_cards import queue_group_cards
from bot.publication.member.naming_takers import name_takers
from bot.publication.member.searching import remember
from bot.publication.versions.amending import publish_correction
from bot.publication.versions.replacing import replace
from bot.texts import approving as texts
from bot.texts import versions as version_texts
from bot.texts.exempting import EXEMPT_BECAUSE
from storage import history
from storage.database import Connection
from storage.delivery.digests import DigestDays
from storage.publication import broadcasts, drafts, publications
from storage.publication.broadcasts import Broadcast, Words
from storage.publication.drafts import Draft
from storage.states import DraftState, PublicationState, Repeat, Urgency

log = get(__name__)


async def publish_due(office: Office) -> int:
    """Publish the approved drafts whose set time has come; the clock knocks here.

    A draft that cannot be published any more (its number was taken in the meantime) goes back to its
    drafter with the reason.

    Returns:
        How many were published.
    """
    now = office.clock.now()

    def waiting(connection: Connection) -> list[int]:
        return drafts.due(connection, now=now)

    published = 0
    for draft_id in await office.database.read(waiting):
        try:
            published += await _publish_one(office, draft_id)
        except Exception:
            # One draft that cannot go out must not hold back those behind it.
            log.exception("publishing failed", draft=draft_id)
    return published


async def _publish_one(office: Office, draft_id: int) -> int:
    clock = Caller(member_id=None, door=Door.CLOCK)

    def body(connection: Connection) -> int:
        draft = drafts.draft(connection, draft_id)
        now = office.clock.now()
        # Another process, or a person who took it back, may have been first.
        if draft is None or draft.state is not DraftState.SCHEDULED:
            return 0
        if draft.publish_at is None or draft.publish_at > now:
            return 0
        publish(connection, office, clock, draft, approved_by=draft.approved_by)
        return 1

    try:
        return await office.perform(clock, "publish", body, outcome=int)
    except Refused as refused:
        await _return(office, clock, draft_id, refused)
        return 0


async def _return(office: Office, clock: Caller, draft_id: int, refused: Refused) -> None:
    note = _note_for(refused)

    def body(connection: Connection) -> None:
        draft = drafts.draft(connection, draft_id)
        if draft is None or draft.state is not DraftState.SCHEDULED:
            return
        returned = change_draft(
            connection,
            office,
            clock,
            draft,
            refused.reason.value,
            {"state": DraftState.OPEN, "return_note": note, "publish_at": None},
        )
        tell_the_drafter(connection, office, clock, returned)

    await office.perform(clock, "return", body, outcome=type(None))


def _note_for(refused: Refused) -> str:
    match refused.reason:
        case Refusal.SAME_NUMBER:
            return texts.SAME_NUMBER_LATER
        case Refusal.AUDIENCE_CLOSED:
            return texts.audience_closed_later(refused.details["name"])
        case Refusal.WITHDRAWN:
            return version_texts.NO_LONGER
        case Refusal.NO_CHANGE:
            return version_texts.NOT_DIFFERENT
    return texts.NOT_TO_BE_PUBLISHED


def publish(
    connection: Connection, office: Office, caller: Caller, draft: Draft, *, approved_by: int | None
) -> int:
    """Make the draft a publication with everything that follows, in the caller's transaction.

    The member in `approved_by` issues it and is outside the denominator. A correction becomes the newest
    version of what it corrects; what a draft replaces is withdrawn.

    Returns:
        The publication's number.

    Raises:
        Refused: GONE_ON, INCOMPLETE, AUDIENCE_CLOSED, SAME_NUMBER; then nothing of it may be committed.
    """
    # Whoever joins or leaves just now is asked before this or after it, and a number is free or taken.
    publications.one_at_a_time(connection)
    if draft.corrects_id is not None:
        corrected_id = publish_correction(connection, office, caller, draft, approved_by=approved_by)
        remember(connection, corrected_id)
        return corrected_id
    refuse_incomplete(draft)
    refuse_closed_audience(connection, draft)
    # That a number of another day is another document's was said when it was handed in.
    refuse_same_number(connection, draft, is_another=True)
    now = office.clock.now()
    out = change_draft(
        connection,
        office,
        caller,
        draft,
        "published",
        {
            "state": DraftState.PUBLISHED,
            "approved_by": approved_by,
            "approved_at": draft.approved_at or now,
        },
    )
    points = for_version(points_of(draft.main_points))
    publication_id = publications.add(
        connection, draft, main_points=points, approved_by=approved_by, published_at=now
    )
    remember(connection, publication_id)
    _note(connection, office, caller, publication_id)
    _broadcast(connection, office, caller, draft, publication_id, approved_by)
    name_takers(connection, office, caller, publication_id=publication_id, tasks=draft.tasks)
    if draft.replaces_id is not None:
        replace(connection, office, caller, publication_id=draft.replaces_id, by=publication_id)
    tell_the_drafter(connection, office, caller, out)
    return publication_id


def _note(connection: Connection, office: Office, caller: Caller, publication_id: int) -> None:
    published = entry(
        caller,
        office,
        thing="publication",
        thing_id=publication_id,
        from_state="",
        to_state=PublicationState.IN_FORCE,
        publication_id=publication_id,
        version=1,
    )
    history.append(connection, published)


def _broadcast(
    connection: Connection,
    office: Office,
    caller: Caller,
    draft: Draft,
    publication_id: int,
    approved_by: int | None,
) -> None:
    audience = audience_of(draft)
    if audience is None:
        raise Refused(Refusal.GONE_ON)
    broadcast = Broadcast(
        publication_id=publication_id,
        version=1,
        audience=audience,
        issued_by=frozenset(one for one in (approved_by, draft.signatory_id) if one is not None),
        urgency=draft.urgency,
        repeat=_repeat(draft),
        now=office.clock.now(),
        machine=office.clock.machine(),
    )
    if draft.asks_acknowledgement:
        broadcasts.ask(connection, broadcast, words=Words(texts.ISSUER_EXEMPT, EXEMPT_BECAUSE))
        line = entry(caller, office, thing="obligation", thing_id=0, from_state="", to_state="")
        broadcasts.write_history(connection, broadcast, line)
    broadcasts.queue_cards(connection, broadcast, digest=_digest(office, draft, audience))
    if draft.asks_acknowledgement:
        also = {member for member in (draft.created_by, approved_by) if member is not None}
        broadcasts.queue_progress(connection, broadcast, also=also)
    queue_group_cards(connection, office, broadcast)


def _digest(office: Office, draft: Draft, audience: Audience) -> DigestDays | None:
    """What asks nothing of anybody and comes by topic may wait for a member's digest."""
    may_wait = not draft.asks_acknowledgement and draft.urgency is Urgency.NORMAL
    return digest_days(office) if may_wait and audience.kind is AudienceKind.TOPIC else None


def _repeat(draft: Draft) -> Repeat:
    if not draft.asks_acknowledgement:
        return Repeat.NEVER
    return Repeat.ONCE if draft.urgency is Urgency.NORMAL else Repeat.THREE_TIMES
