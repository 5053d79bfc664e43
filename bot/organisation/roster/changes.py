"""What is to be kept otherwise of somebody who is on the roster already."""

from typing import TypeVar

from bot.organisation.names import sort_key
from bot.organisation.roster.difference import Changes, Listed
from bot.organisation.roster.lines import RosterLine
from bot.organisation.roster.values import PARTY
from bot.reading.folding import fold, without_accents
from storage.states import Address, MemberKind

T = TypeVar("T")


def change_of(line: RosterLine, member: Listed, *, own: bool = False) -> Changes | None:
    """What the line says otherwise than the roster; None where nothing is.

    Args:
        line: of the file.
        member: who is meant by it.
        own: whether this is who sent the file: nobody exempts themselves.
    """
    kind = line.kind or member.kind
    change = Changes(
        row=line.row,
        member_id=member.id,
        before=member.name,
        name=_new_name(line.name, member.name),
        position=_other(line.position, member.position),
        kind=_other(line.kind, member.kind),
        form=_other(_form(line, member, kind), member.form),
        language=_other(line.language, member.language),
        phone=_other(line.phone, member.phone),
        exempt=None if own or member.is_exempt_wholly else _other(line.exempt, member.exempt),
    )
    return change if change.fields else None


def same_name(one: str, other: str) -> bool:
    """Equal letters and tones, wherever the tone stands: Hoà is Hòa, THỊ is Thị."""
    return sort_key(one) == sort_key(other)


def _new_name(written: str, before: str) -> str | None:
    """A name without accents, or in capitals throughout, takes nothing from the one that has them."""
    if written == before:
        return None
    is_bare = fold(written) == fold(before) and without_accents(written) == written
    is_shouted = same_name(written, before) and written.isupper()
    return None if is_bare or is_shouted else written


def _form(line: RosterLine, member: Listed, kind: MemberKind) -> Address | None:
    """A gender makes no comrade an anh or chị; who becomes a Party member becomes a comrade."""
    becomes_party = kind in PARTY and member.kind not in PARTY
    if line.form is None or line.by_gender:
        if kind in PARTY:
            return Address.COMRADE if becomes_party else None
        return line.form if member.form is not Address.COMRADE else None
    return line.form


def _other(said: T | None, before: T) -> T | None:
    return None if said is None or said == before else said
