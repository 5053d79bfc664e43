"""Urgency is for named roles: who may call something khẩn or hỏa tốc."""

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.texts import drafting as texts
from bot.texts import roles as role_texts
from storage.states import Role, Urgency


def roles_for(office: Office, urgency: Urgency) -> frozenset[Role] | None:
    """Who may choose and approve it, by the office's settings; None: whoever drafts."""
    named = office.settings.urgency
    match urgency:
        case Urgency.URGENT:
            return named.urgent_roles
        case Urgency.IMMEDIATE:
            return named.immediate_roles
        case _:
            return None


def demand_urgency(caller: Caller, office: Office, urgency: Urgency) -> None:
    """Refuse unless the caller holds one of the roles; the command line stands for nobody and holds none.

    Raises:
        Refused: URGENCY_OF_OTHERS, saying who may.
    """
    roles = roles_for(office, urgency)
    if roles is None or caller.has(roles):
        return
    who = ", ".join(role_texts.ROLES[role] for role in Role if role in roles)
    raise Refused(Refusal.URGENCY_OF_OTHERS, urgency=texts.URGENCIES[urgency], who=who)
