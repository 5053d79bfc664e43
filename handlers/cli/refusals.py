"""Why Loa says no, in the operator's words; members read `bot.texts.refusals`."""

from bot.errors import Refusal, Refused

SENTENCES = {
    Refusal.NOT_ALLOWED: "this may not be done from the command line",
    Refusal.NOT_FOUND: "there is no such thing",
    Refusal.GONE_ON: "it has changed in the meantime; try again",
    Refusal.WITHDRAWN: "the publication was withdrawn",
    Refusal.INCOMPLETE: "the text lacks what could not be read out of it: {field}",
    Refusal.SAME_PERSON: "the office wants a second person to approve",
    Refusal.SAME_NUMBER: "a publication with this number exists already: {first}",
    Refusal.SECRET: (
        "the text carries a mark of state secrecy ({kind}): it was not read on, kept or sent; "
        "remove the file and tell the clerk"
    ),
    Refusal.NOT_A_DATE: "the date cannot be read; write it as in 17:00 27/11/2026",
    Refusal.IN_THE_PAST: "this moment is already over",
    Refusal.EMPTY: "there is no text",
    Refusal.TOO_LONG: "the text is longer than {limit} characters",
    Refusal.UNREADABLE: "the file cannot be read ({fault}); send a .docx, .pdf, .html or .txt file",
    Refusal.CODE_INVALID: "the code is unknown, used, revoked or expired",
    Refusal.ADDRESS_TAKEN: "this chat account stands for somebody already",
    Refusal.MANDATORY: "the topic is mandatory",
    Refusal.ENOUGH_TODAY: "everybody who is left had as many reminders today as one person may get",
    Refusal.JUST_REMINDED: "a reminder of this minute is on its way already",
    Refusal.NO_ANSWER_NEEDED: "who asked has acknowledged in the meantime",
    Refusal.NOBODY: "nobody would get it",
    Refusal.LEFT_OUT_FULL: "no more than {limit} people are left out by name",
    Refusal.AUDIENCE_CLOSED: "{name} is closed; nobody would get it",
    Refusal.NO_APPROVER: "nobody but its drafter may approve it",
    Refusal.NOT_QUOTED: "a main point has to be a quotation from the text",
    Refusal.ALREADY_THERE: "somebody of this name is on the roster of this unit already",
    Refusal.UNIT_NAME_TAKEN: "a unit called {name} hangs there already",
    Refusal.CIRCLE: "a unit cannot hang under itself or under a unit below it",
    Refusal.NOT_EMPTY: (
        "it has {members} members and {units} units below it: use loa unit merge, or close with --members-to"
    ),
    Refusal.NOT_OPEN_THEN: "{name} is not open on that day",
    Refusal.CHANGED_SINCE: "{name} was changed on {since}; a change cannot be dated before that",
    Refusal.NO_CHANGE: "it is so already",
    Refusal.ODD_LETTERS: "names have letters of the Vietnamese alphabet, digits and common signs only",
    Refusal.OWN_ROLE: "nobody gives themselves a role",
    Refusal.LAST_ADMIN: "the office would be without an admin; give the role to somebody else first",
    Refusal.ENDS_FIRST: "it would end before it begins",
    Refusal.NOT_OWN_NUMBER: "the telephone number is not the sender's own",
    Refusal.NUMBER_UNKNOWN: "the number leads to nobody",
    Refusal.CODES_REST: "too many wrong codes came in; wait an hour",
    Refusal.SHORT_CODES_REST: "too many wrong six-digit codes came in; wait an hour, or use the long code",
    Refusal.ASKED_ALREADY: "a request to be connected waits already",
    Refusal.ASKED_OFTEN: "this conversation asked as often as it may in one day",
    Refusal.TOO_MANY: "one sheet holds {limit} people at most; name a smaller unit",
    Refusal.NOBODY_TO_INVITE: "everybody whom the sheet would invite is reached already",
    Refusal.NOT_AGREED_TO: "the member did not agree to this purpose",
    Refusal.REQUEST_STANDS: "a request of this kind waits already, until {until}",
    Refusal.EXTENDED_ONCE: "the law allows one extension, and it was used",
    Refusal.ROSTER_FILE: "the roster cannot be read: {fault}",
    Refusal.ROSTER_LAPSED: "the roster file that was shown is applied, dropped or too old; import it again",
    Refusal.NO_WEB_INBOX: "the office has no web inbox: set web.public_url first",
    Refusal.LINK_ENDED: "the link has expired or was revoked",
    Refusal.FILE_GONE: "the file is no longer kept",
    Refusal.WEB_CODE_WRONG: "the one-time code is wrong, used or has ended",
    Refusal.WEB_CODES_REST: "too many wrong one-time codes were tried; wait a while",
    Refusal.CODE_JUST_SENT: "a one-time code was sent a moment ago",
    Refusal.SAME_TOPIC: "there is a topic called {name} already",
    Refusal.TOPIC_CLOSED: "the topic is closed; reopen it first",
    Refusal.NOT_HOURS: "the hours cannot be read; write them as 21:00-8:00",
    Refusal.NO_HOURS_LEFT: "less than one of the office's sending hours {office} would remain",
    Refusal.NOT_ASKED: "the publication does not ask this member",
    Refusal.GROUPS_FULL: "the bot is in {most} groups, and may be in no more",
    Refusal.EXEMPT_ALREADY: "the member is exempt already",
    Refusal.NEW_VERSION: "there is a newer version; it was not acknowledged",
    Refusal.QUIZ_FIRST: "its questions come first; it was not acknowledged",
    Refusal.NOT_TAKEN_ON: "the member is not meant by this task, or no longer is",
    Refusal.READ_BEFORE: "it was read aloud before the newest version came out; nothing was recorded",
    Refusal.NUMBER_IS_MINOR: "a material change keeps the number; publish what has another as a new document",
    Refusal.DUE_IS_MATERIAL: "another due date is a material change",
    Refusal.AUDIENCE_STAYS: "a correction changes neither the audience nor whether it asks",
    Refusal.SOURCE_FLAW: "the source cannot be used: {fault}",
    Refusal.OWN_HISTORY: "that history is for those who look after the office",
    Refusal.NUMBER_OF_ANOTHER_DAY: (
        "the number was used on another day: {first}; if it is another document, draft it in the chat, "
        "where that can be confirmed"
    ),
    Refusal.URGENCY_OF_OTHERS: "only these may call it {urgency}: {who}; the command line stands for nobody",
    Refusal.SHORT_MONTH: (
        "{name} has room for {left} of the {needed} messages this needs: some would get it another way or "
        "later; --although-short publishes it all the same"
    ),
    Refusal.NOT_CLEARED: "a part of the file cannot be read; draft it in the chat, where a person clears it",
    Refusal.KEPT_INSIDE: "the text is marked {mark}: it goes out in the internal scope only",
    Refusal.QUIZ_FORM: "the question is not in the form that was asked for",
    Refusal.FILES_FULL: "the draft has {limit} files already",
    Refusal.FILE_TOO_LARGE: "the file is larger than 20 MB",
}


def sentence(refused: Refused) -> str:
    """The sentence for a refusal, with what it names filled in where it is named."""
    return SENTENCES[refused.reason].format_map(_Named(refused.details))


class _Named(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "not named"
