"""What a draft must have before anybody is asked to approve it, and before it goes out."""

from bot.errors import Refusal, Refused
from bot.publication.draft.drafts import audience_of
from bot.publication.member.quizzes import Quiz
from bot.texts import drafting as texts
from storage.audience import audiences
from storage.database import Connection
from storage.publication.drafts import Draft
from storage.states import Kind, Scope

LABELS = {
    "title": texts.TITLE,
    "number": texts.NUMBER,
    "type_name": texts.TYPE_NAME,
    "issuer": texts.ISSUER,
    "issued_on": texts.ISSUED_ON,
    "event_on": texts.EVENT_ON,
    "chair": texts.CHAIR,
    "signatory": texts.SIGNATORY,
    "circulation": texts.CIRCULATION,
}
"""The fields that are left empty when the reader was unsure of them, by their name in `unsure`."""


def missing(draft: Draft) -> list[str]:
    """The fields that a person has to fill in first, in words."""
    names = unfilled(draft)
    if audience_of(draft) is None:
        names.append(texts.AUDIENCE)
    if draft.asks_acknowledgement and draft.due_at is None:
        names.append(texts.DUE)
    if draft.asks_acknowledgement and not Quiz.of(draft.quiz).is_confirmed:
        names.append(texts.QUIZ_TO_CONFIRM)
    return names


def unfilled(draft: Draft) -> list[str]:
    """What of the paper itself the reader was not sure of, in words."""
    return [
        label_of(name, draft.kind)
        for name in LABELS
        if name in draft.unsure or (name == "title" and not draft.title)
    ]


def label_of(name: str, kind: Kind) -> str:
    """How a field is called on papers of this kind."""
    return texts.title_label(kind) if name == "title" else LABELS[name]


def refuse_incomplete(draft: Draft) -> None:
    """Refuse a draft that lacks something, or that nobody has looked through where the machine could not.

    Raises:
        Refused: NOT_CLEARED; INCOMPLETE, naming all that is missing; KEPT_INSIDE.
    """
    if is_unread(draft):
        raise Refused(Refusal.NOT_CLEARED)
    refuse_marked(draft, draft.scope)
    names = missing(draft)
    if names:
        raise Refused(Refusal.INCOMPLETE, field=", ".join(names))


def is_unread(draft: Draft) -> bool:
    """Whether a person still has to look for marks of secrecy in what the machine could not read."""
    return draft.needs_clearing and draft.cleared_at is None


def refuse_marked(draft: Draft, scope: Scope) -> None:
    """Refuse to let out what its own mark keeps inside.

    Raises:
        Refused: KEPT_INSIDE, quoting the mark.
    """
    if scope is Scope.PUBLIC and draft.circulation:
        raise Refused(Refusal.KEPT_INSIDE, mark=draft.circulation)


def refuse_closed_audience(connection: Connection, draft: Draft) -> None:
    """Refuse a draft whose unit is no more, or whose topic is no longer offered: it would reach nobody.

    Raises:
        Refused: AUDIENCE_CLOSED, naming the unit or topic.
    """
    audience = audience_of(draft)
    closed = audiences.closed_ones(connection, audience) if audience is not None else {}
    if closed:
        raise Refused(Refusal.AUDIENCE_CLOSED, name=", ".join(closed.values()))
