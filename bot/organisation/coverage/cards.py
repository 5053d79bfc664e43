"""What was found, as a card with the next steps under it."""

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.organisation.coverage.finding import Coverage, Missing, Why
from bot.texts import coverage as texts

_Rows = list[tuple[Button, ...]]


def card(office: Office, found: Coverage, *, title: str = "", of_unit: bool = False) -> Message:
    """The card.

    Args:
        office: whose.
        found: what to show.
        title: instead of the unit's own.
        of_unit: the names are those of this very unit: the pages turn there.
    """
    head = Bold(title or texts.title(found.name))
    if not found.unreached:
        return Message((head, Line(texts.EVERYBODY_REACHED)))
    total = texts.total(found.unreached, members=found.members, on_paper=found.on_paper)
    # The unit stands in the card's own title.
    named = f"{found.name}: {total}" if title and found.name else total
    blocks: list[Block] = [head, Line(named)]
    rows: _Rows = []
    if found.shares:
        blocks += [
            Line(texts.share(one.name, unreached=one.unreached, members=one.members)) for one in found.shares
        ]
        rows += [
            (Button(texts.unit_button(one.name), Act.COVERAGE_UNIT, one.unit_id, 1),) for one in found.shares
        ]
    else:
        hint = texts.READ_ALOUD_HINT if found.reads_aloud else texts.ASK_TO_READ_ALOUD
        blocks += [*_names(office, found), Line(hint)]
        rows += [row for one in found.missing if (row := next_steps(office, one))]
    if found.may_invite and found.unreached > found.on_paper:
        rows.append((Button(texts.SHEET_BUTTON, Act.INVITATION_SHEET, found.unit_id),))
    rows += _pages(found, of_unit=of_unit)
    return Message((*blocks, Buttons(tuple(rows))) if rows else tuple(blocks))


def next_steps(office: Office, one: Missing) -> tuple[Button, ...]:
    """The buttons of one person: only what the caller may do, and nothing for who chose paper."""
    if not one.may_invite or one.why is Why.ON_PAPER:
        return ()
    again = one.why is not Why.NEVER_JOINED
    invite = Button(texts.invite_button(one.full_name, again=again), Act.INVITE, one.member_id)
    if not office.settings.web.public_url:
        return (invite,)
    return (invite, Button(texts.web_button(one.full_name), Act.WEB_LINK, one.member_id))


def _names(office: Office, found: Coverage) -> list[Block]:
    blocks: list[Block] = []
    unit_name = ""
    for one in found.missing:
        if one.unit_name not in (unit_name, found.name):
            blocks.append(Bold(one.unit_name))
        unit_name = one.unit_name
        words = texts.missing(one.full_name, why=one.why, invited_until=one.invited_until, zone=office.zone)
        blocks.append(Line(words))
    return blocks


def _pages(found: Coverage, *, of_unit: bool) -> _Rows:
    act = Act.COVERAGE_UNIT if of_unit else Act.COVERAGE
    turns = []
    if found.page > 1:
        turns.append(Button(texts.PAGE_BEFORE, act, found.unit_id, found.page - 1))
    if found.has_more:
        turns.append(Button(texts.NEXT_PAGE, act, found.unit_id, found.page + 1))
    return [tuple(turns)] if turns else []
