"""The card of a publication, as one member sees it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Button, Buttons, Line, Message
from bot.messages.links import PATH, Links
from bot.messages.seen_versions import seen
from bot.office import Office
from bot.publication.audience.to_do import lines_for
from bot.publication.member.attached import files_of
from bot.publication.member.faces import Own, face, lines_of, lines_of_rows
from bot.publication.member.taking import mark_of
from bot.publication.versions.version_cards import change_lines, over_lines, over_rows
from bot.texts import cards as texts
from bot.texts import people as forms
from bot.texts.approving import ISSUER_EXEMPT
from storage.acknowledgement import obligations, task_takers
from storage.acknowledgement.obligations import Obligation
from storage.acknowledgement.task_takers import Taker
from storage.database import Connection
from storage.organisation import people
from storage.organisation.people import Member
from storage.privacy import consents
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import ConsentPurpose, ObligationState, PublicationState, Scope

OPEN = frozenset({ObligationState.EXPECTED, ObligationState.QUESTION})


def card(connection: Connection, office: Office, *, publication_id: int, member_id: int) -> Message:
    """The card as it stands now: asked, acknowledged, a question waiting, read aloud, withdrawn.

    Raises:
        Refused: NOT_FOUND, when there is no such publication or member.
    """
    publication = publications.publication(connection, publication_id)
    member = people.member(connection, member_id)
    if publication is None or member is None:
        raise Refused(Refusal.NOT_FOUND)
    asked = obligations.of_member(connection, publication_id=publication_id, member_id=member_id)
    tasks = task_takers.of_member(connection, publication_id=publication_id, member_id=member_id)
    by_chat = not consents.withholds(connection, member_id, ConsentPurpose.ACKNOWLEDGEMENT)
    state = _state(connection, office, publication, member, asked)
    state += _taken(office, publication, member, tasks)
    if not by_chat and asked is not None and asked.state in OPEN:
        state.append(Line(texts.TOLD_TO_SECRETARY))
    files = files_of(connection, publication)
    rows = _rows(publication, asked, tasks, by_chat=by_chat, has_files=bool(files))
    is_over = publication.state is PublicationState.WITHDRAWN
    rows = over_rows(connection, office, publication, member) if is_over else rows
    changes = [] if is_over else change_lines(connection, office, publication, asked)
    due_at = asked.due_at if asked and asked.due_at else publication.due_at
    is_open = asked is not None and asked.state in OPEN
    blocks = face(
        publication,
        asked=publication.asks_acknowledgement and asked is not None,
        due_at=due_at,
        called=forms.call_capital(member.address_form, member.given_name),
        zone=office.zone,
        lines_below=sum(map(lines_of, [*changes, *state])) + lines_of_rows(len(rows)),
        own=Own(
            to_do=() if is_over else _to_do(connection, office, publication, member),
            tasks=() if is_over else [one.task for one in tasks],
            read_at=_read_here(office, publication, member),
            # It may have waited for a month with room.
            is_past=is_open and due_at is not None and due_at <= office.clock.now(),
        ),
        is_over=is_over,
    )
    # Right under the head: that it is a newer version comes before anything it says.
    blocks[1:1] = changes
    blocks += [*state, *([Buttons(rows)] if rows else [])]
    return Message(tuple(blocks), protected=publication.scope is Scope.INTERNAL)


def _to_do(connection: Connection, office: Office, publication: Publication, member: Member) -> Sequence[str]:
    if not publication.to_do_for:
        return publication.to_do
    held = people.roles_of(connection, member.id, now=office.clock.now())
    return lines_for(publication, member.kind, {one.role for one in held})


def _read_here(office: Office, publication: Publication, member: Member) -> str:
    """Where this reader, and nobody else, reads the whole text; empty while the office has no web inbox."""
    public_url = office.settings.web.public_url
    if not public_url:
        return ""
    token = Links(office.key).document(
        member_id=member.id, publication_id=publication.id, published_at=publication.published_at
    )
    return f"{public_url}{PATH}/{token}"


def _state(
    connection: Connection,
    office: Office,
    publication: Publication,
    member: Member,
    asked: Obligation | None,
) -> list[Block]:
    if publication.state is PublicationState.WITHDRAWN:
        return over_lines(connection, office, publication, member) or [Line(texts.WITHDRAWN)]
    if asked is None:
        return []
    form = forms.form(member.address_form)
    match asked.state:
        case ObligationState.ACKNOWLEDGED:
            return [Line(texts.acknowledged(form, asked.changed_at, office.zone))]
        case ObligationState.READ_ALOUD:
            return [Line(texts.read_aloud(form, _read_at(asked), office.zone))]
        case ObligationState.QUESTION:
            return [Line(texts.question_waits(form))]
        case ObligationState.EXEMPT:
            is_issuer = asked.because == ISSUER_EXEMPT
            return [Line(texts.issued(form, asked.because) if is_issuer else texts.exempt(form))]
        case ObligationState.WITHDRAWN:
            return [Line(texts.NO_LONGER_ASKED)]
        case _:
            return []


def _read_at(asked: Obligation) -> datetime:
    return asked.read_aloud_at or asked.changed_at


def _taken(office: Office, publication: Publication, member: Member, tasks: Sequence[Taker]) -> list[Block]:
    if publication.state is PublicationState.WITHDRAWN:
        return []
    form = forms.form(member.address_form)
    return [
        Line(texts.task_taken(form, _number(one, tasks), one.taken_at, office.zone))
        for one in tasks
        if one.taken_at is not None
    ]


def _number(one: Taker, tasks: Sequence[Taker]) -> int | None:
    """The task's number in the list, where it is not the reader's only one."""
    return one.task + 1 if len(tasks) > 1 else None


def _rows(
    publication: Publication,
    asked: Obligation | None,
    tasks: Sequence[Taker],
    *,
    by_chat: bool,
    has_files: bool,
) -> tuple[tuple[Button, ...], ...]:
    if publication.state is PublicationState.WITHDRAWN:
        return ()
    about = publication.id
    rows: list[tuple[Button, ...]] = []
    if by_chat and asked is not None and asked.state in OPEN:
        rows.append((Button(texts.ACKNOWLEDGE, Act.ACKNOWLEDGE, about, seen(publication.version)),))
    to_take = [
        Button(
            texts.take_task(_number(one, tasks)), Act.TAKE_TASK, about, mark_of(publication.version, one.task)
        )
        for one in tasks
        if by_chat and one.taken_at is None
    ]
    lower: list[Button] = []
    if publication.scope is Scope.PUBLIC:
        lower.append(Button(texts.FULL_TEXT, Act.FULL_TEXT, about))
    if _may_ask(publication, asked):
        lower.append(Button(texts.ASK, Act.ASK, about))
    if has_files:
        lower.append(Button(texts.ATTACHMENTS, Act.ATTACHMENTS, about))
    return (*rows, *_by_two(to_take), *_by_two(lower))


def _by_two(buttons: Sequence[Button]) -> Iterator[tuple[Button, ...]]:
    for start in range(0, len(buttons), 2):
        yield tuple(buttons[start : start + 2])


def _may_ask(publication: Publication, asked: Obligation | None) -> bool:
    if asked is None:
        return not publication.asks_acknowledgement
    return asked.state not in (ObligationState.EXEMPT, ObligationState.WITHDRAWN)
