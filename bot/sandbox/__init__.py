"""The local page of the sandbox: acting as anybody, turning the clock, starting over. Only on a sample."""
