from datetime import timedelta

import httpx
import pytest
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.channels.contract import OutcomeKind
from bot.channels.telegram.answers import TABLE, classify
from bot.channels.telegram.requests import ApiError
from storage.states import Reason

REFUSALS = [
    (403, "Forbidden: bot was blocked by the user", "unreachable", Reason.BLOCKED),
    (403, "Forbidden: user is deactivated", "unreachable", Reason.DEACTIVATED),
    (403, "Forbidden: bot can't initiate conversation with a user", "unreachable", Reason.NEVER_STARTED),
    (403, "Forbidden: bot was kicked from the group chat", "unreachable", Reason.GROUP_LEFT),
    (403, "Forbidden: bot was kicked from the supergroup chat", "unreachable", Reason.GROUP_LEFT),
    (403, "Forbidden: bot was kicked from the channel chat", "unreachable", Reason.GROUP_LEFT),
    (403, "Forbidden: bot is not a member of the supergroup chat", "unreachable", Reason.GROUP_LEFT),
    (403, "Forbidden: the group chat was deleted", "unreachable", Reason.GROUP_LEFT),
    (403, "Forbidden: something new", "unreachable", Reason.OTHER),
    (400, "Bad Request: chat not found", "unreachable", Reason.CHAT_NOT_FOUND),
    (400, "Bad Request: private chat not found", "unreachable", Reason.CHAT_NOT_FOUND),
    (400, "Bad Request: PEER_ID_INVALID", "unreachable", Reason.CHAT_NOT_FOUND),
    (400, "Bad Request: group chat was upgraded to a supergroup chat", "unreachable", Reason.GROUP_MOVED),
    (400, "Bad Request: not enough rights to send text messages", "unreachable", Reason.NO_RIGHT_TO_WRITE),
    (400, "Bad Request: CHAT_WRITE_FORBIDDEN", "unreachable", Reason.NO_RIGHT_TO_WRITE),
    (400, "Bad Request: message to edit not found", "refused", Reason.MESSAGE_GONE),
    (400, "Bad Request: message can't be edited", "refused", Reason.MESSAGE_GONE),
    (400, "Bad Request: can't parse entities: Unclosed start tag", "refused", Reason.CONTENT),
    (400, "Bad Request: message is too long", "refused", Reason.CONTENT),
    (400, "Bad Request: message text is empty", "refused", Reason.CONTENT),
    (400, "Bad Request: text must be non-empty", "refused", Reason.CONTENT),
    (400, "Bad Request: BUTTON_DATA_INVALID", "refused", Reason.CONTENT),
    (400, "Bad Request: reply markup is too long", "refused", Reason.CONTENT),
    (400, "Bad Request: something new", "refused", Reason.OTHER),
    (413, "Request Entity Too Large", "refused", Reason.CONTENT),
    (418, "I'm a teapot", "refused", Reason.OTHER),
    (401, "Unauthorized", "stopped", Reason.TOKEN),
    (404, "Not Found", "stopped", Reason.TOKEN),
    (409, "Conflict: terminated by other getUpdates request", "stopped", Reason.TWO_INSTANCES),
    (429, "Too Many Requests", "not_sent", Reason.TOO_FAST),
    (500, "Internal Server Error", "maybe", Reason.PLATFORM_FAULT),
    (502, "Bad Gateway", "maybe", Reason.PLATFORM_FAULT),
    (504, "", "maybe", Reason.PLATFORM_FAULT),
]


@pytest.mark.parametrize(("status", "description", "kind", "reason"), REFUSALS)
def test_an_answer_is_told_by_its_row(status: int, description: str, kind: str, reason: Reason) -> None:
    outcome = classify(ApiError(status, description), chat_id="7")
    assert (outcome.kind, outcome.reason, outcome.status) == (OutcomeKind(kind), reason, status)


def test_an_edit_to_what_stands_there_already_counts_as_sent() -> None:
    outcome = classify(ApiError(400, "Bad Request: message is not modified: specified new message content"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.SENT, None)


def test_no_row_hides_behind_an_earlier_one() -> None:
    for index, row in enumerate(TABLE):
        earlier = [one for one in TABLE[:index] if one.status == row.status and one.words in row.words]
        assert not earlier, f"{row} is never reached"


def test_a_group_that_moved_names_its_new_id() -> None:
    outcome = classify(
        ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to="-1009"),
        chat_id="-9",
    )
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MOVED, Reason.GROUP_MOVED)
    assert outcome.chat_id == "-1009"


def test_a_wait_asked_for_in_a_private_chat_holds_the_connection() -> None:
    outcome = classify(ApiError(429, "Too Many Requests", retry_after=timedelta(seconds=9)), chat_id="7")
    assert outcome.retry_after == timedelta(seconds=9)
    assert outcome.whole_connection


def test_a_wait_asked_for_in_a_group_does_not_hold_the_connection() -> None:
    outcome = classify(ApiError(429, "Too Many Requests", retry_after=timedelta(seconds=9)), chat_id="-7")
    assert outcome.retry_after == timedelta(seconds=9)
    assert not outcome.whole_connection


def test_a_refusal_that_is_no_429_holds_nobody() -> None:
    outcome = classify(ApiError(400, "Bad Request: chat not found"), chat_id="7")
    assert outcome.retry_after is None
    assert not outcome.whole_connection


@pytest.mark.parametrize("status", [302, 403, 404, 407])
def test_a_page_of_a_proxy_in_telegrams_place_blames_neither_person_nor_token(status: int) -> None:
    outcome = classify(ApiError(status, ""), chat_id="7")
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    "error",
    [
        caused(NetworkError("x"), httpx.ConnectError("x")),
        caused(TimedOut(), httpx.ConnectTimeout("x")),
        caused(TimedOut(), httpx.PoolTimeout("x")),
        caused(NetworkError("x"), httpx.ProxyError("x")),
    ],
)
def test_a_line_that_was_never_made_has_sent_nothing(error: TelegramError) -> None:
    outcome = classify(error, chat_id="7")
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)


@pytest.mark.parametrize(
    "error",
    [
        caused(TimedOut(), httpx.ReadTimeout("x")),
        caused(TimedOut(), httpx.WriteTimeout("x")),
        caused(NetworkError("x"), httpx.ReadError("x")),
        caused(NetworkError("x"), httpx.WriteError("x")),
        caused(NetworkError("x"), httpx.RemoteProtocolError("x")),
    ],
)
def test_a_line_that_broke_after_sending_may_have_sent(error: TelegramError) -> None:
    outcome = classify(error, chat_id="7")
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.CUT_OFF)


def test_an_answer_nobody_can_read_may_have_sent() -> None:
    outcome = classify(TelegramError("Invalid server response"), chat_id="7")
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.PLATFORM_FAULT)


def test_telegrams_own_words_are_kept_short() -> None:
    assert len(classify(ApiError(400, "Bad Request: " + "x" * 500)).detail) == 200
