"""The words that stand for "Đã nắm", and what is said to words that stand for nothing."""

from bot.acknowledgement import acknowledging, listing
from bot.acknowledgement.listing import Mine, OpenItem
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.numbered.naming import MAY_MEAN_ANYTHING
from bot.messages.numbered.reporting_words import Said, asks, meaning
from bot.messages.numbered.whole_numbers import named_in
from bot.messages.reply import Reply
from bot.office import Office
from bot.reading.folding import fold
from bot.states import Answer
from bot.study import drawing
from bot.texts import acknowledging as texts
from bot.texts import cards
from bot.texts.study import BUTTONS
from handlers.commands.member import quiz_answering, taking
from handlers.commands.member.current_cards import newest_to
from handlers.commands.member.duties import with_duties
from handlers.commands.member.open_items import MOST_BUTTONS, open_rows, receipt, unanswered
from handlers.conversation import Incoming

_THUMBS = ("👍", "👌")


async def typed_words(office: Office, incoming: Incoming) -> Reply | None:
    """Words that stand for "Đã nắm", and words that only might; None for anything else.

    "Đã nắm", "tôi đã rõ rồi ạ" acknowledge where exactly one publication is open; "vâng", "ok", "đã đọc", "đã
    nhận" and a thumb never do (look-and-words.md).
    """
    took = await taking.typed(office, incoming)
    if took is not None:
        return took
    counts = takes_note(incoming.text)
    is_nod = counts or may_mean_anything(incoming.text)
    may_name = is_nod or any(map(str.isdecimal, incoming.text))
    if incoming.caller.member_id is None or not may_name:
        return None
    mine = await listing.mine(incoming.caller, office)
    named = _named(mine, incoming.text)
    if named is None and not is_nod:
        return None
    if not mine.open:
        return Reply(messages=(Message((Line(texts.nothing_open(mine.called)),)),)) if counts else None
    if named is None and (len(mine.open) > 1 or not counts):
        return _ask_about(mine)
    return await _taken(office, incoming, named or mine.open[0])


async def _taken(office: Office, incoming: Incoming, only: OpenItem) -> Reply:
    try:
        done = await acknowledging.acknowledge(incoming.caller, office, publication_id=only.publication_id)
    except Refused as refused:
        if refused.reason is Refusal.NEW_VERSION:
            return await newest_to(office, incoming, publication_id=only.publication_id)
        if refused.reason is not Refusal.QUIZ_FIRST:
            raise
        return await quiz_answering.begin(office, incoming, publication_id=only.publication_id)
    said = receipt(office, done)
    return Reply(messages=(Message((Line(said),)),), receipt=said)


def _named(mine: Mine, text: str) -> OpenItem | None:
    """The open publication that is named by its whole number beside words that take note: 12-KH/ĐU đã nắm."""
    named = named_in(text, (one.number for one in mine.open))
    if named is None or not takes_note(f"{named.before} {named.words}"):
        return None
    found = [one for one in mine.open if one.number == named.document]
    return found[0] if len(found) == 1 else None


def takes_note(text: str) -> bool:
    """Whether the words stand for the button "Đã nắm"."""
    return meaning(text) is Said.TAKEN


def may_mean_anything(text: str) -> bool:
    """Whether the words may mean that, and may as well mean only that something came."""
    words = fold(text).removesuffix(" a")
    is_nod = words in MAY_MEAN_ANYTHING or (not words and text.startswith(_THUMBS))
    return is_nod or meaning(text) is Said.REPORTED


async def not_understood(office: Office, incoming: Incoming) -> Reply | None:
    """What to type about what waits, where nothing else can be made of the words; None: nothing waits.

    A question is not sent by itself: nobody knows yet that it is about this.
    """
    hint = await _hint(office, incoming)
    several = [one.session.title for one in await unanswered(office, incoming)]
    return await with_duties(office, incoming, hint, sessions=several if len(several) > 1 else [])


async def _hint(office: Office, incoming: Incoming) -> Reply | None:
    mine = await listing.mine(incoming.caller, office)
    invitation = await _invitation(office, incoming)
    if not mine.open:
        return None if invitation is None else Reply(messages=(invitation,))
    if len(mine.open) > 1:
        return _ask_which(mine, texts.not_understood_of(len(mine.open)))
    only = mine.open[0]
    say = texts.is_it_a_question if asks(incoming.text) else texts.not_understood
    # "Đã nắm" stands under the card itself, never under a hint.
    row = (
        Button(cards.FULL_TEXT, Act.FULL_TEXT, only.publication_id),
        Button(texts.ASK, Act.ASK, only.publication_id),
    )
    sentence = Line(say(mine.called, only.number, only.title))
    hint = Message((sentence, Buttons((row,))), keeps_menu=True)
    return Reply(messages=(hint,) if invitation is None else (hint, invitation))


async def _invitation(office: Office, incoming: Incoming) -> Message | None:
    """The only invitation that waits for an answer, with how to answer it."""
    waiting = await unanswered(office, incoming)
    if len(waiting) != 1:
        return None
    session = waiting[0].session
    row = tuple(
        Button(BUTTONS[answer], drawing.ACTS[answer], session.id, session.revision)
        for answer in (Answer.YES, Answer.NO)
    )
    return Message((Line(texts.invitation_waits(session.title)), Buttons((row,))), keeps_menu=True)


def _ask_which(mine: Mine, sentence: str = "") -> Reply:
    shown = mine.open[:MOST_BUTTONS]
    lines = [Line(texts.in_list(place, one.number, one.title)) for place, one in enumerate(shown, start=1)]
    question = Line(sentence or texts.which(mine.called, len(mine.open)))
    return Reply(messages=(Message((question, *lines, Buttons(open_rows(shown)))),))


def _ask_about(mine: Mine) -> Reply:
    if len(mine.open) > 1:
        return _ask_which(mine)
    only = mine.open[0]
    question = Line(texts.did_you_mean(mine.called, only.number, only.title))
    return Reply(messages=(Message((question, _open_only(only))),))


def _open_only(only: OpenItem) -> Buttons:
    return Buttons(((Button(texts.OPEN, Act.OPEN_CARD, only.publication_id),),))
