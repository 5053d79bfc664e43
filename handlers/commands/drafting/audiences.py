"""For whom a draft is, chosen step by step: everyone or units or a topic, then kinds of member and roles.

Every press says what shall be, never "the other way round": pressed late or twice it comes to the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Reply
from bot.office import Office
from bot.publication.audience import choosing, narrowing
from bot.publication.audience.narrowing import Chosen
from bot.publication.audience.recipients import count_lines
from bot.publication.draft.marks import read_mark
from bot.states import MemberKind, Role
from bot.texts import audiences as texts
from bot.texts import draft_fields as field_texts
from bot.texts import drafting as drafting_texts
from handlers.commands.drafting.drafting import card, subject_of, with_new_card
from handlers.commands.paging import PAGE, page_of, turns
from handlers.conversation import Handler, Incoming

# Signed into buttons: never change a bit.
_KIND_BITS = {MemberKind.OFFICIAL: 1, MemberKind.PROBATIONARY: 2, MemberKind.UNION: 4}
_ROLE_BITS = {
    Role.SECRETARY: 1,
    Role.DEPUTY_SECRETARY: 2,
    Role.COMMITTEE_LEADER: 4,
    Role.CLERK: 8,
    Role.APPROVER: 16,
    Role.ADMIN: 32,
    Role.AUDITOR: 64,
}
_ALL_PARTY = 128
_PAGES, _TICKED, _UNITS = 256, 256, 512
Row = tuple[Button, ...]
_Bit = TypeVar("_Bit", bound=StrEnum)


async def show(office: Office, incoming: Incoming) -> Reply:
    """For whom the draft is now, how many these are, and the steps that can be taken."""
    revision, _ = read_mark(incoming.press.argument)
    return Reply(replaces=await audience_card(office, incoming, revision=revision))


async def audience_card(office: Office, incoming: Incoming, *, revision: int | None = None) -> Message:
    """The rule in words with its head-count, and the buttons that change it."""
    found = await narrowing.chosen(incoming.caller, office, draft_id=subject_of(incoming), revision=revision)
    draft_id, rule = found.draft_id, found.rule
    rows: list[Row] = [
        (Button(texts.EVERYONE, Act.AUDIENCE_EVERYONE, draft_id),),
        (Button(texts.PARTY_MEMBERS, Act.AUDIENCE_KINDS, draft_id, _ALL_PARTY),),
        (
            Button(texts.UNITS, Act.AUDIENCE_UNITS, draft_id),
            Button(texts.TOPICS, Act.AUDIENCE_TOPICS, draft_id),
        ),
        (Button(texts.kinds_button(rule.members), Act.AUDIENCE_KINDS, draft_id),),
        (Button(texts.roles_button(rule.roles), Act.AUDIENCE_ROLES, draft_id),),
        (Button(texts.without_button(len(rule.without)), Act.AUDIENCE_WITHOUT, draft_id),),
        (Button(texts.TO_DO, Act.TO_DO_PARTS, draft_id),),
        (Button(drafting_texts.BACK, Act.OPEN_DRAFT, draft_id, 1),),
    ]
    return Message((Bold(texts.TITLE), *who(found), Buttons(tuple(rows))))


def who(found: Chosen, *, names_follow: bool = False) -> list[Block]:
    """The rule in words and its head-count; who is left out by name, unless they follow one by one."""
    count = found.count
    if count is None:
        return [Line(texts.NOTHING_CHOSEN)]
    counted = count_lines(replace(count, left_out=()) if names_follow else count)
    lines = (drafting_texts.audience_line(count.audience), *counted)
    return [Line(line) for line in lines]


def back(draft_id: int) -> Row:
    """Leads from one of the steps to what has been chosen."""
    return (Button(texts.BACK, Act.CHOOSE_AUDIENCE, draft_id),)


async def everyone(office: Office, incoming: Incoming) -> Reply:
    """To the whole organisation: nothing is left to say, so the draft is back."""
    return await _ready_made(office, incoming, party_only=False)


async def _ready_made(office: Office, incoming: Incoming, *, party_only: bool) -> Reply:
    draft_id = incoming.press.subject
    await narrowing.choose_everyone(incoming.caller, office, draft_id=draft_id, party_only=party_only)
    return Reply(replaces=await card(office, incoming, draft_id), toast=field_texts.CHANGED)


async def one_unit(office: Office, incoming: Incoming) -> Reply:
    """To one unit with all below it, as a button of earlier days says."""
    press = incoming.press
    await narrowing.choose_unit(incoming.caller, office, draft_id=press.subject, unit_id=press.argument)
    return await _changed(office, incoming)


async def one_topic(office: Office, incoming: Incoming) -> Reply:
    """To those who take a topic."""
    press = incoming.press
    await narrowing.choose_topic(incoming.caller, office, draft_id=press.subject, topic_id=press.argument)
    return await _changed(office, incoming)


async def _changed(office: Office, incoming: Incoming) -> Reply:
    return Reply(replaces=await audience_card(office, incoming), toast=field_texts.CHANGED)


async def show_units(office: Office, incoming: Incoming) -> Reply:
    """The tree, a page of it, to tick and untick."""
    return Reply(replaces=await _units(office, incoming, incoming.press.argument))


async def tick(office: Office, incoming: Incoming) -> Reply:
    """Tick a unit, or untick it; what hangs under a ticked one is ticked with it."""
    draft_id = incoming.press.subject
    unit_id, rest = divmod(incoming.press.argument, _UNITS)
    is_on, page = divmod(rest, _PAGES)
    before = await narrowing.chosen(incoming.caller, office, draft_id=draft_id)
    changed = await narrowing.tick_unit(
        incoming.caller, office, draft_id=draft_id, unit_id=unit_id, is_on=bool(is_on)
    )
    is_same = changed.revision == before.revision and bool(is_on) and unit_id not in before.rule.unit_ids
    return Reply(
        replaces=await _units(office, incoming, page),
        toast=texts.INCLUDED if is_same else field_texts.CHANGED,
    )


async def _units(office: Office, incoming: Incoming, page: int) -> Message:
    found = await narrowing.chosen(incoming.caller, office, draft_id=incoming.press.subject)
    draft_id = found.draft_id
    offered = await narrowing.offered_units(incoming.caller, office, rule=found.rule)
    page = min(page, _PAGES - 1, max(0, len(offered) - 1) // PAGE)
    rows: list[Row] = [
        (
            Button(
                texts.unit(one.name, one.depth, is_chosen=one.is_chosen, is_included=one.is_included),
                Act.AUDIENCE_TICK,
                draft_id,
                page + (0 if one.is_chosen else _TICKED) + _UNITS * one.id,
            ),
        )
        for one in page_of(offered, page)
    ]
    rows += turns(offered, page, lambda label, to: Button(label, Act.AUDIENCE_UNITS, draft_id, to))
    return _menu(texts.UNITS_TITLE, [Line(texts.UNITS_EXPLAINED), *who(found)], [*rows, back(draft_id)])


async def show_topics(office: Office, incoming: Incoming) -> Reply:
    """The topics, a page of them."""
    draft_id, page = incoming.press.subject, incoming.press.argument
    found = await narrowing.chosen(incoming.caller, office, draft_id=draft_id)
    offered = (await choosing.choices(incoming.caller, office)).topics
    topic_id = 0 if found.rule.unit_ids else found.rule.subject
    rows: list[Row] = [
        (Button(texts.topic(one.name, is_chosen=one.id == topic_id), Act.AUDIENCE_TOPIC, draft_id, one.id),)
        for one in page_of(offered, page)
    ]
    rows += turns(offered, page, lambda label, to: Button(label, Act.AUDIENCE_TOPICS, draft_id, to))
    lines = who(found) if offered else [Line(texts.NO_TOPICS)]
    return Reply(replaces=_menu(texts.TOPICS_TITLE, lines, [*rows, back(draft_id)]))


async def kinds(office: Office, incoming: Incoming) -> Reply:
    """Offer the kinds of member; with an argument, take those first. All Party members are one press."""
    press = incoming.press
    if press.argument == _ALL_PARTY:
        return await _ready_made(office, incoming, party_only=True)
    if press.argument:
        wanted = _named(press.argument - 1, _KIND_BITS)
        await narrowing.set_kinds(incoming.caller, office, draft_id=press.subject, kinds=wanted)
    found = await narrowing.chosen(incoming.caller, office, draft_id=press.subject)
    rows = _bit_rows(
        Act.AUDIENCE_KINDS,
        found,
        _KIND_BITS,
        chosen=found.rule.members,
        words=texts.KINDS,
        none=texts.ALL_KINDS,
    )
    return Reply(replaces=_menu(texts.KINDS_TITLE, who(found), rows))


async def roles(office: Office, incoming: Incoming) -> Reply:
    """Offer the roles; with an argument, take those first."""
    press = incoming.press
    if press.argument:
        wanted = _named(press.argument - 1, _ROLE_BITS)
        await narrowing.set_roles(incoming.caller, office, draft_id=press.subject, roles=wanted)
    found = await narrowing.chosen(incoming.caller, office, draft_id=press.subject)
    rows = _bit_rows(
        Act.AUDIENCE_ROLES,
        found,
        _ROLE_BITS,
        chosen=found.rule.roles,
        words=texts.ROLES,
        none=texts.ALL_ROLES,
    )
    return Reply(replaces=_menu(texts.ROLES_TITLE, who(found), rows))


def _named(mask: int, bits: Mapping[_Bit, int]) -> set[_Bit]:
    if not 0 <= mask <= sum(bits.values()):
        raise Refused(Refusal.NOT_FOUND)
    return {one for one, bit in bits.items() if mask & bit}


def _bit_rows(
    act: Act,
    found: Chosen,
    bits: Mapping[_Bit, int],
    *,
    chosen: frozenset[_Bit],
    words: Mapping[_Bit, str],
    none: str,
) -> list[Row]:
    mask = sum(bits[one] for one in chosen)
    rows: list[Row] = [
        (
            Button(
                texts.choice(words[one], is_chosen=one in chosen), act, found.draft_id, 1 + (mask ^ bits[one])
            ),
        )
        for one in words
    ]
    return [
        *rows,
        (Button(texts.choice(none, is_chosen=not chosen), act, found.draft_id, 1),),
        back(found.draft_id),
    ]


def _menu(title: str, lines: Sequence[Block], rows: Sequence[Row]) -> Message:
    return Message((Bold(title), *lines, Buttons(tuple(rows))))


PRESSES: dict[Act, Handler] = {
    Act.CHOOSE_AUDIENCE: with_new_card(show),
    Act.AUDIENCE_EVERYONE: with_new_card(everyone),
    Act.AUDIENCE_UNIT: with_new_card(one_unit),
    Act.AUDIENCE_TOPIC: with_new_card(one_topic),
    Act.AUDIENCE_UNITS: with_new_card(show_units),
    Act.AUDIENCE_TICK: with_new_card(tick),
    Act.AUDIENCE_TOPICS: with_new_card(show_topics),
    Act.AUDIENCE_KINDS: with_new_card(kinds),
    Act.AUDIENCE_ROLES: with_new_card(roles),
}
