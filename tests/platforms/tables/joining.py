"""How somebody comes in."""

from bot.messages.acts import Act
from bot.messages.reply import Awaited
from tests.platforms.person import Instead
from tests.platforms.rows import NotThere, Row, Works, row
from tests.platforms.stories import joining

JOINING: tuple[Row, ...] = (
    row(
        "Joining with a code, consent to everything",
        "start",
        story=joining.joins_by_code,
        zalo_has=(Instead.NUMBER, Instead.RECEIPT),
        web=Works(joining.joins_by_page),
        on_both=True,
    ),
    row(
        "Joining with six digits",
        story=joining.joins_by_six_digits,
        zalo_has=(Instead.NUMBER,),
        web=NotThere(joining.six_digits_open_no_page, "a page is opened by its link and a one-time code"),
        steps=(Act.CONSENT,),
    ),
    row(
        "Joining by the personal link",
        story=joining.link_shows_six_digits,
        web=Works(joining.joins_by_page),
    ),
    row(
        "Consent, purpose by purpose",
        story=joining.chooses_purposes,
        zalo_has=(Instead.NUMBER,),
        web=Works(joining.chooses_purposes_on_page),
    ),
    row(
        "Consent refused: word comes on paper",
        story=joining.refuses_consent,
        zalo_has=(Instead.NUMBER,),
        web=Works(joining.refuses_consent_on_page),
    ),
    row(
        "Asking to be connected, without a code",
        "start",
        story=joining.asks_to_be_connected,
        zalo_has=(Instead.NUMBER,),
        web=NotThere(joining.strangers_page_says_nothing, "without a link there is no page to ask from"),
        steps=(Act.APPROVE_JOIN, Act.ASK_TO_JOIN, Act.SEE_OFFER, Awaited.JOIN_NAME, Awaited.JOIN_UNIT),
    ),
    row(
        "Joining with one's own telephone number",
        telegram=Works(joining.shares_own_number),
        zalo=NotThere(joining.shares_in_vain, "Zalo hands no contact to a bot; the answer asks for a code"),
        web=NotThere(joining.strangers_page_says_nothing, "nobody vouches for a number typed into a page"),
    ),
)
