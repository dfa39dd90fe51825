"""
DuckDB's type text, parsed and spelled.

The texts are those of ``DuckDBPyRelation.types`` and ``duckdb_columns().data_type`` (duckdb 1.5.5), for
example ``DECIMAL(10,2)``, ``STRUCT("a b" INTEGER, c VARCHAR)[]``, ``ENUM('a', 'b')``, ``"NULL"``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pggate.errors import InternalError

_TOKEN: Final = re.compile(
    r"""\s*(?: "(?P<quoted>(?:[^"]|"")*)" | '(?P<label>(?:[^']|'')*)' | (?P<number>\d+)
    | (?P<word>[^\W\d][\w$]*) | (?P<mark>[()\[\],.]) )""",
    re.VERBOSE,
)

# Second words of types that are spelled with several.
_TAIL: Final = {("TIMESTAMP", "WITH"): "WITH TIME ZONE", ("TIME", "WITH"): "WITH TIME ZONE"}

# fmt: off
_SYNONYMS: Final[dict[str, str]] = {
    "TIMESTAMPTZ": "TIMESTAMP WITH TIME ZONE", "TIMETZ": "TIME WITH TIME ZONE", "DATETIME": "TIMESTAMP",
    "INT": "INTEGER", "INT1": "TINYINT", "INT2": "SMALLINT", "INT4": "INTEGER", "INT8": "BIGINT",
    "INT16": "SMALLINT", "INT32": "INTEGER", "INT64": "BIGINT", "INT128": "HUGEINT", "BOOL": "BOOLEAN",
    "UINT8": "UTINYINT", "UINT16": "USMALLINT", "UINT32": "UINTEGER", "UINT64": "UBIGINT",
    "UINT128": "UHUGEINT",
    "FLOAT4": "FLOAT", "REAL": "FLOAT", "FLOAT8": "DOUBLE", "NUMERIC": "DECIMAL",
    "TEXT": "VARCHAR", "STRING": "VARCHAR", "CHAR": "VARCHAR", "BPCHAR": "VARCHAR",
    "BYTEA": "BLOB", "VARBINARY": "BLOB", "BITSTRING": "BIT", "VARINT": "BIGNUM",
    "TIMESTAMP_US": "TIMESTAMP", "NULL": "NULL",
}
# fmt: on


@dataclass(frozen=True, slots=True)
class DuckType:
    """
    A parsed DuckDB type.

    Args:
        name: Canonical upper-case name; ``LIST`` for ``T[]``, ``ARRAY`` for ``T[n]``, ``NULL`` for the type
            of NULL.  A name that is not DuckDB's own (an alias, an unresolved user type) stays as it is
            written.
        args: Numbers and labels: (10, 2) of DECIMAL, the labels of ENUM, the length of ARRAY.
        children: (name, type) of STRUCT fields and UNION members; ("key", K), ("value", V) of a MAP;
            ("", T) of a LIST or ARRAY.

    """

    name: str
    args: tuple[int | str, ...] = ()
    children: tuple[tuple[str, DuckType], ...] = ()

    @property
    def is_list(self) -> bool:
        return self.name in ("LIST", "ARRAY")

    @property
    def element(self) -> DuckType:
        """
        The element type of a LIST or ARRAY.
        """
        return self.children[0][1]

    @property
    def dimensions(self) -> int:
        """
        Of a list of lists 2, of a scalar 0.
        """
        return 1 + self.element.dimensions if self.is_list else 0

    @property
    def innermost(self) -> DuckType:
        """
        What remains when every list around it is taken away.
        """
        return self.element.innermost if self.is_list else self


class _Parser:
    """
    Recursive descent over the tokens of one type text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._at = 0

    def whole(self) -> DuckType:
        parsed = self._type()
        if self._at != len(self._tokens):
            raise unreadable(self._text)
        return parsed

    def _type(self) -> DuckType:
        parsed = self._base()
        while self._accept("["):
            length = () if self._peek()[1] == "]" else (int(self._next()[1]),)
            self._expect("]")
            parsed = DuckType("ARRAY" if length else "LIST", length, (("", parsed),))
        return parsed

    def _base(self) -> DuckType:
        name = self._name()
        if not self._accept("("):
            return DuckType(name)
        arguments = _ARGUMENTS.get(name, _Parser._plain)(self)
        self._expect(")")
        return DuckType(name, *arguments)

    def _name(self) -> str:
        kind, text = self._next()
        while self._accept("."):  # a user type may be qualified; its last part names it
            kind, text = self._next()
        if kind == "quoted":
            return "NULL" if text == "NULL" else text
        if kind != "word":
            raise unreadable(self._text)
        name = text.upper()
        tail = _TAIL.get((name, self._peek()[1].upper()))
        if tail is not None:
            self._at += len(tail.split())
            name = f"{name} {tail}"
        return _SYNONYMS.get(name, name)

    def _plain(self) -> tuple[tuple[int | str, ...]]:
        values: list[int | str] = []
        while True:
            kind, text = self._next()
            values.append(int(text) if kind == "number" else text)
            if not self._accept(","):
                return (tuple(values),)

    def _fields(self) -> tuple[tuple[int | str, ...], tuple[tuple[str, DuckType], ...]]:
        fields: list[tuple[str, DuckType]] = []
        while True:
            name = self._next()[1] if self._starts_named_field() else ""
            fields.append((name, self._type()))
            if not self._accept(","):
                return (), tuple(fields)

    def _key_value(self) -> tuple[tuple[int | str, ...], tuple[tuple[str, DuckType], ...]]:
        key = self._type()
        self._expect(",")
        return (), (("key", key), ("value", self._type()))

    def _starts_named_field(self) -> bool:
        # row(1, 2) is STRUCT(INTEGER, INTEGER): a field is named when another word follows its first one,
        # unless the two are the beginning of TIMESTAMP WITH TIME ZONE (DuckDB quotes names that are
        # keywords).
        first, second = self._peek(), self._peek(1)
        if first[0] == "word" and (first[1].upper(), second[1].upper()) in _TAIL:
            return False
        return second[0] in ("word", "quoted")

    def _peek(self, ahead: int = 0) -> tuple[str, str]:
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else ("end", "")

    def _next(self) -> tuple[str, str]:
        token = self._peek()
        if token[0] == "end":
            raise unreadable(self._text)
        self._at += 1
        return token

    def _accept(self, mark: str) -> bool:
        if self._peek() != ("mark", mark):
            return False
        self._at += 1
        return True

    def _expect(self, mark: str) -> None:
        if not self._accept(mark):
            raise unreadable(self._text)


_ARGUMENTS: Final = {"STRUCT": _Parser._fields, "UNION": _Parser._fields, "MAP": _Parser._key_value}  # noqa: SLF001  its own table


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    at = 0
    end = len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise unreadable(text)
        token = match[match.lastgroup]
        if match.lastgroup == "quoted":
            token = token.replace('""', '"')
        elif match.lastgroup == "label":
            token = token.replace("''", "'")
        tokens.append((match.lastgroup, token))
        at = match.end()
    return tokens


def unreadable(text: str) -> InternalError:
    """
    The error of a type that is none.
    """
    return InternalError(f'cannot read the type "{text}"')


@lru_cache(maxsize=4096)
def parse(duckdb_type: str) -> DuckType:
    """
    Read a DuckDB type text.

    Raises:
        InternalError: It is not one.

    """
    return _Parser(duckdb_type).whole()


def spell(parsed: DuckType) -> str:
    """
    The type text of a parsed type: what ``parse`` reads back equal, with every field name quoted.
    """
    if parsed.is_list:
        return f"{spell(parsed.element)}[{parsed.args[0] if parsed.args else ''}]"
    if parsed.name == "MAP":
        return f"MAP({spell(parsed.children[0][1])}, {spell(parsed.children[1][1])})"
    if parsed.children:
        return f"{parsed.name}({', '.join(_spell_field(name, child) for name, child in parsed.children)})"
    if parsed.args:
        return f"{parsed.name}({', '.join(map(_spell_argument, parsed.args))})"
    return '"NULL"' if parsed.name == "NULL" else parsed.name


def _spell_field(name: str, child: DuckType) -> str:
    quoted = name.replace('"', '""')
    return f'"{quoted}" {spell(child)}' if name else spell(child)


def _spell_argument(argument: int | str) -> str:
    return str(argument) if isinstance(argument, int) else "'" + argument.replace("'", "''") + "'"
