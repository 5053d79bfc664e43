"""What people say for a command besides its own word: the titles of the help, and plain requests."""

SAID_FOR = {
    "việc cần xác nhận": "canlam",
    "việc cần xác nhận, trả lời": "canlam",
    "việc cần làm": "canlam",
    "việc đang chờ": "canlam",
    "văn bản còn hiệu lực": "vanban",
    "lịch sinh hoạt": "lich",
    "lịch họp": "lich",
    "xem lịch": "lich",
    "tìm văn bản": "tim",
    "hướng dẫn": "trogiup",
    "giúp": "trogiup",
    "giúp đỡ": "trogiup",
    "cần giúp": "trogiup",
    "menu": "trogiup",
    "câu hỏi chờ trả lời": "cauhoi",
    "nhắc người chưa xác nhận": "nhac",
    "tạo buổi sinh hoạt": "taolich",
    "tạo lịch sinh hoạt": "taolich",
    "đang chờ duyệt": "choduyet",
    "duyệt phát hành": "duyet",
    "soạn văn bản": "soan",
    "thông tin của tôi": "toi",
}
"""By the words as somebody says them; each counts only where nothing else is said."""
