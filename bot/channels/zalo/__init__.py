"""Zalo, by its Bot Platform. The Official Account would be a package of its own beside this one."""

from bot.channels.zalo.channel import ZaloChannel
from bot.channels.zalo.updates import received

__all__ = ["ZaloChannel", "received"]
