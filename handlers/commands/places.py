"""Where a code is typed, in words."""

from bot.organisation.connections.spreading import Place
from bot.texts.inviting import where_to_type


def place_words(place: Place | None) -> str:
    """How to find the bot; empty where there is nothing to say beside the link."""
    return where_to_type(place.platform, place.called, place.link) if place else ""
