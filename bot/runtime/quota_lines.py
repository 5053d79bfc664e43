"""What each limited connection has used of its month, its people and its groups, as `loa check` says it."""

from datetime import UTC, datetime
from functools import partial

from bot.delivery.quotas.standing import ALL, Standing, counted
from bot.organisation.connections.admins import have_limited_bots_only
from bot.organisation.connections.alarming import step_of
from bot.runtime.findings import Finding, ok, warn
from bot.settings import Connection as ConnectionSettings
from bot.settings import Settings
from storage.channels import connections, seats, usages
from storage.database import Connection, Database


async def quota_lines(settings: Settings, database: Database) -> list[Finding]:
    """One line for each limited connection, and whether alarms reach an admin; by the machine's clock."""
    if not settings.connections:
        return []
    now = datetime.now(UTC)
    month = f"{now.astimezone(settings.office.time_zone):%Y-%m}"
    found = await database.read(partial(_lines, settings=settings, month=month))
    if await database.read(partial(have_limited_bots_only, settings=settings, now=now)):
        step = "give an admin Telegram or the web inbox: what tells of a spent month may reach nobody"
        found.append(warn("alarms", "every admin stands on limited bots only", step))
    return found


def _lines(connection: Connection, settings: Settings, month: str) -> list[Finding]:
    people, groups = seats.people(connection), seats.groups(connection)
    found = []
    for line in connections.every(connection):
        set_up = settings.connections.get(line.name)
        if set_up is None:
            continue
        standing = counted(set_up, usages.of_month(connection, line.id, month))
        held = (people.get(line.id, 0), groups.get(line.id, 0))
        words = [*_messages(standing, month), *_seats(set_up, *held)]
        if words:
            found.append(_line(line.name, ", ".join(words), _step(line.name, set_up, standing, *held)))
    return found


def _line(name: str, words: str, step: str) -> Finding:
    about = f"limits of {name}"
    return warn(about, words, step) if step else ok(about, words)


def _messages(standing: Standing | None, month: str) -> list[str]:
    if standing is None:
        return []
    said = ["the platform says that the month is used up"] if standing.spent_at is not None else []
    if not standing.limit:
        return said
    return [f"{standing.used:,} of {standing.limit:,} messages in {month}", *said]


def _seats(settings: ConnectionSettings, people: int, groups: int) -> list[str]:
    return [
        *([f"{people} of {settings.most_people} people"] if settings.most_people else []),
        *([f"{groups} of {settings.most_groups} groups"] if settings.most_groups else []),
    ]


def _step(
    name: str, settings: ConnectionSettings, standing: Standing | None, people: int, groups: int
) -> str:
    """What to do about what is nearly used up; empty where nothing is."""
    if standing is not None and step_of(standing.percent):
        return (
            "what does not fit goes other ways or waits for the next month; "
            f"if you bought more, set connections.{name}.messages_a_month"
        )
    if settings.most_people and step_of(people * ALL // settings.most_people):
        return "make another bot and add it to the settings: new invitations will name it"
    if settings.most_groups and groups >= settings.most_groups:
        return "for one group more, let one go or make another bot"
    return ""
