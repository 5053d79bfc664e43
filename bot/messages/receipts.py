"""What an answer says where nothing can be replaced and nothing is shown over the chat."""

from dataclasses import replace

from bot.messages.acts import Act
from bot.messages.blocks import Line, Message
from bot.messages.numbered.codes import buttons_of
from bot.messages.reply import Reply
from bot.messages.splitting import visible_text
from bot.texts.conversation import TO_STOP


def without_edits(reply: Reply, *, receipts: bool = True) -> tuple[Message, ...]:
    """What a person reads of an answer on a platform without edits and without toasts.

    A receipt stands instead of what would have been replaced; without one the new message comes whole, headed
    by the toast. Words that stand in the first message anyway are not said twice, and what can go along with
    it costs no message of its own. The toast of an answer that replaces nothing is left out: such an answer
    says everything itself, as it has to for who typed instead of pressing.

    Args:
        reply: as the command gave it.
        receipts: False leaves an answer out that would be nothing but its receipt.
    """
    shown = list(reply.messages)
    if reply.replaces is not None and not reply.receipt:
        shown.insert(0, reply.replaces)
    heading = reply.receipt or (reply.toast if reply.replaces is not None or not shown else "")
    first = shown[0] if shown else Message()
    if heading and not _says(first, heading):
        shown[:1] = [replace(first, blocks=(Line(heading), *first.blocks))]
    said = _with_way_out(tuple(shown)) if reply.asking is not None else tuple(shown)
    return () if not receipts and reply.receipt and _is_only(said, reply.receipt) else said


def is_only_receipt(reply: Reply) -> bool:
    """Whether it comes to nothing but its receipt there: the first thing to go when a month runs short."""
    return bool(reply.receipt) and _is_only(without_edits(reply), reply.receipt)


def _with_way_out(said: tuple[Message, ...]) -> tuple[Message, ...]:
    """A question says how to leave it, unless a choice under it does."""
    if not said or any(one.act is Act.NEVER_MIND for one in buttons_of(said[-1])) or _says(said[-1], TO_STOP):
        return said
    return (*said[:-1], replace(said[-1], blocks=(*said[-1].blocks, Line(TO_STOP))))


def _says(message: Message, words: str) -> bool:
    return words.rstrip(".") in visible_text(message)


def _is_only(said: tuple[Message, ...], receipt: str) -> bool:
    return len(said) == 1 and len(said[0].blocks) == 1 and _says(said[0], receipt)
