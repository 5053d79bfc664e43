"""Tables as offices keep them, .xlsx and .csv: from bytes to rows of plain text, within limits."""
