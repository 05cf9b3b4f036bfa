"""Processes that check groups of files, one for each core; where there can be none, this one.

Not those of ``concurrent.futures``: these end at once when the run is interrupted, and need no
semaphores, which some systems do not give.
"""

from __future__ import annotations

import copyreg
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.api.batch.groups import Group
from kediri_index.api.batch.part import Part, Task, check_part
from kediri_index.cli.inputs import collect_rarely
from kediri_index.errors import KediriIndexError, UsageError


def frozen(mapping: dict[object, object]) -> MappingProxyType[object, object]:
    """Return *mapping* as definitions and findings hold it; pickle has to be told how."""
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda mapping: (frozen, (dict(mapping),)))


def check_groups(task: Task, groups: Iterable[Group]) -> Iterator[Part]:
    """Yield the part of each group, in order, from as many processes as there are cores.

    Raises what a group raises, and :class:`UsageError` where a process was ended from outside.
    """
    groups = list(groups)
    workers: list[_Worker] = []
    try:
        _start(workers, min(_cores(), len(groups)), task)
        if workers:
            yield from _shared_out([worker.connection for worker in workers], groups)
        else:
            yield from (check_part(task, group) for group in groups)
    finally:
        for worker in workers:
            worker.connection.close()
            worker.process.terminate()
            worker.process.join()


def _shared_out(workers: list[Connection], groups: list[Group]) -> Iterator[Part]:
    """Give each worker a group, and the next as soon as it has done one."""
    left = iter(enumerate(groups))
    at_work: dict[Connection, int] = {}
    done: dict[int, Part] = {}

    def give(worker: Connection) -> None:
        for position, group in left:
            try:
                worker.send(group)
            except OSError:
                raise UsageError("worker-ended") from None
            at_work[worker] = position
            return

    for worker in workers:
        give(worker)
    for position in range(len(groups)):
        while position not in done:
            ready = wait(list(at_work))
            for worker in [one for one in at_work if one in ready]:
                done[at_work.pop(worker)] = _answer(worker)
                give(worker)
        yield done.pop(position)


def _answer(worker: Connection) -> Part:
    try:
        answer = worker.recv()
    except (EOFError, OSError):
        raise UsageError("worker-ended") from None
    if isinstance(answer, Exception):
        raise answer
    assert isinstance(answer, Part)  # noqa: S101 - it sends nothing else
    return answer


class _Worker(NamedTuple):
    """A process that is given groups, and answers with their parts."""

    connection: Connection
    process: BaseProcess


def _start(workers: list[_Worker], number: int, task: Task) -> None:
    """Add up to *number* processes to *workers*, none where one would be alone."""
    context = multiprocessing.get_context("spawn")  # the same on every system
    for _ in range(number if number > 1 else 0):
        here, there = context.Pipe()
        process = context.Process(target=_work, args=(there, task), daemon=True)
        try:
            process.start()
        except OSError:  # the system gives no more
            return
        workers.append(_Worker(here, process))
        there.close()  # so that its end is seen when it ends


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _work(connection: Connection, task: Task) -> None:
    """Check groups until there are no more; the process that started this one is interrupted."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    collect_rarely()
    while True:
        try:
            group = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(_part_or_error(task, group))


def _part_or_error(task: Task, group: Group) -> Part | Exception:
    try:
        return check_part(task, group)
    except (KediriIndexError, MemoryError, OSError) as error:
        return error
    except Exception as error:  # noqa: BLE001 - the process that asked says it
        import traceback  # only a bug needs it

        told = RuntimeError(f"{type(error).__name__}: {error}")
        told.add_note(traceback.format_exc())
        return told


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
