"""What a new organisation begins with: its topics, and the names of the first unit."""

from typing import NamedTuple


class FirstTopic(NamedTuple):
    """A topic that every installation begins with."""

    name: str
    mandatory: bool
    on_by_default: bool
    locked_because: str


FIRST_TOPICS = (
    FirstTopic(
        "Văn bản chỉ đạo",
        mandatory=True,
        on_by_default=True,
        locked_because="Đảng ủy quy định: văn bản chỉ đạo phải đến từng người.",
    ),
    FirstTopic("Kết quả hội nghị", mandatory=False, on_by_default=True, locked_because=""),
    FirstTopic("Học tập chuyên đề", mandatory=False, on_by_default=False, locked_because=""),
    FirstTopic("Công tác công đoàn", mandatory=False, on_by_default=False, locked_because=""),
)

FIRST_POSITION = "Quản trị"
