"""
What the tests of live views stand on: DuckDB with a topic, whose rows come and go in snapshots.
"""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from pggate.engine import syntax_trees
from pggate.views.compiled import SEQ, Role
from pggate.views.compiling import compile_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pggate.translate.trees.nodes import Node, Tree
    from pggate.views.compiled import Compiled, Term

COLUMNS: Mapping[str, str] = {
    "id": "INTEGER",
    "g": "VARCHAR",
    "v": "INTEGER",
    "b": "BIGINT",
    "h": "HUGEINT",
    "d": "DECIMAL(12,2)",
    "e": "DECIMAL(38,4)",
    "f": "DOUBLE",
    "r": "FLOAT",
    "t0": "TIMESTAMP",
    "ts": "TIMESTAMPTZ",
    "dt": "DATE",
    "o": "BOOLEAN",
    "m": "ENUM('sad', 'ok', 'happy')",
    "i": "INTERVAL",
    "l": "INTEGER[]",
    "y": "STRUCT(a INTEGER, b VARCHAR)",
}
COLUMN_LIST = ", ".join(f"{name} {of_type}" for name, of_type in COLUMNS.items())


class Duck:
    """
    DuckDB with the topic `t` (and `u`, which is another one).
    """

    def __init__(self) -> None:
        self.connection = duckdb.connect(config={"threads": 1})
        self.run(*(f"CREATE TABLE {name} ({COLUMN_LIST})" for name in ("t", "u", "pool")))
        self.moving = "t"
        self.delta("FROM t")

    def run(self, *texts: str) -> None:
        for sql in texts:
            self.connection.execute(sql)

    def delta(self, rows: str, topic: str = "t") -> None:
        """
        The rows that a query gives are what is about to come, or to go, in one batch; where nothing is joined, of
        two snapshots.
        """
        self.moving = topic
        self.run(
            f'CREATE OR REPLACE TEMP TABLE "~delta" AS SELECT *, CAST(7 + id % 2 AS BIGINT) AS "~seq" FROM ({rows})',
            'CREATE OR REPLACE TEMP TABLE "~moved" AS FROM "~delta"',
            f'CREATE OR REPLACE TEMP TABLE "~before" AS SELECT *, 7::BIGINT AS "~seq" FROM {topic}',
        )

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql, list(parameters)).fetchall()

    def columns(self, sql: str) -> list[tuple[str, str]]:
        """Names and types."""
        return [(name, of_type) for name, of_type, *_ in self.rows(f"DESCRIBE {sql}")]

    def tree(self, sql: str) -> Tree:
        ((answer,),) = self.rows("SELECT json_serialize_sql($1::VARCHAR)", [sql])
        return syntax_trees.of_answer(json.loads(answer), sql)

    def text(self, tree: Tree) -> str:
        ((answer,),) = self.rows("SELECT json_deserialize_sql($1::JSON)", [syntax_trees.argument(tree)])
        return syntax_trees.text_of(tree, answer)

    def compiled(self, sql: str) -> Compiled:
        return compile_view(self.tree(sql), is_topic, self.text, columns_of, sql)


def is_topic(table: Node) -> bool:
    return table["table_name"] in {"t", "u"}


def columns_of(table: Node) -> Sequence[str]:
    return tuple(COLUMNS)


NUMBERS = itertools.count()


class View:
    """
    A live view as it is kept: its state in a table, of which compaction makes a shorter one.

    Args:
        duck: Where it is.
        compiled: What keeps it.

    """

    def __init__(self, duck: Duck, compiled: Compiled) -> None:
        self.duck = duck
        self.compiled = compiled
        self.kept = f"kept{next(NUMBERS)}"
        duck.run(f"CREATE TEMP TABLE {self.kept} AS {self._partials({})} LIMIT 0")

    def types(self) -> list[str]:
        """Those of its states."""
        columns = dict(self.duck.columns(f"FROM {self.kept}"))
        return [columns[name] for name in self.compiled.state_names]

    def append(self, *, is_deletion: bool = False) -> None:
        """The rows in "~delta", which have been added to the topic or deleted from it."""
        for term in self.compiled.terms:
            partials = self._partials(term)
            if is_deletion:
                partials = f'WITH "~partials" AS ({partials}) {self.compiled.negated}'
            self.duck.run(f"INSERT INTO {self.kept} BY NAME {partials}")

    def build(self) -> None:
        """Anew, of all rows."""
        everything = dict.fromkeys(self.compiled.relations, Role.AFTER)
        self.duck.run(
            f"DELETE FROM {self.kept}", f"INSERT INTO {self.kept} BY NAME {self._partials(everything)}"
        )

    def _partials(self, term: Term) -> str:
        rows = {}
        for name, number in self.compiled.relations.items():
            topic = self.compiled.source[number].name
            role = term.get(name)
            is_moved = topic == self.duck.moving
            if role is Role.DELTA:
                rows[name] = 'FROM "~moved"' if is_moved else 'FROM "~moved" LIMIT 0'
            elif role is Role.BEFORE and is_moved:
                rows[name] = 'FROM "~before"'
            else:
                rows[name] = f'SELECT *, 7::BIGINT AS "{SEQ}" FROM {topic}' + ("" if role else " LIMIT 0")
        return self.compiled.partials_of(rows)

    def regroup(self) -> None:
        """The groups of the rows in "~delta", which were deleted from the topic, are computed anew."""
        ((name, number),) = self.compiled.relations.items()
        topic = self.compiled.source[number].name
        keys = ", ".join(self.compiled.key_names)
        same = " AND ".join(f"a.{key} IS NOT DISTINCT FROM s.{key}" for key in self.compiled.key_names)
        self.duck.run(
            f'CREATE OR REPLACE TEMP TABLE "~affected" AS SELECT DISTINCT {keys} FROM ({self._partials({name: Role.DELTA})})',
            f'DELETE FROM {self.kept} AS s WHERE EXISTS (FROM "~affected" AS a WHERE {same})',
            f"INSERT INTO {self.kept} BY NAME"
            f' WITH "{name}" AS (SELECT *, 7::BIGINT AS "{SEQ}" FROM {topic}) {self.compiled.of_affected}',
        )

    @property
    def merged(self) -> str:
        return f'WITH "~state" AS (SELECT * EXCLUDE ("~seq") FROM {self.kept}) {self.compiled.merged}'

    def compact(self) -> None:
        self.duck.run(
            f'CREATE OR REPLACE TEMP TABLE compact AS SELECT 0::BIGINT AS "~seq", * FROM ({self.merged})',
            f"DELETE FROM {self.kept}",
            f"INSERT INTO {self.kept} BY NAME FROM compact",
        )

    @property
    def read(self) -> str:
        return f'WITH "~merged" AS ({self.merged}) {self.compiled.read}'


@pytest.fixture
def duck() -> Iterator[Duck]:
    one = Duck()
    yield one
    one.connection.close()
