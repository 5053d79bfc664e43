"""/visao: why somebody did or did not get a publication, and what who asks must not learn."""

from datetime import timedelta
from typing import Any

import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.asking import ask
from bot.audience import Audience, AudienceKind
from bot.channels.contract import Outcome, OutcomeKind
from bot.delivery import queueing
from bot.delivery.quiet import Quiet
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.quiet_hours import set_quiet_hours
from bot.organisation.rights.granting import give
from bot.organisation.rights.proposals import Proposal
from bot.organisation.subscriptions import subscribe, unsubscribe
from bot.organisation.topics import explaining, unit_settings
from bot.organisation.topics.changing import Changes
from bot.organisation.topics.reasons import Why
from bot.texts import why as texts
from storage import tables
from storage.states import (
    AddressState,
    DeliveryState,
    MemberKind,
    ObligationState,
    Platform,
    Purpose,
    Reason,
    Rhythm,
    Role,
)
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, PEOPLE, START, ZONE, Cast, clock_of
from tests.delivery.scripted import ScriptedChannel
from tests.digests.story import OTHER, OURS, change, digests_at, published, rows, sends, wants, withdraw
from tests.topics.talking import Talk

ADMIN = "Dũng"
EVERYONE = Audience(AudienceKind.EVERYONE)


async def why(office: Office, cast: Cast, about: str, *, asker: str = ADMIN) -> str:
    """The newest publication explained for that person."""
    talk = Talk(office, cast, asker)
    (full_name,) = [person.full_name for person in PEOPLE if person.given == about]
    await talk.says("/visao" if about == asker else f"/visao {full_name}")
    return await talk.presses("Vì sao số 1")


def unit(cast: Cast, name: str) -> Audience:
    return Audience(AudienceKind.UNIT, cast.units[name])


async def test_the_admin_finds_the_person_and_the_publication_by_name_and_number(
    office: Office, cast: Cast
) -> None:
    await published(office, cast, audience=EVERYONE, number="12-KH/ĐU")
    await published(office, cast, audience=EVERYONE, number="13-KH/ĐU")
    await sends(office, cast)
    admin = Talk(office, cast, ADMIN)
    shown = await admin.says("/visao nguyen van binh")
    assert "VÌ SAO · Nguyễn Văn Bình" in shown
    assert shown.index("Số 13-KH/ĐU") < shown.index("Số 12-KH/ĐU")
    told = await admin.says("12-KH/ĐU")
    assert "Số 12-KH/ĐU, phát hành 08:00 thứ Hai, 23/11/2026" in told
    assert "✅ Văn bản này gửi đến đồng chí Nguyễn Văn Bình." in told
    assert "Vì văn bản gửi toàn tổ chức." in told
    assert "• thẻ văn bản qua hộp thư web: đã gửi lúc 08:00 thứ Hai, 23/11/2026" in told
    assert "Trang này không hiện việc đã xác nhận hay chưa." in told
    await admin.says("/visao binh")
    assert "Không có văn bản số đó" in await admin.says("99-KH/ĐU")


async def test_several_of_a_name_are_offered_and_nobody_is_said_so(office: Office, cast: Cast) -> None:
    await published(office, cast, audience=EVERYONE)
    admin = Talk(office, cast, ADMIN)
    await admin.says("/visao thi")
    assert "Đỗ Thị Mai (Chi bộ 1)" in admin.labels
    assert "VÌ SAO · Đỗ Thị Mai" in await admin.presses("Đỗ Thị Mai (Chi bộ 1)")
    assert "Không có ai tên như vậy" in await admin.says("/visao khong ai")


async def test_long_lists_are_paged(office: Office, cast: Cast) -> None:
    for number in range(10):
        await published(office, cast, audience=EVERYONE, number=f"{number + 1}-KH/ĐU")
    binh = Talk(office, cast, "Bình")
    first = await binh.says("/visao")
    assert "8. Số 3-KH/ĐU" in first
    assert "Số 2-KH/ĐU" not in first
    second = await binh.presses("Trang sau ›")
    assert "1. Số 2-KH/ĐU" in second
    assert "2. Số 1-KH/ĐU" in second
    assert "‹ Trang trước" in binh.labels
    assert "Trang sau ›" not in binh.labels


async def test_a_member_asks_about_themselves_and_a_look_at_oneself_is_no_history(
    office: Office, cast: Cast
) -> None:
    await published(office, cast, topic=OURS)
    told = await why(office, cast, "Bình", asker="Bình")
    assert "Văn bản này không gửi đến đồng chí Bình." in told
    assert f"Vì chủ đề “{OURS}” chỉ gửi cho người đăng ký (văn phòng đặt chung), mà chưa đăng ký." in told
    assert "Trang này không hiện" not in told
    assert await rows(office, tables.history, thing="why") == []


async def test_each_look_at_somebody_else_is_a_line_of_history(office: Office, cast: Cast) -> None:
    about = await published(office, cast, audience=EVERYONE)
    await why(office, cast, "Bình")
    await why(office, cast, "Bình", asker="Hòa")
    lines = await rows(office, tables.history, thing="why")
    assert [(line.actor_id, line.member_id, line.publication_id) for line in lines] == [
        (cast[ADMIN], cast["Bình"], about),
        (cast["Hòa"], cast["Bình"], about),
    ]


@pytest.mark.parametrize("asker", ["Bình", "Lan", "Minh", "Thuận", "Kiên", "Sơn"])
async def test_nobody_else_asks_about_others(office: Office, cast: Cast, asker: str) -> None:
    about = await published(office, cast, audience=EVERYONE)
    caller = cast.caller(asker)
    for attempt in (
        explaining.explain(caller, office, member_id=cast["Mai"], publication_id=about),
        explaining.publications_to_ask_about(caller, office, member_id=cast["Mai"]),
        explaining.explain(caller, office, member_id=9999, publication_id=about),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_ALLOWED
    if asker != "Sơn":
        with pytest.raises(Refused):
            await explaining.people_to_ask_about(caller, office, words="Mai")
    else:
        # A secretary looks for names in their own branch only.
        assert await explaining.people_to_ask_about(caller, office, words="Mai") == ()
        assert await explaining.people_to_ask_about(caller, office, words="Thu")
    assert await rows(office, tables.history, thing="why") == []


async def test_what_went_to_another_unit_is_no_news_for_members_and_secretaries(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast, audience=unit(cast, BRANCH_2), number="7-KH/ĐU")
    for asker in ("Bình", "Hòa"):
        found = await explaining.publications_to_ask_about(
            cast.caller(asker), office, member_id=cast["Bình"], number="7-KH/ĐU"
        )
        assert found.publications == ()
        with pytest.raises(Refused) as refused:
            await explaining.explain(cast.caller(asker), office, member_id=cast["Bình"], publication_id=about)
        assert refused.value.reason is Refusal.NOT_FOUND
    told = await why(office, cast, "Bình")
    assert "Văn bản này không gửi đến" in told
    assert "Vì văn bản chỉ gửi Chi bộ 2 và các đơn vị trực thuộc; ngày phát hành thuộc Chi bộ 1." in told


async def test_the_unit_of_the_day_counts_and_not_todays(office: Office, cast: Cast) -> None:
    await published(office, cast, audience=unit(cast, BRANCH_1), asks=True)
    await sends(office, cast)
    clock_of(office).forward(days=3)
    move = {
        "member_id": cast["Bình"],
        "from_unit_id": cast.units[BRANCH_1],
        "to_unit_id": cast.units[BRANCH_2],
        "on_date": (START + timedelta(days=2)).date(),
        "moved_at": START + timedelta(days=2),
    }
    await _insert(office, tables.member_moves, move)
    await change(office, tables.members, cast["Bình"], unit_id=cast.units[BRANCH_2])
    told = await why(office, cast, "Bình")
    assert "Vì văn bản gửi Chi bộ 1 và các đơn vị trực thuộc; ngày phát hành thuộc Chi bộ 1." in told


async def test_a_narrowed_audience_is_explained_to_the_admin(office: Office, cast: Cast) -> None:
    branches = Audience.of(
        {
            "kind": "unit",
            "subject": cast.units[BRANCH_1],
            "also": [cast.units[BRANCH_3]],
            "members": ["official"],
            "roles": ["secretary"],
        }
    )
    await published(office, cast, audience=branches)
    secretary = await why(office, cast, "Hòa")
    assert "✅ Văn bản này gửi đến đồng chí Vũ Thị Hòa." in secretary
    assert "Vì văn bản gửi Chi bộ 1, Chi bộ 3 và các đơn vị trực thuộc" in secretary
    assert "Trong đó chỉ gửi đảng viên chính thức giữ vai trò bí thư." in secretary
    plain = await why(office, cast, "Bình")
    assert "Văn bản này không gửi đến" in plain
    assert "Vì văn bản chỉ gửi đảng viên chính thức giữ vai trò bí thư; ngày phát hành không giữ" in plain
    assert "Vì văn bản chỉ gửi đảng viên chính thức giữ vai trò bí thư." in await why(office, cast, "Ngọc")
    assert "Vì văn bản chỉ gửi Chi bộ 1, Chi bộ 3" in await why(office, cast, "Sơn")


async def test_who_was_left_out_by_name_hears_nothing_of_it_and_their_secretary_does(
    office: Office, cast: Cast
) -> None:
    rule = Audience(AudienceKind.EVERYONE, without=frozenset({cast["Bình"]}))
    about = await published(office, cast, audience=rule, number="7-KH/ĐU")
    binh = Talk(office, cast, "Bình")
    assert "7-KH/ĐU" not in await binh.says("/visao")
    await published(office, cast, audience=EVERYONE, number="8-KH/ĐU")
    assert "7-KH/ĐU" not in await binh.says("/visao")
    # The same words as for a number that nobody ever gave.
    assert await binh.says("7-KH/ĐU") == await binh.says("99-KH/ĐU")
    with pytest.raises(Refused) as refused:
        await explaining.explain(cast.caller("Bình"), office, member_id=cast["Bình"], publication_id=about)
    assert refused.value.reason is Refusal.NOT_FOUND
    # Those of the branch who got it, and may see names there, do learn it; the admin only that it is not his.
    found = await explaining.explain(cast.caller("Hòa"), office, member_id=cast["Bình"], publication_id=about)
    assert found.rule.why is Why.LEFT_OUT
    found = await explaining.explain(cast.caller(ADMIN), office, member_id=cast["Bình"], publication_id=about)
    assert found.rule.why is Why.NOT_MEANT
    assert not found.is_for_them
    assert "theo tên" not in texts.RULES[found.rule.why]


async def test_what_is_for_another_kind_or_role_is_no_news_to_members(office: Office, cast: Cast) -> None:
    party = Audience(AudienceKind.EVERYONE, members=frozenset({MemberKind.OFFICIAL}))
    secretaries = Audience(AudienceKind.EVERYONE, roles=frozenset({Role.SECRETARY}))
    several = Audience(AudienceKind.UNIT, cast.units[BRANCH_1], also=frozenset({cast.units[BRANCH_2]}))
    for number, rule in enumerate((party, secretaries, several), start=1):
        await published(office, cast, audience=rule, number=f"{number}-KH/ĐU")

    async def sees(given: str) -> list[str]:
        found = await explaining.publications_to_ask_about(cast.caller(given), office, member_id=cast[given])
        return [one.number for one in found.publications]

    assert await sees("Ngọc") == []
    assert await sees("Đức") == ["2-KH/ĐU", "1-KH/ĐU"]
    assert await sees("Bình") == ["3-KH/ĐU", "1-KH/ĐU"]


async def test_who_came_under_it_later_hears_that(office: Office, cast: Cast) -> None:
    await published(
        office,
        cast,
        audience=Audience(AudienceKind.EVERYONE, roles=frozenset({Role.SECRETARY})),
        asks=True,
    )
    clock_of(office).forward(hours=1)
    proposal = Proposal(cast["Bình"], Role.SECRETARY, cast.units[BRANCH_1])
    await give(cast.caller(ADMIN), office, proposal=proposal)
    told = await why(office, cast, "Bình", asker="Bình")
    assert "✅ Văn bản này gửi đến" in told
    assert "khi bắt đầu thuộc diện nhận, nên được gửi bổ sung" in told
    assert "Trong đó chỉ gửi bí thư." in told


async def test_the_topic_names_who_set_it_and_the_members_own_choice(office: Office, cast: Cast) -> None:
    await unit_settings.set_for_unit(
        cast.caller(ADMIN),
        office,
        topic_id=cast.topics[OURS],
        unit_id=cast.units[BRANCH_1],
        changes=Changes(mandatory=True),
    )
    await subscribe(cast.caller("Sơn"), office, topic_id=cast.topics[OURS])
    await published(office, cast, topic=OURS)
    assert f"Vì chủ đề “{OURS}” là bắt buộc (Chi bộ 1 đặt riêng)." in await why(office, cast, "Bình")
    assert f"Vì đã đăng ký chủ đề “{OURS}” lúc 08:00 thứ Hai, 23/11/2026." in await why(office, cast, "Sơn")
    await unsubscribe(cast.caller("Yến"), office, topic_id=cast.topics[OTHER])
    await published(office, cast, topic=OTHER, number="2-TB/ĐU")
    assert "Vì đã tự thôi nhận chủ đề" in await why(office, cast, "Yến")
    assert "mặc định gửi cho người chưa chọn (văn phòng đặt chung)" in await why(office, cast, "Thu")


async def test_a_choice_of_later_is_told_as_such(office: Office, cast: Cast) -> None:
    await published(office, cast, topic=OTHER)
    clock_of(office).forward(hours=1)
    await unsubscribe(cast.caller("Bình"), office, topic_id=cast.topics[OTHER])
    await subscribe(cast.caller("Mai"), office, topic_id=cast.topics[OURS])
    told = await why(office, cast, "Bình")
    assert "✅ Văn bản này gửi đến" in told
    assert "Vì ngày phát hành thuộc diện nhận; nay thì không còn." in told
    assert "đã đổi sau khi phát hành, từ 09:00 thứ Hai, 23/11/2026" in told
    assert "đã đổi sau khi phát hành" not in await why(office, cast, "Thu")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"kind": MemberKind.CANDIDATE}, "Vì là quần chúng ưu tú"),
        ({"joined_at": START + timedelta(hours=1)}, "Vì vào danh sách lúc 09:00 thứ Hai, 23/11/2026"),
        ({"left_at": START - timedelta(days=3)}, "Vì đã rời danh sách từ 08:00 thứ Sáu, 20/11/2026"),
    ],
)
async def test_candidates_who_came_later_and_who_had_left_did_not_get_it(
    office: Office, cast: Cast, values: dict[str, Any], words: str
) -> None:
    await change(office, tables.members, cast["Tâm"], **values)
    await published(office, cast, audience=EVERYONE)
    clock_of(office).forward(hours=2)
    told = await why(office, cast, "Tâm")
    assert "Văn bản này không gửi đến" in told
    assert words in told
    assert "/moi" not in told


async def test_the_issuer_does_not_get_it(office: Office, cast: Cast) -> None:
    await published(office, cast, audience=EVERYONE, asks=True)
    assert "Vì là người ban hành văn bản này." in await why(office, cast, "Minh")


async def test_without_an_address_or_on_paper_the_next_step_is_named(office: Office, cast: Cast) -> None:
    await published(office, cast, audience=EVERYONE)
    assert "Chưa có nơi nhận tin: xin mời kết nối bằng mã (gõ /moi)." in await why(office, cast, "Tâm")
    await change(office, tables.members, cast["Tâm"], on_paper=True)
    told = await why(office, cast, "Tâm")
    assert "Nhận bản giấy" in told
    assert "/moi" not in told


async def test_a_failed_delivery_names_its_reason_and_the_next_step(office: Office, cast: Cast) -> None:
    await published(office, cast, audience=unit(cast, BRANCH_1))
    channel = ScriptedChannel()
    channel.script.extend([Outcome(OutcomeKind.UNREACHABLE, reason=Reason.BLOCKED)] * 10)
    await sends(office, cast, channel)
    told = await why(office, cast, "Bình")
    assert "thẻ văn bản qua hộp thư web: không gửi được (đã chặn tin: xin mời lại bằng mã)" in told
    assert "Đã chặn tin hoặc bỏ tài khoản: xin mời lại bằng mã (gõ /moi)." in told
    (address,) = await rows(office, tables.addresses, member_id=cast["Bình"])
    assert address.state is AddressState.BLOCKED


async def test_what_is_held_says_until_when(office: Office, cast: Cast) -> None:
    clock_of(office).set(START.replace(hour=20))
    await set_quiet_hours(cast.caller("Mai"), office, quiet=Quiet(19 * 60, 9 * 60))
    await published(office, cast, audience=unit(cast, BRANCH_1))
    # 24 November is a day off.
    held = "giữ lại đến 07:00 thứ Tư, 25/11/2026, giờ văn phòng gửi tin"
    assert held in await why(office, cast, "Bình")
    clock_of(office).set((START + timedelta(days=2)).replace(hour=7))
    await sends(office, cast)
    assert "đã gửi lúc 07:00 thứ Tư, 25/11/2026" in await why(office, cast, "Bình")
    told = await why(office, cast, "Mai")
    assert "giữ lại đến 09:00 thứ Tư, 25/11/2026, hết giờ nghỉ của người nhận" in told


async def test_what_waits_for_a_digest_and_what_came_in_one(office: Office, cast: Cast) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    await published(office, cast)
    told = await why(office, cast, "Bình")
    assert "✅ Văn bản này gửi đến" in told
    assert "Đang chờ tin tổng hợp lúc 07:30 thứ Tư, 25/11/2026." in told
    await digests_at(office, cast, (START + timedelta(days=2)).replace(hour=7, minute=30))
    told = await why(office, cast, "Bình")
    assert "• tin tổng hợp qua hộp thư web: đã gửi lúc 07:30 thứ Tư, 25/11/2026" in told
    assert "Đang chờ" not in told


async def test_a_withdrawn_one_says_so(office: Office, cast: Cast) -> None:
    about = await published(office, cast, audience=EVERYONE)
    await withdraw(office, about)
    assert "Văn bản này nay đã được thu hồi." in await why(office, cast, "Bình")


async def test_who_asks_cannot_tell_who_has_acknowledged_from_who_has_not(office: Office, cast: Cast) -> None:
    about = await published(office, cast, audience=unit(cast, BRANCH_1), asks=True)
    await sends(office, cast)
    before = {given: await why(office, cast, given) for given in ("Bình", "Mai", "An")}
    clock_of(office).forward(hours=1)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    await ask(cast.caller("Mai"), office, publication_id=about, text="Nộp ở đâu?")
    # Their cards are edited meanwhile, and that is not told either.
    edited = await sends(office, cast)
    assert edited.edited
    for asker in (ADMIN, "Hòa"):
        for given, words in before.items():
            if given != asker:
                assert await why(office, cast, given, asker=asker) == words
    states = {row.state for row in await rows(office, tables.obligations, publication_id=about)}
    assert {ObligationState.ACKNOWLEDGED, ObligationState.QUESTION, ObligationState.EXPECTED} <= states


async def test_a_card_skipped_because_it_was_answered_elsewhere_says_only_that(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast, audience=unit(cast, BRANCH_1), asks=True)
    for row in await rows(office, tables.deliveries, purpose=Purpose.CARD, member_id=cast["Bình"]):
        await change(office, tables.deliveries, row.id, state=DeliveryState.SKIPPED, reason=Reason.ANSWERED)
    told = await why(office, cast, "Bình", asker="Bình")
    assert "không cần gửi nữa (đã được xử lý ở kênh khác)" in told
    assert "xác nhận" not in told
    for asker in (ADMIN, "Hòa"):
        assert "chưa gửi hoặc không còn cần gửi" in await why(office, cast, "Bình", asker=asker)
    assert about


@pytest.mark.parametrize("asker", [ADMIN, "Hòa"])
async def test_who_answers_before_the_card_goes_out_looks_like_who_does_not(
    office: Office, cast: Cast, asker: str
) -> None:
    about = await published(office, cast, audience=unit(cast, BRANCH_1), asks=True)
    before = await why(office, cast, "Bình", asker=asker)
    assert "chưa gửi hoặc không còn cần gửi" in before
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    (card,) = await rows(office, tables.deliveries, purpose=Purpose.CARD, member_id=cast["Bình"])
    assert (card.state, card.reason) == (DeliveryState.SKIPPED, Reason.ANSWERED)
    assert await why(office, cast, "Bình", asker=asker) == before
    assert _but_the_name(await why(office, cast, "Mai", asker=asker), "Mai") == _but_the_name(before, "Bình")
    # Held back by their own quiet hours, or closed by a withdrawal: still the same for both.
    await withdraw(office, about)
    await sends(office, cast)
    after = {given: await why(office, cast, given, asker=asker) for given in ("Bình", "Mai")}
    assert _but_the_name(after["Bình"], "Bình") == _but_the_name(after["Mai"], "Mai")


async def test_a_tap_that_proves_arrival_is_not_told_to_others(office: Office, cast: Cast) -> None:
    await published(office, cast, audience=unit(cast, BRANCH_1), asks=True)
    (card,) = await rows(office, tables.deliveries, purpose=Purpose.CARD, member_id=cast["Bình"])
    told = set()
    for values in (
        {"state": DeliveryState.MAYBE, "reason": Reason.CUT_OFF},
        {"state": DeliveryState.UNKNOWN, "reason": Reason.CUT_OFF},
        {"state": DeliveryState.SENT, "reason": Reason.TOLD_BY_TAP, "message_id": "7", "sent_at": START},
    ):
        await change(office, tables.deliveries, card.id, **values)
        told.add(await why(office, cast, "Bình"))
    assert len(told) == 1
    assert "chưa rõ đã tới. Xin hỏi trực tiếp" in told.pop()
    assert "đã gửi" in await why(office, cast, "Bình", asker="Bình")


async def test_an_answer_before_a_queued_reminder_changes_nothing_for_who_asks(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast, audience=unit(cast, BRANCH_1), asks=True)
    await sends(office, cast)

    def remind(connection: Any) -> None:
        queueing.to_member(
            connection, office, member_id=cast["Bình"], once_key="remind:x", purpose=Purpose.REMINDER
        )

    await office.database.transaction(remind)
    before = await why(office, cast, "Bình")
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    assert await why(office, cast, "Bình") == before
    await sends(office, cast)
    assert await why(office, cast, "Bình") == before


def _but_the_name(words: str, given: str) -> str:
    (full_name,) = [person.full_name for person in PEOPLE if person.given == given]
    return words.replace(full_name, "…")


def test_every_rule_reason_state_and_platform_has_its_words() -> None:
    assert set(Why) == set(texts.RULES)
    for reason in set(Reason) - {Reason.HOURS}:
        for state in DeliveryState:
            for platform in Platform:
                words = texts.way(
                    Purpose.CARD,
                    platform,
                    state,
                    reason=reason,
                    at=START,
                    waits_for_office=False,
                    zone=ZONE,
                )
                assert words.startswith("• thẻ văn bản qua ")


async def _insert(office: Office, table: Any, values: dict[str, Any]) -> None:
    def body(connection: Any) -> None:
        connection.execute(table.insert().values(values))

    await office.database.transaction(body)
