"""Group chats of units: binding one with a code, letting it go, and the way from it to one's own chat."""

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Link, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.groups import binding
from bot.texts import groups as texts
from handlers.conversation import Command, Handler, Incoming


async def type_code(office: Office, incoming: Incoming) -> Reply:
    """/nhom with a code, typed in the group that is to be bound; the answer goes to the own chat."""
    code = " ".join(incoming.text.split()[1:])
    if not incoming.group_chat_id or not code:
        return Reply(messages=(Message((Line(texts.BIND_HOW),)),), keeps_asking=True)
    bound = await binding.bind_group(incoming.caller, office, code=code, group_chat_id=incoming.group_chat_id)
    return Reply(messages=(Message((Line(texts.bound(bound.unit_name)),)),), keeps_asking=True)


async def show(office: Office, incoming: Incoming) -> Reply:
    """How the unit of the button stands with its group, and a code for binding one."""
    unit_id = incoming.press.subject
    standing = await binding.group_standing(incoming.caller, office, unit_id=unit_id)
    made = await binding.group_code(incoming.caller, office, unit_id=unit_id)
    how = texts.how(made.code, by_name=made.by_name, expires_at=made.expires_at, zone=office.zone)
    lines: list[Block] = [*map(Line, how)]
    lines += [Link(texts.ADD_BY_LINK, made.link, as_button=True)] if made.link else []
    head = Line(texts.standing(is_bound=standing.is_bound, is_reached=standing.is_reached))
    release_ = ((Button(texts.RELEASE, Act.RELEASE_GROUP, unit_id),),) if standing.is_bound else ()
    below = Buttons((*release_, (Button(texts.BACK, Act.UNIT_CARD, unit_id),)))
    message = Message((Bold(texts.title(standing.unit_name)), head, *lines, below))
    return Reply(messages=(message,), toast=texts.CODE_MADE)


async def ask_release(office: Office, incoming: Incoming) -> Reply:
    """Ask before the group is let go."""
    unit_id = incoming.press.subject
    standing = await binding.group_standing(incoming.caller, office, unit_id=unit_id)
    button = Button(texts.RELEASE_CONFIRM, Act.RELEASE_GROUP_CONFIRMED, unit_id)
    rows = ((button,), (Button(texts.KEEP, Act.NEVER_MIND),))
    return Reply(messages=(Message((Line(texts.ask_release(standing.unit_name)), Buttons(rows))),))


async def release(office: Office, incoming: Incoming) -> Reply:
    """Let the unit's group go."""
    released = await binding.release_group(incoming.caller, office, unit_id=incoming.press.subject)
    said = texts.released(released.unit_name)
    return Reply(replaces=Message((Line(said),)), receipt=said)


COMMANDS: tuple[Command, ...] = (Command("nhom", texts.HELP_BIND, type_code, listed=False, takes_words=True),)
PRESSES: dict[Act, Handler] = {
    Act.BIND_GROUP: show,
    Act.RELEASE_GROUP: ask_release,
    Act.RELEASE_GROUP_CONFIRMED: release,
}
AWAITED: dict[Awaited, Handler] = {}
