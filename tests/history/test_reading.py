"""Who reads what of history, and that reading is written down."""

from typing import Any

import pytest

from bot.access import Door
from bot.errors import Refusal
from bot.messages.acts import Act
from bot.office import Office
from bot.organisation.rights.history_filters import Filter
from bot.organisation.rights.history_reading import look, look_again, look_narrowed, look_own
from bot.organisation.rights.history_sight import THEMES, Theme
from bot.texts.refusals import sentence
from handlers.commands.dispatch import _reply
from storage import history, tables
from storage.history import Entry
from tests.cast import BRANCH_1, BRANCH_2, COMMAND_LINE, START, Cast, clock_of
from tests.commands.saying import says
from tests.organisation.joined import do
from tests.rights.talking import Talk, refused, rows_of


async def write(office: Office, **values: Any) -> None:
    fields: dict[str, Any] = {
        "at": office.clock.now(),
        "actor_id": None,
        "on_behalf_of": None,
        "door": "web",
        "thing": "obligation",
        "thing_id": 1,
        "from_state": "",
        "to_state": "expected",
    }
    entry = Entry(**(fields | values))
    await do(office, lambda connection: history.append(connection, entry))


async def one_of_each(office: Office, cast: Cast) -> None:
    """A row about every kind of thing, once in each of two branches, done by the clerk about a member."""
    for unit, given in ((BRANCH_1, "Bình"), (BRANCH_2, "Thu")):
        for thing in THEMES:
            await write(
                office,
                thing=thing,
                to_state="open",
                actor_id=cast["Lan"],
                member_id=cast[given],
                unit_id=cast.units[unit],
            )


async def seen(office: Office, cast: Cast, given: str) -> set[tuple[str, int | None]]:
    """(thing, unit) of every row that this person can page through, without the rows of reading itself."""
    caller = cast.caller(given)
    page = await look(caller, office, wanted=Filter())
    found = set()
    while True:
        found |= {(one.line.thing, one.line.unit_id) for one in page.told}
        if not page.next_before:
            return found
        page = await look_again(caller, office, look=page.look, before_id=page.next_before)


OF_A_BRANCH = {
    "obligation",
    "question",
    "task",
    "study_session",
    "invitee",
    "member",
    "unit",
    "unit_change",
    "exemption",
    "roster_import",
    "role_grant",
    "invitation",
    "invitation_sheet",
    "join_request",
    "group",
}
NOT_OF_THE_ADMIN = {
    "draft",
    "publication",
    "obligation",
    "question",
    "task",
    "delivery",
    "item",
    "study_session",
    "invitee",
    "names",
    "history",
    "why",
}
OF_THE_CLERK = {"draft", "publication", "obligation", "question", "task", "delivery", "item"}


async def test_the_auditor_reads_everything(office: Office, cast: Cast) -> None:
    await one_of_each(office, cast)
    both = {cast.units[BRANCH_1], cast.units[BRANCH_2]}
    assert await seen(office, cast, "Kiên") == {(thing, unit) for thing in THEMES for unit in both}


@pytest.mark.parametrize(
    ("given", "things"), [("Dũng", THEMES.keys() - NOT_OF_THE_ADMIN), ("Minh", {"draft", "publication"})]
)
async def test_admin_and_approver_read_their_part_of_all_units_and_no_more(
    office: Office, cast: Cast, given: str, things: set[str]
) -> None:
    await one_of_each(office, cast)
    both = {cast.units[BRANCH_1], cast.units[BRANCH_2]}
    assert await seen(office, cast, given) == {(thing, unit) for thing in things for unit in both}
    assert not {"obligation", "question", "delivery"} & things


async def test_the_clerk_reads_publications_and_what_they_did_themselves(office: Office, cast: Cast) -> None:
    for thing in THEMES:
        await write(office, thing=thing, to_state="open", member_id=cast["Bình"])
    assert {thing for thing, _ in await seen(office, cast, "Lan")} == OF_THE_CLERK
    await write(office, thing="consent", to_state="open", actor_id=cast["Lan"])
    own = {thing for thing, _ in await seen(office, cast, "Lan")} - {"history"}
    assert own == OF_THE_CLERK | {"consent"}


async def test_a_secretary_reads_their_own_unit_and_not_the_next(office: Office, cast: Cast) -> None:
    await one_of_each(office, cast)
    assert await seen(office, cast, "Hòa") == {(thing, cast.units[BRANCH_1]) for thing in OF_A_BRANCH}
    assert await seen(office, cast, "Yến") == {(thing, cast.units[BRANCH_2]) for thing in OF_A_BRANCH}


async def test_leaders_do_not_learn_who_withdrew_consent(office: Office, cast: Cast) -> None:
    for thing in ("consent", "data_request", "address", "delivery"):
        await write(
            office, thing=thing, to_state="withdrawn", member_id=cast["Bình"], unit_id=cast.units[BRANCH_1]
        )
    for given in ("Hòa", "Thuận", "Minh"):
        assert await seen(office, cast, given) == set()


async def test_a_member_and_a_committee_leader_read_what_concerns_themselves(
    office: Office, cast: Cast
) -> None:
    await one_of_each(office, cast)
    assert await seen(office, cast, "Bình") == {
        (thing, cast.units[BRANCH_1]) for thing in THEMES if thing != "history"
    }
    assert await seen(office, cast, "Mai") == set()
    assert await seen(office, cast, "Thuận") == set()


async def test_a_stranger_and_who_left_read_nothing(office: Office, cast: Cast) -> None:
    assert await refused(look(cast.stranger(), office, wanted=Filter())) is Refusal.NOT_ALLOWED


async def test_reading_the_history_of_others_is_history_itself(office: Office, cast: Cast) -> None:
    wanted = Filter(person_id=cast["Bình"], theme=Theme.ROLES, door=Door.WEB)
    await look(cast.caller("Kiên"), office, wanted=wanted)
    assert await rows_of(office, "history") == [("read", "about=roles through=web", cast["Kiên"], "web")]


async def test_reading_ones_own_is_not(office: Office, cast: Cast) -> None:
    await look(cast.caller("Mai"), office, wanted=Filter())
    assert await rows_of(office, "history") == []


async def test_a_look_of_somebody_else_leads_nowhere(office: Office, cast: Cast) -> None:
    page = await look(cast.caller("Kiên"), office, wanted=Filter(person_id=cast["Bình"]))
    for given in ("Mai", "Dũng"):
        again = look_again(cast.caller(given), office, look=page.look, before_id=0)
        assert await refused(again) is Refusal.NOT_FOUND
    other_row = look_again(cast.caller("Kiên"), office, look=999, before_id=0)
    assert await refused(other_row) is Refusal.NOT_FOUND


async def test_an_old_button_shows_no_more_than_the_role_held_now(office: Office, cast: Cast) -> None:
    await one_of_each(office, cast)
    page = await look(cast.caller("Kiên"), office, wanted=Filter())
    ended = tables.role_grants.update().where(tables.role_grants.c.member_id == cast["Kiên"])
    await do(office, lambda connection: connection.execute(ended.values(until_at=office.clock.now())))
    kien = await Talk(office, cast, "Kiên").caller()
    after = await look_again(kien, office, look=page.look, before_id=page.next_before)
    assert after.told == ()
    assert not after.sees_others


async def test_filters_narrow_by_person_unit_theme_door_and_days(office: Office, cast: Cast) -> None:
    await one_of_each(office, cast)
    clock_of(office).forward(days=2)
    await write(office, thing="topic", door="telegram", to_state="open", actor_id=cast["Dũng"])
    kien = cast.caller("Kiên")
    today = office.clock.now().astimezone(office.zone).date()

    async def things(wanted: Filter) -> list[str]:
        return [one.line.thing for one in (await look(kien, office, wanted=wanted)).told]

    assert await things(Filter(person_id=cast["Dũng"])) == ["topic"]
    assert await things(Filter(door=Door.TELEGRAM)) == ["topic"]
    assert await things(Filter(first_on=today)) == ["history"] * 2 + ["topic"]
    assert "topic" not in await things(Filter(last_on=START.date()))
    assert await things(Filter(theme=Theme.ROLES, unit_id=cast.units[BRANCH_1])) == ["role_grant"]
    assert await things(Filter(theme=Theme.ROLES, person_id=cast["Dũng"])) == []


async def test_one_turns_back_page_by_page(office: Office, cast: Cast) -> None:
    for number in range(1, 15):
        await write(office, thing_id=number, to_state="expected", unit_id=cast.units[BRANCH_1])
    kien = cast.caller("Kiên")
    pages = [await look(kien, office, wanted=Filter())]
    while pages[-1].next_before:
        pages.append(await look_again(kien, office, look=pages[0].look, before_id=pages[-1].next_before))
    assert len(pages) == 3
    assert pages[0].newer_before == 0
    back = await look_again(kien, office, look=pages[0].look, before_id=pages[2].newer_before)
    assert back.told == pages[1].told
    first = await look_again(kien, office, look=pages[0].look, before_id=back.newer_before)
    assert first.told == pages[0].told
    assert first.newer_before == 0


async def test_leaving_a_chooser_leads_back_to_the_list(office: Office, cast: Cast) -> None:
    kien = Talk(office, cast, "Kiên")
    listed = await kien.says("/nhatky")
    await kien.presses(Act.HISTORY_DAYS)
    back = await kien.presses(Act.HISTORY, label="Thôi")
    assert back.splitlines()[0] == listed.splitlines()[0]
    await kien.presses(Act.HISTORY_DAYS)


async def test_a_member_who_types_the_command_hears_where_their_own_is(office: Office, cast: Cast) -> None:
    said = _reply(office, says(cast.caller("Bình"), "/nhatky"))
    assert await refused(said) is Refusal.OWN_HISTORY
    assert "Nhật ký của mình: gõ /toi" in sentence(Refusal.OWN_HISTORY, {})


async def test_a_filter_is_narrowed_further_and_kept_from_page_to_page(office: Office, cast: Cast) -> None:
    for _ in range(9):
        await write(office, thing="topic", to_state="open", member_id=cast["Bình"])
        await write(office, thing="member", to_state="open", member_id=cast["Mai"])
    kien = cast.caller("Kiên")
    first = await look(kien, office, wanted=Filter(person_id=cast["Bình"]))
    second = await look_again(kien, office, look=first.look, before_id=first.next_before)
    assert {one.line.member_id for one in first.told + second.told} == {cast["Bình"]}
    assert (len(first.told), len(second.told), second.next_before) == (6, 3, 0)

    def theme(_: Filter) -> Filter:
        return Filter(person_id=cast["Bình"], theme=Theme.ROSTER)

    assert (await look_narrowed(kien, office, look=first.look, change=theme)).told == ()


async def test_without_a_look_that_is_written_down_one_reads_only_ones_own(
    office: Office, cast: Cast
) -> None:
    await one_of_each(office, cast)
    await write(office, thing="topic", to_state="open", actor_id=cast["Kiên"])
    for read in (
        look_own(cast.caller("Kiên"), office),
        look_again(cast.caller("Kiên"), office, look=0, before_id=0),
    ):
        page = await read
        assert [(one.line.thing, one.line.actor_id) for one in page.told] == [("topic", cast["Kiên"])]
        assert not page.sees_others
    assert not [row for row in await rows_of(office, "history") if row[0] == "read"]


async def test_a_member_does_not_learn_who_looks_at_their_history(office: Office, cast: Cast) -> None:
    await look(cast.caller("Kiên"), office, wanted=Filter(person_id=cast["Bình"]))
    assert await seen(office, cast, "Bình") == set()
    assert len(await rows_of(office, "history")) == 1


async def test_everybody_finds_their_own_history_under_toi(office: Office, cast: Cast) -> None:
    await write(office, to_state="acknowledged", actor_id=cast["Mai"], member_id=cast["Mai"])
    mai = Talk(office, cast, "Mai")
    await mai.says("/toi")
    shown = await mai.presses(Act.HISTORY)
    assert "NHẬT KÝ CỦA TÔI" in shown
    assert "Đồng chí Đỗ Thị Mai xác nhận đã nắm" in shown


async def test_the_command_line_reads_everything(office: Office, cast: Cast) -> None:
    await one_of_each(office, cast)
    page = await look(COMMAND_LINE, office, wanted=Filter(theme=Theme.DATA))
    assert {one.line.thing for one in page.told} == {"consent", "data_request", "file", "sweep"}


def test_every_thing_that_the_code_writes_down_is_known_to_readers(written_things: dict[str, str]) -> None:
    missing = {thing: where for thing, where in written_things.items() if thing not in THEMES}
    assert not missing, (
        f"history tells of {missing}: say in bot/organisation/rights/history_sight.py (THEMES) who may read "
        "it, and in bot/texts/history_phrases.py what it is called"
    )
