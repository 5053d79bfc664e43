"""A report as plain text: for the command line, for a chat, for pasting into a letter."""

from zoneinfo import ZoneInfo

from bot.reports.reporting import Report, ReportLine
from bot.texts import progress as progress_texts
from bot.texts import reports as texts
from storage.states import ObligationState, PublicationState


def summary(report: Report, *, zone: ZoneInfo) -> list[str]:
    """The lines with numbers."""
    totals = report.totals
    lines = [texts.issued(report.issuer, report.published_at, zone)]
    if report.state is PublicationState.WITHDRAWN:
        lines.append(progress_texts.WITHDRAWN)
    if report.due_at is not None:
        lines.append(texts.due(report.due_at, zone))
    lines += [
        texts.made(report.made_at, zone),
        texts.expected(totals.expected),
        texts.total(texts.ACKNOWLEDGED_WORDS, totals.acknowledged, totals.expected),
        texts.total(texts.READ_ALOUD_WORDS, totals.read_aloud, totals.expected),
        texts.total(texts.QUESTIONS_WORDS, totals.questions, totals.expected),
        texts.total(texts.OUTSTANDING_WORDS, totals.outstanding, totals.expected),
    ]
    apart = progress_texts.not_counted(
        (one.amount, one.because, one.state is ObligationState.EXEMPT) for one in report.not_counted
    )
    return [*lines, apart] if apart else lines


def details(report: Report, *, zone: ZoneInfo) -> list[str]:
    """The lines by unit and by name."""
    lines = [texts.BY_UNIT]
    lines += [
        texts.unit(
            unit.name,
            acknowledged=unit.counts.acknowledged,
            expected_=unit.counts.expected,
            read_aloud=unit.counts.read_aloud,
            questions=unit.counts.questions,
        )
        for unit in report.units
    ]
    if not report.has_names:
        return [*lines, "", texts.NO_NAMES]
    for heading, states in _PARTS:
        theirs = [line for line in report.lines if line.state in states]
        if theirs:
            lines += ["", f"{heading} ({len(theirs)})", *(_line(line, zone) for line in theirs)]
    return lines


def write(report: Report, *, zone: ZoneInfo) -> str:
    """The whole report as plain text."""
    heading = texts.heading(report.number, report.title)
    title = [report.title] if report.number else []
    return "\n".join([heading, *title, *summary(report, zone=zone), "", *details(report, zone=zone)])


_PARTS = (
    (texts.OUTSTANDING, frozenset({ObligationState.EXPECTED})),
    (texts.QUESTIONS, frozenset({ObligationState.QUESTION})),
    (texts.READ_ALOUD, frozenset({ObligationState.READ_ALOUD})),
    (texts.NOT_COUNTED, frozenset({ObligationState.EXEMPT, ObligationState.WITHDRAWN})),
)


def _line(line: ReportLine, zone: ZoneInfo) -> str:
    if line.state is ObligationState.READ_ALOUD:
        return texts.line_read_aloud(
            line.full_name,
            line.unit_name,
            at=line.read_aloud_at,
            place=line.place,
            witness=line.witness,
            zone=zone,
        )
    return texts.line_because(line.full_name, line.unit_name, line.because)
