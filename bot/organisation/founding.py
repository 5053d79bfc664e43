"""The first rows of an installation: what `loa init` makes."""

from dataclasses import dataclass

from bot.access import Caller, Door
from bot.errors import LoaError, Refusal, Refused
from bot.office import Office
from bot.organisation.enrolling import enrol, grant_role
from bot.organisation.names import tidy
from bot.texts.founding import FIRST_POSITION, FIRST_TOPICS
from storage.database import Connection
from storage.organisation import organisation, topics
from storage.states import Role, UnitKind

COMMAND_LINE = Caller(member_id=None, door=Door.COMMAND_LINE)

# One person can begin alone: draft, approve, invite. That nobody approves their own draft is a setting of
# the office (second_person_approves), not a matter of roles, and stays on until the office turns it off.
_FIRST_ROLES = (Role.ADMIN, Role.CLERK, Role.APPROVER)


class AlreadyFounded(LoaError):
    """This database belongs to an organisation already."""


@dataclass(frozen=True)
class Founded:
    """What was made."""

    unit_id: int
    admin_id: int


def found_office(connection: Connection, office: Office, *, first_admin_name: str, unit_name: str) -> Founded:
    """Write the installation, its first unit and topics, and the first admin, who is also clerk and approver.

    Raises:
        AlreadyFounded: the database has an organisation in it.
        Refused: EMPTY, when a name is blank.
    """
    admin_name, unit = tidy(first_admin_name), tidy(unit_name)
    if not admin_name or not unit:
        raise Refused(Refusal.EMPTY)
    begin(connection, office, sandbox=False)
    unit_id = organisation.add_unit(
        connection,
        kind=UnitKind.COMMITTEE,
        name=unit,
        short_name=unit,
        parent_id=None,
        opened_on=office.clock.now().astimezone(office.zone).date(),
    )
    admin_id = enrol(
        connection, office, COMMAND_LINE, full_name=admin_name, unit_id=unit_id, position=FIRST_POSITION
    )
    for role in _FIRST_ROLES:
        grant_role(connection, office, COMMAND_LINE, member_id=admin_id, role=role, unit_id=unit_id)
    return Founded(unit_id, admin_id)


def begin(connection: Connection, office: Office, *, sandbox: bool) -> dict[str, int]:
    """Write the installation's row and the first topics; returns the topics' numbers by name.

    Raises:
        AlreadyFounded: the database has an organisation in it.
    """
    if organisation.installation(connection) is not None:
        raise AlreadyFounded("this database belongs to an organisation already")
    organisation.found(connection, name=office.settings.office.name, sandbox=sandbox, now=office.clock.now())
    return {topic.name: topics.add(connection, **topic._asdict()) for topic in FIRST_TOPICS}
