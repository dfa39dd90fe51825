"""
Both servers, and many statements through them.
"""

from __future__ import annotations

import tempfile
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.differential.comparing import Both, Side, differences
from tests.fix_gateway import Gateway
from tests.fix_postgres import temporary_server
from tests.transcripts.player import Server

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.fix_postgres import PostgresServer

SETUP = ("set timezone = 'UTC'",)


@dataclass(frozen=True, slots=True)
class Pair:
    """
    Where PostgreSQL and the gateway listen.
    """

    postgres: Server
    pggate: Server


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    A statement, both answers, and in words what is not the same in them.
    """

    statement: str
    postgres: Both
    pggate: Both

    @property
    def differences(self) -> tuple[str, ...]:
        return differences(self.postgres, self.pggate)

    def __str__(self) -> str:
        words = ", ".join(self.differences) or "the same"
        lines = [f"{self.statement}    -- {words}", f"    postgres {self.postgres}"]
        if self.differences:
            lines.append(f"    pggate   {self.pggate}")
        if "binary" in self.differences and "text" not in self.differences:
            for name, both in (("postgres", self.postgres), ("pggate  ", self.pggate)):
                rows = [[cell and cell.hex() for cell in row] for row in both.binary.rows]
                lines.append(f"    {name} {rows}")
        return "\n".join(lines)


@contextmanager
def servers() -> Iterator[Pair]:
    """A PostgreSQL 15 and a gateway that nobody else uses."""
    with ExitStack() as stack:
        oracle = stack.enter_context(temporary_server({}))
        gateway = Gateway(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        stack.callback(gateway.stop)
        gateway.start()
        yield pair(oracle, gateway)


def pair(oracle: PostgresServer, gateway: Gateway) -> Pair:
    return Pair(Server(oracle.host, oracle.port, "postgres", "postgres"), Server(**gateway.login()))


def run(pair: Pair, statements: Iterable[str], setup: Iterable[str] = ()) -> Iterator[Outcome]:
    """
    The outcome of each statement, on one session of either server, which has run SETUP and `setup` before.
    """
    setup = (*SETUP, *setup)
    with closing(Side(pair.postgres, setup)) as postgres, closing(Side(pair.pggate, setup)) as pggate:
        for statement in statements:
            for side in (pggate, postgres):
                side.send(statement)
            yield Outcome(statement, postgres.receive(), pggate.receive())
