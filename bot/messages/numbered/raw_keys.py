"""Words typed in Telex or VNI on a keyboard that does not turn them into letters: "ddax nawms". Pure."""

import re

# https://vi.wikipedia.org/wiki/Telex_(kiểu_gõ) and /VNI: doubled letters, w, and the tone behind the word.
_DOUBLED = re.compile(r"dd|aa|ee|oo")
_TONE = re.compile(r"(?<=\w{2})[sfrxj]$")
_VNI = re.compile(r"(?<=[a-z])[1-9]+")


def without_keys(folded: str) -> str:
    """The folded words without the keys that were meant as accents: "ddax nawms" is "da nam"."""
    return " ".join(map(_bare, folded.split()))


def _bare(word: str) -> str:
    letters = _DOUBLED.sub(lambda found: found[0][0], _VNI.sub("", word)).replace("w", "")
    return _TONE.sub("", letters)
