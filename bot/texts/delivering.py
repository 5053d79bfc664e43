"""What the delivery engine itself adds to a message."""

SENT_AGAIN = "(Gửi lại, phòng khi tin trước chưa tới)"

LAST_ANSWER = (
    "Kênh này gần hết lượt gửi của tháng nên hôm nay không trả lời thêm. "
    "Những gì gõ ở đây vẫn được ghi nhận; xin xem và xác nhận bằng đường dẫn trong tin văn bản."
)
"""The last answer of the day to somebody, out of what a month keeps for answers."""
CUT = (
    "Tin còn dài, nhưng kênh này gần hết lượt gửi của tháng nên dừng ở đây. "
    "Xin xem đủ bằng đường dẫn trong tin văn bản, hoặc ở kênh khác."
)
"""Under the beginning of a long message for whose other parts the month has no room."""
