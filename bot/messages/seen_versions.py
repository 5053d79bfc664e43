"""Which version of a publication a button stood under, and under which answer: in one argument. Pure.

A button lives for months. One made before a publication could have versions carries no version: it stood
under the first.
"""

_QUESTIONS = 1 << 22
_MOST_VERSIONS = 1 << 10


def seen(version: int, *, question_id: int = 0) -> int:
    """The argument of "Đã nắm" under that version (and, if any, under the answer to that question).

    Raises:
        ValueError: there is no room for such a number.
    """
    if not 1 <= version <= _MOST_VERSIONS or not 0 <= question_id < _QUESTIONS:
        raise ValueError(f"no room for version {version} with question {question_id}")
    return (version - 1) * _QUESTIONS + question_id


def read_seen(argument: int) -> tuple[int, int]:
    """The version, and the question (0: none)."""
    before, question_id = divmod(argument, _QUESTIONS)
    return before + 1, question_id
