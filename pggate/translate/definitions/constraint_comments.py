"""
COMMENT ON CONSTRAINT as it is written (PostgreSQL 15, COMMENT).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.translate.syntax.looking import name_at, word_at, words_at
from pggate.translate.syntax.quoting import string_value

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens


@dataclass(frozen=True, slots=True)
class ConstraintComment:
    """
    Args:
        table: As it was written.
        text: None takes the comment away.

    """

    constraint: str
    table: str
    text: str | None


def constraint_comment(tokens: Tokens) -> ConstraintComment | None:
    """
    COMMENT ON CONSTRAINT name ON table IS 'text'; None for any other statement.
    """
    if words_at(tokens, 0, 3) != ("comment", "on", "constraint") or word_at(tokens, 4) != "on":
        return None
    stop = next((at for at in range(5, len(tokens)) if tokens[at].word == "is"), len(tokens))
    if stop + 1 >= len(tokens) or stop == 5:
        return None
    table = "".join(token.text for token in tokens[5:stop])
    said = tokens[stop + 1]
    text = None if said.word == "null" else string_value(said.text)
    return ConstraintComment(name_at(tokens, 3), table, text or None)
