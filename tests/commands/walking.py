"""Everybody says every command, presses what they see, types what they are asked for; nothing is kept."""

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace

from bot.access import Caller
from bot.errors import Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.rights.proposals import Proposal
from handlers.commands.table import AWAITED, COMMANDS, PRESSES
from handlers.conversation import Content, Incoming, Press, Text
from storage.states import Role
from tests.commands.saying import buttons
from tests.rights import expected
from tests.rights.expected import LETTERS, May
from tests.rights.world import OWN, World

_MOST_OF_AN_ACT = 2
"""How often somebody presses buttons of one kind: as a rule they differ in what they are about only."""
_TYPED = {
    Awaited.QUESTION: "Họp ở đâu?",
    Awaited.ANSWER: "Ở hội trường.",
    Awaited.DRAFT_FIELD: "20/11/2026",
    Awaited.DUE: "17:00 27/11/2026",
    Awaited.PUBLISH_AT: "17:00 24/11/2026",
    Awaited.RETURN_NOTE: "Xin sửa tên.",
    Awaited.READ_ALOUD: "08:00 23/11/2026, nhà riêng, Nguyễn Văn An",
    Awaited.SESSION_WHEN: "19:30-21:00 10/12/2026",
    Awaited.SESSION_MOVE: "19:30-21:00 10/12/2026",
    Awaited.ROLE_TERM: "từ 01/12/2026 đến 31/12/2027",
    Awaited.ROLE_END: "31/12/2026",
    Awaited.UNIT_DATE: "01/02/2027",
    Awaited.QUIET_HOURS: "21:00-8:00",
    Awaited.WHY_NUMBER: "12-KH/ĐU",
    Awaited.SEARCH_WORDS: "sinh hoạt",
    Awaited.SOURCE_PLACE: "http://169.254.169.254/rss",
    Awaited.EXEMPT_UNTIL: "31/12/2026",
}
"""What is typed, where any words will not do."""


@dataclass(frozen=True)
class Answered:
    """What somebody was answered.

    Args:
        actor: a word of `tests.rights.world.ACTORS`.
        what: what they did.
        act: the button, if it was one.
    """

    actor: str
    what: str
    act: Act | None
    reply: Reply


async def walk(office: Office, world: World) -> AsyncIterator[Answered]:
    """Every answer that can be reached in an office whose database keeps nothing."""
    for letter, actor in LETTERS.items():
        if letter != "?":
            async for answered in _of(office, world, world.callers[actor], letter, actor):
                yield answered


async def _of(
    office: Office, world: World, caller: Caller, letter: str, actor: str
) -> AsyncIterator[Answered]:
    pressed: Counter[Act] = Counter()
    waiting: list[tuple[Button, Asking | None]] = []

    def take(reply: Reply) -> None:
        shown = [*([reply.replaces] if reply.replaces else []), *reply.messages]
        waiting.extend((one, reply.asking) for message in shown for one in _buttons(message))

    for command in COMMANDS:
        said = await _tried(office, _incoming(caller, Text(f"/{command.name}")), command.run)
        if said is not None:
            take(said)
            yield Answered(actor, f"/{command.name}", None, said)
    waiting.extend(_direct(office, world, letter))
    while waiting:
        button, asking = waiting.pop(0)
        if pressed[button.act] >= _MOST_OF_AN_ACT:
            continue
        press = Press(button.act, button.subject, button.argument)
        said = await _tried(office, _incoming(caller, press, asking), PRESSES[button.act])
        if said is None:
            continue
        pressed[button.act] += 1
        take(said)
        yield Answered(actor, f"{button.act.name} “{button.label}”", button.act, said)
        if said.asking is not None and said.asking != asking:
            words = _TYPED.get(said.asking.awaited, "Chi bộ Hai")
            run = AWAITED[said.asking.awaited]
            typed = await _tried(office, _incoming(caller, Text(words), said.asking), run)
            if typed is not None:
                take(typed)
                yield Answered(actor, f"{button.act.name}, then “{words}”", None, typed)


def _direct(office: Office, world: World, letter: str) -> list[tuple[Button, Asking | None]]:
    """The buttons of the table of rights, about things of one's own branch."""
    return [
        (Button("", act, world.things[line.about][OWN], argument), asking)
        for act, line in expected.PRESSES.items()
        if letter in line.own
        for argument, asking in [_argument(office, world, line)]
    ]


def _argument(office: Office, world: World, line: May) -> tuple[int, Asking | None]:
    if isinstance(line.argument, int):
        return line.argument, None
    unit_id = world.things["unit"][OWN]
    match line.argument:
        case "secretary_of_unit":
            return 8 * unit_id, None
        case "change_of_unit":
            return 1 + 16 * unit_id, None
        case "shown":
            proposal = Proposal(world.things["member"][OWN], Role.SECRETARY, unit_id)
            until = office.clock.now().replace(year=2030)
            return proposal.checksum, Asking(Awaited.ROLE_TERM, proposal.member_id, until, proposal.number)
    return world.things[line.argument][OWN], None


def _buttons(message: Message) -> list[Button]:
    return [one for one in buttons(message) if one.act in PRESSES]


async def _tried(
    office: Office, incoming: Incoming, run: Callable[[Office, Incoming], Awaitable[Reply]]
) -> Reply | None:
    """None: it was refused, as much is where nothing is kept."""
    try:
        return await run(office, replace(incoming, message_id="1"))
    except Refused:
        return None


def _incoming(caller: Caller, content: Content, asking: Asking | None = None) -> Incoming:
    return Incoming(caller=caller, address_id=caller.address_id or 0, content=content, asking=asking)
