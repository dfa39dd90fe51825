"""
Functions that change documents of jsonb or look into them (PostgreSQL 15, 9.16), of their texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pggate.functions import json_path, jsonb_changes
from pggate.functions.json_parts import path_of
from pggate.types import jsonb

if TYPE_CHECKING:
    from collections.abc import Callable


def both(change: Callable[..., Any]) -> Callable[..., Any]:
    def of_texts(left: str, right: str) -> Any:
        return change(jsonb.known(left), jsonb.known(right))

    return of_texts


def without(document: str, what: Any) -> str:
    if isinstance(what, int):
        return jsonb.write(jsonb_changes.without_element(jsonb.known(document), what))
    keys = what if isinstance(what, list) else [what]
    return jsonb.write(jsonb_changes.without_keys(jsonb.known(document), keys))


def with_value(document: str, path: Any, value: str, *rest: Any) -> str:
    changed = jsonb_changes.with_value(jsonb.known(document), path_of(path), jsonb.known(value), *rest)
    return jsonb.write(changed)


def with_value_lax(document: str | None, path: Any, value: str | None, *rest: Any) -> str | None:
    if document is None or path is None or (rest and rest[0] is None):
        return None
    new = None if value is None else jsonb.known(value)
    if new is None and value is not None:  # JSON's own null
        return with_value(document, path, value, *rest[:1])
    return jsonb.write(jsonb_changes.with_value_or(jsonb.known(document), path_of(path), new, *rest))


def with_inserted(document: str, path: Any, value: str, *rest: Any) -> str:
    changed = jsonb_changes.with_inserted(jsonb.known(document), path_of(path), jsonb.known(value), *rest)
    return jsonb.write(changed)


def with_assigned(document: str | None, path: Any, in_array: bool, value: str | None) -> str:
    whole = jsonb.known(document) if document is not None else [] if in_array else {}
    new = None if value is None else jsonb.known(value)
    return jsonb.write(jsonb_changes.with_assigned(whole, path_of(path), new))


def without_path(document: str, path: Any) -> str:
    return jsonb.write(jsonb_changes.without_path(jsonb.known(document), path_of(path)))


def stripped(document: str) -> str:
    return jsonb.short(jsonb_changes.without_nulls(jsonb.known(document)))


def exists(document: str, key: str) -> bool:
    return jsonb_changes.exists(jsonb.known(document), key)


def exists_any(document: str, keys: Any) -> bool:
    of = jsonb.known(document)
    return any(jsonb_changes.exists(of, key) for key in path_of(keys) if key is not None)


def exists_all(document: str, keys: Any) -> bool:
    of = jsonb.known(document)
    return all(jsonb_changes.exists(of, key) for key in path_of(keys) if key is not None)


def concatenated(left: str, right: str) -> str:
    return jsonb.write(both(jsonb_changes.concatenated)(left, right))


def pretty(document: str) -> str:
    return jsonb.pretty(jsonb.known(document))


def found(document: str, path: str) -> list[str]:
    """What a path of SQL/JSON finds."""
    return list(map(jsonb.write, json_path.found(jsonb.known(document), path)))


def matches(document: str, path: str) -> bool | None:
    return json_path.matches(jsonb.known(document), path)


def normal_each(documents: list[str | None]) -> list[str | None]:
    return [None if document is None else jsonb.normal(document) for document in documents]
