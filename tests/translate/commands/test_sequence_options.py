from __future__ import annotations

import pytest

from pggate.errors import InvalidParameterValue
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.sequence_options import SequenceOptions, read_options


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", SequenceOptions()),
        ("start with 10 increment by -5", SequenceOptions(start=10, increment=-5)),
        (
            "INCREMENT 2 MINVALUE 1 MAXVALUE 9 CYCLE",
            SequenceOptions(increment=2, minimum=1, maximum=9, cycles=True),
        ),
        (
            "no minvalue no maxvalue no cycle cache 20",
            SequenceOptions(no_minimum=True, no_maximum=True, cycles=False, cache=20),
        ),
        ("as int2 owned by s . t . c", SequenceOptions(type="SMALLINT", owner=("s", "t", "c"))),
        ("owned by none", SequenceOptions(owner=())),
        ("restart", SequenceOptions(restarts=True)),
        ("restart with 5", SequenceOptions(restarts=True, restart=5)),
        ("restart -5", SequenceOptions(restarts=True, restart=-5)),
    ],
)
def test_options(text: str, expected: SequenceOptions) -> None:
    assert read_options(text.replace("-", "- ").split()) == expected


@pytest.mark.parametrize(
    "text", ["start", "start x", "owned", "cycle 1", "cycle no cycle", "start 1 start 2"]
)
def test_nonsense(text: str) -> None:
    with pytest.raises(SqlSyntaxError):
        read_options(text.split())


@pytest.mark.parametrize("text", ["increment 0", "cache 0", "as text"])
def test_values_that_make_no_sequence(text: str) -> None:
    with pytest.raises(InvalidParameterValue):
        read_options(text.split())
