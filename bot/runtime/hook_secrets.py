"""Which secret a platform was last told to show, as a keyed fingerprint in the data folder.

Setting a webhook is limited to a few times a day: until a new secret can be told, the old one goes on coming.
"""

import hmac
from hashlib import sha256

from bot.office import Office
from bot.runtime.data_files import read_words, write_words

_FILE = "webhook-secrets.json"


class HookSecret:
    """What one connection's platform shows.

    Args:
        office: whose key makes the fingerprint.
        name: the connection's.
    """

    def __init__(self, office: Office, name: str) -> None:
        self._key, self._name = office.key, name
        self._file = office.settings.data_folder / _FILE

    def is_told(self, secret: str) -> bool:
        """Whether the platform knows this one, as far as is remembered; of one never told nobody knows."""
        return self._name not in read_words(self._file) or self.matches(secret)

    def matches(self, secret: str) -> bool:
        """Whether it is the one that the platform was last told; every byte is looked at."""
        known = read_words(self._file).get(self._name, "")
        return bool(known) and hmac.compare_digest(known.encode(), self._fingerprint(secret).encode())

    def note(self, secret: str) -> None:
        """The platform was told this one."""
        write_words(self._file, {**read_words(self._file), self._name: self._fingerprint(secret)})

    def _fingerprint(self, secret: str) -> str:
        return hmac.new(self._key, f"webhook:{secret}".encode(), sha256).hexdigest()
