"""Why a publication is, or is not, for a member: the audience's rule told for one person."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.audience import Audience, AudienceKind
from bot.office import Office
from bot.texts import audiences as texts
from storage.audience import audiences
from storage.database import Connection
from storage.organisation import organisation, topics, units
from storage.organisation.people import Member
from storage.publication import why
from storage.publication.publications import Publication
from storage.publication.whom_it_concerns import Held, roles_ever
from storage.states import MemberKind, Origin, Role


class Why(StrEnum):
    """What decided. The first eight bring it to the member, the others do not."""

    EVERYONE = "everyone"
    UNIT = "unit"
    """Their unit lies under the one it was for."""
    MANDATORY = "mandatory"
    CHOSEN = "chosen"
    DEFAULT_ON = "default_on"
    JOINED_LATER = "joined_later"
    """They came after it went out, and were asked all the same."""
    COVERED_LATER = "covered_later"
    """They came under the rule after it went out, by unit, kind or role, and were asked all the same."""
    ONCE_COVERED = "once_covered"
    """The rule would not cover them now, but it did."""

    ISSUER = "issuer"
    CANDIDATE = "candidate"
    LEFT_BEFORE = "left_before"
    CAME_LATER = "came_later"
    """They came after it went out, and it was not asked of newcomers."""
    LEFT_OUT = "left_out"
    """They were left out by name: told to those only who may see names there."""
    NOT_MEANT = "not_meant"
    """What everybody else is told instead."""
    OTHER_KIND = "other_kind"
    NO_ROLE = "no_role"
    """They held none of the roles on the day."""
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
        Why.COVERED_LATER,
        Why.ONCE_COVERED,
    }
)


@dataclass(frozen=True)
class Rule:
    """What decided, with the names that its sentence needs.

    Args:
        unit: the member's unit on the day of publication.
        audience: the units or the topic that it was for; empty: everybody.
        only: the kinds and roles that it was for, in words; empty: all.
        set_by: the unit whose setting of the topic decides; empty: the office's own.
        at: when the member chose, came or left.
        changed_at: when the topic's settings or the member's choice changed after publication: it may have
            been otherwise on the day.
    """

    why: Why
    unit: str
    audience: str = ""
    only: str = ""
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
    rule = _rule(connection, office, publication, member)
    asked = why.asked(connection, publication_id=publication.id, member_id=member.id)
    came_later = asked is not None and asked.origin is Origin.JOINED_LATER
    if rule.why is Why.CAME_LATER and asked is not None:
        return replace(rule, why=Why.JOINED_LATER)
    if was_for and rule.why not in BRINGS and rule.why is not Why.ISSUER:
        return replace(rule, why=Why.COVERED_LATER if came_later else Why.ONCE_COVERED, set_by="", at=None)
    return rule


def _rule(connection: Connection, office: Office, publication: Publication, member: Member) -> Rule:
    day = publication.published_at.astimezone(office.zone).date()
    unit_id = why.unit_on(connection, member.id, day)
    rule = Audience.of(publication.audience)
    found = Rule(
        Why.EVERYONE,
        _unit_name(connection, unit_id, day),
        ", ".join(audiences.names_of(connection, rule).values()),
        texts.only(rule.members, rule.roles),
    )
    before = _went_past(connection, publication, member, rule)
    if before is not None:
        decided, at = before
        return replace(found, why=decided, at=at)
    match rule.kind:
        case AudienceKind.EVERYONE:
            return found
        case AudienceKind.UNIT:
            is_below = not set(rule.unit_ids).isdisjoint(units_above(connection, unit_id, day))
            return replace(found, why=Why.UNIT if is_below else Why.OTHER_UNIT)
        case AudienceKind.TOPIC:
            return _topic_rule(connection, publication, member, rule.subject, found=found)


def _went_past(
    connection: Connection, publication: Publication, member: Member, rule: Audience
) -> tuple[Why, datetime | None] | None:
    """What about the member themself kept it away, wherever it went; None: nothing did."""
    times = why.times_of(connection, member.id)
    if times is not None and times.left_at is not None and times.left_at <= publication.published_at:
        return Why.LEFT_BEFORE, times.left_at
    if member.id in (publication.approved_by, publication.signatory_id):
        return Why.ISSUER, None
    if member.kind is MemberKind.CANDIDATE:
        return Why.CANDIDATE, None
    if times is not None and times.joined_at > publication.published_at:
        return Why.CAME_LATER, times.joined_at
    if rule.without and member.id in rule.without:
        return Why.LEFT_OUT, None
    if rule.members and member.kind not in rule.members:
        return Why.OTHER_KIND, None
    if rule.roles and rule.roles.isdisjoint(
        roles_at(roles_ever(connection, member.id), publication.published_at)
    ):
        return Why.NO_ROLE, None
    return None


def roles_at(held: Iterable[Held], moment: datetime) -> set[Role]:
    """The roles among these that were held at that moment."""
    return {
        one.role for one in held if one.from_at <= moment and (one.until_at is None or moment < one.until_at)
    }


def _topic_rule(
    connection: Connection,
    publication: Publication,
    member: Member,
    topic_id: int,
    *,
    found: Rule,
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
    return replace(found, why=decided, set_by=by, at=at, changed_at=changed_at)


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
