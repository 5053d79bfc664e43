"""A page of a list that may be long, and the buttons to the pages around it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.messages.blocks import Button
from bot.texts import roster as texts

PAGE = 8
"""What is easily chosen from on a small screen, also by typing a number."""
_Item = TypeVar("_Item")


def page_of(found: Sequence[_Item], page: int) -> Sequence[_Item]:
    """Those of one page from 0; behind the last page nothing."""
    return found[page * PAGE : (page + 1) * PAGE]


def turns(found: Sequence[object], page: int, to: Callable[[str, int], Button]) -> list[tuple[Button, ...]]:
    """The row that leads to the pages before and after; none where everything fits on one.

    Args:
        found: the whole list.
        page: the one that is shown, from 0.
        to: makes the button with a label that leads to a page.
    """
    row = [to(texts.PAGE_BEFORE, page - 1)] if page else []
    row += [to(texts.NEXT_PAGE, page + 1)] if (page + 1) * PAGE < len(found) else []
    return [tuple(row)] if row else []
