"""
What a tool sends, as a text:

    --> what the user does
    -- a remark
    -- columns only: why PostgreSQL's rows cannot be ours
    -- rows with: a regular expression of what stands in those that can
    -- in any order: why its ORDER BY leaves some of it open
    -- $1 = a parameter's value
    SELECT ...;

A statement ends with a semicolon at the end of a line.  OID_OF_T stands for the OID of what is called t: a
relation, type, schema or database of the reference, whose names are all different.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TITLE: Final = "--> "
_COLUMNS_ONLY: Final = "-- columns only: "
_ROWS_WITH: Final = "-- rows with: "
_ANY_ORDER: Final = "-- in any order: "
_PARAMETER: Final = re.compile(r"-- \$\d+ = (.*)")
_OID: Final = re.compile(r"\bOID_OF_(\w+)")


@dataclass(frozen=True, slots=True)
class Step:
    """
    A statement.

    Args:
        title: What the user does.
        text: With OID_OF_NAME in it.
        parameters: As they are written, with OID_OF_NAME in them.
        rows: A regular expression that is found in a value of those rows that are to be PostgreSQL's; None if
            its columns alone are.
        has_order: Is the order of rows to be PostgreSQL's?

    """

    title: str
    text: str
    parameters: tuple[str, ...] = ()
    rows: str | None = ""
    has_order: bool = False


def names() -> tuple[str, ...]:
    """Of the tools."""
    files = (resources.files(__package__) / "tools").iterdir()
    return tuple(sorted(file.name.removesuffix(".sql") for file in files if file.name.endswith(".sql")))


def steps(tool: str) -> tuple[Step, ...]:
    """What a tool sends, in its order."""
    return tuple(parsed((resources.files(__package__) / "tools" / f"{tool}.sql").read_text("utf-8")))


def parsed(text: str) -> Iterator[Step]:
    title = ""
    lines: list[str] = []
    parameters: list[str] = []
    rows: str | None = ""
    any_order = False
    for line in text.splitlines():
        if not lines and line.startswith("--"):
            if line.startswith(_TITLE):
                title = line.removeprefix(_TITLE)
            elif line.startswith(_COLUMNS_ONLY):
                rows = None
            elif line.startswith(_ROWS_WITH):
                rows = line.removeprefix(_ROWS_WITH)
            elif line.startswith(_ANY_ORDER):
                any_order = True
            elif found := _PARAMETER.fullmatch(line):
                parameters.append(found[1])
        elif line or lines:
            lines.append(line)
        if lines and line.endswith(";"):
            text = "\n".join(lines).removesuffix(";")
            has_order = "order by" in text.lower() and not any_order
            yield Step(title, text, tuple(parameters), rows, has_order)
            lines, parameters, rows, any_order = [], [], "", False


def with_oids(text: str, oids: Mapping[str, int]) -> str:
    """
    Raises:
        KeyError: The reference has nothing of a name.

    """
    return _OID.sub(lambda found: str(oids[found[1].lower()]), text)
