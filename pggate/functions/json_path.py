"""
The simple part of SQL/JSON's path language, in lax mode (PostgreSQL 15, 9.16.2).

Members, elements and wildcards, a filter of one comparison, and a comparison as a predicate:

    $.a[*].b     $.a[0 to 2]     $.*     $[last]     $.a[*] ? (@.b > 2)     $.a == "x"
"""

from __future__ import annotations

import json
import operator
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from pggate.errors import FeatureNotSupported, PgError
from pggate.types.jsonb import Document, Number, known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAME: Final = re.compile(r'\s*\.\s*(?:([^\W\d]\w*)|("(?:[^"\\]|\\.)*")|(\*))(?!\s*\()')
_SUBSCRIPT: Final = re.compile(r"\s*\[\s*(?:(\*)|(\d+)(?:\s+to\s+(\d+))?|(last))\s*\]")
_FILTER: Final = re.compile(r"\s*\?\s*\(\s*(@[^()=<>!]*)\s*(==|!=|<>|<=|>=|<|>)\s*([^()]+?)\s*\)")
_PREDICATE: Final = re.compile(r"\s*(\$[^()=<>!?]*?)\s*(==|!=|<>|<=|>=|<|>)\s*([^()=<>]+?)\s*")
_LITERAL: Final = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null')

_COMPARISONS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class _Member:
    key: str | None
    """None for all of them."""


@dataclass(frozen=True, slots=True)
class _Elements:
    first: int
    last: int | None
    """The last one that is meant; None for all that follow."""


@dataclass(frozen=True, slots=True)
class _Comparison:
    steps: tuple[_Step, ...]
    operator: str
    value: Document


_Step = _Member | _Elements | _Comparison


def found(document: Document, path: str) -> list[Document]:
    """
    jsonb_path_query: all that the path leads to; of a predicate whether it holds.

    Raises:
        FeatureNotSupported: 0A000, the path says more than this module knows.

    """
    parsed = _parsed(path)
    if isinstance(parsed, _Comparison):
        return [_holds(document, parsed)]
    return list(_walk(document, parsed))


def matches(document: Document, path: str) -> bool | None:
    """
    jsonb_path_match: whether a predicate holds.

    Raises:
        PgError: 22038, the path leads to something else than one truth.

    """
    of = found(document, path)
    if len(of) == 1 and (of[0] is None or isinstance(of[0], bool)):
        return of[0]
    raise PgError("single boolean result is expected", sqlstate="22038")


@lru_cache(maxsize=256)
def _parsed(path: str) -> tuple[_Step, ...] | _Comparison:
    text = path.removeprefix("lax ").strip()
    predicate = _PREDICATE.fullmatch(text)
    if predicate is not None:
        return _comparison(predicate, "$", path)
    return _steps(text, "$", path)


def _steps(text: str, root: str, path: str) -> tuple[_Step, ...]:
    if not text.startswith(root):
        raise _unsupported(path)
    steps: list[_Step] = []
    at, end = 1, len(text.rstrip())
    while at < end:
        step, at = _step(text, at, path)
        steps.append(step)
    return tuple(steps)


def _step(text: str, at: int, path: str) -> tuple[_Step, int]:
    if name := _NAME.match(text, at):
        bare, quoted, star = name.groups()
        return _Member(None if star else bare or json.loads(quoted)), name.end()
    if subscript := _SUBSCRIPT.match(text, at):
        star, first, last, ending = subscript.groups()
        if ending:
            return _Elements(-1, None), subscript.end()
        if star:
            return _Elements(0, None), subscript.end()
        return _Elements(int(first), int(last or first)), subscript.end()
    if condition := _FILTER.match(text, at):
        return _comparison(condition, "@", path), condition.end()
    raise _unsupported(path)


def _comparison(match: re.Match[str], root: str, path: str) -> _Comparison:
    of, sign, literal = match.groups()
    if not _LITERAL.fullmatch(literal):
        raise _unsupported(path)
    return _Comparison(_steps(of.strip(), root, path), sign, known(literal))


def _walk(document: Document, steps: tuple[_Step, ...]) -> Iterator[Document]:
    if not steps:
        yield document
        return
    for inner in _taken(document, steps[0]):
        yield from _walk(inner, steps[1:])


def _taken(document: Document, step: _Step) -> Iterator[Document]:
    match step:
        case _Elements(first, last):
            # lax: what is no array is one of one element
            items = document if isinstance(document, list) else [document]
            yield from items[first:] if last is None else items[first : last + 1]
        case _Member(key):
            for item in document if isinstance(document, list) else [document]:
                if isinstance(item, dict) and key is None:
                    yield from item.values()
                elif isinstance(item, dict) and key in item:
                    yield item[key]
        case _Comparison():
            for item in document if isinstance(document, list) else [document]:
                if _holds(item, step):
                    yield item


def _holds(document: Document, comparison: _Comparison) -> bool:
    return any(_compare(item, comparison) for item in _unwrapped(document, comparison))


def _unwrapped(document: Document, comparison: _Comparison) -> Iterator[Document]:
    for item in _walk(document, comparison.steps):
        if isinstance(item, list):
            yield from item
        else:
            yield item


def _compare(item: Document, comparison: _Comparison) -> bool:
    value = comparison.value
    if item is None or value is None:
        # null equals null alone, and differs from all else
        return {"==": item is value, "!=": item is not value, "<>": item is not value}.get(
            comparison.operator, item is value and comparison.operator in ("<=", ">=")
        )
    if type(item) is not type(value) or isinstance(item, dict):
        return False
    return _COMPARISONS[comparison.operator](_ordered(item), _ordered(value))


def _ordered(value: Document) -> Any:
    return value.value if isinstance(value, Number) else value


def _unsupported(path: str) -> FeatureNotSupported:
    return FeatureNotSupported(
        f'the jsonpath "{path}" is not supported',
        hint="Use members, elements, [*] and one comparison, or the operators -> and ->> of jsonb.",
    )
