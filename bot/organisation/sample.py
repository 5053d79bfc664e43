"""The sample organisation of the sandbox: who is there, before any story begins."""

from dataclasses import dataclass

from bot.access import Caller, Door
from bot.office import Office
from bot.organisation.consent import goes_abroad, text_version
from bot.organisation.enrolling import enrol, grant_role
from bot.organisation.founding import begin
from bot.organisation.names import given_name
from bot.texts.sample import COMMITTEE, PEOPLE, TOP, UNITS, SamplePerson
from storage.channels import connections
from storage.database import Connection
from storage.organisation import organisation
from storage.privacy import consents
from storage.states import ConsentPurpose, Platform

WEB = "web"
_FOUNDER = Caller(member_id=None, door=Door.COMMAND_LINE)


@dataclass(frozen=True)
class SampleIds:
    """The numbers of what was made.

    Args:
        connection_id: of the web inbox.
        units: by short name ("LĐLĐ tỉnh", "Đảng ủy", "Chi bộ 1" ...).
        members: by given name.
        addresses: by given name; who has no phone is not among them.
        topics: by name.
    """

    connection_id: int
    units: dict[str, int]
    members: dict[str, int]
    addresses: dict[str, int]
    topics: dict[str, int]


def found_sample(connection: Connection, office: Office) -> SampleIds:
    """Write the sample organisation into an empty database, as of `office.clock.now()`.

    The chat id of a member on the web inbox is `m` and their number.

    Raises:
        AlreadyFounded: the database has an organisation in it.
    """
    topics = begin(connection, office, sandbox=True)
    connection_id = connections.ensure(connection, platform=Platform.WEB, name=WEB)
    units = _units(connection, office)
    members = {given_name(person.full_name): _member(connection, office, units, person) for person in PEOPLE}
    addresses = {
        given_name(person.full_name): _address(
            connection, office, connection_id, person, members[given_name(person.full_name)]
        )
        for person in PEOPLE
        if person.has_phone
    }
    return SampleIds(connection_id, units, members, addresses, topics)


def _units(connection: Connection, office: Office) -> dict[str, int]:
    units: dict[str, int] = {}
    for unit in UNITS:
        units[unit.short_name] = organisation.add_unit(
            connection,
            kind=unit.kind,
            name=unit.name,
            short_name=unit.short_name,
            parent_id=None if unit.under is None else units[unit.under],
            opened_on=office.clock.now().astimezone(office.zone).date(),
        )
    return units


def _member(connection: Connection, office: Office, units: dict[str, int], person: SamplePerson) -> int:
    member_id = enrol(
        connection,
        office,
        _FOUNDER,
        full_name=person.full_name,
        unit_id=units[person.unit],
        position=person.position,
        address_form=person.address_form,
        kind=person.kind,
    )
    unit_id = units[TOP if person.unit == COMMITTEE else person.unit]
    for role in person.roles:
        grant_role(connection, office, _FOUNDER, member_id=member_id, role=role, unit_id=unit_id)
    return member_id


def _address(
    connection: Connection, office: Office, connection_id: int, person: SamplePerson, member_id: int
) -> int:
    now = office.clock.now()
    address_id = organisation.address_for(
        connection, connection_id=connection_id, chat_id=f"m{member_id}", is_group=False, now=now
    )
    organisation.bind_address(connection, address_id, member_id=member_id, seen_owner=None)
    organisation.set_shown_as(connection, address_id, person.shown_as)
    consents.record_consents(
        connection,
        member_id=member_id,
        purposes=[purpose.value for purpose in ConsentPurpose],
        text_version=text_version(person.kind, abroad=goes_abroad(office)),
        address_id=address_id,
        now=now,
    )
    return address_id
