"""What a command answers, as a value that no platform has touched yet."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.messages.blocks import Message


class Awaited(StrEnum):
    """What a conversation may be waiting for; its subject stands beside it."""

    QUESTION = "question"  # publication: the member's question
    ANSWER = "answer"  # question: the secretary's answer
    DRAFT_TEXT = "draft_text"  # nothing: the text or file of a new draft
    DRAFT_FIELD = "draft_field"  # draft, number of the field
    DUE = "due"  # draft: a date
    PUBLISH_AT = "publish_at"  # draft, revision: a date and time
    RETURN_NOTE = "return_note"  # draft, revision: why it goes back
    READ_ALOUD = "read_aloud"  # publication, member: date, place, witness
    SESSION_WHEN = "session_when"  # session draft: date and hours
    SESSION_WHERE = "session_where"  # session draft: place
    SESSION_TITLE = "session_title"  # session draft: title
    SESSION_MOVE = "session_move"  # session: the new date and hours
    DECLINE_REASON = "decline_reason"  # session, revision
    UNIT_NAME = "unit_name"  # change of the tree: a name
    UNIT_SHORT_NAME = "unit_short_name"  # change of the tree: a short name
    UNIT_TARGET = "unit_target"  # change of the tree: words of a unit's name
    UNIT_DATE = "unit_date"  # change of the tree: a day
    UNIT_WORD = "unit_word"  # number of the kind: a word for it
    JOIN_NAME = "join_name"  # join request: the name of who asks to be connected
    JOIN_UNIT = "join_unit"  # join request: their unit
    ROLE_TERM = "role_term"  # member, what would be given: from when and until when
    ROLE_END = "role_end"  # grant: the last day
    DATA_WISH = "data_wish"  # member: what is to be corrected in their data
    EXTENSION_REASON = "extension_reason"  # data request: why it takes longer
    REFUSAL_REASON = "refusal_reason"  # data request: why it is refused
    TOPIC_NAME = "topic_name"  # topic (0: a new one): its name
    TOPIC_BECAUSE = "topic_because"  # topic, unit (0: the topic itself): why it is mandatory
    TOPIC_UNIT = "topic_unit"  # topic: words of a unit's name
    QUIET_HOURS = "quiet_hours"  # nothing: from when to when
    WHY_NUMBER = "why_number"  # member: the number of a publication
    MEMBER_NAME = "member_name"  # member: the full name
    MEMBER_POSITION = "member_position"  # member: the position
    NEW_MEMBER = "new_member"  # unit, number of the kind: the full name
    EXEMPT_UNTIL = "exempt_until"  # member, as Act.EXEMPT: the last day
    ROSTER_FILE = "roster_file"  # nothing: a roster as a file
    SOURCE_PLACE = "source_place"  # source (0: a new one): an address, or a file that describes it
    SEARCH_WORDS = "search_words"  # nothing: what to search for
    DRAFT_FILE = "draft_file"  # draft: one more file
    DRAFT_FILE_NAME = "draft_file_name"  # draft, attachment: its name
    DRAFT_TASK = "draft_task"  # draft, revision and number as Act.DRAFT_TASK: what is typed about a task
    DRAFT_QUIZ = "draft_quiz"  # draft, revision: a question in the form that was shown
    CHANGE_NOTE = "change_note"  # draft, revision: what a correction changes
    CORRECTED_TEXT = "corrected_text"  # draft, revision: the whole text anew
    CORRECTED_TEXT_GOES_ON = "corrected_text_goes_on"  # draft, revision: its next part
    WITHDRAW_BECAUSE = "withdraw_because"  # publication: why
    REPLACING_TEXT = "replacing_text"  # publication: the text of what takes its place
    AUDIENCE_WITHOUT = "audience_without"  # draft: names of who is left out
    TO_DO_PART = "to_do_part"  # draft, revision and number of the part: what these have to do


@dataclass(frozen=True)
class Asking:
    """The conversation now waits for something.

    Args:
        awaited: for what.
        subject: about which row.
        argument: what else it needs.
        until: when it lapses (office time, UTC).
    """

    awaited: Awaited
    subject: int
    until: datetime
    argument: int = 0


@dataclass(frozen=True)
class Reply:
    """What goes back to one knock.

    Args:
        messages: sent in order to the conversation that knocked.
        toast: a short line shown over the chat where the platform can (at most 200 characters), else dropped.
        replaces: the message that stood under the pressed button is replaced by this one.
        receipt: a line that says all there is to say where nothing can be replaced ("Đã ghi nhận: ...");
            empty where the new message itself is needed there too (a menu to go on from). What is then said
            is `bot.messages.receipts.without_edits`.
        asking: what the conversation waits for from now on; None ends any waiting.
        keeps_asking: leave what was awaited as it was (an answer that does not concern it).
    """

    messages: tuple[Message, ...] = ()
    toast: str = ""
    replaces: Message | None = None
    receipt: str = ""
    asking: Asking | None = None
    keeps_asking: bool = False
