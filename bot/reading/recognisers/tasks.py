"""What is asked for next, and of whom: in reports of meetings, conclusions, and where a directive assigns."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from bot.reading.document import Deadline, Field, PointPart, Task
from bot.reading.lines import Span
from bot.reading.quoting import IMPERATIVE, LONGEST
from bot.reading.recognisers.meeting_points import asked_in
from bot.reading.recognisers.people import NAME
from bot.reading.recognisers.sections import Sections, foot_of
from bot.reading.sentences import is_finished, is_listed, sentences_of
from bot.reading.words import GIVING, phrases

_SHORTEST = 15
_MOST = 40
_VERB = phrases(
    """rà soát, hướng dẫn, tham mưu, báo cáo, lập, vận động, liên hệ, tăng cường, tập trung, hoàn thành, chủ
    trì, phối hợp, tổ chức, triển khai, thực hiện, xây dựng, kiểm tra, theo dõi, đôn đốc, gửi, nộp,
    chuẩn bị, cử, đăng ký, giới thiệu, phân công, quán triệt, tuyên truyền, tiếp tục, đẩy mạnh, nâng
    cao, khắc phục, có trách nhiệm, chịu trách nhiệm, phải, cần, tổng hợp, ban hành, bố trí, khẩn
    trương, nghiêm túc, chấp hành, phổ biến, cập nhật, sửa, mua, làm, xem xét, quan tâm, duy trì, chỉ
    đạo, dự, tham gia, học tập, đọc, nắm, đề xuất, trình, giúp, hỗ trợ, bảo đảm, đảm bảo, chủ động,
    thường xuyên, kịp thời, soạn, viết, thông báo, đổi mới, chú trọng, giao, quản lý, phụ trách, công
    khai, sớm, cùng, thu, trực"""
)
_COMRADE = rf"(?:(?:[Cc]ác )?[Đđ]ồng chí|[Đđ]/[Cc]|[Ôô]ng|[Bb]à)\s{{1,2}}{NAME}"
_BODY = phrases(
    """Các, các, Mỗi, mỗi, Mọi, mọi, Từng, từng, Toàn thể, toàn thể, Đảng viên, đảng viên, Chi ủy, chi ủy, Chi
    uỷ, chi uỷ, Chi bộ, chi bộ, Bí thư, bí thư, Ban, ban, Văn phòng, văn phòng, Ủy ban, Uỷ ban, ủy ban,
    Ủy viên, Công đoàn, công đoàn, Thủ trưởng, thủ trưởng, Lãnh đạo, lãnh đạo, Cấp ủy, cấp ủy, Cấp uỷ,
    cấp uỷ, Đảng ủy, Đảng uỷ, đảng ủy, Liên đoàn, LĐLĐ, Tổ, tổ, Đoàn, đoàn, Hội, hội, Sở, Phòng, phòng,
    Trung tâm, Mặt trận, MTTQ, UBND, HĐND, BCH, Trưởng, trưởng, Đồng chí Bí thư, đồng chí Bí thư, Đồng
    chí Chủ tịch, đồng chí Chủ tịch, người, cán bộ, Cán bộ, Chủ tịch, Phó Chủ tịch, Phó Bí thư, Thư ký,
    thư ký, đoàn viên, Đoàn viên, công chức, Trường, trường, Tỉnh ủy"""
)
# A name stops before the first verb in small letters; "Ban Tổ chức" has a capital one.
_WHO = rf"(?P<who>{_COMRADE}|{_BODY}[^.;:()\n]{{0,90}}?)(?=(?:,?\s{{1,3}}{_VERB}))"
# Asked, not told: who "đã giao" or "được giao" something tells of it, and a body that shares out its own work
# ("Chi ủy phân công …") is itself the one who is asked.
_GIVEN = re.compile(
    r"(?:(?<!\w)(?<!đã )(?<!được )(?<!bàn )(?<!chuyển )(?<!ký )"
    r"" + GIVING + r"|(?:^|[:;.]\s{1,3})[Pp]hân công)"
    rf"(?:\s{{1,3}}(?:cho|nhiệm vụ cho))?:?\s{{1,3}}{_WHO}"
)
_ASKED = re.compile(rf"(?<!\w)(?:[Đđ]ề nghị|[Yy]êu cầu)\s{{1,3}}{_WHO}")
_LEADING = re.compile(_WHO)


def find_tasks(
    text: str, *, start: int, deadlines: list[Field[Deadline]], is_report: bool
) -> tuple[Field[Task], ...]:
    """What is asked of somebody, from `start` to the foot of the text.

    Args:
        text: the body.
        start: where its head ends.
        deadlines: of the text; a task has the one in its sentence.
        is_report: a report or conclusion of a meeting: all it asks for. Elsewhere only what it expressly
            gives to somebody ("Giao … ").

    Returns:
        Sentences quoted whole; `who` as printed, "" where nobody is named.
    """
    end = foot_of(text, start=start)
    sentences = [each for each in sentences_of(text) if start <= each.start < end and _is_fit(text, each)]
    chosen = _reported(text, sentences, start=start) if is_report else _given(sentences)
    return tuple(_task(sentence, who, deadlines) for sentence, who in islice(chosen, _MOST))


def _is_fit(text: str, sentence: Span) -> bool:
    fit = _SHORTEST <= len(sentence.text) <= LONGEST and not sentence.text.isupper()
    return fit and (is_finished(sentence) or is_listed(text, sentence))


def _given(sentences: list[Span]) -> Iterator[tuple[Span, str]]:
    for sentence in sentences:
        given = _GIVEN.search(sentence.text)
        if given is not None:
            yield sentence, _tidy(given["who"])


def _reported(text: str, sentences: list[Span], *, start: int) -> Iterator[tuple[Span, str]]:
    sections = Sections(text, start=start)
    under_heading = any(sections.part_at(each.start) is PointPart.TASK for each in sentences)
    asked = set() if under_heading else {each.start for each in asked_in(sentences)}
    for sentence in sentences:
        is_asked = sentence.start in asked
        if sections.part_at(sentence.start) is PointPart.TASK:
            is_asked = bool(
                IMPERATIVE.match(sentence.text) or _actor_in(sentence.text) or _is_item(text, sentence)
            )
        given = _GIVEN.search(sentence.text)
        if given is not None:
            yield sentence, _tidy(given["who"])
        elif is_asked:
            yield sentence, _actor_in(sentence.text)


def _actor_in(text: str) -> str:
    """Whom a sentence asks or begins with; "" where it only says what to do."""
    asked = _ASKED.match(text)
    if asked is None and not IMPERATIVE.match(text):
        asked = _ASKED.search(text) or _LEADING.match(text)
    return _tidy(asked["who"]) if asked else ""


def _is_item(text: str, sentence: Span) -> bool:
    """A whole sentence of a list; what ends without a stop may as well be a heading."""
    return is_listed(text, sentence) and is_finished(sentence)


def _tidy(who: str) -> str:
    return " ".join(who.split()).rstrip(",")


def _task(sentence: Span, who: str, deadlines: list[Field[Deadline]]) -> Field[Task]:
    first = bisect_left([field.start for field in deadlines], sentence.start)
    inside = [field for field in deadlines[first:] if field.end <= sentence.end and field.sure]
    due = inside[0].value if len({field.value for field in inside}) == 1 else None
    return Field(Task(sentence.text, who, due), sentence.start, sentence.end, True)
