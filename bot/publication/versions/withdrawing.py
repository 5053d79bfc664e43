"""Withdrawing a publication, with a reason in words; and withdrawing it because another takes its place."""

import zlib
from dataclasses import dataclass

from bot.access import Caller, demand
from bot.delivery.quotas.foreseeing import will_be_held
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.publication.draft.correcting import MOST_LETTERS
from bot.publication.draft.points import one_line
from bot.texts import versions as texts
from storage import history
from storage.acknowledgement import obligations
from storage.database import Connection
from storage.delivery import renewals
from storage.publication import publications, withdrawal_news, withdrawals
from storage.publication.publications import Publication
from storage.publication.withdrawal_news import News
from storage.states import ObligationState, PublicationState, Purpose, QuestionState, Role

_OPEN = frozenset({ObligationState.EXPECTED, ObligationState.QUESTION})


@dataclass(frozen=True)
class ToWithdraw:
    """What would be withdrawn, to be confirmed.

    Args:
        because: the reason, as the members will read it.
        reached: how many would be told.
        open: how many would no longer have to answer.
        mark: of the reason; another reason has another.
    """

    publication_id: int
    number: str
    title: str
    because: str
    reached: int
    open: int
    mark: int


@dataclass(frozen=True)
class Withdrawn:
    """What was withdrawn.

    Args:
        told: how many are told.
        no_longer_asked: how many do not have to answer any more.
        held: of those told, how many may have to wait for a month with room, and are to be called.
    """

    publication_id: int
    number: str
    title: str
    told: int
    no_longer_asked: int
    held: int


class ReasonChanged(Refused):
    """Another reason was typed since the question that was answered."""

    def __init__(self) -> None:
        super().__init__(Refusal.GONE_ON)


async def demand_standing(caller: Caller, office: Office, *, publication_id: int) -> Publication:
    """Refuse before anything is typed, if the caller could not withdraw it.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Publication:
        return _demand(connection, publication_id)

    return await office.database.read(body)


async def note_reason(caller: Caller, office: Office, *, publication_id: int, typed: str) -> ToWithdraw:
    """Keep the reason until it is confirmed; nothing else changes yet.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN, EMPTY, TOO_LONG.
    """
    demand(caller, {Role.CLERK})
    because = _words(typed)

    def body(connection: Connection) -> ToWithdraw:
        if not withdrawals.note_reason(connection, publication_id, because):
            _demand(connection, publication_id)
            raise Refused(Refusal.GONE_ON)
        return _to_withdraw(connection, _demand(connection, publication_id))

    return await office.perform(caller, "note reason", body, outcome=ToWithdraw)


async def to_withdraw(caller: Caller, office: Office, *, publication_id: int) -> ToWithdraw:
    """What is waiting to be confirmed.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> ToWithdraw:
        return _to_withdraw(connection, _demand(connection, publication_id))

    return await office.database.read(body)


async def confirm(caller: Caller, office: Office, *, publication_id: int, mark: int) -> Withdrawn:
    """Withdraw it for the reason that was shown.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN.
        ReasonChanged: another reason was typed in the meantime.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Withdrawn:
        publications.one_at_a_time(connection)
        found = _demand(connection, publication_id)
        if not found.withdrawn_because or mark != _mark(found.withdrawn_because):
            raise ReasonChanged
        return take_out(connection, office, caller, found, because=found.withdrawn_because)

    return await office.perform(caller, "withdraw", body, outcome=Withdrawn)


async def withdraw(caller: Caller, office: Office, *, publication_id: int, because: str) -> Withdrawn:
    """Withdraw it at once: for a door where the whole command is typed and sent on purpose.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN, EMPTY, TOO_LONG.
    """
    demand(caller, {Role.CLERK})
    words = _words(because)

    def body(connection: Connection) -> Withdrawn:
        publications.one_at_a_time(connection)
        return take_out(connection, office, caller, _demand(connection, publication_id), because=words)

    return await office.perform(caller, "withdraw", body, outcome=Withdrawn)


def take_out(
    connection: Connection,
    office: Office,
    caller: Caller,
    found: Publication,
    *,
    because: str = "",
    replaced_by: int | None = None,
) -> Withdrawn:
    """Withdraw it within a transaction that is open already; in whose place another came, after that one.

    Nothing more of it goes out, nobody has to answer any more, what was answered stays for the reports. Who
    knows of it is told once (not who gets the other's card), and cards that stand say so.

    Raises:
        Refused: WITHDRAWN, when somebody was first.
    """
    now, machine = office.clock.now(), office.clock.machine()
    if not withdrawals.withdraw(
        connection, found.id, by=caller.member_id, because=because, replaced_by=replaced_by, now=now
    ):
        raise Refused(Refusal.WITHDRAWN)
    renewals.hold_cards(connection, found.id)
    over = entry(
        caller,
        office,
        thing="publication",
        thing_id=found.id,
        from_state=found.state,
        to_state=PublicationState.WITHDRAWN,
        publication_id=found.id,
        version=found.version,
        detail="replaced" if replaced_by else "",
    )
    history.append(connection, over)
    # Before anybody is let go: who asked something is among those to be told.
    news = News(found.id, found.version, found.urgency, replaced_by, machine)
    told = withdrawal_news.queue_news(connection, news)
    withdrawal_news.queue_group_news(connection, news)
    line = entry(caller, office, thing="obligation", thing_id=0, from_state="", to_state="")
    words = texts.REPLACED_BECAUSE if replaced_by else texts.WITHDRAWN_BECAUSE
    let_go = withdrawals.close_open(connection, found.id, because=words, entry=line, now=now)
    _close_questions(connection, office, caller, found.id)
    withdrawals.call_off(connection, found.id, now=now)
    renewals.all_cards(connection, publication_id=found.id, now=machine)
    renewals.progress(connection, publication_ids=[found.id], now=machine)
    held = will_be_held(connection, office, publication_id=found.id, purpose=Purpose.PUBLICATION_CHANGE)
    return Withdrawn(found.id, found.number, found.title, told, let_go, held)


def _close_questions(connection: Connection, office: Office, caller: Caller, publication_id: int) -> None:
    closed = withdrawals.close_questions(connection, publication_id)
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing="question",
                thing_id=one.id,
                from_state=QuestionState.WAITING,
                to_state=QuestionState.WITHDRAWN,
                publication_id=publication_id,
                member_id=one.member_id,
                unit_id=one.unit_id,
                detail="publication_withdrawn",
            )
            for one in closed
        ),
    )


def _demand(connection: Connection, publication_id: int) -> Publication:
    found = publications.publication(connection, publication_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    if found.state is PublicationState.WITHDRAWN:
        raise Refused(Refusal.WITHDRAWN)
    return found


def _words(typed: str) -> str:
    because = one_line(typed).rstrip(".")
    if not because:
        raise Refused(Refusal.EMPTY)
    if len(because) > MOST_LETTERS:
        raise Refused(Refusal.TOO_LONG, limit=str(MOST_LETTERS))
    return because


def _to_withdraw(connection: Connection, found: Publication) -> ToWithdraw:
    totals = obligations.totals(connection, found.id)
    return ToWithdraw(
        publication_id=found.id,
        number=found.number,
        title=found.title,
        because=found.withdrawn_because,
        reached=withdrawal_news.how_many_reached(connection, found.id),
        open=sum(one.amount for one in totals if one.state in _OPEN),
        mark=_mark(found.withdrawn_because),
    )


def _mark(because: str) -> int:
    return zlib.crc32(because.encode())
