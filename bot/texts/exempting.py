"""Letting a member off meetings or everything."""

from datetime import date

from bot.texts import times
from bot.texts.people import call, call_capital
from storage.states import Address, ExemptFrom, ExemptReason

EXEMPT_BECAUSE = {
    ExemptReason.AGE_OR_HEALTH: "tuổi cao, sức khỏe yếu",
    ExemptReason.ILL: "ốm đau, điều trị",
    ExemptReason.POSTED_AWAY: "công tác xa",
    ExemptReason.LEAVE: "nghỉ dài ngày",
    ExemptReason.OTHER: "lý do khác",
}
"""Why somebody is let off, in words for cards and reports; obligations carry them."""

EXEMPT_FROM = {
    ExemptFrom.MEETINGS: "miễn sinh hoạt",
    ExemptFrom.EVERYTHING: "miễn sinh hoạt và xác nhận văn bản",
}
BUTTON_OPEN_END = "Chưa định ngày hết"
BUTTON_END_CONFIRMED = "Đúng, kết thúc miễn"


def exemption(exempt_from: ExemptFrom, reason: ExemptReason, last_on: date | None) -> str:
    """What the member is let off."""
    what = EXEMPT_FROM[exempt_from]
    return f"{what[0].upper()}{what[1:]} ({EXEMPT_BECAUSE[reason]}), {until(last_on)}"


def until(last_on: date | None) -> str:
    """Until when, the last day included."""
    return "chưa định ngày hết" if last_on is None else f"đến hết {times.weekday_day(last_on)}"


def end_button(exempt_from: ExemptFrom) -> str:
    """Ends this exemption."""
    return f"Kết thúc {EXEMPT_FROM[exempt_from]}"


def exempt_button(exempt_from: ExemptFrom) -> str:
    """Chooses what somebody is let off."""
    what = EXEMPT_FROM[exempt_from]
    return f"{what[0].upper()}{what[1:]}"


def reason_button(reason: ExemptReason) -> str:
    """Chooses why."""
    words = EXEMPT_BECAUSE[reason]
    return f"{words[0].upper()}{words[1:]}"


def ask_exempt(full_name: str) -> str:
    """Before it is chosen what somebody is let off."""
    return f"Miễn cho {full_name} việc gì?"


def ask_reason(full_name: str, exempt_from: ExemptFrom) -> str:
    """Before a reason is chosen."""
    what = EXEMPT_FROM[exempt_from]
    return f"{full_name}: {what}. Lý do là gì? Báo cáo chỉ đếm theo lý do."


def ask_until(full_name: str, exempt_from: ExemptFrom, reason: ExemptReason) -> str:
    """Before an end is typed."""
    return (
        f"{full_name}: {EXEMPT_FROM[exempt_from]} ({EXEMPT_BECAUSE[reason]}). "
        "Đến hết ngày nào? Xin gửi ngày, ví dụ: 31/12/2026."
    )


def exempted(
    address_form: Address,
    full_name: str,
    *,
    exempt_from: ExemptFrom,
    reason: ExemptReason,
    last_on: date | None,
    obligations: int,
) -> str:
    """That somebody is let off."""
    who = call_capital(address_form, full_name)
    line = f"{who} được {EXEMPT_FROM[exempt_from]} ({EXEMPT_BECAUSE[reason]}), {until(last_on)}."
    if exempt_from is ExemptFrom.EVERYTHING:
        line += f" {obligations} văn bản chưa xác nhận thôi tính."
    return f"{line} Vẫn xem được văn bản, vẫn dự được nếu muốn. Nếu nhầm, chọn “Kết thúc miễn” trên thẻ."


def ask_end(address_form: Address, full_name: str, exempt_from: ExemptFrom) -> str:
    """Before an exemption is ended."""
    who = call(address_form, full_name)
    what = EXEMPT_FROM[exempt_from]
    return f"Kết thúc {what} của {who}? Văn bản, buổi sinh hoạt còn hiệu lực lại được tính, với hạn mới."


def exemption_ended(address_form: Address, full_name: str, exempt_from: ExemptFrom, obligations: int) -> str:
    """That an exemption is over."""
    line = f"Đã kết thúc {EXEMPT_FROM[exempt_from]} của {call(address_form, full_name)}."
    if exempt_from is ExemptFrom.EVERYTHING:
        line += f" {obligations} văn bản lại chờ xác nhận, với hạn mới."
    return line
