"""What nobody is sure of, as switches: the default is this stand-in's guess, never a fact."""

from dataclasses import dataclass, fields
from typing import Any, Literal

Beyond = Literal["unheard", "refused", "served"]


@dataclass(frozen=True)
class Switches:
    """One field for each doubt; `BEHAVIOURS` says each in a sentence, with its strength and other values."""

    # Calls
    bad_token_status: int = 200
    unknown_method_status: int = 404
    refusals_keep_status: bool = True
    unknown_parameters_pass: bool = True
    display_name: bool = False
    # Receiving
    empty_poll_status: int = 408
    poll_seconds: float = 30.0
    replays: int = 0
    lost_after: float | None = None
    poll_beside_webhook: int = 409
    waiting_go_to_webhook: bool = True
    dates_in: Literal["ms", "s"] = "ms"
    clock_behind: float = 0.0
    events_old_by: float = 0.0
    photo_field: Literal["photo_url", "photo", "both"] = "photo_url"
    message_types: bool = True
    sticker_type: bool = False
    bare_domains_are_links: bool = True
    mention_in_text: bool = True
    mentioned_as: str = ""
    tells_of_groups: bool = False
    # The webhook
    loopback_webhook: bool = True
    secret_required: bool = True
    webhook_cap_status: int = 429
    test_without_webhook: int = 404
    probe_has_secret: bool = True
    verification_posts: bool = True
    wrapped: bool = False
    webhook_waits: float = 5.0
    webhook_retries: int = 0
    webhook_copies: int = 1
    # Sending
    text_counted_in: Literal["utf16", "characters"] = "utf16"
    blank_text_passes: bool = False
    unknown_chat: int = 400
    blocked_chat: int = 403
    beyond_people: Beyond = "unheard"
    beyond_groups: Beyond = "unheard"
    quota_status: int = 429
    quota_words: str = "Quota exceeded"
    counts_incoming: bool = False
    counts_actions: bool = False
    month_zone: Literal["Asia/Ho_Chi_Minh", "UTC"] = "Asia/Ho_Chi_Minh"
    messages_a_second: int = 0
    fetches_photos: bool = True
    uploads_photos: bool = False
    voice_to_groups: Literal["dropped", "refused"] = "dropped"
    upload_photo_action: bool = False

    @classmethod
    def named(cls, name: str, value: Any) -> "Switches":
        """The defaults with one switch turned.

        Raises:
            ValueError: there is no such switch.
        """
        if name not in {one.name for one in fields(cls)}:
            raise ValueError(f"no switch of the stand-in: {name}")
        return cls(**{name: value})


@dataclass(frozen=True)
class Limits:
    """How much the free plan lets through; 0 for no limit.

    Args:
        people: private chats per bot.
        groups: groups per bot.
        messages_a_month: those the bot sends (and gets: a switch).
        webhooks_a_day: calls of setWebhook; there is a cap, its number is not published.
        tests_a_day: calls of testWebhook; the same.
    """

    people: int = 50
    groups: int = 3
    messages_a_month: int = 3000
    webhooks_a_day: int = 0
    tests_a_day: int = 20


FREE = Limits(people=0, groups=0, messages_a_month=0, tests_a_day=0)
"""No limits, for tests about something else."""
