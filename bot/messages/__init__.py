"""Messages as plain values: blocks, buttons, replies. Pure: nothing here knows a platform or storage."""
