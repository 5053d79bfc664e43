"""What a source showed as a clerk gets it, its trouble as an admin does: how it stands when it goes out."""

from collections.abc import Iterable

from bot.delivery.composing import ComposeTable, Skip
from bot.intake.publishing_itself import WhyNot, went_enough, why_not
from bot.intake.telling import numbers_in
from bot.intake.troubles import BACK, is_troubled
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Link, Message
from bot.office import Office
from bot.sources.markup import one_line
from bot.texts import source_news as texts
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.intake import items, sources
from storage.intake.items import Item
from storage.intake.sources import Source
from storage.organisation import people
from storage.publication import drafts
from storage.publication.drafts import Draft
from storage.states import DraftState, ItemState, Purpose, Reason, Role, SourceFault, SourceKind, SourceState

_IN_A_ROW = 2
_LONGEST_NAME = 150


def compose_source_news(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """What came together and still waits for a person; nothing where all of it was dealt with."""
    if not _holds(connection, office, claimed, Role.CLERK):
        return Skip(Reason.LEFT)
    source = sources.look(connection, claimed.subject or 0)
    if source is None:
        return Skip(Reason.CHANGED)
    taken, edited = numbers_in(claimed.once_key)
    card = _News(connection, office, source)
    card.show_taken(items.of_numbers(connection, taken))
    card.show_edited(items.of_numbers(connection, edited))
    if not card.blocks:
        return Skip(Reason.ANSWERED)
    rows = [tuple(card.buttons[at : at + _IN_A_ROW]) for at in range(0, len(card.buttons), _IN_A_ROW)]
    ways = [Buttons(tuple(rows))] if rows else []
    return Message((Bold(texts.title(source.name)), *card.blocks, *ways))


class _News:
    """The message, put together part by part; the numbers run through all of it."""

    def __init__(self, connection: Connection, office: Office, source: Source) -> None:
        self._connection, self._office, self._source = connection, office, source
        self.blocks: list[Block] = []
        self.buttons: list[Button] = []

    def show_taken(self, found: list[Item]) -> None:
        """The drafts, what went out by itself, what could not be read, what was refused."""
        pairs = [(item, draft) for item in found for draft in self._drafts(item)]
        self._list(texts.TO_LOOK_AT, [pair for pair in pairs if pair[1].state is DraftState.OPEN])
        by_itself = [pair for pair in pairs if _went_by_itself(pair[1])]
        self._list(texts.PUBLISHED, by_itself)
        unread = [item for item in found if item.state is ItemState.UNREADABLE]
        if unread:
            self.blocks.append(Line(texts.NOT_READ))
            self.blocks += [block for item in unread for block in self._unread(item)]
        refused = [item.fault for item in found if item.state is ItemState.REFUSED]
        secret = refused.count(SourceFault.SECRET)
        if secret:
            self.blocks.append(Line(texts.refused_secret(secret)))
        if len(refused) > secret:
            self.blocks.append(Line(texts.refused_hiding(len(refused) - secret)))

    def show_edited(self, found: list[Item]) -> None:
        """What the source shows otherwise than it was drafted."""
        pairs = [(item, draft) for item in found for draft in self._drafts(item)]
        self._list(texts.EDITED, [pair for pair in pairs if pair[1].state is not DraftState.DISCARDED])

    def _drafts(self, item: Item) -> Iterable[Draft]:
        draft = drafts.draft(self._connection, item.draft_id) if item.draft_id is not None else None
        return () if draft is None else (draft,)

    def _list(self, heading: str, pairs: list[tuple[Item, Draft]]) -> None:
        if not pairs:
            return
        self.blocks.append(Line(heading))
        for item, draft in pairs:
            place = len(self.buttons) + 1
            self.blocks.append(Line(texts.line(place, draft.number, draft.title or item.title)))
            self.blocks += map(Line, self._remarks(item, draft))
            self.buttons.append(Button(texts.open_button(place), Act.OPEN_DRAFT, draft.id))

    def _remarks(self, item: Item, draft: Draft) -> Iterable[str]:
        if item.fault is SourceFault.SECRET:
            yield texts.NOW_MARKED
        elif item.fault is SourceFault.REDIRECTED_AWAY:
            yield texts.LED_AWAY
        elif item.fault is not None:
            yield texts.left_out(item.fault)
        if draft.state is not DraftState.OPEN:
            return
        if draft.needs_clearing and draft.cleared_at is None:
            yield texts.CLEAR_FIRST
        elif self._source.publishes_itself:
            yield texts.waits_because(self._why(item, draft).name)

    def _why(self, item: Item, draft: Draft) -> WhyNot:
        if (why := why_not(self._office, self._source, item, draft)) is not None:
            return why
        is_many = went_enough(self._connection, self._office, self._source, at=draft.created_at)
        return WhyNot.MANY if is_many else WhyNot.UNFIT

    def _unread(self, item: Item) -> Iterable[Block]:
        yield Line(texts.not_read(item.fault or SourceFault.DAMAGED))
        if self._source.kind is SourceKind.FOLDER:
            yield Line(one_line(item.link, most=_LONGEST_NAME))
        else:
            yield Link(texts.SEE_PAGE, item.link)


def _went_by_itself(draft: Draft) -> bool:
    return draft.state is DraftState.PUBLISHED and draft.approved_by is None


def compose_source_trouble(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """That nothing comes from it, if that is still so; or that it is back, if it still is."""
    if not _holds(connection, office, claimed, Role.ADMIN):
        return Skip(Reason.LEFT)
    source = sources.look(connection, claimed.subject or 0)
    if source is None or source.state is not SourceState.ACTIVE:
        return Skip(Reason.CHANGED)
    is_over = not is_troubled(source, office=office)
    if is_over is not (claimed.version == BACK):
        return Skip(Reason.CHANGED)
    zone = office.zone
    if is_over:
        return _said(texts.back_title(source.name), [texts.BACK])
    if source.empty_since is not None:
        return _said(texts.changed_title(source.name), texts.changed_lines(source.empty_since, zone))
    fault = source.fault or SourceFault.NOT_REACHED
    since = source.failing_since or office.clock.now()
    return _said(texts.failing_title(source.name), texts.failing_lines(fault, since, zone))


def _said(title: str, lines: Iterable[str]) -> Message:
    return Message((Bold(title), *map(Line, lines)))


def _holds(connection: Connection, office: Office, claimed: Claimed, role: Role) -> bool:
    """Whether it would reach who it was meant for, and they still hold the role."""
    if claimed.member_id is None or claimed.owner_id != claimed.member_id:
        return False
    held = people.roles_of(connection, claimed.member_id, now=office.clock.now())
    return any(one.role is role for one in held)


COMPOSERS: ComposeTable = {
    Purpose.SOURCE_NEWS: compose_source_news,
    Purpose.SOURCE_TROUBLE: compose_source_trouble,
}
