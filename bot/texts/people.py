"""How people are addressed."""

from storage.states import Address

# "Never bạn" (look-and-words.md): the office chooses among these, and may reword them in [words].
FORMS = {
    Address.COMRADE: "đồng chí",
    Address.BROTHER: "anh",
    Address.SISTER: "chị",
    Address.UNKNOWN: "anh/chị",
}


def form(address_form: Address) -> str:
    """The form alone: đồng chí."""
    return FORMS[address_form]


def call(address_form: Address, given_name: str) -> str:
    """Đồng chí Bình (with a small first letter)."""
    return f"{FORMS[address_form]} {given_name}"


def call_capital(address_form: Address, given_name: str) -> str:
    """Đồng chí Bình, at the beginning of a sentence."""
    called = call(address_form, given_name)
    return called[0].upper() + called[1:]
