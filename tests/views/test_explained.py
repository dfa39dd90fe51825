"""
How a live view is kept, as lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.views.explained import REGROUPED, TAKEN_BACK, columns_of, lines

if TYPE_CHECKING:
    from tests.views.conftest import Duck


def explained(duck: Duck, query: str) -> list[str]:
    compiled = duck.compiled(query)
    types = dict(duck.columns(compiled.partials))
    columns = columns_of(compiled, duck.tree(compiled.partials), duck.text, types)
    return list(lines(compiled, ["public.t"], columns, ["LIMIT 3"], is_timed=True))


def test_groups(duck: Duck) -> None:
    assert explained(duck, "SELECT g, max(v), sum(d), sum(f) FROM t GROUP BY g") == [
        "  Kind: groups",
        "  Topics: public.t",
        "  Group Key: t.g",
        f"  State: count of rows, {TAKEN_BACK}",
        f"  State: max(t.v), {REGROUPED}",
        f"  State: sum(t.d), {TAKEN_BACK}",
        f"  State: count(t.d), {TAKEN_BACK}",
        f"  State: sum(t.f), {REGROUPED}",
        f"  State: count(t.f), {TAKEN_BACK}",
        "  Computed When Read: LIMIT 3; the current time",
    ]
    assert explained(duck, "SELECT count(*) FROM t")[2] == "  Group Key: (none)"


def test_rows(duck: Duck) -> None:
    assert explained(duck, "SELECT g, upper(g) FROM t")[:3] == [
        "  Kind: rows",
        "  Topics: public.t",
        "  Row: t.g, upper(t.g)",
    ]
