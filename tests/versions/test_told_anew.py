"""A minor correction where cards cannot be edited, and for whom no correction is a small one."""

from typing import Any

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Message
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.publication.approval import approving
from bot.publication.approval.approval_cards import approval_card
from bot.publication.draft.correcting import DraftField
from bot.publication.draft.draft_cards import draft_card
from bot.publication.versions.withdrawing import withdraw
from bot.runtime.rooms import COMPOSERS
from storage import tables
from storage.states import Platform, Purpose, Scope
from storage.tables import deliveries
from tests.cast import Cast, add_address
from tests.publication import answering
from tests.publication.answering import task
from tests.publication.steps import buttons, claimed, draft_of, execute, owed, published, rows
from tests.versions.steps import NOTE, amended, composed, corrected, goes_out, handed_in, takes_note

CHECK, SEND = "Kiểm tra chi bộ 3", "Gửi tài liệu trước"


async def on_zalo(office: Office, cast: Cast, *given: str) -> None:
    """These stand on a Zalo bot first."""

    def body(connection: Any) -> None:
        number = tables.connections
        connection.execute(
            number.insert().values(platform=Platform.ZALO, name="zalo", stopped_reason="", account="")
        )
        found = connection.execute(number.select().where(number.c.name == "zalo")).one()
        for each in given:
            old = tables.addresses.c.member_id == cast[each]
            connection.execute(tables.addresses.update().where(old).values(preference=9))
            add_address(connection, found.id, chat_id=f"zalo-{each}", member_id=cast[each])

    await office.database.transaction(body)


async def changes_of(office: Office, cast: Cast) -> dict[str, str]:
    """What each is to be told of a correction, by given name."""
    given = {number: name for name, number in cast.members.items()}
    return {
        given[row["member_id"]]: await composed(office, row)
        for row in await owed(office, Purpose.PUBLICATION_CHANGE)
    }


async def retasked(
    office: Office, cast: Cast, about: int, tasks: list[dict[str, Any]], *, material: bool = False
) -> None:
    """A correction with these tasks instead has been approved."""
    draft_id = await corrected(office, cast, about, material=material)
    await execute(office, tables.drafts.update().where(tables.drafts.c.id == draft_id).values(tasks=tasks))
    at = await handed_in(office, cast, draft_id)
    await approving.approve_now(cast.caller("Minh"), office, draft_id=draft_id, revision=at)


async def task_news(office: Office, cast: Cast) -> dict[str, str]:
    given = {number: name for name, number in cast.members.items()}
    return {
        given[row["member_id"]]: await composed(office, row) for row in await owed(office, Purpose.TASK_NEWS)
    }


async def test_one_short_message_goes_to_whose_card_cannot_be_edited_and_to_nobody_else(
    office: Office, cast: Cast
) -> None:
    await on_zalo(office, cast, "Bình", "Mai", "Thu")
    about = await published(office, cast)
    await goes_out(office, deliveries.c.member_id != cast["Thu"])
    await takes_note(office, cast, "Bình", about)
    await amended(office, cast, about)

    told = await changes_of(office, cast)
    # Thu's card waits still: it says the new words. An's is edited.
    assert set(told) == {"Bình", "Mai"}
    assert told["Bình"].splitlines() == [
        "ĐÍNH CHÍNH · Số 12-KH/ĐU",
        NOTE,
        "Không phải xác nhận lại.",
        "[📄 Mở bản mới]",
        "[❓ Hỏi lại]",
    ]
    assert "Đồng chí Mai chưa xác nhận văn bản này" in told["Mai"]
    assert {row["once_key"] for row in await owed(office, Purpose.PUBLICATION_CHANGE)} == {
        f"pub:{about}:v2:m{cast[given]}:corrected" for given in ("Bình", "Mai")
    }


async def test_clerk_and_approver_read_what_will_really_happen_and_the_note_is_needed(
    office: Office, cast: Cast
) -> None:
    await on_zalo(office, cast, "Bình", "Mai")
    about = await published(office, cast)
    draft_id = await corrected(office, cast, about, note="")
    draft = await draft_of(office, draft_id)
    shown = await _both_cards(office, draft)
    # Nothing has gone out yet.
    assert all("ĐÍNH CHÍNH: sửa ngay trên tin đã gửi, không ai phải xác nhận lại." in one for one in shown)

    await goes_out(office)
    for one in await _both_cards(office, draft):
        assert "ĐÍNH CHÍNH: không ai phải xác nhận lại." in one
        assert "Tin đã gửi qua Zalo không sửa được: 2 người đã nhận qua đó sẽ có một tin báo ngắn." in one
        assert "sửa ngay" not in one
        assert "Điểm thay đổi: cần ghi" in one
    with pytest.raises(Refused) as refused:
        await handed_in(office, cast, draft_id)
    assert (refused.value.reason, refused.value.details) == (
        Refusal.INCOMPLETE,
        {"field": "điểm thay đổi"},
    )


async def _both_cards(office: Office, draft: Any) -> tuple[str, str]:
    def body(connection: Any) -> tuple[str, str]:
        return (
            visible_text(draft_card(connection, office, draft, for_clerk=True)),
            visible_text(approval_card(connection, office, draft)),
        )

    return await office.database.read(body)


async def test_word_of_a_slip_is_not_sent_once_all_is_asked_anew_or_withdrawn(
    office: Office, cast: Cast
) -> None:
    await on_zalo(office, cast, "Bình")
    about = await published(office, cast)
    await goes_out(office)
    await amended(office, cast, about)
    await amended(office, cast, about, material=True, fields={DraftField.TITLE: "Nền nếp sinh hoạt"})
    (slip,) = await owed(office, Purpose.PUBLICATION_CHANGE)
    assert await composed(office, slip) == "changed"
    await withdraw(cast.caller("Lan"), office, publication_id=about, because="ghi nhầm ngày")
    told = {
        row["once_key"]: await composed(office, row) for row in await owed(office, Purpose.PUBLICATION_CHANGE)
    }
    assert told.pop(slip["once_key"]) == "changed"
    assert all("THU HỒI VĂN BẢN" in words for words in told.values())


async def test_who_is_named_or_let_go_by_a_small_correction_gets_a_message_on_every_platform(
    office: Office, cast: Cast
) -> None:
    await on_zalo(office, cast, "Mai")
    kept = task(CHECK, "", cast["Hòa"], cast["Sơn"], cast["Thu"])
    about = await answering.goes_out(office, cast, tasks=[kept])
    assert await task_news(office, cast) == {}
    await goes_out(office, deliveries.c.member_id != cast["Đức"])
    await _takes(office, cast, "Sơn", about)
    # Sơn, who had taken it, and Thu, who had not, are meant no longer; Mai, An and Đức are.
    now = [task(CHECK, "", cast["Hòa"], cast["Mai"]), task(SEND, "", cast["An"], cast["Đức"], due_on=None)]
    await retasked(office, cast, about, now)

    news = await task_news(office, cast)
    # Đức's card waits still: it names him.
    assert set(news) == {"Mai", "An", "Sơn"}
    assert news["Mai"].splitlines() == [
        "VIỆC ĐƯỢC GIAO · Số 15-BC/ĐU",
        "Đồng chí Mai được giao thêm:",
        f"• {CHECK}, hết 30/9",
        "[✅ Đã nhận việc]",
        "[📄 Mở văn bản]",
    ]
    assert f"• {SEND}" in news["An"].splitlines()
    assert news["Sơn"].splitlines() == [
        "THÔI GIAO VIỆC · Số 15-BC/ĐU",
        "Đồng chí Sơn không còn được giao việc sau, không phải làm nữa:",
        f"• {CHECK}, hết 30/9",
        "[📄 Mở văn bản]",
    ]
    (row,) = [one for one in await owed(office, Purpose.TASK_NEWS) if one["member_id"] == cast["Mai"]]
    assert row["once_key"] == f"pub:{about}:v2:m{cast['Mai']}:tasks"
    await _takes(office, cast, "Mai", about)
    assert (await task_news(office, cast))["Mai"] == "changed"


async def test_of_what_is_internal_the_words_stay_and_a_new_card_needs_no_second_message(
    office: Office, cast: Cast
) -> None:
    about = await answering.goes_out(office, cast, tasks=[task(CHECK, "", cast["Hòa"])], scope=Scope.INTERNAL)
    await goes_out(office)
    await retasked(office, cast, about, [task(CHECK, "", cast["Hòa"], cast["Mai"])])
    (words,) = (await task_news(office, cast)).values()
    assert "• việc nêu trong văn bản, hết 30/9" in words
    assert CHECK not in words
    (row,) = await owed(office, Purpose.TASK_NEWS)
    shown = await office.database.read(
        lambda connection: COMPOSERS[Purpose.TASK_NEWS](connection, office, claimed(row))
    )
    assert isinstance(shown, Message)
    assert shown.protected
    assert {one.act for one in buttons(shown)} == {Act.TAKE_TASK, Act.OPEN_CARD}

    await goes_out(office)
    both = [task(CHECK, "", cast["Hòa"], cast["Mai"], cast["An"])]
    await retasked(office, cast, about, both, material=True)
    # The new card that everybody gets says so to An.
    assert set(await task_news(office, cast)) == {"Mai"}


async def _takes(office: Office, cast: Cast, given: str, about: int) -> None:
    from_now = tables.task_takers.update().where(
        tables.task_takers.c.member_id == cast[given], tables.task_takers.c.publication_id == about
    )
    await execute(office, from_now.values(taken_at=office.clock.now()))
    assert await rows(office, tables.task_takers, tables.task_takers.c.taken_at.is_not(None))
