"""
What COPY's options mean together, and whether they agree: PostgreSQL 15's ProcessCopyOptions (copy.c), in its
order and its words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.errors import FeatureNotSupported, InvalidParameterValue, PgError
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.copy_option_list import STAR
from pggate.translate.commands.copy_option_values import (
    boolean_of,
    check_encoding,
    columns_of,
    format_of,
    header_of,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pggate.translate.commands.copy_option_list import Option, Star
    from pggate.translate.commands.copy_option_values import Format, Header


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """
    The options with their defaults filled in.

    Args:
        format: What the rows look like.
        delimiter: Between the columns, one byte.
        null: What stands for NULL.
        quote: Of csv, one byte; "" elsewhere.
        escape: Of csv, one byte; "" elsewhere.
        header: Does a line of names come first, and is it to be compared with the columns?
        force_quote: Columns; STAR for all.
        force_not_null: Columns.
        force_null: Columns.

    """

    format: Format
    delimiter: str
    null: str
    quote: str
    escape: str
    header: Header
    force_quote: tuple[str, ...] | Star
    force_not_null: tuple[str, ...]
    force_null: tuple[str, ...]


@dataclass(slots=True)
class _Given:
    """
    The options that were written.  FORMAT text is none of them: it is what holds anyway.
    """

    format: Format = "text"
    header: Header = False
    texts: dict[str, str] = field(default_factory=dict)
    forced: dict[str, tuple[str, ...] | Star] = field(default_factory=dict)


def settled(options: Iterable[Option], *, is_from: bool) -> CopyOptions:
    """
    The options of one COPY.

    Raises:
        SyntaxError: An option that nobody knows, that was given twice, or whose value it cannot have.
        InvalidParameterValue, FeatureNotSupported: Options that do not go together.

    """
    given = _Given()
    seen: set[str] = set()
    for option in options:
        if option.name in seen:
            raise SqlSyntaxError("conflicting or redundant options", position=option.position)
        _take(given, option, is_from=is_from)
        seen.add(option.name)
    if given.format == "binary":
        for name in ("delimiter", "null"):
            if name in given.texts:
                raise SqlSyntaxError(f"cannot specify {name.upper()} in BINARY mode")
    found = _with_defaults(given)
    _check(found, given, is_from=is_from)
    return found


def _take(given: _Given, option: Option, *, is_from: bool) -> None:
    match option.name:
        case "format":
            given.format = format_of(option)
        case "header":
            given.header = header_of(option, is_from=is_from)
        case "freeze":
            boolean_of(option)  # a segment is new whatever is said
        case "delimiter" | "null" | "quote" | "escape":
            given.texts[option.name] = text_of(option)
        case "force_quote" | "force_not_null" | "force_null":
            given.forced[option.name] = columns_of(option)
        case "encoding":
            check_encoding(option)
        case _:
            raise SqlSyntaxError(f'option "{option.name}" not recognized', position=option.position)


def _with_defaults(given: _Given) -> CopyOptions:
    texts, is_csv = given.texts, given.format == "csv"
    quote = texts.get("quote", '"' if is_csv else "")
    return CopyOptions(
        format=given.format,
        delimiter=texts.get("delimiter", "," if is_csv else "\t"),
        null=texts.get("null", "" if is_csv else "\\N"),
        quote=quote,
        escape=texts.get("escape", quote),
        header=given.header,
        force_quote=given.forced.get("force_quote", ()),
        force_not_null=_named(given.forced.get("force_not_null", ())),
        force_null=_named(given.forced.get("force_null", ())),
    )


def _named(columns: tuple[str, ...] | Star) -> tuple[str, ...]:
    return () if columns is STAR else columns


def _check(options: CopyOptions, given: _Given, *, is_from: bool) -> None:
    """
    Raises:
        InvalidParameterValue, FeatureNotSupported: Of the first rule that is broken.

    """
    for is_broken, kind, message in RULES:
        if is_broken(options, given, is_from):
            raise kind(message.format(options.delimiter))


_UNSAFE: Final = frozenset("\\.abcdefghijklmnopqrstuvwxyz0123456789")
_Rule: TypeAlias = "tuple[Callable[[CopyOptions, _Given, bool], bool], type[PgError], str]"

# fmt: off
RULES: Final[tuple[_Rule, ...]] = (
    # broken by (options, as given, COPY FROM?)                 what is said; {} is the delimiter
    (lambda o, _, __: not _is_byte(o.delimiter),
     FeatureNotSupported, "COPY delimiter must be a single one-byte character"),
    (lambda o, _, __: o.delimiter in ("\r", "\n"),
     InvalidParameterValue, "COPY delimiter cannot be newline or carriage return"),
    (lambda o, _, __: "\r" in o.null or "\n" in o.null,
     InvalidParameterValue, "COPY null representation cannot use newline or carriage return"),
    (lambda o, _, __: o.format != "csv" and o.delimiter in _UNSAFE,
     InvalidParameterValue, 'COPY delimiter cannot be "{}"'),
    (lambda o, _, __: o.format == "binary" and o.header is not False,
     FeatureNotSupported, "cannot specify HEADER in BINARY mode"),
    (lambda o, given, _: o.format != "csv" and "quote" in given.texts,
     FeatureNotSupported, "COPY quote available only in CSV mode"),
    (lambda o, _, __: o.format == "csv" and not _is_byte(o.quote),
     FeatureNotSupported, "COPY quote must be a single one-byte character"),
    (lambda o, _, __: o.format == "csv" and o.delimiter == o.quote,
     InvalidParameterValue, "COPY delimiter and quote must be different"),
    (lambda o, given, _: o.format != "csv" and "escape" in given.texts,
     FeatureNotSupported, "COPY escape available only in CSV mode"),
    (lambda o, _, __: o.format == "csv" and not _is_byte(o.escape),
     FeatureNotSupported, "COPY escape must be a single one-byte character"),
    (lambda o, _, __: o.format != "csv" and bool(o.force_quote),
     FeatureNotSupported, "COPY force quote available only in CSV mode"),
    (lambda o, _, is_from: bool(o.force_quote) and is_from,
     FeatureNotSupported, "COPY force quote only available using COPY TO"),
    (lambda o, _, __: o.format != "csv" and bool(o.force_not_null),
     FeatureNotSupported, "COPY force not null available only in CSV mode"),
    (lambda o, _, is_from: bool(o.force_not_null) and not is_from,
     FeatureNotSupported, "COPY force not null only available using COPY FROM"),
    (lambda o, _, __: o.format != "csv" and bool(o.force_null),
     FeatureNotSupported, "COPY force null available only in CSV mode"),
    (lambda o, _, is_from: bool(o.force_null) and not is_from,
     FeatureNotSupported, "COPY force null only available using COPY FROM"),
    (lambda o, _, __: o.delimiter in o.null,
     FeatureNotSupported, "COPY delimiter must not appear in the NULL specification"),
    (lambda o, _, __: o.format == "csv" and o.quote in o.null,
     FeatureNotSupported, "CSV quote character must not appear in the NULL specification"),
)
# fmt: on
"""ProcessCopyOptions' checks, in its order."""


def _is_byte(text: str) -> bool:
    return len(text.encode()) == 1
