"""What the rooms hand to the engine: how each purpose becomes a message, and the clock's rules."""

from bot.acknowledgement import composers as acknowledgement
from bot.chasing import composers as chasing
from bot.chasing.reminding import remind_due
from bot.delivery.composing import ComposeTable
from bot.delivery.rescuing import rescue_leases, sweep
from bot.publication import composers as publication
from bot.publication.publishing import publish_due
from bot.reports import composers as reports
from bot.schedule import Rule
from bot.study import composers as study
from bot.study.reminding import remind_sessions

COMPOSERS: ComposeTable = {
    **publication.COMPOSERS,
    **acknowledgement.COMPOSERS,
    **chasing.COMPOSERS,
    **reports.COMPOSERS,
    **study.COMPOSERS,
}

RULES: dict[str, Rule] = {
    "publish what is due": publish_due,
    "remind of what is due": remind_due,
    "remind of sessions": remind_sessions,
    "expire and copy": sweep,
    "rescue": rescue_leases,
}
