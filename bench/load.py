"""
Posts of one body by h2load (Debian: nghttp2-client), a client that costs little beside the server.
"""

from __future__ import annotations

import io
import shutil
import statistics
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence

ARROW: Final = "application/vnd.apache.arrow.stream"
SECONDS: Final = 600


class LoadError(Exception):
    """
    h2load is missing, or not every post was answered 200.
    """


@dataclass(frozen=True, slots=True)
class Load:
    """
    What the posts' clients saw.

    Args:
        seconds: Of all together.
        waits: Milliseconds until each was answered, sorted.

    """

    seconds: float
    waits: Sequence[float]

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.waits) / self.seconds

    @property
    def p50(self) -> float:
        return statistics.median(self.waits)

    @property
    def p99(self) -> float:
        return self.waits[int(len(self.waits) * 0.99)]


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
    begun = min(start for start, _, _ in answers)
    ended = max(start + taken for start, _, taken in answers)
    return Load((ended - begun) / 1e6, sorted(taken / 1000 for _, _, taken in answers))
