"""People and groups, in the words of what they do."""

import re
from collections.abc import Callable
from typing import Any

from tests.standins.zalo.chats import Chat, Shown, Standing
from tests.standins.zalo.state import State

_WAIT_SECONDS = 10.0
_LINK = re.compile(r"(?i)\bhttps?://\S|\bwww\.\S")
_BARE_DOMAIN = re.compile(r"(?i)(?<![\w@])(?:[\w-]+\.)+(?:vn|com|net|org|info|io|me|gov|edu)\b")
_PICTURE = b"\xff\xd8\xff\xe0 a picture \xff\xd9"


class _Screen:
    """What can be seen in one chat."""

    def __init__(self, state: State, chat: Chat) -> None:
        self._state = state
        self._chat = chat

    @property
    def id(self) -> str:
        return self._chat.chat_id

    @property
    def name(self) -> str:
        return self._chat.name

    @property
    def chat(self) -> list[Shown]:
        """All messages, the oldest first."""
        return list(self._chat.messages)

    @property
    def got(self) -> list[Shown]:
        """Those of the bot."""
        return [one for one in self._chat.messages if one.from_bot]

    @property
    def actions(self) -> list[str]:
        """What the bot was seen doing ("typing")."""
        return list(self._chat.actions)

    def sees(self, part: str) -> Shown | None:
        """The newest message of the bot that says this."""
        return next((one for one in reversed(self.got) if one.says(part)), None)

    async def receives(
        self, part: str, *, newer_than: Shown | None = None, within: float = _WAIT_SECONDS
    ) -> Shown:
        """Wait until a message of the bot says this; the newest that does.

        Args:
            part: of the text.
            newer_than: only messages after this one count.
            within: seconds.

        Raises:
            AssertionError: it did not come; the message shows the chat.
        """
        after = newer_than.number if newer_than else 0
        await self._until(
            lambda: (found := self.sees(part)) is not None and found.number > after, part, within
        )
        found = self.sees(part)
        assert found is not None
        return found

    async def receives_more(self, count: int, *, within: float = _WAIT_SECONDS) -> list[Shown]:
        """Wait until the bot has sent so many messages in all; all of them."""
        await self._until(lambda: len(self.got) >= count, f"{count} messages", within)
        return self.got

    async def _until(self, done: Callable[[], bool], what: str, within: float) -> None:
        try:
            await self._state.watched.until(done, within=within)
        except TimeoutError:
            shown = "\n---\n".join(one.text for one in self._chat.messages) or "(nothing)"
            raise AssertionError(f"{self.name} did not get {what!r} but:\n{shown}") from None

    def _writes(
        self, sender: Chat, kind: str, content: dict[str, Any], *, text: str = "", heard: bool = True
    ) -> Shown:
        """A message takes its place here and, if the bot gets to hear of it, becomes an event."""
        assert self._chat.standing is not Standing.CLOSED, f"{self.name} has closed the chat"
        number = self._state.next_number()
        shown = Shown(number, self._state.opaque(f"message {number}"), text, from_bot=False)
        self._chat.messages.append(shown)
        if heard and self._state.admits(self._chat):
            if self._state.switches.counts_incoming:
                self._state.quota.use()
            message = {
                "from": {"id": sender.chat_id, "display_name": sender.name, "is_bot": False},
                "chat": self._chat.described(),
                **({} if sender.is_special or kind == "unsupported" else content),
                "message_id": shown.message_id,
                "date": self._state.date(old_by=self._state.switches.events_old_by),
            }
            kind = "unsupported" if sender.is_special else kind
            self._state.hears({"event_name": f"message.{kind}.received", "message": message})
        return shown

    def _writes_text(self, sender: Chat, text: str, *, as_sent: str, heard: bool = True) -> Shown:
        kind = "unsupported" if self._has_link(text) else "text"
        return self._writes(sender, kind, {"text": as_sent}, text=text, heard=heard)

    def _sends_picture(self, sender: Chat, caption: str, content: bytes, *, heard: bool = True) -> Shown:
        name = f"{self._state.opaque(f'picture {len(self._state.media)}')}.jpg"
        self._state.media[name] = content
        url, switch = f"{self._state.url}/media/{name}", self._state.switches.photo_field
        keys = ("photo", "photo_url") if switch == "both" else (str(switch),)
        described = {
            **dict.fromkeys(keys, url),
            **({"caption": caption} if caption else {}),
            **self._typed("CHAT_PHOTO"),
        }
        return self._writes(sender, "image", described, text=caption, heard=heard)

    def _typed(self, name: str) -> dict[str, str]:
        return {"message_type": name} if self._state.switches.message_types else {}

    def _has_link(self, text: str) -> bool:
        bare = self._state.switches.bare_domains_are_links and _BARE_DOMAIN.search(text)
        return bool(_LINK.search(text) or bare)


class Person(_Screen):
    """Somebody with a telephone. The bot may write to a person only after the person wrote."""

    def joins(self) -> None:
        """Be somebody who wrote to the bot long ago."""
        self._state.admits(self._chat)

    def says(self, text: str) -> Shown:
        """Write to the bot; with a link in it, the bot gets to hear only that something came."""
        return self._writes_text(self._chat, text, as_sent=text)

    def sends_link(self, text: str = "https://example.vn/van-ban") -> Shown:
        """Write something with a link in it."""
        assert self._has_link(text), text
        return self.says(text)

    def sends_picture(self, caption: str = "", *, content: bytes = _PICTURE) -> Shown:
        return self._sends_picture(self._chat, caption, content)

    def sends_sticker(self, sticker: str = "bfe458bf64fa8da4d4eb") -> Shown:
        content = {"sticker": sticker, "url": f"{self._state.url}/media/{sticker}.webp"}
        typed = self._typed("CHAT_STICKER") if self._state.switches.sticker_type else {}
        return self._writes(self._chat, "sticker", {**content, **typed})

    def sends_voice(self) -> Shown:
        url = f"{self._state.url}/media/{self._state.opaque('voice')}.aac"
        return self._writes(self._chat, "voice", {"voice_url": url, **self._typed("CHAT_VOICE")})

    def sends_file(self) -> Shown:
        """A file, a contact, a place: the bot gets to hear only that something came."""
        return self._writes(self._chat, "unsupported", {})

    def blocks_bot(self) -> None:
        """The bot is told nothing."""
        self._chat.standing = Standing.CLOSED

    def unblocks_bot(self) -> None:
        self._chat.standing = Standing.OPEN


class Group(_Screen):
    """A group that the bot is in. The bot hears of what mentions or quotes it, and of nothing else."""

    def says(self, person: Person, text: str, *, mention: bool = True, quotes: Shown | None = None) -> Shown:
        """Somebody writes here, with @ and the bot's name in front unless said otherwise."""
        seen = self._mentioned(text) if mention else text
        sent = seen if self._state.switches.mention_in_text else text
        heard = mention or (quotes is not None and quotes.from_bot)
        return self._writes_text(person._chat, seen, as_sent=sent, heard=heard)

    def sends_picture(
        self, person: Person, caption: str = "", *, mention: bool = True, content: bytes = _PICTURE
    ) -> Shown:
        """The mention has to stand in the picture's own caption."""
        seen = self._mentioned(caption) if mention else caption
        return self._sends_picture(person._chat, seen, content, heard=mention)

    def removes_bot(self) -> None:
        """The bot is told nothing."""
        self._chat.standing = Standing.CLOSED

    def _mentioned(self, text: str) -> str:
        name = self._state.switches.mentioned_as or self._state.name
        return f"@{name} {text}".strip()
