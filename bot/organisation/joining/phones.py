"""Telephone numbers: only a keyed hash is ever kept, enough to match a number that its owner sends."""

import hashlib
import hmac

import phonenumbers

_HOME = "VN"
# Longer than any number with its blanks, brackets and an extension; the rest is no number.
_LONGEST = 40


def phone_hash(key: bytes, written: str) -> str | None:
    """The keyed hash of a number, equal however it was written (0912 345 678, +84912345678).

    Args:
        key: the office's; without it the hash cannot be guessed from the few numbers that exist.
        written: by a person or a platform; a number without a country is a Vietnamese one.

    Returns:
        64 hexadecimal digits, or None where no number can be read.
    """
    number = international(written)
    if number is None:
        return None
    return hmac.new(key, b"phone " + number.encode(), hashlib.sha256).hexdigest()


def international(written: str) -> str | None:
    """The number in E.164 form, or None where none can be read."""
    if len(written) > _LONGEST:
        return None
    for candidate in (written.strip(), _as_platforms_write(written)):
        try:
            parsed = phonenumbers.parse(candidate, _HOME)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed):
            return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return None


def _as_platforms_write(written: str) -> str:
    """Telegram leaves the plus out before a country (84912345678), and Excel the zero (912345678)."""
    return "+" + written.strip().lstrip("+")
