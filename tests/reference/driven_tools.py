"""
Tools that run here, and what a user does with them.
"""

from __future__ import annotations

import subprocess
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

import psycopg2.extras
from psycopg.types import TypeInfo
from psycopg.types.enum import EnumInfo

from tests.reference import drives

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.reference.drives import Drive

# Of DatabaseMetaData, those that ask the server
JDBC: Final = (
    "getTables", "getColumns", "getPrimaryKeys", "getImportedKeys", "getExportedKeys", "getCrossReference",
    "getIndexInfo", "getBestRowIdentifier", "getVersionColumns", "getTablePrivileges", "getColumnPrivileges",
    "getSchemas", "getCatalogs", "getTableTypes", "getTypeInfo", "getUDTs", "getProcedures", "getProcedureColumns",
    "getFunctions", "getFunctionColumns", "getSQLKeywords", "getMaxColumnNameLength", "getClientInfoProperties",
)  # fmt: skip

TOOLS: Final[Mapping[str, Mapping[str, Drive]]] = {
    "asyncpg": {
        "reads a table with an enum": drives.with_asyncpg("select * from t"),
        "reads arrays of an enum": drives.with_asyncpg("select array_agg(feeling) from t"),
    },
    "psycopg": {
        "TypeInfo.fetch": drives.with_psycopg(lambda connection: TypeInfo.fetch(connection, "mood")),
        "EnumInfo.fetch": drives.with_psycopg(lambda connection: EnumInfo.fetch(connection, "mood")),
    },
    "sqlalchemy": {
        "get_schema_names": drives.with_sqlalchemy(lambda inspector: inspector.get_schema_names()),
        "get_table_names": drives.with_sqlalchemy(lambda inspector: inspector.get_table_names()),
        "get_view_names": drives.with_sqlalchemy(lambda inspector: inspector.get_view_names()),
        "get_materialized_view_names": drives.with_sqlalchemy(
            lambda inspector: inspector.get_materialized_view_names()  # type: ignore[attr-defined]
        ),
        "get_columns": drives.with_sqlalchemy(lambda inspector: inspector.get_columns("t")),
        "get_pk_constraint": drives.with_sqlalchemy(lambda inspector: inspector.get_pk_constraint("t")),
        "get_unique_constraints": drives.with_sqlalchemy(
            lambda inspector: inspector.get_unique_constraints("t")
        ),
        "get_foreign_keys": drives.with_sqlalchemy(
            lambda inspector: inspector.get_foreign_keys("orders", "sales")
        ),
        "get_check_constraints": drives.with_sqlalchemy(
            lambda inspector: inspector.get_check_constraints("t")
        ),
        "get_indexes": drives.with_sqlalchemy(lambda inspector: inspector.get_indexes("t")),
        "get_table_comment": drives.with_sqlalchemy(lambda inspector: inspector.get_table_comment("t")),
        "get_view_definition": drives.with_sqlalchemy(lambda inspector: inspector.get_view_definition("v")),
        "get_sequence_names": drives.with_sqlalchemy(lambda inspector: inspector.get_sequence_names()),
        "get_enums": drives.with_sqlalchemy(lambda inspector: inspector.get_enums()),  # type: ignore[attr-defined]
        "has_table": drives.with_sqlalchemy(lambda inspector: inspector.has_table("t")),
        "reflect": drives.with_sqlalchemy(drives.reflect),
    },
    "duckdb": {
        "ATTACH": drives.with_duckdb(),
        "SHOW ALL TABLES": drives.with_duckdb("show all tables"),
        "reads a table": drives.with_duckdb("select * from p.t", "select count(*) from p.sales.orders"),
    },
    "psycopg2": {
        "register_composite": drives.with_psycopg2(
            lambda connection: psycopg2.extras.register_composite("t", connection)
        ),
        "reads a table": drives.with_psycopg2(
            lambda connection: connection.cursor().execute("select * from t order by id")
        ),
    },
    "pg8000": {
        "reads a table": drives.with_pg8000(lambda connection: connection.run("select * from t order by id")),
        "reads with a parameter": drives.with_pg8000(
            lambda connection: connection.run("select * from sales.orders where t_id = :id", id=1)
        ),
    },
    "pgcli": {
        "completes": drives.with_pgcli(drives.complete),
        **{
            command: drives.typed(command)
            for command in (
                r"\d",
                r"\d t",
                r"\d+ t",
                r"\d v",
                r"\d+ v",
                r"\d sales.orders",
                r"\dt",
                r"\dt+ sales.*",
                r"\dv",
                r"\dm",
                r"\di",
                r"\ds",
                r"\dn",
                r"\dn+",
                r"\l",
                r"\du",
                r"\df",
                r"\dT",
                r"\dT+",
                r"\dD",
                r"\db",
                r"\dp",
                r"\dx",
                r"\sf upper(text)",
            )
        },
        "view_definition": drives.with_pgcli(lambda executor: executor.view_definition("v")),
    },
    "jdbc": {method: drives.of_jdbc(method) for method in JDBC},
    "odbc": {
        "SQLTables": drives.with_odbc(lambda cursor: cursor.tables(schema="public").fetchall()),
        "SQLTables, of a kind": drives.with_odbc(
            lambda cursor: cursor.tables(table="o%", schema="sales", tableType="TABLE,VIEW").fetchall()
        ),
        "SQLTables, catalogs": drives.with_odbc(
            lambda cursor: cursor.tables(catalog="%", schema="", table="").fetchall()
        ),
        "SQLTables, schemas": drives.with_odbc(
            lambda cursor: cursor.tables(catalog="", schema="%", table="").fetchall()
        ),
        "SQLColumns": drives.with_odbc(lambda cursor: cursor.columns(table="t").fetchall()),
        "SQLColumns, of a schema": drives.with_odbc(lambda cursor: cursor.columns(schema="sales").fetchall()),
        "SQLPrimaryKeys": drives.with_odbc(lambda cursor: cursor.primaryKeys("t").fetchall()),
        "SQLForeignKeys": drives.with_odbc(
            lambda cursor: cursor.foreignKeys(foreignTable="orders", foreignSchema="sales").fetchall()
        ),
        "SQLForeignKeys, exported": drives.with_odbc(lambda cursor: cursor.foreignKeys(table="t").fetchall()),
        "SQLStatistics": drives.with_odbc(lambda cursor: cursor.statistics("t").fetchall()),
        "SQLSpecialColumns": drives.with_odbc(lambda cursor: cursor.rowIdColumns("t").fetchall()),
        "SQLSpecialColumns, versions": drives.with_odbc(lambda cursor: cursor.rowVerColumns("t").fetchall()),
        "SQLProcedures": drives.with_odbc(lambda cursor: cursor.procedures("bit_length").fetchall()),
        "SQLProcedureColumns": drives.with_odbc(
            lambda cursor: cursor.procedureColumns("bit_length").fetchall()
        ),
        "SQLGetTypeInfo": drives.with_odbc(lambda cursor: cursor.getTypeInfo().fetchall()),
        "reads a table": drives.with_odbc(
            lambda cursor: cursor.execute("select * from t order by id").fetchall()
        ),
    },
    "node-postgres": {"reads tables": drives.with_node("browses")},
    "adbc": {
        "connects": drives.with_adbc(lambda connection: connection.adbc_get_info()),
        **{
            f"adbc_get_objects, {depth}": drives.with_adbc(drives.objects(depth))
            for depth in ("catalogs", "db_schemas", "tables", "all")
        },
        "adbc_get_table_types": drives.with_adbc(lambda connection: connection.adbc_get_table_types()),
        "adbc_get_table_schema": drives.with_adbc(
            lambda connection: connection.adbc_get_table_schema("orders", db_schema_filter="sales")
        ),
        "adbc_get_statistics": drives.with_adbc(drives.statistics),
        "reads a table": drives.with_adbc(drives.read_t),
    },
}


def _debian(package: str) -> str:
    """Its version, without what Debian adds."""
    command = ["dpkg-query", "-W", "-f", "${source:Upstream-Version}", package]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout or "of this machine"


# fmt: off
RECORDED: Final = {
    "asyncpg": lambda: f"asyncpg {version('asyncpg')} sends",
    "psycopg": lambda: f"psycopg {version('psycopg')} sends",
    "psycopg2": lambda: f"psycopg2 {version('psycopg2-binary')} sends",
    "pg8000": lambda: f"pg8000 {version('pg8000')} sends",
    "sqlalchemy": lambda: f"SQLAlchemy {version('sqlalchemy')} with psycopg sends",
    "duckdb": lambda: f"DuckDB {version('duckdb')} sends for ATTACH (TYPE postgres)",
    "pgcli": lambda: f"pgcli {version('pgcli')} sends",
    "jdbc": lambda: f"pgjdbc {_debian('libpostgresql-jdbc-java')} sends for the methods of DatabaseMetaData",
    "odbc": lambda: f"psqlodbc {_debian('odbc-postgresql')} sends for the catalog functions of ODBC",
    "node-postgres": lambda: f"node-postgres {drives.node_version()} sends",
    "adbc": lambda: f"ADBC's PostgreSQL driver {version('adbc-driver-postgresql')} sends",
}
"""What is said at the head of a tool's file: `What … , recorded.`"""
# fmt: on
