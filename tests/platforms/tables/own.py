"""What is one's own."""

from bot.messages.acts import Act
from bot.messages.reply import Awaited
from tests.platforms.person import Instead
from tests.platforms.rows import Row, Works, row
from tests.platforms.stories import addresses, changing, own

OWN: tuple[Row, ...] = (
    row("Help", "trogiup", story=own.help_is_shown),
    row("The greeting of who is known", "start", story=own.greeted_again),
    row(
        "Topics",
        "dangky",
        story=own.topic_is_taken_and_left,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.TOGGLE_TOPIC,),
    ),
    row(
        "Quiet hours",
        "gionghi",
        story=own.hours_are_quiet,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.SET_QUIET_HOURS, Awaited.QUIET_HOURS),
    ),
    row(
        "Why something came",
        "visao",
        story=own.reason_is_told,
        zalo_has=(Instead.NUMBER,),
        steps=(Act.WHY_THIS,),
    ),
    row(
        "Consent withdrawn",
        "toi",
        story=own.consent_is_withdrawn,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.MEMBER_DATA, Act.OWN_CONSENT, Act.WITHDRAW_CONFIRMED, Act.WITHDRAW_CONSENT),
    ),
    row(
        "A copy of one's data",
        "toi",
        story=own.copy_is_handed_over,
        zalo_has=(Instead.NUMBER, Instead.FILE_LINK),
        steps=(Act.DATA_COPY,),
    ),
    row(
        "Another messenger of one's own: added, put first, let go",
        "toi",
        story=addresses.another_messenger_is_added,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.ADDRESS_ADD, Act.ADDRESS_FIRST, Act.ADDRESS_ORDER, Act.ADDRESS_REMOVE, Act.OWN_SIX_DIGITS),
    ),
    row(
        "How often a topic comes; searching by the question",
        "dangky",
        "tim",
        story=changing.topic_comes_weekly,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.SEARCH, Act.SET_RHYTHM, Act.TOPIC_RHYTHMS, Awaited.SEARCH_WORDS),
    ),
    row(
        "One's own history",
        "toi",
        story=own.own_history_is_read,
        zalo_has=(Instead.NUMBER,),
        steps=(Act.HISTORY,),
    ),
    row(
        "One's own web inbox",
        "hopthu",
        story=own.web_inbox_is_opened,
        web=Works(own.web_inbox_is_open_already),
    ),
)
