"""Which part of history somebody may read (design.md section 8)."""

from enum import StrEnum

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand_member
from storage.history import Sight
from storage.states import Role


class Theme(StrEnum):
    """What a row is about, as people ask for it. The places stand in buttons: new ones at the end."""

    PUBLISHING = "publishing"
    STUDY = "study"
    ROSTER = "roster"
    JOINING = "joining"
    ROLES = "roles"
    SETTINGS = "settings"
    DATA = "data"
    READING = "reading"


THEMES: dict[str, Theme] = {
    "draft": Theme.PUBLISHING,
    "publication": Theme.PUBLISHING,
    "obligation": Theme.PUBLISHING,
    "question": Theme.PUBLISHING,
    "task": Theme.PUBLISHING,
    "delivery": Theme.PUBLISHING,
    "item": Theme.PUBLISHING,
    "study_session": Theme.STUDY,
    "invitee": Theme.STUDY,
    "member": Theme.ROSTER,
    "unit": Theme.ROSTER,
    "unit_change": Theme.ROSTER,
    "exemption": Theme.ROSTER,
    "roster_import": Theme.ROSTER,
    "invitation": Theme.JOINING,
    "invitation_sheet": Theme.JOINING,
    "code_try": Theme.JOINING,
    "number_try": Theme.JOINING,
    "short_code_try": Theme.JOINING,
    "join_request": Theme.JOINING,
    "coverage_week": Theme.JOINING,
    "coverage_day": Theme.JOINING,
    "address": Theme.JOINING,
    "connection": Theme.JOINING,
    "group": Theme.JOINING,
    "web_link": Theme.JOINING,
    "web_code": Theme.JOINING,
    "web_session": Theme.JOINING,
    "role_grant": Theme.ROLES,
    "unit_word": Theme.SETTINGS,
    "topic": Theme.SETTINGS,
    "topic_setting": Theme.SETTINGS,
    "subscription": Theme.SETTINGS,
    "quiet_hours": Theme.SETTINGS,
    "source": Theme.SETTINGS,
    "consent": Theme.DATA,
    "data_request": Theme.DATA,
    "file": Theme.DATA,
    "sweep": Theme.DATA,
    "names": Theme.READING,
    "history": Theme.READING,
    "why": Theme.READING,
}
"""Every kind of thing that history tells of; a test finds those that are missing here."""


def things_of(*themes: Theme) -> frozenset[str]:
    """The kinds of thing that belong to these themes."""
    return frozenset(thing for thing, theme in THEMES.items() if theme in themes)


# The admin keeps roster and settings, and never learns who has not acknowledged.
_OF_THE_ADMIN = things_of(Theme.ROSTER, Theme.JOINING, Theme.ROLES, Theme.SETTINGS, Theme.DATA)
_OF_THE_CLERK = things_of(Theme.PUBLISHING)
# An approver sees no names in a branch: neither who answered nor who was sent what.
_OF_THE_APPROVER = frozenset({"draft", "publication"})
# Consents and requests about data stay with the person and the admin: leaders do not see why somebody
# gets word on paper.
_OF_A_LEADER = things_of(Theme.STUDY, Theme.ROSTER, Theme.ROLES) | {
    "obligation",
    "question",
    "task",
    "invitation",
    "invitation_sheet",
    "join_request",
    "group",
}


# Whoever inspects does it without a word to whom it is about.
_KEPT_FROM_THEM = frozenset({"history"})


def sight_of(caller: Caller) -> Sight:
    """What the caller may read; everybody reads what they did and what was done about them.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    if caller.door is Door.COMMAND_LINE:
        return Sight(everything=True)
    member_id = demand_member(caller)
    things: frozenset[str] = frozenset()
    if caller.has({Role.ADMIN}):
        things |= _OF_THE_ADMIN
    if caller.has({Role.CLERK}):
        things |= _OF_THE_CLERK
    if caller.has({Role.APPROVER}):
        things |= _OF_THE_APPROVER
    return Sight(
        everything=caller.has({Role.AUDITOR}),
        things=things,
        unit_ids=caller.units_of(LEADERS_OF_A_UNIT),
        unit_things=_OF_A_LEADER,
        own_id=member_id,
        kept_from_them=_KEPT_FROM_THEM,
    )


def own_part(sight: Sight) -> Sight:
    """Only what one did oneself, and what was done about oneself."""
    return Sight(own_id=sight.own_id, kept_from_them=sight.kept_from_them)


def sees_others(sight: Sight) -> bool:
    """Whether this is more than one's own history."""
    return sight.everything or bool(sight.things) or bool(sight.unit_ids)


def sees_all_names(caller: Caller) -> bool:
    """Whether the caller may find anybody by name, and not only the members of units they lead."""
    return caller.door is Door.COMMAND_LINE or caller.has({Role.AUDITOR, Role.ADMIN, Role.CLERK})


def themes_in(sight: Sight) -> tuple[Theme, ...]:
    """The themes of which one may see anything but one's own."""
    seen = sight.things | (sight.unit_things if sight.unit_ids else frozenset())
    return tuple(
        theme for theme in Theme if sight.everything or any(THEMES[thing] is theme for thing in seen)
    )
