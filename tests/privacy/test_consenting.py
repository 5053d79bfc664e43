"""What somebody who joins is told and can choose; what is recorded of it."""

import hashlib
from dataclasses import replace
from typing import Literal

import pytest
from pydantic import SecretStr

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.splitting import utf16_length
from bot.office import Office
from bot.organisation.consent import EVERYTHING, goes_abroad, holds, mark_of, marked, text_version
from bot.settings.connection import Connection as ConnectionSection
from bot.states import Address, ConsentPurpose, MemberKind, Platform
from bot.texts import privacy
from storage import tables
from tests.cast import START, Cast
from tests.privacy.talking import member_at, names_a_code, on_paper, rows

WORDS = {
    "2026-11-4-party": "311a98433ea558be",
    "2026-11-4-general": "e36e1e4d3705b1d9",
    "2026-11-4-inland-party": "ca8463a852fb2c56",
    "2026-11-4-inland-general": "aba62723a316bd1a",
}
"""Of each version, the hash of the words that were shown: another wording needs another version."""


def _words(kind: MemberKind, *, abroad: bool = True) -> str:
    return "\n".join(
        privacy.body(
            address_form=Address.COMRADE, kind=kind, office="Văn phòng", left_days=730, abroad=abroad
        )
    )


@pytest.mark.parametrize("kind", [MemberKind.OFFICIAL, MemberKind.UNION])
@pytest.mark.parametrize("abroad", [True, False])
def test_another_wording_needs_another_version(kind: MemberKind, abroad: bool) -> None:
    shown = hashlib.sha256(_words(kind, abroad=abroad).encode()).hexdigest()[:16]
    assert WORDS[text_version(kind, abroad=abroad)] == shown


def test_an_office_without_telegram_names_no_servers_abroad() -> None:
    shown = _words(MemberKind.OFFICIAL, abroad=False)
    assert "Tin đi qua máy chủ của Zalo." in shown
    assert not {"Telegram", "nước ngoài"} & set(shown.split())


@pytest.mark.parametrize(
    ("platforms", "abroad"),
    [
        ([Platform.ZALO], False),
        ([Platform.ZALO, Platform.TELEGRAM], True),
        ([], True),
    ],
)
def test_the_words_are_those_for_the_messengers_that_the_office_has(
    office: Office, platforms: list[Literal[Platform.TELEGRAM, Platform.ZALO]], abroad: bool
) -> None:
    connections = {one.value: ConnectionSection(platform=one, token=SecretStr("1:x")) for one in platforms}
    settings = office.settings.model_copy(update={"connections": connections})
    assert goes_abroad(replace(office, settings=settings)) is abroad


@pytest.mark.parametrize(
    ("agreed_abroad", "now_abroad", "holds_on"),
    [(True, True, True), (False, False, True), (True, False, True), (False, True, False)],
)
def test_who_agreed_to_more_is_not_asked_anew_and_who_agreed_to_less_is(
    agreed_abroad: bool, now_abroad: bool, holds_on: bool
) -> None:
    agreed_to = text_version(MemberKind.OFFICIAL, abroad=agreed_abroad)
    assert holds(agreed_to, MemberKind.OFFICIAL, abroad=now_abroad) is holds_on
    assert not holds("2025-01-party", MemberKind.OFFICIAL, abroad=now_abroad)
    assert not holds(agreed_to, MemberKind.UNION, abroad=now_abroad)


@pytest.mark.parametrize("kind", MemberKind)
def test_the_words_say_what_the_law_wants_said(kind: MemberKind) -> None:
    shown = _words(kind)
    for words in (
        "Nơi giữ dữ liệu: Văn phòng",
        "Văn phòng lưu: họ tên",
        "dữ liệu cá nhân nhạy cảm",
        "bốn mục, được chọn từng mục",
        "diện, chức vụ, tài khoản chat",
        "dấu đối chiếu số điện thoại (không lưu số)",
        "lúc gửi tin, lúc mở tin",
        "lý do được miễn (có thể về sức khỏe)",
        "Người được xem: văn phòng, người phụ trách đơn vị, lãnh đạo theo quyền",
        "730 ngày sau khi rời danh sách",
        "Chưa trả lời không phải là đồng ý",
        "máy chủ Telegram đặt ở nước ngoài",
        "xem, sửa, nhận bản sao, xóa dữ liệu, rút lại đồng ý",
    ):
        assert words in shown
    assert ("đảng viên" in shown) is (kind in {MemberKind.OFFICIAL, MemberKind.PROBATIONARY})
    assert utf16_length(shown) < 1000


async def test_all_each_and_none_stand_beside_each_other(office: Office, cast: Cast) -> None:
    talk = await names_a_code(office, cast)
    assert talk.labels == [
        "✅ Đồng ý cả 4 mục",
        "Chọn từng mục",
        "Không đồng ý, nhận bản giấy",
        "Không phải tôi",
    ]


async def test_nothing_is_chosen_beforehand_and_nothing_can_be_agreed_to_unchosen(
    office: Office, cast: Cast
) -> None:
    talk = await names_a_code(office, cast)
    shown = await talk.press("Chọn từng mục")
    assert shown.count("chưa chọn") == 4
    assert ": đã chọn" not in shown
    assert not [one for one in talk.buttons if one.act is Act.CONSENT_CHOSEN]
    assert talk.reply.replaces is None, "the words stay where they stand"


async def test_what_was_chosen_is_recorded_with_words_time_and_conversation(
    office: Office, cast: Cast
) -> None:
    talk = await names_a_code(office, cast)
    await talk.press("Chọn từng mục")
    await talk.press("Chọn mục 1")
    await talk.press("Chọn mục 4")
    await talk.press("Chọn mục 3")
    await talk.press("Bỏ mục 4")
    heard = await talk.press("✅ Đồng ý 2 mục đã chọn")
    assert "đã đồng ý 2 mục" in heard
    assert "Đã nắm" not in heard, "acknowledging by chat was not agreed to"
    given = await rows(office, tables.consents)
    assert [row["purpose"] for row in given] == ["notices", "reminders"]
    assert {(row["member_id"], row["text_version"], row["given_at"], row["address_id"]) for row in given} == {
        (cast["Tâm"], text_version(MemberKind.OFFICIAL, abroad=True), START, talk.caller.address_id)
    }
    told = await rows(office, tables.history, thing="consent")
    assert {(row["to_state"], row["detail"], row["unit_id"]) for row in told} == {
        ("given", "notices", None),
        ("given", "reminders", None),
    }


async def test_without_the_notices_nothing_is_bound_and_word_comes_on_paper(
    office: Office, cast: Cast
) -> None:
    talk = await names_a_code(office, cast)
    await talk.press("Chọn từng mục")
    await talk.press("Chọn mục 4")
    assert "bản giấy" in await talk.press("Ghi nhận, nhận bản giấy")
    assert await rows(office, tables.consents) == []
    assert await on_paper(office, cast["Tâm"])
    assert (await member_at(office, cast)).caller.member_id is None


async def test_who_never_answers_has_agreed_to_nothing(office: Office, cast: Cast) -> None:
    await names_a_code(office, cast)
    assert await rows(office, tables.consents) == []
    assert (await member_at(office, cast)).caller.member_id is None


async def test_another_conversation_cannot_choose_for_the_code(office: Office, cast: Cast) -> None:
    talk = await names_a_code(office, cast)
    invitation_id = talk.buttons[0].subject
    other = await member_at(office, cast, "another-phone")
    for act in (Act.CHOOSE_CONSENT, Act.CONSENT_CHOSEN):
        with pytest.raises(Refused) as refused:
            await other.act(act, invitation_id, mark_of(EVERYTHING))
        assert refused.value.reason is Refusal.CODE_INVALID
    assert await rows(office, tables.consents) == []


async def test_a_second_conversation_with_fewer_purposes_is_the_answer_that_holds(
    office: Office, cast: Cast
) -> None:
    first = await names_a_code(office, cast)
    await first.press("✅ Đồng ý cả 4 mục")
    second = await names_a_code(office, cast, chat_id="second-phone")
    await second.press("Chọn từng mục")
    await second.press("Chọn mục 1")
    await second.press("✅ Đồng ý 1 mục đã chọn")
    held = [row for row in await rows(office, tables.consents) if row["withdrawn_at"] is None]
    assert [(row["purpose"], row["address_id"]) for row in held] == [("notices", second.caller.address_id)]


@pytest.mark.parametrize("mark", range(32))
def test_a_number_carries_the_purposes_and_nothing_else(mark: int) -> None:
    assert mark_of(marked(mark)) == mark % 16
    assert marked(mark_of(marked(mark))) == marked(mark)
    assert marked(0) == frozenset()
    assert len(EVERYTHING) == len(ConsentPurpose) == 4
