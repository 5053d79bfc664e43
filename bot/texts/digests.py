"""The digest: what was gathered for a day or a week."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times

_LINE = 120

HEADING = "TIN TỔNG HỢP · để biết"
WHERE_TO_CHANGE = "Muốn đổi cách nhận: gõ /dangky"


def intro(called: str, amount: int) -> str:
    """Above the list; `called` begins with a capital."""
    return f"{called} có {amount} tin mới, không cần xác nhận:"


def line(place: int, number: str, title: str, published_at: datetime, zone: ZoneInfo) -> str:
    """1. Số 45/HD-LĐLĐ: Hướng dẫn thi đua (thứ Hai, 23/11)."""
    # The name of who issued it is long, and what it is about stands behind that.
    told = title if len(title) <= _LINE else f"{title[:_LINE].rsplit(' ', 1)[0]}…"
    called = f"Số {number}: {told}" if number else told
    return f"{place}. {called} ({times.short_weekday_day(published_at, zone)})"


def more(amount: int) -> str:
    """Those that are not listed."""
    return f"Còn {amount} tin nữa: gõ /vanban để xem."
