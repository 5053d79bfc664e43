"""For whom a publication is, as a rule; who that is, is found when it goes out."""

from dataclasses import dataclass
from enum import StrEnum


class AudienceKind(StrEnum):
    """What the rule goes by."""

    EVERYONE = "everyone"
    UNIT = "unit"
    """A unit with all below it."""
    TOPIC = "topic"
    """Those who take a topic: subscribed, or not asked where it is on by default or mandatory."""


@dataclass(frozen=True)
class Audience:
    """A rule.

    Args:
        kind: what it goes by.
        subject: the unit or topic, 0 for everyone.
    """

    kind: AudienceKind
    subject: int = 0
