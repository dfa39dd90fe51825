"""
Where one field of a date and time ends and the next begins.
"""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.types.datetime_fields import FieldKind, fields

NUMBER, DATE, TIME, WORD, OFFSET = FieldKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("2004-10-19 10:23:54.5+02:30", [(DATE, "2004-10-19"), (TIME, "10:23:54.5"), (OFFSET, "+02:30")]),
        ("oct 19, 2004", [(WORD, "oct"), (NUMBER, "19"), (NUMBER, "2004")]),
        ("j2451187", [(WORD, "j"), (NUMBER, "2451187")]),
        ("20041019t102354-08", [(NUMBER, "20041019"), (WORD, "t"), (DATE, "102354-08")]),
        ("1999.008", [(NUMBER, "1999.008")]),
        ("8.1.1999", [(DATE, "8.1.1999")]),
        ("8-jan-1999", [(DATE, "8-jan-1999")]),
        ("jan-8-1999", [(DATE, "jan-8-1999")]),
        ("utc+3 est5edt pst", [(DATE, "utc+3"), (DATE, "est5edt"), (WORD, "pst")]),
        ("america/new_york", [(DATE, "america/new_york")]),
        ("10:23 + 2", [(TIME, "10:23"), (OFFSET, "+2")]),
    ],
)
def test_fields(text: str, expected: list[tuple[FieldKind, str]]) -> None:
    assert list(fields(text)) == expected


@pytest.mark.parametrize("text", ["ä", "10:23 ~ é", "+ x"])
def test_what_is_in_no_field(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        list(fields(text))


@given(st.text(st.sampled_from("0123456789:-+/., tTjanbc")))
def test_nothing_is_lost(text: str) -> None:
    with contextlib.suppress(ValueError):
        found = "".join(field for _, field in fields(text))
        assert [one for one in found if one.isalnum()] == [one for one in text if one.isalnum()]
