"""Where the story of the sandbox stands: what its five steps say, and who does the next thing."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.office import Office
from bot.sandbox.guarding import demand_sandbox
from storage import sandbox
from storage.acknowledgement import obligations
from storage.acknowledgement.obligations import Expected
from storage.database import Connection
from storage.delivery import deliveries
from storage.organisation import people
from storage.organisation.people import Member
from storage.sandbox import DraftLine, PublicationLine
from storage.states import DeliveryState, DraftState, ObligationState, Role

_UNIT_LEADERS = (Role.SECRETARY, Role.DEPUTY_SECRETARY)
_COUNTED = frozenset(ObligationState) - {ObligationState.EXEMPT, ObligationState.WITHDRAWN}
_ANSWERED = frozenset({ObligationState.ACKNOWLEDGED, ObligationState.READ_ALOUD})
_ON_ITS_WAY = frozenset({DeliveryState.QUEUED, DeliveryState.SENDING})


class Step(StrEnum):
    """The five steps, in order."""

    DRAFTING = "drafting"
    APPROVING = "approving"
    RECEIVING = "receiving"
    ACKNOWLEDGING = "acknowledging"
    PROGRESS = "progress"


@dataclass(frozen=True)
class Outgoing:
    """The newest publication that asks for acknowledgement, in numbers.

    Args:
        cards: deliveries of its card that were meant to go out.
        on_their_way: those that have not gone yet.
        counted: members in the denominator.
        answered: of these, acknowledged or read aloud to.
        asking: of these, waiting for an answer to a question.
    """

    number: str
    title: str
    due_at: datetime | None
    cards: int
    on_their_way: int
    counted: int
    answered: int
    asking: int

    @property
    def outstanding(self) -> int:
        """Members of whom nothing was heard."""
        return self.counted - self.answered - self.asking


@dataclass(frozen=True)
class Story:
    """What the steps say.

    Args:
        current: the step at which something is to be done next.
        actors: who does it, step by step; a step that nobody here can do is left out.
        card: the message with the card of who acknowledges next; empty without one.
    """

    current: Step
    draft_state: DraftState | None
    draft_title: str
    publish_at: datetime | None
    outgoing: Outgoing | None
    actors: dict[Step, Member] = field(default_factory=dict)
    card: str = ""


async def story_state(office: Office, *, connection_id: int) -> Story:
    """Where the story stands now.

    Raises:
        Refused: NOT_ALLOWED where this is no sandbox.
    """

    def body(connection: Connection) -> Story:
        demand_sandbox(connection)
        draft = sandbox.newest_draft(connection)
        publication = sandbox.newest_publication(connection)
        if draft and publication and _left_behind(draft, publication):
            draft = None
        expected = obligations.expected_list(connection, publication.id) if publication else []
        outgoing = _outgoing(connection, publication, expected) if publication else None
        actors = _Troupe(connection, office, connection_id).cast(
            publication.id if publication else None, expected
        )
        reader = actors.get(Step.ACKNOWLEDGING)
        return Story(
            current=_current(draft, outgoing),
            draft_state=draft.state if draft else None,
            draft_title=(draft.number or draft.title) if draft else "",
            publish_at=draft.publish_at if draft else None,
            outgoing=outgoing,
            actors=actors,
            card=sandbox.card_message(connection, publication_id=publication.id, member_id=reader.id)
            if publication and reader
            else "",
        )

    return await office.database.read(body)


def _left_behind(draft: DraftLine, publication: PublicationLine) -> bool:
    """A draft begun before the newest publication and not handed in is not where the story is."""
    return draft.state is DraftState.OPEN and draft.created_at < publication.published_at


def _outgoing(connection: Connection, publication: PublicationLine, expected: list[Expected]) -> Outgoing:
    standings = deliveries.standings(connection, publication.id)
    states = [line.state for line in expected]
    return Outgoing(
        number=publication.number,
        title=publication.title,
        due_at=publication.due_at,
        cards=sum(standing.amount for standing in standings if standing.state is not DeliveryState.CANCELLED),
        on_their_way=sum(standing.amount for standing in standings if standing.state in _ON_ITS_WAY),
        counted=sum(state in _COUNTED for state in states),
        answered=sum(state in _ANSWERED for state in states),
        asking=states.count(ObligationState.QUESTION),
    )


def _current(draft: DraftLine | None, outgoing: Outgoing | None) -> Step:
    if draft is not None:
        return Step.DRAFTING if draft.state is DraftState.OPEN else Step.APPROVING
    if outgoing is None:
        return Step.DRAFTING
    if outgoing.on_their_way:
        return Step.RECEIVING
    return Step.ACKNOWLEDGING if outgoing.outstanding else Step.PROGRESS


class _Troupe:
    """Who can be acted: those with a conversation on the page."""

    def __init__(self, connection: Connection, office: Office, connection_id: int) -> None:
        self._connection = connection
        self._now = office.clock.now()
        self._can_act = {page.member_id for page in sandbox.page_addresses(connection, connection_id)}

    def cast(self, publication_id: int | None, expected: list[Expected]) -> dict[Step, Member]:
        """Who does each step."""
        reader = self._reader(expected)
        chosen = {
            Step.DRAFTING: self._holder((Role.CLERK,)),
            Step.APPROVING: self._holder((Role.APPROVER,)),
            Step.RECEIVING: reader,
            Step.ACKNOWLEDGING: reader,
            Step.PROGRESS: self._leader(publication_id, reader),
        }
        members = {
            step: people.member(self._connection, member_id) if member_id else None
            for step, member_id in chosen.items()
        }
        return {step: member for step, member in members.items() if member is not None}

    def _holder(self, roles: Collection[Role], *, unit_id: int | None = None) -> int | None:
        held = people.holders(self._connection, roles, now=self._now)
        return next(
            (
                member_id
                for member_id, one in held
                if member_id in self._can_act and (unit_id is None or one.unit_id == unit_id)
            ),
            None,
        )

    def _reader(self, expected: list[Expected]) -> int | None:
        """A member whose card is open, one without an office if there is one; else who has answered."""
        leaders = {member_id for member_id, _ in people.holders(self._connection, tuple(Role), now=self._now)}
        candidates = [line for line in expected if line.member_id in self._can_act]
        candidates.sort(
            key=lambda line: (line.state is not ObligationState.EXPECTED, line.member_id in leaders)
        )
        if candidates:
            return candidates[0].member_id
        members = people.members_of(self._connection, None)
        return next((one.id for one in members if one.id in self._can_act and one.id not in leaders), None)

    def _leader(self, publication_id: int | None, reader: int | None) -> int | None:
        """Who leads the unit where a question waits, else the reader's unit, else any."""
        waiting = sandbox.waiting_questions(self._connection, publication_id) if publication_id else []
        member = people.member(self._connection, reader) if reader else None
        units = [*waiting, *([member.unit_id] if member else [])]
        leaders = [self._holder(_UNIT_LEADERS, unit_id=unit_id) for unit_id in units]
        return next((leader for leader in leaders if leader), None) or self._holder(_UNIT_LEADERS)
