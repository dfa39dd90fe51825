from __future__ import annotations

import json
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
import pytest

from pggate.engine import errors
from pggate.engine.database import Engine
from pggate.engine.settings import EngineSettings
from pggate.errors import PgError, UndefinedColumn, UndefinedTable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pggate.engine.cursor import Cursor

# what fails, and what PostgreSQL's users are told
FAILURES = [
    ("selct 1", "42601", 'syntax error at or near "selct"'),
    ("select * from nope", "42P01", 'relation "nope" does not exist'),
    ("select * from public.nope", "42P01", 'relation "nope" does not exist'),
    ("select * from nos.nope", "42P01", 'relation "nos.nope" does not exist'),
    ("select nope from t", "42703", 'column "nope" does not exist'),
    ("select t.nope from t", "42703", "column t.nope does not exist"),
    ("select v.nope from (values (1)) v(a)", "42703", "column v.nope does not exist"),
    ("select x.nope from t", "42P01", 'missing FROM-clause entry for table "x"'),
    ("select nope", "42703", 'column "nope" does not exist'),
    ("select nope(1)", "42883", "function nope does not exist"),
    ("select lower(1,2)", "42883", "function lower(integer, integer) does not exist"),
    ("select sum('a')", "42883", "function sum(text) does not exist"),
    ("select 'a'+1", "42883", "operator does not exist: unknown + integer"),
    ("select 'x'::int", "22P02", 'invalid input syntax for type integer: "x"'),
    ("select 'x'::date", "22007", 'invalid input syntax for type date: "x"'),
    ("select 'x'::timestamp", "22007", 'invalid input syntax for type timestamp: "x"'),
    ("select 'x'::timestamptz", "22007", 'invalid input syntax for type timestamp: "x"'),
    ("select '2020-13-45'::date", "22008", 'date/time field value out of range: "2020-13-45"'),
    ("select 'x'::boolean", "22P02", 'invalid input syntax for type boolean: "x"'),
    ("select 'x'::uuid", "22P02", 'invalid input syntax for type uuid: "x"'),
    ("select 'x'::decimal(4,1)", "22P02", 'invalid input syntax for type numeric: "x"'),
    ("select 'zz'::enum('a','b')", "22P02", 'invalid input value for enum: "zz"'),
    ("select 99999::smallint", "22003", "smallint out of range"),
    ("select 99999999999::int", "22003", "integer out of range"),
    ("select 2147483647::int + 1::int", "22003", "integer out of range"),
    ("select 9223372036854775807 * 2", "22003", "bigint out of range"),
    ("select 12345.6::decimal(4,1)", "22003", "numeric field overflow"),
    ("select '{'::json", "22P02", "invalid input syntax for type json"),
    ("select '{'::json->'a'", "22P02", "invalid input syntax for type json"),
    ("select '[1,'::int[]", "22P02", 'malformed array literal: "[1,"'),
    ("select 'x'::interval", "22007", 'invalid input syntax for type interval: "x"'),
    ("select '\\xzz'::blob", "22P02", 'invalid input syntax for type bytea: "\\xzz"'),
    ("select ''::nope", "42704", 'type "nope" does not exist'),
    ("select sqrt(-1)", "2201F", "cannot take square root of a negative number"),
    ("select ln(0)", "2201E", "cannot take logarithm of zero"),
    ("select log(-1)", "2201E", "cannot take logarithm of a negative number"),
    ("select chr(-1)", "22023", "Invalid UTF8 Codepoint -1"),
    ("select * from generate_series(1, 3, 0)", "22023", "step size cannot equal zero"),
    ("select * from t where count(*) > 1", "42803", "aggregate functions are not allowed in WHERE"),
    (
        "select id, count(*) from t",
        "42803",
        'column "id" must appear in the GROUP BY clause or be used in an aggregate function',
    ),
    (
        "select id from t group by name",
        "42803",
        'column "id" must appear in the GROUP BY clause or be used in an aggregate function',
    ),
    ("select sum(count(*)) from t", "42803", "aggregate function calls cannot be nested"),
    ("select * from t a join t b on true where id=1", "42702", 'column reference "id" is ambiguous'),
    ("select * from t, t", "42712", 'table name "t" specified more than once'),
    ("select 1 order by 5", "42P10", "ORDER BY position is not in select list"),
    ("select 1 union select 1,2", "42601", "each UNION query must have the same number of columns"),
    ("select 1 limit -1", "2201W", "LIMIT and OFFSET must not be negative"),
    ("select 1 limit 'x'", "22P02", 'invalid input syntax for type bigint: "x"'),
    ("select * from (values (1),(1,2)) t", "42601", "VALUES lists must all be the same length"),
    (
        "select row(1)=row(1,2)",
        "42804",
        "Type STRUCT(INTEGER, INTEGER) does not match with STRUCT(INTEGER). Cannot cast STRUCTs of different size",
    ),
    ("select 1 in (select 1,2)", "42601", "subquery must return only one column"),
    ("insert into t values (1)", "42601", "INSERT has 1 expressions for 3 target columns"),
    ("insert into t values (1,'a',2,3)", "42601", "INSERT has 4 expressions for 3 target columns"),
    ("insert into t(id) values (1,2)", "42601", "INSERT has 2 expressions for 1 target columns"),
    ("insert into t(id,name) select 1", "42601", "INSERT has 1 expressions for 2 target columns"),
    ("insert into t(nope) values (1)", "42703", 'column "nope" of relation "t" does not exist'),
    ("insert into t(id,id) values (1,1)", "42701", 'column "id" specified more than once'),
    (
        "insert into t values (null,'a',1)",
        "23502",
        'null value in column "id" of relation "t" violates not-null constraint',
    ),
    ("insert into t values ('x','a',1)", "22P02", 'invalid input syntax for type bigint: "x"'),
    ("insert into nope values (1)", "42P01", 'relation "nope" does not exist'),
    ("insert into t select 1,2,99999999999", "22003", "integer out of range"),
    ("update t set nope=1", "42703", 'column "nope" does not exist'),
    ("update nope set a=1", "42P01", 'relation "nope" does not exist'),
    ("delete from nope", "42P01", 'relation "nope" does not exist'),
    (
        "insert into pk values (1,1,null,2,null)",
        "23505",
        "duplicate key value violates primary key constraint",
    ),
    (
        "insert into pk values (2,-1,null,3,null)",
        "23514",
        'new row for relation "pk" violates check constraint',
    ),
    ("insert into pk values (2,1,77,4,null)", "23503", "insert or update violates foreign key constraint"),
    ("insert into pk values (2,1,null,1,null)", "23505", "duplicate key value violates unique constraint"),
    (
        "insert into pk(a) values (null)",
        "23502",
        'null value in column "a" of relation "pk" violates not-null constraint',
    ),
    ("insert into en values ('c',1,1)", "22P02", 'invalid input value for enum: "c"'),
    ("insert into en values ('a',99999,1)", "22003", "numeric field overflow"),
    ("insert into en values ('a',1,99999)", "22003", "smallint out of range"),
    ("create table t(a int)", "42P07", 'relation "t" already exists'),
    ("create table x(a int, a int)", "42701", 'column "a" specified more than once'),
    ("create table x(a nope)", "42704", 'type "nope" does not exist'),
    (
        "create table x(a int primary key)",
        "0A000",
        "PRIMARY KEY/UNIQUE constraints are not supported in DuckLake",
    ),
    ("create table x(a int check (a>0))", "0A000", "CHECK constraints are not supported in DuckLake"),
    ("create table x(a int unique)", "0A000", "PRIMARY KEY/UNIQUE constraints are not supported in DuckLake"),
    (
        "create table x(a int references t(id))",
        "42830",
        "there is no unique constraint matching given keys for referenced table",
    ),
    ("create table nos.x(a int)", "3F000", 'schema "nos" does not exist'),
    ("create temp table pk(a int)", "42P07", 'relation "pk" already exists'),
    ("create schema public", "42P06", 'schema "public" already exists'),
    ("create view vw as select 1", "42P07", 'relation "vw" already exists'),
    ("create view vx as select * from nope", "42P01", 'relation "nope" does not exist'),
    ("create or replace view t as select 1", "42809", '"t" is not a view'),
    ("create or replace table vw(a int)", "42809", '"vw" is not a table'),
    ("create index i on t(id)", "0A000", "DuckLake does not support indexes"),
    ("create sequence sq", "0A000", "DuckLake does not support sequences"),
    ("drop table nope", "42P01", 'relation "nope" does not exist'),
    ("drop view nope", "42P01", 'view "nope" does not exist'),
    ("drop view t", "42809", '"t" is not a view'),
    ("drop table vw", "42809", '"vw" is not a table'),
    ("drop schema nope", "3F000", 'schema "nope" does not exist'),
    ("drop schema public", "2BP01", 'cannot drop "public" because other objects depend on it'),
    ("drop macro nope", "42883", "function nope does not exist"),
    ("drop sequence nope", "42P01", 'relation "nope" does not exist'),
    ("drop type nope", "42704", 'type "nope" does not exist'),
    ("drop index nope", "42704", 'index "nope" does not exist'),
    ("alter table nope add column a int", "42P01", 'relation "nope" does not exist'),
    ("alter table t add column id int", "42701", 'column "id" specified more than once'),
    ("alter table t drop column nope", "42703", 'column "nope" of relation "t" does not exist'),
    ("alter table t rename column nope to x", "42703", 'column "nope" does not exist'),
    ("alter table t rename column id to name", "42701", 'column "name" specified more than once'),
    ("alter table t rename to vw", "42P07", 'relation "vw" already exists'),
    (
        "alter table t alter column name type int",
        "42804",
        "Cannot change type of column name from VARCHAR to INTEGER - only widening type promotions are allowed",
    ),
    ("alter table t add column q int not null", "0A000", "Adding columns with constraints not yet supported"),
    ("alter table t add constraint z check (id>0)", "0A000", "No support for that ALTER TABLE option yet"),
    (
        "alter table t alter column id type date",
        "42804",
        "Cannot change type of column id from BIGINT to DATE - only widening type promotions are allowed",
    ),
    ("commit", "25P01", "there is no transaction in progress"),
    ("rollback", "25P01", "there is no transaction in progress"),
    ("savepoint a", "42601", 'syntax error at or near "savepoint"'),
    ("set nope=1", "42704", 'unrecognized configuration parameter "nope"'),
    ("set TimeZone='Mars/X'", "22023", 'time zone "Mars/X" not recognized'),
    ("show nope", "42P01", 'relation "nope" does not exist'),
    ("use nope", "3F000", 'schema "nope" does not exist'),
    ("set search_path='nope'", "3F000", 'schema "nope" does not exist'),
    ("select * from t at (version => 99999)", "22023", "No snapshot found at version 99999"),
    ("select current_setting('nope')", "42704", 'unrecognized configuration parameter "nope"'),
    ("select nextval('nope')", "42P01", 'relation "nope" does not exist'),
    (
        "select array[1,'x'::date]",
        "42804",
        "Cannot deduce template type 'T' in function: 'list_value(T, [T...]) -> T[]'",
    ),
    ("select [1,2][1:'x']", "22P02", 'invalid input syntax for type bigint: "x"'),
    ("select {'a':1}.b", "42703", 'column "b" not found in data type record'),
    ("select 1::int::date", "42846", "cannot cast type integer to date"),
    ("select date '2020-01-01' + 'x'", "42883", "operator does not exist: date + unknown"),
    ("select date_trunc('nope', now())", "22023", 'unit "nope" not recognized'),
    ("select extract(nope from now())", "22023", 'unit "nope" not recognized'),
    ("select to_timestamp('x')", "22P02", 'invalid input syntax for type double precision: "x"'),
    ("select make_date(2020,13,1)", "22008", "date field value out of range: 2020-13-1"),
    ("select regexp_matches('a','(')", "2201B", "invalid regular expression: missing ): ("),
    ("select * from nope()", "42883", "function nope does not exist"),
    ("select * from lower('x')", "42883", "function lower does not exist"),
    ("select row_number() from t", "42883", "function row_number does not exist"),
    ("select sum(id) over (partition by nope) from t", "42703", 'column "nope" does not exist'),
    ("select first_value(id) from t", "42883", "function first_value does not exist"),
    ("select * from t where row_number() over () = 1", "42P20", "window functions are not allowed in WHERE"),
    (
        "with a as (select 1), a as (select 2) select 1",
        "42712",
        'WITH query name "a" specified more than once',
    ),
    (
        "with recursive a as (select 1 union all select * from nope) select * from a",
        "42P01",
        'relation "nope" does not exist',
    ),
    ("select 'abc", "42601", 'unterminated quoted string at or near "\'abc"'),
    ('select "abc', "42601", 'unterminated quoted identifier at or near ""abc"'),
    ("select 1 +", "42601", "syntax error at end of input"),
    (
        "select * from t join pk using (nope)",
        "42703",
        'column "nope" specified in USING clause does not exist in left table',
    ),
    ("select * from t order by nope", "42703", 'column "nope" does not exist'),
    ("select distinct on (nope) * from t", "42703", 'column "nope" does not exist'),
    ("select t.* from nope", "42P01", 'relation "nope" does not exist'),
    ("select nope.* from t", "42P01", 'missing FROM-clause entry for table "nope"'),
    ("select count(nope) from t", "42703", 'column "nope" does not exist'),
    ("select cast(1 as)", "42601", 'syntax error at or near ")"'),
    ("select error('boom')", "22023", "boom"),
    (
        "merge into t using nope n on t.id=n.id when matched then delete",
        "42P01",
        'relation "nope" does not exist',
    ),
    ("comment on table nope is 'x'", "42P01", 'relation "nope" does not exist'),
    ("create type en as enum ('a','a')", "42710", 'enum label "a" used more than once'),
    ("select * from t for update", "0A000", "SELECT locking clause is not supported"),
    (
        "insert into t values (1,'a',1) on conflict do nothing",
        "0A000",
        "ON CONFLICT is not supported without a unique constraint that matches it",
    ),
    (
        "insert into t values (1,'a',1) on conflict (id) do update set v=1",
        "0A000",
        "ON CONFLICT is not supported without a unique constraint that matches it",
    ),
    ("select 'a' collate nope", "42704", 'collation "nope" for encoding "UTF8" does not exist'),
    ("select E'\\xff'", "22021", 'invalid byte sequence for encoding "UTF8"'),
    ("select 170141183460469231731687303715884105727::hugeint + 1", "22003", "numeric out of range"),
    ("select 1::decimal(50,2)", "22023", "NUMERIC precision must be between 1 and 38"),
    ("select json_extract('x','$')", "22P02", "invalid input syntax for type json"),
    ("select '{\"a\":1}'::json::int", "22P02", 'Failed to cast value to numerical: {"a":1}'),
    ("select [1]::varchar::int", "22P02", 'invalid input syntax for type integer: "[1]"'),
    ("select {'a':1}::int", "42846", "cannot cast type struct(a INTEGER) to integer"),
    ("select interval '1 day' * 'x'", "42883", "operator does not exist: interval * unknown"),
    ("select 'a' like 1", "42883", "operator does not exist: unknown ~~ integer"),
    ("select 'a' ~ '('", "2201B", "invalid regular expression: missing ): ("),
    ("select true + 1", "42883", "operator does not exist: boolean + integer"),
    ("select sum(true||'x')", "42883", "function sum(text) does not exist"),
    ("select * from t limit 1 offset -1", "2201W", "LIMIT and OFFSET must not be negative"),
    ("select 1 as a, a.b", "42P01", 'missing FROM-clause entry for table "a"'),
]

SCHEMA = [
    "BEGIN",
    'CREATE SCHEMA "lake:b".public',
    'CREATE TABLE "lake:b".public.t (a INTEGER)',
    "COMMIT",
    "BEGIN",
    'CREATE SCHEMA "lake:a".public',
    "SET search_path = '\"lake:a\".public'",
    "CREATE TABLE t (id BIGINT NOT NULL, name VARCHAR, v INTEGER)",
    "CREATE VIEW vw AS SELECT * FROM t",
    "COMMIT",
    (
        "CREATE TEMP TABLE pk (a INTEGER PRIMARY KEY, b INTEGER CHECK (b > 0), c INTEGER REFERENCES pk (a), "
        "e INTEGER UNIQUE, d DATE)"
    ),
    "INSERT INTO pk VALUES (1, 1, NULL, 1, NULL)",
    "CREATE TEMP TABLE en (e ENUM ('a', 'b'), d DECIMAL(4,1), i SMALLINT)",
]


@pytest.fixture(scope="module")
def lakes(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cursor]:
    directory = tmp_path_factory.mktemp("lakes")
    for name in "ab":
        engine.attach_lake(f"lake:{name}", f"{directory}/{name}.db", f"{directory}/{name}/", create=True)
    cursor = engine.cursor()
    for statement in SCHEMA:
        cursor.run(statement)
    yield cursor
    cursor.close()
    for name in "ab":
        engine.detach(f"lake:{name}")


def failure(cursor: Cursor, *statements: str) -> PgError:
    """
    What the last of the statements fails with, in one transaction where there are several.
    """
    *before, last = statements
    for statement in before:
        cursor.rows(statement)
    with pytest.raises(PgError) as caught:
        cursor.rows(last)
    if before:
        cursor.rollback()
    return caught.value


@pytest.mark.parametrize(("sql", "sqlstate", "message"), FAILURES)
def test_failing_statements(lakes: Cursor, sql: str, sqlstate: str, message: str) -> None:
    error = failure(lakes, sql)
    assert (error.code, error.message) == (sqlstate, message)


@pytest.mark.parametrize(
    ("statements", "sqlstate", "message", "hint"),
    [
        (
            ("BEGIN TRANSACTION READ ONLY", "INSERT INTO t VALUES (1, 'a', 1)"),
            "25006",
            "cannot execute a writing statement in a read-only transaction",
            None,
        ),
        (
            ("BEGIN", "INSERT INTO t VALUES (1, 'a', 1)", 'INSERT INTO "lake:b".public.t VALUES (1)'),
            "0A000",
            "a transaction can write to one database only",
            "Write the second database in a transaction of its own.",
        ),
    ],
)
def test_failures_of_transactions(
    lakes: Cursor, statements: tuple[str, ...], sqlstate: str, message: str, hint: str | None
) -> None:
    error = failure(lakes, *statements)
    assert (error.code, error.message, error.hint) == (sqlstate, message, hint)


def test_a_transaction_in_a_transaction(lakes: Cursor) -> None:
    lakes.begin()
    error = failure(lakes, "BEGIN")
    assert (error.code, error.message) == ("25001", "there is already a transaction in progress")
    lakes.rollback()


def test_an_aborted_transaction(lakes: Cursor) -> None:
    lakes.begin()
    failure(lakes, "SELECT 'x'::INTEGER")
    error = failure(lakes, "SELECT 1")
    assert (error.code, error.message) == (
        "25P02",
        "current transaction is aborted, commands ignored until end of transaction block",
    )
    lakes.rollback()


def test_a_conflict_of_two_transactions(engine: Engine, lakes: Cursor) -> None:
    lakes.run("CREATE TABLE contested AS SELECT * FROM range(10) r(i)")
    other = engine.cursor()
    for cursor in (lakes, other):
        cursor.begin()
        cursor.run('DELETE FROM "lake:a".public.contested WHERE i = 3')
    lakes.commit()
    with pytest.raises(PgError) as caught:
        other.commit()
    assert caught.value.code == "40001"
    assert caught.value.message == "could not serialize access due to concurrent update"
    assert caught.value.hint
    other.close()
    lakes.run("DROP TABLE contested")


@pytest.mark.usefixtures("without_extensions")
def test_out_of_memory(tmp_path: Path) -> None:
    engine = Engine.open(
        EngineSettings(tmp_path, memory_limit="60MB", threads=1, max_temp_directory_size="0MB")
    )
    cursor = engine.cursor()
    error = failure(cursor, "SELECT list(i) FROM range(50000000) t(i)")
    assert error.code in {"53200", "53400"}
    assert cursor.rows("SELECT 1") == [(1,)]
    cursor.close()
    engine.close()


def test_details_and_hints(lakes: Cursor) -> None:
    assert (
        failure(lakes, "INSERT INTO pk VALUES (1, 1, NULL, 2, NULL)").detail == "Key (a)=(1) already exists."
    )
    assert failure(lakes, "SELECT nam FROM t").hint == 'Perhaps you meant to reference the column "name".'
    assert failure(lakes, "SELECT * FROM tt").hint is None  # a relation's name may not be for this role
    assert "explicit type casts" in str(failure(lakes, "SELECT lower(1, 2)").hint)


@pytest.mark.parametrize(
    ("sql", "position"),
    [
        ("SELECT nope FROM t", 8),
        ("SELECT 'äöü', nope FROM t", 15),
        ("SELECT '🦆', nope", 13),
        ("SELECT * FROM nope", 15),
        ("SELEC", 1),
        ("SELECT 1 +", 11),
        ("INSERT INTO nope VALUES (1)", None),
    ],
)
def test_positions_are_characters(lakes: Cursor, sql: str, position: int | None) -> None:
    assert failure(lakes, sql).position == position


@pytest.mark.parametrize(
    ("offset", "sql", "position"),
    [(None, "x", None), ("0", None, None), ("0", "", 1), ("3", "äx", 3), ("1", "äx", 1), ("99", "x", None)],
)
def test_offsets_that_are_no_place(offset: str | None, sql: str | None, position: int | None) -> None:
    assert errors.character_position(offset, sql) == position


# --- failures that are not made here: their text as DuckDB gives it


def told(kind: str, message: str, **fields: str) -> PgError:
    return errors.from_exception(
        duckdb.Error(json.dumps({"exception_type": kind, "exception_message": message, **fields}))
    )


@pytest.mark.parametrize(
    ("kind", "message", "sqlstate", "wording"),
    [
        ("INTERRUPT", "Interrupted!", "57014", "canceling statement due to user request"),
        (
            "TransactionContext",
            (
                "Failed to commit: Failed to commit DuckLake transaction.\nTransaction conflict - attempting to delete "
                'from table "t" - but another transaction has inserted into it'
            ),
            "40001",
            "could not serialize access due to concurrent update",
        ),
        (
            "IO",
            "Failed to commit DuckLake transaction.\nExceeded the maximum retry count of 10 set by the setting",
            "40001",
            "could not serialize access due to concurrent update",
        ),
        (
            "IO",
            (
                'Failed to query most recent snapshot for DuckLake: {"exception_type":"IO","exception_message":"Unable '
                'to connect to Postgres at \\"postgres://me:sesame@h:5432/d\\": connection to server at \\"h\\", port 5432 '
                'failed: Connection refused\\n\\tIs the server running?\\n"}'
            ),
            "58030",
            "the PostgreSQL catalog at port 5432 does not answer: Connection refused",
        ),
        (
            "IO",
            'Unable to connect to Postgres at "postgres://me:sesame@h/d": could not translate host name "h" to address',
            "58030",
            "the PostgreSQL catalog cannot be opened",
        ),
        (
            "IO",
            'Failed to attach DuckLake MetaData "x" at path + "postgres:postgres://me:sesame@h/d"{"a":"b"}',
            "58030",
            "the PostgreSQL catalog cannot be opened",
        ),
        (
            "Out of Memory",
            "failed to allocate data of size 16.0 MiB (95 MiB/95 MiB used)",
            "53200",
            "out of memory",
        ),
        (
            "Out of Memory",
            (
                "failed to offload data block of size 256.0 KiB (1.0 GiB/1.0 GiB used).\nThis limit was set by the "
                "'max_temp_directory_size' setting."
            ),
            "53400",
            "temporary file size exceeds the configured limit",
        ),
        (
            "IO",
            'Could not write to file "x": No space left on device',
            "53100",
            "could not write to file: No space left on device",
        ),
        (
            "IO",
            'Could not set lock on file "/d/registry.duckdb": Conflicting lock is held in PID 7.',
            "55006",
            'file "/d/registry.duckdb" is being used by another process',
        ),
        ("Divide by Zero", "Division by zero!", "22012", "division by zero"),
        (
            "IO",
            'Cannot open file "/my data/l/t/0.parquet": No such file or directory',
            "58P01",
            'Cannot open file "0.parquet": No such file or directory',
        ),
        (
            "IO",
            "No files found that match the pattern /d/l/a.parquet, /d/l/b.parquet",
            "58P01",
            "No files found that match the pattern a.parquet, b.parquet",
        ),
        (
            "Invalid Input",
            'Column "b" exists in file "/d/t/0.parquet" but was not found in table "t"',
            "22023",
            'Column "b" exists in file "0.parquet" but was not found in table "t"',
        ),
        (
            "INTERNAL",
            "Could not write to /d/tmp/duckdb_temp_block-1.block",
            "XX000",
            "Could not write to duckdb_temp_block-1.block",
        ),
        ("IO", "GET s3://bucket/l/t/0.parquet: gone", "58030", "GET s3://bucket/l/t/0.parquet: gone"),
        ("Permission", "Cannot access file", "42501", "Cannot access file"),
        ("Dependency", 'Cannot drop entry "t" because there are entries that depend on it.', "2BP01", None),
        ("Parameter Not Resolved", "Parameter types could not be resolved", "42P18", None),
        ("HTTP", "HTTP GET error (HTTP 503 Service Unavailable)", "58030", None),
        ("INTERNAL", "Attempted to access index 3\nstack trace", "XX000", "Attempted to access index 3"),
        ("FATAL", "database has been invalidated", "57P02", "database has been invalidated"),
        ("Never Heard Of", "something", "XX000", "something"),
        ("TransactionContext", 'Catalog write-write conflict on create with "a\0b"', "40001", None),
    ],
)
def test_failures_of_the_world(kind: str, message: str, sqlstate: str, wording: str | None) -> None:
    error = told(kind, message)
    assert error.code == sqlstate
    assert wording is None or error.message == wording
    assert "\0" not in f"{error.message}{error.detail}"


@pytest.mark.parametrize(
    ("error", "sqlstate", "message"),
    [
        (OSError('{"exception_type":"INTERRUPT","exception_message":"Interrupted!"}'), "57014", None),
        (pa.ArrowInvalid('{"exception_type":"Conversion","exception_message":"bad"}'), "22P02", "bad"),
        (
            duckdb.CatalogException('Catalog Error: {"exception_type":"Catalog","exception_message":"x"}'),
            "42000",
            "x",
        ),
        (
            duckdb.InvalidInputException("Invalid Input Error: No open result set"),
            "22023",
            "No open result set",
        ),
        (duckdb.Error("not json {at all"), "XX000", "not json {at all"),
        (duckdb.Error(""), "XX000", "internal error"),
        (OSError(28, "No space left on device"), "53100", None),
        (MemoryError(), "53200", "out of memory"),
        (OverflowError("too large"), "22003", "too large"),
        (ValueError("odd"), "22023", "odd"),
        (RuntimeError("odd"), "XX000", "odd"),
    ],
)
def test_exceptions_in_other_shapes(error: BaseException, sqlstate: str, message: str | None) -> None:
    pg_error = errors.from_exception(error)
    assert pg_error.code == sqlstate
    assert message is None or pg_error.message == message


def test_the_answer_of_a_json_function() -> None:
    answer = {
        "error": True,
        "error_type": "binder",
        "error_message": 'Referenced column "nope" not found in FROM clause!\nCandidate bindings: "name"',
        "candidates": "name",
        "position": "7",
        "error_subtype": "COLUMN_NOT_FOUND",
        "name": "nope",
    }
    error = errors.from_json(answer, "SELECT nope FROM t")
    assert isinstance(error, UndefinedColumn)
    assert (error.message, error.position) == ('column "nope" does not exist', 8)


def test_a_users_text_with_line_breaks_and_braces(lakes: Cursor) -> None:
    error = failure(lakes, "SELECT '{a}\n\"b\"'::INTEGER")
    assert (error.code, error.message) == ("22P02", 'invalid input syntax for type integer: "{a}\n"b""')


def test_the_class_tells_the_code(lakes: Cursor) -> None:
    assert isinstance(failure(lakes, "SELECT * FROM nope"), UndefinedTable)
