"""
python -m bench.profile: where the time goes, step by step in this process, for docs/performance.md.
"""

from __future__ import annotations

import cProfile
import itertools
import pstats
import tempfile
import threading
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench import tables
from bench.measuring import interleaved
from pggate import config
from pggate.composition import FIRST, open_gateway
from pggate.datadir import DataDirectory
from pggate.engine.names import qualified
from pggate.lake.catalogs import alias
from pggate.session.session import Session
from pggate.session.settings.settings import Settings
from pggate.session.statement.identity import Identity
from pggate.wire import backend, frontend

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.engine.cursor import Cursor
    from pggate.session.live.gateway import Gateway

SELECT: Final = f"select * from {qualified(alias(FIRST), 'public', 'mixed')}"
STATEMENTS: Final = 2_000
FUNCTIONS: Final = 25


def main() -> None:
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        directory = DataDirectory(home)
        stack.callback(directory.release)
        told = config.load(None, {}, {"data_dir": str(home), "log.level": "warning"})
        gateway = open_gateway(told, directory, stack)
        session = stack.enter_context(closing(_session(gateway)))
        cursor = stack.enter_context(closing(gateway.engine.cursor()))
        _answer(session, frontend.Query(f"create table mixed as {tables.sql('mixed')}"))
        _tell(
            "a million rows of seven columns, ms",
            1e3,
            {
                "the engine's batches": lambda: _drained(cursor, SELECT),
                "answered in text": lambda: _answer(session, frontend.Query(SELECT)),
                "answered in binary": lambda: _answer(session, *_extended(SELECT)),
            },
        )
        _tell("a session, ms", 1e3, {"its first query": lambda: _first_query(gateway)})
        numbers = itertools.count(1)
        small = {
            "the engine alone": lambda: _drained(cursor, f"select {next(numbers)}"),
            "a simple query": lambda: _answer(session, frontend.Query(f"select {next(numbers)}")),
            "an extended query": lambda: _answer(session, *_extended(f"select {next(numbers)}")),
        }
        _tell(
            "select :n, µs", 1e6 / STATEMENTS, {name: partial(_repeated, one) for name, one in small.items()}
        )
        _functions(small["a simple query"])


def _session(gateway: Gateway) -> Session:
    def alarm(seconds: float, ring: Callable[[], None]) -> Callable[[], None]:
        timer = threading.Timer(seconds, ring)
        timer.start()
        return timer.cancel

    gateway.presence.enter(FIRST)
    identity = Identity(FIRST, FIRST, 1, superuser=True)
    return Session(gateway, identity, Settings(gateway.fixed_settings), alarm, lambda: True)


def _first_query(gateway: Gateway) -> None:
    with closing(_session(gateway)) as session:
        _answer(session, frontend.Query("select 1"))


def _extended(sql: str) -> tuple[frontend.Frontend, ...]:
    """All of it, with every result column in binary."""
    return (
        frontend.Parse("", sql, ()),
        frontend.Bind("", "", (), (), (1,)),
        frontend.Describe("P", ""),
        frontend.Execute("", 0),
        frontend.Sync(),
    )


def _answer(session: Session, *messages: frontend.Frontend) -> None:
    """Every reply as the bytes that would be sent."""
    for message in messages:
        for reply in session.handle(message):
            assert not isinstance(reply, backend.ErrorResponse), reply
            backend.encode(reply)  # type: ignore[arg-type]  # nobody copies here


def _drained(cursor: Cursor, sql: str) -> None:
    with cursor.run(sql) as result:
        for _ in result.batches():
            pass


def _repeated(work: Callable[[], object]) -> None:
    for _ in range(STATEMENTS):
        work()


def _tell(title: str, scale: float, steps: dict[str, Callable[[], object]]) -> None:
    print(title)
    for name, seconds in interleaved(steps).items():
        print(f"  {name:<40} {seconds * scale:8.1f}")


def _functions(work: Callable[[], object]) -> None:
    profile = cProfile.Profile()
    profile.runcall(_repeated, work)
    pstats.Stats(profile).sort_stats("tottime").print_stats(FUNCTIONS)


main()
