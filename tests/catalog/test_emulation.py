"""
pg_catalog and information_schema as PostgreSQL 15 has them: columns, rows, functions.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import psycopg
import pytest

from pggate.catalog import emulation
from pggate.engine.computed_functions import register_computed
from pggate.engine.json_functions import register_json
from pggate.engine.overloads import register_overloads
from pggate.errors import PgError
from pggate.types.type_map import TYPE_MAP
from tests.catalog.conftest import open_client
from tests.reference import generate_catalog_rows

if TYPE_CHECKING:
    from pggate.types.type_map import TypeRow
    from tests.catalog.conftest import Client, World
    from tests.fix_gateway import Gateway, NewGateway
    from tests.fix_s3 import MotoS3

SQL = Path(__file__).parents[2] / "sql"

# PostgreSQL's types by OID as the columns of the emulation store them; what is not here is text.
STORED = {
    16: "BOOLEAN", 17: "BLOB", 20: "BIGINT", 21: "SMALLINT", 22: "SMALLINT[]", 23: "INTEGER", 24: "UINTEGER", 26: "UINTEGER",
    28: "UINTEGER", 30: "UINTEGER[]", 700: "FLOAT", 701: "DOUBLE", 1000: "BOOLEAN[]", 1005: "SMALLINT[]",
    1021: "FLOAT[]", 1022: "DOUBLE[]", 1028: "UINTEGER[]", 1184: "TIMESTAMP WITH TIME ZONE", 1186: "INTERVAL",
    1700: "DECIMAL(38,9)", 2211: 'STRUCT("~regtype" UINTEGER, "name" VARCHAR)[]',
}  # fmt: skip
ARRAYS_OF_TEXT = {1002, 1003, 1009, 1034, 10028}


def stored(oid: int) -> str:
    return "VARCHAR[]" if oid in ARRAYS_OF_TEXT else STORED.get(oid, "VARCHAR")


def test_every_file_is_loaded() -> None:
    files = {one.name.removesuffix(".sql") for one in SQL.glob("*.sql")}
    assert files == {*emulation.DEFINITIONS, *emulation.ROWS}
    assert resources.files("pggate.sql").joinpath("mirror.sql").is_file()


@pytest.mark.slow  # all of them, once more
def test_files_run_without_the_gateway() -> None:
    with duckdb.connect() as connection:
        for register in (register_computed, register_json, register_overloads):
            register(connection)
        emulation.load(connection.execute)
        connection.execute('select name from "~pg"."~mirror".given_relations where oid = 1259')
        assert connection.fetchall() == [("pg_class",)]


def test_functions_know_the_oids_of_postgresqls_tables(recorded: World) -> None:
    known = '"~pg"."~mirror".catalog_oid(r.name)'
    found = recorded.rows(
        f"""select r.name, r.oid, {known} from "~pg"."~mirror".system_relations r
        where r.schema_oid = 11 and r.kind = 'r' and r.oid < 13000"""
    )
    assert len(found) > 60
    assert [name for name, oid, shown in found if shown != oid] == []


def test_relations_have_postgresqls_columns(recorded: World) -> None:
    """Names, order and types of all 208 relations."""
    expected = {
        (emulation.SCHEMAS[schema], name): list(zip(columns, map(stored, types), strict=True))
        for schema, name, columns, types in recorded.rows(
            'select schema, name, columns, types from "~pg"."~mirror".postgres_relations'
        )
    }
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for schema, name, column, duckdb_type in recorded.rows(
        "select schema_name, table_name, column_name, data_type from duckdb_columns()"
        " where database_name = '~pg' and schema_name in ('~catalog', '~info') order by table_name, column_index"
    ):
        found.setdefault((schema, name), []).append((column, duckdb_type))
    assert found == expected


def test_the_binder_has_the_same_relations_and_names_them(recorded: World) -> None:
    cursor = recorded.binder.cursor()
    for schema, name in recorded.rows(
        "select distinct schema_name, table_name from duckdb_columns() where database_name = '~pg'"
        " and schema_name <> '~mirror'"
    ):
        here = recorded.cursor.run(f'from "~pg"."{schema}".{name} limit 0')
        assert cursor.columns(f'from "~pg"."{schema}".{name}') == here.columns
        here.close()
    (read,) = cursor.bind('select * from "~pg"."~catalog".pg_class').relations
    assert (read.catalog, read.schema, read.name) == ("~pg", "~catalog", "pg_class")
    cursor.close()


SHOWN = """
    select c.relname, array_agg(a.attname order by a.attnum), array_agg(a.atttypid order by a.attnum),
           array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'pggate' group by c.relname"""

TOLD = """
    select table_name, array_agg(data_type order by ordinal_position) from information_schema.columns
    where table_schema = 'pggate' group by table_name"""


def test_own_relations_have_the_types_that_their_columns_are_said_to_have(gateway: Gateway) -> None:
    """In RowDescription as in pg_attribute and in information_schema.columns."""
    with psycopg.connect(gateway.dsn()) as client:
        told = dict(client.execute(TOLD).fetchall())
        found = client.execute(SHOWN).fetchall()
        relations = {
            "topics",
            "topic_schemas",
            "derived_views",
            "tokens",
            "type_matrix",
            "unsupported",
            "receipts",
            "compaction",
            "view_status",
        }
        assert {name for name, *_ in found} == relations
        for name, columns, types, named in found:
            for schema in ("pggate", "boilstream"):
                described = client.execute(f"select * from {schema}.{name}").description or []
                assert [column.name for column in described] == columns
                assert [column.type_code for column in described] == types
            assert told[name] == ["ARRAY" if each.endswith("[]") else each for each in named]


def test_the_types_as_a_client_sees_them(gateway: Gateway) -> None:
    asked = "select pg_type, oid, array_oid, stored from pggate.type_matrix where duckdb_type = any(%s) order by oid"
    with psycopg.connect(gateway.dsn()) as client:
        assert client.execute(asked, (["INTEGER", "INTERVAL"],)).fetchall() == [
            ("integer", 23, 1007, True),
            ("interval", 1186, 1187, False),
        ]


def test_topics_as_a_client_sees_them(new_gateway: NewGateway, moto_s3: MotoS3) -> None:
    gateway = new_gateway("--https", "off", "--http", "off", config={"lake": moto_s3.config()})
    with psycopg.connect(gateway.dsn(), autocommit=True) as client:
        client.execute("create table t (a int)")
        client.execute("insert into t values (1)")
        client.execute("alter table t add column b int")
        ((number, uri, rows),) = client.execute(
            "select topic_id, storage_uri, row_count from pggate.topics"
        ).fetchall()
        ((same, version, since),) = client.execute(
            "select topic_id, version, valid_from > created_at from boilstream.topic_schemas"
            " join boilstream.topics using (topic_id)"
        ).fetchall()
    assert (same, rows, since) == (number, 1, True)
    assert version > 1
    bucket, _, prefix = uri.removeprefix("s3://").partition("/")
    assert bucket == moto_s3.bucket
    assert moto_s3.client().list_objects_v2(Bucket=bucket, Prefix=prefix)["KeyCount"] == 1


EXPRESSIONS = [
    # who and where
    ("current_database()", "pggate"),
    ("current_schema()", "public"),
    ("current_schema", "public"),
    ("current_schemas(false)", ["public"]),
    ("current_schemas(true)", ["pg_catalog", "public"]),
    ("current_user", "pggate"),
    ("session_user", "pggate"),
    ("pg_backend_pid()", 42),
    ("version()", "PostgreSQL 15.0 (pggate 0.1.0) on Arrow and Parquet, 64-bit"),
    ("current_setting('timezone')", "UTC"),
    ("current_setting('nope', true)", None),
    ("pg_is_in_recovery()", False),
    ("pg_export_snapshot()", ""),
    # types
    ("format_type(23, null)", "integer"),
    ("format_type(23, -1)", "integer"),
    ("format_type(1043, 24)", "character varying(20)"),
    ("format_type(1042, 14)", "character(10)"),
    ("format_type(1042, -1)", "bpchar"),
    ("format_type(1042, null)", "character"),
    ("format_type(1015, 24)", "character varying(20)[]"),
    ("format_type(1700, 655366)", "numeric(10,2)"),
    ("format_type(1700, 655362)", "numeric(9,-2)"),
    ("format_type(1184, 3)", "timestamp(3) with time zone"),
    ("format_type(1115, -1)", "timestamp without time zone[]"),
    ("format_type(18, -1)", '"char"'),
    ("format_type(26, -1)", "oid"),
    ("format_type(0, null)", "-"),
    ("format_type(99999999, null)", "???"),
    ("format_type(null, null)", None),
    ("to_regtype('integer')::oid", 23),
    ("to_regtype('pg_catalog.int4')::oid", 23),
    ("to_regtype('int4[]')::oid", 1007),
    ("to_regtype('timestamp with time zone')::oid", 1184),
    ("to_regtype('nope')", None),
    ("to_regtype('numeric(5, 2)[]')::text", "numeric[]"),
    ("to_regtype('TIME (3) with time zone')::text", "time with time zone"),
    ("to_regtype('interval day to second(3)')::text", "interval"),
    ("to_regtype('float(24)')::text || ' ' || to_regtype('float(25)')::text", "real double precision"),
    ("to_regtype('char')::text || ' ' || to_regtype('\"char\"')::text", 'character "char"'),
    ("to_regtype('int array')::text", "integer[]"),
    ("to_regtype('int4')", {"~regtype": 23, "name": "integer"}),  # as a client sees it (types/reg_types.py)
    ("pg_typeof(1)::text", "integer"),
    ("pg_typeof('a'::text)::text", "text"),
    ("pg_typeof(1.5)::text", "numeric"),
    ("pg_typeof(array[1])::text", "integer[]"),
    ("pg_typeof(array[1])::oid", 1007),
    ("pg_typeof(row(1, now()))::text", "record"),
    ("pg_typeof({'a': 1})::text", "json"),
    ("pg_typeof('1'::regtype)::text", "regtype"),
    # names
    ("to_regclass('t') = (select oid from pg_class where relname = 't')", True),
    ("to_regclass('public.T') = to_regclass('pggate.public.t')", True),
    ("to_regclass('\"T\"')", None),
    ("to_regclass('orders')", None),
    ("to_regclass('sales.orders') is not null", True),
    ("to_regclass('pg_class')::oid", 1259),
    ("to_regclass(null)", None),
    ("regclass('pg_catalog.pg_class')", 1259),
    ("regclass('1259')", 1259),
    ("regclass_name(1259)", "pg_class"),
    ("regclass_name(to_regclass('sales.orders'))", "sales.orders"),
    ("regclass_name(99999999)", "99999999"),
    ("regclass_name(0)", "-"),
    ("regtype_name(1043)", "character varying"),
    ("regnamespace_name(11)", "pg_catalog"),
    ("regproc('pg_catalog.array_in')", 750),
    ("regproc('-')", 0),
    ("regproc_name(750)", "array_in"),
    ("regproc_name(871)", "pg_catalog.upper"),
    ("to_regproc('upper')", None),
    ("regprocedure('pg_catalog.lpad(text, int4,text)')", 873),
    ("regprocedure_name(871)", "upper(text)"),
    ("regprocedure('now()')", 1299),
    ("regoper('||/')", 597),
    ("regoperator('=(integer, int4)')", 96),
    ("regoperator_name(96)", "=(integer,integer)"),
    ("regcollation_name(950)", '"C"'),
    ("quote_ident('a')", "a"),
    ("quote_ident('A b')", '"A b"'),
    ("quote_ident('select')", '"select"'),
    ("quote_ident('a\"b')", '"a""b"'),
    ("quote_literal('it''s')", "'it''s'"),
    ("quote_literal('a\\b')", "E'a\\\\b'"),
    ("quote_nullable(null)", "NULL"),
    ("parse_ident('A.\"B\".c')", ["a", "B", "c"]),
    # visibility
    ("pg_table_is_visible(1259)", True),
    ("pg_table_is_visible(to_regclass('sales.orders'))", False),
    ("pg_table_is_visible(99999999)", None),
    # definitions
    ("pg_get_viewdef('v')", ' SELECT id, "name" FROM public.t;'),
    ("pg_get_viewdef(to_regclass('v'), true)", ' SELECT id, "name" FROM public.t;'),
    ("pg_get_viewdef('t')", None),
    ("pg_get_userbyid(10)", "pggate"),
    ("pg_get_userbyid(11)", "unknown (OID=11)"),
    ("obj_description(to_regclass('t'), 'pg_class')", "a table"),
    ("obj_description(to_regclass('t'))", "a table"),
    ("obj_description(to_regclass('v'), 'pg_class')", None),
    ("col_description(to_regclass('t'), 5)", "the tags"),
    ("col_description(to_regclass('t'), 1)", None),
    ("shobj_description(1, 'pg_database')", None),
    ("pg_get_function_result(to_regproc('upper') is null)", None),
    ("pg_encoding_to_char(6)", "UTF8"),
    ("pg_char_to_encoding('utf8')", 6),
    # sizes
    ("pg_total_relation_size('t')", 0),
    ("pg_database_size('pggate')", 0),
    ("pg_size_pretty(10239)", "10239 bytes"),
    ("pg_size_pretty(10240)", "10 kB"),
    ("pg_size_pretty(1048576 * 20)", "20 MB"),
    ("pg_size_pretty(-10240)", "-10 kB"),
    # privileges
    ("has_table_privilege('t', 'select')", True),
    ("has_table_privilege('bob', 't', 'select')", False),
    ("has_database_privilege('pggate', 'connect')", True),
    # arrays and text
    ("array_upper(array[1, 2], 1)", 2),
    ("array_lower(array[1, 2], 1)", 1),
    ("array_upper(array[1, 2], 2)", None),
    ("array_remove(array['a', null, 'b'], 'a')", [None, "b"]),
    ("array_to_string(array['a', null, 'b'], ',')", "a,b"),
    ("array_to_string(array['a', null, 'b'], ',', '*')", "a,*,b"),
    ("array_to_string(array[1, 2], ' ')", "1 2"),
    ("format('%s of %s', 1, 'x')", "1 of x"),
    ("'abc' ~ 'b'", True),
    ("'abc' !~ '^b'", True),
    ("'abc' ~* 'B'", True),
    ("'abc' !~* 'B'", False),
    ("'a.c' ~ similar_to_escape('a.%')", True),
    ("'abc' ~ similar_to_escape('a.%')", False),
]


@pytest.mark.parametrize(
    ("expression", "value"), EXPRESSIONS, ids=[expression for expression, _ in EXPRESSIONS]
)
def test_functions(client: Client, expression: str, value: Any) -> None:
    assert client.one(expression) == value


KNOWN_TYPES = [row for row in TYPE_MAP if row.type is not None and row.duckdb not in {"NULL", "STRUCT"}]


@pytest.mark.parametrize("row", KNOWN_TYPES, ids=lambda row: row.duckdb)
def test_pg_typeof_says_what_a_column_is(client: Client, row: TypeRow) -> None:
    assert row.type is not None
    known = f'"~pg"."~mirror".known_type(\'{row.duckdb}\')'
    parts = ", ".join(f"struct_extract({known}, {at})::text" for at in (1, 2, 3))
    assert client.one(f"[{parts}]") == [row.type.sql, str(row.type.oid), str(row.type.array_oid)]


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("regclass('nope')", 'relation "nope" does not exist'),
        ("regtype('nope')", 'type "nope" does not exist'),
        ("current_setting('nope')", 'unrecognized configuration parameter "nope"'),
    ],
)
def test_functions_refuse_what_is_not_there(client: Client, expression: str, message: str) -> None:
    with pytest.raises(PgError, match=re.escape(message)):
        client.one(expression)


def test_arguments_are_not_caught_by_the_functions_own_aliases(client: Client) -> None:
    """duckdb 1.5.5: a macro's argument is put into its body as text."""
    for letter in "cdnoprst":
        rows = client.rows(
            f"select format_type({letter}.oid, null), pg_type_is_visible({letter}.oid) from pg_type {letter}"
            f" where {letter}.typname = 'int4'"
        )
        assert rows == [("integer", True)]
        rows = client.rows(
            f"select obj_description({letter}.oid, 'pg_class'), pg_table_is_visible({letter}.oid),"
            f" pg_get_userbyid({letter}.relowner), regclass_name({letter}.oid) from pg_class {letter}"
            f" where {letter}.relname = 't'"
        )
        assert rows == [("a table", True, "pggate", "t")]


def test_arguments_may_hold_subqueries(client: Client) -> None:
    sizes = client.rows(
        "select pg_total_relation_size(quote_ident(n.nspname) || '.' || quote_ident(c.relname)),"
        " pg_get_viewdef((select max(x.oid) from pg_class x where x.oid = c.oid))"
        " from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relname = 'v'"
    )
    assert sizes == [(0, ' SELECT id, "name" FROM public.t;')]


def test_information_schema(client: Client) -> None:
    assert client.rows(
        "select table_schema, table_name, table_type from information_schema.tables"
        " where table_schema in ('public', 'sales') order by 1, 2"
    ) == [("public", "t", "BASE TABLE"), ("public", "v", "VIEW"), ("sales", "orders", "BASE TABLE")]
    assert client.rows(
        "select column_name, ordinal_position, column_default, is_nullable, data_type, udt_name, numeric_precision,"
        " numeric_scale, character_octet_length, datetime_precision from INFORMATION_SCHEMA.COLUMNS"
        " where table_name = 't' order by 2"
    ) == [
        ("id", 1, None, "NO", "bigint", "int8", 64, 0, None, None),
        ("name", 2, "'x'::text", "YES", "text", "text", None, None, 1073741824, None),
        ("amount", 3, None, "YES", "numeric", "numeric", 10, 2, None, None),
        ("at", 4, None, "YES", "timestamp with time zone", "timestamptz", None, None, None, 6),
        ("tags", 5, None, "YES", "ARRAY", "_text", None, None, None, None),
    ]
    assert ("pggate", "public", "pggate") in client.rows(
        "select catalog_name, schema_name, schema_owner from information_schema.schemata"
    )
    assert client.rows(
        "select table_name, view_definition from information_schema.views where table_schema = 'public'"
    ) == [("v", 'SELECT id, "name" FROM public.t')]
    assert client.rows("select * from information_schema.table_constraints") == []


def test_a_column_is_listed_with_postgresqls_own_type(client: Client) -> None:
    assert client.rows(
        "select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull from pg_attribute a"
        " where a.attrelid = 'pg_index'::regclass and a.attnum in (1, 3, 16, 17) order by a.attnum"
    ) == [
        ("indexrelid", "oid", True),
        ("indnatts", "smallint", True),
        ("indkey", "int2vector", True),
        ("indcollation", "oidvector", True),
    ]


def test_settings(client: Client) -> None:
    assert client.rows("select name, setting, vartype from pg_settings order by name") == [
        ("TimeZone", "UTC", "string"),
        ("is_superuser", "on", "bool"),
        ("server_version", "15.0 (pggate 0.1.0)", "string"),
    ]


def test_roles_never_show_a_verifier(recorded: World) -> None:
    recorded.registry.create_role("carol", "SCRAM-SHA-256$4096:c2FsdA==$a:b")
    recorded.mirror.refresh()
    session = open_client(recorded)
    rows = session.rows(
        "select a.rolname, a.rolpassword, s.passwd from pg_authid a join pg_shadow s on s.usesysid = a.oid"
    )
    assert ("carol", None, None) in rows
    assert ("pggate", True) in session.rows("select usename, usesuper from pg_user")
    session.close()
    recorded.registry.drop_role("carol")
    recorded.mirror.refresh()


def test_a_session_sees_its_own_database(recorded: World) -> None:
    session = open_client(recorded, user="bob", schemas=("sales", "public"))
    assert session.one("current_user") == "bob"
    assert session.one("to_regclass('orders') is not null")
    assert session.one("regclass_name(to_regclass('orders'))") == "orders"
    assert not session.one("has_table_privilege('t', 'select')")
    session.set("database", "'elsewhere'")
    assert session.rows("select relname from pg_class where oid >= 16384") == []
    assert session.one("to_regclass('t')") is None
    session.close()


def test_pg_proc_lists_what_is_answered_and_what_other_rows_name(client: Client) -> None:
    listed = {name for (name,) in client.rows("select distinct proname from pg_proc")}
    assert {
        "format_type",
        "pg_get_viewdef",
        "sum",
        "generate_series",
        "percentile_cont",
        "row_number",
    } <= listed
    assert not listed & {"pg_stat_file", "ts_rank", "xmlagg"}
    for relation, column in (
        ("pg_type", "typreceive"), ("pg_operator", "oprcode"), ("pg_cast", "castfunc"), ("pg_aggregate", "aggfnoid"),
        ("pg_am", "amhandler"), ("pg_amproc", "amproc"), ("pg_proc", "prosupport"),
    ):  # fmt: skip
        missing = (
            f"select {column} from {relation} where {column} not in (select oid from pg_proc union select 0)"
        )
        assert client.rows(missing) == []


@pytest.mark.server
def test_generated_files_have_not_drifted(postgres_dsn: str, tmp_path: Path) -> None:
    """Against the PostgreSQL 15 of this machine: minor versions do not change a catalog."""
    names = ("postgres_relations", "postgres_types", "empty_relations")
    before = {name: (SQL / f"{name}.sql").read_text() for name in names}
    try:
        command = [sys.executable, "-m", "tests.reference.generate_catalog_columns", postgres_dsn]
        subprocess.run(command, check=True, cwd=SQL.parent)
        assert {name: (SQL / f"{name}.sql").read_text() for name in names} == before
    finally:
        for name, text in before.items():
            (SQL / f"{name}.sql").write_text(text)


@pytest.mark.server
def test_rows_have_not_drifted(postgres_dsn: str) -> None:
    """But for which functions the gateway answers: `make reference` asks it."""
    text = (SQL / "postgres_functions.sql").read_text()
    oids = {int(oid) for oid in re.findall(r"^(\d+)\t", text, re.MULTILINE)}
    with psycopg.connect(postgres_dsn) as connection:
        assert generate_catalog_rows.HEADER + generate_catalog_rows.functions(connection, oids) == text
        for name, rows in (("objects", generate_catalog_rows.objects),
                           ("descriptions", generate_catalog_rows.descriptions)):  # fmt: skip
            expected = generate_catalog_rows.HEADER + rows(connection, oids)
            assert (SQL / f"postgres_{name}.sql").read_text() == expected
