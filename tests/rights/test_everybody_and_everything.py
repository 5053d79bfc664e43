"""The one table: every command and every button x everybody x own and other branch (design.md section 8)."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.access import Caller, Door, Grant
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.rights.proposals import Proposal
from bot.settings import Settings
from bot.settings.sections import OfficeSection, WebSection
from handlers.commands.joining.joining import stranger
from handlers.commands.table import AWAITED, BY_WORD, COMMANDS, PRESSES, commands_for
from handlers.conversation import Incoming, Press, Text
from storage.states import Role
from tests.cast import Cast
from tests.rights import expected
from tests.rights.expected import LETTERS, May
from tests.rights.world import ACTORS, OTHER, OWN, DryDatabase, World, build

_REFUSED = {
    Refusal.NOT_ALLOWED,
    Refusal.NOT_FOUND,
    Refusal.OWN_ROLE,
    Refusal.CODE_INVALID,
    Refusal.ADDRESS_TAKEN,
}
"""What says that somebody may not; every other refusal is about the moment (gone on, too late, ...)."""
_PLACES = ("own", "other")
_HOW = (
    "Say in tests/rights/expected.py who may use it: for a command the letters of those whom its use case "
    "lets through, for a button a May(own, other, about, argument) about a thing of tests/rights/world.py."
)


def test_every_command_and_every_button_has_its_line() -> None:
    words = {command.name for command in COMMANDS}
    assert words == expected.COMMANDS.keys(), f"{words ^ expected.COMMANDS.keys()}: {_HOW}"
    acts = {act.name for act in PRESSES}
    lines = {act.name for act in expected.PRESSES}
    assert acts == lines, f"{sorted(acts ^ lines)}: {_HOW}"
    assert set(Act) == set(PRESSES), f"{sorted(set(Act) - set(PRESSES))} lead nowhere when they are pressed"


@pytest.mark.timeout(600)
async def test_everybody_may_do_what_stands_in_the_table_and_nothing_else(
    office: Office, cast: Cast, prepared_url: str, tmp_path: Path
) -> None:
    web = WebSection(public_url="https://loa.example")
    settings = Settings(office=OfficeSection(data_folder=tmp_path), web=web)
    world = await build(replace(office, settings=settings), cast)
    database = DryDatabase(prepared_url)
    dry = replace(office, database=database, settings=settings)
    wrong = []
    try:
        for word, letters in expected.COMMANDS.items():
            for actor, caller in world.callers.items():
                may = await _goes_through(database, _said(dry, caller, word))
                wrong += _differs(f"/{word}", actor, may, letters)
        for act, line in expected.PRESSES.items():
            for place in (OWN, OTHER):
                letters = line.own if place == OWN or line.other is None else line.other
                for actor, caller in world.callers.items():
                    tried = _pressed(dry, world, caller, act, line, place)
                    may = await _goes_through(database, tried, also=line.also)
                    wrong += _differs(f"{act.name} ({_PLACES[place]} branch)", actor, may, letters)
    finally:
        await database.close()
    assert not wrong, "\n".join([*wrong, _HOW])


def test_menus_show_each_role_what_it_may_use_and_nothing_else() -> None:
    for letter, actor in LETTERS.items():
        if letter == "?":
            continue
        menu = {command.name for command in commands_for(_holder(actor))}
        shown = expected.COMMANDS | expected.FEWER_IN_MENUS
        may = {word for word, letters in shown.items() if letter in letters}
        unlisted = {command.name for command in COMMANDS if not command.listed}
        assert menu == may - unlisted, actor


def _differs(what: str, actor: str, may: bool, letters: str) -> list[str]:
    as_whom = {"lapsed": "member", "gone": "stranger"}.get(actor, actor)
    expects = any(LETTERS[letter] == as_whom for letter in letters)
    if may == expects:
        return []
    return [f"{what}: {actor} is {'let through' if may else 'refused'}, the table says otherwise"]


async def _goes_through(
    database: DryDatabase, tried: Awaitable[Reply | None], *, also: Refusal = Refusal.NOT_ALLOWED
) -> bool:
    """Whether nobody said no; a change that went through counts, whatever came after it."""
    database.changed = False
    try:
        answered = await tried
    except Refused as refused:
        return refused.reason not in {*_REFUSED, also} or database.changed
    return answered is not None


async def _said(office: Office, caller: Caller, word: str) -> Reply | None:
    return await _tried(office, _incoming(caller, Text(f"/{word}")), BY_WORD[word].run)


async def _pressed(
    office: Office, world: World, caller: Caller, act: Act, line: May, place: int
) -> Reply | None:
    subject = world.things[line.about][place]
    argument, asking = _argument(office, world, line, place)
    incoming = _incoming(caller, Press(act, subject, argument))
    asked = await _tried(office, replace(incoming, asking=asking, message_id="1"), PRESSES[act])
    if not line.then or asked is None or asked.asking is None:
        return asked
    typed = replace(_incoming(caller, Text(line.then)), asking=asked.asking)
    return await AWAITED[asked.asking.awaited](office, typed)


async def _tried(
    office: Office, incoming: Incoming, run: Callable[[Office, Incoming], Awaitable[Reply]]
) -> Reply | None:
    if incoming.caller.member_id is not None:
        return await run(office, incoming)
    # The dispatcher never comes this far: a stranger hears one polite line. The use case has to refuse all
    # the same.
    polite = await stranger(office, replace(incoming, content=Text("Xin chào")))
    try:
        answered = await run(office, incoming)
    except Refused:
        assert await _hears(office, incoming) in {None, polite}
        raise
    return answered


async def _hears(office: Office, incoming: Incoming) -> Reply | None:
    """What a stranger is told; None: they are refused there too."""
    try:
        return await stranger(office, incoming)
    except Refused:
        return None


def _argument(office: Office, world: World, line: May, place: int) -> tuple[int, Asking | None]:
    if isinstance(line.argument, int):
        return line.argument, None
    unit_id = world.things["unit"][place]
    match line.argument:
        case "secretary_of_unit":
            return 8 * unit_id, None
        case "change_of_unit":
            return 1 + 16 * unit_id, None
        case "shown":
            proposal = Proposal(world.things["member"][place], Role.SECRETARY, unit_id)
            until = office.clock.now().replace(year=2030)
            asking = Asking(Awaited.ROLE_TERM, proposal.member_id, until, argument=proposal.number)
            return proposal.checksum, asking
    return world.things[line.argument][place], None


def _incoming(caller: Caller, content: Press | Text) -> Incoming:
    return Incoming(caller=caller, address_id=caller.address_id or 0, content=content)


def _holder(actor: str) -> Caller:
    roles = {
        "secretary": Role.SECRETARY,
        "deputy": Role.DEPUTY_SECRETARY,
        "leader": Role.COMMITTEE_LEADER,
        "clerk": Role.CLERK,
        "approver": Role.APPROVER,
        "admin": Role.ADMIN,
        "auditor": Role.AUDITOR,
    }
    grants = (Grant(roles[actor], 1, frozenset({1})),) if actor in roles else ()
    assert actor in ACTORS
    return Caller(1, Door.TELEGRAM, grants)
