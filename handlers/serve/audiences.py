"""For whom something is published, as it is said at the command line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.audience.choosing import Choice, choices
from bot.publication.audience.excluding import find_people
from bot.publication.audience.recipients import LeftOut
from bot.reading.folding import fold
from bot.states import MemberKind, Role
from handlers.serve.contract import COMMAND_LINE, BadInput

_MOST_CANDIDATES = 12


@dataclass(frozen=True)
class Whom:
    """For whom.

    Args:
        to: `everyone`, `topic:NAME`, or units, each as `unit:NAME` or its name; a number or a name, accents
            optional.
        only: these kinds of member; none: all of them.
        roles: who holds one of these; none: whoever.
        without: names, or numbers, of who is left out.
    """

    to: tuple[str, ...]
    only: tuple[MemberKind, ...] = ()
    roles: tuple[Role, ...] = ()
    without: tuple[str, ...] = ()


async def audience_of(office: Office, whom: Whom) -> Audience:
    """The rule that is meant.

    Raises:
        BadInput: it cannot be understood.
    """
    if MemberKind.CANDIDATE in whom.only:
        raise BadInput("--only candidate: candidates get invitations only")
    rule = replace(await _base(office, whom.to), members=frozenset(whom.only), roles=frozenset(whom.roles))
    return await _without(office, rule, whom.without) if whom.without else rule


async def _base(office: Office, to: Sequence[str]) -> Audience:
    said = [one.strip() for one in to if one.strip()] or ["everyone"]
    found = await choices(COMMAND_LINE, office)
    units: list[int] = []
    for one in said:
        kind, colon, name = one.partition(":")
        match kind.strip().casefold(), name.strip():
            case ("everyone", "") | ("topic", str()) if len(said) > 1:
                raise BadInput(f"--to {one}: stands alone; only units can be several")
            case "everyone", "":
                return Audience(AudienceKind.EVERYONE)
            case "topic", str(named) if named:
                return Audience(AudienceKind.TOPIC, _one("topic", named, found.topics))
            case "unit", str(named) if named:
                units.append(_one("unit", named, found.units))
            case _ if not colon:
                units.append(_one("unit", one, found.units))
            case _:
                raise BadInput(f"--to {one}: should be everyone, unit:NAME or topic:NAME")
    first, *others = dict.fromkeys(units)
    return Audience(AudienceKind.UNIT, first, also=frozenset(others))


def _one(kind: str, named: str, offered: Sequence[Choice]) -> int:
    wanted = fold(named)
    by_number = [one for one in offered if str(one.id) == named]
    by_name = [one for one in offered if fold(one.name) == wanted]
    by_words = [one for one in offered if set(wanted.split()) <= set(fold(one.name).split())]
    match by_name or by_number or (by_words if wanted else []):
        case [one]:
            return one.id
        case []:
            raise BadInput(f"--to {kind}:{named}: no such {kind}; there are {_listed(offered)}")
        case several:
            raise BadInput(f"--to {kind}:{named}: may be {_listed(several)}; say the number")


def _listed(offered: Sequence[Choice]) -> str:
    shown = [f"{one.id} {one.name}" for one in offered[:_MOST_CANDIDATES]]
    rest = len(offered) - len(shown)
    return (", ".join(shown) or "none") + (f" and {rest} more" if rest else "")


async def _without(office: Office, rule: Audience, without: Sequence[str]) -> Audience:
    names = [one.strip() for one in without if not one.strip().isdecimal()]
    numbers = {int(one) for one in without if one.strip().isdecimal()}
    try:
        found = await find_people(COMMAND_LINE, office, rule=rule, names=names)
    except Refused as refused:
        if refused.reason is Refusal.EMPTY:
            raise BadInput("--without: a name is missing") from None
        raise
    if found.unknown:
        raise BadInput(f"--without {', '.join(found.unknown)}: nobody of this name would get it")
    if found.several:
        raise BadInput(f"--without: several bear this name: {_people(found.several)}; say the number")
    return replace(rule, without=frozenset(numbers | {one.member_id for one in found.taken}))


def _people(people: Sequence[LeftOut]) -> str:
    return ", ".join(f"{one.member_id} {one.name} ({one.unit})" for one in people)
