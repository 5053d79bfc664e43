import unicodedata
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.contract import OutcomeKind
from bot.channels.zalo.answers import ANY, QUOTA_WORDS, TABLE, classify
from bot.channels.zalo.requests import LINES, Answer
from storage.states import Reason


def refused(code: int, words: str, *, status: int | None = None) -> Answer:
    body = {"ok": False, "description": words, "error_code": code}
    return Answer(code if status is None else status, body)


REFUSALS = [
    (401, "Unauthorized", "stopped", Reason.TOKEN),
    (429, "Quota exceeded", "not_sent", Reason.QUOTA),
    (429, "Too many requests", "not_sent", Reason.TOO_FAST),
    (426, "Upgrade Required", "not_sent", Reason.QUOTA),
    (408, "Request timeout", "maybe", Reason.CUT_OFF),
    (409, "Conflict", "refused", Reason.TWO_INSTANCES),
    (400, "Bad Request: chat not found", "unreachable", Reason.CHAT_NOT_FOUND),
    (404, "Chat not found", "unreachable", Reason.CHAT_NOT_FOUND),
    (400, "User not found", "unreachable", Reason.CHAT_NOT_FOUND),
    (403, "Forbidden: bot was blocked by the user", "unreachable", Reason.BLOCKED),
    (400, "User has blocked the bot", "unreachable", Reason.BLOCKED),
    (403, "Internal server error", "maybe", Reason.PLATFORM_FAULT),
    (400, "text is too long", "refused", Reason.CONTENT),
    (400, "Bad Request", "refused", Reason.OTHER),
    (404, "Not Found", "refused", Reason.OTHER),
    (418, "I'm a teapot", "refused", Reason.OTHER),
    (500, "Something broke", "maybe", Reason.PLATFORM_FAULT),
    (503, "", "maybe", Reason.PLATFORM_FAULT),
]


@pytest.mark.parametrize(("code", "words", "kind", "reason"), REFUSALS)
@pytest.mark.parametrize("in_200", [False, True])
def test_an_answer_is_told_by_its_row_whatever_the_http_status(
    code: int, words: str, kind: str, reason: Reason, in_200: bool
) -> None:
    outcome = classify(refused(code, words, status=200 if in_200 else code))
    assert (outcome.kind, outcome.reason) == (OutcomeKind(kind), reason)
    assert outcome.status == (200 if in_200 else code)


def test_every_row_is_met_by_an_example() -> None:
    met = {
        next(row for row in TABLE if row.code in {code, ANY} and row.words in words.lower())
        for code, words, _, _ in REFUSALS
        if code < 500
    }
    assert met == set(TABLE)


def test_no_row_hides_behind_an_earlier_one() -> None:
    for index, row in enumerate(TABLE):
        earlier = [one for one in TABLE[:index] if one.code in {row.code, ANY} and one.words in row.words]
        assert not earlier, f"{row} is never reached"


@pytest.mark.parametrize("words", ["Quota exceeded", "Too many requests"])
def test_a_429_holds_the_whole_connection(words: str) -> None:
    assert classify(refused(429, words)).whole_connection


@pytest.mark.parametrize("code", [400, 403, 404, 408, 409, 426, 500])
def test_what_is_said_of_one_call_holds_nobody_else(code: int) -> None:
    assert not classify(refused(code, "x")).whole_connection


def test_the_wait_that_a_limit_of_speed_names_is_handed_on_and_none_is_invented_for_a_quota() -> None:
    wait = timedelta(seconds=7)
    body = {"ok": False, "error_code": 429}
    fast = Answer(429, {**body, "description": "Too many requests"}, retry_after=wait)
    spent = Answer(429, {**body, "description": "Quota exceeded"}, retry_after=wait)
    assert (classify(fast).retry_after, classify(spent).retry_after) == (wait, None)


@pytest.mark.parametrize("name", ["error_code", "errorCode"])
@pytest.mark.parametrize("code", [401, "401"])
def test_the_code_is_read_in_both_spellings_and_as_a_word_too(name: str, code: object) -> None:
    outcome = classify(Answer(200, {"ok": False, "description": "Unauthorized", name: code}))
    assert outcome.reason is Reason.TOKEN


@pytest.mark.parametrize("code", [None, 0, -216, True, "", "x", "99999999999", [], {}])
def test_a_code_that_is_none_leaves_the_status_to_decide(code: object) -> None:
    body = {"ok": False, "description": "x", "error_code": code}
    assert classify(Answer(401, body)).reason is Reason.TOKEN
    assert classify(Answer(200, body)).reason is Reason.OTHER


@pytest.mark.parametrize(
    ("result", "message_id"),
    [
        ({"message_id": "82599fa32f56d00e8941", "date": 1749632637199}, "82599fa32f56d00e8941"),
        ({"message_id": 7}, "7"),
        ({"message_id": None}, ""),
        ({}, ""),
        (None, ""),
        ([], ""),
    ],
)
def test_ok_alone_is_sent_with_the_id_where_there_is_one(result: object, message_id: str) -> None:
    outcome = classify(Answer(200, {"ok": True, "result": result}))
    assert (outcome.kind, outcome.reason, outcome.message_id) == (OutcomeKind.SENT, None, message_id)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, None),
        (200, {}),
        (200, {"ok": "true", "result": {"message_id": "1"}}),
        (200, {"message_id": "1"}),
        (200, {"error": -216, "message": "Access token is invalid"}),
        (400, {"ok": True, "result": {"message_id": "1"}}),
        (403, {"ok": True}),
        (502, None),
        (502, {"ok": True}),
        (500, {"message": "x"}),
    ],
)
def test_what_contradicts_itself_or_is_understood_by_nobody_is_maybe(status: int, body: Any) -> None:
    outcome = classify(Answer(status, body))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.PLATFORM_FAULT)


@pytest.mark.parametrize("body", [None, {}, {"message": "not found"}, {"ok": False}])
@pytest.mark.parametrize("status", [301, 302, 308])
def test_a_redirect_is_followed_nowhere_and_has_sent_nothing(status: int, body: Any) -> None:
    outcome = classify(Answer(status, body))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)


@pytest.mark.parametrize("body", [None, {}, {"message": "not found"}])
@pytest.mark.parametrize("status", [400, 401, 403, 404, 407, 451])
def test_a_page_in_the_platforms_place_blames_neither_person_nor_token(status: int, body: Any) -> None:
    outcome = classify(Answer(status, body))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)


def test_a_gateways_limit_of_speed_is_no_quota() -> None:
    outcome = classify(Answer(429, None, retry_after=timedelta(seconds=3)))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.TOO_FAST)
    assert (outcome.whole_connection, outcome.retry_after) == (True, timedelta(seconds=3))


def test_a_gateway_that_waited_in_vain_leaves_it_open() -> None:
    outcome = classify(Answer(408, None))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.CUT_OFF)


def test_the_platforms_words_are_kept_short_and_on_one_line() -> None:
    detail = classify(refused(400, "Bad\r\nRequest \x1b[31m" + "x" * 500)).detail
    assert len(detail) == 200
    assert detail.isprintable()
    assert detail.startswith("400 Bad  Request")


def test_the_last_line_that_can_break_covers_every_other() -> None:
    assert [kind for _, kind, _ in LINES[:-1]] == [OutcomeKind.NOT_SENT] * (len(LINES) - 1)
    assert LINES[-1][1] is OutcomeKind.MAYBE


@pytest.mark.parametrize(
    ("words", "quota_words", "reason"),
    [
        ("Quota exceeded", QUOTA_WORDS, Reason.QUOTA),
        ("Bạn đã vượt quá HẠN MỨC tin nhắn", QUOTA_WORDS, Reason.QUOTA),
        (unicodedata.normalize("NFD", "vượt quá hạn mức"), QUOTA_WORDS, Reason.QUOTA),
        ("Too many requests", QUOTA_WORDS, Reason.TOO_FAST),
        ("Hết lượt gửi", QUOTA_WORDS, Reason.TOO_FAST),
        ("Hết lượt gửi", ("hết lượt",), Reason.QUOTA),
        ("Quota exceeded", (), Reason.TOO_FAST),
    ],
)
def test_which_words_mean_the_month_is_a_setting(
    words: str, quota_words: tuple[str, ...], reason: Reason
) -> None:
    outcome = classify(refused(429, words), quota_words=quota_words)
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, reason)
    assert outcome.whole_connection
    # In another answer they mean nothing.
    assert classify(refused(400, words), quota_words=quota_words).reason is Reason.OTHER


@pytest.mark.parametrize(("code", "may_be"), [(403, True), (500, False), (400, False), (408, False)])
def test_only_what_may_be_said_of_one_person_is_marked_as_such(code: int, may_be: bool) -> None:
    assert classify(refused(code, "")).may_be_personal is may_be
