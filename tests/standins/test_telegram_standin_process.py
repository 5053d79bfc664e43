import asyncio
import json
import sys
from pathlib import Path

import httpx
from telegram import Update

from tests.standins.telegram import TelegramServer


async def test_as_a_process_it_writes_down_what_it_accepts_and_obeys_verbs(tmp_path: Path) -> None:
    log = tmp_path / "accepted.jsonl"
    token = "7:x"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.standins.telegram", "--token", token, "--log", str(log)),
        *("--people", "1001-1002", "--free"),
        cwd=Path(__file__).parents[2],
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    async with httpx.AsyncClient(trust_env=False, base_url=url) as client:
        markup = {"inline_keyboard": [[{"text": "Đã nắm", "callback_data": "a:1"}]]}
        await client.post("/standin/fault", json={"chat_id": 1002, "drops_reply": True})
        for number in (1001, 1002):
            message = {"chat_id": number, "text": "Số 12", "reply_markup": markup}
            try:
                await client.post(f"/bot{token}/sendMessage", json=message)
            except httpx.RemoteProtocolError:
                assert number == 1002
        verb = {"id": 1001, "does": "presses", "with": {"label": "Đã nắm"}}
        assert (await client.post("/standin/person", json=verb)).status_code == 200
        verb["with"] = {"label": "Hỏi lại"}
        assert (await client.post("/standin/person", json=verb)).status_code == 409
        updates = (await client.post(f"/bot{token}/getUpdates")).json()["result"]
    process.terminate()
    await process.wait()
    lines = [json.loads(one) for one in log.read_text(encoding="utf-8").splitlines()]
    assert [one["chat_id"] for one in lines] == [1001, 1002]
    assert [one["callback_query"]["data"] for one in updates] == ["a:1"]
    assert Update.de_json(updates[0], None) is not None


async def test_verbs_over_http_are_off_unless_asked_for(server: TelegramServer) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(f"{server.url}/standin/person", json={"id": 1})
    assert answer.status_code == 404
