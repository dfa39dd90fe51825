"""
What macros say of errors.
"""

from __future__ import annotations

import json

from pggate.functions.failures import failure


def test_fields() -> None:
    assert json.loads(failure("22012", "division by zero")) == {
        "code": "22012",
        "message": "division by zero",
        "detail": None,
        "hint": None,
    }
