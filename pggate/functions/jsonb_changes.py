"""
What PostgreSQL's operators and functions make of jsonb documents (PostgreSQL 15, 9.16, jsonfuncs.c).

Documents are those of `jsonb`; none is changed in place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidParameterValue, InvalidTextRepresentation, PgError, ProgramLimitExceeded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.types.jsonb import Document

MOST_GAP: Final = 1_000_000
"""Elements that an assignment fills in before it; PostgreSQL allows arrays of 268,435,455."""

_INTEGER: Final = re.compile(r"\s*[+-]?[0-9]+\s*", re.ASCII)


def contains(whole: Document, part: Document) -> bool:
    """
    `@>` (8.14.3): an object has the part's members, an array its elements; an array may have a bare scalar.
    """
    if isinstance(whole, list) and not isinstance(part, list | dict):
        return part in whole
    return _contains(whole, part)


def _contains(whole: Document, part: Document) -> bool:
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(
            key in whole and _contains(whole[key], value) for key, value in part.items()
        )
    if isinstance(part, list):
        return isinstance(whole, list) and all(any(_contains(item, each) for item in whole) for each in part)
    return type(whole) is type(part) and bool(whole == part)


def exists(document: Document, key: str) -> bool:
    """
    `?`: a key of an object, a string of an array, or the string itself.
    """
    if isinstance(document, dict):
        return key in document
    items = document if isinstance(document, list) else [document]
    return any(type(item) is str and item == key for item in items)


def concatenated(left: Document, right: Document) -> Document:
    """
    `||`: the members of both objects, or the elements of both; what is no array beside one is an element.
    """
    if isinstance(left, dict) and isinstance(right, dict):
        return left | right
    return _elements(left) + _elements(right)


def _elements(document: Document) -> list[Document]:
    return document if isinstance(document, list) else [document]


def without_keys(document: Document, keys: Sequence[str | None]) -> Document:
    """
    `- text` and `- text[]`: without these keys, or these strings of an array.
    """
    if isinstance(document, dict):
        return {key: value for key, value in document.items() if key not in keys}
    if isinstance(document, list):
        return [item for item in document if not (type(item) is str and item in keys)]
    raise InvalidParameterValue("cannot delete from scalar")


def without_element(document: Document, place: int) -> Document:
    """
    `- integer`: without the element at a place, from 0 or from the end.
    """
    if isinstance(document, dict):
        raise InvalidParameterValue("cannot delete from object using integer index")
    if not isinstance(document, list):
        raise InvalidParameterValue("cannot delete from scalar")
    at = place + len(document) if place < 0 else place
    return [item for number, item in enumerate(document) if number != at]


def without_path(document: Document, path: Sequence[str | None]) -> Document:
    """
    `#-`: without what stands at a path.
    """
    if not isinstance(document, dict | list):
        raise InvalidParameterValue("cannot delete path in scalar")

    def remove_member(members: dict[str, Document], key: str) -> Document:
        return {name: value for name, value in members.items() if name != key}

    def remove_element(items: list[Document], at: int) -> Document:
        return [item for number, item in enumerate(items) if number != at]

    return _changed(document, _steps(path), remove_member, remove_element)


def with_value(
    document: Document, path: Sequence[str | None], value: Document, create: bool = True
) -> Document:
    """
    jsonb_set: another value at a path; what is not there is added to the object or the array that ends it.
    """
    _refuse_scalar(document)
    if not document and not create:
        return document

    def set_member(members: dict[str, Document], key: str) -> Document:
        return {**members, key: value} if create or key in members else members

    def set_element(items: list[Document], at: int) -> Document:
        if 0 <= at < len(items):
            return [*items[:at], value, *items[at + 1 :]]
        if not create:
            return items
        return [value, *items] if at < 0 else [*items, value]

    return _changed(document, _steps(path), set_member, set_element)


def with_inserted(
    document: Document, path: Sequence[str | None], value: Document, after: bool = False
) -> Document:
    """
    jsonb_insert: one more element before or after that at a path, or a member that is not there.
    """
    _refuse_scalar(document)

    def insert_member(members: dict[str, Document], key: str) -> Document:
        if key in members:
            raise InvalidParameterValue(
                "cannot replace existing key", hint="Try using the function jsonb_set to replace key value."
            )
        return {**members, key: value}

    def insert_element(items: list[Document], at: int) -> Document:
        place = min(max(at + (after and 0 <= at < len(items)), 0), len(items))
        return [*items[:place], value, *items[place:]]

    return _changed(document, _steps(path), insert_member, insert_element)


def with_value_or(
    document: Document,
    path: Sequence[str | None],
    value: Document,
    create: bool = True,
    treatment: str = "use_json_null",
) -> Document:
    """
    jsonb_set_lax: as jsonb_set, but NULL is what its last argument says; here it comes as Python's None.
    """
    if value is not None or treatment == "use_json_null":
        return with_value(document, path, value, create)
    match treatment:
        case "delete_key":
            return without_path(document, path)
        case "return_target":
            return document
        case "raise_exception":
            raise PgError("JSON value must not be null", sqlstate="22004")
        case _:
            raise InvalidParameterValue(
                'null_value_treatment must be "delete_key", "return_target", "use_json_null", or '
                '"raise_exception"'
            )


def with_assigned(document: Document, path: Sequence[str | None], value: Document) -> Document:
    """
    Assignment to a subscripted document (8.14.5): what is not there on the way is made, an array where the
    next step is an integer, and gaps of arrays are filled with nulls.
    """
    if None in path:
        raise PgError("jsonb subscript in assignment must not be null", sqlstate="22004")
    return _assigned(document, _steps(path), value, 0)


def _assigned(document: Document, path: Sequence[str], value: Document, depth: int) -> Document:
    if depth == len(path):
        return value
    step = path[depth]
    if isinstance(document, dict):
        there = document.get(step, _made(path, depth + 1))
        return {**document, step: _assigned(there, path, value, depth + 1)}
    if not isinstance(document, list):
        raise InvalidParameterValue(
            "cannot replace existing key",
            detail="The path assumes key is a composite object, but it is a scalar value.",
        )
    at = _place(document, step, depth)
    if at < 0 and document:
        raise InvalidParameterValue(f"path element at position {depth + 1} is out of range: {step}")
    there = document[at] if 0 <= at < len(document) else _made(path, depth + 1)
    if at - len(document) > MOST_GAP:
        raise ProgramLimitExceeded(f"number of jsonb array elements exceeds the maximum allowed ({MOST_GAP})")
    gap: list[Document] = [None] * (at - len(document))
    return [
        *document[: max(at, 0)],
        *gap,
        _assigned(there, path, value, depth + 1),
        *document[max(at, 0) + 1 :],
    ]


def _made(path: Sequence[str], depth: int) -> Document:
    """What is put where the steps from there on find nothing."""
    if depth == len(path):
        return None
    return [] if _INTEGER.fullmatch(path[depth]) else {}


def without_nulls(document: Document) -> Document:
    """
    Without the members of objects that are null.
    """
    if isinstance(document, dict):
        return {key: without_nulls(value) for key, value in document.items() if value is not None}
    return [without_nulls(item) for item in document] if isinstance(document, list) else document


def _refuse_scalar(document: Document) -> None:
    if not isinstance(document, dict | list):
        raise InvalidParameterValue("cannot set path in scalar")


def _steps(path: Sequence[str | None]) -> list[str]:
    for number, step in enumerate(path, 1):
        if step is None:
            raise PgError(f"path element at position {number} is null", sqlstate="22004")
    return [step for step in path if step is not None]


def _changed(
    document: Document,
    path: Sequence[str],
    change_member: Callable[[dict[str, Document], str], Document],
    change_element: Callable[[list[Document], int], Document],
    depth: int = 0,
) -> Document:
    """
    The document with what its path leads to changed; the document itself where it leads nowhere.
    """
    if depth == len(path):
        return document
    is_last = depth == len(path) - 1

    def inside(part: Document) -> Document:
        return _changed(part, path, change_member, change_element, depth + 1)

    if isinstance(document, dict):
        step = path[depth]
        if is_last:
            return change_member(document, step)
        return {**document, step: inside(document[step])} if step in document else document
    if isinstance(document, list):
        at = _place(document, path[depth], depth)
        if is_last:
            return change_element(document, at)
        if 0 <= at < len(document):
            return [*document[:at], inside(document[at]), *document[at + 1 :]]
    return document


def _place(items: list[Document], step: str, depth: int) -> int:
    if not _INTEGER.fullmatch(step):
        raise InvalidTextRepresentation(f'path element at position {depth + 1} is not an integer: "{step}"')
    at = int(step)
    return at + len(items) if at < 0 else at
