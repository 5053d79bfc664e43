"""A webhook's secret that was changed in the settings, on a day on which Zalo takes no other."""

from dataclasses import replace

import pytest
from pydantic import SecretStr

from bot.runtime.hook_secrets import HookSecret
from bot.runtime.receiving import NotReceiving, receive_as_set
from tests.standins.zalo import FREE, ZaloServer
from tests.zalo.test_receiving import PATH, SECRET, line_to, serving


async def test_a_new_secret_that_cannot_be_told_today_is_an_error_and_the_one_before_counts(
    prepared_sqlite_url: str,
) -> None:
    async with (
        ZaloServer(limits=replace(FREE, webhooks_a_day=1)) as server,
        serving() as own,
        line_to(server, prepared_sqlite_url, public_url=own) as (office, line),
    ):
        await receive_as_set(office, line, path=PATH)
        # The same one is only a warning.
        await receive_as_set(office, line, path=PATH)
        fresh = line.settings.model_copy(update={"webhook_secret": SecretStr("a-new-secret-of-it")})
        with pytest.raises(NotReceiving, match="new webhook_secret") as trouble:
            await receive_as_set(office, replace(line, settings=fresh), path=PATH)
        assert trouble.value.is_heard
        told = HookSecret(office, line.name)
        assert [told.matches(one) for one in (SECRET, "a-new-secret-of-it", "")] == [True, False, False]
        kept = office.settings.data_folder / "webhook-secrets.json"
        assert SECRET not in kept.read_text(encoding="utf-8")
        assert kept.stat().st_mode & 0o077 == 0
