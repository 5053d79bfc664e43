"""The card on which somebody who joins chooses the purposes one by one; none is chosen beforehand."""

from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.organisation.consent import PURPOSES, mark_of, marked
from bot.states import Address, ConsentPurpose
from bot.texts import joining as joining_texts
from bot.texts import privacy as texts

# Beyond the purposes: pressed on the card itself, which then changes in its place. The words that are agreed
# to stay where they stand.
ON_THE_CARD = 1 << len(PURPOSES)


def offer_buttons(invitation_id: int) -> Buttons:
    """All purposes, one by one, none, or that it is somebody else's: side by side."""
    return Buttons(
        (
            (Button(joining_texts.CONSENT_BUTTON, Act.CONSENT, invitation_id),),
            (Button(joining_texts.CHOOSE_BUTTON, Act.CHOOSE_CONSENT, invitation_id),),
            (_refuse(invitation_id),),
            (Button(joining_texts.NOT_ME_BUTTON, Act.NOT_ME, invitation_id),),
        )
    )


def choosing(invitation_id: int, mark: int, *, address_form: Address) -> Message:
    """The card with what was chosen so far; the buttons carry it, nothing is kept."""
    chosen = marked(mark)
    lines = [Line(texts.choice(one, chosen=one in chosen)) for one in PURPOSES]
    missing = [one for one in PURPOSES if one not in chosen]
    lines += [Line(texts.without(one, address_form=address_form)) for one in missing]
    toggles = [_toggle(invitation_id, one, chosen) for one in PURPOSES]
    rows = [tuple(toggles[:2]), tuple(toggles[2:])]
    if chosen:
        label = texts.chosen_button(len(chosen), on_paper=ConsentPurpose.NOTICES not in chosen)
        rows.append((Button(label, Act.CONSENT_CHOSEN, invitation_id, mark_of(chosen)),))
    rows.append((_refuse(invitation_id),))
    head = (Bold(texts.CHOOSE_TITLE), Line(texts.CHOOSE_INTRO))
    return Message((*head, *lines, Buttons(tuple(rows))))


def _toggle(invitation_id: int, one: ConsentPurpose, chosen: frozenset[ConsentPurpose]) -> Button:
    label = texts.choice_button(one, chosen=one in chosen)
    return Button(label, Act.CHOOSE_CONSENT, invitation_id, mark_of(chosen ^ {one}) | ON_THE_CARD)


def _refuse(invitation_id: int) -> Button:
    return Button(joining_texts.NO_CONSENT_BUTTON, Act.NO_CONSENT, invitation_id)
