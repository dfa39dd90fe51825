"""
Writes docs/types.md and sql/type_matrix.sql from the map of types, and the pass rates of the last differential run:
``python -m tests.reference.generate_type_document``; that run: ``python -m tests.differential --keep``.

It takes nothing from PostgreSQL; a DSN is not looked at.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from pggate.types.type_map import TYPE_MAP
from tests.differential.declared import DECLARED
from tests.differential.results import last
from tests.reference.documents import DOCS, code, filled, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pggate.types.type_map import TypeRow

DOCUMENT: Final = DOCS / "types.md"
MATRIX: Final = Path(__file__).parents[2] / "sql/type_matrix.sql"

SPELLED: Final = {"LIST": "T[]", "ARRAY": "T[n]", "DECIMAL": "DECIMAL(p, s)"}
"""What a type is called where not by its name."""


def parts() -> dict[str, str]:
    """Every table of the document, by the name of its place."""
    return {
        "map": table("DuckDB", "PostgreSQL", "OID", "in a topic", "", rows=map(map_row, TYPE_MAP)),
        "rates": table("family", "statements", "the same", "declared", "faults", "", rows=rates()),
        "declared": "".join(f"- {len(some)}: {reason}\n" for reason, some in DECLARED.items()) or "None.\n",
    }


def map_row(row: TypeRow) -> tuple[str, str, str, str, str]:
    shown = ("array", "") if row.type is None else (code(row.type.name), str(row.type.oid))
    return code(SPELLED.get(row.duckdb, row.duckdb)), *shown, stored(row), row.note


def stored(row: TypeRow) -> str:
    """Whether a topic has columns of the type."""
    if row.stored_as:
        return f"declared, as {code(row.stored_as)}; of a query, no: {row.refused}"
    return f"no: {row.refused}" if row.refused else "yes"


def rates() -> Iterable[tuple[str, ...]]:
    counts = last()
    for one in counts:
        yield rate(one.family, one.asked, one.same, one.declared)
    asked, same, declared = (
        sum(getattr(one, name) for one in counts) for name in ("asked", "same", "declared")
    )
    yield rate("all", asked, same, declared)


def rate(family: str, asked: int, same: int, declared: int) -> tuple[str, ...]:
    faults = asked - same - declared
    return family, str(asked), str(same), str(declared), str(faults), percent(same, asked)


def percent(some: int, of: int) -> str:
    return f"{100 * some / of:.1f} %" if of else ""


def matrix() -> str:
    """The statement that fills pggate.type_matrix."""
    rows = ",\n".join(f"  ({', '.join(matrix_row(row))})" for row in TYPE_MAP)
    return (
        "-- Written by tests/reference/generate_type_document.py from pggate/types/type_map.py; not edited by hand.\n"
        f'insert into "~pg"."~gate".type_matrix values\n{rows};\n'
    )


def matrix_row(row: TypeRow) -> Iterable[str]:
    yield literal(SPELLED.get(row.duckdb, row.duckdb))
    if row.type is None:
        yield from ("null", "null", "null")
    else:
        yield from (literal(row.type.sql), str(row.type.oid), str(row.type.array_oid))
    yield "false" if row.refused and not row.stored_as else "true"
    yield literal(row.refused)
    yield literal(row.note)


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if text else "null"


if __name__ == "__main__":
    MATRIX.write_text(matrix())
    DOCUMENT.write_text(filled(DOCUMENT.read_text(), parts()))
