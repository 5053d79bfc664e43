"""Why a file cannot be read, and what to do next. Follows "Chưa đọc được tệp này: "."""

FILE_FAULTS = {
    "other_format": (
        "đây không phải tệp Word (.docx), PDF hay tệp chữ, hoặc tên tệp không khớp với nội dung. "
        "Xin lưu lại thành .docx hoặc PDF rồi gửi."
    ),
    "old_word": (
        "đây là tệp Word đời cũ (.doc). Xin mở tệp, lưu lại thành .docx (Word 2007 trở lên) rồi gửi."
    ),
    "encrypted": (
        "tệp có mật khẩu hoặc bị khóa. Xin lưu một bản không khóa rồi gửi. "
        "Văn bản mật không gửi qua kênh này."
    ),
    "macros": "tệp có macro (chương trình đi kèm). Xin lưu lại thành .docx thường rồi gửi.",
    "hides_something": (
        "trong tệp có chương trình, tệp khác hoặc liên kết tự mở. "
        "Xin chép nội dung sang một tệp Word mới (.docx) rồi gửi; tệp đi kèm xin gửi riêng."
    ),
    "damaged": "tệp bị hỏng hoặc chưa tải đủ. Xin mở thử, lưu lại rồi gửi.",
    "too_large": (
        "tệp quá lớn hoặc quá dài (tệp tối đa 20 MB, phần chữ tối đa 1 MB). Xin gửi riêng phần văn bản chính."
    ),
    "too_slow": (
        "máy đọc quá lâu nên đã dừng. Xin chép nội dung sang một tệp Word mới (.docx) rồi gửi, "
        "hoặc dán nội dung vào đây."
    ),
    "empty": "tệp không có nội dung. Xin kiểm tra lại rồi gửi.",
    "archive": "đây là tệp nén. Xin giải nén rồi gửi từng văn bản.",
    "picture": (
        "đây là ảnh. Xin gửi tệp Word (.docx) hoặc PDF; chỉ có bản giấy thì xin quét thành PDF rồi gửi."
    ),
    "old_encoding": "tệp dùng bảng mã cũ (TCVN3, VNI). Xin chuyển sang Unicode rồi gửi lại.",
}
