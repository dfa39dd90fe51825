"""
CALL.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.calls import ProcedureCall, procedure_call


@pytest.mark.parametrize(
    ("sql", "name", "arguments"),
    [
        ("call p()", ("p",), ()),
        ("CALL pggate.compact('s.t');", ("pggate", "compact"), ("s.t",)),
        ("call p('a', 'b''c')", ("p",), ("a", "b'c")),
    ],
)
def test_a_name_and_literals(sql: str, name: tuple[str, ...], arguments: tuple[str, ...]) -> None:
    assert procedure_call(sql) == ProcedureCall(name, arguments)


@pytest.mark.parametrize("sql", ["call", "call p", "call p(", "call p(1)", "call p('a',)", "call p() x"])
def test_what_is_no_call(sql: str) -> None:
    with pytest.raises(SqlSyntaxError):
        procedure_call(sql)
