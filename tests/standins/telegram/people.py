"""People and groups, in the words of what they do."""

import time
from collections.abc import Callable
from typing import Any

from tests.standins.telegram.chats import Chat, ChatState, Shown
from tests.standins.telegram.methods import document, keep_file
from tests.standins.telegram.state import State

_WAIT_SECONDS = 10.0


class _Screen:
    """What can be seen in one chat."""

    def __init__(self, state: State, chat: Chat) -> None:
        self._state = state
        self._chat = chat

    @property
    def id(self) -> int:
        return self._chat.chat_id

    @property
    def chat(self) -> list[Shown]:
        """All messages as they look now, the oldest first."""
        return list(self._chat.messages)

    @property
    def got(self) -> list[Shown]:
        """Those of the bot."""
        return [one for one in self._chat.messages if one.from_bot]

    def sees(self, part: str) -> Shown | None:
        """The newest message of the bot that says this now, in its text or on a button."""
        return next((one for one in reversed(self.got) if one.says(part)), None)

    async def receives(
        self, part: str, *, newer_than: Shown | None = None, within: float = _WAIT_SECONDS
    ) -> Shown:
        """Wait until a message of the bot says this.

        Args:
            part: of the text or of a button.
            newer_than: only messages after this one count.
            within: seconds.

        Raises:
            AssertionError: it did not come; the message shows the chat.
        """
        after = newer_than.message_id if newer_than else 0
        await self._until(
            lambda: (found := self.sees(part)) is not None and found.message_id > after, part, within
        )
        found = self.sees(part)
        assert found is not None
        return found

    async def _until(self, done: Callable[[], bool], what: str, within: float) -> None:
        try:
            await self._state.watched.until(done, within=within)
        except TimeoutError:
            shown = "\n---\n".join(one.text for one in self._chat.messages) or "(nothing)"
            raise AssertionError(f"{self._chat.name} did not get {what!r} but:\n{shown}") from None


class Group(_Screen):
    """A group that the bot is in."""

    def becomes(self, state: ChatState) -> None:
        """Change what the bot may do here."""
        self._chat.state = state

    def kicks_bot(self) -> None:
        self._chat.state = ChatState.KICKED_FROM_SUPERGROUP if self._chat.supergroup else ChatState.KICKED

    def moves_to(self, new_id: int) -> "Group":
        """Become a supergroup under a new id."""
        return Group(self._state, self._state.move(self._chat, new_id))


class Person(_Screen):
    """Somebody with a telephone. A person is in the chat with the bot only after `starts`."""

    @property
    def toasts(self) -> list[str]:
        """Short lines shown over the chat."""
        return list(self._chat.toasts)

    @property
    def described(self) -> dict[str, Any]:
        """The object User."""
        return {"id": self.id, "is_bot": False, "first_name": self._chat.name, "language_code": "vi"}

    def starts(self, payload: str = "") -> None:
        """Open the bot, by a link with a payload if there is one."""
        self._chat.state = ChatState.OPEN
        self.says(f"/start {payload}".strip())

    def joins(self) -> None:
        """Be somebody who started the bot long ago."""
        self._chat.state = ChatState.OPEN

    def says(self, text: str, *, to: Group | None = None) -> None:
        """Write; in a group the bot is only shown what begins with a slash (privacy mode, the default)."""
        content: dict[str, Any] = {"text": text}
        if text.startswith("/"):
            command = text.split(maxsplit=1)[0]
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": len(command)}]
        self._write(text, content, to)

    def sends_file(self, name: str, content: bytes, *, caption: str = "") -> None:
        described = document(self._state, keep_file(self._state, name, content))
        self._write(caption, {"document": described, **({"caption": caption} if caption else {})}, None, name)

    def shares_contact(self, phone: str, *, of: int | None = None) -> None:
        """Share a contact card, one's own unless said otherwise."""
        contact = {"phone_number": phone, "first_name": self._chat.name, "user_id": of or self.id}
        self._write("", {"contact": contact}, None)

    def presses(self, label: str, *, on: Shown | None = None, within: Group | None = None) -> str:
        """Tap a button, on the newest message that has it; returns the id of the tap.

        Raises:
            AssertionError: there is no such button.
        """
        screen = within._chat if within else self._chat
        messages = [on] if on else [one for one in reversed(screen.messages) if one.from_bot]
        for message in messages:
            data = message.button(label)
            if data is not None:
                return self.presses_data(data, message, screen)
        labels = [list(one.buttons) for one in screen.messages if one.buttons]
        raise AssertionError(f"{self._chat.name} sees no button {label!r} but {labels}")

    def presses_data(self, data: str, message: Shown, screen: Chat | None = None) -> str:
        """Send any callback data, as a changed client could."""
        chat = screen or self._chat
        press_id = self._state.press(self.id, chat)
        self._push(
            callback_query={
                "id": press_id,
                "from": self.described,
                "chat_instance": str(chat.chat_id),
                "data": data,
                "message": self._state.described(chat, message),
            }
        )
        return press_id

    async def gets_toast(self, part: str, *, within: float = _WAIT_SECONDS) -> str:
        """Wait until a short line over the chat says this."""
        await self._until(lambda: any(part in one for one in self._chat.toasts), part, within)
        return next(one for one in reversed(self._chat.toasts) if part in one)

    def blocks_bot(self) -> None:
        """The bot is told at once."""
        self._chat.state = ChatState.BLOCKED
        self._membership("member", "kicked")

    def unblocks_bot(self) -> None:
        self._chat.state = ChatState.OPEN
        self._membership("kicked", "member")

    def deletes_account(self) -> None:
        """The bot is told nothing, here as there."""
        self._chat.state = ChatState.DEACTIVATED

    def _membership(self, old: str, new: str) -> None:
        def member(status: str) -> dict[str, Any]:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": self._state.bot, "status": status, **until}

        self._push(
            my_chat_member={
                "chat": self._chat.described(),
                "from": self.described,
                "date": int(time.time()),
                "old_chat_member": member(old),
                "new_chat_member": member(new),
            }
        )

    def _write(self, text: str, content: dict[str, Any], to: Group | None, name: str = "") -> None:
        chat = to._chat if to else self._chat
        number = self._state.next_number(chat)
        chat.messages.append(Shown(number, text, from_bot=False, document=name))
        if to is not None and not text.startswith("/"):
            return
        self._push(
            message={
                "message_id": number,
                "from": self.described,
                "chat": chat.described(),
                "date": int(time.time()),
                **content,
            }
        )

    def _push(self, **content: dict[str, Any]) -> None:
        self._state.updates.push(content)
