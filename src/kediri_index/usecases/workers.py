"""Processes that check groups of files, one for each core; where there can be none, this one.

Not those of ``multiprocessing``: they run the program that started them anew, whatever it was, and
those of ``concurrent.futures`` do not end at once when the run is interrupted.
"""

from __future__ import annotations

import contextlib
import copyreg
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.errors import KediriIndexError, UsageError
from kediri_index.project_folder import outside
from kediri_index.scoring import OF_THIS_RUN
from kediri_index.usecases.check import CheckedGroup, CheckSettings, Group, check_group
from kediri_index.usecases.inputs import collect_rarely, read_file

_PROGRAM = """\
import pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
from kediri_index.usecases.workers import work
work()
"""

_FLAGS = {
    "isolated": "-I",
    "ignore_environment": "-E",
    "no_user_site": "-s",
    "no_site": "-S",
    "dont_write_bytecode": "-B",
}
"""How Python is told what this one was told of where it finds things."""

Process = subprocess.Popen[bytes]


class GroupTask(NamedTuple):
    """What is the same for every group of files.

    *named* are the files that the user named one by one. *outside* lets links lead out of the
    project.
    """

    settings: CheckSettings
    named: frozenset[str] = frozenset()
    outside: bool = False


def check_file_group(task: GroupTask, files: Group) -> CheckedGroup:
    """Return what is wrong with *files*, without their data.

    Raises :class:`UsageError` for a file that was named and cannot be opened.
    """
    with outside(allowed=task.outside):
        read = [read_file(path, task.named, task.settings.limits) for path in files]
    return check_group(task.settings, read).without_data()


def frozen(mapping: dict[object, object]) -> MappingProxyType[object, object]:
    """Return *mapping* as definitions and findings hold it; pickle has to be told how."""
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda mapping: (frozen, (dict(mapping),)))


def check_groups(task: GroupTask, groups: Iterable[Group]) -> Iterator[CheckedGroup]:
    """Yield the part of each group, in order, from as many processes as there are cores.

    Raises what a group raises, and :class:`UsageError` where a process was ended from outside.
    """
    groups = list(groups)
    workers: list[Process] = []
    try:
        _start(workers, min(_cores(), len(groups)))
        if workers:
            yield from _shared_out(workers, task, groups)
        else:
            yield from (check_file_group(task, group) for group in groups)
    finally:
        for worker in workers:
            worker.kill()
            with contextlib.suppress(OSError):  # what it was still to be given
                worker.communicate()


def work() -> None:
    """Check the groups that standard input brings.

    Where nothing more can come this process is at its end, whatever it does.
    """
    collect_rarely()
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing but answers goes there
    task: GroupTask = pickle.load(source)  # noqa: S301 - from the process that started this one
    groups: SimpleQueue[Group] = SimpleQueue()

    def receive() -> None:
        try:
            while True:
                groups.put(pickle.load(source))  # noqa: S301 - likewise
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)

    threading.Thread(target=receive, daemon=True).start()
    while True:
        pickle.dump(_part_or_error(task, groups.get()), answers)
        answers.flush()


def _start(workers: list[Process], number: int) -> None:
    """Add up to *number* processes to *workers*, none where one would be alone."""
    alone = number == 1 or OF_THIS_RUN  # others would not know what is registered here
    if alone or not sys.executable or getattr(sys, "frozen", False):
        return
    with _not_interrupted():
        for _ in range(number):
            try:
                worker = subprocess.Popen(  # noqa: S603 - this Python, and a program of our own
                    _command(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
                )
            except OSError:  # the system gives no more
                return
            workers.append(worker)


def _command() -> list[str]:
    """Return what starts a worker; with ``-P`` no module is looked for where the data lie."""
    flags = [flag for name, flag in _FLAGS.items() if getattr(sys.flags, name)]
    return [sys.executable, *flags, "-P", "-X", f"utf8={sys.flags.utf8_mode}", "-c", _PROGRAM]


@contextlib.contextmanager
def _not_interrupted() -> Iterator[None]:
    """Let processes that are started here never hear of an interruption, which this one says.

    On Windows a process group of their own does that.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _shared_out(
    workers: list[Process], task: GroupTask, groups: list[Group]
) -> Iterator[CheckedGroup]:
    """Give each worker a group, and the next when that is done; a thread waits for each."""
    idle = SimpleQueue[Process]()
    for worker in workers:
        _send(worker, sys.path)
        _send(worker, task)
        idle.put(worker)

    def ask(group: Group) -> CheckedGroup:
        worker = idle.get()
        try:
            _send(worker, group)
            return _answer(worker)
        finally:
            idle.put(worker)

    with ThreadPoolExecutor(len(workers)) as threads:
        try:
            yield from threads.map(ask, groups)
        except BaseException:
            for worker in workers:  # so that no thread waits for one
                worker.kill()
            raise


def _send(worker: Process, message: object) -> None:
    assert worker.stdin is not None  # noqa: S101 - it was started so
    try:
        pickle.dump(message, worker.stdin)
        worker.stdin.flush()
    except OSError:
        raise UsageError("worker-ended") from None


def _answer(worker: Process) -> CheckedGroup:
    assert worker.stdout is not None  # noqa: S101 - it was started so
    try:
        answer = pickle.load(worker.stdout)  # noqa: S301 - from a process that this one started
    except (EOFError, OSError, pickle.UnpicklingError):
        raise UsageError("worker-ended") from None
    if isinstance(answer, Exception):
        raise answer
    assert isinstance(answer, CheckedGroup)  # noqa: S101 - it sends nothing else
    return answer


def _part_or_error(task: GroupTask, group: Group) -> CheckedGroup | Exception:
    try:
        return check_file_group(task, group)
    except (KediriIndexError, MemoryError, OSError) as error:
        return error
    except Exception as error:  # noqa: BLE001 - the process that asked says it
        import traceback  # noqa: PLC0415 - only a bug needs it

        told = RuntimeError(f"{type(error).__name__}: {error}")
        told.add_note(traceback.format_exc())
        return told
