"""``python -m kediri_index``, and the command ``kediri-index``."""

from __future__ import annotations

import gc
import sys

from kediri_index.errors import EXIT_FINE, EXIT_INTERRUPTED, EXIT_USAGE

_VERSION = (["--version"], ["version"])


def main() -> None:
    """Run the command line; the version is told before anything heavy is imported."""
    from kediri_index.cli.process import settle_streams  # noqa: PLC0415 - before anything else

    settle_streams()
    code = _told_version() if sys.argv[1:] in _VERSION else _run()
    gc.freeze()  # or the interpreter's end would search all that lives: a sixth of a short run
    if code != EXIT_FINE:
        sys.exit(code)


def _run() -> int:
    from kediri_index.cli.process import leave_signals, settle_signals  # noqa: PLC0415 - likewise

    gc.disable()  # a run over one file ends before there is anything worth collecting
    try:
        settle_signals()
        from kediri_index.cli.run import run  # noqa: PLC0415 - Typer is heavy

        code = run(sys.argv[1:])
        leave_signals()
    except KeyboardInterrupt:  # before or after there is anything to tell
        return EXIT_INTERRUPTED
    except (MemoryError, OSError) as error:  # not even the texts could be loaded
        sys.stderr.write(f"kediri-index: {error or type(error).__name__}\n")
        return EXIT_USAGE
    return code


def _told_version() -> int:
    from kediri_index import __version__  # noqa: PLC0415 - only this needs it

    try:
        sys.stdout.write(f"kediri-index {__version__}\n")
        sys.stdout.flush()
    except OSError as error:
        from kediri_index.cli.errors import ended  # noqa: PLC0415 - only a fault needs it

        return ended(error, ())
    return EXIT_FINE


if __name__ == "__main__":
    main()
