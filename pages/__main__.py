"""Write every page and schema that is made from the code; say which of them changed."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Write them into the repository and return the exit code."""
    os.environ["KEDIRI_INDEX_LANG"] = "id"  # the command line's own texts are read in it
    from pages.made import REFERENCE, ROOT, made, printed  # noqa: PLC0415 - after the line above

    os.chdir(ROOT)
    pages = made() | printed()
    for path, text in pages.items():
        file = ROOT / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            print(path)
    for file in (ROOT / REFERENCE / "schemas").glob("*.json"):
        if file.relative_to(ROOT).as_posix() not in pages:
            file.unlink()
            print(f"- {file.relative_to(ROOT).as_posix()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
