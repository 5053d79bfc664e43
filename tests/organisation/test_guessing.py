"""Guessing codes."""

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining.joining import show_invitation
from storage import tables
from tests.cast import Cast, clock_of
from tests.organisation.joined import invited, new_phone, rows

WRONG = "CCCC-CCCC-CCCC"


async def test_guessing_is_slowed_and_answered_the_same(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    phone = await new_phone(office, cast)
    for _ in range(5):
        with pytest.raises(Refused) as refused:
            await show_invitation(phone, office, code=WRONG)
        assert refused.value.reason is Refusal.CODE_INVALID
    with pytest.raises(Refused) as refused:
        await show_invitation(phone, office, code=invitation.code)
    assert refused.value.reason is Refusal.CODE_INVALID
    # Nobody else is slowed, and a rest mends it.
    other = await new_phone(office, cast, "other-phone")
    assert (await show_invitation(other, office, code=invitation.code)).invitation_id == invitation.id
    clock_of(office).forward(minutes=15)
    assert (await show_invitation(phone, office, code=invitation.code)).invitation_id == invitation.id


async def test_a_few_slips_do_not_slow_anybody(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    phone = await new_phone(office, cast)
    for _ in range(4):
        with pytest.raises(Refused):
            await show_invitation(phone, office, code="not even a code")
    assert (await show_invitation(phone, office, code=invitation.code)).invitation_id == invitation.id


async def test_a_thousand_guesses_write_no_thousand_rows(office: Office, cast: Cast) -> None:
    phone = await new_phone(office, cast)
    for _ in range(12):
        with pytest.raises(Refused):
            await show_invitation(phone, office, code=WRONG)
    assert len(await rows(office, tables.history, thing="code_try")) == 5
