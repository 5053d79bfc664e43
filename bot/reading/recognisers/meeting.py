"""Meetings that a text tells of: was one held, and on which day."""

import re
from collections.abc import Iterable
from datetime import date

from bot.reading.document import Field
from bot.reading.lines import Span, lines_of
from bot.reading.recognisers.dates import LOOK_BACK, PrintedDate, find_dates
from bot.reading.sentences import without_marker
from bot.reading.words import any_opening, any_phrase

# The verb, not the noun: "Ban Tổ chức", "tổ chức Đảng", "công tác tổ chức" hold nothing.
_HELD = re.compile(
    r"(?<!\w)(?:(?<!ban )(?<!công tác )(?<!các )(?<!của )tổ chức"
    r"(?! (?:đảng|cơ sở|công đoàn|chính trị|đoàn|trung ương|tỉnh ủy|tỉnh uỷ|thực hiện|bộ máy|xã hội))"
    r"|diễn ra|khai mạc|tiến hành|mở(?= (?:lúc|vào))|bắt đầu(?= (?:lúc|vào lúc|từ \d{1,2} ?(?:giờ|h)))"
    r"|(?<!buổi )(?<!giờ )(?<!ngày )làm việc(?= với)"
    r"|họp(?= (?:phiên|giao ban|ban|bàn|thường kỳ|toàn thể|chi bộ|định kỳ|liên tịch|đánh giá|rà soát))"
    r"|chủ trì(?= (?:hội nghị|cuộc họp|phiên họp|buổi họp|buổi làm việc|đại hội)))(?!\w)",
    re.IGNORECASE,
)
_MEETING = any_phrase(
    """hội nghị, đại hội, cuộc họp, phiên họp, buổi họp, họp, hội thảo, tọa đàm, toạ đàm, giao ban, sinh
    hoạt, sơ kết, tổng kết, làm việc với"""
)
# Still to come, put off or called off.
_NOT_HELD = any_phrase(
    """sẽ, dự kiến, kế hoạch tổ chức, kính mời, trân trọng mời, xin mời, hoãn, huỷ, hủy, chuẩn bị tổ chức,
    sắp tới, tới đây, ngày mai, sáng mai, chiều mai, tối mai, tối nay"""
)
# Not Mai, which is a name.
_TOMORROW = re.compile(r"(?<!\w)mai\s{1,3}(?=\d|họp|sinh hoạt)")
_CALLED_OFF = any_phrase("hoãn, huỷ, hủy, không tổ chức")
# A day in the name of something else.
_REMEMBERED = any_phrase("kỷ niệm, kỉ niệm, thành lập, ngày sinh, sinh ngày, chào mừng", then=r"[^,;]{0,45}$")
# A legal ground names days of other documents.
_GROUND = any_opening("Căn cứ, căn cứ, cứ Luật, Xét, Theo đề nghị")
_ON_THE_DAY = re.compile(
    r"(?<!\w)(?:ngày|sáng|chiều|tối|trưa|vào|hôm|từ)(?: nay)?,?\s{0,3}\(?(?:ngày\s{0,3})?$", re.IGNORECASE
)


_SET_TIME = re.compile(
    r"(?:thời gian(?: tổ chức| họp| khai mạc| bắt đầu| và địa điểm)?|ngày họp|thời điểm"
    r"|(?:lễ|hội nghị|buổi|đại hội|cuộc họp|khai mạc)(?! [^:]{0,60}(?:hạn|nộp|gửi|đăng ký))[^:.;\n]{0,60})"
    r"\s?:",
    re.IGNORECASE,
)
# What the press opens with, "Sáng 20/01/2026, Công đoàn phường trao …": the day of what is told.
_OPENS_WITH_DAY = re.compile(
    r"(?:[A-ZĐ]{2,10} [-–] )?(?:Trong )?(?:Sáng|Chiều|Tối|Trưa|Ngày|Vào ngày)(?: ngày)? (?=\d)"
)
_HAPPENED = any_phrase(
    """trao, tặng, thăm, thăm hỏi, ký kết, ra quân, khánh thành, khởi công, gặp mặt, kiểm tra, giám sát, tiếp,
    đến, dâng hương, viếng, đối thoại, phát động, ra mắt, công bố, bàn giao, hiến máu, trồng, bắn pháo hoa"""
)
_ISSUED = any_phrase("ban hành, ký ban hành, có hiệu lực, sẽ, dự kiến")


def find_meeting(sentences: Iterable[Span]) -> Span | None:
    """The first sentence that tells of a meeting held, or None."""
    for sentence in sentences:
        text = sentence.text
        is_to_come = _NOT_HELD.search(text) or _TOMORROW.search(text)
        if _says_held(text) and _MEETING.search(text) and not is_to_come:
            return sentence
    return None


def find_event_day(text: str, sentences: Iterable[Span], *, anchor: date) -> Field[date] | None:
    """The day on which the event of these sentences takes or took place, or None.

    Needs the verb (tổ chức, diễn ra …) in the sentence of the date: the day of posting, a cited document's
    date and an anniversary are none. Several days in several sentences leave it open. A run of days ("24,
    25/9/2022") begins on its first; that, and a year that is not printed (taken from near `anchor`), make
    it unsure.
    """
    found = [field for sentence in sentences if (field := _day_in(text, sentence, anchor)) is not None]
    return found[0] if len({field.value for field in found}) == 1 else None


def find_day_of_story(text: str, lead: Iterable[Span], *, anchor: date) -> Field[date] | None:
    """The day with which a sentence of an article's lead opens that tells what was done on it, or None."""
    for sentence in lead:
        opening = _OPENS_WITH_DAY.match(sentence.text)
        if opening is None or not _HAPPENED.search(sentence.text) or _ISSUED.search(sentence.text):
            continue
        place = sentence.start + opening.end()
        printed = next(find_dates(text, place, end=min(sentence.end, place + LOOK_BACK)), None)
        day = printed.on(anchor) if printed and printed.start == place else None
        if printed is not None and day is not None and day <= anchor:
            return _field(printed, day)
    return None


def find_set_day(text: str, *, start: int, anchor: date) -> Field[date] | None:
    """The day on a line "Thời gian: 8 giờ, ngày 08/12/2026" of an invitation or of minutes, from `start` on.

    None where such lines name several days, or a run of them.
    """
    found: list[Field[date]] = []
    for line in lines_of(text):
        if line.start < start or not _SET_TIME.match(without_marker(line).text):
            continue
        for printed in find_dates(text, line.start, end=line.end):
            day = printed.on(anchor)
            if printed.first_day is not None or day is None:
                return None
            found.append(Field(day, printed.start, printed.end, printed.year is not None))
    return found[0] if len({field.value for field in found}) == 1 else None


def _says_held(text: str) -> bool:
    """The verb; with a capital inside a sentence it is part of a name: "Luật Tổ chức chính quyền"."""
    return any(match.start() == 0 or match.group()[0].islower() for match in _HELD.finditer(text))


def _day_in(text: str, sentence: Span, anchor: date) -> Field[date] | None:
    if not _says_held(sentence.text) or _CALLED_OFF.search(sentence.text) or _GROUND.match(sentence.text):
        return None
    for printed in find_dates(text, sentence.start, end=sentence.end):
        before = text[max(sentence.start, printed.start - LOOK_BACK) : printed.start]
        if (
            printed.cited
            or _REMEMBERED.search(before)
            or not (_ON_THE_DAY.search(before) or printed.first_day)
        ):
            continue
        day = printed.on(anchor)
        if day is not None:
            return _field(printed, day)
    return None


def _field(printed: PrintedDate, day: date) -> Field[date] | None:
    """A run of days that crosses the end of a month cannot be told."""
    if printed.first_day is None:
        return Field(day, printed.start, printed.end, printed.year is not None)
    if printed.first_day >= day.day:
        return None
    return Field(day.replace(day=printed.first_day), printed.start, printed.end, False)
