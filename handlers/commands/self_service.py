"""/toi: what the office keeps about the person who asks."""

from bot.messages.acts import Act
from bot.messages.blocks import Bold, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.self_service import OwnRecord, own_record
from bot.texts import roles
from bot.texts import self_service as texts
from handlers.conversation import Command, Handler, Incoming


async def show(office: Office, incoming: Incoming) -> Reply:
    """One's own data, nobody else's."""
    record = await own_record(incoming.caller, office)
    lines = map(Line, [*_person(record), *_dealings(office, record), texts.RIGHTS])
    return Reply(messages=(Message((Bold(texts.TITLE), *lines)),))


def _person(record: OwnRecord) -> list[str]:
    lines = [texts.name(record.full_name), texts.unit(record.unit_name, kind=roles.KINDS[record.kind])]
    if record.position:
        lines.append(texts.position(record.position))
    return [*lines, texts.form(record.address_form)]


def _dealings(office: Office, record: OwnRecord) -> list[str]:
    lines = []
    if record.roles:
        held = [roles.role_for(one.role, unit_name=one.unit_name) for one in record.roles]
        lines.append(texts.roles(held))
    lines += [texts.conversation(one.platform, one.state) for one in record.conversations]
    if record.consented_at is None:
        return [*lines, texts.NO_CONSENT]
    return [*lines, texts.consented(record.consented_at, office.zone)]


COMMANDS: tuple[Command, ...] = (Command("toi", texts.HELP, show),)
PRESSES: dict[Act, Handler] = {}
AWAITED: dict[Awaited, Handler] = {}
