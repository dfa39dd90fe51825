"""
A column of CREATE TABLE and ADD COLUMN as it is written: its type, its keys, how it is numbered
(PostgreSQL 15, CREATE TABLE), and what DuckDB gets in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pggate.translate.edits import Edit
from pggate.translate.lexer import Kind, words
from pggate.translate.looking import closing, name_at, word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.looking import Tokens

KeyKind: TypeAlias = Literal["p", "u", "f"]
"""As pg_constraint.contype has it."""

SERIALS: Final = {
    "serial": "INTEGER",
    "serial4": "INTEGER",
    "bigserial": "BIGINT",
    "serial8": "BIGINT",
    "smallserial": "SMALLINT",
    "serial2": "SMALLINT",
}
WIDEST: Final = {"hugeint": "DECIMAL(38, 0)", "uhugeint": "DECIMAL(38, 0)", "int128": "DECIMAL(38, 0)"}
"""DuckDB's widest integers, which a lake would store as doubles."""

UNNUMBERED: Final = '"~number"(0, 0)'
NUMBERED: Final = f"NOT NULL DEFAULT ({UNNUMBERED})"
"""A numbered column, whose sequence has no OID before the table is made."""

BEHIND_TYPE: Final = words(
    "constraint not null check default generated primary unique references collate storage compression"
    " deferrable initially using as"
)
BEHIND_NAME: Final = BEHIND_TYPE | {"array"}
REFERENTIAL: Final = frozenset({"cascade", "restrict"})


@dataclass(frozen=True, slots=True)
class WrittenType:
    """
    Characters [start, stop) of the text.

    Args:
        names: Its words or, where it is qualified, schema and name: ("character", "varying"), ("s", "mood").
        quoted: Was the first word in quotes?
        arguments: What stands in parentheses behind it, as it is written.
        is_array: Do brackets follow?

    """

    start: int
    stop: int
    names: tuple[str, ...]
    quoted: bool = False
    qualified: bool = False
    arguments: tuple[str, ...] = ()
    is_array: bool = False


@dataclass(frozen=True, slots=True)
class WrittenKey:
    """
    A key as it is written; an empty name leaves it to be made.

    Args:
        kind: p, u or f.
        references: The name of the table that a foreign key points to, in its parts.

    """

    kind: KeyKind
    columns: tuple[str, ...]
    name: str = ""
    references: tuple[str, ...] = ()
    referenced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenColumn:
    """
    Args:
        identity: 'a' for GENERATED ALWAYS AS IDENTITY, 'd' for BY DEFAULT.
        options: Of the identity's sequence, as tokens' texts.
        edits: What makes it a column for DuckDB, its type apart.

    """

    name: str
    type: WrittenType | None
    keys: tuple[WrittenKey, ...] = ()
    identity: str = ""
    options: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def serial(self) -> str:
        """The type behind serial, bigserial and smallserial; "" for any other."""
        if self.type is None or self.type.quoted or self.type.qualified or self.type.is_array:
            return ""
        return SERIALS.get(" ".join(self.type.names), "")


def column(tokens: Tokens, first: int, stop: int) -> WrittenColumn:
    """
    The column whose definition is the tokens [first, stop).
    """
    name = name_at(tokens, first)
    written = type_at(tokens, first + 1, stop)
    at = first + 1
    while at < stop and tokens[at].word not in BEHIND_TYPE:
        at = closing(tokens, at) + 1 if tokens[at].word == "(" else at + 1
    reading = _Constraints(tokens, name, at, stop)
    reading.read()
    return WrittenColumn(
        name,
        written,
        tuple(reading.keys),
        reading.identity,
        reading.options,
        tuple(reading.edits),
    )


def type_at(tokens: Tokens, first: int, stop: int) -> WrittenType | None:
    """
    The type that begins there; None where none does.
    """
    at, names, qualified = first, list[str](), False
    arguments: tuple[str, ...] = ()
    while at < stop and tokens[at].is_name and tokens[at].word not in BEHIND_NAME:
        names.append(tokens[at].name)
        at += 1
        if at + 1 < stop and tokens[at].word == "." and tokens[at + 1].is_name:
            qualified = True
            at += 1
        elif tokens[at - 1].kind is Kind.QUOTED or qualified:
            break
    if not names:
        return None
    if at < stop and tokens[at].word == "(":
        last = closing(tokens, at)
        arguments = tuple(token.text for token in tokens[at + 1 : last] if token.word != ",")
        at = last + 1
        while at < stop and tokens[at].word in {"with", "without", "time", "zone"}:
            names.append(tokens[at].name)
            at += 1
    is_array = at < stop and tokens[at].word in {"[", "array"}
    while at < stop and tokens[at].word in {"[", "]", "array"} | (
        {tokens[at].word} if tokens[at].kind is Kind.NUMBER and is_array else set()
    ):
        at += 1
    return WrittenType(
        tokens[first].start,
        tokens[at - 1].stop,
        tuple(names),
        tokens[first].kind is Kind.QUOTED,
        qualified,
        arguments,
        is_array,
    )


class _Constraints:
    """
    The constraints behind a column's type, one after the other.
    """

    def __init__(self, tokens: Tokens, column: str, at: int, stop: int) -> None:
        self.tokens, self.column, self.at, self.stop = tokens, column, at, stop
        self.keys: list[WrittenKey] = []
        self.edits: list[Edit] = []
        self.identity = ""
        self.options: tuple[str, ...] = ()

    def read(self) -> None:
        while self.at < self.stop:
            begin, name = self.at, ""
            if self._word() == "constraint":
                name = name_at(self.tokens, self.at + 1)
                self.at += 2
            if not self._key(begin, name) and not self._identity() and not self._timing():
                self.at = closing(self.tokens, self.at) + 1 if self._word() == "(" else self.at + 1

    def _word(self) -> str:
        return word_at(self.tokens, self.at) if self.at < self.stop else ""

    def _key(self, begin: int, name: str) -> bool:
        if words_at(self.tokens, self.at, 2) == ("primary", "key"):
            self.at = index_clauses(self.tokens, self.at + 2, self.stop)
            self.keys.append(WrittenKey("p", (self.column,), name))
            self._leave_out(begin, "NOT NULL")
        elif self._word() == "unique":
            self.at = index_clauses(self.tokens, self.at + 1, self.stop)
            self.keys.append(WrittenKey("u", (self.column,), name))
            self._leave_out(begin)
        elif self._word() == "references":
            self.at, references, referenced = reference(self.tokens, self.at, self.stop)
            self.keys.append(WrittenKey("f", (self.column,), name, references, referenced))
            self._leave_out(begin)
        else:
            return False
        return True

    def _identity(self) -> bool:
        after = words_at(self.tokens, self.at, 5)
        kind = {
            ("generated", "always", "as", "identity"): "a",
            ("generated", "by", "default", "as", "identity"): "d",
        }.get(after[:4] if after[1] == "always" else after)
        if kind is None:
            return False
        begin, self.identity = self.at, kind
        self.at += 4 if kind == "a" else 5
        if self._word() == "(":
            last = closing(self.tokens, self.at)
            self.options = tuple(token.text for token in self.tokens[self.at + 1 : last])
            self.at = last + 1
        self._leave_out(begin, NUMBERED)
        return True

    def _timing(self) -> bool:
        length = timing(self.tokens, self.at)
        if not length:
            return False
        self.at += length
        self._leave_out(self.at - length)
        return True

    def _leave_out(self, begin: int, text: str = "") -> None:
        self.edits.append(Edit(self.tokens[begin].start, self.tokens[self.at - 1].stop, text))


_TIMINGS: Final = (
    ("not", "deferrable"),
    ("deferrable",),
    ("initially", "deferred"),
    ("initially", "immediate"),
    ("not", "valid"),
)


def timing(tokens: Tokens, at: int) -> int:
    """
    How many tokens say there when a constraint is checked.
    """
    return next((len(said) for said in _TIMINGS if words_at(tokens, at, len(said)) == said), 0)


def index_clauses(tokens: Tokens, at: int, stop: int) -> int:
    """
    Behind NULLS NOT DISTINCT, INCLUDE (…), WITH (…), USING INDEX TABLESPACE t.
    """
    while at < stop:
        if words_at(tokens, at, 3) == ("nulls", "not", "distinct"):
            at += 3
        elif words_at(tokens, at, 2) == ("nulls", "distinct"):
            at += 2
        elif word_at(tokens, at) in {"include", "with"} and word_at(tokens, at + 1) == "(":
            at = closing(tokens, at + 1) + 1
        elif words_at(tokens, at, 3) == ("using", "index", "tablespace"):
            at += 4
        else:
            return at
    return at


def reference(tokens: Tokens, at: int, stop: int) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """
    Behind REFERENCES s.t (a, b) ON DELETE CASCADE …, the table's name in parts, and its columns.
    """
    at += 1
    parts = [name_at(tokens, at)]
    while word_at(tokens, at + 1) == "." and at + 2 < stop:
        at += 2
        parts.append(name_at(tokens, at))
    at += 1
    columns: tuple[str, ...] = ()
    if at < stop and word_at(tokens, at) == "(":
        last = closing(tokens, at)
        columns = names_between(tokens, at, last)
        at = last + 1
    while at < stop:
        if word_at(tokens, at) == "match":
            at += 2
        elif word_at(tokens, at) == "on" and word_at(tokens, at + 1) in {"delete", "update"}:
            at += 3 if word_at(tokens, at + 2) in REFERENTIAL else 4
            if word_at(tokens, at) == "(":
                at = closing(tokens, at) + 1
        else:
            break
    return at, tuple(parts), columns


def names_between(tokens: Tokens, opening: int, last: int) -> tuple[str, ...]:
    """
    The names of `(a, "B")`.
    """
    return tuple(token.name for token in tokens[opening + 1 : last] if token.is_name)


def type_edits(found: WrittenColumn) -> Iterator[Edit]:
    """
    Types that are DuckDB's under another name, whatever the database has.
    """
    if found.type is None:
        return
    if found.serial:
        yield Edit(found.type.start, found.type.stop, f"{found.serial} {NUMBERED}")
    elif not found.type.quoted and not found.type.qualified and found.type.names[0] in WIDEST:
        brackets = "[]" if found.type.is_array else ""
        yield Edit(found.type.start, found.type.stop, WIDEST[found.type.names[0]] + brackets)
