"""
Functions of json.
"""

from __future__ import annotations

from pggate.functions.json_function import JsonFunction


def test_what_is_strict_is_null_of_null() -> None:
    assert JsonFunction("f", "JSON", str).value((None,)) is None
    assert JsonFunction("f", "JSON", str).value(("1",)) == "1"
    assert JsonFunction("f", "VARCHAR", str, strict=False).value((None,)) == "None"
