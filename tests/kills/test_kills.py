"""SIGKILL in mid-broadcast and in mid-acknowledgement, on both databases."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url

from bot.access import Caller, Door
from bot.audience import Audience, AudienceKind
from bot.clock import OfficeClock
from bot.office import Office
from bot.organisation.callers import caller_of_member
from bot.publication.approval.approving import approve_now
from bot.publication.approval.submitting import submit
from bot.publication.audience.choosing import set_audience
from bot.publication.draft.drafting import draft_from_text
from bot.runtime.opening import make_key
from bot.settings import Settings
from bot.texts import sample_story
from storage import tables
from storage.database import Connection, Database
from storage.organisation import organisation
from storage.states import DeliveryState, ObligationState
from tests.kills.scene import (
    PEOPLE,
    Scene,
    config_text,
    deliveries,
    expire_leases,
    hurry_copies,
    settle_the_office,
    stand_in,
    sync_engine,
)

# The web addresses of the cast are served by nobody here: only Telegram's cards are looked at.
_TELEGRAM = {str(number) for number in PEOPLE}
_SETTLED = {DeliveryState.SENT, DeliveryState.UNKNOWN}


@pytest.fixture
def scene(prepared_url: str, tmp_path: Path) -> Iterator[Scene]:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    url = prepared_url
    if url.startswith("sqlite"):
        # The settings know SQLite only as the file of the data folder.
        file = Path(make_url(url).database or "")
        file.rename(folder / "loa.db")
        url = f"sqlite:///{folder / 'loa.db'}"
    log = tmp_path / "accepted.jsonl"
    log.touch()
    with stand_in(log) as api:
        config = tmp_path / "config.toml"
        config.write_text(config_text(url, api, folder), encoding="utf-8")
        config.chmod(0o600)
        one = Scene(url, api, log, config)
        one.change(settle_the_office)
        asyncio.run(publish(url, make_key(folder)))
        yield one


async def publish(url: str, key: bytes) -> None:
    """The clerk drafts, the deputy secretary approves; nobody sends yet."""
    database = Database(url)
    installation = await database.read(organisation.installation)
    assert installation is not None
    clock = OfficeClock(timedelta(seconds=installation.clock_offset_seconds))
    office = Office(database=database, clock=clock, settings=Settings(), key=key)

    def member(name: str) -> int:
        engine = sync_engine(url)
        with engine.connect() as connection:
            table = tables.members
            found = connection.execute(sa.select(table.c.id).where(table.c.full_name == name)).scalar_one()
        engine.dispose()
        return int(found)

    async def caller(name: str) -> Caller:
        return await caller_of_member(office, member(name), door=Door.WEB)

    clerk, approver = await caller("Trần Thị Lan"), await caller("Lê Thị Minh")
    draft = await draft_from_text(clerk, office, text=sample_story.DIRECTIVE.format(number="11"))
    draft = await set_audience(
        clerk,
        office,
        draft_id=draft.draft_id,
        revision=draft.revision,
        audience=Audience(AudienceKind.EVERYONE),
    )
    submitted = await submit(clerk, office, draft_id=draft.draft_id, revision=draft.revision)
    await approve_now(approver, office, draft_id=draft.draft_id, revision=submitted.revision)
    await office.database.close()


def cards(scene: Scene) -> dict[str, tuple[DeliveryState, int]]:
    """Each card's state and how often its outcome stayed unclear, by chat."""
    return {
        row.chat_id: (row.state, row.maybe_count) for row in scene.ask(deliveries) if row.chat_id in _TELEGRAM
    }


@pytest.mark.timeout(240)
def test_killed_in_mid_broadcast_nothing_is_lost_and_every_copy_is_accounted_for(scene: Scene) -> None:
    assert len(cards(scene)) == len(PEOPLE)
    scene.slow(0.2)
    for kill in range(1, 4):
        with scene.loa():
            scene.wait(partial(_accepted, scene, at_least=12 * kill))
        scene.change(expire_leases)
    with scene.loa():
        scene.wait(lambda: _none_in(scene, {DeliveryState.QUEUED, DeliveryState.SENDING}))
    scene.change(hurry_copies)
    with scene.loa():
        scene.wait(lambda: _all_settled(scene))

    got = scene.accepted()
    for chat, (state, doubts) in cards(scene).items():
        assert got[chat] >= 1 or state is DeliveryState.UNKNOWN, f"chat {chat} was lost"
        assert got[chat] <= 1 + doubts, f"chat {chat} has a copy that no row tells of"
    assert any(doubts for _, doubts in cards(scene).values()), "no kill hit a send: the test showed nothing"


def _accepted(scene: Scene, *, at_least: int) -> bool:
    return scene.accepted().total() >= at_least


def _acknowledged(scene: Scene, *, at_least: int) -> bool:
    return scene.ask(acknowledged) >= at_least


def _none_in(scene: Scene, states: set[DeliveryState]) -> bool:
    return not any(state in states for state, _ in cards(scene).values())


def _all_settled(scene: Scene) -> bool:
    return all(state in _SETTLED for state, _ in cards(scene).values())


@pytest.mark.timeout(240)
def test_killed_in_mid_acknowledgement_no_tap_is_lost_and_none_counts_twice(scene: Scene) -> None:
    with scene.loa():
        scene.wait(lambda: scene.accepted().total() >= len(PEOPLE))
        scene.wait(lambda: _none_in(scene, {DeliveryState.QUEUED, DeliveryState.SENDING}))
    for number in PEOPLE:
        scene.person(number, "presses", label="✅ Đã nắm")
    for kill in range(1, 4):
        with scene.loa():
            scene.wait(partial(_acknowledged, scene, at_least=8 * kill))
        scene.change(expire_leases)
    with scene.loa():
        scene.wait(lambda: scene.ask(acknowledged) == len(PEOPLE))
        scene.wait(lambda: not scene.ask(unhandled))

    assert scene.ask(acknowledged) == len(PEOPLE)
    assert scene.ask(acknowledgements_in_history) == len(PEOPLE)


def acknowledged(connection: Connection) -> int:
    table = tables.obligations
    question = sa.select(sa.func.count()).where(table.c.state == ObligationState.ACKNOWLEDGED)
    return int(connection.execute(question).scalar_one())


def acknowledgements_in_history(connection: Connection) -> int:
    table = tables.history
    question = sa.select(sa.func.count()).where(
        table.c.thing == "obligation", table.c.to_state == ObligationState.ACKNOWLEDGED
    )
    return int(connection.execute(question).scalar_one())


def unhandled(connection: Connection) -> int:
    table = tables.inbox
    question = sa.select(sa.func.count()).where(table.c.state.in_(("waiting", "handling")))
    return int(connection.execute(question).scalar_one())
