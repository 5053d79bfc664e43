"""Digests: what came by topic and asks nothing, once a day or a week in one message."""

from collections.abc import Sequence
from functools import partial

from bot.audience import Audience
from bot.delivery.composing import Compose, Skip
from bot.delivery.digest_days import gathering, is_digest_time
from bot.logs import get
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.texts import acknowledging as words
from bot.texts import digests as texts
from bot.texts import people as forms
from storage.audience import audiences
from storage.database import Connection
from storage.delivery import digest_gathering, digests
from storage.delivery.claims import Claimed
from storage.delivery.digests import Item
from storage.organisation import people
from storage.states import Purpose, Reason

log = get(__name__)
_MOST = 8
_BUTTONS_IN_A_ROW = 2


async def digest_due(office: Office) -> int:
    """Queue the digests whose hour has come; calling it again changes nothing.

    They are made on working days, from `settings.digests.at` on, while normal messages go out: what was
    missed while Loa stood still, or on a day of mourning, is merged into the next one. Nobody gets two in
    a day.

    Returns:
        How many members get one.
    """
    if not is_digest_time(office):
        return 0
    now = gathering(office)
    # A look without a transaction first: mostly there is nothing to do.
    if not await office.database.read(partial(digest_gathering.is_anything_due, gathering=now)):
        return 0
    made = await office.database.transaction(partial(digest_gathering.gather, gathering=now))
    log.info("digests queued", members=made)
    office.bell.ring()
    return made


def compose_digest(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """What was gathered, without what was withdrawn or is no longer for the member."""
    if claimed.member_id is None or claimed.owner_id != claimed.member_id:
        return Skip(Reason.LEFT)
    member = people.member(connection, claimed.member_id)
    if member is None or member.left_at is not None:
        return Skip(Reason.LEFT)
    if member.on_paper:
        return Skip(Reason.NO_CONSENT)
    found = digests.items_of(connection, member_id=member.id, subject=claimed.subject or 0)
    items = _still_for(connection, office, member.id, found)
    if not items:
        return Skip(Reason.CHANGED)
    shown = items[:_MOST]
    called = forms.call_capital(member.address_form, member.given_name)
    blocks: list[Block] = [Bold(texts.HEADING), Line(texts.intro(called, len(items)))]
    blocks += [
        Line(texts.line(place, one.number, one.title, one.published_at, office.zone))
        for place, one in enumerate(shown, start=1)
    ]
    if len(items) > len(shown):
        blocks.append(Line(texts.more(len(items) - len(shown))))
    blocks.append(Line(texts.WHERE_TO_CHANGE))
    return Message((*blocks, Buttons(_buttons(shown))), protected=any(one.is_internal for one in items))


def _still_for(connection: Connection, office: Office, member_id: int, found: Sequence[Item]) -> list[Item]:
    """Those whose topic the member still takes."""
    now = office.clock.now()
    rules = {Audience.of(one.audience) for one in found}
    covering = {rule for rule in rules if audiences.covers(connection, rule, member_id=member_id, now=now)}
    return [one for one in found if Audience.of(one.audience) in covering]


def _buttons(shown: Sequence[Item]) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(words.open_button(place), Act.OPEN_CARD, one.publication_id)
        for place, one in enumerate(shown, start=1)
    ]
    return tuple(
        tuple(buttons[start : start + _BUTTONS_IN_A_ROW])
        for start in range(0, len(buttons), _BUTTONS_IN_A_ROW)
    )


COMPOSERS: dict[Purpose, Compose] = {Purpose.DIGEST: compose_digest}
