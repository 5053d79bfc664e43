"""Who cannot be reached, why, and what to do next."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.texts import times

BUTTON = "📍 Chưa gửi tin được"
EVERYBODY_REACHED = "Mọi người trong danh sách đều gửi tin được."
ALL_BUTTON = "Xem tất cả"
SHEET_BUTTON = "🖨 In phiếu mời (PDF)"
NEXT_PAGE = "Trang sau ›"
PAGE_BEFORE = "‹ Trang trước"
READ_ALOUD_HINT = "Ai không nhận tin được bằng các cách này: đọc trực tiếp, rồi gõ /doctructiep để ghi lại."
ASK_TO_READ_ALOUD = "Ai không nhận tin được bằng các cách này: nhờ bí thư đọc trực tiếp và ghi lại."
LOST_TITLE = "KHÔNG CÒN NHẬN ĐƯỢC TIN"
LOST_INTRO = "Từ lần báo trước, những người này không còn nơi nào nhận được tin:"

# What stands between the name and the next step; the paper list does not tell why.
_NEVER_JOINED = "chưa kết nối lần nào. Bước tiếp: mời bằng mã."
_BLOCKED = "đã chặn tin. Bước tiếp: gọi điện, rồi mời lại."
_GONE = "không còn nơi nhận tin (tài khoản đã đóng hoặc tự gỡ). Bước tiếp: hỏi thăm, mời lại."
_ON_PAPER = "nhận bản giấy. Bước tiếp: chuyển bản giấy, hoặc đọc trực tiếp."
STEPS = {"never_joined": _NEVER_JOINED, "blocked": _BLOCKED, "gone": _GONE, "on_paper": _ON_PAPER}
"""By the word of `bot.organisation.coverage.finding.Why`."""


def title(name: str) -> str:
    """Over the card of a unit, or of everything."""
    return f"CHƯA GỬI TIN ĐƯỢC · {name}" if name else "CHƯA GỬI TIN ĐƯỢC"


def week_title(monday: date) -> str:
    """Over the weekly message: CHƯA GỬI TIN ĐƯỢC · tuần từ 23/11."""
    return f"CHƯA GỬI TIN ĐƯỢC · tuần từ {monday:%d/%m}"


def total(unreached: int, *, members: int, on_paper: int) -> str:
    """The sum, with what it is of."""
    paper = f", trong đó {on_paper} nhận bản giấy" if on_paper else ""
    return f"{unreached} trong {members} người{paper}."


def share(name: str, *, unreached: int, members: int) -> str:
    """One unit's line."""
    return f"{name}: {unreached} trong {members} người"


def missing(full_name: str, *, why: str, invited_until: datetime | None, zone: ZoneInfo) -> str:
    """One person's line: why, and the next step."""
    if why == "invited" and invited_until is not None:
        until = times.short_weekday_day(invited_until, zone)
        return f"• {full_name}: đã cấp mã, hạn {until}. Bước tiếp: hỏi thăm, cần thì cấp mã mới."
    return f"• {full_name}: {STEPS[why]}"


def lost(full_name: str, unit_name: str, *, is_blocked: bool) -> str:
    """One person's line in the daily message."""
    return f"• {full_name} – {unit_name}: {_BLOCKED if is_blocked else _GONE}"


def more(amount: int) -> str:
    """What a list leaves out."""
    return f"Và {amount} người nữa."


def invite_button(full_name: str, *, again: bool) -> str:
    """Makes a code."""
    return f"{'Mời lại' if again else 'Mời'} {full_name}"


def web_button(full_name: str) -> str:
    """Makes a link to a page on the web."""
    return f"Đường dẫn web: {full_name}"


def unit_button(name: str) -> str:
    """Leads to the names of a unit."""
    return f"Xem {name}"
