"""The process behind ``forking``: a line of JSON for each run, and a line of JSON back.

It is run as a module, in the folder that ``tests`` is in; no child looks for modules there.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import json
import os
import pkgutil
import sys
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from tests.hostile.bounds import hold

HERE = os.getcwd()  # noqa: PTH109 - as the interpreter puts it where modules come from
OF_AN_EXTRA = ("kediri_index.present.renderers.docx.", "kediri_index.present.charts.png")
"""What no command imports that reads a workbook, and may not be installed."""
AS_PYTHON_HAS_IT = ("surrogateescape", "surrogateescape", "backslashreplace")


def prepare() -> None:
    """Import the whole program, as its commands do one by one, and read what comes with it.

    That is the options of all commands and the shipped definitions, which no case can change.
    What needs numpy is left to the runs that do: it takes 150 MB of addresses, and each has a bound.
    """
    import kediri_index  # noqa: PLC0415 - the line before the first fork

    sys.modules["numpy"] = None  # type: ignore[assignment]  # as if it were not installed
    for module in pkgutil.walk_packages(kediri_index.__path__, "kediri_index."):
        if not module.name.endswith("__main__") and not module.name.startswith(OF_AN_EXTRA):
            try:
                importlib.import_module(module.name)
            except ModuleNotFoundError as error:
                if error.name != "numpy":
                    raise
    importlib.import_module("kediri_index.__main__")
    del sys.modules["numpy"]
    read_what_comes_with_it(Path(kediri_index.__file__).parent)
    gc.collect()
    gc.freeze()  # a child's collections leave the parent's pages alone


def read_what_comes_with_it(package: Path) -> None:
    import typer.main  # noqa: PLC0415 - after the program, which imports it where it is needed
    from typer.utils import get_params_from_function  # noqa: PLC0415 - likewise

    from kediri_index.cli.commands import make_app  # noqa: PLC0415 - likewise
    from kediri_index.model.limits import Limits  # noqa: PLC0415 - likewise
    from kediri_index.usecases.inputs import Surroundings  # noqa: PLC0415 - likewise
    from kediri_index.usecases.lint import lint  # noqa: PLC0415 - likewise

    typer.main.get_params_from_function = cache(get_params_from_function)  # type: ignore[attr-defined]
    typer.main.get_click_param = cache(typer.main.get_click_param)
    typer.main.get_command(make_app(("",)))
    lint((), Surroundings(package, {}, Limits()))


def serve() -> None:
    """Fork a child for each line of standard input, one after the other."""
    commands, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    for line in commands:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            commands.close()
            answers.close()
            become(asked)
        _, status, used = os.wait4(child, 0)
        told = [os.waitstatus_to_exitcode(status), used.ru_maxrss, used.ru_utime + used.ru_stime]
        answers.write(json.dumps(told).encode() + b"\n")
        answers.flush()


def become(asked: dict[str, Any]) -> NoReturn:
    """Be the run that is *asked* for, and end."""
    code = 70
    try:
        set_up(asked)
        code = ran(str(asked["program"]))
    finally:
        os._exit(code)


def set_up(asked: dict[str, Any]) -> None:
    """Take the folder, the variables, the streams and the bounds of the run."""
    os.chdir(asked["folder"])
    os.environ.update(asked["variables"])
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    for number, path in ((1, asked["out"]), (2, asked["err"])):
        _put(os.open(path, flags, 0o600), number)
    if asked["stdin"] is None:
        source, other = os.pipe()
        os.close(other)
    else:
        source = os.open(asked["stdin"], os.O_RDONLY)
    _put(source, 0)
    modes = ("rb", "wb", "wb")
    sys.stdin, sys.stdout, sys.stderr = (
        io.TextIOWrapper(
            open(number, modes[number], closefd=False),  # noqa: SIM115 - a descriptor, for the whole run
            "utf-8", errors=AS_PYTHON_HAS_IT[number], line_buffering=number == 2,
        )
        for number in range(3)
    )  # fmt: skip
    sys.argv = ["kediri-index", *asked["arguments"]]
    sys.path.remove(HERE)
    hold(**asked["bounds"])


def ran(program: str) -> int:
    """Run *program* and return the code that an interpreter would end with."""
    code = 0
    try:
        exec(program, {"__name__": "__main__"})  # noqa: S102 - ours, from the tests
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - what an interpreter does with it
        sys.excepthook(*sys.exc_info())
        code = 1
    atexit._run_exitfuncs()  # noqa: SLF001 - os._exit leaves them out
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def _put(descriptor: int, number: int) -> None:
    os.dup2(descriptor, number)
    os.close(descriptor)


if __name__ == "__main__":
    prepare()
    serve()
