"""
Rules on spellings: what PostgreSQL writes one way and DuckDB 1.5.5 another, or not at all.

Each rule is one function over the tokens of one statement.  It yields Edits, and a Notice where something
is left out that the client may have counted on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.errors import FeatureNotSupported
from pggate.translate.definitions.left_out import left_out
from pggate.translate.syntax import in_strings, quoting
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import name_at, unnested, word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Findings, Tokens


def operator_calls(tokens: Tokens) -> Iterator[Edit]:
    """
    OPERATOR(pg_catalog.~) is the operator (duckdb 1.5.5 takes it for one called pg_catalog).
    """
    for i, token in enumerate(tokens):
        if token.word != "operator" or word_at(tokens, i + 1) != "(":
            continue
        close = next((j for j in range(i + 2, len(tokens)) if tokens[j].word == ")"), None)
        if close is not None and tokens[close - 1].kind is Kind.OPERATOR:
            yield Edit(token.start, tokens[close].stop, f" {tokens[close - 1].text} ")


_DEFAULT_COLLATIONS: Final = frozenset({"default", "C", "POSIX", "ucs_basic"})


def collations(tokens: Tokens) -> Iterator[Edit]:
    """
    The collations that compare bytes are what DuckDB does without one.
    """
    for i, token in enumerate(tokens):
        if token.word != "collate":
            continue
        last = i + 3 if word_at(tokens, i + 2) == "." and name_at(tokens, i + 1) == "pg_catalog" else i + 1
        if name_at(tokens, last) in _DEFAULT_COLLATIONS:
            yield Edit(token.start, tokens[last].stop, "")


def aliases_at(tokens: Tokens) -> Iterator[Edit]:
    """
    `at` may be a name in PostgreSQL, and DBeaver gives it to pg_attribute.
    """
    for i, token in enumerate(tokens):
        if token.word == "at" and word_at(tokens, i + 1) not in {"time", "local", "("}:
            yield Edit(token.start, token.stop, '"at"')


def comments_on_live_views(tokens: Tokens) -> Iterator[Edit]:
    """
    COMMENT ON MATERIALIZED VIEW, and STREAMING VIEW, is COMMENT ON VIEW: the engine knows no other.
    """
    comment, on, kind, view = words_at(tokens, 0, 4)
    if (comment, on, view) == ("comment", "on", "view") and kind in {"materialized", "streaming"}:
        yield Edit(tokens[2].start, tokens[3].start, "")


_STRENGTHS: Final = (("update",), ("share",), ("no", "key", "update"), ("key", "share"))


def row_locks(tokens: Tokens) -> Findings:
    """
    FOR UPDATE and its kin (PostgreSQL 15, SELECT, "The Locking Clause"): snapshots need no row locks.
    """
    for i, token in enumerate(tokens):
        strength = _strength(tokens, i + 1) if token.word == "for" else None
        if strength is None:
            continue
        last = i + len(strength)
        if word_at(tokens, last + 1) == "of":
            last = _end_of_list(tokens, last + 2)
        if word_at(tokens, last + 1) == "nowait":
            last += 1
        elif words_at(tokens, last + 1, 2) == ("skip", "locked"):
            last += 2
        yield Edit(token.start, tokens[last].stop, "")
        yield left_out("SELECT", f"FOR {' '.join(strength).upper()}")


def _strength(tokens: Tokens, at: int) -> tuple[str, ...] | None:
    return next((words for words in _STRENGTHS if words_at(tokens, at, len(words)) == words), None)


def _end_of_list(tokens: Tokens, at: int) -> int:
    """
    The last token of `a.b, c`, which begins at `at`.
    """
    while word_at(tokens, at + 1) in {".", ","}:
        at += 2
    return at


def empty_select_lists(tokens: Tokens) -> Iterator[Edit]:
    """
    EXISTS (SELECT FROM t): DuckDB wants something to be selected.
    """
    for i, token in enumerate(tokens):
        if token.word != "select" or words_at(tokens, i - 2, 2) != ("exists", "("):
            continue
        if word_at(tokens, i + 1) in {"from", "where", ")"}:
            yield Edit(token.stop, token.stop, " 1")


def samples(tokens: Tokens) -> Iterator[Edit]:
    """
    TABLESAMPLE BERNOULLI (10) means 10 percent; in DuckDB rows, which it then refuses.
    """
    for i, token in enumerate(tokens):
        if (
            token.word in {"bernoulli", "system"}
            and word_at(tokens, i + 1) == "("
            and word_at(tokens, i + 3) == ")"
        ):
            number = tokens[i + 2]
            if number.kind is Kind.NUMBER:
                yield Edit(number.stop, number.stop, " PERCENT")


def similar_to(tokens: Tokens) -> Iterator[Edit]:
    """
    SIMILAR TO is a match of the whole text by SQL's expressions (duckdb 1.5.5 takes them for regular ones).

    Raises:
        FeatureNotSupported: if the pattern is neither a literal, a parameter, a name nor in parentheses.

    """
    for i, token in enumerate(tokens):
        if token.word != "similar" or word_at(tokens, i + 1) != "to":
            continue
        negated = word_at(tokens, i - 1) == "not"
        operator = "!~" if negated else "~"
        start = tokens[i - 1].start if negated else token.start
        pattern, stop = _similar_pattern(tokens, i + 2)
        yield Edit(start, stop, f"{operator} {pattern}")


def _similar_pattern(tokens: Tokens, at: int) -> tuple[str, int]:
    last = end_of_primary(tokens, at)
    escape = ""
    stop = last
    if (
        word_at(tokens, last + 1) == "escape"
        and last + 2 < len(tokens)
        and tokens[last + 2].kind is Kind.STRING
    ):
        stop, escape = last + 2, f", {tokens[last + 2].text}"
    if last == at and tokens[at].kind is Kind.STRING and not escape:
        pattern = in_strings.similar_pattern(quoting.string_value(tokens[at].text))
        return quoting.literal(pattern), tokens[stop].stop
    text = " ".join(token.text for token in tokens[at : last + 1]).replace(" . ", ".")
    return f"similar_to_escape({text}{escape})", tokens[stop].stop


def end_of_primary(tokens: Tokens, at: int) -> int:
    """
    The last token of the literal, parameter, name, call or parenthesis that begins at `at`.
    """
    if at >= len(tokens) or not (tokens[at].word == "(" or tokens[at].kind in _PRIMARY):
        raise FeatureNotSupported(
            "this pattern of SIMILAR TO is not supported", hint="Put the pattern in parentheses."
        )
    last = at
    while word_at(tokens, last + 1) == "." and last + 2 < len(tokens):
        last += 2
    if tokens[last].word == "(" or word_at(tokens, last + 1) == "(":
        depth, last = 0, last if tokens[last].word == "(" else last + 1
        for j in range(last, len(tokens)):
            depth += {"(": 1, ")": -1}.get(tokens[j].word, 0)
            if depth == 0:
                return j
    return last


_PRIMARY: Final = frozenset({Kind.STRING, Kind.PARAMETER, Kind.WORD, Kind.QUOTED})


def orders_using(tokens: Tokens) -> Iterator[Edit]:
    """
    ORDER BY a USING > is DESC.
    """
    for i, token in enumerate(tokens):
        direction = {"<": "ASC", ">": "DESC"}.get(word_at(tokens, i + 1))
        if token.word == "using" and direction:
            yield Edit(token.start, tokens[i + 1].stop, direction)


class Into(NamedTuple):
    """
    The INTO clause of a SELECT: characters [start, stop), and what it creates.
    """

    start: int
    stop: int
    target: str
    temporary: bool


def into_clause(tokens: Tokens) -> Into | None:
    """
    INTO [TEMP | UNLOGGED] [TABLE] name, which stands before FROM; None for any other INTO.
    """
    if not tokens or tokens[0].word not in {"select", "with"}:
        return None
    clauses = {token.word: i for i, token in reversed(list(unnested(tokens))) if token.word in _CLAUSES}
    into = clauses.get("into")
    if into is None or not clauses.keys().isdisjoint({"insert", "merge"}) or clauses.get("from", into) < into:
        return None
    at = into + 1
    temporary = False
    while word_at(tokens, at) in {"local", "temp", "temporary", "unlogged", "table"}:
        temporary |= word_at(tokens, at) in {"temp", "temporary"}
        at += 1
    last = at
    while word_at(tokens, last + 1) == ".":
        last += 2
    if last >= len(tokens):
        return None
    target = "".join(token.text for token in tokens[at : last + 1])
    return Into(tokens[into].start, tokens[last].stop, target, temporary)


_CLAUSES: Final = frozenset({"into", "from", "insert", "merge"})


def own_functions(tokens: Tokens) -> Iterator[Edit]:
    """
    regexp_full_match is what DuckDB's parser makes of `~`, so the emulation gives the name `~`'s meaning.
    """
    for i, token in enumerate(tokens):
        if (
            token.word == "regexp_full_match"
            and word_at(tokens, i + 1) == "("
            and word_at(tokens, i - 1) != "."
        ):
            yield Edit(token.start, token.start, "system.main.")
