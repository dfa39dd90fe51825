"""
A DuckDB failure → PgError.  Nothing here decides; `rules` is the table, this reads failures and walks it.

duckdb 1.5.5, errors_as_json: an exception's text is `Catalog Error: {"exception_type": …}`, that of an Arrow
stream the JSON alone; json_serialize_sql and json_serialize_plan give the same fields under `error_type` and
`error_message`.  `position` counts bytes from 0 in the statement's text.
"""

from __future__ import annotations

import json
import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.functions import error_in
from pggate.engine.rules import RULES
from pggate.engine.vocabulary import FORMATS
from pggate.errors import InternalError, PgError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.rule import Rule

# What Python raises where duckdb itself could not say it in JSON
PLAIN_EXCEPTIONS: Final[Mapping[type[BaseException], str]] = {
    MemoryError: "out of memory",
    NotImplementedError: "not implemented",
    OverflowError: "out of range",
    UnicodeError: "invalid input",
    ValueError: "invalid input",
    TypeError: "invalid input",
    OSError: "io",
}


# A lake's file by its absolute path: where the gateway keeps its files is not for clients to know.
FILES: Final = re.compile(
    r"(?<![\w:/])/(?:[^\"'\n]*?/)?([^/\s\"']+\.(?:parquet|duckdb|wal|tmp|block))\b(?!/)"
)

# What stands before another failure's JSON, in duckdb 1.5.5
WRAPPING: Final = "Failed to add data files to DuckLake: "


@dataclass(frozen=True, slots=True)
class Failure:
    """
    What DuckDB said, as one shape.

    Args:
        exception: Exception type in lower case: "catalog", "out of range", …
        message: DuckDB's text, all lines.
        fields: error_subtype, type, name, call, candidates, position … as DuckDB gave them.

    """

    exception: str
    message: str
    fields: Mapping[str, str]


def from_exception(error: BaseException, sql: str | None = None) -> PgError:
    """
    The PgError for what duckdb, an Arrow stream of its or a function of our own raised; `sql` makes the
    position.
    """
    failure = read_exception(error)
    return error_in(failure.message) or to_pg_error(failure, sql)


def from_json(answer: Mapping[str, Any], sql: str | None = None) -> PgError:
    """
    The PgError for the answer `{"error": true, …}` of a json_serialize function.
    """
    return to_pg_error(_structured(answer, "error_type", "error_message"), sql)


def read_exception(error: BaseException) -> Failure:
    return _read(error, _text(error))


def _text(error: BaseException) -> str:
    """
    What duckdb says.  Version 1.5.5 lets it hold what S3 has answered, bytes of a file too, which Python then
    cannot decode.
    """
    if isinstance(error, UnicodeDecodeError) and b'"exception_type"' in error.object:
        return bytes(error.object).decode(errors="replace")
    return str(error)


def _read(error: BaseException, text: str) -> Failure:
    _, brace, rest = text.partition("{")
    if brace:
        try:
            answer, _ = json.JSONDecoder().raw_decode(brace + rest)
        except ValueError:
            answer = {}
        if "exception_type" in answer:
            failure = _structured(answer, "exception_type", "exception_message")
            within = failure.message.removeprefix(WRAPPING + "{")
            return failure if within == failure.message else _read(error, "{" + within)
    return Failure(_plain_type(error, text), _without_prefix(text), {})


def to_pg_error(failure: Failure, sql: str | None = None) -> PgError:
    """
    The first row of the table that matches; a failure that no row knows is an internal error (XX000).
    """
    line = failure.message.partition("\n")[0].strip()
    told = FILES.sub(r"\1", line)
    for rule in RULES:
        groups = _match(rule, failure, line)
        if groups is not None:
            operator = _operator_at(failure.fields.get("position"), sql)
            return _worded(
                rule, {**failure.fields, **groups, "line": told, "operator": operator}, failure, sql
            )
    return InternalError(_tidy(told))


def _match(rule: Rule, failure: Failure, line: str) -> Mapping[str, str] | None:
    if rule.exception is not None and rule.exception != failure.exception:
        return None
    if rule.subject is not None and rule.subject != failure.fields.get("type"):
        return None
    if rule.subtype is not None and rule.subtype != failure.fields.get("error_subtype"):
        return None
    # "Transaction conflict - …" stands in the second line, and a user's value may hold line breaks
    found = rule.compiled.search(line) or rule.compiled.search(failure.message)
    return found.groupdict() if found else None


def _worded(rule: Rule, values: Mapping[str, str], failure: Failure, sql: str | None) -> PgError:
    error_class, sqlstate = (PgError, rule.error) if isinstance(rule.error, str) else (rule.error, None)
    return error_class(
        _tidy(_WORDING.vformat(rule.message, (), values) if rule.message else values["line"]),
        sqlstate=sqlstate,
        detail=_WORDING.vformat(rule.detail, (), values) if rule.detail else None,
        hint=_WORDING.vformat(rule.hint, (), values) if rule.hint else _column_hint(failure),
        position=character_position(failure.fields.get("position"), sql),
    )


def _operator_at(position: str | None, sql: str | None) -> str:
    """
    The operator at a place of the text, which duckdb 1.5.5 does not name; = where none is there.
    """
    if position is None or sql is None:
        return "="
    found = _OPERATOR.match(sql.encode()[int(position) :].decode(errors="ignore"))
    return found[0] if found else "="


_OPERATOR: Final = re.compile(r"[-+*/<>=~!@#%^&|]+")


def character_position(position: str | None, sql: str | None) -> int | None:
    """
    Byte offset from 0 → character position from 1, None where there is no such place in the text.
    """
    if position is None or sql is None:
        return None
    text = sql.encode()
    offset = int(position)
    return len(text[:offset].decode(errors="ignore")) + 1 if offset <= len(text) else None


def _column_hint(failure: Failure) -> str | None:
    """
    PostgreSQL's "Perhaps you meant": for columns only, the candidates of other kinds may be names that the
    role is not to see.
    """
    candidates = failure.fields.get("candidates")
    if failure.fields.get("error_subtype") != "COLUMN_NOT_FOUND" or not candidates:
        return None
    return f'Perhaps you meant to reference the column "{candidates.split(",")[0].strip()}".'


class _Wording(string.Formatter):
    """
    str.format with {name:lower} and the forms of FORMATS as PostgreSQL writes these.
    """

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "lower":
            return str(value).lower()
        return FORMATS[format_spec](str(value)) if format_spec else str(value)


_WORDING: Final = _Wording()


def _structured(answer: Mapping[str, Any], type_key: str, message_key: str) -> Failure:
    # "Catalog write-write conflict on …" has NUL characters in it, which no message of PostgreSQL's can carry
    texts = {key: str(value).replace("\0", ".") for key, value in answer.items()}
    message = texts.pop(message_key, "")
    return Failure(texts.pop(type_key, "").lower(), message, texts)


def _plain_type(error: BaseException, text: str) -> str:
    """
    "Invalid Input Error: …" names its type even without JSON; else the Python class tells.
    """
    prefix, found, _ = text.partition(" Error: ")
    if found and "\n" not in prefix:
        return prefix.lower()
    return next((name for known, name in PLAIN_EXCEPTIONS.items() if isinstance(error, known)), "internal")


def _without_prefix(text: str) -> str:
    prefix, found, rest = text.partition(" Error: ")
    return rest if found and "\n" not in prefix else text


def _tidy(message: str) -> str:
    return message.rstrip("!. ") or "internal error"
