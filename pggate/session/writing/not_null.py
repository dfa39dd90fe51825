"""
Which column a row without a value has failed by, as fields of the error (PostgreSQL 15, 55.8: s, t, c).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import NotNullViolation

if TYPE_CHECKING:
    from pggate.engine.bound import Bound
    from pggate.errors import PgError

_NAMED: Final = re.compile(r'null value in column "(.*)" of relation "(.*)" violates', re.DOTALL)


def name_column(error: PgError, bound: Bound | None) -> None:
    """
    Args:
        bound: Of the statement that has failed.

    """
    named = _NAMED.match(error.message) if isinstance(error, NotNullViolation) else None
    if named is None:
        return
    error.column, error.table = named[1], named[2]
    for target in bound.targets if bound is not None else ():
        if target.relation.name == error.table:
            error.schema = target.relation.schema
