"""Tệp kèm: the files of a publication, on request."""

from bot.acknowledgement.opening import Through, opened
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, File, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.publication.member.attached import Attachment
from bot.publication.member.handing_files import Files, demand_file, files_for
from bot.texts import acknowledging as words
from bot.texts import attachments as texts
from handlers.conversation import Command, Handler, Incoming

_IN_A_ROW = 2


async def show(office: Office, incoming: Incoming) -> Reply:
    """The only file, or the list to choose from."""
    found = await files_for(incoming.caller, office, publication_id=incoming.press.subject)
    if len(found.files) == 1:
        return await _hand_over(office, incoming, found, found.files[0])
    lines = [Line(texts.line(place, one.name)) for place, one in enumerate(found.files, start=1)]
    heading = Bold(texts.heading(words.named(found.number, found.title)))
    return Reply(messages=(Message((heading, *lines, Buttons(_rows(found)))),), keeps_asking=True)


async def send(office: Office, incoming: Incoming) -> Reply:
    """One file."""
    press = incoming.press
    found = await files_for(incoming.caller, office, publication_id=press.subject)
    return await _hand_over(office, incoming, found, demand_file(found, press.argument))


async def _hand_over(office: Office, incoming: Incoming, found: Files, one: Attachment) -> Reply:
    await opened(incoming.caller, office, publication_id=found.publication_id, through=Through.FILE)
    heading = Line(texts.of(words.named(found.number, found.title)))
    file = File(one.name, one.file_id, publication_id=found.publication_id)
    return Reply(messages=(Message((heading, file)),), keeps_asking=True)


def _rows(found: Files) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(texts.open_button(place), Act.ATTACHMENT, found.publication_id, one.id)
        for place, one in enumerate(found.files, start=1)
    ]
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {Act.ATTACHMENTS: show, Act.ATTACHMENT: send}
AWAITED: dict[Awaited, Handler] = {}
