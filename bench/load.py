"""
Posts of one body by h2load (Debian: nghttp2-client), a client that costs little beside the server.
"""

from __future__ import annotations

import io
import shutil
import statistics
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from bench.measuring import percentile

if TYPE_CHECKING:
    from collections.abc import Sequence

ARROW: Final = "application/vnd.apache.arrow.stream"
SECONDS: Final = 600


class LoadError(Exception):
    """
    h2load is missing, or not every post was answered 200.
    """


@dataclass(frozen=True, slots=True)
class Answer:
    """
    When a post was sent and when it was answered, in seconds since 1970.
    """

    begun: float
    ended: float

    @property
    def wait(self) -> float:
        """Milliseconds."""
        return (self.ended - self.begun) * 1000


@dataclass(frozen=True, slots=True)
class Load:
    """
    What the posts' clients saw: an answer to each.
    """

    answers: Sequence[Answer]

    @property
    def seconds(self) -> float:
        """Of all together."""
        return max(one.ended for one in self.answers) - min(one.begun for one in self.answers)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.answers) / self.seconds

    @property
    def p50(self) -> float:
        return statistics.median(one.wait for one in self.answers)

    @property
    def p99(self) -> float:
        return percentile([one.wait for one in self.answers], 99)


def stream(table: pa.Table) -> bytes:
    """The table as an Arrow IPC stream of one batch."""
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table.combine_chunks())
    return sink.getvalue()


def posts(
    urls: Sequence[str], body: bytes, *, clients: int, count: int, streams: int = 1, http: int = 2
) -> Load:
    """
    Post a body so many times.

    Args:
        urls: Each client goes through them in turn.
        clients: Connections, each of which posts one body after the other …
        streams: … or, by HTTP/2, so many at once.

    Raises:
        LoadError: Somebody was not answered 200.

    """
    if shutil.which("h2load") is None:
        raise LoadError("there is no h2load (Debian: nghttp2-client)")
    with tempfile.TemporaryDirectory() as directory:
        data, places, log = (Path(directory) / name for name in ("body", "urls", "log"))
        data.write_bytes(body)
        places.write_text("".join(f"{url}\n" for url in urls))
        command = [
            *("h2load", "--clients", str(clients), "--requests", str(count)),
            *("--max-concurrent-streams", str(streams), "--data", str(data), "--log-file", str(log)),
            *("--header", f"content-type: {ARROW}", "--input-file", str(places)),
            *(["--h1"] if http == 1 else []),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
        answers = [tuple(map(int, line.split())) for line in log.read_text().splitlines()]
    wrong = sorted({status for _, status, _ in answers if status != 200})
    if done.returncode or wrong or len(answers) != count:
        raise LoadError(f"{len(answers)} of {count} posts were answered, some {wrong}: {done.stdout[-500:]}")
    return Load([Answer(start / 1e6, (start + taken) / 1e6) for start, _, taken in answers])


def posts_to_each(urls: Sequence[str], body: bytes, *, clients: int, count: int) -> Load:
    """
    Post a body to all places at once, so many times to each by so many clients of its own.

    The clients of one h2load would all go from place to place together.
    """
    with ThreadPoolExecutor(len(urls)) as threads:
        loads = threads.map(lambda url: posts([url], body, clients=clients, count=count), urls)
        return Load([answer for load in loads for answer in load.answers])
