"""Wrong codes that come at the same moment are counted one after the other."""

import asyncio

import pytest

from bot.errors import Refused
from bot.organisation.web_inbox.entering import enter
from storage import tables
from storage.web_inbox.web_inboxes import CODE, WRONG
from tests.inbox_page.conftest import Site

_IN_A_DAY = 20


async def test_tries_at_the_same_moment_do_not_pass_the_limit_of_a_day(site: Site) -> None:
    made = await site.made_for("Hòa")
    wrong = "000 000" if made.code != "000 000" else "111 111"
    token = made.url.rsplit("/", 1)[1]

    async def guess() -> None:
        with pytest.raises(Refused):
            await enter(site.office, token, connection_id=site.cast.connection_id, typed=wrong)

    await asyncio.gather(*(guess() for _ in range(2 * _IN_A_DAY)))
    assert len(await site.rows(tables.history, thing=CODE, to_state=WRONG)) == _IN_A_DAY
    (code,) = await site.rows(tables.web_codes)
    assert code["wrong_tries"] == 5


@pytest.fixture
def prepared_url(url_on_each_engine: str) -> str:
    """Both engines: these are races."""
    return url_on_each_engine
