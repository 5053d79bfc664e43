"""The short word of a minor correction, for those whose card cannot be edited."""

from collections import defaultdict

from bot.delivery.composing import Skip
from bot.delivery.unedited import without_edits
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.texts import cards as card_texts
from bot.texts import people as forms
from bot.texts import versions as texts
from storage.acknowledgement import obligations
from storage.acknowledgement.obligations import Obligation
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation.people import Member
from storage.publication import correction_news, versions
from storage.publication.correction_news import News
from storage.publication.corrections import Correction
from storage.publication.publications import Publication
from storage.states import ObligationState, Platform, Reason, Scope

_OPEN = frozenset({ObligationState.EXPECTED, ObligationState.QUESTION})
_OUTSIDE = frozenset({ObligationState.EXEMPT, ObligationState.WITHDRAWN})


def tell_of_correction(connection: Connection, correction: Correction) -> int:
    """Queue the word of a minor correction, in the transaction that publishes it; to how many."""
    news = News(
        correction.publication_id,
        correction.version,
        correction.urgency,
        without_edits(connection),
        correction.machine,
    )
    return correction_news.queue(connection, news)


def told_apart(connection: Connection, publication_id: int) -> dict[Platform, int]:
    """How many would be told by a message of their own if it were corrected now, by platform."""
    platforms: defaultdict[Platform, list[int]] = defaultdict(list)
    for connection_id, platform in without_edits(connection).items():
        platforms[platform].append(connection_id)
    amounts = {
        platform: correction_news.how_many(connection, publication_id, unedited=ids)
        for platform, ids in platforms.items()
    }
    return {platform: amount for platform, amount in amounts.items() if amount}


def corrected_news(
    connection: Connection, office: Office, found: Publication, member: Member, claimed: Claimed
) -> Message | Skip:
    """What that version changed; nothing once the publication is asked anew."""
    of_it = versions.versions_of(connection, found.id)
    if any(one.is_material and one.version > (claimed.version or 0) for one in of_it):
        return Skip(Reason.CHANGED)
    note = next((one.change_note for one in of_it if one.version == claimed.version), "")
    asked = obligations.of_member(connection, publication_id=found.id, member_id=member.id)
    called = forms.call_capital(member.address_form, member.given_name)
    lines = [*note.splitlines(), _what_follows(found, asked, called)]
    blocks: list[Block] = [Bold(texts.corrected_heading(found.number, found.title))]
    blocks += [Line(line) for line in lines if line]
    row = [Button(texts.OPEN_NEWEST, Act.OPEN_CARD, found.id)]
    if not found.asks_acknowledgement or (asked is not None and asked.state not in _OUTSIDE):
        # The number of the card that stands above goes on meaning it.
        row.append(Button(card_texts.ASK, Act.ASK, found.id))
    return Message((*blocks, Buttons((tuple(row),))), protected=found.scope is Scope.INTERNAL)


def _what_follows(found: Publication, asked: Obligation | None, called: str) -> str:
    if not found.asks_acknowledgement:
        return ""
    if asked is not None and asked.state in _OPEN:
        return texts.still_to_acknowledge(called)
    return texts.NOT_AGAIN
