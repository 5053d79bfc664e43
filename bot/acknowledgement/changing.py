"""The one way an obligation changes state: the row, its history, the leaders' cards, what is still queued."""

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from storage import history
from storage.acknowledgement import obligations, questions, quizzes
from storage.acknowledgement.obligations import Obligation
from storage.database import Connection
from storage.delivery import deliveries, renewals
from storage.publication import publications
from storage.states import DeliveryState, ObligationState, PublicationState, Purpose, QuestionState, Reason

CLOSED = frozenset({ObligationState.ACKNOWLEDGED, ObligationState.READ_ALOUD})
_HAVE_READ = CLOSED | {ObligationState.QUESTION}
_NOT_ASKED = frozenset({ObligationState.EXEMPT, ObligationState.WITHDRAWN})


def demand_obligation(connection: Connection, *, publication_id: int, member_id: int) -> Obligation:
    """What the publication asks of the member.

    Raises:
        Refused: NOT_FOUND when it was never asked, WITHDRAWN when the publication was withdrawn, NOT_ASKED
            when the member is exempt or it is no longer asked of them.
    """
    obligation = obligations.of_member(connection, publication_id=publication_id, member_id=member_id)
    if obligation is None:
        raise Refused(Refusal.NOT_FOUND)
    found = publications.publication(connection, publication_id)
    if found is None or found.state is PublicationState.WITHDRAWN:
        raise Refused(Refusal.WITHDRAWN)
    if obligation.state in _NOT_ASKED:
        raise Refused(Refusal.NOT_ASKED)
    return obligation


def change(
    connection: Connection,
    office: Office,
    caller: Caller,
    obligation: Obligation,
    *,
    to: ObligationState,
    version: int | None = None,
    **more: object,
) -> None:
    """Give the obligation another state and do what follows from it.

    `version` is the one that the member answers; None: the one that is asked.

    Closing it withdraws the member's questions that still wait. Whoever answered or asked has read it: a
    card that is still queued is skipped.

    Raises:
        Refused: GONE_ON, when somebody else changed it in the meantime.
    """
    now = office.clock.now()
    if version is not None:
        more["version"] = version
    if not obligations.change(connection, obligation, to=to, changed_at=now, **more):
        raise Refused(Refusal.GONE_ON)
    history.append(
        connection,
        entry(
            caller,
            office,
            thing="obligation",
            thing_id=obligation.id,
            from_state=obligation.state,
            to_state=to,
            publication_id=obligation.publication_id,
            member_id=obligation.member_id,
            unit_id=obligation.unit_id,
            version=version or obligation.version,
        ),
    )
    if to in CLOSED:
        _withdraw_questions(connection, office, caller, obligation)
        quizzes.forget(connection, publication_id=obligation.publication_id, member_id=obligation.member_id)
    if to in _HAVE_READ:
        _call_off_cards(connection, office, obligation)
    renewals.card(
        connection,
        publication_id=obligation.publication_id,
        member_id=obligation.member_id,
        now=office.clock.machine(),
    )
    renewals.progress(connection, publication_ids=[obligation.publication_id], now=office.clock.machine())


def _withdraw_questions(
    connection: Connection, office: Office, caller: Caller, obligation: Obligation
) -> None:
    publication_id, member_id = obligation.publication_id, obligation.member_id
    for question_id in questions.withdraw(connection, publication_id=publication_id, member_id=member_id):
        history.append(
            connection,
            entry(
                caller,
                office,
                thing="question",
                thing_id=question_id,
                from_state=QuestionState.WAITING,
                to_state=QuestionState.WITHDRAWN,
                publication_id=publication_id,
                member_id=member_id,
                unit_id=obligation.unit_id,
            ),
        )


def _call_off_cards(connection: Connection, office: Office, obligation: Obligation) -> None:
    deliveries.call_off(
        connection,
        now=office.clock.now(),
        reason=Reason.ANSWERED,
        publication_id=obligation.publication_id,
        member_id=obligation.member_id,
        purposes=(Purpose.CARD,),
        state=DeliveryState.SKIPPED,
    )
