"""The message that tells an admin that somebody is guessing codes."""

from bot.delivery.composing import ComposeTable, Skip
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.texts import inviting as texts
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import people
from storage.states import Purpose, Reason, Role


def compose_code_tries(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """What happens and what to look at; to one who is an admin when it goes out."""
    if claimed.member_id is None or claimed.owner_id != claimed.member_id:
        return Skip(Reason.LEFT)
    held = people.roles_of(connection, claimed.member_id, now=office.clock.now())
    if all(one.role is not Role.ADMIN for one in held):
        return Skip(Reason.LEFT)
    see = Buttons(((Button(texts.OPEN_CODES_BUTTON, Act.OPEN_INVITATIONS),),))
    return Message((Bold(texts.GUESSING_TITLE), *map(Line, texts.GUESSING_LINES), see))


COMPOSERS: ComposeTable = {Purpose.CODE_TRIES: compose_code_tries}
