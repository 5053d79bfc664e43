"""Reading: from a text to its fields. Pure, and in time proportional to the text."""

import dataclasses
import re
from datetime import date
from typing import Any

from bot.reading.damage import damage_of
from bot.reading.document import DocumentKind, DocumentNumber, Field, MainPoint, ReadDocument, Scope
from bot.reading.letters import normalise
from bot.reading.lines import Span
from bot.reading.portal import Page, unwrap_page
from bot.reading.recognisers.articles import find_headline, find_held, find_issue, kind_of_article
from bot.reading.recognisers.circulation import circulation_field
from bot.reading.recognisers.deadlines import find_deadlines, only_deadline
from bot.reading.recognisers.directive_points import points_of_directive
from bot.reading.recognisers.head import Head, read_head
from bot.reading.recognisers.meeting import find_day_of_story, find_event_day, find_set_day
from bot.reading.recognisers.meeting_points import points_of_meeting
from bot.reading.recognisers.numbers import number_after_word
from bot.reading.recognisers.people import find_chair, find_people
from bot.reading.recognisers.replacing import find_replaced
from bot.reading.recognisers.signatory import find_head_of_office, find_signatory
from bot.reading.recognisers.tasks import find_tasks
from bot.reading.recognisers.urgency import find_urgency
from bot.reading.sentences import sentences_of

# The lead of an article tells what happened; what comes later tells of other days.
_LEAD_SENTENCES = 6
_MEETING_REPORT = re.compile(
    r"(?<!\w)(?:hội nghị|đại hội|cuộc họp|phiên họp|họp|sơ kết|tổng kết|sinh hoạt)(?!\w)", re.IGNORECASE
)
_CONCLUSION = re.compile(r"(?i:ý kiến )?(?i:kết luận|chỉ đạo)(?!\w)")


def read_document(text: str, *, today: date) -> ReadDocument:
    """Recognise the fields of a directive, a meeting summary or a notice.

    Takes text as pasted or decoded and the day of reading in the office's time zone, which serves only to
    complete dates printed without a year where the text has no full date of its own. The gate (`find_mark`)
    must have passed the text before. Never raises for any text; what is not certain is left None. Of a
    damaged text nothing is sure.
    """
    page = unwrap_page(normalise(text))
    head = read_head(page.body)
    document = _read_paper(page, head, today) if head else _read_prose(page, today)
    return _doubted(document) if document.is_damaged else document


def _read_paper(page: Page, head: Head, today: date) -> ReadDocument:
    """An office document: its head says what it is."""
    body = page.body
    anchor = head.issued_on.value if head.issued_on else page.published_on or today
    after_head = [each for each in sentences_of(body) if each.start >= head.end]
    event_on = _event_day(body, after_head, start=head.end, anchor=anchor)
    story_begins = min(anchor, event_on.value) if event_on else anchor
    kind = _kind_of_paper(head)
    deadlines = find_deadlines(body, anchor=story_begins)
    circulation = circulation_field(body)
    signatory = find_signatory(body) or find_head_of_office(body)
    return ReadDocument(
        kind=kind,
        type_name=head.type_name,
        number=head.number,
        title=head.title,
        issuer=head.issuer,
        issued_on=head.issued_on,
        event_on=event_on,
        chair=find_chair(body),
        # In "Ông Văn Bảo" under a signature the first word is a family name.
        people=find_people(body[: signatory.start] if signatory else body),
        signatory=signatory,
        deadline=only_deadline(deadlines),
        deadlines=tuple(deadlines),
        urgency=find_urgency(body),
        scope=_scope(page, circulation),
        main_points=_main_points(body, kind.value, start=head.end, anchor=story_begins),
        body=body,
        circulation=circulation,
        replaces=find_replaced(body, after_head, own=head.number.value if head.number else None),
        tasks=find_tasks(body, start=head.end, deadlines=deadlines, is_report=_reports_meeting(head, kind)),
        damage=damage_of(body),
    )


def _read_prose(page: Page, today: date) -> ReadDocument:
    """An article or a message: what happened stands in its lead."""
    body = page.body
    anchor = page.published_on or today
    title = find_headline(body)
    start = title.end if title else 0
    told = [each for each in sentences_of(body) if each.start >= start]
    lead = told[:_LEAD_SENTENCES]
    meeting, issue = find_held(lead, title), find_issue(lead)
    kind = kind_of_article(page, lead, title, meeting=meeting, issue=issue)
    told_of = find_event_day(body, [meeting] if meeting else lead, anchor=anchor)
    event_on = told_of or find_day_of_story(body, lead, anchor=anchor)
    story_begins = min(anchor, event_on.value) if event_on else anchor
    deadlines = find_deadlines(body, anchor=story_begins)
    circulation = circulation_field(body)
    replaced = find_replaced(body, told)
    return ReadDocument(
        kind=kind,
        type_name=None,
        number=_announced_number(body, issue),
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
        scope=_scope(page, circulation),
        main_points=_main_points(body, kind.value, start=start, anchor=story_begins),
        body=body,
        circulation=circulation,
        # What a piece of news says to be replaced was replaced by the paper that it tells of.
        replaces=None if replaced is None else dataclasses.replace(replaced, sure=False),
        tasks=find_tasks(
            body,
            start=start,
            deadlines=deadlines,
            is_report=kind.value is DocumentKind.MEETING_SUMMARY,
            # What is not clearly said in its own voice may as well tell what others asked.
            is_news=kind.value is DocumentKind.NEWS or not kind.sure,
        ),
        damage=damage_of(body),
    )


def _doubted(document: ReadDocument) -> ReadDocument:
    """The document with every field unsure: a person has to read it all."""
    fields: dict[str, Any] = {}
    for each in dataclasses.fields(document):
        value = getattr(document, each.name)
        if isinstance(value, Field):
            fields[each.name] = dataclasses.replace(value, sure=False)
        elif isinstance(value, tuple):
            fields[each.name] = tuple(
                dataclasses.replace(item, sure=False) if isinstance(item, Field) else item for item in value
            )
    return dataclasses.replace(document, **fields)


def _event_day(body: str, told: list[Span], *, start: int, anchor: date) -> Field[date] | None:
    """The day set on a line of its own, or the one of the sentence that tells; None if they disagree."""
    set_on = find_set_day(body, start=start, anchor=anchor)
    told_of = find_event_day(body, told, anchor=anchor)
    if set_on is None or told_of is None:
        return set_on or told_of
    return set_on if set_on.value == told_of.value else None


def _reports_meeting(head: Head, kind: Field[DocumentKind]) -> bool:
    """Reports, minutes and conclusions; a plan gives something to somebody only where it says so."""
    is_conclusion = (
        head.type is not None and head.type.name == "Thông báo" and kind.value is DocumentKind.DIRECTIVE
    )
    return kind.value is DocumentKind.MEETING_SUMMARY or is_conclusion


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
    is_sure = head.type_name is None or head.type_name.sure
    return Field(head.type.kind, start, end, is_sure)


def _announced_number(body: str, issue: Span | None) -> Field[DocumentNumber] | None:
    """The number of the document that a piece of news is about ("… ban hành Kế hoạch số …"): never sure to
    be its own.
    """
    found = None if issue is None else number_after_word(body, issue.start, end=issue.end)
    return dataclasses.replace(found, sure=False) if found else None


def _scope(page: Page, circulation: Field[str] | None) -> Field[Scope]:
    """What the paper says of itself; a text from a public page is probably public; all else stays inside."""
    if circulation is None:
        return Field(Scope.PUBLIC if page.from_portal else Scope.INTERNAL, 0, 0, False)
    return Field(Scope.INTERNAL, circulation.start, circulation.end, True)


def _main_points(body: str, kind: DocumentKind, *, start: int, anchor: date) -> tuple[MainPoint, ...]:
    if kind is DocumentKind.MEETING_SUMMARY:
        return points_of_meeting(body, start=start)
    return points_of_directive(body, start=start, anchor=anchor)
