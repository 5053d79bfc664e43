"""What goes out without a person, because the admin said so for its source; everything else stays a draft."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from bot import reading
from bot.access import Caller, Door
from bot.errors import Refused
from bot.logs import get
from bot.office import Office
from bot.publication.approval.numbering import BEGUN, refuse_same_number
from bot.publication.approval.submitting import refuse_unfit
from bot.publication.draft.drafts import change_draft
from bot.publication.publishing import publish
from storage.database import Connection
from storage.intake import items, sources
from storage.intake.items import Item
from storage.intake.sources import Source
from storage.publication import drafts, publications
from storage.publication.drafts import Draft
from storage.states import DraftState, ItemNews, Scope, SourceFault, SourceKind, SourceState, Urgency

log = get(__name__)

OLD_AFTER = timedelta(days=30)
"""What was issued longer ago is no news: a site that was made anew shows its old documents again."""
MOST_IN_A_DAY = 3
"""Of one source: a site that suddenly shows many would reach everybody with all of them."""
_OF_OFFICES = 2
_CLOCK = Caller(member_id=None, door=Door.CLOCK)


class WhyNot(StrEnum):
    """Why a draft waits for a person although its source publishes by itself."""

    UNSURE = "unsure"
    """The machine was not sure of something, or could not read all of it."""
    MARKED = "marked"
    """It carries a mark that keeps it in a circle."""
    AUDIENCE = "audience"
    """The source has no audience any more, or is not public."""
    EXPRESS = "express"
    """Hỏa tốc goes out by a named role with a second confirmation only."""
    OLD = "old"
    """It was issued long ago, or nobody can tell when."""
    PARTLY = "partly"
    """One of its files could not be taken."""
    ELSEWHERE = "elsewhere"
    """It stands at another site than its source, or a redirect or a file leads there."""
    EARLIER = "earlier"
    """Its source had shown it before it was given the right."""
    MANY = "many"
    """Enough of its source went out by themselves on that day."""
    UNFIT = "unfit"
    """It lacks something, its number was used before, or it would reach nobody."""


def why_not(office: Office, source: Source, item: Item, draft: Draft) -> WhyNot | None:
    """Why this draft needs a person; None: nothing that can be seen without looking around."""
    if source.audience is None or source.scope is not Scope.PUBLIC:
        return WhyNot.AUDIENCE
    if source.publishes_since is None or item.seen_at <= source.publishes_since:
        return WhyNot.EARLIER
    if draft.circulation or reading.find_circulation_mark(draft.body) is not None:
        return WhyNot.MARKED
    is_elsewhere = source.kind is not SourceKind.FOLDER and not is_same_site(source.place, item.link)
    if is_elsewhere or item.fault is SourceFault.REDIRECTED_AWAY:
        return WhyNot.ELSEWHERE
    if item.fault is not None:
        return WhyNot.PARTLY
    return _why_not_as_read(office, draft)


def _why_not_as_read(office: Office, draft: Draft) -> WhyNot | None:
    if draft.unsure or draft.needs_clearing or not (draft.title and draft.body.strip()):
        return WhyNot.UNSURE
    if draft.urgency is Urgency.IMMEDIATE:
        return WhyNot.EXPRESS
    today = office.clock.now().astimezone(office.zone).date()
    if draft.issued_on is None or not timedelta() <= today - draft.issued_on <= OLD_AFTER:
        return WhyNot.OLD
    return None


def went_enough(connection: Connection, office: Office, source: Source, *, at: datetime) -> bool:
    """Whether as many of the source as may have gone out by themselves on the day of that moment."""
    day = at.astimezone(office.zone).date()
    begins, ends = (office.calendar.at(one, time()) for one in (day, day + timedelta(days=1)))
    return items.gone_by_themselves(connection, source.id, begins=begins, ends=ends) >= MOST_IN_A_DAY


def is_same_site(place: str, link: str) -> bool:
    """Whether a link stays at the site of its list, or goes to one below or above it by name."""
    home, host = (f".{(urlsplit(url).hostname or '').removeprefix('www.')}" for url in (place, link))
    # A whole domain of a country or of its offices ("gov.vn") is nobody's site.
    return home == host or host.endswith(home) or (home.endswith(host) and host.count(".") > _OF_OFFICES)


def leads_away(source: Source, addresses: Sequence[str]) -> str:
    """The first address from which a document came that is not at its source's site; "" where all are.

    A redirect counts as where it leads: an official site that sends anybody anywhere would lend its name to
    anything. It matters only where nobody looks before members read.
    """
    if not source.publishes_itself or source.kind is SourceKind.FOLDER:
        return ""
    return next((one for one in addresses if not is_same_site(source.place, one)), "")


async def publish_what_may(office: Office, item_id: int) -> None:
    """Publish the draft of this item, if its source may and nothing speaks against it.

    Run again after a kill it finds the draft published, or tries once more.
    """

    def body(connection: Connection) -> None:
        item = items.find(connection, item_id)
        source = sources.look(connection, item.source_id) if item is not None else None
        # Only what has just come: what was drafted before the admin said so waits for a person.
        if item is None or source is None or item.draft_id is None or item.news is not ItemNews.TAKEN:
            return
        draft = drafts.draft(connection, item.draft_id)
        is_running = source.publishes_itself and source.state is SourceState.ACTIVE
        # As it was read: once a person has touched it, it is theirs.
        if not is_running or draft is None or draft.state is not DraftState.OPEN or draft.revision != 1:
            return
        if draft.item_id != item.id or why_not(office, source, item, draft) is not None:
            return
        # Two rounds that overlap would both find that one more may go.
        publications.one_at_a_time(connection)
        if not went_enough(connection, office, source, at=office.clock.now()):
            _publish(connection, office, draft)

    try:
        await office.database.transaction(body)
    except Refused as refused:
        log.info("a source's draft waits for a person", item=item_id, because=refused.reason.value)
    else:
        office.bell.ring()


def _publish(connection: Connection, office: Office, draft: Draft) -> None:
    refuse_unfit(connection, office, draft)
    refuse_same_number(connection, draft, states=BEGUN)
    submitted = change_draft(
        connection,
        office,
        _CLOCK,
        draft,
        "submitted_by_source",
        {"state": DraftState.SUBMITTED, "submitted_at": office.clock.now()},
    )
    publish(connection, office, _CLOCK, submitted, approved_by=None)
