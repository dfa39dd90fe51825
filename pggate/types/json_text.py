"""
A JSON text taken apart without changing a character: what PostgreSQL's json keeps (PostgreSQL 15, 8.14).

A part is given as the characters that it is written with.  Texts are valid JSON: the engine has read them.
"""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # it is there, without a stub
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLANK: Final = re.compile(r"[ \t\n\r]*")
_INTEGER: Final = re.compile(r"\s*[+-]?[0-9]+\s*", re.ASCII)

# Python's scanner in C finds where a part ends; what it makes of it is not used, but for strings.
_scan: Final = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str, strict=False).scan_once  # type: ignore[attr-defined]  # as above

_KINDS: Final = {"{": "object", "[": "array", '"': "string", "t": "boolean", "f": "boolean", "n": "null"}


def kind(text: str) -> str:
    """
    What json_typeof says: object, array, string, number, boolean or null.
    """
    return _KINDS.get(text[_blank(text, 0)], "number")


def members(text: str) -> Iterator[tuple[str, str]]:
    """
    The keys of an object and the texts of their values, in the order of the text; a key may come twice.
    """
    at = _blank(text, _blank(text, 0) + 1)
    while text[at] == '"':
        key, at = scanstring(text, at + 1, False)
        start = _blank(text, _blank(text, at) + 1)
        _, stop = _scan(text, start)
        yield key, text[start:stop]
        end = _blank(text, stop)
        if text[end] == "}":
            return
        at = _blank(text, end + 1)


def elements(text: str) -> Iterator[str]:
    """
    The texts of an array's elements.
    """
    start = _blank(text, _blank(text, 0) + 1)
    while text[start] != "]":
        _, stop = _scan(text, start)
        yield text[start:stop]
        end = _blank(text, stop)
        if text[end] == "]":
            return
        start = _blank(text, end + 1)


def child(text: str, step: str | int) -> str | None:
    """
    `->`: the value of an object's key, of several the last one, or an array's element, also from its end.
    """
    of = kind(text)
    if isinstance(step, str):
        return dict(members(text)).get(step) if of == "object" else None
    if of != "array":
        return None
    items = list(elements(text))
    return items[step] if -len(items) <= step < len(items) else None


def at_path(text: str, path: Sequence[str | None]) -> str | None:
    """
    `#>`: a step is an object's key, or the number of an array's element.
    """
    found: str | None = text
    for step in path:
        if found is None or step is None:
            return None
        if kind(found) == "array":
            found = child(found, int(step)) if _INTEGER.fullmatch(step) else None
        else:
            found = child(found, step)
    return found


def shown(text: str | None) -> str | None:
    """
    `->>`: a string without its quotes and escapes, null as NULL, all else as it is written.
    """
    if text is None:
        return None
    of = kind(text)
    if of == "null":
        return None
    return str(json.loads(text, strict=False)) if of == "string" else text


def _blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return at if match is None else match.end()
