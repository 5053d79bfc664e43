"""A correction goes out: a new version of the same publication, in one transaction with all that follows."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.publication.approval.checking import refuse_incomplete
from bot.publication.approval.news import tell_the_drafter
from bot.publication.approval.numbering import refuse_same_number
from bot.publication.draft.attaching import attachments_of
from bot.publication.draft.drafts import change_draft
from bot.publication.draft.points import for_version, points_of
from bot.publication.group_cards import queue_group_cards
from bot.publication.member.naming_takers import name_takers
from bot.publication.member.tasks import tasks_of
from bot.publication.versions.correction_news import tell_of_correction, told_apart
from bot.publication.versions.differences import Difference, differences, in_lines
from bot.texts import times
from bot.texts import versions as texts
from storage import history
from storage.audience.rules import Audience
from storage.database import Connection
from storage.delivery import deliveries, renewals
from storage.organisation import people
from storage.publication import corrections, publications, versions
from storage.publication.broadcasts import Broadcast
from storage.publication.corrections import Correction
from storage.publication.drafts import Draft
from storage.publication.publications import Publication
from storage.states import DraftState, PublicationState, Purpose, Reason, Repeat, Urgency


def corrected(connection: Connection, draft: Draft) -> Publication:
    """The publication of which the draft is a correction.

    Raises:
        Refused: NOT_FOUND; WITHDRAWN, when it no longer stands.
    """
    found = publications.publication(connection, draft.corrects_id or 0)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    if found.state is PublicationState.WITHDRAWN:
        raise Refused(Refusal.WITHDRAWN)
    return found


def changes_of(connection: Connection, office: Office, draft: Draft, before: Publication) -> list[Difference]:
    """What the correction says differently, the due date and the files too."""
    found = differences(before, draft)
    old, new = (
        times.hour_day(due_at, office.zone) if due_at and before.asks_acknowledgement else ""
        for due_at in (before.due_at, draft.due_at)
    )
    if old != new:
        found.insert(0, Difference(texts.DUE, old, new))
    first = versions.draft_of_newest(connection, before.id)
    had = [one.name for one in attachments_of(connection, first)] if first else []
    has = [one.name for one in attachments_of(connection, draft.id)]
    meant = in_lines(texts.MEANT, _meant(connection, before.tasks), _meant(connection, draft.tasks))
    return [*found, *meant, *in_lines(texts.ATTACHMENTS, had, has)]


def _meant(connection: Connection, stored: Iterable[Mapping[str, Any]]) -> list[str]:
    """Who on the roster is meant by which task: they hear of it, though no word of it may have changed."""
    found = []
    for place, task in enumerate(tasks_of(stored), start=1):
        members = (people.member(connection, member_id) for member_id in task.member_ids)
        found += [texts.meant(place, one.full_name) for one in members if one is not None]
    return found


def refuse_unfit_correction(connection: Connection, office: Office, draft: Draft) -> None:
    """Refuse a correction that nobody should be asked to approve.

    Raises:
        Refused: WITHDRAWN, NOT_CLEARED, INCOMPLETE (also the note, where it is read), KEPT_INSIDE, NO_CHANGE,
            NUMBER_IS_MINOR, DUE_IS_MATERIAL, IN_THE_PAST (a due date that is asked anew).
    """
    before = corrected(connection, draft)
    refuse_incomplete(draft)
    if not draft.change_note and (draft.is_material or told_apart(connection, before.id)):
        # Where nothing can be edited the note is all that is read.
        raise Refused(Refusal.INCOMPLETE, field=texts.CHANGE_NOTE.lower())
    if not changes_of(connection, office, draft, before):
        raise Refused(Refusal.NO_CHANGE)
    if draft.is_material and draft.number_key != before.number_key:
        raise Refused(Refusal.NUMBER_IS_MINOR)
    if not draft.asks_acknowledgement:
        return
    if not draft.is_material and draft.due_at != before.due_at:
        raise Refused(Refusal.DUE_IS_MATERIAL)
    if draft.is_material and draft.due_at is not None and draft.due_at <= office.clock.now():
        raise Refused(Refusal.IN_THE_PAST)


def publish_correction(
    connection: Connection, office: Office, caller: Caller, draft: Draft, *, approved_by: int | None
) -> int:
    """Make the draft the publication's newest version, in the caller's transaction.

    Minor: the cards that stand are edited, or a short message says what changed; nobody is asked again.
    Material: who had answered is asked again, who had not gets the new card instead of the old one.

    Returns:
        The publication's number.

    Raises:
        Refused: as `refuse_unfit_correction`; SAME_NUMBER; GONE_ON, when another correction was first.
    """
    refuse_unfit_correction(connection, office, draft)
    refuse_same_number(connection, draft, is_another=True)
    before, now = corrected(connection, draft), office.clock.now()
    decided = {
        "state": DraftState.PUBLISHED,
        "approved_by": approved_by,
        "approved_at": draft.approved_at or now,
    }
    out = change_draft(connection, office, caller, draft, "published", decided)
    correction = _correction(office, draft, before, approved_by, now)
    if not corrections.raise_version(connection, correction):
        raise Refused(Refusal.GONE_ON)
    publications.add_version(
        connection,
        draft,
        publication_id=before.id,
        version=correction.version,
        main_points=for_version(points_of(draft.main_points)),
        now=now,
    )
    _note(connection, office, caller, before, correction, is_material=draft.is_material)
    corrections.hold(connection, before.id)
    renewals.hold_cards(connection, before.id)
    if draft.is_material:
        _ask_anew(connection, office, caller, before, correction)
    else:
        corrections.carry_on(connection, correction)
        tell_of_correction(connection, correction)
    renewals.all_cards(connection, publication_id=before.id, now=correction.machine)
    renewals.progress(connection, publication_ids=[before.id], now=correction.machine)
    name_takers(
        connection,
        office,
        caller,
        publication_id=before.id,
        tasks=draft.tasks,
        before=before.tasks,
        is_material=draft.is_material,
    )
    tell_the_drafter(connection, office, caller, out)
    return before.id


def _correction(
    office: Office, draft: Draft, before: Publication, approved_by: int | None, now: datetime
) -> Correction:
    is_normal = draft.urgency is Urgency.NORMAL
    repeat = Repeat.ONCE if is_normal else Repeat.THREE_TIMES
    return Correction(
        publication_id=before.id,
        version=before.version + 1,
        due_at=draft.due_at if draft.is_material and before.asks_acknowledgement else before.due_at,
        topic_id=draft.topic_id,
        issued_by=frozenset(one for one in (approved_by, before.signatory_id) if one is not None),
        urgency=draft.urgency,
        repeat=repeat if before.asks_acknowledgement else Repeat.NEVER,
        # One moment for all of it: what changed since somebody was asked is told by their times.
        now=now,
        machine=office.clock.machine(),
    )


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    before: Publication,
    correction: Correction,
    *,
    is_material: bool,
) -> None:
    line = entry(
        caller,
        office,
        thing="publication",
        thing_id=before.id,
        from_state=before.state,
        to_state=before.state,
        publication_id=before.id,
        version=correction.version,
        detail="material" if is_material else "minor",
    )
    history.append(connection, line)


def _ask_anew(
    connection: Connection, office: Office, caller: Caller, before: Publication, correction: Correction
) -> None:
    if before.asks_acknowledgement:
        line = entry(caller, office, thing="obligation", thing_id=0, from_state="", to_state="")
        corrections.ask_again(connection, correction, line)
        # Whoever has not had the old card gets the new one only.
        _call_off(connection, before, correction, purposes=(Purpose.CARD, Purpose.GROUP_CARD))
    else:
        _call_off(connection, before, correction, purposes=(Purpose.GROUP_CARD,))
        corrections.stand_for(connection, before.id, version=correction.version, unsent=True)
    corrections.queue_cards(connection, correction, asks=before.asks_acknowledgement)
    broadcast = Broadcast(
        publication_id=before.id,
        version=correction.version,
        audience=Audience.of(before.audience),
        issued_by=correction.issued_by,
        urgency=correction.urgency,
        repeat=correction.repeat,
        now=correction.now,
        machine=correction.machine,
    )
    queue_group_cards(connection, office, broadcast)


def _call_off(
    connection: Connection, before: Publication, correction: Correction, *, purposes: tuple[Purpose, ...]
) -> None:
    deliveries.call_off(
        connection,
        reason=Reason.CHANGED,
        now=correction.now,
        publication_id=before.id,
        purposes=purposes,
    )
