"""Why Loa says no: what to do next, and whom to ask."""

from bot.errors import Refusal

SENTENCES = {
    Refusal.NOT_ALLOWED: "Việc này dành cho người được giao quyền. Cần giúp, xin liên hệ văn phòng.",
    Refusal.NOT_FOUND: (
        "Không tìm thấy nội dung này. Gõ /canlam để xem những việc đang chờ; cần giúp, xin liên hệ văn phòng."
    ),
    Refusal.GONE_ON: (
        "Nội dung đã thay đổi sau khi tin này được gửi, nên việc vừa làm không được ghi. "
        "Xin mở lại để xem bản mới nhất; cần giúp, xin liên hệ văn phòng."
    ),
    Refusal.WITHDRAWN: "Văn bản này đã được thu hồi, không cần trả lời nữa.",
    Refusal.INCOMPLETE: "Bản dự thảo còn thiếu: {field}. Xin bổ sung rồi trình lại.",
    Refusal.SAME_PERSON: "Người soạn không tự duyệt văn bản của mình. Xin trình người duyệt khác.",
    Refusal.SAME_NUMBER: "Số này đã được phát hành: {first}. Xin kiểm tra lại số văn bản.",
    Refusal.SECRET: (
        "Nội dung có dấu chỉ độ mật ({kind}). Kênh này không nhận, không lưu và không gửi văn bản mật. "
        "Xin xóa tin vừa gửi và báo bộ phận văn thư theo quy định."
    ),
    Refusal.NOT_A_DATE: (
        "Chưa đọc được ngày giờ. Xin ghi giờ, ngày, tháng, ví dụ 17:00 27/11/2026; "
        "nếu ghi thứ, thứ phải khớp với ngày."
    ),
    Refusal.IN_THE_PAST: "Ngày giờ này đã qua. Xin ghi ngày giờ khác, sau lúc này.",
    Refusal.EMPTY: "Chưa có nội dung. Xin gửi lại.",
    Refusal.TOO_LONG: "Nội dung dài quá {limit} ký tự. Xin viết ngắn lại.",
    Refusal.UNREADABLE: "Chưa đọc được tệp này: {kind}. Xin gửi tệp .txt hoặc dán nội dung vào khung chat.",
    Refusal.CODE_INVALID: "Mã không đúng, đã dùng hoặc đã hết hạn. Xin hỏi văn phòng để nhận mã mới.",
    Refusal.ADDRESS_TAKEN: "Tài khoản này đã gắn với một người khác. Xin liên hệ văn phòng.",
    Refusal.MANDATORY: "Chủ đề này bắt buộc, không thể thôi nhận. Cần trao đổi, xin liên hệ văn phòng.",
    Refusal.ENOUGH_TODAY: (
        "Những người còn lại đã được nhắc đủ số lần trong hôm nay. "
        "Ngày mai có thể nhắc tiếp; việc gấp, xin gọi điện."
    ),
    Refusal.JUST_REMINDED: (
        "Đã có tin nhắc vừa gửi hoặc đang chờ gửi, nên chưa nhắc thêm. Xin chờ rồi hãy nhắc lại."
    ),
    Refusal.NO_ANSWER_NEEDED: "Người hỏi đã xác nhận văn bản, nên câu hỏi này không cần trả lời nữa.",
    Refusal.NOBODY: "Không có ai để gửi. Xin kiểm tra danh sách người nhận; cần giúp, xin liên hệ văn phòng.",
    Refusal.NO_APPROVER: "Chưa có ai được giao duyệt văn bản này. Xin báo quản trị giao quyền duyệt.",
    Refusal.NOT_QUOTED: "Ý chính phải là câu trích nguyên văn. Xin chép đúng câu trong toàn văn.",
    Refusal.ALREADY_THERE: "Đơn vị này đã có người cùng họ tên trong danh sách.",
}


def sentence(reason: Refusal, details: dict[str, str]) -> str:
    """The sentence for a refusal, with what it names filled in."""
    return SENTENCES[reason].format(**details)
