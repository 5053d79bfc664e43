"""/choduyet, a draft's card, its recipients, and handing it in."""

from datetime import timedelta
from functools import wraps

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.publication.approval import submitting
from bot.publication.approval.numbering import NumberTaken
from bot.publication.audience import recipients
from bot.publication.audience.recipients import HeadCount
from bot.publication.draft import opening
from bot.publication.draft.opening import Waiting
from bot.states import Reason, Role
from bot.texts import draft_fields as field_texts
from bot.texts import draft_menus as menu_texts
from bot.texts import drafting as texts
from bot.texts import quotas as quota_texts
from bot.texts import refusals
from handlers.commands.paging import page_of, turns
from handlers.conversation import Command, Handler, Incoming, Press

WAITS = timedelta(hours=1)
_REASONS = {
    Reason.NO_CONSENT: texts.REASON_ON_PAPER,
    Reason.BLOCKED: texts.REASON_BLOCKED,
    Reason.NO_ADDRESS: texts.REASON_NO_ADDRESS,
}


def with_new_card(handler: Handler) -> Handler:
    """Answer a button or an answer that the draft has outrun with the draft as it now stands."""

    @wraps(handler)
    async def run(office: Office, incoming: Incoming) -> Reply:
        try:
            return await handler(office, incoming)
        except Refused as refused:
            if refused.reason is not Refusal.GONE_ON:
                raise
            sentence = refusals.sentence(refused.reason, refused.details)
            try:
                card = await opening.open_draft(incoming.caller, office, draft_id=subject_of(incoming))
            except Refused:
                # The clerk took it back: this caller may no longer look at it.
                raise refused from None
            if isinstance(incoming.content, Press):
                return Reply(replaces=card, toast=sentence)
            return Reply(messages=(Message((Line(sentence),)), card))

    return run


def subject_of(incoming: Incoming) -> int:
    """The draft that the button or the open question is about."""
    if isinstance(incoming.content, Press):
        return incoming.content.subject
    return incoming.asking.subject if incoming.asking else 0


async def card(office: Office, incoming: Incoming, draft_id: int) -> Message:
    """The draft as it now stands."""
    return await opening.open_draft(incoming.caller, office, draft_id=draft_id)


async def show_waiting(office: Office, incoming: Incoming) -> Reply:
    """/choduyet: what is being drafted, waits for approval, or waits for its set time."""
    return Reply(messages=(await _waiting(office, incoming, 0),))


async def turn_waiting(office: Office, incoming: Incoming) -> Reply:
    """Another page of them."""
    return Reply(replaces=await _waiting(office, incoming, incoming.press.argument))


async def _waiting(office: Office, incoming: Incoming, page: int) -> Message:
    waiting = await opening.waiting_drafts(incoming.caller, office)
    return listed(waiting, page, title=texts.WAITING_TITLE, nothing=texts.NOTHING_OPEN, to=Act.DRAFTS)


def listed(waiting: tuple[Waiting, ...], page: int, *, title: str, nothing: str, to: Act) -> Message:
    """Drafts in a list, each with a button that opens it; `to` leads to another page."""
    if not waiting:
        return Message((Line(nothing),))
    blocks: list[Block] = [Bold(title)]
    rows: list[tuple[Button, ...]] = []
    for place, one in enumerate(page_of(waiting, page), start=1):
        blocks.append(Line(texts.waiting_line(place, one.name, one.state)))
        rows.append((Button(texts.open_button(place), Act.OPEN_DRAFT, one.draft_id),))
    rows += turns(waiting, page, lambda label, other: Button(label, to, 0, other))
    return Message((*blocks, Buttons(tuple(rows))))


async def open_draft(office: Office, incoming: Incoming) -> Reply:
    """The draft's card: in place of the menu it was opened from, where there is one."""
    message = await card(office, incoming, incoming.press.subject)
    return Reply(replaces=message) if incoming.press.argument else Reply(messages=(message,))


async def show_text(office: Office, incoming: Incoming) -> Reply:
    """The whole text of the draft."""
    text = await opening.draft_text(incoming.caller, office, draft_id=incoming.press.subject)
    blocks: list[Block] = [Bold(field_texts.FULL_TEXT_TITLE)]
    blocks += [Line(line) for line in text.body.splitlines()]
    # Whoever only looks goes on with the draft's card.
    return Reply(messages=(Message(tuple(blocks), protected=True, keeps_menu=True, keeps_words=True),))


async def show_recipients(office: Office, incoming: Incoming) -> Reply:
    """How many would get it, by unit, and who cannot be reached."""
    count = await recipients.recipients(incoming.caller, office, draft_id=incoming.press.subject)
    if count is None:
        return Reply(
            toast=texts.CHOOSE_AUDIENCE_FIRST, messages=(Message((Line(texts.CHOOSE_AUDIENCE_FIRST),)),)
        )
    return Reply(messages=(Message(tuple(_recipients(count)), keeps_menu=True, keeps_words=True),))


def _recipients(count: HeadCount) -> list[Block]:
    blocks: list[Block] = [
        Bold(texts.RECIPIENTS_TITLE),
        Line(texts.audience_line(count.audience)),
        *map(Line, recipients.count_lines(count)),
        *(Line(texts.unit_count(one.unit, one.expected, one.reachable)) for one in count.units),
        *(Line(one.words) for one in count.needs),
        *([Line(quota_texts.COUNTED)] if count.needs else []),
    ]
    if not count.unreachable:
        return blocks
    blocks += [Line(""), Bold(texts.UNREACHABLE_TITLE)]
    blocks += [Line(texts.unreachable(one.name, one.unit, _REASONS[one.reason])) for one in count.unreachable]
    unnamed = count.expected - count.reachable - len(count.unreachable)
    return [*blocks, Line(texts.more_people(unnamed))] if unnamed > 0 else blocks


async def submit(office: Office, incoming: Incoming) -> Reply:
    """Hand the draft in; the card then says so."""
    return await _submit(office, incoming, is_another=False)


async def submit_another(office: Office, incoming: Incoming) -> Reply:
    """The same, after it was said that a number used on another day is another document's."""
    return await _submit(office, incoming, is_another=True)


async def _submit(office: Office, incoming: Incoming, *, is_another: bool) -> Reply:
    press = incoming.press
    try:
        submitted = await submitting.submit(
            incoming.caller,
            office,
            draft_id=press.subject,
            revision=press.argument,
            is_another=is_another,
        )
    except NumberTaken as taken:
        return _taken(press, taken)
    draft = await opening.draft_text(incoming.caller, office, draft_id=press.subject)
    sentence = field_texts.submitted(draft.name, list(submitted.approvers))
    lines = [Line(sentence)]
    if submitted.unreached:
        lines.append(Line(field_texts.NO_APPROVER_REACHED))
    return Reply(
        messages=(Message(tuple(lines)),),
        toast=sentence,
        replaces=await card(office, incoming, press.subject),
        receipt=sentence,
    )


def _taken(press: Press, taken: NumberTaken) -> Reply:
    """Whose the number is, with the way there; one of another day may be handed in all the same."""
    sentence = refusals.sentence(taken.reason, taken.details)
    rows = [(Button(menu_texts.OPEN_TWIN, Act.OPEN_DRAFT, taken.twin.first.draft_id),)]
    if not taken.twin.is_same:
        rows.append((Button(menu_texts.ANOTHER_YES, Act.NUMBER_CONFIRMED, press.subject, press.argument),))
    return Reply(messages=(Message((Line(sentence), Buttons(tuple(rows)))),), toast=sentence)


async def take_back(office: Office, incoming: Incoming) -> Reply:
    """Bring a draft that waits back to be worked on."""
    await submitting.take_back(incoming.caller, office, draft_id=incoming.press.subject)
    message = await card(office, incoming, incoming.press.subject)
    return Reply(replaces=message, toast=field_texts.TAKEN_BACK)


async def confirm_discard(office: Office, incoming: Incoming) -> Reply:
    """Ask before anything is thrown away."""
    subject = incoming.press.subject
    keep = Button(field_texts.DISCARD_NO, Act.OPEN_DRAFT, subject, 1)
    throw = Button(field_texts.DISCARD_YES, Act.DISCARD_CONFIRMED, subject)
    # The old place of "Bỏ bản này" is the last row: the answer that changes nothing stands there.
    blocks = (Bold(field_texts.DISCARD_TITLE), Buttons(((throw,), (keep,))))
    return Reply(replaces=Message(blocks))


async def discard(office: Office, incoming: Incoming) -> Reply:
    """Throw the draft away."""
    subject = incoming.press.subject
    await submitting.discard(incoming.caller, office, draft_id=subject)
    draft = await opening.draft_text(incoming.caller, office, draft_id=subject)
    said = field_texts.discarded(draft.name)
    return Reply(replaces=Message((Line(said),)), toast=said, receipt=said)


_CLERKS = frozenset({Role.CLERK})
COMMANDS = (Command("choduyet", texts.HELP_WAITING, show_waiting, _CLERKS),)
PRESSES: dict[Act, Handler] = {
    Act.OPEN_DRAFT: open_draft,
    Act.DRAFTS: turn_waiting,
    Act.DRAFT_TEXT: show_text,
    Act.RECIPIENTS: show_recipients,
    Act.SUBMIT: with_new_card(submit),
    Act.NUMBER_CONFIRMED: with_new_card(submit_another),
    Act.WITHDRAW_SUBMISSION: with_new_card(take_back),
    Act.DISCARD: with_new_card(confirm_discard),
    Act.DISCARD_CONFIRMED: with_new_card(discard),
}
AWAITED: dict[Awaited, Handler] = {}
