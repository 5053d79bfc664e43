"""/soan: a text pasted, whole or piece by piece, or a file, becomes a draft."""

from datetime import timedelta

from bot.errors import Refused
from bot.messages.acts import Act
from bot.messages.blocks import AskFile, Button, Buttons, Line, Message
from bot.messages.folding import fold
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.approval import submitting
from bot.publication.draft import drafting, opening
from bot.publication.draft.drafts import Changed
from bot.states import Role
from bot.texts import drafting as texts
from handlers.commands.drafting.drafting import WAITS, card, with_new_card
from handlers.conversation import Command, FileSent, Handler, Incoming

# Whoever pastes a text piece by piece copies the next one meanwhile.
_WAITS_FOR_MORE = timedelta(minutes=15)
# A pasted text is cut at 2,000 or 4,096 letters on its way: what follows may be a line only.
_MAYBE_CUT = 1_900
# Otherwise so few letters in one line are words to the office, not a further part of a document.
_SHORTEST_PART = 40
_GOES_ON = frozenset({Awaited.DRAFT_TEXT, Awaited.CORRECTED_TEXT_GOES_ON})


async def ask_text(office: Office, incoming: Incoming) -> Reply:
    """/soan: ask for the text; one that stands behind the command is taken at once."""
    _, _, text = incoming.text.partition("\n")
    if text.strip():
        return await _begin(office, incoming, text)
    # Who may not draft hears it now, not after having pasted a whole text.
    await opening.waiting_drafts(incoming.caller, office)
    button = Button(texts.NEVER_MIND, Act.NEVER_MIND)
    lines = (
        Line(texts.ASK_TEXT),
        AskFile(texts.ASK_TEXT_FILE, otherwise=texts.NO_FILES_HERE),
        Line(texts.ASK_TEXT_THEN),
    )
    message = Message((*lines, Buttons(((button,),))))
    until = office.clock.now() + WAITS
    return Reply(messages=(message,), asking=Asking(Awaited.DRAFT_TEXT, 0, until))


async def take_text(office: Office, incoming: Incoming) -> Reply:
    """The text or file that /soan asked for, or the next part of a text that was cut."""
    content, asking = incoming.content, incoming.asking
    if isinstance(content, FileSent):
        changed = await drafting.draft_from_file(
            incoming.caller, office, content=content.content, name=content.name
        )
        drafted = await card(office, incoming, changed.draft_id)
        return Reply(messages=(Message((Line(texts.DRAFTED),)), drafted))
    if not incoming.text:
        return Reply(messages=(Message((Line(texts.TEXT_EXPECTED),)),), keeps_asking=True)
    if asking is None or not asking.subject:
        return await _begin(office, incoming, incoming.text)
    return await _continue(office, incoming, asking)


async def _begin(office: Office, incoming: Incoming, text: str) -> Reply:
    changed = await drafting.draft_from_text(incoming.caller, office, text=text)
    return await more_may_follow(office, incoming, changed)


async def _continue(office: Office, incoming: Incoming, asking: Asking) -> Reply:
    instead = await no_further_part(office, incoming, asking)
    if instead is not None:
        return instead
    changed = await drafting.continue_draft(
        incoming.caller, office, draft_id=asking.subject, revision=asking.argument, text=incoming.text
    )
    return await more_may_follow(office, incoming, changed)


async def thrown_away(office: Office, incoming: Incoming) -> bool:
    """Throw away the draft whose further part bore a mark of secrecy: it is one document.

    Returns:
        Whether one waited for a further part.
    """
    asking = incoming.asking
    if asking is None or asking.awaited not in _GOES_ON or not asking.subject:
        return False
    try:
        await submitting.discard(incoming.caller, office, draft_id=asking.subject)
    except Refused:
        # It was handed in meanwhile, or is gone: nothing of it is this conversation's any more.
        return False
    return True


async def no_further_part(office: Office, incoming: Incoming, asking: Asking) -> Reply | None:
    """The answer to words that are no further part of a text: that it is whole, or too few to be one."""
    text = incoming.text
    if fold(text) in texts.ENOUGH:
        return Reply(messages=(await card(office, incoming, asking.subject),))
    if "\n" in text or len(text) >= _SHORTEST_PART:
        return None
    so_far = await opening.draft_text(incoming.caller, office, draft_id=asking.subject)
    if len(so_far.body) >= _MAYBE_CUT:
        return None
    return Reply(messages=(Message((Line(texts.PART_TOO_SHORT),)),), keeps_asking=True)


async def more_may_follow(
    office: Office, incoming: Incoming, changed: Changed, *, awaited: Awaited = Awaited.DRAFT_TEXT
) -> Reply:
    """The card as far as it goes; a further part of the text is taken, whatever cut it."""
    until = office.clock.now() + _WAITS_FOR_MORE
    return Reply(
        messages=(Message((Line(texts.DRAFTED_SO_FAR),)), await card(office, incoming, changed.draft_id)),
        asking=Asking(awaited, changed.draft_id, until, changed.revision),
    )


COMMANDS = (Command("soan", texts.HELP_DRAFT, ask_text, frozenset({Role.CLERK}), takes_words=True),)
PRESSES: dict[Act, Handler] = {}
AWAITED: dict[Awaited, Handler] = {Awaited.DRAFT_TEXT: with_new_card(take_text)}
