"""Who leads a unit."""

from bot.messages.acts import Act
from bot.messages.reply import Awaited
from tests.platforms.person import Instead
from tests.platforms.rows import Row, row
from tests.platforms.stories import leading

LEADING: tuple[Row, ...] = (
    row(
        "Progress, and the names of who is missing",
        "tiendo",
        story=leading.progress_names_who_is_missing,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.NAMES, Act.PROGRESS),
    ),
    row(
        "Reminding those missing",
        "nhac",
        story=leading.those_missing_are_reminded,
        zalo_has=(Instead.NUMBER,),
        steps=(Act.REMIND,),
    ),
    row("Answering a question", "cauhoi", story=leading.question_is_answered, zalo_has=(Instead.NUMBER,)),
    row(
        "Reading aloud",
        "doctructiep",
        story=leading.reading_aloud_is_recorded,
        zalo_has=(Instead.NUMBER,),
        steps=(Act.READ_ALOUD, Act.READ_ALOUD_TO, Awaited.READ_ALOUD),
    ),
    row(
        "A study session, planned and moved",
        "taolich",
        "lich",
        story=leading.session_is_planned_and_moved,
        zalo_has=(Instead.NUMBER,),
        steps=(
            Act.NEW_SESSION_CHAIR,
            Act.NEW_SESSION_SAVE,
            Awaited.SESSION_TITLE,
            Awaited.SESSION_WHEN,
            Awaited.SESSION_WHERE,
        ),
    ),
    row("The report", "baocao", story=leading.report_is_made, zalo_has=(Instead.NUMBER,)),
)
