import pytest

from bot.access import Caller, Door, Grant
from bot.messages.plain import TEXT_LIMIT, as_text
from bot.messages.splitting import utf16_length, visible_text
from bot.states import Role
from bot.texts.helping import COMMAND_WORDS, HOW_TO_ANSWER
from handlers.commands.helping import help_reply
from handlers.commands.table import BY_WORD, COMMANDS, commands_for

_ROLES = [*((role,) for role in Role), tuple(Role)]


@pytest.mark.parametrize("roles", [(), *_ROLES])
def test_the_help_of_every_role_fits_into_one_message(roles: tuple[Role, ...]) -> None:
    caller = Caller(1, Door.TELEGRAM, tuple(Grant(role, 1, frozenset({1})) for role in roles))
    (message,) = help_reply(commands_for(caller)).messages
    assert utf16_length(as_text(message)) <= TEXT_LIMIT


def test_the_help_shows_commands_as_they_are_typed_where_it_is_read() -> None:
    (message,) = help_reply(COMMANDS).messages
    assert "/canlam – Việc cần xác nhận, trả lời" in visible_text(message)
    assert "\ncanlam – Việc cần xác nhận, trả lời" in as_text(message)
    assert "/" not in as_text(message)


def test_the_help_says_how_a_message_is_answered_with_and_without_buttons() -> None:
    (message,) = help_reply(COMMANDS).messages
    assert HOW_TO_ANSWER in visible_text(message)
    assert "gõ số" in HOW_TO_ANSWER


def test_every_word_of_the_table_loses_its_slash_and_no_other() -> None:
    missing, unknown = BY_WORD.keys() - COMMAND_WORDS, COMMAND_WORDS - BY_WORD.keys()
    assert not missing | unknown, "keep bot.texts.helping.COMMAND_WORDS and the table of commands the same"
