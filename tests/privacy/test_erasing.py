"""Deletion: nothing in the whole database tells who it was, and what was counted stays counted."""

import json
from typing import Any

import pytest
import sqlalchemy as sa

from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.asking import ask
from bot.delivery.rescuing import sweep as expire_and_copy
from bot.errors import Refusal, Refused
from bot.messages.blocks import Line, Message, from_json, to_json
from bot.office import Office
from bot.organisation.privacy.agreeing import withdraw
from bot.organisation.privacy.asking import ask_correction, ask_deletion
from bot.organisation.privacy.copying import copy
from bot.organisation.privacy.deciding import finish
from bot.organisation.privacy.erasing import forget_conversations
from bot.reports.progress import progress
from bot.states import ConsentPurpose, DataRequestState, ObligationState, Role
from bot.texts.privacy import ERASED_NAME
from storage import files, tables
from storage.database import Connection
from storage.inbox import dialogues, knocks, offers
from storage.inbox.dialogues import Dialogue
from storage.inbox.offers import Offer
from storage.rows import insert_row
from storage.states import ImportState, InboxState, JoinState, Lane, Purpose
from storage.web_inbox import web_messages
from tests.acknowledgement.story import published
from tests.cast import START, Cast, clock_of
from tests.privacy.talking import Talk, do, member_at, names_a_code, rows, sent

NAME, CHAT, ACCOUNT = "Nguyễn Văn Bình", "chat-Bình", "@binh.nguyen"
PHONE_HASH = "c0ffee" * 8
TYPED = ("Nộp báo cáo này ở đâu ạ?", "Tôi phải đi khám bệnh", "Chức vụ sai rồi", "Nhà riêng số 5")
TELLING = (NAME, CHAT, "another-phone", ACCOUNT, PHONE_HASH, *TYPED)
"""Whatever of these is found somewhere tells who it was."""


async def found_in_the_database(office: Office, words: tuple[str, ...] = TELLING) -> list[str]:
    """Every column of text or bytes, searched through to the last row, also as JSON escapes letters."""
    forms = {form.encode(): word for word in words for form in (word, json.dumps(word)[1:-1])}

    def body(connection: Connection) -> list[str]:
        return [
            f"{table.name}.{column.name}: {word}"
            for table in tables.metadata.sorted_tables
            for column in table.columns
            for value in _values(connection, column)
            for form, word in forms.items()
            if form in value
        ]

    return sorted(set(await office.database.read(body)))


def _values(connection: Connection, column: sa.Column[Any]) -> list[bytes]:
    if isinstance(column.type, sa.LargeBinary):
        return [bytes(value or b"") for value in connection.execute(sa.select(column)).scalars()]
    if not isinstance(column.type, (sa.String, sa.JSON)):
        return []
    found = connection.execute(sa.select(sa.cast(column, sa.Text))).scalars()
    return [str(value or "").encode() for value in found]


async def a_full_life(office: Office, cast: Cast) -> int:
    """Bình has done everything that leaves something behind; the number of the publication."""
    await (await names_a_code(office, cast, "Bình", "another-phone")).press("✅ Đồng ý cả 4 mục")
    await names_a_code(office, cast, "Bình", "third-phone")
    about = await published(office, cast)
    binh = cast.caller("Bình")
    await ask(binh, office, publication_id=about, text=TYPED[0])
    await acknowledge(binh, office, publication_id=about)
    await ask_correction(binh, office, wish=TYPED[2])
    await withdraw(binh, office, purposes={ConsentPurpose.STATISTICS})
    await copy(binh, office)
    await do(office, lambda connection: _leave_traces(connection, cast, about))
    return about


def _leave_traces(connection: Connection, cast: Cast, about: int) -> None:
    """What other rooms write, straight into their tables."""
    binh, mine = cast["Bình"], cast.addresses["Bình"]
    of_binh = tables.members.c.id == binh
    connection.execute(
        tables.members.update().where(of_binh).values(phone_hash=PHONE_HASH, quiet_from=1260, quiet_until=420)
    )
    of_an = tables.obligations.c.member_id == cast["An"]
    read = {"read_aloud_at": START, "place": TYPED[3], "witness": NAME}
    connection.execute(tables.obligations.update().where(of_an).values(witness=NAME))
    own = tables.obligations.c.member_id == binh
    connection.execute(tables.obligations.update().where(own).values(read))
    session_id = insert_row(
        connection,
        tables.study_sessions,
        {
            "unit_id": cast.units["Chi bộ 1"],
            "state": "announced",
            "revision": 1,
            "title": "Sinh hoạt",
            "place": "Phòng họp",
            "created_at": START,
        },
    )
    declined = {"answer": "no", "revision": 1, "because": TYPED[1], "answered_at": START}
    place = {"session_id": session_id, "member_id": binh, "unit_id": cast.units["Chi bộ 1"]}
    insert_row(connection, tables.invitees, place | declined)
    said = to_json(Message((Line(f"{NAME}: {TYPED[0]}"),)))
    for address_id in (mine, cast.addresses["Hòa"]):
        web_messages.put(connection, address_id=address_id, content=said, once_key="", now=START)
    connection.execute(
        tables.deliveries.update()
        .where(tables.deliveries.c.member_id.in_([binh, cast["Hòa"]]))
        .values(content=said, detail=f"refused for {NAME}")
    )
    for conversation in (CHAT, "chat-Hòa"):
        knock_id = insert_row(connection, tables.inbox, _knock(cast, conversation))
        knocks.record(connection, knock_id=knock_id, step="x", outcome=f'{{"name": "{NAME}"}}')
    dialogues.put(connection, mine, Dialogue("question", 1, 0, START))
    offers.put(connection, mine, Offer(27, "message", 1, f'[{{"label": "Mời {NAME}"}}]', START))
    asked = {"address_id": mine, "state": JoinState.WAITING, "made_at": START}
    who = {"said_name": NAME, "said_unit": TYPED[3], "account": ACCOUNT}
    insert_row(connection, tables.join_requests, asked | who)
    shown = {"state": ImportState.SHOWN, "file_name": "ds.xlsx", "fingerprint": "f", "difference": NAME}
    insert_row(connection, tables.roster_imports, shown | {"made_at": START, "until_at": START})
    files.keep(
        connection,
        f"Danh sách: {NAME}".encode(),
        media_type="text/csv",
        now=START,
        until_at=START.replace(day=30),
    )


def _knock(cast: Cast, conversation: str) -> dict[str, Any]:
    return {
        "connection_id": cast.connection_id,
        "update_id": f"u-{conversation != CHAT}",
        "conversation": conversation,
        "state": InboxState.SET_ASIDE,
        "body": f'{{"text": "{TYPED[0]}"}}' if conversation == CHAT else "",
        "size": 1,
        "refused_because": "",
        "failures": 5,
        "due_at": START,
        "received_at": START,
    }


async def erased(office: Office, cast: Cast, given: str = "Bình") -> None:
    """They ask, the admin does it, the last message goes, and the clock's rule looks."""
    request = await ask_deletion(cast.caller(given), office)
    await finish(cast.caller("Dũng"), office, request_id=request.id)
    await sent(office, cast)
    await forget_conversations(office)


async def test_nothing_in_the_whole_database_tells_who_it_was(office: Office, cast: Cast) -> None:
    await a_full_life(office, cast)
    before = {line.split(":")[0] for line in await found_in_the_database(office)}
    assert len(before) > 18, "the search finds what is there"
    await erased(office, cast)
    assert await found_in_the_database(office) == []


async def test_the_rows_stay_with_the_number_and_counts_stay_true(office: Office, cast: Cast) -> None:
    about = await a_full_life(office, cast)
    card = await progress(cast.caller("Thuận"), office, publication_id=about)
    told = len(await rows(office, tables.history, member_id=cast["Bình"]))
    await erased(office, cast)
    assert await progress(cast.caller("Thuận"), office, publication_id=about) == card
    (obligation,) = await rows(office, tables.obligations, member_id=cast["Bình"])
    assert obligation["state"] == ObligationState.ACKNOWLEDGED
    (member,) = await rows(office, tables.members, id=cast["Bình"])
    assert (member["full_name"], member["position"], member["phone_hash"]) == (ERASED_NAME, "", "")
    assert member["erased_at"] is not None
    assert member["left_at"] is not None
    assert len(await rows(office, tables.history, member_id=cast["Bình"])) > told


async def test_the_proof_that_consent_existed_stays_without_the_person(office: Office, cast: Cast) -> None:
    await a_full_life(office, cast)
    given = [
        (row["purpose"], row["text_version"], row["given_at"]) for row in await rows(office, tables.consents)
    ]
    await erased(office, cast)
    kept = await rows(office, tables.consents)
    assert [(row["purpose"], row["text_version"], row["given_at"]) for row in kept] == given
    assert all(row["withdrawn_at"] for row in kept)


async def test_the_member_hears_a_last_word_and_is_a_stranger_afterwards(office: Office, cast: Cast) -> None:
    await a_full_life(office, cast)
    request = await ask_deletion(cast.caller("Bình"), office)
    await finish(cast.caller("Dũng"), office, request_id=request.id)
    farewells = [(chat, words) for chat, words in await sent(office, cast) if "tin cuối cùng" in words]
    assert [chat for chat, _ in farewells] == ["another-phone"]
    assert NAME not in farewells[0][1]
    assert (await member_at(office, cast, "another-phone")).caller.member_id is None


async def test_the_last_conversation_waits_for_the_last_word_and_no_longer(
    office: Office, cast: Cast
) -> None:
    request = await ask_deletion(cast.caller("Bình"), office)
    await finish(cast.caller("Dũng"), office, request_id=request.id)
    assert await forget_conversations(office) == 0
    assert await found_in_the_database(office, (CHAT,)) == [f"addresses.chat_id: {CHAT}"]
    await sent(office, cast)
    assert await forget_conversations(office) == 1
    assert await forget_conversations(office) == 0
    assert await found_in_the_database(office, (NAME, CHAT)) == []


async def test_who_has_no_conversation_is_forgotten_at_once(office: Office, cast: Cast) -> None:
    dung = cast.caller("Dũng")
    request = await ask_deletion(dung, office, member_id=cast["Tâm"])
    done = await finish(dung, office, request_id=request.id)
    assert (done.full_name, done.request.state) == (ERASED_NAME, DataRequestState.DONE)
    assert await found_in_the_database(office, ("Phan Văn Tâm",)) == []


async def test_what_was_written_of_a_namesake_stays(office: Office, cast: Cast) -> None:
    namesake = tables.members.c.id == cast["Phúc"]
    await do(
        office,
        lambda connection: connection.execute(tables.members.update().where(namesake).values(full_name=NAME)),
    )
    await a_full_life(office, cast)
    await erased(office, cast)
    (other,) = await rows(office, tables.members, id=cast["Phúc"])
    assert other["full_name"] == NAME
    (an,) = await rows(office, tables.obligations, member_id=cast["An"])
    assert an["witness"] == NAME
    (own,) = await rows(office, tables.obligations, member_id=cast["Bình"])
    assert own["witness"] == ""


async def test_others_keep_their_words_and_conversations(office: Office, cast: Cast) -> None:
    about = await a_full_life(office, cast)
    await ask(cast.caller("Mai"), office, publication_id=about, text="Câu hỏi của Mai")
    await erased(office, cast)
    (question,) = await rows(office, tables.questions, member_id=cast["Mai"])
    assert question["question"] == "Câu hỏi của Mai"
    (address,) = await rows(office, tables.addresses, id=cast.addresses["Mai"])
    assert (address["chat_id"], address["state"]) == ("chat-Mai", "active")
    (mail,) = await rows(office, tables.web_messages, address_id=cast.addresses["Hòa"])
    assert ERASED_NAME in mail["content"]


@pytest.mark.parametrize("longer", ["Nguyễn Văn Bình Minh", "Nguyễn Văn Bìnhh", "Lê Nguyễn Văn Bình"])
async def test_a_longer_name_of_somebody_else_stays_whole(office: Office, cast: Cast, longer: str) -> None:
    said = Message((Line(f"Còn thiếu: {longer}, {NAME}."), Line(longer), Line(f"{NAME} và {longer}")))

    def body(connection: Connection) -> None:
        of_mai = tables.members.c.id == cast["Mai"]
        connection.execute(tables.members.update().where(of_mai).values(full_name=longer))
        web_messages.put(
            connection, address_id=cast.addresses["Hòa"], content=to_json(said), once_key="", now=START
        )
        of_an = tables.obligations.c.member_id == cast["An"]
        connection.execute(tables.obligations.update().where(of_an).values(witness=longer, place=NAME))

    await published(office, cast)
    await do(office, body)
    await erased(office, cast)
    (mail,) = await rows(office, tables.web_messages, address_id=cast.addresses["Hòa"])
    assert from_json(mail["content"]) == Message(
        (Line(f"Còn thiếu: {longer}, {ERASED_NAME}."), Line(longer), Line(f"{ERASED_NAME} và {longer}"))
    )
    (an,) = await rows(office, tables.obligations, member_id=cast["An"])
    assert (an["witness"], an["place"]) == (longer, ERASED_NAME)


async def test_their_own_words_go_only_where_they_are_shown_as_theirs(office: Office, cast: Cast) -> None:
    typed = "Sinh hoạt chi bộ"
    told = (f"“{typed}”", typed, f"{NAME}: {typed}", f"1. {NAME} – {typed}")
    kept = (f"{typed} tháng 11", f"Mời dự: {typed}", f"1. Đỗ Thị Mai – {typed}")
    said = Message((*map(Line, told), *map(Line, kept)))

    def body(connection: Connection) -> None:
        web_messages.put(
            connection, address_id=cast.addresses["Hòa"], content=to_json(said), once_key="", now=START
        )

    about = await published(office, cast)
    await ask(cast.caller("Bình"), office, publication_id=about, text=typed)
    await do(office, body)
    await erased(office, cast)
    (mail,) = await rows(office, tables.web_messages, address_id=cast.addresses["Hòa"])
    gone = ("“…”", "…", f"{ERASED_NAME}: …", f"1. {ERASED_NAME} – …")
    assert from_json(mail["content"]) == Message((*map(Line, gone), *map(Line, kept)))


async def test_the_only_admin_cannot_go_and_with_a_second_one_can(office: Office, cast: Cast) -> None:
    request = await ask_deletion(cast.caller("Dũng"), office)
    with pytest.raises(Refused) as refused:
        await finish(cast.caller("Dũng"), office, request_id=request.id)
    assert refused.value.reason is Refusal.LAST_ADMIN
    assert await found_in_the_database(office, ("Phạm Quốc Dũng",))
    grant = {"member_id": cast["Lan"], "role": Role.ADMIN, "unit_id": cast.units["Liên đoàn"]}
    await do(
        office, lambda connection: insert_row(connection, tables.role_grants, grant | {"from_at": START})
    )
    await finish(cast.caller("Dũng"), office, request_id=request.id)
    assert not await found_in_the_database(office, ("Phạm Quốc Dũng",))


async def test_nobody_is_deleted_twice_or_asks_anything_afterwards(office: Office, cast: Cast) -> None:
    await erased(office, cast)
    for attempt in (
        ask_deletion(cast.caller("Dũng"), office, member_id=cast["Bình"]),
        ask_deletion(cast.caller("Bình"), office),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_FOUND


async def test_the_admin_is_asked_once_more_before_data_go(office: Office, cast: Cast) -> None:
    await ask_deletion(cast.caller("Bình"), office)
    dung = Talk(office, cast.caller("Dũng"))
    await dung.say("/dulieu")
    await dung.press("Mở số 1")
    assert f"Xóa dữ liệu của {NAME}" in await dung.press("Xóa ngay")
    assert await found_in_the_database(office, (NAME,))
    assert f"Người đề nghị: {ERASED_NAME}" in await dung.press("Xóa, không lấy lại được")
    assert not await found_in_the_database(office, (NAME,))
    assert ERASED_NAME in await dung.say("/dulieu")


async def test_what_was_queued_for_them_is_not_sent(office: Office, cast: Cast) -> None:
    await published(office, cast, arrives=False)
    request = await ask_deletion(cast.caller("Bình"), office)
    await finish(cast.caller("Dũng"), office, request_id=request.id)
    told = [words for chat, words in await sent(office, cast) if chat == CHAT]
    assert len(told) == 1
    assert "tin cuối cùng" in told[0]


async def test_a_last_word_that_never_goes_is_dropped_after_a_day(office: Office, cast: Cast) -> None:
    request = await ask_deletion(cast.caller("Bình"), office)
    await finish(cast.caller("Dũng"), office, request_id=request.id)
    (farewell,) = await rows(office, tables.deliveries, member_id=cast["Bình"], lane=Lane.REPLY)
    assert farewell["purpose"] == Purpose.DATA_ANSWER
    clock_of(office).forward(days=1, seconds=1)
    await expire_and_copy(office)
    await forget_conversations(office)
    assert await found_in_the_database(office, (CHAT,)) == []


async def test_a_press_of_an_old_button_by_who_was_deleted_leads_nowhere(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await erased(office, cast)
    with pytest.raises(Refused):
        await acknowledge(cast.caller("Bình"), office, publication_id=about)
    (obligation,) = await rows(office, tables.obligations, member_id=cast["Bình"])
    assert obligation["state"] == ObligationState.WITHDRAWN
