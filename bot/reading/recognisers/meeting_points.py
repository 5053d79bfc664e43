"""The main points of a conference report, quoted: what was done, what was weak, what is asked for next."""

import re

from bot.reading.document import MainPoint, PointPart
from bot.reading.letters import UPPER
from bot.reading.lines import Span, trimmed
from bot.reading.quoting import FEWEST_POINTS, IMPERATIVE, MOST_POINTS, MUST, SHORTEST, point, quotable
from bot.reading.recognisers.meeting import find_meeting
from bot.reading.recognisers.sections import Sections
from bot.reading.words import GIVING, any_phrase, phrases

_MOST_WEAKNESSES = 2
_MOST_TASKS = 3

_WEAKNESS = any_phrase(
    """hạn chế, tồn tại, khuyết điểm, yếu kém, khó khăn, vướng mắc, bất cập, tuy nhiên, chưa, còn chậm, còn
    thiếu, còn thấp, còn yếu, còn lúng túng, còn hình thức, còn ít, còn nể nang"""
)
# What is actually weak, as against the announcement that something is.
_CONCRETE = any_phrase(
    """chưa, thiếu, chậm, còn thấp, còn yếu, còn lúng túng, còn hình thức, còn ít, còn nể nang, không đều,
    không đạt"""
)
_ANNOUNCED = any_phrase("hạn chế, tồn tại, khuyết điểm, yếu kém, bất cập", then=r"[^:.]{0,60}:\s")
_ASKING_WORDS = phrases(
    """yêu cầu, đề nghị, chỉ đạo các, đề ra, nhiệm vụ trọng tâm, phương hướng, thời gian tới, cần tập
    trung, cần tiếp tục, cần tăng cường, cần phải, cần đẩy mạnh, cần nâng cao, cần khắc phục, cần chú trọng,
    cần quan tâm, cần thực hiện"""
)
_ASKING = re.compile(f"{_ASKING_WORDS}|{GIVING}", re.IGNORECASE)
_TOLD = any_phrase(
    """báo cáo, thảo luận, trao đổi, lắng nghe, được nghe, tham dự, đã chỉ ra, cũng chỉ ra, ghi nhận,
    đánh giá kết quả"""
)
_DONE = any_phrase(
    """đã, đạt, hoàn thành, kết nạp, công nhận, thực hiện tốt, làm tốt, duy trì, chuyển biến, nâng lên, đủ,
    tăng, phát triển thêm"""
)
_FIGURE = re.compile(r"\d")


def points_of_meeting(body: str, *, start: int) -> tuple[MainPoint, ...]:
    """Quote a conference report from `start` on: a result, at most two weaknesses, tasks; five in all."""
    sentences = quotable(body, start=start)
    sections = Sections(body, start=start)
    weak = _weaknesses(sentences, sections)
    taken = {sentence.start for sentence, _ in weak}
    tasks = asked_in(sentences)
    told_before = min([*taken, *(task.start for task in tasks)], default=len(body))
    meeting = find_meeting(sentences)
    done = _results([each for each in sentences if each.start < told_before and each != meeting])
    room = MOST_POINTS - len(done) - len(weak)
    found = (
        *(point(sentence, PointPart.RESULT) for sentence in done),
        *(point(quoted, PointPart.WEAKNESS) for _, quoted in weak),
        *(point(task, PointPart.TASK) for task in tasks[: min(room, _MOST_TASKS)]),
    )
    return found or _opening(sentences)


def _opening(sentences: list[Span]) -> tuple[MainPoint, ...]:
    """What to quote of a report that has none of the usual parts: how it begins."""
    return tuple(point(sentence, PointPart.CONTENT) for sentence in sentences[:FEWEST_POINTS])


def _weaknesses(sentences: list[Span], sections: Sections) -> list[tuple[Span, Span]]:
    """Each sentence that names a weakness or stands under such a heading, with the part of it to quote."""
    weak = [
        each
        for each in sentences
        if (_WEAKNESS.search(each.text) and _CONCRETE.search(each.text))
        or sections.part_at(each.start) is PointPart.WEAKNESS
    ]
    named = [each for each in weak if not IMPERATIVE.match(each.text) and not MUST.search(each.text)]
    return [(each, _after_announcement(each)) for each in named[:_MOST_WEAKNESSES]]


def _after_announcement(sentence: Span) -> Span:
    """Quote "… còn có mặt hạn chế: X" from X on, where X can stand alone."""
    announced = _ANNOUNCED.search(sentence.text)
    if announced is None:
        return sentence
    rest = trimmed(sentence.text[announced.end() :], sentence.start + announced.end())
    return rest if len(rest.text) >= SHORTEST and rest.text[0] in UPPER else sentence


def asked_in(sentences: list[Span]) -> list[Span]:
    """The longest run of sentences that begins with asking and goes on in the imperative."""
    runs: list[list[Span]] = [[]]
    for each in sentences:
        asks = _ASKING.search(each.text) and MUST.search(each.text) and not _is_story(each)
        goes_on = runs[-1] and (IMPERATIVE.match(each.text) or MUST.search(each.text))
        if asks or goes_on:
            runs[-1].append(each)
        elif runs[-1]:
            runs.append([])
    return max(runs, key=len)


def _is_story(sentence: Span) -> bool:
    """Told, not asked: who reported and what was discussed, also where words of asking occur."""
    told, asked = _TOLD.search(sentence.text), MUST.search(sentence.text)
    return told is not None and (asked is None or told.start() < asked.start())


def _results(sentences: list[Span]) -> list[Span]:
    """The best sentence on what was done: a figure says more than a formula of praise."""
    done = [each for each in sentences if _DONE.search(each.text) and not _TOLD.search(each.text)]
    return sorted(done, key=lambda each: _FIGURE.search(each.text) is None)[:1]
