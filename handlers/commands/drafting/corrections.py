"""Correcting what is published, and putting something else in its place: the clerk's way to such a draft."""

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import AskFile, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.draft import drafting, opening
from bot.publication.draft.marks import read_mark
from bot.publication.versions import corrections, replacing, withdrawing
from bot.publication.versions.correction_cards import KIND, NOTE, TEXT
from bot.publication.versions.corrections import LONGEST_LINE, NoteTooLong
from bot.texts import cards as card_texts
from bot.texts import draft_fields as field_texts
from bot.texts import drafting as draft_texts
from bot.texts import versions as texts
from handlers.commands.drafting.drafting import WAITS, card, with_new_card
from handlers.commands.drafting.pasting import more_may_follow, no_further_part
from handlers.commands.paging import page_of, turns
from handlers.conversation import FileSent, Handler, Incoming

_QUESTIONS = {
    NOTE: (texts.ASK_NOTE, Awaited.CHANGE_NOTE),
    TEXT: (texts.ASK_NEW_TEXT, Awaited.CORRECTED_TEXT),
}
_WANT_A_TEXT = frozenset({Awaited.CORRECTED_TEXT, Awaited.REPLACING_TEXT})


async def correct(office: Office, incoming: Incoming) -> Reply:
    """Open the draft of the publication's correction; there is one at most."""
    draft_id = await corrections.begin_correction(
        incoming.caller, office, publication_id=incoming.press.subject
    )
    return Reply(messages=(await card(office, incoming, draft_id),))


async def change(office: Office, incoming: Incoming) -> Reply:
    """Minor or material at once; for the note and the text wait for words."""
    draft_id = incoming.press.subject
    revision, what = read_mark(incoming.press.argument)
    if what == KIND:
        await corrections.toggle_material(incoming.caller, office, draft_id=draft_id, revision=revision or 0)
        return Reply(replaces=await card(office, incoming, draft_id), toast=field_texts.CHANGED)
    if what not in _QUESTIONS:
        raise Refused(Refusal.NOT_FOUND)
    text = await opening.draft_text(incoming.caller, office, draft_id=draft_id)
    if text.revision != revision:
        raise Refused(Refusal.GONE_ON)
    question, awaited = _QUESTIONS[what]
    return _ask(office, question, awaited, draft_id, text.revision)


def _ask(office: Office, question: str, awaited: Awaited, subject: int, argument: int = 0) -> Reply:
    never_mind = Button(draft_texts.NEVER_MIND, Act.NEVER_MIND)
    file = AskFile(draft_texts.ASK_TEXT_FILE, otherwise=draft_texts.NO_FILES_HERE)
    wanted = [file] if awaited in _WANT_A_TEXT else []
    message = Message((Line(question), *wanted, Buttons(((never_mind,),))))
    asking = Asking(awaited, subject, office.clock.now() + WAITS, argument)
    return Reply(messages=(message,), asking=asking)


async def take_note(office: Office, incoming: Incoming) -> Reply:
    """What changed, in the clerk's words."""
    asking = _asked(incoming)
    if not incoming.text:
        return _again(field_texts.TEXT_WANTED)
    try:
        await corrections.note_change(
            incoming.caller, office, draft_id=asking.subject, revision=asking.argument, typed=incoming.text
        )
    except NoteTooLong:
        return _again(texts.NOTE_TOO_MANY_LINES.format(limit=LONGEST_LINE))
    return await _changed(office, incoming, texts.NOTE_TAKEN)


async def take_text(office: Office, incoming: Incoming) -> Reply:
    """The whole text anew, pasted or as a file."""
    asking, content = _asked(incoming), incoming.content
    if isinstance(content, FileSent):
        await corrections.replace_file(
            incoming.caller,
            office,
            draft_id=asking.subject,
            revision=asking.argument,
            content=content.content,
            name=content.name,
        )
        return await _changed(office, incoming, texts.TEXT_TAKEN)
    if not incoming.text:
        return _again(draft_texts.TEXT_EXPECTED)
    changed = await corrections.replace_text(
        incoming.caller, office, draft_id=asking.subject, revision=asking.argument, text=incoming.text
    )
    return await more_may_follow(office, incoming, changed, awaited=Awaited.CORRECTED_TEXT_GOES_ON)


async def take_more_text(office: Office, incoming: Incoming) -> Reply:
    """The next part of a text that came in several messages."""
    asking = _asked(incoming)
    if isinstance(incoming.content, FileSent):
        return await take_text(office, incoming)
    instead = await no_further_part(office, incoming, asking)
    if instead is not None:
        return instead
    changed = await corrections.continue_text(
        incoming.caller, office, draft_id=asking.subject, revision=asking.argument, text=incoming.text
    )
    return await more_may_follow(office, incoming, changed, awaited=Awaited.CORRECTED_TEXT_GOES_ON)


async def _changed(office: Office, incoming: Incoming, said: str) -> Reply:
    shown = await card(office, incoming, _asked(incoming).subject)
    return Reply(messages=(Message((Line(said),)), shown))


async def choose_replaced(office: Office, incoming: Incoming) -> Reply:
    """Offer what is in force, or take the choice that was made."""
    draft_id, argument = incoming.press.subject, incoming.press.argument
    number, is_chosen = divmod(argument, 2)
    if is_chosen:
        await replacing.set_replaced(
            incoming.caller, office, draft_id=draft_id, publication_id=number or None
        )
        return Reply(replaces=await card(office, incoming, draft_id), toast=field_texts.CHANGED)
    found = await replacing.replaceable(incoming.caller, office)
    if not found:
        return Reply(toast=texts.NOTHING_TO_REPLACE, messages=(Message((Line(texts.NOTHING_TO_REPLACE),)),))
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                card_texts.name_of(one.number, one.title), Act.REPLACES, draft_id, 2 * one.publication_id + 1
            ),
        )
        for one in page_of(found, number)
    ]
    rows += turns(found, number, lambda label, to: Button(label, Act.REPLACES, draft_id, 2 * to))
    none = (Button(texts.NO_REPLACEMENT, Act.REPLACES, draft_id, 1),)
    back = (Button(draft_texts.BACK, Act.OPEN_DRAFT, draft_id, 1),)
    blocks = (Bold(texts.CHOOSE_TITLE), Line(texts.CHOOSE_EXPLAINED), Buttons((*rows, none, back)))
    return Reply(replaces=Message(blocks))


async def ask_replacing(office: Office, incoming: Incoming) -> Reply:
    """Ask for the text of what is to take the publication's place."""
    about = incoming.press.subject
    await withdrawing.demand_standing(incoming.caller, office, publication_id=about)
    return _ask(office, texts.ASK_REPLACING, Awaited.REPLACING_TEXT, about)


async def take_replacing(office: Office, incoming: Incoming) -> Reply:
    """Draft it, and note what it replaces."""
    asking, content = _asked(incoming), incoming.content
    if isinstance(content, FileSent):
        begun = await drafting.draft_from_file(
            incoming.caller, office, content=content.content, name=content.name
        )
    elif incoming.text:
        begun = await drafting.draft_from_text(incoming.caller, office, text=incoming.text)
    else:
        return _again(draft_texts.TEXT_EXPECTED)
    replaces = await replacing.set_replaced(
        incoming.caller, office, draft_id=begun.draft_id, publication_id=asking.subject
    )
    if isinstance(content, FileSent):
        shown = await card(office, incoming, begun.draft_id)
        return Reply(messages=(Message((Line(draft_texts.DRAFTED),)), shown))
    return await more_may_follow(office, incoming, replaces)


def _asked(incoming: Incoming) -> Asking:
    if incoming.asking is None:
        raise Refused(Refusal.NOT_FOUND)
    return incoming.asking


def _again(sentence: str) -> Reply:
    return Reply(messages=(Message((Line(sentence),)),), keeps_asking=True)


COMMANDS = ()
PRESSES: dict[Act, Handler] = {
    Act.CORRECT: correct,
    Act.CORRECTION: with_new_card(change),
    Act.REPLACES: with_new_card(choose_replaced),
    Act.REPLACE: ask_replacing,
}
AWAITED: dict[Awaited, Handler] = {
    Awaited.CHANGE_NOTE: with_new_card(take_note),
    Awaited.CORRECTED_TEXT: with_new_card(take_text),
    Awaited.CORRECTED_TEXT_GOES_ON: with_new_card(take_more_text),
    Awaited.REPLACING_TEXT: take_replacing,
}
