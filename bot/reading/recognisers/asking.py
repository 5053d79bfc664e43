"""Whom a sentence asks: a person or a body before the first verb of what is to be done."""

import re

from bot.reading.letters import LOWER, UPPER
from bot.reading.quoting import IMPERATIVE
from bot.reading.recognisers.people import NAME
from bot.reading.words import GIVING, any_opening, phrases

# Verbs in other words: "tổ chức đảng", "trực thuộc", "dự án" do nothing.
_NO_VERB = phrases(
    """tổ chức đảng, tổ chức cơ sở, tổ chức công đoàn, tổ chức đoàn, tổ chức hội, tổ chức chính trị, tổ chức
    thành viên, tổ chức đoàn thể, trực thuộc, trực tuyến, dự án, dự bị, dự kiến, dự toán, dự phòng, thu nhập,
    cử tri, báo cáo viên, tuyên truyền viên, hướng dẫn viên, giúp việc, trình độ, học tập cộng đồng, tham mưu
    giúp việc, thông báo viên, giao thông, thu hút, làm việc, làm chủ, theo dõi đài"""
)
# What is asked of those above: no task of a reader.
_OF_THOSE_ABOVE = phrases(
    "xem xét, phê duyệt, cho ý kiến, cho phép, chuẩn y, công nhận, chấp thuận, cho chủ trương, thẩm định"
)
_DOING = phrases(
    """rà soát, hướng dẫn, tham mưu, báo cáo, lập, vận động, liên hệ, tăng cường, tập trung, hoàn thành, chủ
    trì, phối hợp, tổ chức, triển khai, thực hiện, xây dựng, kiểm tra, theo dõi, đôn đốc, gửi, nộp,
    chuẩn bị, cử, đăng ký, giới thiệu, phân công, quán triệt, tuyên truyền, tiếp tục, đẩy mạnh, nâng
    cao, khắc phục, có trách nhiệm, chịu trách nhiệm, phải, cần, tổng hợp, ban hành, bố trí, khẩn
    trương, nghiêm túc, chấp hành, phổ biến, cập nhật, sửa, mua, làm, quan tâm, duy trì, chỉ
    đạo, dự, tham gia, học tập, đọc, nắm, đề xuất, trình, giúp, hỗ trợ, bảo đảm, đảm bảo, chủ động,
    thường xuyên, kịp thời, soạn, viết, thông báo, đổi mới, chú trọng, giao, quản lý, phụ trách, công
    khai, sớm, cùng, thu, trực, lựa chọn, bổ sung, thành lập, thăm, động viên, trang trí, tiếp nhận, niêm yết,
    công bố, cung cấp, thống kê, đối chiếu, đánh giá, chấn chỉnh, nhắc nhở, bàn giao, phát động, trực tiếp,
    khảo sát, kê khai, truyền đạt, hoàn thiện, hoàn chỉnh, tiến hành, xử lý, giải quyết, giám sát, xác nhận,
    trả lời, lưu ý, sơ tán, tự kiểm tra, xác minh, chăm lo, chăm sóc, nghiên cứu, góp ý, tham luận, bảo vệ,
    ký cam kết, cam kết, mang theo, tạo điều kiện, sắp xếp, củng cố, phát huy, thông tin, nhân rộng, phản
    ánh, mời, đóng góp, trao đổi, ghi chép, phân bổ, đưa, nhắc, rút kinh nghiệm"""
)
_VERB = rf"(?!{_NO_VERB})(?:(?P<above>{_OF_THOSE_ABOVE})|{_DOING})"
_COMRADE = rf"(?:(?:[Cc]ác )?[Đđ]ồng chí|[Đđ]/[Cc]|[Ôô]ng|[Bb]à)\s{{1,2}}{NAME}"
_BODY = phrases(
    """Các, các, Mỗi, mỗi, Mọi, mọi, Từng, từng, Toàn thể, toàn thể, Đảng viên, đảng viên, Chi ủy, chi ủy, Chi
    uỷ, chi uỷ, Chi bộ, chi bộ, Bí thư, bí thư, Ban, ban, Văn phòng, văn phòng, Ủy ban, Uỷ ban, ủy ban,
    Ủy viên, Công đoàn, công đoàn, Thủ trưởng, thủ trưởng, Lãnh đạo, lãnh đạo, Cấp ủy, cấp ủy, Cấp uỷ,
    cấp uỷ, Đảng ủy, Đảng uỷ, đảng ủy, Liên đoàn, LĐLĐ, Tổ, tổ, Đoàn, đoàn, Hội, hội, Sở, Phòng, phòng,
    Trung tâm, Mặt trận, MTTQ, UBND, HĐND, BCH, Trưởng, trưởng, Đồng chí Bí thư, đồng chí Bí thư, Đồng
    chí Chủ tịch, đồng chí Chủ tịch, người, cán bộ, Cán bộ, Chủ tịch, Phó Chủ tịch, Phó Bí thư, Thư ký,
    thư ký, đoàn viên, Đoàn viên, công chức, Trường, trường, Tỉnh ủy, Chi đoàn, chi đoàn, Chi hội, chi hội,
    Công an, Trạm, Bộ phận, bộ phận, anh chị em, cơ quan, Cơ quan, đơn vị, Đơn vị, Nhóm, nhóm"""
)
# A capital or a blank makes them look like a body.
_NO_BODY = (
    phrases(
        """tổ chức, ban hành, ban đầu, ban đêm, ban ngày, phòng chống, phòng cháy, phòng ngừa, trường hợp,
        hội nghị, hội trường, hội thảo, hội thi, hội diễn, hội họp, đoàn kết, trưởng thành, các nội dung, các
        việc, các văn bản, các nhiệm vụ, các giải pháp, các hoạt động, các chỉ tiêu, các biện pháp, các biểu
        hiện, người nào"""
    )
    + "|phòng, chống"
)
_BODY = rf"(?!(?i:{_NO_BODY})){_BODY}"
_NEXT_VERB = rf"(?=,?\s{{1,3}}{_VERB})"
_TITLED = rf"(?:,\s{{1,2}}[{UPPER}][^.;:\n]{{1,60}}?)?"
# A name of a person ends by itself; that of a body before the first verb in small letters ("Ban Tổ chức" has
# a capital one).
_WHO = (
    rf"(?:(?P<person>{_COMRADE})(?={_TITLED},?\s{{1,3}}(?!{_NO_VERB})(?:{_DOING})|\s{{1,3}}(?!và\s)[{LOWER}])"
    rf"|(?P<body>{_BODY}[^.;:()\n]{{0,90}}?){_NEXT_VERB})"
)
# Asked, not told: who "đã giao" or "được giao" something tells of it, and a body that shares out its own work
# ("Chi ủy phân công …") is itself the one who is asked.
_GIVEN = re.compile(
    r"(?:(?<!\w)(?<!đã )(?<!được )(?<!bàn )(?<!chuyển )(?<!ký )"
    rf"{GIVING}|(?:^|[:;.]\s{{1,3}})[Pp]hân công)(?:\s{{1,3}}(?:cho|nhiệm vụ cho))?:?\s{{1,3}}{_WHO}"
)
_ASKED = re.compile(
    r"(?<!\w)(?<!đã )(?<!được )(?<!(?i:theo) )(?<!(?i:hồ sơ) )(?<!(?i:đơn) )(?<!(?i:văn bản) )"
    rf"(?<!đáp ứng )(?<!những )(?<!các )(?<!mọi )(?<!một số )(?:[Đđ]ề nghị|[Yy]êu cầu)\s{{1,3}}{_WHO}"
)
_LEADING = re.compile(_WHO)
# "Đồng chí Lò Thị Mai: viết báo cáo"; after a colon that names who holds the post, it is a list of people.
_BEFORE_COLON = re.compile(
    rf"(?:(?P<person>{_COMRADE})(?:\s?[,(–-][^.;:\n]{{1,60}})?|(?P<body>{_BODY}[^.;:()\n]{{0,90}}))\s?:\s{{1,3}}"
    r"(?!(?:[Cc]ác\s)?(?:[Đđ]ồng chí|[Đđ]/[Cc]|[Ôô]ng|[Bb]à)\s)"
)
_GROUND = any_opening("Căn cứ, căn cứ, Xét, Theo đề nghị")
_DOES = re.compile(rf"(?:(?:tuyệt đối )?không (?:để|được|tự ý|sử dụng)(?!\w)|{_VERB})", re.IGNORECASE)


def given_to(text: str) -> str | None:
    """Whom the sentence gives something to ("Giao …", "Phân công …"); None if it gives nothing."""
    return _who(_GIVEN.search(text))


def asked_of(text: str) -> str | None:
    """Whom the sentence asks of those below ("Đề nghị …", "yêu cầu …"); None if it asks nothing of them."""
    found = None if _GROUND.match(text) else _ASKED.search(text)
    return None if found is None or found["above"] else _who(found)


def actor_in(text: str) -> str:
    """Whom a sentence asks or begins with; "" where it only says what to do."""
    asked = _BEFORE_COLON.match(text) or _ASKED.match(text)
    if asked is None and not IMPERATIVE.match(text):
        asked = _ASKED.search(text) or _LEADING.match(text)
    return _who(asked) or ""


def actor_of_item(text: str) -> str | None:
    """Who stands at the head of an item of a list of assignments, before a colon or a verb, or None."""
    return _who(_BEFORE_COLON.match(text) or (None if IMPERATIVE.match(text) else _LEADING.match(text)))


def only_says_what(text: str) -> bool:
    """Does it begin with a verb, so that somebody named before has to do it?"""
    return IMPERATIVE.match(text) is not None or _DOES.match(text) is not None


def _who(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    return " ".join((match["person"] or match["body"]).split()).rstrip(",")
