"""The main points of a text: sentences quoted from it, never a word of our own."""

import re
from collections.abc import Iterable
from datetime import date

from bot.reading.deadlines import find_deadlines
from bot.reading.document import MainPoint, PointPart
from bot.reading.letters import UPPER
from bot.reading.lines import Span, trimmed
from bot.reading.sentences import is_finished, is_listed, sentences_of

MOST_POINTS = 5
_MOST_TASKS = 3
# Shorter ones are headings and greetings, longer ones are whole paragraphs that nobody reads on a card.
_SHORTEST, _LONGEST = 25, 600

_WEAKNESS = re.compile(
    r"(?<!\w)(?:hạn chế|tồn tại|khuyết điểm|yếu kém|khó khăn|vướng mắc|bất cập|tuy nhiên|chưa (?:được |thật |thực )?"
    r"(?:cao|sâu|nâng|đều|đầy đủ|kịp thời|nghiêm|thường xuyên|đạt|tốt|chủ động|quan tâm|rõ|mạnh|đổi mới|đồng đều|sát|triệt để)"
    r"|còn (?:chậm|thiếu|thấp|yếu|lúng túng|hình thức|ít|nể nang))",
    re.IGNORECASE,
)
# What is actually weak, as against the announcement that something is.
_CONCRETE = re.compile(
    r"(?<!\w)(?:chưa|còn (?:chậm|thiếu|thấp|yếu|lúng túng|hình thức|ít|nể nang)|thiếu|chậm)(?!\w)", re.IGNORECASE
)
_ANNOUNCED = re.compile(r"(?:hạn chế|tồn tại|khuyết điểm|yếu kém|bất cập)[^:.]{0,60}:\s", re.IGNORECASE)
_ASKING = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|giao(?! lưu)|chỉ đạo các|đề ra|nhiệm vụ trọng tâm|phương hướng|thời gian tới|cần (?:tập trung|tiếp tục"
    r"|tăng cường|phải|đẩy mạnh|nâng cao|khắc phục|chú trọng|quan tâm|thực hiện))(?!\w)",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"(?<!\w)(?:báo cáo|thảo luận|lắng nghe|được nghe|tham dự|đã chỉ ra|cũng chỉ ra|ghi nhận|đánh giá kết quả)(?!\w)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?<!\w)(?:đã|đạt|hoàn thành|kết nạp|công nhận|thực hiện tốt|làm tốt|duy trì|chuyển biến|được nâng lên|100%)(?!\w)",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"(?:Thực hiện|Tăng cường|Tập trung|Đẩy mạnh|Tiếp tục|Nâng cao|Chú trọng|Quan tâm|Phát huy|Làm tốt|Chỉ đạo|Rà soát|Hoàn thành"
    r"|Triển khai|Tổ chức|Xây dựng|Chuẩn bị|Phối hợp|Kiểm tra|Biểu dương|Đổi mới|Khắc phục|Giao|Yêu cầu|Đề nghị|Quán triệt|Báo cáo"
    r"|Gửi|Phân công|Bố trí|Duy trì|Cử|Lập|Đăng ký|Theo dõi|Đôn đốc|Chấp hành|Bảo đảm|Đảm bảo|Vận động|Tuyên truyền|Kịp thời|Chủ động"
    r"|Nghiêm túc|Thông báo|Tham gia|Đọc|Nghiên cứu|Tổng hợp|Khẩn trương)(?!\w)"
)
_MUST = re.compile(
    r"(?<!\w)(?:phải|cần|có trách nhiệm|chịu trách nhiệm|yêu cầu|đề nghị|giao|hoàn thành|không được|gửi (?:về|báo cáo)|báo cáo (?:về|kết quả))(?!\w)",
    re.IGNORECASE,
)
_GROUNDS = re.compile(
    r"(?:Căn cứ|Thực hiện (?:Nghị|Kế|Chỉ|Hướng|Kết|Quy|Công|Chương|Thông)|Xét |Kính gửi|Nơi nhận|Lưu|Như trên|TM\.|T/M|Trên đây)"
)


def points_of_meeting(body: str, *, start: int) -> tuple[MainPoint, ...]:
    """Quote a conference report from `start` on: one result, what was weak, then what is asked for next."""
    sentences = _quotable(body, start)
    weak = _weaknesses(sentences)
    tasks = _asked_for(body, sentences, taken={point.start for point in weak})
    first = min((point.start for point in (*weak, *tasks)), default=len(body))
    taken = [*weak, *tasks]
    results = [
        sentence
        for sentence in sentences
        if sentence.start < first and _DONE.search(sentence.text) and not _REPORTING.search(sentence.text)
    ]
    # A figure says more than a formula of praise.
    results.sort(key=lambda sentence: (not re.search(r"\d", sentence.text), sentence.start))
    best = [_point(sentence, PointPart.RESULT) for sentence in results[: min(1, MOST_POINTS - len(taken))]]
    return (*best, *taken)


def points_of_directive(body: str, *, start: int, anchor: date) -> tuple[MainPoint, ...]:
    """Quote what a directive or notice asks, from `start` on: the strongest sentences, in the order of the text.

    `anchor` is the date of the document, for its deadlines. Where fewer than three sentences ask for something, the
    heads of its numbered parts fill up.
    """
    due = {field.start for field in find_deadlines(body, anchor=anchor)}
    sentences = [each for each in _quotable(body, start, finished=False) if not _GROUNDS.match(each.text)]
    weights = {each.start: _weight(body, each, due) for each in sentences}
    asking = sorted(
        (each for each in sentences if weights[each.start] >= 2), key=lambda each: -weights[each.start]
    )
    chosen = asking[:MOST_POINTS]
    if len(chosen) < 3:
        rest = [
            each for each in sentences if each not in chosen and (is_listed(body, each) or is_finished(each))
        ]
        chosen += sorted(rest, key=lambda each: not is_listed(body, each))[: 3 - len(chosen)]
    return tuple(_point(each, PointPart.CONTENT) for each in sorted(chosen, key=lambda each: each.start))


def _quotable(body: str, start: int, *, finished: bool = True) -> list[Span]:
    found: Iterable[Span] = (each for each in sentences_of(body) if each.start >= start)
    return [
        each
        for each in found
        if _SHORTEST <= len(each.text) <= _LONGEST
        and (is_finished(each) or (not finished and is_listed(body, each)))
        and not each.text.isupper()
    ]


def _weaknesses(sentences: list[Span]) -> list[MainPoint]:
    weak = [each for each in sentences if _WEAKNESS.search(each.text) and _CONCRETE.search(each.text)]
    weak = [each for each in weak if not _IMPERATIVE.match(each.text)]
    return [_point(_after_announcement(each), PointPart.WEAKNESS) for each in weak[:2]]


def _after_announcement(sentence: Span) -> Span:
    """ "… còn có mặt hạn chế: X" is quoted from X on, if X can stand alone."""
    announced = _ANNOUNCED.search(sentence.text)
    rest = sentence.text[announced.end() :] if announced else ""
    if announced is None or len(rest) < _SHORTEST or rest[0] not in UPPER:
        return sentence
    return trimmed(rest, sentence.start + announced.end())


def _asked_for(body: str, sentences: list[Span], *, taken: set[int]) -> list[MainPoint]:
    """The first run of sentences that begins with asking and goes on in the imperative; failing that, any that ask."""
    runs: list[list[Span]] = []
    going = False
    for each in sentences:
        asks = bool(_ASKING.search(each.text)) and bool(_MUST.search(each.text)) and not _is_story(each)
        goes_on = going and bool(_IMPERATIVE.match(each.text) or _MUST.search(each.text))
        if each.start in taken or not (asks or goes_on):
            going = False
            continue
        if not going:
            runs.append([])
        runs[-1].append(each)
        going = True
    longest = max(runs, key=len, default=[])
    return [_point(each, PointPart.TASK) for each in longest[:_MOST_TASKS]]


def _is_story(sentence: Span) -> bool:
    """Told, not asked: who reported and what was discussed, also where the words of asking occur."""
    told = _REPORTING.search(sentence.text)
    asked = _MUST.search(sentence.text)
    return told is not None and (asked is None or told.start() < asked.start())


def _weight(body: str, sentence: Span, due: set[int]) -> int:
    has_deadline = any(sentence.start <= place < sentence.end for place in due)
    return (
        3 * has_deadline
        + 2 * bool(_IMPERATIVE.match(sentence.text))
        + 2 * bool(_MUST.search(sentence.text))
        + is_listed(body, sentence)
    )


def _point(sentence: Span, part: PointPart) -> MainPoint:
    return MainPoint(sentence.text, part, sentence.start, sentence.end)
