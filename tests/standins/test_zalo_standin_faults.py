import httpx
import pytest

from tests.standins.zalo import Person, ZaloServer
from tests.standins.zalo_calling import call, poll, send


@pytest.fixture
def binh(zalo: ZaloServer) -> Person:
    binh = zalo.person("Bình")
    binh.joins()
    return binh


@pytest.mark.parametrize(
    ("code", "words"), [(429, "Quota exceeded"), (403, "Internal server error"), (500, "")]
)
async def test_a_planned_refusal_comes_so_often_and_no_more(
    zalo: ZaloServer, binh: Person, code: int, words: str
) -> None:
    zalo.answers(code, times=2)
    expected = (code, {"ok": False, "description": words, "error_code": code})
    assert await call(zalo, "sendMessage", chat_id=binh.id, text="x") == expected
    assert (await send(zalo, binh.id))[0] == code
    assert (await send(zalo, binh.id)) == (200, 0)
    assert len(zalo.accepted) == 1


async def test_a_refusal_may_come_with_http_200(zalo: ZaloServer, binh: Person) -> None:
    zalo.answers(429, "Quota exceeded", status=200)
    assert await send(zalo, binh.id) == (200, 429)


async def test_a_fault_strikes_only_its_chat_and_its_methods(zalo: ZaloServer, binh: Person) -> None:
    hoa = zalo.person("Hòa")
    hoa.says("chào")
    zalo.answers(500, chat_id=hoa.id, times=None)
    zalo.answers(502, methods=frozenset({"getUpdates"}))
    assert [(await send(zalo, one.id))[0] for one in (binh, hoa, hoa)] == [200, 500, 500]
    assert (await call(zalo, "getUpdates", timeout="0"))[0] == 502
    assert await poll(zalo) is not None
    zalo.goes_right()
    assert (await send(zalo, hoa.id))[0] == 200


async def test_a_page_and_a_redirect_are_no_envelope(zalo: ZaloServer, binh: Person) -> None:
    zalo.answers(200, body=b"<html>Bao tri</html>")
    zalo.answers(302, body=b"", location="https://example.vn/")
    async with httpx.AsyncClient(trust_env=False) as client:
        url = f"{zalo.url}/bot{zalo.token}/sendMessage"
        page = await client.post(url, json={"chat_id": binh.id, "text": "x"})
        redirect = await client.post(url, json={"chat_id": binh.id, "text": "x"})
    assert (page.text, page.headers["content-type"]) == ("<html>Bao tri</html>", "text/html")
    assert (redirect.status_code, redirect.headers["location"]) == (302, "https://example.vn/")
    assert not zalo.accepted


async def test_a_reply_can_be_dropped_after_or_before_the_message_was_accepted(
    zalo: ZaloServer, binh: Person
) -> None:
    zalo.drops_reply()
    zalo.hangs_up()
    for _ in range(2):
        with pytest.raises(httpx.RemoteProtocolError):
            await send(zalo, binh.id)
    assert len(zalo.accepted) == len(binh.got) == 1


async def test_a_slow_call_is_served_although_the_caller_has_gone(zalo: ZaloServer, binh: Person) -> None:
    zalo.delays(0.3)
    async with httpx.AsyncClient(trust_env=False, timeout=0.05) as client:
        with pytest.raises(httpx.ReadTimeout):
            await client.get(
                f"{zalo.url}/bot{zalo.token}/sendMessage", params={"chat_id": binh.id, "text": "x"}
            )
    await binh.receives("x")
    assert len(zalo.accepted) == 1


async def test_in_an_outage_nothing_listens_and_then_the_same_address_does(
    zalo: ZaloServer, binh: Person
) -> None:
    seen = [zalo.is_away]
    await zalo.goes_away()
    seen.append(zalo.is_away)
    with pytest.raises(httpx.ConnectError):
        await send(zalo, binh.id)
    await zalo.comes_back()
    assert [*seen, zalo.is_away] == [False, True, False]
    assert await send(zalo, binh.id) == (200, 0)


async def test_in_another_outage_every_call_fails(zalo: ZaloServer, binh: Person) -> None:
    await zalo.goes_away(503)
    for method in ("getMe", "getUpdates", "sendMessage"):
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.post(f"{zalo.url}/bot{zalo.token}/{method}")
        assert (answer.status_code, answer.headers["content-type"]) == (503, "text/html")
    await zalo.comes_back()
    assert await send(zalo, binh.id) == (200, 0)
    assert zalo.calls == [("sendMessage", {"chat_id": binh.id, "text": "x"})]
