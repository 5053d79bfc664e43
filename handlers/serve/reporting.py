"""A report on one publication, asked for at the command line."""

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.reports.reporting import report as make_report
from bot.reports.writing import write
from handlers.serve.contract import COMMAND_LINE, BadInput, Request, Say, Values


class Which(Values):
    """Args: publication_id: its number."""

    publication_id: int


class Written(Values):
    """The report as plain text, in the office's language."""

    text: str


async def report(office: Office, which: Which, _say: Say) -> Written:
    """Write the report.

    Raises:
        BadInput: there is none, or it asks for no acknowledgement.
    """
    number = which.publication_id
    try:
        made = await make_report(COMMAND_LINE, office, publication_id=number)
    except Refused as refused:
        if refused.reason is not Refusal.NOT_FOUND:
            raise
        raise BadInput(f"there is no publication {number} that asks for acknowledgement") from None
    return Written(text=write(made, zone=office.zone))


REPORT = Request("report", Which, Written, report)
