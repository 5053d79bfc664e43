"""A copy of everything that is kept about the caller, as a text file anybody can open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.access import Caller, demand_member
from bot.history import entry
from bot.messages.blocks import from_json
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.privacy.asking import record_done
from bot.texts import personal_copy as texts
from bot.texts import self_service, times
from storage import files, history
from storage.database import Connection
from storage.privacy import personal_copy
from storage.privacy.personal_copy import Row, Section
from storage.states import ConsentPurpose, DataRequest

KEPT_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Copy:
    """The file that was made.

    Args:
        name: with its ending.
        file_id: in `storage.files`, for a week.
    """

    name: str
    file_id: int


async def copy(caller: Caller, office: Office) -> Copy:
    """Write down everything that the database holds about the caller; nobody else's name is in it.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)
    now = office.clock.now()

    def body(connection: Connection) -> Copy:
        text = write(personal_copy.sections_of(connection, member_id), office, made_at=now)
        file_id = files.keep(
            connection,
            text.encode("utf-8-sig"),
            media_type="text/plain; charset=utf-8",
            now=now,
            until_at=now + KEPT_FOR,
        )
        record_done(connection, office, caller, member_id=member_id, request=DataRequest.COPY)
        line = entry(
            caller,
            office,
            thing="file",
            thing_id=file_id,
            from_state="",
            to_state="made",
            member_id=member_id,
        )
        history.append(connection, line)
        day = now.astimezone(office.zone).date()
        return Copy(f"{self_service.COPY_NAME}-{day}.txt", file_id)

    return await office.perform(caller, "copy_data", body, outcome=Copy)


def write(sections: Mapping[Section, Sequence[Row]], office: Office, *, made_at: datetime) -> str:
    """The copy as text, section by section; sections without rows are named too."""
    lines = [texts.TITLE, texts.made(office.settings.office.name, times.hour_day(made_at, office.zone)), ""]
    for section, rows in sections.items():
        lines.append(texts.SECTIONS[section])
        lines += [_row(number, row, office) for number, row in enumerate(rows, start=1)] or [texts.NOTHING]
        lines.append("")
    return "\r\n".join(lines)


def _row(number: int, row: Row, office: Office) -> str:
    said = [
        f"{texts.COLUMNS[name]}: {_value(name, value, office)}"
        for name, value in _readable(row).items()
        if value is not None and value != ""
    ]
    return f"{number}. {'; '.join(said)}"


def _readable(row: Row) -> dict[str, object]:
    if "thing" not in row:
        return {name: _plain(name, value) for name, value in row.items()}
    did = texts.change(
        row["thing"],
        row["thing_id"],
        row["from_state"],
        row["to_state"],
        row["detail"],
        by_self=row["by_self"],
        of_another=row["of_another"],
    )
    door = _plain("door", row["door"])
    return {"at": row["at"], "door": door, "by_self": row["by_self"], "thing": did}


def _plain(name: str, value: object) -> object:
    return texts.PLAIN[name].get(value, value) if name in texts.PLAIN and isinstance(value, str) else value


def _value(name: str, value: object, office: Office) -> str:
    match value:
        case datetime():
            return times.hour_day(value, office.zone)
        case date():
            return times.day(value)
        case bool():
            return texts.YES if value else texts.NO
        case int() if name in {"quiet_from", "quiet_until"}:
            return f"{value // 60:02}:{value % 60:02}"
        case str() if name == "content":
            return " / ".join(visible_text(from_json(value)).splitlines())
        case StrEnum():
            return texts.word(value)
        case str() if name == "purpose":
            return texts.word(ConsentPurpose(value))
    return str(value)
