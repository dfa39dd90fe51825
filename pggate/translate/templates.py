"""
Templates of to_date and to_timestamp (PostgreSQL 15, 9.8, table 9.28) in strptime's words.

duckdb 1.5.5 wants them to be literals when a macro is made, so no macro can say what to_date is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.translate import quoting
from pggate.translate.edits import Edit
from pggate.translate.lexer import Kind
from pggate.translate.looking import closing, commas, word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.looking import Tokens

FUNCTIONS: Final = frozenset({"to_date", "to_timestamp"})

# fmt: off
PATTERNS: Final = {
    "yyyy": "%Y", "yy": "%y", "month": "%B", "mon": "%b", "mm": "%m",
    "ddd": "%j", "dd": "%d", "day": "%A", "dy": "%a",
    "hh24": "%H", "hh12": "%I", "hh": "%I", "am": "%p", "pm": "%p",
    "mi": "%M", "ss": "%S", "ms": "%g", "us": "%f",
}
# fmt: on
_PART: Final = re.compile(
    r'"(?P<text>[^"]*)"|(?:fm)?(?P<pattern>'
    + "|".join(sorted(PATTERNS, key=len, reverse=True))
    + r")|(?P<character>T|[^a-z])",
    re.IGNORECASE | re.DOTALL,
)


def date_templates(tokens: Tokens) -> Iterator[Edit]:
    """
    to_date(x, 'YYYY-MM') becomes to_date(strptime(x, '%Y-%m')).

    Raises:
        FeatureNotSupported: for a template that is no literal, or has other patterns.

    """
    for i, token in enumerate(tokens):
        if token.word not in FUNCTIONS or word_at(tokens, i + 1) != "(":
            continue
        close = closing(tokens, i + 1)
        between = commas(tokens, i + 1, close)
        if len(between) != 1:
            continue
        template = tokens[between[0] + 1]
        if template.kind is not Kind.STRING or between[0] + 2 != close:
            raise FeatureNotSupported(f"the template of {token.word}() has to be a literal")
        yield Edit(tokens[i + 1].stop, tokens[i + 1].stop, "strptime(")
        words = strptime_format(quoting.string_value(template.text))
        yield Edit(template.start, template.stop, quoting.literal(words) + ")")


def strptime_format(template: str) -> str:
    """
    Raises:
        FeatureNotSupported: for a pattern that strptime has no word for.

    """
    pieces = []
    at = 0
    while at < len(template):
        part = _PART.match(template, at)
        if part is None:
            raise FeatureNotSupported(
                f'the pattern at "{template[at:]}" is not supported in a template',
                hint=f"There are {', '.join(PATTERNS).upper()}.",
            )
        pattern = part["pattern"]
        literal = part["text"] or part["character"] or ""
        pieces.append(PATTERNS[pattern.lower()] if pattern else literal.replace("%", "%%"))
        at = part.end()
    return "".join(pieces)
