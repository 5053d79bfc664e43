"""Invented documents."""

ISSUED = "Hà Nội, ngày 20 tháng 11 năm 2026"


def directive(number: str, *, issued: str = ISSUED, about: str = "học tập chuyên đề", mark: str = "") -> str:
    """A plan of the Party committee, as a page or a file shows it."""
    head = ["ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH", "ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH", "*", f"Số {number}"]
    body = f"""KẾ HOẠCH
Về {about} trong các chi bộ

Thực hiện chương trình công tác năm, Đảng ủy Liên đoàn Lao động tỉnh xây dựng kế hoạch như sau:

1. Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.

2. Mỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.

3. Bí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.

4. Văn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất về {about}."""
    lines = [*([mark] if mark else []), *head, *([issued] if issued else []), body]
    return "\n".join(lines)
