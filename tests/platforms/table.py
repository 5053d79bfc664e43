"""The table: what people do, on Telegram, on Zalo, and at the web inbox.

Each cell works end to end, or names what stands for what the platform lacks, or says why it is not there.
Buttons of Zalo are numbers everywhere: a row names that only where its story takes a choice.
"""

from tests.platforms.rows import Row
from tests.platforms.tables.administering import ADMINISTERING
from tests.platforms.tables.joining import JOINING
from tests.platforms.tables.leading import LEADING
from tests.platforms.tables.meeting import MEETING
from tests.platforms.tables.own import OWN
from tests.platforms.tables.publishing import PUBLISHING
from tests.platforms.tables.reading import READING

PARTS: dict[str, tuple[Row, ...]] = {
    "Joining": JOINING,
    "What is published": READING,
    "Study sessions": MEETING,
    "One's own things": OWN,
    "Leading a unit": LEADING,
    "Clerk and approver": PUBLISHING,
    "Administration": ADMINISTERING,
}
ROWS: tuple[Row, ...] = tuple(one for rows in PARTS.values() for one in rows)
