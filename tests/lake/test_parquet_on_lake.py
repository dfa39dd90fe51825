"""
Segments as DuckLake reads them: the same values, the same answers to filters and the same catalog rows as
DuckLake's own INSERT gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.lake.catalogs import FileCatalogs
from pggate.lake.local import LocalStorage
from pggate.lake.writer import Writer
from tests.lake.conftest import open_home, open_lake
from tests.lake.tools import batch, create, rows, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.database import Engine
    from pggate.lake.lake import Lake

pytestmark = pytest.mark.slow

# Each type with values from one end of it to the other, as SQL
VALUES = {
    "boolean": ["true", "false"],
    "tinyint": ["-128", "127"],
    "smallint": ["-32768", "32767"],
    "integer": ["-2147483648", "2147483647"],
    "bigint": ["-9223372036854775808", "9223372036854775807"],
    "utinyint": ["0", "255"],
    "usmallint": ["0", "65535"],
    "uinteger": ["0", "4294967295"],
    "ubigint": ["0", "18446744073709551615"],
    "float": ["1.5", "-2.25"],
    "double": ["-1e300", "5e-324"],
    "decimal(4, 1)": ["-999.9", "0.1"],
    "decimal(9, 2)": ["-1234567.89", "0"],
    "decimal(18, 3)": ["-123456789012345.678", "0"],
    "decimal(38, 10)": ["-1234567890123456789012345678.0123456789", "0"],
    "varchar": ["", "é", "it's", "x" * 5000],
    "blob": ["", "\\x00\\xFF", "abc"],
    "date": ["-infinity", "0044-03-15 (BC)", "1970-01-01", "5881580-07-10", "infinity"],
    "time": ["00:00:00", "23:59:59.999999", "24:00:00"],
    "timestamp": ["-infinity", "0001-01-01 00:00:00", "2020-02-03 04:05:06.789012", "infinity"],
    "timestamp_s": ["1969-12-31 23:59:59", "2020-02-03 04:05:06"],
    "timestamp_ms": ["1969-12-31 23:59:59.001", "2020-02-03 04:05:06.789"],
    "timestamp_ns": ["1969-12-31 23:59:59.000000001", "2020-02-03 04:05:06.789012345"],
    "timestamptz": ["-infinity", "2020-02-03 04:05:06.789012+02", "infinity"],
    "uuid": ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
    "json": ['{"a": [1, 2.5, "x"]}', "null", "9007199254740993"],
    "integer[]": ["[1, NULL]", "[]"],
    "varchar[][]": ["[['a', NULL], ['', 'b']]", "[]"],
    "uuid[]": ["[00000000-0000-0000-0000-000000000000, NULL]"],
    'struct(a integer, "B c" varchar[])': ["{'a': 1, 'B c': [x]}", "{'a': NULL, 'B c': NULL}"],
    "struct(u uuid, j json)[]": ["[{'u': 00000000-0000-0000-0000-000000000001, 'j': '[1]'}]"],
    "map(varchar, decimal(5, 2))": ["{a=1.50, b=NULL}", "{}"],
}


@pytest.fixture(scope="module")
def writer(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    """One lake for the whole module, since there are many small tests here."""
    directory = tmp_path_factory.mktemp("lake")
    place = LocalStorage(directory / "data")
    with open_home(engine, FileCatalogs(directory)) as home, open_lake(home, place) as lake:
        writer = Writer(lake)
        yield writer
        writer.close()


@pytest.fixture
def lake(writer: Writer) -> Lake:
    return writer.lake


@pytest.mark.parametrize("duckdb_type", VALUES)
def test_a_segment_reads_like_ducklakes_own_insert(lake: Lake, writer: Writer, duckdb_type: str) -> None:
    number = list(VALUES).index(duckdb_type)
    ours = create(lake, f"ours_{number}", f"n integer, v {duckdb_type}")
    theirs = create(lake, f"theirs_{number}", f"n integer, v {duckdb_type}")
    literals = ", ".join(
        f"({n}, cast('{text.replace(chr(39), 2 * chr(39))}' as {duckdb_type}))"
        for n, text in enumerate(VALUES[duckdb_type])
    )
    run(lake, f"insert into {theirs.name} values {literals}, (-1, null)")
    with lake.engine.cursor().run(f'from "{lake.alias}".public.{theirs.name}') as result:
        batches = list(result.batches())
    writer.submit(ours, batches).result()
    assert rows(lake, f"select count(*) from {ours.name}") == [(len(VALUES[duckdb_type]) + 1,)]
    different = f"select n, v::varchar from {ours.name} except all select n, v::varchar from {theirs.name}"
    assert rows(lake, different) == []
    for found in rows(lake, f"select n from {theirs.name} where v is not null"):
        where = f"where v is not distinct from (select v from {theirs.name} where n = {found[0]})"
        assert rows(lake, f"select n from {ours.name} {where}") == rows(
            lake, f"select n from {theirs.name} {where}"
        )
    assert rows(lake, f"select n from {ours.name} where v is null") == [(-1,)]
    assert file_statistics(lake, ours.table_id) == file_statistics(lake, theirs.table_id)


def file_statistics(lake: Lake, table_id: int) -> list[tuple[object, ...]]:
    """What DuckLake noted of each column, but for what a segment leaves out and for sizes."""
    sql = f"""
        select s.column_id, value_count, null_count, min_value, max_value
        from {lake.metadata}.ducklake_file_column_stats s
        join {lake.metadata}.ducklake_column c using (table_id, column_id)
        where table_id = {table_id} and column_type not in ('boolean', 'blob')
        order by s.column_id
    """
    return rows(lake, sql)


@pytest.mark.parametrize("float_type", ["double", "float"])
def test_a_filter_finds_nan_beside_other_numbers(lake: Lake, writer: Writer, float_type: str) -> None:
    name = f"numbers_{float_type}"
    topic = create(lake, name, f"v {float_type}, s struct(x {float_type})")
    arrow_type = pa.float64() if float_type == "double" else pa.float32()
    for values in ([1.0, float("nan")], [2.0, None], [float("nan")], [float("-inf"), float("inf")]):
        column = pa.array(values, arrow_type)
        writer.submit(topic, [batch(v=column, s=pa.StructArray.from_arrays([column], ["x"]))]).result()
    for column_name in ("v", "s.x"):
        for condition, count in (
            ("> 100", 3),
            ("= 'nan'", 2),
            ("= 'inf'", 1),
            ("= 1", 1),
            (">= 1", 5),
            ("< 0", 1),
            ("is null", 1),
        ):
            assert rows(lake, f"select count(*) from {name} where {column_name} {condition}") == [(count,)], (
                condition
            )
    assert rows(lake, f"select max(v)::varchar, min(v) from {name}") == [("nan", float("-inf"))]
    run(lake, f"insert into {name} values (5, {{'x': 5}})")
    assert rows(lake, f"select count(*) from {name} where v > 100") == [(3,)]


def test_filters_on_columns_without_statistics(lake: Lake, writer: Writer) -> None:
    topic = create(lake, "t", "f boolean, b blob")
    writer.submit(topic, [batch(f=pa.array([False, None]), b=pa.array([b"\0\xff", None]))]).result()
    run(lake, "insert into t values (true, '\\x01'::blob)")
    writer.submit(topic, [batch(f=pa.array([True]), b=pa.array([b"zz"]))]).result()
    for condition, count in (
        ("f", 2),
        ("not f", 1),
        ("f is null", 1),
        ("b = '\\x00\\xFF'::blob", 1),
        ("b >= 'zz'::blob", 1),
        ("b = '\\x01'::blob", 1),
        ("b is null", 1),
    ):
        assert rows(lake, f"select count(*) from t where {condition}") == [(count,)], condition
    assert rows(lake, "select max(f), min(f), max(b) from t") == [(True, False, b"zz")]
