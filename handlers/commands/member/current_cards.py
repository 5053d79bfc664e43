"""Buttons of what has been corrected, replaced or withdrawn: the press is answered by what stands now."""

from functools import wraps

from bot.acknowledgement.opening import Through, opened
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Line, Message
from bot.messages.reply import Reply
from bot.office import Office
from bot.publication.member.published import member_card
from bot.publication.versions.current import current
from bot.texts import refusals
from handlers.conversation import Handler, Incoming

_MOVED_ON = frozenset({Refusal.WITHDRAWN, Refusal.NEW_VERSION})
_OF_A_PUBLICATION = frozenset(
    {
        Act.ACKNOWLEDGE,
        Act.ASK,
        Act.FULL_TEXT,
        Act.TAKE_TASK,
        Act.QUIZ_ANSWER,
        Act.ATTACHMENTS,
        Act.ATTACHMENT,
    }
)


def with_current_card(act: Act, handler: Handler) -> Handler:
    """The handler, whose refusal because something newer stands is answered with that."""
    if act not in _OF_A_PUBLICATION:
        return handler

    @wraps(handler)
    async def run(office: Office, incoming: Incoming) -> Reply:
        try:
            return await handler(office, incoming)
        except Refused as refused:
            if refused.reason not in _MOVED_ON or incoming.caller.member_id is None:
                raise
            card = await _card(office, incoming, incoming.press.subject)
            # No receipt: nobody must be left to think that it was taken.
            said = refusals.sentence(refused.reason, refused.details)
            return Reply(replaces=card, toast=said, keeps_asking=True)

    return run


async def newest_to(office: Office, incoming: Incoming, *, publication_id: int) -> Reply:
    """The same for who typed "đã nắm" instead of pressing: nothing was taken, and this is why."""
    card = await _card(office, incoming, publication_id)
    said = Line(refusals.sentence(Refusal.NEW_VERSION, {}))
    return Reply(messages=(Message((said,)), card))


async def _card(office: Office, incoming: Incoming, publication_id: int) -> Message:
    about = await current(incoming.caller, office, publication_id=publication_id)
    card = await member_card(incoming.caller, office, publication_id=about)
    await opened(incoming.caller, office, publication_id=about, through=Through.CARD)
    return card
