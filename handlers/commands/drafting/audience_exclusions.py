"""Who is left out of a draft's audience by name: typing names, choosing among several, taking back."""

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.audience import excluding, narrowing
from bot.publication.audience.excluding import Named
from bot.texts import audiences as texts
from handlers.commands.drafting.audiences import Row, back, who
from handlers.commands.drafting.drafting import WAITS, subject_of, with_new_card
from handlers.commands.paging import PAGE, page_of, turns
from handlers.conversation import Handler, Incoming


async def show(office: Office, incoming: Incoming) -> Reply:
    """Who is left out, a page of them, each with a button; a name may be typed."""
    message = await _listed(office, incoming, incoming.press.argument)
    return Reply(replaces=message, asking=_asking(office, incoming))


async def change(office: Office, incoming: Incoming) -> Reply:
    """Leave the member of the button out, or take them off the list."""
    draft_id = incoming.press.subject
    member_id, is_out = divmod(incoming.press.argument, 2)
    act = excluding.leave_out if is_out else excluding.put_back
    await act(incoming.caller, office, draft_id=draft_id, member_id=member_id)
    message = await _listed(office, incoming, 0)
    return Reply(replaces=message, toast=texts.CHANGED, asking=_asking(office, incoming))


async def typed_names(office: Office, incoming: Incoming) -> Reply:
    """Leave out who bears the typed names; of a name that several bear, they are offered."""
    if incoming.asking is None:
        raise Refused(Refusal.GONE_ON)
    if not incoming.text:
        raise Refused(Refusal.EMPTY)
    draft_id = incoming.asking.subject
    named = await excluding.leave_out_named(incoming.caller, office, draft_id=draft_id, typed=incoming.text)
    said = [Message(tuple(map(Line, _outcome(named))))] if named.taken or named.unknown else []
    if named.several:
        said.append(_offered(draft_id, named))
    else:
        said.append(await _listed(office, incoming, 0))
    return Reply(messages=tuple(said), asking=_asking(office, incoming))


def _outcome(named: Named) -> list[str]:
    taken = [texts.somebody(one.name, one.unit) for one in named.taken]
    return [*([texts.taken(taken)] if taken else []), *map(texts.nobody_named, named.unknown)]


def _offered(draft_id: int, named: Named) -> Message:
    rows: list[Row] = [
        (
            Button(
                texts.leave_out_button(one.name, one.unit),
                Act.AUDIENCE_LEAVE_OUT,
                draft_id,
                2 * one.member_id + 1,
            ),
        )
        for one in named.several[:PAGE]
    ]
    has_more = named.has_more or len(named.several) > PAGE
    lines = [texts.SEVERAL, *([texts.MORE_OF_THE_NAME] if has_more else [])]
    return Message((*map(Line, lines), Buttons((*rows, back(draft_id)))))


async def _listed(office: Office, incoming: Incoming, page: int) -> Message:
    found = await narrowing.chosen(incoming.caller, office, draft_id=subject_of(incoming))
    draft_id = found.draft_id
    left_out = found.count.left_out if found.count else ()
    page = min(page, max(0, len(left_out) - 1) // PAGE)
    shown = page_of(left_out, page)
    blocks: list[Block] = [Bold(texts.WITHOUT_TITLE), *who(found, names_follow=True)]
    blocks += [Line(texts.line(place, one.name, one.unit)) for place, one in enumerate(shown, start=1)]
    blocks += [Line(texts.ASK_NAMES)] if left_out else [Line(texts.NOBODY_LEFT_OUT), Line(texts.ASK_NAMES)]
    rows: list[Row] = [
        (Button(texts.put_back_button(place), Act.AUDIENCE_LEAVE_OUT, draft_id, 2 * one.member_id),)
        for place, one in enumerate(shown, start=1)
    ]
    rows += turns(left_out, page, lambda label, to: Button(label, Act.AUDIENCE_WITHOUT, draft_id, to))
    return Message((*blocks, Buttons((*rows, back(draft_id)))), protected=bool(left_out))


def _asking(office: Office, incoming: Incoming) -> Asking:
    return Asking(Awaited.AUDIENCE_WITHOUT, subject_of(incoming), office.clock.now() + WAITS)


PRESSES: dict[Act, Handler] = {
    Act.AUDIENCE_WITHOUT: with_new_card(show),
    Act.AUDIENCE_LEAVE_OUT: with_new_card(change),
}
AWAITED: dict[Awaited, Handler] = {Awaited.AUDIENCE_WITHOUT: with_new_card(typed_names)}
