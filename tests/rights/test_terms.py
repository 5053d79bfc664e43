"""Days of a role as people type them, and as a dialogue keeps them."""

from datetime import date

import pytest

from bot.errors import Refusal, Refused
from bot.organisation.rights.proposals import ROLES, Proposal, proposal_of
from bot.organisation.rights.terms import Term, typed_last_day, typed_term

TODAY = date(2026, 11, 23)
DECEMBER = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("từ 01/12/2026 đến 31/12/2026", Term(DECEMBER, date(2026, 12, 31))),
        ("từ ngày 1/12 đến hết ngày 31/12", Term(DECEMBER, date(2026, 12, 31))),
        ("01/12/2026 - 31/12/2026", Term(DECEMBER, date(2026, 12, 31))),
        ("đến 31/12/2026", Term(None, date(2026, 12, 31))),
        ("từ nay đến hết 31/12/2026", Term(None, date(2026, 12, 31))),
        ("tu 1/12/2026 den 31/12/2026", Term(DECEMBER, date(2026, 12, 31))),
        ("từ 01/12/2026", Term(DECEMBER, None)),
        ("01/12/2026 đến khi có thay đổi", Term(DECEMBER, None)),
        ("hôm nay", Term(None, None)),
    ],
)
def test_a_term_is_read_as_people_write_it(typed: str, term: Term) -> None:
    assert typed_term(typed, today=TODAY) == term


@pytest.mark.parametrize(
    "typed", ["", "  ", "khi nào tiện", "từ 31/11/2026", "đến tết", "thứ Hai, 01/12/2026"]
)
def test_a_term_that_is_not_clear_is_asked_again(typed: str) -> None:
    with pytest.raises(Refused) as error:
        typed_term(typed, today=TODAY)
    assert error.value.reason is Refusal.NOT_A_DATE


def test_a_last_day_is_read_with_and_without_its_words() -> None:
    for typed in ("31/12/2026", "đến hết 31/12/2026", "hết ngày 31/12"):
        assert typed_last_day(typed, today=TODAY) == date(2026, 12, 31)


def test_a_proposal_fits_into_a_dialogue_and_comes_back_whole() -> None:
    for role in ROLES:
        term = Term(DECEMBER, date(2109, 1, 1))
        proposal = Proposal(7, role, 123_456, term)
        assert proposal.number < 2**63
        assert proposal_of(7, proposal.number) == proposal
        assert proposal.checksum != Proposal(7, role, 123_456, Term()).checksum
