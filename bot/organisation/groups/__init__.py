"""Group chats of units: bound by a code, told of publications without names."""
