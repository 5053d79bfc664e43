"""One message a working day, of all that has changed, for a leader whose messenger edits nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

from bot.delivery import queueing
from bot.delivery.composing import Skip
from bot.delivery.quotas.standing import settings_of
from bot.delivery.unedited import without_edits
from bot.errors import Refused
from bot.logs import get
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Message
from bot.office import Office
from bot.reports.counting import Progress, progress_of
from bot.reports.progress_moments import Going, Moment, comes_later_today, moment_of
from bot.reports.sight import Sight, caller_for, demand_publication, demand_sight
from bot.texts import progress as texts
from storage.database import Connection
from storage.delivery import progress_rows
from storage.delivery.claims import Claimed
from storage.delivery.deliveries import RANK_PROGRESS
from storage.delivery.progress_rows import Resting
from storage.states import Purpose, Reason, Repeat, Urgency

log = get(__name__)
_ALL = 3
_KEY_PARTS = 3
_BY_URGENCY = (Urgency.IMMEDIATE, Urgency.URGENT, Urgency.NORMAL)


@dataclass(frozen=True)
class _Due:
    """A card whose moment has come.

    Args:
        figures: what would be told.
        is_news: they differ from what was told.
    """

    card: Resting
    moment: Moment
    figures: str
    is_news: bool


async def tell_progress(office: Office) -> int:
    """Queue what leaders are to hear now; calling it again changes nothing.

    Returns:
        How many messages were queued.
    """
    members = await office.database.read(partial(_to_look_at, office=office))
    queued = 0
    for member_id in members:
        queued += await office.database.transaction(partial(_tell, office=office, member_id=member_id))
    if queued:
        log.info("progress queued", leaders=queued)
        office.bell.ring()
    return queued


def compose_joint(connection: Connection, office: Office, claimed: Claimed, sight: Sight) -> Message | Skip:
    """The publications that the message is to tell of, as they stand when it goes out."""
    once_key = ":".join(claimed.once_key.split(":")[:_KEY_PARTS])
    rows = []
    for publication_id in progress_rows.told_in(
        connection, member_id=claimed.member_id or 0, once_key=once_key
    ):
        counted = _counted(connection, office, publication_id, sight)
        if counted is not None:
            rows.append((Button(_label(office, counted, sight), Act.PROGRESS, publication_id),))
    if not rows:
        return Skip(Reason.CHANGED)
    return Message((Bold(texts.joint_heading(office.clock.now(), office.zone)), Buttons(tuple(rows))))


def _to_look_at(connection: Connection, office: Office) -> list[int]:
    """The leaders of whom something may be due, found out without counting much."""
    cards = _resting(connection)
    open_ = progress_rows.still_open(connection, {card.publication_id for card in cards})
    now = office.clock.now()
    found: dict[int, None] = {}
    sights: dict[int, Sight | None] = {}
    for card in cards:
        if card.member_id not in sights:
            sights[card.member_id] = _sight(connection, office, card.member_id)
        sight = sights[card.member_id]
        left = 0 if sight is None else _in_sight(open_.get(card.publication_id, {}), sight)
        most = _most(connection, office, card)
        # Whether cards still wait is asked of those alone that come into question.
        if moment_of(office.calendar, _going(card), now=now, most=most, still_open=left, waiting=0):
            found[card.member_id] = None
    return list(found)


def _tell(connection: Connection, office: Office, member_id: int) -> int:
    now = office.clock.now()
    today = now.astimezone(office.zone).date()
    once_key = f"progress:m{member_id}:{today.isoformat()}"
    if progress_rows.is_queued(connection, once_key):
        return 0
    sight = _sight(connection, office, member_id)
    cards = _resting(connection, member_id=member_id)
    if sight is None:
        for card in cards:
            # Their role has ended: nobody is told, and nobody looks again.
            progress_rows.note_moment(connection, card.id, Moment.RESULT)
        return 0
    due = _due(connection, office, cards, sight)
    news = [one for one in due if one.is_news]
    urgency = min((one.card.urgency for one in news), key=_BY_URGENCY.index, default=Urgency.NORMAL)
    if news and not _goes_now(connection, office, cards, now=now, urgency=urgency):
        return 0
    for one in due:
        progress_rows.note_moment(connection, one.card.id, one.moment)
    for one in news:
        progress_rows.note_told(connection, one.card.id, figures=one.figures, told_by=once_key)
    return int(
        bool(news)
        and queueing.to_member(
            connection,
            office,
            member_id=member_id,
            once_key=once_key,
            purpose=Purpose.PROGRESS,
            urgency=urgency,
            repeat=Repeat.NEVER,
            rank=RANK_PROGRESS,
            # Tomorrow's message says what holds tomorrow.
            expires_at=office.calendar.at(today + timedelta(days=1), time.min),
        )
    )


def _due(connection: Connection, office: Office, cards: Collection[Resting], sight: Sight) -> list[_Due]:
    told = progress_rows.gone_out(connection, {card.told_by for card in cards if card.told_by})
    found = []
    for card in cards:
        counted = _counted(connection, office, card.publication_id, sight)
        if counted is None:
            continue
        moment = moment_of(
            office.calendar,
            _going(card),
            now=office.clock.now(),
            most=_most(connection, office, card),
            still_open=counted.totals.outstanding + counted.totals.questions,
            waiting=counted.ways_in(None).waiting,
        )
        figures = _figures(counted, sight)
        is_news = figures != card.figures or card.told_by not in told
        if moment is not Moment.NONE:
            found.append(_Due(card, moment, figures, is_news))
    return found


def _goes_now(
    connection: Connection, office: Office, cards: Collection[Resting], *, now: datetime, urgency: Urgency
) -> bool:
    """Within the sending hours, and with all that this day still brings."""
    if not office.calendar.is_open(now, urgency):
        return False
    return urgency is not Urgency.NORMAL or not any(
        comes_later_today(office.calendar, _going(card), now=now, most=_most(connection, office, card))
        for card in cards
    )


def _resting(connection: Connection, *, member_id: int | None = None) -> list[Resting]:
    unedited = without_edits(connection)
    if not unedited:
        return []
    return progress_rows.resting(connection, unedited, before=Moment.RESULT, member_id=member_id)


def _going(card: Resting) -> Going:
    return Going(card.published_at, card.due_at, card.urgency, card.told)


def _most(connection: Connection, office: Office, card: Resting) -> int:
    settings = settings_of(connection, office, card.connection_id)
    return _ALL if settings is None else settings.progress


def _sight(connection: Connection, office: Office, member_id: int) -> Sight | None:
    try:
        return demand_sight(caller_for(connection, office, member_id))
    except Refused:
        return None


def _counted(connection: Connection, office: Office, publication_id: int, sight: Sight) -> Progress | None:
    try:
        publication = demand_publication(connection, publication_id)
    except Refused:
        return None
    return progress_of(connection, office, publication, units=sight.totals)


def _in_sight(amounts: Mapping[int, int], sight: Sight) -> int:
    return sum(
        amount for unit_id, amount in amounts.items() if sight.totals is None or unit_id in sight.totals
    )


def _figures(counted: Progress, sight: Sight) -> str:
    call = counted.ways_in(sight.names).call
    return f"{counted.totals.acknowledged}/{counted.totals.expected}/{call}"


def _label(office: Office, counted: Progress, sight: Sight) -> str:
    is_over = counted.due_at is not None and counted.due_at <= office.clock.now()
    return texts.joint_line(
        counted.number,
        counted.title,
        acknowledged_=counted.totals.acknowledged,
        expected=counted.totals.expected,
        call=counted.ways_in(sight.names).call,
        is_over=is_over and bool(counted.totals.outstanding),
    )
