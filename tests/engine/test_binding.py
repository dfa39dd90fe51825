from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import Relation, Target
from pggate.engine.result import ResultColumn
from pggate.engine.tokens import KEPT_SIZE
from pggate.engine.unbindable import COMPUTED_DEFAULT, NotBindable, ParameterTypeUnknown
from pggate.errors import PgError, QueryCanceled, UndefinedTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.engine.binder import Binder
    from pggate.engine.binding import BinderCursor

T = Relation("lake:a", "public", "t")
K = Relation("lake:a", "public", "k")
U = Relation("lake:a", "sales", "u")
OTHER = Relation("lake:b", "public", "t")

READS = [
    ("SELECT 1", set()),
    ("SELECT * FROM t", {T}),
    ("TABLE t", {T}),
    ("FROM t SELECT id", {T}),
    ('SELECT * FROM t AS a, sales.u b, "lake:b".public.t c', {T, U, OTHER}),
    ("SELECT (SELECT max(v) FROM k WHERE k.id = t.id) FROM t", {T, K}),
    ("SELECT * FROM t, LATERAL (SELECT * FROM k WHERE k.id = t.id) q", {T, K}),
    ("SELECT * FROM t WHERE EXISTS (SELECT 1 FROM k WHERE k.id = t.id)", {T, K}),
    ("SELECT * FROM t WHERE id IN (SELECT id FROM k)", {T, K}),
    ("SELECT 1 WHERE false AND EXISTS (SELECT 1 FROM t)", {T}),
    ("SELECT CASE WHEN false THEN (SELECT min(id) FROM t) END", {T}),
    ("SELECT id FROM t UNION SELECT id FROM k EXCEPT SELECT id FROM sales.u", {T, K, U}),
    ("SELECT * FROM t LEFT JOIN k USING (id) FULL JOIN sales.u USING (id)", {T, K, U}),
    ("SELECT * FROM t POSITIONAL JOIN k", {T, K}),
    ("SELECT * FROM t ASOF JOIN k ON t.id >= k.id", {T, K}),
    ("SELECT DISTINCT ON (id) * FROM t TABLESAMPLE 10%", {T}),
    ("SELECT id, sum(v) OVER (), rank() OVER (ORDER BY v) FROM t QUALIFY true", {T}),
    ("SELECT id, sum(v) FROM t GROUP BY ROLLUP (id) HAVING count(*) > (SELECT min(v) FROM k)", {T, K}),
    ("SELECT * FROM t ORDER BY (SELECT 1 FROM k) LIMIT (SELECT 1 FROM sales.u)", {T, K, U}),
    ("SELECT t FROM t", {T}),
    ("SELECT COLUMNS('i.*') FROM t", {T}),
    ("WITH t AS (SELECT 1 AS id) SELECT * FROM t", set()),
    ("WITH q AS (SELECT * FROM t) SELECT * FROM q, q AS q2", {T}),
    ("WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r, k WHERE n < 3) SELECT * FROM r", {K}),
    ("SELECT * FROM (PIVOT t ON name IN ('a', 'b') USING sum(v))", {T}),
    ("FROM query('SELECT * FROM t')", {T}),
    ("FROM query_table('t')", {T}),
    ("SUMMARIZE t", {T}),
]


def test_the_last_tree_is_asked_for_once(binding: BinderCursor, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    call = binding._call
    monkeypatch.setattr(binding, "_call", lambda *given: asked.append(given[1]) or call(*given))
    first = binding.tree("SELECT 1 AS A")
    first["node"].clear()  # whoever has a tree edits it
    assert binding.tree("select 1 as a")["node"]["select_list"][0]["alias"] == "a"
    assert binding.tree("select 2")["node"]
    assert binding.tree("select 1 as a")["node"]
    assert asked == ["select 1 as a", "select 2", "select 1 as a"]
    long = f"select '{'x' * KEPT_SIZE}'"
    assert binding.tree(long) == binding.tree(long)
    assert asked[3:] == [long, long]


@pytest.mark.parametrize(("sql", "relations"), READS)
def test_what_is_read(binding: BinderCursor, sql: str, relations: set[Relation]) -> None:
    bound = binding.bind(sql)
    assert bound.kind == "SELECT"
    assert bound.relations == relations
    assert not bound.targets
    assert not bound.unknown


WRITES = [
    ("INSERT INTO t SELECT id, 'x', v FROM k", "INSERT", {K}, {("insert", T)}),
    ("INSERT INTO t DEFAULT VALUES", "INSERT", set(), {("insert", T)}),
    ("INSERT INTO t (id) VALUES ((SELECT max(id) FROM sales.u)) RETURNING *", "INSERT", {U}, {("insert", T)}),
    ("INSERT INTO k VALUES (1, 2) ON CONFLICT DO NOTHING", "INSERT", {K}, {("merge", K)}),
    (
        "INSERT INTO k VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET v = excluded.v",
        "INSERT",
        {K},
        {("merge", K)},
    ),
    ("WITH q AS (FROM k) INSERT INTO t (id) SELECT id FROM q", "INSERT", {K}, {("insert", T)}),
    ("UPDATE t SET v = k.v FROM k WHERE k.id = t.id", "UPDATE", {T, K}, {("update", T)}),
    ("DELETE FROM t USING k WHERE t.id = k.id", "DELETE", {T, K}, {("delete", T)}),
    ("DELETE FROM t WHERE false", "DELETE", {T}, {("delete", T)}),
    ("TRUNCATE t", "DELETE", {T}, {("delete", T)}),
    (
        (
            "MERGE INTO t USING k ON t.id = k.id WHEN MATCHED THEN UPDATE SET v = abs((SELECT min(id) FROM sales.u)) "
            "WHEN NOT MATCHED THEN INSERT (id) VALUES (k.id)"
        ),
        "MERGE_INTO",
        {T, K, U},
        {("merge", T)},
    ),
    (
        "CREATE TABLE x AS SELECT * FROM sales.u",
        "CREATE",
        {U},
        {("create", Relation("lake:a", "public", "x"))},
    ),
]


@pytest.mark.parametrize(("sql", "kind", "relations", "targets"), WRITES)
def test_what_is_written(
    binding: BinderCursor, sql: str, kind: str, relations: set[Relation], targets: set[tuple[str, Relation]]
) -> None:
    bound = binding.bind(sql)
    assert (bound.kind, bound.relations) == (kind, relations)
    assert bound.targets == {Target(relation, action) for action, relation in targets}
    assert not bound.unknown
    assert binding.columns("SELECT count(*) FROM t")  # nothing was executed: the table is empty and there


@pytest.mark.parametrize(
    ("sql", "functions", "table_functions"),
    [
        ("SELECT lower(name) FROM t", {"lower"}, set()),
        ('SELECT "LOWER" /* really */ (name) FROM t', {"lower"}, set()),
        ("SELECT name.upper() FROM t", {"upper"}, set()),
        ("SELECT list_transform([v], x -> abs(x)) FROM t", {"list_transform", "abs", "list_value"}, set()),
        ("SELECT getvariable('x'), current_setting('TimeZone')", {"getvariable", "current_setting"}, set()),
        ("SELECT count(*), mean(v) FROM t", {"count_star", "count", "mean"}, set()),
        ("SELECT row_number() OVER (PARTITION BY exp(v)) FROM t", {"row_number", "exp"}, set()),
        ("SELECT 1 FROM range(3), generate_series(1, 2)", set(), {"range", "generate_series"}),
        ("FROM query('SELECT lower(name) FROM t')", {"lower"}, {"query"}),
        ("SELECT 1 FROM duckdb_settings()", set(), {"duckdb_settings"}),
        ("FROM duckdb_tables", set(), {"duckdb_tables"}),
        ("CALL pragma_version()", set(), {"pragma_version"}),
        ("CHECKPOINT", set(), {"checkpoint"}),
        ("CREATE TABLE x (a VARCHAR DEFAULT current_setting('TimeZone'))", {"current_setting"}, set()),
        ("INSERT INTO t (name) VALUES (md5('x')) RETURNING sha256(name)", {"md5", "sha256"}, set()),
    ],
)
def test_which_functions_are_used(
    binding: BinderCursor, sql: str, functions: set[str], table_functions: set[str]
) -> None:
    bound = binding.bind(sql)
    assert functions <= bound.functions
    assert bound.table_functions == table_functions


DENIED = [
    ("SELECT * FROM 'file.parquet'", "42501"),
    ("SELECT * FROM '/etc/passwd.csv'", "42501"),
    ("SELECT * FROM read_csv('/etc/passwd')", "42501"),
    ("SELECT * FROM read_text('/etc/passwd')", "42501"),
    ("SELECT * FROM 'https://example.com/x.csv'", "42501"),
    ("SELECT * FROM 's3://bucket/x.parquet'", "42501"),
    ("SELECT * FROM glob('*')", "42501"),
    ("COPY t TO 'x.csv'", "42501"),
    ("COPY t FROM '/etc/passwd'", "42501"),
    ("COPY (SELECT 1) TO STDOUT", "42501"),
    ("SELECT foreign_macro(1)", "42883"),
    ("FROM foreign_table_macro()", "42883"),
    ("SELECT * FROM nope", "42P01"),
    ("SELECT * FROM ducklake_snapshots('x')", "42883"),
    ('SELECT * FROM "lake:a".snapshots()', "42883"),
    ("SELECT * FROM postgres_query('x', 'y')", "42883"),
    ("SELECT * FROM t AT (VERSION => 1)", "0A000"),
    ("SELECT * FROM __ducklake_metadata_x.t", "42P01"),
]


@pytest.mark.parametrize(("sql", "sqlstate"), DENIED)
def test_what_does_not_bind(binding: BinderCursor, sql: str, sqlstate: str) -> None:
    with pytest.raises(PgError) as caught:
        binding.bind(sql)
    assert caught.value.code == sqlstate


@pytest.mark.parametrize(
    "sql",
    [
        "EXPLAIN SELECT 1",
        "EXPLAIN ANALYZE SELECT 1",
        "PRAGMA database_list",
        "PRAGMA enable_profiling",
        "SET TimeZone = 'UTC'",
        "RESET TimeZone",
        "USE memory",
        "BEGIN",
        "ATTACH ':memory:' AS m",
        "DETACH memory",
        "LOAD httpfs",
        "INSTALL httpfs",
        "VACUUM",
        "ANALYZE",
        "PREPARE p AS SELECT 1",
        "EXECUTE p",
        "EXPORT DATABASE 'x'",
        "PIVOT t ON name USING sum(v)",
        "SET VARIABLE x = (SELECT 1)",
        "",
        "-- nothing",
    ],
)
def test_what_has_no_plan_that_tells(binding: BinderCursor, sql: str) -> None:
    with pytest.raises(PgError) as caught:
        binding.bind(sql)
    assert isinstance(caught.value, NotBindable), caught.value


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("PIVOT t ON name USING sum(v)", "PIVOT without its columns cannot be checked before it runs"),
        ("ALTER TABLE t ADD COLUMN c INT DEFAULT 1/0", COMPUTED_DEFAULT),
        ("ALTER TABLE t ADD COLUMN c TIMESTAMP DEFAULT now()", COMPUTED_DEFAULT),
        ("ALTER TABLE t ADD COLUMN c BOOLEAN DEFAULT false", COMPUTED_DEFAULT),
    ],
)
def test_one_text_that_is_several_statements(binding: BinderCursor, sql: str, message: str) -> None:
    with pytest.raises(NotBindable, match=f"^{message}$"):
        binding.bind(sql)


@pytest.mark.parametrize("default", ["-1", "'false'", "NULL", "1.5"])
def test_a_literal_is_a_default_of_a_new_column(binding: BinderCursor, default: str) -> None:
    assert binding.bind(f"ALTER TABLE t ADD COLUMN c VARCHAR DEFAULT {default}").kind == "ALTER"


def test_describe_does_not_name_its_relation_and_must_not_pass(binding: BinderCursor) -> None:
    assert binding.bind("DESCRIBE t").unknown == {"LOGICAL_CHUNK_GET"}


def test_one_statement_at_a_time(binding: BinderCursor) -> None:
    with pytest.raises(PgError) as caught:
        binding.bind("SELECT 1; SELECT * FROM t")
    assert caught.value.code == "42601"


def test_a_view_is_a_leaf_where_it_is_an_empty_table(binder: Binder, binding: BinderCursor) -> None:
    binder.apply(['CREATE TABLE "lake:a".public.view_over_secret (id BIGINT)'])
    assert binding.bind("SELECT * FROM view_over_secret").relations == {
        Relation("lake:a", "public", "view_over_secret")
    }


def test_errors_have_their_place_in_characters(binding: BinderCursor) -> None:
    with pytest.raises(PgError) as caught:
        binding.bind("SELECT 'äöü', nope FROM t")
    assert (caught.value.code, caught.value.position) == ("42703", 15)
    assert caught.value.message == 'column "nope" does not exist'


# --- parameters


@pytest.mark.parametrize(
    ("sql", "parameters"),
    [
        ("SELECT * FROM t WHERE id = $1", {1: "BIGINT"}),
        ("SELECT * FROM t WHERE id IN ($1, $3) AND name LIKE $2", {1: "BIGINT", 2: "VARCHAR", 3: "BIGINT"}),
        ("SELECT * FROM sales.u WHERE price BETWEEN $1 AND $2", {1: "DECIMAL(10,2)", 2: "DECIMAL(10,2)"}),
        ("SELECT * FROM t LIMIT $1 OFFSET $2", {1: "BIGINT", 2: "BIGINT"}),
        ("SELECT CASE WHEN id = $1 THEN $2 ELSE name END FROM t", {1: "BIGINT", 2: "VARCHAR"}),
        ("SELECT coalesce(v, $1) FROM t", {1: "INTEGER"}),
        ("SELECT id FROM t GROUP BY id HAVING count(*) > $1", {1: "BIGINT"}),
        (
            "INSERT INTO t VALUES ($1, $2, $3), ($4, $5, $6)",
            {1: "BIGINT", 2: "VARCHAR", 3: "INTEGER", 4: "BIGINT", 5: "VARCHAR", 6: "INTEGER"},
        ),
        ("UPDATE t SET name = $1 WHERE id = $2", {1: "VARCHAR", 2: "BIGINT"}),
        ("DELETE FROM t WHERE v <> $1", {1: "INTEGER"}),
        ("SELECT $1::UUID, $2::VARCHAR[], $3::DECIMAL(8,3)", {1: "UUID", 2: "VARCHAR[]", 3: "DECIMAL(8,3)"}),
        ("SELECT * FROM t WHERE id = $1 OR v = $1", {1: "BIGINT"}),
        ("SELECT $1 IN ($2, $3)", {}),
        (
            "INSERT INTO wide VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            {
                1: "DECIMAL(10,2)",
                2: "INTEGER[]",
                3: "INTEGER[3]",
                4: 'STRUCT("x" INTEGER, "y z" VARCHAR)',
                5: "MAP(VARCHAR, DOUBLE)",
                6: "JSON",
                7: "ENUM('a', 'it''s')",
                8: "TIMESTAMP WITH TIME ZONE",
                9: "UUID",
                10: "BLOB",
            },
        ),
    ],
)
def test_parameter_types(binding: BinderCursor, sql: str, parameters: dict[int, str]) -> None:
    assert binding.bind(sql).parameters == parameters


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT $1",
        "SELECT $1 + 1",
        "SELECT id + $1 FROM t",
        "SELECT * FROM t WHERE id = ANY($1)",
        "INSERT INTO t (id) SELECT $1",
    ],
)
def test_parameters_without_a_type(binding: BinderCursor, sql: str) -> None:
    with pytest.raises(ParameterTypeUnknown) as caught:
        binding.bind(sql)
    assert caught.value.code == "42P18"
    assert binding.bind("SELECT * FROM t").relations == {T}


def test_parameters_have_numbers(binding: BinderCursor) -> None:
    with pytest.raises(PgError) as caught:
        binding.bind("SELECT * FROM t WHERE id = $name")
    assert caught.value.code == "42601"


# --- columns


@pytest.mark.parametrize(
    ("sql", "columns"),
    [
        ("SELECT id, name AS n, 1 AS n FROM t", [("id", "BIGINT"), ("n", "VARCHAR"), ("n", "INTEGER")]),
        (
            "SELECT price, e, j, s FROM sales.u, wide",
            [
                ("price", "DECIMAL(10,2)"),
                ("e", "ENUM('a', 'it''s')"),
                ("j", "JSON"),
                ("s", 'STRUCT(x INTEGER, "y z" VARCHAR)'),
            ],
        ),
        ("SELECT NULL::TIMESTAMPTZ AS t", [("t", "TIMESTAMP WITH TIME ZONE")]),
        ("SELECT NULL AS n", [("n", "INTEGER")]),
        ("VALUES (1, 'x')", [("col0", "INTEGER"), ("col1", "VARCHAR")]),
        ("FROM range(1) AS r(x)", [("x", "BIGINT")]),
        ("SHOW TABLES", [("name", "VARCHAR")]),
        ("SELECT 1/2 AS i", [("i", "INTEGER")]),
        ('SELECT ID, "name" AS Upper FROM T', [("id", "BIGINT"), ("upper", "VARCHAR")]),
    ],
)
def test_columns(binding: BinderCursor, sql: str, columns: list[tuple[str, str]]) -> None:
    assert binding.columns(sql) == tuple(ResultColumn(*column) for column in columns)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE side_effect (a INTEGER)",
        "INSERT INTO t VALUES (1, 'x', 2) RETURNING id",
        "DROP TABLE t",
        "SET TimeZone = 'UTC'",
        "BEGIN",
        "EXPLAIN ANALYZE DELETE FROM t",
        "CALL pragma_version()",
        "PIVOT t ON name USING sum(v)",
        "",
    ],
)
def test_only_a_select_is_described(binding: BinderCursor, sql: str) -> None:
    with pytest.raises(NotBindable):
        binding.columns(sql)
    assert binding.bind("SELECT * FROM t").relations == {T}


def test_columns_of_several_statements(binding: BinderCursor) -> None:
    with pytest.raises(PgError) as caught:
        binding.columns("SELECT 1; DROP TABLE t")
    assert caught.value.code == "42601"
    assert binding.bind("SELECT * FROM t").relations == {T}


def test_columns_with_open_parameters(binding: BinderCursor) -> None:
    with pytest.raises(ParameterTypeUnknown):
        binding.columns("SELECT $1::INTEGER")


# --- trees


@pytest.mark.parametrize(
    ("sql", "text"),
    [
        ("select  a+1 as b from t where x='it''s'", "SELECT (a + 1) AS b FROM t WHERE (x = 'it''s')"),
        ("SELECT $2 FROM unknown_table", "SELECT $2 FROM unknown_table"),
        ("SELECT Id, T.V AS Total FROM T", "SELECT id, t.v AS total FROM t"),
        ('SELECT "Id", t."V" AS "NAME" FROM t', 'SELECT "Id", t."V" AS "NAME" FROM t'),
        ('SELECT * FROM (SELECT 1) AS Q("A", B)', 'SELECT * FROM (SELECT 1) AS q("A", b)'),
        ('SELECT "a""B" FROM t', 'SELECT "a""B" FROM t'),
        ("SELECT 'Id', \"select\" FROM t", "SELECT 'Id', \"select\" FROM t"),
        ("VALUES (NULL, 1), (2, 3)", "VALUES (NULL, 1), (2, 3)"),
        ("VALUES (1) LIMIT 2", "SELECT * FROM (VALUES (1)) AS valueslist LIMIT 2"),
    ],
)
def test_a_tree_and_back(binding: BinderCursor, sql: str, text: str) -> None:
    assert binding.text(binding.tree(sql)) == text


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT "A", B FROM (SELECT 1 AS "A", 2 AS B)',
        'WITH Q("X", y) AS (SELECT 1, 2) SELECT *, "X" + Y AS "Sum" FROM q',
        'SELECT * FROM (SELECT 1 AS "K") a JOIN (SELECT 1 AS "K", 2 AS Z) b USING ("K")',
        "SELECT {'Ab': 1, 'c': 2} AS S, ROW(1) AS \"R\"",
        'SELECT * FROM (VALUES (1)) AS V("C")',
        'SELECT count(*) AS "Count", \'text\' AS "DATE"',
    ],
)
def test_the_columns_of_a_round_trip_are_the_same(binding: BinderCursor, sql: str) -> None:
    assert binding.columns(binding.text(binding.tree(sql))) == binding.columns(sql)


def test_a_tree_that_is_edited(binding: BinderCursor) -> None:
    tree = binding.tree("SELECT a FROM t")
    tree["node"]["from_table"]["table_name"] = 'other "table"'
    assert binding.text(tree) == 'SELECT a FROM "other ""table"""'


@pytest.mark.parametrize("sql", ["INSERT INTO t VALUES (1)", "DROP TABLE t", "SELECT 1; SELECT 2", ""])
def test_only_a_select_has_a_tree(binding: BinderCursor, sql: str) -> None:
    with pytest.raises(NotBindable):
        binding.tree(sql)


def test_a_tree_of_nonsense(binding: BinderCursor) -> None:
    with pytest.raises(PgError) as caught:
        binding.tree("SELECT 'ä' FROM WHERE")
    assert (caught.value.code, caught.value.position) == ("42601", 16)


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("SELECT 1", "SELECT"),
        ("TRUNCATE t", "DELETE"),
        ("COMMENT ON TABLE t IS 'x'", "ALTER"),
        ("BEGIN", "TRANSACTION"),
    ],
)
def test_statement_types(binding: BinderCursor, sql: str, kind: str) -> None:
    assert binding.statement_type(sql) == kind


def test_what_parses(binding: BinderCursor) -> None:
    assert binding.parses("SELECT nope FROM nowhere; DROP TABLE x")
    assert not binding.parses("SELECT FROM WHERE")


# --- a session's own things


def test_the_search_path_decides(binding: BinderCursor) -> None:
    binding.set_search_path([("lake:b", "public"), ("lake:a", "sales")])
    assert binding.bind("SELECT * FROM t, u").relations == {OTHER, U}
    assert binding.bind("CREATE SCHEMA s").targets == {
        Target(Relation("lake:b", "s", ""), "create", "schema")
    }


def test_a_search_path_with_a_schema_that_is_not_there(binding: BinderCursor) -> None:
    with pytest.raises(PgError) as caught:
        binding.set_search_path([("lake:a", "nope")])
    assert caught.value.code == "3F000"


@pytest.mark.parametrize("value", ["it's", 5, None, ["a", "b"]])
def test_variables(binding: BinderCursor, value: object) -> None:
    binding.set_variable("Who", value)
    assert binding.columns("SELECT getvariable('Who') AS w")[0].name == "w"


def test_temporary_tables_are_a_sessions_own(binder: Binder, binding: BinderCursor) -> None:
    other = binder.cursor()
    other.set_search_path([("lake:a", "public")])
    binding.execute("CREATE TEMP TABLE mine AS SELECT id FROM t WITH NO DATA")
    assert binding.bind("SELECT * FROM mine").relations == {Relation("temp", "main", "mine")}
    with pytest.raises(UndefinedTable):
        other.bind("SELECT * FROM mine")
    other.close()


def test_ddl_of_an_open_transaction_is_a_sessions_own(binder: Binder, binding: BinderCursor) -> None:
    other = binder.cursor()
    other.set_search_path([("lake:a", "public")])
    binding.begin()
    binding.execute("CREATE TABLE fresh (a INTEGER)")
    assert len(binding.bind("SELECT * FROM fresh, t").relations) == 2
    with pytest.raises(UndefinedTable):
        other.bind("SELECT * FROM fresh")
    binding.rollback()
    with pytest.raises(UndefinedTable):
        binding.bind("SELECT * FROM fresh")
    binding.rollback()  # nothing open: nothing happens
    other.close()


def test_an_error_in_describing_leaves_an_open_transaction_alone(binding: BinderCursor) -> None:
    """DuckDB itself aborts it: the format is computed while the query is bound."""
    binding.begin()
    binding.execute("CREATE TABLE fresh (a INTEGER)")
    for sql in ("SELECT strftime(DATE '2024-01-01', a::VARCHAR) FROM fresh", "SELECT nope FROM fresh"):
        with pytest.raises(PgError):
            binding.columns(sql)
    assert [column.name for column in binding.columns("SELECT a FROM fresh")] == ["a"]
    binding.rollback()
    with pytest.raises(UndefinedTable):
        binding.bind("SELECT * FROM fresh")


def test_a_bind_error_leaves_an_open_transaction_alone(binding: BinderCursor) -> None:
    binding.begin()
    binding.execute("CREATE TABLE fresh (a INTEGER)")
    for sql in ("SELECT nope FROM fresh", "SELEC", "SELECT $1 + 1"):
        with pytest.raises(PgError):
            binding.bind(sql)
    assert binding.bind("SELECT a FROM fresh").relations
    binding.rollback()


@pytest.mark.parametrize(
    "step",
    [
        lambda cursor: cursor.bind("select 1"),
        lambda cursor: cursor.columns("select 1"),
        lambda cursor: cursor.tree("select 1"),
        lambda cursor: cursor.parses("select 1"),
        lambda cursor: cursor.statement_type("select 1"),
    ],
)
def test_no_step_begins_once_its_user_is_interrupted(
    binder: Binder, step: Callable[[BinderCursor], object]
) -> None:
    interrupted = [False]
    cursor = binder.cursor(lambda: interrupted[0])
    step(cursor)
    interrupted[0] = True
    with pytest.raises(QueryCanceled):
        step(cursor)
    cursor.execute("CREATE TEMP TABLE kept (a INTEGER)")  # definitions are not for an interrupt to stop
    cursor.close()
