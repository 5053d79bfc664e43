"""The methods that receive, those about the webhook, and the list of all."""

import ipaddress
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from tests.standins.wire import Request
from tests.standins.zalo.refusals import Refused
from tests.standins.zalo.sending import send_chat_action, send_message, send_photo, send_sticker, send_voice
from tests.standins.zalo.state import State

Method = Callable[[State, Request], Awaitable[dict[str, Any] | None]]
"""What it returns goes into `result`; None leaves that out."""


async def get_me(state: State, _: Request) -> dict[str, Any]:
    shown = {"display_name": state.name} if state.switches.display_name else {}
    return {
        "id": state.token.partition(":")[0],
        "account_name": f"bot.{state.opaque('bot')[:9]}",
        "account_type": "BASIC",
        "can_join_groups": False,
        **shown,
    }


async def get_updates(state: State, request: Request) -> dict[str, Any]:
    try:
        seconds = float(request.fields["timeout"])
    except (KeyError, ValueError):
        seconds = state.switches.poll_seconds
    event = await state.queue.poll(request, seconds=max(seconds, 0.0))
    if event is None:
        status = state.switches.empty_poll_status
        raise Refused(408, status=status, key="" if status == 408 else "error_code")
    return event


async def set_webhook(state: State, request: Request) -> dict[str, Any]:
    if not state.quota.count_call("setWebhook", state.limits.webhooks_a_day):
        raise Refused(state.switches.webhook_cap_status)
    url, secret = request.fields.get("url", ""), request.fields.get("secret_token", "")
    if not _is_public(url) and not (state.switches.loopback_webhook and _is_loopback(url)):
        raise Refused(400)
    if (secret or state.switches.secret_required) and not 8 <= len(secret) <= 256:
        raise Refused(400)
    state.webhook.set(url, secret, at=state.date())
    state.queue.close(closed=True)
    for event in state.queue.empty() if state.switches.waiting_go_to_webhook else []:
        state.webhook.put(event)
    verification = await _verification(state)
    return {"url": url, "updated_at": state.webhook.updated_at, "verification": verification}


async def delete_webhook(state: State, _: Request) -> dict[str, Any]:
    state.webhook.set("", "", at=state.date())
    state.queue.close(closed=False)
    return {"url": "", "updated_at": state.webhook.updated_at}


async def get_webhook_info(state: State, _: Request) -> dict[str, Any]:
    if not state.webhook.url:
        raise Refused(404, status=404)
    return {"url": state.webhook.url, "updated_at": state.webhook.updated_at}


async def check_webhook(state: State, _: Request) -> dict[str, Any]:
    if not state.quota.count_call("testWebhook", state.limits.tests_a_day):
        raise Refused(426, key="errorCode")
    if not state.webhook.url:
        raise Refused(state.switches.test_without_webhook)
    return await _verification(state)


METHODS: dict[str, tuple[Method, frozenset[str]]] = {
    "getMe": (get_me, frozenset()),
    "getUpdates": (get_updates, frozenset({"timeout"})),
    "setWebhook": (set_webhook, frozenset({"url", "secret_token"})),
    "deleteWebhook": (delete_webhook, frozenset()),
    "getWebhookInfo": (get_webhook_info, frozenset()),
    "testWebhook": (check_webhook, frozenset()),
    "sendMessage": (send_message, frozenset({"chat_id", "text", "parse_mode", "text_styles"})),
    "sendPhoto": (send_photo, frozenset({"chat_id", "photo", "caption"})),
    "sendSticker": (send_sticker, frozenset({"chat_id", "sticker"})),
    "sendVoice": (send_voice, frozenset({"chat_id", "voice_url"})),
    "sendChatAction": (send_chat_action, frozenset({"chat_id", "action"})),
}
"""Eleven, spelled exactly so, with the parameters each knows. There is nothing else."""


async def _verification(state: State) -> dict[str, Any]:
    url = state.webhook.url
    outcome = (await state.webhook.verify()).outcome
    hint = "" if outcome == "webhook.ok" else f"Your server should answer 2xx: {outcome}"
    return {"ok": outcome == "webhook.ok", "url": url, "outcome": outcome, "hint": hint}


def _is_public(url: str) -> bool:
    """https, and no name or number of the machine's own network."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "https" or not host or host == "localhost" or host.endswith(".localhost"):
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host


def _is_loopback(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and parts.hostname in {"127.0.0.1", "localhost", "::1"}
