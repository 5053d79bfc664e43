"""/dulieu: what members ask about their data, with the law's clocks, for the admins."""

from datetime import timedelta
from typing import Protocol

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.privacy import deciding
from bot.organisation.privacy.cards import case_card
from bot.organisation.privacy.deciding import Case, Cases
from bot.states import DataRequest, Role
from bot.texts import data_requests as texts
from bot.texts import refusals
from handlers.conversation import Command, Handler, Incoming

_PAGE = 6
_WAITS = timedelta(hours=1)
_TRY_AGAIN = frozenset({Refusal.EMPTY, Refusal.TOO_LONG})


class _Decide(Protocol):
    """A decision that needs a reason."""

    async def __call__(self, caller: Caller, office: Office, *, request_id: int, because: str) -> Case: ...


async def show(office: Office, incoming: Incoming) -> Reply:
    """What waits, the first clock at the top."""
    return Reply(messages=(_list(office, await deciding.cases(incoming.caller, office), page=0),))


async def show_page(office: Office, incoming: Incoming) -> Reply:
    """The list at another page."""
    found = await deciding.cases(incoming.caller, office)
    return Reply(replaces=_list(office, found, page=incoming.press.argument))


async def open_case(office: Office, incoming: Incoming) -> Reply:
    """One request."""
    case = await deciding.case(incoming.caller, office, request_id=incoming.press.subject)
    return Reply(messages=(case_card(office, case),))


async def receive(office: Office, incoming: Incoming) -> Reply:
    """Tell the member that it was received."""
    case = await deciding.receive(incoming.caller, office, request_id=incoming.press.subject)
    return Reply(replaces=case_card(office, case), toast=texts.TOASTS["received"])


async def done(office: Office, incoming: Incoming) -> Reply:
    """It is done; before data are deleted, ask once more."""
    case = await deciding.case(incoming.caller, office, request_id=incoming.press.subject)
    if case.request.request is not DataRequest.DELETE:
        return await done_confirmed(office, incoming)
    rows = (
        (Button(texts.DELETE_CONFIRM_BUTTON, Act.REQUEST_DONE_CONFIRMED, case.request.id),),
        (Button(texts.BACK_BUTTON, Act.DATA_REQUESTS),),
    )
    return Reply(messages=(Message((Line(texts.delete_warning(case.full_name)), Buttons(rows))),))


async def done_confirmed(office: Office, incoming: Incoming) -> Reply:
    """Do it."""
    case = await deciding.finish(incoming.caller, office, request_id=incoming.press.subject)
    said = texts.finished(case.request.request, case.full_name)
    return Reply(replaces=case_card(office, case), toast=said, receipt=said)


async def begin_extension(office: Office, incoming: Incoming) -> Reply:
    """Wait for why it takes longer."""
    return await _ask(office, incoming, Awaited.EXTENSION_REASON, texts.ASK_EXTENSION)


async def extend(office: Office, incoming: Incoming) -> Reply:
    """Extend, and tell the member why."""
    return await _answer(office, incoming, deciding.extend, texts.TOASTS["extended"])


async def begin_refusal(office: Office, incoming: Incoming) -> Reply:
    """Wait for the law's reason."""
    return await _ask(office, incoming, Awaited.REFUSAL_REASON, texts.ASK_REFUSAL)


async def refuse(office: Office, incoming: Incoming) -> Reply:
    """Refuse, and tell the member why."""
    return await _answer(office, incoming, deciding.refuse, texts.TOASTS["refused"])


async def _ask(office: Office, incoming: Incoming, awaited: Awaited, words: str) -> Reply:
    case = await deciding.case(incoming.caller, office, request_id=incoming.press.subject)
    never = Buttons(((Button(texts.BACK_BUTTON, Act.NEVER_MIND),),))
    return Reply(
        messages=(Message((Bold(texts.case_title(case.request.request)), Line(words), never)),),
        asking=Asking(awaited, case.request.id, office.clock.now() + _WAITS),
    )


async def _answer(office: Office, incoming: Incoming, decide: _Decide, toast: str) -> Reply:
    if incoming.asking is None:
        raise Refused(Refusal.GONE_ON)
    about = incoming.asking.subject
    try:
        case = await decide(incoming.caller, office, request_id=about, because=incoming.text)
    except Refused as refused:
        if refused.reason not in _TRY_AGAIN:
            raise
        sentence = Line(refusals.sentence(refused.reason, refused.details))
        return Reply(messages=(Message((sentence,)),), keeps_asking=True)
    return Reply(messages=(case_card(office, case),), toast=toast)


def _list(office: Office, found: Cases, *, page: int) -> Message:
    start = page * _PAGE
    shown = found.open[start : start + _PAGE]
    blocks: list[Block] = [Bold(texts.TITLE)]
    # Numbered anew on each page: the first number is the first choice, also where it is typed.
    blocks += [Line(_line(number, one)) for number, one in enumerate(shown, start=1)]
    if not found.open:
        blocks.append(Line(texts.NONE_OPEN))
    if not page and found.ended:
        blocks += [Line(texts.ENDED), *(Line(_ended(office, one)) for one in found.ended)]
    openers = [
        Button(texts.open_button(number), Act.DATA_REQUEST, one.request.id)
        for number, one in enumerate(shown, start=1)
    ]
    rows = [tuple(openers[at : at + 3]) for at in range(0, len(openers), 3)]
    if page:
        rows.append((Button(texts.PAGE_BEFORE, Act.DATA_REQUESTS, 0, page - 1),))
    if len(found.open) > start + _PAGE:
        rows.append((Button(texts.MORE, Act.DATA_REQUESTS, 0, page + 1),))
    return Message((*blocks, Buttons(tuple(rows))) if rows else tuple(blocks), protected=True)


def _line(number: int, case: Case) -> str:
    return texts.line(
        number,
        case.request.request,
        full_name=case.full_name,
        unit_name=case.unit_name,
        left=texts.left(case.days_left),
        waits=case.request.acknowledged_at is None,
    )


def _ended(office: Office, case: Case) -> str:
    request = case.request
    return texts.ended_line(
        request.request,
        request.state,
        full_name=case.full_name,
        at=request.done_at or request.made_at,
        zone=office.zone,
    )


COMMANDS: tuple[Command, ...] = (Command("dulieu", texts.HELP, show, roles=frozenset({Role.ADMIN})),)
PRESSES: dict[Act, Handler] = {
    Act.DATA_REQUESTS: show_page,
    Act.DATA_REQUEST: open_case,
    Act.REQUEST_RECEIVED: receive,
    Act.REQUEST_DONE: done,
    Act.REQUEST_DONE_CONFIRMED: done_confirmed,
    Act.EXTEND_REQUEST: begin_extension,
    Act.REFUSE_REQUEST: begin_refusal,
}
AWAITED: dict[Awaited, Handler] = {
    Awaited.EXTENSION_REASON: extend,
    Awaited.REFUSAL_REASON: refuse,
}
