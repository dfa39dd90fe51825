"""
An interactive program on a pseudo-terminal: type, and wait for what it shows.
"""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

SECONDS = 20.0


class Terminal:
    """
    Args:
        command: Program and arguments.
        env: Its whole environment, TERM included.

    """

    def __init__(self, command: Sequence[str], *, env: Mapping[str, str], cwd: Path) -> None:
        self._master, slave = pty.openpty()
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=env, cwd=cwd, start_new_session=True
        )
        os.close(slave)
        self._shown = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def type(self, keys: str) -> None:
        """Press keys; a line ends with a newline."""
        os.write(self._master, keys.encode())

    def wait_for(self, pattern: str, seconds: float = SECONDS) -> str:
        """
        What was shown since the last call, up to and with the pattern.
        """
        deadline = time.monotonic() + seconds
        while not (found := re.search(pattern, self._shown)):
            rest = deadline - time.monotonic()
            if rest <= 0 or not self._read(rest):
                raise AssertionError(f"no {pattern!r} in {self._shown!r}")
        shown, self._shown = self._shown[: found.end()], self._shown[found.end() :]
        return shown

    def interrupt_until(self, pattern: str) -> str:
        """Press control and C until the pattern is shown: what has not begun yet cannot be interrupted."""
        for _ in range(int(SECONDS / 0.2)):
            self._process.send_signal(signal.SIGINT)
            try:
                return self.wait_for(pattern, 0.2)
            except AssertionError:
                continue
        return self.wait_for(pattern, 0.2)

    def _read(self, seconds: float) -> bool:
        """Whether there is more to come."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._master, 65536)
        except OSError:  # Linux: the other side is closed
            return False
        self._shown += data.decode(errors="replace")
        return bool(data)
