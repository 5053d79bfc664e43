"""What a button can ask for. The numbers are signed into buttons that live for months: never reuse one."""

from enum import IntEnum


class Act(IntEnum):
    """Subject and argument of each act stand beside it."""

    # members
    OPEN_CARD = 1  # publication
    ACKNOWLEDGE = 2  # publication; under which version and answer, see bot.messages.seen_versions
    ASK = 3  # publication
    FULL_TEXT = 4  # publication
    UNDO = 5  # publication; the place of the task that was taken + 1, or 0: the acknowledgement
    UNDO_CONFIRMED = 6  # as UNDO
    TOGGLE_TOPIC = 7  # topic; 1 to subscribe, 0 to leave
    ATTEND = 8  # session, revision
    DECLINE = 9  # session, revision
    UNDECIDED = 10  # session, revision
    OPEN_SESSION = 11  # session (0: the agenda, page from 0)
    CONSENT = 12  # invitation
    NO_CONSENT = 13  # invitation
    NOT_ME = 17  # invitation
    NEVER_MIND = 14  # nothing: leaves the question that is open
    TAKE_TASK = 16  # publication, see bot.publication.member.taking.mark_of
    QUIZ_ANSWER = 18  # publication, see bot.publication.member.quiz_answering.mark_of
    ATTACHMENTS = 19  # publication

    # leaders of a unit
    PROGRESS = 20  # publication; 1: asks whether those missing are to be reminded
    NAMES = 21  # publication, unit
    REMIND = 22  # publication
    ANSWER_QUESTION = 23  # question
    READ_ALOUD = 24  # publication, page from 0
    READ_ALOUD_TO = 25  # publication, member
    NEW_SESSION_SAVE = 26  # session draft
    MOVE_SESSION = 27  # session
    CANCEL_SESSION = 28  # session
    CANCEL_SESSION_CONFIRMED = 29  # session
    SESSION_ANSWERS = 30  # session
    NEW_SESSION_CHAIR = 31  # session draft, member
    NEED_CALL = 32  # publication: who has to be called by telephone
    NEW_SESSION_TITLE = 33  # session draft, month: takes the title that was offered
    NEW_SESSION_EDIT = 34  # session draft, number of the step + 8 * page
    MOVE_SESSION_PLACE = 35  # session
    REPORT = 36  # publication
    NAMES_PAGE = 37  # publication, page from 0: the units whose names can be seen
    ATTACHMENT = 38  # publication, attachment: members take one file
    TASKS = 39  # publication; 1 with the names: who took its tasks, and how its questions were answered

    # clerk; a menu and a toggle carry revision * 100 + number, see bot.publication.draft.marks
    OPEN_DRAFT = 40  # draft
    EDIT_FIELD = 41  # draft, number of the field
    CHOOSE_AUDIENCE = 42  # draft
    AUDIENCE_EVERYONE = 43  # draft
    AUDIENCE_UNIT = 44  # draft, unit: this one and no other
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
    SET_URGENCY = 59  # draft, number of the urgency

    # approver
    APPROVE_NOW = 60  # draft, revision
    APPROVE_AT = 61  # draft, revision
    RETURN_DRAFT = 62  # draft, revision
    APPROVE_CONFIRMED = 63  # draft, revision: hỏa tốc, the second confirmation

    # what is published: 64-69 and 73 (bot.publication.versions.withdrawing and its neighbours)
    MANAGE = 64  # publication (0: the list, page from 0): what the clerk may do with it
    CORRECT = 65  # publication: its correction's draft
    CORRECTION = 66  # draft, revision * 100 + 1 minor or material, 2 the note, 3 the whole text
    TAKE_OUT = 67  # publication: waits for the reason why it is withdrawn
    TAKE_OUT_CONFIRMED = 68  # publication, checksum of the reason that was shown
    REPLACES = 69  # draft, 2 * page: to choose, 2 * publication + 1: chosen (publication 0: none)
    REPLACE = 73  # publication: waits for the text of what takes its place

    RESUME = 70  # publication: the clerk lets go on what content errors had stopped
    DRAFTS = 71  # nothing, page from 0: what is drafted or waits
    TO_APPROVE = 72  # nothing, page from 0: what waits for this approver

    # the draft's menus: 81-92 (bot.publication.draft.draft_menus)
    DRAFT_MENU = 81  # draft, number of the menu + 10 * page
    DRAFT_PLACES = 82  # draft, page from 0: where each field stands in the text
    DRAFT_SIGNATORY = 83  # draft, member (0: nobody on the roster): who signed it
    DRAFT_TOPIC = 84  # draft, topic (0: none)
    DRAFT_TASK = 85  # draft, number of the step + 8 * place of the task (from 0)
    DRAFT_TASK_MEMBER = 86  # draft, place of the task + 16 * member: is meant by it
    DRAFT_QUIZ = 87  # draft, number of the step + 8 * place of the question (from 0)
    DRAFT_FILE = 88  # draft, number of the step + 8 * attachment
    CLEAR_SCAN = 89  # draft, revision: asks
    CLEAR_SCAN_CONFIRMED = 90  # draft, revision
    NUMBER_CONFIRMED = 91  # draft, revision: handed in; the number of another day is another document's
    DUE_ON_WORKING_DAY = 92  # draft: the due date moves to the next working day

    # for whom a draft is: 93-99, 138, 139 (handlers.commands.drafting.audiences and its neighbours)
    AUDIENCE_UNITS = 93  # draft, page from 0: the tree to tick
    AUDIENCE_TICK = 94  # draft, page + 256 * (1 ticked, 0 no longer) + 512 * unit
    AUDIENCE_TOPICS = 95  # draft, page from 0
    AUDIENCE_KINDS = 96  # draft; 0: to choose, 128: all Party members, else 1 + a bit for each chosen kind
    AUDIENCE_ROLES = 97  # draft; 0: to choose, else 1 + a bit for each role that was chosen
    AUDIENCE_WITHOUT = 98  # draft, page from 0: who is left out by name
    AUDIENCE_LEAVE_OUT = 99  # draft, 2 * member + (1 left out, 0 no longer)

    # members again
    IN_FORCE = 74  # number of the kind (0: all), page from 0: what is in force
    SEARCH = 75  # nothing: asks for other words

    # who keeps the roster
    INVITE = 80  # member; 1: although they are connected

    # the roster: 100-119 (bot.organisation.membership)
    ROSTER = 100  # unit (0: the units to choose from), page from 0
    MEMBER_CARD = 101  # member; number of a part of the card
    MEMBER_NAME = 102  # member
    MEMBER_FORM = 103  # member; 0: to choose, else the number of the form of address
    MEMBER_KIND = 104  # member; 0: to choose, else the number of the kind
    MEMBER_POSITION = 105  # member; 1: none from now on
    MOVE_MEMBER = 106  # member, page: the units to choose from
    MOVE_MEMBER_TO = 107  # member, unit: asks
    MOVE_MEMBER_CONFIRMED = 108  # member, unit
    REMOVE_MEMBER = 109  # member: asks
    REMOVE_MEMBER_CONFIRMED = 110  # member
    TAKE_MEMBER_BACK = 111  # member
    EXEMPT = 112  # member; 10 * number of what from + number of the reason, each 0: to choose
    EXEMPT_OPEN_END = 113  # member; the same number
    END_EXEMPTION = 114  # exemption: asks
    END_EXEMPTION_CONFIRMED = 115  # exemption
    ADD_MEMBER = 116  # unit; 0: the kind to choose, else its number
    PUT_ON_PAPER = 117  # member: asks
    PUT_ON_PAPER_CONFIRMED = 118  # member

    # the tree: from 120 to 139 (bot.organisation.units)
    UNIT_CARD = 120  # unit; 1: what changes it
    UNITS = 121  # nothing, page from 0: the tree
    UNIT_OPEN = 122  # unit above (0: none), number of the kind (0: to choose)
    UNIT_RENAME = 123  # unit
    UNIT_MOVE = 124  # unit
    UNIT_MERGE = 125  # unit
    UNIT_CLOSE = 126  # unit
    UNIT_REOPEN = 127  # unit that was closed or merged
    UNIT_TARGETS = 128  # change, page from 0: the units to choose from
    UNIT_TARGET = 129  # change, unit (0: none)
    UNIT_SHORT_NAME = 130  # change: waits for the short name
    UNIT_DATE = 131  # change: waits for the day
    UNIT_CONFIRM = 132  # change, checksum of what was shown
    UNIT_DROP = 133  # change
    UNIT_CALL_OFF = 134  # planned change
    UNIT_CALL_OFF_CONFIRMED = 135  # planned change
    UNIT_ORDER = 136  # unit; 1 up, 2 down, 0 shows the order
    UNIT_WORDS = 137  # nothing, number of the kind (0: all): how the office calls a kind

    TO_DO_PARTS = 138  # draft: what a part of its audience has to do
    TO_DO_PART = 139  # draft, revision * 100 + number of the part

    # roster files: 140-149 (bot.organisation.roster)
    ROSTER_IMPORT = 140  # nothing: says how, and waits for the file
    ROSTER_TEMPLATE = 141  # unit (0: all): the program's own template, filled with who is on the roster
    ROSTER_APPLY = 142  # roster file, checksum of the difference * 8 + number of the part
    ROSTER_DROP = 143  # roster file
    ROSTER_OPEN_UNITS = 144  # roster file: open the units that it names

    # joining: 150-169 (bot.organisation.joining.joining and its neighbours)
    ADDRESS_ORDER = 150  # nothing: where the member is written to first
    COVERAGE = 151  # unit (0: all that the caller leads), page (0: as a new message): who cannot be reached
    INVITATION_SHEET = 152  # unit (0: to choose one): a sheet of invitations, asked about first
    INVITATION_SHEET_CONFIRMED = 153  # unit
    INVITE_LIST = 154  # nothing (1: what else); page from 1: who is not reached
    OPEN_INVITATIONS = 155  # nothing; page from 1: codes that nobody used yet
    REVOKE_INVITATION = 156  # invitation
    ASK_TO_JOIN = 157  # nothing: a stranger asks to be connected
    APPROVE_JOIN = 158  # join request, member
    REFUSE_JOIN = 159  # join request
    ADDRESS_FIRST = 160  # address: this conversation is written to before the others
    ADDRESS_REMOVE = 161  # address; 1: although it is the last one
    ADDRESS_ADD = 162  # nothing: a code for another messenger of one's own
    COVERAGE_UNIT = 163  # unit, page from 1: who of this very unit cannot be reached
    SEE_OFFER = 164  # invitation: a stranger whose request was approved
    SIX_DIGITS = 165  # member: a code to be typed within a quarter of an hour
    OWN_SIX_DIGITS = 166  # nothing: the same for another messenger of one's own

    # where documents are looked for (bot.intake)
    SOURCES = 145  # nothing, page from 0
    SOURCE = 146  # source
    TRY_SOURCE = 147  # source: what it would bring, nothing is stored
    PAUSE_SOURCE = 148  # source; 1 to rest, 0 to go on
    CLOSE_SOURCE = 149  # source; 0 asks, 1 confirmed
    SOURCE_PUBLISHES = 167  # source; 0 no longer, 1 asks, 2 confirmed: without a person
    SOURCE_ITEMS = 168  # source, page from 0
    TAKE_ITEM = 169  # item, page: have it drafted
    DROP_ITEM = 173  # item, page: nothing for the members
    ADD_SOURCE = 174  # source (0: a new one): waits for an address or a file

    # the web inbox: 170-172 (bot.organisation.web_inbox)
    WEB_LINK = 170  # member: a link and a one-time code for their page; 1: although they are connected
    WEB_END = 171  # member (0: oneself): their link ends, every browser is logged out
    WEB_OWN = 172  # nothing: the way to one's own page

    # who is meant by a task and has no messenger (bot.publication.member.taking_for)
    TASK_TOLD = 178  # publication, row of who is meant: asks
    TASK_TOLD_CONFIRMED = 179  # publication, row of who is meant

    # roles and history: 180-199 (bot.organisation.rights, bot.reports)
    MEMBER_ROLES = 180  # member
    ROLES = 181  # page from 0: who holds what
    GIVE_ROLE = 182  # member: which role
    GIVE_ROLE_UNIT = 183  # member, number of the role + 8 * page: for which unit
    GIVE_ROLE_SHOW = 184  # member, number of the role + 8 * unit: what would be given
    GIVE_ROLE_CONFIRMED = 185  # member, checksum of what was shown
    END_ROLE = 186  # grant
    END_ROLE_CONFIRMED = 187  # grant, last day (0: now), see bot.organisation.rights.terms
    HISTORY = 190  # the look (0: one's own), the row before which to go on (0: the newest)
    HISTORY_THING = 191  # the look, number of the kind of thing + 1 (0: to choose, 255: all)
    HISTORY_DOOR = 192  # the look, number of the door + 1 (0: to choose, 255: all)
    HISTORY_DAYS = 193  # the look, days back (0: to choose, 9999: all)
    HISTORY_EXPORT = 194  # the look
    HISTORY_PERSON = 195  # the look, member

    # topics, rhythm, quiet hours, "vì sao": 200-219
    WHY = 200  # member
    QUIET_HOURS = 201  # nothing: the member's own quiet hours
    SET_QUIET_HOURS = 202  # begins, ends: minutes after midnight; equal: none
    MY_TOPICS = 203  # nothing, page from 0: the member's own topics
    TOPIC_RHYTHMS = 204  # topic: how it comes to the member
    SET_RHYTHM = 205  # topic, number of the rhythm
    TOPICS = 206  # nothing, page from 0: the admin's list
    TOPIC_CARD = 207  # topic; number of a menu
    NEW_TOPIC = 208  # nothing
    CHANGE_TOPIC = 209  # topic, number of the change
    TOPIC_UNITS = 210  # topic, page from 0: which unit has something of its own
    TOPIC_UNIT = 211  # topic, unit
    CHANGE_TOPIC_UNIT = 212  # topic, number of the change + 16 * unit
    WHY_PAGE = 213  # member, page from 0: publications to choose from
    WHY_THIS = 214  # member, publication
    CHANGE_TOPIC_CONFIRMED = 215  # topic, number of the change + 16 * unit (0: the whole office)

    # personal data: 220-239 (bot.organisation.privacy)
    MEMBER_DATA = 220  # member (0: the caller)
    CHOOSE_CONSENT = 221  # invitation, purposes chosen so far (bot.organisation.consent.mark_of)
    CONSENT_CHOSEN = 222  # invitation, purposes chosen
    OWN_CONSENT = 223  # nothing: the words and what one agrees to
    GIVE_CONSENT = 224  # nothing, purposes
    WITHDRAW_CONSENT = 225  # nothing, purposes: asks to confirm
    WITHDRAW_CONFIRMED = 226  # nothing, purposes
    DATA_COPY = 227  # nothing
    CORRECT_DATA = 228  # member (0: the caller): waits for what is wrong
    DELETE_DATA = 229  # member (0: the caller): asks to confirm
    DELETE_CONFIRMED = 230  # member (0: the caller)
    CALL_OFF_REQUEST = 231  # data request: its member takes it back
    DATA_REQUESTS = 232  # nothing, page from 0
    DATA_REQUEST = 233  # data request
    REQUEST_RECEIVED = 234  # data request
    REQUEST_DONE = 235  # data request: asks to confirm where data are deleted
    REQUEST_DONE_CONFIRMED = 236  # data request
    EXTEND_REQUEST = 237  # data request: waits for the reason
    REFUSE_REQUEST = 238  # data request: waits for the reason
    OWN_RECORD = 239  # nothing: back to what /toi shows

    # group chats: 240-249 (bot.organisation.groups); 255 is the largest that a button holds
    BIND_GROUP = 240  # unit
    RELEASE_GROUP = 241  # unit
    RELEASE_GROUP_CONFIRMED = 242  # unit

    # the connections of the office: 243-246 (bot.organisation.connections)
    CONNECTIONS = 243  # nothing: how all of them stand
    CONNECTION = 244  # connection
    TRY_CONNECTION = 245  # connection: the month that its platform called used up is not, after all
