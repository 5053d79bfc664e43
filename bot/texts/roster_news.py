"""What a unit's leaders hear of the roster, and what a member gets who came later."""

from datetime import date

from bot.texts import times
from bot.texts.acknowledging import named
from bot.texts.exempting import EXEMPT_BECAUSE, EXEMPT_FROM, until
from bot.texts.people import call, call_capital
from storage.states import Address, ExemptFrom, ExemptReason, UnitChange

TITLE_MOVED = "DANH SÁCH · chuyển đơn vị"
TITLE_OWN_MOVE = "ĐƠN VỊ · nơi sinh hoạt mới"
TITLE_LEFT = "DANH SÁCH · rời danh sách"
TITLE_BACK = "DANH SÁCH · trở lại danh sách"
TITLE_EXEMPT = "DANH SÁCH · miễn"
TITLE_EXEMPT_ENDED = "DANH SÁCH · hết miễn"
NOTHING_ALONG = "Không có văn bản nào đang chờ xác nhận."
BUTTON_CARD = "Mở thẻ"

INDUCTION_TITLE = "VĂN BẢN CÒN HIỆU LỰC · cần xác nhận"


def induction(address_form: Address, given_name: str, amount: int) -> str:
    """Over the list for who came later."""
    called = call(address_form, given_name)
    return f"Những văn bản này đang có hiệu lực. Kính đề nghị {called} mở lần lượt {amount} văn bản:"


def moved(address_form: Address, full_name: str, from_name: str, to_name: str, on: date) -> str:
    """Who moved, from where to where, from when on."""
    who = call_capital(address_form, full_name)
    return f"{who} chuyển từ {from_name} sang {to_name}, từ {times.weekday_day(on)}."


_WHAT_BECAME = {UnitChange.MERGE: "đã sáp nhập", UnitChange.CLOSE: "đã giải thể"}


def own_move(
    address_form: Address, given_name: str, from_name: str, to_name: str, on: date, change: UnitChange
) -> str:
    """To somebody whose unit is no more, or is again."""
    called = call(address_form, given_name)
    became = _WHAT_BECAME.get(change)
    why = f"{from_name} {became}" if became else f"{to_name} lập lại"
    return (
        f"Từ {times.weekday_day(on)}, {called} sinh hoạt tại {to_name} ({why}). "
        f"Việc đang chờ đi theo {called}."
    )


def moved_together(amount: int, on: date) -> str:
    """Over a list of those who moved."""
    return f"{amount} người chuyển đơn vị, từ {times.weekday_day(on)}."


def way(from_name: str, to_name: str, amount: int) -> str:
    """One way that several went."""
    return f"Từ {from_name} sang {to_name}: {amount} người"


def name(place: int, full_name: str) -> str:
    """One of those."""
    return f"{place}. {full_name}"


def more_names(amount: int) -> str:
    """Behind the first names."""
    return f"… và {amount} người nữa. Gõ /danhsach để xem."


def along(amount: int, to_name: str) -> str:
    """Why the numbers of both units change; the titles follow."""
    return f"{amount} văn bản chưa xác nhận chuyển theo, nay tính ở {to_name}:"


def along_count(amount: int, to_name: str) -> str:
    """The same without titles."""
    return f"{amount} văn bản chưa xác nhận chuyển theo, nay tính ở {to_name}."


def along_together(obligations: int, publications: int) -> str:
    """For several members."""
    return f"{obligations} lượt chưa xác nhận của {publications} văn bản chuyển theo, nay tính ở đơn vị mới."


def title_line(number: str, title: str) -> str:
    """One publication that went along."""
    return f"• {named(number, title)}"


def asked(amount: int) -> str:
    """What the new unit brings."""
    return f"Được gửi thêm {amount} văn bản còn hiệu lực ở đơn vị mới, có hạn riêng."


def left(address_form: Address, full_name: str, unit_name: str) -> str:
    """Who left."""
    return f"{call_capital(address_form, full_name)} không còn trong danh sách {unit_name}."


def left_together(amount: int) -> str:
    """Over a list of those who left."""
    return f"{amount} người không còn trong danh sách:"


def name_of_unit(place: int, full_name: str, unit_name: str) -> str:
    """One of those, with the unit."""
    return f"{place}. {full_name} – {unit_name}"


def withdrawn(amount: int) -> str:
    """What is no longer asked."""
    return f"{amount} lượt chưa xác nhận thôi tính." if amount else NOTHING_ALONG


def back(address_form: Address, full_name: str, unit_name: str, amount: int) -> str:
    """Who came back, and what waits for them."""
    who = call_capital(address_form, full_name)
    return f"{who} trở lại danh sách {unit_name}. Đang chờ xác nhận: {amount} văn bản."


def exempt(
    address_form: Address,
    full_name: str,
    unit_name: str,
    *,
    exempt_from: ExemptFrom,
    reason: ExemptReason,
    last_on: date | None,
) -> tuple[str, str]:
    """Who is let off what, until when, and why."""
    who = f"{call_capital(address_form, full_name)} ({unit_name})"
    return (
        f"{who} được {EXEMPT_FROM[exempt_from]}, {until(last_on)}.",
        f"Lý do: {EXEMPT_BECAUSE[reason]}.",
    )


def exempt_ended(address_form: Address, full_name: str, unit_name: str, exempt_from: ExemptFrom) -> str:
    """Who is expected again."""
    who = f"{call_capital(address_form, full_name)} ({unit_name})"
    if exempt_from is ExemptFrom.MEETINGS:
        return f"{who} hết thời gian {EXEMPT_FROM[exempt_from]}, từ nay lại được mời họp."
    return (
        f"{who} hết thời gian {EXEMPT_FROM[exempt_from]}. "
        "Văn bản còn hiệu lực lại chờ xác nhận, với hạn mới; thư mời lại được gửi."
    )
