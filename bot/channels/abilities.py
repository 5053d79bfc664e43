"""What each platform can do, for who has to know it before anything is sent there."""

from dataclasses import replace

from bot.channels.contract import Abilities
from bot.messages.plain import TEXT_LIMIT
from storage.states import Platform

# Source of the limit: core.telegram.org/bots/api#sendmessage.
_AS_TELEGRAM = Abilities(buttons=True, edits=True, folds=True, toasts=True, files=True, text_limit=4096)

ABILITIES: dict[Platform, Abilities] = {
    Platform.TELEGRAM: replace(
        _AS_TELEGRAM,
        # https://core.telegram.org/api/links#bot-links (start: up to 64 of A-Z a-z 0-9 _ -).
        link="https://t.me/{account}?start={word}",
        # https://core.telegram.org/bots/features#deep-linking
        group_link="https://t.me/{account}?startgroup={word}",
    ),
    # Text alone: buttons, edits and files do not exist there [OFF]; nor do folds and toasts.
    Platform.ZALO: Abilities(
        buttons=False,
        edits=False,
        folds=False,
        toasts=False,
        files=False,
        text_limit=TEXT_LIMIT,
        # Of a group it hears what mentions or quotes it (facts/zalo.md 1.3).
        heard_by_name=True,
    ),
    # As Telegram's: the sandbox shows a chat as Telegram unless told otherwise.
    Platform.WEB: _AS_TELEGRAM,
}
