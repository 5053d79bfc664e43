"""Answers to an invitation in people's own words, with or without its number. Pure."""

from collections.abc import Sequence

from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.messages.numbered.codes import Found, Offered, Pressed, Thing, Unseen, as_shown
from bot.messages.numbered.session_words import Heard, heard, held, holding, says_yes
from bot.messages.numbered.told import Told
from bot.texts import numbers as words


def answered(thing: Offered, typed: str, offers: Sequence[Offered]) -> Found | Told | None:
    """What these words answer to the invitation: coming, staying away, or which reason to be confirmed.

    Args:
        thing: the session.
        typed: without its number.
        offers: what was shown in this conversation.
    """
    said = heard(typed)
    button = None if said is None else next((one for one in thing.buttons if one.act is said.act), None)
    if said is None or button is None:
        return None
    return _asked_back(button, said, offers) if said.reason else as_shown(Pressed(button), offers)


def invited(typed: str, offers: Sequence[Offered]) -> Found | Told | None:
    """The same without a number: counts for the newest thing; of the only invitation its number is said."""
    menu = next((one.buttons for one in offers if not one.number), ())
    if menu and held(menu[0]) and says_yes(typed):
        return as_shown(Pressed(menu[0], held(menu[0])), offers)
    said = heard(typed)
    things = [one for one in offers if one.number]
    sessions = [one for one in things if one.thing == Thing.SESSION]
    if said is None or not sessions:
        return None
    if things[0].thing == Thing.SESSION:
        return answered(things[0], typed, offers)
    return Told(words.which_invitation(sessions[0].number)) if len(sessions) == 1 else None


def _asked_back(button: Button, said: Heard, offers: Sequence[Offered]) -> Found | Told:
    shown = as_shown(Pressed(button), offers)
    if isinstance(shown, Unseen):
        return shown
    because = holding(button, words.away_because(said.reason))
    return Told(words.really_away(said.reason), (because, Button(words.NOT_SO, Act.NEVER_MIND)))
