"""From a knock on the page to its answer."""

import base64
import json
from typing import Any

from bot.access import Door
from bot.inbox.handling import Handled, Knock
from bot.messages.reply import Reply
from bot.office import Office
from bot.organisation.web_inbox.page import note_typed
from bot.texts import sandbox as words
from handlers.commands.dispatch import Spoken, Token, answer
from handlers.conversation import Content, FileSent, Rejected, Text
from handlers.web.plain_chat import answer_plainly


class WebDoor:
    """Answers the knocks of the web connection.

    Args:
        office: whose.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    async def handle(self, knock: Knock) -> Handled:
        """Show what the person said in their conversation, and answer it."""
        known = await note_typed(
            self._office,
            _shown(knock),
            connection_id=knock.connection_id,
            chat_id=knock.conversation,
            knock=knock.id,
        )
        if not known:
            # The story began again while this was on its way.
            return Handled(None, Reply())
        if not knock.refused_because and (body := json.loads(knock.body))["kind"] == "plain":
            return await answer_plainly(self._office, knock, str(body["text"]))
        return await answer(self._office, knock, _spoken(knock), door=Door.WEB)


def _spoken(knock: Knock) -> Spoken:
    """What was said or pressed; of what the gate refused, why."""
    if knock.refused_because:
        return Spoken(knock.conversation, Rejected(knock.refused_because))
    body: dict[str, Any] = json.loads(knock.body)
    return Spoken(
        knock.conversation,
        _content(body),
        message_id=str(body.get("message_id", "")),
        press_id=str(body["press_id"]),
    )


def _content(body: dict[str, Any]) -> Content | Token:
    match body["kind"]:
        case "text":
            return Text(str(body["text"]))
        case "file":
            return FileSent(str(body["name"]), base64.b64decode(body["content"]))
    return Token(str(body["token"]))


def _shown(knock: Knock) -> str:
    """What stands in the conversation as the person's own words; empty for a press of a button.

    What the gate refused is not shown: its content is nowhere any more.
    """
    if knock.refused_because:
        return words.NOT_KEPT
    body: dict[str, Any] = json.loads(knock.body)
    match body["kind"]:
        case "text" | "plain":
            return str(body["text"])
        case "file":
            return words.file_sent(str(body["name"]))
    return ""
