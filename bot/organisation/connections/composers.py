"""The alarm as an admin gets it: how it stands when it goes out, and the way to the connection."""

from bot.delivery.composing import ComposeTable, Skip
from bot.delivery.quotas.months import next_month
from bot.delivery.quotas.standing import ALL
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.organisation.connections.alarming import About, step_of
from bot.organisation.connections.viewing import Condition, State, states
from bot.texts import quotas as texts
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import people
from storage.states import Purpose, Reason, Role


def compose_quota_news(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """How the connection stands now; nothing where it has room again, or to who is no admin any more."""
    if claimed.member_id is None or claimed.owner_id != claimed.member_id:
        return Skip(Reason.LEFT)
    held = people.roles_of(connection, claimed.member_id, now=office.clock.now())
    if all(one.role is not Role.ADMIN for one in held):
        return Skip(Reason.LEFT)
    state = next((one for one in states(connection, office) if one.id == claimed.subject), None)
    if state is None:
        return Skip(Reason.CHANGED)
    about_people = claimed.version == About.PEOPLE
    told = _of_people(state) if about_people else _of_messages(office, state)
    if told is None:
        return Skip(Reason.CHANGED)
    title, lines = told
    see = Buttons(((Button(texts.OPEN, Act.CONNECTION, state.id),),))
    return Message((Bold(title), *map(Line, lines), see))


def _of_messages(office: Office, state: State) -> tuple[str, tuple[str, ...]] | None:
    if state.month is None or not step_of(state.month.percent):
        return None
    until = next_month(office).date()
    first = office.clock.now().astimezone(office.zone).date().replace(day=1)
    title = texts.messages_title(state.called, state.month.percent)
    if state.condition is Condition.SPENT:
        return title, texts.spent_lines(first=first, until=until)
    lines = texts.messages_lines(
        used=state.month.used, limit=state.month.limit, kept=state.month.kept, first=first, until=until
    )
    return title, lines


def _of_people(state: State) -> tuple[str, tuple[str, ...]] | None:
    held, most = state.seats.people, state.seats.most_people
    if not most or not step_of(held * ALL // most):
        return None
    title = texts.people_title(state.called, min(ALL, held * ALL // most))
    return title, texts.people_lines(held=held, most=most, other=state.next_bot)


COMPOSERS: ComposeTable = {Purpose.QUOTA_NEWS: compose_quota_news}
