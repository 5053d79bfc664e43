"""Topics, who takes them, and how they come."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.texts import people, times
from storage.states import Address, Rhythm

TITLE = "CHỦ ĐỀ NHẬN TIN"
NO_TOPICS = "Văn phòng chưa lập chủ đề nào."
CHANGED = "Muốn đổi, xin chọn bên dưới:"
ALWAYS_AT_ONCE = "Văn bản cần xác nhận và tin khẩn luôn đến ngay."

_WEEKDAYS = {
    "monday": "thứ Hai",
    "tuesday": "thứ Ba",
    "wednesday": "thứ Tư",
    "thursday": "thứ Năm",
    "friday": "thứ Sáu",
}
_COMES = {Rhythm.AT_ONCE: "", Rhythm.DAILY: ", tổng hợp hằng ngày", Rhythm.WEEKLY: ", tổng hợp hằng tuần"}


def intro(*, address_form: Address, given_name: str) -> str:
    """Above the list."""
    return f"{people.call_capital(address_form, given_name)} đang chọn như sau:"


def candidate(*, address_form: Address, given_name: str) -> str:
    """To who is not a member yet."""
    return (
        f"{people.call_capital(address_form, given_name)} hiện chỉ nhận thư mời sinh hoạt, học tập. "
        "Cần trao đổi, xin liên hệ văn phòng."
    )


def line(*, name: str, taken: bool, mandatory: bool, rhythm: Rhythm, locked_by: str, because: str) -> str:
    """One topic; a locked one says by whom and why."""
    if mandatory:
        return f"• {name}: 🔒 bắt buộc nhận{_COMES[rhythm]}. {_locked(locked_by, because)}"
    return f"• {name}: ✅ đang nhận{_COMES[rhythm]}" if taken else f"• {name}: không nhận"


def _locked(locked_by: str, because: str) -> str:
    if because:
        return because
    return f"{locked_by} quy định mọi người đều nhận." if locked_by else LOCKED_WITHOUT_WORDS


LOCKED_WITHOUT_WORDS = "Văn phòng quy định mọi người đều nhận."


def toggle_button(name: str, *, taken: bool) -> str:
    """What pressing does."""
    return f"Thôi nhận “{name}”" if taken else f"Nhận “{name}”"


def rhythm_button(name: str) -> str:
    """Leads to how that one comes."""
    return f"🕑 Cách nhận “{name}”"


def toggled(name: str, *, taken: bool) -> str:
    """After it was pressed."""
    return f"Đã đăng ký nhận “{name}”." if taken else f"Đã thôi nhận “{name}”."


QUIET_HOURS = "🌙 Giờ nghỉ"
WHY = "❔ Vì sao nhận tin"
HELP = "Chủ đề nhận tin"

# ---- how one topic comes

BACK = "‹ Về danh sách chủ đề"
RHYTHM_QUESTION = "Tin không cần xác nhận của chủ đề này đến thế nào?"


def rhythm_title(name: str) -> str:
    """Over the choice."""
    return f"CÁCH NHẬN · {name}"


def rhythm_choice(rhythm: Rhythm, *, at: time, weekly_on: str) -> str:
    """The button: Mỗi ngày một lần, 07:30."""
    if rhythm is Rhythm.AT_ONCE:
        return "Gửi ngay từng tin"
    if rhythm is Rhythm.DAILY:
        return f"Mỗi ngày một lần, {at:%H:%M}"
    return f"Mỗi tuần một lần, {at:%H:%M} {_WEEKDAYS[weekly_on]}"


def chosen(label: str) -> str:
    """The button that names what holds now."""
    return f"✓ {label} (hiện nay)"


def rhythm_now(
    *, called: str, name: str, rhythm: Rhythm, waiting: int, goes_at: datetime | None, zone: ZoneInfo
) -> str:
    """What was chosen, in words; `called` begins with a capital."""
    if rhythm is not Rhythm.AT_ONCE and goes_at is not None:
        every = "mỗi ngày" if rhythm is Rhythm.DAILY else "mỗi tuần"
        first = times.hour_day(goes_at, zone)
        return f"{called} nhận “{name}” {every} một tin tổng hợp, lần tới lúc {first}."
    now = f"{called} nhận ngay từng tin của “{name}”."
    if not waiting:
        return now
    if goes_at is None:
        return f"{now} {waiting} tin đang chờ được gửi ngay bây giờ."
    return f"{now} {waiting} tin đang chờ đến trong tin tổng hợp lúc {times.hour_day(goes_at, zone)}."


RHYTHM_SAVED = "Đã đổi cách nhận"
