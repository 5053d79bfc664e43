"""Files that Loa hands out are kept once by content, for as long as somebody may want them."""

from datetime import timedelta

import pytest

from bot.office import Office
from storage import files
from storage.database import Connection
from storage.delivery import uploads
from tests.cast import START, Cast, cast, office

__all__ = ["cast", "office"]


async def test_equal_bytes_are_kept_once_for_the_longer_term(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> tuple[int, int, int, int]:
        def keep(days: int) -> int:
            until = START + timedelta(days=days)
            return files.keep(connection, b"x", media_type="text/plain", now=START, until_at=until)

        first, second = keep(1), keep(3)
        early = files.sweep(connection, now=START + timedelta(days=2))
        return first, second, early, files.sweep(connection, now=START + timedelta(days=3))

    first, second, early, late = await office.database.transaction(body)
    assert first == second
    assert (early, late) == (0, 1)


async def test_what_a_platform_calls_a_file_goes_with_it(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> int:
        file_id = files.keep(connection, b"x", media_type="text/plain", now=START, until_at=START)
        uploads.note(
            connection,
            connection_id=cast.connection_id,
            file_id=file_id,
            platform_id="there",
            made_at=START,
        )
        return files.sweep(connection, now=START)

    assert await office.database.transaction(body) == 1


async def test_what_is_kept_without_a_term_is_not_swept(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> int:
        files.keep(connection, b"x", media_type="text/plain", now=START, until_at=None)
        files.keep(connection, b"x", media_type="text/plain", now=START, until_at=START)
        return files.sweep(connection, now=START + timedelta(days=3000))

    assert await office.database.transaction(body) == 0


async def test_more_than_twenty_megabytes_are_not_kept(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> int:
        content = bytes(files.LARGEST + 1)
        return files.keep(connection, content, media_type="text/plain", now=START, until_at=None)

    with pytest.raises(ValueError, match="20 MB"):
        await office.database.transaction(body)
