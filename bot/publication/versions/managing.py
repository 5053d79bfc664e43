"""What the clerk may do with what is published: the list, and one publication's page with its versions."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.publication.versions.version_cards import successor_of
from bot.texts import cards as card_texts
from bot.texts import versions as texts
from storage.database import Connection
from storage.publication import publications, versions
from storage.publication.publications import Publication
from storage.states import PublicationState, Role

_MOST = 200


@dataclass(frozen=True)
class Listed:
    """One line of what is in force."""

    publication_id: int
    number: str
    title: str
    published_at: datetime


async def in_force(caller: Caller, office: Office) -> tuple[Listed, ...]:
    """What is in force, the newest first.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> tuple[Listed, ...]:
        found = publications.in_force(connection, before_id=None, limit=_MOST)
        return tuple(Listed(one.id, one.number, one.title, one.published_at) for one in found)

    return await office.database.read(body)


async def publication_page(caller: Caller, office: Office, *, publication_id: int) -> Message:
    """The publication with all its versions, and what can be done with it.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Message:
        found = publications.publication(connection, publication_id)
        if found is None:
            raise Refused(Refusal.NOT_FOUND)
        return Message((*_blocks(connection, office, found), Buttons(_rows(found))))

    return await office.database.read(body)


def _blocks(connection: Connection, office: Office, found: Publication) -> list[Block]:
    numbered = card_texts.number_and_type(found.number, found.type_name)
    return [
        Bold(card_texts.HEADS[found.kind]),
        *([Line(numbered)] if numbered else []),
        Bold(found.title),
        Line(_state(connection, office, found)),
        Line(texts.published(found.published_at, office.zone)),
        *(
            Line(
                texts.version_line(
                    one.version,
                    one.created_at,
                    one.change_note,
                    office.zone,
                    is_material=one.is_material,
                )
            )
            for one in versions.versions_of(connection, found.id)[1:]
        ),
    ]


def _state(connection: Connection, office: Office, found: Publication) -> str:
    new = successor_of(connection, found)
    if new is not None:
        return texts.replaced(new.number, new.title)
    if found.withdrawn_at is not None:
        return texts.withdrawn(found.withdrawn_at, found.withdrawn_because, office.zone)
    return texts.HALTED if found.state is PublicationState.HALTED else texts.IN_FORCE


def _rows(found: Publication) -> tuple[tuple[Button, ...], ...]:
    look = [Button(texts.FULL_TEXT, Act.FULL_TEXT, found.id)]
    if found.asks_acknowledgement:
        look.append(Button(texts.PROGRESS, Act.PROGRESS, found.id))
    back = (Button(texts.BACK, Act.MANAGE, 0),)
    if found.state is PublicationState.WITHDRAWN:
        return (tuple(look[1:]), back) if look[1:] else (back,)
    return (
        tuple(look),
        (Button(texts.CORRECT, Act.CORRECT, found.id),),
        (Button(texts.REPLACE, Act.REPLACE, found.id),),
        (Button(texts.TAKE_OUT, Act.TAKE_OUT, found.id),),
        back,
    )
