"""`python -m tests.platforms` writes docs/platforms.md anew."""

from tests.platforms.page import PAGE, page

PAGE.write_text(page(), encoding="utf-8")
