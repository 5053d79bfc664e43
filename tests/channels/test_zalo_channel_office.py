import logging
import traceback

import pytest

from bot.channels.contract import OutcomeKind, Unavailable
from bot.channels.zalo import ZaloChannel
from bot.channels.zalo.requests import PLACEHOLDER
from storage.states import Reason
from tests.channels.messages import NOW, line
from tests.channels.zalo_side import BINH, HOOKS, POLLS, odd, to
from tests.standins.zalo import Person, ZaloServer

SECRET = "s3cret_-8"
INFO, DELETION = frozenset({"getWebhookInfo"}), frozenset({"deleteWebhook"})


async def test_a_webhook_that_is_not_reached_is_kept_and_said_to_be_unverified(
    zalo_channel: ZaloChannel, zalo: ZaloServer
) -> None:
    url = f"{zalo.url}/nowhere"
    hooked = await zalo_channel.set_webhook(url, secret=SECRET)
    assert (hooked.kept, hooked.verified) == (True, False)
    assert hooked.finding.startswith("webhook.http.")
    assert await zalo_channel.webhook_info() == url
    assert zalo.unknown_parameters == []


@pytest.mark.parametrize(
    ("verification", "verified", "finding"),
    [
        ('{"ok": true, "outcome": "webhook.ok", "hint": ""}', True, "webhook.ok"),
        ('{"ok": false, "outcome": "webhook.err.dns", "hint": "No host"}', False, "webhook.err.dns: No host"),
        ('{"outcome": "webhook.ok"}', True, "webhook.ok"),
        ('{"outcome": "webhook.err.tls"}', False, "webhook.err.tls"),
        ("{}", None, ""),
        ("null", None, ""),
        ("7", None, ""),
    ],
)
async def test_what_the_platform_says_of_the_webhook_is_read(
    zalo_channel: ZaloChannel, zalo: ZaloServer, verification: str, verified: bool | None, finding: str
) -> None:
    body = f'{{"ok": true, "result": {{"url": "https://x.vn/a", "verification": {verification}}}}}'
    zalo.answers(200, status=200, methods=HOOKS, body=body.encode())
    hooked = await zalo_channel.set_webhook("https://x.vn/a", secret=SECRET)
    assert (hooked.kept, hooked.verified, hooked.finding) == (True, verified, finding)


@pytest.mark.parametrize("url", ["http://10.0.0.1/a", "https://10.0.0.1/a", "no address"])
async def test_a_webhook_that_is_refused_is_not_kept(zalo_channel: ZaloChannel, url: str) -> None:
    hooked = await zalo_channel.set_webhook(url, secret=SECRET)
    assert (hooked.kept, hooked.verified) == (False, None)
    assert hooked.outcome.reason is Reason.OTHER
    assert await zalo_channel.webhook_info() is None


@pytest.mark.parametrize("code", [426, 429])
async def test_the_cap_on_setting_webhooks_is_told_from_a_refusal(
    zalo_channel: ZaloChannel, zalo: ZaloServer, code: int
) -> None:
    zalo.answers(code, "Quota exceeded" if code == 429 else "", methods=HOOKS)
    hooked = await zalo_channel.set_webhook("https://x.vn/a", secret=SECRET)
    assert (hooked.kept, hooked.outcome.reason) == (False, Reason.QUOTA)


async def test_a_webhook_while_the_platform_is_away_is_not_kept(
    zalo_channel: ZaloChannel, zalo: ZaloServer
) -> None:
    await zalo.stop()
    hooked = await zalo_channel.set_webhook("https://x.vn/a", secret=SECRET)
    assert (hooked.kept, hooked.outcome.reason) == (False, Reason.NOT_CONNECTED)
    assert (await zalo_channel.delete_webhook()).reason is Reason.NOT_CONNECTED
    with pytest.raises(Unavailable) as caught:
        await zalo_channel.webhook_info()
    assert caught.value.reason is Reason.NOT_CONNECTED


async def test_no_webhook_is_none_though_it_comes_as_a_404(zalo_channel: ZaloChannel) -> None:
    assert await zalo_channel.webhook_info() is None


@pytest.mark.parametrize(
    "body", [b'{"ok": true, "result": {"url": ""}}', b'{"ok": false, "error_code": 404}', b'{"ok": true}']
)
async def test_no_webhook_is_none_in_other_forms_too(
    zalo_channel: ZaloChannel, zalo: ZaloServer, body: bytes
) -> None:
    zalo.answers(200, status=200, methods=INFO, body=body)
    assert await zalo_channel.webhook_info() is None


async def test_a_404_of_somebody_else_does_not_say_that_there_is_no_webhook(
    zalo_channel: ZaloChannel, zalo: ZaloServer
) -> None:
    zalo.answers(404, methods=INFO, body=b"<html>no such page</html>")
    with pytest.raises(Unavailable) as caught:
        await zalo_channel.webhook_info()
    assert caught.value.reason is Reason.NOT_CONNECTED


async def test_polling_is_refused_while_a_webhook_is_set_and_not_after(
    zalo_channel: ZaloChannel, zalo: ZaloServer
) -> None:
    await zalo_channel.set_webhook(f"{zalo.url}/nowhere", secret=SECRET)
    with pytest.raises(Unavailable) as caught:
        await zalo_channel.poll(None, wait=NOW)
    assert caught.value.reason is Reason.TWO_INSTANCES
    assert (await zalo_channel.delete_webhook()).kind is OutcomeKind.SENT
    assert (await zalo_channel.poll(None, wait=NOW)).received == ()


async def test_taking_away_a_webhook_that_is_not_there_is_done_already(
    zalo_channel: ZaloChannel, zalo: ZaloServer
) -> None:
    assert (await zalo_channel.delete_webhook()).kind is OutcomeKind.SENT
    zalo.answers(404, methods=DELETION)
    assert (await zalo_channel.delete_webhook()).kind is OutcomeKind.SENT
    zalo.answers(400, methods=DELETION)
    assert (await zalo_channel.delete_webhook()).kind is OutcomeKind.REFUSED


@pytest.mark.parametrize("status", [200, 401])
async def test_a_rejected_token_sets_nothing(status: int) -> None:
    async with odd(bad_token_status=status) as zalo:
        channel = to(zalo, token="123456789:not-this-one")
        hooked = await channel.set_webhook("https://x.vn/a", secret=SECRET)
        assert (hooked.kept, hooked.outcome.kind) == (False, OutcomeKind.STOPPED)
        assert (await channel.delete_webhook()).kind is OutcomeKind.STOPPED
        with pytest.raises(Unavailable) as caught:
            await channel.webhook_info()
        assert caught.value.reason is Reason.TOKEN
        await channel.close()


async def test_a_token_that_is_no_path_reaches_the_platform_as_it_is(zalo: ZaloServer) -> None:
    async with ZaloServer("1:a b?c#é") as strange:
        channel = to(strange)
        assert (await channel.check()).reachable
        await channel.close()


async def test_the_token_stands_in_no_log_record_error_or_repr(
    zalo: ZaloServer, ted: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore"):
        caplog.set_level(logging.DEBUG, logger=name)
    channel = to(zalo, read_after=0.2)
    outcomes = [await channel.send(BINH, line("x"))]
    zalo.answers(404, f"Not Found: /bot{zalo.token}/sendMessage")
    outcomes.append(await channel.send(BINH, line("x")))
    zalo.answers(400, f"https://x.vn/bot{zalo.token.replace(':', '%3A')}/", methods=POLLS)
    errors = []
    try:
        await channel.poll(None, wait=NOW)
    except Unavailable as error:
        errors += traceback.format_exception(error)
    zalo.delays(0.4)
    outcomes.append(await channel.send(BINH, line("x")))
    await zalo.stop()
    outcomes.append(await channel.send(BINH, line("x")))
    health = await channel.check()
    try:
        await channel.poll(None, wait=NOW)
    except Unavailable as error:
        errors += traceback.format_exception(error)
    await channel.close()
    secret = zalo.token.partition(":")[2]
    text = caplog.text + "".join(errors) + repr((outcomes, health, channel, vars(channel)))
    assert f"/bot{PLACEHOLDER}/sendMessage" in text
    assert f"Not Found: /bot{PLACEHOLDER}/sendMessage" in outcomes[1].detail
    assert secret not in text
