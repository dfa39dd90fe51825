"""
Parts of documents of json and jsonb (PostgreSQL 15, 9.16, tables 9.45 and 9.47): texts, as documents are.
"""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias

from pggate.errors import InvalidParameterValue
from pggate.types import json_text
from pggate.types.arrays import read_array

Path: TypeAlias = "list[str | None]"

_PLACE: Final = re.compile(r"\s*[-+]?\d+\s*")


def path_of(of: Any) -> Path:
    """The steps of a path: an array of texts, or its literal."""
    return read_array(of, str) if isinstance(of, str) else of  # type: ignore[return-value]  # str reads texts


def child_text(document: str, step: str | int) -> str | None:
    return json_text.shown(json_text.child(document, step))


def at_path(document: str, path: Any) -> str | None:
    return json_text.at_path(document, path_of(path))


def path_text(document: str, path: Any) -> str | None:
    return json_text.shown(at_path(document, path))


def duckdb_path(path: Any) -> str | None:
    """DuckDB's path of the same steps; None where one may be the place of an array."""
    steps = path_of(path)
    if not steps or any(step is None or step == "" or _PLACE.fullmatch(step) for step in steps):
        return None
    escaped = (step.replace("\\", "\\\\").replace('"', '\\"') for step in steps if step is not None)
    return "$" + "".join(f'."{step}"' for step in escaped)


def elements(document: str) -> list[str]:
    _require_array(document, "call json_array_elements on")
    return list(json_text.elements(document))


def element_texts(document: str) -> list[str | None]:
    return list(map(json_text.shown, elements(document)))


def members(document: str) -> list[list[str]]:
    if json_text.kind(document) != "object":
        raise InvalidParameterValue("cannot call json_each on a non-object")
    return [[key, value] for key, value in json_text.members(document)]


def member_texts(document: str) -> list[list[str | None]]:
    return [[key, json_text.shown(value)] for key, value in members(document)]


def keys(document: str) -> list[str]:
    of = json_text.kind(document)
    if of != "object":
        raise InvalidParameterValue(
            f"cannot call json_object_keys on {'an array' if of == 'array' else 'a scalar'}"
        )
    return [key for key, _ in json_text.members(document)]


def array_length(document: str) -> int:
    _require_array(document, "get array length of")
    return sum(1 for _ in json_text.elements(document))


def _require_array(document: str, what: str) -> None:
    of = json_text.kind(document)
    if of != "array":
        raise InvalidParameterValue(f"cannot {what} a {'non-array' if of == 'object' else 'scalar'}")
