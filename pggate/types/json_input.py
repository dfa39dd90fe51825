"""
JSON text: what is taken is what the engine reads back.

Python's reader and the engine's differ in one thing, duckdb 1.5.5: half of a surrogate pair without the other
is a character to the former; in a topic it would make the whole column unreadable.  PostgreSQL 15 refuses it
in jsonb with these words, and keeps it in json.
"""

from __future__ import annotations

import json
import re
from typing import Final, NoReturn

from pggate.errors import InvalidTextRepresentation, ProgramLimitExceeded

# Every escape of a valid text from left to right; a surrogate of a pair is not met alone.
_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(?P<high>u[dD][89abAB]..)|(?P<low>u[dD][c-fC-F]..)|.)"
)
_LONE: Final = {
    "high": "Unicode high surrogate must be followed by a low surrogate",
    "low": "Unicode low surrogate must follow a high surrogate",
}


def read_json(text: str) -> str:
    """
    The text itself, once it is found valid.

    Raises:
        InvalidTextRepresentation: 22P02, no JSON, or a surrogate that is alone.
        ProgramLimitExceeded: 54001, nested too deeply.

    """
    try:
        # Numbers stay text: no rounding, and no limit on their digits.
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_no_constant, strict=True)
    except RecursionError:
        raise ProgramLimitExceeded("stack depth limit exceeded", sqlstate="54001") from None
    except ValueError as fault:
        raise _invalid(str(fault)) from None
    if "\\u" in text:
        _refuse_lone_surrogates(text)
    return text


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f'Token "{name}" is invalid.')


def _refuse_lone_surrogates(text: str) -> None:
    for escape in _ESCAPE.finditer(text):
        if escape.lastgroup is not None:
            raise _invalid(
                str(json.JSONDecodeError(_LONE[escape.lastgroup], text, escape.start())),
                hint="Write the character itself, or both halves of its surrogate pair.",
            )


def _invalid(detail: str, hint: str | None = None) -> InvalidTextRepresentation:
    return InvalidTextRepresentation("invalid input syntax for type json", detail=detail, hint=hint)
