"""/kenh: how the connections stand and what to do about each; and where a full bot sends people."""

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Link, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.connections import trying, viewing
from bot.organisation.connections.spreading import elsewhere
from bot.organisation.connections.viewing import READERS, Condition, State
from bot.states import Reason, Role
from bot.texts import connections as texts
from handlers.conversation import Command, Handler, Incoming

_NEARLY = 80
"""Percent."""


async def show(office: Office, incoming: Incoming) -> Reply:
    """All connections, each in a few lines."""
    return Reply(messages=(await _list(office, incoming),))


async def show_again(office: Office, incoming: Incoming) -> Reply:
    """The same in the place of one."""
    return Reply(replaces=await _list(office, incoming))


async def show_one(office: Office, incoming: Incoming) -> Reply:
    """One connection with what has to be done."""
    return Reply(messages=(await _card(office, incoming, incoming.press.subject),))


async def try_again(office: Office, incoming: Incoming) -> Reply:
    """Send there again although its platform said that the month is used up."""
    connection_id = incoming.press.subject
    await trying.try_again(incoming.caller, office, connection_id=connection_id)
    card = await _card(office, incoming, connection_id)
    return Reply(messages=(Message((Line(texts.TRIED),)),), replaces=card)


async def full_house(office: Office, incoming: Incoming) -> Reply | None:
    """Where a stranger has to go who writes to a bot that is full; None: they are welcome here."""
    place = await elsewhere(incoming.caller, office)
    if place is None:
        return None
    blocks: list[Block] = [Line(texts.full(place.called))]
    if place.link:
        blocks.append(Link(texts.OPEN_OTHER, place.link, as_button=True))
    return Reply(messages=(Message(tuple(blocks)),), keeps_asking=True)


async def _list(office: Office, incoming: Incoming) -> Message:
    found = await viewing.connection_states(incoming.caller, office)
    blocks: list[Block] = [Bold(texts.TITLE)]
    rows = []
    for place, one in enumerate(found, start=1):
        blocks.append(Line(texts.line(place, one.called, _condition(office, one))))
        blocks += [Line(texts.joined(_numbers(one))), Line(texts.joined([_waiting(one), _last(office, one)]))]
        rows.append((Button(texts.open_button(place), Act.CONNECTION, one.id),))
    if await viewing.is_alarm_in_danger(incoming.caller, office):
        blocks.append(Line(texts.ADMINS_ON_LIMITED_BOTS))
    return Message((*blocks, Buttons(tuple(rows)) if rows else Line(texts.NONE)))


async def _card(office: Office, incoming: Incoming, connection_id: int) -> Message:
    state = await viewing.connection_state(incoming.caller, office, connection_id=connection_id)
    blocks: list[Block] = [
        Bold(texts.card_title(state.called)),
        Line(texts.state(_condition(office, state))),
        *([Line(texts.account(state.account))] if state.account else []),
        *map(Line, _numbers(state)),
    ]
    if state.month is not None and state.month.ends_on is not None:
        blocks.append(Line(texts.used_up_on(state.month.ends_on) + "."))
    if state.month is not None and state.month.kept:
        blocks.append(Line(texts.kept(state.month.kept)))
    if state.seats.turned_away:
        blocks.append(Line(texts.turned_away(state.seats.turned_away)))
    blocks += [Line(_waiting(state)), Line(_last(office, state)), Line("")]
    steps = _steps(office, state)
    blocks.append(Bold(texts.TO_DO) if steps else Line(texts.NOTHING_TO_DO))
    blocks += [Line(texts.step(place, words)) for place, words in enumerate(steps, start=1)]
    return Message((*blocks, Buttons(_rows(incoming, state))))


def _rows(incoming: Incoming, state: State) -> tuple[tuple[Button, ...], ...]:
    back = (Button(texts.BACK, Act.CONNECTIONS),)
    if state.condition is not Condition.SPENT or not incoming.caller.has({Role.ADMIN}):
        return (back,)
    return ((Button(texts.TRY_AGAIN, Act.TRY_CONNECTION, state.id),), back)


def _condition(office: Office, state: State) -> str:
    match state.condition:
        case Condition.UNSET:
            return texts.UNSET
        case Condition.STOPPED:
            return texts.stopped(state.reason or Reason.OTHER)
        case Condition.NOT_HEARD:
            return texts.NOT_HEARD
        case Condition.OUT if state.since is not None:
            return texts.out(state.since, office.zone)
        case Condition.FAILING if state.since is not None:
            return texts.failing(state.since, office.zone)
        case Condition.SPENT if state.since is not None:
            again_at = state.month.asks_again_at if state.month is not None else None
            again = [texts.asks_again(again_at, office.zone)] if again_at is not None else []
            return ", ".join([texts.spent(state.since, office.zone), *again])
        case Condition.USED_UP:
            return texts.USED_UP
        case _:
            return texts.RUNNING


def _numbers(state: State) -> list[str]:
    held = state.seats
    numbers = [texts.people(held.people, held.most_people), texts.groups(held.groups, held.most_groups)]
    if state.month is not None and state.month.limit:
        numbers.append(texts.messages(state.month.used, state.month.limit))
    return numbers


def _waiting(state: State) -> str:
    return texts.joined([texts.waiting(state.waiting), *([texts.held(state.held)] if state.held else [])])


def _last(office: Office, state: State) -> str:
    return texts.last(state.received_at, state.sent_at, office.zone)


def _steps(office: Office, state: State) -> list[str]:
    steps = _mending(state)
    until = office.calendar.next_month(office.clock.now()).date()
    month, held = state.month, state.seats
    if month is not None and (not month.limit or month.used >= month.limit or month.percent >= 100):
        steps.append(texts.mend_used_up(state.name, until=until))
    elif month is not None and month.percent >= _NEARLY:
        steps.append(texts.mend_short(until=until))
    if state.condition is Condition.SPENT:
        steps.append(texts.MEND_SPENT)
    if held.most_people and held.people * 100 >= held.most_people * _NEARLY:
        steps.append(texts.mend_people(state.next_bot))
    if held.most_groups and held.groups >= held.most_groups:
        steps.append(texts.MEND_GROUPS)
    if state.lacks_link:
        steps.append(texts.mend_link(state.name))
    return steps


def _mending(state: State) -> list[str]:
    match state.condition:
        case Condition.UNSET:
            return [texts.mend_unset(state.name)]
        case Condition.STOPPED:
            return [texts.mend_stopped(state.reason or Reason.OTHER, state.name)]
        case Condition.NOT_HEARD:
            return [texts.mend_not_heard(state.name)]
        case Condition.OUT:
            return [texts.MEND_OUT]
        case Condition.FAILING:
            return [texts.MEND_FAILING]
        case _:
            return []


COMMANDS: tuple[Command, ...] = (Command("kenh", texts.HELP, show, roles=READERS),)
PRESSES: dict[Act, Handler] = {
    Act.CONNECTIONS: show_again,
    Act.CONNECTION: show_one,
    Act.TRY_CONNECTION: try_again,
}
AWAITED: dict[Awaited, Handler] = {}
