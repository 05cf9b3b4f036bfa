"""What holds a process to its memory and time; it imports nothing of ours, nor of the tests."""

from __future__ import annotations

import json
import resource


def hold(memory: int, seconds: int, *, powerless: bool) -> None:
    """Bound this process to *memory* (bytes of addresses) and *seconds* of the processor."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if powerless:
        import ctypes  # noqa: PLC0415 - only root needs it
        import struct  # noqa: PLC0415 - likewise

        version = struct.pack("Ii", 0x20080522, 0)
        none = struct.pack("6I", 0, 0, 0, 0, 0, 0)
        assert ctypes.CDLL(None).capset(version, none) == 0


def measure(path: str) -> None:
    """Write what this process has used into the file at *path*: kilobytes, seconds."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    with open(path, "w", encoding="ascii") as file:  # noqa: PTH123 - the run's own imports stay few
        json.dump([used.ru_maxrss, used.ru_utime + used.ru_stime], file)
