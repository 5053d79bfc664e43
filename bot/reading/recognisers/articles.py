"""Texts without the head of an office document: their headline, and whether they are news or a notice."""

import re
from datetime import date

from bot.reading.document import DocumentKind, Field
from bot.reading.letters import LETTER, UPPER
from bot.reading.lines import Span, lines_of
from bot.reading.portal import MAIL_LINE, Page
from bot.reading.recognisers.dates import find_dates
from bot.reading.recognisers.meeting import find_meeting
from bot.reading.sentences import is_finished
from bot.reading.words import any_phrase, phrases

_LONGEST_HEADLINE = 250
# Greetings; and the way to a list of pages, which is no text.
_NO_HEADLINE = re.compile(
    r"(?:Kính gửi|Kính thưa|Kính mời|Thân gửi|Chào|Trang chủ)(?!\w)|[^»]{1,60}»"
    r"|(?:Văn bản(?: chỉ đạo| mới| đảng)?|Thông báo|Tin tức|Tài liệu|Tin hoạt động)$"
)
# What only says of which sort the text under it is.
_SORT = re.compile(r"(?:THÔNG CÁO BÁO CHÍ|TIN VẮN|TIN NHANH|BẢN TIN|TIN TỨC|THÔNG BÁO|THÔNG TIN)")
_ISSUED = re.compile(
    r"(?<!\w)(?:đã ban hành|vừa ban hành|ban hành)\s[^,.;\n]{0,80}?(?<!\w)(?=số\s{0,2}:?\s?\d)", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?<!\w)số\s{0,3}\d", re.IGNORECASE)
# Who wrote it, who was asked: nothing else is signed so.
_BYLINE = re.compile(
    rf"(?:Tác giả|Tin|Bài|(?:Tin|Bài),? (?:và )?ảnh|Ảnh|Phóng viên|PV|Thực hiện)\s?:\s?[{UPPER}\d].{{0,200}}"
    r"|Nguồn\s?:\s?(?:Báo|Theo|TTXVN|VOV|Cổng).{0,80}|(?:PV|BBT|P\.V|Theo TTXVN)\.?"
    rf"|\([{UPPER}]{{2,12}}\)\s?[-–]\s.{{20,}}"
    rf"|[{UPPER}]{{2,12}}(?:\.VN)?\s[-–]\s(?:Ngày|Sáng|Chiều|Tối)\s.{{20,}}"
)
_TOLD_BY = re.compile(
    r"[\"”»]\s?,\s(?:[Cc]hị|[Aa]nh|[ÔôBb][nà]g?|[Đđ]ồng chí|[Bb]ác|[Cc]ô)\s"
    rf"|(?<!\w)(?:[Cc]hị|[Aa]nh|[Ôô]ng|[Bb]à)\s[{UPPER}][{LETTER}\s,]{{2,80}}\s"
    r"(?:xúc động|phấn khởi|vui mừng|chia sẻ|tâm sự)"
)
_ON_THAT_DAY = re.compile(
    r"(?:(?:Trong )?(?:buổi )?(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa)(?: nay| qua)?,? {1,2}(?:ngày )?\(?"
    r"|(?:Vào )?[Nn]gày )(?=\d)"
)
_OCCASION = re.compile(r"(?:Kỷ niệm|Kỉ niệm|Nhân dịp|Nhân kỷ niệm|Chào mừng|Hưởng ứng|Vừa qua|Mới đây)(?!\w)")
_TO_COME = any_phrase(
    """sẽ, dự kiến, kính mời, trân trọng mời, xin mời, thông báo, đề nghị, xin hoãn, tạm hoãn, tạm dừng, tạm
    ngừng"""
)
_NOTICE_TITLE = re.compile(
    r"(?:Thông báo|THÔNG BÁO|Thư mời|THƯ MỜI|Giấy mời|GIẤY MỜI|Lịch|LỊCH|Dự kiến lịch|Tin buồn|TIN BUỒN"
    r"|Cáo phó|Mời |Tuyển dụng|Thông tin tuyển dụng|Nhắc )(?!\w*\s(?:nhanh|kết luận|kết quả))"
)
_ANNOUNCES = any_phrase(
    """xin thông báo, trân trọng thông báo, kính báo, trân trọng kính mời, kính mời, xin hoãn, thông báo
    tuyển dụng, thông báo lịch, thông báo tạm dừng, thông báo tạm ngừng"""
)
_ASKS = re.compile(
    rf"(?<!(?i:theo) )(?<!(?i:hồ sơ) )(?<!\w)(?:[Đđ]ề nghị|[Yy]êu cầu|[Nn]hắc|[Mm]ong|[Kk]ính mong)\s"
    rf"(?:{phrases('các, mỗi, mọi, toàn thể, anh, đồng chí, quý, tổ, chi bộ, đoàn viên, đảng viên')})"
    r"|(?<!\w)[Gg]iao\s(?:các\s)?đồng chí(?!\w)"
)


def find_headline(body: str) -> Field[str] | None:
    """The first line, if it stands over a text as a headline does: short, without a stop, no greeting.

    A line of capitals that only names the sort of text ("THÔNG CÁO BÁO CHÍ") leaves it to the next.
    """
    lines = list(lines_of(body, until=3))
    if len(lines) == 3 and _SORT.fullmatch(lines[0].text) and not is_finished(lines[1]):
        lines = lines[1:]
    if len(lines) < 2 or len(lines[0].text) > _LONGEST_HEADLINE:
        return None
    first = lines[0]
    is_frame = _NO_HEADLINE.match(first.text) or MAIL_LINE.fullmatch(first.text)
    if is_finished(first) or first.text.endswith((",", ":")) or is_frame:
        return None
    return Field(first.text, first.start, first.end, True)


def find_held(lead: list[Span], title: Field[str] | None) -> Span | None:
    """The sentence of the lead, or the headline, that tells of a meeting held."""
    meeting = find_meeting(lead)
    if meeting is None and title is not None:
        meeting = find_meeting([Span(title.value, title.start, title.end)])
    return meeting


def find_issue(lead: list[Span]) -> Span | None:
    """The words that tell of a document issued, up to its number, whole or bare."""
    for sentence in lead:
        issued = _ISSUED.search(sentence.text)
        if issued is not None:
            return Span(sentence.text, sentence.start + issued.end(), sentence.end)
    return None


def kind_of_article(
    page: Page, lead: list[Span], title: Field[str] | None, *, meeting: Span | None, issue: Span | None
) -> Field[DocumentKind]:
    """What a text without a head is: sure where it says so, else a notice that is not sure.

    Held meetings first; then a document that it tells of; then what announces or asks something in its own
    voice; then what is signed or told as the press does.
    """
    if meeting is not None:
        return Field(DocumentKind.MEETING_SUMMARY, meeting.start, meeting.end, True)
    if issue is not None:
        return Field(DocumentKind.NEWS, issue.start, issue.end, True)
    noticed = _notice(page, lead, title)
    if noticed is not None:
        return Field(DocumentKind.NOTICE, noticed.start, noticed.end, True)
    told = _news(page, lead)
    if told is not None:
        return Field(DocumentKind.NEWS, told.start, told.end, True)
    return Field(DocumentKind.NOTICE, 0, 0, False)


def _notice(page: Page, lead: list[Span], title: Field[str] | None) -> Span | None:
    """What announces; on a web page or beside the number of another document only if its headline says so."""
    if title is not None and _NUMBERED.search(title.value):
        return None
    if title is not None and _NOTICE_TITLE.match(title.value):
        return Span(title.value, title.start, title.end)
    if any(_NUMBERED.search(each.text) for each in lead):
        return None
    said = next((each for each in lead if _ANNOUNCES.search(each.text)), None)
    if said is not None or page.from_portal:
        return said
    return next((each for each in lead if _ASKS.search(each.text)), None)


def _news(page: Page, lead: list[Span]) -> Span | None:
    """What happened: under a by-line, in quoted voices, or on a web page as of a day that is past."""
    if not lead or any(_NUMBERED.search(each.text) for each in lead[:1]):
        return None
    signed = next((line for line in lines_of(page.body) if _BYLINE.fullmatch(line.text)), None)
    voiced = next((each for each in lead if _TOLD_BY.search(each.text)), None)
    if signed is not None or (voiced is not None and page.from_portal):
        return signed or voiced
    first = lead[0]
    if not page.from_portal or _TO_COME.search(first.text):
        return None
    return first if _OCCASION.match(first.text) or _is_past(page, first) else None


def _is_past(page: Page, sentence: Span) -> bool:
    """Does it open with a day not later than that of posting?"""
    opening = _ON_THAT_DAY.match(sentence.text)
    if opening is None or page.published_on is None:
        return False
    printed = next(find_dates(sentence.text, 0, end=opening.end() + 30), None)
    day: date | None = printed.on(page.published_on) if printed else None
    return day is not None and day <= page.published_on
