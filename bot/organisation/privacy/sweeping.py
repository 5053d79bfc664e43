"""Every night what has served its term goes, kind by kind and in slices (settings [retention])."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.access import Caller, Door, demand
from bot.history import entry
from bot.logs import get
from bot.messages.sealing import VALID_FOR
from bot.office import Office
from bot.organisation.privacy.erasing import erase_left
from bot.settings.sections import RetentionSection
from storage import history
from storage.database import Connection
from storage.organisation import people
from storage.privacy import erasing, retention
from storage.privacy.retention import Stored
from storage.states import Role

log = get(__name__)

HOUR = 2
"""Of the night, office time."""
# The writer is free for people's taps between slices.
_AT_ONCE = 500
_MEMBERS_AT_ONCE = 20
_CLOCK = Caller(member_id=None, door=Door.CLOCK)
# Their times are the machine's; the office's clock may be ahead of it, in the sandbox.
_BY_MACHINE = frozenset({Stored.INBOX, Stored.ATTEMPTS, Stored.MESSAGE_WORDS})


@dataclass(frozen=True)
class Swept:
    """How many rows of each kind went, or would; kinds with none are left out."""

    amounts: Mapping[Stored, int]


async def sweep_due(office: Office) -> int:
    """Sweep once a night; nights that were missed are made up for by one sweep.

    Returns:
        How many rows went.
    """
    night = _night(office)
    if not await office.database.read(lambda connection: retention.night_is_due(connection, night)):
        return 0
    if not await office.database.transaction(lambda connection: retention.begin_night(connection, night)):
        return 0
    return sum((await _sweep(_CLOCK, office)).amounts.values())


async def sweep(caller: Caller, office: Office) -> Swept:
    """Sweep now.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.ADMIN})
    return await _sweep(caller, office)


async def sweepable(caller: Caller, office: Office) -> Swept:
    """What a sweep would take now; nothing is changed.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> Swept:
        amounts = {
            what: retention.amount(connection, what, before=before) for what, before in _terms(office).items()
        }
        return Swept({what: amount for what, amount in amounts.items() if amount})

    return await office.database.read(body)


async def _sweep(caller: Caller, office: Office) -> Swept:
    amounts: dict[Stored, int] = {}
    for what, before in _terms(office).items():
        amount = await _sweep_kind(caller, office, what, before)
        if amount:
            amounts[what] = amount
    if amounts:
        await office.database.transaction(lambda connection: _note(connection, office, caller, amounts))
        log.info("swept", **{what.value: amount for what, amount in amounts.items()})
    return Swept(amounts)


async def _sweep_kind(caller: Caller, office: Office, what: Stored, before: datetime) -> int:
    limit = _MEMBERS_AT_ONCE if what is Stored.LEFT_MEMBERS else _AT_ONCE

    def body(connection: Connection) -> int:
        ids = retention.ripe(connection, what, before=before, limit=limit)
        if what is Stored.LEFT_MEMBERS:
            _erase(connection, office, caller, ids)
        elif ids:
            retention.remove(connection, what, ids)
        return len(ids)

    def look(connection: Connection) -> bool:
        return bool(retention.ripe(connection, what, before=before, limit=1))

    gone = 0
    while await office.database.read(look):
        gone += await office.database.transaction(body)
    return gone


def _erase(connection: Connection, office: Office, caller: Caller, member_ids: list[int]) -> None:
    for member_id in member_ids:
        member = people.member(connection, member_id)
        if member is not None:
            erase_left(connection, office, caller, member)
    erasing.forget_addresses(connection, erasing.forgettable(connection))


def _terms(office: Office) -> dict[Stored, datetime]:
    """Before which moment each kind has served its term; what is kept for ever is left out."""
    terms = {}
    for what, days in _days(office.settings.retention).items():
        now = office.clock.machine() if what in _BY_MACHINE else office.clock.now()
        if days:
            terms[what] = now - timedelta(days=days)
    # Each file has a term of its own; a number is worth as much as a button.
    now = office.clock.now()
    return terms | {Stored.FILES: now, Stored.OFFERS: now - VALID_FOR}


def _days(kept: RetentionSection) -> dict[Stored, int]:
    return {
        Stored.INBOX: kept.inbox_days,
        Stored.ATTEMPTS: kept.deliveries_days,
        Stored.MESSAGE_WORDS: kept.deliveries_days,
        Stored.WEB_MESSAGES: kept.web_messages_days,
        Stored.DIALOGUES: kept.dialogues_days,
        Stored.JOIN_REQUESTS: kept.join_requests_days,
        Stored.INVITATIONS: kept.invitations_days,
        Stored.WEB_LINKS: kept.web_access_days,
        Stored.WEB_CODES: kept.web_access_days,
        Stored.WEB_SESSIONS: kept.web_access_days,
        Stored.ROSTER_FILES: kept.roster_files_days,
        Stored.OPENINGS: kept.openings_days,
        Stored.QUESTION_TEXTS: kept.written_texts_days,
        Stored.ABSENCE_REASONS: kept.written_texts_days,
        Stored.READINGS: kept.written_texts_days,
        Stored.REQUEST_WORDS: kept.written_texts_days,
        Stored.ITEM_WORDS: kept.source_items_days,
        Stored.LEFT_MEMBERS: kept.left_members_days,
    }


def _night(office: Office) -> date:
    local = office.clock.now().astimezone(office.zone)
    return local.date() if local.hour >= HOUR else local.date() - timedelta(days=1)


def _note(connection: Connection, office: Office, caller: Caller, amounts: Mapping[Stored, int]) -> None:
    line = entry(
        caller,
        office,
        thing="sweep",
        thing_id=int(f"{_night(office):%Y%m%d}"),
        from_state="",
        to_state="swept",
        detail=" ".join(f"{what}:{amount}" for what, amount in amounts.items()),
    )
    history.append(connection, line)
