"""
Rewrites the tables of docs/compatibility.md from the program's own:
``python -m tests.reference.generate_compatibility_document``.

It takes nothing from PostgreSQL; a DSN is not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from pggate.lake.storable import REFUSED
from pggate.session.commands.commands import Commands
from pggate.session.execution import Execution
from pggate.session.settings.gucs import SETTINGS
from pggate.session.statement.utilities import ACCEPTED, DONE, HINTS
from pggate.translate.definitions.left_out import LEFT_OUT
from pggate.translate.dialect.refusals import REFUSALS
from pggate.translate.texts.kinds import CURSORS, Kind
from pggate.types import duck
from pggate.types.table import SCALARS
from tests.reference.documents import DOCS, code, filled, listed, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pggate.types.table import PgType

TARGET = DOCS / "compatibility.md"

_ANYTHING: Final = cast("Any", object())
"""For what a session's tables are made with and do not look at."""


class Gateway:
    """The same, for whoever takes parts from it."""

    def __getattr__(self, _name: str) -> Any:
        return _ANYTHING


def parts() -> dict[str, str]:
    """Every table of the document, by the name of its place."""
    return {
        "works": f"{listed(one.value for one in runs())}.\n",
        "accepted": table(
            "statement", "notice", rows=((code(one.value), notice) for one, notice in ACCEPTED.items())
        ),
        "done": f"{listed(one.value for one in Kind if one in DONE)}.\n",
        "left out": table("of", "clause", "detail", rows=left_out_clauses()),
        "refused": table("statements", "hint", rows=by_hints(refused())),
        "features": "".join(f"- {feature}\n" for _, feature, _ in REFUSALS),
        "types": table(
            "type",
            "OID",
            "columns of DuckDB's types",
            "a parameter `$n` of it is",
            rows=map(type_row, SCALARS),
        ),
        "not stored": table("type", "hint", rows=((code(name), hint) for name, hint in REFUSED.items())),
        "fixed settings": f"{listed(row.name for row in SETTINGS.values() if row.fixed)}.\n",
    }


def handled() -> frozenset[Kind]:
    """The statements that a session has an answer for: Commands and Execution know theirs."""
    commands = Commands(*(_ANYTHING,) * 7)
    execution = Execution(cast("Any", Gateway()), *(_ANYTHING,) * 5, commands, *(_ANYTHING,) * 3)
    return frozenset(execution._runs) | commands.kinds | CURSORS


def runs() -> list[Kind]:
    own = handled() - ACCEPTED.keys() - DONE
    return [one for one in Kind if one in own]


def refused() -> list[Kind]:
    """What no parser knows is a syntax error and not here."""
    return [one for one in Kind if one not in handled() | {Kind.UNKNOWN}]


def by_hints(kinds: Iterable[Kind]) -> Iterable[tuple[str, str]]:
    """Statements with the same way out stand together."""
    together: dict[str, list[Kind]] = {}
    for one in kinds:
        together.setdefault(HINTS[one], []).append(one)
    return ((listed(one.value for one in some), hint) for hint, some in together.items())


def left_out_clauses() -> Iterable[tuple[str, str, str]]:
    """Clauses of one kind of statement of which the same is said stand together."""
    together: dict[tuple[str, str], list[str]] = {}
    for (statement, clause), detail in LEFT_OUT.items():
        together.setdefault((statement, detail), []).append(clause)
    return ((code(statement), listed(some), detail) for (statement, detail), some in together.items())


def type_row(of: PgType) -> tuple[str, str, str, str]:
    columns: Iterable[str] = (name for name, shown in duck._SCALARS.items() if shown is of)
    return (
        code(of.name),
        str(of.oid),
        listed(columns),
        code(of.duckdb) if of.casts else "`DECIMAL` of its own scale",
    )


if __name__ == "__main__":
    TARGET.write_text(filled(TARGET.read_text(), parts()))
