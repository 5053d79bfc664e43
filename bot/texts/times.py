"""Days and hours as an office writes them: the weekday with every deadline and hour."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def day(moment: date) -> str:
    """27/11/2026."""
    return f"{moment.day:02}/{moment.month:02}/{moment.year}"


def weekday_day(moment: date) -> str:
    """Thứ Sáu, 27/11/2026 (with a small first letter)."""
    return f"{WEEKDAYS[moment.weekday()]}, {day(moment)}"


def hour(moment: datetime, zone: ZoneInfo) -> str:
    """17:00."""
    return f"{moment.astimezone(zone):%H:%M}"


def hour_day(moment: datetime, zone: ZoneInfo) -> str:
    """17:00 thứ Sáu, 27/11/2026."""
    local = moment.astimezone(zone)
    return f"{local:%H:%M} {weekday_day(local.date())}"


def hour_short_day(moment: datetime, zone: ZoneInfo) -> str:
    """08:14, 23/11."""
    local = moment.astimezone(zone)
    return f"{local:%H:%M}, {local.day:02}/{local.month:02}"


def hour_on_day(moment: datetime, zone: ZoneInfo) -> str:
    """08:14 ngày 23/11."""
    local = moment.astimezone(zone)
    return f"{local:%H:%M} ngày {local.day:02}/{local.month:02}"


def short_weekday_day(moment: datetime, zone: ZoneInfo) -> str:
    """Thứ Sáu, 27/11 (with a small first letter)."""
    local = moment.astimezone(zone)
    return f"{WEEKDAYS[local.weekday()]}, {local.day:02}/{local.month:02}"


def span_day(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    """19:30-21:00 thứ Năm, 03/12/2026, with an en dash."""
    return f"{hour(start, zone)}\N{EN DASH}{hour_day(end, zone)}"
