"""Numbers better not answered with: they begin the number of a document that the conversation knows."""

from collections.abc import Iterable

from bot.messages.numbered.codes import Thing
from bot.messages.numbered.document_numbers import two_digits_of
from storage.acknowledgement import obligations
from storage.database import Connection
from storage.inbox.offers import Offer
from storage.publication import publications
from storage.states import ObligationState

_OPEN = (ObligationState.EXPECTED, ObligationState.QUESTION)


def numbers_of_documents(
    connection: Connection, before: Iterable[Offer], *, publication_id: int | None, owner_id: int | None
) -> frozenset[int]:
    """The first two digits of every document offered or open there: 27 of 27-KH/ĐU.

    Args:
        connection: to read.
        before: what is offered there already.
        publication_id: what is about to be offered, if it is a publication.
        owner_id: whose conversation it is.
    """
    ids = {one.thing_id for one in before if one.thing == Thing.PUBLICATION}
    if publication_id is not None:
        ids.add(publication_id)
    called = set(publications.numbers_of(connection, ids).values())
    if owner_id is not None:
        waiting = obligations.open_ones(connection, member_id=owner_id, states=_OPEN)
        called |= {one.number for one in waiting}
    return frozenset(number for number in map(two_digits_of, called) if number is not None)
