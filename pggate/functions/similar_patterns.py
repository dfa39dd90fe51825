r"""
Patterns of SIMILAR TO as regular expressions (PostgreSQL 15, 9.7.2).
"""

from __future__ import annotations

from typing import Final

from pggate.errors import PgError

_WILD: Final = {"%": ".*", "_": ".", "(": "(?:"}
_ORDINARY: Final = frozenset("\\.^$")
# What stands between the three parts of a pattern with escape-double-quotes: the first one matches as little
# as it can, the third as much as is left.
_SEPARATORS: Final = ("){1,1}?(", "){1,1}(?:")


def similar_expression(pattern: str, escape: str = "\\") -> str:
    """
    The regular expression that matches the whole of what the pattern does.

    Args:
        escape: One character, or none.

    Raises:
        PgError: 22019, the escape is longer; 2200C, there are more than two escape-double-quotes.

    """
    if len(escape) > 1:
        raise PgError(
            "invalid escape string", sqlstate="22019", hint="Escape string must be empty or one character."
        )
    pieces: list[str] = []
    separators = 0
    escaped = in_brackets = False
    for character in pattern:
        if escaped and character == '"' and not in_brackets:
            if separators == len(_SEPARATORS):
                raise PgError(
                    "SQL regular expression may not contain more than two escape-double-quote separators",
                    sqlstate="2200C",
                )
            pieces.append(_SEPARATORS[separators])
            separators += 1
        elif escaped:
            pieces.append(f"\\{character}")
        elif character == escape:
            escaped = True
            continue
        elif in_brackets:
            pieces.append("\\\\" if character == "\\" else character)
            in_brackets = character != "]"
        elif character in _ORDINARY:
            pieces.append(f"\\{character}")
        else:
            pieces.append(_WILD.get(character, character))
            in_brackets = character == "["
        escaped = False
    return f"^(?:{''.join(pieces)})$"
