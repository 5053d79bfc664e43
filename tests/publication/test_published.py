import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.member.in_force import in_force_for
from bot.publication.member.published import full_text, member_card, publication
from storage import tables
from storage.states import PublicationState, Scope
from tests.cast import BRANCH_1, BRANCH_2, COMMAND_LINE, Cast
from tests.publication.steps import DIRECTIVE, MEETING, execute, published


def to_unit(cast: Cast, unit: str) -> Audience:
    return Audience(AudienceKind.UNIT, cast.units[unit])


async def test_what_is_in_force_is_listed_newest_first(office: Office, cast: Cast) -> None:
    first = await published(office, cast)
    second = await published(office, cast, text=MEETING)
    listed = await in_force_for(cast.caller("Bình"), office)
    assert [one.publication_id for one in listed] == [second, first]
    assert await in_force_for(cast.caller("Bình"), office, limit=1) == listed[:1]


async def test_what_is_for_another_branch_or_withdrawn_is_not(office: Office, cast: Cast) -> None:
    await published(office, cast, audience=to_unit(cast, BRANCH_2))
    gone = await published(office, cast, text=MEETING)
    publications = tables.publications
    await execute(
        office,
        publications.update().where(publications.c.id == gone).values(state=PublicationState.WITHDRAWN),
    )
    assert await in_force_for(cast.caller("Bình"), office) == ()


async def test_who_moved_to_another_unit_keeps_what_was_asked(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast, audience=to_unit(cast, BRANCH_1))
    members = tables.members
    await execute(
        office,
        members.update().where(members.c.id == cast["Bình"]).values(unit_id=cast.units[BRANCH_2]),
    )
    listed = await in_force_for(cast.caller("Bình"), office)
    assert [one.publication_id for one in listed] == [publication_id]


async def test_who_came_to_the_unit_later_finds_it_too(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast, audience=to_unit(cast, BRANCH_1))
    assert await in_force_for(cast.caller("Thu"), office) == ()
    members = tables.members
    await execute(
        office, members.update().where(members.c.id == cast["Thu"]).values(unit_id=cast.units[BRANCH_1])
    )
    assert [one.publication_id for one in await in_force_for(cast.caller("Thu"), office)] == [publication_id]


async def test_the_command_line_has_no_list_of_its_own(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await in_force_for(COMMAND_LINE, office)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_public_text_is_shown_and_an_internal_one_is_not(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    caller = cast.caller("Bình")
    assert (await full_text(caller, office, publication_id=publication_id)).body is None
    await execute(office, tables.versions.update().values(scope=Scope.PUBLIC))
    shown = await full_text(caller, office, publication_id=publication_id)
    assert shown.body is not None
    assert "III. TỔ CHỨC THỰC HIỆN" in shown.body


async def test_nobody_reads_what_is_for_another_branch(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast, audience=to_unit(cast, BRANCH_2))
    for question in (full_text, member_card):
        with pytest.raises(Refused) as refused:
            await question(cast.caller("Bình"), office, publication_id=publication_id)
        assert refused.value.reason is Refusal.NOT_FOUND


async def test_the_office_reads_what_is_for_a_branch(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast, audience=to_unit(cast, BRANCH_2))
    for given in ("Lan", "Minh", "Thuận"):
        found = await full_text(cast.caller(given), office, publication_id=publication_id)
        assert found.publication_id == publication_id


async def test_a_withdrawn_text_is_not_shown(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    await execute(office, tables.publications.update().values(state=PublicationState.WITHDRAWN))
    with pytest.raises(Refused) as refused:
        await full_text(cast.caller("Bình"), office, publication_id=publication_id)
    assert refused.value.reason is Refusal.WITHDRAWN


async def test_a_publication_is_found_by_its_number_and_no_other(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast, text=DIRECTIVE)
    found = await office.database.read(lambda connection: publication(connection, publication_id))
    assert found is not None
    assert found.number == "12-KH/ĐU"
    assert await office.database.read(lambda connection: publication(connection, 9_999)) is None
