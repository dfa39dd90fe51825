"""
The layout of all numbers of as many digits is what is written of each.
"""

from __future__ import annotations

import random

from pggate.errors import PgError
from pggate.functions.number_layouts import laid_out
from pggate.functions.number_templates import read_template
from pggate.functions.number_writer import Writer

PATTERNS = (
    "9",
    "9",
    "9",
    "0",
    "0",
    ",",
    "G",
    ".",
    "D",
    "FM",
    "S",
    "MI",
    "PL",
    "SG",
    "PR",
    "L",
    "B",
    "V",
    "th",
    "%",
    "x",
)
DIGITS = (
    "0",
    "0.5",
    "0.50",
    "1",
    "10",
    "12",
    "100.0",
    "123.45",
    "123.40",
    "100.00",
    "99999",
    "NaN",
    "Infinity",
)
TEMPLATES = 3000


def test_layouts() -> None:
    chosen, compared = random.Random(15), 0
    for _ in range(TEMPLATES):
        template = "".join(chosen.choices(PATTERNS, k=chosen.randint(1, 9)))
        digits, sign = chosen.choice(DIGITS), chosen.choice("+-")
        whole, _, rest = digits.partition(".")
        try:
            read = read_template(template)
        except PgError:
            continue
        pre = read.pre + read.multi
        if len(whole) <= pre and len(rest) == read.post:
            compared += 1
            written = Writer(read, digits, sign, pre - len(whole)).written()
            assert laid_out(template, sign, digits) == written, (template, digits)
    assert compared > TEMPLATES // 20
