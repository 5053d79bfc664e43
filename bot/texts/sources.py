"""Sources: what of one cannot be used, and why nothing could be taken."""

from storage.states import SourceFault

FLAWS = {
    "NOT_TOML": "Chưa đọc được tệp nguồn tin. Xin gửi tệp .toml, mã UTF-8, không quá 64 KB.",
    "UNKNOWN_KEY": (
        "Tệp nguồn tin thiếu mục, thừa mục hoặc ghi sai kiểu. "
        "Cần có: name, kind (feed, portal hoặc folder) và place; xin xem tệp mẫu trong tài liệu."
    ),
    "NO_NAME": "Tên nguồn tin để trống hoặc dài quá 80 ký tự. Xin đặt tên ngắn, ví dụ: Cổng thông tin tỉnh.",
    "PLACE": (
        "Địa chỉ phải bắt đầu bằng http:// hoặc https:// và không chứa mật khẩu. "
        "Xin chép lại địa chỉ từ trình duyệt."
    ),
    "OUTSIDE": (
        "Thư mục phải nằm trong thư mục mà người quản lý máy chủ đã mở cho Loa (mục [sources], folder). "
        "Xin hỏi người quản lý máy chủ."
    ),
    "EVERY": "Khoảng cách giữa hai lần đọc là từ 5 phút đến 7 ngày. Xin ghi lại.",
    "NO_SELECTORS": (
        "Trang danh sách cần biết kiểu cổng (portal) hoặc cách tìm văn bản trên trang (selectors). "
        "Xin bổ sung rồi gửi lại."
    ),
    "SELECTORS": "Cách tìm văn bản trên trang (selectors) chưa dùng được. Xin xem lại từng dòng rồi gửi lại.",
    "UNKNOWN_PORTAL": "Chưa có sẵn kiểu cổng này. Xin chọn kiểu khác, hoặc ghi cách tìm (selectors).",
    "AUDIENCE": (
        "Không thấy nơi nhận này. Xin ghi everyone, unit: kèm tên đơn vị, hoặc topic: kèm tên chủ đề."
    ),
    "KNOWN_ALREADY": "Đã có nguồn tin đọc ở địa chỉ này. Gõ /nguon để xem.",
    "NO_AUDIENCE": (
        "Muốn tự phát hành, nguồn tin phải có nơi nhận (audience) và phạm vi công khai (scope). "
        "Xin chọn “Sửa bằng tệp” để ghi hai mục ấy trước."
    ),
    "RESTS": "Nguồn tin này đang tạm dừng. Xin chọn “Đọc tiếp” trước.",
}

FAULTS = {
    SourceFault.NOT_REACHED: "không kết nối được",
    SourceFault.TOO_SLOW: "trang trả lời quá chậm",
    SourceFault.TOO_LARGE: "trang hoặc tệp quá lớn",
    SourceFault.REFUSED_BY_SITE: "trang không cho đọc",
    SourceFault.GONE: "địa chỉ không còn",
    SourceFault.SITE_FAULT: "trang đang có lỗi",
    SourceFault.PRIVATE_ADDRESS: "địa chỉ dẫn vào mạng nội bộ",
    SourceFault.REDIRECTED_AWAY: "trang chuyển sang nơi khác",
    SourceFault.CERTIFICATE: "chứng chỉ của trang không hợp lệ",
    SourceFault.NOT_A_FEED: "địa chỉ này không phải là RSS",
    SourceFault.NOTHING_FOUND: "không tìm thấy văn bản nào",
    SourceFault.OTHER_FORMAT: "không phải trang web, .docx, PDF hay .txt",
    SourceFault.SECRET: "có dấu chỉ độ mật",
    SourceFault.HIDES_SOMETHING: "tệp có phần ẩn (macro, mã lệnh hoặc tệp lồng)",
    SourceFault.ENCRYPTED: "tệp có mật khẩu",
    SourceFault.DAMAGED: "tệp hỏng",
    SourceFault.NO_FOLDER: "không thấy thư mục",
}
"""As the rest of a sentence."""
