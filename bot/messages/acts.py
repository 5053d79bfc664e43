"""What a button can ask for. The numbers are signed into buttons that live for months: never reuse one."""

from enum import IntEnum


class Act(IntEnum):
    """Subject and argument of each act stand beside it."""

    # members
    OPEN_CARD = 1  # publication
    ACKNOWLEDGE = 2  # publication; the question under whose answer it stands, or 0
    ASK = 3  # publication
    FULL_TEXT = 4  # publication
    UNDO = 5  # publication
    UNDO_CONFIRMED = 6  # publication
    TOGGLE_TOPIC = 7  # topic; 1 to subscribe, 0 to leave
    ATTEND = 8  # session, revision
    DECLINE = 9  # session, revision
    UNDECIDED = 10  # session, revision
    OPEN_SESSION = 11  # session
    CONSENT = 12  # invitation
    NO_CONSENT = 13  # invitation
    NEVER_MIND = 14  # nothing: leaves the question that is open

    # leaders of a unit
    PROGRESS = 20  # publication
    NAMES = 21  # publication, unit
    REMIND = 22  # publication
    ANSWER_QUESTION = 23  # question
    READ_ALOUD = 24  # publication
    READ_ALOUD_TO = 25  # publication, member
    NEW_SESSION_SAVE = 26  # session draft
    MOVE_SESSION = 27  # session
    CANCEL_SESSION = 28  # session
    CANCEL_SESSION_CONFIRMED = 29  # session
    SESSION_ANSWERS = 30  # session
    NEW_SESSION_CHAIR = 31  # session draft, member
    NEED_CALL = 32  # publication: who has to be called by telephone
    NEW_SESSION_TITLE = 33  # session draft, month: takes the title that was offered
    NEW_SESSION_EDIT = 34  # session draft, number of the step
    MOVE_SESSION_PLACE = 35  # session
    REPORT = 36  # publication

    # clerk; a menu and a toggle carry revision * 100 + number, see bot.publication.marks
    OPEN_DRAFT = 40  # draft
    EDIT_FIELD = 41  # draft, number of the field
    CHOOSE_AUDIENCE = 42  # draft
    AUDIENCE_EVERYONE = 43  # draft
    AUDIENCE_UNIT = 44  # draft, unit
    AUDIENCE_TOPIC = 45  # draft, topic
    TOGGLE_ACKNOWLEDGEMENT = 46  # draft
    CHOOSE_DUE = 47  # draft
    SET_DUE = 48  # draft, working days from now
    TOGGLE_SCOPE = 49  # draft
    RECIPIENTS = 50  # draft
    SUBMIT = 51  # draft, revision
    DISCARD = 52  # draft
    DISCARD_CONFIRMED = 53  # draft
    DRAFT_TEXT = 54  # draft
    CHOOSE_KIND = 55  # draft
    SET_KIND = 56  # draft, number of the kind
    WITHDRAW_SUBMISSION = 57  # draft: back from the approver to the clerk
    TOGGLE_POINT = 58  # draft, place of the main point (from 0)
    TOGGLE_URGENCY = 59  # draft

    # approver
    APPROVE_NOW = 60  # draft, revision
    APPROVE_AT = 61  # draft, revision
    RETURN_DRAFT = 62  # draft, revision
    APPROVE_CONFIRMED = 63  # draft, revision: hỏa tốc, the second confirmation

    RESUME = 70  # publication: the clerk lets go on what content errors had stopped

    # admin
    INVITE = 80  # member
