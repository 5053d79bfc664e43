import asyncio

import pytest
from telegram import Bot
from telegram.error import BadRequest, Conflict

from tests.standins.telegram import Person, TelegramServer
from tests.standins.wire import Answer, Request, Wire


class Hook:
    """An address that updates are posted to; the first answers are as told."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.taken: list[int] = []
        self.enough = asyncio.Event()
        self.wire = Wire(self.handle, largest_body=1 << 20)

    async def handle(self, request: Request) -> Answer:
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200:
            self.taken.append(int(request.fields["update_id"]))
            if len(self.taken) == 3:
                self.enough.set()
        return Answer(status, b"{}")


async def test_a_webhook_gets_every_update_in_order_until_it_takes_it(
    bot: Bot, server: TelegramServer, binh: Person
) -> None:
    hook = Hook(500, 503)
    port = await hook.wire.start(0)
    await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s3cret")
    for number in range(3):
        binh.says(str(number))
    await asyncio.wait_for(hook.enough.wait(), 10)
    assert hook.taken == sorted(hook.taken)
    assert server.state.updates.webhook_tries == 5
    assert (await bot.get_webhook_info()).url.endswith("/hook")
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()
    await hook.wire.stop()


@pytest.mark.parametrize(("url", "secret"), [("http://vanphong.example.vn/x", ""), ("https://a.vn", "a b")])
async def test_a_webhook_without_https_or_with_a_bad_secret_is_refused(
    bot: Bot, url: str, secret: str
) -> None:
    with pytest.raises(BadRequest):
        await bot.set_webhook(url, secret_token=secret)
