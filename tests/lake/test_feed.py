"""
The feed's equation: what a topic holds in any snapshot is what it held before, and what came, without what went.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from pggate.engine.names import quote_literal, search_path
from pggate.engine.result import ResultColumn
from pggate.errors import ObjectNotInPrerequisiteState, SerializationFailure
from pggate.lake.changes import Kind, changes
from pggate.lake.feed import deleted, history, inserted, spans, topic_at
from pggate.lake.segments import add_segments
from pggate.lake.upkeep.compaction import compact
from pggate.lake.upkeep.small_files import Merge, Rewrite
from tests.lake.tools import ONE, create, rows, run, segment, table, topic
from tests.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pggate.lake.changes import Change
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer

pytestmark = pytest.mark.slow  # a real lake

TEN = "insert into t select i, 'a' from range(10) r(i)"
MORE = "insert into t select 10 + i, 'b' from range(10) r(i)"

Rows = Counter[str]


def newest(lake: Lake) -> int:
    return int(rows(lake, f"select max(snapshot_id) from {lake.metadata}.ducklake_snapshot")[0][0])


def begin(lake: Lake, table_id: int) -> int:
    """The snapshot in which the topic was made."""
    sql = f"select min(begin_snapshot) from {lake.metadata}.ducklake_table where table_id = {table_id}"
    return int(rows(lake, sql)[0][0])


def read(lake: Lake, sql: str) -> list[tuple[Any, ...]]:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return cursor.rows(sql)


def counted(found: Iterable[tuple[Any, ...]]) -> Rows:
    """Without their snapshots."""
    return Counter(repr(row[:-1]) for row in found)


def at(lake: Lake, of: Topic, snapshot: int) -> Rows:
    return counted(read(lake, history(lake, of, snapshot)))


def wrong(lake: Lake, table_id: int, after: int, until: int) -> list[int]:
    """The snapshots for which the equation does not hold."""
    with contextlib.closing(lake.engine.cursor()) as cursor:
        found = changes(cursor, lake, after, until)
        assert found.is_complete
        bad: list[int] = []
        for span in spans(found.of(table_id)):
            last = span[-1].snapshot
            of = topic_at(cursor, lake, table_id, last)
            assert of is not None
            bad += wrong_in(lake, of, span, after)
    return bad


def wrong_in(lake: Lake, of: Topic, span: Sequence[Change], after: int) -> list[int]:
    starts = span[0].kinds & (Kind.ALTERED | Kind.CREATED)
    base = span[0].snapshot if starts else max(after, span[0].snapshot - 1)
    held = at(lake, of, base)
    came, went = read(lake, inserted(lake, of, span)), read(lake, deleted(lake, of, span))
    assert all(base - 1 < row[-1] <= span[-1].snapshot for row in (*came, *went))
    bad = []
    for snapshot in range(base + 1, span[-1].snapshot + 1):
        held += counted(row for row in came if row[-1] == snapshot)
        held.subtract(counted(row for row in went if row[-1] == snapshot))
        if +held != at(lake, of, snapshot) or -held:
            bad.append(snapshot)
    return bad


def holds(lake: Lake, name: str = "t") -> None:
    """Of every range of the topic's life."""
    of = topic(lake, name).table_id
    first, last = begin(lake, of), newest(lake)
    for after in range(first, last):
        for until in {after + 1, (after + last + 1) // 2, last}:
            assert wrong(lake, of, after, until) == [], (after, until)


def merged(lake: Lake, name: str = "t") -> None:
    run(
        lake, f"call ducklake_merge_adjacent_files({quote_literal(lake.alias)}, '{name}', schema => 'public')"
    )


def rewritten(lake: Lake, name: str = "t") -> None:
    given = f"{quote_literal(lake.alias)}, '{name}', schema => 'public', delete_threshold => 0.01"
    run(lake, f"call ducklake_rewrite_data_files({given})")


class RolledBackError(Exception): ...


def transaction(lake: Lake, *statements: str, fails: bool = False) -> None:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.run(f"set search_path = {quote_literal(search_path([(lake.alias, 'public')]))}")
        cursor.begin()
        for statement in statements:
            cursor.rows(statement)
        if fails:
            raise RolledBackError
        cursor.commit()


CASES = {
    "append": [[TEN], [MORE]],
    "update": [[TEN], ["update t set v = 'x' where k < 3"], [MORE], ["update t set v = 'y' where k % 2 = 0"]],
    "several deletes of one file": [[TEN], *([f"delete from t where k = {k}"] for k in (3, 4, 5))],
    "all rows of a file": [[TEN], [MORE], ["delete from t where k < 10"]],
    "some, then all rows of a file": [
        [TEN],
        [MORE],
        ["delete from t where k < 5"],
        ["delete from t where k < 10"],
    ],
    "some, then all, at once": [[TEN], [MORE], ["delete from t where k < 5", "delete from t where k < 10"]],
    "truncate": [[TEN], ["delete from t where k = 1"], [MORE], ["truncate t"], [TEN]],
    "merge": [
        [TEN],
        [
            """merge into t using (select 3 k union all select 99) s on t.k = s.k
               when matched then update set v = 'm' when not matched then insert values (s.k, 'n')"""
        ],
    ],
    "inserted and deleted at once": [[TEN], [MORE, "delete from t where k in (1, 11, 12)"]],
    "inserted and deleted at once, nothing else": [[TEN], [MORE, "delete from t where k in (11, 12)"]],
    "all that was inserted is deleted at once": [[TEN], [MORE, "delete from t where k >= 10"]],
    "changed twice at once": [
        [TEN],
        ["update t set v = '1' where k = 1", "update t set v = '2' where k = 1"],
    ],
}


@pytest.mark.parametrize("case", CASES)
def test_whatever_happened_in_it_and_to_its_files(lake: Lake, case: str) -> None:
    create(lake, "t", "k integer, v varchar")
    for statements in CASES[case]:
        transaction(lake, *statements)
    holds(lake)
    merged(lake)
    rewritten(lake)
    merged(lake)
    transaction(lake, "delete from t where k in (2, 6)", "insert into t values (77, 'z')")
    holds(lake)


def test_what_goes_from_a_merged_file_goes_when_it_was_deleted(any_lake: Lake) -> None:
    """ducklake 1.5.5 tells it with the snapshot in which it had come."""
    lake = any_lake
    create(lake, "t", "k integer")
    run(lake, *(f"insert into t values ({k}), ({k + 100})" for k in range(4)))
    merged(lake)
    run(lake, "delete from t where k in (1, 102)")
    of, last = topic(lake, "t"), newest(lake)
    told = f"from ducklake_table_deletions('{lake.alias}', 'public', 't', {last}, {last})"
    assert rows(lake, f"select count(*) {told} where snapshot_id = {last}") == [(0,)]
    assert read(lake, deleted(lake, of, span_of(lake, of, last - 1))) == [(1, last), (102, last)]
    holds(lake)


def test_statistics_of_the_newest_snapshot_do_not_matter(lake: Lake) -> None:
    """ducklake 1.5.5 plans every read with them, and a rewrite makes them narrower."""
    create(lake, "t", "k integer, v integer")
    run(lake, "insert into t select if(i = 6, 1000, i % 3), i from range(7) r(i)")
    before = newest(lake)
    run(lake, "delete from t where v = 0")
    rewritten(lake)
    run(lake, "delete from t where k < 1000")
    rewritten(lake)
    assert rows(lake, f"select count(*) from t at (version => {before}) where k < 500") == [(0,)]  # it has 6
    of = topic(lake, "t")
    span = span_of(lake, of, before - 1)
    all_rows, came, went = history(lake, of, before), inserted(lake, of, span), deleted(lake, of, span)
    for found, count in ((all_rows, 6), (came, 6), (went, 6)):
        assert read(lake, f"select count(*) from ({found}) where k < 500") == [(count,)]
        assert read(lake, f"select k, count(*) from ({found}) where k < 3 group by k order by k") == [
            (0, 2),
            (1, 2),
            (2, 2),
        ]
        assert read(lake, f"select distinct on (v) k from ({found}) order by v limit 3") == [(0,), (1,), (2,)]


def span_of(lake: Lake, of: Topic, after: int) -> Sequence[Change]:
    """The last span of its changes since then."""
    with contextlib.closing(lake.engine.cursor()) as cursor:
        *_, last = spans(changes(cursor, lake, after, newest(lake)).of(of.table_id))
    return last


def test_columns_are_those_of_the_end_of_a_span(any_lake: Lake) -> None:
    lake = any_lake
    table_id = create(lake, "t", "k integer, v varchar").table_id
    after = newest(lake)
    run(lake, "insert into t values (1, 'a'), (2, 'b')", "alter table t add column n smallint default 7")
    run(lake, "insert into t values (3, 'c', 30)", "delete from t where k = 1")
    run(lake, "alter table t rename column v to w", "alter table t alter column n type bigint")
    run(lake, "update t set n = 50000000000 where k = 2", "alter table t drop column w")
    run(lake, "alter table t rename to u")
    together = ["alter table u add column z boolean", "insert into u values (4, 40, true)"]
    transaction(lake, *together, "delete from u where k = 3")
    with contextlib.closing(lake.engine.cursor()) as cursor:
        found = changes(cursor, lake, after, newest(lake))
        seen = []
        for span in spans(found.of(table_id)):
            of = topic_at(cursor, lake, table_id, span[-1].snapshot)
            assert of is not None
            came = [row[:-1] for row in cursor.rows(inserted(lake, of, span))]
            went = [row[:-1] for row in cursor.rows(deleted(lake, of, span))]
            seen.append((of.name, [column.name for column in of.columns], came, went))
    assert seen == [
        ("t", ["k", "v"], [(1, "a"), (2, "b")], []),
        ("t", ["k", "v", "n"], [(3, "c", 30)], [(1, "a", 7)]),
        ("t", ["k", "w", "n"], [], []),
        ("t", ["k", "w", "n"], [(2, "b", 50000000000)], [(2, "b", 7)]),
        ("t", ["k", "n"], [], []),
        ("u", ["k", "n"], [], []),
        ("u", ["k", "n", "z"], [(4, 40, True)], [(3, 30, None)]),
    ]
    assert wrong(lake, table_id, after, newest(lake)) == []


def test_a_span_of_what_is_not_known_is_refused(lake: Lake) -> None:
    create(lake, "t", "k integer")
    run(lake, "insert into t values (1)")
    of = topic(lake, "t")
    (change,) = span_of(lake, of, newest(lake) - 1)
    for unknown in (Kind.OPAQUE, Kind.REWRITTEN | Kind.DELETED):
        with pytest.raises(ObjectNotInPrerequisiteState):
            inserted(lake, of, [replace(change, kinds=unknown)])
    with pytest.raises(ObjectNotInPrerequisiteState):
        deleted(lake, of, [change, replace(change, kinds=Kind.ALTERED)])


def test_what_the_functions_call_their_own_may_be_columns(lake: Lake) -> None:
    create(lake, "t", '"Filename" varchar, k integer, snapshot_id bigint, file_row_number integer')
    run(lake, "insert into t select 'f', i, 7, 0 from range(10) r(i)")
    run(lake, "alter table t drop column k", "alter table t add column k integer")
    transaction(lake, "insert into t select 'g', 7, 0, i from range(3) r(i)")
    transaction(lake, "delete from t where k = 1", "delete from t where k is not null")
    holds(lake)
    of = topic(lake, "t")
    went = read(lake, deleted(lake, of, span_of(lake, of, newest(lake) - 1)))
    assert sorted(went) == [("g", 7, 0, k, newest(lake)) for k in range(3)]


TYPES = {
    "j json": "'{\"a\": 1}'",
    "b blob": "'\\x00a'::blob",
    "i interval": "interval 1 day",
    "u uuid": "uuid()",
    "d decimal(20, 3)": "1.5",
    "z timestamptz": "timestamptz '2026-01-01 10:00:00+01'",
    "m map(varchar, integer)": "map {'a': null}",
    "s struct(a integer, l varchar[])": "{'a': 1, 'l': ['x', null]}",
    "n numeric(38, 0)": "12345678901234567890",
    "f double": "'NaN'::double",
    "y date": "date '2026-01-01'",
}


def test_columns_of_all_kinds_keep_types_and_values(any_lake: Lake) -> None:
    lake = any_lake
    of = create(lake, "t", ", ".join(TYPES))
    after = newest(lake)
    run(lake, f"insert into t values ({', '.join(TYPES.values())}), ({', '.join(['null'] * len(TYPES))})")
    run(lake, "delete from t")
    with contextlib.closing(lake.engine.cursor()) as cursor:
        span = changes(cursor, lake, after, newest(lake)).of(of.table_id)
        nothing = inserted(lake, of, [])
        for sql in (inserted(lake, of, span), deleted(lake, of, span), history(lake, of, after + 1), nothing):
            assert cursor.describe(sql)[:-1] == cursor.describe(f"select * from {table(lake)}")
            assert cursor.describe(sql)[-1] == ResultColumn("~seq", "BIGINT")
    held = rows(lake, f"select * from t at (version => {after + 1})")
    assert sorted(map(repr, held)) == sorted(counted(read(lake, inserted(lake, of, span))))
    assert sorted(map(repr, held)) == sorted(counted(read(lake, deleted(lake, of, span))))
    assert read(lake, nothing) == []


@pytest.mark.parametrize(
    "layout", ["partitioned by (k)", "partitioned by (bucket(3, k))", "sorted by (v desc)"]
)
def test_of_any_layout(lake: Lake, layout: str) -> None:
    create(lake, "t", "k integer, v varchar")
    run(lake, f"alter table t set {layout}", "insert into t select i % 4, 'a' || i from range(20) r(i)")
    run(lake, "insert into t select i % 4, 'b' || i from range(20) r(i)", "delete from t where v like '%7'")
    transaction(lake, "update t set k = 3 where k = 2", "delete from t where v like '%5'")
    merged(lake)
    rewritten(lake)
    run(lake, "delete from t where k = 1")
    holds(lake)


def test_what_a_writer_appends_and_a_transaction_deletes(lake: Lake, writer: Writer) -> None:
    of = create(lake, "t", "k integer")
    for _ in range(40):
        writer.submit(of, ONE).result(LONG)
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.begin()
        add_segments(lake, cursor, [segment(lake, of, 1, 2, 3)])
        cursor.rows(f"delete from {table(lake)} where k = 3")
        cursor.commit()
    run(lake, "delete from t where k = 1")
    for work in (Merge(of.table_id, 0, 1 << 20, 1 << 20), Rewrite(of.table_id, 0.01, 1 << 20)):
        with contextlib.closing(lake.engine.cursor()) as cursor:
            compact(lake, cursor, work)
    first = begin(lake, of.table_id)
    for after, until in ((first, newest(lake)), (first + 20, first + 41), (first + 39, newest(lake))):
        assert wrong(lake, of.table_id, after, until) == []


class History:
    """
    A topic that things happen to.
    """

    def __init__(self, lake: Lake, seed: int) -> None:
        self._lake = lake
        self._random = Random(seed)
        self._columns: list[str] = []
        self._count = 0
        create(lake, "t", "k integer, v varchar, l integer[]")
        create(lake, "o", "k integer")
        if layout := self._random.choice(["", "", "partitioned by (k)", "sorted by (v)"]):
            run(lake, f"alter table t set {layout}")

    def go_on(self) -> None:
        match self._random.randrange(12):
            case 0 | 1 | 2 | 3 | 4:
                self._statements(1)
            case 5 | 6:
                self._statements(self._random.randrange(2, 5))
            case 7 | 8:
                merged(self._lake)
            case 9:
                rewritten(self._lake)
            case 10:
                run(self._lake, "insert into o values (1)")
            case _:
                self._alter()

    def _statements(self, count: int) -> None:
        statements = [self._statement() for _ in range(count)]
        with contextlib.suppress(RolledBackError, SerializationFailure):
            transaction(self._lake, *statements, fails=self._random.random() < 0.15)

    def _statement(self) -> str:
        some = f"hash(rowid + {self._random.randrange(99)}) % {self._random.choice([1, 2, 5, 20])} = 0"
        first, count = self._random.randrange(100), self._random.choice([1, 3, 30])
        more = "".join(f", {name}" for name in self._columns)
        values = "i % 7, case i % 4 when 0 then null else 'v' || i end, [i, null]" + ", i" * len(
            self._columns
        )
        match self._random.randrange(8):
            case 0 | 1 | 2:
                given = f"select {values} from range({first}, {first + count}) r(i)"
                return f"insert into t (k, v, l{more}) {given}"
            case 3 | 4:
                return f"delete from t where {some}"
            case 5:
                return f"delete from t where k % 3 = {self._random.randrange(3)}"
            case 6:
                return f"update t set v = 'u{self._random.randrange(9)}' where {some}"
            case _:
                return """merge into t using (select 3 k union all select 99) s on t.k = s.k
                          when matched then update set v = 'm' when not matched then insert (k) values (s.k)"""

    def _alter(self) -> None:
        self._count += 1
        name = f"c{self._count}"
        if self._columns and self._random.random() < 0.5:
            run(self._lake, f"alter table t drop column {self._columns.pop()}")
        else:
            run(self._lake, f"alter table t add column {name} integer default {self._count}")
            self._columns.append(name)


@pytest.mark.parametrize("seed", range(4))
def test_any_history(any_lake: Lake, seed: int) -> None:
    lake, random = any_lake, Random(seed)
    happening = History(lake, seed)
    of = topic(lake, "t").table_id
    ranges = 0
    for step in range(24):
        happening.go_on()
        if step % 6 == 5:
            first, last = begin(lake, of), newest(lake)
            for _ in range(3):
                after, until = sorted(random.sample(range(first, last + 1), 2))
                assert wrong(lake, of, after, until) == [], (after, until)
                ranges += 1
    assert wrong(lake, of, begin(lake, of), newest(lake)) == []
    assert ranges == 12
