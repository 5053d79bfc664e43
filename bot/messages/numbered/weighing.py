"""What the acts weigh where a number stands for a button: a slip of the finger must not do harm. Pure."""

from bot.messages.acts import Act

DANGEROUS = frozenset(act for act in Act if act.name.endswith("_CONFIRMED")) | {
    Act.APPROVE_JOIN,
    Act.APPROVE_NOW,
    Act.DISCARD,
    Act.END_EXEMPTION,
    Act.END_ROLE,
    Act.NEW_SESSION_SAVE,
    Act.REFUSE_JOIN,
    Act.REMIND,
    Act.RESUME,
    Act.REVOKE_INVITATION,
    Act.ROSTER_APPLY,
    Act.ROSTER_OPEN_UNITS,
    Act.SUBMIT,
    Act.UNIT_CONFIRM,
    Act.UNIT_DROP,
    Act.WEB_END,
    Act.WITHDRAW_CONSENT,
    Act.WITHDRAW_SUBMISSION,
}
"""Changes something for others, or for good: wants a word, never a number alone."""

WANTS_WORDS = DANGEROUS | {
    Act.CONSENT,
    Act.CONSENT_CHOSEN,
    Act.GIVE_CONSENT,
    Act.NO_CONSENT,
    Act.TAKE_TASK,
}
"""What no number alone ever does, in a menu either: what is dangerous, agreed to, or taken on."""

AGREES = frozenset({Act.CONSENT, Act.CONSENT_CHOSEN})
"""Two words are enough for it: đồng ý."""

HARMLESS = frozenset(
    {
        Act.OPEN_CARD,
        Act.ASK,
        Act.FULL_TEXT,
        Act.ATTACHMENTS,
        Act.ATTACHMENT,
        Act.TASKS,
        Act.ATTEND,
        Act.DECLINE,
        Act.UNDECIDED,
        Act.OPEN_SESSION,
        Act.PROGRESS,
        Act.MANAGE,
        Act.NAMES,
        Act.ANSWER_QUESTION,
        Act.SESSION_ANSWERS,
        Act.NEED_CALL,
        Act.REPORT,
        Act.OPEN_DRAFT,
        Act.DRAFT_TEXT,
        Act.DRAFT_MENU,
        Act.DRAFT_PLACES,
        Act.RECIPIENTS,
        Act.ROSTER,
        Act.MEMBER_CARD,
        Act.COVERAGE,
        Act.COVERAGE_UNIT,
        Act.INVITE_LIST,
        Act.OPEN_INVITATIONS,
        Act.SEE_OFFER,
        Act.DATA_REQUESTS,
        Act.DATA_REQUEST,
        Act.OWN_CONSENT,
        Act.MEMBER_DATA,
    }
)
"""Shows something, begins a question, or can be answered anew: a bare number or a loose word may do it."""

TAKES_WORDS = frozenset({Act.ASK, Act.DECLINE, Act.ANSWER_QUESTION, Act.RETURN_DRAFT})
"""Goes on with words of the person's own, which may stand right behind its label."""
