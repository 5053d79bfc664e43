"""The table: every command and every flow, on Telegram, on Zalo, and at the web inbox.

Each cell works end to end, or names what stands for what the platform lacks, or says why it is not there.
Buttons of Zalo are numbers everywhere: a row names that only where its story takes a choice.
"""

from tests.platforms.person import Instead
from tests.platforms.rows import NotThere, Row, Substitute, Works, row
from tests.platforms.stories import administering, cards, joining, leading, own, parts, publishing, sessions

_NUMBER, _RECEIPT, _LINK, _PAGE = Instead.NUMBER, Instead.RECEIPT, Instead.FILE_LINK, Instead.PAGE
_NO_FILES_OF_ZALO = "Zalo hands no file of a person to a bot; the answer says what to do instead"

JOINING: tuple[Row, ...] = (
    row(
        "Joining with a code, consent to everything",
        "start",
        story=joining.joins_by_code,
        zalo_has=(_NUMBER, _RECEIPT),
        web=Works(joining.joins_by_page),
        on_both=True,
    ),
    row(
        "Joining with six digits",
        story=joining.joins_by_six_digits,
        zalo_has=(_NUMBER,),
        web=NotThere(joining.six_digits_open_no_page, "a page is opened by its link and a one-time code"),
    ),
    row(
        "Joining by the personal link",
        story=joining.link_shows_six_digits,
        web=Works(joining.joins_by_page),
    ),
    row(
        "Consent, purpose by purpose",
        story=joining.chooses_purposes,
        zalo_has=(_NUMBER,),
        web=Works(joining.chooses_purposes_on_page),
    ),
    row(
        "Consent refused: word comes on paper",
        story=joining.refuses_consent,
        zalo_has=(_NUMBER,),
        web=Works(joining.refuses_consent_on_page),
    ),
    row(
        "Asking to be connected, without a code",
        "start",
        story=joining.asks_to_be_connected,
        zalo_has=(_NUMBER,),
        web=NotThere(joining.strangers_page_says_nothing, "without a link there is no page to ask from"),
    ),
    row(
        "Joining with one's own telephone number",
        telegram=Works(joining.shares_own_number),
        zalo=NotThere(joining.shares_in_vain, "Zalo hands no contact to a bot; the answer asks for a code"),
        web=NotThere(joining.strangers_page_says_nothing, "nobody vouches for a number typed into a page"),
    ),
)

READING: tuple[Row, ...] = (
    row("A directive's card", story=cards.card_arrives),
    row("What waits", "canlam", story=cards.list_opens_card, zalo_has=(_NUMBER,)),
    row("Taking note", "canlam", story=cards.takes_note, zalo_has=(_NUMBER, _RECEIPT), on_both=True),
    row("Taking note in words", story=cards.takes_note_in_words),
    row(
        "Taking note by number (“27 đã rõ”)",
        telegram=NotThere(cards.no_page_needed, "the card has the button, and no number"),
        zalo=Substitute(cards.takes_note_by_number, frozenset({_NUMBER, _RECEIPT})),
        web=NotThere(cards.no_page_needed, "the card has the button, and no number"),
    ),
    row(
        "Taking note on the personal page",
        telegram=NotThere(cards.no_page_needed, "the card has the button itself"),
        zalo=Substitute(cards.page_takes_note, frozenset({_NUMBER, _PAGE})),
        web=NotThere(cards.no_page_needed, "the card has the button itself"),
    ),
    row("Asking, and the answer", story=cards.asks_and_is_answered, zalo_has=(_NUMBER, _RECEIPT)),
    row("A corrected card", story=cards.card_is_corrected, zalo_has=(_NUMBER, _RECEIPT), on_both=True),
    row("A withdrawn card", "thuhoi", story=cards.card_is_withdrawn, zalo_has=(_NUMBER, _RECEIPT)),
    row("Taking it back", "canlam", story=cards.takes_note_back, zalo_has=(_NUMBER, _RECEIPT)),
    row(
        "Full text, công khai",
        story=cards.reads_in_public,
        zalo=Substitute(cards.reads_in_public_on_page, frozenset({_PAGE})),
    ),
    row(
        "Full text, nội bộ",
        telegram=Works(cards.reads_inside),
        zalo=Substitute(cards.reads_inside_from_page, frozenset({_PAGE})),
        web=Works(cards.reads_inside_at_once),
    ),
    row("What is in force", "vanban", story=cards.lists_what_is_in_force, zalo_has=(_NUMBER,)),
    row("Searching", "tim", story=cards.searches, zalo_has=(_NUMBER,)),
    row("A meeting summary", story=cards.meeting_is_summed_up),
    row(
        "A task of a meeting, taken and given back",
        "canlam",
        "tiendo",
        story=parts.task_is_taken,
        zalo_has=(_NUMBER, _RECEIPT),
    ),
    row(
        "Questions before taking note",
        "canlam",
        story=parts.questions_lead_to_the_acknowledgement,
        zalo_has=(_NUMBER, _RECEIPT),
    ),
    row(
        "A file that goes along",
        story=parts.file_comes_with_the_message,
        telegram=Works(parts.file_goes_up_once),
        zalo=Substitute(parts.file_is_fetched_from_the_page, frozenset({_NUMBER, _LINK})),
    ),
    row("A reminder opens the card", story=cards.reminder_opens_card, zalo_has=(_NUMBER,)),
    row("The digest", story=cards.digest_gathers, zalo_has=(_NUMBER,)),
)

MEETING: tuple[Row, ...] = (
    row(
        "An invitation, accepted",
        "lich",
        story=sessions.invitation_is_accepted,
        zalo_has=(_NUMBER, _RECEIPT),
    ),
    row("Declined, with the reason", story=sessions.declined_with_reason, zalo_has=(_NUMBER,)),
    row("Reminded before the session", story=sessions.reminded_before, zalo_has=(_NUMBER, _RECEIPT)),
    row("The session is moved", story=sessions.moved, zalo_has=(_NUMBER, _RECEIPT)),
)

OWN: tuple[Row, ...] = (
    row("Help", "trogiup", story=own.help_is_shown),
    row("The greeting of who is known", "start", story=own.greeted_again),
    row("Topics", "dangky", story=own.topic_is_taken_and_left, zalo_has=(_NUMBER, _RECEIPT)),
    row("Quiet hours", "gionghi", story=own.hours_are_quiet, zalo_has=(_NUMBER, _RECEIPT)),
    row("Why something came", "visao", story=own.reason_is_told, zalo_has=(_NUMBER,)),
    row("Consent withdrawn", "toi", story=own.consent_is_withdrawn, zalo_has=(_NUMBER, _RECEIPT)),
    row("A copy of one's data", "toi", story=own.copy_is_handed_over, zalo_has=(_NUMBER, _LINK)),
    row("The order of one's addresses", "toi", story=own.addresses_are_ordered, zalo_has=(_NUMBER,)),
    row("One's own history", "toi", story=own.own_history_is_read, zalo_has=(_NUMBER,)),
    row(
        "One's own web inbox",
        "hopthu",
        story=own.web_inbox_is_opened,
        web=Works(own.web_inbox_is_open_already),
    ),
)

LEADING: tuple[Row, ...] = (
    row(
        "Progress, and the names of who is missing",
        "tiendo",
        story=leading.progress_names_who_is_missing,
        zalo_has=(_NUMBER, _RECEIPT),
    ),
    row("Reminding those missing", "nhac", story=leading.those_missing_are_reminded, zalo_has=(_NUMBER,)),
    row("Answering a question", "cauhoi", story=leading.question_is_answered, zalo_has=(_NUMBER,)),
    row("Reading aloud", "doctructiep", story=leading.reading_aloud_is_recorded, zalo_has=(_NUMBER,)),
    row(
        "A study session, planned and moved",
        "taolich",
        "lich",
        story=leading.session_is_planned_and_moved,
        zalo_has=(_NUMBER,),
    ),
    row("The report", "baocao", story=leading.report_is_made, zalo_has=(_NUMBER,)),
)

PUBLISHING: tuple[Row, ...] = (
    row(
        "A draft from pasted text, mended and handed in",
        "soan",
        story=publishing.draft_is_made_and_handed_in,
        zalo_has=(_NUMBER, _RECEIPT),
    ),
    row(
        "A draft from a file",
        telegram=Works(publishing.draft_from_file),
        zalo=NotThere(publishing.file_does_not_arrive, _NO_FILES_OF_ZALO),
        web=NotThere(publishing.page_takes_no_file, "the page takes text: the document is pasted"),
    ),
    row(
        "Questions after the text, written and checked",
        story=publishing.questions_are_written,
        zalo_has=(_NUMBER,),
    ),
    row(
        "For whom: units, kinds of member, people left out by name",
        story=publishing.audience_is_narrowed,
        zalo_has=(_NUMBER,),
    ),
    row("Drafts under way", "choduyet", story=publishing.drafts_are_listed),
    row(
        "Approving and publishing",
        "duyet",
        story=publishing.approver_publishes,
        zalo_has=(_NUMBER, _RECEIPT),
        on_both=True,
    ),
    row("Sending a draft back", story=publishing.approver_sends_back, zalo_has=(_NUMBER,)),
)

_IMPORT = "the file goes through Telegram or `loa roster import`; the template can be fetched here"
ADMINISTERING: tuple[Row, ...] = (
    row(
        "The roster, a member's card",
        "danhsach",
        story=administering.roster_card_is_changed,
        zalo_has=(_NUMBER,),
    ),
    row(
        "The roster from a file",
        "nhapdanhsach",
        telegram=Works(administering.roster_is_imported),
        zalo=NotThere(administering.template_is_fetched, _IMPORT, frozenset({_NUMBER, _LINK})),
        web=NotThere(administering.template_is_fetched, _IMPORT),
    ),
    row("Inviting: a code and six digits", "moi", story=administering.member_is_invited, zalo_has=(_NUMBER,)),
    row(
        "Invitation sheets to print",
        "donvi",
        story=administering.sheets_are_printed,
        zalo_has=(_NUMBER, _LINK),
    ),
    row("Units", "donvi", story=administering.unit_is_renamed, zalo_has=(_NUMBER, _RECEIPT)),
    row(
        "A unit's group chat",
        "nhom",
        "donvi",
        story=administering.group_is_bound,
        zalo_has=(_NUMBER,),
        web=NotThere(
            administering.page_is_no_group, "a page has no groups; the answer says where to type it"
        ),
    ),
    row("Roles", "vaitro", story=administering.role_is_given, zalo_has=(_NUMBER, _RECEIPT)),
    row("Topics of the office", "chude", story=administering.topic_is_changed, zalo_has=(_NUMBER,)),
    row("Sources", "nguon", story=administering.source_is_looked_at, zalo_has=(_NUMBER,)),
    row("Connections", "kenh", story=administering.connections_are_shown, zalo_has=(_NUMBER,)),
    row(
        "History, and the file of it",
        "nhatky",
        story=administering.history_is_read_and_saved,
        zalo_has=(_NUMBER, _LINK),
    ),
    row("Requests about personal data", "dulieu", story=administering.request_is_decided),
)

PARTS: dict[str, tuple[Row, ...]] = {
    "Joining": JOINING,
    "What is published": READING,
    "Study sessions": MEETING,
    "One's own things": OWN,
    "Leading a unit": LEADING,
    "Clerk and approver": PUBLISHING,
    "Administration": ADMINISTERING,
}
ROWS: tuple[Row, ...] = tuple(one for rows in PARTS.values() for one in rows)
