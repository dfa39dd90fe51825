"""
Writes sql/postgres_functions.sql, postgres_objects.sql and postgres_descriptions.sql: the rows that PostgreSQL 15
itself has in its catalogs.

    python -m tests.reference.generate_catalog_rows "host=localhost user=postgres"

Functions are those that the gateway answers, which is asked, and those that other rows name: what reads a type, what
is behind an operator or a cast.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import psycopg

from tests.reference.answered_functions import answered
from tests.reference.generate_catalog_columns import SQL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HEADER: Final = (
    "-- Written by tests/reference/generate_catalog_rows.py from PostgreSQL 15; not edited by hand.\n"
    "-- A row is a line, its values stand between tabs; \\N is NULL.\n"
)

OBJECTS: Final = (
    *(
        "pg_aggregate",
        "pg_am",
        "pg_amop",
        "pg_amproc",
        "pg_cast",
        "pg_collation",
        "pg_language",
        "pg_opclass",
    ),
    *("pg_operator", "pg_opfamily", "pg_range", "pg_tablespace"),
)
"""The catalogs whose rows are taken as they are."""

# What hangs on the machine, or is of an extension
LEFT_OUT: Final = {"pg_collation": "oid >= 12000", "pg_language": "lanname = 'plpgsql'"}

FUNCTION_COLUMNS: Final = (
    *(
        "oid",
        "proname",
        "pronamespace",
        "proowner",
        "prolang",
        "procost",
        "prorows",
        "provariadic",
        "prosupport",
    ),
    *("prokind", "prosecdef", "proleakproof", "proisstrict", "proretset", "provolatile", "proparallel"),
    *("pronargs", "pronargdefaults", "prorettype", "proargtypes", "proallargtypes", "proargmodes"),
    "proargnames",
)
# The text of an SQL function is many lines; information_schema's OID is what system_relations.sql has.
FUNCTION_VALUES: Final = {
    "prosrc": "case when prolang = 12 then prosrc else '' end",
    "shown": "oid::regproc::text",
    "signature": "oid::regprocedure::text",
    "arguments": "pg_get_function_arguments(oid)",
    "identity_arguments": "pg_get_function_identity_arguments(oid)",
    "result": "pg_get_function_result(oid)",
    "pronamespace": "case when pronamespace = 'information_schema'::regnamespace then 13000 else 11 end",
}

# The functions that rows of OBJECTS and pg_type name; of aggregates those that are answered.
REFERENCED: Final = """
select typinput::oid::int8 from pg_type union select typoutput::oid from pg_type union select typreceive::oid from pg_type
union select typsend::oid from pg_type union select typmodin::oid from pg_type union select typmodout::oid from pg_type
union select typanalyze::oid from pg_type union select typsubscript::oid from pg_type
union select oprcode::oid from pg_operator union select oprrest::oid from pg_operator
union select oprjoin::oid from pg_operator
union select castfunc from pg_cast union select amproc::oid from pg_amproc union select amhandler::oid from pg_am
union select rngcanonical::oid from pg_range union select rngsubdiff::oid from pg_range
union select unnest(array[aggtransfn, aggfinalfn, aggcombinefn, aggserialfn, aggdeserialfn, aggmtransfn,
                          aggminvtransfn, aggmfinalfn])::oid from pg_aggregate where aggfnoid::oid = any(%s)
union select oid from pg_proc where proname in ('enum_in', 'enum_out', 'enum_recv', 'enum_send')
union select unnest(array[lanplcallfoid, laninline, lanvalidator]) from pg_language where lanname <> 'plpgsql'
"""
SUPPORTING: Final = "select prosupport::oid::int8 from pg_proc where oid = any(%s)"

DESCRIPTIONS: Final = """
select objoid, classoid, objsubid, description from pg_description
 where classoid in ('pg_type'::regclass, 'pg_operator'::regclass, 'pg_am'::regclass)
    or (classoid = 'pg_proc'::regclass and objoid = any(%s))
    or (classoid = 'pg_collation'::regclass and objoid < 12000)
    or (classoid = 'pg_language'::regclass and objoid < 12000)
    or (classoid = 'pg_namespace'::regclass and objoid = 11)
 order by classoid, objoid
"""

COLUMNS: Final = """
select attname, format_type(atttypid, null) from pg_attribute
 where attrelid = %s::regclass and attnum > 0 order by attnum
"""


def statement(target: str, lines: Iterable[str], columns: int) -> str:
    """
    An INSERT of lines.
    """
    values = ", ".join(f"f[{place}]" for place in range(1, columns + 1))
    text = "\n".join(lines).replace("'", "''")
    return f'insert into {target}\nselect {values} from "~pg"."~mirror".fields(\'\n{text}\n\');\n'


def as_text(column: str, of_type: str) -> str:
    """
    The expression for a column's value as DuckDB reads it.
    """
    if of_type in {"pg_node_tree", "aclitem[]"}:
        return "null"
    if of_type == "regproc":
        return f"{column}::oid::text"
    if of_type in {"int2vector", "oidvector"}:
        return f"'[' || array_to_string({column}::int8[], ', ') || ']'"
    if of_type == "text[]":
        return f"case when {column} is not null then '[' || array_to_string(array(select quote_ident(x) from unnest({column}) x), ', ') || ']' end"
    if of_type.endswith("[]"):
        return f"'[' || array_to_string({column}, ', ') || ']'"
    return f"{column}::text"


def rows(
    connection: psycopg.Connection, relation: str, expressions: Sequence[str], condition: str
) -> list[str]:
    """
    The lines of a relation, in the order of its OIDs.
    """
    query = f"select {', '.join(expressions)} from {relation} where {condition} order by 1"
    return sorted(
        ("\t".join("\\N" if value is None else value for value in row) for row in connection.execute(query)),
        key=lambda line: int(line.partition("\t")[0]),
    )


def functions(connection: psycopg.Connection, oids: Iterable[int]) -> str:
    types = dict(connection.execute(COLUMNS, ["pg_proc"]).fetchall())
    expressions = [
        FUNCTION_VALUES.get(column) or as_text(column, types[column]) for column in FUNCTION_COLUMNS
    ]
    last = ("prosrc", "arguments", "identity_arguments", "shown", "signature", "result")
    expressions += [FUNCTION_VALUES[column] for column in last]
    expressions = [f"({expression})::text" for expression in expressions]
    found = rows(connection, "pg_proc", expressions, f"oid in ({', '.join(map(str, sorted(oids)))})")
    return statement('"~pg"."~mirror".postgres_functions', found, len(expressions))


def objects(connection: psycopg.Connection, oids: Iterable[int]) -> str:
    parts = []
    for relation in OBJECTS:
        columns = connection.execute(COLUMNS, [relation]).fetchall()
        condition = f"not ({LEFT_OUT.get(relation, 'false')})"
        if relation == "pg_aggregate":
            condition = f"aggfnoid::oid in ({', '.join(map(str, sorted(oids)))})"
        found = rows(connection, relation, [as_text(*column) for column in columns], condition)
        parts.append(statement(f'"~pg"."~catalog".{relation}', found, len(columns)))
    return "\n".join(parts)


def descriptions(connection: psycopg.Connection, oids: Iterable[int]) -> str:
    found = [
        "\t".join(map(str, row)).replace("\n", " ")
        for row in connection.execute(DESCRIPTIONS, [sorted(oids)])
    ]
    return statement('"~pg"."~mirror".postgres_descriptions', found, 4)


def main(conninfo: str) -> None:
    with psycopg.connect(conninfo) as connection:
        oids = answered(connection)
        for query in (REFERENCED, SUPPORTING):
            oids |= {oid for (oid,) in connection.execute(query, [sorted(oids)])}
        (SQL / "postgres_functions.sql").write_text(HEADER + functions(connection, oids))
        (SQL / "postgres_objects.sql").write_text(HEADER + objects(connection, oids))
        (SQL / "postgres_descriptions.sql").write_text(HEADER + descriptions(connection, oids))


if __name__ == "__main__":
    main(*sys.argv[1:])
