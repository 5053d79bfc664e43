"""Six digits guessed from many conversations at the same moment; only PostgreSQL has two writers."""

import asyncio
from collections import Counter

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining import guessing
from bot.organisation.joining.joining import show_invitation
from storage.joining import code_tries
from storage.tables import history
from tests.cast import Cast
from tests.organisation.joined import new_phone, rows


@pytest.fixture
def prepared_url(prepared_postgres_url: str) -> str:
    return prepared_postgres_url


async def test_no_more_six_digits_are_looked_at_than_the_limit_says(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guessing, "MOST_SHORT", 6)
    phones = [await new_phone(office, cast, f"guesser-{number}") for number in range(18)]
    outcomes = await asyncio.gather(
        *(show_invitation(phone, office, code="000 001") for phone in phones), return_exceptions=True
    )
    reasons = Counter(one.reason for one in outcomes if isinstance(one, Refused))
    assert reasons == {Refusal.CODE_INVALID: 6, Refusal.SHORT_CODES_REST: 12}
    assert len(await rows(office, history, thing=code_tries.SHORT)) == 6
