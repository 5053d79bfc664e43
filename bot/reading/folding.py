"""Folding as `bot.messages.folding` does it: what is read and what is typed meet in the same words."""

from bot.messages.folding import fold, folded_words, without_accents

__all__ = ["fold", "folded_words", "without_accents"]
