"""Telegram, by its Bot API."""

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.updates import received

__all__ = ["TelegramChannel", "received"]
