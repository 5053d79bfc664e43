from dataclasses import replace
from datetime import datetime

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.draft.correcting import DraftField
from bot.publication.draft.filing import Filed, Options, publish_file
from bot.settings import Settings
from storage import tables
from storage.states import DraftState, Kind, Purpose, Scope, Urgency
from tests.cast import COMMAND_LINE, ZONE, Cast, clock_of
from tests.publication.steps import DIRECTIVE, EVERYONE, MEETING, draft_of, owed, rows


def alone(office: Office) -> Office:
    section = office.settings.office.model_copy(update={"second_person_approves": False})
    return replace(office, settings=Settings(office=section))


async def filed(office: Office, text: str = DIRECTIVE, *, options: Options | None = None) -> Filed:
    return await publish_file(
        COMMAND_LINE,
        office,
        content=text.encode(),
        name="kh.txt",
        audience=EVERYONE,
        options=options or Options(),
    )


async def test_a_file_goes_to_the_approver(office: Office, cast: Cast) -> None:
    done = await filed(office)
    assert done.publication_id is None
    assert done.approvers == ("đồng chí Minh",)
    assert (await draft_of(office, done.draft_id)).state is DraftState.SUBMITTED
    assert [row["member_id"] for row in await owed(office, Purpose.APPROVAL)] == [cast["Minh"]]


async def test_a_file_is_published_where_no_second_person_is_wanted(office: Office, cast: Cast) -> None:
    done = await filed(alone(office))
    assert done.publication_id is not None
    asked = await rows(office, tables.obligations)
    assert {row["member_id"] for row in asked} == cast.everyone
    assert {str(row["state"]) for row in asked} == {"expected"}


async def test_the_due_date_given_is_kept_and_asks_for_acknowledgement(office: Office, cast: Cast) -> None:
    due_at = datetime(2026, 11, 27, 17, tzinfo=ZONE)
    done = await publish_file(
        COMMAND_LINE,
        office,
        content=MEETING.encode(),
        name="hn.txt",
        audience=EVERYONE,
        due_at=due_at,
    )
    draft = await draft_of(office, done.draft_id)
    assert (draft.asks_acknowledgement, draft.due_at) == (True, due_at)


async def test_nothing_is_asked_where_that_is_said(office: Office, cast: Cast) -> None:
    done = await publish_file(
        COMMAND_LINE,
        office,
        content=DIRECTIVE.encode(),
        name="kh.txt",
        audience=EVERYONE,
        asks_acknowledgement=False,
    )
    draft = await draft_of(office, done.draft_id)
    assert (draft.asks_acknowledgement, draft.due_at) == (False, None)


async def test_options_go_over_what_was_read(office: Office, cast: Cast) -> None:
    options = Options(
        kind=Kind.NOTICE,
        scope=Scope.PUBLIC,
        urgency=Urgency.NORMAL,
        corrections={DraftField.TITLE: "Tên khác", DraftField.NUMBER: "15-TB/ĐU"},
    )
    draft = await draft_of(office, (await filed(office, options=options)).draft_id)
    assert (draft.kind, draft.scope, draft.urgency) == (Kind.NOTICE, Scope.PUBLIC, Urgency.NORMAL)
    assert (draft.title, draft.number_key) == ("Tên khác", "15|TB|ĐU")
    assert not draft.asks_acknowledgement


@pytest.mark.parametrize(
    ("text", "audience", "reason"),
    [
        ("MẬT\n\n" + DIRECTIVE, EVERYONE, Refusal.SECRET),
        (DIRECTIVE, Audience(AudienceKind.UNIT, 9_999), Refusal.NOT_FOUND),
        (DIRECTIVE.replace("12-KH/ĐU", "12-kh/du"), EVERYONE, Refusal.INCOMPLETE),
    ],
)
async def test_what_is_refused_leaves_nothing_behind(
    office: Office, cast: Cast, text: str, audience: Audience, reason: Refusal
) -> None:
    with pytest.raises(Refused) as refused:
        await publish_file(COMMAND_LINE, office, content=text.encode(), name="kh.txt", audience=audience)
    assert refused.value.reason is reason
    for table in (tables.drafts, tables.history, tables.publications):
        assert await rows(office, table) == []


@pytest.mark.parametrize("urgency", [Urgency.URGENT, Urgency.IMMEDIATE])
async def test_the_command_line_stands_for_nobody_and_calls_nothing_urgent(
    office: Office, cast: Cast, urgency: Urgency
) -> None:
    for each in (office, alone(office)):
        with pytest.raises(Refused) as refused:
            await filed(each, options=Options(urgency=urgency))
        assert refused.value.reason is Refusal.URGENCY_OF_OTHERS
    assert await rows(office, tables.drafts) == []


async def test_what_says_itself_that_it_is_urgent_waits_for_somebody_of_a_named_role(
    office: Office, cast: Cast
) -> None:
    text = DIRECTIVE.replace("Số 12-KH/ĐU", "HỎA TỐC\nSố 12-KH/ĐU")
    with pytest.raises(Refused) as refused:
        await filed(alone(office), text)
    assert refused.value.reason is Refusal.URGENCY_OF_OTHERS
    done = await filed(office, text)
    assert (await draft_of(office, done.draft_id)).urgency is Urgency.IMMEDIATE


async def test_the_file_is_kept_with_its_document(office: Office, cast: Cast) -> None:
    done = await filed(office)
    (row,) = await rows(office, tables.attachments)
    assert (row["draft_id"], row["name"]) == (done.draft_id, "kh.txt")


async def test_at_night_it_says_when_the_cards_will_go(office: Office, cast: Cast) -> None:
    assert (await filed(alone(office))).goes_out_at is None
    clock_of(office).set(datetime(2026, 11, 23, 22, tzinfo=ZONE))
    later = await filed(alone(office), DIRECTIVE.replace("12-KH", "13-KH"))
    assert later.goes_out_at == datetime(2026, 11, 25, 7, tzinfo=ZONE)


async def test_a_member_files_nothing(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await publish_file(
            cast.caller("Bình"),
            office,
            content=DIRECTIVE.encode(),
            name="kh.txt",
            audience=EVERYONE,
        )
    assert refused.value.reason is Refusal.NOT_ALLOWED
