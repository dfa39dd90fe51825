"""
`*` in a select list, as the columns that it stands for when the view is created (as PostgreSQL keeps it).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.views import refusals
from pggate.views.expressions import column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.trees.nodes import Node
    from pggate.views.scope import Scope


_CHANGES: Final = ("exclude_list", "replace_list", "rename_list")


def expanded(select_list: list[Node], scope: Scope) -> Iterator[Node]:
    """
    The items of a select list; those of a `*` have their names.

    Raises:
        FeatureNotSupported: One is COLUMNS(…), or two columns have the same name.

    """
    for item in select_list:
        if item["class"] == "STAR":
            yield from _columns(item, scope)
        else:
            yield item


def _columns(star: Node, scope: Scope) -> Iterator[Node]:
    if star["columns"] or star["expr"] is not None or star["qualified_exclude_list"]:
        raise refusals.refusal("COLUMNS()", star)
    columns = _starred(star["relation_name"], scope)
    if not columns:
        raise refusals.refusal("an unknown column", star, f"{star['relation_name']}.*")
    if len({name.lower() for _, name in columns}) < len(columns):
        raise refusals.refusal("columns of one name", star)
    if scope.written is not None and not any(star[part] for part in _CHANGES):
        scope.written.stars[star["query_location"]] = columns
    left_out = {name.lower() for name in star["exclude_list"]}
    replaced = {entry["key"].lower(): entry["value"] for entry in star["replace_list"]}
    renamed = {entry["key"]["column"].lower(): entry["value"] for entry in star["rename_list"]}
    for of, name in columns:
        if (key := name.lower()) not in left_out:
            value = replaced.get(key) or {
                **column(of, name),
                "query_location": star["query_location"],
            }
            yield {**value, "alias": renamed.get(key, name)}


def _starred(relation: str, scope: Scope) -> list[tuple[str, str]]:
    """What `*` stands for, or `relation.*`: relations and their columns."""
    if not relation:
        return [(part.name, name) for part in scope.parts for name in part.shown()]
    named = (part for part in scope.parts if part.name.lower() == relation.lower())
    return [(part.name, name) for part in named for name in part.columns]
