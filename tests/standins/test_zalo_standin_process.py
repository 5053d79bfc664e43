import asyncio
import json
import sys
from pathlib import Path

import httpx

from tests.standins.zalo import ZaloServer


async def test_as_a_process_it_writes_down_what_it_accepts_and_obeys_verbs(tmp_path: Path) -> None:
    log = tmp_path / "accepted.jsonl"
    token = "7:x"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.standins.zalo", "--token", token, "--log", str(log)),
        *("--people", "1001-1002", "--free", "--switch", "blocked_chat=404", "--switch", 'dates_in="s"'),
        cwd=Path(__file__).parents[2],
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    async with httpx.AsyncClient(trust_env=False, base_url=url) as client:

        async def does(what: str, **fields: object) -> int:
            return (await client.post(f"/standin/{what}", json=fields)).status_code

        async def send(chat_id: str) -> int:
            message = {"chat_id": chat_id, "text": "Số 12"}
            return (await client.post(f"/bot{token}/sendMessage", json=message)).status_code

        assert await does("fault", chat_id="1002", status=500) == 200
        assert [await send("1001"), await send("1002")] == [200, 500]
        assert await does("person", id="1001", does="says", **{"with": {"text": "27"}}) == 200
        event = (await client.post(f"/bot{token}/getUpdates")).json()["result"]
        assert await does("group", id="g1", person="1001", **{"with": {"text": "28"}}) == 200
        assert len((await client.post(f"/bot{token}/getUpdates")).json()["result"]) == 2
        assert await does("person", id="1001", does="blocks_bot") == 200
        assert await does("person", id="1001", does="says", **{"with": {"text": "27"}}) == 409
        assert await does("person", id="1001", does="receives") == 404
        assert await does("telepathy") == 404
        assert await send("1001") == 404
        assert await does("used", count=100) == 200
        assert await does("away", status=503) == 200
        assert await send("1002") == 503
        assert await does("away", status=0) == 200
        assert await send("1002") == 200
    process.terminate()
    await process.wait()
    lines = [json.loads(one) for one in log.read_text(encoding="utf-8").splitlines()]
    assert [one["chat_id"] for one in lines] == ["1001", "1002"]
    assert event["message"]["text"] == "27"
    assert event["message"]["date"] < 10**11


async def test_verbs_over_http_are_off_unless_asked_for(zalo: ZaloServer) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(f"{zalo.url}/standin/person", json={"id": "1", "does": "joins"})
    assert answer.status_code == 400
    assert not zalo.state.chats
