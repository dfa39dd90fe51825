"""
to_char writes numbers of as many digits alike: what it writes of one is the layout of all of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from pggate.functions.number_templates import read_template
from pggate.functions.number_writer import Writer

_ANY: Final = "\ue000"
"""Stands for a digit that only has to be written."""
_OF_ITS_DIGITS: Final = frozenset({"TH", "th"})


def laid_out(text: str, sign: str, digits: str) -> str:
    """
    Args:
        text: The template.
        sign: + or -.
        digits: Of the number, no more before the point than the template has.

    """
    whole, point, rest = digits.partition(".")
    significant = rest.rstrip("0")
    layout = _layout(text, sign, whole if whole in _WORDS else len(whole), point, len(significant), len(rest))
    if layout is None:
        return _written(text, sign, digits)
    return layout % tuple(significant if whole == "0" else whole + significant)


# A zero may be left out, and what is no number has no digits.
_WORDS: Final = frozenset({"0", "NaN", "Infinity"})


@lru_cache(maxsize=1024)
def _layout(
    text: str, sign: str, whole: str | int, point: str, significant: int, decimals: int
) -> str | None:
    """
    A text with %s for each digit that a number may have otherwise; None where digits decide more than that.
    """
    if any(node.key in _OF_ITS_DIGITS for node in read_template(text).nodes):
        return None
    sample = _ANY * whole if isinstance(whole, int) else whole
    sample += point + _ANY * significant + "0" * (decimals - significant)
    written = _written(text, sign, sample)
    if whole in _WORDS - {"0"} or written.count(_ANY) != sample.count(_ANY):
        return None
    return written.replace("%", "%%").replace(_ANY, "%s")


def _written(text: str, sign: str, digits: str) -> str:
    template = read_template(text)
    whole = len(digits.partition(".")[0])
    return Writer(template, digits, sign, max(template.pre + template.multi - whole, 0)).written()
