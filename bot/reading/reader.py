"""Reading: from a text to its fields. Pure, and in time proportional to the text."""

import re
from datetime import date

from bot.reading.deadlines import find_deadlines, only_deadline
from bot.reading.directive_points import points_of_directive
from bot.reading.document import DocumentKind, DocumentNumber, Field, MainPoint, ReadDocument, Scope
from bot.reading.head import Head, find_urgency, read_head
from bot.reading.letters import normalise
from bot.reading.lines import Span, lines_of
from bot.reading.meeting import find_event_day, find_meeting
from bot.reading.meeting_points import points_of_meeting
from bot.reading.numbers import number_after_word
from bot.reading.people import find_chair, find_people, find_signatory
from bot.reading.portal import Page, unwrap_page
from bot.reading.secrecy import find_circulation_mark
from bot.reading.sentences import is_finished, sentences_of

_LONGEST_HEADLINE = 250
# The lead of an article tells what happened; what comes later tells of other days.
_LEAD_SENTENCES = 6
_MEETING_REPORT = re.compile(
    r"(?<!\w)(?:hội nghị|đại hội|cuộc họp|phiên họp|họp|sơ kết|tổng kết|sinh hoạt)(?!\w)", re.IGNORECASE
)
_CONCLUSION = re.compile(r"(?i:ý kiến )?(?i:kết luận|chỉ đạo)(?!\w)")
_ISSUED = re.compile(
    r"(?<!\w)(?:đã ban hành|vừa ban hành|ban hành)\s[^,.;\n]{0,80}?(?<!\w)(?=số\s)", re.IGNORECASE
)
_GREETING = re.compile(r"(?:Kính gửi|Kính thưa|Kính mời|Thân gửi|Chào)(?!\w)")


def read_document(text: str, *, today: date) -> ReadDocument:
    """Recognise the fields of a directive, a meeting summary or a notice.

    Takes text as pasted or decoded and the day of reading in the office's time zone, which serves only to
    complete dates printed without a year where the text has no full date of its own. The gate (`find_mark`)
    must have passed the text before. Never raises for any text; what is not certain is left None.
    """
    page = unwrap_page(normalise(text))
    head = read_head(page.body)
    return _read_paper(page, head, today) if head else _read_prose(page, today)


def _read_paper(page: Page, head: Head, today: date) -> ReadDocument:
    """An office document: its head says what it is."""
    body = page.body
    anchor = head.issued_on.value if head.issued_on else page.published_on or today
    after_head = [each for each in sentences_of(body) if each.start >= head.end]
    kind = _kind_of_paper(head)
    deadlines = find_deadlines(body, anchor=anchor)
    return ReadDocument(
        kind=kind,
        type_name=head.type_name,
        number=head.number,
        title=head.title,
        issuer=head.issuer,
        issued_on=head.issued_on,
        event_on=find_event_day(body, after_head, anchor=anchor),
        chair=find_chair(body),
        people=find_people(body),
        signatory=find_signatory(body),
        deadline=only_deadline(deadlines),
        deadlines=tuple(deadlines),
        urgency=find_urgency(body),
        scope=_scope(page),
        main_points=_main_points(body, kind.value, start=head.end, anchor=anchor),
        body=body,
    )


def _read_prose(page: Page, today: date) -> ReadDocument:
    """An article or a message: what happened stands in its lead."""
    body = page.body
    anchor = page.published_on or today
    title = _headline(body)
    start = title.end if title else 0
    lead = [each for each in sentences_of(body) if each.start >= start][:_LEAD_SENTENCES]
    meeting = find_meeting(lead)
    kind = _kind_of_prose(meeting)
    event_on = find_event_day(body, [meeting] if meeting else lead, anchor=anchor)
    story_begins = min(anchor, event_on.value) if event_on else anchor
    deadlines = find_deadlines(body, anchor=story_begins)
    return ReadDocument(
        kind=kind,
        type_name=None,
        number=_announced_number(body, lead),
        title=title,
        issuer=None,
        issued_on=None,
        event_on=event_on,
        chair=find_chair(body),
        people=find_people(body),
        signatory=None,
        deadline=only_deadline(deadlines),
        deadlines=tuple(deadlines),
        urgency=None,
        scope=_scope(page),
        main_points=_main_points(body, kind.value, start=start, anchor=story_begins),
        body=body,
    )


def _kind_of_paper(head: Head) -> Field[DocumentKind]:
    place = head.type_name or head.number
    start, end = (place.start, place.end) if place else (0, 0)
    title = head.title.value if head.title else ""
    if head.type is None or head.type.name == "Công văn":
        # A công văn may ask, answer or merely tell.
        return Field(DocumentKind.DIRECTIVE, start, end, False)
    if head.type.name == "Thông báo" and _CONCLUSION.match(title):
        return Field(DocumentKind.DIRECTIVE, start, end, True)
    if head.type.kind is DocumentKind.MEETING_SUMMARY and not _MEETING_REPORT.search(title):
        return Field(DocumentKind.NOTICE, start, end, False)
    return Field(head.type.kind, start, end, True)


def _kind_of_prose(meeting: Span | None) -> Field[DocumentKind]:
    if meeting is None:
        return Field(DocumentKind.NOTICE, 0, 0, False)
    return Field(DocumentKind.MEETING_SUMMARY, meeting.start, meeting.end, True)


def _headline(body: str) -> Field[str] | None:
    """The first line, if it stands over a text as a headline does: short, without a stop, no greeting."""
    lines = list(lines_of(body, until=2))
    if len(lines) < 2 or len(lines[0].text) > _LONGEST_HEADLINE:
        return None
    first = lines[0]
    if is_finished(first) or first.text.endswith((",", ":")) or _GREETING.match(first.text):
        return None
    return Field(first.text, first.start, first.end, True)


def _announced_number(body: str, lead: list[Span]) -> Field[DocumentNumber] | None:
    """The number of the document that a piece of news is about ("… ban hành Kế hoạch số …"): never sure to
    be its own.
    """
    for sentence in lead:
        issued = _ISSUED.search(sentence.text)
        if issued is not None:
            found = number_after_word(body, sentence.start + issued.end(), end=sentence.end)
            return Field(found.value, found.start, found.end, False) if found else None
    return None


def _scope(page: Page) -> Field[Scope]:
    """What the paper says of itself; a text from a public page is probably public; all else stays inside."""
    mark = find_circulation_mark(page.body)
    if mark is None:
        return Field(Scope.PUBLIC if page.from_portal else Scope.INTERNAL, 0, 0, False)
    lines = page.body.split("\n")
    start = sum(len(line) + 1 for line in lines[: mark.line - 1])
    return Field(Scope.INTERNAL, start, start + len(lines[mark.line - 1]), True)


def _main_points(body: str, kind: DocumentKind, *, start: int, anchor: date) -> tuple[MainPoint, ...]:
    if kind is DocumentKind.MEETING_SUMMARY:
        return points_of_meeting(body, start=start)
    return points_of_directive(body, start=start, anchor=anchor)
