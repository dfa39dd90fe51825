"""
Every transcript of this directory, against PostgreSQL 15 and against pggate.

The same answers are expected of both; where pggate's is another one, the transcript says which and why, and no
longer than it is true.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.fix_postgres import temporary_server
from tests.transcripts.player import Server, play, told
from tests.transcripts.transcript import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway
    from tests.fix_postgres import PostgresServer

DIRECTORY = Path(__file__).parent
TRANSCRIPTS = sorted(file.stem for file in DIRECTORY.glob("*.pt"))

# Who may come in without a password: all but those who were made to have one.
HOST_BASED = "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n"


@pytest.fixture(scope="module")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """PostgreSQL 15, which asks everybody but its superuser for a password."""
    rules = Path(tmp_path_factory.mktemp("hba")) / "pg_hba.conf"
    rules.write_text(HOST_BASED)
    with temporary_server({"hba_file": str(rules)}) as server:
        yield server


_numbers = itertools.count(1)


@pytest.fixture
def database() -> str:
    return f"transcript_{next(_numbers)}"
