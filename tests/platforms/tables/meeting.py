"""A member and study sessions."""

from bot.messages.acts import Act
from bot.messages.reply import Awaited
from tests.platforms.person import Instead
from tests.platforms.rows import Row, row
from tests.platforms.stories import changing, sessions

MEETING: tuple[Row, ...] = (
    row(
        "An invitation, accepted",
        "lich",
        story=sessions.invitation_is_accepted,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.ATTEND, Act.OPEN_SESSION),
    ),
    row(
        "Declined, with the reason",
        story=sessions.declined_with_reason,
        zalo_has=(Instead.NUMBER,),
        steps=(Act.DECLINE, Awaited.DECLINE_REASON),
    ),
    row(
        "Reminded before the session",
        story=sessions.reminded_before,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
    ),
    row(
        "The session is moved",
        story=sessions.moved,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.UNDECIDED,),
    ),
    row(
        "A session moved elsewhere, and called off",
        "lich",
        story=changing.session_is_called_off,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(
            Act.CANCEL_SESSION,
            Act.CANCEL_SESSION_CONFIRMED,
            Act.MOVE_SESSION,
            Act.MOVE_SESSION_PLACE,
            Awaited.SESSION_MOVE,
        ),
    ),
)
