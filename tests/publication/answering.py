"""A publication with questions, tasks or files, for the tests on what a member makes of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.audience import Audience, AudienceKind
from bot.office import Office
from bot.publication.draft.attaching import attach
from bot.publication.publishing import publish
from storage.database import Connection
from storage.publication import drafts
from storage.publication.drafts import Content
from storage.states import Kind, Scope, Urgency
from tests.cast import START, Cast

BODY = "Nộp đảng phí trước ngày 25 hằng tháng. Chi bộ sinh hoạt vào ngày 03 hằng tháng."
PASSAGE = "Nộp đảng phí trước ngày 25 hằng tháng."
QUIZ = (
    {
        "question": "Nộp đảng phí khi nào?",
        "choices": ["Ngày 30", "Trước ngày 25"],
        "right": 1,
        "passage": PASSAGE,
    },
    {
        "question": "Sinh hoạt ngày nào?",
        "choices": ["Ngày 03", "Ngày 10", "Ngày 20"],
        "right": 0,
        "passage": "Chi bộ sinh hoạt vào ngày 03 hằng tháng.",
    },
)
SUMMARY = Content(
    kind=Kind.MEETING_SUMMARY,
    type_name="Báo cáo",
    number="15-BC/ĐU",
    number_key="15-bc/đu",
    title="Sơ kết công tác Đảng 6 tháng đầu năm",
    issuer="",
    issued_on=None,
    event_on=date(2026, 7, 6),
    chair="Hà Văn Thuận",
    main_points=[{"label": "result", "text": "3/3 chi bộ sinh hoạt đủ kỳ"}],
    to_do=[],
    body=BODY,
    scope=Scope.PUBLIC,
    urgency=Urgency.NORMAL,
)
DUE_AT = START.replace(day=27, hour=17)


def task(text: str, who: str, *member_ids: int, due_on: str | None = "2026-09-30") -> dict[str, Any]:
    """As a row holds it."""
    return {"text": text, "who": who, "due_on": due_on, "member_ids": list(member_ids)}


async def goes_out(
    office: Office,
    cast: Cast,
    *,
    asks: bool = False,
    quiz: Sequence[dict[str, Any]] = (),
    tasks: Sequence[dict[str, Any]] = (),
    files: Sequence[tuple[str, bytes]] = (),
    audience: Audience | None = None,
    **more: Any,
) -> int:
    """Lan drafted it, Minh issues it; its number."""
    content = replace(SUMMARY, quiz=list(quiz), tasks=list(tasks), **more)
    rule = audience or Audience(AudienceKind.EVERYONE)

    def body(connection: Connection) -> int:
        draft_id = drafts.add(
            connection,
            content,
            asks_acknowledgement=asks,
            due_at=DUE_AT if asks else None,
            unsure=(),
            created_by=cast["Lan"],
            created_at=office.clock.now(),
            audience=rule.stored(),
        )
        for name, content_of in files:
            attach(connection, office, draft_id, content=content_of, name=name)
        draft = drafts.draft(connection, draft_id)
        assert draft is not None
        return publish(connection, office, cast.caller("Minh"), draft, approved_by=cast["Minh"])

    return await office.database.transaction(body)
