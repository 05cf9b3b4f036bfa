"""``python -m kediri_index``, and the command ``kediri-index``."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; the version is told before anything heavy is imported."""
    if sys.argv[1:] == ["--version"]:
        from kediri_index import __version__  # noqa: PLC0415 - only this needs it

        sys.stdout.write(f"kediri-index {__version__}\n")
        return
    gc.disable()  # a run over one file ends before there is anything worth collecting
    from kediri_index.cli.run import run  # noqa: PLC0415 - Typer is heavy

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
