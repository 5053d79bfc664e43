"""What has happened in the sample organisation before a visitor arrives. Invented, like its people."""

DIRECTIVE = """ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH
ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH
*
Số {number}-KH/ĐU

KẾ HOẠCH
Học tập chuyên đề "Nói đi đôi với làm" trong các chi bộ

Thực hiện chương trình công tác năm, Đảng ủy Liên đoàn Lao động tỉnh xây dựng kế hoạch như sau:

1. Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.

2. Mỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.

3. Bí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.

4. Văn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.
"""
NUMBER = "11"
TO_DO = "Đọc kế hoạch, đăng ký một việc làm cụ thể\nDự buổi sinh hoạt chuyên đề của chi bộ"

QUESTION = "Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?"

SESSION_TITLE = "Sinh hoạt chuyên đề: Nói đi đôi với làm"
SESSION_PLACE = "Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh"
