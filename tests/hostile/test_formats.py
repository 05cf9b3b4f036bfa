"""Hostile text in every place that is shown, in every format of every command: it stays text."""

from __future__ import annotations

import io
import json
import os
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from kediri_index.cli.run import run
from tests.form_once import forms_written_once
from tests.hostile.judging import judged_file, obeyed, obeyed_by_logs, shown_by_terminal
from tests.hostile.outputs import ARGUMENTS, BREAKS, FURTHER, LINES, STARTS, written

pytestmark = pytest.mark.attack("text in an output")

KEPT = ("PATH", "HOME", "SYSTEMROOT")
FOR_PEOPLE = ("", "text", "table", "tree")
SHOWN = [name for name, line in LINES.items() if line.formats[0] in FOR_PEOPLE]


class World:
    """A folder with hostile text everywhere, and calls in it."""

    def __init__(self, folder: Path, start: str) -> None:
        self.folder = folder
        self.text = start + FURTHER + BREAKS
        self.name = self.text.replace("/", "_").replace("\0", "")[:50]
        self.seen = "".join(filter(str.isprintable, self.text))
        written(folder, start)

    def call(
        self, words: Sequence[str], out: str = ".", *, terminal: bool = False
    ) -> tuple[int, bytes, bytes]:
        """Return the exit code, standard output and standard error of a call."""
        said = {
            "{out}": out,
            "{text}": self.text.replace("\0", ""),
            "{name}": self.name,
            "{seen}": self.seen,
        }
        line = list(words)
        for place, text in said.items():
            line = [word.replace(place, text) for word in line]
        streams = Stream(terminal=terminal), Stream(terminal=terminal)
        with pytest.MonkeyPatch.context() as patch:
            for name in [one for one in os.environ if one not in KEPT]:
                patch.delenv(name)
            if terminal:
                patch.setenv("TERM", "xterm-256color")
                patch.setenv("COLUMNS", "100")
            patch.chdir(self.folder)
            forms_written_once(patch)
            patch.setattr(sys, "argv", ["kediri-index", *line])
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            code = run(line)
        return code, streams[0].said(), streams[1].said()

    def pack(self) -> None:
        """Write an archive of what was sent, and one in which that was changed."""
        bundle = [word.replace("{out}/a.zip", "arsip.zip") for word in LINES["bundle"].words]
        assert self.call(bundle)[0] == 0
        with (
            zipfile.ZipFile(self.folder / "arsip.zip") as archive,
            zipfile.ZipFile(self.folder / "ubah.zip", "w") as changed,
        ):
            for name in archive.namelist():
                data = archive.read(name)
                if name.endswith(".yaml"):
                    data = data.replace(b"title", b"title_id", 1)
                changed.writestr(name, data)


class Stream(io.TextIOWrapper):
    """A stream of text that keeps the bytes, and says that it is a terminal or not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), "utf-8", newline="\n")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def said(self) -> bytes:
        self.flush()
        data: bytes = self.buffer.getvalue()  # type: ignore[attr-defined] # it is BytesIO
        return data


@pytest.fixture(scope="module", params=STARTS)
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("data"), STARTS[request.param])
    made.pack()
    return made


@pytest.mark.parametrize("name", LINES)
def test_hostile_text_stays_text_in_every_format(
    name: str, world: World, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    line = LINES[name]
    record_property("attempts", len(line.formats))
    for form in line.formats:
        out = tmp_path / (form or "text")
        out.mkdir()
        code, said, told = world.call([*line.words, *_asked(form)], str(out))
        assert code in line.codes, (form, told.decode())
        judged_file("yaml" if name == "resolved" else _kind(form), said)
        judged_file("text", told)
        for path in _files(out):
            assert obeyed(str(path.relative_to(out))) == set()
            judged_file("marked" if name == "check" else path.suffix[1:], path.read_bytes())


@pytest.mark.parametrize("world", ["a command of a log", "orders to a screen"], indirect=True)
@pytest.mark.parametrize("name", SHOWN)
def test_a_terminal_obeys_no_hostile_text(name: str, world: World, tmp_path: Path) -> None:
    line = LINES[name]
    _, said, told = world.call(
        [*line.words, *_asked(line.formats[0])], str(tmp_path), terminal=True
    )
    for stream in (said, told):  # with FORCE_COLOR a CI gets this, too
        assert obeyed(shown_by_terminal(stream)) == set()
        assert obeyed_by_logs(shown_by_terminal(stream)) == []


def test_what_was_typed_is_told_as_text(
    world: World, record_property: Callable[[str, object], None]
) -> None:
    record_property("attempts", len(ARGUMENTS))
    for words in ARGUMENTS:
        for terminal in (False, True):
            code, said, told = world.call(words, terminal=terminal)
            assert code in {1, 2}, (words, code, told.decode())
            for stream in (said, told):
                shown = shown_by_terminal(stream) if terminal else stream.decode()
                assert obeyed(shown) == set(), words
                assert obeyed_by_logs(shown) == [], words


def test_json_says_exactly_what_the_definition_says(world: World) -> None:
    _, said, _ = world.call([*LINES["show"].words, "--format", "json"])
    assert json.dumps(world.text)[1:-1] in json.dumps(json.loads(said))


def _asked(form: str) -> tuple[str, ...]:
    return ("--format", form) if form else ()


def _kind(form: str) -> str:
    return "text" if form in FOR_PEOPLE else form


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
