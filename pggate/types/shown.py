"""
Values as DuckDB gives them to Python, as PostgreSQL's texts.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from pggate.types.arrays import array_text
from pggate.types.floats import float8_text
from pggate.types.numerics import numeric_text

if TYPE_CHECKING:
    from collections.abc import Callable

_ZEROS: Final = re.compile(r"(\.\d*?)0+(?=$|[-+])")
_MINUTES: Final = re.compile(r"([-+]\d\d):00$")


def shown(value: Any) -> str:
    """
    A value of any type but NULL, as PostgreSQL writes it.
    """
    write = _WRITERS.get(type(value))
    return str(value) if write is None else write(value)


def _clock(value: dt.datetime | dt.time) -> str:
    spelled = value.isoformat(" ") if isinstance(value, dt.datetime) else value.isoformat()
    return _MINUTES.sub(r"\1", _ZEROS.sub(r"\1", spelled))


_WRITERS: Final[dict[type, Callable[[Any], str]]] = {
    bool: lambda value: "t" if value else "f",
    float: float8_text,
    Decimal: numeric_text,
    bytes: lambda value: f"\\x{value.hex()}",
    dt.datetime: _clock,
    dt.time: _clock,
    list: lambda value: array_text(value, shown),
    dict: json.dumps,
}
