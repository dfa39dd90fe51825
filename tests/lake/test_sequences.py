from __future__ import annotations

import pytest

from pggate.errors import InvalidParameterValue
from pggate.lake.sequences import Sequence, altered, created, next_number, refuse_outside
from pggate.translate.commands.sequence_options import read_options


def made(text: str) -> Sequence:
    return created(1, "public", "s", read_options(text.split()))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("", (1, 1, 2**63 - 1)),
        ("as smallint", (1, 1, 32767)),
        ("increment by - 2", (-1, -(2**63), -1)),
        ("as integer increment - 1 minvalue - 7 maxvalue 5", (5, -7, 5)),
        ("minvalue 5", (5, 5, 2**63 - 1)),
        ("start 5 increment 2 no maxvalue", (5, 1, 2**63 - 1)),
    ],
)
def test_created(text: str, bounds: tuple[int, int, int]) -> None:
    found = made(text)
    assert (found.start, found.minimum, found.maximum) == bounds


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("minvalue 5 maxvalue 4", r"MINVALUE \(5\) must be less than MAXVALUE \(4\)"),
        ("start 0", r"START value \(0\) cannot be less than MINVALUE \(1\)"),
        ("start 9 maxvalue 8", r"START value \(9\) cannot be greater than MAXVALUE \(8\)"),
        (
            "as smallint maxvalue 100000",
            r"MAXVALUE \(100000\) is out of range for sequence data type smallint",
        ),
        ("as smallint minvalue - 100000", "MINVALUE .* is out of range"),
    ],
)
def test_contradictions(text: str, message: str) -> None:
    with pytest.raises(InvalidParameterValue, match=message):
        made(text)


def test_altered() -> None:
    known = made("as smallint start 3")
    assert altered(known, read_options(["as", "bigint"])).maximum == 2**63 - 1
    assert altered(known, read_options(["maxvalue", "9"])).maximum == 9
    assert altered(made("maxvalue 9"), read_options(["as", "integer"])).maximum == 9
    assert altered(made("maxvalue 9"), read_options(["no", "maxvalue"])).maximum == 2**63 - 1
    assert altered(known, read_options(["cycle", "cache", "5"])).cycles
    with pytest.raises(InvalidParameterValue, match="START value"):
        altered(known, read_options(["maxvalue", "2"]))
    with pytest.raises(InvalidParameterValue, match="RESTART value"):
        refuse_outside(known, 0, "RESTART")


def test_default() -> None:
    assert next_number(7) == "\"~number\"(getvariable('pggate_pid')::INTEGER, 7)"
