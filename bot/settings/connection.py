"""The section of one bot: what is left out follows from its platform."""

import re
from datetime import timedelta
from typing import Annotated, Literal, Self
from unicodedata import normalize

from pydantic import AfterValidator, Field, SecretStr, model_validator

from bot.settings.sections import Pause, Receive, Section, WebAddress
from bot.states import Platform

SECRET_OF_WEBHOOK = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""https://core.telegram.org/bots/api#setwebhook, secret_token."""
SECRET_OF_ZALO = re.compile(r"[A-Za-z0-9_-]{8,256}")
"""Zalo Bot Platform, setWebhook: secret_token of 8 to 256 characters (facts/zalo.md 1.2)."""

_LEFT_OUT: dict[str, dict[str, object]] = {
    Platform.TELEGRAM: {"api_url": "https://api.telegram.org", "sends_per_second": 30},
    # What a free bot has (facts/zalo.md 1.5); the speed is not published, so Loa limits itself.
    Platform.ZALO: {
        "api_url": "https://bot-api.zaloplatforms.com",
        "sends_per_second": 1,
        "most_people": 50,
        "most_groups": 3,
        "messages_a_month": 3000,
    },
}
_SECRET_OF = {
    Platform.TELEGRAM: (SECRET_OF_WEBHOOK, "1 to 256 letters, digits, _ or -"),
    Platform.ZALO: (SECRET_OF_ZALO, "8 to 256 letters, digits, _ or -"),
}


def _small(written: str) -> str:
    if not written.strip():
        raise ValueError("should be a word or two of what the platform says")
    return normalize("NFC", written).lower().strip()


class Connection(Section):
    """One bot or account on one platform. A limit of 0 is none."""

    platform: Literal[Platform.TELEGRAM, Platform.ZALO] = Platform.TELEGRAM
    token: SecretStr = SecretStr("")
    token_file: str = ""
    api_url: WebAddress = ""
    # Opens a chat with the bot, where it does not follow from the bot's name.
    link: WebAddress = ""
    # A proxy's address may carry a password.
    proxy: SecretStr = SecretStr("")
    receive: Receive = Receive.POLLING
    webhook_secret: SecretStr = SecretStr("")
    webhook_secret_file: str = ""
    sends_per_second: int = Field(default=1, ge=1, le=1000)
    most_people: int = Field(default=0, ge=0)
    most_groups: int = Field(default=0, ge=0)
    messages_a_month: int = Field(default=0, ge=0)
    counts_incoming: bool = False
    # Percent of a month that only compulsory messages and answers to people may use.
    kept_for_compulsory: int = Field(default=20, ge=0, le=100)
    # Percent at the very end of it, within those, that answers people and tells admins.
    kept_for_answers: int = Field(default=3, ge=0, le=100)
    # When its platform said that the month is used up: so much later one message asks again; zero never does.
    asks_again_after: Pause = timedelta(hours=6)
    receipts: bool = True
    # Where nothing can be edited: of how many of the three moments of a publication its leaders hear.
    progress: int = Field(default=3, ge=0, le=3)
    # Small letters; where a platform asks to wait in one of these words, the month is used up.
    quota_words: tuple[Annotated[str, AfterValidator(_small)], ...] = ("quota", "hạn mức")
    # What people call the bot, in groups too, where it is neither its account's name nor the office's.
    called: str = ""

    @model_validator(mode="before")
    @classmethod
    def _as_its_platform_has_it(cls, written: object) -> object:
        if not isinstance(written, dict):
            return written
        platform = written.get("platform", Platform.TELEGRAM)
        return {**_LEFT_OUT.get(str(platform), {}), **written}

    @model_validator(mode="after")
    def _has_what_its_way_needs(self) -> Self:
        if not self.token.get_secret_value():
            raise ValueError("token or token_file is missing")
        pattern, words = _SECRET_OF[self.platform]
        secret = self.webhook_secret.get_secret_value()
        if self.receive is Receive.WEBHOOK and not pattern.fullmatch(secret):
            raise ValueError(f"webhook_secret should be {words} to receive by webhook")
        return self
