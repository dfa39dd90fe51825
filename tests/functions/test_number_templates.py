"""
Templates of numbers, and which patterns do not go together, as PostgreSQL 15 answers.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.functions.number_templates import Node, read_template

WRONG = (
    ("9.9.9", "multiple decimal points"),
    ("9V9.9", 'cannot use "V" and decimal point together'),
    ("9.9V", 'cannot use "V" and decimal point together'),
    ("S9S", 'cannot use "S" twice'),
    ("9MIS", 'cannot use "S" and "PL"/"MI"/"SG"/"PR" together'),
    ("S9PL", 'cannot use "S" and "PL" together'),
    ("S9PR", 'cannot use "PR" and "S"/"PL"/"MI"/"SG" together'),
    ("9PR9", '"9" must be ahead of "PR"'),
    ("9PR0", '"0" must be ahead of "PR"'),
    ("9EEEE9", '"EEEE" must be the last pattern used'),
    ("9EEEEEEEE", 'cannot use "EEEE" twice'),
    ("FM9EEEE", '"EEEE" is incompatible with other formats'),
)


def test_what_is_counted() -> None:
    read = read_template("S990D09")
    assert (read.pre, read.post, read.zero_start, read.zero_end) == (3, 2, 3, 4)
    assert (read.lsign, read.flags) == ("pre", {"lsign", "zero", "decimal"})


def test_texts_stand_for_themselves() -> None:
    assert read_template('9"x\\"9"\\"').nodes == [Node("9"), Node("", 'x"9'), Node("", '"')]


def test_letters_in_lower_case() -> None:
    assert [node.key for node in read_template("fm9g9d9rnRNth").nodes] == [
        "FM",
        "9",
        ",",
        "9",
        ".",
        "9",
        "rn",
        "RN",
        "th",
    ]


@pytest.mark.parametrize(("template", "message"), WRONG)
def test_no_templates(template: str, message: str) -> None:
    with pytest.raises(SqlSyntaxError) as caught:
        read_template(template)
    assert caught.value.message == message
