"""The clerk says what a part of a draft's audience has to do, beside what everybody has."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.access import Caller, demand
from bot.audience import Audience
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.audience.to_do import PARTS, Part, parts_of
from bot.publication.draft.correcting import lines_of_typed
from bot.publication.draft.drafts import Changed, audience_of, change_draft, changed, demand_draft
from bot.texts.draft_fields import NOTHING
from storage.database import Connection
from storage.publication.drafts import Draft
from storage.states import Role

MOST_LETTERS = 1_000
"""Of the lines of one part: what is longer nobody reads on a card."""


@dataclass(frozen=True)
class PartLines:
    """A part on offer, with its lines."""

    number: int
    words: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class ToDo:
    """All lines of a draft: those for everybody, and each part on offer."""

    draft_id: int
    revision: int
    everybody: tuple[str, ...]
    parts: tuple[PartLines, ...]


async def to_do_of(caller: Caller, office: Office, *, draft_id: int, revision: int | None = None) -> ToDo:
    """What the draft asks of whom, with the parts that its audience may have.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> ToDo:
        draft = demand_draft(connection, draft_id, revision=revision)
        lines = dict(parts_of(draft))
        audience = audience_of(draft)
        offered = tuple(
            PartLines(number, part.words, tuple(lines.get(part, ())))
            for number, part in PARTS.items()
            if part in lines or _may_be_of(part, audience)
        )
        return ToDo(draft.id, draft.revision, tuple(draft.to_do), offered)

    return await office.database.read(body)


def _may_be_of(part: Part, audience: Audience | None) -> bool:
    if audience is None:
        return True
    # A part that is the whole audience needs no lines of its own.
    kinds_fit = not audience.members or (
        part.members != audience.members and part.members <= audience.members
    )
    roles_fit = not audience.roles or (part.roles != audience.roles and part.roles <= audience.roles)
    return kinds_fit and roles_fit


async def set_lines(
    caller: Caller, office: Office, *, draft_id: int, revision: int | None, number: int, typed: str
) -> Changed:
    """Give a part of the audience these lines of its own, one a line; "không" takes them away.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND (also no such part), GONE_ON, EMPTY, TOO_LONG.
    """
    demand(caller, {Role.CLERK})
    part = PARTS.get(number)
    if part is None:
        raise Refused(Refusal.NOT_FOUND)
    lines = [] if " ".join(typed.split()).casefold() in NOTHING else lines_of_typed(typed)
    if sum(map(len, lines)) > MOST_LETTERS:
        raise Refused(Refusal.TOO_LONG, limit=str(MOST_LETTERS))

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, revision=revision)
        values = {"to_do_for": _stored(draft, part, lines)}
        return changed(change_draft(connection, office, caller, draft, "to_do_for", values))

    return await office.perform(caller, "to do", body, outcome=Changed)


def _stored(draft: Draft, part: Part, lines: Sequence[str]) -> list[dict[str, Any]]:
    kept = dict(parts_of(draft)) | {part: list(lines)}
    order = {one: place for place, one in enumerate(PARTS.values())}
    return [
        {"members": sorted(one.members), "roles": sorted(one.roles), "lines": own}
        for one, own in sorted(kept.items(), key=lambda pair: order.get(pair[0], len(order)))
        if own
    ]
