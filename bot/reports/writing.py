"""A report as plain text: for the command line, for a chat, for pasting into a letter."""

from zoneinfo import ZoneInfo

from bot.reports.nesting import UnitCounts
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
    for unit in report.units:
        lines += [texts.set_in(line, depth) for line, depth in _unit_lines(unit)]
    if report.moves:
        lines += ["", texts.MOVES, *report.moves]
    if not report.has_names:
        return [*lines, "", texts.NO_NAMES]
    for heading, states in _PARTS:
        theirs = [line for line in report.lines if line.state in states]
        if heading is texts.NOT_COUNTED:
            # Reason by reason; within each they stay by given name.
            theirs.sort(key=lambda line: line.because)
        if theirs:
            lines += ["", f"{heading} ({len(theirs)})", *(_line(line, zone) for line in theirs)]
    return lines


def write(report: Report, *, zone: ZoneInfo) -> str:
    """The whole report as plain text."""
    heading = texts.heading(report.number, report.title)
    title = [report.title] if report.number else []
    return "\n".join([heading, *title, *summary(report, zone=zone), "", *details(report, zone=zone)])


def _unit_lines(unit: UnitCounts) -> list[tuple[str, int]]:
    """What a unit and all below it have come to, then its own members'; and how far each is set in."""
    lines: list[tuple[str, int]] = []
    depth, counts = unit.depth, unit.counts
    if unit.with_below is not None:
        whole = unit.with_below
        line = texts.unit_with_below(unit.name, acknowledged=whole.acknowledged, expected_=whole.expected)
        lines.append((line, depth))
        depth += 1
    if counts.expected:
        line = texts.unit(
            unit.name,
            acknowledged=counts.acknowledged,
            expected_=counts.expected,
            read_aloud=counts.read_aloud,
            questions=counts.questions,
        )
        lines.append((line, depth))
    return lines


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
