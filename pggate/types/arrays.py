"""
PostgreSQL arrays as text: array_out's quoting and array_in's reading (PostgreSQL 15, 8.15).

An array value is a nested Python list; a NULL element is None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    ArraySubscriptError,
    FeatureNotSupported,
    InvalidTextRepresentation,
    ProgramLimitExceeded,
)
from pggate.types.table import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable

# PostgreSQL 15, c.h: MAXDIM.
MOST_DIMENSIONS: Final = 6

_RAGGED: Final = "multidimensional arrays must have sub-arrays with matching dimensions"
_NEEDS_QUOTES: Final = re.compile(r'[{}",\\ \t\n\r\v\f]|\A\Z|\Anull\Z', re.IGNORECASE)
_ESCAPED: Final = re.compile(r'(["\\])')
_BOUNDS: Final = re.compile(r"\s*((?:\[[+-]?\d{1,10}(?::[+-]?\d{1,10})?\]\s*)+)=\s*", re.ASCII)
_OPENED: Final = re.compile(rf"(?:{_BOUNDS.pattern})?\s*(?P<braces>(?:\{{\s*)+)", re.ASCII)
_BOUND: Final = re.compile(r"\[(?:([+-]?\d+):)?([+-]?\d+)\]", re.ASCII)
_TOKEN: Final = re.compile(
    r"""\s*(?: (?P<mark>[{},]) | "(?P<quoted>(?:[^"\\]|\\.)*)"
    | (?P<plain>(?:[^{},"\\\s]|\\.|\s+(?![{},\s]|\Z))+) )\s*""",
    re.VERBOSE | re.DOTALL | re.ASCII,
)
_BACKSLASH: Final = re.compile(r"\\(.)", re.DOTALL)


def dimensions(value: list[object]) -> tuple[int, ...]:
    """
    The length of each dimension; () for an array without elements.

    Raises:
        ArraySubscriptError: 2202E, sub-lists of different lengths, or NULL where a sub-list should be.
        ProgramLimitExceeded: More than six dimensions.

    """
    lengths = [len(value)]
    level = value
    while lists := [item for item in level if isinstance(item, list)]:
        if len(lists) != len(level) or len({len(item) for item in lists}) > 1:
            raise ragged()
        lengths.append(len(lists[0]))
        level = [item for inner in lists for item in inner]
    if 0 in lengths:
        return ()
    if len(lengths) > MOST_DIMENSIONS:
        raise too_deep(len(lengths))
    return tuple(lengths)


def ragged() -> ArraySubscriptError:
    """
    The error of a nested list that no PostgreSQL array can hold.
    """
    return ArraySubscriptError(_RAGGED, hint="Cast the column to JSON to read lists of different lengths.")


def unstorable() -> ArraySubscriptError:
    """
    The same of one that is about to be written.
    """
    return ArraySubscriptError(
        _RAGGED, hint="Declare the column as JSON to keep lists of different lengths, or of NULLs."
    )


def too_deep(count: int) -> ProgramLimitExceeded:
    """
    The error of an array with more dimensions than PostgreSQL knows.
    """
    return ProgramLimitExceeded(
        f"number of array dimensions ({count}) exceeds the maximum allowed ({MOST_DIMENSIONS})"
    )


def opened(text: str) -> int:
    """
    The dimensions of a well-formed array literal as its beginning tells them; 0 of what is none.
    """
    begun = _OPENED.match(text)
    return begun["braces"].count("{") if begun else 0


def too_many_dimensions(given: int, kept: int) -> FeatureNotSupported:
    """
    The error of an array of more dimensions than a list type has, of which PostgreSQL has one for all.
    """
    return FeatureNotSupported(
        f"an array of {given} dimensions cannot be kept as one of {kept}",
        hint="Declare the column with a pair of brackets for each dimension.",
    )


def array_text(value: list[object], element_text: Callable[[object], str]) -> str:
    """
    ``{1,NULL,"a b"}``; an array without elements is ``{}`` whatever its dimensions.
    """
    return _braced(value, element_text) if dimensions(value) else "{}"


def quoted(element: str) -> str:
    """
    An element as array_out writes it: quoted where it is empty, the word NULL, or has a character with a
    meaning.
    """
    return '"' + _ESCAPED.sub(r"\\\1", element) + '"' if _NEEDS_QUOTES.search(element) else element


def read_array(text: str, read_element: Callable[[str], object]) -> list[object]:
    """
    A nested list from an array literal.

    Raises:
        InvalidTextRepresentation: 22P02 "malformed array literal", or what ``read_element`` raises.
        FeatureNotSupported: 0A000, a lower bound other than 1.

    """
    bounds = _BOUNDS.match(text)
    at = bounds.end() if bounds else 0
    root: list[object] = []
    open_lists: list[list[object]] = [root]
    expects_item, may_close = True, False
    while at < len(text.rstrip(SPACE)) or len(open_lists) > 1:
        match = _TOKEN.match(text, at)
        if match is None or (open_lists == [root] and (root or match["mark"] != "{")):
            raise _malformed(text)
        at = match.end()
        if match["mark"] == "{" and expects_item:
            inner: list[object] = []
            open_lists[-1].append(inner)
            open_lists.append(inner)
            may_close = len(open_lists) == 2  # "{}" is an array, "{{}}" is none
            if len(open_lists) - 1 > MOST_DIMENSIONS:
                raise too_deep(len(open_lists) - 1)
        elif match["mark"] == "}" and (may_close or not expects_item):
            open_lists.pop()
            expects_item = False
        elif match["mark"] == "," and not expects_item:
            expects_item, may_close = True, False
        elif match["mark"] is None and expects_item:
            open_lists[-1].append(_element(match, read_element))
            expects_item = False
        else:
            raise _malformed(text)
    if not root or not isinstance(root[0], list):
        raise _malformed(text)
    value = _regular(root[0], text)
    if bounds:
        _check_bounds(bounds[1], value, text)
    return value


def is_written(text: str) -> bool:
    """
    Does a text begin as an array literal does: with a brace, or the bounds of its dimensions?
    """
    return text.lstrip(SPACE).startswith("{") or _BOUNDS.match(text) is not None


def refuse_lower_bound(bound: int) -> None:
    """
    Raise 0A000 unless it is 1: a list has no other.
    """
    if bound != 1:
        raise FeatureNotSupported(
            f"an array cannot begin at {bound}", hint="Leave the bounds out: the first subscript is 1."
        )


def _check_bounds(written: str, value: list[object], text: str) -> None:
    """The bounds before the braces: ``[3]`` or ``[1:3]`` for each dimension (PostgreSQL 15, ArrayCount)."""
    bounds = [(int(lower or 1), int(upper)) for lower, upper in _BOUND.findall(written)]
    if any(upper < lower for lower, upper in bounds):
        raise ArraySubscriptError("upper bound cannot be less than lower bound")
    if tuple(upper - lower + 1 for lower, upper in bounds) != dimensions(value):
        raise _malformed(text, "Specified array dimensions do not match array contents.")
    for lower, _ in bounds:
        refuse_lower_bound(lower)


def _braced(level: list[object], element_text: Callable[[object], str]) -> str:
    return (
        "{"
        + ",".join(
            _braced(item, element_text)
            if isinstance(item, list)
            else "NULL"
            if item is None
            else quoted(element_text(item))
            for item in level
        )
        + "}"
    )


def _element(match: re.Match[str], read_element: Callable[[str], object]) -> object:
    if match["quoted"] is not None:
        return read_element(_BACKSLASH.sub(r"\1", match["quoted"]))
    plain = match["plain"]
    return None if plain.upper() == "NULL" else read_element(_BACKSLASH.sub(r"\1", plain))


def _regular(value: list[object], text: str) -> list[object]:
    try:
        return value if dimensions(value) else []
    except ArraySubscriptError:
        raise _malformed(
            text, "Multidimensional arrays must have sub-arrays with matching dimensions."
        ) from None


def _malformed(text: str, detail: str | None = None) -> InvalidTextRepresentation:
    return InvalidTextRepresentation(f'malformed array literal: "{text}"', detail=detail)
