"""
The names of PostgreSQL's functions, as regproc prints them (PostgreSQL 15, 8.19).
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_OID: Final = 0
_SHOWN: Final = -3
"""Where a line of sql/postgres_functions.sql has them."""


@cache
def function_names() -> Mapping[int, str]:
    """
    By OID; 0 is none.
    """
    text = resources.files("pggate.sql").joinpath("postgres_functions.sql").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {0: "-"} | {int(row[_OID]): row[_SHOWN].replace("''", "'") for row in rows}
