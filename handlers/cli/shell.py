"""What all commands share: which settings, one clear line for what goes wrong, and the exit code."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import typer
from rich.console import Console
from typer.core import TyperGroup
from typer.exceptions import Abort, TyperException

from bot import logs
from bot.errors import AlreadyRunning, LoaError, Refusal, Refused, SettingsError
from bot.settings import Settings, load
from handlers.cli.refusals import sentence
from handlers.serve.contract import BadInput
from handlers.serve.sandbox import sandbox_settings

screen = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
aside = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)
"""For progress and faults, so that what is printed can be read on by another program."""


class Code(IntEnum):
    """What the process ends with."""

    FINE = 0
    REFUSED = 1
    """The check found a fault, or the request was refused."""
    BAD_INPUT = 2


class OneLine(TyperGroup):
    """A group of commands that says what went wrong in one line on standard error, without a traceback."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: object,
    ) -> object:
        """Run a command; whatever files it makes are its owner's only."""
        before = os.umask(0o077)
        run = super().main
        try:
            ended = _said(
                lambda: run(
                    args,
                    prog_name=prog_name,
                    complete_var=complete_var,
                    standalone_mode=False,
                    windows_expand_args=windows_expand_args,
                    **extra,
                )
            )
        finally:
            os.umask(before)
        if standalone_mode:
            raise SystemExit(ended)
        return ended


_BAD = frozenset(
    {
        Refusal.EMPTY,
        Refusal.TOO_LONG,
        Refusal.UNREADABLE,
        Refusal.ROSTER_FILE,
        Refusal.SOURCE_FLAW,
        Refusal.NOT_A_DATE,
        Refusal.IN_THE_PAST,
        Refusal.ODD_LETTERS,
    }
)


def _said(run: Callable[[], object]) -> int:
    """Run it, and turn what it raises into a line and an exit code."""
    try:
        ended = run()
    except TyperException as error:
        return _fault(error.format_message() or "this command needs something more", Code.BAD_INPUT)
    except Abort:
        return _fault("nothing was answered; give options instead, see --help", Code.BAD_INPUT)
    except (SettingsError, BadInput) as error:
        return _fault(str(error), Code.BAD_INPUT)
    except Refused as refused:
        return _fault(sentence(refused), Code.BAD_INPUT if refused.reason in _BAD else Code.REFUSED)
    except AlreadyRunning as error:
        return _fault(f"{error}; stop it first", Code.REFUSED)
    except LoaError as error:
        return _fault(str(error), Code.REFUSED)
    except OSError as error:
        return _fault(f"{error.filename or 'the system'}: {error.strerror or error}", Code.BAD_INPUT)
    return ended if isinstance(ended, int) else Code.FINE


def _fault(words: str, code: Code) -> int:
    aside.print(f"loa: {logs.redact(' '.join(words.split()))}")
    return code


@dataclass(frozen=True)
class Asked:
    """What stands before the command.

    Args:
        config: the settings file that was named.
        sandbox: whether the sandbox's office is meant.
    """

    config: Path | None
    sandbox: bool

    def settings(self) -> Settings:
        """The settings, with the logs kept quiet.

        Raises:
            SettingsError: they cannot be used.
        """
        found = load(self.config)
        keep_quiet(found)
        return sandbox_settings(found) if self.sandbox else found


def keep_quiet(settings: Settings) -> None:
    """Set the logs up for a command that soon ends: what it has to say, it prints."""
    level = "WARNING" if settings.logs.level == "INFO" else settings.logs.level
    set_up_logs(settings, level)


def set_up_logs(settings: Settings, level: str) -> None:
    """Set the logs up as the office wants them, with its own secrets known to them."""
    named = settings.connections.values()
    secrets = [secret.get_secret_value() for one in named for secret in (one.token, one.webhook_secret)]
    logs.set_up(level, format=settings.logs.format, secrets=secrets)


def asked_of(context: typer.Context) -> Asked:
    """What stood before the command."""
    found = context.find_object(Asked)
    return found or Asked(None, sandbox=False)
