"""
One DuckDB for all tests that leave it as they found it.

Opening an engine takes a third of a second, nearly all of it for the signatures of the extensions.  What a test
attaches, defines or makes in it has a name of its own, or is gone with the test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine

THREADS = 2


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    # Imported here: the process that only hands tests out to others needs none of it.
    from pggate.engine.database import Engine
    from pggate.engine.settings import EngineSettings

    directory = tmp_path_factory.mktemp("engine") / "tmp"
    opened = Engine.open(EngineSettings(temp_directory=directory, threads=THREADS))
    yield opened
    opened.close()


@pytest.fixture
def cursor(engine: Engine) -> Iterator[Cursor]:
    made = engine.cursor()
    yield made
    made.close()
