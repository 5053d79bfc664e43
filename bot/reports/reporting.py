"""The report on one publication: totals, units, and names for those who may know them."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller
from bot.office import Office
from bot.reports.counting import Progress, progress_of
from bot.reports.move_lines import lines_of
from bot.reports.nesting import Counts, UnitCounts
from bot.reports.sight import Seen, demand_publication, demand_sight, log_names
from bot.texts import reports as texts
from storage.acknowledgement import obligations
from storage.acknowledgement.reports import NotCounted
from storage.database import Connection
from storage.privacy import consents
from storage.publication.publications import Publication
from storage.states import ConsentPurpose, ObligationState, PublicationState


@dataclass(frozen=True)
class ReportLine:
    """One member of the expected list who did not simply acknowledge.

    Args:
        full_name: or words in its place, where the member did not agree to be named in reports.
        because: why exempt or no longer asked, in words.
        read_aloud_at: when it was read aloud, with `place` and `witness`.
    """

    full_name: str
    unit_name: str
    state: ObligationState
    because: str
    read_aloud_at: datetime | None
    place: str
    witness: str


@dataclass(frozen=True)
class Report:
    """What a publication has come to.

    Args:
        totals: inside the denominator, in the units that the caller may see.
        units: the same by unit as they were on the publication's day, in protocol order.
        moves: why something is counted in another unit than the one in which it was asked.
        not_counted: outside the denominator, by reason.
        lines: by given name, of the units whose names the caller may see.
        has_names: whether there are any such units.
        made_at: of what moment the numbers are (office time).
    """

    publication_id: int
    number: str
    title: str
    issuer: str
    state: PublicationState
    published_at: datetime
    due_at: datetime | None
    made_at: datetime
    totals: Counts
    units: tuple[UnitCounts, ...]
    moves: tuple[str, ...]
    not_counted: tuple[NotCounted, ...]
    lines: tuple[ReportLine, ...]
    has_names: bool


async def report(caller: Caller, office: Office, *, publication_id: int) -> Report:
    """The report, as far as the caller may see; a committee leader's look at names is written down.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, also for what asks for no acknowledgement.
    """
    sight = demand_sight(caller)
    has_names = sight.names is None or bool(sight.names)
    if has_names:
        await log_names(caller, office, publication_id=publication_id, units=sight.names, shown_in="report")

    def body(connection: Connection) -> Report:
        publication = demand_publication(connection, publication_id)
        counted = progress_of(connection, office, publication, units=sight.totals)
        return Report(
            publication_id=publication.id,
            number=publication.number,
            title=publication.title,
            issuer=publication.issuer,
            state=publication.state,
            published_at=publication.published_at,
            due_at=publication.due_at,
            made_at=office.clock.now(),
            totals=counted.totals,
            units=counted.units,
            moves=_moves(counted),
            not_counted=counted.not_counted,
            lines=_lines(connection, publication, counted, sight.names) if has_names else (),
            has_names=has_names,
        )

    return await office.database.read(body)


def _moves(counted: Progress) -> tuple[str, ...]:
    names = {unit_id: name for unit_id, (name, _) in counted.names.items()}
    return tuple(lines_of(counted.moves, names, counted.seen))


def _lines(
    connection: Connection, publication: Publication, counted: Progress, units: Seen
) -> tuple[ReportLine, ...]:
    unnamed = consents.members_without(connection, ConsentPurpose.STATISTICS)
    return tuple(
        ReportLine(
            full_name=texts.NOT_NAMED if one.member_id in unnamed else one.full_name,
            unit_name=counted.names[one.unit_id][0],
            state=one.state,
            because=one.because,
            read_aloud_at=one.read_aloud_at,
            place=one.place,
            witness=one.witness,
        )
        for one in obligations.expected_list(connection, publication.id, unit_ids=units)
        if one.state is not ObligationState.ACKNOWLEDGED
    )
