"""Hộp thư web: a link and a code to hand over, the way to one's own page, and ending it everywhere."""

from collections.abc import Sequence

from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, File, Line, Link, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.joining import inviting
from bot.organisation.web_inbox import making
from bot.texts import web_inbox as texts
from handlers.conversation import Command, Handler, Incoming

# More than these are found by more of the name.
_MOST = 8


async def make(office: Office, incoming: Incoming) -> Reply:
    """A link and a code for the member of the button, with the link as a picture to scan."""
    if incoming.press.argument:
        return await _made(office, incoming, incoming.press.subject)
    return await _asked_or_made(office, incoming, incoming.press.subject)


async def hop_thu(office: Office, incoming: Incoming) -> Reply:
    """With a name whoever bears it, for who may invite them; without one the way to one's own page."""
    words = " ".join(incoming.text.split()[1:])
    if not words:
        return await own(office, incoming)
    found = await inviting.candidates(incoming.caller, office, words=words, only_unreached=False)
    match found:
        case ():
            return Reply(messages=(Message((Line(texts.NOBODY_FOUND),)),))
        case (one,):
            return await _asked_or_made(office, incoming, one.member_id)
    buttons = tuple(
        (Button(texts.whom(one.full_name, one.unit_name), Act.WEB_LINK, one.member_id),)
        for one in found[:_MOST]
    )
    more = [Line(texts.MORE_PEOPLE)] if len(found) > _MOST else []
    return Reply(messages=(Message((Bold(texts.CHOOSE), *more, Buttons(buttons))),))


async def own(office: Office, incoming: Incoming) -> Reply:
    """The way to one's own page."""
    made = await making.own_link(incoming.caller, office)
    lines = texts.own_lines(ends_at=made.ends_at, zone=office.zone)
    end = Button(texts.OWN_END_BUTTON, Act.WEB_END)
    return Reply(messages=(_handed(texts.OWN_TITLE, lines, end, Link(texts.OPEN_LINK, made.url)),))


async def end(office: Office, incoming: Incoming) -> Reply:
    """Links and codes end, every browser is logged out; without a subject one's own."""
    member_id = incoming.press.subject or incoming.caller.member_id or 0
    ended = await making.end_everything(incoming.caller, office, member_id=member_id)
    sentence = texts.ended(ended)
    return Reply(messages=(Message((Line(sentence),)),), toast=sentence)


async def _asked_or_made(office: Office, incoming: Incoming, member_id: int) -> Reply:
    """Who is connected may have a link already, which another one would end: ask first."""
    member = await inviting.connected(incoming.caller, office, member_id=member_id)
    if member is None:
        return await _made(office, incoming, member_id)
    question = Line(texts.already_connected(member.address_form, member.full_name))
    yes = Button(texts.CONNECTED_BUTTON, Act.WEB_LINK, member_id, 1)
    rows = Buttons(((yes, Button(texts.NEVER_MIND, Act.NEVER_MIND)),))
    return Reply(messages=(Message((question, rows)),))


async def _made(office: Office, incoming: Incoming, member_id: int) -> Reply:
    made = await making.make(incoming.caller, office, member_id=member_id)
    lines = texts.made_lines(
        address_form=made.address_form,
        full_name=made.full_name,
        url=made.url,
        code=made.code,
        link_ends_at=made.link_ends_at,
        code_ends_at=made.code_ends_at,
        zone=office.zone,
    )
    end = Button(texts.END_BUTTON, Act.WEB_END, made.member_id)
    handed = _handed(texts.made_title(made.full_name), lines, end)
    picture = Message(
        (Line(texts.picture_line(made.full_name)), File(texts.PICTURE_NAME, made.picture_id)), protected=True
    )
    return Reply(messages=(handed, picture), toast=texts.MADE)


def _handed(title: str, lines: Sequence[str], end: Button, *below: Link) -> Message:
    return Message((Bold(title), *map(Line, lines), *below, Buttons(((end,),))), protected=True)


COMMANDS: tuple[Command, ...] = (Command("hopthu", texts.HELP_OWN, hop_thu, listed=False, takes_words=True),)
PRESSES: dict[Act, Handler] = {Act.WEB_LINK: make, Act.WEB_OWN: own, Act.WEB_END: end}
AWAITED: dict[Awaited, Handler] = {}
