"""The copy of one's own data: titles, columns and words."""

from enum import StrEnum

from bot.texts import data_requests, exempting, history, people, privacy, roles, self_service
from storage.privacy.personal_copy import Section
from storage.states import (
    Answer,
    DeliveryState,
    ExemptFrom,
    InboxState,
    JoinState,
    ObligationState,
    Purpose,
    Reason,
    Rhythm,
)

TITLE = "DỮ LIỆU CÁ NHÂN ĐANG ĐƯỢC LƯU"
NOTHING = "(không có)"
YES, NO = "có", "không"

SECTIONS = {
    Section.PERSON: "1. THÔNG TIN TRONG DANH SÁCH",
    Section.ROLES: "2. QUYỀN ĐƯỢC GIAO",
    Section.MOVES: "3. CHUYỂN ĐƠN VỊ",
    Section.EXEMPTIONS: "4. MIỄN",
    Section.CONVERSATIONS: "5. KÊNH NHẬN TIN",
    Section.CONSENTS: "6. ĐIỀU ĐÃ ĐỒNG Ý",
    Section.REQUESTS: "7. ĐỀ NGHỊ VỀ DỮ LIỆU",
    Section.SUBSCRIPTIONS: "8. CHỦ ĐỀ ĐÃ CHỌN",
    Section.OBLIGATIONS: "9. VĂN BẢN ĐƯỢC GIAO XÁC NHẬN",
    Section.QUESTIONS: "10. CÂU HỎI ĐÃ GỬI",
    Section.OPENINGS: "11. LÚC MỞ VĂN BẢN",
    Section.TASKS: "12. VIỆC ĐƯỢC GIAO",
    Section.TRIES: "13. CÂU HỎI ĐÃ THỬ TRẢ LỜI, CHƯA XONG",
    Section.SESSIONS: "14. BUỔI SINH HOẠT",
    Section.INVITATIONS: "15. MÃ MỜI",
    Section.JOIN_REQUESTS: "16. YÊU CẦU KẾT NỐI",
    Section.WEB_LINKS: "17. ĐƯỜNG DẪN HỘP THƯ WEB",
    Section.WEB_CODES: "18. MÃ MỞ HỘP THƯ WEB",
    Section.WEB_SESSIONS: "19. LẦN MỞ HỘP THƯ WEB",
    Section.DIGESTS: "20. TIN ĐỢI GỘP",
    Section.DELIVERIES: "21. TIN ĐÃ GỬI",
    Section.WEB_MESSAGES: "22. TIN TRÊN HỘP THƯ WEB",
    Section.KNOCKS: "23. TIN ĐÃ NHẬN TỪ NGƯỜI NÀY (không lưu nội dung)",
    Section.HISTORY: "24. NHẬT KÝ",
}

COLUMNS = {
    "account": "tên tài khoản",
    "address_form": "cách xưng hô",
    "answer": "trả lời",
    "answered_at": "lúc trả lời",
    "asked_at": "lúc hỏi",
    "at": "lúc",
    "because": "lý do",
    "by_self": "người này làm",
    "changed_at": "lúc thay đổi",
    "chat_id": "mã tài khoản chat",
    "content": "nội dung",
    "created_at": "lúc tạo",
    "decided_at": "lúc quyết định",
    "done_at": "lúc xong",
    "door": "qua kênh",
    "due_at": "hạn",
    "due_by": "hạn giải quyết",
    "due_on": "ngày gửi",
    "ended_at": "lúc kết thúc",
    "ends_at": "hết hạn",
    "exempt_from": "được miễn",
    "expected_at": "lúc giao",
    "expires_at": "hết hạn",
    "extended_at": "lúc gia hạn",
    "from_at": "từ",
    "from_member": "người này viết",
    "from_unit": "từ đơn vị",
    "full_name": "họ tên",
    "given_at": "lúc đồng ý",
    "has_phone_mark": "có dấu đối chiếu số điện thoại (không lưu số)",
    "joined_at": "vào danh sách",
    "kind": "diện",
    "language": "ngôn ngữ",
    "left_at": "rời danh sách",
    "made_at": "lúc gửi",
    "number": "số",
    "on_date": "ngày",
    "on_paper": "nhận bản giấy",
    "opened_at": "lúc mở",
    "passed_at": "lúc trả lời đúng",
    "place": "nơi đọc",
    "platform": "ứng dụng",
    "position": "chức vụ",
    "purpose": "mục đích",
    "question": "câu hỏi",
    "quiet_from": "giờ nghỉ từ",
    "quiet_until": "giờ nghỉ đến",
    "read_aloud_at": "lúc được đọc trực tiếp",
    "reason": "lý do",
    "received_at": "lúc nhận",
    "reminded_at": "lúc nhắc",
    "reminders": "số lần nhắc",
    "request": "đề nghị",
    "revoked_at": "lúc thu hồi",
    "rhythm": "nhịp nhận",
    "role": "quyền",
    "said_name": "tên đã ghi",
    "said_unit": "đơn vị đã ghi",
    "seen_at": "lần cuối mở",
    "sent_at": "lúc gửi đi",
    "size": "độ dài tin",
    "starts_at": "bắt đầu",
    "state": "trạng thái",
    "subscribed": "đang nhận",
    "taken_at": "lúc nhận việc",
    "text_version": "bản lời văn",
    "thing": "việc",
    "through": "mở từ",
    "title": "tên",
    "to_unit": "đến đơn vị",
    "topic": "chủ đề",
    "unit": "đơn vị",
    "until_at": "đến",
    "used_at": "lúc dùng",
    "wish": "nội dung đề nghị",
    "wrong_tries": "số lần nhập sai",
    "withdrawn_at": "lúc rút hoặc thay",
}

_STATES = {
    ObligationState.EXPECTED: "chưa xác nhận",
    ObligationState.ACKNOWLEDGED: "đã xác nhận",
    ObligationState.QUESTION: "đang hỏi",
    ObligationState.READ_ALOUD: "đã đọc trực tiếp",
    ObligationState.EXEMPT: "được miễn",
    ObligationState.WITHDRAWN: "không còn giao",
    DeliveryState.QUEUED: "chờ gửi",
    DeliveryState.SENDING: "đang gửi",
    DeliveryState.SENT: "đã gửi",
    DeliveryState.MAYBE: "chưa rõ đã đến",
    DeliveryState.UNKNOWN: "không rõ đã đến",
    DeliveryState.FAILED: "không gửi được",
    DeliveryState.UNREACHABLE: "không liên lạc được",
    DeliveryState.SKIPPED: "không cần gửi nữa",
    DeliveryState.EXPIRED: "quá hạn gửi",
    DeliveryState.CANCELLED: "đã hủy",
    InboxState.WAITING: "đang chờ",
    InboxState.HANDLING: "đang xử lý",
    InboxState.DONE: "đã xử lý",
    InboxState.SET_ASIDE: "chưa xử lý được",
    InboxState.REFUSED: "đã từ chối",
    JoinState.APPROVED: "đã chấp nhận",
    JoinState.LAPSED: "đã hết hạn",
    Answer.NONE: "chưa trả lời",
    Answer.YES: "dự",
    Answer.NO: "xin vắng",
    Answer.MAYBE: "chưa chắc",
    Rhythm.AT_ONCE: "nhận ngay",
    Rhythm.DAILY: "gộp theo ngày",
    Rhythm.WEEKLY: "gộp theo tuần",
    ExemptFrom.MEETINGS: "sinh hoạt",
    ExemptFrom.EVERYTHING: "sinh hoạt và xác nhận",
}

_PURPOSES = {
    Purpose.REPLY: "trả lời tin của người này",
    Purpose.CARD: "thẻ văn bản",
    Purpose.REMINDER: "nhắc việc",
    Purpose.PROGRESS: "bảng tiến độ",
    Purpose.APPROVAL: "dự thảo chờ duyệt",
    Purpose.DRAFT_NEWS: "tin về dự thảo",
    Purpose.QUESTION: "câu hỏi của người khác",
    Purpose.QUESTION_ANSWER: "trả lời câu hỏi",
    Purpose.INVITATION: "thư mời sinh hoạt",
    Purpose.SESSION_REMINDER: "nhắc lịch sinh hoạt",
    Purpose.SESSION_CHANGE: "thay đổi lịch sinh hoạt",
    Purpose.GROUP_CARD: "thẻ văn bản trong nhóm",
    Purpose.DIGEST: "tin tổng hợp",
    Purpose.INDUCTION: "tin cho người mới vào",
    Purpose.COVERAGE: "báo người chưa gửi tin được",
    Purpose.JOIN_REQUEST: "yêu cầu kết nối của người khác",
    Purpose.JOIN_ANSWER: "trả lời yêu cầu kết nối",
    Purpose.CODE_TRIES: "báo việc dò mã mời",
    Purpose.ROSTER_NEWS: "tin về danh sách",
    Purpose.ROLE_NEWS: "tin về vai trò",
    Purpose.DATA_REQUEST: "đề nghị về dữ liệu của người khác",
    Purpose.DATA_ANSWER: "trả lời đề nghị về dữ liệu",
    Purpose.HINT: "hướng dẫn gõ lại tin",
    Purpose.CONNECTION_NEWS: "báo một kênh gián đoạn",
    Purpose.QUOTA_NEWS: "báo kết nối sắp hết lượt hoặc hết chỗ",
    Purpose.PUBLICATION_CHANGE: "báo văn bản đã đính chính, thu hồi hoặc thay thế",
    Purpose.TASK_NEWS: "báo việc được giao thêm hoặc thôi giao",
    Purpose.SOURCE_NEWS: "báo văn bản mới từ nguồn tin",
    Purpose.SOURCE_TROUBLE: "báo nguồn tin gián đoạn hoặc đã trở lại",
}

_REASONS = {
    Reason.BLOCKED: "đã chặn tin",
    Reason.DEACTIVATED: "tài khoản đã xóa",
    Reason.NEVER_STARTED: "chưa mở cuộc trò chuyện",
    Reason.CHAT_NOT_FOUND: "không còn cuộc trò chuyện",
    Reason.GROUP_LEFT: "không còn ở trong nhóm",
    Reason.GROUP_MOVED: "nhóm đã chuyển chỗ",
    Reason.NO_RIGHT_TO_WRITE: "không được quyền gửi",
    Reason.CONTENT: "ứng dụng từ chối nội dung",
    Reason.MESSAGE_GONE: "tin cũ không còn",
    Reason.FILE_FORGOTTEN: "ứng dụng không còn giữ tệp",
    Reason.TOKEN: "kết nối bị từ chối",
    Reason.TWO_INSTANCES: "kết nối bị dùng ở hai nơi",
    Reason.TOO_FAST: "ứng dụng yêu cầu chờ",
    Reason.NOT_CONNECTED: "chưa có kết nối",
    Reason.CUT_OFF: "đường truyền đứt khi đang gửi",
    Reason.PLATFORM_FAULT: "ứng dụng gặp lỗi",
    Reason.KILLED: "máy chủ dừng khi đang gửi",
    Reason.HOURS: "chờ đến giờ gửi tin",
    Reason.ANSWERED: "đã trả lời",
    Reason.PUBLICATION_WITHDRAWN: "văn bản đã thu hồi",
    Reason.PUBLICATION_HALTED: "văn bản tạm dừng gửi",
    Reason.LEFT: "nơi nhận không còn",
    Reason.NO_CONSENT: "nhận văn bản giấy",
    Reason.CHANGED: "đã có tin mới hơn",
    Reason.LATE: "đã quá giờ",
    Reason.NO_ADDRESS: "chưa có nơi nhận tin",
    Reason.NO_EDITS: "tin đã gửi không sửa được, giữ nguyên",
    Reason.OUTAGE: "kênh trước gián đoạn",
    Reason.QUOTA: "kết nối hết lượt gửi của tháng",
    Reason.TOLD_BY_TAP: "đã đến",
    Reason.OTHER: "lý do khác",
}

_WORDS = {
    (type(word), word.value): said
    for table in (
        people.FORMS,
        roles.ROLES,
        roles.KINDS,
        self_service.PLATFORMS,
        self_service.STATES,
        privacy.PURPOSES,
        data_requests.REQUESTS,
        data_requests.STATES,
        exempting.EXEMPT_BECAUSE,
        _PURPOSES,
        _REASONS,
        _STATES,
    )
    for word, said in table.items()
}


def word(value: StrEnum) -> str:
    """What stands in the database, in words; what has none is shown as it stands."""
    return _WORDS.get((type(value), value.value), value.value)


PLAIN = {
    "door": history.DOORS,
    "language": {"vi": "tiếng Việt"},
    "through": {
        "card": "thẻ văn bản",
        "full_text": "nút toàn văn",
        "link": "trang web riêng",
        "file": "tệp kèm",
    },
}
"""Columns that hold words of the program."""


def change(
    thing: str, thing_id: int, before: str, after: str, detail: str, *, by_self: bool, of_another: bool
) -> str:
    """A row of history in words, without anybody's name."""
    whom = "" if by_self and not of_another else "người khác" if of_another else "người này"
    what = history.Change(thing, thing_id, before, after, detail)
    return history.did(what, whom=whom, unit="", publication="")


def made(office: str, moment: str) -> str:
    """Whose data, and of what moment."""
    return f"Nơi giữ dữ liệu: {office}. Lập lúc {moment}."
