"""
Rewrites the tables of docs/compatibility.md from the program's own:
``python -m tests.reference.generate_compatibility_document``.

It takes nothing from PostgreSQL; a DSN is not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from pggate.lake.storable import REFUSED
from pggate.session.commands import Commands
from pggate.session.execution import Execution
from pggate.session.fetching import KINDS as CURSORS
from pggate.session.settings import SETTINGS
from pggate.session.utilities import ACCEPTED, DONE, refusal
from pggate.translate.kinds import Kind
from pggate.translate.refusals import REFUSALS
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
    with_hint, without_hint = refused()
    return {
        "works": f"{listed(one.value for one in runs())}.\n",
        "accepted": table(
            "statement", "notice", rows=((code(one.value), notice) for one, notice in ACCEPTED.items())
        ),
        "done": f"{listed(one.value for one in Kind if one in DONE)}.\n",
        "refused": table(
            "statement", "hint", rows=((code(one.value), refusal(one).hint or "") for one in with_hint)
        ),
        "refused without hint": "".join(f"- {line}\n" for line in by_verbs(without_hint)),
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
    execution = Execution(cast("Any", Gateway()), *(_ANYTHING,) * 5, commands, *(_ANYTHING,) * 2)
    return frozenset(execution._runs) | commands.kinds | CURSORS


def runs() -> list[Kind]:
    own = handled() - ACCEPTED.keys() - DONE
    return [one for one in Kind if one in own]


def refused() -> tuple[list[Kind], list[Kind]]:
    """With a hint and without; what no parser knows is a syntax error and not here."""
    others = [one for one in Kind if one not in handled() | {Kind.UNKNOWN}]
    return [one for one in others if refusal(one).hint], [one for one in others if not refusal(one).hint]


def by_verbs(kinds: Iterable[Kind]) -> Iterable[str]:
    """Statements that create, alter and drop the same are one; the others stand by themselves."""
    objects: dict[str, list[str]] = {}
    others = []
    for one in kinds:
        verb, _, what = one.value.partition(" ")
        if verb in ("CREATE", "ALTER", "DROP"):
            objects.setdefault(what, []).append(verb)
        else:
            others.append(one.value)
    verbs = sorted(set(map(tuple, objects.values())), key=lambda some: (-len(some), some))
    for some in verbs:
        yield f"`{'`, `'.join(some)}` {', '.join(what for what, of in objects.items() if tuple(of) == some)}"
    yield listed(others)


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
