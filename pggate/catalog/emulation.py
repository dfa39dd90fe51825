"""
Loads sql/*.sql: pg_catalog and information_schema as views and macros over the mirror's tables.

Everything lies in the in-memory database "~pg": its schema "~catalog" is pg_catalog, "~info"
information_schema, "~gate" pggate, "~mirror" the tables that the gateway fills.  No user can have a database
or schema of these names.  The views read the session from variables, which sql/mirror.sql lists.
"""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_identifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pggate.engine.binder import Binder

DATABASE: Final = "~pg"
SCHEMAS: Final = {"pg_catalog": "~catalog", "information_schema": "~info", "pggate": "~gate"}
"""PostgreSQL's name of an emulated schema -> its name in DATABASE."""

# In this order: a view's relations and a macro's must exist before it.
DEFINITIONS: Final = (
    "mirror",
    "backends",
    "types",
    "empty_relations",
    "failures",
    "quoting_functions",
    "session_relations",
    "type_functions",
    "pg_namespace",
    "pg_class",
    "pg_attribute",
    "pg_attrdef",
    "pg_type",
    "pg_database",
    "pg_roles",
    "pg_description",
    "pg_settings",
    "pg_cursors",
    "pg_proc",
    "pg_rewrite",
    "pg_enum",
    "pg_constraint",
    "pg_sequence",
    "pg_depend",
    "pg_tables",
    "pg_stat",
    "pg_stat_activity",
    "pg_stat_database",
    "pg_timezone_names",
    "session_functions",
    "visibility_functions",
    "name_functions",
    "pg_prepared_statements",
    "pg_locks",
    "definition_functions",
    "privilege_functions",
    "encoding_functions",
    "array_functions",
    "json_functions",
    "size_functions",
    "text_functions",
    "character_functions",
    "bit_string_functions",
    "pattern_functions",
    "number_functions",
    "series_functions",
    "datetime_functions",
    "interval_functions",
    "formatting_functions",
    "keywords",
    "information_schema_tables",
    "information_schema_columns",
    "information_schema_constraints",
    "pggate",
    "unsupported",
    "receipts",
    "compaction",
    "live_views",
)
# What is read and never written again
ROWS: Final = (
    "postgres_relations",
    "postgres_types",
    "type_names",
    "postgres_functions",
    "pggate_functions",
    "postgres_objects",
    "postgres_descriptions",
    "system_relations",
    "type_matrix",
)

VIEW: Final = re.compile(r"^create view ", re.MULTILINE)
VARIABLE: Final = re.compile(r"\bgetvariable\('(\w+)'\)")

# What stands for a session's variables on the binder, where nobody sets them.  duckdb 1.5.5: what a function
# gives for a NULL is known while it binds, and has no type any more.  Which settings there are hangs on
# chance: a setting that is missing would be an error while it binds.
ON_BINDER: Final = {
    "pggate_database": "''",
    "pggate_catalog": "''",
    "pggate_user": "''",
    "pggate_session_user": "''",
    "pggate_pid": "0",
    "pggate_schemas": "['']",
    "pggate_settings": "case when random() < 0 then map([''], ['']) end",
    "pggate_hidden": "[0]",
    "pggate_hidden_relations": "[0]",
}


def load(execute: Callable[[str], object]) -> None:
    """
    Create the emulation in the engine, before any lake is attached: it reads what the engine has.

    Args:
        execute: Runs one statement.

    """
    execute(f"attach ':memory:' as {quote_identifier(DATABASE)}")
    execute("begin")  # a thousand statements: half of the time if each were a transaction of its own
    for statement in statements(DEFINITIONS + ROWS):
        execute(statement)
    execute("commit")


def define(binder: Binder) -> None:
    """
    Create the same on the binder, where every view becomes an empty table, which a plan then names, and no
    session has a name.
    """
    binder.attach(DATABASE)
    binder.apply([_bindable(statement) for statement in statements(DEFINITIONS)])


def _bindable(statement: str) -> str:
    return VARIABLE.sub(lambda found: ON_BINDER[found[1]], VIEW.sub("create table ", statement))


def statements(names: Iterable[str]) -> Iterator[str]:
    """
    The statements of sql/NAME.sql …, which ship as the package pggate.sql.  Each ends with a semicolon at the
    end of a line; nothing else does there.
    """
    for name in names:
        text = resources.files("pggate.sql").joinpath(f"{name}.sql").read_text("utf-8")
        yield from text.removesuffix(";\n").split(";\n")
