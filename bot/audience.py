"""For whom a publication is, as a rule; who that is, is found when it goes out."""

from storage.audience.rules import Audience
from storage.states import AudienceKind

__all__ = ["Audience", "AudienceKind"]
