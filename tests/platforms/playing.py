"""Playing a row: all its cells in one house at once, and what holds for every conversation afterwards."""

import asyncio
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.messages.plain import TEXT_LIMIT
from bot.messages.splitting import utf16_length
from storage import tables
from storage.database import Connection
from storage.states import Platform
from tests.platforms.house import House, open_house
from tests.platforms.person import Person
from tests.platforms.recording import recording
from tests.platforms.rows import Cell, Row
from tests.platforms.stage import Stage

_URL = re.compile(r"https?://\S+")
_SLASH = re.compile(r"(?<![\w/.:])/[a-z]{2,14}\b")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{30,}")


def played(rows: Sequence[Row]) -> pytest.MarkDecorator:
    """Each row on SQLite, some on PostgreSQL as well: what differs there is shown by the other rings."""
    params: list[Any] = [pytest.param(one, "prepared_sqlite_url", id=f"{one.what}, sqlite") for one in rows]
    params += [
        pytest.param(one, "prepared_postgres_url", id=f"{one.what}, postgresql", marks=pytest.mark.postgresql)
        for one in rows
        if one.on_both
    ]
    return pytest.mark.parametrize(("row", "database"), params)


async def play(row: Row, url: str, folder: Path) -> None:
    """Every cell, at the same time; what went wrong is told cell by cell."""
    with recording() as taken:
        await _all_cells(row, url, folder)
    assert not row.not_played(taken), f"named by the row and not played: {row.not_played(taken)}"


async def _all_cells(row: Row, url: str, folder: Path) -> None:
    async with open_house(url, folder) as house:
        together = asyncio.Barrier(len(row.cells))
        stages = [Stage(house, platform, together) for platform in row.cells]
        faults = await asyncio.gather(*(_plays(stage, row.cells[stage.platform]) for stage in stages))
        told = [f"{stage.platform}: {fault}" for stage, fault in zip(stages, faults, strict=True) if fault]
        assert not told, "\n\n".join(told)
        await _nothing_odd_was_said(house, stages)


async def _plays(stage: Stage, cell: Cell) -> str:
    try:
        await cell.story(stage)
    except asyncio.BrokenBarrierError:
        return ""
    except AssertionError as error:
        # The others may be waiting for this column to come to the same hour.
        await stage.together.abort()
        return f"{error}\n  at {_where(error)}"
    used = frozenset().union(*(one.used for one in stage.everybody))
    if used != cell.instead:
        return f"the cell names {sorted(cell.instead)}, the story used {sorted(used)}"
    return ""


def _where(error: AssertionError) -> str:
    trace, places = error.__traceback__, []
    while trace is not None:
        places.append(f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " > ".join(places[1:])


async def _nothing_odd_was_said(house: House, stages: Sequence[Stage]) -> None:
    await house.settles()
    for stage in stages:
        for person in stage.everybody:
            await _nothing_came_twice(person)
    for text in house.read_on_zalo:
        reads_well_without_buttons(text)
    # Who had their data deleted has no deliveries any more.
    known = await _sent_on_zalo(house)
    accepted = Counter(one.chat_id for one in house.zalo.accepted)
    assert {chat: accepted[chat] for chat in known} == known


async def _sent_on_zalo(house: House) -> dict[str, int]:
    """By chat, how many messages the office knows to have sent: one a delivery, and none for an edit."""
    rows, addresses = tables.deliveries, tables.addresses

    def body(connection: Connection) -> dict[str, int]:
        question = (
            sa.select(addresses.c.chat_id, sa.func.count())
            .select_from(rows.join(addresses, addresses.c.id == rows.c.address_id))
            .where(addresses.c.connection_id == house.connection_ids[Platform.ZALO])
            .where(rows.c.message_id != "")
            .group_by(addresses.c.chat_id)
        )
        return {str(chat): int(amount) for chat, amount in connection.execute(question)}

    return await house.office.database.read(body)


async def _nothing_came_twice(person: Person) -> None:
    said = await person.conversation()
    twice = [one.text for one, next_one in pairwise(said) if one == next_one and not one.mine]
    assert not twice, f"{person.platform}: {person.given} got twice in a row: {twice[0]}"


def reads_well_without_buttons(text: str) -> None:
    """Nothing in it is for pressing: no bracket, no sealed button, no "chạm", no slash; and it fits.

    Raises:
        AssertionError: something is.
    """
    words = _URL.sub("", text)
    assert not set("[]") & set(words), text
    assert "chạm" not in words, text
    assert not _SLASH.search(words), text
    assert not _TOKEN.search(words), text
    assert utf16_length(text) <= TEXT_LIMIT, text
