"""One's own conversations: their order, letting one go, adding one."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.states import Address, Platform
from bot.texts.people import call
from bot.texts.self_service import PLATFORMS
from bot.texts.times import hour_day

TITLE = "KÊNH NHẬN TIN CỦA TÔI"
INTRO = (
    "Tin được gửi tới kênh số 1. Kênh đó không nhận được, hoặc lâu chưa thấy xác nhận, "
    "thì gửi tới kênh tiếp theo."
)
NONE = "Chưa có kênh nào."
ADD_BUTTON = "➕ Thêm kênh nhận"
REALLY_LAST = (
    "Đây là kênh duy nhất nhận được tin. Gỡ rồi thì tin không đến được nữa; "
    "bí thư chi bộ sẽ được báo để liên hệ cách khác. Vẫn gỡ?"
)
REALLY_BUTTON = "Vẫn gỡ kênh này"
KEEP_BUTTON = "Giữ lại"
NEW_WAY_BUTTON = "Gỡ"


def new_way(
    platform: Platform, address_form: Address, given_name: str, *, at: datetime, zone: ZoneInfo
) -> str:
    """To somebody's other conversations, when a new one has begun to act in their name."""
    what = "hộp thư web" if platform is Platform.WEB else f"tài khoản {PLATFORMS[platform]}"
    called = call(address_form, given_name)
    return (
        f"Một {what} vừa kết nối với tên {called}, lúc {hour_day(at, zone)}. "
        f"Nếu không phải {called}, chọn “{NEW_WAY_BUTTON}” hoặc báo văn phòng."
    )


def put_first(called: str) -> str:
    """After the order was changed."""
    return f"Đã đổi thứ tự: từ nay tin đến {called} trước."


def removed(platform: str, *, is_last: bool) -> str:
    """After one was let go."""
    if not is_last:
        return f"Đã gỡ kênh {platform}."
    return (
        f"Đã gỡ kênh {platform}, là kênh cuối cùng. "
        "Muốn nhận tin lại, xin hỏi bí thư chi bộ hoặc văn phòng để lấy mã mới."
    )


def line(number: int, called: str, state: str, *, is_here: bool) -> str:
    """One conversation."""
    here = ", đang dùng" if is_here else ""
    return f"{number}. {called}: {state}{here}"


def called(platform: str, name: str) -> str:
    """Telegram, or Telegram (main) where there are several."""
    return f"{platform} ({name})" if name else platform


def first_button(number: int, platform: str) -> str:
    """Puts one before the others."""
    return f"Ưu tiên kênh {number} ({platform})"


def remove_button(number: int, platform: str) -> str:
    """Lets one go."""
    return f"Gỡ kênh {number} ({platform})"
