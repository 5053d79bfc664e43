"""What the card of a publication says of its versions, of its end, and of what has taken its place."""

from collections.abc import Sequence

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.texts import people as forms
from bot.texts import versions as texts
from storage.acknowledgement import obligations
from storage.acknowledgement.obligations import Obligation
from storage.audience import audiences
from storage.audience.rules import Audience
from storage.database import Connection
from storage.organisation import people
from storage.organisation.people import Member
from storage.publication import publications, versions
from storage.publication.publications import Publication
from storage.publication.versions import Version
from storage.states import ObligationState, Origin, Scope

_OPEN = frozenset({ObligationState.EXPECTED, ObligationState.QUESTION})


def change_lines(
    connection: Connection, office: Office, publication: Publication, asked: Obligation | None
) -> list[Block]:
    """That it is a newer version, and, until it is acknowledged, what changed since the member was asked."""
    if publication.version == 1:
        return []
    all_of_it = versions.versions_of(connection, publication.id)
    newest = all_of_it[-1]
    lines = [texts.marked(newest.version, newest.created_at, office.zone)]
    if asked is None or asked.state in _OPEN:
        lines += [line for one in _news(all_of_it, asked) for line in texts.changed(one.change_note)]
    return [Line(line) for line in lines]


def _news(all_of_it: Sequence[Version], asked: Obligation | None) -> list[Version]:
    newest = all_of_it[-1]
    tell = [one for one in all_of_it[1:] if one.is_material or one is newest]
    if asked is None:
        return tell
    if asked.origin is Origin.JOINED_LATER:
        # Who came after it never knew another.
        return [one for one in tell if one.created_at > asked.expected_at]
    return [one for one in tell if one.created_at >= asked.expected_at]


def over_lines(
    connection: Connection, office: Office, publication: Publication, member: Member | None
) -> list[Block]:
    """When and why it was withdrawn, or what has taken its place.

    A title is named only to whom the new one is for; in a group (None) neither title nor reason.
    """
    new = successor_of(connection, publication)
    if new is not None:
        title = new.title if member and is_for(connection, office, new, member.id) else ""
        return [Line(texts.replaced(new.number, title)), Line(texts.NO_ANSWER_NEEDED)]
    if publication.withdrawn_at is None:
        return []
    because = publication.withdrawn_because if member else ""
    return [Line(texts.withdrawn(publication.withdrawn_at, because, office.zone))]


def over_rows(
    connection: Connection, office: Office, publication: Publication, member: Member
) -> tuple[tuple[Button, ...], ...]:
    """The way to what has taken its place, where that is for the member."""
    new = successor_of(connection, publication)
    if new is None or not is_for(connection, office, new, member.id):
        return ()
    return ((Button(texts.OPEN_NEW, Act.OPEN_CARD, new.id),),)


def successor_of(connection: Connection, publication: Publication) -> Publication | None:
    """What stands in its place in the end; None: nothing does."""
    found = versions.successor(connection, publication.id) if publication.replaced_by else None
    return None if found is None else publications.publication(connection, found)


def is_for(connection: Connection, office: Office, found: Publication, member_id: int) -> bool:
    """Whether it was asked of the member, sent to them, or is for them by its rule now."""
    if obligations.of_member(connection, publication_id=found.id, member_id=member_id) is not None:
        return True
    if publications.had_a_card(connection, publication_id=found.id, member_id=member_id):
        return True
    rule, now = Audience.of(found.audience), office.clock.now()
    return audiences.covers(connection, rule, member_id=member_id, now=now)


def older_card(publication: Publication) -> Message:
    """What an older card says once a newer one stands, or is to stand, in the chat."""
    newer = Button(texts.OPEN_NEWEST, Act.OPEN_CARD, publication.id)
    said = Line(texts.moved_on(publication.number, publication.title))
    return Message((said, Buttons(((newer,),))), protected=publication.scope is Scope.INTERNAL)


def over_news(connection: Connection, office: Office, publication: Publication, member_id: int) -> Message:
    """What those are told whom a publication had reached that no longer stands."""
    member = people.member(connection, member_id)
    called = forms.call(member.address_form, member.given_name) if member else ""
    blocks: list[Block] = [
        Bold(texts.NEWS_REPLACED_HEAD if publication.replaced_by else texts.NEWS_HEAD),
        Line(texts.news_withdrawn(called, publication.number, publication.title)),
        *over_lines(connection, office, publication, member),
    ]
    rows = over_rows(connection, office, publication, member) if member else ()
    blocks += [Buttons(rows)] if rows else []
    return Message(tuple(blocks), protected=publication.scope is Scope.INTERNAL)


def over_news_to_group(connection: Connection, office: Office, publication: Publication) -> Message:
    """The same in a group chat: which one, and nothing of why."""
    blocks: tuple[Block, ...] = (
        Bold(texts.NEWS_REPLACED_HEAD if publication.replaced_by else texts.NEWS_HEAD),
        Line(texts.news_to_group(publication.number, publication.title)),
        *over_lines(connection, office, publication, None),
    )
    return Message(blocks, protected=publication.scope is Scope.INTERNAL)
