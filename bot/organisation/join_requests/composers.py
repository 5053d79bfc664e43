"""A request as who decides gets it, and the answer as the stranger does."""

from bot.access import Caller, Door
from bot.delivery.composing import ComposeTable, Skip
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.organisation.callers import grants_of
from bot.organisation.join_requests.deciding import fitting, may_decide
from bot.texts import join_requests as texts
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.joining import invitations, join_requests
from storage.joining.join_requests import JoinRequest
from storage.organisation import organisation, people
from storage.states import JoinState, Purpose, Reason


def compose_request(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """What the stranger wrote, and the members who may be meant, to one who may decide."""
    request = join_requests.by_id(connection, claimed.subject or 0)
    if request is None or request.state is not JoinState.WAITING:
        return Skip(Reason.ANSWERED)
    decider = _decider(connection, office, claimed)
    if decider is None or not may_decide(decider, request):
        return Skip(Reason.LEFT)
    return _card(connection, office, decider, request)


def compose_answer(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """What became of it, to the conversation that asked, while it stands for nobody."""
    request = join_requests.by_id(connection, claimed.subject or 0)
    if request is None or claimed.owner_id is not None:
        return Skip(Reason.CHANGED)
    match request.state:
        case JoinState.APPROVED:
            return _approved(connection, office, request)
        case JoinState.REFUSED:
            return Message((Line(texts.REFUSED),))
        case JoinState.LAPSED:
            again = Buttons(((Button(texts.ASK_BUTTON, Act.ASK_TO_JOIN),),))
            return Message((Line(texts.LAPSED), again))
        case JoinState.WAITING:
            return Skip(Reason.CHANGED)


def _decider(connection: Connection, office: Office, claimed: Claimed) -> Caller | None:
    if claimed.member_id is None or claimed.owner_id != claimed.member_id:
        return None
    member = people.member(connection, claimed.member_id)
    if member is None or member.left_at is not None:
        return None
    return Caller(
        member_id=member.id,
        door=Door.CLOCK,
        grants=grants_of(connection, office, member_id=member.id),
        address_id=claimed.address_id,
    )


def _card(connection: Connection, office: Office, decider: Caller, request: JoinRequest) -> Message:
    unit = None if request.unit_id is None else organisation.unit(connection, request.unit_id)
    lines = texts.request_lines(
        said_name=request.said_name,
        said_unit=request.said_unit,
        account=request.account,
        unit_name=unit.name if unit else "",
        made_at=request.made_at,
        zone=office.zone,
    )
    found = fitting(connection, office, decider, request)
    rows = [
        (
            Button(
                texts.choose_button(one.full_name, one.unit_name), Act.APPROVE_JOIN, request.id, one.member_id
            ),
        )
        for one in found
    ]
    rows.append((Button(texts.REFUSE_BUTTON, Act.REFUSE_JOIN, request.id),))
    ask = texts.CHOOSE if found else texts.NOBODY_FITS
    return Message((Bold(texts.TITLE), *map(Line, lines), Line(ask), Buttons(tuple(rows))))


def _approved(connection: Connection, office: Office, request: JoinRequest) -> Message | Skip:
    offered = invitations.by_id(connection, request.invitation_id or 0)
    if offered is None or not offered.is_open(office.clock.now()):
        return Skip(Reason.CHANGED)
    see = Buttons(((Button(texts.SEE_BUTTON, Act.SEE_OFFER, offered.id),),))
    return Message((Line(texts.APPROVED), see))


COMPOSERS: ComposeTable = {
    Purpose.JOIN_REQUEST: compose_request,
    Purpose.JOIN_ANSWER: compose_answer,
}
