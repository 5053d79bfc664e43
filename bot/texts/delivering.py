"""What the delivery engine itself adds to a message."""

SENT_AGAIN = "(Gửi lại, phòng khi tin trước chưa tới)"
