"""
What every error of COPY's input says of its place.
"""

from __future__ import annotations

import pytest

from pggate.errors import BadCopyFileFormat
from pggate.types.copy_rows import located, shown


def test_the_place() -> None:
    error = located(BadCopyFileFormat("m"), "t", 3, ', column b: "x"')
    assert error.context == 'COPY t, line 3, column b: "x"'
    assert located(error, "t", 4).context == "COPY t, line 4"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", '""'),
        (b"x" * 100, f'"{"x" * 100}"'),
        (b"x" * 101, f'"{"x" * 100}..."'),
        (b"x" * 99 + "é".encode(), f'"{"x" * 99}..."'),
    ],
)
def test_what_is_shown(data: bytes, text: str) -> None:
    assert shown(data) == text
