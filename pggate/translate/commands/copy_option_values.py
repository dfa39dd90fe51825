"""
What one option of COPY is set to, or that it cannot be: PostgreSQL 15's define.c and copy.c, in their words.

Each function raises SyntaxError, InvalidParameterValue or FeatureNotSupported for a value that its kind of
option cannot have.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pggate.errors import FeatureNotSupported, InvalidParameterValue
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.copy_option_list import STAR

if TYPE_CHECKING:
    from pggate.translate.commands.copy_option_list import Option, Star

Format: TypeAlias = Literal["text", "csv", "binary"]
Header: TypeAlias = "bool | Literal['match']"


def text_of(option: Option) -> str:
    """defGetString"""
    if option.value is None:
        raise SqlSyntaxError(f"{option.name} requires a parameter")
    if option.value is STAR:
        return "*"
    return option.value if isinstance(option.value, str) else ", ".join(option.value)


def format_of(option: Option) -> Format:
    value = text_of(option)
    if value in _FORMATS:
        return _FORMATS[value]
    raise InvalidParameterValue(f'COPY format "{value}" not recognized', position=option.position)


_FORMATS: Final[dict[str, Format]] = {"text": "text", "csv": "csv", "binary": "binary"}


def boolean_of(option: Option) -> bool:
    """defGetBoolean"""
    if option.value is None:
        return True
    found = _BOOLEANS.get(text_of(option).lower())
    if found is None:
        raise SqlSyntaxError(f"{option.name} requires a Boolean value")
    return found


def header_of(option: Option, *, is_from: bool) -> Header:
    """defGetCopyHeaderChoice"""
    if option.value is None:
        return True
    value = text_of(option)
    if value.lower() == "match":
        if not is_from:
            raise FeatureNotSupported(f'cannot use "{value}" with HEADER in COPY TO')
        return "match"
    found = _BOOLEANS.get(value.lower())
    if found is None:
        raise SqlSyntaxError(f'{option.name} requires a Boolean value or "match"')
    return found


_BOOLEANS: Final = {"true": True, "on": True, "1": True, "false": False, "off": False, "0": False}


def columns_of(option: Option) -> tuple[str, ...] | Star:
    if isinstance(option.value, tuple) or (option.value is STAR and option.name == "force_quote"):
        return option.value
    raise InvalidParameterValue(
        f'argument to option "{option.name}" must be a list of column names', position=option.position
    )


def check_encoding(option: Option) -> None:
    """
    Raises:
        InvalidParameterValue: It is none that PostgreSQL 15 knows (24.3.1 "Supported Character Sets").
        FeatureNotSupported: It is one, but not UTF-8.

    """
    value = text_of(option)
    name = re.sub(r"[^a-z0-9]", "", value.lower())
    if name in _UTF8:
        return
    if not _ENCODINGS.fullmatch(name):
        raise InvalidParameterValue(
            f'argument to option "{option.name}" must be a valid encoding name', position=option.position
        )
    raise FeatureNotSupported(
        f'COPY in encoding "{value}" is not supported',
        hint="Send and take UTF-8: iconv -t UTF-8 converts a file.",
    )


_UTF8: Final = frozenset({"utf8", "unicode"})
_ENCODINGS: Final = re.compile(
    r"sqlascii|euc(jp|cn|kr|tw|jis2004)|muleinternal|latin([1-9]|10)|iso8859[5-8]|iso8859(1|2|3|4|9|10|13|14|15|16)"
    r"|win(866|874|125[0-8])|windows(866|874|949|932|936|950|125[0-8])|alt|tcvn|tcvn5712|abc|vscii|koi8[ru]?"
    r"|big5|gbk|gb18030|uhc|johab|sjis|shiftjis|mskanji|shiftjis2004|win(932|936|949|950)"
)
