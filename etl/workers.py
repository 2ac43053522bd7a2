"""Worker processes, each of which does one task after the other.

They end at once with the one that asks, even where that is killed.
"""
from __future__ import annotations

import os
import pickle
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue

from etl import aside
from etl.errors import WorkerLost

Submit = Callable[..., "Future[object]"]
Tasks = SimpleQueue[tuple[Callable[..., object], tuple[object, ...]] | None]


@contextmanager
def workers(count: int) -> Iterator[Submit]:
    """Give a function that has a worker call a function of a module, and returns the future of what that returns.

    Threads may share it. The future raises what the function raises, and WorkerLost where the system ends the worker.
    """
    own, started = threading.local(), []

    def ask(task: Callable[..., object], *given: object) -> object:
        if not hasattr(own, "worker"):
            own.worker = _Worker()
            started.append(own.worker)
        return own.worker.ask(task, *given)

    pool = ThreadPoolExecutor(count)
    try:
        yield lambda task, *given: pool.submit(ask, task, *given)
    finally:
        pool.shutdown(cancel_futures=True)
        for worker in started:
            worker.end()


class _Worker:
    """A process, and our end of the pipe to it."""

    def __init__(self) -> None:
        self._process, self._connection = aside.start(_work)

    def ask(self, task: Callable[..., object], *given: object) -> object:
        """Return what the process makes of a task."""
        try:
            self._connection.send((task, given))
            answer, error = pickle.loads(self._connection.recv_bytes())
        except (EOFError, OSError) as lost:
            raise WorkerLost("A worker process was ended by the system, probably for want of memory. What is loaded stays: "
                             "run the same command again, with a smaller --max-size or --workers 1.") from lost
        if error is not None:
            raise error
        return answer

    def end(self) -> None:
        """Let the process end."""
        self._connection.close()
        self._process.wait()


def _work(connection: Connection) -> None:
    """Do each task that comes, until nobody is left who asks."""
    tasks: Tasks = SimpleQueue()
    at_work = threading.Lock()
    threading.Thread(target=_listen, args=(connection, tasks, at_work), daemon=True).start()
    with suppress(OSError):
        while (asked := tasks.get()) is not None:
            with at_work:
                connection.send_bytes(_outcome(*asked))


def _listen(connection: Connection, tasks: Tasks, at_work: threading.Lock) -> None:
    """Take tasks, also while one is done: what nobody waits for any longer is not gone on with."""
    with suppress(EOFError, OSError):
        while True:
            tasks.put(connection.recv())
    if at_work.locked():
        os._exit(1)
    tasks.put(None)


def _outcome(task: Callable[..., object], given: tuple[object, ...]) -> bytes:
    """Return what a task makes, or the error that the one who asks raises, with where it came from; pickled here, where it can fail."""
    try:
        return pickle.dumps((task(*given), None))
    except Exception as error:
        # The boundary.
        error.add_note(traceback.format_exc())
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:
            error = RuntimeError(traceback.format_exc())
        return pickle.dumps((None, error))
