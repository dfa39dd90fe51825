"""
Names of enumerated types in a text: DuckDB gets the type's labels in their place.

A type's name stands behind ::, in CAST(x AS name), before a literal and behind a column's name in CREATE
TABLE; anywhere else the same word is a column or something else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from pggate.errors import InvalidTextRepresentation
from pggate.translate.definitions import table_definitions
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import word_at
from pggate.translate.syntax.quoting import string_value
from pggate.translate.types.enum_casts import each

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from pggate.translate.syntax.looking import Tokens


class EnumType(Protocol):
    """
    An enumerated type, as far as texts are concerned.

    `duckdb` is DuckDB's type of its values: the labels, and a mark behind them.
    """

    @property
    def oid(self) -> int: ...
    @property
    def array_oid(self) -> int: ...
    @property
    def schema(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def labels(self) -> tuple[str, ...]: ...
    @property
    def duckdb(self) -> str: ...


Enum = TypeVar("Enum", bound=EnumType)


@dataclass(frozen=True, slots=True)
class EnumNames(Generic[Enum]):
    """
    The enumerated types of a database.

    Args:
        path: The schemas in which a bare name is looked for.

    """

    by_name: Mapping[tuple[str, str], Enum] = field(default_factory=lambda: MappingProxyType({}))
    path: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    """All names, in lower case."""

    @classmethod
    def of(cls, types: Iterable[Enum], path: tuple[str, ...]) -> EnumNames[Enum]:
        by_name = {(one.schema, one.name): one for one in types}
        words = frozenset(name.lower() for _, name in by_name)
        return cls(MappingProxyType(by_name), path, words)

    def find(self, names: tuple[str, ...]) -> Enum | None:
        """
        The type of that name, with or without its schema.
        """
        if not self.by_name:
            return None
        schemas = self.path if len(names) == 1 else ("public" if names[-2] == "main" else names[-2],)
        return next(
            (self.by_name[key] for key in ((s, names[-1]) for s in schemas) if key in self.by_name), None
        )

    def shown(self, enum: EnumType) -> str:
        """
        As format_type prints it: with its schema where the bare name would not find it.
        """
        return enum.name if self.find((enum.name,)) == enum else f"{enum.schema}.{enum.name}"


NO_ENUMS: Final[EnumNames[Any]] = EnumNames()


def edits(tokens: Tokens, known: EnumNames[EnumType]) -> Iterator[Edit]:
    """
    The labels for every name of an enumerated type; text for it where a table's column is declared.

    Raises:
        InvalidTextRepresentation: 22P02, a literal that is cast to a type is none of its labels.

    """
    definition = table_definitions.read_tokens(tokens)
    for column in definition.columns:
        written = column.type
        if written is None or (found := known.find(written.names)) is None or written.arguments:
            continue
        stored = found.duckdb if definition.temporary else "VARCHAR"
        yield Edit(written.start, written.stop, stored + ("[]" if written.is_array else ""))
    for i, token in enumerate(tokens):
        if not token.is_name or word_at(tokens, i - 1) == ".":
            continue
        last, names = _chain(tokens, i)
        found = known.find(names) if _is_type(tokens, i, last) else None
        if found is None:
            continue
        _check_literal(tokens, i, last, found, known.shown(found))
        if word_at(tokens, last + 1) == "[" and word_at(tokens, last + 2) == "]":
            yield from _array_cast(tokens, i, last, found)
        elif last + 1 < len(tokens) and tokens[last + 1].kind is Kind.STRING:
            literal = tokens[last + 1]
            yield Edit(token.start, literal.stop, f"CAST({literal.text} AS {found.duckdb})")
        else:
            yield Edit(token.start, tokens[last].stop, found.duckdb)


def of_parameters(tokens: Tokens, known: EnumNames[Enum]) -> dict[int, str]:
    """
    DuckDB's types that the text casts each $n to, where it first does.
    """
    found: dict[int, str] = {}
    for i, token in enumerate(tokens):
        if token.kind is not Kind.PARAMETER:
            continue
        is_cast = word_at(tokens, i + 1) == "as" and word_at(tokens, i - 1) == "("
        if not (is_cast or word_at(tokens, i + 1) == "::") or i + 2 >= len(tokens):
            continue
        last, names = _chain(tokens, i + 2)
        enum = known.find(names)
        if enum is not None:
            is_array = word_at(tokens, last + 1) == "[" and word_at(tokens, last + 2) == "]"
            found.setdefault(int(token.text[1:]), enum.duckdb + ("[]" if is_array else ""))
    return found


def _array_cast(tokens: Tokens, first: int, last: int, found: EnumType) -> Iterator[Edit]:
    """
    x::mood[] and CAST(x AS mood[]): each element is cast.
    """
    stop = tokens[last + 2].stop
    if word_at(tokens, first - 1) == "::":
        start = _operand(tokens, first - 2)
        yield Edit(tokens[start].start, tokens[start].start, "list_transform(")
        yield Edit(tokens[first].start, stop, f"VARCHAR[], {each(found.duckdb)})")
    else:
        cast = next(i for i in range(first, -1, -1) if tokens[i].word in {"cast", "try_cast"})
        yield Edit(tokens[cast].start, tokens[cast].stop, "list_transform(")
        yield Edit(tokens[first - 1].start, stop, f")::VARCHAR[], {each(found.duckdb)}")


def _operand(tokens: Tokens, last: int) -> int:
    """Where the operand begins that ends before a ::."""
    at = last
    if tokens[at].word in {")", "]"}:
        depth = 0
        while True:
            depth += {")": 1, "]": 1, "(": -1, "[": -1}.get(tokens[at].word, 0)
            if depth == 0 or at == 0:
                break
            at -= 1
        if at and (tokens[at - 1].is_name and tokens[at - 1].word not in _NO_OPERAND):
            at -= 1
    while word_at(tokens, at - 1) == "." and at > 1:
        at -= 2
    return _operand(tokens, at - 2) if word_at(tokens, at - 1) == "::" else at


_NO_OPERAND: Final = words(
    "select where and or not in on when then else case by having from as values returning"
)


def _chain(tokens: Tokens, at: int) -> tuple[int, tuple[str, ...]]:
    names = [tokens[at].name]
    while word_at(tokens, at + 1) == "." and at + 2 < len(tokens) and tokens[at + 2].is_name:
        at += 2
        names.append(tokens[at].name)
    return at, tuple(names)


def _is_type(tokens: Tokens, first: int, last: int) -> bool:
    before, after = word_at(tokens, first - 1), tokens[last + 1] if last + 1 < len(tokens) else None
    if before == "::":
        return True
    if before == "as":
        return after is not None and after.word in {")", "["} and _in_cast(tokens, first - 1)
    literal = after is not None and after.kind is Kind.STRING
    return literal and before not in {"as", "."}


def _in_cast(tokens: Tokens, at: int) -> bool:
    """Is the AS that of CAST( or TRY_CAST(?"""
    depth = 0
    for i in range(at - 1, 0, -1):
        depth += {")": 1, "]": 1, "(": -1, "[": -1}.get(tokens[i].word, 0)
        if depth < 0:
            return tokens[i - 1].word in {"cast", "try_cast"}
    return False


def _check_literal(tokens: Tokens, first: int, last: int, found: EnumType, name: str) -> None:
    """'x'::mood and mood 'x' are checked before anything runs, as in PostgreSQL."""
    if word_at(tokens, first - 1) == "::" and word_at(tokens, last + 1) != "[":
        literal = tokens[first - 2]
    elif last + 1 < len(tokens):
        literal = tokens[last + 1]
    else:
        return
    if literal.kind is not Kind.STRING:
        return
    check_label(string_value(literal.text), name, found.labels, literal.start + 1)


def check_label(value: str, name: str, labels: Collection[str], position: int | None = None) -> None:
    """
    Raises:
        InvalidTextRepresentation: It is none of the labels of the type of that name.

    """
    if value not in labels:
        raise InvalidTextRepresentation(f'invalid input value for enum {name}: "{value}"', position=position)
