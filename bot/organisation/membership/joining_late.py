"""Who comes onto the roster, or newly falls under an audience, gets what is still in force."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.access import Caller
from bot.audience import Audience
from bot.history import entry
from bot.office import Office
from bot.publication.draft.due_dates import due_after
from bot.texts.approving import ISSUER_EXEMPT
from bot.texts.exempting import EXEMPT_BECAUSE
from storage.database import Connection
from storage.publication import joining_late, publications
from storage.publication.broadcasts import Words
from storage.publication.joining_late import Late

WORKING_DAYS, WORKING_DAYS_FOR_MANY = 5, 10
FEW = 5
"""Whoever is asked more than this at once has the longer time."""
MOST_CARDS = 3
"""Whoever is asked more than this at once gets one message that lists everything."""

# Members in one statement: SQLite takes 32,766 parameters.
_AT_ONCE = 10_000


def ask_late(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    member_ids: Sequence[int],
    now: datetime,
    by: Callable[[Audience], bool] | None = None,
) -> int:
    """Ask these members of everything in force whose audience covers them and of which they were never asked.

    Flat in memory and in statements: a whole roster is asked at once. Each obligation is due when the
    publication is, or in five working days (ten where many come at once) if that is later. Those who can be
    written to get up to three cards, or one message that lists more.

    Args:
        connection: the transaction in which the members came.
        office: the office.
        caller: through whom they came.
        member_ids: on the roster.
        now: office time of the change.
        by: only what went out by such a rule: what the change has nothing to do with is left alone. None:
            whatever the rule.

    Returns:
        How many obligations are new.
    """
    if not member_ids:
        return 0
    # A publication going out at this very moment: either it finds them, or they find it.
    publications.one_at_a_time(connection)
    rules = {
        rule: publication_ids
        for rule, publication_ids in joining_late.rules_in_force(connection).items()
        if by is None or by(rule)
    }
    return sum(
        _ask(connection, office, caller, rules, member_ids[start : start + _AT_ONCE], now=now)
        for start in range(0, len(member_ids), _AT_ONCE)
    )


def fair_due(office: Office, *, at_once: int, now: datetime) -> datetime:
    """Until when somebody has time who is asked of so many things at once."""
    return due_after(office.calendar, now, WORKING_DAYS if at_once <= FEW else WORKING_DAYS_FOR_MANY)


def _ask(
    connection: Connection,
    office: Office,
    caller: Caller,
    rules: dict[Audience, list[int]],
    member_ids: Sequence[int],
    *,
    now: datetime,
) -> int:
    late = joining_late.begin(connection, member_ids, now=now)
    words = Words(ISSUER_EXEMPT, EXEMPT_BECAUSE)
    for rule, publication_ids in rules.items():
        joining_late.ask(connection, late, rule, publication_ids, words=words)
    asked = joining_late.amount(connection, late)
    if asked:
        line = entry(caller, office, thing="obligation", thing_id=0, from_state="", to_state="")
        joining_late.write_history(connection, late, line)
        _give_time_and_send(connection, office, late)
    return asked


def _give_time_and_send(connection: Connection, office: Office, late: Late) -> None:
    joining_late.set_fair_dues(
        connection,
        late,
        few=fair_due(office, at_once=1, now=late.now),
        many=fair_due(office, at_once=FEW + 1, now=late.now),
        few_are=FEW,
    )
    machine = office.clock.machine()
    joining_late.queue_cards(connection, late, at_most=MOST_CARDS, machine=machine)
    joining_late.queue_inductions(connection, late, more_than=MOST_CARDS, machine=machine)
