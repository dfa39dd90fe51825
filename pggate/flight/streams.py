"""
The streams of rows that come at once: how many there may be, what they hold together, and the end of those
that nothing comes from.

pyarrow 26 waits for a client in a thread of gRPC's, from which nothing calls it back: so what ends
a silent stream is the end of its connection (connections.py).
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING, Any, Final

from ingest.limits import RETRY_AFTER_MS
from pggate.errors import QueryCanceled
from pggate.lake.backlog import Overloaded
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

log = Log("flight")

MOST: Final = 1_000
"""Streams at once, each of which has a thread."""
SILENT_SECONDS: Final = 300.0
"""That a client may let pass without sending a whole batch."""
LOOKS: Final = 20
"""At who is silent, in that time."""


class Streams:
    """
    Those of a gateway.  Safe from any thread; its own lives while streams do.

    Args:
        limit: Bytes of rows that all of them hold.  What comes alone is taken whatever its size.

    """

    def __init__(self, limit: int, most: int = MOST, silent_seconds: float = SILENT_SECONDS) -> None:
        self.limit = limit
        self.most = most
        self.silent_seconds = silent_seconds
        self.lock = threading.Lock()
        self.held = 0
        self._live: set[Stream] = set()
        self._watched = threading.Event()

    @contextlib.contextmanager
    def enter(self, peer: str, end: Callable[[], bool]) -> Iterator[Stream]:
        """
        One more, until the context is left.

        Args:
            peer: The other end of its connection.
            end: Ends that.

        Raises:
            Overloaded: There are too many.

        """
        stream = Stream(self, peer, end)
        with self.lock:
            if len(self._live) >= self.most:
                raise Overloaded("too many streams of rows", retry_after_ms=RETRY_AFTER_MS)
            self._live.add(stream)
            if len(self._live) == 1:
                self._watched = threading.Event()
                watch = threading.Thread(
                    target=self._watch, args=(self._watched,), name="flight-silence", daemon=True
                )
                watch.start()
        try:
            yield stream
        finally:
            with self.lock:
                self.held -= stream.held
                self._live.discard(stream)
                if not self._live:
                    self._watched.set()

    def _watch(self, ended: threading.Event) -> None:
        while not ended.wait(self.silent_seconds / LOOKS):
            for stream in self._silent():
                log.info("flight_silent", peer=stream.peer, seconds=self.silent_seconds)
                stream.end()

    def _silent(self) -> list[Stream]:
        """Those over whose connection no other stream comes either; they are ended from here on."""
        since = time.monotonic() - self.silent_seconds
        with self.lock:
            heard = {stream.peer for stream in self._live if stream.waits_since > since}
            silent = [stream for stream in self._live if not stream.is_ended and stream.peer not in heard]
            for stream in silent:
                stream.is_ended = True
        return silent


class Stream:
    """
    One stream of rows.
    """

    def __init__(self, streams: Streams, peer: str, end: Callable[[], bool]) -> None:
        self._streams = streams
        self.peer = peer
        self.end = end
        self.held = 0
        self.waits_since = time.monotonic()
        self.is_ended = False

    def hold(self, nbytes: int) -> None:
        """
        So many bytes from now on.

        Raises:
            Overloaded: The others leave less than that.

        """
        with self._streams.lock:
            others = self._streams.held - self.held
            if nbytes > self.held and others and others + nbytes > self._streams.limit:
                raise Overloaded("too many bytes wait to be appended", retry_after_ms=RETRY_AFTER_MS)
            self._streams.held = others + nbytes
            self.held = nbytes

    def chunks(self, reader: Any) -> Iterator[Any]:
        """
        What a reader gives.

        Raises:
            QueryCanceled: The stream was ended, since nothing had come for too long.

        """
        self._waits()
        for chunk in reader:
            self._goes_on()
            yield chunk
            self._waits()
        self._goes_on()

    def _waits(self) -> None:
        self.waits_since = time.monotonic()

    def _goes_on(self) -> None:
        with self._streams.lock:
            self.waits_since = float("inf")
            if self.is_ended:
                raise QueryCanceled(
                    "canceling the append: nothing has come of its rows",
                    detail=f"Nothing for {self._streams.silent_seconds:g} seconds.",
                )
