"""
The rows of newline-delimited JSON: the reference that the kernel's json_rows.hpp is held to.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NoReturn

from pggate.errors import (
    CharacterNotInRepertoire,
    DuplicateColumn,
    InvalidTextRepresentation,
    PgError,
    StatementTooComplex,
    UndefinedColumn,
)
from pggate.types import jsonb
from pggate.types.copy_rows import Row, located, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.types.framings import JsonLines

BLANK: Final = re.compile(r"[ \t\r]*")


class _Number(str):
    """A number, whose text is all that is wanted."""

    __slots__ = ()


def _no_number(name: str) -> NoReturn:
    raise json.JSONDecodeError(f"{name} is no number of JSON's", "", 0)


_DECODER: Final = json.JSONDecoder(parse_int=_Number, parse_float=_Number, parse_constant=_no_number)


class JsonSource:
    """
    Rows of JSON.

    Args:
        how: The format.
        names: The columns', and behind them those that are asked for.
        relation: What is copied into.

    """

    is_past_header = True

    def __init__(self, how: JsonLines, names: Sequence[str], relation: str) -> None:
        self.at = 0
        self.number = 0
        self.ended = False
        self._how = how
        self._names = tuple(names[: len(names) - len(how.asked)])
        self._places = {name: place for place, name in enumerate(self._names)}
        self._relation = relation

    def framing(self) -> tuple[Any, ...] | None:
        flags = bytes(place in self._how.documents for place in range(len(self._names)))
        return self._names, flags, self._how.asked

    def row(self, data: bytes | bytearray, *, final: bool) -> Row | None:
        while not self.ended and (line := self._line(data, final)) is not None:
            if line.strip(b" \t\r"):
                return self._row(line)
        return None

    def _line(self, data: bytes | bytearray, final: bool) -> bytes | None:
        end = data.find(b"\n", self.at)
        if end < 0 and not final:
            return None
        line = bytes(data[self.at : end if end >= 0 else len(data)])
        self.ended = end < 0
        self.at = end + 1 if end >= 0 else len(data)
        self.number += 1
        return line

    def _row(self, line: bytes) -> Row:
        try:
            cells = self._cells(line.decode())
        except PgError as error:
            raise located(error, self._relation, self.number) from None
        except UnicodeDecodeError as error:
            wrong = CharacterNotInRepertoire(
                f'invalid byte sequence for encoding "UTF8": 0x{line[error.start]:02x}'
            )
            raise located(wrong, self._relation, self.number) from None
        except RecursionError:
            deep = StatementTooComplex("the JSON is nested too deeply")
            raise located(deep, self._relation, self.number) from None
        except json.JSONDecodeError as error:
            wrong_json = InvalidTextRepresentation(
                "invalid input syntax for type json",
                detail=f"{error.msg}: character {error.pos + 1}.",
                hint='A line is one object, such as {"name": "value"}.',
            )
            raise located(wrong_json, self._relation, self.number, f": {shown(line)}") from None
        return Row(cells)

    def _cells(self, line: str) -> list[bytes | None]:
        cells: list[bytes | None] = [None] * len(self._names)
        seen: set[int] = set()
        at = _expect(line, "{", _skip(line, 0))
        at = _skip(line, at)
        while line[at : at + 1] != "}":
            if seen:
                at = _skip(line, _expect(line, ",", at))
            name, at = _string(line, at)
            at = _skip(line, _expect(line, ":", _skip(line, at)))
            place = self._place(name, seen)
            value, end = _DECODER.raw_decode(line, at)
            _refuse_odd(value)
            cells[place] = _cell(value, line[at:end], is_document=place in self._how.documents)
            at = _skip(line, end)
        if _skip(line, at + 1) != len(line):
            raise json.JSONDecodeError("Extra data", line, at + 1)
        return cells + [b"t" if place in seen else b"f" for place in self._how.asked]

    def _place(self, name: str, seen: set[int]) -> int:
        place = self._places.get(name)
        if place is None:
            raise UndefinedColumn(f'column "{name}" of relation "{self._relation}" does not exist')
        if place in seen:
            raise DuplicateColumn(f'column "{name}" specified more than once')
        seen.add(place)
        return place


def _cell(value: Any, written: str, *, is_document: bool) -> bytes | None:
    if value is None:
        return None
    is_text = isinstance(value, str) and not isinstance(value, _Number)
    return (value if is_text and not is_document else written).encode()


def _refuse_odd(value: Any) -> None:
    """
    What PostgreSQL's texts cannot hold, at any depth.

    Raises:
        PgError: 22P05, NUL.
        InvalidTextRepresentation: Half a surrogate pair.

    """
    jsonb.refuse_nul(value)
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise InvalidTextRepresentation(
            "invalid input syntax for type json", detail="A surrogate pair has two halves."
        ) from None


def _string(line: str, at: int) -> tuple[str, int]:
    if line[at : at + 1] != '"':
        raise json.JSONDecodeError("Expecting a name in double quotes", line, at)
    name, end = _DECODER.raw_decode(line, at)
    _refuse_odd(name)
    return name, end


def _expect(line: str, one: str, at: int) -> int:
    if line[at : at + 1] != one:
        raise json.JSONDecodeError(f"Expecting {one!r}", line, at)
    return at + 1


def _skip(line: str, at: int) -> int:
    """Behind the blanks at a place."""
    found = BLANK.match(line, at)
    return found.end() if found else at
