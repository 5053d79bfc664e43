"""A task that names somebody in its text, for whom nobody was chosen."""

import pytest

from bot.office import Office
from bot.publication.draft import opening
from tests.cast import Cast
from tests.publication.steps import drafted, words

SUMMARY = """Kết quả hội nghị sơ kết công tác Đảng 6 tháng đầu năm

Ngày 18/11/2026, Đảng ủy Liên đoàn Lao động tỉnh tổ chức hội nghị sơ kết công tác Đảng.
I. KẾT QUẢ
1. 3/3 chi bộ sinh hoạt đủ kỳ.
II. NHIỆM VỤ
1. Giao {who} kiểm tra 3 chi bộ, hoàn thành trước ngày 30/12/2026."""


@pytest.mark.parametrize(
    ("who", "is_warned"),
    [("đồng chí Nguyễn Văn Bình", True), ("đồng chí Lò Văn Pao", False), ("các chi bộ", False)],
)
async def test_the_clerk_is_told_that_nobody_will_be_asked_to_take_a_task(
    office: Office, cast: Cast, who: str, is_warned: bool
) -> None:
    draft = await drafted(office, cast, text=SUMMARY.format(who=who))
    card = words(await opening.open_draft(cast.caller("Lan"), office, draft_id=draft.draft_id))
    assert "kiểm tra 3 chi bộ" in card
    assert ("chưa chọn người nhận việc" in card) is is_warned
