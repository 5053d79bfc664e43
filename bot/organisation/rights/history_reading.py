"""Reading history, page by page, as far as one may; who reads that of others is written down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.rights.history_filters import Filter, Typed, filter_of, typed_filter, wanted_of
from bot.organisation.rights.history_sight import (
    Theme,
    own_part,
    sees_all_names,
    sees_others,
    sight_of,
    themes_in,
)
from bot.organisation.rights.history_wording import Told, told
from storage import history
from storage.database import Connection
from storage.history import Line, Person, Sight, Wanted

__all__ = [
    "Filter",
    "Page",
    "Person",
    "Told",
    "look",
    "look_again",
    "look_narrowed",
    "look_own",
    "look_typed",
]

THING = "history"
_ON_A_PAGE = 6


@dataclass(frozen=True)
class Page:
    """A page of history.

    Args:
        look: the row that tells of this reading and keeps its filter; 0: one's own, without a filter.
        person: the name in the filter.
        unit: the unit in the filter.
        told: the newest first.
        next_before: goes on before this row; 0: that was all.
        newer_before: the page of what is newer lies before this row; 0: nothing is newer.
        is_newest: nothing newer is left out.
        themes: what one may choose among.
        sees_others: whether it is more than one's own.
        people: who may be meant by the typed name, when that is not clear.
    """

    look: int
    filter: Filter
    person: str
    unit: str
    told: tuple[Told, ...]
    next_before: int
    newer_before: int
    is_newest: bool
    themes: tuple[Theme, ...]
    sees_others: bool
    people: tuple[Person, ...] = ()


async def look_own(caller: Caller, office: Office) -> Page:
    """The newest page of one's own history, for whoever may read that of others too.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    return await look_again(caller, office, look=0, before_id=0)


async def look(caller: Caller, office: Office, *, wanted: Filter) -> Page:
    """The newest page of what is asked for.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    sight = sight_of(caller)
    number = await _note(caller, office, sight, wanted, "read")
    return await _page(office, sight, Typed(wanted), look=number)


async def look_typed(caller: Caller, office: Office, *, words: str) -> Page:
    """The same for typed words: a name, a unit, a theme, a door, days.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND when nobody bears the name, NOT_A_DATE, ENDS_FIRST.
    """
    sight = sight_of(caller)

    def body(connection: Connection) -> Typed:
        # Whoever may not see names learns none by asking for them.
        return typed_filter(
            connection, office, words, unit_ids=None if sees_all_names(caller) else sight.unit_ids
        )

    typed = await office.database.read(body)
    number = await _note(caller, office, sight, typed.filter, "read")
    return await _page(office, sight, typed, look=number)


async def look_again(caller: Caller, office: Office, *, look: int, before_id: int) -> Page:
    """A further page of what was looked at; it lies behind what is written down of that look.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND for a look of somebody else.
    """
    sight = sight_at(caller, look=look)
    wanted = await filter_at(caller, office, look=look)
    return await _page(office, sight, Typed(wanted), look=look, before_id=before_id or None)


async def look_narrowed(
    caller: Caller, office: Office, *, look: int, change: Callable[[Filter], Filter]
) -> Page:
    """The newest page with another filter than at that look; refusals as for `look_again`."""
    sight = sight_of(caller)
    changed = change(await filter_at(caller, office, look=look))
    number = await _note(caller, office, sight, changed, "read")
    return await _page(office, sight, Typed(changed), look=number)


def sight_at(caller: Caller, *, look: int) -> Sight:
    """What the caller may read now; without a look that is written down, only their own.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    sight = sight_of(caller)
    return sight if look or sight.own_id is None else own_part(sight)


async def filter_at(caller: Caller, office: Office, *, look: int) -> Filter:
    """The filter of an earlier look of this caller.

    Raises:
        Refused: NOT_FOUND.
    """
    if not look:
        return Filter()
    line = await office.database.read(lambda connection: history.line(connection, look))
    if line is None or line.thing != THING or line.actor_id != caller.member_id:
        raise Refused(Refusal.NOT_FOUND)
    return filter_of(line)


async def _note(caller: Caller, office: Office, sight: Sight, wanted: Filter, verb: str) -> int:
    if not sees_others(sight) and wanted == Filter():
        return 0

    def body(connection: Connection) -> int:
        return note(connection, office, caller, wanted, verb)

    return await office.perform(caller, f"history {verb}", body, outcome=int)


def note(connection: Connection, office: Office, caller: Caller, wanted: Filter, verb: str) -> int:
    """Write down that the caller reads or exports this; the number of that row."""
    line = entry(
        caller,
        office,
        thing=THING,
        thing_id=0,
        from_state="",
        to_state=verb,
        member_id=wanted.person_id,
        unit_id=wanted.unit_id,
        detail=wanted.detail,
    )
    history.append(connection, line)
    return history.newest_of(connection, actor_id=caller.member_id, thing=THING)


async def _page(
    office: Office, sight: Sight, typed: Typed, *, look: int, before_id: int | None = None
) -> Page:
    wanted = typed.filter

    def body(connection: Connection) -> Page:
        asked = wanted_of(connection, office, wanted)
        # The row of this very look would stand at the top of every list.
        newest = before_id or look or None
        lines = history.page(connection, sight, asked, before_id=newest, limit=_ON_A_PAGE + 1)
        shown = lines[:_ON_A_PAGE]
        person = history.people(connection, {wanted.person_id}) if wanted.person_id is not None else {}
        unit = history.unit_names(connection, {wanted.unit_id}) if wanted.unit_id is not None else {}
        return Page(
            look=look,
            filter=wanted,
            person="".join(one.full_name for one in person.values() if not one.is_erased),
            unit="".join(unit.values()),
            told=told(connection, shown),
            next_before=shown[-1].id if len(lines) > _ON_A_PAGE else 0,
            newer_before=_newer_before(connection, sight, asked, shown, before_id=before_id, look=look),
            is_newest=before_id is None,
            themes=themes_in(sight),
            sees_others=sees_others(sight),
            people=typed.people,
        )

    return await office.database.read(body)


def _newer_before(
    connection: Connection,
    sight: Sight,
    asked: Wanted,
    shown: Sequence[Line],
    *,
    before_id: int | None,
    look: int,
) -> int:
    if before_id is None:
        return 0
    after_id = shown[0].id if shown else before_id - 1
    found = history.newer(
        connection, sight, asked, after_id=after_id, before_id=look or None, limit=_ON_A_PAGE
    )
    return found[-1] + 1 if found else 0
