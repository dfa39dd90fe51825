"""
A row of the tables that say what PostgreSQL says in the place of a failure of DuckDB's.

A row matches by DuckDB's exception type (lower case), by the object type and subtype of the structured error
where these are given, and by a pattern on the message (its first line before the others).  Named groups of
the pattern and the fields of the structured error are what the row's own wording is made of; a row without
wording keeps DuckDB's first line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pggate.errors import PgError


@dataclass(frozen=True, slots=True)
class Rule:
    """
    Args:
        exception: DuckDB's exception type in lower case; None = any.
        error: The PgError class, or the SQLSTATE where no class is named for it.
        pattern: Searched in DuckDB's message.
        subject: The `type` of a structured error ("Table", "Scalar Function", …); None = any.
        subtype: The `error_subtype` of a structured error; None = any.
        message: Wording with {group}s; None = DuckDB's first line.

    """

    exception: str | None
    error: type[PgError] | str
    pattern: str = ""
    subject: str | None = None
    subtype: str | None = None
    message: str | None = None
    detail: str | None = None
    hint: str | None = None
    compiled: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern, re.DOTALL))
