"""
What is known of the types in a query while parameters are being inferred.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import decimal
from pggate.translate.untyped.lambdas import bodies
from pggate.translate.untyped.signatures import JSONB_TYPE

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node, Tree

# The DuckDB type of the one column of a query, which has no parameters; None if it has none.
TypeOf: TypeAlias = Callable[["Tree"], "str | None"]

TEXT: Final = "VARCHAR"
ARITHMETIC: Final = frozenset({*"+-*/%^", "//"})


@dataclass(slots=True)
class Found:
    """
    What is known so far, and the queries in whose FROM clauses an expression is to be read, outermost first.
    """

    type_of: TypeOf
    types: dict[int, str]
    sources: list[Node] = field(default_factory=list)
    asked: dict[int, str | None] = field(default_factory=dict)
    called: dict[int, Sequence[Node]] = field(default_factory=dict)

    def settle(self, node: Node, of_type: str | None) -> None:
        """
        The parameter `node` is of this type, if it is a parameter and not known yet.
        """
        if of_type is not None and nodes.is_parameter(node):
            self.types.setdefault(int(node["identifier"]), of_type)

    def type(self, node: Node) -> str | None:
        """
        The type of an expression, or None.
        """
        if nodes.is_parameter(node):
            return self.types.get(int(node["identifier"]))
        if nodes.is_constant(node):
            return _type_of_constant(node)
        if nodes.is_cast(node):
            return nodes.type_text(node["cast_type"])
        if node.get("class") != "SUBQUERY" and not self._is_settled(node):
            return None
        if id(node) not in self.asked:
            self.asked[id(node)] = self._ask(node)
        return self.asked[id(node)]

    def _is_settled(self, node: Node) -> bool:
        """
        Is of every parameter in it known what it is?  Of other things than sums and products with a NULL the
        engine makes a NULL of whatever type it likes.
        """
        return not any(
            nodes.is_parameter(inner)
            and not (
                node.get("function_name") in ARITHMETIC
                and _is_plain(self.types.get(int(inner["identifier"]), ""))
            )
            for inner in nodes.walk(node)
        )

    def bodies(self, call: Node) -> Sequence[Node]:
        """
        Those of a call's lambdas, the same each time: what has been asked is known by a node's identity.
        """
        if id(call) not in self.called:
            self.called[id(call)] = tuple(bodies(call))
        return self.called[id(call)]

    def _ask(self, node: Node) -> str | None:
        """
        In the query that the node stands in, else in those around it: it may be a column of theirs.
        """
        for source in [*reversed(self.sources), None]:
            question = copy.deepcopy(nodes.select(node, source))
            nodes.rewrite_nodes(question, self._without_parameter)
            of_type = self.type_of({**question, "named_param_map": []})
            if of_type is not None and of_type.strip('"') != "NULL":
                return _wide(of_type)
        return None

    def _without_parameter(self, node: Node) -> Node:
        if not nodes.is_parameter(node):
            return node
        of_type = self.types.get(int(node["identifier"]), "")
        return {**_null(of_type), "alias": node["alias"]}


def _null(of_type: str) -> Node:
    """
    A NULL of a type, if that is one that is easily written.
    """
    null = nodes.constant(None)
    if (found := _DECIMAL.fullmatch(of_type)) is not None:
        return {**nodes.cast(null, "DECIMAL"), "cast_type": decimal(int(found[1]), int(found[2]))}
    return nodes.cast(null, of_type) if of_type.isalpha() else null


def _is_plain(of_type: str) -> bool:
    return of_type.isalpha() or _DECIMAL.fullmatch(of_type) is not None


_DECIMAL: Final = re.compile(r"DECIMAL\((\d+),\s*(\d+)\)")


def _wide(of_type: str) -> str:
    """
    A column's scale does not limit what it is compared with or added to: numeric has room for more digits.
    """
    return _DECIMAL.sub(lambda match: f"DECIMAL(38,{max(_SCALE, int(match[2]))})", of_type)


_SCALE: Final = 10


def _type_of_constant(node: Node) -> str | None:
    of_type = node["value"]["type"]
    if of_type["id"] == "NULL":
        return None
    if of_type["id"] == "DECIMAL":
        return f"DECIMAL(38,{_SCALE})"
    return str(of_type["id"])


def first_type(selects: Sequence[Node], position: int, found: Found) -> str | None:
    """
    The type of a column in the first of several queries that knows it.
    """
    for query in selects:
        items = query["select_list"][: position + 1]
        if len(items) <= position or any(item["class"] == "STAR" for item in items):
            continue
        found.sources.append(query)
        of_type = found.type(items[position])
        found.sources.pop()
        if of_type is not None:
            return of_type
    return None


def common_type(operands: Sequence[Node], found: Found) -> str | None:
    """
    The type of the first operand that has one; an untyped literal counts only if nothing else does.
    """
    types = [(found.type(operand), nodes.is_constant(operand, "VARCHAR")) for operand in operands]
    firm = next((of_type for of_type, literal in types if of_type and not literal), None)
    return firm or next((of_type for of_type, _ in types if of_type), None)


def alike(operands: Sequence[Node], found: Found) -> None:
    """
    All of one type: comparisons, IN, BETWEEN, CASE branches, COALESCE.
    """
    if not any(nodes.is_parameter(operand) for operand in operands):
        return
    of_type = common_type(operands, found)
    for operand in operands:
        found.settle(operand, None if of_type is None else compared(of_type))


def compared(of_type: str) -> str:
    """A json cannot be compared, joined or contained: that which can is a jsonb (8.14)."""
    return JSONB_TYPE if is_json(of_type) else of_type


def is_json(of_type: str) -> bool:
    """What the binder tells is plain, what the text casts to is quoted."""
    return of_type.strip('"').upper() in {"JSON", JSONB_TYPE}
