"""/kenh: how the office's bots and accounts stand, what to do about each, and where to go from a full one."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.self_service import PLATFORMS
from storage.states import Platform, Reason

HELP = "Tình trạng kết nối"
TITLE = "TÌNH TRẠNG KẾT NỐI"
NONE = "Chưa có kết nối nào."
TO_DO = "Việc cần làm:"
NOTHING_TO_DO = "Không có việc gì cần làm."
BACK = "‹ Các kết nối"
TRY_AGAIN = "Thử gửi lại"
TRIED = "Đã cho gửi lại tin đang chờ. Nếu vẫn hết lượt, tình trạng này tự hiện lại."

RUNNING = "chạy tốt"
UNSET = "không còn trong cấu hình"
NOT_HEARD = "vẫn gửi được, nhưng chưa nhận được tin gửi đến"
_STOPPED = {
    Reason.TOKEN: "mã truy cập của bot không còn đúng",
    Reason.TWO_INSTANCES: "có chương trình khác dùng chung mã truy cập",
}
_STOPPED_OTHERWISE = "nền tảng từ chối"


def called(platform: Platform, name: str) -> str:
    """Zalo, or Zalo (main) where there are several."""
    return f"{PLATFORMS[platform]} ({name})" if name else PLATFORMS[platform]


def amount(number: int) -> str:
    """2.410."""
    return f"{number:,}".replace(",", ".")


# ---- in one line each


def line(place: int, name: str, state: str) -> str:
    """One connection and its state."""
    return f"{place}. {name}: {state}"


def stopped(reason: Reason) -> str:
    """Nothing goes out there."""
    return f"dừng vì {_STOPPED.get(reason, _STOPPED_OTHERWISE)}"


def out(since: datetime, zone: ZoneInfo) -> str:
    """The platform is away, and word goes other ways."""
    return f"đang gián đoạn từ {times.hour_short_day(since, zone)}"


def failing(since: datetime, zone: ZoneInfo) -> str:
    """The platform does not answer at the moment."""
    return f"không liên lạc được từ {times.hour_short_day(since, zone)}"


def spent(since: datetime, zone: ZoneInfo) -> str:
    """The platform said that the month is used up."""
    return f"nền tảng báo hết lượt lúc {times.hour_short_day(since, zone)}"


def asks_again(at: datetime, zone: ZoneInfo) -> str:
    """When one message finds out whether it still says so."""
    return f"tự thử lại lúc {times.hour_short_day(at, zone)}"


USED_UP = "hết lượt gửi tháng này"


def people(held: int, most: int) -> str:
    """31/50 người."""
    return f"{_of(held, most)} người"


def groups(held: int, most: int) -> str:
    """1/3 nhóm."""
    return f"{_of(held, most)} nhóm"


def messages(used: int, limit: int) -> str:
    """2.410/3.000 tin (80%)."""
    return f"{amount(used)}/{amount(limit)} tin ({used * 100 // limit}%)"


def used_up_on(day: date) -> str:
    """At this month's pace."""
    return f"Đà này hết lượt vào {times.weekday_day(day)}"


def joined(parts: Sequence[str]) -> str:
    """What belongs to one connection, in one line."""
    return " · ".join(parts)


def waiting(deliveries: int) -> str:
    """Messages in the queue."""
    return f"Chờ gửi {amount(deliveries)} tin"


def held(deliveries: int) -> str:
    """Those that wait for the next month."""
    return f"Chờ sang tháng {amount(deliveries)} tin"


def last(received_at: datetime | None, sent_at: datetime | None, zone: ZoneInfo) -> str:
    """When something last came in and went out."""
    return f"Nhận gần nhất {_moment(received_at, zone)} · gửi {_moment(sent_at, zone)}"


def open_button(place: int) -> str:
    """Opens the details of one."""
    return f"Mở số {place}"


def _of(held: int, most: int) -> str:
    return f"{amount(held)}/{amount(most)}" if most else amount(held)


def _moment(at: datetime | None, zone: ZoneInfo) -> str:
    return "chưa có" if at is None else times.hour_short_day(at, zone)


# ---- one connection, with what to do


def card_title(name: str) -> str:
    """Over the details of one."""
    return f"KẾT NỐI · {name}"


def state(words: str) -> str:
    """How it stands."""
    return f"Tình trạng: {words}"


def account(words: str) -> str:
    """How its platform calls it."""
    return f"Tên bot: {words}"


def kept(messages_kept: int) -> str:
    """The end of the month that is not for everything."""
    return (
        f"Trong đó {amount(messages_kept)} tin cuối chỉ dành cho văn bản cần xác nhận, tin khẩn và trả lời."
    )


def step(place: int, words: str) -> str:
    """One thing to do."""
    return f"{place}. {words}"


def mend_stopped(reason: Reason, name: str) -> str:
    """What brings a stopped one back."""
    if reason is Reason.TWO_INSTANCES:
        return "Tắt chương trình khác đang dùng bot này; kết nối sẽ tự chạy lại."
    if reason is Reason.TOKEN:
        return (
            f"Lấy token mới ở nơi đã tạo bot, ghi vào cấu hình (connections.{name}.token), rồi khởi động lại."
        )
    return "Xem nhật ký của máy chủ để biết nền tảng nói gì, sửa cấu hình rồi khởi động lại."


MEND_OUT = (
    "Không cần làm gì ngay: tin đang đi bằng kênh khác của người nhận và sẽ tự trở lại. "
    "Quá một ngày, xin kiểm tra mạng của máy chủ."
)
MEND_FAILING = "Chờ vài phút; nếu không tự hết, xin kiểm tra mạng của máy chủ."


def mend_not_heard(name: str) -> str:
    """What to do where the platform does not reach the office."""
    return (
        "Nền tảng chưa tới được địa chỉ nhận tin của văn phòng: xem nhật ký của máy chủ, sửa web.public_url, "
        f'hoặc đặt receive = "polling" ở connections.{name} rồi khởi động lại. Hết lỗi thì tự nhận lại.'
    )


def mend_unset(name: str) -> str:
    """What to do with one that nobody serves."""
    return f"Thêm lại [connections.{name}] vào cấu hình, hoặc mời những người ở đây sang bot khác."


def mend_used_up(name: str, *, until: date) -> str:
    """What to do where the month has nothing left."""
    return (
        f"Tin đang đi bằng kênh khác, hoặc chờ đến {times.weekday_day(until)}. Nếu đã mua thêm lượt: "
        f"ghi số mới vào cấu hình (connections.{name}.messages_a_month) rồi khởi động lại."
    )


MEND_SPENT = (
    f"Nếu nền tảng đã cho gửi tiếp, chọn “{TRY_AGAIN}”. Không chọn cũng được: "
    "máy tự gửi thử từng tin một; khởi động lại máy cũng là thử lại."
)
ADMINS_ON_LIMITED_BOTS = (
    "⚠ Quản trị chỉ có bot có hạn mức: khi hết lượt sẽ không nhận được cảnh báo. "
    "Xin thêm Telegram hoặc hộp thư web cho quản trị ở /toi."
)


def mend_short(*, until: date) -> str:
    """What to do where the month is nearly used up."""
    return (
        f"Đến {times.weekday_day(until)} chỉ nên gửi việc cần thiết; "
        "người có thêm kênh khác vẫn nhận đủ, xin nhắc mọi người thêm kênh ở /toi."
    )


def mend_people(next_bot: str) -> str:
    """What to do about a bot that is nearly full; where the next ones go, if there is another."""
    if next_bot:
        return f"Bot sắp hết chỗ: lời mời mới tự chỉ sang {next_bot}, chưa phải làm gì."
    return "Bot sắp hết chỗ: tạo thêm một bot và ghi vào cấu hình; lời mời mới sẽ tự chỉ sang bot đó."


MEND_GROUPS = "Muốn gắn thêm nhóm: gỡ một nhóm cũ ở /donvi, hoặc tạo thêm một bot."


def mend_link(name: str) -> str:
    """What invitations lack."""
    return f"Ghi đường dẫn mở bot vào cấu hình (connections.{name}.link) để lời mời chỉ được tới bot này."


def turned_away(people_turned_away: int) -> str:
    """Who came when it was full."""
    return f"{amount(people_turned_away)} người đã nhắn tới khi bot hết chỗ."


# ---- to who writes to a full bot, and to who binds one group too many


def full(called: str) -> str:
    """Where to go instead; without a name its link stands below."""
    there = f"nhắn cho bot “{called}”" if called else "mở bot khác của văn phòng theo đường dẫn dưới đây"
    return (
        f"Bot này đã đủ người nên chưa nhận thêm được. Xin {there} và gõ mã ở đó: mã đã nhận vẫn dùng được."
    )


OPEN_OTHER = "Mở bot đó"
GROUP_NOWHERE = "Xin gỡ một nhóm cũ ở /donvi, hoặc báo quản trị mở thêm bot."


def group_elsewhere(called: str, *, link: str) -> str:
    """Which bot takes the group instead."""
    named = f" “{called}”" if called else ""
    where = f" ({link})" if link else ""
    return f"Xin thêm bot{named}{where} vào nhóm rồi gõ lại mã ở đó: mã vẫn dùng được."
