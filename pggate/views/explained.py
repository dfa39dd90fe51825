"""
How a live view is kept, as lines for a reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.views.compiled import APPROXIMATE
from pggate.views.expressions import sql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pggate.translate.trees.nodes import Node, Tree
    from pggate.views.compiled import Compiled

TAKEN_BACK: Final = "taken back where rows go"
ANEW: Final = "the view is made anew where rows go"
REGROUPED: Final = "groups are computed anew where rows go"


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column of partials.

    Args:
        text: What it is of the topics' rows.
        is_key: Is it one of a group's keys, or a value of a row?
        takes_back: Is it mended exactly where rows go?

    """

    text: str
    is_key: bool
    takes_back: bool


def columns_of(
    compiled: Compiled, partials: Tree, text_of: Callable[[Tree], str], types: Mapping[str, str]
) -> list[Column]:
    """
    What is kept.

    Args:
        partials: The tree of `compiled.partials`.
        types: Those of its columns; none where the view is not made yet.

    """
    found = []
    numbers = {name: number for number, name in enumerate(compiled.state_names)}
    for item in _select(partials["node"])["select_list"]:
        name = item["alias"]
        if name in compiled.key_names:
            found.append(Column(sql(item, text_of), is_key=True, takes_back=True))
        elif name in numbers:
            number = numbers[name]
            is_exact = number not in compiled.sums or types.get(name) not in APPROXIMATE
            is_negated = number in compiled.taken_back
            found.append(Column(sql(item, text_of), is_key=False, takes_back=is_exact and is_negated))
    return found


def lines(
    compiled: Compiled,
    topics: Sequence[str],
    columns: Sequence[Column],
    clauses: Sequence[str],
    *,
    is_timed: bool,
) -> Iterator[str]:
    """
    Args:
        topics: Their names.
        clauses: Those of the query that are computed when the view is read.
        is_timed: Is the time read, too?

    """
    yield f"  Kind: {compiled.kind}"
    yield f"  Topics: {', '.join(topics)}"
    label = "Group Key" if compiled.kind == "groups" else "Row"
    yield f"  {label}: {', '.join(column.text for column in columns if column.is_key) or '(none)'}"
    yield f"  State: count of rows, {TAKEN_BACK}"
    otherwise = REGROUPED if compiled.of_affected else ANEW
    for column in columns:
        if not column.is_key:
            yield f"  State: {column.text}, {TAKEN_BACK if column.takes_back else otherwise}"
    computed = [*clauses, *(["the current time"] if is_timed else [])]
    yield f"  Computed When Read: {'; '.join(computed) or '(nothing)'}"


def _select(node: Node) -> Node:
    """The first SELECT of what may be several."""
    while node["type"] == "SET_OPERATION_NODE":
        node = node["left"] if "left" in node else node["children"][0]
    return node
