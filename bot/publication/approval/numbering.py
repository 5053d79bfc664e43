"""Two documents of one number: a number restarts with the year or the term, and with the issuer."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.errors import Refusal, Refused
from bot.reading.folding import fold
from bot.texts import cards, times
from storage.database import Connection
from storage.publication import document_numbers, publications
from storage.publication.document_numbers import Taken
from storage.publication.drafts import Draft
from storage.states import DraftState

ON_ITS_WAY = frozenset({DraftState.SUBMITTED, DraftState.SCHEDULED})
BEGUN = ON_ITS_WAY | {DraftState.OPEN}


@dataclass(frozen=True)
class Twin:
    """Another document of the same number.

    Args:
        is_same: the same issuer and day: it is the same document once more. Otherwise a day or an issuer
            differs, or is not known, so that a person has to say that it is another document.
    """

    first: Taken
    is_same: bool

    @property
    def name(self) -> str:
        """By what people know it."""
        day = times.day(self.first.issued_on) if self.first.issued_on else ""
        parts = (cards.name_of(self.first.number, ""), self.first.title, day)
        return ", ".join(part for part in parts if part)


class NumberTaken(Refused):
    """The number is another document's.

    Args:
        twin: that document; its draft can be opened.
    """

    def __init__(self, twin: Twin) -> None:
        reason = Refusal.SAME_NUMBER if twin.is_same else Refusal.NUMBER_OF_ANOTHER_DAY
        super().__init__(reason, first=twin.name)
        self.twin = twin


def twin_of(connection: Connection, draft: Draft, *, states: Collection[DraftState]) -> Twin | None:
    """The first document that has the draft's number; one that is the same comes before one of another day.

    Publications in force count, and drafts that stand in these states. What the draft corrects or takes the
    place of has its number rightly.
    """
    if not draft.number_key:
        return None
    found = document_numbers.published_with(connection, draft.number_key)
    found += document_numbers.drafted_with(connection, draft.number_key, states=states)
    own = {draft.corrects_id, draft.replaces_id} - {None}
    twins = [
        Twin(one, _is_same(draft, one))
        for one in found
        if one.draft_id != draft.id and one.publication_id not in own and not _is_anothers(draft, one)
    ]
    return next((twin for twin in twins if twin.is_same), twins[0] if twins else None)


def refuse_same_number(
    connection: Connection,
    draft: Draft,
    *,
    states: Collection[DraftState] = (),
    is_another: bool = False,
) -> None:
    """Refuse a number that is taken, so that nobody else can take it before this transaction ends.

    Args:
        connection: in a transaction.
        draft: about to go on.
        states: of drafts that count beside what is in force.
        is_another: a person has said that the same number of another day is another document.

    Raises:
        NumberTaken: SAME_NUMBER, NUMBER_OF_ANOTHER_DAY.
    """
    if not draft.number_key:
        return
    publications.one_at_a_time(connection)
    twin = twin_of(connection, draft, states=states)
    if twin is not None and (twin.is_same or not is_another):
        raise NumberTaken(twin)


def _is_anothers(draft: Draft, one: Taken) -> bool:
    return bool(draft.issuer and one.issuer and fold(draft.issuer) != fold(one.issuer))


def _is_same(draft: Draft, one: Taken) -> bool:
    return draft.issued_on == one.issued_on and fold(draft.issuer) == fold(one.issuer)
