"""
Names of composite types in a text: DuckDB gets the STRUCT in their place.

    row(1, 'x')::addr, CAST(x AS addr), NULL::t         a type that was created, a relation's row type
    '(1,x)'::addr, addr '(1,x)'                         what PostgreSQL reads in the literal
    CREATE TABLE p (home addr)                          a column of the type

Anywhere else the same word is a relation, a column or something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Protocol

from pggate.errors import PgError
from pggate.translate.definitions import table_definitions
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at
from pggate.translate.syntax.quoting import string_value
from pggate.translate.types import row_lengths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pggate.translate.syntax.lexer import Token
    from pggate.translate.syntax.looking import Tokens

_WORD: Final = re.compile(r"\w+")


@lru_cache(maxsize=256)
def _casts_to(names: tuple[str, ...]) -> re.Pattern[str]:
    """
    :: or AS before one of these names.
    """
    called = "|".join(map(re.escape, names))
    return re.compile(
        rf"""(?:::|\bas\b)\s*+(?:(?:\w++|"[^"]*+")\s*+\.\s*+)*+"?(?:{called})(?!\w)""", re.IGNORECASE
    )


_BEFORE_LITERAL: Final = ("'", " '", "\n'", "\"'", "\" '")


class PgType(Protocol):
    """
    A type, as far as texts are concerned; `element` is that of an array, `fields` are those of a row.
    """

    @property
    def name(self) -> str: ...
    @property
    def sql(self) -> str: ...
    @property
    def duckdb(self) -> str: ...
    @property
    def element(self) -> Any: ...
    @property
    def fields(self) -> Sequence[Field]: ...


class Field(Protocol):
    """
    A field of a composite type.
    """

    @property
    def name(self) -> str: ...
    @property
    def type(self) -> Any: ...
    @property
    def typmod(self) -> int: ...


@dataclass(frozen=True, slots=True)
class CompositeNames:
    """
    The composite types that a text may name, and what is to be known of them.

    Args:
        words: Their names in lower case.
        find: The type of a name, with or without its schema.
        array_of: The type of arrays of one.
        spelled: A literal of one, or of an array of one, in SQL that is cast to it.
        struct_fields: Names and types of the fields of a type of DuckDB's, none where it is no STRUCT.

    """

    words: frozenset[str] = frozenset()
    find: Callable[[tuple[str, ...]], Any] = lambda _: None
    array_of: Callable[[Any], Any] = lambda of_type: of_type
    spelled: Callable[[Any, str], str] = lambda _, literal: literal
    struct_fields: Callable[[str], tuple[tuple[str, str], ...]] = lambda _: ()

    def may_be_in(self, sql: str, words: frozenset[str] | None = None) -> bool:
        """
        Does a name stand where a type's may?

        Args:
            words: The text's, in lower case, if they are known.

        """
        if not self.words:
            return False
        lowered = sql.lower()
        words = frozenset(_WORD.findall(lowered)) if words is None else words
        present = tuple(sorted(self.words & words))
        if '"' in sql:
            present += tuple(name for name in self.words if not _WORD.fullmatch(name) and name in lowered)
        if not present:
            return False
        if "table" in words and not words.isdisjoint(("create", "alter")):
            return True
        if any(name + literal in lowered for name in present for literal in _BEFORE_LITERAL):
            return True
        return ("::" in sql or "as" in words) and _casts_to(present).search(sql) is not None


NONE: Final = CompositeNames()


def edits(tokens: Tokens, known: CompositeNames) -> Iterator[Edit]:
    """
    The STRUCT for every name of a composite type.

    Raises:
        PgError: 22P02 and what else PostgreSQL says to a literal that is cast to a type and none of it.

    """
    for column in table_definitions.read_tokens(tokens).columns:
        written = column.type
        found = known.find(written.names) if written is not None and not written.arguments else None
        if written is not None and found is not None:
            yield Edit(written.start, written.stop, found.duckdb + ("[]" if written.is_array else ""))
    for cast in casts(tokens, known):
        yield from _cast_edits(tokens, cast, known)


def named(tokens: Tokens, known: CompositeNames) -> tuple[Any, ...]:
    """
    The types that a text casts to, arrays' elements.
    """
    found = (cast.type.element or cast.type for cast in casts(tokens, known))
    return tuple(dict.fromkeys(found))


def of_parameters(tokens: Tokens, known: CompositeNames) -> dict[int, Any]:
    """
    The types that the text casts each $n to, where it first does.
    """
    found: dict[int, Any] = {}
    for cast in casts(tokens, known):
        at = cast.first - 2
        if at >= 0 and tokens[at].kind is Kind.PARAMETER:
            found.setdefault(int(tokens[at].text[1:]), cast.type)
    return found


@dataclass(frozen=True, slots=True)
class Cast:
    """
    A type's name in a cast: the tokens [first, last], behind a literal or before one.
    """

    type: PgType
    first: int
    last: int
    literal: int | None = None


def casts(tokens: Tokens, known: CompositeNames) -> Iterator[Cast]:
    """
    Every cast to a composite type, or to arrays of one.
    """
    for i, token in enumerate(tokens):
        if not token.is_name or word_at(tokens, i - 1) == ".":
            continue
        last, names = _chain(tokens, i)
        before, after = word_at(tokens, i - 1), tokens[last + 1] if last + 1 < len(tokens) else None
        is_literals = after is not None and after.kind is Kind.STRING and before not in {"as", "::"}
        in_cast = before == "as" and after is not None and after.word in {")", "["}
        found = known.find(names) if is_literals or in_cast or before == "::" else None
        if found is None:
            continue
        if is_literals:
            yield Cast(found, i, last, last + 1)
            continue
        if word_at(tokens, last + 1) == "[" and word_at(tokens, last + 2) == "]":
            found, last = known.array_of(found), last + 2
        yield Cast(found, i, last, _literal_before(tokens, i))


def _cast_edits(tokens: Tokens, cast: Cast, known: CompositeNames) -> Iterator[Edit]:
    first, last = tokens[cast.first], tokens[cast.last]
    if cast.literal is None:
        yield from row_lengths.cuts(tokens, cast.first - 2, cast.type)
        yield Edit(first.start, last.stop, cast.type.duckdb)
        return
    literal = tokens[cast.literal]
    value = _spelled(cast.type, literal, known)
    if cast.literal > cast.last:
        yield Edit(first.start, literal.stop, f"CAST({value} AS {cast.type.duckdb})")
    else:
        yield Edit(literal.start, literal.stop, value)
        yield Edit(first.start, last.stop, cast.type.duckdb)


def _literal_before(tokens: Tokens, type_: int) -> int | None:
    """The literal that is cast, if one alone is."""
    at = type_ - 2
    if at < 0 or tokens[at].kind is not Kind.STRING:
        return None
    return at if word_at(tokens, type_ - 1) == "::" or word_at(tokens, at - 1) == "(" else None


def _spelled(type_: PgType, literal: Token, known: CompositeNames) -> str:
    try:
        return known.spelled(type_, string_value(literal.text))
    except PgError as error:
        error.position = literal.start + 1
        raise


def _chain(tokens: Tokens, at: int) -> tuple[int, tuple[str, ...]]:
    names = [tokens[at].name]
    while word_at(tokens, at + 1) == "." and at + 2 < len(tokens) and tokens[at + 2].is_name:
        at += 2
        names.append(tokens[at].name)
    return at, tuple(names)
