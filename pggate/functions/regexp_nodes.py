"""
What a regular expression of PostgreSQL's is made of, and how other engines write it (PostgreSQL 15, 9.7.3).

Which place matches is leftmost for everybody.  How much of it PostgreSQL's rules decide (9.7.3.5): as much as
possible, or as little, over the whole expression, as its first quantifier is greedy or not.  RE2 and Python
take the first way that matches instead, so what they find is the same in plain expressions only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pggate.functions.regexp_flags import Flags


@dataclass(frozen=True, slots=True)
class Atom:
    """One character, one of a set, or a place.  `re2` is None where RE2 has no such thing."""

    python: str
    re2: str | None
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    inner: Node
    captures: bool


@dataclass(frozen=True, slots=True)
class Look:
    mark: str
    inner: Node


@dataclass(frozen=True, slots=True)
class Reference:
    group: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """`bounds` is what is written: *, +, ?, {1,2}; {m} alone `inherits` how greedy it is."""

    inner: Node
    bounds: str
    greedy: bool
    inherits: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    branches: tuple[Node, ...]


Node: TypeAlias = "Atom | Group | Look | Reference | Repeat | Sequence | Choice"


@dataclass(frozen=True, slots=True)
class Expression:
    """
    Args:
        root: What it is made of.
        groups: How many groups it captures.
        flags: As they are after those that stand in it.

    """

    root: Node
    groups: int
    flags: Flags

    @property
    def is_greedy(self) -> bool:
        """Does it match as much as possible?"""
        return _preference(self.root) is not False

    @property
    def is_plain(self) -> bool:
        """Is the first way that matches the longest one, too?"""
        return _is_plain(self.root)

    def python(self, *, lazy: bool = False) -> str:
        """
        For the module regex.

        Args:
            lazy: With every quantifier as if it were not greedy.

        """
        written = _python(self.root, lazy)
        return f"(?i:{written})" if self.flags.ignores_case else written

    def re2(self) -> str | None:
        """
        For RE2; None where it cannot say the same.
        """
        written = _re2(self.root)
        return None if written is None else f"(?{'i' if self.flags.ignores_case else ''}s:{written})"


def _preference(node: Node) -> bool | None:
    """Does it prefer the longest match (True), the shortest (False), or neither?"""
    match node:
        case Group():
            return _preference(node.inner)
        case Repeat():
            return _preference(node.inner) if node.inherits else node.greedy
        case Sequence():
            return next((found for found in map(_preference, node.parts) if found is not None), None)
        case Choice():
            return True
        case _:
            return None


def _is_plain(node: Node) -> bool:
    match node:
        case Atom():
            return True
        case Sequence():
            return all(map(_is_plain, node.parts))
        case Group():
            return _is_plain(node.inner)
        case Repeat():
            return node.greedy and isinstance(node.inner, Atom)
        case _:
            return False


def _python(node: Node, lazy: bool) -> str:  # noqa: PLR0911  one for each kind
    match node:
        case Atom():
            return node.python
        case Group():
            return f"({'' if node.captures else '?:'}{_python(node.inner, lazy)})"
        case Look():
            return f"({node.mark}{_python(node.inner, lazy=False)})"
        case Reference():
            return f"(?:\\{node.group})"
        case Repeat():
            return f"{_python(node.inner, lazy)}{node.bounds}{'?' if lazy or not node.greedy else ''}"
        case Sequence():
            return "".join(_python(part, lazy) for part in node.parts)
        case Choice():
            return "|".join(_python(branch, lazy) for branch in node.branches)


def _re2(node: Node) -> str | None:
    match node:
        case Atom():
            return node.re2
        case Group():
            inner = _re2(node.inner)
            return None if inner is None else f"({'' if node.captures else '?:'}{inner})"
        case Repeat():
            inner = _re2(node.inner)
            return None if inner is None else f"{inner}{node.bounds}{'' if node.greedy else '?'}"
        case Sequence():
            return _joined("", node.parts)
        case Choice():
            return _joined("|", node.branches)
        case _:
            return None


def _joined(mark: str, nodes: tuple[Node, ...]) -> str | None:
    written = [_re2(node) for node in nodes]
    return None if None in written else mark.join(one or "" for one in written)
