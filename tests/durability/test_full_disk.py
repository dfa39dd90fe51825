"""
A disk that is full: under segments and catalog, and under the catalog of a lake on S3.

What was answered is there, what was refused is not; reads go on meanwhile, and writes as soon as there is room.
"""

from __future__ import annotations

import itertools
import shutil
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import pytest

from tests.durability.test_kill import assert_undamaged
from tests.durability.tools import session, token_for
from tests.durability.writes import CREATE, WRITES, Place, batches
from tests.fix_gateway import Gateway, end
from tests.processes import ProgramError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.fix_s3 import MotoS3

pytestmark = [pytest.mark.server, pytest.mark.slow]

ROOM: Final = (0, 5_000, 100_000)
"""Bytes that are left: for nothing, for a segment but no commit, and for the small ones."""
AT_ONCE: Final = 5.0  # seconds


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A directory of a disk of its own."""
    if not shutil.which("mount"):
        pytest.skip("there is no mount")
    disk = tmp_path / "gateway" / "data"
    disk.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", "size=32m", "none", str(disk)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        pytest.skip(f"no disk can be mounted here: {made.stderr.strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.fixture(params=["local", "S3"])
def place(request: pytest.FixtureRequest, small: Path) -> Iterator[Place]:
    s3: MotoS3 | None = request.getfixturevalue("moto_s3") if request.param == "S3" else None
    config = {"lake": {} if s3 is None else s3.config()}
    gateway = Gateway(small.parent, "--https", "off", config=config)
    try:
        gateway.start()
        with session(gateway) as connection:
            connection.execute(CREATE)
            yield Place(gateway, token_for(connection, "t"))
    finally:
        end(gateway)


def fill(disk: Path, room: int) -> Path:
    """Leave no more than so many bytes."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 16, 1):
            with suppress(OSError):
                while True:
                    file.write(bytes(size))
        file.truncate(file.tell() - room)
    return ballast


def test_all_or_nothing(place: Place, small: Path) -> None:
    numbers, there = itertools.count(), set()

    def write_all() -> Iterator[str]:
        """The ways that were refused."""
        for way, write in WRITES.items():
            number = next(numbers)
            told = write(place, number)
            if told is None:
                there.add(number)
            else:
                assert told.sqlstate == (None if way == "post" else "53100"), told
                assert "No space left on device" in told.message
                yield way

    with session(place.gateway) as connection:
        assert not list(write_all())
        for room in ROOM:
            ballast = fill(small, room)
            refused = set(write_all())
            assert room or refused == WRITES.keys()
            assert batches(connection) == there
            ballast.unlink()
            began = time.monotonic()
            assert not list(write_all())
            assert time.monotonic() - began < len(WRITES) * AT_ONCE
            assert batches(connection) == there


def test_a_restart(place: Place, small: Path) -> None:
    """Without room for one segment it says why it does not start; with room all is there."""
    gateway = place.gateway
    for number, write in enumerate(WRITES.values()):
        assert write(place, number) is None
    ballast = fill(small, 0)
    assert WRITES["insert"](place, 100) is not None
    gateway.kill()
    with suppress(ProgramError):  # which says why
        gateway.start()
    assert gateway.running or "is not usable: could not write" in gateway.log()
    ballast.unlink()
    if not gateway.running:
        gateway.start()
    with session(gateway) as connection:
        assert batches(connection) == set(range(len(WRITES)))
    assert WRITES["post"](place, 200) is None
    assert gateway.terminate() == 0
    assert_undamaged(gateway)
