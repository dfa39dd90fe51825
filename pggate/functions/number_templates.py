"""
Templates of to_char and to_number for numbers (PostgreSQL 15, 9.8, tables 9.30 and 9.31), read into nodes.

The names and what they mean are those of PostgreSQL's src/backend/utils/adt/formatting.c (NUMDesc), since its
rules are its code.  The locale is C: the point is a point, the group separator a comma, the currency a blank.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.errors import SyntaxError as SqlSyntaxError

if TYPE_CHECKING:
    from collections.abc import Callable

_NODE: Final = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.)*)"?|(?P<key>EEEE|FM|MI|PL|PR|RN|SG|SP|TH|[,.09BCDGLSV])|\\(?P<escaped>")|(?P<text>.)',
    re.DOTALL | re.IGNORECASE,
)
# Only these differ between upper and lower case
_CASED: Final = frozenset({"rn", "th"})
# What formatting.c knows as one key with two spellings in the C locale
_SAME: Final = {"D": ".", "G": ","}


class Node(NamedTuple):
    """
    A pattern, or a text that stands for itself.
    """

    key: str
    text: str = ""


@dataclass(slots=True)
class Template:
    """
    Args:
        nodes: In order.
        pre: Digits before the point.
        post: Digits behind it.
        multi: Digits behind V.
        zero_start: Which digit is the first that is shown even as a zero, from 1; 0: none.
        zero_end: Which is the last.
        lsign: Where S puts the sign: "pre", "post", or nowhere.
        pre_lsign: How many digits there are before S.
        flags: blank, fillmode, zero, decimal, lsign, minus, plus, bracket, roman, multi, eeee.

    """

    nodes: list[Node] = field(default_factory=list)
    pre: int = 0
    post: int = 0
    multi: int = 0
    zero_start: int = 0
    zero_end: int = 0
    lsign: str = ""
    pre_lsign: int = 0
    flags: set[str] = field(default_factory=set)

    def has(self, *flags: str) -> bool:
        return not self.flags.isdisjoint(flags)


@lru_cache(maxsize=256)
def read_template(text: str) -> Template:
    """
    The template, which nobody changes.

    Raises:
        SyntaxError: 42601, patterns that do not go together.

    """
    template = Template()
    for found in _NODE.finditer(text):
        if found["key"] is None:
            template.nodes.append(Node("", _plain(found)))
            continue
        key = found["key"] if found["key"] in _CASED else found["key"].upper()
        key = _SAME.get(key, key)
        template.nodes.append(Node(key))
        _take(template, key)
    return template


def _plain(found: re.Match[str]) -> str:
    if found["quoted"] is not None:
        return re.sub(r"\\(.)", r"\1", found["quoted"], flags=re.DOTALL)
    return found["escaped"] or found["text"]


def _take(template: Template, key: str) -> None:
    """NUMDesc_prepare."""
    if template.has("eeee") and key not in _AFTER_EEEE:
        raise SqlSyntaxError('"EEEE" must be the last pattern used')
    take = _TAKES.get(key)
    if take is not None:
        take(template)


def _nine(template: Template) -> None:
    if template.has("bracket"):
        raise SqlSyntaxError('"9" must be ahead of "PR"')
    if template.has("multi"):
        template.multi += 1
    elif template.has("decimal"):
        template.post += 1
    else:
        template.pre += 1


def _zero(template: Template) -> None:
    if template.has("bracket"):
        raise SqlSyntaxError('"0" must be ahead of "PR"')
    if not template.has("zero", "decimal"):
        template.flags.add("zero")
        template.zero_start = template.pre + 1
    if template.has("decimal"):
        template.post += 1
    else:
        template.pre += 1
    template.zero_end = template.pre + template.post


def _blank(template: Template) -> None:
    if not template.pre and not template.post and not template.has("zero"):
        template.flags.add("blank")


def _point(template: Template) -> None:
    if template.has("decimal"):
        raise SqlSyntaxError("multiple decimal points")
    if template.has("multi"):
        raise SqlSyntaxError('cannot use "V" and decimal point together')
    template.flags.add("decimal")


def _sign(template: Template) -> None:
    if template.has("lsign"):
        raise SqlSyntaxError('cannot use "S" twice')
    if template.has("plus", "minus", "bracket"):
        raise SqlSyntaxError('cannot use "S" and "PL"/"MI"/"SG"/"PR" together')
    template.flags.add("lsign")
    template.lsign = "post" if template.has("decimal") else "pre"
    if not template.has("decimal"):
        template.pre_lsign = template.pre


def _signs(name: str, *flags: str) -> Callable[[Template], None]:
    def take(template: Template) -> None:
        if template.has("lsign"):
            raise SqlSyntaxError(f'cannot use "S" and "{name}" together')
        template.flags.update(flags)

    return take


def _bracket(template: Template) -> None:
    if template.has("lsign", "plus", "minus"):
        raise SqlSyntaxError('cannot use "PR" and "S"/"PL"/"MI"/"SG" together')
    template.flags.add("bracket")


def _shift(template: Template) -> None:
    if template.has("decimal"):
        raise SqlSyntaxError('cannot use "V" and decimal point together')
    template.flags.add("multi")


def _exponent(template: Template) -> None:
    if template.has("eeee"):
        raise SqlSyntaxError('cannot use "EEEE" twice')
    if template.has("blank", "fillmode", "lsign", "bracket", "minus", "plus", "roman", "multi"):
        raise SqlSyntaxError(
            '"EEEE" is incompatible with other formats',
            detail='"EEEE" may only be used together with digit and decimal point patterns.',
        )
    template.flags.add("eeee")


def _flag(flag: str) -> Callable[[Template], None]:
    return lambda template: template.flags.add(flag)


_AFTER_EEEE: Final = frozenset({"EEEE"})
_TAKES: Final[dict[str, Callable[[Template], None]]] = {
    "9": _nine,
    "0": _zero,
    "B": _blank,
    ".": _point,
    "FM": _flag("fillmode"),
    "S": _sign,
    "MI": _signs("MI", "minus"),
    "PL": _signs("PL", "plus"),
    "SG": _signs("SG", "plus", "minus"),
    "PR": _bracket,
    "RN": _flag("roman"),
    "rn": _flag("roman"),
    "V": _shift,
    "EEEE": _exponent,
}
