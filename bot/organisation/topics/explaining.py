"""Why a person did or did not get a publication ("vì sao"), for the admin, the secretary, and themselves.

Who asks never learns here whether the person has acknowledged (design.md section 8).
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand_member, units_with_names
from bot.audience import Audience, AudienceKind
from bot.delivery.digest_days import digest_at
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.topics.reasons import BRINGS, Rule, Why, roles_at, rule_for, units_above
from bot.organisation.topics.ways import Way, ways_of
from bot.publication.draft.correcting import key_of_typed
from bot.reading.folding import fold
from storage import history
from storage.database import Connection
from storage.organisation import people
from storage.organisation.people import Member
from storage.publication import publications, why
from storage.publication.publications import Publication
from storage.publication.whom_it_concerns import Within, narrow_ones, roles_ever
from storage.publication.why import Listed, Person
from storage.states import Address, PublicationState, Role

ASK_ABOUT_OTHERS = LEADERS_OF_A_UNIT | {Role.ADMIN}
PAGE = 8


@dataclass(frozen=True)
class Explanation:
    """Everything that decided about one publication and one person.

    Args:
        rule: why it is for them, or is not.
        is_exempt: it is not asked of them, though it is for them.
        is_not_asked: it is asked of them no longer.
        is_not_listed: the rule covers them now, but on the day they were not on the list.
        waits_until: the digest that it waits for.
        ways: the deliveries, in order.
        no_address: no conversation can be written to now.
        was_reached: some conversation stood for them once.
    """

    member_id: int
    publication_id: int
    full_name: str
    given_name: str
    address_form: Address
    is_own: bool
    number: str
    title: str
    published_at: datetime
    is_withdrawn: bool
    is_halted: bool
    rule: Rule
    is_exempt: bool
    is_not_asked: bool
    is_not_listed: bool
    on_paper: bool
    has_left: bool
    no_address: bool
    was_reached: bool
    waits_until: datetime | None
    ways: tuple[Way, ...]

    @property
    def is_for_them(self) -> bool:
        """Whether it was to come to them."""
        return self.rule.why in BRINGS and not self.is_not_listed


@dataclass(frozen=True)
class Choice:
    """Whose publications there are to ask about, a page of them.

    Args:
        has_more: whether another page follows.
    """

    member_id: int
    full_name: str
    is_own: bool
    publications: tuple[Listed, ...]
    has_more: bool


async def people_to_ask_about(caller: Caller, office: Office, *, words: str) -> tuple[Person, ...]:
    """Those whose name has these words (accents optional) and about whom the caller may ask.

    Raises:
        Refused: NOT_ALLOWED.
    """
    if not (caller.door is Door.COMMAND_LINE or caller.has(ASK_ABOUT_OTHERS)):
        raise Refused(Refusal.NOT_ALLOWED)
    unit_ids = None if _asks_about_anybody(caller) else caller.units_of(LEADERS_OF_A_UNIT)

    def body(connection: Connection) -> list[Person]:
        return why.people_of(connection, unit_ids)

    wanted = set(fold(words).split())
    found = await office.database.read(body)
    return tuple(one for one in found if wanted and wanted <= set(fold(one.full_name).split()))


async def publications_to_ask_about(
    caller: Caller, office: Office, *, member_id: int, page: int = 0, number: str = ""
) -> Choice:
    """The publications to choose from, the newest first, eight a page, or those of a typed number.

    What went to other units is listed for an admin only.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """

    def body(connection: Connection) -> Choice:
        member = _demand_askable(connection, caller, member_id)
        found = why.listed(
            connection,
            within=_within(connection, office, caller, member),
            number_key=key_of_typed(number) if number else "",
            limit=PAGE + 1,
            offset=page * PAGE,
        )
        shown = tuple(found[:PAGE])
        return Choice(
            member.id, member.full_name, member.id == caller.member_id, shown, len(found) > len(shown)
        )

    return await office.database.read(body)


async def explain(caller: Caller, office: Office, *, member_id: int, publication_id: int) -> Explanation:
    """Why this person did or did not get this publication; a look at somebody else is written down.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """

    def body(connection: Connection) -> Explanation:
        member = _demand_askable(connection, caller, member_id)
        publication = publications.publication(connection, publication_id)
        within = _within(connection, office, caller, member)
        if publication is None or (
            within is not None and not why.concerns(connection, publication_id, within=within)
        ):
            raise Refused(Refusal.NOT_FOUND)
        if member.id != caller.member_id:
            _note(connection, caller, office, member, publication_id)
        return _explained(connection, office, caller, member, publication)

    if member_id == caller.member_id:
        return await office.database.read(body)
    return await office.perform(caller, "ask why", body, outcome=Explanation)


def _asks_about_anybody(caller: Caller) -> bool:
    return caller.door is Door.COMMAND_LINE or caller.has({Role.ADMIN})


def _demand_askable(connection: Connection, caller: Caller, member_id: int) -> Member:
    member = people.member(connection, member_id)
    if not _asks_about_anybody(caller) and member_id != demand_member(caller):
        # Whether there is such a member is nothing to who may not ask about them.
        is_led = member is not None and member.unit_id in caller.units_of(LEADERS_OF_A_UNIT)
        if not is_led:
            raise Refused(Refusal.NOT_ALLOWED)
    if member is None or member.erased_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    return member


def _within(connection: Connection, office: Office, caller: Caller, member: Member) -> Within | None:
    if _asks_about_anybody(caller):
        return None
    today = office.clock.now().astimezone(office.zone).date()
    above = units_above(connection, member.unit_id, today)
    return Within(member.id, demand_member(caller), above, _not_for(connection, member, above))


def _not_for(connection: Connection, member: Member, above: Collection[int]) -> list[int]:
    """What never was for the member by its units, kinds, roles or exclusions: its very title is no news."""
    held = roles_ever(connection, member.id)
    return [
        one.id
        for one in narrow_ones(connection)
        if _goes_past(Audience.of(one.audience), member, above, roles_at(held, one.published_at))
    ]


def _goes_past(rule: Audience, member: Member, above: Collection[int], roles: Collection[Role]) -> bool:
    return (
        (rule.kind is AudienceKind.UNIT and set(rule.unit_ids).isdisjoint(above))
        or member.id in rule.without
        or bool(rule.members and member.kind not in rule.members)
        or bool(rule.roles and rule.roles.isdisjoint(roles))
    )


def _explained(
    connection: Connection, office: Office, caller: Caller, member: Member, publication: Publication
) -> Explanation:
    sent = why.sent(connection, publication_id=publication.id, member_id=member.id)
    asked = why.asked(connection, publication_id=publication.id, member_id=member.id)
    due_on = why.waits_for_digest(connection, publication_id=publication.id, member_id=member.id)
    was_for = bool(sent) or asked is not None or due_on is not None
    rule = rule_for(connection, office, publication, member, was_for=was_for)
    if rule.why is Why.LEFT_OUT and not _may_know_names(caller, member):
        rule = replace(rule, why=Why.NOT_MEANT)
    is_own = member.id == caller.member_id
    keeps_answers = publication.asks_acknowledgement and not is_own
    return Explanation(
        member_id=member.id,
        publication_id=publication.id,
        full_name=member.full_name,
        given_name=member.given_name,
        address_form=member.address_form,
        is_own=is_own,
        number=publication.number,
        title=publication.title,
        published_at=publication.published_at,
        is_withdrawn=publication.state is PublicationState.WITHDRAWN,
        is_halted=publication.state is PublicationState.HALTED,
        rule=rule,
        is_exempt=asked is not None and asked.is_exempt and rule.why is not Why.ISSUER,
        is_not_asked=asked is not None and asked.is_withdrawn,
        is_not_listed=publication.asks_acknowledgement and asked is None and rule.why in BRINGS,
        on_paper=member.on_paper,
        has_left=member.left_at is not None,
        no_address=people.first_address(connection, member.id) is None,
        was_reached=why.has_conversation(connection, member.id),
        waits_until=None if due_on is None else digest_at(office, due_on),
        ways=ways_of(office, sent, publication.urgency, keeps_answers=keeps_answers),
    )


def _may_know_names(caller: Caller, member: Member) -> bool:
    """Whether the caller may learn that the member was left out by name; the member themself does not."""
    named = units_with_names(caller)
    return member.id != caller.member_id and (named is None or member.unit_id in named)


def _note(
    connection: Connection, caller: Caller, office: Office, member: Member, publication_id: int
) -> None:
    line = entry(
        caller,
        office,
        thing="why",
        thing_id=publication_id,
        from_state="",
        to_state="looked",
        publication_id=publication_id,
        member_id=member.id,
        unit_id=member.unit_id,
    )
    history.append(connection, line)
