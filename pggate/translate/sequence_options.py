"""
The options of a sequence: INCREMENT BY 2 START WITH 10 MINVALUE 1 NO MAXVALUE CYCLE (PostgreSQL 15, CREATE
SEQUENCE).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidParameterValue
from pggate.translate.lexer import Kind
from pggate.translate.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class SequenceOptions:
    """
    What is said of a sequence; None leaves it as it is, or usual.
    """

    start: int | None = None
    increment: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    cycles: bool | None = None


NUMBERS: Final = {"start": "start", "increment": "increment", "minvalue": "minimum", "maxvalue": "maximum"}
"""Options that take a number, and what they say."""


def read_options(texts: Sequence[str]) -> SequenceOptions:
    """
    Args:
        texts: The tokens' texts.

    Raises:
        SyntaxError: It is no option.
        InvalidParameterValue: INCREMENT 0.

    """
    scan = Scan(" ".join(texts))
    said: dict[str, int] = {}
    while not scan.ended:
        _option(scan, said)
    if said.get("increment") == 0:
        raise InvalidParameterValue("INCREMENT must not be zero")
    cycles = said.pop("cycles", None)
    return SequenceOptions(**said, cycles=None if cycles is None else bool(cycles))


def _option(scan: Scan, said: dict[str, int]) -> None:
    if (word := scan.accept_any(*NUMBERS)) != "":
        scan.accept_any("with", "by")
        said[NUMBERS[word]] = _number(scan)
    elif scan.accept("no", "cycle"):
        said["cycles"] = 0
    elif scan.accept("cycle"):
        said["cycles"] = 1
    elif scan.accept("cache"):
        _number(scan)  # numbers are taken in blocks of our own
    elif not (scan.accept("no", "minvalue") or scan.accept("no", "maxvalue")):
        raise scan.error()


def _number(scan: Scan) -> int:
    negative = scan.accept_any("-", "+") == "-"
    token = scan.token
    if token is None or token.kind is not Kind.NUMBER or not token.text.isdecimal():
        raise scan.error()
    scan.take()
    return -int(token.text) if negative else int(token.text)
