"""Making a sheet: who is on it, which codes end with it, the file."""

import asyncio
from dataclasses import dataclass, field, replace

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.invitation_sheets.drawing import Part, Sheet, draw
from bot.organisation.joining import codes, handing_over
from bot.organisation.joining.inviting import INVITERS, VALID_FOR, may_invite, units_to_invite
from bot.organisation.joining.making_codes import PICTURE_KEPT, make_code
from bot.reading.folding import fold
from bot.texts import invitation_sheets as texts
from storage import files, history
from storage.database import Connection
from storage.organisation import coverage, organisation, people
from storage.organisation.coverage import Gap
from storage.organisation.people import Member
from storage.states import Role

MOST = 200
"""People on one sheet that the chat makes: fifty pages, drawn in seconds."""
PDF = "application/pdf"


@dataclass(frozen=True)
class Choice:
    """A unit with somebody to invite, those below it not counted."""

    unit_id: int
    name: str
    amount: int


@dataclass(frozen=True)
class Plan:
    """What a sheet of the unit and those below it would be.

    Args:
        people: who would be on it.
        ends: codes of theirs that nobody used yet and that would end.
        on_paper: who is not on it, because word reaches them on paper.
        with_roles: who is not on it, because an admin alone may invite them.
    """

    unit_id: int
    unit_name: str
    people: int
    ends: int
    on_paper: int
    with_roles: int


@dataclass(frozen=True)
class Made:
    """A sheet.

    Args:
        file_id: where it is kept for a day.
        name: of the file.
    """

    file_id: int
    name: str
    unit_name: str
    people: int
    content: bytes = field(repr=False)


async def units_to_print(caller: Caller, office: Office) -> tuple[Choice, ...]:
    """The units with anybody for whom the caller may print an invitation, in protocol order.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, INVITERS)

    def body(connection: Connection) -> tuple[Choice, ...]:
        counts = coverage.by_unit(connection, unit_ids=units_to_invite(caller))
        amounts = {one.unit_id: one.unreached - one.on_paper for one in counts}
        return tuple(
            Choice(unit.id, unit.name, amounts[unit.id])
            for unit in organisation.units_in_order(connection)
            if amounts.get(unit.id)
        )

    return await office.database.read(body)


async def units_called(caller: Caller, office: Office, *, name: str) -> tuple[int, ...]:
    """The open units that bear this name, long or short, accents optional.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, INVITERS)
    today, wanted = office.clock.now().astimezone(office.zone).date(), fold(name)

    def body(connection: Connection) -> tuple[int, ...]:
        return tuple(
            unit.id
            for unit in organisation.units_in_order(connection, on=today)
            if wanted in (fold(unit.name), fold(unit.short_name))
        )

    return await office.database.read(body)


async def plan_sheet(caller: Caller, office: Office, *, unit_id: int, most: int = MOST) -> Plan:
    """Say what a sheet would hold and which codes it would end; nothing is made yet.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, NOBODY_TO_INVITE, TOO_MANY.
    """

    def body(connection: Connection) -> Plan:
        name, below = _demand_unit(connection, caller, unit_id)
        found = _gaps(connection, office, below, most=most)
        invited = _invited(caller, found)
        return Plan(
            unit_id=unit_id,
            unit_name=name,
            people=len(invited),
            ends=sum(1 for one in invited if one.invited_until is not None),
            on_paper=sum(one.on_paper for one in coverage.by_unit(connection, unit_ids=below)),
            with_roles=len(found) - len(invited),
        )

    return await office.database.read(body)


async def make_sheet(
    caller: Caller, office: Office, *, unit_id: int, most: int = MOST, account: str = ""
) -> Made:
    """Make a code for everybody on the sheet, and the sheet; earlier codes that nobody used end.

    Args:
        caller: whoever may invite there.
        office: the office.
        unit_id: with all units below it.
        most: people on one sheet.
        account: of the office's bot, where it has not yet told its name to this database.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, NOBODY_TO_INVITE, TOO_MANY; GONE_ON when somebody left or was
            connected while it was drawn.
    """
    by_member, sheet = await office.database.read(
        lambda connection: _drafted(connection, office, caller, unit_id, most, account=account)
    )
    # Drawn outside the transaction: meanwhile the others go on.
    content = await asyncio.to_thread(draw, sheet)
    now = office.clock.now()

    def body(connection: Connection) -> Made:
        for member_id, code in by_member.items():
            member = _demand_still_unreached(connection, member_id)
            make_code(connection, office, caller, member, code=code, valid_for=VALID_FOR)
        line = entry(
            caller,
            office,
            thing="invitation_sheet",
            thing_id=unit_id,
            from_state="",
            to_state="made",
            unit_id=unit_id,
            detail=str(len(by_member)),
        )
        history.append(connection, line)
        file_id = files.keep(connection, content, media_type=PDF, now=now, until_at=now + PICTURE_KEPT)
        name = texts.file_name(fold(sheet.unit_name))
        return Made(file_id, name, sheet.unit_name, len(by_member), content)

    # Without the knock, as `inviting.invite`: a second run ends the codes of a sheet that nobody has got.
    return await office.perform(replace(caller, knock=None), "make_sheet", body, outcome=Made)


def _demand_unit(connection: Connection, caller: Caller, unit_id: int) -> tuple[str, frozenset[int]]:
    demand(caller, INVITERS)
    unit = organisation.unit(connection, unit_id)
    if unit is None:
        raise Refused(Refusal.NOT_FOUND)
    if caller.door is not Door.COMMAND_LINE and not caller.has({Role.ADMIN}):
        demand(caller, LEADERS_OF_A_UNIT, unit_id=unit_id)
    return unit.name, people.units_below(connection, unit_id)


def _gaps(connection: Connection, office: Office, below: frozenset[int], *, most: int) -> list[Gap]:
    """Those who are not reached and did not choose paper; at most one more than may be on a sheet."""
    found = coverage.gaps(
        connection, unit_ids=below, now=office.clock.now(), limit=most + 1, but_on_paper=True
    )
    if not found:
        raise Refused(Refusal.NOBODY_TO_INVITE)
    if len(found) > most:
        raise Refused(Refusal.TOO_MANY, limit=str(most))
    return found


def _invited(caller: Caller, found: list[Gap]) -> list[Gap]:
    invited = [one for one in found if may_invite(caller, one.member_id, has_role=one.has_role)]
    if not invited:
        raise Refused(Refusal.NOBODY_TO_INVITE)
    return invited


def _drafted(
    connection: Connection, office: Office, caller: Caller, unit_id: int, most: int, *, account: str
) -> tuple[dict[int, str], Sheet]:
    name, below = _demand_unit(connection, caller, unit_id)
    invited = _invited(caller, _gaps(connection, office, below, most=most))
    units = {
        unit.id: (place, unit.name) for place, unit in enumerate(organisation.units_in_order(connection))
    }
    invited.sort(key=lambda gap: units[gap.unit_id][0])
    by_member = {one.member_id: codes.new_code() for one in invited}
    until_at = office.clock.now() + VALID_FOR
    parts = []
    for one in invited:
        code = by_member[one.member_id]
        member = _demand_still_unreached(connection, one.member_id)
        parts.append(
            Part(
                invited=texts.invited(member.address_form, member.full_name),
                unit_line=texts.unit_line(units[one.unit_id][1], office.settings.office.name),
                code=codes.shown(code),
                link=handing_over.link(connection, office, code, account=account),
            )
        )
    return by_member, Sheet(
        unit_name=name,
        day=office.clock.now().astimezone(office.zone).date(),
        until=texts.until(until_at, office.zone),
        web_line=texts.WEB_LINE if office.settings.web.public_url else "",
        parts=tuple(parts),
        opens_page=handing_over.leads_to_page(office),
    )


def _demand_still_unreached(connection: Connection, member_id: int) -> Member:
    member = people.member(connection, member_id)
    if member is None or member.left_at is not None or member.on_paper:
        raise Refused(Refusal.GONE_ON)
    if people.addresses_of(connection, member_id):
        raise Refused(Refusal.GONE_ON)
    return member
