"""What the clerk's and the approver's cards say of a correction, and of what a draft replaces."""

from bot.errors import Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Line
from bot.office import Office
from bot.publication.draft.marks import mark
from bot.publication.versions.amending import changes_of, corrected
from bot.publication.versions.correction_news import told_apart
from bot.publication.versions.differences import shown
from bot.publication.versions.replacing import proposed
from bot.texts import refusals
from bot.texts import versions as texts
from bot.texts.why import PLATFORMS
from storage.database import Connection
from storage.publication import corrections, publications
from storage.publication.drafts import Draft
from storage.publication.publications import Publication
from storage.states import DraftState, PublicationState

KIND, NOTE, TEXT = 1, 2, 3
"""What `Act.CORRECTION` changes. Signed into buttons: never reuse a number."""

_LIVING = (DraftState.OPEN, DraftState.SUBMITTED, DraftState.SCHEDULED)


def version_blocks(connection: Connection, office: Office, draft: Draft) -> list[Block]:
    """Of a correction its kind, note and differences; of another draft what it replaces."""
    if draft.state not in _LIVING:
        return []
    if draft.corrects_id is not None:
        return _correction(connection, office, draft)
    return [Line(line) for line in _replacement(connection, draft)]


def version_rows(connection: Connection, draft: Draft) -> tuple[tuple[Button, ...], ...]:
    """The buttons that belong to it while the draft is open."""
    if draft.state is not DraftState.OPEN:
        return ()
    if draft.corrects_id is not None:
        return _correction_rows(draft)
    choose = Button(texts.CHOOSE_REPLACED, Act.REPLACES, draft.id)
    found = proposed(connection, draft)
    if found is None:
        return ((choose,),) if draft.replaces_id is not None else ()
    take = Button(texts.replace_button(found.number, found.title), Act.REPLACES, draft.id, 2 * found.id + 1)
    return ((take,),)


def _correction(connection: Connection, office: Office, draft: Draft) -> list[Block]:
    try:
        before = corrected(connection, draft)
    except Refused as refused:
        return [Line(refusals.sentence(refused.reason, refused.details))]
    differ = shown(changes_of(connection, office, draft, before))
    return [
        Bold(texts.corrects(before.number, before.title)),
        *map(Line, _kind(connection, office, draft, before)),
        *map(Line, _note(connection, draft, before)),
        Line(texts.AUDIENCE_STAYS),
        *map(Line, [texts.DIFFERENCES, *differ] if differ else [texts.NO_DIFFERENCES]),
    ]


def _kind(connection: Connection, office: Office, draft: Draft, before: Publication) -> list[str]:
    if not draft.is_material:
        told = told_apart(connection, before.id)
        lines = [texts.told_by_message(PLATFORMS[one], amount) for one, amount in told.items()]
        return [texts.MINOR_TOLD if told else texts.MINOR, *lines]
    issued_by = {one for one in (draft.approved_by, before.signatory_id) if one is not None}
    again = corrections.asked_again(connection, before.id, but=issued_by, now=office.clock.now())
    return [texts.material(again, asks=before.asks_acknowledgement)]


def _note(connection: Connection, draft: Draft, before: Publication) -> list[str]:
    if draft.change_note:
        return [texts.note(draft.change_note.splitlines()[0]), *draft.change_note.splitlines()[1:]]
    is_read = draft.is_material or bool(told_apart(connection, before.id))
    return [texts.NOTE_MISSING if is_read else texts.NOTE_OPEN]


def _correction_rows(draft: Draft) -> tuple[tuple[Button, ...], ...]:
    def button(label: str, what: int) -> Button:
        return Button(label, Act.CORRECTION, draft.id, mark(draft.revision, what))

    return (
        (button(texts.TO_MINOR if draft.is_material else texts.TO_MATERIAL, KIND),),
        (button(texts.WRITE_NOTE, NOTE), button(texts.NEW_TEXT, TEXT)),
    )


def _replacement(connection: Connection, draft: Draft) -> list[str]:
    if draft.replaces_id is not None:
        old = publications.publication(connection, draft.replaces_id)
        if old is None:
            return []
        is_over = old.state is PublicationState.WITHDRAWN
        return [texts.gone(old.number, old.title) if is_over else texts.replaces(old.number, old.title)]
    found = proposed(connection, draft) if draft.state is DraftState.OPEN else None
    return [texts.proposes(found.number, found.title)] if found else []
