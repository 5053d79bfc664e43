"""What a draft must have before anybody is asked to approve it, and before it goes out."""

from bot.errors import Refusal, Refused
from bot.publication.drafts import audience_of
from bot.texts import cards, times
from bot.texts import drafting as texts
from storage import audiences, publications
from storage.database import Connection
from storage.drafts import Draft

LABELS = {
    "title": texts.TITLE,
    "number": texts.NUMBER,
    "type_name": texts.TYPE_NAME,
    "issuer": texts.ISSUER,
    "issued_on": texts.ISSUED_ON,
    "event_on": texts.EVENT_ON,
    "chair": texts.CHAIR,
}
"""The fields that are left empty when the reader was unsure of them, by their name in `unsure`."""


def missing(draft: Draft) -> list[str]:
    """The fields that a person has to fill in first, in words."""
    names = [
        label
        for name, label in LABELS.items()
        if name in draft.unsure or (name == "title" and not draft.title)
    ]
    if audience_of(draft) is None:
        names.append(texts.AUDIENCE)
    if draft.asks_acknowledgement and draft.due_at is None:
        names.append(texts.DUE)
    return names


def refuse_incomplete(draft: Draft) -> None:
    """Refuse a draft that lacks something.

    Raises:
        Refused: INCOMPLETE, naming all that is missing.
    """
    names = missing(draft)
    if names:
        raise Refused(Refusal.INCOMPLETE, field=", ".join(names))


def refuse_closed_audience(connection: Connection, draft: Draft) -> None:
    """Refuse a draft whose unit is no more, or whose topic is no longer offered: it would reach nobody.

    Raises:
        Refused: AUDIENCE_CLOSED, naming the unit or topic.
    """
    audience = audience_of(draft)
    if audience is not None and audiences.is_closed(connection, audience.kind, audience.subject):
        name = audiences.name_of(connection, audience.kind, audience.subject) or ""
        raise Refused(Refusal.AUDIENCE_CLOSED, name=name)


def refuse_same_number(connection: Connection, draft: Draft) -> None:
    """Refuse a number that this issuer has used this year in a publication still in force.

    Raises:
        Refused: SAME_NUMBER, naming the first one.
    """
    if not draft.number_key:
        return
    first = publications.same_number(
        connection, number_key=draft.number_key, issuer=draft.issuer, issued_on=draft.issued_on
    )
    if first is not None:
        day = times.day(first.issued_on) if first.issued_on else ""
        named = ", ".join(part for part in (cards.name_of(first.number, ""), first.title, day) if part)
        raise Refused(Refusal.SAME_NUMBER, first=named)
