"""The one table of commands: name, help line, who finds it; and what each button and answer leads to."""

from bot.access import Caller
from bot.messages.acts import Act
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.texts import helping as texts
from handlers.commands.drafting import approving, corrections, draft_fields, drafting, pasting, withdrawing
from handlers.commands.helping import help_reply
from handlers.commands.joining import invitation_sheets, inviting, join_requests, joining, six_digits
from handlers.commands.leading import progress, reading_aloud, reports, task_progress, why
from handlers.commands.member import (
    acknowledging,
    attachments,
    in_force,
    published,
    questions,
    quiz_answering,
    searching,
    taking,
)
from handlers.commands.office import connections, history, source_items, sources
from handlers.commands.organisation import (
    coverage,
    exempting,
    groups,
    member_changes,
    paper_list,
    personal_data,
    rights,
    role_changes,
    roster,
    roster_files,
    topic_units,
    topics,
    unit_changes,
    units,
)
from handlers.commands.own import addresses, own_data, quiet_hours, self_service, subscriptions, web_inbox
from handlers.commands.study import study, study_planning
from handlers.conversation import Command, Handler, Incoming

_MODULES = (
    acknowledging,
    in_force,
    searching,
    quiz_answering,
    taking,
    published,
    attachments,
    study,
    subscriptions,
    self_service,
    own_data,
    joining,
    join_requests,
    addresses,
    progress,
    task_progress,
    study_planning,
    questions,
    reading_aloud,
    reports,
    drafting,
    pasting,
    draft_fields,
    approving,
    withdrawing,
    corrections,
    roster,
    member_changes,
    exempting,
    paper_list,
    roster_files,
    inviting,
    six_digits,
    invitation_sheets,
    coverage,
    units,
    unit_changes,
    groups,
    sources,
    source_items,
    rights,
    role_changes,
    connections,
    history,
    web_inbox,
    personal_data,
    topics,
    topic_units,
    quiet_hours,
    why,
)


async def _help(_office: Office, incoming: Incoming) -> Reply:
    return help_reply(commands_for(incoming.caller))


COMMANDS: tuple[Command, ...] = (
    *(command for module in _MODULES for command in module.COMMANDS),
    Command("trogiup", texts.HELP, _help, aliases=("help",)),
)
"""In the order of the menu."""

PRESSES: dict[Act, Handler] = {act: run for module in _MODULES for act, run in module.PRESSES.items()}
AWAITED: dict[Awaited, Handler] = {word: run for module in _MODULES for word, run in module.AWAITED.items()}
BY_WORD: dict[str, Command] = {
    word: command for command in COMMANDS for word in (command.name, *command.aliases)
}


def commands_for(caller: Caller) -> list[Command]:
    """The commands that this person finds in the menu."""
    return [one for one in COMMANDS if one.listed and (one.roles is None or caller.has(one.roles))]
