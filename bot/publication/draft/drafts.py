"""The one way a draft changes: the row, its revision, its history."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from bot.access import Caller
from bot.audience import Audience
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.delivery import renewals
from storage.publication import drafts
from storage.publication.drafts import Draft
from storage.states import DraftState

# A correction changes what is said, not to whom.
_STAY = ("audience", "asks_acknowledgement")


@dataclass(frozen=True)
class Changed:
    """A draft after a change.

    Args:
        revision: the one that the next change must name.
    """

    draft_id: int
    revision: int
    state: DraftState


def demand_draft(
    connection: Connection,
    draft_id: int,
    *,
    states: Collection[DraftState] = (DraftState.OPEN,),
    revision: int | None = None,
) -> Draft:
    """The draft, if it stands in one of these states and is still at this revision (None: at any).

    Raises:
        Refused: NOT_FOUND, GONE_ON.
    """
    draft = drafts.draft(connection, draft_id)
    if draft is None:
        raise Refused(Refusal.NOT_FOUND)
    if draft.state not in states or revision not in (None, draft.revision):
        raise Refused(Refusal.GONE_ON)
    return draft


def change_draft(
    connection: Connection,
    office: Office,
    caller: Caller,
    draft: Draft,
    detail: str,
    values: Mapping[str, Any],
) -> Draft:
    """Give the draft these values (another state among them) and the next revision.

    `detail` says in history which change it is: a field's name or a verb, never a value.

    Raises:
        Refused: GONE_ON, when somebody else changed it in the meantime; AUDIENCE_STAYS, when it is a
            correction and would be for others, or ask otherwise.
    """
    if draft.corrects_id is not None and any(
        name in values and values[name] != getattr(draft, name) for name in _STAY
    ):
        raise Refused(Refusal.AUDIENCE_STAYS)
    if not drafts.change(connection, draft, values):
        raise Refused(Refusal.GONE_ON)
    line = entry(
        caller,
        office,
        thing="draft",
        thing_id=draft.id,
        from_state=draft.state,
        to_state=DraftState(values.get("state", draft.state)),
        version=draft.revision + 1,
        detail=detail,
    )
    history.append(connection, line)
    renewals.approvals(connection, draft_id=draft.id, now=office.clock.machine())
    return demand_draft(connection, draft.id, states=tuple(DraftState))


def changed(draft: Draft) -> Changed:
    """What a use case hands back."""
    return Changed(draft.id, draft.revision, draft.state)


def audience_of(draft: Draft) -> Audience | None:
    """For whom the draft is; None while nobody has chosen."""
    if draft.audience is None:
        return None
    return Audience.of(draft.audience)
