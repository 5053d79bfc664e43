"""Searching what was published: the same statement and the same order on both engines.

Words are compared as they were folded beforehand. An office publishes some hundreds of documents a year:
going through ten years of them takes a fraction of a second (docs/decisions/0028), and asks for no index that
only one engine has.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import upsert
from storage.states import PublicationState
from storage.tables import publications, search_words, versions

_IN_NAME = 20
_MOST_IN_BODY = 5
_PHRASE_IN_NAME = 60
_PHRASE_IN_BODY = 15
_NUMBER = 200
_OVER = 30


def keep(connection: Connection, publication_id: int, *, name: str, body: str) -> None:
    """Keep a publication's folded words in place of those of an earlier version."""
    values = {"publication_id": publication_id, "name": f" {name} ", "body": f" {body} "}
    upsert(connection, search_words, keys=("publication_id",), values=values)


def find(
    connection: Connection, words: Sequence[str], *, number_key: str, limit: int, all_words: bool
) -> list[int]:
    """The publications in which these folded words stand, the best first.

    A word weighs most in number, type, title and issuer, less in the text; words that stand there side by
    side weigh more, a document's number most of all; what is no longer in force comes later.

    Args:
        connection: of the transaction.
        words: one word each.
        number_key: as in `versions`; empty: no number was typed.
        limit: at most so many.
        all_words: only those that have every word (or the number).
    """
    newest = (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version)
    has_number = (versions.c.number_key == number_key) if number_key else sa.false()
    stands = [
        sa.or_(*(column.contains(_whole(word), autoescape=True) for column in _COLUMNS)) for word in words
    ]
    score = sa.case((has_number, _NUMBER), else_=0) + _weight(words)
    score -= sa.case((publications.c.state == PublicationState.WITHDRAWN, _OVER), else_=0)
    enough = sa.and_(*stands) if all_words else sa.or_(*stands)
    return list(
        connection.execute(
            sa.select(publications.c.id)
            .join(versions, newest)
            .join(search_words, search_words.c.publication_id == publications.c.id)
            .where(sa.or_(has_number, enough))
            .order_by(score.desc(), publications.c.published_at.desc(), publications.c.id.desc())
            .limit(limit)
        ).scalars()
    )


_COLUMNS = (search_words.c.name, search_words.c.body)


def _whole(words: str) -> str:
    return f" {words} "


def _weight(words: Sequence[str]) -> sa.ColumnElement[Any]:
    name, body = _COLUMNS
    score: sa.ColumnElement[Any] = sa.literal(0)
    for word in words:
        score += sa.case((name.contains(_whole(word), autoescape=True), _IN_NAME), else_=0)
        times = (sa.func.length(body) - sa.func.length(sa.func.replace(body, _whole(word), ""))) // len(
            _whole(word)
        )
        score += sa.case((times > _MOST_IN_BODY, _MOST_IN_BODY), else_=times)
    if len(words) > 1:
        phrase = _whole(" ".join(words))
        score += sa.case((name.contains(phrase, autoescape=True), _PHRASE_IN_NAME), else_=0)
        score += sa.case((body.contains(phrase, autoescape=True), _PHRASE_IN_BODY), else_=0)
    return score
