"""What members ask about their data, and what the office answers."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import people, times
from storage.states import Address, DataRequest, DataRequestState

REQUESTS = {
    DataRequest.COPY: "Nhận bản sao dữ liệu",
    DataRequest.CORRECT: "Sửa dữ liệu",
    DataRequest.WITHDRAW: "Rút đồng ý",
    DataRequest.DELETE: "Xóa dữ liệu",
}
STATES = {
    DataRequestState.OPEN: "đang giải quyết",
    DataRequestState.DONE: "đã xong",
    DataRequestState.REFUSED: "không thực hiện được",
    DataRequestState.CALLED_OFF: "người đề nghị đã rút",
}

# --- the member -------------------------------------------------------------------------------------------

ASK_WISH = "Xin ghi rõ thông tin nào sai và sửa thành thế nào. Ví dụ: Chức vụ: sửa thành Phó Bí thư Chi bộ 1."
ASKED_TOAST = "Đã ghi nhận đề nghị"
DELETE_TITLE = "ĐỀ NGHỊ XÓA DỮ LIỆU"
WITHDRAW_INSTEAD = "Chỉ muốn thôi nhận tin: xin chọn “Đồng ý, rút đồng ý”, không cần xóa."
DELETE_BUTTON = "Gửi đề nghị xóa"
KEEP_BUTTON = "Không xóa"
CALL_OFF_BUTTON = "Rút đề nghị {number}"
CALLED_OFF = "Đã rút đề nghị về dữ liệu. Dữ liệu được giữ nguyên."


def delete_lines(*, address_form: Address) -> tuple[str, ...]:
    """What deletion means, before it is asked for."""
    who = people.form(address_form)
    return (
        f"Khi xóa: họ tên, chức vụ, tài khoản chat, câu hỏi và lý do {who} đã viết bị xóa hẳn.",
        f"{who[0].upper()}{who[1:]} thôi nhận tin và ra khỏi danh sách.",
        "Số liệu đã báo cáo giữ nguyên, không còn tên. Bản sao lưu cũ được hủy theo hạn lưu của văn phòng.",
        "Việc xóa không lấy lại được. Văn phòng trả lời trong 2 ngày làm việc, xóa trong 20 ngày.",
    )


def asked(request: DataRequest, *, acknowledge_by: datetime, due_by: datetime, zone: ZoneInfo) -> str:
    """The request was taken down."""
    return (
        f"Đã ghi nhận đề nghị: {REQUESTS[request]}. Văn phòng trả lời chậm nhất "
        f"{times.hour_day(acknowledge_by, zone)}, giải quyết xong chậm nhất {times.hour_day(due_by, zone)}."
    )


def received(request: DataRequest, *, due_by: datetime, zone: ZoneInfo) -> str:
    """To the member: an admin has it."""
    return (
        f"Văn phòng đã tiếp nhận đề nghị: {REQUESTS[request]}. "
        f"Giải quyết xong chậm nhất {times.hour_day(due_by, zone)}."
    )


def extended(request: DataRequest, *, because: str, due_by: datetime, zone: ZoneInfo) -> str:
    """To the member: it takes longer."""
    return (
        f"Đề nghị: {REQUESTS[request]} cần thêm thời gian, lý do: {because.rstrip('. ')}. "
        f"Hạn mới: {times.hour_day(due_by, zone)}. Chỉ gia hạn một lần."
    )


def refused(request: DataRequest, *, because: str) -> str:
    """To the member: no."""
    return (
        f"Đề nghị: {REQUESTS[request]} không thực hiện được, lý do: {because.rstrip('. ')}. "
        "Không đồng ý với trả lời này, xin gặp văn phòng hoặc khiếu nại theo luật."
    )


def done(request: DataRequest) -> str:
    """To the member: it was done."""
    return f"Đã giải quyết xong đề nghị: {REQUESTS[request]}. Gõ /toi để xem lại dữ liệu."


def farewell(*, office: str) -> tuple[str, ...]:
    """The last message to somebody whose data were deleted."""
    return (
        f"{office} đã xóa dữ liệu cá nhân theo đề nghị. Đây là tin cuối cùng.",
        "Tài khoản này không còn kết nối với ai. Các tin cũ trong khung chat, xin tự xóa nếu muốn.",
    )


def own_line(
    number: int, request: DataRequest, *, made_at: datetime, due_by: datetime, zone: ZoneInfo
) -> str:
    """One request that waits, to its member."""
    made = made_at.astimezone(zone).date()
    by = times.hour_day(due_by, zone)
    return f"Đề nghị {number}: {REQUESTS[request]}, gửi {times.day(made)}, chậm nhất {by}"


# --- the admins -------------------------------------------------------------------------------------------

HELP = "Đề nghị về dữ liệu cá nhân"
TITLE = "ĐỀ NGHỊ VỀ DỮ LIỆU CÁ NHÂN"
NONE_OPEN = "Không có đề nghị nào đang chờ."
ENDED = "Đã giải quyết gần đây:"
MORE = "Trang sau ›"
PAGE_BEFORE = "‹ Trang trước"
NOT_REACHED = "Người này không nhận được tin nhắn: xin trả lời bằng giấy."
RECEIVED_BUTTON = "Đã tiếp nhận"
DONE_BUTTON = {
    DataRequest.COPY: "Đã cấp xong",
    DataRequest.CORRECT: "Đã sửa xong",
    DataRequest.WITHDRAW: "Đã rút xong",
    DataRequest.DELETE: "Xóa ngay",
}
EXTEND_BUTTON = "Gia hạn"
REFUSE_BUTTON = "Từ chối"
MEMBER_BUTTON = "Mở thẻ người này"
BACK_BUTTON = "Về danh sách"
DELETE_CONFIRM_BUTTON = "Xóa, không lấy lại được"
ASK_EXTENSION = "Xin ghi lý do cần thêm thời gian. Lý do được gửi cho người đề nghị."
ASK_REFUSAL = "Xin ghi lý do từ chối, nêu điều luật. Lý do được gửi cho người đề nghị."
TOASTS = {
    "received": "Đã báo tiếp nhận",
    "extended": "Đã gia hạn",
    "refused": "Đã từ chối",
}


def left(days: int) -> str:
    """Còn 3 ngày."""
    if days < 0:
        return "QUÁ HẠN"
    return f"còn {days} ngày" if days else "hết hạn hôm nay"


def finished(request: DataRequest, full_name: str) -> str:
    """After it was done."""
    return f"Đã giải quyết: {REQUESTS[request]} – {full_name}."


def line(number: int, request: DataRequest, *, full_name: str, unit_name: str, left: str, waits: bool) -> str:
    """One request in the list."""
    clock = "chờ tiếp nhận" if waits else "chờ giải quyết"
    return f"{number}. {REQUESTS[request]} – {full_name}, {unit_name} ({clock}, {left})"


def ended_line(
    request: DataRequest, state: DataRequestState, *, full_name: str, at: datetime, zone: ZoneInfo
) -> str:
    """One request that was answered."""
    return f"- {REQUESTS[request]} – {full_name}: {STATES[state]}, {times.hour_short_day(at, zone)}"


def open_button(number: int) -> str:
    """Opens one of the list."""
    return f"Mở số {number}"


def case_title(request: DataRequest) -> str:
    """The heading of one request."""
    return f"ĐỀ NGHỊ · {REQUESTS[request]}"


def case_lines(
    *,
    full_name: str,
    unit_name: str,
    made_at: datetime,
    acknowledge_by: datetime | None,
    due_by: datetime,
    left: str,
    state: DataRequestState,
    zone: ZoneInfo,
) -> tuple[str, ...]:
    """Who, when, and which clocks run."""
    lines = [f"Người đề nghị: {full_name}, {unit_name}", f"Gửi lúc: {times.hour_day(made_at, zone)}"]
    if state is not DataRequestState.OPEN:
        return (*lines, f"Kết quả: {STATES[state]}")
    if acknowledge_by is not None:
        lines.append(f"Trả lời tiếp nhận trước: {times.hour_day(acknowledge_by, zone)} ({left})")
        return (*lines, f"Giải quyết trước: {times.hour_day(due_by, zone)}")
    return (*lines, f"Giải quyết trước: {times.hour_day(due_by, zone)} ({left})")


def wish(words: str) -> str:
    """What is to be corrected."""
    return f"Nội dung: “{words}”"


def because(words: str) -> str:
    """The reason that was told."""
    return f"Lý do đã báo: {words}"


def delete_warning(full_name: str) -> str:
    """Before data are deleted."""
    return (
        f"Xóa dữ liệu của {full_name}: người này rời danh sách, tên và tài khoản bị xóa hẳn, "
        "số liệu giữ nguyên. "
        "Việc này không lấy lại được."
    )
