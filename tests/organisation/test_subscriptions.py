"""Taking and leaving topics."""

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.subscriptions import subscribe, topics_of, unsubscribe
from storage import tables
from storage.audience import audiences
from storage.database import Connection
from tests.cast import Cast
from tests.organisation.joined import rows

MANDATORY, BY_DEFAULT, FREE = "Văn bản chỉ đạo", "Kết quả hội nghị", "Học tập chuyên đề"


async def taken(office: Office, cast: Cast, given: str = "Bình") -> dict[str, bool]:
    mine = await topics_of(cast.caller(given), office)
    return {topic.name: topic.taken for topic in mine.topics}


async def test_who_never_chose_takes_what_is_mandatory_or_on_by_default(office: Office, cast: Cast) -> None:
    assert await taken(office, cast) == {MANDATORY: True, BY_DEFAULT: True, FREE: False}


async def test_one_subscribes_and_unsubscribes_for_oneself_alone(office: Office, cast: Cast) -> None:
    await subscribe(cast.caller("Bình"), office, topic_id=cast.topics[FREE])
    await unsubscribe(cast.caller("Bình"), office, topic_id=cast.topics[BY_DEFAULT])
    assert await taken(office, cast) == {MANDATORY: True, BY_DEFAULT: False, FREE: True}
    assert await taken(office, cast, "Mai") == {MANDATORY: True, BY_DEFAULT: True, FREE: False}
    await unsubscribe(cast.caller("Bình"), office, topic_id=cast.topics[FREE])
    assert (await taken(office, cast))[FREE] is False


async def test_what_one_sees_is_whom_the_audience_covers(office: Office, cast: Cast) -> None:
    await subscribe(cast.caller("Bình"), office, topic_id=cast.topics[FREE])
    await unsubscribe(cast.caller("Bình"), office, topic_id=cast.topics[BY_DEFAULT])

    def covered(connection: Connection) -> dict[str, bool]:
        return {
            name: audiences.covers(
                connection,
                Audience(AudienceKind.TOPIC, topic_id),
                member_id=cast["Bình"],
                now=office.clock.now(),
            )
            for name, topic_id in cast.topics.items()
        }

    assert await office.database.read(covered) == await taken(office, cast)


async def test_a_mandatory_topic_cannot_be_left_and_says_why(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await unsubscribe(cast.caller("Bình"), office, topic_id=cast.topics[MANDATORY])
    assert refused.value.reason is Refusal.MANDATORY
    assert await rows(office, tables.subscriptions) == []
    mine = await topics_of(cast.caller("Bình"), office)
    because = {topic.name: topic.locked_because for topic in mine.topics}
    assert because[MANDATORY]
    assert not because[FREE]


async def test_each_change_is_written_into_history_once(office: Office, cast: Cast) -> None:
    for _ in range(2):
        await subscribe(cast.caller("Bình"), office, topic_id=cast.topics[FREE])
    await unsubscribe(cast.caller("Bình"), office, topic_id=cast.topics[FREE])
    lines = await rows(office, tables.history, thing="subscription")
    assert [(line["from_state"], line["to_state"]) for line in lines] == [
        ("left", "subscribed"),
        ("subscribed", "left"),
    ]


async def test_a_topic_that_does_not_exist_cannot_be_taken(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await subscribe(cast.caller("Bình"), office, topic_id=9999)
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_a_stranger_has_no_topics(office: Office, cast: Cast) -> None:
    for attempt in (
        topics_of(cast.stranger(), office),
        subscribe(cast.stranger(), office, topic_id=cast.topics[FREE]),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_ALLOWED
