"""Who may do what, written out by hand from design.md section 8: a line for each command and each button.

A line names, for a thing of one's own branch and for one of another branch, who is let through: M member,
S secretary, D deputy, L committee leader, C clerk, A approver, X admin, U auditor, ? a stranger. Who held
every role until yesterday is expected where M is, who has left where ? is. What is about oneself is open to
ALL.
"""

from dataclasses import dataclass

from bot.errors import Refusal
from bot.messages.acts import Act

LETTERS = {
    "M": "member",
    "S": "secretary",
    "D": "deputy",
    "L": "leader",
    "C": "clerk",
    "A": "approver",
    "X": "admin",
    "U": "auditor",
    "?": "stranger",
}
ALL = "MSDLCAXU"
ANYBODY = ALL + "?"


@dataclass(frozen=True)
class May:
    """One line.

    Args:
        own: who, in the own branch, or where the thing belongs to no branch.
        other: who, in another branch; None: the same.
        about: which thing of `tests.rights.world` the button names.
        argument: which thing its argument names, or a number.
        then: where the button only asks for words: what is typed then; who gets through with it counts.
        also: a further refusal that means "you may not" here.
    """

    own: str
    other: str | None = None
    about: str = "nothing"
    argument: str | int = 0
    then: str = ""
    also: Refusal = Refusal.NOT_ALLOWED


COMMANDS: dict[str, str] = {
    "canlam": ALL,
    "vanban": ALL,
    "tim": ALL,
    "lich": ALL,
    "dangky": ALL,
    "toi": ALL,
    "start": ANYBODY,
    "tiendo": "SDLCAXU",
    "nhac": "SDLC",
    "taolich": "SD",
    "cauhoi": "SDC",
    "doctructiep": "SD",
    "baocao": "SDLCAXU",
    "soan": "C",
    "choduyet": "C",
    "thuhoi": "C",
    "duyet": "A",
    "danhsach": "SDCXU",
    "nhapdanhsach": "X",
    "moi": "SDX",
    "donvi": "SDXU",
    "nhom": ANYBODY,
    "vaitro": "XU",
    "kenh": "XU",
    "nguon": "CXU",
    "nhatky": ALL,
    "hopthu": ALL,
    "dulieu": "X",
    "chude": "XU",
    "gionghi": ALL,
    "visao": ALL,
    "trogiup": ANYBODY,
}
"""By the word after the slash: whom the use case lets through."""

FEWER_IN_MENUS: dict[str, str] = {"nhatky": "SDCAXU"}
"""Where a menu shows a command to fewer than may use it: everybody finds their own history under /toi."""

PRESSES: dict[Act, May] = {
    # members
    Act.OPEN_CARD: May(ALL, about="publication"),
    # Of whoever issued it nothing is asked: they hear that, and see their card.
    Act.ACKNOWLEDGE: May(ALL, about="publication"),
    Act.ASK: May(ALL, about="publication"),
    Act.FULL_TEXT: May(ALL, about="publication"),
    # Who is not meant by it hears that; a publication without questions is acknowledged.
    Act.TAKE_TASK: May(ALL, about="publication", argument=100),
    Act.QUIZ_ANSWER: May(ALL, about="publication", argument=101),
    Act.ATTACHMENTS: May(ALL, about="publication"),
    Act.ATTACHMENT: May(ALL, about="publication", argument="attachment"),
    Act.UNDO: May(ALL, about="publication"),
    Act.UNDO_CONFIRMED: May(ALL, about="publication"),
    Act.TOGGLE_TOPIC: May(ALL, about="topic", argument=1),
    Act.ATTEND: May("MSD", "", about="session", argument=1),
    Act.DECLINE: May("MSD", "", about="session", argument=1),
    Act.UNDECIDED: May("MSD", "", about="session", argument=1),
    Act.OPEN_SESSION: May("MSD", "", about="session"),
    Act.NEVER_MIND: May(ANYBODY),
    Act.IN_FORCE: May(ALL),
    Act.SEARCH: May(ALL, then="sinh hoạt"),
    # leaders of a unit
    Act.PROGRESS: May("SDLCAXU", about="publication"),
    Act.NAMES_PAGE: May("SDLC", about="publication"),
    Act.NAMES: May("SDLC", "LC", about="publication", argument="unit"),
    Act.REMIND: May("SDLC", about="publication"),
    Act.ANSWER_QUESTION: May("SDC", "C", about="question"),
    Act.READ_ALOUD: May("SD", about="publication"),
    Act.READ_ALOUD_TO: May("SD", "", about="publication", argument="member", also=Refusal.GONE_ON),
    Act.NEW_SESSION_SAVE: May("SD", "", about="plan", argument=1),
    Act.MOVE_SESSION: May("SD", "", about="session"),
    Act.MOVE_SESSION_PLACE: May("SD", "", about="session"),
    Act.CANCEL_SESSION: May("SD", "", about="session"),
    Act.CANCEL_SESSION_CONFIRMED: May("SD", "", about="session"),
    Act.SESSION_ANSWERS: May("SD", "", about="session"),
    Act.NEW_SESSION_CHAIR: May("SD", "", about="plan", argument="member"),
    Act.NEW_SESSION_TITLE: May("SD", "", about="plan", argument=12),
    Act.NEW_SESSION_EDIT: May("SD", "", about="plan", argument=1),
    Act.TASKS: May("SDLCAXU", about="publication"),
    Act.TASK_TOLD: May("SD", "", about="publication", argument="taker"),
    Act.TASK_TOLD_CONFIRMED: May("SD", "", about="publication", argument="taker"),
    Act.NEED_CALL: May("SDLC", about="publication"),
    Act.REPORT: May("SDLCAXU", about="publication"),
    # clerk and approver
    Act.DRAFTS: May("C"),
    Act.TO_APPROVE: May("A"),
    Act.OPEN_DRAFT: May("C", about="draft"),
    Act.EDIT_FIELD: May("C", about="draft", argument=101),
    Act.CHOOSE_AUDIENCE: May("C", about="draft"),
    Act.AUDIENCE_EVERYONE: May("C", about="draft"),
    Act.AUDIENCE_UNIT: May("C", about="draft", argument="unit"),
    Act.AUDIENCE_TOPIC: May("C", about="draft", argument="topic"),
    Act.AUDIENCE_UNITS: May("C", about="draft"),
    # 256: ticked, on the first page; 512 times the first unit of the tree.
    Act.AUDIENCE_TICK: May("C", about="draft", argument=512 + 256),
    Act.AUDIENCE_TOPICS: May("C", about="draft"),
    Act.AUDIENCE_KINDS: May("C", about="draft", argument=2),
    Act.AUDIENCE_ROLES: May("C", about="draft", argument=2),
    Act.AUDIENCE_WITHOUT: May("C", about="draft", then="Nguyễn Văn Bình"),
    Act.AUDIENCE_LEAVE_OUT: May("C", about="draft", argument=3),
    Act.TO_DO_PARTS: May("C", about="draft"),
    Act.TO_DO_PART: May("C", about="draft", argument=5, then="Báo cáo kết quả"),
    Act.TOGGLE_ACKNOWLEDGEMENT: May("C", about="draft"),
    Act.CHOOSE_DUE: May("C", about="draft"),
    Act.SET_DUE: May("C", about="draft", argument=3),
    Act.TOGGLE_SCOPE: May("C", about="draft"),
    Act.SET_URGENCY: May("C", about="draft", argument=201),
    Act.DRAFT_MENU: May("C", about="draft", argument=1),
    Act.DRAFT_PLACES: May("C", about="draft"),
    Act.DRAFT_SIGNATORY: May("C", about="draft"),
    Act.DRAFT_TOPIC: May("C", about="draft", argument="topic"),
    Act.DRAFT_TASK: May("C", about="draft", argument=201, then="Kiểm tra các chi bộ"),
    Act.DRAFT_TASK_MEMBER: May("C", about="draft"),
    Act.DRAFT_QUIZ: May("C", about="draft", argument=201, then="Hỏi gì?"),
    Act.DRAFT_FILE: May("C", about="draft"),
    Act.CLEAR_SCAN: May("C", about="draft", argument=2),
    Act.CLEAR_SCAN_CONFIRMED: May("C", about="draft", argument=2),
    Act.NUMBER_CONFIRMED: May("C", about="draft", argument=2),
    Act.DUE_ON_WORKING_DAY: May("C", about="draft"),
    Act.MANAGE: May("C", about="publication"),
    Act.CORRECT: May("C", about="publication"),
    Act.CORRECTION: May("C", about="draft", argument=101),
    Act.TAKE_OUT: May("C", about="publication", then="Ghi nhầm ngày họp"),
    Act.TAKE_OUT_CONFIRMED: May("C", about="publication"),
    Act.REPLACES: May("C", about="draft"),
    Act.REPLACE: May("C", about="publication", then="Kế hoạch mới"),
    Act.TOGGLE_POINT: May("C", about="draft"),
    Act.RECIPIENTS: May("CA", about="handed_in"),
    Act.SUBMIT: May("C", about="draft", argument=2),
    # Only asks whether it is meant; nothing of the draft is shown.
    Act.DISCARD: May(ANYBODY, about="draft"),
    Act.DISCARD_CONFIRMED: May("C", about="draft"),
    Act.DRAFT_TEXT: May("CA", about="handed_in"),
    Act.CHOOSE_KIND: May("C", about="draft"),
    Act.SET_KIND: May("C", about="draft", argument=1),
    Act.WITHDRAW_SUBMISSION: May("C", about="handed_in"),
    Act.APPROVE_NOW: May("A", about="handed_in", argument=3),
    Act.APPROVE_AT: May("A", about="handed_in", argument=3),
    Act.RETURN_DRAFT: May("A", about="handed_in", argument=3),
    Act.APPROVE_CONFIRMED: May("A", about="handed_in", argument=3),
    Act.RESUME: May("C", about="publication"),
    # joining
    Act.INVITE: May("SDX", "X", about="member"),
    Act.INVITE_LIST: May("SDX"),
    Act.OPEN_INVITATIONS: May("SDX"),
    Act.REVOKE_INVITATION: May("SDX", "X", about="invitation"),
    Act.COVERAGE: May("SDCX", "CX", about="unit"),
    Act.COVERAGE_UNIT: May("SDCX", "CX", about="unit", argument=1),
    Act.INVITATION_SHEET: May("SDX", "X", about="unit"),
    Act.INVITATION_SHEET_CONFIRMED: May("SDX", "X", about="unit"),
    Act.APPROVE_JOIN: May("SDX", "X", about="join_request", argument="member"),
    Act.REFUSE_JOIN: May("SDX", "X", about="join_request"),
    Act.ADDRESS_ORDER: May(ALL),
    Act.ADDRESS_ADD: May(ALL),
    Act.SIX_DIGITS: May("SDX", "X", about="member"),
    Act.OWN_SIX_DIGITS: May(ALL),
    Act.ADDRESS_FIRST: May("", about="nothing"),
    Act.ADDRESS_REMOVE: May("", about="nothing"),
    # the roster
    Act.ROSTER: May("SDCXU", "CXU", about="unit"),
    Act.MEMBER_CARD: May("SDCXU", "CXU", about="member"),
    Act.MEMBER_NAME: May("X", about="member", then="Lê Thị Mới"),
    Act.MEMBER_FORM: May("X", about="member", argument=2),
    Act.MEMBER_KIND: May("X", about="member", argument=2),
    Act.MEMBER_POSITION: May("X", about="member", argument=1),
    # Shows what the roster shows; the confirmed move is the admin's alone.
    Act.MOVE_MEMBER: May("SDCXU", "CXU", about="member"),
    Act.MOVE_MEMBER_TO: May("SDCXU", "CXU", about="member", argument="unit"),
    Act.MOVE_MEMBER_CONFIRMED: May("X", about="member", argument="unit"),
    Act.REMOVE_MEMBER: May("SDCXU", "CXU", about="member"),
    Act.REMOVE_MEMBER_CONFIRMED: May("X", about="member"),
    Act.TAKE_MEMBER_BACK: May("X", about="member"),
    # Asks only; shows what the roster shows.
    Act.PUT_ON_PAPER: May("SDCXU", "CXU", about="member"),
    Act.PUT_ON_PAPER_CONFIRMED: May("SDX", "X", about="member"),
    Act.EXEMPT: May("SDX", "X", about="member", argument=11, then="31/12/2026"),
    Act.EXEMPT_OPEN_END: May("SDX", "X", about="member", argument=11),
    Act.END_EXEMPTION: May("SDX", "X", about="exemption"),
    Act.END_EXEMPTION_CONFIRMED: May("SDX", "X", about="exemption"),
    Act.ADD_MEMBER: May("X", about="unit", argument=1, then="Lê Thị Mới"),
    Act.ROSTER_IMPORT: May("X"),
    Act.ROSTER_TEMPLATE: May("X", about="unit"),
    Act.ROSTER_APPLY: May("X", about="roster_file", argument=1),
    Act.ROSTER_DROP: May("X", about="roster_file"),
    Act.ROSTER_OPEN_UNITS: May("X", about="roster_file"),
    # the tree
    Act.UNITS: May("SDXU"),
    Act.UNIT_CARD: May("SDXU", "XU", about="unit"),
    Act.UNIT_OPEN: May("X", about="unit"),
    Act.UNIT_RENAME: May("X", about="unit"),
    Act.UNIT_MOVE: May("X", about="unit"),
    Act.UNIT_MERGE: May("X", about="unit"),
    Act.UNIT_CLOSE: May("X", about="unit"),
    Act.UNIT_REOPEN: May("X", about="unit"),
    Act.UNIT_TARGETS: May("X", about="drafted_change"),
    Act.UNIT_TARGET: May("X", about="drafted_change", argument="unit"),
    Act.UNIT_SHORT_NAME: May("X", about="drafted_change", then="CBVP"),
    Act.UNIT_DATE: May("X", about="drafted_change", then="01/02/2027"),
    Act.UNIT_CONFIRM: May("X", about="drafted_change"),
    # Whatever it names, it throws away what the caller was putting together.
    Act.UNIT_DROP: May(ALL, about="drafted_change"),
    Act.UNIT_CALL_OFF: May("X", about="planned_change"),
    Act.UNIT_CALL_OFF_CONFIRMED: May("X", about="planned_change"),
    Act.UNIT_ORDER: May("X", about="unit"),
    Act.UNIT_WORDS: May("X"),
    # the web inbox
    Act.WEB_LINK: May("SDX", "X", about="member"),
    Act.WEB_END: May("SDX", "X", about="member"),
    Act.WEB_OWN: May(ALL),
    # roles and history
    Act.ROLES: May("XU"),
    Act.MEMBER_ROLES: May("XU", about="member"),
    Act.GIVE_ROLE: May("X", about="member"),
    Act.GIVE_ROLE_UNIT: May("X", about="member"),
    Act.GIVE_ROLE_SHOW: May("X", about="member", argument="secretary_of_unit"),
    Act.GIVE_ROLE_CONFIRMED: May("X", about="member", argument="shown"),
    Act.END_ROLE: May("X", about="grant"),
    Act.END_ROLE_CONFIRMED: May("X", about="grant"),
    Act.HISTORY: May(ALL, "U", about="look"),
    Act.HISTORY_THING: May(ALL, "U", about="look"),
    Act.HISTORY_DOOR: May(ALL, "U", about="look", argument=255),
    Act.HISTORY_DAYS: May(ALL, "U", about="look", argument=7),
    Act.HISTORY_PERSON: May(ALL, "U", about="look", argument="member"),
    Act.HISTORY_EXPORT: May(ALL, "U", about="look"),
    # topics
    Act.QUIET_HOURS: May(ALL),
    Act.SET_QUIET_HOURS: May(ALL),
    Act.MY_TOPICS: May(ALL),
    Act.TOPIC_RHYTHMS: May(ALL, about="taken_topic"),
    Act.SET_RHYTHM: May(ALL, about="taken_topic", argument=1),
    Act.TOPICS: May("XU"),
    Act.TOPIC_CARD: May("XU", about="topic"),
    Act.NEW_TOPIC: May("X", then="Chủ đề mới"),
    Act.CHANGE_TOPIC: May("X", about="topic", argument=1),
    Act.CHANGE_TOPIC_CONFIRMED: May("X", about="topic", argument=3),
    Act.TOPIC_UNITS: May("X", about="topic"),
    Act.TOPIC_UNIT: May("XU", about="topic", argument="unit"),
    Act.CHANGE_TOPIC_UNIT: May("X", about="topic", argument="change_of_unit"),
    Act.WHY: May("SDX", "X", about="member"),
    Act.WHY_PAGE: May("SDX", "X", about="member"),
    Act.WHY_THIS: May("SDX", "X", about="member", argument="publication"),
    # strangers, and personal data
    Act.ASK_TO_JOIN: May("?"),
    Act.SEE_OFFER: May("", about="invitation"),
    Act.CONSENT: May("", about="invitation"),
    Act.NO_CONSENT: May("", about="invitation"),
    Act.NOT_ME: May("", about="invitation"),
    Act.CHOOSE_CONSENT: May("", about="invitation"),
    Act.CONSENT_CHOSEN: May("", about="invitation"),
    Act.OWN_RECORD: May(ALL),
    Act.OWN_CONSENT: May(ALL),
    Act.GIVE_CONSENT: May(ALL, argument=1),
    # Only asks whether it is meant.
    Act.WITHDRAW_CONSENT: May(ALL, argument=1),
    Act.WITHDRAW_CONFIRMED: May(ALL, argument=1),
    Act.DATA_COPY: May(ALL),
    Act.MEMBER_DATA: May("X", about="member"),
    Act.CORRECT_DATA: May("X", about="member", then="Sai tên"),
    Act.DELETE_DATA: May("X", about="member"),
    Act.DELETE_CONFIRMED: May("X", about="member"),
    Act.CALL_OFF_REQUEST: May("", about="data_request"),
    Act.DATA_REQUESTS: May("X"),
    Act.DATA_REQUEST: May("X", about="data_request"),
    Act.REQUEST_RECEIVED: May("X", about="data_request"),
    Act.REQUEST_DONE: May("X", about="data_request"),
    Act.REQUEST_DONE_CONFIRMED: May("X", about="data_request"),
    Act.EXTEND_REQUEST: May("X", about="data_request"),
    Act.REFUSE_REQUEST: May("X", about="data_request"),
    # connections
    Act.CONNECTIONS: May("XU"),
    Act.CONNECTION: May("XU", about="connection"),
    Act.TRY_CONNECTION: May("X", about="connection"),
    # where documents are looked for
    Act.SOURCES: May("CXU"),
    Act.SOURCE: May("CXU", about="source"),
    Act.ADD_SOURCE: May("X", then="http://169.254.169.254/rss"),
    Act.TRY_SOURCE: May("X", about="source"),
    Act.PAUSE_SOURCE: May("X", about="source", argument=1),
    Act.CLOSE_SOURCE: May("X", about="source"),
    Act.SOURCE_PUBLISHES: May("X", about="source", argument=2),
    Act.SOURCE_ITEMS: May("CX", about="source"),
    Act.TAKE_ITEM: May("C", about="item"),
    Act.DROP_ITEM: May("C", about="item"),
    # group chats
    Act.BIND_GROUP: May("SDX", "X", about="unit"),
    Act.RELEASE_GROUP: May("SDX", "X", about="unit"),
    Act.RELEASE_GROUP_CONFIRMED: May("SDX", "X", about="unit"),
}
"""By the button's act."""
