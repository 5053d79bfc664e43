"""A roster file in the chat: sent in, compared, shown, applied or dropped; and the program's own template."""

from itertools import islice

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import AskFile, Block, Bold, Button, Buttons, File, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.roster import applying, importing
from bot.organisation.roster.difference import Part
from bot.organisation.roster.difference_files import keep_difference, keep_file
from bot.organisation.roster.importing import KEPT_FOR, Shown
from bot.organisation.roster.tables import Does, line_of, rows_of
from bot.organisation.roster.template import make_template
from bot.states import Role
from bot.texts import roster_files as texts
from handlers.conversation import Command, FileSent, Handler, Incoming

# Of each kind; the rest stands in the file.
_FIRST_LINES = 2
_MOST_NAMES = 6
_PARTS = 8
"""More than there are parts: what a button applies, and to which difference, stand in one number."""


async def ask_file(office: Office, incoming: Incoming) -> Reply:
    """Say what is wanted and wait for it."""
    importing.demand_import(incoming.caller)
    rows = (
        (Button(texts.TEMPLATE_BUTTON, Act.ROSTER_TEMPLATE),),
        (Button(texts.NEVER_MIND, Act.NEVER_MIND),),
    )
    title, *lines = texts.ASK_FILE
    wanted = AskFile(texts.SEND_FILE, otherwise=texts.NO_FILES_HERE)
    message = Message((Bold(title), wanted, *map(Line, lines), Buttons(rows)))
    until = office.clock.now() + KEPT_FOR
    return Reply(messages=(message,), asking=Asking(Awaited.ROSTER_FILE, 0, until))


async def take_file(office: Office, incoming: Incoming) -> Reply:
    """Read the file and show what it would change."""
    if not isinstance(incoming.content, FileSent):
        importing.demand_import(incoming.caller)
        return Reply(messages=(Message((Line(texts.FILE_EXPECTED),)),), keeps_asking=True)
    sent = incoming.content
    import_id = await importing.show_file(incoming.caller, office, name=sent.name, content=sent.content)
    shown = await importing.look_at(incoming.caller, office, import_id=import_id)
    return Reply(messages=(*await _table(office, incoming, shown), _card(office, shown)))


async def apply_part(office: Office, incoming: Incoming) -> Reply:
    """Apply what the button names; the card then shows what is left."""
    press = incoming.press
    seen, part = divmod(press.argument, _PARTS)
    if part not in set(Part):
        raise Refused(Refusal.NOT_FOUND)
    done = await applying.apply_part(
        incoming.caller, office, import_id=press.subject, seen=seen, parts=(Part(part),)
    )
    if done.is_done:
        lines = [_done(done), *([texts.INVITE_NEXT] if done.joined else [])]
        return Reply(replaces=Message(tuple(map(Line, lines))), toast=lines[0], receipt=" ".join(lines))
    shown = await importing.look_at(incoming.caller, office, import_id=press.subject)
    if done.moved_on:
        table = await _table(office, incoming, shown)
        card = _card(office, shown, said=texts.GONE_ON)
        return Reply(replaces=card, messages=table, toast=texts.GONE_ON)
    return Reply(replaces=_card(office, shown, said=_done(done)), toast=_done(done))


async def open_units(office: Office, incoming: Incoming) -> Reply:
    """Count the units that the file names and that are not there as to be opened."""
    subject = incoming.press.subject
    await importing.open_units_too(incoming.caller, office, import_id=subject)
    shown = await importing.look_at(incoming.caller, office, import_id=subject)
    return Reply(replaces=_card(office, shown), messages=await _table(office, incoming, shown))


async def drop(office: Office, incoming: Incoming) -> Reply:
    """Forget the file."""
    partly = await importing.drop(incoming.caller, office, import_id=incoming.press.subject)
    said = texts.REST_DROPPED if partly else texts.DROPPED
    return Reply(replaces=Message((Line(said),)), toast=said, receipt=said)


async def send_template(office: Office, incoming: Incoming) -> Reply:
    """The program's own file, filled with who is on the roster."""
    content = await make_template(incoming.caller, office, unit_id=incoming.press.subject)
    number = await keep_file(incoming.caller, office, content=content, step="keep template")
    message = Message((Line(texts.TEMPLATE_READY), File(texts.TEMPLATE_FILE, number)))
    return Reply(messages=(message,), keeps_asking=True)


async def _table(office: Office, incoming: Incoming, shown: Shown) -> tuple[Message, ...]:
    """The whole difference as a file; nothing where there is none."""
    if next(rows_of(shown), None) is None:
        return ()
    number = await keep_difference(incoming.caller, office, shown=shown)
    # By itself: a message with a file cannot be replaced, and its buttons would stay for ever.
    return (Message((Line(texts.WHOLE_TABLE), File(texts.DIFFERENCE_FILE, number))),)


def part_argument(part: Part, seen: int) -> int:
    """What the button of a part carries: the part, and the checksum of the difference it stands under."""
    return seen * _PARTS + part


def _card(office: Office, shown: Shown, *, said: str = "") -> Message:
    made = shown.difference
    blocks: list[Block] = [Line(said)] if said else []
    blocks += [
        Bold(texts.title(shown.file_name)),
        Line(texts.read_line(shown.lines, shown.sheet, shown.units)),
    ]
    if made.is_empty:
        blocks.append(Line(texts.NOTHING_CHANGES))
    if not made.is_empty or made.unclear:
        counted = texts.counts(
            joined=len(made.joined),
            moved=len(made.moved),
            changed=len(made.changed),
            left=len(made.left),
            unclear=len(made.unclear),
        )
        blocks += [Line(line) for line in (*counted, *_first_lines(shown))]
    blocks += [Line(line) for line in _remarks(shown)]
    if not made.is_empty:
        blocks += [Line(texts.NOTHING_APPLIED_YET)] if not said else []
        blocks.append(Line(texts.remaining(shown.until_at, office.zone)))
    buttons = _buttons(shown)
    return Message((*blocks, Buttons(buttons)) if buttons else tuple(blocks))


def _first_lines(shown: Shown) -> list[str]:
    rows = list(rows_of(shown))
    lines = [
        line_of(row)
        for does in Does
        for row in islice((one for one in rows if one.does is does), _FIRST_LINES)
    ]
    return lines if len(lines) == len(rows) else [*lines, texts.MORE_IN_FILE]


def _remarks(shown: Shown) -> list[str]:
    made, lines = shown.difference, []
    if made.unknown_units:
        names = [name for name, _ in made.unknown_units][:_MOST_NAMES]
        lines.append(texts.unknown_units(names, opens=bool(made.opened_units)))
    for unit_id in made.emptied_units[:_MOST_NAMES]:
        leaving = sum(1 for one in made.left if one.unit_id == unit_id)
        lines.append(texts.emptied(shown.unit_names.get(unit_id, ""), leaving, shown.whole[unit_id]))
    if shown.left_out:
        lines.append(texts.left_out(shown.left_out))
    if shown.other_sheets:
        lines.append(texts.other_sheets(shown.other_sheets[:_MOST_NAMES]))
    return lines


def _buttons(shown: Shown) -> tuple[tuple[Button, ...], ...]:
    made, number, seen = shown.difference, shown.import_id, shown.difference.checksum
    counts = {part: shown.count(part) for part in Part}
    single = [part for part in (Part.JOINED, Part.MOVED, Part.CHANGED, Part.LEFT) if counts[part]]
    rows: list[tuple[Button, ...]] = []
    if counts[Part.ALL]:
        label = texts.all_button(counts[Part.ALL])
        rows.append((Button(label, Act.ROSTER_APPLY, number, part_argument(Part.ALL, seen)),))
    if len(single) > 1:
        rows += [
            (Button(label, Act.ROSTER_APPLY, number, part_argument(part, seen)),)
            for part in single
            for label in (texts.part_button(part, counts[part]),)
        ]
    if counts[Part.EMPTIED]:
        label = texts.part_button(Part.EMPTIED, counts[Part.EMPTIED])
        rows.append((Button(label, Act.ROSTER_APPLY, number, part_argument(Part.EMPTIED, seen)),))
    if made.unknown_units and not made.opened_units:
        label = texts.open_units_button(len(made.unknown_units))
        rows.append((Button(label, Act.ROSTER_OPEN_UNITS, number),))
    if rows:
        rows.append((Button(texts.DROP_BUTTON, Act.ROSTER_DROP, number),))
    return tuple(rows)


def _done(done: applying.Applied) -> str:
    return texts.applied(
        joined=done.joined,
        moved=done.moved,
        changed=done.changed,
        left=done.left,
        opened=done.opened,
    )


COMMANDS: tuple[Command, ...] = (
    Command("nhapdanhsach", texts.HELP_IMPORT, ask_file, roles=frozenset({Role.ADMIN}), listed=False),
)
PRESSES: dict[Act, Handler] = {
    Act.ROSTER_IMPORT: ask_file,
    Act.ROSTER_TEMPLATE: send_template,
    Act.ROSTER_APPLY: apply_part,
    Act.ROSTER_DROP: drop,
    Act.ROSTER_OPEN_UNITS: open_units,
}
AWAITED: dict[Awaited, Handler] = {Awaited.ROSTER_FILE: take_file}
