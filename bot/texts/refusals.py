"""Why Loa says no: what to do next, and whom to ask."""

from bot.errors import Refusal

SENTENCES = {
    Refusal.NOT_ALLOWED: "Việc này dành cho người được giao quyền. Cần giúp, xin liên hệ văn phòng.",
    Refusal.OWN_HISTORY: (
        "Việc này dành cho người được giao quyền. Nhật ký của mình: gõ /toi, chọn “Nhật ký của tôi”."
    ),
    Refusal.NOT_FOUND: (
        "Không tìm thấy nội dung này. Gõ /canlam để xem những việc đang chờ; cần giúp, xin liên hệ văn phòng."
    ),
    Refusal.GONE_ON: (
        "Nội dung đã thay đổi sau khi tin này được gửi, nên việc vừa làm không được ghi. "
        "Xin mở lại để xem bản mới nhất; cần giúp, xin liên hệ văn phòng."
    ),
    Refusal.WITHDRAWN: "Văn bản này không còn hiệu lực, không cần trả lời nữa.",
    Refusal.INCOMPLETE: "Bản dự thảo còn thiếu: {field}. Xin bổ sung rồi trình lại.",
    Refusal.SAME_PERSON: "Người soạn không tự duyệt văn bản của mình. Xin trình người duyệt khác.",
    Refusal.SAME_NUMBER: (
        "Số này đã có: {first}. Xin kiểm tra lại số văn bản; muốn sửa văn bản đã phát hành, xin gõ /thuhoi."
    ),
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
    Refusal.UNREADABLE: "Chưa đọc được tệp này: {kind}",
    Refusal.CODE_INVALID: "Mã không đúng, đã dùng hoặc đã hết hạn. Xin hỏi văn phòng để nhận mã mới.",
    Refusal.ADDRESS_TAKEN: "Tài khoản này đã kết nối với một người khác. Xin liên hệ văn phòng.",
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
    Refusal.LEFT_OUT_FULL: (
        "Chỉ trừ theo tên được {limit} người. Xin chọn theo đơn vị, loại thành viên hoặc vai trò."
    ),
    Refusal.AUDIENCE_CLOSED: "“{name}” đã đóng nên không ai nhận. Xin chọn lại nơi nhận rồi trình lại.",
    Refusal.NO_APPROVER: "Chưa có ai được giao duyệt văn bản này. Xin báo quản trị giao quyền duyệt.",
    Refusal.NOT_QUOTED: "Ý chính phải là câu trích nguyên văn. Xin chép đúng câu trong toàn văn.",
    Refusal.ALREADY_THERE: "Đơn vị này đã có người cùng họ tên trong danh sách.",
    Refusal.UNIT_NAME_TAKEN: (
        "Ở đây đã có đơn vị tên “{name}”. Xin đặt tên khác, không chỉ khác dấu hoặc chữ hoa."
    ),
    Refusal.CIRCLE: (
        "Không đặt một đơn vị vào chính nó hoặc vào đơn vị trực thuộc nó. Xin chọn đơn vị khác."
    ),
    Refusal.NOT_EMPTY: (
        "Đơn vị còn {members} người và {units} đơn vị trực thuộc. "
        "Xin chọn nơi nhận khi giải thể, hoặc sáp nhập vào đơn vị khác."
    ),
    Refusal.NOT_OPEN_THEN: "“{name}” không hoạt động vào ngày đã chọn. Xin chọn ngày khác hoặc đơn vị khác.",
    Refusal.CHANGED_SINCE: (
        "“{name}” đã có thay đổi từ ngày {since}, nên không ghi lùi trước ngày đó. "
        "Xin chọn từ ngày {since} trở đi."
    ),
    Refusal.NO_CHANGE: "Hiện đã đúng như vậy rồi, không cần thay đổi.",
    Refusal.ODD_LETTERS: "Tên chỉ dùng chữ cái tiếng Việt, chữ số và dấu câu thường gặp. Xin gõ lại.",
    Refusal.OWN_ROLE: "Không ai tự giao vai trò cho mình. Xin nhờ một quản trị khác giao.",
    Refusal.LAST_ADMIN: (
        "Khi đó văn phòng sẽ không còn ai giữ vai trò quản trị, nên vai trò này chưa kết thúc được. "
        "Xin giao quản trị cho một người khác trước: gõ /vaitro và tên người đó."
    ),
    Refusal.ENDS_FIRST: "Ngày kết thúc phải sau ngày bắt đầu. Xin ghi lại cả hai ngày.",
    Refusal.NOT_OWN_NUMBER: (
        "Chỉ nhận số của chính người gửi. Xin bấm nút “Gửi số điện thoại của tôi” dưới khung chat; "
        "cần giúp, xin liên hệ văn phòng."
    ),
    Refusal.NUMBER_UNKNOWN: (
        "Không tìm thấy. Nếu có mã mời, xin gõ mã vào đây; chưa có mã, xin chọn “Xin kết nối” "
        "hoặc liên hệ văn phòng."
    ),
    Refusal.SHORT_CODES_REST: (
        "Kênh đang tạm ngừng nhận mã 6 số vì có quá nhiều mã sai. Xin gõ mã mời 12 ký tự nếu đã có; "
        "chưa có, xin liên hệ bí thư chi bộ hoặc văn phòng."
    ),
    Refusal.CODES_REST: (
        "Kênh đang tạm ngừng nhận số điện thoại vì có quá nhiều số không khớp. Xin gõ mã mời nếu đã có; "
        "chưa có mã, xin liên hệ bí thư chi bộ hoặc văn phòng."
    ),
    Refusal.ASKED_ALREADY: (
        "Yêu cầu kết nối trước đang chờ trả lời, nên chưa gửi thêm. Cần gấp, xin liên hệ văn phòng."
    ),
    Refusal.ASKED_OFTEN: (
        "Hôm nay tài khoản này đã gửi đủ số yêu cầu kết nối. Xin gửi lại vào ngày mai, "
        "hoặc liên hệ văn phòng."
    ),
    Refusal.TOO_MANY: ("Một phiếu in được nhiều nhất {limit} người. Xin chọn từng đơn vị nhỏ hơn để in."),
    Refusal.NOBODY_TO_INVITE: (
        "Đơn vị này không còn ai cần phiếu mời. Cần mã cho một người, gõ /moi và tên."
    ),
    Refusal.NO_WEB_INBOX: (
        "Văn phòng chưa mở hộp thư web, nên chưa có đường dẫn. "
        "Xin báo quản trị đặt địa chỉ web (web.public_url) rồi thử lại."
    ),
    Refusal.LINK_ENDED: (
        "Đường dẫn này đã hết hạn hoặc đã được thay bằng đường dẫn mới. "
        "Xin hỏi bí thư chi bộ hoặc văn phòng để nhận đường dẫn mới."
    ),
    Refusal.FILE_GONE: (
        "Tệp này chỉ được giữ trong một thời gian và đã được xóa. "
        "Xin gõ lại lệnh trong khung chat để nhận tệp mới; cần giúp, xin liên hệ văn phòng."
    ),
    Refusal.WEB_CODE_WRONG: (
        "Mã chưa đúng, đã dùng hoặc đã hết hạn. Xin xem lại đủ 6 chữ số. Sai 5 lần thì mã hết hiệu lực; "
        "cần mã mới, xin hỏi bí thư chi bộ hoặc văn phòng."
    ),
    Refusal.WEB_CODES_REST: (
        "Có quá nhiều lần nhập sai, nên trang tạm ngừng nhận mã. Xin thử lại sau; "
        "cần gấp, xin gọi bí thư chi bộ hoặc văn phòng."
    ),
    Refusal.CODE_JUST_SENT: (
        "Mã vừa được gửi. Xin mở ứng dụng chat để xem; nếu chưa thấy, xin chờ vài phút rồi bấm lại."
    ),
    Refusal.NOT_AGREED_TO: (
        "Chưa đồng ý để theo dõi xác nhận qua tin nhắn, nên chưa ghi. "
        "Muốn xác nhận tại đây: gõ /toi, chọn “Dữ liệu của tôi”, rồi “Đồng ý, rút đồng ý”; "
        "hoặc báo trực tiếp bí thư chi bộ."
    ),
    Refusal.REQUEST_STANDS: (
        "Đề nghị trước đang được giải quyết, chậm nhất {until}. Xin chờ trả lời; cần gấp, xin gọi văn phòng."
    ),
    Refusal.EXTENDED_ONCE: "Đề nghị này đã gia hạn một lần, luật không cho thêm. Xin giải quyết đúng hạn.",
    Refusal.SAME_TOPIC: (
        "Đã có chủ đề “{name}”. Xin đặt tên khác, hoặc gõ /chude để mở chủ đề đó "
        "(chủ đề đã đóng có thể mở lại)."
    ),
    Refusal.TOPIC_CLOSED: (
        "Chủ đề này đã đóng nên không thay đổi được. Cần dùng lại, gõ /chude rồi chọn “Mở lại”."
    ),
    Refusal.NOT_HOURS: "Chưa đọc được giờ. Xin ghi giờ bắt đầu và giờ kết thúc, ví dụ 21:00-8:00.",
    Refusal.NO_HOURS_LEFT: (
        "Văn phòng gửi tin trong giờ {office} ngày làm việc. "
        "Khoảng này không chừa lại đủ một giờ để nhận tin. Xin chọn khoảng ngắn hơn, ví dụ 21:00-8:00."
    ),
    Refusal.ROSTER_FILE: "{because}",
    Refusal.SOURCE_FLAW: "{because}",
    Refusal.ROSTER_LAPSED: "Bảng đối chiếu này đã hết hạn hoặc đã xong. Xin gửi lại tệp danh sách nếu cần.",
    Refusal.NOT_ASKED: "Văn bản này không cần xác nhận. Muốn đọc lại, gõ /vanban.",
    Refusal.GROUPS_FULL: "Bot này đã ở đủ {most} nhóm nên chưa gắn thêm được. {step}",
    Refusal.NEW_VERSION: (
        "Văn bản này đã có bản sửa, nên lần bấm vừa rồi chưa được ghi. Xin đọc bản mới rồi xác nhận lại."
    ),
    Refusal.READ_BEFORE: (
        "Văn bản này đã có bản sửa sau giờ đọc vừa ghi, nên lần đọc ấy chưa được ghi nhận. "
        "Xin đọc bản mới rồi ghi lại."
    ),
    Refusal.NUMBER_IS_MINOR: (
        "Số văn bản chỉ đổi được khi đính chính lỗi gõ. Sửa đổi nội dung dưới số khác là một văn bản mới: "
        "xin giữ số cũ, hoặc phát hành văn bản mới để thay thế."
    ),
    Refusal.DUE_IS_MATERIAL: (
        "Đổi hạn xác nhận thì mọi người phải được báo. Xin chuyển sang “sửa đổi nội dung”, hoặc giữ hạn cũ."
    ),
    Refusal.AUDIENCE_STAYS: (
        "Bản sửa giữ nguyên người nhận và yêu cầu xác nhận. "
        "Cần đổi, xin gõ /thuhoi để thu hồi rồi phát hành văn bản mới."
    ),
    Refusal.EXEMPT_ALREADY: (
        "Người này đang được miễn rồi. Muốn đổi lý do hoặc thời hạn: xin chọn “Kết thúc miễn” trước, "
        "rồi ghi lại."
    ),
    Refusal.QUIZ_FIRST: (
        "Văn bản này có câu hỏi ngắn, trả lời xong mới ghi nhận “Đã nắm”. "
        "Xin mở văn bản rồi chọn “Đã nắm”; gõ /canlam để xem việc đang chờ."
    ),
    Refusal.NOT_TAKEN_ON: (
        "Việc này đã sửa hoặc không còn giao nữa. Xin mở lại văn bản để xem bản mới nhất; "
        "cần giúp, xin liên hệ văn phòng."
    ),
    Refusal.NUMBER_OF_ANOTHER_DAY: (
        "Số này đã có ở văn bản khác ngày: {first}. Xin kiểm tra số và ngày; nếu đúng là văn bản khác "
        "(số đánh lại từ đầu năm hoặc đầu nhiệm kỳ), xin xác nhận khi trình duyệt."
    ),
    Refusal.URGENCY_OF_OTHERS: (
        "Mức độ {urgency} chỉ do những người này chọn và duyệt: {who}. "
        "Xin chọn mức độ khác, hoặc nhờ người có quyền."
    ),
    Refusal.SHORT_MONTH: (
        "{name} tháng này chỉ còn {left} tin, cần {needed} tin: có người sẽ nhận cách khác hoặc muộn hơn. "
        "Chưa phát hành gì."
    ),
    Refusal.NOT_CLEARED: (
        "Có phần máy chưa đọc được (bản quét hoặc ảnh). Xin mở bản dự thảo, chọn “Xác nhận đã xem bản quét” "
        "rồi làm tiếp."
    ),
    Refusal.KEPT_INSIDE: (
        "Văn bản có dấu “{mark}” nên chỉ gửi trong phạm vi nội bộ. "
        "Nếu máy đọc nhầm, xin sửa mục “Dấu lưu hành” trước."
    ),
    Refusal.QUIZ_FORM: "Chưa đúng mẫu câu hỏi. Xin gõ lại theo ví dụ.",
    Refusal.FILES_FULL: "Bản dự thảo đã có đủ {limit} tệp. Xin bỏ bớt một tệp rồi gửi lại.",
    Refusal.FILE_TOO_LARGE: "Tệp lớn quá 20 MB. Xin gửi tệp nhỏ hơn.",
}


def sentence(reason: Refusal, details: dict[str, str]) -> str:
    """The sentence for a refusal, with what it names filled in."""
    return SENTENCES[reason].format(**details)
