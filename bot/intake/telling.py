"""The clerks hear what a source showed and what became of it: one message for all that came together."""

from bot.delivery.queueing import to_member
from bot.office import Office
from storage.database import Connection
from storage.intake import items
from storage.intake.items import Item
from storage.organisation import people
from storage.publication import drafts
from storage.states import ItemNews, Purpose, Repeat, Role, Urgency

MOST_TOLD = 10
"""Items in one message."""


async def tell_clerks(office: Office, source_id: int) -> int:
    """Owe every clerk word of what they have not heard of yet; of how many items."""

    def body(connection: Connection) -> int:
        found = [item.id for item in items.untold(connection) if item.source_id == source_id]
        # Another process may be telling the same just now.
        held = [items.find(connection, number) for number in found]
        untold = [item for item in held if item is not None and item.news is not None]
        for start in range(0, len(untold), MOST_TOLD):
            _tell(connection, office, untold[start : start + MOST_TOLD])
        for item in untold:
            items.change(connection, item.id, {"news": None})
        return len(untold)

    told = await office.database.transaction(body)
    if told:
        office.bell.ring()
    return told


def _tell(connection: Connection, office: Office, told: list[Item]) -> None:
    now = office.clock.now()
    urgency = _urgency(connection, told)
    for clerk in dict.fromkeys(member for member, _ in people.holders(connection, {Role.CLERK}, now=now)):
        to_member(
            connection,
            office,
            member_id=clerk,
            once_key=f"{key_of(told)}:{now:%Y-%m-%dT%H:%M:%S}:m{clerk}",
            purpose=Purpose.SOURCE_NEWS,
            urgency=urgency,
            repeat=Repeat.ONCE,
            subject=told[0].source_id,
        )


def key_of(told: list[Item]) -> str:
    """Which items a message tells of: `source:3:t12,13:e9`; `numbers_in` reads it."""
    taken = ",".join(str(item.id) for item in told if item.news is ItemNews.TAKEN)
    edited = ",".join(str(item.id) for item in told if item.news is ItemNews.EDITED)
    return f"source:{told[0].source_id}:t{taken}:e{edited}"


def numbers_in(once_key: str) -> tuple[list[int], list[int]]:
    """The items that were taken, and those that were edited, of which a message tells."""
    _, _, taken, edited, *_ = once_key.split(":")
    return _numbers(taken[1:]), _numbers(edited[1:])


def _numbers(written: str) -> list[int]:
    return [int(number) for number in written.split(",") if number]


def _urgency(connection: Connection, told: list[Item]) -> Urgency:
    """Khẩn, where one of the drafts is; never more: hỏa tốc is for a named role to say."""
    numbers = [item.draft_id for item in told if item.draft_id is not None]
    found = (drafts.draft(connection, number) for number in numbers)
    is_urgent = any(draft is not None and draft.urgency is not Urgency.NORMAL for draft in found)
    return Urgency.URGENT if is_urgent else Urgency.NORMAL
