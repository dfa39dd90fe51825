"""
Templates taken apart.
"""

from __future__ import annotations

import pytest

from pggate.functions.datetime_templates import Kind, Part, parts


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("YYYY-mm", [Part(Kind.PATTERN, "YYYY"), Part(Kind.SEPARATOR, "-"), Part(Kind.PATTERN, "MM")]),
        ("FMMonth", [Part(Kind.PATTERN, "Month", fill=False)]),
        ("TMday", [Part(Kind.PATTERN, "day", localized=True)]),
        ("DDth", [Part(Kind.PATTERN, "DD", ordinal="th")]),
        ("DDSP", [Part(Kind.PATTERN, "DD")]),
        (
            '"a\\"Y" ',
            [Part(Kind.TEXT, "a"), Part(Kind.TEXT, '"'), Part(Kind.TEXT, "Y"), Part(Kind.SPACE, " ")],
        ),
        ('\\"', [Part(Kind.SEPARATOR, '"')]),
        (
            "Hh24x",
            [
                Part(Kind.TEXT, "H"),
                Part(Kind.TEXT, "h"),
                Part(Kind.TEXT, "2"),
                Part(Kind.TEXT, "4"),
                Part(Kind.TEXT, "x"),
            ],
        ),
        ("HH24HH", [Part(Kind.PATTERN, "HH24"), Part(Kind.PATTERN, "HH")]),
        ("FM", []),
        ("", []),
    ],
)
def test_parts(template: str, expected: list[Part]) -> None:
    assert list(parts(template)) == expected
