import pytest

from bot.access import Caller, Door, Grant
from bot.messages.plain import as_text
from bot.messages.splitting import utf16_length, visible_text
from bot.states import Role
from bot.texts.helping import COMMAND_WORDS, PARTS
from handlers.commands.helping import help_reply
from handlers.commands.table import BY_WORD, COMMANDS, commands_for
from handlers.zalo.typed_commands import as_command

_ROLES = [*((role,) for role in Role), tuple(Role)]


def _helped(*roles: Role) -> tuple[str, str]:
    """The help with buttons, and as text alone."""
    caller = Caller(1, Door.TELEGRAM, tuple(Grant(role, 1, frozenset({1})) for role in roles))
    (message,) = help_reply(commands_for(caller)).messages
    return visible_text(message), as_text(message)


@pytest.mark.parametrize("roles", [(), *_ROLES])
def test_the_help_of_every_role_is_short_and_names_each_command_once(roles: tuple[Role, ...]) -> None:
    pressed, typed = _helped(*roles)
    assert utf16_length(typed) <= 900
    caller = Caller(1, Door.TELEGRAM, tuple(Grant(role, 1, frozenset({1})) for role in roles))
    for command in commands_for(caller):
        if command.listed and command.name != "trogiup":
            assert pressed.split().count(f"/{command.name}") == 1
            assert COMMAND_WORDS[command.name] in typed


def test_a_member_reads_first_how_a_directive_is_answered_where_buttons_are_and_where_numbers_are() -> None:
    pressed, typed = _helped()
    assert pressed.splitlines()[1].endswith("chọn “Đã nắm” ở cuối tin.")
    assert typed.splitlines()[1].endswith("gõ: 32")
    assert "gõ cần làm" in typed
    assert not {"canlam", "trogiup", "PHỤ"} & set(typed.split())
    assert "/" not in typed
    assert utf16_length(typed) <= 450


def test_what_a_leader_has_besides_stands_behind_what_everybody_has() -> None:
    _, typed = _helped(Role.SECRETARY)
    member, _, besides = typed.partition("VIỆC ĐƯỢC GIAO PHỤ TRÁCH")
    assert "Theo dõi, nhắc: tiến độ · nhắc · câu hỏi · đọc trực tiếp · báo cáo" in besides
    assert "tiến độ" not in member
    assert "duyệt" not in besides


def test_every_command_for_some_only_has_its_place_in_the_second_part() -> None:
    placed = {name for _, part in PARTS for name in part}
    assert placed == {one.name for one in COMMANDS if one.roles is not None and one.listed}


def test_every_word_of_the_table_is_said_in_words_that_lead_to_it() -> None:
    missing, unknown = BY_WORD.keys() - COMMAND_WORDS, COMMAND_WORDS.keys() - BY_WORD.keys()
    assert not missing | unknown, "keep bot.texts.helping.COMMAND_WORDS and the table of commands the same"
    for word, said in COMMAND_WORDS.items():
        assert as_command(said) == f"/{BY_WORD[word].name}"
