from dataclasses import fields
from typing import Any

import pytest

from tests.standins.calling import Clock
from tests.standins.zalo import BEHAVIOURS, Strength, Switches, ZaloServer, others
from tests.standins.zalo_probes import LIMITS, PROBES, Probe

SWITCHES = {one.name for one in fields(Switches)}


def test_everything_unverified_is_a_switch() -> None:
    doubtful = [one for one in BEHAVIOURS if one.strength is Strength.UNVERIFIED]
    assert [one.name for one in doubtful if one.switch not in SWITCHES or not one.others] == []
    assert len(doubtful) > 25


def test_every_switch_has_a_sentence_and_another_value_of_its_kind() -> None:
    turned = [one for one in BEHAVIOURS if one.switch]
    assert sorted(one.switch for one in turned) == sorted(SWITCHES)
    for one in turned:
        default = getattr(Switches(), one.switch)
        assert default not in one.others
        kind = float if default is None else type(default)
        assert all(isinstance(other, kind) for other in one.others), one.name
        assert one.sentence.endswith(".")


def test_every_behaviour_has_a_name_of_its_own() -> None:
    assert len({one.name for one in BEHAVIOURS}) == len(BEHAVIOURS)


def test_an_unknown_switch_is_refused() -> None:
    with pytest.raises(ValueError, match="telepathy"):
        Switches.named("telepathy", True)


@pytest.mark.parametrize(("switch", "other"), list(others()), ids=str)
async def test_turning_a_switch_makes_a_difference(switch: str, other: Any) -> None:
    turned = Switches.named(switch, other)
    assert await looked(PROBES[switch], Switches()) != await looked(PROBES[switch], turned)


@pytest.mark.parametrize("probe", dict.fromkeys(PROBES.values()), ids=lambda one: one.__name__)
async def test_without_turning_anything_there_is_none(probe: Probe) -> None:
    assert await looked(probe, Switches()) == await looked(probe, Switches())


async def looked(probe: Probe, switches: Switches) -> Any:
    clock = Clock()
    async with ZaloServer(limits=LIMITS, switches=switches, now=clock) as zalo:
        return await probe(zalo, clock)
