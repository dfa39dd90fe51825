from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import FeatureNotSupported
from pggate.views.expressions import sql
from pggate.views.scope import Scope

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node
    from tests.views.conftest import Duck


def item(duck: Duck, text: str) -> Node:
    one: Node = duck.tree(f"SELECT {text}")["node"]["select_list"][0]
    return one


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("a", "t.a"),
        ("A", "t.a"),
        ("T.A", "t.a"),
        ("t.a", "t.a"),
        ("public.t.a", "t.a"),
        ("s.f", "t.s.f"),  # a field
        ("t.s.f.g", "t.s.f.g"),
        ("t", "t.t"),  # a column of that name
        ("x + 1", "((t.a + t.b) + 1)"),  # an item of the select list
        ("now() > a", "(now() > t.a)"),
        ("current_date", "current_date"),
        ("sum(a) FILTER (WHERE b)", "sum(t.a) FILTER (WHERE t.b)"),
        ("min(DISTINCT a)", "min(DISTINCT t.a)"),
        ("count(*)", "count_star()"),
        ("a COLLATE nocase", "t.a COLLATE nocase"),
        ("[a, b]", "main.list_value(t.a, t.b)"),
        ("CAST(a AS INTEGER)", "CAST(t.a AS INTEGER)"),
    ],
)
def test_names_become_columns_of_the_relation(duck: Duck, text: str, understood: str) -> None:
    scope = Scope("t", ("a", "b", "s", "t"))
    aliases = {"x": scope.understood(item(duck, "a + b")), "a": item(duck, "1")}
    assert sql(scope.with_aliases(aliases).understood(item(duck, text)), duck.text) == understood


def test_variables_of_lambdas_are_no_columns(duck: Duck) -> None:
    understood = Scope("t", ("a", "z")).understood(item(duck, "list_transform(a, lambda z, i: z + i + t.a)"))
    assert sql(understood, duck.text) == 'list_transform(t.a, ("row"(z, i) -> ((z + i) + t.a)))'


@pytest.mark.parametrize("text", ["nobody", "t", "u.a", "current_user", "a + (SELECT 1)", "$1", "#1", "t.c"])
def test_what_is_no_column(duck: Duck, text: str) -> None:
    with pytest.raises(FeatureNotSupported):
        Scope("t", ("a", "b")).understood(item(duck, text))
