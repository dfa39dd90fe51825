"""
What keeps the files of all lakes few: one thread of the gateway's, and whoever asks for it.

The thread looks at what was written since it looked last, which the gates know: where nothing was it costs
nothing.  For each topic with work it takes one step, small enough to be over in seconds; what is left is done
in the next round, which begins at once.  A topic that somebody is changing is left for the next round.
Now and then it lets go of what nobody needs any more (letting_go.py).
"""

from __future__ import annotations

import contextlib
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from pggate.errors import LockNotAvailable, PgError, QueryCanceled
from pggate.lake.transactions import GATE_TIMEOUT
from pggate.lake.upkeep.compaction import NOTHING, compact
from pggate.lake.upkeep.compactions import History
from pggate.lake.upkeep.small_files import count_files, find_work, kind_of
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine
    from pggate.lake.databases import Databases
    from pggate.lake.lake import Lake
    from pggate.lake.upkeep.compaction import Compacted
    from pggate.lake.upkeep.letting_go import LettingGo
    from pggate.lake.upkeep.small_files import Sizes, Work

log = Log("lake")

INTERVAL: Final = 1.0
"""Seconds from the end of a round that had nothing to do to the next."""
RETRY: Final = 30.0
"""Seconds after which what has failed is tried again."""
EVERY: Final = -1
"""No topic's id: stands for all of a lake that could not be asked."""
ASKED: Final = 2
"""So many files are merged where somebody asks for it."""


class Upkeep:
    """
    Args:
        interval: See INTERVAL.
        merges: Whether files are merged without being asked for it.
        letting_go: What is done besides merging.

    """

    def __init__(
        self,
        engine: Engine,
        databases: Databases,
        sizes: Sizes,
        interval: float = INTERVAL,
        letting_go: LettingGo | None = None,
        *,
        merges: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.sizes = sizes
        self.history = History()
        self._databases = databases
        self._engine = engine
        self._interval = interval
        self._merges = merges
        self._clock = clock
        self._letting_go = letting_go
        self._stopped = threading.Event()
        self._cursor: Cursor | None = None
        self._seen: dict[Lake, dict[int, int]] = {}
        """The last write of each topic as of which there was nothing to do."""
        self._fruitless: dict[tuple[Lake, int, str], int] = {}
        """What has merged nothing of a topic, and its last write: until the next it would not either."""
        self._failed: dict[tuple[Lake, int], float] = {}
        """The topics of which a step has failed, and when they are tried again."""
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """
        Stop; a step that is under way is given up, unless it is in its COMMIT.
        """
        self._stopped.set()
        if self._thread is not None:
            while self._thread.is_alive():
                if (cursor := self._cursor) is not None:
                    cursor.interrupt()
                self._thread.join(0.05)

    def compact(self, lake: Lake, table_id: int, is_interrupted: Callable[[], bool]) -> Compacted:
        """
        All steps that a topic needs, now, and those that would not be worth their cost yet.  What comes
        meanwhile is left for later, or there would be no end.

        Raises:
            LockNotAvailable: 55P03, somebody has been changing the topic for too long.
            PgError: A step cannot be done; those before it are.

        """
        total = NOTHING
        with contextlib.closing(self._engine.cursor(is_interrupted)) as cursor:
            files = {each: count for each, count, *_ in count_files(cursor, lake.metadata, self.sizes)}
            most = 2 * files.get(table_id, 0)  # until one is left, if each step took two of them
            while total.files < most:
                steps = find_work(cursor, lake.metadata, self.sizes, [table_id], least=ASKED)
                done = NOTHING
                for work in steps:
                    done += self._step(lake, cursor, work, GATE_TIMEOUT, is_interrupted)
                if done == NOTHING:
                    break
                total += done
        return total

    # -- the thread

    def _run(self) -> None:
        pause = self._interval
        while not self._stopped.wait(pause):
            with contextlib.closing(self._engine.cursor(self._stopped.is_set)) as cursor:
                self._cursor = cursor
                try:
                    pause = 0 if self.round(cursor) else self._interval
                except Exception as bug:  # noqa: BLE001  without this thread files would pile up in silence
                    log.error("upkeep_failed", error=bug)
                    pause = RETRY
                finally:
                    self._cursor = None

    def round(self, cursor: Cursor) -> bool:
        """
        One step of each topic that needs one; whether any was done.
        """
        lakes = self._databases.lakes()
        self._forget_others(set(lakes.values()))
        looks = (self._look_after, self._let_go) if self._merges else (self._let_go,)
        done = [look(lake, cursor) for lake in lakes.values() for look in looks]
        return any(done)

    def _look_after(self, lake: Lake, cursor: Cursor) -> bool:
        now = lake.gates.last_writes()
        is_first = lake not in self._seen  # or could not be asked yet
        seen = self._seen.get(lake, {})
        written = {table_id for table_id, snapshot in now.items() if seen.get(table_id, -1) < snapshot}
        due = {table_id for table_id in written if not self._is_put_off(lake, table_id)}
        if (not due and not is_first) or self._is_put_off(lake, EVERY):
            return False
        try:
            steps = find_work(cursor, lake.metadata, self.sizes, None if is_first else due)
        except PgError as error:
            self._failed[lake, EVERY] = self._clock() + RETRY
            self._complain(lake, error)
            return False
        steps = [work for work in steps if not self._is_fruitless(lake, work, now)]
        waiting = {work.table_id for work in steps}
        self._seen[lake] = seen
        seen |= {table_id: now[table_id] for table_id in due - waiting}
        if is_first:  # they were written by nobody in this process
            lake.gates.note_write([work.table_id for work in steps], 0)
        done = [self._try(lake, cursor, work, now) for work in steps]
        return any(done)

    def _let_go(self, lake: Lake, cursor: Cursor) -> bool:
        if self._letting_go is None or self._stopped.is_set():
            return False
        try:
            return self._letting_go.look_after(lake, cursor)
        except QueryCanceled:  # by our end
            return False

    def _try(self, lake: Lake, cursor: Cursor, work: Work, now: Mapping[int, int]) -> bool:
        """Whether it was done; what was not is tried again."""
        if self._stopped.is_set():
            return False
        try:
            done = self._step(lake, cursor, work, 0, self._stopped.is_set)
        except (LockNotAvailable, QueryCanceled):
            return False
        except PgError as error:
            self._failed[lake, work.table_id] = self._clock() + RETRY
            self._complain(lake, error, work.table_id)
            return False
        if done == NOTHING:
            self._fruitless[lake, work.table_id, kind_of(work)] = now.get(work.table_id, 0)
        return done != NOTHING

    def _step(
        self, lake: Lake, cursor: Cursor, work: Work, timeout: float, is_interrupted: Callable[[], bool]
    ) -> Compacted:
        place = lake.oid, work.table_id
        try:
            done = compact(lake, cursor, work, timeout, is_interrupted)
        except (LockNotAvailable, QueryCanceled):
            raise
        except PgError as error:
            self.history.failed(place, error.message)
            lake.metrics.compaction_failed()
            raise
        if done != NOTHING:
            self.history.succeeded(place, done, datetime.now(UTC))
            lake.metrics.compacted(done.files, done.size, done.seconds)
            log.debug(
                "compacted",
                database=lake.name,
                topic=work.table_id,
                kind=kind_of(work),
                files=done.files,
                made=done.made,
                rows=done.rows,
                bytes=done.size,
                seconds=round(done.seconds, 3),
            )
        return done

    def _is_put_off(self, lake: Lake, table_id: int) -> bool:
        return self._failed.get((lake, table_id), 0) > self._clock()

    def _is_fruitless(self, lake: Lake, work: Work, now: Mapping[int, int]) -> bool:
        return self._fruitless.get((lake, work.table_id, kind_of(work)), -1) >= now.get(work.table_id, 0)

    def _complain(self, lake: Lake, error: PgError, table_id: int | None = None) -> None:
        if not self._is_over(lake):
            log.warning("compaction_failed", database=lake.name, topic=table_id, error=error.message)

    def _is_over(self, lake: Lake) -> bool:
        """Has the lake been dropped meanwhile, or the gateway been stopped?"""
        return self._stopped.is_set() or lake not in self._databases.lakes().values()

    def _forget_others(self, lakes: set[Lake]) -> None:
        """What is known of lakes that were dropped."""
        if self._letting_go is not None:
            self._letting_go.forget_others(lakes)
        for lake in [lake for lake in self._seen if lake not in lakes]:
            del self._seen[lake]
            self.history.forget(lake.oid)
            self._fruitless = {key: value for key, value in self._fruitless.items() if key[0] is not lake}
            self._failed = {key: value for key, value in self._failed.items() if key[0] is not lake}
