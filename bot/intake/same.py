"""Whether a document was drafted before: by another source, or by hand."""

from bot.publication.draft.drafting import Proposal
from bot.reading import fold
from storage.database import Connection
from storage.intake import items


def draft_of_the_same(connection: Connection, *, identity: str, proposal: Proposal) -> int | None:
    """The first draft, not thrown away, of the same text, or of the same number, issuer and date.

    A number alone is no key: it recurs each year or term, and neighbours share it
    (facts/documents-and-law.md section 6, trap 4).
    """
    found = items.draft_with_content(connection, identity)
    if found is not None:
        return found
    read = proposal.content
    if not read.number_key or not read.issuer or read.issued_on is None:
        return None
    alike = items.drafts_with_number(connection, number_key=read.number_key, issued_on=read.issued_on)
    return next((draft for draft, issuer in alike if fold(issuer) == fold(read.issuer)), None)
