"""What a member does with what is published."""

from bot.messages.acts import Act
from bot.messages.reply import Awaited
from tests.platforms.person import Instead
from tests.platforms.rows import NotThere, Row, Substitute, Works, row
from tests.platforms.stories import cards, parts

READING: tuple[Row, ...] = (
    row("A directive's card", story=cards.card_arrives),
    row(
        "What waits",
        "canlam",
        story=cards.list_opens_card,
        zalo_has=(Instead.NUMBER,),
        steps=(Act.OPEN_CARD,),
    ),
    row(
        "Taking note",
        "canlam",
        story=cards.takes_note,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        on_both=True,
        steps=(Act.ACKNOWLEDGE,),
    ),
    row("Taking note in words", story=cards.takes_note_in_words),
    row(
        "Taking note by number (“27 đã rõ”)",
        telegram=NotThere(cards.no_page_needed, "the card has the button, and no number"),
        zalo=Substitute(cards.takes_note_by_number, frozenset({Instead.NUMBER, Instead.RECEIPT})),
        web=NotThere(cards.no_page_needed, "the card has the button, and no number"),
    ),
    row(
        "Taking note on the personal page",
        telegram=NotThere(cards.no_page_needed, "the card has the button itself"),
        zalo=Substitute(cards.page_takes_note, frozenset({Instead.NUMBER, Instead.PAGE})),
        web=NotThere(cards.no_page_needed, "the card has the button itself"),
        steps=(Act.REPORT,),
    ),
    row(
        "Asking, and the answer",
        story=cards.asks_and_is_answered,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.ANSWER_QUESTION, Act.ASK, Awaited.ANSWER, Awaited.QUESTION),
    ),
    row(
        "A corrected card",
        story=cards.card_is_corrected,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        on_both=True,
    ),
    row(
        "A withdrawn card",
        "thuhoi",
        story=cards.card_is_withdrawn,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.MANAGE, Act.TAKE_OUT, Act.TAKE_OUT_CONFIRMED, Awaited.WITHDRAW_BECAUSE),
    ),
    row(
        "Taking it back",
        "canlam",
        story=cards.takes_note_back,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.UNDO, Act.UNDO_CONFIRMED),
    ),
    row(
        "Full text, công khai",
        story=cards.reads_in_public,
        zalo=Substitute(cards.reads_in_public_on_page, frozenset({Instead.PAGE})),
    ),
    row(
        "Full text, nội bộ",
        telegram=Works(cards.reads_inside),
        zalo=Substitute(cards.reads_inside_from_page, frozenset({Instead.PAGE})),
        web=Works(cards.reads_inside_at_once),
    ),
    row("What is in force", "vanban", story=cards.lists_what_is_in_force, zalo_has=(Instead.NUMBER,)),
    row("Searching", "tim", story=cards.searches, zalo_has=(Instead.NUMBER,)),
    row("A meeting summary", story=cards.meeting_is_summed_up),
    row(
        "A task of a meeting, taken and given back",
        "canlam",
        "tiendo",
        story=parts.task_is_taken,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.TAKE_TASK, Act.TASKS),
    ),
    row(
        "Questions before taking note",
        "canlam",
        story=parts.questions_lead_to_the_acknowledgement,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.QUIZ_ANSWER,),
    ),
    row(
        "A file that goes along",
        story=parts.file_comes_with_the_message,
        telegram=Works(parts.file_goes_up_once),
        zalo=Substitute(parts.file_is_fetched_from_the_page, frozenset({Instead.NUMBER, Instead.FILE_LINK})),
        steps=(Act.ATTACHMENTS,),
    ),
    row("A reminder opens the card", story=cards.reminder_opens_card, zalo_has=(Instead.NUMBER,)),
    row("The digest", story=cards.digest_gathers, zalo_has=(Instead.NUMBER,)),
)
