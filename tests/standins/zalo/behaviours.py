"""How sure each behaviour of the stand-in is, by collected evidence, and which switch turns it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Strength(StrEnum):
    """Where a behaviour is known from."""

    OFF = "documented"
    """A mirror of Zalo's own documentation."""
    REAL = "measured"
    """Measured or captured by somebody on the real service."""
    SEEN = "third party"
    """Code or notes of third parties."""
    UNVERIFIED = "unverified"
    """One weak source, a conflict, or nothing."""


@dataclass(frozen=True)
class Behaviour:
    """One thing the stand-in does.

    Args:
        name: short.
        strength: of the evidence.
        sentence: what it does with the switch as it is by default.
        switch: the field of `Switches` that turns it; empty for none.
        others: its other values.
    """

    name: str
    strength: Strength
    sentence: str
    switch: str = ""
    others: tuple[Any, ...] = ()


def others() -> Iterator[tuple[str, Any]]:
    """Each switch with each of its other values: `Switches.named(name, value)`."""
    for one in BEHAVIOURS:
        for value in one.others:
            yield one.switch, value


_OFF, _REAL, _SEEN, _UNVERIFIED = Strength.OFF, Strength.REAL, Strength.SEEN, Strength.UNVERIFIED

BEHAVIOURS: tuple[Behaviour, ...] = (
    # Calls
    Behaviour("path", _OFF, "GET or POST /bot<token>/<method>; anything else is 400."),
    Behaviour("parameters", _OFF, "Query, form, JSON and multipart are the same."),
    Behaviour("case", _OFF, "Names of methods have a case."),
    Behaviour("unknown method", _UNVERIFIED, "Is 404, not 400.", "unknown_method_status", (400,)),
    Behaviour(
        "bad token", _REAL, "Is HTTP 200 with ok false and 401 in the body.", "bad_token_status", (401,)
    ),
    Behaviour("words", _OFF, "400, 401, 403 (sic), 404, 408 and 429 have the words of the table."),
    Behaviour(
        "status", _UNVERIFIED, "A refusal has its code as HTTP status too.", "refusals_keep_status", (False,)
    ),
    Behaviour(
        "unknown parameters",
        _UNVERIFIED,
        "Are ignored (and written down here).",
        "unknown_parameters_pass",
        (False,),
    ),
    Behaviour("getMe", _OFF, "Answers id, account_name, account_type, can_join_groups false."),
    Behaviour("name in getMe", _UNVERIFIED, "There is no display_name.", "display_name", (True,)),
    # Receiving
    Behaviour("one object", _REAL, "A poll brings one event, no list; there is no offset and no limit."),
    Behaviour("empty poll", _REAL, "Is HTTP 408 without error_code.", "empty_poll_status", (200,)),
    Behaviour(
        "poll without timeout", _UNVERIFIED, "Waits as long as the documented 30 s.", "poll_seconds", (0.0,)
    ),
    Behaviour("two pollers", _REAL, "Split the events."),
    Behaviour(
        "replays",
        _UNVERIFIED,
        "Sources conflict: measured, an event comes again; here it comes once, for speed.",
        "replays",
        (1, 3),
    ),
    Behaviour(
        "losses",
        _UNVERIFIED,
        "Sources conflict: what comes while nobody polls (for so many seconds) is kept, or lost.",
        "lost_after",
        (0.0, 5.0),
    ),
    Behaviour(
        "poll beside a webhook",
        _UNVERIFIED,
        "Excluded, that much is documented; refused with 409 (400, or it stays empty).",
        "poll_beside_webhook",
        (400, 408),
    ),
    Behaviour(
        "events that wait when a webhook is set",
        _UNVERIFIED,
        "Go there.",
        "waiting_go_to_webhook",
        (False,),
    ),
    Behaviour("shape", _REAL, "from {id, display_name, is_bot}, chat {id, chat_type}, message_id, date."),
    Behaviour("ids", _REAL, "Are opaque; in a private chat the person's and the chat's are the same."),
    Behaviour("dates", _REAL, "Are in milliseconds.", "dates_in", ("s",)),
    Behaviour("age", _UNVERIFIED, "An event is handed out as soon as it can be.", "events_old_by", (600.0,)),
    Behaviour("clock", _UNVERIFIED, "Is right, for events and answers alike.", "clock_behind", (600.0,)),
    Behaviour(
        "pictures",
        _REAL,
        "Are named in photo_url (documented: photo).",
        "photo_field",
        ("photo", "both"),
    ),
    Behaviour("message_type", _REAL, "Stands in pictures and voices.", "message_types", (False,)),
    Behaviour(
        "type of a sticker", _UNVERIFIED, "There is none; CHAT_STICKER is a guess.", "sticker_type", (True,)
    ),
    Behaviour("links", _REAL, "A text with a link comes as unsupported, without its content."),
    Behaviour(
        "domains",
        _UNVERIFIED,
        "A domain without http:// or www. counts as a link.",
        "bare_domains_are_links",
        (False,),
    ),
    Behaviour("special senders", _OFF, "Children and people who cannot read: all is unsupported."),
    Behaviour("groups", _OFF, "The bot hears of what mentions or quotes it, and of nothing else."),
    Behaviour("pictures in groups", _SEEN, "Need the mention in their own caption."),
    Behaviour("mention", _UNVERIFIED, "Stands in the text as it was written.", "mention_in_text", (False,)),
    Behaviour(
        "name in a mention",
        _UNVERIFIED,
        "Is the bot's own, as people see it.",
        "mentioned_as",
        ("Bot Đảng ủy Tân Lập",),
    ),
    Behaviour("group.bot.add", _UNVERIFIED, "Does not come.", "tells_of_groups", (True,)),
    Behaviour("no other events", _OFF, "No follow, no block, no receipt, no reaction, no edit."),
    # The webhook
    Behaviour("address", _OFF, "https only, neither localhost nor a private IP address."),
    Behaviour("loopback", _UNVERIFIED, "Let through for tests; never there.", "loopback_webhook", (False,)),
    Behaviour("secret", _OFF, "8 to 256 characters, comes back in X-Bot-Api-Secret-Token."),
    Behaviour("no secret", _UNVERIFIED, "Is refused.", "secret_required", (False,)),
    Behaviour("verification", _OFF, "The address is kept even if it fails; the outcomes have fixed names."),
    Behaviour("probe", _REAL, "An empty body without a content type was seen at a server."),
    Behaviour(
        "what verifies",
        _UNVERIFIED,
        "That setWebhook and testWebhook post this probe is said nowhere.",
        "verification_posts",
        (False,),
    ),
    Behaviour("secret of the probe", _UNVERIFIED, "It carries the secret.", "probe_has_secret", (False,)),
    Behaviour("cap of setWebhook", _SEEN, "There is one a day; the number is Limits.webhooks_a_day."),
    Behaviour("its code", _UNVERIFIED, "Is 429.", "webhook_cap_status", (426,)),
    Behaviour("cap of testWebhook", _OFF, "Is 426, spelled errorCode; the number is Limits.tests_a_day."),
    Behaviour("test without webhook", _UNVERIFIED, "Is 404.", "test_without_webhook", (400,)),
    Behaviour("getWebhookInfo without webhook", _REAL, "Is HTTP 404."),
    Behaviour("bodies", _REAL, "Are bare (documented: wrapped in ok and result).", "wrapped", (True,)),
    Behaviour("client", _REAL, "Is called Java/1.8."),
    Behaviour("patience", _UNVERIFIED, "So many seconds for an answer.", "webhook_waits", (0.05,)),
    Behaviour("retries", _UNVERIFIED, "There are none.", "webhook_retries", (2,)),
    Behaviour("copies", _UNVERIFIED, "Each event is posted once.", "webhook_copies", (2,)),
    # Sending
    Behaviour("text", _OFF, "1 to 2000, captions too; else 400."),
    Behaviour(
        "counting", _UNVERIFIED, "In UTF-16 units, not characters.", "text_counted_in", ("characters",)
    ),
    Behaviour("blank text", _UNVERIFIED, "Is refused like none.", "blank_text_passes", (True,)),
    Behaviour("markup", _OFF, "markdown or html; it wins over text_styles. Here it is shown as it came."),
    Behaviour("no first word", _SEEN, "Nobody can be written to who has not written."),
    Behaviour("unknown chat", _UNVERIFIED, "Is 400.", "unknown_chat", (403, 404)),
    Behaviour("blocked", _UNVERIFIED, "Is 403 (200: accepted and never shown).", "blocked_chat", (400, 200)),
    Behaviour("any time", _OFF, "There is no window: who wrote once can be written to."),
    Behaviour("size", _REAL, "50 people, 3 groups, 3,000 messages a month per bot."),
    Behaviour(
        "one person too many",
        _UNVERIFIED,
        "Is not heard (or heard and refused with 403, or served).",
        "beyond_people",
        ("refused", "served"),
    ),
    Behaviour("one group too many", _UNVERIFIED, "The same.", "beyond_groups", ("refused", "served")),
    Behaviour("quota", _OFF, "Beyond it: 429, until the next month."),
    Behaviour(
        "words of the quota",
        _UNVERIFIED,
        "Are English, as documented.",
        "quota_words",
        ("Bạn đã vượt quá hạn mức tin nhắn",),
    ),
    Behaviour("status of the quota", _UNVERIFIED, "HTTP 429 too.", "quota_status", (200,)),
    Behaviour("incoming", _UNVERIFIED, "Does not count.", "counts_incoming", (True,)),
    Behaviour("actions", _UNVERIFIED, "Do not count.", "counts_actions", (True,)),
    Behaviour("months", _UNVERIFIED, "Begin at midnight in Vietnam.", "month_zone", ("UTC",)),
    Behaviour("speed", _UNVERIFIED, "No limit a second; 429 if there is.", "messages_a_second", (1,)),
    Behaviour("photo", _OFF, "An address that Zalo fetches before it answers.", "fetches_photos", (False,)),
    Behaviour("photo by upload", _UNVERIFIED, "Is refused.", "uploads_photos", (True,)),
    Behaviour("voice to a group", _OFF, "Answers ok and delivers nothing.", "voice_to_groups", ("refused",)),
    Behaviour("sendChatAction", _OFF, "Answers ok without a result."),
    Behaviour("upload_photo", _UNVERIFIED, "Announced; refused until then.", "upload_photo_action", (True,)),
)
"""Nothing else of the original is stood in for: no buttons, files, edits, history, because it has none."""
