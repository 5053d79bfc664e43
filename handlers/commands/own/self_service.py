"""/toi: what the office keeps about the person who asks, and the ways to change it."""

from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.privacy.cards import consent_lines
from bot.organisation.self_service import OwnRecord, own_record
from bot.texts import history, roles, web_inbox
from bot.texts import self_service as texts
from handlers.conversation import Command, Handler, Incoming


async def show(office: Office, incoming: Incoming) -> Reply:
    """One's own data, nobody else's."""
    record = await own_record(incoming.caller, office)
    lines = map(Line, [*_person(record), *_dealings(office, record), texts.RIGHTS])
    buttons = Buttons(
        (
            (
                Button(texts.QUIET_HOURS_BUTTON, Act.QUIET_HOURS),
                Button(texts.ADDRESSES_BUTTON, Act.ADDRESS_ORDER),
            ),
            (
                Button(texts.DATA_BUTTON, Act.MEMBER_DATA),
                Button(history.OWN_BUTTON, Act.HISTORY),
            ),
            *_own_page(office),
        )
    )
    return Reply(messages=(Message((Bold(texts.TITLE), *lines, buttons)),))


def _own_page(office: Office) -> tuple[tuple[Button, ...], ...]:
    return ((Button(web_inbox.OWN_BUTTON, Act.WEB_OWN),),) if office.settings.web.public_url else ()


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
    return [*lines, *(consent_lines(office, record.consents) or [texts.NO_CONSENT])]


COMMANDS: tuple[Command, ...] = (Command("toi", texts.HELP, show),)
PRESSES: dict[Act, Handler] = {Act.OWN_RECORD: show}
AWAITED: dict[Awaited, Handler] = {}
