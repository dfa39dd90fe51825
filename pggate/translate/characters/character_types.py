"""
Casts to character types that are more than text: varchar(n), char(n), name and "char" (PostgreSQL 15, 8.3).

DuckDB's parser knows VARCHAR alone and forgets the length.  A token rule gives such a type a name that its
tree keeps; an edit of the tree makes calls of the casts (character_calls.py):

    x::varchar(3)   CAST(x AS "~char_varchar"(3))   "~char_varchar"(CAST(x AS VARCHAR), 3)
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.errors import InvalidParameterValue
from pggate.translate.characters import character_arrays
from pggate.translate.syntax import lexer, quoting
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import unnested, word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.lexer import Token
    from pggate.translate.syntax.looking import Tokens

MARK: Final = "~char_"
"""What the names of the types and functions begin with."""

# The words of a type, longest first; pg_type's name of it; the length that it has where none is written.
# varbit and oid are no character types, but DuckDB forgets of them the same.
_TYPES: Final = (
    (("national", "character", "varying"), "varchar", None),
    (("national", "char", "varying"), "varchar", None),
    (("character", "varying"), "varchar", None),
    (("char", "varying"), "varchar", None),
    (("national", "character"), "bpchar", 1),
    (("national", "char"), "bpchar", 1),
    (("varchar",), "varchar", None),
    (("character",), "bpchar", 1),
    (("char",), "bpchar", 1),
    (("nchar",), "bpchar", 1),
    (("bpchar",), "bpchar", None),
    (("name",), "name", None),
    (("bit", "varying"), "varbit", None),
    (("varbit",), "varbit", None),
    (("bit",), "bit", 1),
    (("oid",), "oid", None),
)
WORDS: Final = frozenset(words[0] for words, _, _ in _TYPES)

LONGEST: Final = 10_485_760
"""PostgreSQL 15, MaxAttrSize."""

_QUERIES: Final = frozenset({"select", "with", "values", "insert", "(", "from", "explain"})
_BEFORE_LOCK: Final = frozenset({"for", "key"})
"""FOR UPDATE and FOR NO KEY UPDATE lock rows."""
_CHANGES: Final = frozenset({"update", "delete", "merge"})


class CharacterType(NamedTuple):
    """A type in the text: its name, its length, and the token behind it."""

    name: str
    length: int | None
    stop: int

    @property
    def written(self) -> str:
        length = "" if self.length is None else f"({self.length})"
        return f"{quoting.quote(MARK + self.name)}{length}"


def casts(tokens: Tokens) -> Iterator[Edit]:
    """
    x::varchar(3), CAST(x AS char(3)), varchar(3) 'x' and n'x' of a query.

    Raises:
        InvalidParameterValue: 22023, there is no such length.

    """
    first = _first(tokens)
    if first is None or is_change(tokens):
        return
    calls = [""]
    shown = _shown(tokens)
    keeps_words = _is_view(tokens)
    for i, token in islice(enumerate(tokens), first, None):
        if token.word == "(":
            calls.append(word_at(tokens, i - 1))
        elif token.word == ")" and len(calls) > 1:
            calls.pop()
        elif token.kind is Kind.STRING and token.text[0] in "nN" and not keeps_words:
            yield Edit(token.start, token.stop, f'CAST({token.text[1:]} AS "{MARK}bpchar")')
        elif (found := type_at(tokens, i)) is not None and (not keeps_words or _cuts(tokens, found)):
            yield from _cast_to(
                tokens, i, found, is_cast=follows_cast(tokens, i, calls[-1]), is_shown=i in shown
            )


def is_change(tokens: Tokens) -> bool:
    """
    Has the statement no tree that could be edited, or parts of it none (changed_casts.py)?
    """
    return any(
        token.word in _CHANGES and word_at(tokens, i - 1) not in _BEFORE_LOCK
        for i, token in enumerate(tokens)
    )


def names(tokens: Tokens) -> Iterator[Edit]:
    """
    What returns a name is shown as one where it is an item of the query.
    """
    shown = [(i, token) for i, token in unnested(tokens) if i in _shown(tokens)]
    for i, token in shown:
        is_call = token.word in NAME_FUNCTIONS and words_at(tokens, i + 1, 2) == ("(", ")")
        if is_call and word_at(tokens, i - 1) in _BEFORE_ITEM and word_at(tokens, i + 3) in _ENDS_ITEM:
            cast = f'CAST({token.text}() AS "{MARK}name") AS {token.text}'
            yield Edit(token.start, tokens[i + 2].stop, cast)


NAME_FUNCTIONS: Final = frozenset({"pg_client_encoding"})
_BEFORE_ITEM: Final = frozenset({"select", ","})
_ENDS_ITEM: Final = lexer.words("from where union order limit group ,") | {""}


def _first(tokens: Tokens) -> int | None:
    """
    Where the query begins; None where there is none.
    """
    if word_at(tokens, 0) in _QUERIES:
        return 0
    if word_at(tokens, 0) != "create":
        return None
    return next((i for i, token in unnested(tokens) if token.word == "as"), None)


def _is_view(tokens: Tokens) -> bool:
    """A view keeps its own words, which others read as well."""
    return word_at(tokens, 0) == "create" and any(token.word == "view" for token in tokens)


def _cuts(tokens: Tokens, found: CharacterType) -> bool:
    """Is it a length that DuckDB's own functions cut a text to?"""
    is_text = found.name in {"varchar", "bpchar"} and found.length is not None
    return is_text and word_at(tokens, found.stop) != "["


def _cast_to(
    tokens: Tokens, at: int, found: CharacterType, *, is_cast: bool, is_shown: bool
) -> Iterator[Edit]:
    if is_cast:
        is_array = word_at(tokens, found.stop) == "["
        matters = character_arrays.matters if is_array else _matters
        if not _is_parameter_as_oid(tokens, at, found) and matters(found.name, found.length, is_shown):
            yield Edit(tokens[at].start, tokens[found.stop - 1].stop, found.written)
    elif is_before_literal(tokens, at, found):
        literal = tokens[found.stop]
        if word_at(tokens, found.stop - 1) != ")":
            found = found._replace(length=None)  # char 'abc' is not cut
        yield Edit(tokens[at].start, literal.stop, f"CAST({literal.text} AS {found.written})")


def _is_parameter_as_oid(tokens: Tokens, at: int, found: CharacterType) -> bool:
    """$1::oid says what the parameter is."""
    return found.name == "oid" and tokens[at - 2].kind is Kind.PARAMETER


def _matters(name: str, length: int | None, is_shown: bool) -> bool:
    """Without a length varchar and name are texts but to whom they are shown; bit is DuckDB's."""
    return length is not None or name in {"char", "bpchar", "varbit"} or (is_shown and name != "bit")


def _shown(tokens: Tokens) -> range:
    """The select list of the query itself."""
    if word_at(tokens, 0) != "select":
        return range(0)
    depth = 0
    for i, token in enumerate(tokens):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(token.word, 0)
        if depth == 0 and token.word in {"from", "where", "union", "order", "limit", "group"}:
            return range(i)
    return range(len(tokens))


def type_at(tokens: Tokens, at: int) -> CharacterType | None:
    token = tokens[at]
    if token.kind is Kind.QUOTED and token.text.lower() == '"char"':
        return CharacterType("char", None, at + 1)
    if token.word not in WORDS:
        return None
    row = next((row for row in _TYPES if words_at(tokens, at, len(row[0])) == row[0]), None)
    if row is None:
        return None
    words, name, length = row
    stop = at + len(words)
    if word_at(tokens, stop) != "(":
        return CharacterType(name, length, stop)
    is_length = (
        stop + 2 < len(tokens) and tokens[stop + 1].kind is Kind.NUMBER and word_at(tokens, stop + 2) == ")"
    )
    if not is_length or not tokens[stop + 1].text.isdecimal():
        return None
    return CharacterType(name, _checked(int(tokens[stop + 1].text), name, token), stop + 3)


def _checked(length: int, name: str, token: Token) -> int:
    type_name = {"bpchar": "char"}.get(name, name)
    if length < 1:
        raise InvalidParameterValue(
            f"length for type {type_name} must be at least 1", position=token.start + 1
        )
    if length > LONGEST:
        raise InvalidParameterValue(
            f"length for type {type_name} cannot exceed {LONGEST}", position=token.start + 1
        )
    return length


def follows_cast(tokens: Tokens, at: int, call: str) -> bool:
    before = word_at(tokens, at - 1)
    return before == "::" or (before == "as" and call in {"cast", "try_cast"})


def is_before_literal(tokens: Tokens, at: int, found: CharacterType) -> bool:
    behind = tokens[found.stop] if found.stop < len(tokens) else None
    before = tokens[at - 1] if at else None
    return (
        behind is not None
        and behind.kind is Kind.STRING
        and behind.text[0] in "'$eE"
        and (before is None or before.word in _BEFORE_LITERAL)
    )


_BEFORE_LITERAL: Final = lexer.words(
    "select distinct all , ( = < > <> || and or not in like between when then else where values"
)
