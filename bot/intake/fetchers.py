"""The way to other machines, as the settings want it: how politely, and how far."""

from importlib.metadata import version

from bot.office import Office
from bot.sources.fetching import Fetcher, Limits


def fetcher_for(office: Office) -> Fetcher:
    """A fetcher that is yet to be opened; one serves a whole process, so that pauses hold for each site."""
    settings = office.settings.sources
    limits = Limits(gives_up_after=settings.gives_up_after, pause=settings.pause)
    return Fetcher(user_agent(settings.contact), allow=settings.allow_hosts, limits=limits)


def user_agent(contact: str) -> str:
    """Who asks, and how the keepers of a site can reach the office."""
    name = f"Loa/{version('loa')}"
    return f"{name} (+{contact})" if contact else name
