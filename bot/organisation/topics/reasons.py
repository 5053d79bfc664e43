"""Why a publication is, or is not, for a member: the audience's rule told for one person."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.office import Office
from storage import audiences, organisation, topics, units, why
from storage.database import Connection
from storage.people import Member
from storage.publications import Publication
from storage.states import MemberKind


class Why(StrEnum):
    """What decided. The first seven bring it to the member, the others do not."""

    EVERYONE = "everyone"
    UNIT = "unit"
    """Their unit lies under the one it was for."""
    MANDATORY = "mandatory"
    CHOSEN = "chosen"
    DEFAULT_ON = "default_on"
    JOINED_LATER = "joined_later"
    """They came after it went out, and were asked all the same."""
    ONCE_COVERED = "once_covered"
    """The rule would not cover them now, but it did."""

    ISSUER = "issuer"
    CANDIDATE = "candidate"
    LEFT_BEFORE = "left_before"
    CAME_LATER = "came_later"
    """They came after it went out, and it was not asked of newcomers."""
    OTHER_UNIT = "other_unit"
    LEFT_TOPIC = "left_topic"
    DEFAULT_OFF = "default_off"


BRINGS = frozenset(
    {
        Why.EVERYONE,
        Why.UNIT,
        Why.MANDATORY,
        Why.CHOSEN,
        Why.DEFAULT_ON,
        Why.JOINED_LATER,
        Why.ONCE_COVERED,
    }
)


@dataclass(frozen=True)
class Rule:
    """What decided, with the names that its sentence needs.

    Args:
        unit: the member's unit on the day of publication.
        audience: the unit or topic that it was for; empty: everybody.
        set_by: the unit whose setting of the topic decides; empty: the office's own.
        at: when the member chose, came or left.
        changed_at: when the topic's settings or the member's choice changed after publication: it may have
            been otherwise on the day.
    """

    why: Why
    unit: str
    audience: str = ""
    set_by: str = ""
    at: datetime | None = None
    changed_at: datetime | None = None


def rule_for(
    connection: Connection, office: Office, publication: Publication, member: Member, *, was_for: bool
) -> Rule:
    """What decided for this member.

    Args:
        connection: a transaction.
        office: for its days.
        publication: what was published.
        member: about whom.
        was_for: whether something was asked of them or sent to them: then the rule covered them.
    """
    day = publication.published_at.astimezone(office.zone).date()
    unit_id = why.unit_on(connection, member.id, day)
    rule = _rule(connection, publication, member, day=day, unit_id=unit_id)
    asked = why.asked(connection, publication_id=publication.id, member_id=member.id)
    if rule.why is Why.CAME_LATER and asked is not None:
        return Rule(Why.JOINED_LATER, rule.unit, rule.audience, at=rule.at)
    if was_for and rule.why not in BRINGS and rule.why is not Why.ISSUER:
        return Rule(Why.ONCE_COVERED, rule.unit, rule.audience, changed_at=rule.changed_at)
    return rule


def _rule(
    connection: Connection, publication: Publication, member: Member, *, day: date, unit_id: int
) -> Rule:
    unit = _unit_name(connection, unit_id, day)
    kind, subject = str(publication.audience["kind"]), int(publication.audience["subject"])
    audience = "" if kind == "everyone" else audiences.name_of(connection, kind, subject) or ""
    times = why.times_of(connection, member.id)
    if times is not None and times.left_at is not None and times.left_at <= publication.published_at:
        return Rule(Why.LEFT_BEFORE, unit, audience, at=times.left_at)
    if publication.approved_by == member.id:
        return Rule(Why.ISSUER, unit, audience)
    if member.kind is MemberKind.CANDIDATE:
        return Rule(Why.CANDIDATE, unit, audience)
    if times is not None and times.joined_at > publication.published_at:
        return Rule(Why.CAME_LATER, unit, audience, at=times.joined_at)
    if kind == "everyone":
        return Rule(Why.EVERYONE, unit)
    if kind == "unit":
        is_below = subject in units_above(connection, unit_id, day)
        return Rule(Why.UNIT if is_below else Why.OTHER_UNIT, unit, audience)
    return _topic_rule(connection, publication, member, subject, unit=unit, audience=audience)


def _topic_rule(
    connection: Connection,
    publication: Publication,
    member: Member,
    topic_id: int,
    *,
    unit: str,
    audience: str,
) -> Rule:
    topic = topics.topic(connection, topic_id)
    setting = topics.nearest_settings(connection, member.unit_id).get(topic_id)
    choice = topics.choices_of(connection, member.id).get(topic_id)
    holds = setting or topic
    set_by = organisation.unit(connection, setting.unit_id) if setting else None
    changed_at = why.topic_changed_after(
        connection, topic_id=topic_id, member_id=member.id, after=publication.published_at
    )
    if holds is not None and holds.mandatory:
        decided, at = Why.MANDATORY, None
    elif choice is not None:
        decided, at = (Why.CHOSEN if choice.subscribed else Why.LEFT_TOPIC), choice.changed_at
    else:
        decided, at = (Why.DEFAULT_ON if holds is not None and holds.on_by_default else Why.DEFAULT_OFF), None
    by = set_by.name if set_by and decided not in (Why.CHOSEN, Why.LEFT_TOPIC) else ""
    return Rule(decided, unit, audience, set_by=by, at=at, changed_at=changed_at)


def units_above(connection: Connection, unit_id: int, day: date) -> list[int]:
    """The unit and those above it, as the tree hung on that day."""
    parents = {unit.id: unit.parent_id for unit in units.tree_on(connection, day)}
    chain: list[int] = []
    at: int | None = unit_id
    # A circle among units, however it came to be, ends.
    while at is not None and at not in chain:
        chain.append(at)
        at = parents.get(at)
    return chain


def _unit_name(connection: Connection, unit_id: int, day: date) -> str:
    then = {unit.id: unit.name for unit in units.tree_on(connection, day)}
    now = organisation.unit(connection, unit_id)
    return then.get(unit_id) or (now.name if now else "")
