"""
The appends of one lake that are on their way: what the threads of its writer share, under one lock.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from pggate.errors import CannotConnectNow, InternalError, PgError
from pggate.lake.backlog import Backlog
from pggate.lake.lanes import Lanes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Future

    from pggate.lake.appends import Append
    from pggate.lake.receipts import Receipt
    from pggate.metrics import Lakes

log = logging.getLogger(__name__)


class Pipeline:
    """
    Args:
        waiting_bytes: Arrow bytes that may wait for their commit (backlog.py).
        linger: Seconds that a topic waits for the callers of its last commit to come back (lanes.py).
        clock: A monotonic one.

    `changed` is notified when a lane is due earlier, when no append is left, and when the writer stops.
    """

    def __init__(self, metrics: Lakes, waiting_bytes: int, linger: float, clock: Callable[[], float]) -> None:
        self.metrics = metrics
        self.clock = clock
        self.changed = threading.Condition()  # its lock guards everything below
        self.lanes = Lanes(linger)
        self.backlog = Backlog(waiting_bytes)
        self.waiting: dict[Future[Receipt], Append] = {}  # which no commit has taken: they can be withdrawn
        self.stopped = False

    # -- under the lock

    def admit(self, append: Append) -> None:
        """
        Raises:
            Overloaded: Too many bytes wait.
            CannotConnectNow: The writer is closing.

        """
        if self.lanes.closing:
            raise CannotConnectNow("the server is shutting down")
        takes = self.lanes.commit_takes.seconds + self.lanes.encoding_takes.seconds
        self.backlog.admit(append.topic.table_id, append.size, takes)
        self.metrics.waiting(append.size)
        self.waiting[append.future] = append
        self.schedule(self.lanes.gather(append))

    def wait_again(self, appends: Iterable[Append]) -> None:
        """
        The commit of these has ended without them.
        """
        self.waiting.update((append.future, append) for append in appends)

    def leave(self, append: Append) -> None:
        """
        Its bytes wait no longer.
        """
        self.waiting.pop(append.future, None)
        self.metrics.waiting(-append.size)
        self.backlog.leave(append.topic.table_id, append.size)
        if not self.backlog.appends:
            self.changed.notify_all()

    def schedule(self, table_id: int) -> None:
        if self.lanes.schedule(table_id, self.clock()):
            self.changed.notify_all()

    def schedule_all(self) -> None:
        if self.lanes.schedule_all(self.clock()):
            self.changed.notify_all()

    # -- the end of an append; these take the lock by themselves

    def settle(self, results: Iterable[tuple[Append, Receipt | PgError]]) -> None:
        """
        Resolve the futures, each with its receipt or the error.
        """
        with self.changed:
            settled = [(append, result) for append, result in results if not append.future.done()]
            for append, _ in settled:
                self.waiting.pop(append.future, None)  # from here on nobody else ends it
        now = self.clock()
        for append, result in settled:
            if isinstance(result, PgError):
                append.future.set_exception(result)
            else:
                append.future.set_result(result)
                self.metrics.appended(now - append.began)
        with self.changed:
            for append, _ in settled:
                self.leave(append)

    def fail(self, appends: Iterable[Append], error: PgError) -> None:
        """
        Tell all of them the same error.
        """
        self.settle((append, error) for append in appends)

    def job_ended(self, appends: Sequence[Append], job: Future[None]) -> None:
        """
        A job that failed as none should: nobody may wait for ever for it.
        """
        if (error := job.exception()) is not None:
            log.error("append failed: %s", error, exc_info=error)
            self.fail(appends, InternalError(f"append failed: {error}"))
