"""A member's question goes to whoever leads their unit, else to the clerks."""

from bot.access import LEADERS_OF_A_UNIT
from bot.delivery import queueing
from bot.office import Office
from storage.acknowledgement import questions
from storage.database import Connection
from storage.delivery import deliveries
from storage.organisation import people
from storage.publication.publications import Publication
from storage.states import Purpose, Repeat, Role


def pass_on(
    connection: Connection,
    office: Office,
    found: Publication,
    question_id: int,
    *,
    unit_id: int,
    asker_id: int,
) -> list[int]:
    """Owe the question to those who are to answer it; who was told of it before is not told again.

    Returns:
        The members to whom it goes; nobody: it waits for the office.
    """
    leaders = leaders_above(connection, office, unit_id=unit_id, but=asker_id)
    for member_ids in (leaders, _clerks(connection, office, asker_id=asker_id)):
        told = [
            member_id
            for member_id in member_ids
            if _queue(connection, office, found, question_id, member_id=member_id)
        ]
        if told:
            return told
    return []


def leaders_above(connection: Connection, office: Office, *, unit_id: int, but: int | None) -> list[int]:
    """Who leads the nearest unit upwards that somebody leads; what the leader `but` asks goes further up."""
    held = people.holders(connection, LEADERS_OF_A_UNIT, now=office.clock.now())
    for unit in questions.units_above(connection, unit_id):
        leaders = list(dict.fromkeys(member_id for member_id, role in held if role.unit_id == unit))
        if leaders and but not in leaders:
            return leaders
    return []


def _clerks(connection: Connection, office: Office, *, asker_id: int) -> list[int]:
    held = people.holders(connection, {Role.CLERK}, now=office.clock.now())
    return [member_id for member_id in dict.fromkeys(member for member, _ in held) if member_id != asker_id]


def _queue(
    connection: Connection, office: Office, found: Publication, question_id: int, *, member_id: int
) -> bool:
    return queueing.to_member(
        connection,
        office,
        member_id=member_id,
        once_key=f"question:{question_id}:m{member_id}",
        purpose=Purpose.QUESTION,
        repeat=Repeat.ONCE,
        rank=deliveries.RANKS[found.urgency],
        subject=question_id,
        publication_id=found.id,
    )
