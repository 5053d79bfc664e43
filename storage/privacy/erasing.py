"""Making a person unrecognisable while what was counted stays: rows keep their numbers, words go."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.privacy.mentions import erase_from_texts
from storage.privacy.retention import LAPSED_IMPORT
from storage.states import Address, AddressState, DeliveryState, InboxState, Reason
from storage.tables import (
    addresses,
    attempts,
    consents,
    data_requests,
    deliveries,
    dialogues,
    digest_items,
    files,
    inbox,
    invitations,
    invitees,
    join_requests,
    knock_outcomes,
    members,
    obligations,
    offers,
    questions,
    quiz_passes,
    roster_imports,
    subscriptions,
    web_codes,
    web_links,
    web_messages,
    web_sessions,
)

_ERASED = "erased/"
# Behind every name that sorts.
_LAST = "9999"


def erase(connection: Connection, member_id: int, *, instead: str, now: datetime) -> None:
    """Take away what tells who this member was; their conversations are forgotten by `forget_addresses`.

    The row, what was asked and answered, history, and the proof that consent existed stay with the number.
    What others wrote or hold has terms of its own; `erase_mentions` does not wait for these.

    Args:
        connection: an open transaction.
        member_id: who has left.
        instead: the words that stand where the name stood.
        now: office time.
    """
    _remove_rows(connection, member_id)
    _empty_words(connection, member_id, now=now)
    connection.execute(
        members.update()
        .where(members.c.id == member_id)
        .values(
            full_name=instead,
            sort_key=_LAST,
            address_form=Address.UNKNOWN,
            position="",
            phone_hash="",
            quiet_from=None,
            quiet_until=None,
            erased_at=now,
        )
    )


def erase_mentions(connection: Connection, member_id: int, *, instead: str) -> None:
    """Take the member's name out of what others wrote or were shown, before `erase`.

    Files that were handed out and roster files that wait go as a whole: they cannot be searched, and each is
    made anew when it is asked for.
    """
    erase_from_texts(connection, member_id, instead=instead)
    connection.execute(files.delete().where(files.c.until_at.is_not(None)))
    connection.execute(
        roster_imports.update()
        .where(roster_imports.c.difference != "")
        .values(difference="", file_name="", state=LAPSED_IMPORT)
    )


def forgettable(connection: Connection) -> list[int]:
    """Conversations of erased members in which nothing more is to be said."""
    waits = sa.exists().where(deliveries.c.address_id == addresses.c.id, deliveries.c.state.in_(_LIVE))
    question = (
        sa.select(addresses.c.id)
        .join(members, members.c.id == addresses.c.member_id)
        .where(members.c.erased_at.is_not(None), ~addresses.c.chat_id.like(f"{_ERASED}%"), ~waits)
        .order_by(addresses.c.id)
    )
    return [int(number) for number in connection.execute(question).scalars()]


def forget_addresses(connection: Connection, address_ids: Collection[int]) -> None:
    """Forget whose conversations these were, what was said there and what came in."""
    for address_id in address_ids:
        _forget_knocks(connection, address_id)
        _forget_address(connection, address_id)


_LIVE = (DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.MAYBE)


def _remove_rows(connection: Connection, member_id: int) -> None:
    theirs = sa.select(invitations.c.id).where(invitations.c.member_id == member_id)
    connection.execute(
        join_requests.update().where(join_requests.c.invitation_id.in_(theirs)).values(invitation_id=None)
    )
    for table in (invitations, subscriptions, web_links, web_codes, web_sessions, quiz_passes):
        connection.execute(table.delete().where(table.c.member_id == member_id))
    connection.execute(
        digest_items.delete().where(
            digest_items.c.member_id == member_id, digest_items.c.delivery_id.is_(None)
        )
    )


def _empty_words(connection: Connection, member_id: int, *, now: datetime) -> None:
    for table, emptied in (
        (obligations, ("place", "witness")),
        (questions, ("question", "answer")),
        (invitees, ("because",)),
        (data_requests, ("wish", "because")),
        (join_requests, ("said_name", "said_unit", "account")),
    ):
        connection.execute(
            table.update().where(table.c.member_id == member_id).values(dict.fromkeys(emptied, ""))
        )
    connection.execute(
        consents.update()
        .where(consents.c.member_id == member_id, consents.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )
    theirs = deliveries.c.member_id == member_id
    connection.execute(
        deliveries.update()
        .where(theirs, deliveries.c.state == DeliveryState.QUEUED)
        .values(state=DeliveryState.SKIPPED, reason=Reason.LEFT)
    )
    connection.execute(deliveries.update().where(theirs).values(content=None, detail=""))


def _forget_knocks(connection: Connection, address_id: int) -> None:
    address = connection.execute(
        sa.select(addresses.c.connection_id, addresses.c.chat_id).where(addresses.c.id == address_id)
    ).one()
    said_here = (inbox.c.connection_id == address.connection_id) & (inbox.c.conversation == address.chat_id)
    knocks = sa.select(inbox.c.id).where(said_here)
    connection.execute(knock_outcomes.delete().where(knock_outcomes.c.knock_id.in_(knocks)))
    connection.execute(
        inbox.update().where(said_here, inbox.c.state != InboxState.REFUSED).values(state=InboxState.DONE)
    )
    connection.execute(
        inbox.update()
        .where(said_here)
        .values(conversation=f"{_ERASED}{address_id}", body="", worker=None, lease_until=None)
    )


def _forget_address(connection: Connection, address_id: int) -> None:
    sent_here = sa.select(deliveries.c.id).where(deliveries.c.address_id == address_id)
    connection.execute(
        attempts.update().where(attempts.c.delivery_id.in_(sent_here)).values(detail="", message_id=None)
    )
    connection.execute(
        deliveries.update()
        .where(deliveries.c.address_id == address_id)
        .values(content=None, detail="", message_id=None, fingerprint="")
    )
    connection.execute(
        join_requests.update()
        .where(join_requests.c.address_id == address_id)
        .values(said_name="", said_unit="", account="")
    )
    for table in (web_messages, dialogues, offers):
        connection.execute(table.delete().where(table.c.address_id == address_id))
    connection.execute(
        addresses.update()
        .where(addresses.c.id == address_id)
        .values(chat_id=f"{_ERASED}{address_id}", state=AddressState.GONE, shown_as=None)
    )
