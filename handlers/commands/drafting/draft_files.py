"""The files of a draft: adding by sending, looking at, renaming, removing."""

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.draft import attaching, menu_opening
from bot.publication.draft.draft_menus import FILE_STEPS, LOOK, REMOVE, RENAME, Menu
from bot.texts import draft_fields as field_texts
from bot.texts import draft_menus as texts
from bot.texts import drafting as draft_texts
from handlers.commands.drafting.drafting import WAITS, with_new_card
from handlers.conversation import Command, FileSent, Handler, Incoming


async def take_file(office: Office, incoming: Incoming) -> Reply:
    """One more file; the menu goes on waiting for the next."""
    asking = _asked(incoming)
    if not isinstance(incoming.content, FileSent):
        return Reply(messages=(Message((Line(texts.FILE_EXPECTED),)),), keeps_asking=True)
    sent = incoming.content
    await attaching.add_file(
        incoming.caller, office, draft_id=asking.subject, revision=None, content=sent.content, name=sent.name
    )
    return Reply(
        messages=(await _files(office, incoming, asking.subject),),
        toast=texts.FILE_ADDED,
        asking=_waiting(office, asking.subject),
    )


async def on_file(office: Office, incoming: Incoming) -> Reply:
    """A file's own menu, or what was chosen there."""
    press = incoming.press
    attachment_id, step = divmod(press.argument, FILE_STEPS)
    match step:
        case int() if step == LOOK:
            shown = await attaching.file_of(
                incoming.caller, office, draft_id=press.subject, attachment_id=attachment_id
            )
            return Reply(messages=(shown,), keeps_asking=True)
        case int() if step == RENAME:
            return await _ask_name(office, incoming, attachment_id)
        case int() if step == REMOVE:
            await attaching.remove_file(
                incoming.caller, office, draft_id=press.subject, attachment_id=attachment_id
            )
            menu = await _files(office, incoming, press.subject)
            waiting = _waiting(office, press.subject)
            return Reply(replaces=menu, toast=texts.FILE_REMOVED, asking=waiting)
    return await _one_file(office, incoming, attachment_id)


async def take_name(office: Office, incoming: Incoming) -> Reply:
    """The file's new name."""
    asking = _asked(incoming)
    if not incoming.text:
        return Reply(messages=(Message((Line(field_texts.TEXT_WANTED),)),), keeps_asking=True)
    await attaching.rename_file(
        incoming.caller,
        office,
        draft_id=asking.subject,
        attachment_id=asking.argument,
        name=incoming.text,
    )
    menu = await _files(office, incoming, asking.subject)
    return Reply(messages=(menu,), toast=field_texts.CHANGED, asking=_waiting(office, asking.subject))


async def _ask_name(office: Office, incoming: Incoming, attachment_id: int) -> Reply:
    subject = incoming.press.subject
    await _demand_file(office, incoming, attachment_id)
    never_mind = Buttons(((Button(draft_texts.NEVER_MIND, Act.NEVER_MIND),),))
    until = office.clock.now() + WAITS
    return Reply(
        messages=(Message((Line(texts.ASK_FILE_NAME), never_mind)),),
        asking=Asking(Awaited.DRAFT_FILE_NAME, subject, until, attachment_id),
    )


async def _one_file(office: Office, incoming: Incoming, attachment_id: int) -> Reply:
    subject, name = incoming.press.subject, await _demand_file(office, incoming, attachment_id)

    def button(label: str, step: int) -> Button:
        return Button(label, Act.DRAFT_FILE, subject, attachment_id * FILE_STEPS + step)

    rows = (
        (button(texts.LOOK_AT_FILE, LOOK), button(texts.RENAME_FILE, RENAME)),
        (button(texts.REMOVE_FILE, REMOVE),),
        (Button(texts.BACK_TO_FILES, Act.DRAFT_MENU, subject, Menu.FILES.value),),
    )
    return Reply(replaces=Message((Bold(name), Buttons(rows))))


async def _demand_file(office: Office, incoming: Incoming, attachment_id: int) -> str:
    found = await attaching.attached_files(incoming.caller, office, draft_id=incoming.press.subject)
    name = next((one.name for one in found if one.id == attachment_id), None)
    if name is None:
        raise Refused(Refusal.GONE_ON)
    return name


async def _files(office: Office, incoming: Incoming, draft_id: int) -> Message:
    return await menu_opening.open_menu(incoming.caller, office, draft_id=draft_id, menu=Menu.FILES)


def _waiting(office: Office, draft_id: int) -> Asking:
    return Asking(Awaited.DRAFT_FILE, draft_id, office.clock.now() + WAITS)


def _asked(incoming: Incoming) -> Asking:
    if incoming.asking is None:
        raise Refused(Refusal.NOT_FOUND)
    return incoming.asking


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {Act.DRAFT_FILE: with_new_card(on_file)}
AWAITED: dict[Awaited, Handler] = {
    Awaited.DRAFT_FILE: with_new_card(take_file),
    Awaited.DRAFT_FILE_NAME: with_new_card(take_name),
}
