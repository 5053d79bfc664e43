"""What is kept about a person: consents, requests with their clocks, copies, and becoming unrecognisable."""
