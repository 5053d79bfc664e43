"""What reading yields: a document's fields, each with its place in the text and whether it is sure."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

Value_co = TypeVar("Value_co", covariant=True)

#: Of what can be checked, the share that is broken from which nothing is sure any more.
DAMAGED_FROM = 0.15


class DamageKind(StrEnum):
    """What is wrong with the letters of a text, so that a screen can say it."""

    #: Typed for a font of before Unicode (TCVN3, VNI): the letters are others than what one saw.
    OLD_FONT = "old font"
    #: Read once in a wrong encoding ("Ä‘á»“ng chÃ­").
    WRONG_ENCODING = "wrong encoding"
    #: Letters replaced by signs that stand for nothing readable, or marks that no letter carries.
    LOST_LETTERS = "lost letters"
    #: Accents scrambled, by bad recognition or on purpose ("kề hoặch").
    SCRAMBLED_ACCENTS = "scrambled accents"
    #: Hyphens lost out of document numbers ("19NQ/TW").
    LOST_HYPHENS = "lost hyphens"


class DocumentKind(StrEnum):
    """What a text would be published as."""

    #: Văn bản chỉ đạo: asks something of its readers.
    DIRECTIVE = "directive"
    #: Kết quả hội nghị: what a meeting found and what comes next.
    MEETING_SUMMARY = "meeting_summary"
    #: Thông báo: everything else.
    NOTICE = "notice"
    #: Tin: tells of a directive or of what happened, without being either; never published as such.
    NEWS = "news"


class Scope(StrEnum):
    """How far a text may travel."""

    #: Công khai.
    PUBLIC = "public"
    #: Nội bộ.
    INTERNAL = "internal"


class Urgency(StrEnum):
    """The urgency stamped on a document (Decree 30/2020/NĐ-CP, appendix I, box 10b)."""

    #: Khẩn.
    URGENT = "urgent"
    #: Thượng khẩn.
    VERY_URGENT = "very urgent"
    #: Hỏa tốc.
    EXPRESS = "express"


class PointPart(StrEnum):
    """What a quoted sentence speaks of."""

    RESULT = "result"
    WEAKNESS = "weakness"
    #: What is asked for next, in a conference report.
    TASK = "task"
    #: What a directive or a notice says.
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Field(Generic[Value_co]):
    """A recognised value; it stands at `body[start:end]`.

    `sure` is False where something had to be inferred (a year that is not printed, a number typed without
    accents): show it as a question. What could not even be inferred is no field at all.
    """

    value: Value_co
    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number, as printed and taken apart.

    `number` has no leading zeros ("12", "30c"); `type` is the printed abbreviation ("KH"; "" for a công văn
    of the State and for laws); `issuer` the code after it ("ĐU", "LĐLĐ-SVHTTDL"); `year` only where it is
    printed.
    """

    printed: str
    number: str
    type: str
    issuer: str
    year: int | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """(number, type, issuer): equal however it is printed, unique only together with date and issuer."""
        return (self.number, self.type, self.issuer)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the text names them; `title` as printed, "" if none stands beside the name."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is asked for.

    "trước ngày 30/9" leaves the day itself out (`inclusive` False); "hết ngày 30/9" and "trước 17 giờ ngày
    30/9" keep it. `due_time` is the printed hour, in the office's time zone, or None.
    """

    due_on: date
    inclusive: bool
    due_time: time | None = None

    @property
    def last_day(self) -> date:
        """The last day on which it is still in time."""
        return self.due_on if self.inclusive else self.due_on - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MainPoint:
    """A passage quoted word for word: `text == body[start:end]`."""

    text: str
    part: PointPart
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked for next: `text` is quoted word for word; `who` as printed, "" if nobody is named."""

    text: str
    who: str
    due: Deadline | None


@dataclass(frozen=True, slots=True)
class Damage:
    """What is broken most in a text: `broken` of the `checked` places where this kind can be told.

    What is checked: for scrambled accents the pairs of words that can be spelt in one way only, for lost
    hyphens the document numbers, for the others the words (of old fonts and wrong encodings those with a
    letter beyond ASCII). `spoils_all`: nothing that was read is to be relied on.
    """

    kind: DamageKind
    broken: int
    checked: int
    spoils_all: bool

    @property
    def share(self) -> float:
        """The broken share of what was checked, from 0 to 1."""
        return min(1.0, self.broken / self.checked) if self.checked else 0.0


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What was understood of a text. Places count in `body`, the text without what the web page put round it.

    `type_name` is the Vietnamese name ("Kế hoạch"); `deadline` is set only where the text has a single one,
    all of them are in `deadlines`; `chair` is who the text says chaired, `people` whoever it names as đồng
    chí, in order; `circulation` the stamp that keeps it inside; `replaces` the document that it replaces or
    withdraws; `tasks` what a meeting or a directive asks of somebody; `damage` what is broken in the text,
    and how much of it: if `is_damaged`, no field is sure. Title and issuer are written as a list shows them
    (`bot.reading.display`); their places are those of what is printed.
    """

    kind: Field[DocumentKind]
    type_name: Field[str] | None
    number: Field[DocumentNumber] | None
    title: Field[str] | None
    issuer: Field[str] | None
    issued_on: Field[date] | None
    event_on: Field[date] | None
    chair: Field[Person] | None
    people: tuple[Field[Person], ...]
    signatory: Field[Person] | None
    deadline: Field[Deadline] | None
    deadlines: tuple[Field[Deadline], ...]
    urgency: Field[Urgency] | None
    scope: Field[Scope]
    main_points: tuple[MainPoint, ...]
    body: str
    circulation: Field[str] | None = None
    replaces: Field[DocumentNumber] | None = None
    tasks: tuple[Field[Task], ...] = ()
    damage: Damage | None = None

    @property
    def is_damaged(self) -> bool:
        """Whether so much is broken that a person has to read it all."""
        return self.damage is not None and self.damage.spoils_all
