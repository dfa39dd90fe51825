"""
Commas behind the last item of a list, which DuckDB takes and PostgreSQL does not.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax.lexer import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.edits import Edit
    from pggate.translate.syntax.looking import Tokens

# Words that no item of any list begins with (PostgreSQL 15, appendix C: reserved).
ENDS: Final = words(
    ") ] ; from where group having window order limit offset fetch union intersect except into on returning "
    "select"
)


def trailing_commas(tokens: Tokens) -> Iterator[Edit]:
    """
    Raises:
        SyntaxError: SELECT a, b, FROM t and the like.

    """
    for comma, following in zip_longest(tokens, tokens[1:]):
        if comma.word != ",":
            continue
        if following is None:
            raise SqlSyntaxError("syntax error at end of input", position=comma.stop + 1)
        if following.word in ENDS:
            near = f'syntax error at or near "{following.text}"'
            raise SqlSyntaxError(near, position=following.start + 1)
    yield from ()
