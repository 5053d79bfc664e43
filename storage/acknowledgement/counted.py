"""How an obligation counts: who was open when the publication was withdrawn stays outstanding."""

import sqlalchemy as sa

from storage.states import ObligationState
from storage.tables import obligations, publications

WAS_OPEN: sa.ColumnElement[bool] = sa.and_(
    obligations.c.state == ObligationState.WITHDRAWN,
    obligations.c.changed_at == publications.c.withdrawn_at,
)
"""In a statement that joins the publication: its withdrawal is what closed this obligation."""
COUNTED_STATE: sa.ColumnElement[ObligationState] = sa.type_coerce(
    sa.case(
        (WAS_OPEN, sa.literal(ObligationState.EXPECTED.value)), else_=sa.cast(obligations.c.state, sa.String)
    ),
    obligations.c.state.type,
).label("state")
"""In a statement that joins the publication."""
