"""What the rooms hand to the engine: how each purpose becomes a message, and the clock's rules."""

from datetime import timedelta

from bot.acknowledgement import composers as acknowledgement
from bot.chasing import composers as chasing
from bot.chasing import digesting
from bot.chasing.climbing import climb_ladders
from bot.chasing.digesting import digest_due
from bot.chasing.reminding import remind_due
from bot.chasing.telling_no_room import tell_no_room
from bot.delivery.composing import ComposeTable
from bot.delivery.quotas.releasing import release_held
from bot.delivery.rescuing import rescue_leases, sweep
from bot.intake import composers as intake
from bot.organisation.connections import composers as connections
from bot.organisation.connections.alarming import tell_of_quotas
from bot.organisation.coverage import composers as coverage
from bot.organisation.coverage.telling import tell_lost, tell_weekly
from bot.organisation.join_requests import composers as join_requests
from bot.organisation.join_requests.lapsing import lapse_join_requests
from bot.organisation.joining import guessing_alarm
from bot.organisation.membership import composers as membership
from bot.organisation.membership.exempting import end_lapsed
from bot.organisation.membership.role_audiences import ask_new_holders
from bot.organisation.outages import composers as outages
from bot.organisation.outages.turning import turn_around_outages
from bot.organisation.privacy import composers as privacy
from bot.organisation.privacy.erasing import forget_conversations
from bot.organisation.privacy.reminding import remind_of_requests
from bot.organisation.privacy.sweeping import sweep_due
from bot.organisation.rights import telling as rights
from bot.organisation.roster.importing import lapse_due
from bot.organisation.units.due import apply_due_changes
from bot.publication import composers as publication
from bot.publication.publishing import publish_due
from bot.reports import composers as reports
from bot.reports.progress_telling import tell_progress
from bot.schedule import Rule, Seldom
from bot.study import composers as study
from bot.study.announcing import invite_later
from bot.study.reminding import remind_sessions

COMPOSERS: ComposeTable = {
    **publication.COMPOSERS,
    **privacy.COMPOSERS,
    **acknowledgement.COMPOSERS,
    **chasing.COMPOSERS,
    **digesting.COMPOSERS,
    **reports.COMPOSERS,
    **rights.COMPOSERS,
    **membership.COMPOSERS,
    **coverage.COMPOSERS,
    **outages.COMPOSERS,
    **join_requests.COMPOSERS,
    **guessing_alarm.COMPOSERS,
    **connections.COMPOSERS,
    **intake.COMPOSERS,
    **study.COMPOSERS,
}

RULES: dict[str, Rule] = {
    "change units that are due": apply_due_changes,
    "publish what is due": publish_due,
    "turn around outages": turn_around_outages,
    "try the next address": Seldom(climb_ladders, every=timedelta(minutes=1)),
    # While a month has no room for reminders, each knock would look through all who wait for one.
    "remind of what is due": Seldom(remind_due, every=timedelta(minutes=1)),
    "end exemptions": end_lapsed,
    # Through what went out by roles: seldom much, and a role begins with a day.
    "ask who holds a role by now": Seldom(ask_new_holders, every=timedelta(minutes=10)),
    "invite who came later": invite_later,
    "remind of sessions": remind_sessions,
    "gather digests": digest_due,
    # Whoever has a card that is edited sees it at once; these hear once a day at most.
    "tell of progress": Seldom(tell_progress, every=timedelta(minutes=5)),
    "end requests to join": lapse_join_requests,
    "tell who is not reached": tell_weekly,
    "tell who was lost": tell_lost,
    "remind of requests about data": remind_of_requests,
    "forget conversations": forget_conversations,
    "forget roster files": lapse_due,
    "sweep what has served its term": sweep_due,
    "tell what is nearly used up": Seldom(tell_of_quotas, every=timedelta(minutes=1)),
    "let go what a month held back": Seldom(release_held, every=timedelta(minutes=1)),
    "tell what a month has no room for": Seldom(tell_no_room, every=timedelta(minutes=1)),
    "expire and copy": sweep,
    "rescue": rescue_leases,
}
