import pytest

from tests.standins.zalo import Limits, Switches, ZaloServer
from tests.standins.zalo_calling import SECRET, Hook, a_while, call, hooked


async def test_an_event_is_posted_bare_with_the_secret_by_a_java_client(zalo: ZaloServer) -> None:
    async with Hook() as hook:
        answer = await hooked(zalo, hook)
        zalo.person("Bình").says("Xin chào")
        await zalo.all_pushed()
        assert (await call(zalo, "getWebhookInfo"))[1]["result"] == {
            "url": hook.url,
            "updated_at": answer["result"]["updated_at"],
        }
    probe, event = hook.requests
    assert (probe.body, probe.headers.get("content-type")) == (b"", None)
    for one in (probe, event):
        assert one.headers["x-bot-api-secret-token"] == SECRET
        assert one.headers["user-agent"].startswith("Java/1.8")
    assert event.headers["content-type"] == "application/json"
    assert hook.bodies[0].keys() == {"event_name", "message"}
    assert answer["result"]["verification"]["outcome"] == "webhook.ok"
    assert [one.in_time for one in zalo.pushed] == [True, True]


async def test_an_event_may_be_posted_wrapped_and_twice() -> None:
    async with ZaloServer(switches=Switches(wrapped=True, webhook_copies=2)) as zalo, Hook() as hook:
        await hooked(zalo, hook)
        zalo.person("Bình").says("Xin chào")
        await zalo.all_pushed()
    assert [one.keys() for one in hook.bodies] == [{"ok", "result"}] * 2
    assert hook.bodies[0] == hook.bodies[1]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(204, "ok"), (403, "http.403"), (404, "http.404"), (503, "http.5xx"), (302, "http.other")],
)
async def test_the_address_is_kept_even_if_the_verification_fails(
    zalo: ZaloServer, status: int, outcome: str
) -> None:
    async with Hook(status) as hook:
        verification = (await hooked(zalo, hook))["result"]["verification"]
        assert (verification["outcome"], verification["ok"]) == (f"webhook.{outcome}", outcome == "ok")
        assert (await call(zalo, "getWebhookInfo"))[1]["result"]["url"] == hook.url
        assert (await call(zalo, "testWebhook"))[1]["result"]["outcome"] == "webhook.ok"


async def test_a_webhook_that_nobody_listens_at_is_said_to_be_so(zalo: ZaloServer) -> None:
    async with Hook() as hook:
        pass
    assert (await hooked(zalo, hook))["result"]["verification"]["outcome"] == "webhook.err.conn"


async def test_an_answer_that_takes_too_long_counts_as_none() -> None:
    async with (
        ZaloServer(switches=Switches(webhook_waits=0.05)) as zalo,
        Hook(before=a_while) as hook,
    ):
        assert (await hooked(zalo, hook))["result"]["verification"]["outcome"] == "webhook.err.timeout"
    assert [(one.status, one.in_time) for one in zalo.pushed] == [(0, False)]


REFUSED = [
    ("http://vanphong.example.vn/x", SECRET),
    ("https://localhost/x", SECRET),
    ("https://192.168.1.5/x", SECRET),
    ("https://127.0.0.1/x", SECRET),
    ("https://[::1]/x", SECRET),
    ("https:///x", SECRET),
    ("", SECRET),
    ("https://192.0.2.1.example.vn/x", "1234567"),
    ("https://192.0.2.1.example.vn/x", "x" * 257),
    ("https://192.0.2.1.example.vn/x", ""),
]


@pytest.mark.parametrize(("url", "secret"), REFUSED)
async def test_an_address_at_home_and_a_short_or_long_secret_are_refused(url: str, secret: str) -> None:
    async with ZaloServer(switches=Switches(loopback_webhook=False)) as zalo:
        assert (await call(zalo, "setWebhook", url=url, secret_token=secret))[0] == 400
        assert (await call(zalo, "getWebhookInfo"))[0] == 404
        assert zalo.pushed == []


@pytest.mark.parametrize("secret", ["x" * 8, "x" * 256])
async def test_a_secret_at_the_limit_is_taken(zalo: ZaloServer, secret: str) -> None:
    async with Hook() as hook:
        assert (await call(zalo, "setWebhook", url=hook.url, secret_token=secret))[0] == 200
    assert hook.requests[0].headers["x-bot-api-secret-token"] == secret


async def test_an_event_that_is_not_taken_is_gone_or_tried_again() -> None:
    for retries, seen in ((0, 1), (2, 3)):
        async with (
            ZaloServer(switches=Switches(webhook_retries=retries)) as zalo,
            Hook(200, 500, 500, 500) as hook,
        ):
            await hooked(zalo, hook)
            zalo.person("Bình").says("chào")
            pushed = await zalo.all_pushed()
            assert len(hook.bodies) == seen
            assert [one.attempt for one in pushed[1:]] == list(range(1, seen + 1))


async def test_anything_can_be_posted_with_any_secret(zalo: ZaloServer) -> None:
    async with Hook() as hook:
        await hooked(zalo, hook)
        await zalo.posts({"event_name": "x"})
        await zalo.posts({"event_name": "x"}, secret="wrong")
        await zalo.posts(b"", secret=None, content_type=None)
        await zalo.posts(b"{")
    secrets = [one.headers.get("x-bot-api-secret-token") for one in hook.requests[1:]]
    assert secrets == [SECRET, "wrong", None]
    assert [(one.body[:1], one.status) for one in zalo.pushed[3:]] == [(b"", 200), (b"{", 400)]


async def test_tests_of_the_webhook_have_a_cap_that_is_spelled_its_own_way() -> None:
    async with ZaloServer(limits=Limits(tests_a_day=1)) as zalo, Hook() as hook:
        await hooked(zalo, hook)
        assert (await call(zalo, "testWebhook"))[0] == 200
        status, content = await call(zalo, "testWebhook")
    assert (status, content["errorCode"], "error_code" in content) == (426, 426, False)


async def test_without_a_webhook_there_is_nothing_to_post_to(zalo: ZaloServer) -> None:
    zalo.person("Bình").says("chào")
    assert (await call(zalo, "deleteWebhook"))[1]["result"]["url"] == ""
    assert (await zalo.all_pushed(), len(zalo.waiting)) == ([], 1)
