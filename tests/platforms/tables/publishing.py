"""The clerk and the approver."""

from bot.messages.acts import Act
from bot.messages.reply import Awaited
from tests.platforms.person import Instead
from tests.platforms.rows import NotThere, Row, Works, row
from tests.platforms.stories import approving, desk, publishing, versions

_NO_FILES_OF_ZALO = "Zalo hands no file of a person to a bot; the answer says what to do instead"

PUBLISHING: tuple[Row, ...] = (
    row(
        "A draft from pasted text, mended and handed in",
        "soan",
        story=publishing.draft_is_made_and_handed_in,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(
            Act.AUDIENCE_EVERYONE,
            Act.CHOOSE_AUDIENCE,
            Act.CHOOSE_DUE,
            Act.DRAFT_MENU,
            Act.EDIT_FIELD,
            Act.SUBMIT,
            Awaited.DRAFT_FIELD,
            Awaited.DRAFT_TEXT,
            Awaited.DUE,
        ),
    ),
    row(
        "A draft from a file",
        telegram=Works(publishing.draft_from_file),
        zalo=NotThere(publishing.file_does_not_arrive, _NO_FILES_OF_ZALO),
        web=NotThere(publishing.page_takes_no_file, "the page takes text: the document is pasted"),
        steps=(Awaited.DRAFT_FILE,),
    ),
    row(
        "Questions after the text, written and checked",
        story=publishing.questions_are_written,
        zalo_has=(Instead.NUMBER,),
        steps=(Act.DRAFT_QUIZ, Act.OPEN_DRAFT, Awaited.DRAFT_QUIZ),
    ),
    row(
        "For whom: units, kinds of member, people left out by name",
        story=publishing.audience_is_narrowed,
        zalo_has=(Instead.NUMBER,),
        steps=(
            Act.AUDIENCE_KINDS,
            Act.AUDIENCE_TICK,
            Act.AUDIENCE_UNITS,
            Act.AUDIENCE_WITHOUT,
            Awaited.AUDIENCE_WITHOUT,
        ),
    ),
    row("Drafts under way", "choduyet", story=publishing.drafts_are_listed),
    row(
        "Every menu of a draft; taken back, thrown away",
        "soan",
        "choduyet",
        story=desk.every_menu_of_a_draft,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(
            Act.AUDIENCE_ROLES,
            Act.AUDIENCE_TOPIC,
            Act.AUDIENCE_TOPICS,
            Act.CHOOSE_KIND,
            Act.DISCARD,
            Act.DISCARD_CONFIRMED,
            Act.DRAFT_PLACES,
            Act.DRAFT_SIGNATORY,
            Act.DRAFT_TASK,
            Act.DRAFT_TASK_MEMBER,
            Act.DRAFT_TOPIC,
            Act.SET_DUE,
            Act.SET_KIND,
            Act.SET_URGENCY,
            Act.TOGGLE_ACKNOWLEDGEMENT,
            Act.TOGGLE_POINT,
            Act.TOGGLE_SCOPE,
            Act.TO_DO_PARTS,
            Act.WITHDRAW_SUBMISSION,
            Awaited.DRAFT_TASK,
        ),
    ),
    row(
        "Approving and publishing",
        "duyet",
        story=publishing.approver_publishes,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        on_both=True,
        steps=(Act.APPROVE_NOW,),
    ),
    row(
        "Approving with a second word, and for a set time",
        story=approving.confirmed_twice_and_at_a_set_time,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(Act.APPROVE_AT, Act.APPROVE_CONFIRMED, Awaited.PUBLISH_AT),
    ),
    row(
        "Sending a draft back",
        story=publishing.approver_sends_back,
        zalo_has=(Instead.NUMBER,),
        steps=(Act.RETURN_DRAFT, Awaited.RETURN_NOTE),
    ),
    row(
        "Correcting a little, correcting what counts, replacing",
        "thuhoi",
        story=versions.clerk_corrects_and_replaces,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        steps=(
            Act.CORRECT,
            Act.CORRECTION,
            Act.REPLACE,
            Act.REPLACES,
            Awaited.CHANGE_NOTE,
            Awaited.CORRECTED_TEXT,
            Awaited.REPLACING_TEXT,
        ),
    ),
)
