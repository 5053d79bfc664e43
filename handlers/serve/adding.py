"""One more person on the roster, asked for at the command line, with their code."""

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.adding import NewPerson, add_person
from bot.states import Address, MemberKind, Role
from handlers.serve.contract import COMMAND_LINE, BadInput, Request, Say, Values
from handlers.serve.inviting import Invited, Whom, invite


class Newcomer(Values):
    """Args: as in `bot.organisation.adding.NewPerson`."""

    full_name: str
    unit: str
    opens_unit: bool = False
    roles: tuple[Role, ...] = ()
    position: str = ""
    address_form: Address = Address.COMRADE
    kind: MemberKind = MemberKind.OFFICIAL


async def add(office: Office, newcomer: Newcomer, say: Say) -> Invited:
    """Put the person onto the roster and make their single-use code.

    Raises:
        BadInput: there is no such unit, or the name stands in it already.
    """
    try:
        added = await add_person(COMMAND_LINE, office, person=NewPerson(**newcomer.model_dump()))
    except Refused as refused:
        raise _told(refused, newcomer) from None
    return await invite(office, Whom(member=str(added.member_id)), say)


def _told(refused: Refused, newcomer: Newcomer) -> Exception:
    match refused.reason:
        case Refusal.NOT_FOUND:
            return BadInput(f"there is no unit called {newcomer.unit!r}; --new-unit opens it as a branch")
        case Refusal.ALREADY_THERE:
            return BadInput(f"{newcomer.full_name!r} stands in {newcomer.unit!r} already; see loa invite")
    return refused


ADD = Request("add", Newcomer, Invited, add)
