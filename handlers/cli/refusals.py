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
    Refusal.UNREADABLE: "the file cannot be read ({kind}); send a .txt file",
    Refusal.CODE_INVALID: "the code is unknown, used, revoked or expired",
    Refusal.ADDRESS_TAKEN: "this chat account stands for somebody already",
    Refusal.MANDATORY: "the topic is mandatory",
    Refusal.ENOUGH_TODAY: "everybody who is left had as many reminders today as one person may get",
    Refusal.JUST_REMINDED: "a reminder of this minute is on its way already",
    Refusal.NO_ANSWER_NEEDED: "who asked has acknowledged in the meantime",
    Refusal.NOBODY: "nobody would get it",
    Refusal.NO_APPROVER: "nobody but its drafter may approve it",
    Refusal.NOT_QUOTED: "a main point has to be a quotation from the text",
    Refusal.ALREADY_THERE: "somebody of this name is on the roster of this unit already",
}


def sentence(refused: Refused) -> str:
    """The sentence for a refusal, with what it names filled in where it is named."""
    return SENTENCES[refused.reason].format_map(_Named(refused.details))


class _Named(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "not named"
