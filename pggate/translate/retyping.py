"""
The third layer of translation: edits of a query's tree that depend on the types of what is in it.

A rule (result_types.py) needs its arguments' types, which a probe tells (probes.py).  An edit changes the
type of what it edits, and so perhaps that of what stands around it or reads it.  So it goes on in rounds from
the inside to the outside: a rule waits for the next probe if what it looks at has just been changed, but for
an argument that has been changed itself, whose type is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pggate.translate.arrays import item_calls, subscripts
from pggate.translate.columns import names
from pggate.translate.results import result_types
from pggate.translate.trees import nodes, probes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from pggate.translate.trees.nodes import Node, Tree
    from pggate.translate.trees.probes import Scope

_MOST_ROUNDS: Final = 16


@dataclass(slots=True)
class _Round:
    """
    Args:
        types: By the id of an argument's node.
        made: By the id of the node that was changed in this round, its type.
        waiting: Ids of nodes whose rules have to wait.
        dirty: Scopes in which something was changed or waits.
        classes: What was changed, by the class of its node.

    """

    types: Mapping[int, Node]
    made: dict[int, Node] = field(default_factory=dict)
    waiting: set[int] = field(default_factory=set)
    dirty: set[Scope] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)


def edit(tree: Tree, sql: str, ask: Callable[[Tree], Mapping[int, Node]]) -> frozenset[str]:
    """
    Do all edits that types call for, in place; what classes of nodes were edited?

    Args:
        sql: The text of which it is the tree: it tells what the columns are called.
        ask: Has a probe bound: number → type.

    """
    # the nodes are kept, so that no other gets an id of theirs
    done = subscripts.inside(tree) | item_calls.inside(tree)
    edited: frozenset[str] = frozenset()
    for number in range(_MOST_ROUNDS):
        found = [
            scope
            for scope in probes.scopes(
                tree, lambda node: id(node) not in done and result_types.is_wanted(node)
            )
            if scope.found
        ]
        if not found:
            break
        if number == 0:
            names.name_columns(tree, sql, outermost=True)
        edited |= _round(tree, found, done, ask)
    return edited


def _round(
    tree: Tree, found: Collection[Scope], done: dict[int, Node], ask: Callable[[Tree], Mapping[int, Node]]
) -> frozenset[str]:
    numbers = probes.numbered(
        (scope, argument)
        for scope in found
        for node in scope.found
        for argument in result_types.arguments(node)
        if not nodes.is_constant(argument) and not nodes.is_parameter(argument)
        if argument["class"] != "LAMBDA"
    )
    answers = ask(probes.probe(tree, numbers)) if numbers else {}
    now = _Round({place: answers[number] for place, number in numbers.items() if number in answers})
    for scope in found:
        if not now.dirty.isdisjoint(scope.needs):
            now.dirty.add(scope)
            continue
        aliases: set[str] = set()
        edited: set[str] = set()
        for node in scope.found:
            _apply(node, now, done, aliases, edited)
            if id(node) in now.made or id(node) in now.waiting:
                now.dirty.add(scope)
                aliases |= {item["alias"].lower() for item in _items(scope) if _contains(item, {id(node)})}
    return frozenset(now.classes)


def _items(scope: Scope) -> list[Node]:
    return [item for item in scope.query.get("select_list", ()) if item["alias"]]


def _apply(
    node: Node, now: _Round, done: dict[int, Node], aliases: Collection[str], edited: set[str]
) -> None:
    """
    Args:
        aliases: Of the items of this query that have been changed: what reads one has to wait.
        edited: What has been edited of this query; the same expression, as in GROUP BY, is edited with it.

    """
    arguments = result_types.arguments(node)
    likeness = nodes.likeness({**node, "alias": ""})
    names_read = () if likeness in edited else aliases
    if any(_is_unsettled(argument, now, names_read) for argument in arguments):
        now.waiting.add(id(node))
        return
    types = [
        now.made.get(id(argument)) or now.types.get(id(argument)) or result_types.literal_type(argument)
        for argument in arguments
    ]
    made = result_types.make(node, types)
    if made is not None:
        edited.add(likeness)
        replacement, of_type = made
        if not result_types.keeps_type(node):
            now.made[id(node)] = of_type
        now.classes.add(node["class"])
        alias, place = node["alias"], node["query_location"]
        node.clear()
        node.update(replacement, alias=alias, query_location=place)
    for child in nodes.walk(node):
        done[id(child)] = child


def _is_unsettled(argument: Node, now: _Round, aliases: Collection[str]) -> bool:
    if id(argument) in now.made:
        return False
    if _contains(argument, now.made.keys() | now.waiting):
        return True
    return bool(aliases) and any(
        child.get("class") == "COLUMN_REF" and child["column_names"][-1].lower() in aliases
        for child in nodes.walk(argument)
    )


def _contains(node: Node, ids: Collection[int]) -> bool:
    return bool(ids) and any(id(child) in ids for child in nodes.walk(node))
