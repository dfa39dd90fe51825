"""
Token rules, judged alone and among all the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pggate.errors import Notice
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, rewrite
from pggate.translate.tokens import RULES, Names, apply
from tests.translate import duck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    from pggate.translate.syntax.edits import Rewritten
    from pggate.translate.syntax.looking import Findings, Tokens

    Rule: TypeAlias = Callable[[Tokens], Findings]

NAMES = Names(frozenset({"pggate"}), "pggate")


def alone(rule: Rule, sql: str) -> Rewritten:
    """
    What one rule makes of a text.
    """
    findings = list(rule(lexer.tokens(sql)))
    edits = [one for one in findings if isinstance(one, Edit)]
    return rewrite(sql, edits, [one for one in findings if isinstance(one, Notice)])


def check(rule: Rule, pg: str, expected: str | None, *, parses: bool = True) -> None:
    """
    The rule gives this text (None: the text itself), and is found for it in the table of rules.
    """
    wanted = pg if expected is None else expected
    assert alone(rule, pg).text == wanted
    rewritten = apply(pg, NAMES)
    assert rewritten.text == wanted
    assert rewritten.changed is (expected is not None)
    assert duck.parses(wanted) is parses


def untried(module: ModuleType, tried: Iterable[Rule]) -> set[str]:
    """
    The rules of a module that stand in the table of rules and in no table of tests.
    """
    listed = {rule.find for rule in RULES if rule.find.__module__ == module.__name__}
    return {find.__name__ for find in listed - set(tried)}
