"""/thuhoi: what is published, and withdrawing it with a reason and a second confirmation."""

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.versions import managing, withdrawing
from bot.publication.versions.managing import Listed
from bot.publication.versions.withdrawing import ReasonChanged, ToWithdraw
from bot.states import Role
from bot.texts import cards as card_texts
from bot.texts import draft_fields as field_texts
from bot.texts import versions as texts
from handlers.commands.drafting.drafting import WAITS
from handlers.commands.paging import page_of, turns
from handlers.conversation import Command, Handler, Incoming


async def show_in_force(office: Office, incoming: Incoming) -> Reply:
    """/thuhoi: what is in force, each with a button to what can be done with it."""
    return Reply(messages=(_listed(office, await managing.in_force(incoming.caller, office), 0),))


async def show_page(office: Office, incoming: Incoming) -> Reply:
    """One publication's page, or another page of the list."""
    press = incoming.press
    if not press.subject:
        found = await managing.in_force(incoming.caller, office)
        return Reply(replaces=_listed(office, found, press.argument))
    page = await managing.publication_page(incoming.caller, office, publication_id=press.subject)
    return Reply(replaces=page)


def _listed(office: Office, found: tuple[Listed, ...], page: int) -> Message:
    if not found:
        return Message((Line(texts.NOTHING),))
    blocks: list[Block] = [Bold(texts.LIST_TITLE)]
    rows: list[tuple[Button, ...]] = []
    for place, one in enumerate(page_of(found, page), start=1):
        blocks.append(Line(texts.listed(place, one.number, one.title, one.published_at, office.zone)))
        rows.append((Button(texts.open_button(place), Act.MANAGE, one.publication_id),))
    rows += turns(found, page, lambda label, to: Button(label, Act.MANAGE, 0, to))
    return Message((*blocks, Buttons(tuple(rows))))


async def ask_because(office: Office, incoming: Incoming) -> Reply:
    """Ask why, before anything is done."""
    about = incoming.press.subject
    found = await withdrawing.demand_standing(incoming.caller, office, publication_id=about)
    never_mind = Button(texts.NEVER_MIND, Act.NEVER_MIND)
    message = Message(
        (
            Bold(card_texts.name_of(found.number, found.title)),
            Line(texts.ASK_BECAUSE),
            Buttons(((never_mind,),)),
        )
    )
    asking = Asking(Awaited.WITHDRAW_BECAUSE, about, office.clock.now() + WAITS)
    return Reply(messages=(message,), asking=asking)


async def take_because(office: Office, incoming: Incoming) -> Reply:
    """Show what would follow, with the reason as the members will read it; nothing is done yet."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.NOT_FOUND)
    if not incoming.text:
        return Reply(messages=(Message((Line(field_texts.TEXT_WANTED),)),), keeps_asking=True)
    noted = await withdrawing.note_reason(
        incoming.caller, office, publication_id=asking.subject, typed=incoming.text
    )
    return Reply(messages=(_question(noted),))


def _question(what: ToWithdraw) -> Message:
    keep = Button(texts.CONFIRM_NO, Act.MANAGE, what.publication_id)
    yes = Button(texts.CONFIRM_YES, Act.TAKE_OUT_CONFIRMED, what.publication_id, what.mark)
    name = f"{card_texts.name_of(what.number, '')} {what.title}".strip()
    return Message(
        (
            Bold(texts.CONFIRM_TITLE),
            Line(name),
            Line(texts.because(what.because)),
            *map(Line, texts.what_follows(what.reached, what.open)),
            Line(texts.NO_WAY_BACK),
            # The answer that changes nothing stands first: older people tap twice.
            Buttons(((keep,), (yes,))),
        )
    )


async def confirmed(office: Office, incoming: Incoming) -> Reply:
    """Withdraw it for the reason that was shown; for another one ask again."""
    press = incoming.press
    try:
        done = await withdrawing.confirm(
            incoming.caller, office, publication_id=press.subject, mark=press.argument
        )
    except ReasonChanged:
        noted = await withdrawing.to_withdraw(incoming.caller, office, publication_id=press.subject)
        if not noted.because:
            raise
        return Reply(replaces=_question(noted), toast=texts.REASON_CHANGED)
    said = texts.taken_out(done.number, done.title, done.told, held=done.held)
    page = await managing.publication_page(incoming.caller, office, publication_id=press.subject)
    return Reply(messages=(Message((Line(said),)),), replaces=page, toast=said, receipt=said)


_CLERKS = frozenset({Role.CLERK})
COMMANDS = (Command("thuhoi", texts.HELP, show_in_force, _CLERKS),)
PRESSES: dict[Act, Handler] = {
    Act.MANAGE: show_page,
    Act.TAKE_OUT: ask_because,
    Act.TAKE_OUT_CONFIRMED: confirmed,
}
AWAITED: dict[Awaited, Handler] = {Awaited.WITHDRAW_BECAUSE: take_because}
