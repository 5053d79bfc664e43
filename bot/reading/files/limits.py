"""What the child process that reads a file may use. It reads what strangers wrote, with parsers of others."""

import resource

MAX_SECONDS = 20
"""By the clock on the wall; the parent kills it then."""
MAX_PROCESSOR_SECONDS = 15
MAX_MEMORY_BYTES = 512 * 1024 * 1024
"""Of address space; what it really holds is far less."""
MAX_ANSWER_BYTES = 8 * 1024 * 1024


def confine() -> None:
    """Hold this process to the limits, for good: no file may be written, none of it is dumped."""
    for kind, most in (
        (resource.RLIMIT_AS, MAX_MEMORY_BYTES),
        (resource.RLIMIT_CPU, MAX_PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (least, least))
