"""What documents a conversation was offered: their own numbers are mistaken for those to answer with."""

from collections.abc import Iterable

from bot.messages.numbered.codes import Thing
from bot.messages.numbered.document_numbers import About
from bot.texts import people as forms
from storage.acknowledgement import obligations
from storage.database import Connection
from storage.inbox.offers import Offer
from storage.organisation import people
from storage.publication import publications
from storage.states import ObligationState

_OPEN = (ObligationState.EXPECTED, ObligationState.QUESTION)


def documents_of(
    connection: Connection, offered: Iterable[Offer], *, member_id: int | None
) -> dict[int, About]:
    """What is known of the publications among what was offered, by their ids.

    Args:
        connection: to read.
        offered: in the member's conversation.
        member_id: whose it is; to a stranger nothing is said about documents.
    """
    member = None if member_id is None else people.member(connection, member_id)
    if member is None:
        return {}
    ids = {one.thing_id for one in offered if one.thing == Thing.PUBLICATION}
    waiting = obligations.open_ones(connection, member_id=member.id, states=_OPEN)
    is_open = {one.publication_id for one in waiting}
    called = forms.call_capital(member.address_form, member.given_name)
    numbers = publications.numbers_of(connection, ids)
    return {each: About(numbers.get(each, ""), called, each in is_open) for each in ids}
