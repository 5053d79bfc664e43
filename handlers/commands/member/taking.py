"""Đã nhận việc, taking that back, and the tasks in /canlam."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.publication.member import taking
from bot.publication.member.published import member_card
from bot.publication.member.taking import OwnTask
from bot.reading.folding import fold
from bot.texts import acknowledging as words
from bot.texts import refusals
from bot.texts import taking as texts
from handlers.conversation import Command, Handler, Incoming

_MOST = 8
_MOST_TAKEN = 5
_SAID = frozenset({"da nhan viec", "nhan viec", "toi da nhan viec", "toi nhan viec"})


@dataclass(frozen=True)
class Listed:
    """A member's tasks as /canlam shows them."""

    lines: tuple[str, ...]
    opening: tuple[Button, ...]
    giving_back: tuple[Button, ...]


async def take(office: Office, incoming: Incoming) -> Reply:
    """Take the task; the card shows it."""
    about = incoming.press.subject
    version, place = taking.read_mark(incoming.press.argument)
    try:
        said = await _take(office, incoming, publication_id=about, place=place, version=version)
    except Refused as refused:
        if refused.reason is not Refusal.NOT_TAKEN_ON:
            raise
        # The button stood under an earlier version: the card says what is asked now.
        card = await member_card(incoming.caller, office, publication_id=about)
        return Reply(replaces=card, toast=refusals.sentence(refused.reason, {}), keeps_asking=True)
    card = await member_card(incoming.caller, office, publication_id=about)
    return Reply(replaces=card, toast=said, receipt=said, keeps_asking=True)


async def ask_give_back(office: Office, incoming: Incoming, *, place: int) -> Reply:
    """Nothing is taken back before it is confirmed."""
    about = incoming.press.subject
    one = await _own(office, incoming, publication_id=about, place=place)
    if one is None or one.taken_at is None:
        raise Refused(Refusal.GONE_ON)
    rows = (
        (Button(texts.GIVE_BACK_CONFIRMED, Act.UNDO_CONFIRMED, about, place + 1),),
        (Button(texts.KEEP, Act.NEVER_MIND),),
    )
    question = Line(texts.confirm(one.number, one.title, one.text))
    return Reply(messages=(Message((question, Buttons(rows))),))


async def give_back(office: Office, incoming: Incoming, *, place: int) -> Reply:
    """Take it back."""
    about = incoming.press.subject
    await taking.give_back(incoming.caller, office, publication_id=about, place=place)
    button = Buttons(((Button(words.OPEN, Act.OPEN_CARD, about),),))
    return Reply(replaces=Message((Line(texts.GIVEN_BACK), button)), receipt=texts.GIVEN_BACK)


async def listed(office: Office, incoming: Incoming) -> Listed:
    """What /canlam shows of the caller's tasks: those to be taken, and those taken last."""
    own = await taking.own_tasks(incoming.caller, office)
    waiting = [one for one in own if one.taken_at is None][:_MOST]
    moments = [(one.taken_at, one) for one in own if one.taken_at is not None]
    taken = sorted(moments, key=lambda pair: pair[0], reverse=True)[:_MOST_TAKEN]
    lines = ["", texts.WAITING, *(texts.line(*_called(one)) for one in waiting)] if waiting else []
    if taken:
        lines += ["", texts.TAKEN]
        lines += [texts.taken_line(*_called(one), at, office.zone) for at, one in taken]
    return Listed(
        tuple(lines),
        tuple(_opening(one) for one in waiting),
        tuple(
            Button(texts.give_back_button(*_called(one)), Act.UNDO, one.publication_id, one.place + 1)
            for _, one in taken
        ),
    )


async def typed(office: Office, incoming: Incoming) -> Reply | None:
    """The words “đã nhận việc” take the only task that waits; None for any other words."""
    if incoming.caller.member_id is None or fold(incoming.text).removesuffix(" a") not in _SAID:
        return None
    own = await taking.own_tasks(incoming.caller, office)
    waiting = [one for one in own if one.taken_at is None]
    if len(waiting) != 1:
        return _which(waiting)
    only = waiting[0]
    said = await _take(office, incoming, publication_id=only.publication_id, place=only.place)
    return Reply(messages=(Message((Line(said),)),), receipt=said)


async def _take(
    office: Office, incoming: Incoming, *, publication_id: int, place: int, version: int | None = None
) -> str:
    done = await taking.take(
        incoming.caller, office, publication_id=publication_id, place=place, version=version
    )
    say = texts.receipt_before if done.already else texts.receipt
    return say(done.number, done.title, done.text, done.at, office.zone)


def _which(waiting: Sequence[OwnTask]) -> Reply:
    if not waiting:
        return Reply(messages=(Message((Line(texts.NOTHING),)),))
    lines = [Line(texts.line(*_called(one))) for one in waiting[:_MOST]]
    rows = tuple((_opening(one),) for one in waiting[:_MOST])
    return Reply(messages=(Message((Line(texts.SEVERAL), *lines, Buttons(rows))),))


async def _own(office: Office, incoming: Incoming, *, publication_id: int, place: int) -> OwnTask | None:
    own = await taking.own_tasks(incoming.caller, office)
    return next((one for one in own if (one.publication_id, one.place) == (publication_id, place)), None)


def _opening(one: OwnTask) -> Button:
    return Button(texts.open_button(*_called(one)), Act.OPEN_CARD, one.publication_id)


def _called(one: OwnTask) -> tuple[str, str, str]:
    return one.number, one.title, one.text


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {Act.TAKE_TASK: take}
AWAITED: dict[Awaited, Handler] = {}
