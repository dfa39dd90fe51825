"""
Writes postgres_relations.sql, postgres_types.sql and empty_relations.sql of sql/, which are taken from PostgreSQL 15.

    python -m tests.reference.generate_catalog_columns "host=localhost user=postgres"

postgres_relations holds the columns of every relation of pg_catalog and information_schema, the measure of the
emulation; postgres_types the rows of pg_type.  empty_relations creates, well-typed, each relation that no file of
sql/ defines by hand; generate_catalog_rows.py fills some of them.  Run it again when a file of sql/ is added.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final, NamedTuple

import psycopg

SQL: Final = Path(__file__).parents[2] / "sql"
SCHEMAS: Final = {"pg_catalog": "~catalog", "information_schema": "~info"}

# Domains count as their base type, which is what PostgreSQL puts into a RowDescription (PostgreSQL 15, 37.2).
COLUMNS: Final = """
select c.oid::int8, n.nspname, c.relname, c.relkind::text,
       array_agg(a.attname::text order by a.attnum),
       array_agg(coalesce(nullif(t.typbasetype, 0), t.oid)::int8 order by a.attnum),
       array_agg(format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) order by a.attnum),
       array_agg(a.attnum::int4 order by a.attnum) filter (where a.attnotnull)
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
  join pg_type t on t.oid = a.atttypid
 where n.nspname in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'v')
 group by 1, 2, 3, 4
 order by n.nspname desc, c.relname
"""

# The columns are those of "~mirror".postgres_types.  Not the row types of tables, nor the arrays of them.
TYPES: Final = """
select t.oid::int8, t.typname, t.typlen::int4, t.typbyval, t.typtype::text, t.typcategory::text, t.typispreferred,
       t.typdelim::text, t.typsubscript::oid::int8, t.typelem::int8, t.typarray::int8,
       t.typinput::oid::int8, t.typoutput::oid::int8, t.typreceive::oid::int8, t.typsend::oid::int8, t.typmodin::oid::int8, t.typmodout::oid::int8,
       t.typanalyze::oid::int8, t.typalign::text, t.typstorage::text, t.typcollation::int8
  from pg_type t
  left join pg_type e on e.oid = t.typelem
 where t.typnamespace = 'pg_catalog'::regnamespace and t.typrelid = 0 and coalesce(e.typrelid, 0) = 0
 order by t.oid
"""

# PostgreSQL's type -> what DuckDB stores it as; whatever is not here is text, and an array is a list.
DUCKDB: Final = {
    "bigint": "bigint",
    "boolean": "boolean",
    "bytea": "blob",
    "double precision": "double",
    "integer": "integer",
    "interval": "interval",
    "numeric": "decimal(38,9)",
    "oid": "uinteger",
    "real": "float",
    "regproc": "uinteger",
    "smallint": "smallint",
    "timestamp with time zone": "timestamptz",
    "xid": "uinteger",
    "int2vector": "smallint[]",
    "oidvector": "uinteger[]",
}

HEADER: Final = (
    "-- Written by tests/reference/generate_catalog_columns.py from PostgreSQL 15; not edited by hand.\n"
)


class Relation(NamedTuple):
    oid: int
    schema: str
    name: str
    kind: str
    columns: list[str]
    types: list[int]
    type_names: list[str]
    not_null: list[int] | None


def duckdb_type(name: str) -> str:
    """
    The DuckDB type for PostgreSQL's type of that name (as format_type spells it).
    """
    if name.endswith("[]"):
        return duckdb_type(name[:-2]) + "[]"
    return DUCKDB.get(name, "varchar")


def literal(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def postgres_relations(relations: list[Relation]) -> str:
    rows = ",\n".join(
        f"  ({literal(r.oid)}, {literal(r.schema)}, {literal(r.name)}, {literal(r.kind)},"
        f" {literal(r.columns)}, {literal(r.types)}, {literal(r.not_null or [])})"
        for r in relations
    )
    return (
        HEADER
        + "-- pg_catalog's and information_schema's own relations with their columns, column types (OIDs; a domain\n"
        + "-- counts as its base type) and the numbers of the columns that are not null.\n"
        + f'insert into "~pg"."~mirror".postgres_relations values\n{rows};\n'
    )


def written_by_hand() -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for path in SQL.glob("*.sql"):
        if path.name != "empty_relations.sql":
            found.update(
                re.findall(r'^create (?:view|table) "~pg"\."(~\w+)"\.(\w+)', path.read_text(), re.MULTILINE)
            )
    return found


def empty_relations(relations: list[Relation]) -> str:
    by_hand = written_by_hand()
    parts = [
        HEADER,
        "-- Relations with PostgreSQL 15's columns, types and order: empty, or filled by postgres_objects.sql.\n",
    ]
    for r in relations:
        if (SCHEMAS[r.schema], r.name) in by_hand:
            continue
        columns = ",\n".join(
            f'  "{name}" {duckdb_type(kind)}' + (f" -- {kind}" if duckdb_type(kind) != kind else "")
            for name, kind in zip(r.columns, r.type_names, strict=True)
        )
        columns = re.sub(r"( -- [^\n]*?),\n", r",\1\n", columns)
        parts.append(f'\ncreate table "~pg"."{SCHEMAS[r.schema]}".{r.name} (\n{columns}\n);\n')
    return "".join(parts)


def postgres_types(types: list[tuple[object, ...]]) -> str:
    rows = ",\n".join("  (" + ", ".join(map(literal, row)) + ")" for row in types)
    return (
        HEADER
        + "-- pg_type without the row types of tables.\n"
        + f'insert into "~pg"."~mirror".postgres_types values\n{rows};\n'
    )


def main(conninfo: str) -> None:
    with psycopg.connect(conninfo) as connection:
        relations = [Relation(*row) for row in connection.execute(COLUMNS)]
        types = connection.execute(TYPES).fetchall()
    (SQL / "postgres_relations.sql").write_text(postgres_relations(relations))
    (SQL / "postgres_types.sql").write_text(postgres_types(types))
    (SQL / "empty_relations.sql").write_text(empty_relations(relations))


if __name__ == "__main__":
    main(*sys.argv[1:])
