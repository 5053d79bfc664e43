"""The card that shows what a change of the tree would bring, before it is confirmed."""

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.organisation.units.planning import Draft
from bot.organisation.units.previews import Preview
from bot.texts import units as texts
from storage.states import UnitChange

_MOST_ROLES = 6


def preview_card(draft: Draft) -> Message:
    """What the change would bring, with the button that makes it just so."""
    seen, about = draft.preview, draft.change_id
    wish = seen.wish
    blocks: list[Block] = [Bold(heading(seen)), Line(texts.from_day(wish.on, today=draft.today))]
    blocks += [Line(words_) for words_ in _lines(seen)]
    label = texts.confirm_button(wish.change, is_planned=wish.on > draft.today, reopens=wish.reopens)
    yes = Button(label, Act.UNIT_CONFIRM, about, seen.checksum)
    edits: list[Button] = []
    if not wish.reopens:
        edits.append(Button(texts.BUTTON_DAY, Act.UNIT_DATE, about))
    if wish.name:
        edits.append(Button(texts.BUTTON_NAME, Act.UNIT_SHORT_NAME, about, 1))
        edits.append(Button(texts.BUTTON_SHORT_NAME, Act.UNIT_SHORT_NAME, about))
    elif wish.target_id is not None and not wish.reopens:
        edits.append(Button(texts.BUTTON_TARGET, Act.UNIT_TARGETS, about))
    drop_ = (Button(texts.BUTTON_DROP, Act.UNIT_DROP, about),)
    rows = [(yes,), *(tuple(edits[start : start + 2]) for start in range(0, len(edits), 2)), drop_]
    return Message((*blocks, Buttons(tuple(rows))))


def heading(seen: Preview) -> str:
    """What is done to which unit."""
    return texts.heading(seen.wish.change, seen.name, reopens=seen.wish.reopens)


def _lines(seen: Preview) -> list[str]:
    wish = seen.wish
    if wish.reopens:
        return _return_lines(seen)
    match wish.change:
        case UnitChange.OPEN:
            return texts.opened(wish.name, wish.short_name, seen.kind_word, seen.target_name)
        case UnitChange.RENAME:
            return texts.renamed(wish.name, wish.short_name)
        case UnitChange.MOVE:
            return texts.moved(seen.parent_name, seen.target_name)
        case UnitChange.MERGE:
            return [texts.into(seen.target_name), *_end_lines(seen)]
    return _end_lines(seen)


def _end_lines(seen: Preview) -> list[str]:
    lines: list[str] = []
    if seen.units_below:
        lines.append(texts.units_go(seen.units_below, seen.units_go_to))
    if seen.members:
        lines.append(texts.members_go(seen.members, seen.target_name))
    if not lines:
        lines.append(texts.NOBODY_GOES)
    lines += _role_lines(seen)
    if seen.groups:
        lines.append(texts.groups_go(seen.groups))
    if seen.sessions:
        lines.append(texts.sessions_go(seen.sessions, seen.target_name))
    if seen.drafts:
        lines.append(texts.drafts_stay(seen.drafts))
    if seen.called_off:
        lines.append(texts.called_off(seen.called_off))
    return [*lines, texts.PAST_STAYS]


def _return_lines(seen: Preview) -> list[str]:
    lines = [texts.kind(seen.kind_word, seen.target_name)]
    if seen.units_below:
        lines.append(texts.units_return(seen.units_below))
    if seen.members:
        lines.append(texts.members_return(seen.members))
    return [*lines, *_role_lines(seen), texts.GROUPS_STAY_UNBOUND]


def _role_lines(seen: Preview) -> list[str]:
    lines = [
        texts.role_goes(one.role, one.full_name, one.address_form, one.goes_to)
        for one in seen.roles[:_MOST_ROLES]
    ]
    if len(seen.roles) > _MOST_ROLES:
        lines.append(texts.more_roles(len(seen.roles) - _MOST_ROLES))
    return [texts.ROLES_HEADING, *lines] if lines else []
