"""From a knock to its answer, the same for every door."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.access import Caller, Door
from bot.errors import Refusal, Refused
from bot.inbox.dialogue import open_question
from bot.inbox.handling import Handled, Knock
from bot.logs import get
from bot.messages.acts import Act
from bot.messages.blocks import Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.messages.sealing import ButtonRefused, Sealer, owner
from bot.office import Office
from bot.organisation.callers import address_for, caller_of
from bot.organisation.privacy.agreeing import ask_anew
from bot.reading.folding import fold
from bot.reading.tables.sheets import is_table
from bot.states import Role
from bot.texts import conversation as texts
from bot.texts import refusals
from handlers.commands.drafting.pasting import thrown_away
from handlers.commands.joining.joining import contact_of_member, stranger
from handlers.commands.joining.own_codes import own_code
from handlers.commands.leaving import leaves
from handlers.commands.member.current_cards import with_current_card
from handlers.commands.member.typed_words import not_understood, typed_words
from handlers.commands.table import AWAITED, BY_WORD, PRESSES
from handlers.conversation import ContactSent, Content, FileSent, Incoming, Press, Rejected, Text

log = get(__name__)

# Pressing one of these proves that the card of that publication arrived.
_ON_A_CARD = frozenset({Act.ACKNOWLEDGE, Act.ASK, Act.FULL_TEXT, Act.TAKE_TASK, Act.ATTACHMENTS})


# A clerk's message of this many letters is a document, not a chat.
_A_DOCUMENT = 300


@dataclass(frozen=True)
class Token:
    """A pressed button, as it came: not yet believed.

    Args:
        token: the button as it was sealed.
        words: what was typed along with it, to be said right after to whatever the button asks for.
    """

    token: str
    words: str = ""


@dataclass(frozen=True)
class Spoken:
    """What a door understood of a raw update.

    Args:
        chat_id: the speaker's own conversation, also when it was said in a group.
        content: what was said, or the token of a button.
        message_id: the message under whose button was pressed.
        press_id: the platform's id of the press.
        account: how the platform calls who speaks.
        knows_contacts: as in `Incoming`.
        group_chat_id: of the group chat in which it was said.
    """

    chat_id: str
    content: Content | Token
    message_id: str = ""
    press_id: str = ""
    account: str = ""
    knows_contacts: bool = False
    group_chat_id: str = ""


async def answer(office: Office, knock: Knock, spoken: Spoken, *, door: Door) -> Handled:
    """Find out who speaks, believe or refuse the button, and let the command answer."""
    if spoken.group_chat_id and not await _is_member(office, knock, spoken, door):
        # In a group nothing is ever said to a stranger, and nobody is named.
        return Handled(None, Reply())
    address_id = await address_for(office, connection_id=knock.connection_id, chat_id=spoken.chat_id)
    caller = await caller_of(
        office, connection_id=knock.connection_id, chat_id=spoken.chat_id, door=door, knock=knock.id
    )
    content = _believed(office, knock, spoken, caller, address_id)
    incoming = Incoming(
        caller=caller,
        address_id=address_id,
        content=content,
        message_id=spoken.message_id,
        asking=await open_question(office, address_id),
        account=spoken.account,
        knows_contacts=spoken.knows_contacts,
        group_chat_id=spoken.group_chat_id,
    )
    answered = await _answered(office, incoming, _reply)
    if isinstance(spoken.content, Token) and spoken.content.words and answered.reply.asking is not None:
        answered = await _said_after(office, incoming, answered.reply.asking, spoken.content.words)
    # The words have changed: they are asked again, and until then their earlier answer holds.
    await ask_anew(caller, office)
    about = content.subject if isinstance(content, Press) and content.act in _ON_A_CARD else None
    return Handled(
        address_id,
        answered.reply,
        spoken.message_id,
        spoken.press_id,
        about,
        refused_because=answered.refused_because,
    )


async def _is_member(office: Office, knock: Knock, spoken: Spoken, door: Door) -> bool:
    speaker = await caller_of(office, connection_id=knock.connection_id, chat_id=spoken.chat_id, door=door)
    return speaker.member_id is not None


def _believed(office: Office, knock: Knock, spoken: Spoken, caller: Caller, address_id: int) -> Content:
    if not isinstance(spoken.content, Token):
        return spoken.content
    why = ""
    # A stranger who has just become a member still presses buttons that were made for the stranger.
    for member_id in (caller.member_id, None):
        whose = owner(member_id=member_id, address_id=address_id, connection_id=knock.connection_id)
        try:
            opened = Sealer(office.key).open(spoken.content.token, owner=whose, now=office.clock.machine())
        except ButtonRefused as refused:
            # What the button is to this member counts: to the stranger each of theirs is a foreign one.
            why = why or refused.why
        else:
            return Press(opened.act, opened.subject, opened.argument)
    log.warning("button refused", why=why, knock=knock.id, address=address_id)
    return Rejected(why)


@dataclass(frozen=True)
class _Answered:
    reply: Reply
    refused_because: str = ""


async def _answered(
    office: Office, incoming: Incoming, reply: Callable[[Office, Incoming], Awaitable[Reply]]
) -> _Answered:
    try:
        return _Answered(await reply(office, incoming))
    except Refused as refused:
        is_secret = refused.reason is Refusal.SECRET
        because = refused.details.get("kind", refused.reason) if is_secret else ""
        # A dialogue that got a bad answer goes on waiting for a good one.
        sentence = refusals.sentence(refused.reason, refused.details)
        if is_secret and isinstance(incoming.content, Text) and await thrown_away(office, incoming):
            return _Answered(_say(f"{sentence} {texts.DRAFT_THROWN_AWAY}"), because)
        return _Answered(_refused(sentence, is_waiting=incoming.asking is not None), because)


async def _said_after(office: Office, incoming: Incoming, asking: Asking, words: str) -> _Answered:
    """The answer to the words; that they were asked for is not written before, so a kill leaves no half.

    Whatever they are, they are what was asked for: no command and no code.
    """
    said = replace(incoming, content=Text(words), asking=asking)
    answered = await _answered(office, said, AWAITED[asking.awaited])
    if not answered.reply.keeps_asking:
        return answered
    waits = replace(answered.reply, keeps_asking=False, asking=asking)
    return replace(answered, reply=waits)


async def _reply(office: Office, incoming: Incoming) -> Reply:
    if isinstance(incoming.content, Rejected):
        return await _rejected(office, incoming, incoming.content.why)
    if incoming.caller.member_id is None:
        return await stranger(office, incoming)
    return await _member_reply(office, incoming, incoming.content)


async def _rejected(office: Office, incoming: Incoming, why: str) -> Reply:
    sentence = texts.rejection(why)
    if texts.is_mark(why) and await thrown_away(office, incoming):
        return _say(f"{sentence} {texts.DRAFT_THROWN_AWAY}")
    return _say(sentence, keeps_asking=True)


async def _member_reply(office: Office, incoming: Incoming, content: Content) -> Reply:
    if isinstance(content, Press):
        return await with_current_card(content.act, PRESSES[content.act])(office, incoming)
    if isinstance(content, ContactSent):
        return await contact_of_member(office, incoming)
    if incoming.text.startswith("/"):
        return await _command(office, incoming)
    if _is_a_roster(incoming, content):
        return await AWAITED[Awaited.ROSTER_FILE](office, incoming)
    if isinstance(content, FileSent) and is_table(content.name):
        return _say(texts.ROSTER_IS_THE_ADMINS, keeps_asking=True)
    if incoming.asking is not None:
        return await _to_what_waits(office, incoming, incoming.asking.awaited)
    if _is_a_text_to_draft(incoming, content):
        return await AWAITED[Awaited.DRAFT_TEXT](office, incoming)
    return await _unasked(office, incoming)


async def _to_what_waits(office: Office, incoming: Incoming, awaited: Awaited) -> Reply:
    return _say(texts.LEFT) if leaves(incoming.text) else await AWAITED[awaited](office, incoming)


async def _unasked(office: Office, incoming: Incoming) -> Reply:
    """Answer what nothing waited for."""
    if isinstance(incoming.content, FileSent):
        return _say(texts.NO_FILE_WANTED)
    found = await own_code(office, incoming, incoming.text) or await typed_words(office, incoming)
    if found is None and leaves(incoming.text):
        return _say(texts.NOTHING_TO_LEAVE)
    found = found or await not_understood(office, incoming)
    return found if found is not None else _say(texts.NOT_UNDERSTOOD, keeps_menu=True)


def _is_a_roster(incoming: Incoming, content: Content) -> bool:
    """Whether an admin sent a table: it is never anything else, whatever was asked for last."""
    return isinstance(content, FileSent) and is_table(content.name) and incoming.caller.has({Role.ADMIN})


def _is_a_text_to_draft(incoming: Incoming, content: Content) -> bool:
    """Whether the clerk sent a document without having asked for /soan first."""
    if not incoming.caller.has({Role.CLERK}):
        return False
    return isinstance(content, FileSent) or len(incoming.text) >= _A_DOCUMENT


async def _command(office: Office, incoming: Incoming) -> Reply:
    # In groups some write /lenh@bot; accents are forgiven everywhere.
    word = fold(incoming.text[1:].split(maxsplit=1)[0].split("@")[0]) if incoming.text[1:].strip() else ""
    command = BY_WORD.get(word)
    if command is None:
        return _say(texts.UNKNOWN_COMMAND)
    if command.roles is not None and not incoming.caller.has(command.roles):
        raise Refused(command.otherwise)
    return await command.run(office, incoming)


def _say(sentence: str, *, keeps_asking: bool = False, keeps_menu: bool = False) -> Reply:
    message = Message((Line(sentence),), keeps_menu=keeps_menu)
    return Reply(messages=(message,), toast=sentence, keeps_asking=keeps_asking)


def _refused(sentence: str, *, is_waiting: bool) -> Reply:
    """Why nothing was done; a question that goes on waiting for a better answer says how to leave it."""
    if not is_waiting:
        return _say(sentence, keeps_asking=True)
    blocks = (Line(sentence), Line(texts.TO_STOP))
    return Reply(messages=(Message(blocks, keeps_menu=True),), toast=sentence, keeps_asking=True)
