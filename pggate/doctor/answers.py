"""
What a server answers to a step: its columns, its rows, or the SQLSTATE.

OIDs from 16384 on, and the role's, are every server's own; an answer has the name of what it is the OID of,
where the reference has one.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

import asyncpg

from pggate.doctor.scripts import with_oids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pggate.doctor.scripts import Step

FIRST_OWN: Final = 16384
"""FirstNormalObjectId of PostgreSQL 15."""
FIRST_ROLE: Final = 10
"""BOOTSTRAP_SUPERUSERID: who owns what comes with the server; here he owns the reference's relations, too."""
_OIDS: Final = frozenset({26, 2205, 1028, 2210})
"""The types oid and regclass, and arrays of them."""

OIDS: Final = """
    SELECT relname::text, oid::int8 FROM pg_class WHERE oid >= 16384 AND relkind IN ('r', 'v', 'S', 'm')
    UNION ALL SELECT nspname::text, oid::int8 FROM pg_namespace WHERE nspname !~ '^pg_'
    UNION ALL SELECT typname::text, oid::int8 FROM pg_type WHERE typtype = 'e'
    UNION ALL SELECT a.typname::text, a.oid::int8 FROM pg_type e JOIN pg_type a ON a.typelem = e.oid
    WHERE e.typtype = 'e'
    UNION ALL SELECT 'role', oid::int8 FROM pg_roles WHERE rolname = current_user
    UNION ALL SELECT 'database', oid::int8 FROM pg_database WHERE datname = current_database()
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """
    Args:
        columns: Name and type of each.
        rows: Values as texts, sorted unless the step has an order; None for NULL.
        error: The SQLSTATE; "" if there was none.

    """

    columns: tuple[tuple[str, int | str], ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    error: str = ""


async def ask(connection: asyncpg.Connection, step: Step, oids: Mapping[str, int]) -> Answer:
    """
    Send a step.
    """
    names = {FIRST_ROLE: "role"} | {oid: name for name, oid in oids.items()}
    try:
        statement = await connection.prepare(with_oids(step.text, oids))
        parameters = [
            _value(with_oids(value, oids), of_type.oid)
            for value, of_type in zip(step.parameters, statement.get_parameters(), strict=True)
        ]
        found = await statement.fetch(*parameters)
    except asyncpg.PostgresError as error:
        return Answer(error=error.sqlstate)
    attributes = statement.get_attributes()
    types = [attribute.type.oid for attribute in attributes]
    columns = tuple((one.name, _named(one.type.oid, names)) for one in attributes)
    if step.rows is None:
        return Answer(columns)
    wanted = re.compile(step.rows)
    texts = (tuple(_text(*value, names) for value in zip(row, types, strict=True)) for row in found)
    rows = tuple(row for row in texts if any(wanted.search(value or "") for value in row))
    return Answer(columns, rows if step.has_order else tuple(sorted(rows, key=_sortable)))


def _value(text: str, oid: int) -> object:
    """A parameter as asyncpg wants one of its type."""
    read = _PARAMETERS.get(oid)
    return text if read is None else read(text)


def _numbers(text: str) -> list[int]:
    return [int(one) for one in text.strip("{}").split(",") if one]


def _texts(text: str) -> list[str]:
    return [one for one in text.strip("{}").split(",") if one]


def _characters(text: str) -> list[bytes]:
    return [one.encode() for one in _texts(text)]


# bool, "char", whole numbers and arrays of them, arrays of words
_PARAMETERS: Final[Mapping[int, Callable[[str], object]]] = {
    16: "t".__eq__,
    18: str.encode,
    **dict.fromkeys((20, 21, 23, 26), int),
    **dict.fromkeys((1005, 1007, 1016, 1028), _numbers),
    1002: _characters,
    **dict.fromkeys((1003, 1009, 1015), _texts),
}


def _text(value: Any, oid: int, names: Mapping[int, str]) -> str | None:
    if value is None:
        return None
    if oid in _OIDS:
        return str([_named(one, names) for one in value] if isinstance(value, list) else _named(value, names))
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _named(oid: int | str, names: Mapping[int, str]) -> int | str:
    if not isinstance(oid, int):
        return oid
    return names.get(oid, oid if oid < FIRST_OWN else "other")


def _sortable(row: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(value or "" for value in row)


def recorded(tool: str) -> tuple[Answer, ...]:
    """What PostgreSQL 15 answered to each of a tool's steps."""
    return read((resources.files(__package__) / "tools" / f"{tool}.json").read_text("utf-8"))


def read(text: str) -> tuple[Answer, ...]:
    """The answers of a file."""
    return tuple(
        Answer(
            tuple((name, oid) for name, oid in one.get("columns", ())),
            tuple(map(tuple, one.get("rows", ()))),
            one.get("error", ""),
        )
        for one in json.loads(text)
    )


def written(answers: Sequence[Answer]) -> str:
    """The text of such a file, an answer to a line."""
    lines = [
        json.dumps({"error": one.error} if one.error else {"columns": one.columns, "rows": one.rows})
        for one in answers
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"
