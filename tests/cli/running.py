"""What a run of the command line came to."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Ran(NamedTuple):
    """The exit code, and what stood on both streams."""

    code: int
    out: str
    err: str


class Cli(Protocol):
    """Runs the command line in this process; *stdin* is what is piped in."""

    def __call__(self, *arguments: str, stdin: bytes | None = None) -> Ran: ...


class Piped(io.StringIO):
    """Standard input with bytes behind it."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.buffer = io.BytesIO(data)  # type: ignore[misc] # as a text stream has it


def run_program(program: Path, *arguments: str, stdin: bytes | None = None) -> Ran:
    """Run a built program, as in a console whose text is UTF-8."""
    ran = subprocess.run(
        [program.absolute(), *arguments], input=stdin, capture_output=True, check=False
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())
