"""
What a macro says of an error that it raises (sql/failures.sql): plans with one call of this are short.
"""

from __future__ import annotations

import json


def failure(sqlstate: str, message: str | None) -> str:
    """
    Its fields, as engine/functions.py reads them.
    """
    return json.dumps({"code": sqlstate, "message": message, "detail": None, "hint": None})
