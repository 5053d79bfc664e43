"""/baocao: the report on one publication."""

from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Folded, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.reports import writing
from bot.reports.progress import followed
from bot.reports.reporting import report
from bot.texts import progress as progress_texts
from bot.texts import reports as texts
from handlers.commands.leading.progress import MAY_FOLLOW
from handlers.conversation import Command, Handler, Incoming


async def choose(office: Office, incoming: Incoming) -> Reply:
    """The publications that can be reported on."""
    found = await followed(incoming.caller, office)
    if not found:
        return Reply(messages=(Message((Line(progress_texts.NOTHING),)),))
    rows = tuple(
        (
            Button(
                progress_texts.list_button(one.number, one.title, one.acknowledged, one.expected),
                Act.REPORT,
                one.publication_id,
            ),
        )
        for one in found
    )
    return Reply(messages=(Message((Line(texts.LIST_HEADING), Buttons(rows))),))


async def show(office: Office, incoming: Incoming) -> Reply:
    """The report, its details folded."""
    found = await report(incoming.caller, office, publication_id=incoming.press.subject)
    zone = office.zone
    lines = [Line(line) for line in writing.summary(found, zone=zone)]
    details = Folded(texts.DETAILS, "\n".join(writing.details(found, zone=zone)))
    heading = Bold(texts.heading(found.number, found.title))
    return Reply(
        messages=(Message((heading, *lines, details), protected=found.has_names),), keeps_asking=True
    )


COMMANDS: tuple[Command, ...] = (Command("baocao", texts.HELP_REPORT, choose, roles=MAY_FOLLOW),)
PRESSES: dict[Act, Handler] = {Act.REPORT: show}
AWAITED: dict[Awaited, Handler] = {}
