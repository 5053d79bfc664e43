"""Files that a browser saves."""

from urllib.parse import quote

from starlette.responses import Response

from bot.channels.contract import Attached


def saved(found: Attached) -> Response:
    """A file that the browser saves and never shows."""
    as_saved = {"content-disposition": f"attachment; filename*=UTF-8''{quote(found.name)}"}
    return Response(found.content, media_type=found.media_type, headers=as_saved)
