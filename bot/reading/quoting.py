"""What may be quoted as a main point, and the words that both kinds of text share."""

import re

from bot.reading.document import MainPoint, PointPart
from bot.reading.lines import Span
from bot.reading.sentences import is_finished, is_listed, sentences_of
from bot.reading.words import GIVING, any_opening, phrases

#: As many as a card carries, and as few as tell what a text is about.
MOST_POINTS = 5
FEWEST_POINTS = 3
# Shorter ones are headings and greetings, longer ones are whole paragraphs that nobody reads on a card.
SHORTEST, LONGEST = 25, 600

IMPERATIVE = any_opening(
    """Thực hiện, Tăng cường, Tập trung, Đẩy mạnh, Tiếp tục, Nâng cao, Chú trọng, Quan tâm, Phát huy, Làm
    tốt, Chỉ đạo, Rà soát, Hoàn thành, Triển khai, Tổ chức, Xây dựng, Chuẩn bị, Phối hợp, Kiểm tra, Biểu
    dương, Đổi mới, Khắc phục, Giao, Yêu cầu, Đề nghị, Quán triệt, Báo cáo, Gửi, Phân công, Bố trí, Duy trì,
    Cử, Lập, Đăng ký, Theo dõi, Đôn đốc, Chấp hành, Bảo đảm, Đảm bảo, Vận động, Tuyên truyền, Kịp thời, Chủ
    động, Nghiêm túc, Thông báo, Tham gia, Đọc, Nghiên cứu, Tổng hợp, Khẩn trương"""
)
_MUST = phrases(
    """phải, cần, có trách nhiệm, chịu trách nhiệm, yêu cầu, đề nghị, hoàn thành trước, không được, gửi về,
    gửi báo cáo, báo cáo về, báo cáo kết quả về"""
)
MUST = re.compile(f"{_MUST}|{GIVING}", re.IGNORECASE)


def quotable(body: str, *, start: int, with_items: bool = False) -> list[Span]:
    """The sentences from `start` on that may be quoted: whole ones of fit length, no captions, no headings.

    `with_items` also takes items of lists that end without a stop.
    """
    return [
        sentence
        for sentence in sentences_of(body)
        if sentence.start >= start
        and SHORTEST <= len(sentence.text) <= LONGEST
        and not sentence.text.isupper()
        and (is_finished(sentence) or (with_items and is_listed(body, sentence)))
    ]


def point(sentence: Span, part: PointPart) -> MainPoint:
    """A sentence as a main point."""
    return MainPoint(sentence.text, part, sentence.start, sentence.end)
