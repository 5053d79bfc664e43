"""/visao: why somebody, or oneself, did or did not get a publication."""

from datetime import timedelta

from bot.access import demand_member
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.topics import explaining
from bot.organisation.topics.explaining import Choice, Explanation
from bot.texts import people
from bot.texts import why as texts
from handlers.conversation import Command, Handler, Incoming

_WAITS = timedelta(hours=1)
_MOST_PEOPLE = 8
_IN_A_ROW = 2


async def show(office: Office, incoming: Incoming) -> Reply:
    """One's own publications; with a name after the command, those of whoever bears it."""
    words = " ".join(incoming.text.split()[1:])
    if not words:
        return await _choose(office, incoming, demand_member(incoming.caller))
    found = await explaining.people_to_ask_about(incoming.caller, office, words=words)
    if not found:
        return Reply(messages=(Message((Line(texts.NOBODY_FOUND),)),))
    if len(found) == 1:
        return await _choose(office, incoming, found[0].id)
    rows = tuple(
        (Button(texts.person_button(one.full_name, one.unit_name), Act.WHY, one.id),)
        for one in found[:_MOST_PEOPLE]
    )
    lines = [texts.CHOOSE_PERSON, *([texts.MORE_PEOPLE] if len(found) > _MOST_PEOPLE else [])]
    return Reply(messages=(Message((Bold(texts.TITLE), *map(Line, lines), Buttons(rows)), protected=True),))


async def choose(office: Office, incoming: Incoming) -> Reply:
    """The publications to ask about for the person of the button."""
    return await _choose(office, incoming, incoming.press.subject)


async def turn_page(office: Office, incoming: Incoming) -> Reply:
    """Another page of them, in the same place."""
    member_id, page = incoming.press.subject, incoming.press.argument
    found = await explaining.publications_to_ask_about(
        incoming.caller, office, member_id=member_id, page=page
    )
    return Reply(replaces=_list(office, found, page), asking=_asking(office, member_id))


async def typed_number(office: Office, incoming: Incoming) -> Reply:
    """The publication of the typed number."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.GONE_ON)
    if not incoming.text:
        raise Refused(Refusal.EMPTY)
    found = await explaining.publications_to_ask_about(
        incoming.caller, office, member_id=asking.subject, number=incoming.text
    )
    if not found.publications:
        return Reply(messages=(Message((Line(texts.NO_SUCH_NUMBER),)),), keeps_asking=True)
    if len(found.publications) > 1:
        return Reply(messages=(_list(office, found, 0),), asking=_asking(office, asking.subject))
    return Reply(messages=(await _explained(office, incoming, asking.subject, found.publications[0].id),))


async def explain(office: Office, incoming: Incoming) -> Reply:
    """Why, for the person and the publication of the button."""
    press = incoming.press
    return Reply(messages=(await _explained(office, incoming, press.subject, press.argument),))


async def _choose(office: Office, incoming: Incoming, member_id: int) -> Reply:
    found = await explaining.publications_to_ask_about(incoming.caller, office, member_id=member_id)
    return Reply(messages=(_list(office, found, 0),), asking=_asking(office, member_id))


def _asking(office: Office, member_id: int) -> Asking:
    return Asking(Awaited.WHY_NUMBER, member_id, office.clock.now() + _WAITS)


def _list(office: Office, found: Choice, page: int) -> Message:
    title = Bold(texts.TITLE if found.is_own else texts.title_for(found.full_name))
    if not found.publications and not page:
        return Message((title, Line(texts.NO_PUBLICATIONS)))
    # Numbered anew on each page: the first number is the first choice, also where it is typed.
    places = list(enumerate(found.publications, start=1))
    lines = [
        Line(texts.line(place, one.number, one.title, one.published_at, office.zone)) for place, one in places
    ]
    buttons = [
        Button(texts.open_button(place), Act.WHY_THIS, found.member_id, one.id) for place, one in places
    ]
    rows = [tuple(buttons[at : at + _IN_A_ROW]) for at in range(0, len(buttons), _IN_A_ROW)]
    turns = [Button(texts.EARLIER_PAGE, Act.WHY_PAGE, found.member_id, page - 1)] if page else []
    turns += [Button(texts.NEXT_PAGE, Act.WHY_PAGE, found.member_id, page + 1)] if found.has_more else []
    rows += [tuple(turns)] if turns else []
    return Message((title, *lines, Line(texts.CHOOSE), Buttons(tuple(rows))), protected=not found.is_own)


async def _explained(office: Office, incoming: Incoming, member_id: int, publication_id: int) -> Message:
    found = await explaining.explain(
        incoming.caller, office, member_id=member_id, publication_id=publication_id
    )
    zone = office.zone
    # The admin sees the whole name: two members may share a given one.
    whom = (
        people.call(found.address_form, found.given_name)
        if found.is_own
        else people.call(found.address_form, found.full_name)
    )
    blocks: list[Block] = [
        Bold(texts.TITLE if found.is_own else texts.title_for(found.full_name)),
        Line(texts.published(found.number, found.title, found.published_at, zone)),
        Line(texts.verdict(whom, is_for_them=found.is_for_them)),
    ]
    blocks += [Line(line) for line in (*_reasons(office, found), *_ways(office, found))]
    if not found.is_own:
        blocks.append(Line(texts.NO_MORE))
    row = ((Button(texts.OTHERS, Act.WHY, found.member_id),),)
    return Message((*blocks, Buttons(row)), protected=not found.is_own)


def _reasons(office: Office, found: Explanation) -> list[str]:
    rule = found.rule
    lines = [
        texts.rule(
            rule.why,
            unit=rule.unit,
            audience=rule.audience,
            only=rule.only,
            set_by=rule.set_by,
            at=rule.at,
            zone=office.zone,
        )
    ]
    if rule.only and rule.why not in texts.SAYS_ONLY:
        lines.append(texts.only(rule.only))
    if rule.changed_at is not None:
        lines.append(texts.changed_since(rule.changed_at, office.zone))
    noted = (
        (found.is_not_listed, texts.NOT_LISTED),
        (found.is_exempt, texts.EXEMPT),
        (found.is_not_asked and not found.is_withdrawn, texts.NOT_ASKED),
        (found.is_withdrawn, texts.WITHDRAWN),
        (found.is_halted, texts.HALTED),
        (found.has_left, texts.HAS_LEFT),
    )
    return lines + [words for holds, words in noted if holds]


def _ways(office: Office, found: Explanation) -> list[str]:
    lines = []
    if found.waits_until is not None:
        lines.append(texts.waits_for_digest(found.waits_until, office.zone))
    if found.ways:
        lines.append(texts.WAYS)
    lines += [
        texts.way(
            way.purpose,
            way.platform,
            way.state,
            reason=way.reason,
            at=way.at,
            waits_for_office=way.waits_for_office,
            because=way.because or "",
            zone=office.zone,
        )
        for way in found.ways
    ]
    return lines + _no_way(found)


def _no_way(found: Explanation) -> list[str]:
    """Why nothing gets there, and the next step; only where something was to."""
    if not found.is_for_them or found.has_left:
        return []
    if found.on_paper:
        return [texts.ON_PAPER]
    if found.no_address:
        return [texts.CLOSED_ADDRESS if found.was_reached else texts.NO_ADDRESS]
    if not found.ways and found.waits_until is None and not found.is_exempt:
        return [texts.NOTHING_SENT]
    return []


COMMANDS: tuple[Command, ...] = (Command("visao", texts.HELP, show, listed=False, takes_words=True),)
PRESSES: dict[Act, Handler] = {Act.WHY: choose, Act.WHY_PAGE: turn_page, Act.WHY_THIS: explain}
AWAITED: dict[Awaited, Handler] = {Awaited.WHY_NUMBER: typed_number}
