"""The roster files that Loa writes: headings, the words of the drop-down lists, instructions."""

from storage.states import Address, MemberKind

COLUMNS = {
    "number": "Mã",
    "name": "Họ và tên",
    "family": "Họ đệm",
    "given": "Tên",
    "unit": "Chi bộ",
    "position": "Chức vụ",
    "kind": "Diện",
    "form": "Xưng hô",
    "gender": "Giới tính",
    "phone": "Số điện thoại",
    "exempt": "Miễn sinh hoạt",
    "language": "Ngôn ngữ",
}
"""As the template heads them."""

# Fixed, unlike the words for people in messages: what the template says has to be understood again.
KINDS = {
    MemberKind.OFFICIAL: "Đảng viên chính thức",
    MemberKind.PROBATIONARY: "Đảng viên dự bị",
    MemberKind.UNION: "Đoàn viên công đoàn",
    MemberKind.CANDIDATE: "Quần chúng ưu tú",
}
FORMS = {
    Address.COMRADE: "đồng chí",
    Address.BROTHER: "anh",
    Address.SISTER: "chị",
    Address.UNKNOWN: "anh/chị",
}

SHEET_ROSTER = "Danh sách"
SHEET_HELP = "Hướng dẫn"
SHEET_LISTS = "Giá trị"
EXEMPT_MARK = "x"
LANGUAGE_WORDS = {"vi": "tiếng Việt"}
NOT_IN_LIST = "Chưa có trong danh sách"
NOT_IN_LIST_WORDS = "Xin chọn trong danh sách thả xuống. Vẫn giữ giá trị vừa gõ?"
INSTRUCTIONS = (
    "Mỗi dòng là một người. Không cần điền hết các cột; bắt buộc: Họ và tên, Chi bộ.",
    "Mã: do chương trình ghi, để nhận ra đúng người khi sửa họ tên hay chuyển chi bộ. Xin không sửa.",
    "Người mới: để trống cột Mã. Trùng tên với người đã có: ghi chữ “mới” vào cột Mã.",
    "Chi bộ: chọn trong danh sách thả xuống. Đổi chi bộ nghĩa là người đó chuyển sang chi bộ ấy.",
    "Diện: chọn trong danh sách thả xuống. Xưng hô: đồng chí, anh, chị; để trống thì chương trình tự chọn.",
    "Số điện thoại: chỉ ghi khi thêm hoặc đổi số. Khi tải về cột này luôn trống: chương trình không giữ số.",
    "Từ số ấy chỉ giữ một dấu vết đã mã hóa, để nhận ra người gửi số điện thoại của chính mình.",
    "Miễn sinh hoạt: ghi x nếu được miễn công tác và sinh hoạt Đảng.",
    "Xóa dòng của một người nghĩa là người đó rời đơn vị. Chi bộ không có dòng nào thì giữ nguyên.",
    "Không ghi số thẻ đảng, ngày sinh, số căn cước, địa chỉ: chương trình không dùng và không lưu.",
    "Gửi tệp lại cho kênh: chương trình cho xem trước thay đổi rồi mới ghi.",
)

SHEET_DIFFERENCE = "Đối chiếu"
DIFFERENCE_COLUMNS = ("Dòng", "Việc", "Họ và tên", "Đơn vị đang ghi", "Đơn vị trong tệp", "Chi tiết")
DOES_JOIN, DOES_MOVE, DOES_CHANGE, DOES_LEAVE, IS_UNCLEAR, IS_NOTED = (
    "Mới",
    "Chuyển đơn vị",
    "Thay đổi",
    "Rời",
    "Chưa rõ",
    "Lưu ý",
)
