"""What an office sets: where it is looked for, what wins, what is refused, and that secrets stay secret."""

import re
import tomllib
from datetime import date, time, timedelta
from pathlib import Path
from typing import TypeGuard
from zoneinfo import ZoneInfo

import pytest
from pydantic import BaseModel, SecretStr
from sqlalchemy import make_url

from bot.errors import SettingsError
from bot.settings import Connection, Receive, Settings, Span, load, warnings_of
from bot.settings.sections import OfficeSection
from bot.states import Platform

TOKEN = "123456789:AAF-invented_for_this_test_only_00000"
EXAMPLE = Path(__file__).parent.parent / "config.example.toml"
OFFICE = f'[connections.office]\ntoken = "{TOKEN}"\n'


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_file_and_environment_the_defaults_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load(environ={})
    assert settings.office.time_zone == ZoneInfo("Asia/Ho_Chi_Minh")
    assert settings.connections == {}
    assert settings.data_folder == tmp_path / "data"
    assert settings.database_url.get_secret_value() == f"sqlite:///{tmp_path}/data/loa.db"
    assert settings.config_file is None


def test_a_file_in_the_working_folder_is_read(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_text("[web]\nport = 9000\n")
    monkeypatch.chdir(config.parent)
    assert load(environ={}).web.port == 9000


def test_loa_config_names_the_file_and_the_command_line_names_it_louder(config: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    config.write_text("[web]\nport = 9000\n")
    other.write_text("[web]\nport = 9001\n")
    assert load(environ={"LOA_CONFIG": str(other)}).web.port == 9001
    assert load(config, environ={"LOA_CONFIG": str(other)}).web.port == 9000


def test_the_environment_wins_over_the_file_and_leaves_the_rest_of_it(config: Path) -> None:
    config.write_text(OFFICE + 'api_url = "http://127.0.0.1:8081/"\n[web]\nport = 9000\nhost = "127.0.0.2"\n')
    environ = {"LOA_WEB__PORT": "9001", "LOA_CONNECTIONS__OFFICE__SENDS_PER_SECOND": "5"}
    settings = load(config, environ=environ)
    assert (settings.web.port, settings.web.host) == (9001, "127.0.0.2")
    office = settings.connections["office"]
    assert (office.sends_per_second, office.api_url) == (5, "http://127.0.0.1:8081")


def test_settings_made_by_hand_do_not_look_at_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_WEB__PORT", "9001")
    assert Settings().web.port == 8765


def test_lists_and_lengths_can_be_set_in_the_environment() -> None:
    environ = {"LOA_HOURS__NORMAL": '["07:30-16:30"]', "LOA_SENDING__LEASE_AFTER": "90"}
    settings = load(environ=environ)
    assert settings.hours.normal == (Span(time(7, 30), time(16, 30)),)
    assert settings.sending.lease_after == timedelta(seconds=90)


def test_relative_paths_start_at_the_file(config: Path) -> None:
    (config.parent / "token").write_text(TOKEN + "\n")
    config.write_text('[office]\ndata_folder = "here"\n[connections.office]\ntoken_file = "token"\n')
    settings = load(config, environ={})
    assert settings.data_folder == config.parent / "here"
    assert settings.connections["office"].token.get_secret_value() == TOKEN


def test_the_environments_token_wins_over_the_files_token_file(config: Path) -> None:
    (config.parent / "token").write_text("1:other")
    config.write_text('[connections.office]\ntoken_file = "token"\n')
    settings = load(config, environ={"LOA_CONNECTIONS__OFFICE__TOKEN": TOKEN})
    assert settings.connections["office"].token.get_secret_value() == TOKEN


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("[webb]\nport = 1", "webb: unknown key"),
        ("config_file = 'x'", "config_file: unknown key"),
        ("[web]\nprot = 1", "web.prot: unknown key"),
        ("[web]\nport = 'many'", "web.port: "),
        ("[web]\nport = 65536", "web.port: "),
        ("[web]\npublic_url = 'loa.example.org'", "web.public_url: should be an address"),
        ("[office]\ntime_zone = 'Asia/Atlantis'", "office.time_zone: "),
        ("[office]\nlanguage = 'en'", "office.language: "),
        ("office = 1", "office: "),
        ("[database]\nurl = 'mysql://loa@localhost/loa'", "database: url should be empty"),
        ("[database]\nurl = 'postgresql://loa:hush@localhost/loa'", "database: url should hold no password"),
        ("[connections.office]", "connections.office: token or token_file is missing"),
        ("[connections.Office]\ntoken = '1:x'", "connections.Office: a name here is small letters"),
        (OFFICE + "platform = 'smoke signals'", "connections.office.platform: "),
        (OFFICE + "platform = 'web'", "connections.office.platform: "),
        (OFFICE + "token_file = 'token'", "connections.office.token_file: token is set as well"),
        ("[connections.office]\ntoken_file = 'none'", "connections.office.token_file: "),
        (OFFICE + "receive = 'webhook'", "connections.office: webhook_secret should be"),
        (OFFICE + "receive = 'webhook'\nwebhook_secret = 'abc'", "connections.office.receive: webhook needs"),
        ("[hours]\nurgent = 'always'", "hours.urgent: should be two times of day"),
        ("[hours]\nurgent = '21:00-06:00'", "hours.urgent: should end after it begins"),
        ("[hours]\nnormal = []", "hours: normal and reminders should name"),
        ("[hours]\nnormal = ['13:00-17:00', '07:00-11:00']", "hours: normal should name its parts"),
        ("[hours]\nreminders = ['12:00']", "hours: reminders: 12:00 lies outside normal"),
        ("[reminders]\nmost_per_day = 4", "reminders.most_per_day: "),
        ("[reminders]\nworking_days_before = -1", "reminders.working_days_before: "),
        ("[sending]\nlease_after = 60", "sending: connect_gives_up_after and read_gives_up_after"),
        ("[sending]\nread_gives_up_after = 0", "sending.read_gives_up_after: "),
        ("[logs]\nlevel = 'LOUD'", "logs.level: "),
        ("[logs", "config.toml: "),
    ],
)
def test_a_bad_setting_is_one_line_that_names_the_key(config: Path, written: str, complaint: str) -> None:
    config.write_text(written)
    with pytest.raises(SettingsError, match=re.escape(complaint)) as refused:
        load(config, environ={})
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [("LOA_WEBB__PORT", "1"), ("LOA_CONFIG_FILE", "x"), ("LOA_HOURS__NORMAL", "07:00-11:00")],
)
def test_a_bad_name_or_list_in_the_environment_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name}: "):
        load(environ={name: value})


def test_a_file_that_was_named_must_exist(config: Path) -> None:
    with pytest.raises(SettingsError, match="no such file"):
        load(config, environ={})


def test_names_of_other_programs_in_the_environment_are_left_alone() -> None:
    assert load(environ={"PATH": "/bin", "LOADING": "1"}).web.port == 8765


def test_a_webhook_is_accepted_with_a_secret_and_an_https_address(config: Path) -> None:
    config.write_text(
        '[web]\npublic_url = "https://loa.example.org/"\n'
        + OFFICE
        + 'receive = "webhook"\nwebhook_secret = "s3cret-word"\n'
    )
    settings = load(config, environ={})
    assert settings.connections["office"].receive is Receive.WEBHOOK
    assert settings.web.public_url == "https://loa.example.org"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("postgresql://loa@db.example.org:5433/loa", "db.example.org"),
        ("postgresql+psycopg://loa@/loa?host=/run/postgresql", None),
    ],
)
def test_the_database_url_carries_the_password_and_nothing_shows_it(url: str, host: str | None) -> None:
    environ = {"LOA_DATABASE__URL": url, "LOA_DATABASE__PASSWORD": "p@ss/wörd:%"}
    settings = load(environ=environ)
    parsed = make_url(settings.database_url.get_secret_value())
    assert (parsed.drivername, parsed.username, parsed.database) == ("postgresql+psycopg", "loa", "loa")
    assert parsed.password == "p@ss/wörd:%"
    assert parsed.host == host
    assert "p@ss" not in repr(settings) + repr(settings.database_url)


def test_a_database_url_without_account_and_password_stays_whole() -> None:
    settings = load(environ={"LOA_DATABASE__URL": "postgresql:///loa?host=/run/postgresql"})
    assert settings.database_url.get_secret_value() == "postgresql+psycopg:///loa?host=/run/postgresql"


def test_no_secret_is_shown(config: Path) -> None:
    config.write_text(
        '[web]\npublic_url = "https://loa.example.org"\n[database]\npassword = "hush-database"\n'
        + OFFICE
        + 'proxy = "http://clerk:hush-proxy@127.0.0.1:3128"\n'
        + 'receive = "webhook"\nwebhook_secret = "hush-webhook"\n'
    )
    settings = load(config, environ={})
    shown = f"{settings!r}{settings!s}{settings.connections['office']!r}{settings.model_dump_json()}"
    assert "hush" not in shown
    assert TOKEN not in shown
    assert settings.connections["office"].proxy.get_secret_value().endswith("3128")


def test_a_bad_value_beside_a_secret_does_not_show_the_secret(config: Path) -> None:
    config.write_text(OFFICE + "sends_per_second = 0\n")
    with pytest.raises(SettingsError) as refused:
        load(config, environ={})
    assert TOKEN not in str(refused.value)
    assert refused.value.__cause__ is None


def test_secret_files_that_everybody_can_read_are_named(config: Path) -> None:
    token = config.parent / "token"
    token.write_text(TOKEN)
    config.write_text('[connections.office]\ntoken_file = "token"\n[database]\npassword = "hush"\n')
    token.chmod(0o644)
    config.chmod(0o644)
    warnings = warnings_of(load(config, environ={}))
    assert [str(config) in warnings[0], str(token) in warnings[1]] == [True, True]
    assert len(warnings) == 2


def test_secret_files_of_ones_own_and_files_without_secrets_are_not_named(config: Path) -> None:
    token = config.parent / "token"
    token.write_text(TOKEN)
    config.write_text('[connections.office]\ntoken_file = "token"\n')
    token.chmod(0o600)
    config.chmod(0o644)
    assert warnings_of(load(config, environ={})) == []


def test_the_example_changes_nothing() -> None:
    settings = load(EXAMPLE, environ={})
    by_hand = Settings(config_file=EXAMPLE)
    assert settings.data_folder == EXAMPLE.parent / "data"
    assert settings.model_copy(update={"office": by_hand.office}) == by_hand
    assert settings.office.model_copy(update={"data_folder": Path("data")}) == by_hand.office


def test_the_example_shows_every_key_and_no_other() -> None:
    shown = tomllib.loads(_uncommented(EXAMPLE.read_text()))
    assert set(shown["connections"].pop("office")) == set(Connection.model_fields)
    assert {section: set(keys) for section, keys in shown.items()} == {
        section: set(field.annotation.model_fields) if _is_section(field.annotation) else set()
        for section, field in Settings.model_fields.items()
        if section != "config_file"
    }


def test_what_the_example_shows_are_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(_uncommented(EXAMPLE.read_text()).replace('\ntoken = ""', f'\ntoken = "{TOKEN}"'))
    by_hand = Settings(
        office=OfficeSection(data_folder=tmp_path / "data"),
        connections={"office": Connection(token=SecretStr(TOKEN))},
        config_file=path,
    )
    assert load(path, environ={}) == by_hand
    assert by_hand.connections["office"].platform is Platform.TELEGRAM


def test_one_bot_is_not_served_twice_but_two_platforms_may_use_the_same_words(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    first, second = f'[connections.a]\ntoken = "{TOKEN}"\n', f'[connections.b]\ntoken = "{TOKEN}"\n'
    file.write_text(first + second, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"connections\.b\.token: is the token of connections\.a") as told:
        load(file, environ={})
    assert TOKEN not in str(told.value)
    file.write_text(first + second + 'platform = "zalo"\n', encoding="utf-8")
    assert set(load(file, environ={}).connections) == {"a", "b"}


def _uncommented(example: str) -> str:
    """The example with every default switched on."""
    return re.sub(r"^# (?=\[connections|[a-z_]+ = )", "", example, flags=re.MULTILINE)


def _is_section(annotation: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def test_the_offices_own_days_come_before_the_laws(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[calendar]\nworking = [2026-01-10]\nfree = ['2026-01-02']\n", encoding="utf-8")
    days = load(file, environ={}).calendar
    assert days.working == {date(2026, 1, 10)}
    assert days.free == {date(2026, 1, 2)}


def test_a_day_cannot_be_both_working_and_free(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[calendar]\nworking = [2026-01-10]\nfree = [2026-01-10]\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="calendar: "):
        load(file, environ={})


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:99999",
        "http://127.0.0.1:port",
        "https://[::1",
        "https://[hush]/",
        "https://hush of.loa.example",
        "https://xn--.example",
        "https://hush..example",
        f"https://{'h' * 70}.example",
    ],
)
@pytest.mark.parametrize("key", ["api_url", "link"])
def test_an_address_that_cannot_exist_is_refused_in_one_clear_line(
    config: Path, address: str, key: str
) -> None:
    config.write_text(f'{OFFICE}{key} = "{address}"\n')
    with pytest.raises(SettingsError) as told:
        load(config, environ={})
    words = "should have a host, and a port up to 65535, that can exist"
    assert str(told.value) == f"connections.office.{key}: {words}"


@pytest.mark.parametrize(
    "address",
    [
        "http://[::1]:8081",
        "http://bot_api:8081",
        "https://đảng.example",
        "https://LOA.example.",
        "http://10.0.0.7",
    ],
)
def test_an_address_that_can_exist_is_taken_as_it_is_written(config: Path, address: str) -> None:
    config.write_text(f'{OFFICE}api_url = "{address}"\n')
    assert load(config, environ={}).connections["office"].api_url == address
