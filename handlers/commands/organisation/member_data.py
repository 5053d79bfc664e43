"""What an admin sees of a member's consent and requests, and can take down for somebody without a chat."""

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Reply
from bot.office import Office
from bot.organisation.privacy import deciding
from bot.organisation.privacy.cards import consent_lines
from bot.texts import data_requests as texts
from bot.texts import self_service as own_texts
from handlers.conversation import Incoming


async def show(office: Office, incoming: Incoming) -> Reply:
    """The proof of consent, the requests, and the buttons to take one down."""
    found = await deciding.member_data(incoming.caller, office, member_id=incoming.press.subject)
    blocks: list[Block] = [Bold(texts.TITLE), Line(own_texts.name(found.full_name))]
    blocks += map(Line, consent_lines(office, found.consents))
    blocks += [
        Line(
            texts.ended_line(
                one.request,
                one.state,
                full_name=found.full_name,
                at=one.done_at or one.made_at,
                zone=office.zone,
            )
        )
        for one in found.requests
    ]
    rows = (
        (
            Button(own_texts.CORRECT_BUTTON, Act.CORRECT_DATA, found.member_id),
            Button(own_texts.DELETE_BUTTON, Act.DELETE_DATA, found.member_id),
        ),
        (Button(texts.BACK_BUTTON, Act.DATA_REQUESTS),),
    )
    return Reply(messages=(Message((*blocks, Buttons(rows)), protected=True),))
