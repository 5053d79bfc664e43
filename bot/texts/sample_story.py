"""What has happened in the sample organisation before a visitor arrives. Invented, like its people."""

_HEAD = """ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH
ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH
*
"""

DIRECTIVE = (
    _HEAD
    + """Số {number}-KH/ĐU

KẾ HOẠCH
Học tập chuyên đề "Nói đi đôi với làm" trong các chi bộ

Thực hiện chương trình công tác năm, Đảng ủy Liên đoàn Lao động tỉnh xây dựng kế hoạch như sau:

1. Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.

2. Mỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.

3. Bí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.

4. Văn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.
"""
)
NUMBER = "11"
TO_DO = "Đọc kế hoạch, đăng ký một việc làm cụ thể\nDự buổi sinh hoạt chuyên đề của chi bộ"
QUESTION = "Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?"

SESSION_TITLE = "Sinh hoạt chuyên đề: Nói đi đôi với làm"
SESSION_PLACE = "Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh"

MEETING = """Hội nghị Đảng ủy kiểm điểm việc thực hiện nghị quyết quý III

Ngày {day}, Đảng ủy Liên đoàn Lao động tỉnh tổ chức Hội nghị kiểm điểm việc thực hiện nghị quyết quý III. \
Đồng chí Hà Văn Thuận – Bí thư Đảng ủy chủ trì Hội nghị.

Cả 3/3 chi bộ đã sinh hoạt đủ kỳ. Đảng bộ đã kết nạp 02 đảng viên mới.

Tuy nhiên, Hội nghị chỉ ra một số hạn chế: Văn bản đến đảng viên còn chậm. \
Biên bản sinh hoạt chưa ghi đủ ý kiến.

Hội nghị giao đồng chí Vũ Thị Hòa kiểm tra việc ghi biên bản ở ba chi bộ chậm nhất ngày {due}. \
Giao đồng chí Nguyễn Thanh Bình lập danh sách đảng viên chưa nhận được văn bản chậm nhất ngày {due}.
"""
TASKED = {
    "Hòa": "Kiểm tra việc ghi biên bản ở ba chi bộ",
    "Bình": "Lập danh sách đảng viên chưa nhận được văn bản",
}
"""Whom the meeting names, and what each is to do as the clerk puts it."""
TAKEN_BY = "Hòa"

GUIDANCE = (
    _HEAD
    + """Số 09-HD/ĐU

HƯỚNG DẪN
Ghi và gửi biên bản sinh hoạt chi bộ

Để biên bản sinh hoạt phản ánh đủ ý kiến của đảng viên, Đảng ủy Liên đoàn Lao động tỉnh hướng dẫn như sau:

1. Biên bản ghi đủ ý kiến thảo luận và phần kết luận của chủ trì.

2. {rule}
"""
)
RULE = "Chi bộ gửi biên bản về Văn phòng Đảng ủy trước ngày {day} hằng tháng."
DAY_BEFORE, DAY_AFTER = "10", "05"
"""As it was first, and as it was corrected."""
CHANGED = "Gửi biên bản trước ngày 05 hằng tháng, không phải ngày 10"

SAFETY = (
    _HEAD
    + """Số 10-KH/ĐU

KẾ HOẠCH
Phòng cháy, chữa cháy tại trụ sở dịp cuối năm

Đảng ủy Liên đoàn Lao động tỉnh yêu cầu mọi cán bộ, nhân viên làm việc tại trụ sở thực hiện như sau:

1. Người về sau cùng của mỗi phòng tắt điện, khóa nước trước khi ra về.

2. Thấy khói, lửa thì hô to, gọi 114, rồi báo bảo vệ trụ sở.
"""
)
QUIZ = (
    """Hỏi: Ai tắt điện, khóa nước ở mỗi phòng?
A. Bảo vệ trụ sở
B. Người về sau cùng
Đúng: B
Trích: Người về sau cùng của mỗi phòng tắt điện, khóa nước trước khi ra về.""",
    """Hỏi: Thấy khói, lửa thì gọi số nào?
A. 113
B. 115
C. 114
Đúng: C
Trích: Thấy khói, lửa thì hô to, gọi 114, rồi báo bảo vệ trụ sở.""",
)
RIGHT = (1, 2)
"""The places of the right answers."""

SOURCE = "Thư mục văn bản đến"
ARRIVED_NAME = "ra-soat-ho-so-dang-vien.txt"
ARRIVED = """BAN TỔ CHỨC TỈNH ỦY
*
Số 214-CV/BTCTU

CÔNG VĂN
V/v rà soát hồ sơ đảng viên năm {year}

Kính gửi: Các đảng ủy trực thuộc Tỉnh ủy

Ban Tổ chức Tỉnh ủy đề nghị các đảng ủy thực hiện một số việc sau:

1. Rà soát hồ sơ của từng đảng viên, bổ sung giấy tờ còn thiếu.

2. Báo cáo kết quả về Ban Tổ chức Tỉnh ủy chậm nhất ngày {day}.
"""
