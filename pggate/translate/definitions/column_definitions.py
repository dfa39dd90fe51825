"""
A column of CREATE TABLE and ADD COLUMN as it is written: its type, its keys, how it is numbered
(PostgreSQL 15, CREATE TABLE), and what DuckDB gets in its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pggate.translate.definitions.key_terms import refuse_timing, timing
from pggate.translate.definitions.written_defaults import (
    default_at,
    default_end,
    is_beyond_lake,
    next_value_at,
    refuse_sets,
)
from pggate.translate.definitions.written_keys import (
    WrittenKey,
    check_at,
    index_clauses,
    reference,
    unkept,
)
from pggate.translate.definitions.written_types import BEHIND_TYPE, type_at
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.looking import closing, name_at, word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.definitions.written_types import WrittenType
    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.syntax.spans import Span

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
UNNUMBERED_DEFAULT: Final = f"DEFAULT ({UNNUMBERED})"
"""A numbered column, whose sequence has no OID before the table is made."""
NOT_NULL: Final = "NOT NULL"
NUMBERED: Final = f"{NOT_NULL} {UNNUMBERED_DEFAULT}"


@dataclass(frozen=True, slots=True)
class WrittenColumn:
    """
    Args:
        identity: 'a' for GENERATED ALWAYS AS IDENTITY, 'd' for BY DEFAULT.
        options: Of the identity's sequence, as tokens' texts.
        next_of: The text of DEFAULT nextval('text'), "" without.
        is_not_null: Is that written?
        default: Where the expression of a default stands that a lake has no place for.
        edits: What makes it a column for DuckDB, its type apart.
        number_edits: Those of them that take numbers from a sequence, which no table of DuckDB's does.

    """

    name: str
    type: WrittenType | None
    keys: tuple[WrittenKey, ...] = ()
    identity: str = ""
    options: tuple[str, ...] = ()
    next_of: str = ""
    is_not_null: bool = False
    default: Span | None = None
    edits: tuple[Edit, ...] = ()
    number_edits: tuple[Edit, ...] = ()

    @property
    def is_required(self) -> bool:
        """Must it have a value?"""
        return bool(self.is_not_null or self.serial or self.identity or any(k.kind == "p" for k in self.keys))

    @property
    def serial(self) -> str:
        """The type behind serial, bigserial and smallserial; "" for any other."""
        if self.type is None or self.type.quoted or self.type.qualified or self.type.is_array:
            return ""
        return SERIALS.get(" ".join(self.type.names), "")

    @property
    def is_numbered(self) -> bool:
        """Do its rows take numbers from a sequence?"""
        return bool(self.serial or self.identity or self.next_of)


def column(tokens: Tokens, first: int, stop: int, *, added: bool = False) -> WrittenColumn:
    """
    The column whose definition is the tokens [first, stop).

    Args:
        added: Is it added to a table that is there?

    """
    name = name_at(tokens, first)
    written = type_at(tokens, first + 1, stop)
    at = first + 1
    while at < stop and tokens[at].word not in BEHIND_TYPE:
        at = closing(tokens, at) + 1 if tokens[at].word == "(" else at + 1
    reading = _Constraints(tokens, name, at, stop, written, added=added)
    reading.read()
    return WrittenColumn(
        name,
        written,
        tuple(reading.keys),
        reading.identity,
        reading.options,
        reading.next_of,
        reading.is_not_null,
        reading.default,
        tuple(reading.edits),
        tuple(reading.number_edits),
    )


class _Constraints:
    """
    The constraints behind a column's type, one after the other.
    """

    def __init__(
        self, tokens: Tokens, column: str, at: int, stop: int, of_type: WrittenType | None, *, added: bool
    ) -> None:
        self.tokens, self.column, self.at, self.stop = tokens, column, at, stop
        self.of_type, self.added = of_type, added
        self.default: Span | None = None
        self.keys: list[WrittenKey] = []
        self.edits: list[Edit] = []
        self.identity = ""
        self.number_edits: list[Edit] = []
        self.options: tuple[str, ...] = ()
        self.next_of = ""
        self.is_not_null = False

    def read(self) -> None:
        while self.at < self.stop:
            begin, name = self.at, ""
            if self._word() == "constraint":
                name = name_at(self.tokens, self.at + 1)
                self.at += 2
            self.is_not_null |= words_at(self.tokens, self.at, 2) == ("not", "null")
            if not (self._key(begin, name) or self._identity() or self._default() or self._unkept()):
                self.at = closing(self.tokens, self.at) + 1 if self._word() == "(" else self.at + 1

    def _word(self) -> str:
        return word_at(self.tokens, self.at) if self.at < self.stop else ""

    def _key(self, begin: int, name: str) -> bool:
        if words_at(self.tokens, self.at, 2) == ("primary", "key"):
            self.at = index_clauses(self.tokens, self.at + 2, self.stop)
            self.keys.append(WrittenKey("p", (self.column,), name))
            self._leave_out(begin, NOT_NULL)
        elif self._word() == "unique":
            self.at = index_clauses(self.tokens, self.at + 1, self.stop)
            self.keys.append(WrittenKey("u", (self.column,), name))
            self._leave_out(begin)
        elif self._word() == "check":
            check = check_at(self.tokens, self.at, name)
            if check is None:
                return False
            self.at = closing(self.tokens, self.at + 1) + 1
            self.keys.append(check)
            self._leave_out(begin)
            refuse_timing(self.tokens, self.at)
        elif self._word() == "references":
            written = WrittenKey("f", (self.column,), name)
            self.at, key = reference(self.tokens, self.at, self.stop, written)
            self.keys.append(key)
            self._leave_out(begin)
        else:
            return False
        self._timed()
        return True

    def _timed(self) -> None:
        """What stands behind a key about when rows are held to it."""
        begin = self.at
        self.at, terms = timing(self.tokens, begin, self.stop, self.keys[-1].terms)
        if self.at > begin:
            self.keys[-1] = replace(self.keys[-1], terms=terms)
            self._leave_out(begin)

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
        self.number_edits.append(self.edits[-1])
        return True

    def _default(self) -> bool:
        if self._word() != "default":
            return False
        refuse_sets(self.tokens, self.at + 1, self.stop)
        begin, found = self.at, next_value_at(self.tokens, self.at + 1, self.stop)
        if found is not None:
            self.next_of, self.at = found
            self._leave_out(begin, UNNUMBERED_DEFAULT)
            self.number_edits.append(self.edits[-1])
            return True
        if is_beyond_lake(self.tokens, begin + 1, self.stop, self.of_type, added=self.added):
            self.default = default_at(self.tokens, begin + 1, self.stop)
            self.at = default_end(self.tokens, begin + 1, self.stop)
            self._leave_out(begin)
            return True
        return False

    def _unkept(self) -> bool:
        refuse_timing(self.tokens, self.at)
        length = unkept(self.tokens, self.at)
        if not length:
            return False
        self.at += length
        self._leave_out(self.at - length)
        return True

    def _leave_out(self, begin: int, text: str = "") -> None:
        self.edits.append(Edit(self.tokens[begin].start, self.tokens[self.at - 1].stop, text))


def type_edits(found: WrittenColumn, *, added: bool = False) -> Iterator[Edit]:
    """
    Types that are DuckDB's under another name, whatever the database has.

    Args:
        added: Is the column added to a table that is there?

    """
    if found.type is None:
        return
    if found.serial:
        yield Edit(found.type.start, found.type.stop, found.serial if added else f"{found.serial} {NUMBERED}")
    elif not found.type.quoted and not found.type.qualified and found.type.names[0] in WIDEST:
        of_type = WIDEST[found.type.names[0]] + found.type.brackets
        yield Edit(found.type.start, found.type.stop, of_type)
    else:
        yield from moment_edits(found)


def moment_edits(found: WrittenColumn) -> Iterator[Edit]:
    """
    timestamp(3) without its digits, which are declared.
    """
    if found.type is not None and found.type.names in _MOMENTS and len(found.type.arguments) == 1:
        of_type = " ".join(found.type.names) + found.type.brackets
        yield Edit(found.type.start, found.type.stop, of_type)


_MOMENTS: Final = frozenset(
    {
        ("timestamp",),
        ("timestamp", "without", "time", "zone"),
        ("timestamptz",),
        ("timestamp", "with", "time", "zone"),
        ("time",),
        ("time", "without", "time", "zone"),
    }
)
"""Types that are kept with microseconds; values are rounded to fewer digits (lake/declared_values.py)."""
