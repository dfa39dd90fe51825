from __future__ import annotations

import pytest

from pggate.errors import InvalidParameterValue
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.sequence_options import SequenceOptions, read_options


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", SequenceOptions()),
        ("start with 10 increment by -5", SequenceOptions(start=10, increment=-5)),
        ("INCREMENT 2 MINVALUE 1 MAXVALUE 9 CYCLE", SequenceOptions(None, 2, 1, 9, True)),
        ("no minvalue no maxvalue no cycle cache 20", SequenceOptions(cycles=False)),
    ],
)
def test_options(text: str, expected: SequenceOptions) -> None:
    assert read_options(text.replace("-", "- ").split()) == expected


@pytest.mark.parametrize("text", ["start", "start x", "owned", "cycle 1"])
def test_nonsense(text: str) -> None:
    with pytest.raises(SqlSyntaxError):
        read_options(text.split())


def test_no_increment() -> None:
    with pytest.raises(InvalidParameterValue, match="must not be zero"):
        read_options(["increment", "0"])
