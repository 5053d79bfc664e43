"""The one table: every answer that can be reached, as it reads where nothing can be pressed or replaced."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bot.messages.acts import Act
from bot.messages.blocks import Line, Message
from bot.messages.numbered.codes import coded
from bot.messages.plain import as_text
from bot.messages.receipts import without_edits
from bot.office import Office
from bot.settings import Settings
from bot.settings.sections import OfficeSection, WebSection
from handlers.commands.table import BY_WORD
from tests.cast import Cast
from tests.commands.saying import buttons
from tests.commands.walking import Answered, walk
from tests.rights.world import DryDatabase, build

_MOST_CHOICES, _FEW_WORDS = 20, 3
_FALSE_WITHOUT_BUTTONS = re.compile(r"\b(chạm|bấm|nút)\b", re.IGNORECASE)
_ON_A_PAGE = "Mở đường dẫn, bấm “Gửi mã”"
"""The one place that speaks of a button on a page of the web, which is there whatever one reads this in."""
_SLASHED = re.compile(r"(?<!\S)[“(]?/([a-z]+)\b")
_NOT_WALKED = {
    # Strangers press them: tests/joining, tests/privacy.
    Act.ASK_TO_JOIN,
    Act.SEE_OFFER,
    Act.CONSENT,
    Act.NO_CONSENT,
    Act.NOT_ME,
    Act.CHOOSE_CONSENT,
    Act.CONSENT_CHOSEN,
    # They need what was done before, and nothing is kept here: tests/units, tests/roster, tests/membership.
    Act.ADDRESS_FIRST,
    Act.CALL_OFF_REQUEST,
    Act.CORRECT,
    Act.DELETE_CONFIRMED,
    Act.EXEMPT_OPEN_END,
    Act.NEW_SESSION_SAVE,
    Act.RESUME,
    Act.ROSTER_APPLY,
    Act.ROSTER_DROP,
    Act.ROSTER_OPEN_UNITS,
    Act.TAKE_MEMBER_BACK,
    Act.TAKE_OUT_CONFIRMED,
    Act.TRY_CONNECTION,
    Act.UNDO,
    Act.UNDO_CONFIRMED,
    Act.UNIT_CLOSE,
    Act.UNIT_MERGE,
    Act.UNIT_MOVE,
    Act.UNIT_RENAME,
    Act.UNIT_REOPEN,
}
_LOOKED_FOR = {Act.HISTORY_PERSON, Act.HISTORY_THING, Act.HISTORY_DOOR, Act.HISTORY_DAYS}
"""What was looked for stands in the new message, also where it is nothing."""
_HOW = (
    "A reply that replaces something by a message without buttons needs `receipt`, a whole sentence that "
    "names what it is about, or a toast that says why nothing was done. See docs/decisions/0019."
)


@pytest.mark.timeout(600)
async def test_every_answer_reads_well_where_nothing_can_be_pressed_or_replaced(
    office: Office, cast: Cast, prepared_url: str, tmp_path: Path
) -> None:
    web = WebSection(public_url="https://loa.example")
    settings = Settings(office=OfficeSection(data_folder=tmp_path), web=web)
    world = await build(replace(office, settings=settings), cast)
    database = DryDatabase(prepared_url)
    wrong: list[str] = []
    walked: set[Act] = set()
    try:
        async for answered in walk(replace(office, database=database, settings=settings), world):
            walked |= {answered.act} if answered.act else set()
            wrong += [f"{answered.actor}, {answered.what}: {fault}" for fault in _faults(answered)]
    finally:
        await database.close()
    assert not wrong, "\n".join([*wrong, _HOW])
    assert set(Act) - walked <= _NOT_WALKED, sorted(set(Act) - walked - _NOT_WALKED)


def test_what_is_wrong_would_be_found() -> None:
    lines = ["bấm nút này", "gõ /canlam"]
    assert [bool(_FALSE_WITHOUT_BUTTONS.search(line)) for line in lines] == [True, False]
    assert [bool(_SLASHED.search(line)) for line in lines] == [False, True]


def _faults(answered: Answered) -> list[str]:
    reply = answered.reply
    faults = []
    is_last_word = reply.replaces is not None and not buttons(reply.replaces)
    if is_last_word and not (reply.receipt or reply.toast) and answered.act not in _LOOKED_FOR:
        faults.append("replaces something by a message that has no buttons, and has no receipt")
    if reply.receipt and not _is_sentence(reply.receipt):
        faults.append(f"the receipt is no whole sentence: {reply.receipt}")
    said = without_edits(reply)
    if not said:
        faults.append("says nothing")
    words = "\n".join(as_text(coded(message, number=None)) for message in said)
    if reply.receipt and _plain(reply.receipt) not in words:
        faults.append("its receipt is not said")
    if reply.replaces is not None and _plain(reply.toast) not in words and not reply.receipt:
        faults.append("its toast is not said")
    return [*faults, *(fault for message in said for fault in _faults_of(message))]


def _faults_of(message: Message) -> list[str]:
    text = as_text(coded(message, number=None))
    labels = Counter(button.label for button in buttons(message))
    faults = [f"“{label}” stands for {times} choices" for label, times in labels.items() if times > 1]
    if labels.total() > _MOST_CHOICES:
        faults.append(f"{labels.total()} choices in one message")
    if _FALSE_WITHOUT_BUTTONS.search(text.replace(_ON_A_PAGE, "")):
        faults.append(f"speaks of buttons: {text}")
    if any(word in BY_WORD for word in _SLASHED.findall(text)):
        faults.append(f"shows a slash: {text}")
    return faults


def _plain(words: str) -> str:
    return as_text(Message((Line(words),))).rstrip(".")


def _is_sentence(words: str) -> bool:
    begins = words[0].isupper() or words[0] == "✅"
    return begins and words.endswith((".", "…")) and len(words.split()) > _FEW_WORDS
