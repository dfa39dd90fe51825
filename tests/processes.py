"""
A program as a child of the tests: its output is read at once, its events are waited for, it never outlives us.
"""

from __future__ import annotations

import itertools
import os
import random
import re
import signal
import socket
import subprocess
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

STOP_SECONDS = 30.0
PORTS = range(16_384, 32_768)


class ProgramError(Exception):
    """
    A program ended, or did not get where it should in time; the message holds its log.
    """


class Program:
    """
    A running program.

    Args:
        command: Program and arguments.
        cwd: A directory that the program's user can enter.
        env: The whole environment; None inherits ours.
        user: Run as this user (root only).

    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        env: Mapping[str, str] | None = None,
        user: str | None = None,
    ) -> None:
        self._process = subprocess.Popen(
            command,
            cwd=cwd,
            env=env,
            user=user,
            group=group_of(user),
            extra_groups=None if user is None else (),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        self._name = command[0].rpartition("/")[2]
        self._lines: list[str] = []
        self._ended = False
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read, name=f"log of {self._name}", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def log(self) -> str:
        """Standard output and error so far."""
        with self._news:
            return "".join(self._lines)

    def wait_for(self, pattern: str, seconds: float) -> re.Match[str]:
        """
        Wait for a line in which the pattern is found.

        Raises:
            ProgramError: The program ended first, or the time is over.

        """
        with self._news:
            if not self._news.wait_for(lambda: self._ended or self._find(pattern), seconds):
                raise ProgramError(
                    f"{self._name}: no {pattern!r} within {seconds:g} s:\n{''.join(self._lines)}"
                )
            found = self._find(pattern)
            if not found:
                raise ProgramError(f"{self._name} ended:\n{''.join(self._lines)}")
            return found

    def wait(self, seconds: float = STOP_SECONDS) -> int:
        """Wait for the end; the exit code, negative for a signal."""
        try:
            code = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise ProgramError(f"{self._name} did not end within {seconds:g} s:\n{self.log()}") from None
        self._reader.join(seconds)
        return code

    def send(self, number: signal.Signals) -> None:
        """Send a signal; nothing happens when the program has ended."""
        self._process.send_signal(number)

    def stop(self, number: signal.Signals = signal.SIGTERM, seconds: float = STOP_SECONDS) -> None:
        """End it: politely, then not."""
        self.send(number)
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self.wait()

    def _find(self, pattern: str) -> re.Match[str] | None:
        return next((found for line in self._lines if (found := re.search(pattern, line))), None)

    def _read(self) -> None:
        output = self._process.stdout
        assert output
        with output:
            for line in output:
                with self._news:
                    self._lines.append(line)
                    self._news.notify_all()
        with self._news:
            self._ended = True
            self._news.notify_all()


def free_ports(count: int) -> list[int]:
    """
    Ports of 127.0.0.1 that nobody listens on, all different.

    They lie below those that Linux gives to connections, and every process of a parallel run has its own, so
    that nobody takes one between here and the program that it is for, nor while that program restarts.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    ours = range(PORTS.start + worker, PORTS.stop, workers)
    free = filter(_is_free, random.sample(ours, len(ours)))
    return list(itertools.islice(free, count))


def _is_free(port: int) -> bool:
    with socket.socket() as one:
        try:
            one.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def group_of(user: str | None) -> int | None:
    """The group to run as with that user; None stays None."""
    if user is None:
        return None
    import pwd

    return pwd.getpwnam(user).pw_gid
