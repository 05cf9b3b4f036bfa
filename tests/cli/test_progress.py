"""The bar on standard error: for people at a terminal, when work takes long."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer
from types import SimpleNamespace

import pytest

from kediri_index.cli import progress
from kediri_index.cli.progress import Waiting
from kediri_index.model.language import Language
from tests.cli.running import Cli


class Screen(io.StringIO):
    """A terminal that remembers all it was sent."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Screen:
    screen = Screen()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=screen))  # pytest keeps its own
    monkeypatch.setenv("TERM", "xterm")
    return screen


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "SECONDS_BEFORE", 0.001)


def until(screen: Screen, said: str) -> bool:
    """Wait for what the bar's own thread draws."""
    end = time.monotonic() + 10
    while said not in screen.getvalue() and time.monotonic() < end:
        time.sleep(0.01)
    return said in screen.getvalue()


@pytest.mark.usefixtures("at_once")
def test_a_bar_tells_how_many_files_are_read_and_then_is_gone(terminal: Screen) -> None:
    with Waiting(Language.EN, wanted=True) as waiting:
        waiting.files(3, 30)
        assert until(terminal, "3/30")
        assert "reading" in terminal.getvalue()
        waiting.files(30, 30)
        assert until(terminal, "checking")
    assert terminal.getvalue().endswith("\x1b[?25h\r\x1b[1A\x1b[2K")
    drawn = terminal.getvalue()
    time.sleep(0.2)
    assert terminal.getvalue() == drawn


@pytest.mark.usefixtures("at_once")
def test_a_failure_takes_the_bar_away_too(terminal: Screen) -> None:
    def fail() -> None:
        with Waiting(Language.EN, wanted=True) as waiting:
            waiting.files(1, 2)
            assert until(terminal, "1/2")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert "\x1b[?25h" in terminal.getvalue()


def test_quick_work_shows_nothing(terminal: Screen) -> None:
    with Waiting(Language.EN, wanted=True) as waiting:
        waiting.files(1, 2)
    assert terminal.getvalue() == ""


def test_a_bar_that_is_due_as_the_work_ends_is_not_drawn(
    terminal: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = []

    class Late(Timer):
        def cancel(self) -> None:
            super().cancel()
            due.append(self.function)

    monkeypatch.setattr(progress, "Timer", Late)
    with Waiting(Language.EN, wanted=True) as waiting:
        waiting.files(1, 2)
    due[0]()
    assert terminal.getvalue() == ""


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("why", ["not wanted", "dumb", "no terminal"])
def test_there_is_no_bar_where_nobody_would_see_one(
    why: str, terminal: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    if why == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    if why == "no terminal":
        monkeypatch.setattr(terminal, "isatty", lambda: False)
    with Waiting(Language.EN, wanted=why != "not wanted") as waiting:
        waiting.files(1, 2)
        time.sleep(0.1)
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ([], True),
        (["--format", "md"], True),
        (["--quiet"], False),
        *((["--format", form], False) for form in ("json", "jsonl", "github", "junit")),
    ],
)
def test_formats_for_machines_and_quiet_ask_for_no_bar(
    options: list[str],
    *,
    wanted: bool,
    cli: Cli,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    class Asked(Waiting):
        def __init__(self, language: Language, *, wanted: bool) -> None:
            asked.append(wanted)
            super().__init__(language, wanted=wanted)

    monkeypatch.setattr(progress, "Waiting", Asked)
    assert cli("check", str(project / "kota-kediri-2022.xlsx"), *options).code == 0
    assert asked == [wanted]


@pytest.mark.usefixtures("at_once")
def test_a_comparison_that_takes_long_tells_how_many_parts_are_known(terminal: Screen) -> None:
    with Waiting(Language.EN, wanted=True) as waiting:
        waiting.files(1, 1)
        waiting.parts(7, 40)
        assert until(terminal, "7/40")
        assert "dividing" in terminal.getvalue()


def test_compare_asks_for_a_bar_and_tells_how_many_orders_are_looked_at(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []

    class Told(Waiting):
        def parts(self, done: int, total: int) -> None:
            told.append((done, total))

    monkeypatch.setattr(progress, "Waiting", Told)
    for limit in ("ENUMERATED", "ENUMERATED_SHIFTING"):
        monkeypatch.setattr(f"kediri_index.analysis.compare.contributions.{limit}", 1)
    definition = (
        "kediri_index: 1\nid: uji\nversion: '1'\nstatus: own\ntitle: Uji\n"
        "scale: {min: 0, max: 4}\naggregate: harmonic\nkinds: {pillar: {name: Pilar}}\n"
        "groups: [{id: a, kind: pillar, name: A}]\nindicators:\n"
    )
    names = [f"A-{number}" for number in range(9)]
    definition += "".join(f"  - {{id: {name}, in: a, name: {name}}}\n" for name in names)
    (project / "uji.yaml").write_text(definition, encoding="utf-8")
    for year in (1, 2):
        table = f"unit,year,{','.join(names)}\nKota Uji,202{year}{f',{year}' * len(names)}\n"
        (project / f"{year}.csv").write_text(table, encoding="utf-8")
    assert cli("compare", "1.csv", "2.csv", "--config", "uji.yaml").code == 0
    assert [done for done, _ in told] == list(range(2, 2 * len(told) + 1, 2))
    assert all(done <= total for done, total in told)


def test_plan_hands_what_a_search_has_done_to_the_terminal(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []

    class Told(Waiting):
        def steps(self, done: int, total: int) -> None:
            told.append((done, total))

    monkeypatch.setattr(progress, "Waiting", Told)
    assert cli("plan", str(project / "kota-kediri-2022.xlsx"), "--target", "3").code == 0
    assert told
    assert all(0 < done <= total for done, total in told)


@pytest.mark.usefixtures("at_once")
def test_a_search_that_takes_long_shows_how_far_it_is(terminal: Screen) -> None:
    with Waiting(Language.EN, wanted=True) as waiting:
        waiting.steps(7, 40)
        assert until(terminal, "7/40")


def test_a_quick_check_for_machines_does_not_import_what_draws() -> None:
    code = (
        "import sys\n"
        "from kediri_index.cli.run import run\n"
        "sys.argv = ['kediri-index', 'check', 'examples/kota-kediri-2022.xlsx', '--format=json']\n"
        "code = run(sys.argv[1:])\n"
        "sys.exit(code or 'rich' in sys.modules)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False)
    assert (done.returncode, done.stderr.split()[:2]) == (0, [b"Memakai", b"profil"])
