"""The main points of a directive or a notice: the sentences that ask for something; quoted, never told."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from bot.reading.document import MainPoint, PointPart
from bot.reading.folding import fold
from bot.reading.lines import Span
from bot.reading.quoting import FEWEST_POINTS, IMPERATIVE, MOST_POINTS, MUST, point, quotable
from bot.reading.recognisers.dates import find_dates
from bot.reading.recognisers.deadlines import find_deadlines
from bot.reading.sentences import is_finished, is_listed, sentences_of
from bot.reading.words import any_opening

_STRONG = 3
# More than all else together: what has a deadline is quoted before anything.
_DUE = 10

_ACTOR = any_opening(
    """Các, Mỗi, Mọi, Từng, Toàn thể, Đảng viên, Chi ủy, Chi uỷ, Chi bộ, Bí thư, Ban, Văn phòng, Ủy ban, Uỷ
    ban, Công đoàn, Thủ trưởng, Lãnh đạo, Đồng chí, Cấp ủy, Cấp uỷ, Đảng ủy, Đảng uỷ"""
)
# Legal grounds, addressees and the foot of the document ask for nothing.
_FRAME = any_opening(
    """Căn cứ, Xét, Kính gửi, Nơi nhận, Lưu, Như trên, TM., T/M, Trên đây, Thực hiện Nghị quyết, Thực hiện
    Kế hoạch, Thực hiện Chỉ thị, Thực hiện Hướng dẫn, Thực hiện Kết luận, Thực hiện Quy định, Thực hiện
    Quyết định, Thực hiện Công văn, Thực hiện Chương trình, Thực hiện Thông báo"""
)
_PURPOSE = "muc dich"


def points_of_directive(body: str, *, start: int, anchor: date) -> tuple[MainPoint, ...]:
    """Quote what a directive or notice asks, from `start` on: its three to five strongest sentences.

    `anchor` is the date of the document, which its deadlines need. Sentences with a deadline or a day weigh
    most, then those in the imperative or that say who must; where too few do, other items of its lists fill
    up.
    """
    weights = {
        sentence: _weight(body, sentence, is_purpose=is_purpose)
        for sentence, is_purpose in _by_section(body, start)
        if not _FRAME.match(sentence.text)
    }
    due = [field.start for field in find_deadlines(body, anchor=anchor)]
    for sentence in weights:
        following = bisect_left(due, sentence.start)
        weights[sentence] += _DUE * (following < len(due) and due[following] < sentence.end)
    ranked = sorted(weights, key=lambda sentence: (-weights[sentence], sentence.start))
    strong = [sentence for sentence in ranked if weights[sentence] >= _STRONG][:MOST_POINTS]
    chosen = strong if len(strong) >= FEWEST_POINTS else ranked[:FEWEST_POINTS]
    return tuple(
        point(sentence, PointPart.CONTENT) for sentence in sorted(chosen, key=lambda each: each.start)
    )


def _by_section(body: str, start: int) -> Iterator[tuple[Span, bool]]:
    """The quotable sentences, each with whether it stands under a heading "Mục đích …" (why, not what)."""
    fit = set(quotable(body, start=start, with_items=True))
    is_purpose = False
    for sentence in sentences_of(body):
        is_heading = sentence.text.isupper() or (is_listed(body, sentence) and not is_finished(sentence))
        if is_heading:
            is_purpose = fold(sentence.text).startswith(_PURPOSE)
        if sentence in fit:
            yield sentence, is_purpose


def _weight(body: str, sentence: Span, *, is_purpose: bool) -> int:
    names_day = any(not printed.cited for printed in find_dates(sentence.text))
    return (
        2 * names_day
        + 2 * bool(IMPERATIVE.match(sentence.text))
        + 2 * bool(MUST.search(sentence.text))
        + bool(_ACTOR.match(sentence.text))
        + is_listed(body, sentence)
        + is_finished(sentence)
        - 3 * is_purpose
    )
