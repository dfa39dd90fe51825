"""
What a key says of how rows are held to it, and when: the actions and the match of a foreign key, DEFERRABLE
(PostgreSQL 15, CREATE TABLE).  It is recorded and shown, as keys are (decision 11).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.errors import FeatureNotSupported
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax.looking import closing, names_between, word_at, words_at

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens


@dataclass(frozen=True, slots=True)
class KeyTerms:
    """
    Args:
        on_update: Of a foreign key: pg_constraint.confupdtype.
        on_delete: The same, confdeltype.
        match: The same, confmatchtype.
        set_places: The columns of ON DELETE SET NULL (…) and SET DEFAULT (…), as places in the key, from 1.
        deferrable: condeferrable.
        deferred: condeferred.

    """

    on_update: str = "a"
    on_delete: str = "a"
    match: str = "s"
    set_places: tuple[int, ...] = ()
    deferrable: bool = False
    deferred: bool = False


USUAL: Final = KeyTerms()

_ACTIONS: Final = {
    ("no", "action"): "a",
    ("restrict",): "r",
    ("cascade",): "c",
    ("set", "null"): "n",
    ("set", "default"): "d",
}
_MATCHES: Final = {"simple": "s", "full": "f"}

_TIMINGS: Final = {
    ("not", "deferrable"): ("deferrable", False),
    ("deferrable",): ("deferrable", True),
    ("initially", "deferred"): ("deferred", True),
    ("initially", "immediate"): ("deferred", False),
}
_ABOUT: Final = {"deferrable": "DEFERRABLE/NOT DEFERRABLE", "deferred": "INITIALLY IMMEDIATE/DEFERRED"}
_TWICE: Final = "multiple {} clauses not allowed"


# ---- what a foreign key does when rows change ---------------------------------------------------------


def actions(tokens: Tokens, at: int, stop: int) -> tuple[int, KeyTerms, tuple[str, ...]]:
    """
    Behind MATCH FULL ON DELETE SET NULL (a) ON UPDATE CASCADE, what it says, and the columns that it names.

    Raises:
        FeatureNotSupported: MATCH PARTIAL; a column list of ON UPDATE.
        SyntaxError: Something else stands there.

    """
    match = USUAL.match
    if at < stop and word_at(tokens, at) == "match":
        match = _match(tokens, at + 1)
        at += 2
    said: dict[str, _Action] = {}
    while at < stop and word_at(tokens, at) == "on":
        event = word_at(tokens, at + 1)
        if event in said or event not in {"delete", "update"}:
            raise wrong(tokens, at + 1)
        at, said[event] = _action(tokens, at, stop)
    on_update, on_delete = (said.get(event, _NOTHING) for event in ("update", "delete"))
    return at, KeyTerms(on_update.kind, on_delete.kind, match), on_delete.columns


class _Action(NamedTuple):
    kind: str
    columns: tuple[str, ...] = ()


_NOTHING: Final = _Action("a")


def _match(tokens: Tokens, at: int) -> str:
    if word_at(tokens, at) == "partial":
        raise FeatureNotSupported("MATCH PARTIAL not yet implemented", position=tokens[at - 1].start + 1)
    if word_at(tokens, at) not in _MATCHES:
        raise wrong(tokens, at)
    return _MATCHES[word_at(tokens, at)]


def _action(tokens: Tokens, on: int, stop: int) -> tuple[int, _Action]:
    at = on + 2
    words = next((words for words in _ACTIONS if words_at(tokens, at, len(words)) == words), None)
    if words is None:
        raise wrong(tokens, at)
    at += len(words)
    if words[0] != "set" or at >= stop or word_at(tokens, at) != "(":
        return at, _Action(_ACTIONS[words])
    if word_at(tokens, on + 1) == "update":
        message = f"a column list with {' '.join(words).upper()} is only supported for ON DELETE actions"
        raise FeatureNotSupported(message, position=tokens[on].start + 1)
    last = closing(tokens, at)
    return last + 1, _Action(_ACTIONS[words], names_between(tokens, at, last))


# ---- when rows are held to a key ----------------------------------------------------------------------


def timing(
    tokens: Tokens, at: int, stop: int, terms: KeyTerms, conflict: str = _TWICE
) -> tuple[int, KeyTerms]:
    """
    Behind DEFERRABLE INITIALLY DEFERRED and kin, and the terms with what it says.

    Args:
        conflict: The message where something is said twice.

    Raises:
        SyntaxError: Something is said twice, or contradicts the rest.

    """
    said: dict[str, bool] = {}
    while at < stop and (words := _timing_words(tokens, at)):
        about, value = _TIMINGS[words]
        position = tokens[at].start + 1
        if about in said:
            raise SqlSyntaxError(conflict.format(_ABOUT[about]), position=position)
        said[about] = value
        if said.get("deferred") and not said.get("deferrable", True):
            raise SqlSyntaxError(
                "constraint declared INITIALLY DEFERRED must be DEFERRABLE", position=position
            )
        at += len(words)
    deferred = said.get("deferred", False)
    return at, replace(terms, deferrable=said.get("deferrable", deferred), deferred=deferred)


def _timing_words(tokens: Tokens, at: int) -> tuple[str, ...]:
    return next((words for words in _TIMINGS if words_at(tokens, at, len(words)) == words), ())


def refuse_timing(tokens: Tokens, at: int) -> None:
    """Raises SyntaxError: DEFERRABLE or its kin stands where no key is before it."""
    words = _timing_words(tokens, at)
    if words:
        message = f"misplaced {' '.join(words).upper()} clause"
        raise SqlSyntaxError(message, position=tokens[at].start + 1)


def wrong(tokens: Tokens, at: int) -> SqlSyntaxError:
    """What to raise about a token that cannot stand there."""
    if at >= len(tokens):
        return SqlSyntaxError("syntax error at end of input")
    return SqlSyntaxError(f'syntax error at or near "{tokens[at].text}"', position=tokens[at].start + 1)
