"""One's own data."""

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.self_service import OwnRole, own_record
from storage.states import AddressState, MemberKind, Platform, Role
from tests.cast import START, Cast
from tests.organisation.joined import join


async def test_one_sees_what_is_kept_about_oneself(office: Office, cast: Cast) -> None:
    record = await own_record(cast.caller("Hòa"), office)
    assert (record.full_name, record.unit_name, record.kind) == (
        "Vũ Thị Hòa",
        "Chi bộ 1",
        MemberKind.OFFICIAL,
    )
    assert record.roles == (OwnRole(Role.SECRETARY, "Chi bộ 1"),)
    assert [(one.platform, one.state) for one in record.conversations] == [
        (Platform.WEB, AddressState.ACTIVE)
    ]


async def test_the_day_of_consent_is_shown_and_no_other_persons(office: Office, cast: Cast) -> None:
    phone = await join(office, cast)
    assert {one.given_at for one in (await own_record(phone, office)).consents} == {START}
    assert (await own_record(cast.caller("Bình"), office)).consents == ()


async def test_a_stranger_sees_nobody(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await own_record(cast.stranger(), office)
    assert refused.value.reason is Refusal.NOT_ALLOWED
