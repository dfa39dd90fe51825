"""
Random histories of a topic, taken by the state file as the follower does it: rows come and go in snapshots, an
append fails half way or comes twice, the file is closed and opened, deltas are merged, groups are computed anew,
views are dropped and made again.  After every step every view is its query, as of the newest snapshot and as of
every older one that it can tell.
"""

from __future__ import annotations

import contextlib
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pggate.errors import FeatureNotSupported, InternalError, PgError
from pggate.lake.live_views import LiveView, ViewColumn
from pggate.views.state import PINNED, Delta, State
from pggate.views.state_file import relation
from tests.soaking import seeds
from tests.views.conftest import COLUMN_LIST, COLUMNS, Duck
from tests.views.queries import TEMPLATES, Grammar, row
from tests.views.test_equality import are_alike

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine
    from pggate.views.compiled import Compiled
    from pggate.views.state_file import Entry

LAKE = 43
SIZE = 60
STEPS = 14
VIEWS = 14
SEEDS = seeds(50, soaking=3000)

HISTORY = (
    'SELECT * EXCLUDE (came, gone), {at}::BIGINT AS "~seq" FROM topic WHERE came <= {at} AND gone > {at}'
)
INSERTED = 'SELECT * EXCLUDE (came, gone), came AS "~seq" FROM topic WHERE came > {after} AND came <= {at}'
DELETED = 'SELECT * EXCLUDE (came, gone), gone AS "~seq" FROM topic WHERE gone > {after} AND gone <= {at}'
NEVER = (1 << 63) - 1


class Followed:
    """
    A topic, its views, and how far they are.
    """

    def __init__(self, cursor: Cursor, state: State, chance: random.Random) -> None:
        self.cursor, self.state, self.chance = cursor, state, chance
        self.snapshot = 5
        self.compared = 0
        self.views: dict[int, tuple[LiveView, Compiled]] = {}
        self.entries: dict[int, Entry] = {}
        self._duck = Duck()
        pool = ", ".join(row(chance, number) for number in range(SIZE))
        pool = pool.replace("30 days", "1 month")  # which of both a group shows is nobody's promise
        cursor.run(f"CREATE OR REPLACE TEMP TABLE pool ({COLUMN_LIST})")
        cursor.run(f"INSERT INTO pool VALUES {pool}")
        cursor.run(f"CREATE OR REPLACE TEMP TABLE topic ({COLUMN_LIST}, came BIGINT, gone BIGINT)")

    def make(self, oid: int, sql: str) -> None:
        """Of a query that is taken; sessions refuse enumerated columns."""
        columns = [ViewColumn(name, of_type, 0, -1) for name, of_type in self._duck.columns(sql)]
        if any("ENUM" in column.duckdb_type for column in columns):
            return
        with contextlib.suppress(FeatureNotSupported):
            compiled = self._duck.compiled(sql)
            if not compiled.is_linear or any(topic.name != "t" for topic in compiled.source):
                return  # of those tests/views/test_catching_up.py has some
            view = LiveView(oid, "public", f"v{oid}", sql, sql, tuple(columns), (2,), "UTC")
            self.views[oid] = view, compiled
            self.build(oid)

    def build(self, oid: int) -> None:
        view, compiled = self.views[oid]
        history = dict.fromkeys(compiled.relations, HISTORY.format(at=self.snapshot))
        self.entries[oid] = self.state.build(self.cursor, view, compiled, history, self.snapshot)

    # -- what happens

    def step(self) -> None:
        after = self.snapshot
        for _ in range(self.chance.choice((1, 1, 2, 3))):
            self.snapshot += self.chance.choice((1, 1, 4))
            self._change()
        for oid in list(self.views):
            self._follow(oid, after)
        for oid, entry in self.entries.items():
            if self.chance.random() < 0.2 and entry.applied > entry.cut:
                cut = self.chance.randint(entry.cut, entry.applied)
                self.entries[oid] = self.state.merge(self.cursor, *self.views[oid], entry, cut)
        if self.chance.random() < 0.15:
            self.state.detach(self.cursor)
            self.state.attach(self.cursor)
        assert self.state.entries(self.cursor) == self.entries
        if self.views and self.chance.random() < 0.2:
            oid = self.chance.choice(list(self.views))
            self.state.drop(self.cursor, self.entries.pop(oid))
            self.build(oid)

    def _change(self) -> None:
        """Rows come, go, or are others."""
        here = {number for (number,) in self.cursor.rows(f"SELECT id FROM topic WHERE gone = {NEVER}")}
        number = self.chance.choice((0, 1, 3, 9, 30))
        if self.chance.random() < 0.4:
            self._delete(self.chance.sample(sorted(here), min(len(here), number)))
        elif self.chance.random() < 0.3:
            some = self.chance.sample(sorted(here), min(len(here), number))
            self._delete(some)
            self._insert(some)
        else:
            others = sorted(set(range(SIZE)) - here)
            self._insert(self.chance.sample(others, min(len(others), number)))

    def _insert(self, some: list[int]) -> None:
        listed = ", ".join(map(str, [-1, *some]))
        self.cursor.run(
            f"INSERT INTO topic SELECT *, {self.snapshot}, {NEVER} FROM pool WHERE id IN ({listed})"
        )

    def _delete(self, some: list[int]) -> None:
        listed = ", ".join(map(str, [-1, *some]))
        self.cursor.run(f"UPDATE topic SET gone = {self.snapshot} WHERE gone = {NEVER} AND id IN ({listed})")

    def _follow(self, oid: int, after: int) -> None:
        (view, compiled), entry = self.views[oid], self.entries[oid]
        inserted, deleted = (text.format(after=after, at=self.snapshot) for text in (INSERTED, DELETED))
        ((gone,),) = self.cursor.rows(f"SELECT count(*) FROM ({deleted})")
        came, went = (dict.fromkeys(compiled.relations, rows) for rows in (inserted, deleted))
        delta = Delta(view, compiled, (came,), (went,) if gone else ())
        if not gone or self.state.takes_back(self.cursor, compiled, entry):
            self._append(delta, entry)
        elif compiled.of_affected:
            self._regroup(delta, entry)
        else:
            self.build(oid)

    def _append(self, delta: Delta, entry: Entry) -> None:
        if self.chance.random() < 0.2:  # what fails half way has never been
            wrong = dict.fromkeys(delta.compiled.relations, "SELECT error('x')")
            broken = replace(delta, inserted=(*delta.inserted, wrong))
            with pytest.raises(PgError):
                self.state.append(self.cursor, [broken], [entry], self.snapshot)
        self.state.append(self.cursor, [delta], [entry], self.snapshot)
        if self.chance.random() < 0.2:  # and what comes twice is there once
            with pytest.raises(InternalError):
                self.state.append(self.cursor, [delta], [entry], self.snapshot + 1)
        self.entries[entry.oid] = replace(entry, applied=self.snapshot)

    def _regroup(self, delta: Delta, entry: Entry) -> None:
        keys = ", ".join(delta.compiled.key_names)
        self.cursor.run(
            "CREATE OR REPLACE TEMP TABLE affected AS"
            f" SELECT DISTINCT {keys} FROM ({delta.compiled.partials_of(delta.deleted[0])})"
        )
        history = HISTORY.format(at=self.snapshot)
        self.entries[entry.oid] = self.state.regroup(
            self.cursor, delta, entry, "temp.main.affected", history, self.snapshot
        )

    # -- what is found

    def check(self) -> None:
        for oid, (view, _) in self.views.items():
            entry = self.entries[oid]
            earlier = self.chance.randint(entry.cut, entry.applied)
            for at, pinned in ((self.snapshot, None), (earlier, earlier)):
                self.cursor.run(
                    f"CREATE OR REPLACE TEMP VIEW t AS SELECT {', '.join(COLUMNS)} FROM topic"
                    f" WHERE came <= {at} AND gone > {at}"
                )
                expected = self.cursor.rows(view.text)
                self.cursor.run(f"SET VARIABLE {PINNED} = $1", [pinned])
                found = self.cursor.rows(f"SELECT * FROM {relation(LAKE, oid)}")
                assert are_alike(found, expected), f"{at} {view.text}\n{entry}\n{found}\n{expected}"
                self.compared += 1


@pytest.fixture(scope="module")
def cursor(engine: Engine) -> Iterator[Cursor]:
    with contextlib.closing(engine.cursor()) as cursor:
        yield cursor


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_views_are_their_queries_at_every_snapshot(cursor: Cursor, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    state = State(LAKE, tmp_path / "views")
    state.attach(cursor)
    try:
        followed = Followed(cursor, state, chance)
        grammar = Grammar(chance)
        wanted = [*chance.sample(TEMPLATES, VIEWS // 2), *(grammar.query() for _ in range(VIEWS // 2))]
        for step in range(STEPS):
            for oid in range(step * 3, min(step * 3 + 3, len(wanted))):
                followed.make(oid + 1, wanted[oid])
            followed.step()
            followed.check()
        print(f"{followed.compared} comparisons")
    finally:
        state.detach(cursor)
