"""
Files in the place of tables.
"""

from __future__ import annotations

import pytest

from pggate.translate.dialect.file_sources import file_sources


@pytest.mark.parametrize(
    ("sql", "text", "sources"),
    [
        (
            "insert into t select * from read_parquet('s3://b/f.parquet')",
            'insert into t select * from "~file_0"',
            ["read_parquet('s3://b/f.parquet')"],
        ),
        (
            "insert into t select a from 'f.csv' where b = 'f.csv'",
            """insert into t select a from "~file_0" where b = 'f.csv'""",
            ["'f.csv'"],
        ),
        (
            "select * from u, READ_CSV(['a', 'b'], header = (1 = 1)) as c join parquet_scan('x') d using (k)",
            'select * from u, "~file_0" as c join "~file_1" d using (k)',
            ["READ_CSV(['a', 'b'], header = (1 = 1))", "parquet_scan('x')"],
        ),
    ],
)
def test_each_is_a_table(sql: str, text: str, sources: list[str]) -> None:
    found = file_sources(sql)
    assert found is not None
    assert (found.text, list(found.sources)) == (text, sources)
    assert found.read(found.text) == sql


@pytest.mark.parametrize(
    "sql",
    [
        "insert into t select * from u",
        "insert into t values ('from ''f.csv''')",
        "insert into t select read_parquet('f') from u",
        "insert into t select extract(year from date '2024-01-01')",
        "insert into read_csv values (1)",
        'insert into t select * from "read_csv"',
    ],
)
def test_others_are_left_alone(sql: str) -> None:
    assert file_sources(sql) is None


def test_a_name_that_was_qualified_is_the_file_again() -> None:
    found = file_sources("insert into t select * from 'f.csv'")
    assert found is not None
    assert found.read('insert into s.t select * from temp."main"."~file_0" f') == (
        "insert into s.t select * from 'f.csv' f"
    )


@pytest.mark.parametrize(
    "expression",
    [
        "extract(hour from '10:00'::time)",
        "trim(both from 'x')",
        "substring('abc' from '.b')",
        "b is distinct from 'x'",
        "b is not distinct from 'x'",
    ],
)
def test_other_uses_of_from(expression: str) -> None:
    assert file_sources(f"insert into t select {expression} from u") is None
    assert file_sources(f"insert into t select a from u where exists (select {expression})") is None
