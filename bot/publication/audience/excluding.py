"""The clerk leaves members out of a draft's audience by name, or takes them back. It asks for no reason."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.access import Caller, demand
from bot.audience import Audience
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.audience.choosing import MOST_LEFT_OUT
from bot.publication.audience.narrowing import WHOEVER, narrow_draft
from bot.publication.audience.recipients import LeftOut
from bot.publication.draft.drafts import audience_of, demand_draft
from bot.reading.folding import fold
from storage.audience import exclusions
from storage.audience.exclusions import Somebody
from storage.database import Connection
from storage.states import Role

MOST_OFFERED = 8
"""Of one name, when several people bear it."""
_MOST_TYPED = 5_000
_BETWEEN = re.compile(r"[\n;,]+")
_PLACE = re.compile(r"^\s*(?:\d+[.)]|[-•*])\s*")


@dataclass(frozen=True)
class Named:
    """What was found of the typed names.

    Args:
        taken: who bears one of them alone, and is left out from now on.
        several: who bears one of them with others, at most eight of a name.
        has_more: more of a name than that.
        unknown: the words that nobody bears among those who would get it.
    """

    taken: tuple[LeftOut, ...] = ()
    several: tuple[LeftOut, ...] = ()
    has_more: bool = False
    unknown: tuple[str, ...] = ()


async def leave_out_named(caller: Caller, office: Office, *, draft_id: int, typed: str) -> Named:
    """Leave out whoever bears a typed name, accents optional; one name a line, or between commas.

    Only those who would get it are looked through. Of a name that several bear, nobody is left out yet.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON, AUDIENCE_STAYS, EMPTY, TOO_LONG, LEFT_OUT_FULL.
    """
    demand(caller, {Role.CLERK})
    if len(typed) > _MOST_TYPED:
        raise Refused(Refusal.TOO_LONG, limit=str(_MOST_TYPED))

    def body(connection: Connection) -> Audience:
        return audience_of(demand_draft(connection, draft_id)) or WHOEVER

    rule = await office.database.read(body)
    found = await find_people(caller, office, rule=rule, names=_BETWEEN.split(typed))
    if found.taken:
        taken = {one.member_id for one in found.taken}
        await _change(
            caller,
            office,
            draft_id,
            "left_out",
            taken,
            lambda rule: replace(rule, without=rule.without | taken),
        )
    return found


async def find_people(caller: Caller, office: Office, *, rule: Audience, names: Sequence[str]) -> Named:
    """Who among those whom the rule covers bears these names, those left out among them.

    Raises:
        Refused: NOT_ALLOWED, EMPTY (there is an empty name only), LEFT_OUT_FULL.
    """
    demand(caller, {Role.CLERK})
    wanted = _tidy(names)

    def body(connection: Connection) -> Named:
        return find_named(exclusions.takers(connection, rule, now=office.clock.now()), wanted)

    return await office.database.read(body) if wanted else Named()


def find_named(people: Iterable[Somebody], names: Collection[str]) -> Named:
    """Who among these bears which of the names: a whole name before one that is contained in others."""
    found = {name: _Bearers(fold(name)) for name in names}
    # By the last word, the given name, so that a long list of names goes through the roster in one pass.
    by_word: dict[str, list[_Bearers]] = defaultdict(list)
    for bearers in found.values():
        by_word[bearers.wanted.split()[-1]].append(bearers)
    for one in people:
        name = fold(one.full_name)
        words = frozenset(name.split())
        for word in words & by_word.keys():
            for bearers in by_word[word]:
                if bearers.words <= words:
                    bearers.take(one, is_whole=name == bearers.wanted)
    taken: dict[int, LeftOut] = {}
    several: dict[int, LeftOut] = {}
    for bearers in found.values():
        into = taken if len(bearers.found) == 1 else several
        into.update((one.member_id, _shown(one)) for one in bearers.found[:MOST_OFFERED])
    return Named(
        tuple(taken.values()),
        tuple(several.values()),
        any(len(bearers.found) > MOST_OFFERED for bearers in found.values()),
        tuple(name for name, bearers in found.items() if not bearers.found),
    )


@dataclass
class _Bearers:
    wanted: str
    words: frozenset[str] = field(init=False)
    whole: list[Somebody] = field(default_factory=list)
    partly: list[Somebody] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = frozenset(self.wanted.split())

    @property
    def found(self) -> list[Somebody]:
        return self.whole or self.partly

    def take(self, one: Somebody, *, is_whole: bool) -> None:
        bearers = self.whole if is_whole else self.partly
        # One more than is offered tells that there are more.
        if len(bearers) <= MOST_OFFERED:
            bearers.append(one)


def _shown(one: Somebody) -> LeftOut:
    return LeftOut(one.member_id, one.full_name, one.unit_name)


def _tidy(names: Sequence[str]) -> list[str]:
    lines = (" ".join(_PLACE.sub("", line).split()) for line in names)
    found = list(dict.fromkeys(line for line in lines if fold(line).strip()))
    if names and not found:
        raise Refused(Refusal.EMPTY)
    if len(found) > MOST_LEFT_OUT:
        raise Refused(Refusal.LEFT_OUT_FULL, limit=str(MOST_LEFT_OUT))
    return found


async def leave_out(caller: Caller, office: Office, *, draft_id: int, member_id: int) -> None:
    """Leave this member out.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND (also no such member), GONE_ON, AUDIENCE_STAYS, LEFT_OUT_FULL.
    """
    one = {member_id}
    await _change(
        caller, office, draft_id, "left_out", one, lambda rule: replace(rule, without=rule.without | one)
    )


async def put_back(caller: Caller, office: Office, *, draft_id: int, member_id: int) -> None:
    """Leave this member out no longer.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON, AUDIENCE_STAYS.
    """
    one = {member_id}
    await _change(
        caller, office, draft_id, "put_back", one, lambda rule: replace(rule, without=rule.without - one)
    )


async def _change(
    caller: Caller,
    office: Office,
    draft_id: int,
    word: str,
    member_ids: Collection[int],
    rule_of: Callable[[Audience], Audience],
) -> None:
    def narrow(connection: Connection, before: Audience | None) -> Audience:
        return rule_of(before or WHOEVER)

    # History holds ids, never names; and no line of the member's own, who would read it there.
    detail = f"{word} {','.join(map(str, sorted(member_ids)))}"
    await narrow_draft(caller, office, draft_id=draft_id, narrow=narrow, detail=detail)
