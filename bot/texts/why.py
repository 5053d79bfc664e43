"""Vì sao: why somebody did or did not get a publication, and what to do about it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import in_list, named
from storage.states import DeliveryState, Platform, Purpose, Reason

HELP = "Vì sao nhận hoặc không nhận một văn bản"
TITLE = "VÌ SAO"
NOBODY_FOUND = "Không có ai tên như vậy trong phạm vi được xem. Xin gõ lại: /visao và họ tên."
NO_PUBLICATIONS = "Chưa có văn bản nào."
NO_SUCH_NUMBER = "Không có văn bản số đó trong các văn bản gửi đến. Xin gõ lại số văn bản, ví dụ 12-KH/ĐU."
CHOOSE_PERSON = "Chọn người cần xem:"
MORE_PEOPLE = "Còn nữa: xin gõ đủ họ tên."
CHOOSE = "Chọn văn bản, hoặc gõ đủ số và ký hiệu, ví dụ 12-KH/ĐU:"
NEXT_PAGE = "Trang sau ›"
EARLIER_PAGE = "‹ Trang trước"
OTHERS = "‹ Văn bản khác"
NO_MORE = "Trang này không hiện việc đã xác nhận hay chưa."

IS_FOR = "✅ Văn bản này gửi đến"
IS_NOT_FOR = "Văn bản này không gửi đến"


def person_button(full_name: str, unit_name: str) -> str:
    """One person to choose."""
    return f"{full_name} ({unit_name})"


def title_for(full_name: str) -> str:
    """Over the publications of somebody else."""
    return f"{TITLE} · {full_name}"


def line(place: int, number: str, title: str, published_at: datetime, zone: ZoneInfo) -> str:
    """One publication to choose."""
    return f"{in_list(place, number, title)} ({times.day(published_at.astimezone(zone).date())})"


def open_button(place: int) -> str:
    """Explains that one."""
    return f"Vì sao số {place}"


def published(number: str, title: str, published_at: datetime, zone: ZoneInfo) -> str:
    """Which publication it is about."""
    return f"{named(number, title)}, phát hành {times.hour_day(published_at, zone)}"


def verdict(whom: str, *, is_for_them: bool) -> str:
    """The answer in one line; `whom` as inside a sentence."""
    return f"{IS_FOR if is_for_them else IS_NOT_FOR} {whom}."


# ---- why it is for them, or is not: {unit} theirs on the day, {audience} for whom it was, {by} who set it

RULES = {
    "everyone": "Vì văn bản gửi toàn tổ chức.",
    "unit": "Vì văn bản gửi {audience} và các đơn vị trực thuộc; ngày phát hành thuộc {unit}.",
    "mandatory": "Vì chủ đề “{audience}” là bắt buộc ({by}).",
    "chosen": "Vì đã đăng ký chủ đề “{audience}” lúc {at}.",
    "default_on": "Vì chủ đề “{audience}” mặc định gửi cho người chưa chọn ({by}).",
    "joined_later": "Vì văn bản còn hiệu lực khi vào danh sách lúc {at}, nên được gửi bổ sung.",
    "covered_later": "Vì văn bản còn hiệu lực khi bắt đầu thuộc diện nhận, nên được gửi bổ sung.",
    "once_covered": "Vì ngày phát hành thuộc diện nhận; nay thì không còn.",
    "issuer": "Vì là người ban hành văn bản này.",
    "candidate": "Vì là quần chúng ưu tú: chỉ nhận thư mời, không nhận văn bản.",
    "left_before": "Vì đã rời danh sách từ {at}, trước khi phát hành.",
    "came_later": "Vì vào danh sách lúc {at}, sau khi phát hành.",
    "left_out": "Vì được để ngoài danh sách gửi, theo tên. Cần rõ thêm, xin hỏi văn thư.",
    "not_meant": "Vì văn bản gửi cho những người khác. Cần rõ thêm, xin hỏi văn phòng.",
    "other_kind": "Vì văn bản chỉ gửi {only}.",
    "no_role": "Vì văn bản chỉ gửi {only}; ngày phát hành không giữ vai trò đó.",
    "other_unit": "Vì văn bản chỉ gửi {audience} và các đơn vị trực thuộc; ngày phát hành thuộc {unit}.",
    "left_topic": "Vì đã tự thôi nhận chủ đề “{audience}” lúc {at}. Muốn nhận: gõ /dangky.",
    "default_off": (
        "Vì chủ đề “{audience}” chỉ gửi cho người đăng ký ({by}), mà chưa đăng ký. Muốn nhận: gõ /dangky."
    ),
}
SAYS_ONLY = ("other_kind", "no_role", "issuer", "candidate", "left_before", "left_out", "not_meant")
"""Which of these say for whom it was, or need not."""
SET_BY_OFFICE = "văn phòng đặt chung"


def rule(
    why: str, *, unit: str, audience: str, only: str, set_by: str, at: datetime | None, zone: ZoneInfo
) -> str:
    """What decided, in a sentence."""
    return RULES[why].format(
        unit=unit or "đơn vị khác",
        audience=audience,
        only=only,
        by=f"{set_by} đặt riêng" if set_by else SET_BY_OFFICE,
        at=times.hour_day(at, zone) if at else "trước đó",
    )


def only(words: str) -> str:
    """The kinds and roles that it was for, among those whom the sentence before names."""
    return f"Trong đó chỉ gửi {words}."


def changed_since(at: datetime, zone: ZoneInfo) -> str:
    """Settings or the choice were changed after publication."""
    return (
        f"Thiết lập chủ đề hoặc lựa chọn đã đổi sau khi phát hành, từ {times.hour_day(at, zone)}: "
        "trên đây là theo hiện nay."
    )


WITHDRAWN = "Văn bản này nay đã được thu hồi."
HALTED = "Việc gửi đang tạm dừng vì nội dung bị nền tảng từ chối. Xin báo văn thư."
EXEMPT = "Được miễn, nên không phải xác nhận văn bản này."
NOT_ASKED = "Nay không còn phải xác nhận văn bản này."
NOT_LISTED = "Hôm nay thì thuộc diện nhận, nhưng ngày phát hành chưa có trong danh sách gửi."
ON_PAPER = "Nhận bản giấy: không gửi qua tin nhắn. Xin đưa bản giấy hoặc đọc trực tiếp."
HAS_LEFT = "Nay đã rời danh sách."
NO_ADDRESS = "Chưa có nơi nhận tin: xin mời kết nối bằng mã (gõ /moi)."
CLOSED_ADDRESS = "Đã chặn tin hoặc bỏ tài khoản: xin mời lại bằng mã (gõ /moi)."
NOTHING_SENT = "Chưa có tin nào của văn bản này được gửi: ngày phát hành chưa có nơi nhận tin."
WAYS = "Các lần gửi:"


def waits_for_digest(at: datetime, zone: ZoneInfo) -> str:
    """Put by for a digest."""
    return f"Đang chờ tin tổng hợp lúc {times.hour_day(at, zone)}."


PLATFORMS = {Platform.TELEGRAM: "Telegram", Platform.ZALO: "Zalo", Platform.WEB: "hộp thư web"}
_WHAT = {
    Purpose.CARD: "thẻ văn bản",
    Purpose.DIGEST: "tin tổng hợp",
    Purpose.INDUCTION: "tin cho người mới vào",
}
_STATES = {
    DeliveryState.QUEUED: "đang chờ đến lượt gửi",
    DeliveryState.SENDING: "đang gửi",
    DeliveryState.SENT: "đã gửi",
    DeliveryState.MAYBE: "chưa rõ đã tới, sẽ gửi lại nếu cần",
    DeliveryState.UNKNOWN: "chưa rõ đã tới. Xin hỏi trực tiếp",
    DeliveryState.FAILED: "không gửi được",
    DeliveryState.UNREACHABLE: "không gửi được",
    DeliveryState.SKIPPED: "không cần gửi nữa",
    DeliveryState.EXPIRED: "hết giờ có ích, không gửi nữa",
    DeliveryState.CANCELLED: "đã hủy gửi",
}
BECAUSE = {
    "no_answer": "gửi thêm vì chưa có hồi âm",
    "outage": "thay cho kênh bị gián đoạn",
}
"""By the word of `bot.organisation.topics.ways.Because`."""
_NOT_TOLD = "chưa gửi hoặc không còn cần gửi"
_REASONS = {
    Reason.BLOCKED: "đã chặn tin: xin mời lại bằng mã",
    Reason.DEACTIVATED: "tài khoản đã xóa: xin mời lại bằng mã",
    Reason.NEVER_STARTED: "chưa bắt đầu trò chuyện: xin mời bằng mã",
    Reason.CHAT_NOT_FOUND: "không còn cuộc trò chuyện: xin mời lại bằng mã",
    Reason.GROUP_LEFT: "không còn ở trong nhóm: xin gắn lại nhóm",
    Reason.GROUP_MOVED: "nhóm đã chuyển chỗ: xin gắn lại nhóm",
    Reason.NO_RIGHT_TO_WRITE: "không được quyền gửi vào đây: xin báo quản trị nhóm",
    Reason.CONTENT: "nền tảng từ chối nội dung: xin báo văn thư xem lại văn bản",
    Reason.MESSAGE_GONE: "tin cũ không còn",
    Reason.FILE_FORGOTTEN: "ứng dụng không còn giữ tệp, sẽ gửi lại tệp",
    Reason.TOKEN: "kết nối bị từ chối: quản trị xem lại kết nối",
    Reason.TWO_INSTANCES: "có chương trình khác dùng chung kết nối: quản trị xem lại",
    Reason.TOO_FAST: "nền tảng yêu cầu chờ, sẽ tự gửi lại",
    Reason.NOT_CONNECTED: "chưa có kết nối, sẽ tự gửi lại",
    Reason.CUT_OFF: "đường truyền đứt khi đang gửi",
    Reason.PLATFORM_FAULT: "nền tảng gặp lỗi, sẽ tự gửi lại",
    Reason.KILLED: "máy chủ dừng khi đang gửi",
    Reason.ANSWERED: "đã được xử lý ở kênh khác",
    Reason.PUBLICATION_WITHDRAWN: "văn bản đã thu hồi",
    Reason.PUBLICATION_HALTED: "việc gửi đang tạm dừng: xin báo văn thư",
    Reason.LEFT: "nơi nhận này không còn là của người ấy",
    Reason.NO_CONSENT: "nhận bản giấy",
    Reason.CHANGED: "đã có tin khác thay",
    Reason.LATE: "đã quá giờ có ích",
    Reason.NO_ADDRESS: "chưa có nơi nhận tin: xin mời bằng mã",
    Reason.QUOTA: "kết nối đó hết lượt gửi của tháng: xin thêm kênh nhận khác",
    Reason.OUTAGE: "kênh trước gián đoạn",
    Reason.NO_EDITS: "tin đã gửi không sửa được, giữ nguyên",
    Reason.TOLD_BY_TAP: "",
    Reason.OTHER: "nền tảng từ chối: xin báo quản trị",
}


def way(
    purpose: Purpose,
    platform: Platform,
    state: DeliveryState | None,
    *,
    reason: Reason | None,
    at: datetime | None,
    waits_for_office: bool,
    zone: ZoneInfo,
    because: str = "",
) -> str:
    """One delivery: • thẻ văn bản qua Telegram: đã gửi lúc 08:14 thứ Hai, 23/11/2026."""
    head = f"• {_WHAT[purpose]} qua {PLATFORMS[platform]}"
    if because:
        head += f", {BECAUSE[because]}"
    moment = times.hour_day(at, zone) if at else ""
    if reason is Reason.HOURS:
        return f"{head}: giữ lại đến {moment}, hết giờ nghỉ của người nhận" if moment else f"{head}: đang chờ"
    if reason is Reason.QUOTA and moment:
        return f"{head}: giữ lại đến {moment}, kết nối đó hết lượt gửi của tháng"
    if waits_for_office:
        return f"{head}: giữ lại đến {moment}, giờ văn phòng gửi tin"
    words = _NOT_TOLD if state is None else _STATES[state]
    if state is DeliveryState.SENT and moment:
        words += f" lúc {moment}"
    why = _REASONS[reason] if reason else ""
    return f"{head}: {words} ({why})" if why else f"{head}: {words}"
