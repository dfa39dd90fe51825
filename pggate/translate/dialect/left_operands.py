"""
Operators of PostgreSQL's grammar that become calls around both of their operands.

    a LIKE ANY (b)      → "~any_like"(a, (b))        also NOT, ILIKE, ~, ~*, !~, !~*, ALL and SOME
    a IS NFC NORMALIZED → is_normalized(a, 'NFC')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import quoting
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import closing, word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

# What stands before an operand of LIKE and its kin: all that binds less tightly (PostgreSQL 15, table 4.2).
_BEFORE: Final = words(
    "select distinct all where having on and or not when then else case between in like ilike similar is "
    "by limit offset values returning set using filter from = < > <= >= <> != , ( [ ; ~ ~* !~ !~* "
    "~~ ~~* !~~ !~~*"
)
_CLOSES: Final = {")": "(", "]": "["}

# The operator, what it is called here, and whether it is negated.
_OPERATORS: Final = {
    "like": ("like", False),
    "ilike": ("ilike", False),
    "~~": ("like", False),
    "~~*": ("ilike", False),
    "!~~": ("like", True),
    "!~~*": ("ilike", True),
    "~": ("match", False),
    "~*": ("imatch", False),
    "!~": ("match", True),
    "!~*": ("imatch", True),
}
_QUANTIFIERS: Final = {"any": "any", "some": "any", "all": "all"}


def quantified_patterns(tokens: Tokens) -> Iterator[Edit]:
    """
    a LIKE ANY (array[…]): duckdb 1.5.5 has it for = and its kin alone.
    """
    for i, token in enumerate(tokens):
        quantifier = _QUANTIFIERS.get(word_at(tokens, i + 1))
        if token.word not in _OPERATORS or quantifier is None or word_at(tokens, i + 2) != "(":
            continue
        operator, negated = _OPERATORS[token.word]
        first = i
        if word_at(tokens, i - 1) == "not":
            first, negated = i - 1, not negated
        start = left_operand(tokens, first)
        close = closing(tokens, i + 2)
        array = "ARRAY" if word_at(tokens, i + 3) in {"select", "with", "values"} else ""
        yield Edit(tokens[start].start, tokens[start].start, f'"~{quantifier}_{operator}"(')
        yield Edit(tokens[first].start, tokens[i + 1].stop, f", {array}".rstrip())
        yield Edit(tokens[close].stop, tokens[close].stop, f", {str(negated).lower()})")


_FORMS: Final = frozenset({"nfc", "nfd", "nfkc", "nfkd"})


def normalized(tokens: Tokens) -> Iterator[Edit]:
    """
    a IS [NOT] [form] NORMALIZED (PostgreSQL 15, 9.4).
    """
    for i, token in enumerate(tokens):
        if token.word != "normalized" or token.kind is not Kind.WORD:
            continue
        form = tokens[i - 1].text if word_at(tokens, i - 1) in _FORMS else ""
        at = i - 1 - bool(form)
        negated = word_at(tokens, at) == "not"
        at -= negated
        if word_at(tokens, at) != "is":
            continue
        start = left_operand(tokens, at)
        yield Edit(tokens[start].start, tokens[start].start, f"{'NOT ' if negated else ''}is_normalized(")
        yield Edit(tokens[at].start, token.stop, f", {quoting.literal(form)})" if form else ")")


def left_operand(tokens: Tokens, operator: int) -> int:
    """
    The first token of what stands at the left of an operator.
    """
    at = operator
    depth = 0
    while at > 0:
        word = word_at(tokens, at - 1)
        if word in _CLOSES:
            depth += 1
        elif depth and word in _CLOSES.values():
            depth -= 1
        elif not depth and word in _BEFORE:
            break
        at -= 1
    return at
