"""An office with everything that somebody could reach for, in their own branch and in another."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from bot.access import Caller, Door
from bot.office import Office
from bot.organisation.callers import caller_of
from bot.organisation.joining.inviting import invite
from bot.organisation.rights.granting import end, give
from bot.organisation.rights.history_filters import Filter
from bot.organisation.rights.history_reading import look
from bot.organisation.rights.proposals import Proposal
from bot.publication.draft.attaching import attach
from storage import tables
from storage.acknowledgement import questions, task_takers
from storage.database import Connection, Database
from storage.intake import sources
from storage.joining import join_requests
from storage.organisation import exemptions, grants, roster_files, unit_changes
from storage.privacy import data_requests
from storage.privacy.data_requests import NewRequest
from storage.publication import publications
from storage.rows import insert_row
from storage.states import (
    DataRequest,
    ExemptFrom,
    ExemptReason,
    ItemState,
    JoinState,
    Role,
    Scope,
    SourceKind,
    UnitChange,
)
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, COMMAND_LINE, ROOT, START, Cast, add_address, clock_of
from tests.organisation.joined import do
from tests.publication import steps as publishing
from tests.study import steps as study

T = TypeVar("T")

ACTORS = {
    "member": "Bình",
    "secretary": "Hòa",
    "deputy": "An",
    "leader": "Thuận",
    "clerk": "Lan",
    "approver": "Minh",
    "admin": "Dũng",
    "auditor": "Kiên",
    "lapsed": "Mai",
    "gone": "Ngọc",
    "stranger": "",
}
"""Who tries: the first eight by what they are, then who held every role until yesterday, who left the roster
holding one, and somebody whom nobody knows. Those of a branch belong to the first."""

OWN, OTHER = 0, 1


@dataclass(frozen=True)
class World:
    """Numbers of rows: (in the own branch, in the other one)."""

    cast: Cast
    callers: dict[str, Caller]
    things: dict[str, tuple[int, int]]


class DryDatabase(Database):
    """Does everything and keeps nothing; remembers whether a change went through."""

    changed = False

    async def transaction(self, body: Callable[[Connection], T]) -> T:
        """Run the body and take it all back."""
        results: list[T] = []

        def dry(connection: Connection) -> None:
            with connection.begin_nested() as savepoint:
                results.append(body(connection))
                savepoint.rollback()

        await super().transaction(dry)
        self.changed = True
        return results[0]


async def build(office: Office, cast: Cast) -> World:
    """The office on Monday at ten."""
    await _people(office, cast)
    cast = await _with_grants_of_now(office, cast)
    publication_id = await publishing.published(office, cast)
    draft = await publishing.drafted(office, cast, text=publishing.MEETING)
    handed_in = await publishing.submitted(office, cast, text=_other_number(publishing.DIRECTIVE))
    sessions = [await study.announced(office, cast, by=by) for by in ("Hòa", "Sơn")]
    plans = [await study.plan(office, cast, by=by, when="19:30-21:00 10/12/2026") for by in ("Hòa", "Sơn")]
    invitations = [(await invite(COMMAND_LINE, office, member_id=cast[one])).id for one in ("Phượng", "Tâm")]
    looked = await look(cast.caller("Kiên"), office, wanted=Filter())
    attachment_id = await do(office, lambda connection: _parts(connection, office, cast, publication_id))
    things = await do(office, lambda connection: _rows(connection, cast, publication_id))
    clock_of(office).forward(hours=2)
    found = {
        "nothing": (0, 0),
        "publication": (publication_id, publication_id),
        "attachment": (attachment_id, attachment_id),
        "draft": (draft.draft_id, draft.draft_id),
        "handed_in": (handed_in.draft_id, handed_in.draft_id),
        "session": (sessions[0], sessions[1]),
        "plan": (plans[0], plans[1]),
        "invitation": (invitations[0], invitations[1]),
        "look": (0, looked.look),
        "connection": (cast.connection_id, cast.connection_id),
        "member": (cast["Phượng"], cast["Thu"]),
        "unit": (cast.units[BRANCH_1], cast.units[BRANCH_2]),
        "topic": (cast.topics["Học tập chuyên đề"],) * 2,
        "taken_topic": (cast.topics["Kết quả hội nghị"],) * 2,
    } | things
    callers = {name: await _speaks(office, cast, given) for name, given in ACTORS.items()}
    return World(cast, callers, found)


def _parts(connection: Connection, office: Office, cast: Cast, publication_id: int) -> int:
    """The publication goes out with its text, a task for somebody of each branch, and a file; its number."""
    task = {"text": "Kiểm tra", "who": "", "due_on": None, "member_ids": [cast["Phượng"], cast["Thu"]]}
    connection.execute(tables.versions.update().values(scope=Scope.PUBLIC, tasks=[task]))
    for given in ("Phượng", "Thu"):
        task_takers.add(connection, publication_id=publication_id, task=0, member_id=cast[given])
    found = publications.publication(connection, publication_id)
    assert found is not None
    return attach(connection, office, found.draft_id, content=b"x", name="a.docx").id


def _other_number(text: str) -> str:
    """Another publication's number: the same one would be refused."""
    return text.replace("Số 12", "Số 13").replace("Số: 12", "Số: 13")


async def _people(office: Office, cast: Cast) -> None:
    dung = cast.caller("Dũng")
    await give(dung, office, proposal=Proposal(cast["An"], Role.DEPUTY_SECRETARY, cast.units[BRANCH_1]))
    for role in Role:
        unit = BRANCH_1 if role in {Role.SECRETARY, Role.DEPUTY_SECRETARY} else ROOT
        await give(dung, office, proposal=Proposal(cast["Mai"], role, cast.units[unit]))
    await give(dung, office, proposal=Proposal(cast["Ngọc"], Role.CLERK, cast.units[ROOT]))

    def held(connection: Connection) -> list[int]:
        both = [(cast["Mai"], None), (cast["Minh"], Role.COMMITTEE_LEADER)]
        return [
            one.id
            for member_id, role in both
            for one in grants.of_member(connection, member_id, now=office.clock.now())
            if role in (None, one.role)
        ]

    for grant_id in await office.database.read(held):
        await end(COMMAND_LINE, office, grant_id=grant_id)

    def others(connection: Connection) -> None:
        left = tables.members.update().where(tables.members.c.id == cast["Ngọc"])
        connection.execute(left.values(left_at=START))
        people_rows = tables.members
        row = connection.execute(people_rows.select().where(people_rows.c.id == cast["Mai"])).one()
        phuong = {name: value for name, value in row._mapping.items() if name != "id"}
        cast.members["Phượng"] = insert_row(connection, people_rows, phuong | {"full_name": "Lê Thị Phượng"})

    await do(office, others)


async def _with_grants_of_now(office: Office, cast: Cast) -> Cast:
    found = {given: (await _speaks(office, cast, given)).grants for given in cast.addresses}
    return replace(cast, grants=cast.grants | found)


async def _speaks(office: Office, cast: Cast, given: str) -> Caller:
    chat_id = f"chat-{given}" if given else "nobody-knows"
    if not given:
        await do(
            office,
            lambda connection: add_address(connection, cast.connection_id, chat_id=chat_id, member_id=None),
        )
    return await caller_of(office, connection_id=cast.connection_id, chat_id=chat_id, door=Door.WEB)


def _rows(connection: Connection, cast: Cast, publication_id: int) -> dict[str, tuple[int, int]]:
    for unit in (BRANCH_1, BRANCH_2):
        _group(connection, cast, unit)
    return {
        "question": _two(
            questions.add(
                connection,
                publication_id=publication_id,
                member_id=cast[given],
                unit_id=cast.units[unit],
                question="Họp ở đâu?",
                asked_at=START,
            )
            for given, unit in (("Mai", BRANCH_1), ("Thu", BRANCH_2))
        ),
        "taker": _two(one.id for one in task_takers.of_publication(connection, publication_id)),
        "grant": _two(grants.of_member(connection, cast[given], now=START)[0].id for given in ("Hòa", "Sơn")),
        "exemption": _two(
            exemptions.add(
                connection,
                member_id=cast[given],
                exempt_from=ExemptFrom.MEETINGS,
                reason=ExemptReason.ILL,
                now=START,
                until_at=None,
                granted_by=None,
            )
            for given in ("Phượng", "Thu")
        ),
        "data_request": _two(
            data_requests.add(
                connection,
                NewRequest(
                    member_id=cast[given],
                    request=DataRequest.CORRECT,
                    wish="Tên",
                    made_at=START,
                    acknowledge_by=START + timedelta(days=2),
                    due_by=START + timedelta(days=10),
                ),
            )
            for given in ("Phượng", "Thu")
        ),
        "join_request": _two(_join_request(connection, cast, unit) for unit in (BRANCH_1, BRANCH_2)),
        "planned_change": _two(_change(connection, cast, BRANCH_3, confirmed=True) for _ in range(2)),
        "drafted_change": _two(_change(connection, cast, BRANCH_3, confirmed=False) for _ in range(2)),
        "roster_file": _two(_roster_file(connection, cast) for _ in range(2)),
        **_source(connection),
    }


def _source(connection: Connection) -> dict[str, tuple[int, int]]:
    """A folder that is watched, and something that was in it; neither belongs to a branch."""
    values = {
        "name": "Thư mục",
        "kind": SourceKind.FOLDER,
        "place": ".",
        "selectors": {},
        "audience": {"kind": "everyone", "subject": 0},
        "topic_id": None,
        "scope": Scope.PUBLIC,
        "every_minutes": 60,
        "created_by": None,
    }
    source_id = sources.add(connection, values, now=START)
    item = {
        "source_id": source_id,
        "fingerprint": "x",
        "state": ItemState.IMPORTED,
        "tries": 0,
        "seen_at": START,
        "changed_at": START,
        "link": "https://loa.example/van-ban",
        **dict.fromkeys(("title", "content_hash", "stamp", "fault_detail"), ""),
    }
    item_id = insert_row(connection, tables.items, item)
    return {"source": (source_id, source_id), "item": (item_id, item_id)}


def _two(numbers: Iterable[int]) -> tuple[int, int]:
    own, other = numbers
    return own, other


def _join_request(connection: Connection, cast: Cast, unit: str) -> int:
    address_id = add_address(connection, cast.connection_id, chat_id=f"asks-{unit}", member_id=None)
    number = join_requests.begin(connection, address_id=address_id, now=START)
    said = {"said_name": "Ai đó", "said_unit": unit, "unit_id": cast.units[unit], "state": JoinState.WAITING}
    table = tables.join_requests
    connection.execute(table.update().where(table.c.id == number).values(said))
    return number


def _change(connection: Connection, cast: Cast, unit: str, *, confirmed: bool) -> int:
    return unit_changes.add(
        connection,
        change=UnitChange.MOVE,
        unit_id=cast.units[unit],
        on_date=date(2027, 1, 1),
        made_by=cast["Dũng"],
        made_at=START,
        target_id=cast.units[ROOT],
        confirmed_at=START if confirmed else None,
    )


def _group(connection: Connection, cast: Cast, unit: str) -> None:
    number = add_address(connection, cast.connection_id, chat_id=f"-{cast.units[unit]}", member_id=None)
    values = {"is_group": True, "unit_id": cast.units[unit]}
    connection.execute(tables.addresses.update().where(tables.addresses.c.id == number).values(values))


def _roster_file(connection: Connection, cast: Cast) -> int:
    return roster_files.add(
        connection,
        file_name="danh-sach.xlsx",
        fingerprint="0",
        difference="",
        made_by=cast["Dũng"],
        now=START,
        until_at=START + timedelta(days=7),
    )
