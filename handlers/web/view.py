"""What the page shows, as one JSON value."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.access import Door
from bot.messages.blocks import AskContact, AskFile, Block, Bold, Buttons, File, Folded, HowTo, Line, Link
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.callers import caller_of
from bot.sandbox.chat import Chat, Said, chat
from bot.sandbox.guarding import begun_at
from bot.sandbox.people import Person, people
from bot.sandbox.turning import clock
from bot.states import Platform
from bot.texts import sandbox as words
from bot.texts import times
from handlers.web.house import SandboxHouse
from handlers.web.steps import steps

_DAYS_OFFERED = 60
_HOURS = [f"{hour:02}:{minute:02}" for hour in range(6, 22) for minute in (0, 30)]


async def state(house: SandboxHouse, member_id: int) -> dict[str, Any]:
    """Everything that the page shows while it acts as that member (0: nobody yet).

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED.
    """
    office = house.office
    units = await people(office, connection_id=house.connection_id)
    return {
        "story": (await begun_at(office)).isoformat(),
        "clock": await _clock(office),
        "units": [{"name": unit.name, "people": [_person(one) for one in unit.people]} for unit in units],
        "steps": await steps(office, connection_id=house.connection_id),
        "chat": await _chat(house, member_id) if member_id else None,
    }


async def _clock(office: Office) -> dict[str, Any]:
    seen = await clock(office)
    zone = office.zone
    return {
        "now": words.clock_now(seen.now, zone),
        "days": _days_from(seen.now, zone),
        "hours": _HOURS,
        "turns": [
            {"turn": turn, "label": words.TURNS[turn], "to": words.turn_to(moment, zone)}
            for turn, moment in seen.turns.items()
        ],
        "held": words.held(seen.held.amount, seen.held.until, zone) if seen.held else "",
    }


def _days_from(now: datetime, zone: ZoneInfo) -> list[dict[str, str]]:
    days = (now.astimezone(zone) + timedelta(days=number) for number in range(_DAYS_OFFERED))
    return [{"value": day.date().isoformat(), "label": times.short_weekday_day(day, zone)} for day in days]


def _person(person: Person) -> dict[str, Any]:
    because = ""
    if not person.can_act:
        because = words.ON_PAPER if person.on_paper else words.NO_PHONE
    return {
        "id": person.member_id,
        "name": person.full_name,
        "role": words.role_words(person.position, roles=person.roles, kind=person.kind),
        "because": because,
        "newest": person.newest,
    }


async def _chat(house: SandboxHouse, member_id: int) -> dict[str, Any]:
    office = house.office
    seen = await chat(office, connection_id=house.connection_id, member_id=member_id)
    return {
        "member": member_id,
        "office": office.settings.office.name,
        "shown_as": seen.shown_as,
        "menu": await menu_of(house, seen),
        "messages": [_message(one, seen, office.zone, member_id=member_id) for one in seen.said],
    }


async def menu_of(house: SandboxHouse, seen: Chat) -> list[dict[str, str]]:
    """The commands of the person whose conversation this is."""
    caller = await caller_of(
        house.office, connection_id=house.connection_id, chat_id=seen.chat_id, door=Door.WEB
    )
    return [{"name": name, "help": line} for name, line in house.menu(caller)]


def _message(one: Said, seen: Chat, zone: ZoneInfo, *, member_id: int) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": one.id,
        "mine": one.from_member,
        "time": times.hour(one.at, zone),
        "day": times.weekday_day(one.at.astimezone(zone).date()),
        "edited": one.edited_at is not None,
        "protected": one.message.protected,
    }
    if one.from_member:
        return shown | {"text": visible_text(one.message)}
    if seen.shown_as is Platform.ZALO:
        return shown | {"text": one.text}
    return shown | {
        "parts": [part for block in one.message.blocks if (part := _part(block, member_id))],
        "rows": [
            [{"label": button.label, "token": button.token} for button in row]
            for block in one.message.blocks
            if isinstance(block, Buttons)
            for row in block.rows
        ],
    }


def _part(block: Block, member_id: int) -> dict[str, str] | None:
    match block:
        case Line() | Bold():
            return {"part": block.block, "text": block.text}
        case AskFile() | HowTo():
            return {"part": "line", "text": block.text}
        case Link():
            return {"part": "link", "text": block.label, "url": block.url}
        case Folded():
            return {"part": "folded", "label": block.label, "text": block.text}
        case File():
            return {"part": "file", "text": block.name, "url": f"/files/{block.file_id}?member={member_id}"}
        case Buttons() | AskContact():
            # Who is acted as here is a member already: nobody has to be found by a telephone number.
            return None
