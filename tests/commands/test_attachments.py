"""Tệp kèm: on request, of what is công khai, and noted as opened."""

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, File
from bot.messages.reply import Reply
from bot.office import Office
from handlers.commands.table import PRESSES
from storage import tables
from storage.states import PublicationState, Scope
from tests.cast import BRANCH_1, Cast
from tests.commands.saying import buttons, presses, read
from tests.publication.answering import goes_out
from tests.publication.steps import execute, rows

TWO = [("Kế hoạch.pdf", b"%PDF a"), ("Biểu mẫu.docx", b"PK b")]


async def press(office: Office, cast: Cast, given: str, act: Act, about: int, argument: int = 0) -> Reply:
    return await PRESSES[act](office, presses(cast.caller(given), Button("", act, about, argument)))


def files(reply: Reply) -> list[str]:
    return [block.name for message in reply.messages for block in message.blocks if isinstance(block, File)]


async def test_the_only_file_comes_at_once_and_of_several_one_is_chosen(office: Office, cast: Cast) -> None:
    one = await goes_out(office, cast, files=TWO[:1])
    two = await goes_out(office, cast, files=TWO, number="16-BC/ĐU", number_key="16-bc/đu")
    assert files(await press(office, cast, "Bình", Act.ATTACHMENTS, one)) == ["Kế hoạch.pdf"]
    listed = await press(office, cast, "Bình", Act.ATTACHMENTS, two)
    assert "TỆP KÈM · Số 16-BC/ĐU\n1. Kế hoạch.pdf\n2. Biểu mẫu.docx" in read(listed)
    assert files(listed) == []
    assert len(await rows(office, tables.openings)) == 1
    chosen = buttons(listed.messages[0])[1]
    assert files(await press(office, cast, "Bình", chosen.act, two, chosen.argument)) == ["Biểu mẫu.docx"]
    opened = await rows(office, tables.openings)
    assert [(row["publication_id"], row["through"]) for row in opened] == [(one, "file"), (two, "file")]
    with pytest.raises(Refused) as refused:
        # The other publication's own file.
        await press(office, cast, "Bình", Act.ATTACHMENT, one, chosen.argument)
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_beside_the_whole_text_the_files_are_offered(office: Office, cast: Cast) -> None:
    with_files = await goes_out(office, cast, files=TWO)
    without = await goes_out(office, cast, number="16-BC/ĐU", number_key="16-bc/đu")
    for about, acts in ((with_files, [Act.OPEN_CARD, Act.ATTACHMENTS]), (without, [])):
        text = await press(office, cast, "Bình", Act.FULL_TEXT, about)
        assert [one.act for one in buttons(text.messages[0])] == acts


@pytest.mark.parametrize("scope", list(Scope))
async def test_only_whom_it_is_for_and_never_of_what_is_internal(
    office: Office, cast: Cast, scope: Scope
) -> None:
    only = Audience(AudienceKind.UNIT, cast.units[BRANCH_1])
    about = await goes_out(office, cast, files=TWO[:1], audience=only, scope=scope)
    card = await press(office, cast, "Bình", Act.OPEN_CARD, about)
    offers = Act.ATTACHMENTS in {one.act for one in buttons(card.messages[0])}
    assert offers is (scope is Scope.PUBLIC)
    (file,) = await rows(office, tables.attachments)
    tries = [(given, act) for given in ("Thu", "Bình") for act in (Act.ATTACHMENTS, Act.ATTACHMENT)]
    for given, act in tries:
        if given == "Bình" and scope is Scope.PUBLIC:
            continue
        with pytest.raises(Refused) as refused:
            await press(office, cast, given, act, about, file["id"])
        assert refused.value.reason is Refusal.NOT_FOUND
    await execute(office, tables.publications.update().values(state=PublicationState.WITHDRAWN))
    with pytest.raises(Refused):
        await press(office, cast, "Bình", Act.ATTACHMENTS, about)
    assert "file" not in {row["through"] for row in await rows(office, tables.openings)}
